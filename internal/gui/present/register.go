package present

import (
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// RegisterOffice is what Регистър asks of the office.
type RegisterOffice interface {
	Acting() domain.Acting
	Entries(want func(*domain.Entry) bool) []*domain.Entry
	Case(id domain.CaseID, how office.Looked) (office.File, error)
	// WriteRegister and PrintRegister tell watch how far they are, and stop where it says so.
	WriteRegister(title string, entries []domain.Entry, path string, watch func(done, total int) (on bool)) error
	PrintRegister(title string, entries []domain.Entry, watch func(done, total int) (on bool)) ([]byte, error)
	Show(name string, content []byte) error
}

// Register is the presenter of the list of all cases.
type Register struct {
	Env
	watched
	office RegisterOffice

	filter  Filter
	order   Order
	all     []*lined // what the user may see, newest load
	rows    []CaseRow
	counts  map[string]int
	checked map[domain.CaseID]bool
	chosen  domain.CaseID
	// chosenAt is where it was chosen; the row may have moved since.
	chosenAt int
	preview  Preview
	turn     func(*domain.Entry) domain.Turn
	turns    map[*domain.Entry]string // of the lines that were seen, in words
	gen      int
	looking  func() // stops the preview that is to come
	loaded   bool
	wrong    string
	version  int
	meter    *Meter      // of the list that is being written or printed
	stop     atomic.Bool // it is given up
}

// lined is an entry of the office with how urgent it is.
type lined struct {
	*domain.Entry
	domain.Reminder
	waits bool          // for a step of whoever works
	by    calendar.Date // among the days to come it stands here: what has passed without being late is for today
	key   caseKey
}

// NewRegister makes the presenter, with the filter of a view.
func NewRegister(env Env, o RegisterOffice, view string) *Register {
	r := &Register{Env: env, office: o, counts: map[string]int{}, checked: map[domain.CaseID]bool{}, looking: func() {}}
	r.filter, r.order = viewFilter(view), Order{By: ByDue}
	r.meter = NewMeter(env, r.changed)
	return r
}

// Load reads the register anew; the choice stays where it is.
func (r *Register) Load() {
	r.gen++
	gen := r.gen
	a, today := r.office.Acting(), r.Today()
	var all []*lined
	var counts map[string]int
	r.Go(func() {
		list := r.office.Entries(nil)
		lines := make([]lined, len(list))
		all = make([]*lined, len(list))
		waiting := a.Office.Waiting(a.User, today)
		for i, e := range list {
			_, waits := waiting(*e)
			r := a.Office.Remind(*e, today)
			lines[i] = lined{Entry: e, Reminder: r, waits: waits, key: keyOf(e), by: r.Due}
			if r.Urgency > domain.NoTerm && r.Urgency < domain.Late {
				lines[i].by = max(r.Due, today)
			}
			all[i] = &lines[i]
		}
		counts = countViews(all, onlookerOf(a))
	}, func() {
		if gen != r.gen {
			return // overtaken by a later Load
		}
		r.all, r.counts, r.loaded = all, counts, true
		r.turn, r.turns = a.Office.Turn(today), map[*domain.Entry]string{}
		r.refilter()
	})
}

// Leave lets go of what was read: the screen is gone, but the toolkit holds what was drawn, and with it the presenter,
// for a minute and more.
func (r *Register) Leave() {
	r.gen++
	r.looking()
	r.all, r.rows, r.turn, r.turns = nil, nil, nil, nil
}

// Version changes with the list itself: its rows, filters, ticks and what is said of it, but not with the choice.
func (r *Register) Version() int { return r.version }

// Loaded tells whether the register was read.
func (r *Register) Loaded() bool { return r.loaded }

// Rows gives the lines in the order they are shown.
func (r *Register) Rows() []CaseRow { return r.rows }

// Wrong is what went wrong last; empty = nothing.
func (r *Register) Wrong() string { return r.wrong }

// Filter gives what is shown.
func (r *Register) Filter() Filter { return r.filter }

// Narrow changes what is shown.
func (r *Register) Narrow(f Filter) {
	r.filter = f
	r.refilter()
}

// Order gives by what the lines are sorted.
func (r *Register) Order() Order { return r.order }

// Sort sorts by a column, and the other way round when it is sorted by it already.
func (r *Register) Sort(by string) {
	if r.order.By == by {
		r.order.Down = !r.order.Down
	} else {
		r.order = Order{By: by}
	}
	r.refilter()
}

// refilter computes the rows from what was read.
func (r *Register) refilter() {
	who := onlookerOf(r.office.Acting())
	kept := make([]*lined, 0, len(r.all))
	typed := r.ParseQuery(r.filter.Words)
	for _, x := range r.all {
		if r.filter.wants(x, who) && typed.wants(x) {
			kept = append(kept, x)
		}
	}
	r.order.sort(kept)
	r.rows = r.lines(kept)
	if !slices.ContainsFunc(kept, func(x *lined) bool { return x.Case == r.chosen }) {
		r.chosen, r.preview = domain.CaseID{}, Preview{}
		if len(kept) > 0 {
			r.chosen = kept[0].Case
			r.brief()
			r.look()
		}
	}
	r.renewed()
}

// lines makes rows; sorted by term they stand in groups of weeks.
func (r *Register) lines(kept []*lined) []CaseRow {
	rows := make([]CaseRow, 0, len(kept)+8)
	head, group := -1, ""
	for _, x := range kept {
		if name := r.group(x); name != group || head < 0 && name != "" {
			group, head = name, len(rows)
			rows = append(rows, CaseRow{Group: name})
		}
		if head >= 0 {
			rows[head].Count++
		}
		rows = append(rows, r.line(x))
	}
	return rows
}

func (r *Register) line(x *lined) CaseRow {
	row := CaseRow{
		Case: x.Case, Number: r.ShortNumber(x.Number), Kind: r.KindLetter(x.Kind), Sender: r.SenderName(*x.Entry), Subject: r.Say.Subject(*x.Entry),
		Due: r.Say.Date(x.Reminder.Due), Left: r.Left(x.Reminder), Urgency: x.Urgency, Mark: markOf(x.Flags), Checked: r.checked[x.Case],
		entry: x.Entry, read: r.gen,
	}
	if x.Urgency == domain.NoTerm {
		row.Left = r.Say.State(x.State)
	}
	return row
}

// Turn says whose turn it is in the case of a line. It is asked when the line is seen, for it looks at everybody.
func (r *Register) Turn(row CaseRow) string {
	if row.entry == nil || r.turn == nil {
		return ""
	}
	words, known := r.turns[row.entry]
	if !known {
		words = r.TurnWords(r.office.Acting(), r.turn(row.entry))
		r.turns[row.entry] = words
	}
	return words
}

// Count says how many cases are shown.
func (r *Register) Count() int {
	n := 0
	for _, row := range r.rows {
		if row.Group == "" {
			n++
		}
	}
	return n
}

// Chosen gives the index of the chosen row, -1 for none.
func (r *Register) Chosen() int {
	if i := r.chosenAt; i >= 0 && i < len(r.rows) && r.rows[i].Group == "" && r.rows[i].Case == r.chosen {
		return i // every step asks, and the list may be long
	}
	return slices.IndexFunc(r.rows, func(row CaseRow) bool { return row.Group == "" && row.Case == r.chosen })
}

const (
	// briefAfter is how long a choice rests before the preview says what its row does: arrows run through many.
	briefAfter = 100 * time.Millisecond
	// previewAfter is how long it rests before its text is fetched: a look is noted.
	previewAfter = 600 * time.Millisecond
)

// Choose moves to a row. Its preview follows when it rests there.
func (r *Register) Choose(i int) {
	if i < 0 || i >= len(r.rows) || r.rows[i].Group != "" || r.rows[i].Case == r.chosen {
		return
	}
	r.chosen, r.chosenAt = r.rows[i].Case, i
	r.look()
	r.changed()
}

// ChooseCase moves to a case, when it is shown.
func (r *Register) ChooseCase(id domain.CaseID) {
	if slices.ContainsFunc(r.rows, func(row CaseRow) bool { return row.Case == id }) {
		r.chosen = id
		r.look()
		r.changed()
	}
}

// look fetches the preview of the chosen case a little later.
func (r *Register) look() {
	r.looking()
	id := r.chosen
	brief := r.After(briefAfter, func() {
		r.brief()
		r.changed()
	})
	fetch := r.After(previewAfter, func() { r.fetch(id) })
	r.looking = func() {
		brief()
		fetch()
	}
}

func (r *Register) fetch(id domain.CaseID) {
	var file office.File
	var err error
	r.Go(func() { file, err = r.office.Case(id, office.Opened) }, func() {
		switch {
		case id != r.chosen:
		case err != nil:
			r.wrong = r.Tell(err)
			r.version++
		default:
			r.preview = r.previewOf(file)
		}
		r.changed()
	})
}

// OpenRow opens a row's case, with the list to walk through.
func (r *Register) OpenRow(i int) {
	if i >= 0 && i < len(r.rows) && r.rows[i].Group == "" {
		r.Open(Route{Place: CasePlace, Case: r.rows[i].Case, Walk: r.walk()})
	}
}

// walk is the list as it is shown.
func (r *Register) walk() *Walk {
	w := &Walk{}
	for _, row := range r.rows {
		if row.Group == "" {
			w.Cases = append(w.Cases, row.Case)
		}
	}
	return w
}

// Check ticks a row or takes the tick off.
func (r *Register) Check(i int) {
	if i < 0 || i >= len(r.rows) || r.rows[i].Group != "" {
		return
	}
	row := &r.rows[i]
	row.Checked = !row.Checked
	if row.Checked {
		r.checked[row.Case] = true
	} else {
		delete(r.checked, row.Case)
	}
	r.renewed()
}

// CheckAll ticks every row, or none when all are ticked.
func (r *Register) CheckAll() {
	all := r.Count() > 0 && len(r.Checked()) == r.Count()
	for i := range r.rows {
		if row := &r.rows[i]; row.Group == "" {
			row.Checked = !all
			if all {
				delete(r.checked, row.Case)
			} else {
				r.checked[row.Case] = true
			}
		}
	}
	r.renewed()
}

// Checked gives the ticked cases among those shown, in their order.
func (r *Register) Checked() []domain.CaseID {
	var ids []domain.CaseID
	for _, row := range r.rows {
		if row.Group == "" && row.Checked {
			ids = append(ids, row.Case)
		}
	}
	return ids
}

// taken gives the entries that an export or a print takes: the ticked ones, or all that are shown.
func (r *Register) taken() []domain.Entry {
	ticked := len(r.Checked()) > 0
	byID := make(map[domain.CaseID]int, len(r.all))
	for i, x := range r.all {
		byID[x.Case] = i
	}
	var entries []domain.Entry
	for _, row := range r.rows {
		if row.Group == "" && (row.Checked || !ticked) {
			entries = append(entries, *r.all[byID[row.Case]].Entry)
		}
	}
	return entries
}

// FileName proposes the name of an exported list: nothing of its content is in it.
func (r *Register) FileName() string {
	return r.T("register.file", "date", r.Today().String()) + ".xlsx"
}

// Title says in words what the list shows.
func (r *Register) Title() string {
	parts := []string{r.T("place.register")}
	for _, c := range r.Chips() {
		if c.On {
			parts = append(parts, c.Words)
		}
	}
	return strings.Join(parts, ", ")
}

// renewed tells that the list itself has changed.
func (r *Register) renewed() {
	r.version++
	r.changed()
}

// Restore goes back to what was shown before.
func (r *Register) Restore(f Filter, o Order, chosen domain.CaseID) {
	r.filter, r.order, r.chosen = f, o, chosen
	r.refilter()
}
