package present

import (
	"cmp"
	"slices"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// ApprovalOffice is what За одобрение asks of the office.
type ApprovalOffice interface {
	Drafts
	Pages
	Acting() domain.Acting
	List(want func(domain.Entry) bool) []domain.Entry
	Case(id domain.CaseID, how office.Looked) (office.File, error)
	NewCommand() (office.Command, error)
	Endorse(c office.Command, id domain.CaseID, letter domain.LetterID, seen domain.Digest) error
	Return(c office.Command, id domain.CaseID, letter domain.LetterID, comment string) error
	SignLetter(c office.Command, id domain.CaseID, letter domain.LetterID) (domain.LetterNumbered, error)
	Document(id domain.CaseID, document domain.DocumentID) ([]byte, error)
	Steps(dl domain.Deadline) []string
	Show(name string, content []byte) error
}

// ApprovalRow is a letter that waits for a word or a signature, precomputed.
type ApprovalRow struct {
	Case     domain.CaseID
	Letter   domain.LetterID
	Number   string
	Kind     string
	Subject  string
	Who      string // who wrote it, and since when it waits
	Wait     string // for what, when that is a signature
	Left     string
	Urgency  domain.Urgency
	Mine     bool // it waits for whoever looks
	Sign     bool // a signature is what it waits for
	Tickable bool // it may be approved together with others
	Ticked   bool
}

// Approval is the presenter of the letters that wait for a word of whoever looks.
type Approval struct {
	Env
	watched
	office ApprovalOffice

	acting  domain.Acting
	all     []waitingLetter
	rows    []ApprovalRow
	others  bool // those that wait for somebody else are shown too
	bySince bool
	ticked  map[domain.LetterID]bool
	done    map[domain.LetterID]bool // a word was given and is being recorded
	last    string                   // when the last word was given
	chosen  domain.LetterID
	gen     int
	loaded  bool
	Summary string // what went wrong

	detail  Detail
	paper   paper
	changes changes // of the letter, when they are looked at
	wishes  map[domain.LetterID]*wishes
	form    *Form
}

// waitingLetter is a row with what it is sorted by.
type waitingLetter struct {
	ApprovalRow
	due, since calendar.Date
	serial     int
}

// NewApproval makes the presenter; the letter of the route, where there is one, is chosen.
func NewApproval(env Env, o ApprovalOffice, r Route) *Approval {
	m := &Approval{
		Env: env, office: o, chosen: r.Letter,
		ticked: map[domain.LetterID]bool{}, done: map[domain.LetterID]bool{}, wishes: map[domain.LetterID]*wishes{},
	}
	m.keepSeen()
	return m
}

// Load reads what waits anew; the choice stays where it is.
func (m *Approval) Load() {
	m.gen++
	gen := m.gen
	var all []waitingLetter
	var a domain.Acting
	var last calendar.Date
	m.Go(func() {
		a = m.office.Acting()
		all, last = m.read(a)
	}, func() {
		if gen != m.gen {
			return // overtaken by a later Load
		}
		m.acting, m.all, m.loaded = a, all, true
		if m.last == "" && last != 0 {
			m.last = m.Say.Date(last)
		}
		m.forget()
		m.refilter()
	})
}

// read finds the letters that wait for a word or a signature, and when the user last gave one.
func (m *Approval) read(a domain.Acting) (all []waitingLetter, last calendar.Date) {
	asks := a.Office.WaitingLetter(a.User, a.Today())
	for _, e := range m.office.List(func(e domain.Entry) bool { return len(e.Pending) > 0 }) {
		left := a.Office.Remind(e, a.Today())
		for _, p := range e.Pending {
			if slices.Contains(p.Endorsed, a.User) {
				last = max(last, p.Since)
			}
			if p.State != domain.LetterWaiting && p.State != domain.LetterApproved {
				continue
			}
			_, mine := asks(e, p)
			all = append(all, m.row(a, e, p, mine, left))
		}
	}
	return all, last
}

//nolint:revive // a row is made of what its line in the register, its letter and its term say
func (m *Approval) row(a domain.Acting, e domain.Entry, p domain.Pending, mine bool, left domain.Reminder) waitingLetter {
	author, _ := a.Office.User(p.Author)
	sign := p.State == domain.LetterApproved
	r := ApprovalRow{
		Case: e.Case, Letter: p.Letter, Number: m.ShortNumber(e.Number), Kind: m.KindLetter(e.Kind), Subject: m.Say.Subject(e),
		Who:  m.T("approval.who", "name", ShortName(author.Name), "since", m.day(p.Since)),
		Left: m.Left(left), Urgency: left.Urgency, Mine: mine, Sign: sign,
		Tickable: mine && !m.ReadOnly && !sign && e.Kind == domain.Praise && p.Template == domain.TThanks,
	}
	switch {
	case sign && mine:
		r.Wait = m.T("approval.for_signature")
	case !mine:
		r.Wait = m.T("approval.others_turn")
	case p.Fixed && len(p.Chain.Steps) > 1:
		r.Wait = m.T("chain.step_short", "n", len(p.EndorsedAs)+1, "of", len(p.Chain.Steps))
	}
	return waitingLetter{r, left.Due, p.Since, e.Number.Serial}
}

// day says a day as „днес“ or short of the year.
func (m *Approval) day(d calendar.Date) string {
	if d == m.Today() {
		return m.T("left.today")
	}
	return m.Say.Date(d)
}

// forget drops what was remembered of letters that do not wait any more.
func (m *Approval) forget() {
	waits := map[domain.LetterID]bool{}
	for _, l := range m.all {
		waits[l.Letter] = true
	}
	for id := range m.done {
		if !waits[id] {
			delete(m.done, id)
		}
	}
	for id := range m.ticked {
		if !waits[id] {
			delete(m.ticked, id)
		}
	}
	for id := range m.changes.seen {
		if !waits[domain.ParseID[domain.LetterID](id)] {
			delete(m.changes.seen, id)
		}
	}
}

// refilter chooses and sorts the rows, and keeps a row chosen.
func (m *Approval) refilter() {
	shown := slices.DeleteFunc(slices.Clone(m.all), func(l waitingLetter) bool { return m.done[l.Letter] || !l.Mine && !m.others })
	slices.SortStableFunc(shown, func(a, b waitingLetter) int {
		turn := 0
		if a.Mine != b.Mine {
			turn = 1
			if a.Mine {
				turn = -1
			}
		}
		by := cmp.Compare(dueOrLast(a.due), dueOrLast(b.due))
		if m.bySince {
			by = cmp.Compare(a.since, b.since)
		}
		return cmp.Or(turn, by, cmp.Compare(a.serial, b.serial))
	})
	m.rows = nil
	for _, l := range shown {
		l.Ticked = m.ticked[l.Letter]
		m.rows = append(m.rows, l.ApprovalRow)
	}
	i := m.Chosen()
	if i < 0 && len(m.rows) > 0 {
		i = 0
		m.chosen = m.rows[0].Letter
	}
	if i < 0 {
		m.chosen, m.detail = domain.LetterID{}, Detail{}
		m.paper.clear()
	} else {
		m.look()
	}
	m.changed()
}

func dueOrLast(d calendar.Date) calendar.Date {
	if d == 0 {
		return calendar.Date(1 << 30)
	}
	return d
}

// Rows gives the letters that wait.
func (m *Approval) Rows() []ApprovalRow { return m.rows }

// Loaded tells whether the list was read.
func (m *Approval) Loaded() bool { return m.loaded }

// Chosen gives the index of the chosen row; -1 for none.
func (m *Approval) Chosen() int {
	return slices.IndexFunc(m.rows, func(r ApprovalRow) bool { return r.Letter == m.chosen })
}

// Choose moves to a row.
func (m *Approval) Choose(i int) {
	if i < 0 || i >= len(m.rows) || m.rows[i].Letter == m.chosen {
		return
	}
	m.chosen, m.Summary = m.rows[i].Letter, ""
	m.closeForm()
	m.look()
	m.changed()
}

// Step moves by so many rows.
func (m *Approval) Step(by int) { m.Choose(min(max(m.Chosen()+by, 0), len(m.rows)-1)) }

// Turns counts the letters that wait for whoever looks, and those that wait for others.
func (m *Approval) Turns() (mine, others int) {
	for _, l := range m.all {
		switch {
		case m.done[l.Letter]:
		case l.Mine:
			mine++
		default:
			others++
		}
	}
	return mine, others
}

// ShowOthers shows those that wait for somebody else too, or hides them.
func (m *Approval) ShowOthers(yes bool) {
	m.others = yes
	m.refilter()
}

// Others tells whether they are shown.
func (m *Approval) Others() bool { return m.others }

// SortBySince puts who waits longest first, else whose term ends first.
func (m *Approval) SortBySince(yes bool) {
	m.bySince = yes
	m.refilter()
}

// Tick ticks a row that may be approved together with others.
func (m *Approval) Tick(i int) {
	if i < 0 || i >= len(m.rows) || !m.rows[i].Tickable {
		return
	}
	id := m.rows[i].Letter
	m.ticked[id] = !m.ticked[id]
	m.refilter()
}

// Ticked counts the ticked rows, and those that could be.
func (m *Approval) Ticked() (n, of int) {
	for _, r := range m.rows {
		if r.Tickable {
			of++
		}
		if r.Ticked {
			n++
		}
	}
	return n, of
}

// Last says when the user last gave a word; empty when nothing is known of it.
func (m *Approval) Last() string {
	if m.last == "" {
		return ""
	}
	return m.T("approval.last", "at", m.last)
}

// StandsIn says for whom the user acts today; empty = for nobody.
func (m *Approval) StandsIn() string {
	if m.acting.Office == nil {
		return ""
	}
	for _, g := range m.acting.Office.Grants(m.acting.User, m.acting.Today()) {
		holder, ok := m.acting.Office.User(g.ActingFor)
		if !ok {
			continue
		}
		office := m.seatWords(m.acting.Office, g)
		if g.Until.IsZero() {
			return m.T("approval.stands_in", "name", ShortName(holder.Name), "office", office, "order", g.Order)
		}
		return m.T("approval.stands_in_until", "name", ShortName(holder.Name), "office", office, "until", g.Until, "order", g.Order)
	}
	return ""
}

// OpenCase goes to the case of the chosen letter.
func (m *Approval) OpenCase() {
	if i := m.Chosen(); i >= 0 {
		m.Open(Route{Place: CasePlace, Case: m.rows[i].Case})
	}
}

func (m *Approval) moment(at time.Time) string {
	if calendar.DateOf(at) == m.Today() {
		return m.T("approval.today_at", "time", m.Say.Time(at))
	}
	return m.Say.Date(calendar.DateOf(at))
}
