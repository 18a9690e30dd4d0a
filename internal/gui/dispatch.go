package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// dispatchScreen is what leaves the office: letters to be sent with their barcodes, and letters whose proof is waited for.
type dispatchScreen struct {
	window *Window
	model  *present.Dispatch

	ready *look.Table[present.ReadyRow]
	sent  *look.Table[present.SentRow]
	form  *sendingForm
	panel *formPanel // of the form that is open
	of    *present.Form
	// sentForm tells that the form is about a letter that was sent.
	sentForm bool

	tools, readyHead, sentHead *fyne.Container
	readyTop, sentTop          *fyne.Container // the lists, or what is said instead
	readyLow, sentLow          *fyne.Container
	tabs                       *look.Tabs
	panes                      *fyne.Container
	heads                      [2]*fyne.Container // of the lists; a tab says the same
	unders                     [2]*fyne.Container // the lists with what stands under them
	next                       fyne.Focusable     // gets the focus when everything is drawn
	narrow                     bool
	content                    fyne.CanvasObject
}

// dispatchKept is what one finds again when one comes back.
type dispatchKept struct{ ready, sent, tab int }

func newDispatch(w *Window, _ present.Route) screen {
	s := &dispatchScreen{
		window: w, model: present.NewDispatch(w.env, w.program), tools: look.Stack(), readyHead: look.Stack(), sentHead: look.Stack(),
		readyTop: look.Stack(), sentTop: look.Stack(), readyLow: look.Stack(), sentLow: look.Stack(),
	}
	s.ready = look.NewTallTable(32, readyColumns(w.env), nil)
	s.ready.SetWidths(w.columns("dispatch_ready"))
	s.ready.OnWidths = func(widths map[string]float32) { w.keepColumns("dispatch_ready", widths) }
	rows := s.ready.Rows
	rows.OnChosen, rows.OnOpen, rows.OnKey, rows.OnPress = s.model.ChooseReady, s.model.OpenReady, s.readyKey, s.pressed
	s.sent = look.NewTallTable(32, sentColumns(w.env), nil)
	s.sent.SetWidths(w.columns("dispatch_sent"))
	s.sent.OnWidths = func(widths map[string]float32) { w.keepColumns("dispatch_sent", widths) }
	s.sent.Rows.OnChosen, s.sent.Rows.OnOpen = s.model.ChooseSent, s.model.OpenSent
	s.form = newSendingForm(w, s.model)
	s.tabs = look.NewTabs([]look.TabWords{{Words: w.env.T("dispatch.ready")}, {Words: w.env.T("dispatch.waits_tab")}}, func(int) { s.fold() })
	s.heads = [2]*fyne.Container{look.CardHead(s.readyHead), look.CardHead(s.sentHead)}
	s.unders = [2]*fyne.Container{
		container.New(underLayout{want: s.readyHeight}, s.readyTop, s.readyLow), container.New(underLayout{s.sentHeight, true}, s.sentTop, s.sentLow),
	}
	s.panes = container.New(dispatchPanes{},
		look.NewCard(nil, look.Tall(s.heads[0], s.unders[0])), look.NewCard(nil, look.Tall(s.heads[1], s.unders[1])))
	s.content = look.Tall(look.Sized(0, 44, look.Padded(0, 0, 16, 16, s.tools)),
		look.Padded(0, 12, 16, 16, look.Tall(look.Padded(0, 8, 0, 0, s.tabs), s.panes)))
	s.tabs.Hide()
	s.model.Changed = s.redraw
	s.redraw()
	s.model.Load()
	return s
}

func readyColumns(env present.Env) []look.TableColumn[present.ReadyRow] {
	t := env.T
	return []look.TableColumn[present.ReadyRow]{
		{Key: "check", Width: 26, Fixed: true, Cell: func(r present.ReadyRow) look.Cell {
			if !r.Can {
				return look.Cell{}
			}
			return look.Cell{Check: ticked(r.Checked)}
		}},
		{Key: "out", Head: t("dispatch.col.out"), Width: 72, Cell: func(r present.ReadyRow) look.Cell { return look.Cell{Words: r.Out} }},
		{Key: "to", Head: t("dispatch.col.to"), Width: addresseeWidth, Cell: func(r present.ReadyRow) look.Cell { return look.Cell{Words: r.To} }},
		{Key: "letter", Head: t("dispatch.col.letter"), Cell: func(r present.ReadyRow) look.Cell { return look.Cell{Words: r.Title} }},
		{Key: "way", Head: t("dispatch.col.way"), Width: 84, Spare: 1, Cell: func(r present.ReadyRow) look.Cell { return look.Cell{Words: r.Way} }},
		{Key: "due", Head: t("dispatch.col.due"), Width: 142, Cell: func(r present.ReadyRow) look.Cell {
			c := leftCell(r.Urgency, r.Left)
			if c.Icon == nil {
				c.Icon = look.IconClock
			}
			return c
		}},
	}
}

