package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// formPanel is the view of a form: a card with its title, what is wrong or missing, the fields, and at the bottom the
// buttons. It scrolls inside itself.
type formPanel struct {
	*fyne.Container
	window *Window
	form   *present.Form

	notices *fyne.Container
	fields  []*formField
	rows    *fyne.Container
	lines   []formLine
	scroll  *look.Scrolled
	foot    *look.Prose
	cancel  *look.Button
	shut    *look.Button
	do      *look.Button
	aside   *fyne.Container // beside the fields; empty = nothing

	shown string // of the notices, so that they are built again only when they change
	wrong bool   // the first wrong field has been focused since the last submit
}

// fieldsWide is the most that fields take: in a wide window one would read lines of two hundred letters.
const fieldsWide = 960

// newFormPanel builds the view of a form. It takes the Changed of the form.
func newFormPanel(w *Window, f *present.Form) *formPanel {
	p := &formPanel{
		window: w, form: f, notices: look.Column(8), rows: look.Column(12), aside: look.Stack(),
		foot: look.NewProse("", look.Second, look.InkSecond).AtMost(2),
	}
	for _, x := range f.Fields {
		p.fields = append(p.fields, newFormField(p, x))
	}
	p.lay()
	content := look.Column(12, p.notices, look.Edged(nil, nil, nil, p.aside, p.rows))
	if f.Lead != "" {
		content = look.Column(12, p.notices, look.NewProse(f.Lead, look.Body, look.InkSecond), p.rows)
	}
	p.scroll = look.NewScrolled(look.Padded(12, 12, 16, 16, look.NoWider(fieldsWide, content)))
	p.Container = look.NewCard(p.header(), look.Edged(nil, p.bar(), nil, nil, p.scroll.Container))
	p.notices.Hide()
	f.Changed = p.redraw
	p.redraw()
	return p
}

// beside puts something at the right of the fields, such as the preview of a letter.
func (p *formPanel) beside(width float32, o fyne.CanvasObject) {
	if o == nil {
		look.Swap(p.aside)
	} else {
		look.Swap(p.aside, look.Sized(width, 0, look.Padded(0, 0, 16, 0, o)))
	}
	p.Refresh()
}

func (p *formPanel) header() fyne.CanvasObject {
	p.shut = look.NewButton("", look.Icon(theme.IconNameCancel), look.Quiet, p.form.Cancel)
	return look.Row(8, look.NewText(p.form.Title, look.Strong, look.Ink), look.Spacer(), look.Padded(0, 0, 0, -6, p.shut))
}

func (p *formPanel) bar() fyne.CanvasObject {
	t := p.window.env.T
	giveUp := t("form.cancel")
	if p.form.GiveUp != "" {
		giveUp = p.form.GiveUp
	}
	p.cancel = look.NewButton(giveUp, nil, look.Plain, p.form.Cancel).High(32)
	face := look.Primary
	if p.form.Danger {
		face = look.Danger
	}
	p.do = look.NewButton(p.form.Do, nil, face, p.submit).WithKey("Ctrl+Enter").High(32)
	buttons := look.Row(8, p.cancel, p.do)
	bar := look.Edged(nil, nil, nil, buttons, look.Middle(look.Padded(0, 0, 0, 12, p.foot)))
	ground := look.Padded(0, 1, 1, 1, look.NewBox(look.Surface).Rounded(5)) // what scrolls goes under it
	return look.Stack(ground, look.Edged(look.Line(look.Rule), nil, nil, nil, look.Sized(0, 51, look.Padded(9, 9, 16, 16, bar))))
}

// formLine is a line of fields: it goes when all of them are hidden.
type formLine struct {
	object fyne.CanvasObject
	fields []*formField
	notes  *fyne.Container // under the cells of narrow fields; nil = each field has its own
}

