package present

import (
	"slices"
	"strconv"
	"strings"

	"harta/internal/domain"
	"harta/internal/script"
)

// PaletteRow is a line of the search over everything: what was found, or the head of a group.
type PaletteRow struct {
	Head  string
	Count string // beside the head

	Sign     PaletteSign
	Words    string
	Hits     Hits // in Words
	More     string
	MoreHits Hits
	Right    string
	Urgency  domain.Urgency // of Right
	Key      string         // the shortcut that does the same

	To     Route    // where it leads; the zero route is nowhere
	Action ActionID // what it does instead
}

// PaletteSign is the icon before a line.
type PaletteSign int

// Signs of the lines.
const (
	CaseFound PaletteSign = iota
	PersonFound
	ActionFound
	NewFound
	MoreFound
)

const (
	mostCases        = 8
	mostFoundPersons = 4
	mostActions      = 6
)

// Palette is the presenter of the search over everything.
type Palette struct {
	Env
	watched
	office  PaletteOffice
	finder  *Finder
	offers  func(Place) bool
	actions []Action
	tabs    []SettingsTab

	typed  string
	rows   []PaletteRow
	chosen int
	found  int
	gen    int
	moved  bool // the choice was moved by hand since the last letter
}

// NewPalette makes the presenter; offers tells which places whoever works has.
func NewPalette(env Env, o PaletteOffice, f *Finder, offers func(Place) bool) *Palette {
	p := &Palette{Env: env, office: o, finder: f, offers: offers, actions: env.Actions(offers), chosen: -1}
	p.actions = slices.DeleteFunc(p.actions, func(a Action) bool { return a.ID == ActFind || a.ID == ActFindHere || a.ID == ActBack })
	p.actions = firstOfEach(p.actions)
	if offers(SettingsPlace) {
		p.tabs = env.settingsTabs(o.Acting())
	}
	return p
}

// firstOfEach drops actions that stand in two menus.
func firstOfEach(all []Action) []Action {
	seen := map[ActionID]bool{}
	return slices.DeleteFunc(all, func(a Action) bool {
		was := seen[a.ID]
		seen[a.ID] = true
		return was
	})
}

// Open begins with something typed already.
func (p *Palette) Open(typed string) {
	p.typed = typed
	p.finder.read(p.search)
	p.search()
}

// Type looks for something else.
func (p *Palette) Type(typed string) {
	if typed != p.typed {
		p.typed, p.moved = typed, false
		p.search()
	}
}

// Rows gives the lines.
func (p *Palette) Rows() []PaletteRow { return p.rows }

// Chosen is the index of the chosen line, -1 for none.
func (p *Palette) Chosen() int { return p.chosen }

// Reading tells whether the office is read for the first time.
func (p *Palette) Reading() bool { return !p.finder.index.ready }

// Summary says how much was found; empty while nothing is typed.
func (p *Palette) Summary() string {
	switch {
	case strings.TrimSpace(p.typed) == "":
		return ""
	case p.Reading():
		return p.T("palette.reading")
	default:
		return p.T("palette.found", "n", p.found)
	}
}

// Step moves the choice past heads; at the ends it stays.
func (p *Palette) Step(by int) {
	for i := p.chosen + by; i >= 0 && i < len(p.rows); i += by {
		if p.rows[i].Head == "" {
			p.Choose(i)
			return
		}
	}
}

// Choose moves the choice to a line.
func (p *Palette) Choose(i int) {
	if i >= 0 && i < len(p.rows) && p.rows[i].Head == "" {
		p.chosen, p.moved = i, true
		p.changed()
	}
}

// Take gives the chosen line, to be followed when the palette is gone; ok is false when there is none.
func (p *Palette) Take() (row PaletteRow, ok bool) {
	if p.chosen < 0 || p.chosen >= len(p.rows) {
		return PaletteRow{}, false
	}
	return p.rows[p.chosen], true
}

// Everywhere is where the whole register is searched for what was typed.
func (p *Palette) Everywhere() Route {
	if strings.TrimSpace(p.typed) == "" {
		return Route{Place: RegisterPlace, Arg: ViewAll}
	}
	return Route{Place: RegisterPlace, Arg: ViewWords(strings.TrimSpace(p.typed))}
}

// search computes the lines beside the screen; a search that was overtaken is forgotten.
func (p *Palette) search() {
	p.gen++
	gen, q, x := p.gen, p.ParseQuery(p.typed), p.finder.index
	opened := slices.Clone(p.finder.opened)
	typed := strings.TrimSpace(p.typed)
	var cases []lined
	var persons []domain.Person
	var count int
	p.Go(func() {
		if !q.Asked() {
			cases = x.of(opened)
			count = len(cases)
			return
		}
		cases, count = x.find(q, mostCases)
		if len(q.numbers)+len(q.kinds)+len(q.terms) == 0 {
			persons = p.office.FindPersons(typed, mostFoundPersons)
		}
	}, func() {
		if gen != p.gen {
			return
		}
		p.show(q, cases, count, persons)
	})
}

