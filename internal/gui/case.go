package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// caseScreen shows one case: what comes next, its course, the term and the people; and beside it the form of an action.
type caseScreen struct {
	window *Window
	model  *present.Case
	route  present.Route

	root             *fyne.Container
	subject, next    *fyne.Container
	warnings         *fyne.Container
	body_            *fyne.Container // of the open tab
	tabs             *look.Tabs
	tabKeys          []caseTab
	tab              caseTab
	note             *look.Field
	noteWrong        *look.Prose
	term, people     *fyne.Container
	scroll           *look.Scrolled // of the course
	panel            *formPanel
	shownForm        *present.Form
	narrow, explain  bool
	slim, tight      bool // there is one column alone; no room for the tab of what a column beside shows
	calendar, whole  bool // the month is shown; all events are
	drawn            map[string]string
	letters          *look.List[present.CaseLetter]
	files            *look.List[present.CaseFile]
	scrolled         float32
	topShown         string // what stands over the tabs, as it was laid
	layoutShown      string
	moreButton       *look.Button
	previewShown     any
	extensionPreview *fyne.Container
}

// caseNarrow is the width of the window under which a case has no third column: the first one would have no room to be read.
const caseNarrow = 1180

const (
	caseTight = 1350 // under which the tabs of the first of three columns are one too many
	caseSlim  = 760  // under which there is one column, and the term stands under a tab
	caseLow   = 560  // the height under which that column is scrolled as a whole
)

func newCase(w *Window, to present.Route) screen {
	s := &caseScreen{
		window: w, model: present.NewCase(w.env, w.program, to), route: to, explain: true, drawn: map[string]string{},
		root: look.Stack(), subject: look.Stack(), next: look.Stack(), warnings: look.Column(8), body_: look.Stack(),
		term: look.Stack(), people: look.Stack(), extensionPreview: look.Stack(), tab: courseTab,
	}
	s.build()
	s.model.Changed = s.redraw
	s.model.Load()
	return s
}

// build makes the widgets that stay.
func (s *caseScreen) build() {
	t := s.window.env.T
	entry := look.NewEntry(t("case.new_note"))
	entry.OnChanged = func(typed string) {
		if kept := s.model.Type(typed); kept != typed {
			entry.Put(kept)
		}
		s.drawNote()
	}
	entry.OnSubmitted = func(string) { s.model.AddNote() }
	s.note = look.NewField(entry, nil, look.NewKeyCap("N"))
	s.noteWrong = look.NewProse("", look.Second, look.InkOver)
	s.tabs = look.NewTabs([]look.TabWords{{Words: t("case.tab_course"), Count: -1}}, func(i int) {
		s.tab = s.tabKeys[i]
		delete(s.drawn, "tab")
		s.drawTab()
	})
	s.letters = look.NewList(44, s.paintLetter)
	s.letters.OnOpen = func(i int) { s.model.OpenLetter(s.letters.Items()[i].ID) }
	s.letters.OnChosen = func(int) { s.drawLetterTools() }
	s.files = look.NewList(44, s.paintFile)
	s.files.OnOpen = func(i int) { s.model.ShowFile(s.files.Items()[i].ID) }
	s.measure(s.window.Canvas().Size().Width)
}

// measure tells whether the width has become another kind of one.
func (s *caseScreen) measure(width float32) bool {
	was := [3]bool{s.narrow, s.slim, s.tight}
	s.narrow, s.slim, s.tight = width < caseNarrow, width < caseSlim, width < caseTight
	return was != [3]bool{s.narrow, s.slim, s.tight}
}

func (s *caseScreen) head() head {
	v := s.model.View()
	h := head{title: v.Number, back: true}
	if s.model.Form() != nil {
		h.note = v.Sender
		return h
	}
	if n := s.route.Walk.Place(s.route.Case); n > 0 && len(s.route.Walk.Cases) > 1 {
		words := s.window.env.T("case.place_in_list", "n", n, "all", len(s.route.Walk.Cases))
		up := look.NewButton("", look.Icon(theme.IconNameMoveUp), look.Plain, func() { s.walk(-1) })
		down := look.NewButton("", look.Icon(theme.IconNameMoveDown), look.Plain, func() { s.walk(1) })
		up.Allow(s.canWalk(-1))
		down.Allow(s.canWalk(1))
		h.right = []fyne.CanvasObject{look.NewText(words, look.Second, look.InkSecond), up, down}
	}
	return h
}

