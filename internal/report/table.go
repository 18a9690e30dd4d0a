package report

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// sheet is the place where the next thing is written.
type sheet struct {
	*book
	name   string
	row    int       // next free row
	widths []float64 // widths of the columns
}

// page opens a sheet that is read from top to bottom: title, note, tables, charts.
func (b *book) page(key string, p paper, widths ...float64) *sheet {
	s := &sheet{book: b, name: b.words.T("report.sheet." + key), row: 1, widths: widths}
	b.add(s.name, p)
	if b.err != nil {
		return s
	}
	grid := false
	b.do(b.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &grid}))
	for i, width := range widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.file.SetColWidth(s.name, name, name, width))
	}
	return s
}

// heading writes the title of the sheet and a line of explanation, and keeps both in sight.
func (s *sheet) heading(title, note string) {
	s.put(1, title, titleLook)
	s.height(30)
	s.row++
	s.put(1, note, noteLook)
	s.height(16)
	s.row += 2
	s.do(s.file.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}))
}

// caption names what follows.
func (s *sheet) caption(key string) {
	s.put(1, s.words.T(key), look{size: 11, bold: true})
	s.height(20)
	s.row++
}

func (s *sheet) height(points float64) { s.do(s.file.SetRowHeight(s.name, s.row, points)) }

// reserve leaves room for a chart of so many pixels. Rows without a height of their own differ between programs;
// the library takes 15 points for 18 pixels.
func (s *sheet) reserve(pixels int) {
	const row, points = 18, 15
	for range (pixels + row - 1) / row {
		s.height(points)
		s.row++
	}
}

// put writes a value of a known type into a column of the current row.
func (s *sheet) put(col int, value any, l look) {
	value, l = s.shown(value, l)
	at := cellName(col, s.row)
	s.do(s.file.SetCellStyle(s.name, at, at, s.style(l)))
	switch v := value.(type) {
	case nil:
	case string:
		s.do(s.file.SetCellStr(s.name, at, v))
	default:
		s.do(s.file.SetCellValue(s.name, at, v))
	}
}

// span merges the columns from and to of the current row.
func (s *sheet) span(from, to int) {
	s.do(s.file.MergeCell(s.name, cellName(from, s.row), cellName(to, s.row)))
}

// formatted is a number with its own format.
type formatted struct {
	value  any
	format string
}

// average is a mean or median that exists only when something was counted.
type average struct {
	n     int
	value float64
}

// shown gives what a cell holds for a value, and how. What was not counted reads „н/п“, a missing date is blank.
func (b *book) shown(value any, l look) (any, look) {
	switch v := value.(type) {
	case string:
		return v, l.in("", "left")
	case int:
		return v, l.in(countFormat, "right")
	case float64:
		return v, l.in(decimalFormat, "right")
	case formatted:
		return v.value, l.in(v.format, "right")
	case calendar.Date:
		if v.IsZero() {
			return nil, l
		}
		return serial(v), l.in(dateFormat, "center")
	case domain.Share:
		if v.Whole != 0 {
			return float64(v.Part) / float64(v.Whole), l.in(percentFormat, "right")
		}
	case average:
		if v.n != 0 {
			return v.value, l.in(decimalFormat, "right")
		}
	case nil:
		return nil, l
	}
	return b.words.T("report.none"), l.in("", "right")
}

// serial gives a day as spreadsheets count it.
func serial(d calendar.Date) int {
	const epoch = 25569 // 1970-01-01
	return int(d) + epoch
}

// area is where a table was written: its rows without head and total.
type area struct{ first, last int }

// table is a head, rows, and possibly a total.
type table struct {
	heads []string
	rows  [][]any
	total []any
}

// table writes a table at the first column and leaves a row free after it.
func (s *sheet) table(t table) area {
	high := 20.0
	for i, head := range t.heads {
		high = max(high, s.lines(i, head))
		l := headLook
		l.align = "right"
		if i == 0 || len(t.rows) > 0 && isText(t.rows[0][i]) {
			l.align = "left"
		}
		s.put(i+1, head, l)
	}
	s.height(high)
	s.row++
	where := area{first: s.row, last: s.row + len(t.rows) - 1}
	for _, row := range t.rows {
		s.cells(row, bodyLook)
	}
	if t.total != nil {
		s.cells(t.total, totalLook)
	}
	s.row++
	return where
}

func (s *sheet) cells(row []any, l look) {
	high := 0.0
	for i, value := range row {
		one := l
		if words, ok := value.(string); ok {
			one.wrap = true
			high = max(high, s.lines(i, words))
		}
		s.put(i+1, value, one)
	}
	s.height(high)
	s.row++
}

// lines gives the height of a row whose column i holds the words.
func (s *sheet) lines(i int, words string) float64 { return textHeight(words, s.widths[i], bodySize) }

// textHeight gives the height that words of a size take in a column. Columns are measured in digits of the default
// font, and a letter is about as wide as one.
func textHeight(words string, width, size float64) float64 {
	const defaultSize, leading, margin = 11, 1.3, 4
	perLine := max(1, int(width*defaultSize/size))
	if len(words) <= perLine || utf8.RuneCountInString(words) <= perLine {
		return size*leading + margin
	}
	count, used := 1, 0
	for word := range strings.FieldsSeq(words) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > perLine {
			count, used = count+1, 0
		}
		used += n + 1
		count += (used - 1) / (perLine + 1)
		used = min(used, perLine+1)
	}
	return float64(count)*size*leading + margin
}

func isText(value any) bool {
	_, text := value.(string)
	return text
}