// lay puts the fields under each other; narrow ones share their line with the next narrow one. The notes of the first
// one alone have the whole line, of two each stand under their own field.
func (p *formPanel) lay() {
	for i := 0; i < len(p.fields); i++ {
		f := p.fields[i]
		line := formLine{object: f.box, fields: []*formField{f}}
		if f.field.Narrow {
			cells, notes := look.Edged(nil, nil, f.narrow(), nil, look.Stack()), []fyne.CanvasObject{f.notes}
			if i+1 < len(p.fields) && p.fields[i+1].field.Narrow {
				i++
				second := p.fields[i]
				line.fields, notes = append(line.fields, second), append(notes, second.notes)
				cells = look.Edged(nil, nil, f.narrow(), nil, second.rest())
			}
			line.notes = look.Notes(narrowField, notes...)
			line.object = look.Column(4, cells, line.notes)
		}
		p.lines = append(p.lines, line)
		p.rows.Add(line.object)
	}
}

// first is what has the focus when the panel is shown.
func (p *formPanel) first() fyne.Focusable {
	if x, ok := p.form.FirstWrong(); ok {
		return p.of(x).stop()
	}
	if s := p.of(p.form.Field(p.form.First)).stop(); s != nil {
		return s
	}
	for _, x := range p.fields {
		if s := x.stop(); s != nil && !x.field.Hidden {
			return s
		}
	}
	return p.do
}

func (p *formPanel) of(x *present.Field) *formField {
	for _, f := range p.fields {
		if f.field == x {
			return f
		}
	}
	return &formField{field: x}
}

// key is told of the keys that no field uses.
func (p *formPanel) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case look.CtrlEnter:
		p.submit()
	case fyne.KeyEscape:
		p.form.Cancel()
	case look.FocusMoved:
		if o, ok := p.window.Canvas().Focused().(fyne.CanvasObject); ok {
			p.reveal(o)
		}
	default:
		return false
	}
	return true
}

func (p *formPanel) submit() {
	if p.form.Blocked == "" { // a blocked form asks nothing, so nothing new is wrong: whoever types stays where he is
		p.wrong = false
	}
	p.form.Submit()
}

// redraw shows what the form says now.
func (p *formPanel) redraw() {
	for _, x := range p.fields {
		x.redraw()
	}
	for _, l := range p.lines {
		show(l.object, slices.ContainsFunc(l.fields, func(x *formField) bool { return !x.field.Hidden }))
		if l.notes != nil {
			show(l.notes, slices.ContainsFunc(l.fields, func(x *formField) bool { return x.notes.Visible() }))
		}
	}
	above := p.above()
	p.drawNotices()
	f := p.form
	p.do.Allow(!f.Busy && f.Blocked == "")
	switch {
	case f.Busy:
		p.foot.Set(f.T("form.busy"), look.InkSecond)
	case f.Blocked != "":
		p.foot.Set(f.Blocked, look.InkToday)
	default:
		p.foot.Set(f.Foot, look.InkSecond)
	}
	p.rows.Refresh()
	p.Refresh()
	if moved := p.above() - above; moved != 0 && p.scroll.Offset() > 0 { // whoever has scrolled keeps what he looks at
		p.scroll.ScrollTo(max(0, p.scroll.Offset()+moved))
	}
	if x, ok := f.FirstWrong(); ok && !p.wrong && !f.Busy {
		p.wrong = true
		p.goTo(x)
	}
}

// above is how high the notices above the fields are.
func (p *formPanel) above() float32 {
	if !p.notices.Visible() {
		return 0
	}
	return p.notices.Size().Height
}

// goTo brings a field into view and gives it the focus.
func (p *formPanel) goTo(x *present.Field) {
	f := p.of(x)
	if s := f.stop(); s != nil && p.window.Canvas() != nil {
		p.window.focus(s)
		p.reveal(f.box)
	}
}

// reveal scrolls so far that something among the fields is seen, with its label above it.
func (p *formPanel) reveal(o fyne.CanvasObject) {
	if !p.holds(o) {
		return
	}
	const label = 24
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.scroll.Container).Y
	height := p.scroll.Container.Size().Height
	switch bottom := top + o.Size().Height; {
	case top < label:
		p.scroll.ScrollTo(max(0, p.scroll.Offset()+top-label))
	case bottom > height:
		p.scroll.ScrollTo(p.scroll.Offset() + bottom - height + 8)
	}
}

