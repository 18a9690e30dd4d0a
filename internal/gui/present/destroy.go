package present

import (
	"cmp"
	"slices"
	"strconv"

	"harta/internal/domain"
	"harta/internal/office"
)

// DestroyOffice is what За унищожаване asks of the office.
type DestroyOffice interface {
	commander
	Acting() domain.Acting
	Keeping() ([]office.Kept, error)
	Erasures() ([]office.ErasureFile, error)
	ProposeErasure(c office.Command, e domain.ErasureProposed, cases []domain.CaseID, annulledAs string) (domain.ErasureProposed, error)
	ConfirmErasure(c office.Command, id domain.ErasureID) error
	WithdrawErasure(c office.Command, id domain.ErasureID, reason string) error
	Erase(c office.Command, id domain.ErasureID) (domain.ErasureExecuted, error)
	// ErasureSheet prints a list.
	ErasureSheet(id domain.ErasureID) ([]byte, error)
	// Show opens bytes in the viewer of this machine.
	Show(name string, content []byte) error
}

// Parts of the screen.
const (
	DestroyKept  = iota // what is kept until when
	DestroyLists        // what was proposed
)

// KeptRow is a line of what is kept, or the head of a file and a year.
type KeptRow struct {
	Case     domain.CaseID
	Group    string // of a head: which file and year; empty = this is a case
	Over     string // of a head: how many of its terms are over
	Number   string
	Kind     string
	Received string
	Ended    string
	Until    string
	Stands   string
	May      bool // it can be proposed
	Ticks    bool // by whoever works
	Picked   bool
}

// Destroy is the presenter of what is kept until when, and of the lists of what is to be destroyed. It shows nothing of
// what a case is about: an administrator, who opens none, works with it.
type Destroy struct {
	Env
	watched
	office DestroyOffice

	part   int
	kept   []office.Kept // by their files and years
	files  []Option      // in which they are
	years  []Option      // in which they were closed
	rows   []KeptRow
	lists  []office.ErasureFile
	filter DestroyFilter
	left   map[domain.CaseID]bool // out of what can be proposed
	chosen int                    // among the lists
	form   *Form
	gen    int
	loaded bool
	busy   bool
	wrong  string // what was done last did not work
	unread string // why what is shown could not be read
}

// DestroyFilter says which cases are listed.
type DestroyFilter struct {
	File       string // its code; „annulled“ = those in none
	Year       string // of the closing
	All        bool   // also those that are still kept
	AnnulledAs string // the code of the file by whose term annulled ones are kept
}

// NewDestroy makes the presenter; part is what is shown first.
func NewDestroy(env Env, o DestroyOffice, part string) *Destroy {
	d := &Destroy{Env: env, office: o, left: map[domain.CaseID]bool{}, chosen: -1}
	if part == strconv.Itoa(DestroyLists) {
		d.part = DestroyLists
	}
	return d
}

// Load reads what is kept and the lists anew.
func (d *Destroy) Load() {
	d.gen++
	gen := d.gen
	var kept []office.Kept
	var lists []office.ErasureFile
	var err error
	d.Go(func() {
		if kept, err = d.office.Keeping(); err == nil {
			slices.SortStableFunc(kept, byFile)
			lists, err = d.office.Erasures()
		}
	}, func() {
		switch {
		case gen != d.gen: // overtaken by a later Load
			return
		case err != nil:
			d.unread = d.Tell(err)
		default:
			d.unread = ""
			d.take(kept, lists)
		}
		d.loaded = true
		d.changed()
	})
}

// take shows what was read; the list that was chosen stays so.
func (d *Destroy) take(kept []office.Kept, lists []office.ErasureFile) {
	var id domain.ErasureID
	if x, ok := d.Chosen(); ok {
		id = x.Erasure.Erasure
	}
	d.kept, d.lists = kept, lists
	d.files, d.years = d.chapters()
	d.chosen = slices.IndexFunc(lists, func(x office.ErasureFile) bool { return x.Erasure.Erasure == id })
	if d.chosen < 0 && len(lists) > 0 {
		d.chosen = 0
	}
	d.refilter()
}

// Loaded tells whether everything was read.
func (d *Destroy) Loaded() bool { return d.loaded }

// Wrong is what went wrong last; empty = nothing.
func (d *Destroy) Wrong() string { return cmp.Or(d.wrong, d.unread) }

// Part is which part is shown.
func (d *Destroy) Part() int { return d.part }

