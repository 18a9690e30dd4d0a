package report

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	encoding "golang.org/x/text/encoding/unicode"

	"harta/internal/domain"
)

// text reads a register of separated fields (RFC 4180), in whatever encoding and with whatever separator its head
// makes sense.
func (in *intake) text(data []byte) error {
	content, foreign, err := decoded(data)
	if err != nil {
		return err
	}
	comma, known := in.separator(content)
	broken := strings.IndexRune(content, utf8.RuneError)
	switch {
	case foreign > 0 && (!known || !cyrillic(content)):
		in.refuse(domain.Refuse(importing, domain.ImportEncoding).With("line", foreign))
		return nil
	case broken >= 0:
		in.refuse(domain.Refuse(importing, domain.ImportEncoding).With("line", 1+strings.Count(content[:broken], "\n")))
		return nil
	}
	g := &grid{in: in}
	if err := in.records(fields(content, comma), g); err != nil {
		return err
	}
	if !g.found() && strings.TrimSpace(content) != "" {
		in.noHead()
	}
	return nil
}

// records puts every record of a text into a grid. A record is called by the row in which a spreadsheet shows it: the
// lines within its fields are no rows.
func (in *intake) records(r *csv.Reader, g *grid) error {
	folded := 0
	for !in.full() {
		one, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if line := brokenLine(err); line > 0 {
			in.refuse(record{line: line - folded}.refusal(domain.ImportShape))
			continue
		}
		if err != nil {
			return fmt.Errorf("read fields: %w", err)
		}
		line, _ := r.FieldPos(0)
		if err := g.add(record{line: line - folded, fields: one}); err != nil {
			return err
		}
		folded += strings.Count(strings.Join(one, ""), "\n")
	}
	return g.settle()
}

// brokenLine gives the line at which fields cannot be parted; 0 = the error is another one.
func brokenLine(err error) int {
	if bad, ok := errors.AsType[*csv.ParseError](err); ok {
		return bad.StartLine
	}
	return 0
}

// fields reads separated fields strictly: a stray quote is a problem, not a guess that swallows the rows after it.
func fields(content string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(content))
	r.Comma, r.FieldsPerRecord = comma, -1
	return r
}

// separator finds the separator under which the first records hold the best head; known is false when there is
// none.
func (in *intake) separator(content string) (comma rune, known bool) {
	comma = ','
	best := 0
	for _, candidate := range []rune{',', ';', '\t'} {
		r := fields(content, candidate)
		var first []record
		for range headWithin {
			one, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err == nil {
				first = append(first, record{fields: one})
			}
		}
		if h, at := in.words.bestHead(first); at >= 0 && len(h.columns) > best {
			comma, best = candidate, len(h.columns)
		}
	}
	return comma, best > 0
}

// decoded gives the text of a file. Foreign is the first line that is not UTF-8, if the file had to be taken for
// windows-1251; whether that was right the head and the letters show.
func decoded(data []byte) (content string, foreign int, err error) {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		text, err := encoding.UTF16(encoding.LittleEndian, encoding.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", 0, fmt.Errorf("read UTF-16: %w", err)
		}
		return string(text), 0, nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return string(data), 0, nil
	}
	foreign = foreignLine(data)
	text, err := charmap.Windows1251.NewDecoder().Bytes(data)
	if err != nil {
		return "", 0, fmt.Errorf("read windows-1251: %w", err)
	}
	return string(text), foreign, nil
}

// foreignLine gives the first line that is not UTF-8.
func foreignLine(data []byte) int {
	line := 1
	for one := range bytes.Lines(data) {
		if !utf8.Valid(one) {
			break
		}
		line++
	}
	return line
}

// cyrillic tells whether a text decoded from windows-1251 reads like one. UTF-8 taken for it does not: every
// second letter is none.
func cyrillic(text string) bool {
	letters, others := 0, 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
		case unicode.Is(unicode.Cyrillic, r) && unicode.ToLower(r) <= 'я':
			letters++
		default:
			others++
		}
	}
	return letters > 2*others
}
