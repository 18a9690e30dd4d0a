package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// importScreen takes over an older register: a file is chosen, tried, and written when somebody says so.
type importScreen struct {
	still
	window *Window
	model  *present.Import

	root     *fyne.Container
	choose   *look.Button
	bar      *look.Progress
	tabs     *look.Tabs
	rows     *look.Table[present.ImportLine]
	mistakes *look.Table[present.ImportMistake]
	shown    fyne.Focusable
	small    bool // there is room for few columns
}

func newImport(w *Window, _ present.Route) screen {
	s := &importScreen{window: w, model: present.NewImport(w.env, w.program), root: look.Stack()}
	t := w.env.T
	s.choose = look.NewButton(t("import.choose"), look.Icon(theme.IconNameFolderOpen), look.Primary, s.pick).High(32)
	s.bar = look.NewProgress("", t("import.stop"), s.model.Stop)
	s.tabs = look.NewTabs([]look.TabWords{{Words: t("import.tab_rows")}, {Words: t("import.tab_mistakes")}}, func(int) { s.redraw() })
	s.rows = look.NewTable(importColumns(w.env), nil)
	s.mistakes = look.NewTable(mistakeColumns(w.env), nil)
	s.model.Changed = s.changed
	s.redraw()
	return s
}

// fixedColumns makes columns of nothing but words that keep their width; prefix and key name the head of each.
func fixedColumns[T any](env present.Env, prefix string) func(key string, width float32, words func(T) string) look.TableColumn[T] {
	return func(key string, width float32, words func(T) string) look.TableColumn[T] {
		return look.TableColumn[T]{
			Key: key, Head: env.T(prefix + key), Width: width, Fixed: true, Cell: func(r T) look.Cell { return look.Cell{Words: words(r)} },
		}
	}
}

// spare lets a column go where there is no room, the one with the highest number first.
func spare[T any](n int, c look.TableColumn[T]) look.TableColumn[T] {
	c.Spare = n
	return c
}

// importColumns are what a row would be in the register; where there is little room the columns that tell least go.
func importColumns(env present.Env) []look.TableColumn[present.ImportLine] {
	column := fixedColumns[present.ImportLine](env, "import.col_")
	return []look.TableColumn[present.ImportLine]{
		column("row", 70, func(r present.ImportLine) string { return r.Line }),
		column("number", 140, func(r present.ImportLine) string { return r.Number }),
		spare(2, column("received", 84, func(r present.ImportLine) string { return r.Received })),
		spare(1, column("kind", 150, func(r present.ImportLine) string { return r.Kind })),
		column("sender", 170, func(r present.ImportLine) string { return r.Sender }),
		column("subject", 0, func(r present.ImportLine) string { return r.Subject }),
		spare(3, column("unit", 170, func(r present.ImportLine) string { return r.Unit })),
		spare(4, column("state", 110, func(r present.ImportLine) string { return r.State })),
	}
}

func mistakeColumns(env present.Env) []look.TableColumn[present.ImportMistake] {
	return []look.TableColumn[present.ImportMistake]{
		{Key: "row", Head: env.T("import.col_row"), Width: 120, Fixed: true, Cell: func(m present.ImportMistake) look.Cell {
			return look.Cell{Words: m.Line, Icon: look.Icon(theme.IconNameError), Ink: look.InkOver}
		}},
		{Key: "words", Head: env.T("import.col_mistake"), Fixed: true, Cell: func(m present.ImportMistake) look.Cell { return look.Cell{Words: m.Words} }},
	}
}

func (s *importScreen) head() head {
	return head{title: s.window.env.T("import.title"), back: s.window.nav.CanBack()}
}
func (s *importScreen) body() fyne.CanvasObject { return s.root }
func (s *importScreen) leave()                  { s.model.Leave() }
func (s *importScreen) first() fyne.Focusable   { return s.shown }

func (s *importScreen) resized(width float32) {
	if small := width < narrow; small != s.small {
		s.small = small
		s.redraw()
	}
}

// dropped takes a register that was dropped on the window.
func (s *importScreen) dropped(files []fyne.URI) {
	if len(files) > 0 {
		s.model.Read(files[0].Path())
	}
}

func (s *importScreen) pick() { s.window.picker.Open(present.ImportKinds, s.model.Read) }

func (s *importScreen) key(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name == fyne.KeyEscape && s.model.Busy():
		s.model.Stop()
	case ev.Name == look.CtrlEnter:
		s.model.Write()
	default:
		return false
	}
	return true
}

