package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"harta/internal/domain"
)

// plot is a chart: what is drawn, from which cells, and how large.
type plot struct {
	kind     excelize.ChartType
	title    string
	series   []excelize.ChartSeries
	col, row int // where its top left corner stands
	last     int // the column it ends with
	height   int // pixels
	legend   bool
	labels   bool // values beside the bars
	shares   bool // the axis shows per cent, 0 to 100
	most     int  // the longest bar
	gap      uint
	points   []string // a colour for each slice
}

// series takes name, categories and values from the cells of a sheet.
func series(sheet, name, categories, values string) excelize.ChartSeries {
	at := quoted(sheet) + "!"
	return excelize.ChartSeries{Name: at + name, Categories: at + categories, Values: at + values}
}

// down is a series that runs down column col of the table in where, named by the head of its column.
func down(sheet string, where area, col int) excelize.ChartSeries {
	return series(sheet, absolute(col, where.first-1), span(1, where.first, 1, where.last), span(col, where.first, col, where.last))
}

// across is a series that runs along a row of a table over the columns from 2 to last, named by its first cell.
func across(sheet string, head, row, last int) excelize.ChartSeries {
	return series(sheet, absolute(1, row), span(2, head, last, head), span(2, row, last, row))
}

func painted(s excelize.ChartSeries, color string) excelize.ChartSeries {
	s.Fill = solid(color)
	s.Line = excelize.LineOptions{Type: excelize.LineSolid, Fill: solid(color), Width: 2.25}
	s.Marker = excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: solid(color)}
	return s
}

// chart draws a plot. Fonts and colours are set everywhere, because spreadsheets disagree on the defaults.
func (s *sheet) chart(p plot) {
	if s.err != nil {
		return
	}
	small := excelize.Font{Family: family, Size: 9, Color: muted}
	none := excelize.LineOptions{Type: excelize.LineNone}
	values := small
	values.Color = ink
	c := &excelize.Chart{
		Type:      p.kind,
		Series:    p.series,
		Dimension: excelize.ChartDimension{Width: uint(s.pixels(p.col, p.last)), Height: uint(p.height)},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{
			Text: p.title, Font: &excelize.Font{Family: family, Size: 11, Bold: true, Color: ink},
		}}},
		Legend:   excelize.ChartLegend{Position: "none"},
		XAxis:    excelize.ChartAxis{Font: small},
		YAxis:    excelize.ChartAxis{Font: small, MajorGridLines: true},
		PlotArea: excelize.ChartPlotArea{ShowVal: p.labels},
		Border:   excelize.LineOptions{Type: excelize.LineSolid, Fill: solid(line), Width: 0.75},
		Fill:     solid("FFFFFF"),
		Format:   excelize.GraphicOptions{AltText: p.title},
		GapWidth: &p.gap,
	}
	if p.legend {
		c.Legend = excelize.ChartLegend{Position: "bottom", Font: &small}
	}
	for i := range c.Series {
		c.Series[i].DataLabel = excelize.ChartDataLabel{Font: values}
		if p.kind != excelize.Line {
			c.Series[i].Line = none
		}
	}
	p.shape(c)
	s.do(s.file.AddChart(s.name, cellName(p.col, p.row), c))
}

// pixels gives the width of columns as the library anchors charts by it, less a gap to the next chart.
func (s *sheet) pixels(from, to int) int {
	const digit, gap = 8, 10
	sum := -gap
	for _, width := range s.widths[from-1 : to] {
		sum += int(width*digit + 0.5)
	}
	return sum
}

// shape sets what differs between the types of chart.
func (p plot) shape(c *excelize.Chart) {
	stacked := 100
	switch p.kind {
	case excelize.Bar, excelize.BarStacked:
		c.XAxis.ReverseOrder = true // the first row on top
		c.YAxis.TickLabelPosition = excelize.ChartTickLabelHigh
		c.YAxis.MajorUnit = unitOf(p.most)
		if p.kind == excelize.BarStacked {
			c.Overlap = &stacked
		}
	case excelize.Doughnut:
		c.GapWidth, c.HoleSize = nil, 60
		c.PlotArea = excelize.ChartPlotArea{ShowPercent: true}
		for i, color := range p.points {
			c.Series[0].DataPoint = append(c.Series[0].DataPoint, excelize.ChartDataPoint{Index: i, Fill: solid(color)})
		}
		c.Legend.Position = "right"
	case excelize.Line:
		c.GapWidth = nil
	default:
	}
	if p.shares {
		low, high := 0.0, 1.0
		c.YAxis.Minimum, c.YAxis.Maximum, c.YAxis.MajorUnit = &low, &high, 0.25
		c.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "0%"}
	}
}

// unitOf gives a step of 1, 2 or 5 that divides a bar of length most into about four.
func unitOf(most int) float64 {
	const parts = 4
	for ten := 1; ; ten *= 10 {
		for _, step := range []int{ten, 2 * ten, 5 * ten} {
			if step*(parts+1) > most {
				return float64(step)
			}
		}
	}
}

func absolute(col, row int) string { return span(col, row, col, row) }

// span gives a range in absolute form.
func span(fromCol, fromRow, toCol, toRow int) string {
	from, to := letters(fromCol), letters(toCol)
	if fromCol == toCol && fromRow == toRow {
		return fmt.Sprintf("$%s$%d", from, fromRow)
	}
	return fmt.Sprintf("$%s$%d:$%s$%d", from, fromRow, to, toRow)
}

// letters gives the letters of a column; those of this package are few.
func letters(col int) string {
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		return ""
	}
	return name
}

// kindColor gives each kind its slice of the doughnut: light enough for dark figures, and none of the colours that
// mean on time or late.
func kindColor(k domain.Kind) string {
	switch k {
	case domain.Signal:
		return "6FB3B2"
	case domain.ComplaintStaff:
		return "D08A6E"
	case domain.ComplaintService, domain.ComplaintAny:
		return "E3B98A"
	case domain.Proposal:
		return "9DB7D5"
	case domain.Question:
		return "B9D8CF"
	case domain.Opinion:
		return "D5CFA8"
	case domain.Praise:
		return "B6C98C"
	default:
		return "BCC6C4"
	}
}
