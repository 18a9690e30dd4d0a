package present

import (
	"slices"
	"strings"
	"unicode"

	"harta/internal/domain"
)

// LetterPart says what of a letter a block holds.
type LetterPart int

// Parts of a letter, in their order on paper.
const (
	SalutationPart LetterPart = iota
	TextPart
	ApologyPart
	NoticePart
	ClosingPart
	AddresseePart
	CopiesPart
	EnclosuresPart
)

// LetterBlock is a piece of a letter that is written as one text. Its lines are paragraphs, or the copies and
// enclosures. An open field stands in it as {Measures}.
type LetterBlock struct {
	ID    int // stays the same while the letter is open
	Part  LetterPart
	Field string // what the whole block fills in the template; empty = nothing
	Text  string
	Wrong string // the sentence beside it
	Hint  string
}

// open gives the first field that is left open in the block.
func (b *LetterBlock) open() (field string, open bool) {
	if b.Field != "" && strings.TrimSpace(b.Text) == "" {
		return b.Field, true
	}
	if start, end := domain.OpenField(b.Text); start >= 0 {
		return b.Text[start+1 : end-1], true
	}
	return "", false
}

// raw is the text as it goes into the letter.
func (b *LetterBlock) raw() string {
	if b.Field != "" && strings.TrimSpace(b.Text) == "" {
		return "{" + b.Field + "}"
	}
	return b.Text
}

// lines are the lines of the block that say something.
func (b *LetterBlock) lines() []string {
	var all []string
	for line := range strings.SplitSeq(b.raw(), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// one is the block as a single line.
func (b *LetterBlock) one() string { return strings.Join(b.lines(), " ") }

// paragraphs are the lines of the block as the letter holds them.
func (b *LetterBlock) paragraphs() []domain.Paragraph {
	var all []domain.Paragraph
	for _, line := range b.lines() {
		p := domain.Paragraph{Text: line}
		if rest, ok := strings.CutPrefix(line, headingMark); ok {
			p = domain.Paragraph{Text: rest, Style: domain.Heading}
		} else if rest, ok := strings.CutPrefix(line, itemMark); ok {
			p = domain.Paragraph{Text: rest, Style: domain.Item}
		}
		all = append(all, p)
	}
	return all
}

// How a line says that it is a heading or an item, as in a template.
const (
	headingMark = "# "
	itemMark    = "- "
)

// lineOf writes a paragraph as a line of a block.
func lineOf(p domain.Paragraph) string {
	switch p.Style {
	case domain.Heading:
		return headingMark + p.Text
	case domain.Item:
		return itemMark + p.Text
	default:
		return p.Text
	}
}

// expected is what a template says for a case: the paragraph as it would be filled, and the field that it waits for.
type expected struct {
	lines []string // none = the case has nothing to say here
	field string   // the paragraph is this field alone
}

// blocksOf takes a letter apart. What the template expects tells which of its paragraphs fill which field.
func blocksOf(l domain.Letter, template []expected, apology string) []LetterBlock {
	lines := make([]string, len(l.Paragraphs))
	for i, p := range l.Paragraphs {
		lines[i] = lineOf(p)
	}
	blocks := []LetterBlock{{Part: SalutationPart, Text: l.Salutation}}
	blocks = append(blocks, textBlocks(lines, template)...)
	markApology(blocks, l.Apology, apology)
	if l.Notice != "" {
		blocks = append(blocks, LetterBlock{Part: NoticePart, Text: l.Notice})
	}
	return append(blocks,
		LetterBlock{Part: ClosingPart, Text: l.Closing},
		LetterBlock{Part: AddresseePart, Text: strings.Join(append([]string{l.To.Name}, l.To.Lines...), "\n")},
		LetterBlock{Part: CopiesPart, Text: strings.Join(l.Copies, "\n")},
		LetterBlock{Part: EnclosuresPart, Text: strings.Join(l.Enclosures, "\n")})
}

// textBlocks walks over the template: its fixed paragraphs are landmarks in the letter, and what lies between two of
// them fills the fields between them.
func textBlocks(lines []string, template []expected) []LetterBlock {
	var blocks []LetterBlock
	var fields []string
	at := 0
	for _, x := range template {
		if x.field != "" {
			fields = append(fields, x.field)
			continue
		}
		if len(x.lines) == 0 {
			continue
		}
		if found := slices.Index(lines[at:], x.lines[0]); found >= 0 {
			blocks = append(blocks, filled(lines[at:at+found], fields)...)
			end := min(len(lines), at+found+len(x.lines))
			blocks = append(blocks, plain(lines[at+found:end])...)
			at, fields = end, nil
		}
	}
	return append(blocks, filled(lines[at:], fields)...)
}

// filled gives the lines between two landmarks to the fields between them.
func filled(lines, fields []string) []LetterBlock {
	if len(lines) == 0 || len(fields) == 0 {
		return plain(lines)
	}
	var blocks []LetterBlock
	for len(fields) > 1 && len(lines) > 1 {
		blocks = append(blocks, fieldBlock(fields[0], lines[:1]))
		fields, lines = fields[1:], lines[1:]
	}
	return append(blocks, fieldBlock(fields[0], lines))
}

func fieldBlock(field string, lines []string) LetterBlock {
	text := strings.Join(lines, "\n")
	if text == "{"+field+"}" {
		text = ""
	}
	return LetterBlock{Part: TextPart, Field: field, Text: text}
}

// plain makes a block of each line; items that follow each other stay together.
func plain(lines []string) []LetterBlock {
	var blocks []LetterBlock
	for i, line := range lines {
		if i > 0 && strings.HasPrefix(line, itemMark) && strings.HasPrefix(lines[i-1], itemMark) {
			blocks[len(blocks)-1].Text += "\n" + line
			continue
		}
		blocks = append(blocks, LetterBlock{Part: TextPart, Text: line})
	}
	return blocks
}

// markApology finds the apology of a letter that has one.
func markApology(blocks []LetterBlock, has bool, apology string) {
	if !has {
		return
	}
	for i := range slices.Backward(blocks) {
		b := &blocks[i]
		if b.Part == TextPart && (b.Text == apology || strings.Contains(strings.ToLower(b.Text), "извин")) {
			b.Part = ApologyPart
			return
		}
	}
}

// tidy takes out of typed text what no letter can hold: control characters, what turns the direction, and other ways to end a line.
func tidy(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\uFEFF' || r == unicode.ReplacementChar:
			return -1
		default:
			return r
		}
	}, text)
}

