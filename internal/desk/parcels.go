package desk

import (
	"crypto/sha256"
	"strconv"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/letter"
)

// Parcel is a letter that leaves, as the sheets for it list it.
type Parcel struct {
	Number string // outgoing
	To     string
	Place  string
	Way    domain.Channel
	Ref    string // barcode
}

// CourierBook prints the book in which who takes a letter signs for it. That names were taken out is noted first.
func (d *Desk) CourierBook(on calendar.Date, parcels []Parcel) ([]byte, error) {
	s := d.Paper
	heads := []letter.Head{
		{Words: s.T("sheet.parcels.n"), Part: 6},
		{Words: s.T("sheet.parcels.number"), Part: 22},
		{Words: s.T("sheet.parcels.to"), Part: 34},
		{Words: s.T("sheet.parcels.way"), Part: 18},
		{Words: s.T("sheet.parcels.signature"), Part: 20},
	}
	return d.parcelSheet(on, s.T("sheet.parcels.book"), letter.Table{Heads: heads, High: true, Rows: parcelRows(parcels, func(p Parcel) []string {
		return []string{p.Number, p.To, s.Channel(p.Way), ""}
	})})
}

// PostList prints the list with which letters are handed in at the post. That names were taken out is noted first.
func (d *Desk) PostList(on calendar.Date, parcels []Parcel) ([]byte, error) {
	s := d.Paper
	heads := []letter.Head{
		{Words: s.T("sheet.parcels.n"), Part: 6},
		{Words: s.T("sheet.parcels.number"), Part: 22},
		{Words: s.T("sheet.parcels.to"), Part: 30},
		{Words: s.T("sheet.parcels.place"), Part: 20},
		{Words: s.T("sheet.parcels.ref"), Part: 22},
	}
	return d.parcelSheet(on, s.T("sheet.parcels.list"), letter.Table{Heads: heads, Rows: parcelRows(parcels, func(p Parcel) []string {
		return []string{p.Number, p.To, p.Place, p.Ref}
	})})
}

func parcelRows(parcels []Parcel, cells func(Parcel) []string) [][]string {
	rows := make([][]string, len(parcels))
	for i, p := range parcels {
		rows[i] = append([]string{strconv.Itoa(i + 1)}, cells(p)...)
	}
	return rows
}

func (d *Desk) parcelSheet(on calendar.Date, title string, rows letter.Table) ([]byte, error) {
	if len(rows.Rows) > MaxPrinted {
		return nil, ErrLongList
	}
	press, err := d.press()
	if err != nil {
		return nil, err
	}
	if err := d.NoteExport(strconv.Itoa(len(rows.Rows))); err != nil {
		return nil, err
	}
	by, s := d.Acting(), d.Paper
	who, _ := by.Office.User(by.User)
	what := s.T("sheet.parcels.on", "date", s.Date(on), "n", len(rows.Rows))
	return press.Sheet(letter.Sheet{
		Head: by.Office.Settings.Letterhead(), Title: title, Exercise: by.Office.Demo, At: by.Now,
		Parts: []letter.Part{
			letter.Text(what), rows,
			letter.Rows{{Name: s.T("sheet.parcels.handed"), Value: s.T("sheet.parcels.sign", "name", who.Name)}, {Name: s.T("sheet.parcels.taken"), Value: s.T("sheet.parcels.sign", "name", "")}},
		},
		ID: domain.Digest(sha256.Sum256([]byte(title + what))), Foot: s.T("sheet.parcels.foot", "title", title, "date", s.Date(on)),
	})
}
