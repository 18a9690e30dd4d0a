package report_test

import (
	"io"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"harta/internal/calendar"
	"harta/internal/report"
)

const manyLines = 100_000

// The goal: the whole workbook in at most 1.3 of BenchmarkBareStream100k.
func BenchmarkYearly100k(b *testing.B) {
	words := speaker(b, "bg")
	y := sample()
	y.Lines = lines(manyLines)
	b.ReportAllocs()
	for b.Loop() {
		if err := report.Yearly(io.Discard, y, words, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareStream100k writes the cells of the list by the library alone; making them is not counted.
func BenchmarkBareStream100k(b *testing.B) {
	names, words := sample().Names, speaker(b, "bg")
	rows := make([][]any, manyLines)
	for i, e := range lines(manyLines) {
		due, _ := e.Due()
		row := []any{
			e.Number.Text, words.Kind(e.Kind), words.Channel(e.Channel), names.Topics[e.Topic], names.Departments[e.Department],
			serial(e.ReceivedOn), serial(due.Due), nil, nil, nil,
		}
		if !e.AnsweredOn.IsZero() {
			row[7], row[8], row[9] = serial(e.AnsweredOn), int(e.AnsweredOn-e.ReceivedOn), words.Outcome(e.Outcome)
		}
		rows[i] = row
	}
	b.ReportAllocs()
	for b.Loop() {
		bare(b, rows)
	}
}

func bare(b *testing.B, rows [][]any) {
	b.Helper()
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i, row := range rows {
		if err := w.SetRow("A"+strconv.Itoa(i+1), row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Write(io.Discard); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}

func serial(d calendar.Date) any { return excelize.Cell{StyleID: 1, Value: int(d) + 25_569} }
