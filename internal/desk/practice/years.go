package practice

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// Years of the made-up register before the current one.
const (
	seedYears     = 10
	importedYears = 6
)

// years is a register of ten years in the making.
type years struct {
	*Town
	cases int
	done  int
}

// Founding is the moment at which an office must be founded that Years is to fill.
func Founding(until time.Time) time.Time {
	return calendar.NewDate(until.Year()-seedYears, time.January, 2).Start().Add(8 * time.Hour).UTC()
}

// Years fills the office with a register of ten years, of about so many cases, and tells how many there are. The first
// six years were kept elsewhere and are imported one by one; the last four go through the same commands a clerk uses.
func (t *Town) Years(cases int) (int, error) {
	y := &years{Town: t, cases: cases}
	err := y.fill()
	return y.done, err
}

// fill imports the old years and lives the new ones.
func (t *years) fill() error {
	first := t.Until.Year() - seedYears
	each := max(1, t.cases/(seedYears+1))
	for year := first; year < first+importedYears && t.done+each < t.cases; year++ {
		if err := t.importYear(year, each); err != nil {
			return err
		}
	}
	return t.office.Bulk(func() error { return t.live(first + importedYears) })
}

// importYear takes over the register of a year, as it was kept elsewhere.
func (t *years) importYear(year, n int) error {
	t.Clock.Set(lastImported(year).AddDays(1), 9)
	t.as("clerk")
	rows := make([]domain.ImportRow, n)
	for i := range rows {
		rows[i] = t.oldRow(year, i, n)
	}
	got, err := t.office.Import(once, office.Register{Rows: rows, Source: strconv.Itoa(year)})
	if err := errors.Join(append(got.Problems, err)...); err != nil {
		return fmt.Errorf("import the year %d: %w", year, err)
	}
	t.count(n)
	return nil
}

// lastImported is the last day that the register of a year knows of when it is imported: nothing in it lies in the
// future.
func lastImported(year int) calendar.Date { return calendar.NewDate(year+1, time.January, 4) }

func (t *years) count(n int) {
	t.done += n
	t.step(t.done, t.cases)
}

// oldRow makes an entry of an older register.
func (t *years) oldRow(year, i, n int) domain.ImportRow {
	on := calendar.NewDate(year, time.January, 1).AddDays(i * 365 / n)
	at := on.Start().Add(time.Duration(9*60+t.random.IntN(480)) * time.Minute).UTC()
	in := t.intake(at)
	row := domain.ImportRow{
		Line: i + 2, Number: fmt.Sprintf("94-%d/%s", i+1, on.Local()), At: at, Intake: in, State: domain.Closed,
		Outcome:    pick(t.random, []domain.Outcome{domain.Upheld, domain.PartlyUpheld, domain.Rejected, domain.Answered, domain.Actioned}),
		AnsweredOn: min(on.AddDays(2+t.random.IntN(70)), lastImported(year)), Officer: t.name(true),
		Department: pick(t.random, t.now.Departments).Name, Topic: pick(t.random, t.now.Topics).Name,
	}
	return row
}
