package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// gateScreen is what is shown before somebody has signed in: who may, or how an office is begun.
type gateScreen struct {
	still
	window *Window
	model  *present.Gate

	root, card   *fyne.Container
	about        *look.Text
	day, hour    *look.Text
	under, foot  *fyne.Container
	part         gatePart
	shown        string // which part that is
	backup, dirs string // what stands under the card and at the bottom
}

// gatePart is what the card of the gate holds at one step.
type gatePart interface {
	object() fyne.CanvasObject
	size() fyne.Size // that it would like to have
	first() fyne.Focusable
	key(*fyne.KeyEvent) bool
	redraw()
}

func newGate(w *Window) screen { return newGateOn(w, w.program) }

// newGateOn makes the gate of a desk. It begins when its parts are built, so that nothing is drawn into nothing.
func newGateOn(w *Window, d present.GateDesk) *gateScreen {
	s := &gateScreen{window: w, model: present.NewGate(w.env, d)}
	s.card, s.under, s.foot = look.Stack(), look.Stack(), look.Stack()
	s.about = look.NewText("", look.Body, look.InkSecond).Elided()
	s.day = look.NewText("", look.Strong, look.Ink).Aligned(fyne.TextAlignTrailing)
	s.hour = look.NewText("", look.Second, look.InkSecond).Aligned(fyne.TextAlignTrailing)
	s.root = container.New(gateLayout{s}, s.brand(), s.card, s.under, s.foot)
	s.model.Changed = s.redraw
	s.model.Entered = func(warnings []string) {
		s.model.Leave()
		w.session.warnings = warnings
		w.session.listening = w.session.listening && !s.model.Fresh()
		w.env.ReadOnly = s.model.ReadOnly()
		w.enter()
	}
	s.model.Begin()
	s.redraw()
	return s
}

func (s *gateScreen) head() head              { return head{} }
func (s *gateScreen) body() fyne.CanvasObject { return s.root }
func (s *gateScreen) leave()                  { s.model.Leave() }

func (s *gateScreen) first() fyne.Focusable { return s.part.first() }

func (s *gateScreen) key(ev *fyne.KeyEvent) bool {
	if s.part.key(ev) {
		return true
	}
	if ev.Name == fyne.KeyEscape {
		s.model.Back()
		return true
	}
	return false
}

// brand is the line above the card: the sign of the program, what works here, and the clock.
func (s *gateScreen) brand() fyne.CanvasObject {
	t := s.window.env.T
	sign := look.Sized(44, 44, look.Stack(look.NewBox(look.Accent).Rounded(6), look.Centred(look.NewGlyph(look.IconStamp, look.OnAccent, 28))))
	words := look.Column(0, look.Sized(0, 28, look.NewText(t("about.name"), look.Figure, look.Ink)), s.about)
	clock := look.Column(0, s.day, s.hour)
	return look.Edged(nil, nil, look.Padded(0, 0, 0, 12, look.Middle(sign)), look.Middle(clock), look.Middle(words))
}

// redraw shows what the presenter says now. A part is built when its step comes, and redrawn afterwards.
func (s *gateScreen) redraw() {
	g := s.model
	s.about.SetWords(g.Office())
	day, hour := g.Clock()
	s.day.SetWords(day)
	s.hour.SetWords(hour)
	s.drawUnder()
	s.drawFoot()
	if key := s.partKey(); key != s.shown || s.part == nil {
		s.shown = key
		s.part = s.build()
		look.Swap(s.card, s.part.object())
		s.root.Refresh()
		s.entitle()
		if c := s.window.Canvas(); c != nil && s.window.gate == s {
			s.window.focus(s.part.first())
		}
		return
	}
	s.part.redraw()
}

// entitle says in the title of the window when somebody can sign in.
func (s *gateScreen) entitle() {
	title := s.window.env.T("window.title")
	if s.model.Step() == present.GateSignIn {
		title = s.window.env.T("window.title_of", "screen", s.window.env.T("gate.sign_in"))
	}
	s.window.SetTitle(title)
}

// partKey names the part that the presenter asks for.
func (s *gateScreen) partKey() string {
	g := s.model
	switch g.Step() {
	case present.GateFill:
		return fmt.Sprintf("form %p", g.Form)
	case present.GateFounding:
		return fmt.Sprintf("founding %p", g.Founding.Form())
	case present.GateFirst:
		return fmt.Sprintf("first %d %p", g.First.Step(), g.First.User)
	default:
		return fmt.Sprint(g.Step())
	}
}