// ShowPart shows a part.
func (d *Destroy) ShowPart(part int) {
	d.CloseForm()
	d.part, d.wrong = part, ""
	d.changed()
}

// Filter says which cases are listed.
func (d *Destroy) Filter() DestroyFilter { return d.filter }

// Restore goes back to what was shown before.
func (d *Destroy) Restore(part int, f DestroyFilter) {
	d.part, d.filter = part, f
	d.refilter()
	d.changed()
}

// Rows gives the cases, under the heads of their files and years.
func (d *Destroy) Rows() []KeptRow { return d.rows }

// Any tells whether anything at all is kept.
func (d *Destroy) Any() bool { return len(d.kept) > 0 }

// term gives how long a case is kept, and whether that is over and it is on no list.
func (d *Destroy) term(a domain.Acting, k office.Kept) (domain.Retention, bool) {
	r := k.Term(a.Office, d.filter.AnnulledAs)
	return r, r.Over(a.Today()) && k.List == domain.ErasureID{}
}

func (f DestroyFilter) wants(k office.Kept, may bool) bool {
	return (f.All || may) && (f.File == "" || f.File == fileOf(k)) && (f.Year == "" || f.Year == strconv.Itoa(k.EndedOn.Year()))
}

// annulledFile stands for the file of those that are in none.
const annulledFile = "annulled"

func fileOf(k office.Kept) string { return cmp.Or(k.Filing, annulledFile) }

func byFile(x, y office.Kept) int {
	return cmp.Or(cmp.Compare(fileOf(x), fileOf(y)), cmp.Compare(x.EndedOn.Year(), y.EndedOn.Year()))
}

// chapters gives the files and the years of what is kept.
func (d *Destroy) chapters() (files, years []Option) {
	for _, k := range d.kept {
		if file := fileOf(k); len(files) == 0 || files[len(files)-1].Key != file { // they stand by their files
			files = append(files, Option{file, cmp.Or(k.Filing, d.T("destroy.annulled"))})
		}
		year := strconv.Itoa(k.EndedOn.Year())
		if !slices.ContainsFunc(years, func(o Option) bool { return o.Key == year }) {
			years = append(years, Option{year, year})
		}
	}
	slices.SortFunc(years, func(x, y Option) int { return cmp.Compare(x.Key, y.Key) })
	return files, years
}

// refilter computes the rows.
func (d *Destroy) refilter() {
	d.rows = nil
	a, proposes := d.office.Acting(), d.MayPropose()
	head, over := -1, 0
	for _, k := range d.kept {
		r, may := d.term(a, k)
		if !d.filter.wants(k, may) {
			continue
		}
		group := d.group(k)
		if head < 0 || d.rows[head].Group != group {
			head, over = len(d.rows), 0
			d.rows = append(d.rows, KeptRow{Group: group})
		}
		if may {
			over++
			d.rows[head].Over = d.T("destroy.over", "n", over)
		}
		row := d.row(k, r, may)
		if list, listed := a.Office.Erasure(k.List); listed {
			row.Stands = d.T("destroy.on_list", "protocol", list.Protocol)
		}
		row.Ticks = may && proposes
		row.Picked = row.Ticks && !d.left[k.Case]
		d.rows = append(d.rows, row)
	}
}

func (d *Destroy) group(k office.Kept) string {
	switch {
	case k.Filing == "":
		return d.T("destroy.group_annulled", "year", k.EndedOn.Year())
	case k.Retention.File.Title == "":
		return d.T("destroy.group_untitled", "file", k.Filing, "year", k.EndedOn.Year())
	}
	return d.T("destroy.group", "file", k.Filing, "title", k.Retention.File.Title, "year", k.EndedOn.Year())
}

func (d *Destroy) row(k office.Kept, r domain.Retention, may bool) KeptRow {
	row := KeptRow{
		Case: k.Case, Number: k.Number.Short(), Kind: capital(d.Say.Kind(k.Kind)), Received: d.Say.Date(k.ReceivedOn),
		Ended: d.Say.Date(k.EndedOn), May: may,
	}
	if !r.Until.IsZero() {
		row.Until = d.Say.Date(r.Until)
	}
	switch {
	case may:
		row.Stands = d.T("destroy.is_over")
	case r.File.Permanent:
		row.Stands = d.T("destroy.for_ever")
	case r.Until.IsZero() && k.State == domain.StateAnnulled:
		row.Stands = d.T("destroy.unfiled")
	case r.Until.IsZero():
		row.Stands = d.T("destroy.no_file")
	default:
		row.Stands = d.T("destroy.runs")
	}
	return row
}