// LetterSpan is a piece of a block at rest.
type LetterSpan struct {
	Words string
	Kind  SpanKind
}

// SpanKind says how a piece of a block is shown.
type SpanKind int

// Kinds of span.
const (
	PlainSpan   SpanKind = iota
	FilledSpan           // a value the case has given
	OpenSpan             // a place nobody has filled
	RemovedSpan          // words that a version does not have any more
	AddedSpan            // words that it has now
)

// spans takes a text apart: open fields under their names, and the values that the case has given.
func spans(text string, values []string, name func(field string) string) []LetterSpan {
	var all []LetterSpan
	for text != "" {
		at, length, kind := firstChip(text, values)
		if kind == PlainSpan {
			return append(all, LetterSpan{text, PlainSpan})
		}
		if at > 0 {
			all = append(all, LetterSpan{text[:at], PlainSpan})
		}
		words := text[at : at+length]
		if kind == OpenSpan {
			words = "{" + name(words[1:len(words)-1]) + "}"
		}
		all = append(all, LetterSpan{words, kind})
		text = text[at+length:]
	}
	return all
}

// firstChip finds the first value or open field of a text; of two that begin together the longer one.
func firstChip(text string, values []string) (at, length int, kind SpanKind) {
	at = len(text)
	if start, end := domain.OpenField(text); start >= 0 {
		at, length, kind = start, end-start, OpenSpan
	}
	for _, v := range values {
		if i := strings.Index(text, v); i >= 0 && (i < at || i == at && len(v) > length) {
			at, length, kind = i, len(v), FilledSpan
		}
	}
	return at, length, kind
}
