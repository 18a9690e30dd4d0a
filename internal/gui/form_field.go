package gui

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/calendar"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// formField is the view of a field: its label, what takes the input, and under it a hint or what is wrong.
type formField struct {
	panel *formPanel
	field *present.Field
	box   *fyne.Container
	input formInput

	cell        *fyne.Container // of a narrow field: the box with its width
	hint, wrong *look.Prose
	error       *fyne.Container
	notes       *fyne.Container // what is wrong, and the hint
}

// formInput is what takes the input of a field.
type formInput interface {
	object() fyne.CanvasObject
	stop() fyne.Focusable
	// put shows what the field holds and whether that is wrong.
	put(x *present.Field)
}

const (
	narrowField = 200 // with the air after it
	mostTicks   = 7   // more are chosen one by one
	shortField  = 20  // letters that need no more than a narrow field
)

func newFormField(p *formPanel, x *present.Field) *formField {
	f := &formField{
		panel: p, field: x, hint: look.NewProse("", look.Second, look.InkHint), wrong: look.NewProse("", look.Second, look.InkOver),
	}
	f.input = f.newInput()
	sign := look.AtTop(look.Padded(1, 0, 0, 4, look.NewGlyph(look.Icon(theme.IconNameError), look.InkOver, 14)))
	f.error = look.Edged(nil, nil, sign, nil, f.wrong)
	f.box = look.Column(4)
	if x.Kind != present.TickField && x.Label != "" {
		f.box.Add(look.NewText(x.Label, look.Second, look.InkSecond).Elided())
	}
	f.box.Add(f.input.object())
	f.notes = look.Column(4, f.error, f.hint)
	if !x.Narrow { // of narrow ones they stand under the whole line
		f.box.Add(f.notes)
	}
	return f
}

// narrow gives the field its own width at the left of a line.
func (f *formField) narrow() fyne.CanvasObject {
	if f.cell == nil {
		f.cell = look.Sized(narrowField, 0, look.Padded(0, 0, 0, 12, f.box))
	}
	return f.cell
}

// rest gives the field what is left of the line; a day or a few letters need no more than their own width.
func (f *formField) rest() fyne.CanvasObject {
	if x := f.field; x.Kind == present.DateField || x.Most > 0 && x.Most <= shortField {
		return look.Edged(nil, nil, f.narrow(), nil, look.Stack())
	}
	return f.box
}

func (f *formField) stop() fyne.Focusable {
	if f.input == nil {
		return nil
	}
	return f.input.stop()
}

func (f *formField) redraw() {
	x := f.field
	show(f.box, !x.Hidden)
	if f.cell != nil {
		show(f.cell, !x.Hidden)
	}
	if x.Hidden {
		show(f.notes, false)
		return
	}
	f.input.put(x)
	f.wrong.SetWords(x.Wrong)
	show(f.error, x.Wrong != "")
	hint := f.hintWords()
	f.hint.SetWords(hint)
	show(f.hint, x.Wrong == "" && (hint != "" || f.keepsLine()))
	show(f.notes, f.error.Visible() || f.hint.Visible())
	f.box.Refresh()
}

// keepsLine tells that the hint has its line while it says nothing: of a day it says which one it is as soon as it is
// typed, and nothing may move then.
func (f *formField) keepsLine() bool { return f.field.Narrow && f.field.Kind == present.DateField }

// hintWords are what stands under the field. Under a narrow one for a day, which has no room beside it, it begins with
// what day that is.
func (f *formField) hintWords() string {
	hint := cmp.Or(f.field.Note, f.field.Hint)
	in, day := f.input.(*dateInput)
	if !day || !f.field.Narrow {
		return hint
	}
	switch says := in.field.Says(); {
	case hint == "":
		return says
	case says == "":
		return hint
	default:
		return says + " · " + hint
	}
}

func (f *formField) newInput() formInput {
	switch f.field.Kind {
	case present.DateField:
		return newDateInput(f)
	case present.ChoiceField:
		return newChoiceInput(f)
	case present.ManyField:
		if len(f.field.Options) <= mostTicks {
			return newTicksInput(f)
		}
		return newManyInput(f)
	case present.OrderField:
		return newOrderInput(f)
	case present.TickField:
		return newTickInput(f)
	case present.FileField:
		return newFileInput(f)
	case present.FolderField:
		return newFolderInput(f)
	case present.TextField:
		return newTextInput(f)
	default:
		return newLineInput(f)
	}
}

