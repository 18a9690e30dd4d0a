package present

import (
	"cmp"
	"slices"
	"strings"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// LettersOffice is what Писма asks of the office.
type LettersOffice interface {
	Acting() domain.Acting
	List(want func(domain.Entry) bool) []domain.Entry
}

// LetterRow is a line of the list of letters in work, precomputed.
type LetterRow struct {
	Case    domain.CaseID
	Letter  domain.LetterID
	Number  string // of the case
	Out     string // outgoing; empty = it has none yet
	Kind    string
	Title   string
	To      string
	Author  string
	State   string
	Stage   LetterStage
	Since   string
	Due     string
	Left    string
	Urgency domain.Urgency
}

// LetterStage is where a letter in work stands, as the chips over the list know it.
type LetterStage string

// Stages, in the order of the chips.
const (
	StageDraft    LetterStage = "draft"
	StageReturned LetterStage = "returned"
	StageWaiting  LetterStage = "waiting"
	StageApproved LetterStage = "approved"
	StageSigned   LetterStage = "signed"
)

var letterStages = []LetterStage{StageDraft, StageReturned, StageWaiting, StageApproved, StageSigned}

// stageOf gives the stage of a letter; ok is false for one that has left.
func stageOf(p domain.Pending) (s LetterStage, ok bool) {
	switch p.State {
	case domain.LetterDraft:
		if p.Returned {
			return StageReturned, true
		}
		return StageDraft, true
	case domain.LetterWaiting:
		return StageWaiting, true
	case domain.LetterApproved:
		return StageApproved, true
	case domain.LetterSigned:
		return StageSigned, true
	default:
		return "", false
	}
}

// Letters is the presenter of all letters in work.
type Letters struct {
	Env
	office LettersOffice
	// Changed is called when there is something to redraw.
	Changed func()

	all    []sortedLetter
	rows   []LetterRow
	stage  LetterStage // empty = all
	mine   bool
	by     string
	down   bool
	gen    int
	loaded bool
}

// sortedLetter is a row with what it is sorted by and found by.
type sortedLetter struct {
	LetterRow
	due, since calendar.Date
	serial     int // of the case
	out        int // of the letter; 0 = it has none
	mine       bool
}

// NewLetters makes the presenter.
func NewLetters(env Env, o LettersOffice) *Letters {
	return &Letters{Env: env, office: o, by: "due"}
}

// Load reads the letters anew.
func (m *Letters) Load() {
	m.gen++
	gen := m.gen
	var all []sortedLetter
	m.Go(func() { all = m.read() }, func() {
		if gen != m.gen {
			return // overtaken by a later Load
		}
		m.all, m.loaded = all, true
		m.refilter()
	})
}

func (m *Letters) read() []sortedLetter {
	a := m.office.Acting()
	var all []sortedLetter
	for _, e := range m.office.List(func(e domain.Entry) bool { return len(e.Pending) > 0 }) {
		left := a.Office.Remind(e, a.Today())
		for _, p := range e.Pending {
			stage, ok := stageOf(p)
			if !ok {
				continue
			}
			author, _ := a.Office.User(p.Author)
			row := LetterRow{
				Case: e.Case, Letter: p.Letter, Number: m.ShortNumber(e.Number), Kind: m.KindLetter(e.Kind), Title: m.letterTitle(a.Office, p.Template),
				Out: m.outNumber(p), To: m.reader(e, p), Author: ShortName(author.Name), State: m.T("letters.stage_" + string(stage)), Stage: stage,
				Since: m.Say.Date(p.Since), Due: m.Say.Date(left.Due), Left: m.Left(left), Urgency: left.Urgency,
			}
			all = append(all, sortedLetter{row, left.Due, p.Since, e.Number.Serial, p.Number.Serial, p.Author == a.User})
		}
	}
	return all
}

func (m *Letters) outNumber(p domain.Pending) string {
	if p.Number.IsZero() {
		return ""
	}
	return m.ShortNumber(p.Number)
}

// reader is whom a letter goes to: not always the sender of its case.
func (m *Letters) reader(e domain.Entry, p domain.Pending) string {
	if p.To == "" || e.State == domain.Erased {
		return m.SenderName(e)
	}
	return p.To
}

// refilter chooses and sorts the rows.
func (m *Letters) refilter() {
	shown := slices.DeleteFunc(slices.Clone(m.all), func(l sortedLetter) bool {
		return m.stage != "" && l.Stage != m.stage || m.mine && !l.mine
	})
	slices.SortStableFunc(shown, func(a, b sortedLetter) int {
		order := m.compare(a, b)
		if m.down {
			order = -order
		}
		return cmp.Or(order, cmp.Compare(a.serial, b.serial))
	})
	m.rows = nil
	for _, l := range shown {
		m.rows = append(m.rows, l.LetterRow)
	}
	if m.Changed != nil {
		m.Changed()
	}
}

// compare puts what has no term last.
func (m *Letters) compare(a, b sortedLetter) int {
	switch m.by {
	case "number":
		return cmp.Compare(a.serial, b.serial)
	case "out":
		return cmp.Compare(a.out, b.out)
	case "title":
		return strings.Compare(a.Title, b.Title)
	case "to":
		return strings.Compare(a.To, b.To)
	case "author":
		return strings.Compare(a.Author, b.Author)
	case "state":
		return cmp.Compare(slices.Index(letterStages, a.Stage), slices.Index(letterStages, b.Stage))
	case "since":
		return cmp.Compare(a.since, b.since)
	}
	if none := a.due == 0; none != (b.due == 0) {
		if none {
			return 1
		}
		return -1
	}
	return cmp.Compare(a.due, b.due)
}

// Rows gives the letters that are shown.
func (m *Letters) Rows() []LetterRow { return m.rows }

// Loaded tells whether the list was read.
func (m *Letters) Loaded() bool { return m.loaded }

// mineKey is the filter of one's own letters; the others are called by their stage.
const mineKey = "mine"

// Chips gives the filters with how many letters each would show.
func (m *Letters) Chips() []FilterChip {
	chips := []FilterChip{{Key: mineKey, Words: m.T("letters.mine", "n", m.count("", true)), On: m.mine}}
	for _, s := range letterStages {
		chips = append(chips, FilterChip{Key: string(s), Words: m.T("letters.chip_"+string(s), "n", m.count(s, m.mine)), On: m.stage == s})
	}
	return chips
}

// Press turns a filter on or off. Of the stages only one is shown.
func (m *Letters) Press(key string) {
	switch {
	case key == mineKey:
		m.mine = !m.mine
	case m.stage == LetterStage(key):
		m.stage = ""
	default:
		m.stage = LetterStage(key)
	}
	m.refilter()
}

func (m *Letters) count(s LetterStage, mine bool) int {
	n := 0
	for _, l := range m.all {
		if (s == "" || l.Stage == s) && (!mine || l.mine) {
			n++
		}
	}
	return n
}

// Filtered tells whether anything is left out.
func (m *Letters) Filtered() bool { return m.mine || m.stage != "" }

// Unfilter shows everything.
func (m *Letters) Unfilter() {
	m.mine, m.stage = false, ""
	m.refilter()
}

// Sort sorts by a column; once more turns the order.
func (m *Letters) Sort(key string) {
	m.down = m.by == key && !m.down
	m.by = key
	m.refilter()
}

// Sorted gives the column that the rows are sorted by.
func (m *Letters) Sorted() (key string, down bool) { return m.by, m.down }

// OpenRow opens the letter of a row.
func (m *Letters) OpenRow(i int) {
	if i >= 0 && i < len(m.rows) {
		m.Open(Route{Place: LetterPlace, Case: m.rows[i].Case, Letter: m.rows[i].Letter})
	}
}
