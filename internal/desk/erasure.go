package desk

import (
	"crypto/sha256"
	"strconv"

	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/office"
	"harta/internal/say"
)

// ErasureSheet prints a list of what is to be destroyed, or was: by whose word, and of each case its file, number, kind,
// dates, sheets and term. It names nobody but the people of the office. That it was printed is noted.
func (d *Desk) ErasureSheet(id domain.ErasureID) ([]byte, error) {
	press, err := d.press()
	if err != nil {
		return nil, err
	}
	x, err := d.Erasure(id)
	if err != nil {
		return nil, err
	}
	pdf, err := press.Sheet(d.erasureSheet(d.Acting(), x))
	if err != nil {
		return nil, err
	}
	return pdf, d.NoteExport(strconv.Itoa(len(x.Rows)))
}

func (d *Desk) erasureSheet(by domain.Acting, x office.ErasureFile) letter.Sheet {
	t := d.Paper.T
	parts := []letter.Part{
		letter.Text(t("sheet.erasure.law", "office", by.Office.Settings.Municipality)),
		d.erasureWords(by, x), letter.Heading(t("sheet.erasure.cases")), d.erasureTable(x), letter.Text(d.erasureSum(x)),
		letter.Heading(t("sheet.erasure.signed")), d.erasureSigners(by, x),
	}
	return letter.Sheet{
		Head: by.Office.Settings.Letterhead(), Title: t("sheet.erasure.title"), Parts: parts, Exercise: by.Office.Demo, At: by.Now,
		ID: domain.Digest(sha256.Sum256(x.Erasure.Erasure[:])), Foot: t("sheet.erasure.foot", "protocol", x.Act()),
	}
}

// erasureWords tells of the protocol, of those who stand for the list, and where it stands.
func (d *Desk) erasureWords(by domain.Acting, x office.ErasureFile) letter.Rows {
	t := d.Paper.T
	rows := letter.Rows{
		{Name: t("sheet.erasure.protocol"), Value: x.Act()},
		{Name: t("sheet.erasure.proposed"), Value: t("sheet.erasure.on", "who", titled(by, x.By), "on", x.On)},
	}
	for _, step := range []struct {
		words string
		who   domain.UserID
		on    any
	}{
		{"sheet.erasure.confirmed", x.ConfirmedBy, x.Confirmed.On},
		{"sheet.erasure.withdrawn", x.WithdrawnBy, x.Withdrawn.On},
		{"sheet.erasure.executed", x.ExecutedBy, x.Executed.On},
	} {
		if step.who != (domain.UserID{}) {
			rows = append(rows, letter.Row{Name: t(step.words), Value: t("sheet.erasure.on", "who", titled(by, step.who), "on", step.on)})
		}
	}
	if x.Withdrawn.Reason != "" {
		rows = append(rows, letter.Row{Name: t("sheet.erasure.reason"), Value: x.Withdrawn.Reason})
	}
	return append(rows, letter.Row{Name: t("sheet.erasure.stands"), Value: d.Paper.ErasureStage(x.Stage())})
}

// titled names somebody with what he is.
func titled(by domain.Acting, id domain.UserID) string {
	u, _ := by.Office.User(id)
	return say.Joined(u.Name, u.Title)
}

func (d *Desk) erasureTable(x office.ErasureFile) letter.Table {
	t := d.Paper.T
	table := letter.Table{Heads: []letter.Head{
		{Words: t("sheet.erasure.row"), Part: 6},
		{Words: t("sheet.erasure.filing"), Part: 12},
		{Words: t("sheet.erasure.number"), Part: 13},
		{Words: t("sheet.erasure.kind"), Part: 18},
		{Words: t("sheet.erasure.received"), Part: 14},
		{Words: t("sheet.erasure.ended"), Part: 15},
		{Words: t("sheet.erasure.sheets"), Part: 8},
		{Words: t("sheet.erasure.until"), Part: 14},
	}}
	for i, r := range x.Rows {
		kind := d.Paper.Kind(r.Kind)
		if r.Annulled {
			kind = t("sheet.erasure.annulled", "kind", kind)
		}
		until := t("sheet.erasure.years", "until", r.Until, "years", r.Years)
		if r.Out != "" {
			until = d.Paper.LeftOut(r.Out)
		}
		table.Rows = append(table.Rows, []string{
			strconv.Itoa(i + 1), d.Paper.Filed(r.Filing, r.Volume), r.Number.Short(), kind, d.Paper.Date(r.ReceivedOn), d.Paper.Date(r.EndedOn), counted(r.Sheets), until,
		})
	}
	return table
}

// counted is a number of sheets; nobody counted those of what came without paper.
func counted(sheets int) string {
	if sheets == 0 {
		return "–"
	}
	return strconv.Itoa(sheets)
}

// erasureSum counts the cases and their sheets, and those that are left out.
func (d *Desk) erasureSum(x office.ErasureFile) string {
	cases, sheets, out := 0, 0, 0
	for _, r := range x.Rows {
		if r.Out != "" {
			out++
			continue
		}
		cases++
		sheets += r.Sheets
	}
	t := d.Paper.T
	words := t("sheet.erasure.sum", "cases", cases)
	if sheets > 0 { // of those that somebody counted
		words += " " + t("sheet.erasure.sum_sheets", "n", sheets)
	}
	if out > 0 {
		words += " " + t("sheet.erasure.sum_out", "n", out)
	}
	if x.Hidden > 0 {
		words += " " + t("sheet.erasure.sum_hidden", "n", x.Hidden)
	}
	return words
}

// erasureSigners leaves room for the hands of those who stand for the list, and of the commission.
func (d *Desk) erasureSigners(by domain.Acting, x office.ErasureFile) letter.Table {
	t := d.Paper.T
	table := letter.Table{High: true, Heads: []letter.Head{
		{Words: t("sheet.erasure.as"), Part: 36}, {Words: t("sheet.erasure.name"), Part: 36}, {Words: t("sheet.erasure.signature"), Part: 28},
	}}
	name := func(id domain.UserID) string {
		u, _ := by.Office.User(id)
		return u.Name
	}
	for _, row := range [][2]string{
		{"sheet.erasure.chair", ""},
		{"sheet.erasure.member", ""},
		{"sheet.erasure.proposed", name(x.By)},
		{"sheet.erasure.confirmed", name(x.ConfirmedBy)},
		{"sheet.erasure.executed", name(x.ExecutedBy)},
	} {
		table.Rows = append(table.Rows, []string{t(row[0]), row[1], ""})
	}
	return table
}