func (s *caseScreen) canWalk(by int) bool {
	_, ok := s.route.Walk.Step(s.route.Case, by)
	return ok
}

// walk goes on in the list one came from.
func (s *caseScreen) walk(by int) {
	if to, ok := s.route.Walk.Step(s.route.Case, by); ok {
		s.window.replace(present.Route{Place: present.CasePlace, Case: to, Walk: s.route.Walk})
	}
}

func (s *caseScreen) body() fyne.CanvasObject { return s.root }

func (s *caseScreen) first() fyne.Focusable { return nil }

func (s *caseScreen) reload() { s.model.Load() }

func (s *caseScreen) leave() { s.model.Leave() }

func (s *caseScreen) resized(width float32) {
	if s.measure(width) {
		s.drawn = map[string]string{}
		s.redraw()
		return
	}
	if s.model.View().Loaded {
		s.lay()
	}
}

// caseKept is what one finds again when one comes back.
type caseKept struct {
	tab    caseTab
	offset float32
}

func (s *caseScreen) keep() any {
	k := caseKept{tab: s.tab}
	if s.scroll != nil {
		k.offset = s.scroll.Offset()
	}
	return k
}

func (s *caseScreen) restore(kept any) {
	if k, ok := kept.(caseKept); ok {
		s.tab, s.scrolled = k.tab, k.offset
		s.drawn = map[string]string{}
		s.redraw()
	}
}

// key hears the keys that no widget uses: an open form comes first.
func (s *caseScreen) key(ev *fyne.KeyEvent) bool {
	if s.panel != nil && s.panel.key(ev) {
		return true
	}
	if s.panel != nil {
		return false
	}
	switch ev.Name {
	case fyne.KeyEscape:
		if s.window.Canvas().Focused() == fyne.Focusable(s.note.Entry) {
			s.window.Canvas().Unfocus()
			return true
		}
		return s.model.ClosePaper()
	case fyne.KeyReturn, fyne.KeyEnter:
		return s.press()
	case fyne.KeyF6:
		s.model.Print()
	case fyne.KeyF8:
		s.model.Press("F8")
	case fyne.KeyDown, fyne.KeyRight:
		s.walk(1)
	case fyne.KeyUp, fyne.KeyLeft:
		s.walk(-1)
	default:
		return false
	}
	return true
}

// caseKeys are the letters of the actions; each is meant in both alphabets. The first one goes to the note.
const caseKeys = "NODZUYILB"

// press begins the one main action, while nothing has the focus.
func (s *caseScreen) press() bool {
	if s.model.Refused().Explain && s.window.Canvas().Focused() == nil {
		s.model.Explain()
		return true
	}
	main := s.model.View().Next.Main
	if s.panel != nil || main.Do == "" || s.window.Canvas().Focused() != nil {
		return false
	}
	s.start(main.Do)()
	return true
}

// typed hears letters while nothing has the focus.
func (s *caseScreen) typed(r rune) {
	if s.panel != nil || !s.model.View().Loaded {
		return
	}
	switch i := look.KeyAmong(r, []rune(caseKeys)...); {
	case i == 0 && s.model.View().MayNote:
		s.open(courseTab)
		s.window.focus(s.note.Entry)
	case i > 0:
		s.model.Press(caseKeys[i : i+1])
	}
}

// dropped adds files to the case.
func (s *caseScreen) dropped(files []fyne.URI) {
	paths := make([]string, 0, len(files))
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	s.model.Drop(paths)
}

// open shows a tab.
func (s *caseScreen) open(tab caseTab) {
	for i, t := range s.tabKeys {
		if t == tab {
			s.tab = tab
			s.tabs.Put(i)
			delete(s.drawn, "tab")
			s.drawTab()
		}
	}
}

// start takes an action from a button.
func (s *caseScreen) start(do domain.Action) func() { return func() { s.model.Start(do) } }

// printNow prints the slip of the case, as F6 does.
func (s *caseScreen) printNow() { s.model.Print() }