func sentColumns(env present.Env) []look.TableColumn[present.SentRow] {
	t := env.T
	return []look.TableColumn[present.SentRow]{
		{Key: "out", Head: t("dispatch.col.out"), Width: 70, Cell: func(r present.SentRow) look.Cell { return look.Cell{Words: r.Out} }},
		{Key: "to", Head: t("dispatch.col.to"), Cell: func(r present.SentRow) look.Cell { return look.Cell{Words: r.To} }},
		{Key: "sent", Head: t("dispatch.col.sent"), Width: 88, Cell: func(r present.SentRow) look.Cell { return look.Cell{Words: r.SentOn} }},
		{Key: "way", Head: t("dispatch.col.way"), Width: 76, Cell: func(r present.SentRow) look.Cell { return look.Cell{Words: r.Way} }},
		{Key: "waits", Head: t("dispatch.col.waits"), Width: 84, Cell: func(r present.SentRow) look.Cell {
			if r.Late {
				return look.Cell{Words: r.Waits, Face: look.Second, Icon: look.Icon(theme.IconNameError), Ink: look.InkOver}
			}
			return look.Cell{Words: r.Waits, Face: look.Second, Icon: look.IconClock, Ink: look.InkOK}
		}},
	}
}

func (s *dispatchScreen) head() head {
	return head{title: s.window.env.T("place.dispatch"), note: s.window.env.T("today.date", "weekday", s.window.env.Say.Weekday(s.window.env.Today().Weekday()), "date", s.window.env.Today())}
}

func (s *dispatchScreen) body() fyne.CanvasObject { return s.content }

func (s *dispatchScreen) first() fyne.Focusable {
	if len(s.model.Ready()) == 0 {
		return nil // nothing is listed, or not yet
	}
	return s.ready.Rows
}

func (s *dispatchScreen) reload() { s.model.Load() }

func (s *dispatchScreen) leave() { s.model.Keep() }

func (s *dispatchScreen) resized(width float32) {
	s.narrow = width < dispatchBoth
	addressee := float32(addresseeWidth)
	if s.narrow && width >= tiny || width >= roomy {
		addressee = addresseeWide
	}
	s.ready.Widen("to", addressee)
	s.fold()
}

// fold puts one list behind a tab where there is no room for both.
func (s *dispatchScreen) fold() {
	show(s.tabs, s.narrow)
	show(s.heads[0], !s.narrow)
	show(s.heads[1], !s.narrow)
	show(s.panes.Objects[0], !s.narrow || s.tabs.Current() == 0)
	show(s.panes.Objects[1], !s.narrow || s.tabs.Current() == 1)
	s.content.Refresh()
	s.panes.Refresh()
}

func (s *dispatchScreen) keep() any {
	return dispatchKept{s.model.ReadyAt(), s.model.SentAt(), s.tabs.Current()}
}

func (s *dispatchScreen) restore(kept any) {
	if k, ok := kept.(dispatchKept); ok {
		s.model.ChooseReady(k.ready)
		s.model.ChooseSent(k.sent)
		s.tabs.Put(k.tab)
		s.fold()
	}
}

func (s *dispatchScreen) key(ev *fyne.KeyEvent) bool {
	if s.panel != nil && s.panel.key(ev) {
		return true
	}
	switch ev.Name {
	case look.CtrlEnter:
		s.model.MarkSent()
	case look.FocusMoved:
		s.window.follow(s.form.scroll)
	default:
		return false
	}
	return true
}

func (s *dispatchScreen) readyKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeySpace {
		s.model.Tick(s.ready.Rows.Chosen())
		return true
	}
	return false
}

// pressed ticks a row where the press is on its box.
func (s *dispatchScreen) pressed(i int, at fyne.Position) bool {
	if at.X > 36 {
		return false
	}
	s.model.Tick(i)
	return true
}

func (s *dispatchScreen) redraw() {
	s.ready.Rows.SetItems(s.model.Ready(), s.model.ReadyAt())
	s.sent.Rows.SetItems(s.model.Sent(), s.model.SentAt())
	s.tabs.SetCounts(len(s.model.Ready()), len(s.model.Sent()))
	s.drawForm()
	if s.form.redraw(); len(s.form.order) == 0 && s.next == nil && s.form.has(s.window.Canvas().Focused()) {
		s.next = s.ready.Rows // the form has gone with the letters it was of
	}
	look.Swap(s.tools, s.drawTools())
	look.Swap(s.readyHead, s.drawReadyHead())
	look.Swap(s.sentHead, s.drawSentHead())
	look.Swap(s.readyTop, s.drawReady())
	look.Swap(s.sentTop, s.drawSent())
	look.Swap(s.readyLow, s.drawReadyLow())
	look.Swap(s.sentLow, s.drawSentLow())
	s.unders[0].Refresh()
	s.unders[1].Refresh()
	s.panes.Refresh()
	if s.next != nil {
		s.window.focus(s.next)
		s.next = nil
	}
}
