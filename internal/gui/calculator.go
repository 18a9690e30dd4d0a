package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/calendar"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// calculatorSide is the width of the explanation.
const calculatorSide = 400

// calculatorScreen counts terms without a case: a day is typed, all kinds stand beside each other, and the chosen one
// explains itself.
type calculatorScreen struct {
	still
	window *Window
	model  *present.Calculator

	start   *look.DateField
	wrong   *look.Prose
	table   *look.Table[present.CalcRow]
	count   *look.Field
	unit    *look.Choice
	end     *look.DateField
	words   *look.Prose
	print   *look.Button
	side    *fyne.Container
	tabs    *look.Tabs
	page    *fyne.Container
	asked   fyne.CanvasObject // the day that is asked about
	tried   fyne.CanvasObject // the term of one's own
	explain fyne.CanvasObject
	content fyne.CanvasObject
	folded  bool
	scroll  *look.Scrolled // of a low window; nil = none
}

const (
	calculatorLow  = 480             // the height under which the comparison is scrolled as a whole
	calculatorRows = headRoom + 5*28 // of the table there
	headRoom       = 30
)

func newCalculator(w *Window, to present.Route) screen {
	t := w.env.T
	s := &calculatorScreen{
		window: w, model: present.NewCalculator(w.env, w.program, to.Arg), side: look.Stack(), page: look.Stack(),
		wrong: look.NewProse("", look.Second, look.InkOver), words: look.NewProse("", look.Second, look.InkSecond),
	}
	s.start = look.NewDateField(w.dayParser(), func(d calendar.Date, _ bool) { s.model.SetStart(d) })
	s.table = look.NewTallTable(28, calculatorColumns(w.env), nil)
	s.table.Rows.OnChosen = s.model.Choose
	s.table.Rows.OnOpen = s.model.Choose
	s.own()
	s.print = look.NewButton(t("calculator.print"), look.Icon(theme.IconNameDocumentPrint), look.Plain, s.model.Print).WithKey("Ctrl+P").High(32)
	s.tabs = look.NewTabs([]look.TabWords{{Words: t("calculator.compare"), Count: -1}, {Words: t("calculator.explain"), Count: -1}}, func(int) { s.arrange() })
	label := func(words string) fyne.CanvasObject {
		return look.Middle(look.NewText(words, look.Body, look.InkSecond))
	}
	head := look.Padded(10, 10, 13, 13, look.Column(4, look.Row(10, label(t("calculator.start")), look.Sized(190, 0, s.start)), s.wrong))
	line := look.Wrapped(10, 6, look.Sized(0, 28, label(t("calculator.own"))), look.Sized(70, 0, s.count.Container), look.Sized(150, 28, s.unit),
		look.Sized(0, 28, label(t("calculator.ends"))), look.Sized(190, 0, s.end))
	s.asked = look.Column(0, head, look.Line(look.Rule))
	s.tried = look.Column(0, look.Line(look.Rule), look.Padded(10, 12, 13, 13, look.Column(6, line, s.words)))
	s.explain = look.NewCard(look.NewHeader(look.IconClock, t("calculator.explain")), look.NewScrolled(s.side).Container)
	s.content = look.Padded(12, 12, 16, 16, s.page)
	s.arrange()
	s.model.Changed = s.redraw
	s.redraw()
	return s
}

// own makes the fields of the term that is tried: of two of them one follows the other.
func (s *calculatorScreen) own() {
	entry := look.NewEntry("")
	entry.OnChanged = s.model.SetCount
	s.count = look.NewField(entry, nil, nil)
	s.unit = look.NewChoice("", s.model.Units(), s.model.SetUnit)
	s.end = look.NewDateField(s.window.dayParser(), func(d calendar.Date, _ bool) { s.model.SetEnd(d) })
}

func calculatorColumns(env present.Env) []look.TableColumn[present.CalcRow] {
	t := env.T
	return []look.TableColumn[present.CalcRow]{
		{Key: "kind", Head: "", Width: 26, Fixed: true, Cell: func(r present.CalcRow) look.Cell { return look.Cell{Words: r.Kind, Boxed: r.Kind != ""} }},
		{Key: "words", Head: t("due.col_kind"), Fixed: true, Cell: func(r present.CalcRow) look.Cell { return look.Cell{Words: r.Words} }},
		{Key: "law", Head: t("calculator.col_due"), Width: 100, Fixed: true, Cell: func(r present.CalcRow) look.Cell { return look.Cell{Words: r.Law} }},
		{Key: "charter", Head: t("due.col_charter"), Width: 100, Fixed: true, Cell: func(r present.CalcRow) look.Cell { return look.Cell{Words: r.Charter} }},
		{Key: "latest", Head: t("due.col_latest"), Width: 136, Fixed: true, Cell: func(r present.CalcRow) look.Cell {
			return look.Cell{Words: r.Latest, Ink: look.InkSecond}
		}},
	}
}

