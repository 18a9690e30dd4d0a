package present

import (
	"slices"
	"strconv"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
)

// DayFile is a file of declared days, looked through line by line before any of it is taken.
type DayFile struct {
	Name string
	Rows []DayRow
}

// picked is how many lines are ticked.
func (f *DayFile) picked() int {
	n := 0
	for _, r := range f.Rows {
		if r.Picked {
			n++
		}
	}
	return n
}

// DayRow is a line of the file.
type DayRow struct {
	Line   string
	Day    string
	Kind   string
	Basis  string
	State  string // what becomes of it
	Why    string // why nothing can
	Sign   Sign
	Can    bool // it may be ticked
	Picked bool

	day   calendar.Declared
	other bool // it stands instead of one that is declared
}

// DayFileTypes are the extensions of the files that can be brought in.
func DayFileTypes() []string { return []string{"ics", "csv", "txt"} }

// Import looks through a file of days.
func (c *Calendar) Import(path string) {
	if !c.MayImport() {
		return
	}
	c.busy, c.wrong = true, ""
	c.redrawn()
	var all []desk.DayReview
	var err error
	c.Go(func() { all, err = c.office.ReviewFile(path) }, func() {
		c.busy = false
		if err != nil {
			c.wrong = c.Tell(err)
			c.redrawn()
			return
		}
		c.Look(fileName(path), all)
	})
}

// Look opens the change that takes the ticked days of a file.
func (c *Calendar) Look(name string, all []desk.DayReview) {
	file := &DayFile{Name: name}
	bare := false
	for _, r := range all {
		file.Rows = append(file.Rows, c.dayRow(r))
		bare = bare || r.Finding == domain.DayNew && r.Day.Basis == ""
	}
	basis := &Field{
		Key: fieldBasis, Label: c.T("calendar.basis_of_file"), Hint: c.T("calendar.basis_of_file_hint"), Most: domain.MaxLine, Hidden: !bare,
	}
	x := c.beginWith(&Form{
		Title: c.T("calendar.import_title"), Lead: c.T("calendar.import_lead", "file", name, "n", len(file.Rows)),
		Fields: []*Field{basis}, Do: c.T("calendar.import_do"),
	}, file)
	x.Form.Check = func() {
		if needsBasis(file) {
			require(x.Form, fieldBasis)
		}
	}
	x.wants = func() domain.CalendarSet {
		e := c.office.Acting().Office.CalendarNow()
		for _, r := range file.Rows {
			if !r.Picked {
				continue
			}
			d := r.day
			d.Basis = orElse(d.Basis, x.Form.Text(fieldBasis))
			if r.other {
				e = e.Drop(d.Date)
			}
			e = e.Declare(d)
		}
		return e
	}
	c.picked(x)
}

func needsBasis(f *DayFile) bool {
	return slices.ContainsFunc(f.Rows, func(r DayRow) bool { return r.Picked && r.day.Basis == "" })
}

func (c *Calendar) dayRow(r desk.DayReview) DayRow {
	row := DayRow{Line: strconv.Itoa(r.Line), State: c.T(r.Key()), Sign: InfoSign, day: r.Day}
	if r.Wrong == nil {
		row.Day, row.Basis = c.Say.DateWeekday(r.Day.Date), r.Day.Basis
		row.Kind = c.T("calendar.kind_off")
		if r.Day.Work {
			row.Kind = c.T("calendar.kind_work")
		}
	}
	switch r.Finding {
	case domain.DayNew:
		row.Can, row.Picked, row.Sign = true, true, GoodSign
	case domain.DayOther:
		row.Can, row.other, row.Sign = true, true, WarnSign
		if was, ok := c.office.Acting().Office.DeclaredOn(r.Day.Date); ok {
			row.Why = c.T("calendar.was", "basis", orElse(was.Basis, c.T("day.no_basis")))
		}
	case domain.DayRefused:
		row.Sign, row.Why = BadSign, c.Tell(r.Why)
	default:
	}
	return row
}

// Pick ticks a line of the file, or takes the tick away.
func (c *Calendar) Pick(i int) {
	x := c.change
	if x == nil || x.Review == nil || i < 0 || i >= len(x.Review.Rows) || !x.Review.Rows[i].Can || x.Form.Busy {
		return
	}
	x.Review.Rows = slices.Clone(x.Review.Rows)
	x.Review.Rows[i].Picked = !x.Review.Rows[i].Picked
	c.picked(x)
}

// picked says how much is ticked, and tries it.
func (c *Calendar) picked(x *Change) {
	if x.Form.Blocked = ""; x.Review.picked() == 0 {
		x.Form.Blocked, x.tried = c.T("calendar.picked_none"), false
		x.gen++
		x.Form.changed()
		c.changed()
		return
	}
	x.Form.changed()
	c.later(x)
	c.changed()
}