func (s *gateScreen) build() gatePart {
	g := s.model
	switch g.Step() {
	case present.GateSignIn:
		return newLoginPart(s.window, g.Login)
	case present.GateHeld, present.GateBroken:
		return newTroublePart(s.window, g)
	case present.GateStart:
		return newStartPart(s.window, g)
	case present.GateFill:
		return newFillPart(s.window, g)
	case present.GateFounding:
		return newFoundingPart(s.window, g.Founding)
	case present.GateSheet:
		return newSheetPart(s.window, g.Sheet)
	case present.GateFirst:
		return newFirstPart(s.window, g.First)
	default:
		return newOpeningPart(s.window, g)
	}
}

// drawUnder draws the line under the card.
func (s *gateScreen) drawUnder() {
	g := s.model
	note := g.BackupNote()
	key := fmt.Sprint(g.Step(), note)
	if key == s.backup {
		return
	}
	s.backup = key
	if g.Step() != present.GateSignIn {
		look.Swap(s.under)
		return
	}
	local := look.Row(6, look.NewGlyph(look.Icon(theme.IconNameComputer), look.InkSecond, 16),
		look.NewText(s.window.env.T("gate.local"), look.Second, look.InkSecond))
	right := fyne.CanvasObject(nil)
	if note.Words != "" {
		icon, ink := sign(note.Sign)
		right = look.Row(6, look.NewGlyph(icon, ink, 16), look.NewText(note.Words, look.Second, ink))
	}
	look.Swap(s.under, look.Edged(nil, nil, local, right, nil))
}

// drawFoot draws the line at the bottom: data folder, version, and what there is to know.
func (s *gateScreen) drawFoot() {
	g := s.model
	key := fmt.Sprint(g.Dir(), g.Version(), g.Foot())
	if key == s.dirs {
		return
	}
	s.dirs = key
	items := container.New(statusLayout{}, look.Row(6, look.NewGlyph(look.Icon(theme.IconNameFolder), look.InkSecond, 14), look.NewText(g.Dir(), look.Second, look.InkSecond)))
	add := func(o fyne.CanvasObject) {
		items.Add(look.Padded(0, 0, 12, 0, look.Row(12, look.Sized(1, 16, look.NewBox(look.Rule)), o)))
	}
	add(look.NewText(g.Version(), look.Second, look.InkSecond))
	for _, n := range g.Foot() {
		icon, ink := sign(n.Sign)
		add(look.Row(6, look.NewGlyph(icon, ink, 14), look.NewText(n.Words, look.Second, ink)))
	}
	look.Swap(s.foot, look.NewBox(look.Band), look.Edged(look.Line(look.Rule), nil, nil, nil, look.Padded(0, 0, 15, 15, items)))
}

// gateLayout puts the brand and the card into the middle of the window, as large as the card likes to be.
type gateLayout struct{ screen *gateScreen }

const (
	gateMargin = 24
	brandHigh  = 44
	brandGap   = 22
	underHigh  = 16
	underGap   = 16
)

// MinSize implements fyne.Layout.
func (gateLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

// Layout implements fyne.Layout.
func (l gateLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at := func(i int, x, y, w, h float32) {
		objects[i].Move(fyne.NewPos(x, y))
		objects[i].Resize(fyne.NewSize(w, h))
	}
	want := fyne.NewSize(820, 396)
	if l.screen.part != nil {
		want = l.screen.part.size()
	}
	room := size.Height - statusHeight
	width := min(want.Width, size.Width-2*gateMargin)
	extra := float32(brandHigh + brandGap + underGap + underHigh)
	margin := float32(gateMargin)
	if room-extra-2*margin < want.Height {
		margin = 10
	}
	height := min(want.Height, room-extra-2*margin+underGap)
	left := float32(int((size.Width - width) / 2))
	top := max(margin, float32(int((room-height-extra)/2)))
	at(0, left, top, width, brandHigh)
	at(1, left, top+brandHigh+brandGap, width, height)
	at(2, left, top+brandHigh+brandGap+height+underGap, width, underHigh)
	objects[2].Show()
	if top+brandHigh+brandGap+height+underGap+underHigh > room {
		objects[2].Hide()
	}
	at(3, 0, room, size.Width, statusHeight)
}
