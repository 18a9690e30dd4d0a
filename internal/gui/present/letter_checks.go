package present

import (
	"slices"
	"strings"
	"unicode"

	"harta/internal/domain"
)

// LetterCheck is a line of the list under a letter: what was looked at, and what came out.
type LetterCheck struct {
	Words string
	Sign  Sign // GoodSign, WarnSign, or BadSign, with which the letter does not go on
	Block int  // the block it is about; -1 = none
}

// checked is what the checks of a letter look at.
type checked struct {
	letter domain.Letter
	blocks []LetterBlock
	late   bool // an answer of this day is late
	notice bool // its template tells how it can be appealed
}

// checks looks a letter over.
func (m *Letter) checks(x checked) []LetterCheck {
	all := []LetterCheck{
		m.verdict(saluted(x.letter), "write.check_salutation", "write.check_no_salutation"),
		m.verdict(x.letter.OurRef != "", "write.check_number", "write.check_no_number"),
		m.civilCheck(x.blocks),
	}
	_, moved := m.file.Case.ExtensionBy(m.letter.ID) // one about the measures need not move their term
	if (x.letter.Template == domain.TExtension || moved) && !issued(m.letter.State) {
		all = append(all, m.termCheck(x.letter))
	}
	if x.late {
		all = append(all, m.verdict(x.letter.Apology, "write.check_apology", "write.check_no_apology"))
	}
	if x.notice {
		all = append(all, m.verdict(appealTold(x.letter), "write.check_appeal", "write.check_no_appeal"))
	}
	for i := range x.blocks {
		for _, p := range m.expiredIn(x.blocks[i].Text) {
			all = append(all, LetterCheck{m.T("write.check_expired", "word", p.word, "until", p.until), WarnSign, x.blocks[i].ID})
		}
		if field, open := x.blocks[i].open(); open {
			words := m.T("write.check_open", "field", strings.ToLower(m.fieldName(field)))
			all = append(all, LetterCheck{words, WarnSign, x.blocks[i].ID})
		}
	}
	return all
}

func (m *Letter) verdict(good bool, yes, no string) LetterCheck {
	if good {
		return LetterCheck{m.T(yes), GoodSign, -1}
	}
	return LetterCheck{m.T(no), WarnSign, -1}
}

// civilCheck stops a letter with somebody's civil number in it.
func (m *Letter) civilCheck(blocks []LetterBlock) LetterCheck {
	i := slices.IndexFunc(blocks, func(b LetterBlock) bool { return hasCivilNumber(b.Text) })
	if i < 0 {
		return LetterCheck{m.T("write.check_no_civil"), GoodSign, -1}
	}
	return LetterCheck{m.T("write.check_civil"), BadSign, blocks[i].ID}
}

// saluted tells whether a letter begins with words to its reader, and ends them with a comma or an exclamation mark.
func saluted(l domain.Letter) bool {
	s := strings.TrimSpace(l.Salutation)
	return len([]rune(s)) > 1 && strings.ContainsAny(s[len(s)-1:], ",!")
}

// appealTold tells whether a letter says how it can be appealed, or that it can not.
func appealTold(l domain.Letter) bool {
	tells := func(text string) bool {
		text = strings.ToLower(text)
		return strings.Contains(text, "обжал") || strings.Contains(text, "оспор")
	}
	return tells(l.Notice) || slices.ContainsFunc(l.Paragraphs, func(p domain.Paragraph) bool { return tells(p.Text) })
}

// hasCivilNumber tells whether a text holds an ЕГН: ten digits that stand alone, with a date and a sum that are right.
func hasCivilNumber(text string) bool {
	for run := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsDigit(r) }) {
		if civilNumber(run) {
			return true
		}
	}
	return false
}

// civilWeights are those of the check digit.
var civilWeights = [...]int{2, 4, 8, 5, 10, 9, 7, 3, 6}

func civilNumber(s string) bool {
	if len(s) != len(civilWeights)+1 {
		return false
	}
	var d [10]int
	for i := range s {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		d[i] = int(s[i] - '0')
	}
	sum := 0
	for i, w := range civilWeights {
		sum += w * d[i]
	}
	month, day := (10*d[2]+d[3])%20, 10*d[4]+d[5]
	born := d[2] < 6 && 1 <= month && month <= 12 && 1 <= day && day <= 31
	return born && sum%11%10 == d[9]
}

// sameLetter tells whether two contents of a letter are the same to whoever reads them.
func sameLetter(a, b domain.Letter) bool {
	return a.Template == b.Template && a.Salutation == b.Salutation && a.Notice == b.Notice && a.Closing == b.Closing &&
		a.Signer == b.Signer && a.Apology == b.Apology && a.Subject == b.Subject && a.To.Name == b.To.Name && slices.Equal(a.To.Lines, b.To.Lines) &&
		slices.Equal(a.Paragraphs, b.Paragraphs) && slices.Equal(a.Copies, b.Copies) &&
		slices.Equal(a.Enclosures, b.Enclosures)
}
