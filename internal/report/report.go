// Package report turns figures and lists into workbooks, and reads the register of another program.
//
// It knows sheets, charts, print set-up, and how offices write a register in a spreadsheet or a text file. It
// refuses to know where figures come from, who may see them, and what becomes of the rows it reads. Words for
// people come from the resources by key; the words that registers use are data in vocabulary.json.
//
// A workbook holds values, never formulas. Text is always a typed string cell, so that a subject like
// „=HYPERLINK(…)“ stays a subject.
package report

import (
	"errors"
	"io"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Words gives the texts of a language. Arguments are pairs of a name and a value for the {name} in the text.
type Words interface {
	T(key string, args ...any) string
}

// Watch is told how many sheets of how many are made, or lines of a list, and tells whether to go on. Nil watches nothing.
type Watch func(done, total int) (on bool)

// ErrStopped says that a workbook was given up; what was written of it is of no use.
var ErrStopped = errors.New("workbook given up")

// Yearly writes the workbook of a year: a page for the mayor, one sheet a subject, the list without names, and
// the method.
func Yearly(w io.Writer, y domain.Yearly, words Words, watch Watch) error {
	b := newBook(words, cover{office: y.Office, title: words.T("report.title", "year", y.Year), asOf: y.AsOf})
	b.watch = watch
	summary := b.summary(y)
	sheets := []func(*book, domain.Yearly){
		(*book).received, (*book).channels, (*book).topics, (*book).terms, (*book).units, (*book).durations,
		(*book).outcomes, (*book).voices, (*book).comparison, (*book).list, (*book).method,
	}
	for i, write := range sheets {
		if !b.goesOn(i+1, len(sheets)+1) {
			break
		}
		write(b, y)
	}
	summary.repeatCharts()
	return b.write(w)
}

// RegisterList is a list of the register as it stood on a screen.
type RegisterList struct {
	Office   string
	Title    string // what was listed, as the list says it
	AsOf     calendar.Date
	Lines    []domain.Entry
	Names    domain.Names
	Officers map[domain.UserID]string
	Turn     func(*domain.Entry) string // whose turn it is in an open case
}

// Register writes exactly the given lines, in their order. What a reader may not see the caller has left out.
func Register(w io.Writer, list RegisterList, words Words, watch Watch) error {
	b := newBook(words, cover{office: list.Office, title: list.Title, asOf: list.AsOf})
	b.watch, b.byLine = watch, true
	b.stream(words.T("report.sheet.register"), list.Title, b.registerColumns(list), list.Lines)
	return b.write(w)
}
