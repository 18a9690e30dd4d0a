package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// changePanel is the view of a change of the calendar: its fields, under them what it would do to the terms that run,
// and of a file its lines.
type changePanel struct {
	*formPanel
	of    *present.Change
	trial *fyne.Container
	file  *look.Table[present.DayRow]
	why   *fyne.Container   // of the line that is chosen
	left  fyne.CanvasObject // the lines of the file; nil = the months stay
	card  fyne.CanvasObject // around them
}

func (s *calendarScreen) newChange(x *present.Change) *changePanel {
	p := &changePanel{of: x, trial: look.Stack(), why: look.Stack()}
	p.formPanel = newFormPanel(s.window, x.Form)
	p.rows.Add(p.trial)
	if x.Review != nil {
		p.file = look.NewTallTable(28, dayColumns(s.window.env), nil)
		rows := p.file.Rows
		rows.OnOpen = s.model.Pick
		rows.OnKey = func(ev *fyne.KeyEvent) bool {
			if ev.Name != fyne.KeySpace {
				return false
			}
			s.model.Pick(rows.Chosen())
			return true
		}
		rows.OnPress = func(i int, at fyne.Position) bool {
			if at.X > 36 {
				return false
			}
			s.model.Pick(i)
			return true
		}
		rows.OnChosen = func(int) { p.drawWhy() }
		head := look.NewHeader(look.Icon(theme.IconNameFile), x.Review.Name)
		p.left = look.Edged(nil, p.why, nil, nil, p.file.Bare())
		p.card = look.NewCard(head, p.left)
	}
	return p
}

// drawWhy says in full what the table has no room for.
func (p *changePanel) drawWhy() {
	rows := p.file.Rows.Items()
	if i := p.file.Rows.Chosen(); i >= 0 && i < len(rows) {
		words := rows[i].Why
		if words == "" {
			words = rows[i].Basis
		}
		line := look.Padded(8, 8, 13, 13, look.NewProse(words, look.Second, look.InkSecond))
		look.Swap(p.why, look.Tall(look.Line(look.Rule), line))
		p.left.Refresh()
	}
}

// dayColumns are those of a file of days.
func dayColumns(env present.Env) []look.TableColumn[present.DayRow] {
	t := env.T
	return []look.TableColumn[present.DayRow]{
		{Key: "check", Width: 26, Fixed: true, Cell: func(r present.DayRow) look.Cell {
			if !r.Can {
				return look.Cell{}
			}
			return look.Cell{Check: ticked(r.Picked)}
		}},
		{Key: "line", Head: t("calendar.col.line"), Width: 56, Cell: func(r present.DayRow) look.Cell {
			return look.Cell{Words: r.Line, Face: look.Second, Ink: look.InkSecond}
		}},
		{Key: "day", Head: t("calendar.col.day"), Width: 156, Cell: func(r present.DayRow) look.Cell { return look.Cell{Words: r.Day} }},
		{Key: "kind", Head: t("calendar.kind"), Width: 116, Spare: 1, Cell: func(r present.DayRow) look.Cell { return look.Cell{Words: r.Kind} }},
		{Key: "state", Head: t("calendar.col.state"), Width: 160, Cell: func(r present.DayRow) look.Cell {
			icon, ink := sign(r.Sign)
			return look.Cell{Words: r.State, Icon: icon, Ink: ink}
		}},
		{Key: "basis", Head: t("calendar.col.basis"), Cell: func(r present.DayRow) look.Cell {
			if r.Why != "" {
				return look.Cell{Words: r.Why, Face: look.Second, Ink: look.InkSecond}
			}
			return look.Cell{Words: r.Basis}
		}},
	}
}

// drawTrial shows what the change would do.
func (s *calendarScreen) drawTrial() fyne.CanvasObject {
	w := s.model.Trial()
	list := look.Column(0)
	if w.Picked != "" {
		list.Add(look.NewText(w.Picked, look.Body, look.InkSecond))
	}
	if w.Busy {
		list.Add(look.NewText(s.window.env.T("calendar.trying"), look.Second, look.InkSecond))
	}
	if !w.Has {
		return list
	}
	list.Add(look.Padded(4, 6, 0, 0, look.Row(8, look.NewText(w.Head, look.Strong, look.Ink), look.Spacer(), look.NewText(w.Of, look.Second, look.InkSecond))))
	drawMoves(list, w)
	return list
}

