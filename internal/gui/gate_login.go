package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// loginPart is who works here at the left, and the password at the right.
type loginPart struct {
	window *Window
	model  *present.Login

	rows     *look.List[present.AccountRow]
	name     *look.Text
	role     *look.Text
	entry    *look.Entry
	field    *look.Field
	eye      *look.Button
	hint     *look.Prose
	wrong    *look.Prose
	error    *fyne.Container
	enter    *look.Button
	forgot   *look.Button
	progress *look.Progress
	tries    int
	form     *fyne.Container
	scroll   *look.Scrolled
	body     fyne.CanvasObject
}

const accountHigh = 52

func newLoginPart(w *Window, m *present.Login) *loginPart {
	p := &loginPart{window: w, model: m}
	t := w.env.T
	p.rows = look.NewList(accountHigh, p.paint)
	p.rows.OnChosen = func(i int) {
		m.Choose(i)
		w.focus(p.entry)
	}
	p.rows.OnOpen = func(int) { w.focus(p.entry) }
	p.name = look.NewText("", look.Title, look.Ink).Elided()
	p.role = look.NewText("", look.Body, look.InkSecond).Elided()
	p.entry = look.NewEntry("")
	p.entry.Password = true
	p.entry.OnChanged = m.Type
	p.entry.OnSubmitted = func(string) { m.Enter() }
	p.entry.OnKey = p.typed
	p.eye = look.NewButton("", look.Icon(theme.IconNameVisibility), look.Quiet, p.reveal)
	p.field = look.NewHighField(p.entry, p.eye)
	p.hint = look.NewProse("", look.Second, look.InkHint)
	p.wrong = look.NewProse("", look.Second, look.InkOver)
	p.error = look.Edged(nil, nil, look.AtTop(look.Padded(1, 0, 0, 4, look.NewGlyph(look.Icon(theme.IconNameError), look.InkOver, 14))), nil, p.wrong)
	p.enter = look.NewButton(t("gate.enter"), nil, look.Primary, m.Enter).High(36)
	p.forgot = look.NewButton(t("gate.forgotten"), nil, look.Quiet, m.Forgot)
	p.progress = look.NewProgress("", "", nil)
	p.body = p.lay()
	p.redraw()
	return p
}

func (p *loginPart) lay() fyne.CanvasObject {
	t := p.window.env.T
	list := look.Tall(look.CardHead(look.NewText(t("gate.who"), look.Strong, look.Ink)), look.Padded(6, 6, 1, 0, p.rows))
	p.form = look.Column(0,
		p.name, p.role,
		look.Padded(18, 4, 0, 0, look.NewText(t("gate.password"), look.Second, look.InkSecond)),
		p.field.Container,
		look.Padded(6, 0, 0, 0, look.Column(4, p.error, p.hint)),
		look.Padded(14, 0, 0, 0, look.Row(8, look.Sized(90, 36, p.enter), p.forgot)),
		look.Padded(14, 0, 0, 0, p.progress),
	)
	p.scroll = look.NewScrolled(look.Padded(4, 6, 6, 6, p.form))
	right := look.Padded(24, 16, 35, 35, look.Edged(nil, p.below(), nil, nil, p.scroll.Container))
	return look.NewCard(nil, look.YieldingPanes(0, 320, []float32{388, 0}, look.Edged(nil, nil, nil, look.Line(look.Rule), list), right))
}

// below is the other way that leads from here.
func (p *loginPart) below() fyne.CanvasObject {
	t, g := p.window.env.T, p.model.Gate
	b := look.NewButton(t("gate.practice"), look.Icon(theme.IconNameMediaPlay), look.Plain, g.Practise)
	words := t("gate.practice_short")
	if g.Practising() {
		b = look.NewButton(t("gate.leave_practice"), look.Icon(theme.IconNameNavigateBack), look.Plain, g.LeavePractice)
		words = t("gate.exercise")
	}
	line := look.Edged(nil, nil, look.Middle(b), nil, look.Padded(0, 0, 8, 0, look.Middle(look.NewProse(words, look.Second, look.InkHint).AtMost(2))))
	return look.Padded(0, 0, 6, 6, look.Column(0, look.Line(look.Rule), look.Padded(12, 0, 0, 0, line)))
}