// show makes the lines.
func (p *Palette) show(q *Query, cases []lined, count int, persons []domain.Person) {
	before, held := p.Take()
	p.rows = p.rows[:0:0]
	p.addCases(q, cases, count)
	people := p.addPersons(q, persons)
	actions := p.addActions(q)
	p.found = count + people + actions
	p.addMore(q)
	p.chosen = slices.IndexFunc(p.rows, func(r PaletteRow) bool { return r.Head == "" })
	if i := slices.Index(p.rows, before); p.moved && held && i >= 0 {
		p.chosen = i
	}
	p.changed()
}

func (p *Palette) head(words string, count int) {
	h := PaletteRow{Head: words}
	if count > 0 {
		h.Count = strconv.Itoa(count)
	}
	p.rows = append(p.rows, h)
}

func (p *Palette) addCases(q *Query, cases []lined, count int) {
	if len(cases) == 0 {
		return
	}
	if q.Asked() {
		p.head(p.T("palette.cases"), count)
	} else {
		p.head(p.T("palette.opened"), 0)
	}
	for _, c := range cases {
		words := p.T("palette.case", "number", p.ShortNumber(c.Number), "sender", p.SenderName(*c.Entry))
		row := PaletteRow{
			Sign: CaseFound, Words: words, Hits: q.Hits(words), More: c.Subject, MoreHits: q.subject().Hits(c.Subject),
			Right: p.Left(c.Reminder), Urgency: c.Urgency, To: Route{Place: CasePlace, Case: c.Case},
		}
		if c.Urgency == domain.NoTerm {
			row.Right = p.Say.State(c.State)
		}
		p.rows = append(p.rows, row)
	}
	if count > len(cases) {
		p.rows = append(p.rows, PaletteRow{Sign: MoreFound, Words: p.T("palette.all", "n", count), To: p.Everywhere()})
	}
}

// subject is the query as it hits a subject: a sender that was asked for is not there.
func (q *Query) subject() *Query { return &Query{digits: q.digits, words: q.words} }

func (p *Palette) addPersons(q *Query, persons []domain.Person) int {
	var rows []PaletteRow
	for _, x := range persons {
		cases := p.finder.index.persons[x.ID]
		if cases == 0 {
			continue // of whom no case may be seen
		}
		name := x.Contact.Name
		rows = append(rows, PaletteRow{
			Sign: PersonFound, Words: name, Hits: q.Hits(name), More: x.Contact.Settlement, Right: p.T("register.count", "n", cases),
			To: Route{Place: RegisterPlace, Arg: ViewOf(x.ID)},
		})
	}
	if len(rows) > 0 {
		p.head(p.T("palette.persons"), len(rows))
		p.rows = append(p.rows, rows...)
	}
	return len(rows)
}

// addActions adds the actions with every word that was typed, and the tabs of the settings; all actions when nothing was.
func (p *Palette) addActions(q *Query) int {
	var rows []PaletteRow
	named := func(words string) bool {
		return q.plain() && q.words.Rank(script.Fold(words)) == q.words.Words() && len(rows) < mostActions
	}
	for _, a := range p.actions {
		if q.Asked() && !named(a.Words) {
			continue
		}
		row := PaletteRow{Sign: ActionFound, Words: a.Words, Hits: q.Hits(a.Words), Key: a.Key, Action: a.ID}
		if a.Place == NewPlace {
			row.Sign = NewFound
		}
		rows = append(rows, row)
	}
	for _, t := range p.tabs {
		if words := p.T("palette.tab", "tab", p.TabWords(t)); q.Asked() && named(words) {
			rows = append(rows, PaletteRow{Sign: ActionFound, Words: words, Hits: q.Hits(words), To: Route{Place: SettingsPlace, Arg: string(t)}})
		}
	}
	if len(rows) > 0 {
		p.head(p.T("palette.actions"), 0)
		p.rows = append(p.rows, rows...)
	}
	return len(rows)
}

// addMore offers what can be done with the words themselves.
func (p *Palette) addMore(q *Query) {
	if !q.Asked() {
		return
	}
	typed := strings.TrimSpace(p.typed)
	if p.found == 0 && !p.Reading() {
		p.head(p.T("palette.nothing"), 0)
	} else {
		p.head(p.T("palette.further"), 0)
	}
	if p.offers(NewPlace) && q.plain() {
		p.rows = append(p.rows, PaletteRow{
			Sign: NewFound, Words: p.T("palette.new", "words", shorten(typed, 40)), To: Route{Place: NewPlace, Arg: typed},
		})
	}
	p.rows = append(p.rows, PaletteRow{Sign: MoreFound, Words: p.T("palette.everywhere"), Key: "Ctrl+Enter", To: p.Everywhere()})
}

// plain tells whether only words were typed.
func (q *Query) plain() bool {
	return len(q.numbers)+len(q.digits)+len(q.kinds)+len(q.terms)+q.from.Words() == 0
}
