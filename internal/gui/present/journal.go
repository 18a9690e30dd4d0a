package present

import (
	"slices"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// JournalOffice is what Журнал asks of the office.
type JournalOffice interface {
	Acting() domain.Acting
	List(want func(domain.Entry) bool) []domain.Entry
	Records(limit int, want func(office.Record) bool) ([]office.Record, error)
	Accesses(id domain.CaseID) ([]office.Access, error)
	Gaps() []domain.CounterKey
	Collisions() ([]office.Collision, error)
	Verify(progress func(done, total int)) (desk.Verdict, error)
}

// JournalRow is a line of the journal: a record, or the head of a day.
type JournalRow struct {
	Group string // the day; then nothing else is set

	Time   string
	Who    string
	What   string
	Number string
	Case   domain.CaseID
	Marked bool // it has no effect, or is by somebody whom the case is directed against
}

// Parts of the journal.
const (
	JournalHistory = iota
	JournalAccess
)

const (
	journalPage = 100
	mostJournal = 5000
	// typedFor is how long somebody who types rests before the journal is read: it may have to be read far back.
	typedFor = 300 * time.Millisecond
)

// JournalFilter is what of the journal is shown. Zero values want everything.
type JournalFilter struct {
	By     domain.UserID
	Kind   string // KindCase, KindLetter …
	Period string
	Number string
}

// Kinds of records.
const (
	KindCase     = "case"
	KindLetter   = "letter"
	KindDocument = "document"
	KindPerson   = "person"
	KindOffice   = "office"
)

// Periods of the journal.
const (
	PeriodToday    = "today"
	PeriodWeek     = "week"
	PeriodMonth    = "month"
	PeriodYear     = "year"
	PeriodLastYear = "last_year"
)

// Journal is the presenter of the history of the whole office.
type Journal struct {
	Env
	watched
	office JournalOffice
	Check  *Check

	part     int
	filter   JournalFilter
	limit    int
	rows     []JournalRow
	count    int
	more     bool
	chosen   int
	loaded   bool
	wrong    string
	warnings []Warning
	gen      int
	reading  bool
	again    bool
	resting  func() // stops the reading that is to come
}

// NewJournal makes the presenter; the check outlives it.
func NewJournal(env Env, o JournalOffice, check *Check) *Journal {
	return &Journal{Env: env, office: o, Check: check, limit: journalPage, chosen: -1, resting: func() {}}
}

// Load reads what is shown anew.
func (j *Journal) Load() {
	j.gen++
	if j.reading {
		j.again = true
		return
	}
	j.reading = true
	gen, f, part, limit := j.gen, j.filter, j.part, j.limit
	a := j.office.Acting()
	var rows []JournalRow
	var more bool
	var err error
	j.Go(func() {
		if part == JournalAccess {
			rows, more, err = j.accesses(a, f, limit)
		} else {
			rows, more, err = j.records(a, f, limit)
		}
	}, func() {
		j.reading = false
		if gen == j.gen {
			j.take(rows, more, err)
		}
		if j.again {
			j.again = false
			j.Load()
		}
	})
}

func (j *Journal) take(rows []JournalRow, more bool, err error) {
	j.loaded, j.wrong = true, ""
	if err != nil {
		j.rows, j.count, j.more, j.wrong = nil, 0, false, j.Tell(err)
	} else {
		before := j.chosenRow()
		j.rows, j.count, j.more = inDays(rows), len(rows), more
		j.chosen = slices.Index(j.rows, before)
		if j.chosen < 0 && len(rows) > 0 {
			j.chosen = 1
		}
	}
	j.changed()
}

func (j *Journal) chosenRow() JournalRow {
	if j.chosen < 0 || j.chosen >= len(j.rows) {
		return JournalRow{}
	}
	return j.rows[j.chosen]
}

// inDays puts heads before the records of each day; they come with their day as group.
func inDays(rows []JournalRow) []JournalRow {
	all := make([]JournalRow, 0, len(rows)+8)
	day := ""
	for _, r := range rows {
		if r.Group != day {
			day = r.Group
			all = append(all, JournalRow{Group: day})
		}
		r.Group = ""
		all = append(all, r)
	}
	return all
}

// records reads the history.
func (j *Journal) records(a domain.Acting, f JournalFilter, limit int) (rows []JournalRow, more bool, err error) {
	from, to := f.days(a.Today())
	found, err := j.office.Records(limit+1, func(r office.Record) bool {
		day := calendar.DateOf(r.At)
		return (f.By == domain.UserID{} || r.By == f.By) && f.wantsKind(r.Kind) && day >= from && day <= to && f.wantsNumber(r.Number)
	})
	if err != nil {
		return nil, false, err
	}
	more = len(found) > limit
	for _, r := range found[:min(limit, len(found))] {
		row := j.line(a, r.At, r.By)
		row.What, row.Case, row.Marked = j.named(j.inPlace(a, r), r.Named), r.Case, r.Named || r.Verdict != domain.Effective
		if !r.Number.IsZero() {
			row.Number = j.ShortNumber(r.Number)
		}
		rows = append(rows, row)
	}
	return rows, more, nil
}

// accesses reads who looked at what.
func (j *Journal) accesses(a domain.Acting, f JournalFilter, limit int) (rows []JournalRow, more bool, err error) {
	all, err := j.office.Accesses(domain.CaseID{})
	if err != nil {
		return nil, false, err
	}
	from, to := f.days(a.Today())
	numbers := map[domain.CaseID]domain.Number{}
	for _, x := range all {
		numbers[x.Case] = domain.Number{}
	}
	for _, e := range j.office.List(func(e domain.Entry) bool { _, ok := numbers[e.Case]; return ok }) {
		numbers[e.Case] = e.Number
	}
	for _, x := range all {
		day, number := calendar.DateOf(x.At), numbers[x.Case]
		if (f.By != domain.UserID{} && x.By != f.By) || day < from || day > to || !f.wantsNumber(number) {
			continue
		}
		if len(rows) == limit {
			return rows, true, nil
		}
		row := j.line(a, x.At, x.By)
		row.What, row.Marked = j.named(j.accessWords(x), x.Named), x.Named
		if !number.IsZero() {
			row.Number, row.Case = j.ShortNumber(number), x.Case
		}
		rows = append(rows, row)
	}
	return rows, false, nil
}

func (j *Journal) line(a domain.Acting, at time.Time, by domain.UserID) JournalRow {
	day := calendar.DateOf(at)
	row := JournalRow{
		Group: j.T("calendar.day", "date", day, "weekday", j.Say.Weekday(day.Weekday())), Time: j.Say.Time(at), Who: j.T("journal.recovery"),
	}
	if u, ok := a.Office.User(by); ok {
		row.Who = ShortName(u.Name)
	}
	return row
}

// Rows gives the lines, the newest first, under their days.
func (j *Journal) Rows() []JournalRow { return j.rows }

// Count says how many records are shown.
func (j *Journal) Count() int { return j.count }

// Summary says how many records are shown.
func (j *Journal) Summary() string {
	if j.more {
		return j.T("journal.last", "n", j.count)
	}
	return j.T("journal.count", "n", j.count)
}

// Empty says that there is nothing to show at all.
func (j *Journal) Empty() string {
	if j.part == JournalAccess {
		return j.T("journal.empty_access")
	}
	return j.T("journal.empty_all")
}

// Loaded tells whether the journal was read.
func (j *Journal) Loaded() bool { return j.loaded }

// Wrong is what went wrong last; empty = nothing.
func (j *Journal) Wrong() string { return j.wrong }

// Chosen is the index of the chosen line, -1 for none.
func (j *Journal) Chosen() int { return j.chosen }

// Choose moves to a line; near the end more are read.
func (j *Journal) Choose(i int) {
	if i < 0 || i >= len(j.rows) || j.rows[i].Group != "" {
		return
	}
	j.chosen = i
	if i >= len(j.rows)-3 {
		j.More()
	}
}

// OpenRow opens the case of a line.
func (j *Journal) OpenRow(i int) {
	if i >= 0 && i < len(j.rows) && j.rows[i].Case != (domain.CaseID{}) {
		j.Open(Route{Place: CasePlace, Case: j.rows[i].Case})
	}
}

// CanMore tells whether there are older records that can still be shown.
func (j *Journal) CanMore() bool { return j.more && j.limit < mostJournal }

// Full says that no more are shown; empty while that is not so.
func (j *Journal) Full() string {
	if j.more && !j.CanMore() {
		return j.T("journal.full", "n", j.count)
	}
	return ""
}

// More shows a page more of older records.
func (j *Journal) More() {
	if j.CanMore() && !j.reading {
		j.limit += journalPage
		j.Load()
	}
}

// MayAudit tells whether whoever works may see who looked at what.
func (j *Journal) MayAudit() bool {
	a := j.office.Acting()
	return a.Office.MayAudit(a.User, a.Today())
}

// Part is the part that is shown.
func (j *Journal) Part() int { return j.part }

// ShowPart shows the history, or who looked at what.
func (j *Journal) ShowPart(part int) {
	if part == j.part {
		return
	}
	j.part = part
	j.begin(j.filter)
}

// Filter gives what is shown.
func (j *Journal) Filter() JournalFilter { return j.filter }

// begin reads the first page of something else.
func (j *Journal) begin(f JournalFilter) {
	j.filter, j.limit, j.loaded, j.rows, j.count, j.chosen = f, journalPage, false, nil, 0, -1
	j.changed()
	j.Load()
}

// Find shows the records of cases whose number is typed.
func (j *Journal) Find(typed string) {
	f := j.filter
	f.Number = typed
	j.resting()
	j.resting = j.After(typedFor, func() { j.begin(f) })
}

// Restore goes back to what was shown before.
func (j *Journal) Restore(part int, f JournalFilter) {
	j.part = part
	j.begin(f)
}