func (p *loginPart) paint(r present.AccountRow, width float32, put func(look.Part)) {
	chosen := r == p.model.Row()
	circle, ink, face := look.Band, look.InkSecond, look.Body
	if chosen {
		circle, ink, face = look.Accent, look.OnAccent, look.Strong
	}
	ground := look.Part{X: 19, Y: 10, W: 32, H: 32, Fill: circle, Radius: 16}
	if t, ok := fyne.CurrentApp().Settings().Theme().(look.Theme); ok && t.Variant == look.Contrast {
		ground.Stroke, ground.Line = look.Rule, 1
	}
	put(ground)
	put(look.Part{X: 19, Y: 10, W: 32, H: 32, Words: look.Initials(r.Name), Face: look.SecondBold, Ink: ink, Align: fyne.TextAlignCenter})
	if r.Role == "" {
		put(look.Part{X: 63, Y: 17, W: width - 75, H: 18, Words: r.Name, Face: face, Ink: look.Ink})
		return
	}
	put(look.Part{X: 63, Y: 9, W: width - 75, H: 18, Words: r.Name, Face: face, Ink: look.Ink})
	put(look.Part{X: 63, Y: 27, W: width - 75, H: 16, Words: r.Role, Face: look.Second, Ink: look.InkSecond})
}

// typed moves the choice from the field of the password, where the focus begins.
func (p *loginPart) typed(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		p.model.Choose(p.model.Chosen() - 1)
	case fyne.KeyDown:
		p.model.Choose(p.model.Chosen() + 1)
	default:
		return false
	}
	return true
}

// reveal shows what is typed, or hides it again.
func (p *loginPart) reveal() {
	p.entry.Password = !p.entry.Password
	icon := look.Icon(theme.IconNameVisibility)
	if !p.entry.Password {
		icon = look.Icon(theme.IconNameVisibilityOff)
	}
	p.eye.Say("", icon, look.Quiet)
	p.entry.Refresh()
}

func (p *loginPart) object() fyne.CanvasObject { return p.body }

// size is that of the picture, or higher where more people work.
func (p *loginPart) size() fyne.Size {
	return fyne.NewSize(820, min(560, max(396, 50+accountHigh*float32(len(p.model.Rows())))))
}

func (p *loginPart) first() fyne.Focusable { return p.entry }

func (p *loginPart) key(ev *fyne.KeyEvent) bool {
	if ev.Name == look.CtrlEnter {
		p.model.Enter()
		return true
	}
	return false
}

func (p *loginPart) redraw() {
	m := p.model
	p.rows.SetItems(m.Rows(), m.Chosen())
	if m.Chosen() >= 0 && p.rows.Size().Height > 0 {
		p.rows.Choose(m.Chosen())
	}
	row := m.Row()
	p.name.SetWords(row.Name)
	p.role.SetWords(row.Role)
	show(p.role, row.Role != "")
	if p.tries != m.Tries() {
		p.tries = m.Tries()
		p.entry.Put("")
	}
	p.wrong.SetWords(m.Wrong())
	show(p.error, m.Wrong() != "")
	p.hint.SetWords(m.Hint())
	show(p.hint, m.Wrong() == "" && !m.Busy())
	p.field.Wrong(m.Wrong() != "")
	p.field.Allow(!m.Busy())
	p.enter.Allow(m.Ready())
	show(p.progress, m.Busy())
	putMeter(p.progress, m.Meter())
	p.form.Refresh()
	if p.error.Visible() {
		bring(p.scroll, p.error)
	}
}

// putMeter shows how far work has come.
func putMeter(p *look.Progress, m *present.Meter) {
	p.Say(m.Words())
	if share, ok := m.Share(); ok {
		p.Put(share, m.Percent())
	} else {
		p.Put(-1, "")
	}
}
