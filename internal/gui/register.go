package gui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// registerScreen is the list of all cases with its views, filters and preview.
type registerScreen struct {
	window *Window
	model  *present.Register

	table   *look.Table[present.CaseRow]
	find    *look.Field
	bar     *look.Progress  // of the list that is being written or printed
	writing *fyne.Container // it, while there is one
	tools   *fyne.Container // filters, count, export
	views   *fyne.Container
	middle  *fyne.Container // the table, or what is said instead
	preview *fyne.Container
	panes   *fyne.Container
	content fyne.CanvasObject
	drawn   int             // the version of the list that is drawn
	seen    present.Preview // that is drawn
	hidden  bool            // the preview was put away with F4
	width   float32
}

// registerKept is what one finds again when one comes back.
type registerKept struct {
	filter present.Filter
	order  present.Order
	chosen domain.CaseID
}

func newRegister(w *Window, to present.Route) screen {
	s := &registerScreen{
		window: w, model: present.NewRegister(w.env, w.program, to.Arg),
		tools: look.Stack(), views: look.Stack(), middle: look.Stack(), preview: look.Stack(),
	}
	s.table = look.NewTable(registerColumns(w.env, s.model), registerGroup)
	s.table.SetWidths(w.columns("register"))
	s.table.OnWidths = func(widths map[string]float32) { w.keepColumns("register", widths) }
	s.table.OnSort = s.model.Sort
	rows := s.table.Rows
	rows.OnChosen = s.model.Choose
	rows.OnOpen = s.open
	rows.OnPress = s.pressed
	rows.OnKey = s.listKey
	entry := look.NewEntry(w.env.T("register.find"))
	entry.OnChanged = func(words string) {
		if kept := s.model.Type(words); kept != words {
			entry.Put(kept)
		}
	}
	entry.OnKey = w.findKey(entry, s.table.Rows)
	s.find = look.NewField(entry, look.NewGlyph(look.Icon(theme.IconNameSearch), look.InkHint, 16), nil)
	s.panes = look.Panes(12, []float32{160, 0, previewWidth}, look.AtTop(s.views), s.middle, s.preview)
	s.bar = look.NewProgress("", w.env.T("import.stop"), s.model.Stop)
	s.writing = look.Padded(0, 8, 16, 16, s.bar)
	tools := look.Sized(0, 44, look.Padded(0, 0, 16, 16, s.tools))
	s.content = look.Tall(look.Column(0, tools, s.writing), look.Padded(0, 12, 16, 16, s.panes))
	s.model.Changed = s.redraw
	s.redraw()
	s.model.Load()
	return s
}

// previewWidth is the column that shows the chosen case.
const previewWidth = 256

// numberMost is the width that the numbers of cases get where they are long: those of an older register.
const numberMost = 130

// turnColumn says whose turn it is; nothing is sorted by it.
const turnColumn = "turn"

// wideColumns are the widths of the columns to which the subject gives of its room in a wide window.
var wideColumns = map[string]float32{present.BySender: 190, present.ByLeft: 240, turnColumn: 130}

// registerColumns are the columns of every list of cases.
func registerColumns(env present.Env, m *present.Register) []look.TableColumn[present.CaseRow] {
	return []look.TableColumn[present.CaseRow]{
		{Key: "check", Width: 26, Fixed: true, Cell: func(r present.CaseRow) look.Cell { return look.Cell{Check: ticked(r.Checked)} }},
		{Key: present.ByNumber, Head: env.T("register.col.number"), Width: 60, Cell: func(r present.CaseRow) look.Cell { return look.Cell{Words: r.Number} }},
		{Key: present.ByKind, Head: env.T("register.col.kind"), Width: 34, Spare: 1, Cell: func(r present.CaseRow) look.Cell { return look.Cell{Words: r.Kind, Boxed: true} }},
		{Key: present.BySender, Head: env.T("register.col.sender"), Width: 116, Spare: 3, Cell: func(r present.CaseRow) look.Cell { return look.Cell{Words: r.Sender} }},
		{Key: present.BySubject, Head: env.T("register.col.subject"), Cell: func(r present.CaseRow) look.Cell {
			return look.Cell{Words: r.Subject, Mark: markIcon(r.Mark)}
		}},
		{Key: present.ByDue, Head: env.T("register.col.due"), Width: 80, Spare: 2, Cell: func(r present.CaseRow) look.Cell { return look.Cell{Words: r.Due} }},
		{Key: present.ByLeft, Head: env.T("register.col.left"), Width: 156, Cell: func(r present.CaseRow) look.Cell { return leftCell(r.Urgency, r.Left) }},
		{Key: turnColumn, Head: env.T("register.col.turn"), Width: 86, Plain: true, Spare: 4, Cell: func(r present.CaseRow) look.Cell {
			return look.Cell{Words: m.Turn(r), Face: look.Second, Ink: look.InkSecond}
		}},
	}
}

func registerGroup(r present.CaseRow) (look.Group, bool) {
	return look.Group{Words: r.Group, Count: strconv.Itoa(r.Count)}, r.Group != ""
}

func ticked(yes bool) look.Check {
	if yes {
		return look.Checked
	}
	return look.Unchecked
}

// leftCell shows how much of a term is left.
func leftCell(u domain.Urgency, words string) look.Cell {
	icon, ink := urgencySign(u)
	return look.Cell{Words: words, Face: look.Second, Icon: icon, Ink: ink}
}

