package gui

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// ticksInput is any of a few options, each with a box.
type ticksInput struct {
	body  *fyne.Container
	ticks []*look.Tick
}

func newTicksInput(f *formField) *ticksInput {
	x := f.field
	in := &ticksInput{body: look.Wrapped(16, 0)}
	for _, o := range x.Options {
		tick := look.NewTick(o.Words, func(on bool) {
			x.Picked = picked(x.Picked, o.Key, on)
			f.panel.form.Edit(x)
		})
		in.ticks = append(in.ticks, tick)
		in.body.Add(tick)
	}
	return in
}

func (in *ticksInput) object() fyne.CanvasObject { return in.body }

func (in *ticksInput) stop() fyne.Focusable {
	if len(in.ticks) == 0 {
		return nil
	}
	return in.ticks[0]
}

func (in *ticksInput) put(x *present.Field) {
	for i, o := range x.Options {
		if i < len(in.ticks) {
			in.ticks[i].Put(slices.Contains(x.Picked, o.Key))
		}
	}
}

// picked adds a key or takes it away.
func picked(all []string, key string, on bool) []string {
	all = slices.DeleteFunc(slices.Clone(all), func(k string) bool { return k == key })
	if on {
		all = append(all, key)
	}
	return all
}

// manyInput is any of many options: those that were chosen, and a list to add from.
type manyInput struct {
	field  *formField
	body   *fyne.Container
	adder  *look.Choice
	left   []present.Option
	picked []string
}

func newManyInput(f *formField) *manyInput {
	in := &manyInput{field: f, body: look.Wrapped(6, 6)}
	in.adder = look.NewChoice(f.panel.window.env.T("form.add"), nil, func(i int) { in.turn(in.left[i].Key, true) })
	in.draw(f.field)
	return in
}

func (in *manyInput) object() fyne.CanvasObject { return in.body }
func (in *manyInput) stop() fyne.Focusable      { return in.adder }

func (in *manyInput) turn(key string, on bool) {
	x := in.field.field
	x.Picked = picked(x.Picked, key, on)
	in.field.panel.form.Edit(x)
	in.field.panel.window.focus(in.adder)
}

func (in *manyInput) put(x *present.Field) {
	if !slices.Equal(in.picked, x.Picked) {
		in.draw(x)
	}
	in.adder.Wrong(x.Wrong != "")
}

func (in *manyInput) draw(x *present.Field) {
	in.picked, in.left = slices.Clone(x.Picked), nil
	in.body.Objects = nil
	for _, o := range x.Options {
		if slices.Contains(x.Picked, o.Key) {
			in.body.Add(look.NewChipOn(o.Words, func() { in.turn(o.Key, false) }))
		} else {
			in.left = append(in.left, o)
		}
	}
	in.adder.SetOptions(wordsOfOptions(in.left), -1)
	in.body.Add(look.Sized(160, 28, in.adder))
	in.body.Refresh()
}

// fileInput is a file that is chosen, or dropped on the window.
type fileInput struct {
	body *fyne.Container
	name *look.Text
	pick *look.Button
	none string
}

func newFileInput(f *formField) *fileInput {
	w, x := f.panel.window, f.field
	in := &fileInput{none: w.env.T("form.no_file")}
	in.name = look.NewText(in.none, look.Body, look.InkHint).Elided()
	in.pick = look.NewButton(w.env.T("form.choose_file"), look.Icon(theme.IconNameMailAttachment), look.Plain, func() {
		w.picker.Open(nil, func(path string) {
			x.Text = path
			f.panel.form.Edit(x)
			w.focus(in.pick)
		})
	})
	in.body = look.Edged(nil, nil, in.pick, nil, look.Padded(5, 5, 8, 0, in.name))
	return in
}

func (in *fileInput) object() fyne.CanvasObject { return in.body }
func (in *fileInput) stop() fyne.Focusable      { return in.pick }

func (in *fileInput) put(x *present.Field) {
	if x.Text == "" {
		in.name.Set(in.none, look.InkHint)
		return
	}
	in.name.Set(filepath.Base(x.Text), look.Ink)
}
