package desk

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"io"
	"strconv"

	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/report"
)

// MaxPrinted is how many lines of the register are printed at most: more are for a workbook.
const MaxPrinted = 1000

// ErrLongList says that a list is too long for paper.
var ErrLongList = errors.New("list too long to print")

// WriteYearly computes the report of a year and writes its workbook. Watch is told how far it is and may give it up:
// then there is no file, or the one that was there before.
func (d *Desk) WriteYearly(year int, path string, watch func(done, total int) (on bool)) error {
	y, err := d.Report(year)
	if err != nil {
		return err
	}
	return d.writeWorkbook(y, path, watch)
}

// WriteWorkbook writes the workbook of figures that were computed already.
func (d *Desk) WriteWorkbook(y domain.Yearly, path string) error {
	return d.writeWorkbook(y, path, nil)
}

func (d *Desk) writeWorkbook(y domain.Yearly, path string, watch report.Watch) error {
	return WriteFile(path, func(w io.Writer) error { return report.Yearly(w, y, d.Screen, watch) })
}

// WriteRegister writes the given lines as a workbook. That they were taken out is noted first: there is no list
// outside of which no trace is left. Watch is told how far it is and may give it up: then there is no file, or the one
// that was there before.
func (d *Desk) WriteRegister(title string, entries []domain.Entry, path string, watch func(done, total int) (on bool)) error {
	if err := d.NoteExport(strconv.Itoa(len(entries))); err != nil {
		return err
	}
	now := d.Settings()
	turn := now.Turn(d.Today())
	list := report.RegisterList{
		Office: now.Settings.Municipality, Title: title, AsOf: d.Today(), Lines: entries, Names: now.Names(), Officers: officers(&now),
		Turn: func(e *domain.Entry) string { return d.Screen.Turn(&now, turn(e)) },
	}
	return WriteFile(path, func(w io.Writer) error { return report.Register(w, list, d.Screen, watch) })
}

func officers(now *domain.Office) map[domain.UserID]string {
	names := map[domain.UserID]string{}
	for _, u := range now.Users {
		names[u.ID] = u.Name
	}
	return names
}

// PrintRegister prints the given lines as a sheet, at most [MaxPrinted]. That they were taken out is noted first. Watch is
// told how many lines are laid out; given up, there is no sheet.
func (d *Desk) PrintRegister(title string, entries []domain.Entry, watch func(done, total int) (on bool)) ([]byte, error) {
	if len(entries) > MaxPrinted {
		return nil, ErrLongList
	}
	press, err := d.press()
	if err != nil {
		return nil, err
	}
	if err := d.NoteExport(strconv.Itoa(len(entries))); err != nil {
		return nil, err
	}
	by, s := d.Acting(), d.Paper
	rows := make(letter.Rows, len(entries))
	for i, e := range entries {
		if watch != nil && !watch(i, len(entries)) {
			return nil, report.ErrStopped
		}
		rows[i] = letter.Row{Name: e.Number.Text, Value: d.registerLine(e)}
	}
	asOf := s.T("sheet.register.as_of", "at", s.DateTime(by.Now), "n", len(entries))
	return press.Sheet(letter.Sheet{
		Head: by.Office.Settings.Letterhead(), Title: title, Parts: []letter.Part{letter.Text(asOf), rows}, Exercise: by.Office.Demo,
		At: by.Now, ID: domain.Digest(sha256.Sum256([]byte(title + asOf))), Foot: title,
	})
}

// registerLine tells of a case what fits beside its number.
func (d *Desk) registerLine(e domain.Entry) string {
	s := d.Paper
	due := s.T("due.none")
	if dl, ok := e.Due(); ok {
		due = s.Date(dl.Due)
	}
	sender := cmp.Or(e.Sender, s.SenderType(domain.Anonymous))
	return s.T("sheet.register.line", "received", e.ReceivedOn, "kind", e.Kind, "sender", sender, "subject", e.Subject,
		"due", due, "state", e.State)
}
