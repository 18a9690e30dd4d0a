package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// intakeScreen is the page for a new case: what is typed on the left, what follows from it on the right.
type intakeScreen struct {
	still
	window *Window
	model  *present.Intake
	widths []float32 // of the form, which takes the rest, and of the side column

	rows   []*intakeRow
	first_ fyne.Focusable
	inputs map[string]fyne.Focusable // by field
	parser look.DateParser
	page   *fyne.Container // summary and rows
	form   *look.Scrolled
	notice *fyne.Container // the summary above the page
	left   *fyne.Container // the page, or what stayed behind of a saved case
	side   *intakeSide
	tabs   *look.Tabs
	tabbed *fyne.Container
	panes  *fyne.Container
	bar    *intakeBar
	body_  fyne.CanvasObject
	folded bool
	small  bool
	told   string // the summary that is shown
	grown  bool   // something took another height in this redraw
	busy   bool   // a registration was under way
	pages  int    // that were begun
	files  *intakeChips
	card   *fyne.Container // the card with the whole page
	sender *intakeSender
	about  *intakeChips
	links  *intakeChips
}

// intakeRow is a line of the page: a label and what is filled in, with a sentence under it where something is wrong.
type intakeRow struct {
	object *fyne.Container
	fields []*present.Field // the row is there while one of them is
	there  func() bool      // says it instead; nil = they do
	below  *look.Prose
	label  *look.Text
	update func()
}

const (
	intakeLabel = 100
	intakeNamed = 440 // under which a label stands above what it names
)

func newIntake(w *Window, to present.Route) screen {
	s := &intakeScreen{window: w, model: present.NewIntake(w.env, w.program, w.program, to), inputs: map[string]fyne.Focusable{}}
	s.parser = w.dayParser()
	s.parser.Hint, s.parser.Step = nil, s.model.NextWorking // what day it is stands beside the hour
	s.notice = look.Stack()
	s.notice.Hide()
	s.page = look.Column(13)
	s.buildRows()
	for _, r := range s.rows {
		s.page.Add(r.object)
	}
	s.form = look.NewScrolled(look.Padded(13, 13, 13, 21, s.page))
	s.left = look.Stack()
	s.side = newIntakeSide(s)
	s.tabs = look.NewTabs([]look.TabWords{{Words: w.env.T("intake.page"), Count: -1}, {Words: w.env.T("intake.side"), Count: -1}}, func(int) { s.fold() })
	s.tabbed = look.Padded(0, 8, 0, 0, s.tabs)
	s.widths = []float32{0, intakeSideWidth + 2*sideAir}
	s.panes = look.Panes(16-sideAir, s.widths, look.Padded(sideAir, sideAir, 0, 0, s.left), s.side.object)
	s.bar = newIntakeBar(s)
	s.body_ = look.Edged(nil, s.bar.object, nil, nil,
		look.Padded(16-sideAir, 16-sideAir, 16, 16-sideAir, look.Edged(s.tabbed, nil, nil, nil, s.panes)))
	s.fold()
	s.model.Changed = s.redraw
	s.redraw()
	w.hideToast() // such as that the draft is kept: it is here now, and the toast lies over the buttons
	return s
}

func (s *intakeScreen) head() head { return head{title: s.window.env.T("intake.title")} }

func (s *intakeScreen) body() fyne.CanvasObject { return s.body_ }

func (s *intakeScreen) first() fyne.Focusable { return s.first_ }

func (s *intakeScreen) reload() { s.model.Reload() }

func (s *intakeScreen) leave() { s.model.Leave() }

// Widths of the page: the form needs its own, and the side column gives way down to the least it is of use in.
const (
	intakeSideWidth = 428
	intakeSideLeast = 300
	intakeFormWidth = 938 // of the window without the side column
)

// intakeBarWidth is the window that has room for all of the bottom bar.
const intakeBarWidth = 680

func (s *intakeScreen) resized(width float32) {
	s.widths[1] = min(intakeSideWidth, max(intakeSideLeast, width-intakeFormWidth)) + 2*sideAir
	s.panes.Refresh()
	folded, small := width < intakeFormWidth+intakeSideLeast, width < intakeBarWidth
	if folded != s.folded || small != s.small {
		s.folded, s.small = folded, small
		s.fold()
	}
}

// fold puts the right column behind a tab where there is no room for it.
func (s *intakeScreen) fold() {
	show(s.tabbed, s.folded)
	show(s.panes.Objects[0], !s.folded || s.tabs.Current() == 0)
	show(s.side.object, !s.folded || s.tabs.Current() == 1)
	s.bar.fold(s.folded, s.small)
	if s.body_ != nil {
		s.body_.Refresh()
	}
}

func (s *intakeScreen) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case look.CtrlEnter:
		s.save(present.SaveAndPrint)
	case look.CtrlShiftA:
		s.model.Anonym()
	case look.FocusMoved:
		s.follow()
	default:
		return false
	}
	return true
}

// follow brings the input with the focus into view.
func (s *intakeScreen) follow() {
	o, ok := s.window.Canvas().Focused().(fyne.CanvasObject)
	if !ok || s.form.Size().Height == 0 {
		return
	}
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(s.form.Container)
	at := d.AbsolutePositionForObject(o)
	if at.X < top.X || at.X > top.X+s.form.Size().Width || !s.panes.Objects[0].Visible() {
		return
	}
	const air = 48 // the label or the sentence of the row stays in view too
	y, height := at.Y-top.Y, o.Size().Height
	switch {
	case y < air/2:
		s.form.ScrollTo(max(0, s.form.Offset()+y-air/2))
	case y+height > s.form.Size().Height-air:
		s.form.ScrollTo(s.form.Offset() + y + height - s.form.Size().Height + air)
	}
}