// holds tells whether something lies among the fields or notices, by where it is drawn.
func (p *formPanel) holds(o fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o)
	within := func(box fyne.CanvasObject) bool {
		from, size := driver.AbsolutePositionForObject(box), box.Size()
		return box.Visible() && at.X >= from.X && at.X <= from.X+size.Width && at.Y >= from.Y && at.Y <= from.Y+size.Height
	}
	return within(p.notices) || slices.ContainsFunc(p.lines, func(l formLine) bool { return within(l.object) })
}

func (p *formPanel) drawNotices() {
	words := p.summary()
	says := []string{p.form.Summary}
	for _, n := range p.form.Notices {
		says = append(says, n.Words, n.Why, n.Do)
	}
	for _, x := range words {
		says = append(says, x.Key, x.Wrong)
	}
	shown := strings.Join(says, "\x00")
	if shown == p.shown {
		return
	}
	p.shown = shown
	p.notices.Objects = nil
	first := true
	for _, n := range p.form.Notices {
		p.notices.Add(p.notice(n, first))
		first = first && n.Sign != present.BadSign
	}
	if p.form.Summary != "" {
		p.notices.Add(refusal(p.form.Summary, "", look.Icon(theme.IconNameError), nil))
	}
	if len(words) > 0 {
		p.notices.Add(p.wrongs(words))
	}
	show(p.notices, len(p.notices.Objects) > 0)
	p.notices.Refresh()
}

// summary gives the fields with something wrong.
func (p *formPanel) summary() []*present.Field {
	var all []*present.Field
	for _, x := range p.form.Fields {
		if x.Wrong != "" && !x.Hidden {
			all = append(all, x)
		}
	}
	return all
}

// wrongs lists the wrong fields; a press goes to one.
func (p *formPanel) wrongs(all []*present.Field) fyne.CanvasObject {
	links := look.Wrapped(4, 0)
	for _, x := range all {
		links.Add(look.NewButton(x.Label, nil, look.Quiet, func() { p.goTo(x) }))
	}
	words := look.Column(2, look.NewText(p.window.env.T("form.wrong", "n", len(all)), look.Strong, look.Ink), look.Padded(0, 0, -10, 0, links))
	sign := look.AtTop(look.Padded(0, 0, 0, 12, look.NewGlyph(look.Icon(theme.IconNameError), look.InkOver, 20)))
	return look.Stack(look.NewBox(look.SoftOver).Rounded(6).Stark(look.InkOver, 2), look.Padded(10, 6, 12, 12, look.Edged(nil, nil, sign, nil, words)))
}

// notice draws what stands above the fields; the first thing that is missing has the button of the panel.
func (p *formPanel) notice(n present.Notice, first bool) fyne.CanvasObject {
	icon, _ := sign(n.Sign)
	var button fyne.CanvasObject
	if n.Do != "" {
		face := look.Plain
		if first && n.Sign == present.BadSign && p.form.Blocked != "" {
			face = look.Primary
		}
		button = look.Centred(look.NewButton(n.Do, nil, face, n.Go))
	}
	switch n.Sign {
	case present.BadSign:
		return refusal(n.Words, n.Why, icon, button)
	case present.WarnSign:
		return look.NewBanner(icon, n.Words, look.ToneSoon, button)
	case present.GoodSign:
		return look.NewBanner(icon, n.Words, look.ToneOK, button)
	default:
		return look.NewBanner(icon, n.Words, look.ToneInfo, button)
	}
}

// refusal says what cannot be done, and why where there is more to say.
func refusal(words, why string, icon fyne.Resource, button fyne.CanvasObject) fyne.CanvasObject {
	if why != "" {
		return look.NewRefusal(words, why, icon, button)
	}
	return look.NewBanner(icon, words, look.ToneOver, button)
}
