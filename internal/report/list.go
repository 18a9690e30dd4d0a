package report

import (
	"cmp"
	"strconv"

	"github.com/xuri/excelize/v2"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// column is one column of a streamed list. Its value is a string, an int, a calendar.Date or nil.
type column struct {
	key   string
	width float64
	look  look
	value func(e *domain.Entry) any
}

// The looks of a list's cells. Long words take several lines.
var (
	lineLook = look{size: 9, under: line, top: true}
	textLook = look{size: 9, under: line, top: true, wrap: true}
	dayLook  = lineLook.in(dateFormat, "center")
	sumLook  = lineLook.in(countFormat, "center")
)

// list is the list without names: nothing in it tells who wrote, or what, in his own words.
func (b *book) list(y domain.Yearly) {
	key := "report.list.title"
	if y.Unlisted > 0 {
		key = "report.list.title_part"
	}
	b.stream(b.words.T("report.sheet.list"), b.words.T(key, "year", y.Year, "n", y.Unlisted), b.lineColumns(y.Names), y.Lines)
}

func (b *book) lineColumns(names domain.Names) []column {
	channels := dictionary(b.words, "channel.", domain.Channels())
	return []column{
		b.numberColumn(),
		b.kindColumn(),
		{"channel", 19, textLook, func(e *domain.Entry) any { return text(channels[e.Channel]) }},
		{"topic", 28, textLook, func(e *domain.Entry) any { return text(names.Topics[e.Topic]) }},
		{"unit", 32, textLook, func(e *domain.Entry) any { return text(names.Departments[e.Department]) }},
		{"received_on", 11, dayLook, func(e *domain.Entry) any { return e.ReceivedOn }},
		{"due", 11, dayLook, dueDay},
		{"answered_on", 11, dayLook, func(e *domain.Entry) any { return e.AnsweredOn }},
		{"days", 8, sumLook, daysTaken},
		b.outcomeColumn(),
	}
}

// subject is what a submission is about. Where its text is obscene no list repeats it.
func (b *book) subject(e *domain.Entry) string {
	if e.Flags.Has(domain.FlagObscene) {
		return b.words.T("check.obscene_subject")
	}
	return e.Subject
}

func (b *book) registerColumns(list RegisterList) []column {
	return []column{
		b.numberColumn(),
		{"received_on", 11, dayLook, func(e *domain.Entry) any { return e.ReceivedOn }},
		b.kindColumn(),
		{"sender", 24, textLook, func(e *domain.Entry) any { return cmp.Or(e.Sender, b.anonymous) }},
		{"settlement", 16, textLook, func(e *domain.Entry) any { return text(e.Settlement) }},
		{"subject", 44, textLook, func(e *domain.Entry) any { return text(b.subject(e)) }},
		{"unit", 24, textLook, func(e *domain.Entry) any { return text(list.Names.Departments[e.Department]) }},
		{"officer", 18, textLook, func(e *domain.Entry) any { return text(list.Officers[e.Lead]) }},
		{"turn", 18, textLook, func(e *domain.Entry) any { return text(list.Turn(e)) }},
		{"due", 11, dayLook, dueDay},
		{"answered_on", 11, dayLook, func(e *domain.Entry) any { return e.AnsweredOn }},
		b.outcomeColumn(),
	}
}

func (b *book) numberColumn() column {
	return column{"number", 18, lineLook, func(e *domain.Entry) any { return text(e.Number.Text) }}
}

func (b *book) kindColumn() column {
	kinds := dictionary(b.words, "kind.", domain.Kinds())
	return column{"kind", 21, textLook, func(e *domain.Entry) any { return text(kinds[e.Kind]) }}
}

func (b *book) outcomeColumn() column {
	outcomes := dictionary(b.words, "outcome.", domain.Outcomes())
	return column{"outcome", 20, textLook, func(e *domain.Entry) any { return text(outcomes[e.Outcome]) }}
}

// dictionary looks the words of a vocabulary up once for all lines.
func dictionary[K ~string](words Words, prefix string, keys []K) map[K]string {
	known := make(map[K]string, len(keys))
	for _, key := range keys {
		known[key] = words.T(prefix + string(key))
	}
	return known
}

func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func dueDay(e *domain.Entry) any {
	due, ok := e.Due()
	if !ok {
		return nil
	}
	return due.Due
}

// daysTaken counts calendar days from the receipt to the dispatch of the reply.
func daysTaken(e *domain.Entry) any {
	if e.AnsweredOn.IsZero() || e.ReceivedOn.IsZero() {
		return nil
	}
	return int(e.AnsweredOn - e.ReceivedOn)
}

// stream writes a list of any length row by row; of what was written it keeps little in memory.
func (b *book) stream(name, title string, columns []column, lines []domain.Entry) {
	const head = 3
	b.add(name, paper{landscape: true, tall: true, titles: head})
	if b.err != nil {
		return
	}
	grid := false
	b.do(b.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &grid}))
	w, err := b.file.NewStreamWriter(name)
	if err != nil {
		b.do(err)
		return
	}
	for i, c := range columns {
		b.do(w.SetColWidth(i+1, i+1, c.width))
	}
	b.do(w.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: head, TopLeftCell: cellName(2, head+1), ActivePane: "bottomRight"}))
	b.do(w.SetRow("A1", []any{b.cell(title, look{size: 14, bold: true, color: accent})}, excelize.RowOpts{Height: 24}))
	b.do(w.SetRow("A2", []any{b.cell(b.words.T("report.list.note", "n", len(lines), "date", b.asOf.Local()), noteLook)}))
	b.do(w.SetRow(cellName(1, head), b.headCells(columns), excelize.RowOpts{Height: 28}))
	b.lines(w, columns, lines, head+1)
	b.do(w.Flush())
	b.do(b.file.AutoFilter(name, cellName(1, head)+":"+cellName(len(columns), head+len(lines)), nil))
}

