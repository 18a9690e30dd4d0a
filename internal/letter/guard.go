package letter

import (
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"harta/internal/domain"
)

// op names the rules of this package in a refusal.
const op = "print_letter"

// Check refuses a letter that can not be issued: with a {field} left (domain.UnfilledField, field is its name),
// or a letter the font lacks (domain.UnprintableRune, rune is it, place shows the text around it, position
// counts letters of the text from 1). The field of the refusal names the text: subject, paragraphs.2,
// enclosures.1, to.name and so on, counted from 1.
func (p *Press) Check(l domain.Letter) error {
	for name, s := range texts(l) {
		if start, end := domain.OpenField(s); start >= 0 {
			return domain.Refuse(op, domain.UnfilledField).On(name).With("field", strings.TrimSpace(s[start+1:end-1]))
		}
		if err := p.printable(name, s); err != nil {
			return err
		}
	}
	return nil
}

// texts gives every text of a letter and its name, in the order of reading.
func texts(l domain.Letter) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		h, s := l.Head, l.Signer
		paragraphs := make([]string, len(l.Paragraphs))
		for i, para := range l.Paragraphs {
			paragraphs[i] = para.Text
		}
		for _, t := range []struct {
			name string
			one  string
			many []string
		}{
			{"head.country", h.Country, nil},
			{"head.office", h.Office, nil},
			{"head.address", h.Address, nil},
			{"head.contact", h.Contact, nil},
			{"head.place", h.Place, nil},
			{"yourRef", l.YourRef, nil},
			{"ourRef", l.OurRef, nil},
			{"copies", "", l.Copies},
			{"to.name", l.To.Name, nil},
			{"to.lines", "", l.To.Lines},
			{"subject", l.Subject, nil},
			{"salutation", l.Salutation, nil},
			{"paragraphs", "", paragraphs},
			{"notice", l.Notice, nil},
			{"enclosures", "", l.Enclosures},
			{"closing", l.Closing, nil},
			{"signer.for", s.For, nil},
			{"signer.name", s.Name, nil},
			{"signer.title", s.Title, nil},
			{"signer.order", s.Order, nil},
			{"author", l.Author, nil},
		} {
			if !yield(t.name, t.one) {
				return
			}
			for i, one := range t.many {
				if !yield(fmt.Sprintf("%s.%d", t.name, i+1), one) {
					return
				}
			}
		}
	}
}

// Printable refuses a text, meant for letters to come, with a character that the font lacks; field names it.
func (p *Press) Printable(field, s string) error { return p.printable(field, s) }

// printable refuses a text with a letter that one of the faces lacks. The position is that in the text as
// typed, before letters and their accents were composed.
func (p *Press) printable(name, s string) error {
	var it norm.Iter
	it.InitString(norm.NFC, s)
	for !it.Done() {
		at := it.Pos()
		for _, r := range string(it.Next()) {
			if r = cleanRune(r); r < 0 || p.fonts.has(regular, printed(r)) && p.fonts.has(bold, printed(r)) {
				continue
			}
			return domain.Refuse(op, domain.UnprintableRune).On(name).With("rune", string(r)).
				With("place", around(s, at)).With("position", utf8.RuneCountInString(s[:at])+1)
		}
	}
	return nil
}

// around quotes the text about a byte of it, so that a person finds the place.
func around(s string, at int) string {
	const side = 15
	before, after := []rune(s[:at]), []rune(s[at:])
	quote := make([]rune, 0, 2*side+3)
	if len(before) > side {
		quote, before = append(quote, '…'), before[len(before)-side:]
	}
	quote = append(quote, before...)
	if len(after) > side {
		return oneLine(string(append(append(quote, after[:side]...), '…')))
	}
	return oneLine(string(append(quote, after...)))
}
