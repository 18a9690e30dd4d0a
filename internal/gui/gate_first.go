package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// firstPart is the first steps in a new office: the steps at the left, at the right the one that is shown.
type firstPart struct {
	window *Window
	model  *present.FirstSteps
	body   fyne.CanvasObject
	panel  *formPanel // of one more user; nil while none is added
	focus  fyne.Focusable
	next   *look.Button
	later  *look.Button
	back   *look.Button
	wrong  *look.Prose
	inner  func()
}

func newFirstPart(w *Window, m *present.FirstSteps) gatePart {
	p := &firstPart{window: w, model: m, wrong: look.NewProse("", look.Second, look.InkOver), inner: func() {}}
	steps := stepsCard(w.env.T("gate.first"), m.Title(), m.Steps(), nil)
	var right fyne.CanvasObject
	if m.User != nil {
		p.panel = newFormPanel(w, m.User)
		right = p.panel.Container
	} else {
		right = look.NewCard(nil, look.Edged(nil, p.bar(), nil, nil, look.NewScrolled(look.Padded(22, 16, 32, 32, p.content())).Container))
	}
	p.body = look.FoldingPanes(12, gateLeast, []float32{stepsWide, 0}, steps, right)
	p.redraw()
	return p
}

// bar is the buttons at the bottom.
func (p *firstPart) bar() fyne.CanvasObject {
	t, m := p.window.env.T, p.model
	p.back = look.NewButton(t("gate.back"), look.Icon(theme.IconNameNavigateBack), look.Plain, m.Back).High(32)
	p.later = look.NewButton(t("gate.later"), nil, look.Quiet, m.Later).High(32)
	p.next = look.NewButton(m.Do(), look.Icon(theme.IconNameConfirm), look.Primary, m.Next).High(32)
	show(p.back, m.CanBack())
	line := look.Edged(nil, nil, p.back, look.Row(8, p.later, p.next), look.Padded(0, 0, 12, 12, look.Middle(p.wrong)))
	return look.Padded(0, 0, 32, 32, look.Edged(look.Line(look.Rule), nil, nil, nil, look.Padded(16, 20, 0, 0, line)))
}

func (p *firstPart) content() fyne.CanvasObject {
	switch p.model.Step() {
	case present.FirstCalendar:
		return p.calendar()
	case present.FirstUsers:
		return p.users()
	default:
		return p.backup()
	}
}

func titled(title, lead string, rest ...fyne.CanvasObject) fyne.CanvasObject {
	head := look.Column(4, look.NewText(title, look.Title, look.Ink), look.NewProse(lead, look.Body, look.InkSecond))
	return look.Column(16, append([]fyne.CanvasObject{head}, rest...)...)
}

func (p *firstPart) calendar() fyne.CanvasObject {
	t, m := p.window.env.T, p.model
	rows := look.Column(10)
	var ticks []*look.Tick
	draw := func() {
		if len(ticks) == len(m.Years()) {
			for i, y := range m.Years() {
				ticks[i].Put(y.On)
			}
			return
		}
		rows.Objects, ticks = nil, nil
		for i, y := range m.Years() {
			tick := look.NewTick(t("gate.year", "year", y.Year), func(on bool) { m.Tick(i, on) })
			tick.Put(y.On)
			ticks = append(ticks, tick)
			rows.Add(look.Column(0, tick, look.Padded(0, 0, 24, 0, look.NewProse(y.Days, look.Second, look.InkSecond))))
		}
		rows.Refresh()
		if len(ticks) == 0 {
			return
		}
		p.focus = ticks[0]
		if c := p.window.Canvas(); c.Focused() == nil { // the years have come after the step was shown
			p.window.focus(p.focus)
		}
	}
	draw()
	p.inner = draw
	return titled(t("gate.calendar_title"), t("gate.calendar_lead"), rows)
}

func (p *firstPart) users() fyne.CanvasObject {
	t, m := p.window.env.T, p.model
	add := look.NewButton(t("gate.add_user"), look.Icon(theme.IconNameContentAdd), look.Plain, m.AddUser).High(32)
	p.focus = add
	rows := look.Column(8)
	if len(m.Users()) == 0 {
		rows.Add(look.NewText(t("gate.users_none"), look.Body, look.InkSecond))
	}
	for _, u := range m.Users() {
		text := look.Column(0, look.NewText(u.Name, look.Strong, look.Ink).Elided(),
			look.NewProse(t("gate.user_secret", "login", u.Login, "password", u.Password), look.Body, look.Ink),
			look.NewText(u.Role, look.Second, look.InkSecond).Elided())
		rows.Add(look.Edged(nil, nil, look.Padded(0, 0, 0, 12, look.AtTop(look.NewAvatar(look.Initials(u.Name), false))), nil, text))
	}
	content := []fyne.CanvasObject{rows, look.Row(0, add)}
	if len(m.Users()) > 0 {
		content = append(content, look.NewBanner(look.Icon(theme.IconNameWarning), t("gate.secret_hint"), look.ToneSoon, nil))
	}
	return titled(t("gate.users_title"), t("gate.users_lead"), content...)
}

func (p *firstPart) backup() fyne.CanvasObject {
	t, m := p.window.env.T, p.model
	b := newBackupPanel(p.window, m.Backup, false)
	p.inner = b.redraw
	p.focus = b.stop()
	return titled(t("gate.backup_title"), t("gate.backup_lead", "dir", m.Dir()), b.body)
}

func (p *firstPart) object() fyne.CanvasObject { return p.body }
func (p *firstPart) size() fyne.Size           { return fyne.NewSize(960, 600) }

func (p *firstPart) first() fyne.Focusable {
	switch {
	case p.panel != nil:
		return p.panel.first()
	case p.focus != nil && p.model.Step() != present.FirstUsers || len(p.model.Users()) == 0:
		return p.focus
	default:
		return p.next
	}
}

func (p *firstPart) key(ev *fyne.KeyEvent) bool {
	switch {
	case p.panel != nil:
		return p.panel.key(ev)
	case ev.Name == look.CtrlEnter:
		p.model.Next()
	case ev.Name == fyne.KeyEscape:
		p.model.Back()
	default:
		return false
	}
	return true
}

func (p *firstPart) redraw() {
	p.inner()
	if p.panel != nil {
		return
	}
	p.wrong.SetWords(p.model.Wrong())
	p.next.Say(p.model.Do(), look.Icon(theme.IconNameConfirm), look.Primary)
	p.next.Allow(p.model.Allowed())
	p.later.Allow(!p.model.Busy() && !p.model.Backup.Busy())
	p.back.Allow(!p.model.Busy() && !p.model.Backup.Busy())
}
