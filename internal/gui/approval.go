package gui

import (
	"image"
	"slices"

	"harta/internal/gui/look"
	"harta/internal/gui/present"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// approvalScreen is the letters that wait for a word or a signature: the list, the letter, and what one must know to
// decide about it.
type approvalScreen struct {
	window *Window
	model  *present.Approval

	banner, bar       *fyne.Container
	list              *look.List[present.ApprovalRow]
	listTitle         *look.Text
	foot              *fyne.Container
	paper             *look.PageView
	paperTitle, count *look.Text
	turn, details     *look.Button
	compare           *comparePane
	back              *fyne.Container // from the side to the paper
	side, middle      *fyne.Container
	panes             *fyne.Container
	content           *fyne.Container

	width    float32
	opened   bool // the side is shown in the place of the paper, in a narrow window
	pages    []image.Image
	form     *present.Form
	panel    *formPanel
	sideOf   string // what the side shows
	barOf    string
	footOf   string
	bannerOf string
	emptyOf  bool
}

const (
	approvalListWidth = 284
	approvalSideWidth = 336
	readingWidth      = 540
)

func newApproval(w *Window, to present.Route) screen {
	s := &approvalScreen{
		window: w, model: present.NewApproval(w.env, w.program, to),
		banner: look.Stack(), bar: look.Stack(), foot: look.Stack(), side: look.Stack(),
	}
	t := w.env.T
	s.list = look.NewList(64, paintApproval)
	s.list.OnChosen = s.model.Choose
	s.list.OnOpen = func(int) { s.window.focus(s.paper) }
	s.list.OnRune = s.typed
	s.list.OnKey = s.listKey
	s.list.OnPress = s.pressed
	s.paper = look.NewPageView()
	s.paper.SetWidth(readingWidth)
	s.paper.OnZoom = func(float32) { s.draw() }
	s.paper.Empty(look.NewSkeleton(12))
	s.paperTitle, s.count = look.NewText(t("approval.letter"), look.Strong, look.Ink), look.NewText("", look.Body, look.InkSecond)
	s.turn = look.NewButton("", look.Icon(theme.IconNameContentCopy), look.Quiet, s.model.Turn).WithKey("V")
	s.compare = newComparePane(w, s.model.Since, nil)
	s.compare.Hide()
	s.details = look.NewButton(t("approval.side"), look.Icon(theme.IconNameInfo), look.Plain, s.toggle).WithKey("F4")
	s.details.Hide()
	s.back = look.Padded(6, 0, 12, 12, look.Row(0, look.NewButton(t("approval.to_letter"), look.Icon(theme.IconNameNavigateBack), look.Plain, s.toggle).WithKey("F4")))
	s.back.Hide()
	s.panes = look.Panes(0, []float32{approvalListWidth, 0, approvalSideWidth}, s.listPane(), s.paperPane(), s.sidePane())
	s.content = look.Edged(s.banner, s.bar, nil, nil, s.panes)
	s.model.Changed = s.redraw
	s.model.Load()
	s.redraw()
	return s
}

func (s *approvalScreen) head() head { return head{title: s.window.env.T("place.approval")} }

func (s *approvalScreen) body() fyne.CanvasObject { return s.content }

func (s *approvalScreen) first() fyne.Focusable { return s.list }

func (s *approvalScreen) reload() { s.model.Load() }

func (s *approvalScreen) keep() any {
	if i := s.model.Chosen(); i >= 0 {
		return s.model.Rows()[i].Letter
	}
	return nil
}

func (s *approvalScreen) restore(kept any) {
	for i, r := range s.model.Rows() {
		if r.Letter == kept {
			s.model.Choose(i)
		}
	}
}

func (s *approvalScreen) leave() {
	s.model.Keep()
}

func (s *approvalScreen) resized(width float32) {
	if s.width != width {
		s.width = width
		s.fold()
	}
}

// fold puts list or side away where there is no room for three panes.
func (s *approvalScreen) fold() {
	folded := s.width > 0 && s.width < narrow
	widths := []float32{approvalListWidth, 0, approvalSideWidth}
	if folded {
		widths[0] = 248
		if s.opened {
			widths[2] = 0
		}
	}
	show(s.panes.Objects[1], !folded || !s.opened)
	show(s.panes.Objects[2], !folded || s.opened)
	show(s.details, folded)
	show(s.count, s.width == 0 || s.width >= tiny)
	s.titled()
	show(s.back, folded && s.opened && s.form == nil)
	s.panes.Layout = look.Panes(0, widths).Layout
	s.panes.Refresh()
	s.draw()
}

// titled says what the page is, unless a tiny window has room only for the buttons beside it.
func (s *approvalScreen) titled() {
	show(s.paperTitle, s.width == 0 || s.width >= tiny || !s.turn.Visible())
}

func (s *approvalScreen) toggle() {
	s.opened = !s.opened
	s.fold()
}

func (s *approvalScreen) key(ev *fyne.KeyEvent) bool {
	if s.panel != nil && s.panel.key(ev) {
		return true
	}
	switch ev.Name {
	case fyne.KeyF4:
		s.toggle()
	case fyne.KeyEscape:
		if !s.opened {
			return false
		}
		s.toggle()
	default:
		return false
	}
	return true
}

// typed hears letters in the list.
func (s *approvalScreen) typed(r rune) { s.model.Press(look.KeyAmong(r, present.ApprovalKeys()...)) }

func (s *approvalScreen) printNow() { s.model.Print() }

// listKey sends the space bar to the ticks; fyne tells of it as a key and as a letter.
func (s *approvalScreen) listKey(ev *fyne.KeyEvent) bool { return ev.Name == fyne.KeySpace }

// pressed ticks a row whose box was pressed.
func (s *approvalScreen) pressed(i int, at fyne.Position) bool {
	rows := s.model.Rows()
	if i >= len(rows) || !rows[i].Tickable || at.X < s.list.Size().Width-40 || at.Y < 22 {
		return false
	}
	s.model.Tick(i)
	return true
}

// draw asks for the paper as wide as it is shown, in pixels.
func (s *approvalScreen) draw() {
	room := s.paper.Size().Width
	if room < 50 {
		return
	}
	s.paper.SetWidth(min(readingWidth, room-32))
	s.model.Look(int(s.paper.PageWidth() * s.window.Canvas().Scale()))
}

// redraw shows what has changed.
func (s *approvalScreen) redraw() {
	s.list.SetItems(s.model.Rows(), s.model.Chosen())
	s.redrawEmpty()
	s.redrawBanner()
	s.redrawFoot()
	s.redrawPaper()
	s.redrawSide()
	s.redrawBar()
	s.draw()
}

func (s *approvalScreen) redrawPaper() {
	t := s.window.env.T
	pages, count, trouble := s.model.Paper()
	title := t("approval.letter")
	if last := s.model.Detail().Version; last > 0 {
		title = t("approval.version", "n", last)
	}
	s.paperTitle.SetWords(title)
	words := ""
	if count > 0 {
		words = t("write.page_count", "n", count)
	}
	s.count.SetWords(words)
	s.redrawCompare()
	s.middle.Refresh()
	if trouble != "" {
		s.paper.Empty(look.NewEmpty(look.Icon(theme.IconNameWarning), look.InkToday, t("write.paper_fail"), trouble, nil))
	}
	if slices.Equal(pages, s.pages) {
		return
	}
	if len(s.pages) == 0 || len(pages) == 0 { // another letter
		s.paper.Put(pages)
	} else {
		s.paper.Renew(pages)
	}
	s.pages = pages
}

// redrawCompare shows the changes in the place of the paper.
func (s *approvalScreen) redrawCompare() {
	t, on := s.window.env.T, s.model.Comparing()
	earlier, _ := s.model.Earlier()
	show(s.turn, earlier > 0)
	s.titled()
	words := t("approval.look_at", "n", earlier)
	if on {
		words = t("compare.paper")
		from, at := s.model.CompareFrom()
		s.compare.offer(from, at, nil, 0)
		s.compare.put(s.model.Compared())
	}
	s.turn.Say(words, s.turn.Icon, look.Quiet)
	show(s.compare.Container, on)
	show(s.paper, !on)
}

// paintApproval draws a letter that waits, in three lines.
func paintApproval(r present.ApprovalRow, width float32, put func(look.Part)) {
	const pad = 12
	put(look.Part{X: 0, Y: 63, W: width, H: 1, Fill: look.RowRule})
	look.PutKind(put, pad, 6, r.Kind)
	put(look.Part{X: 36, Y: 6, W: 110, H: 18, Words: r.Number, Face: look.Strong, Ink: look.Ink})
	icon, ink := urgencySign(r.Urgency)
	left := look.Second.Width(r.Left) + 1
	put(look.Part{X: width - pad - left, Y: 6, W: left, H: 18, Words: r.Left, Face: look.Second, Ink: ink})
	if icon != nil {
		put(look.Part{X: width - pad - left - 18, Y: 8, W: 14, H: 14, Icon: icon, Ink: ink})
	}
	room := width - 2*pad
	if r.Tickable {
		room -= 24
		tick := look.Icon(theme.IconNameCheckButton)
		if r.Ticked {
			tick = look.Icon(theme.IconNameCheckButtonChecked)
		}
		put(look.Part{X: width - pad - 18, Y: 33, W: 18, H: 18, Icon: tick, Ink: look.InkAccent})
	}
	put(look.Part{X: pad, Y: 24, W: room, H: 18, Words: r.Subject, Face: look.Body, Ink: look.Ink})
	who := room
	if r.Wait != "" {
		words := look.SecondBold.Width(r.Wait) + 1
		who -= words + 8
		ink := look.InkAccent
		if !r.Mine {
			ink = look.InkSecond
		}
		put(look.Part{X: pad + room - words, Y: 42, W: words, H: 16, Words: r.Wait, Face: look.SecondBold, Ink: ink})
	}
	put(look.Part{X: pad, Y: 42, W: who, H: 16, Words: r.Who, Face: look.Second, Ink: look.InkSecond})
}
