package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// journalScreen is the history of the whole office, and its check.
type journalScreen struct {
	still
	window *Window
	model  *present.Journal

	table    *look.Table[present.JournalRow]
	find     *look.Field
	tabs     *look.Tabs
	tools    *fyne.Container
	notices  *fyne.Container
	middle   *fyne.Container
	foot     *fyne.Container
	check    *look.Button
	progress *look.Progress
	page     *fyne.Container
	content  fyne.CanvasObject
}

// journalKept is what one finds again when one comes back.
type journalKept struct {
	part   int
	filter present.JournalFilter
}

func newJournal(w *Window, _ present.Route) screen {
	t := w.env.T
	s := &journalScreen{
		window: w, model: present.NewJournal(w.env, w.program, w.check),
		tools: look.Stack(), notices: look.Stack(), middle: look.Stack(), foot: look.Stack(),
	}
	s.table = look.NewTable(journalColumns(w.env), func(r present.JournalRow) (look.Group, bool) { return look.Group{Words: r.Group}, r.Group != "" })
	s.table.SetWidths(w.columns("journal"))
	s.table.OnWidths = func(widths map[string]float32) { w.keepColumns("journal", widths) }
	s.table.Rows.OnChosen = s.model.Choose
	s.table.Rows.OnOpen = s.model.OpenRow
	s.table.Rows.OnPress = s.pressed
	s.check = look.NewButton(t("journal.check"), look.Icon(theme.IconNameConfirm), look.Primary, s.model.Check.Run)
	s.progress = look.NewProgress(t("journal.checking"), "", nil)
	entry := look.NewEntry(t("journal.find"))
	entry.OnChanged = s.model.Find
	entry.OnKey = w.findKey(entry, s.table.Rows)
	s.find = look.NewField(entry, look.NewGlyph(look.Icon(theme.IconNameSearch), look.InkHint, 16), nil)
	s.tabs = look.NewTabs([]look.TabWords{{Words: t("journal.history"), Count: -1}, {Words: t("journal.access"), Count: -1}}, s.model.ShowPart)
	s.page = look.Stack()
	s.content = look.Tall(look.Sized(0, 44, look.Padded(0, 0, 16, 16, s.tools)), look.Padded(0, 12, 16, 16, s.page))
	s.model.Changed, s.model.Check.Changed = s.redraw, s.checked
	s.redraw()
	s.model.Load()
	s.model.Survey()
	return s
}

// journalNumber is how wide the column of the numbers is.
const journalNumber = 110

func journalColumns(env present.Env) []look.TableColumn[present.JournalRow] {
	column := func(key, head string, width float32, cell func(present.JournalRow) look.Cell) look.TableColumn[present.JournalRow] {
		return look.TableColumn[present.JournalRow]{Key: key, Head: head, Width: width, Cell: cell}
	}
	return []look.TableColumn[present.JournalRow]{
		column("time", env.T("journal.col_time"), 60, func(r present.JournalRow) look.Cell { return look.Cell{Words: r.Time} }),
		column("who", env.T("journal.col_who"), 170, func(r present.JournalRow) look.Cell { return look.Cell{Words: r.Who} }),
		column("what", env.T("journal.col_what"), 0, whatCell),
		column("number", env.T("journal.col_number"), journalNumber, func(r present.JournalRow) look.Cell {
			return look.Cell{Words: r.Number, Ink: look.InkAccent}
		}),
	}
}

// whatCell shows what happened.
func whatCell(r present.JournalRow) look.Cell {
	if r.Marked {
		return look.Cell{Words: r.What, Icon: look.Icon(theme.IconNameWarning), Ink: look.InkSoon}
	}
	return look.Cell{Words: r.What}
}

func (s *journalScreen) head() head {
	return head{title: s.window.env.T("place.journal"), right: []fyne.CanvasObject{s.check}}
}

func (s *journalScreen) body() fyne.CanvasObject { return s.content }

func (s *journalScreen) first() fyne.Focusable { return s.table.Rows }

func (s *journalScreen) reload() { s.model.Load() }

func (s *journalScreen) leave() { s.model.Check.Changed = nil }

func (s *journalScreen) keep() any { return journalKept{s.model.Part(), s.model.Filter()} }

func (s *journalScreen) restore(kept any) {
	if k, ok := kept.(journalKept); ok {
		s.tabs.Put(k.part)
		s.find.Entry.Put(k.filter.Number)
		s.model.Restore(k.part, k.filter)
	}
}

func (s *journalScreen) key(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyF3 {
		return false
	}
	s.window.focus(s.find.Entry)
	return true
}

