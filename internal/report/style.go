package report

import (
	"github.com/xuri/excelize/v2"
)

// The palette of every sheet and chart. On time, extended and late keep their colours everywhere.
const (
	ink     = "1D2B2A"
	muted   = "5B6766"
	accent  = "0B5F63"
	grey    = "8C9896"
	line    = "D5DBDA"
	shade   = "EAEFEE"
	onTime  = "3D8B58"
	longer  = "C9A73D"
	late    = "C4382D"
	warning = "9A4400"
)

// family is a font that Windows has and LibreOffice replaces by one of the same widths.
const family = "Arial"

// bodySize is the size of ordinary text, in points.
const bodySize = 10

// Formats of numbers. Decimal comma and grouping come from the reader's own settings.
const (
	countFormat   = "#,##0"
	decimalFormat = "#,##0.0"
	percentFormat = "0.0%"
	dateFormat    = "dd.mm.yyyy"
	changeFormat  = `+#,##0;\−#,##0;0`
	growthFormat  = `+0.0%;\−0.0%;0.0%`
	averageChange = `+0.0;\−0.0;0.0`
)

// look is how a cell appears. Looks are compared, so that equal ones share one style of the workbook.
type look struct {
	size   float64 // 0 = bodySize
	bold   bool
	color  string // empty = ink
	fill   string
	align  string // horizontal; empty = by type of value
	top    bool   // vertical alignment; false = centre
	wrap   bool
	format string
	under  string // colour of the line below
	over   string // colour of the line above
	bar    string // colour of a thick line on the left
	indent int
}

var (
	titleLook  = look{size: 18, bold: true, color: accent}
	noteLook   = look{size: 9, color: muted}
	headLook   = look{size: 9, bold: true, fill: shade, wrap: true, under: grey}
	bodyLook   = look{under: line}
	totalLook  = look{bold: true, fill: shade, over: grey, under: grey}
	proseLook  = look{wrap: true, top: true, under: line}
	labelLook  = look{size: 9, color: muted, indent: 1}
	figureLook = look{size: 20, bold: true, align: "left", indent: 1}
)

func (l look) in(format, align string) look {
	l.format = format
	if l.align == "" {
		l.align = align
	}
	return l
}

func (l look) style() *excelize.Style {
	vertical := "center"
	if l.top {
		vertical = "top"
	}
	style := &excelize.Style{
		Font:      &excelize.Font{Family: family, Size: orDefault(l.size, bodySize), Bold: l.bold, Color: orDefault(l.color, ink)},
		Alignment: &excelize.Alignment{Horizontal: l.align, Vertical: vertical, WrapText: l.wrap, Indent: l.indent},
	}
	if l.fill != "" {
		style.Fill = solid(l.fill)
	}
	if l.format != "" {
		style.CustomNumFmt = &l.format
	}
	for _, b := range []excelize.Border{{Type: "bottom", Color: l.under, Style: 1}, {Type: "top", Color: l.over, Style: 1}, {Type: "left", Color: l.bar, Style: 5}} {
		if b.Color != "" {
			style.Border = append(style.Border, b)
		}
	}
	return style
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

func orDefault[T comparable](value, otherwise T) T {
	var zero T
	if value == zero {
		return otherwise
	}
	return value
}