// drawMoves lists the terms that would move, under a warning when somebody was told another day.
func drawMoves(list *fyne.Container, w present.TrialWords) {
	if w.Told != "" {
		list.Add(look.Padded(0, 8, 0, 0, look.NewBanner(look.Icon(theme.IconNameWarning), w.Told, look.ToneSoon, nil)))
	}
	for _, r := range w.Rows {
		list.Add(look.Line(look.RowRule))
		list.Add(look.Padded(6, 6, 0, 0, trialRow(r)))
	}
	if w.More != "" {
		list.Add(look.Line(look.RowRule))
		list.Add(look.Padded(6, 6, 0, 0, look.NewProse(w.More, look.Second, look.InkSecond)))
	}
}

// trialRow is a term that would move, and which letter has told another day.
func trialRow(r present.TrialRow) fyne.CanvasObject {
	ink := look.Ink
	if r.Late {
		ink = look.InkOver
	}
	line := look.Row(6, look.NewText(r.Number, look.Strong, look.Ink), look.Spacer(), look.NewText(r.From, look.Body, look.InkSecond),
		look.NewGlyph(look.Icon(theme.IconNameNavigateNext), look.InkSecond, 14), look.NewText(r.To, look.Strong, ink))
	column := look.Column(1, line, look.NewText(r.Subject, look.Second, look.InkSecond).Elided())
	if r.Told != "" {
		column.Add(look.NewProse(r.Told, look.Second, look.InkSoon))
	}
	return look.Edged(nil, nil, look.AtTop(look.Padded(0, 0, 0, 8, look.NewKindLetter(r.Kind))), nil, column)
}

// drawChange opens the panel of a change, closes it, and shows in it what is new.
func (s *calendarScreen) drawChange() {
	x := s.model.Change()
	switch {
	case x == nil && s.panel == nil:
		return
	case x == nil:
		s.panel = nil
		s.arrange()
		s.window.retitle()
		s.window.focus(s.month())
		return
	case s.panel == nil || s.panel.of != x:
		s.panel = s.newChange(x)
		s.tabs.Put(1)
		first := s.panel.first()
		if s.panel.file != nil { // what is to be looked through comes first
			s.tabs.Put(0)
			first = s.panel.file.Rows
		}
		s.arrange()
		s.window.retitle()
		s.window.focus(first)
	}
	if s.panel.file != nil {
		s.panel.file.Rows.SetItems(x.Review.Rows, max(0, s.panel.file.Rows.Chosen()))
		s.panel.drawWhy()
	}
	look.Swap(s.panel.trial, s.drawTrial())
	s.panel.rows.Refresh()
	s.panel.Refresh()
}

// drawActs is what can be done about the chosen day.
func (s *calendarScreen) drawActs() fyne.CanvasObject {
	t := s.window.env.T
	acts := s.model.Acts()
	row := look.Wrapped(6, 6)
	if acts.Off {
		row.Add(look.NewButton(t("calendar.declare_off"), nil, look.Plain, s.model.Declare))
	}
	if acts.Work {
		row.Add(look.NewButton(t("calendar.declare_work"), nil, look.Plain, s.model.Declare))
	}
	if acts.Edit {
		row.Add(look.NewButton(t("calendar.edit"), look.Icon(theme.IconNameDocumentCreate), look.Plain, s.model.Edit))
		row.Add(look.NewButton(t("calendar.drop"), nil, look.Plain, s.model.Drop))
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return look.Padded(8, 0, 0, 0, row)
}

// pick asks for a file of days.
func (s *calendarScreen) pick() { s.window.picker.Open(present.DayFileTypes(), s.model.Import) }

// dropped takes a file of days that was dropped on the window.
func (s *calendarScreen) dropped(files []fyne.URI) {
	if len(files) > 0 {
		s.model.Import(files[0].Path())
	}
}