func (b *book) headCells(columns []column) []any {
	heads := make([]any, len(columns))
	for i, c := range columns {
		l := headLook
		l.align = orDefault(c.look.align, "left")
		heads[i] = b.cell(b.words.T("report.head."+c.key), l)
	}
	return heads
}

func (b *book) cell(value any, l look) excelize.Cell {
	return excelize.Cell{StyleID: b.style(l), Value: value}
}

// linesBetween is how many rows are written before it is asked whether to go on.
const linesBetween = 500

// lines writes the rows. The cells are made once and filled again for each row.
func (b *book) lines(w *excelize.StreamWriter, columns []column, lines []domain.Entry, row int) {
	cells := make([]excelize.Cell, len(columns))
	values := make([]any, len(columns))
	for i, c := range columns {
		cells[i].StyleID = b.style(c.look)
		values[i] = &cells[i]
	}
	for n := range lines {
		if n%linesBetween == 0 && !b.lineGoesOn(n, len(lines)) {
			return
		}
		high := 0.0
		for i, c := range columns {
			cells[i].Value = held(c.value(&lines[n]))
			if words, ok := cells[i].Value.(string); ok && c.look.wrap {
				high = max(high, textHeight(words, c.width, c.look.size))
			}
		}
		if err := w.SetRow("A"+strconv.Itoa(row+n), values, excelize.RowOpts{Height: high}); err != nil {
			b.do(err)
			return
		}
	}
}

// lineGoesOn asks within a sheet whether to go on.
func (b *book) lineGoesOn(n, of int) bool {
	if b.byLine {
		return b.goesOn(n, of)
	}
	return b.goesOn(b.done, b.total)
}

// held gives what a streamed cell holds for a value.
func held(value any) any {
	if d, ok := value.(calendar.Date); ok {
		if d.IsZero() {
			return nil
		}
		return serial(d)
	}
	return value
}