func (s *calculatorScreen) head() head {
	return head{title: s.window.env.T("place.calculator"), back: true, right: []fyne.CanvasObject{s.print}}
}

func (s *calculatorScreen) body() fyne.CanvasObject { return s.content }

func (s *calculatorScreen) first() fyne.Focusable { return s.start.Entry() }

func (s *calculatorScreen) reload() { s.model.Load() }

func (s *calculatorScreen) printNow() { s.model.Print() }

func (s *calculatorScreen) keep() any { return s.model.Start() }

func (s *calculatorScreen) restore(kept any) {
	if d, ok := kept.(calendar.Date); ok {
		s.model.SetStart(d)
	}
}

func (s *calculatorScreen) resized(width float32) {
	s.folded = width < narrow
	s.arrange()
}

// arrange puts the explanation behind a tab where there is no room for both.
func (s *calculatorScreen) arrange() {
	if !s.folded {
		look.Swap(s.page, look.Panes(12, []float32{0, calculatorSide}, s.compared(), s.explain))
		return
	}
	card := s.explain
	if s.tabs.Current() == 0 {
		card = s.compared()
	}
	look.Swap(s.page, look.Edged(look.Padded(0, 8, 0, 0, s.tabs), nil, nil, nil, card))
}

// compared is the kinds beside each other. In a low window nothing would be left to them between the fields.
func (s *calculatorScreen) compared() fyne.CanvasObject {
	if s.window.Canvas().Size().Height < calculatorLow {
		all := look.Column(0, s.asked, look.Sized(0, calculatorRows, s.table.Bare()), s.tried)
		s.scroll = look.NewScrolled(all)
		return look.NewCard(nil, s.scroll.Container)
	}
	s.scroll = nil
	return look.NewCard(nil, look.Edged(s.asked, s.tried, nil, nil, s.table.Bare()))
}

// key brings what has the focus into view.
func (s *calculatorScreen) key(ev *fyne.KeyEvent) bool {
	if ev.Name != look.FocusMoved || s.scroll == nil {
		return false
	}
	s.window.follow(s.scroll)
	return true
}

func (s *calculatorScreen) redraw() {
	m := s.model
	if shown, _, _ := s.start.Date(); shown != m.Start() {
		s.start.PutTyped(m.Start(), s.window.env.Say.Date(m.Start()))
	}
	s.start.Wrong(m.Wrong() != "")
	s.wrong.SetWords(m.Wrong())
	show(s.wrong, m.Wrong() != "")
	s.table.Rows.SetItems(m.Rows(), m.Chosen())
	s.drawOwn()
	terms := m.Terms()
	s.print.Allow(len(terms) > 0)
	column := look.Column(0)
	for i, x := range terms {
		if i > 0 {
			column.Add(look.Line(look.Rule))
		}
		column.Add(look.Padded(10, 12, 13, 13, s.drawTerm(x)))
	}
	look.Swap(s.side, column)
	s.content.Refresh()
}

func (s *calculatorScreen) drawOwn() {
	o := s.model.Own()
	s.count.Entry.Put(o.Count)
	if s.unit.Current() != o.Unit {
		s.unit.Put(o.Unit)
	}
	if shown, _, _ := s.end.Date(); shown != o.End {
		s.end.PutTyped(o.End, s.window.env.Say.Date(o.End))
	}
	s.count.Wrong(o.Wrong != "")
	if o.Wrong != "" {
		s.words.Set(o.Wrong, look.InkOver)
	} else {
		s.words.Set(o.Words, look.InkSecond)
	}
}

func (s *calculatorScreen) drawTerm(x present.CalcTerm) fyne.CanvasObject {
	column := look.Column(8, look.NewText(x.Title, look.Strong, look.InkSecond),
		look.Row(10, look.NewText(x.Due, look.Figure, look.Ink), look.NewText(x.Weekday, look.Body, look.InkSecond)))
	if x.Provisional != "" {
		column.Add(look.NewBanner(look.Icon(theme.IconNameWarning), x.Provisional, look.ToneSoon, nil))
	}
	column.Add(look.Padded(2, 2, 0, 0, look.Steps(stepsOf(x.Steps))))
	if x.Latest != "" {
		column.Add(look.NewProse(x.Latest, look.Body, look.InkSecond))
	}
	column.Add(look.NewMonth(x.Month.Name, s.window.weekdays(), monthCells(x.Month)))
	return column
}

// monthCells paints the days of a month that is only looked at.
func monthCells(m present.CaseMonth) []look.MonthDay {
	days := make([]look.MonthDay, len(m.Days))
	for i, d := range m.Days {
		days[i] = look.MonthDay{Number: d.Number, Kind: monthKinds[d.Kind]}
	}
	return days
}
