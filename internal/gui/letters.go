package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// lettersScreen is the list of all letters in work.
type lettersScreen struct {
	still
	window *Window
	model  *present.Letters

	chips  *fyne.Container
	table  *look.Table[present.LetterRow]
	middle *fyne.Container
	body_  fyne.CanvasObject
	folded bool
	kept   domain.LetterID // what one comes back to
}

func newLetters(w *Window, _ present.Route) screen {
	s := &lettersScreen{window: w, model: present.NewLetters(w.env, w.program), chips: look.Stack(), middle: look.Stack()}
	s.build(false)
	top := look.Sized(0, 44, look.Padded(0, 0, 16, 16, look.Middle(s.chips)))
	s.body_ = look.Tall(top, look.Padded(0, 12, 16, 16, s.middle))
	s.model.Changed = s.redraw
	s.model.Load()
	return s
}

// build makes the table; a narrow window has no room for all columns.
func (s *lettersScreen) build(folded bool) {
	w := s.window
	s.folded = folded
	s.table = look.NewTable(lettersColumns(w.env, folded), nil)
	s.table.SetWidths(w.columns("letters"))
	s.table.OnWidths = func(widths map[string]float32) { w.keepColumns("letters", widths) }
	s.table.OnSort = s.model.Sort
	s.table.Rows.OnOpen = s.model.OpenRow
}

func lettersColumns(env present.Env, folded bool) []look.TableColumn[present.LetterRow] {
	t := env.T
	plain := func(of func(present.LetterRow) string) func(present.LetterRow) look.Cell {
		return func(r present.LetterRow) look.Cell { return look.Cell{Words: of(r)} }
	}
	all := []look.TableColumn[present.LetterRow]{
		{Key: "number", Head: t("letters.col_number"), Width: 72, Cell: plain(func(r present.LetterRow) string { return r.Number })},
		{Key: "out", Head: t("letters.col_out"), Width: 72, Spare: 4, Cell: plain(func(r present.LetterRow) string { return r.Out })},
		{Key: "kind", Width: 38, Spare: 1, Cell: func(r present.LetterRow) look.Cell { return look.Cell{Words: r.Kind, Boxed: true} }},
		{Key: "title", Head: t("letters.col_title"), Cell: plain(func(r present.LetterRow) string { return r.Title })},
		{Key: "to", Head: t("letters.col_to"), Width: 144, Spare: 2, Cell: plain(func(r present.LetterRow) string { return r.To })},
		{Key: "author", Head: t("letters.col_author"), Width: 106, Spare: 3, Cell: plain(func(r present.LetterRow) string { return r.Author })},
		{Key: "state", Head: t("letters.col_state"), Width: 124, Cell: stageCell},
		{Key: "since", Head: t("letters.col_since"), Width: 86, Cell: plain(func(r present.LetterRow) string { return r.Since })},
		{Key: "due", Head: t("letters.col_due"), Width: 86, Cell: plain(func(r present.LetterRow) string { return r.Due })},
		{Key: "left", Head: t("letters.col_left"), Width: 156, Fixed: true, Cell: func(r present.LetterRow) look.Cell { return leftCell(r.Urgency, r.Left) }},
	}
	if folded {
		all = slices.DeleteFunc(all, func(c look.TableColumn[present.LetterRow]) bool { return c.Key == "since" || c.Key == "due" })
	}
	return all
}

// stageCell shows where a letter stands.
func stageCell(r present.LetterRow) look.Cell {
	icons := map[present.LetterStage]fyne.Resource{
		present.StageDraft: look.Icon(theme.IconNameDocumentCreate), present.StageReturned: look.Icon(theme.IconNameMailReply),
		present.StageWaiting: look.IconStamp, present.StageApproved: look.Icon(theme.IconNameConfirm),
		present.StageSigned: look.Icon(theme.IconNameMailSend),
	}
	inks := map[present.LetterStage]fyne.ThemeColorName{
		present.StageReturned: look.InkToday, present.StageApproved: look.InkOK, present.StageSigned: look.InkOK,
	}
	ink := inks[r.Stage]
	if ink == look.None {
		ink = look.InkSecond
	}
	return look.Cell{Words: r.State, Face: look.Second, Icon: icons[r.Stage], Ink: ink}
}

func (s *lettersScreen) head() head { return head{title: s.window.env.T("place.letters")} }

func (s *lettersScreen) body() fyne.CanvasObject { return s.body_ }

func (s *lettersScreen) first() fyne.Focusable { return s.table.Rows }

func (s *lettersScreen) reload() { s.model.Load() }

func (s *lettersScreen) resized(width float32) {
	if folded := width < narrow; folded != s.folded {
		s.build(folded)
		s.redraw()
	}
}

func (s *lettersScreen) keep() any {
	if i := s.table.Rows.Chosen(); i >= 0 && i < len(s.model.Rows()) {
		return s.model.Rows()[i].Letter
	}
	return nil
}

func (s *lettersScreen) restore(kept any) {
	if id, ok := kept.(domain.LetterID); ok {
		s.kept = id
		s.redraw()
	}
}

// redraw shows chips and rows, or what is said instead of rows.
func (s *lettersScreen) redraw() {
	look.Swap(s.chips, s.window.newFilterChips(s.model.Chips(), func(key, _ string) { s.model.Press(key) }))
	rows := s.model.Rows()
	chosen := max(0, s.table.Rows.Chosen())
	for i, r := range rows {
		if r.Letter == s.kept {
			chosen, s.kept = i, domain.LetterID{}
		}
	}
	s.table.Rows.SetItems(rows, chosen)
	s.table.Sorted(s.model.Sorted())
	t := s.window.env.T
	switch {
	case !s.model.Loaded():
		look.Swap(s.middle, look.NewSkeleton(12))
	case len(rows) > 0:
		look.Swap(s.middle, s.table.Container)
	case s.model.Filtered():
		all := look.NewButton(t("letters.show_all"), nil, look.Plain, s.model.Unfilter)
		look.Swap(s.middle, look.NewEmpty(look.Icon(theme.IconNameSearch), look.InkHint, t("letters.nothing_found"), t("letters.nothing_found_next"), all))
	default:
		look.Swap(s.middle, look.NewEmpty(look.Icon(theme.IconNameMailCompose), look.InkHint, t("letters.empty"), t("letters.empty_next"), nil))
	}
}
