package report

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"harta/internal/calendar"
)

// book is a workbook being written. It keeps the first fault and ignores what follows it, so that a sheet reads
// as what stands on it.
type book struct {
	cover
	file      *excelize.File
	words     Words
	anonymous string
	styles    map[look]int
	sheets    int
	front     []plot // charts that the summary repeats
	err       error

	watch       Watch
	done, total int  // sheets
	byLine      bool // there is one sheet alone: its lines are told
}

// goesOn tells whoever watches how far it is; given up, nothing more is made.
func (b *book) goesOn(done, total int) bool {
	b.done, b.total = done, total
	if b.watch != nil && !b.watch(done, total) {
		b.do(ErrStopped)
	}
	return b.err == nil
}

// cover is what a workbook says of itself.
type cover struct {
	office string
	title  string
	asOf   calendar.Date
}

func newBook(words Words, c cover) *book {
	b := &book{
		cover: c, file: excelize.NewFile(), words: words, anonymous: words.T("report.anonymous"), styles: map[look]int{},
	}
	b.describe()
	return b
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// write ends the workbook: whatever happened, the temporary files of long lists are gone after it.
func (b *book) write(w io.Writer) error {
	if b.err == nil {
		b.err = b.file.Write(w)
	}
	if err := errors.Join(b.err, b.file.Close()); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// describe sets the properties of the document. They hold the data date, never the clock.
func (b *book) describe() {
	at := ""
	if !b.asOf.IsZero() {
		at = b.asOf.String() + "T00:00:00Z"
	}
	b.do(b.file.SetDefaultFont(family))
	b.do(b.file.SetDocProps(&excelize.DocProperties{
		Title: b.title, Creator: b.office, LastModifiedBy: b.office, Created: at, Modified: at,
		Language: b.words.T("report.language"),
	}))
}

func (b *book) style(l look) int {
	id, known := b.styles[l]
	if !known {
		var err error
		id, err = b.file.NewStyle(l.style())
		b.do(err)
		b.styles[l] = id
	}
	return id
}

// paper is how a sheet is printed.
type paper struct {
	landscape bool
	tall      bool // as many pages as it needs; false = one page
	titles    int  // the row repeated on each page; 0 = none
}

const a4 = 9

// add opens the next sheet.
func (b *book) add(name string, p paper) {
	if b.sheets == 0 {
		b.do(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.do(err)
	}
	b.sheets++
	if b.err != nil {
		return
	}
	yes, color, row := true, "FF"+accent, 15.0 // without a height of their own empty rows differ between programs
	b.do(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{
		FitToPage: &yes, TabColorRGB: &color, DefaultRowHeight: &row, CustomHeight: &yes,
	}))
	size, orientation, wide, tall := a4, "portrait", 1, 1
	if p.landscape {
		orientation = "landscape"
	}
	if p.tall {
		tall = 0
	}
	b.do(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall,
	}))
	side, top, bottom, edge, centred := 0.45, 0.5, 0.65, 0.3, true
	b.do(b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge, Horizontally: &centred,
	}))
	b.do(b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: b.footer(name)}))
	if p.titles > 0 {
		b.do(b.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted(name), p.titles, p.titles), Scope: name,
		}))
	}
}

// footer names the office and the page. It has no date: a printed date would follow the printer's country.
func (b *book) footer(sheet string) string {
	small := `&"` + family + `,Regular"&8`
	page := b.words.T("report.page", "page", "\x00", "pages", "\x01")
	page = strings.NewReplacer("\x00", "&P", "\x01", "&N").Replace(page)
	return "&L" + small + " " + footerText(b.office) + "&C" + small + " " + footerText(sheet) + "&R" + small + " " + page
}

// footerText makes any text harmless between the codes of a footer, which holds 255 characters in all.
func footerText(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most]) + "…"
	}
	return strings.ReplaceAll(s, "&", "&&")
}

// quoted gives the name of a sheet as references write it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

func cellName(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return "" // the callers count from 1; excelize refuses the empty name
	}
	return name
}
