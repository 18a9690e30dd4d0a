package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// sendingForm stands under the letters to be sent: when and how the ticked ones leave, and under which barcodes.
type sendingForm struct {
	*fyne.Container
	window *Window
	model  *present.Dispatch

	chosen  *look.Text
	note    *look.Text
	day     *look.DateField
	dayNote *look.Prose
	way     *look.Choice
	print   *look.Button
	unsent  *look.Button
	mark    *look.Button
	list    *fyne.Container
	body    *fyne.Container // day, way and lines
	rest    *fyne.Container // what is said while nothing is ticked
	hint    *look.Text
	scroll  *look.Scrolled
	bar     fyne.CanvasObject // stays in sight while the rest scrolls
	known   map[domain.LetterID]*sendingLine
	order   []domain.LetterID
}

// sendingLine is a ticked letter with its way and barcode.
type sendingLine struct {
	*fyne.Container
	way   *look.Choice
	code  *look.Field
	none  *look.Text
	wrong *look.Prose
}

func newSendingForm(w *Window, m *present.Dispatch) *sendingForm {
	t := w.env.T
	f := &sendingForm{
		window: w, model: m, chosen: look.NewText("", look.Strong, look.Ink).Elided(), note: look.NewText("", look.Second, look.InkHint).Elided(),
		dayNote: look.NewProse("", look.Second, look.InkOver), list: look.Column(6), known: map[domain.LetterID]*sendingLine{},
	}
	f.day = look.NewDateField(w.dayParser(), func(d calendar.Date, _ bool) { m.SetDay(d) })
	f.way = look.NewChoice("", append([]string{t("dispatch.way_each")}, m.Ways()...), func(i int) { m.SendAll(i - 1) })
	f.print = look.NewButton(t("dispatch.print"), look.Icon(theme.IconNameDocumentPrint), look.Plain, m.Print)
	f.unsent = look.NewButton(t("dispatch.unsent"), nil, look.Quiet, m.Strike)
	f.mark = look.NewButton(t("dispatch.mark"), look.Icon(theme.IconNameConfirm), look.Primary, m.MarkSent).WithKey("Ctrl+Enter").High(32)
	label := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return look.Column(2, look.NewText(t(key), look.Second, look.InkSecond), o)
	}
	f.body = look.Column(8,
		look.Edged(nil, nil, look.Sized(236, 0, label("dispatch.day", f.day)), nil, look.Row(0, look.Sized(236, 0, label("dispatch.way", f.way)))),
		f.dayNote, look.Padded(2, 0, 0, 0, look.NewText(t("dispatch.code"), look.Second, look.InkSecond).Elided()), f.list)
	f.hint = look.NewText("", look.Second, look.InkSecond).Elided()
	f.rest = look.Column(2, look.NewText(t("dispatch.none_chosen"), look.Strong, look.Ink).Elided(),
		f.hint)
	head := look.Edged(nil, nil, nil, look.Row(4, f.unsent, f.print), look.Padded(5, 0, 0, 8, look.Stack(f.chosen, f.rest)))
	f.bar = look.Padded(8, 0, 0, 0, look.Edged(nil, nil, nil, f.mark, look.Padded(0, 0, 0, 12, look.Middle(f.note))))
	f.scroll = look.NewScrolled(look.Padded(sideAir, sideAir, sideAir, sideAir, look.Column(10, head, f.body)))
	inner := look.Edged(nil, f.bar, nil, nil, look.Padded(-sideAir, -sideAir, -sideAir, -sideAir, f.scroll.Container))
	f.Container = look.Tall(look.Line(look.Rule), look.Padded(11, 12, 16, 16, inner))
	return f
}

// height is what the form wants.
func (f *sendingForm) height(width float32) float32 {
	const air, head, bar = 1 + 11 + 12 + 2, 38, 40
	if len(f.order) == 0 {
		return air + 40
	}
	return air + head + bar + look.HeightAt(f.body, width-2*16)
}