// dropped takes files that were dropped on the window.
func (s *intakeScreen) dropped(files []fyne.URI) {
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = f.Path()
	}
	s.model.AddFiles(paths...)
}

// save registers, and leads to the first field that is wrong when that is refused; at once, or when the office says so.
func (s *intakeScreen) save(way present.SaveWay) {
	s.model.Save(way)
	s.toFirstWrong()
}

// goOn moves the focus when a registration was refused, or the next page has begun.
func (s *intakeScreen) goOn() {
	refused, begun := s.busy && !s.model.Busy, s.model.Pages != s.pages
	s.busy, s.pages = s.model.Busy, s.model.Pages
	switch {
	case begun:
		s.form.ScrollTo(0)
		s.window.focus(s.first_)
	case refused:
		s.toFirstWrong()
	}
}

func (s *intakeScreen) toFirstWrong() {
	if x, wrong := s.model.FirstWrong(); wrong {
		if f, ok := s.inputs[x.Key]; ok {
			s.window.focus(f)
			s.bring(x)
		}
	}
}

// bring scrolls the row of a field into view. It asks the page and not the driver, which knows nothing of a row that has
// just come.
func (s *intakeScreen) bring(x *present.Field) {
	const air = 24
	for _, r := range s.rows {
		if !slices.Contains(r.fields, x) {
			continue
		}
		top, room := r.object.Position().Y, s.form.Size().Height
		if low := top + r.object.Size().Height + 2*air; low > s.form.Offset()+room {
			s.form.ScrollTo(low - room)
		}
		if top < s.form.Offset()+air {
			s.form.ScrollTo(max(0, top-air))
		}
	}
}

func (s *intakeScreen) redraw() {
	s.grown = false
	for _, r := range s.rows {
		if r.redraw() {
			s.grown = true
		}
	}
	if s.drawNotice() || s.grown {
		s.page.Refresh()
		s.form.Refresh()
	}
	s.drawLeft()
	s.side.redraw()
	s.bar.redraw()
	s.goOn()
}

// appear shows or hides a part of a row; the page is laid out anew when that changes something.
func (s *intakeScreen) appear(o fyne.CanvasObject, yes bool) {
	if o.Visible() != yes {
		show(o, yes)
		s.grown = true
	}
}

// drawLeft shows the page, or the files that stayed behind of a case that was saved.
func (s *intakeScreen) drawLeft() {
	switch {
	case s.model.Left() != nil:
		look.Swap(s.left, look.NewCard(nil, s.drawRest(s.model.Left())))
	case len(s.left.Objects) == 0 || s.left.Objects[0] != s.card:
		s.card = look.NewCard(nil, s.form.Container)
		look.Swap(s.left, s.card)
	}
}

func (s *intakeScreen) drawRest(left *present.IntakeLeft) fyne.CanvasObject {
	t := s.window.env.T
	list := look.Column(8)
	for _, f := range left.Files {
		list.Add(look.Edged(nil, nil, look.Padded(0, 0, 0, 8, look.AtTop(look.NewGlyph(look.Icon(theme.IconNameMailAttachment), look.InkOver, 16))), nil,
			look.Column(0, look.NewProse(f.Name, look.Strong, look.Ink), look.NewProse(f.Why, look.Body, look.InkSecond))))
	}
	again := look.NewButton(t("intake.left_again"), look.Icon(theme.IconNameViewRefresh), look.Plain, s.model.TryAgain)
	again.Allow(!s.model.Busy)
	actions := look.Row(8, again, look.NewButton(t("intake.left_go"), nil, look.Quiet, s.model.GiveUpFiles))
	return look.AtTop(look.Padded(16, 16, 16, 16, look.Column(12,
		look.NewProse(t("intake.left_title", "number", left.Number), look.Subtitle, look.Ink), list, actions)))
}

// drawNotice says above the page what is wrong on it; it tells whether that changed.
func (s *intakeScreen) drawNotice() bool {
	t := s.window.env.T
	words, count := s.model.Summary, len(s.model.Wrongs())
	switch {
	case s.model.Blocked != "":
		words = s.model.Blocked
	case words == "" && count > 1:
		words = t("intake.errors", "n", count)
	}
	if words == s.told {
		return false
	}
	s.told = words
	show(s.notice, words != "")
	if words == "" {
		return true
	}
	var action fyne.CanvasObject
	if count > 0 {
		action = look.NewButton(t("intake.to_first"), nil, look.Plain, s.toFirstWrong)
	}
	look.Swap(s.notice, look.NewBanner(look.Icon(theme.IconNameError), words, look.ToneOver, action))
	s.form.ScrollTo(0)
	return true
}

// redraw shows what a row says now; it tells whether its height may have changed.
func (r *intakeRow) redraw() bool {
	shown, words, ink := len(r.fields) == 0, "", look.InkHint
	for _, x := range r.fields {
		shown = shown || !x.Hidden
		if x.Hidden {
			continue
		}
		switch {
		case x.Wrong != "" && ink != look.InkOver:
			words, ink = x.Wrong, look.InkOver
		case words == "":
			words = x.Hint
		}
	}
	if r.there != nil {
		shown = r.there()
	}
	changed := shown != r.object.Visible()
	show(r.object, shown)
	if words != r.below.Words() {
		r.below.Set(words, ink)
		show(r.below, words != "")
		changed = true
	}
	if shown && r.update != nil {
		r.update()
	}
	return changed
}