// urgencySign is the icon and ink of an urgency; a word always stands beside it.
func urgencySign(u domain.Urgency) (fyne.Resource, fyne.ThemeColorName) {
	switch u {
	case domain.Late:
		return look.Icon(theme.IconNameError), look.InkOver
	case domain.Today:
		return look.Icon(theme.IconNameWarning), look.InkToday
	case domain.Soon:
		return look.IconClock, look.InkSoon
	case domain.HalfTime:
		return look.IconHalf, look.InkInfo
	case domain.NoTerm:
		return nil, look.InkSecond
	default:
		return look.Icon(theme.IconNameConfirm), look.InkOK
	}
}

// urgencyTone is the tone of a badge about an urgency.
func urgencyTone(u domain.Urgency) look.Tone {
	switch u {
	case domain.Late:
		return look.ToneOver
	case domain.Today:
		return look.ToneToday
	case domain.Soon:
		return look.ToneSoon
	case domain.HalfTime:
		return look.ToneInfo
	case domain.NoTerm:
		return look.ToneNeutral
	default:
		return look.ToneOK
	}
}

// markIcon is the icon of a mark; nil for none.
func markIcon(m present.Mark) fyne.Resource {
	switch m {
	case present.MarkDanger:
		return look.IconHealth
	case present.MarkAnonymous:
		return look.Icon(theme.IconNameVisibilityOff)
	case present.MarkWaiting:
		return look.Icon(theme.IconNameMediaPause)
	case present.MarkExtended:
		return look.IconExtend
	default:
		return nil
	}
}

func (s *registerScreen) head() head {
	t := s.window.env.T
	h := head{title: t("place.register"), note: t("register.sorted." + s.sortedBy())}
	if s.window.frame.model.Offers(present.NewPlace) {
		h.right = []fyne.CanvasObject{s.window.newCaseButton()}
	}
	return h
}

func (s *registerScreen) sortedBy() string {
	if by := s.model.Order().By; by != present.ByLeft {
		return by
	}
	return present.ByDue
}

func (s *registerScreen) body() fyne.CanvasObject { return s.content }

func (s *registerScreen) first() fyne.Focusable {
	if !s.model.Loaded() || s.model.Count() == 0 {
		return nil // the list is not on the screen
	}
	return s.table.Rows
}

func (s *registerScreen) reload() { s.model.Load() }

func (s *registerScreen) resized(width float32) {
	if (width >= roomy) != (s.width >= roomy) {
		for key, more := range wideColumns {
			if width < roomy {
				more = 0
			}
			s.table.Widen(key, more)
		}
	}
	s.width = width
	s.fold()
}

// fold puts views and preview away where there is no room for them.
func (s *registerScreen) fold() {
	views, preview := s.panes.Objects[0], s.panes.Objects[2]
	show(views, s.width >= narrow)
	show(preview, !s.hidden && s.width >= narrow)
	s.panes.Refresh()
}

func (s *registerScreen) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyF4:
		s.hidden = !s.hidden
		s.fold()
	case fyne.KeyF3:
		s.window.focus(s.find.Entry)
	default:
		return false
	}
	return true
}

func (s *registerScreen) listKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeySpace {
		s.model.Check(s.table.Rows.Chosen())
		return true
	}
	return false
}

// pressed ticks a row where the press is on its box.
func (s *registerScreen) pressed(i int, at fyne.Position) bool {
	if at.X > 36 || s.model.Rows()[i].Group != "" {
		return false
	}
	s.model.Check(i)
	return true
}

func (s *registerScreen) open(i int) {
	s.model.OpenRow(i)
}

// write begins a letter in the chosen case.
func (s *registerScreen) write() {
	if i := s.model.Chosen(); i >= 0 {
		s.window.open(present.Route{Place: present.LetterPlace, Case: s.model.Rows()[i].Case})
	}
}

func (s *registerScreen) keep() any {
	kept := registerKept{filter: s.model.Filter(), order: s.model.Order()}
	if i := s.model.Chosen(); i >= 0 {
		kept.chosen = s.model.Rows()[i].Case
	}
	return kept
}

func (s *registerScreen) leave() {
	s.model.Leave()
	s.table.Rows.SetItems(nil, -1)
}

func (s *registerScreen) restore(kept any) {
	if k, ok := kept.(registerKept); ok {
		s.model.Restore(k.filter, k.order, k.chosen)
		s.find.Entry.Put(k.filter.Words)
	}
}

// redraw draws what a step through the list changes each time, and the rest only when the list itself has changed.
func (s *registerScreen) redraw() {
	rows := s.table.Rows
	putMeter(s.bar, s.model.Meter())
	if busy := s.model.Meter().Busy(); busy != s.writing.Visible() {
		show(s.writing, busy)
		s.content.Refresh()
	}
	if v := s.model.Version(); v != s.drawn {
		s.drawn = v
		s.table.Fit(present.ByNumber, s.model.Rows(), numberMost)
		rows.SetItems(s.model.Rows(), s.model.Chosen())
		s.table.Sorted(s.model.Order().By, s.model.Order().Down)
		look.Swap(s.tools, s.drawTools())
		look.Swap(s.views, s.drawViews())
		look.Swap(s.middle, s.drawMiddle())
		if s.window.screen == s {
			s.window.retitle()
		}
	}
	if i := s.model.Chosen(); i >= 0 && i != rows.Chosen() {
		rows.Choose(i)
	}
	if p := s.model.Preview(); p != s.seen || len(s.preview.Objects) == 0 {
		s.seen = p
		look.Swap(s.preview, s.drawPreview(p))
	}
	if s.window.screen == s && s.window.Canvas().Focused() == nil { // a chip that was pressed is gone, or the list has come
		s.window.focus(s.first())
	}
}
