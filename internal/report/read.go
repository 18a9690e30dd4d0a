package report

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"harta/internal/domain"
)

// Faults of a file that cannot be read at all.
var (
	ErrTooLarge    = errors.New("register too large")
	ErrNotWorkbook = errors.New("not a workbook")
)

// Limits of a register. Nobody's real register comes near them; a file made to harm does.
const (
	MaxBytes    = 50 << 20
	MaxRows     = 200_000
	MaxProblems = 1_000
)

// ReadRegister reads the register of another program: a workbook, or text in UTF-8, UTF-16 or windows-1251 with
// commas, semicolons or tabs. The name of the file counts only for its extension.
//
// Problems are what a person must correct in the file, each a *domain.Refusal, at most MaxProblems. A row with a
// problem is left out of the rows; whether the others are taken then is for the caller to say. The error is a
// fault: the file cannot be read at all.
func ReadRegister(r io.Reader, name string) (rows []domain.ImportRow, problems []error, err error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		return nil, nil, fmt.Errorf("read register: %w", err)
	case len(data) > MaxBytes:
		return nil, nil, fmt.Errorf("%w: over %d bytes", ErrTooLarge, MaxBytes)
	}
	words, err := newVocabulary()
	if err != nil {
		return nil, nil, err
	}
	in := &intake{words: words, numbers: map[string]bool{}}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) || strings.EqualFold(filepath.Ext(name), ".xlsx") {
		err = in.workbook(data)
	} else {
		err = in.text(data)
	}
	switch {
	case err != nil:
		return nil, nil, err
	case len(in.rows) == 0 && len(in.problems) == 0:
		in.refuse(domain.Refuse(importing, domain.ImportEmpty))
	}
	return in.rows, in.problems, nil
}

// importing is the command that refusals of this package belong to.
const importing = "import"

// intake collects what is read.
type intake struct {
	words    *vocabulary
	rows     []domain.ImportRow
	problems []error
	numbers  map[string]bool // met so far
}

func (in *intake) refuse(r *domain.Refusal) {
	if len(in.problems) < MaxProblems {
		in.problems = append(in.problems, r)
	}
}

// full tells that reading on would change nothing a person can use.
func (in *intake) full() bool { return len(in.problems) >= MaxProblems }

// record is one row of a file with its fields as text.
type record struct {
	sheet  string // empty in a text file
	line   int    // where it starts in the file, from 1
	fields []string

	since1904 bool // how the workbook counts days
}

// refusal begins a refusal about the record.
func (r record) refusal(why domain.Reason) *domain.Refusal {
	problem := domain.Refuse(importing, why).With("line", r.line)
	if r.sheet != "" {
		problem = problem.With("sheet", r.sheet)
	}
	return problem
}

func (r record) empty() bool { return blank(r.fields) }

// fits tells whether a record has as many fields as its head; separators at the end do not count.
func (r record) fits(h *head) bool {
	n := len(h.names)
	return len(r.fields) == n || len(r.fields) > n && blank(r.fields[n:])
}

func blank(fields []string) bool {
	return !slices.ContainsFunc(fields, func(field string) bool { return strings.TrimSpace(field) != "" })
}

// take reads one record under a head. Empty rows and the total at the end are passed over.
func (in *intake) take(h *head, r record) error {
	if r.empty() || in.words.total(r.fields) {
		return nil
	}
	if len(in.numbers) >= MaxRows {
		return fmt.Errorf("%w: over %d rows", ErrTooLarge, MaxRows)
	}
	if r.sheet == "" && !r.fits(h) {
		in.refuse(r.refusal(domain.ImportShape))
		return nil
	}
	e := entry{words: in.words, head: h, record: r}
	row := e.row()
	for _, problem := range e.problems {
		in.refuse(problem)
	}
	switch {
	case row.Number == "":
	case in.numbers[row.Number]:
		in.refuse(r.refusal(domain.ImportDuplicate).With("number", row.Number))
	default:
		in.numbers[row.Number] = true
		if len(e.problems) == 0 {
			in.rows = append(in.rows, row)
		}
	}
	return nil
}