func (f *sendingForm) redraw() {
	t := f.window.env.T
	all := f.model.Chosen()
	ids := make([]domain.LetterID, len(all))
	for i, c := range all {
		ids[i] = c.Letter
		f.line(c).redraw(c, f.model.Busy())
	}
	if !slices.Equal(ids, f.order) {
		f.order = ids
		lines := make([]fyne.CanvasObject, len(ids))
		for i, id := range ids {
			lines[i] = f.known[id].Container
		}
		look.Swap(f.list, lines...)
	}
	on, wrong := f.model.Day()
	if shown, _, typed := f.day.Date(); shown != on && (on != 0 || typed == "") {
		f.day.Put(on)
	}
	f.dayNote.SetWords(wrong)
	show(f.dayNote, wrong != "")
	f.day.Wrong(wrong != "")
	f.way.Put(f.model.WayForAll() + 1)
	some := len(all) > 0
	f.hint.SetWords(t("dispatch.none_chosen_next"))
	if f.model.JustSent() {
		f.hint.SetWords(t("dispatch.sheets"))
	}
	f.chosen.SetWords(t("dispatch.chosen", "n", len(all)))
	f.note.SetWords("")
	if f.model.Busy() {
		f.note.SetWords(t("dispatch.marking"))
	}
	show(f.chosen, some)
	show(f.rest, !some)
	show(f.body, some)
	show(f.bar, some)
	f.print.Allow(some || f.model.ReadyAt() >= 0)
	show(f.unsent, f.model.MayStrike())
	f.mark.Allow(some && !f.model.Busy())
	f.Refresh()
}

// has tells whether something that takes the focus is of the form.
func (f *sendingForm) has(focused fyne.Focusable) bool {
	all := []fyne.Focusable{f.mark, f.way, f.day.Entry()}
	for _, l := range f.known {
		all = append(all, l.way, l.code.Entry)
	}
	return focused != nil && slices.Contains(all, focused)
}

// line gives the line of a letter, with what was typed into it.
func (f *sendingForm) line(c present.ChosenLetter) *sendingLine {
	if l, ok := f.known[c.Letter]; ok {
		return l
	}
	l := &sendingLine{wrong: look.NewProse("", look.Second, look.InkOver), none: look.NewText(f.window.env.T("dispatch.no_code"), look.Second, look.InkHint)}
	entry := look.NewEntry("")
	l.code = look.NewField(entry, nil, nil)
	entry.Put(c.Ref)
	entry.OnChanged = func(typed string) {
		if kept := f.model.SetRef(c.Letter, typed); kept != typed {
			entry.Put(kept)
		}
	}
	entry.OnKey = func(ev *fyne.KeyEvent) bool { return f.codeKey(c.Letter, ev) }
	l.way = look.NewChoice("", f.model.Ways(), func(i int) { f.model.SendBy(c.Letter, i) })
	right := look.Row(8, look.Sized(112, 28, l.way), look.Sized(176, 28, look.Stack(l.code.Container, look.Middle(l.none))))
	words := look.Edged(nil, nil, look.Sized(78, 28, look.Middle(look.NewText(c.Out, look.Body, look.Ink).Elided())), nil,
		look.Padded(0, 0, 0, 8, look.Middle(look.NewText(c.To, look.Body, look.Ink).Elided())))
	l.Container = look.Column(2, look.Edged(nil, nil, nil, right, words), l.wrong)
	f.known[c.Letter] = l
	return l
}

func (l *sendingLine) redraw(c present.ChosenLetter, busy bool) {
	l.way.Put(c.Way)
	l.wrong.SetWords(c.Wrong)
	show(l.wrong, c.Wrong != "")
	l.code.Wrong(c.Wrong != "")
	show(l.code.Container, c.Coded)
	show(l.none, !c.Coded)
	l.code.Allow(!busy)
	l.Refresh()
}

// codeKey leads from one barcode to the next: a scanner types and ends with Enter.
func (f *sendingForm) codeKey(id domain.LetterID, ev *fyne.KeyEvent) bool {
	step := map[fyne.KeyName]int{fyne.KeyReturn: 1, fyne.KeyEnter: 1, fyne.KeyDown: 1, fyne.KeyUp: -1}[ev.Name]
	if step == 0 {
		return false
	}
	for i := slices.Index(f.order, id) + step; i >= 0 && i < len(f.order); i += step {
		if l := f.known[f.order[i]]; l.code.Visible() {
			f.window.focus(l.code.Entry)
			return true
		}
	}
	if step > 0 {
		f.window.focus(f.mark)
	}
	return true
}