// lineInput is a line or a password.
type lineInput struct{ frame *look.Field }

func newLineInput(f *formField) *lineInput {
	e := look.NewEntry("")
	e.Password = f.field.Kind == present.PasswordField
	e.OnSubmitted = func(string) { fyne.CurrentApp().Driver().CanvasForObject(e).FocusNext() }
	e.OnChanged = f.hears(e)
	return &lineInput{look.NewField(e, nil, nil)}
}

// hears hands what is typed to the form.
func (f *formField) hears(e writable) func(string) {
	return func(typed string) {
		if kept := f.panel.form.Write(f.field, typed); kept != typed {
			e.Put(kept)
		}
	}
}

func (in *lineInput) object() fyne.CanvasObject { return in.frame.Container }
func (in *lineInput) stop() fyne.Focusable      { return in.frame.Entry }

func (in *lineInput) put(x *present.Field) {
	in.frame.Entry.Put(x.Text)
	in.frame.Wrong(x.Wrong != "")
}

// textInput is several lines.
type textInput struct{ area *look.Area }

func newTextInput(f *formField) *textInput {
	in := &textInput{look.NewArea(look.NewEditor(""), max(3, f.field.Lines))}
	in.area.Editor.OnChanged = f.hears(in.area.Editor)
	return in
}

func (in *textInput) object() fyne.CanvasObject { return in.area.Container }
func (in *textInput) stop() fyne.Focusable      { return in.area.Editor }

func (in *textInput) put(x *present.Field) {
	in.area.Editor.Put(x.Text)
	in.area.Wrong(x.Wrong != "")
}

// dateInput is a day.
type dateInput struct{ field *look.DateField }

func newDateInput(f *formField) *dateInput {
	in := &dateInput{}
	x := f.field
	in.field = look.NewDateField(f.panel.window.dayParser(), func(d calendar.Date, _ bool) {
		_, _, x.Text = in.field.Date()
		x.Date = d
		f.panel.form.Edit(x)
	})
	if x.Narrow {
		in.field.Below()
	}
	return in
}

func (in *dateInput) object() fyne.CanvasObject { return in.field }
func (in *dateInput) stop() fyne.Focusable      { return in.field.Entry() }

func (in *dateInput) put(x *present.Field) {
	in.field.PutTyped(x.Date, x.Text)
	in.field.Wrong(x.Wrong != "")
}

// choiceInput is one of the options.
type choiceInput struct {
	choice  *look.Choice
	options []present.Option
}

func newChoiceInput(f *formField) *choiceInput {
	x := f.field
	in := &choiceInput{}
	in.choice = look.NewChoice(f.panel.window.env.T("form.choose"), nil, func(i int) {
		x.Text = in.options[i].Key
		f.panel.form.Edit(x)
	})
	return in
}

func (in *choiceInput) object() fyne.CanvasObject { return in.choice }
func (in *choiceInput) stop() fyne.Focusable      { return in.choice }

func (in *choiceInput) put(x *present.Field) {
	current := optionAt(x.Options, x.Text)
	if !slices.Equal(in.options, x.Options) {
		in.options = slices.Clone(x.Options)
		in.choice.SetOptions(wordsOfOptions(x.Options), current)
	} else if in.choice.Current() != current {
		in.choice.Put(current)
	}
	in.choice.Wrong(x.Wrong != "")
}

func optionAt(all []present.Option, key string) int {
	return slices.IndexFunc(all, func(o present.Option) bool { return o.Key == key })
}

func wordsOfOptions(all []present.Option) []string {
	words := make([]string, len(all))
	for i, o := range all {
		words[i] = o.Words
	}
	return words
}

// tickInput is yes or no.
type tickInput struct{ tick *look.Tick }

func newTickInput(f *formField) *tickInput {
	x := f.field
	return &tickInput{look.NewTick(x.Label, func(on bool) {
		x.On = on
		f.panel.form.Edit(x)
	})}
}

func (in *tickInput) object() fyne.CanvasObject { return in.tick }
func (in *tickInput) stop() fyne.Focusable      { return in.tick }
func (in *tickInput) put(x *present.Field)      { in.tick.Put(x.On) }