// Lead says what is listed here, and how one chooses.
func (d *Destroy) Lead() string {
	if !d.MayPropose() {
		return d.T("destroy.lead")
	}
	return joined(" ", d.T("destroy.lead"), d.T("destroy.lead_tick"))
}

// Summary counts what is listed and what is ticked.
func (d *Destroy) Summary() string {
	cases := 0
	for _, r := range d.rows {
		if r.Group == "" {
			cases++
		}
	}
	if !d.MayPropose() {
		return d.T("destroy.summary_only", "n", cases)
	}
	return d.T("destroy.summary", "n", cases, "picked", len(d.picked()))
}

// Pick ticks a case, or takes its tick away; of a head all that are under it.
func (d *Destroy) Pick(i int) {
	if i < 0 || i >= len(d.rows) || !d.MayPropose() {
		return
	}
	if r := d.rows[i]; r.Group == "" {
		if r.May {
			d.left[r.Case] = r.Picked
		}
	} else {
		d.pickUnder(i)
	}
	d.refilter()
	d.changed()
}

// pickUnder ticks all under a head, or none when all are.
func (d *Destroy) pickUnder(head int) {
	var under []KeptRow
	for _, r := range d.rows[head+1:] {
		if r.Group != "" {
			break
		}
		under = append(under, r)
	}
	all := !slices.ContainsFunc(under, func(r KeptRow) bool { return r.May && !r.Picked })
	for _, r := range under {
		if r.May {
			d.left[r.Case] = all
		}
	}
}

// picked gives the ticked cases.
func (d *Destroy) picked() []domain.CaseID {
	var cases []domain.CaseID
	for _, r := range d.rows {
		if r.Picked {
			cases = append(cases, r.Case)
		}
	}
	return cases
}

// Keys of the filters.
const (
	chipFile       = "file"
	chipYear       = "year"
	chipAll        = "all"
	chipAnnulledAs = "annulled_as"
)

// Chips gives the filters in the order people see.
func (d *Destroy) Chips() []FilterChip {
	all := d.chip(chipAll, d.T("destroy.chip_all"), "", nil)
	all.On = d.filter.All
	chips := []FilterChip{
		d.chip(chipFile, d.T("destroy.chip_file"), d.filter.File, d.files),
		d.chip(chipYear, d.T("destroy.chip_year"), d.filter.Year, d.years), all,
	}
	if slices.ContainsFunc(d.files, func(o Option) bool { return o.Key == annulledFile }) {
		var terms []Option
		for _, f := range d.office.Acting().Office.Filing {
			if !f.Permanent {
				terms = append(terms, Option{f.Code, f.Code})
			}
		}
		chips = append(chips, d.chip(chipAnnulledAs, d.T("destroy.chip_annulled"), d.filter.AnnulledAs, terms))
	}
	return chips
}

// SetChip sets a filter to one of its options; the empty key takes it off.
func (d *Destroy) SetChip(key, option string) {
	switch key {
	case chipFile:
		d.filter.File = option
	case chipYear:
		d.filter.Year = option
	case chipAll:
		d.filter.All = !d.filter.All
	case chipAnnulledAs:
		d.filter.AnnulledAs = option
	}
	d.refilter()
	d.changed()
}

// OpenRow opens a case, for those who may look into one.
func (d *Destroy) OpenRow(i int) {
	if i < 0 || i >= len(d.rows) || d.rows[i].Group != "" {
		return
	}
	a := d.office.Acting()
	others := slices.DeleteFunc(domain.Roles(), func(r domain.Role) bool { return r == domain.Admin })
	if _, ok := a.Office.Seat(a.User, a.Today(), others); ok {
		d.Open(Route{Place: CasePlace, Case: d.rows[i].Case})
	}
}

// MayPropose tells whether whoever works may propose what is to be destroyed.
func (d *Destroy) MayPropose() bool {
	return !d.ReadOnly && d.office.Acting().MayOffice(domain.ErasureProposed{}) == nil
}

// ProposeWords is what the button says, and whether there is something to propose.
func (d *Destroy) ProposeWords() (words string, can bool) {
	n := len(d.picked())
	return d.T("destroy.propose", "n", n), n > 0 && d.form == nil
}