// changed shows another step, with the focus where it goes on.
func (s *importScreen) changed() {
	before := s.shown
	s.redraw()
	if s.window.screen == s && s.shown != before && !look.Covered(s.window.Canvas()) {
		s.window.focus(s.shown)
	}
}

func (s *importScreen) redraw() {
	m := s.model
	switch {
	case m.Busy():
		putMeter(s.bar, m.Meter())
		if s.shown != fyne.Focusable(s.bar.Cancel()) {
			s.shown = s.bar.Cancel()
			look.Swap(s.root, look.Padded(16, 16, 16, 16, look.AtTop(look.NewCard(nil, look.Padded(20, 20, 20, 20, s.bar)))))
		}
	case m.Step() == present.ImportChoose:
		s.drawChoose()
	default:
		s.drawTried()
	}
}

func (s *importScreen) drawChoose() {
	t := s.window.env.T
	content := look.Column(12, look.NewProse(t("import.lead"), look.Body, look.Ink), look.NewProse(t("import.columns"), look.Body, look.InkSecond))
	if s.model.Wrong() != "" {
		content.Add(look.NewRefusal(s.model.Wrong(), "", look.Icon(theme.IconNameError), nil))
	}
	content.Add(look.Row(12, s.choose, look.NewText(t("import.drop"), look.Second, look.InkHint)))
	s.shown = s.choose
	card := look.NewCard(look.NewHeader(look.Icon(theme.IconNameDownload), t("import.step_choose")), look.Padded(16, 16, 20, 20, content))
	look.Swap(s.root, look.Padded(16, 16, 16, 16, look.AtTop(look.NoWider(formWide, card))))
}

func (s *importScreen) drawTried() {
	m, t := s.model, s.window.env.T
	icon, tone := look.Icon(theme.IconNameConfirm), look.ToneOK
	if len(m.Mistakes()) > 0 {
		icon, tone = look.Icon(theme.IconNameError), look.ToneOver
	}
	top := look.Column(8, look.NewBanner(icon, m.Title(), tone, nil))
	if m.Wrong() != "" {
		top.Add(look.NewRefusal(m.Wrong(), "", look.Icon(theme.IconNameError), nil))
	}
	for _, words := range m.Details() {
		top.Add(look.NewProse(words, look.Body, look.InkSecond).AtMost(2))
	}
	s.tabs.SetCounts(len(m.Lines()), len(m.Mistakes()))
	s.rows.Rows.SetItems(m.Lines(), 0)
	s.mistakes.Rows.SetItems(m.Mistakes(), 0)
	table := s.rows.Container
	if len(m.Mistakes()) > 0 {
		if s.shown != fyne.Focusable(s.mistakes.Rows) && s.shown != fyne.Focusable(s.rows.Rows) {
			s.tabs.Put(1) // what is wrong comes first
		}
		top.Add(s.tabs)
	}
	s.shown = s.rows.Rows
	if len(m.Mistakes()) > 0 && s.tabs.Current() == 1 {
		table, s.shown = s.mistakes.Container, s.mistakes.Rows
	}
	look.Swap(s.root, look.Edged(nil, s.foot(t), nil, nil,
		look.Padded(12, 12, 16, 16, look.Edged(look.Padded(0, 10, 0, 0, top), nil, nil, nil, table))))
}

// foot is the bar at the bottom: another file, and what is done with this one.
func (s *importScreen) foot(t func(string, ...any) string) fyne.CanvasObject {
	m := s.model
	other := look.NewButton(t("import.other"), look.Icon(theme.IconNameFolderOpen), look.Plain, s.pick).High(32)
	file := look.NewText(m.File(), look.Second, look.InkSecond).Elided()
	words := t("import.do_none")
	if len(m.Lines()) > 0 {
		words = t("import.do", "n", len(m.Lines()))
	}
	do := look.NewButton(words, look.Icon(theme.IconNameConfirm), look.Primary, m.Write).High(32)
	why, ok := m.Allowed()
	do.Allow(ok)
	if m.Step() == present.ImportDone {
		do = look.NewButton(t("import.show"), look.Icon(theme.IconNameList), look.Primary, m.Show).High(32)
	}
	note := look.Edged(nil, nil, nil, look.Middle(look.NewText(why, look.Second, look.InkSecond)), look.Middle(file))
	if s.small && why != "" { // what is to be done comes before the name
		note = look.Middle(look.NewProse(why, look.Second, look.InkSecond).AtMost(2))
	}
	return look.Sized(0, 52, look.Stack(look.NewBox(look.Surface), look.Edged(look.Line(look.Rule), nil, nil, nil,
		look.Padded(9, 9, 16, 16, look.Edged(nil, nil, other, do, look.Padded(0, 0, 12, 12, note))))))
}