// pressed opens a case where its number is pressed.
func (s *journalScreen) pressed(i int, at fyne.Position) bool {
	if at.X < s.table.Rows.Size().Width-journalNumber || s.model.Rows()[i].Number == "" {
		return false
	}
	s.model.Choose(i)
	s.model.OpenRow(i)
	return true
}

func (s *journalScreen) redraw() {
	rows := s.table.Rows
	rows.SetItems(s.model.Rows(), s.model.Chosen())
	look.Swap(s.tools, s.drawTools())
	look.Swap(s.middle, s.drawMiddle())
	look.Swap(s.foot, s.drawFoot())
	s.checked()
}

// checked shows how far the check is, or what it found.
func (s *journalScreen) checked() {
	share, words, running := s.model.Check.Running()
	s.check.Allow(!running)
	s.progress.Put(share, words)
	look.Swap(s.notices, s.drawNotices(running))
	look.Swap(s.page, look.Edged(s.notices, s.foot, nil, nil, s.middle))
}

func (s *journalScreen) drawTools() fyne.CanvasObject {
	chips := s.window.newFilterChips(s.model.Chips(), s.model.SetChip)
	count := look.NewText(s.model.Summary(), look.Body, look.InkSecond)
	return look.Edged(nil, nil, look.Padded(8, 8, 0, 0, look.Sized(170, 28, s.find.Container)), look.Padded(0, 0, 8, 0, look.Middle(count)),
		look.Padded(0, 0, 8, 0, look.Middle(chips)))
}

// drawNotices draws the tabs, the check and what is wrong with the numbers.
func (s *journalScreen) drawNotices(running bool) fyne.CanvasObject {
	all := look.Column(8)
	result, ok := s.model.Check.Result()
	switch {
	case running:
		all.Add(look.NewCard(nil, look.Padded(8, 10, 13, 13, s.progress)))
	case ok && result.Sound:
		all.Add(look.NewBanner(look.Icon(theme.IconNameConfirm), result.Words, look.ToneOK, nil))
	case ok:
		all.Add(look.NewBanner(look.Icon(theme.IconNameError), result.Words, look.ToneOver, nil))
	}
	for _, w := range s.model.Warnings() {
		links := look.Row(4)
		for _, l := range w.Links {
			links.Add(look.NewButton(l.Words, nil, look.Quiet, func() { s.window.open(l.To) }))
		}
		all.Add(look.NewBanner(look.Icon(theme.IconNameWarning), w.Words, look.ToneSoon, links))
	}
	if s.model.MayAudit() {
		all.Add(s.tabs)
	}
	if len(all.Objects) == 0 {
		return all
	}
	return look.Padded(0, 8, 0, 0, all)
}

// drawMiddle draws the table, or says why there is nothing in it and what to do.
func (s *journalScreen) drawMiddle() fyne.CanvasObject {
	t := s.window.env.T
	history := look.Icon(theme.IconNameHistory)
	switch {
	case s.model.Wrong() != "":
		return look.NewCard(nil, look.NewEmpty(look.Icon(theme.IconNameError), look.InkOver, s.model.Wrong(), "", nil))
	case !s.model.Loaded():
		return look.NewCard(nil, look.NewEmpty(history, look.InkHint, t("journal.reading"), "", nil))
	case s.model.Count() > 0:
		return s.table.Container
	case s.model.Filter() == present.JournalFilter{}:
		return look.NewCard(nil, look.NewEmpty(history, look.InkHint, s.model.Empty(), "", nil))
	}
	chips := look.Row(8)
	for _, c := range s.model.Chips() {
		if c.On {
			chips.Add(newFilterChip(c, s.model.SetChip))
		}
	}
	if n := s.model.Filter().Number; n != "" {
		chips.Add(look.NewChipOn(n, func() { s.find.Entry.SetText("") }))
	}
	return look.NewCard(nil, look.NewEmpty(look.Icon(theme.IconNameSearch), look.InkHint, t("journal.empty"), t("journal.empty_next"), chips))
}

func (s *journalScreen) drawFoot() fyne.CanvasObject {
	switch {
	case s.model.CanMore() && s.model.Count() > 0:
		more := look.NewButton(s.window.env.T("journal.more"), look.Icon(theme.IconNameMoveDown), look.Plain, s.model.More)
		return look.Padded(8, 0, 0, 0, look.Row(8, look.Spacer(), more, look.Spacer()))
	case s.model.Full() != "":
		return look.Padded(8, 0, 0, 0, look.NewProse(s.model.Full(), look.Second, look.InkSecond).Aligned(fyne.TextAlignCenter))
	default:
		return look.NewBox(look.None)
	}
}
