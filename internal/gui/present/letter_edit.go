package present

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"harta/internal/domain"
)

// Limits of a block, in characters: beyond the first the block says so, beyond the second it is cut. Typing into more
// would be slow, and nobody reads such a paragraph.
const (
	longBlock = 15_000
	mostBlock = 20_000
)

// Blocks gives the pieces of the letter; they are the presenter's own.
func (m *Letter) Blocks() []LetterBlock { return m.blocks }

// Block gives a block by its id; nil when there is none.
func (m *Letter) Block(id int) *LetterBlock {
	i := slices.IndexFunc(m.blocks, func(b LetterBlock) bool { return b.ID == id })
	if i < 0 {
		return nil
	}
	return &m.blocks[i]
}

// Label is what stands over a block.
func (m *Letter) Label(b *LetterBlock) string {
	switch b.Part {
	case SalutationPart:
		return m.T("write.salutation")
	case ApologyPart:
		return m.T("write.apology")
	case NoticePart:
		return m.T("write.notice")
	case ClosingPart:
		return m.T("write.closing")
	case AddresseePart:
		return m.T("write.addressee")
	case CopiesPart:
		return m.T("write.copies")
	case EnclosuresPart:
		return m.T("write.enclosures")
	default:
		return m.fieldLabel(b)
	}
}

// fieldLabel names what a block fills; a plain paragraph needs no name.
func (m *Letter) fieldLabel(b *LetterBlock) string {
	if b.Field == "" {
		return ""
	}
	name := m.fieldName(b.Field)
	if m.Open(b) {
		return m.T("write.required", "field", name)
	}
	return name
}

// Prompt is what an empty block asks for.
func (m *Letter) Prompt(b *LetterBlock) string {
	switch {
	case b.Field != "":
		return m.T("write.prompt")
	case b.Part == AddresseePart:
		return m.T("write.name_first")
	case b.Part == CopiesPart || b.Part == EnclosuresPart:
		return m.T("write.one_a_line")
	default:
		return m.T("write.empty")
	}
}

// Values gives what the case has given to the text.
func (m *Letter) Values() []string { return m.values }

// Open tells whether a block waits to be filled.
func (m *Letter) Open(b *LetterBlock) bool {
	_, open := b.open()
	return open
}

// Spans gives a block as it is shown at rest.
func (m *Letter) Spans(b *LetterBlock) []LetterSpan {
	if field, open := b.open(); open && strings.TrimSpace(b.Text) == "" {
		return []LetterSpan{{"{" + m.fieldName(field) + "}", OpenSpan}, {" " + m.Prompt(b), PlainSpan}}
	}
	return spans(b.Text, m.values, m.fieldName)
}

// Typed gives a block as it is typed: open fields stand under their names.
func (m *Letter) Typed(b *LetterBlock) string {
	return m.namedFields(b.Text)
}

// Edit takes what was typed into a block and gives what stands there now: ::words become their paragraphs, and what
// is too long is cut.
func (m *Letter) Edit(id int, typed string) string {
	b := m.Block(id)
	if b == nil || !m.MayWrite() {
		return typed
	}
	text := m.expand(tidy(typed))
	b.Hint, b.Wrong = "", ""
	switch n := utf8.RuneCountInString(text); {
	case n > mostBlock:
		text = string([]rune(text)[:mostBlock])
		b.Hint = m.T("write.cut", "limit", mostBlock)
	case n > longBlock:
		b.Hint = m.T("write.long", "limit", longBlock)
	}
	b.Text = fieldBraces(m.Say).keyed(text)
	if b.Field != "" {
		m.typed[b.Field] = b.Text
	}
	m.follow(text)
	m.touched()
	return text
}

// inserting is a word after the mark that has just been ended.
var inserting = regexp.MustCompile(`::(\p{L}+)[ \n]`)

// pending is a word after the mark that is still being typed.
var pending = regexp.MustCompile(`::(\p{L}*)$`)

// expand puts paragraphs for the words that name them.
func (m *Letter) expand(text string) string {
	return inserting.ReplaceAllStringFunc(text, func(mark string) string {
		p, ok := m.Library.byWord(strings.TrimSpace(strings.TrimPrefix(mark, insertMark)))
		if !ok {
			return mark
		}
		return m.namedFields(m.fill(p.Text))
	})
}

// follow lets the library show what is being looked for with the mark.
func (m *Letter) follow(text string) {
	if word := pending.FindStringSubmatch(text); word != nil {
		m.Library.Search(insertMark + word[1])
	} else if strings.HasPrefix(m.Library.Find, insertMark) {
		m.Library.Search("")
	}
}

// Focus says which block is being written.
func (m *Letter) Focus(id int) { m.focused = id }

// Insert puts the paragraph of a row of the library at the end of the block that is being written, or after it where
// that is no text; it gives the block.
func (m *Letter) Insert(row LibraryRow) (id int) {
	if row.Topic || row.index < 0 || !m.MayWrite() {
		return -1
	}
	text := m.fill(m.Library.all[row.index].Text)
	b := m.Block(m.focused)
	if b == nil || b.Part != TextPart {
		return m.addAfter(m.focused, text)
	}
	kept := strings.TrimRight(pending.ReplaceAllString(b.Text, ""), " \n")
	if kept != "" {
		kept += "\n"
	}
	m.Edit(b.ID, m.namedFields(kept+text))
	return b.ID
}

// Add puts an empty paragraph after the block that is being written.
func (m *Letter) Add() (id int) {
	if !m.MayWrite() {
		return -1
	}
	return m.addAfter(m.focused, "")
}

// addAfter puts a paragraph after a block, and before the closing in any case.
func (m *Letter) addAfter(after int, text string) (id int) {
	at := slices.IndexFunc(m.blocks, func(b LetterBlock) bool { return b.ID == after }) + 1
	last := slices.IndexFunc(m.blocks, func(b LetterBlock) bool { return b.Part > ApologyPart })
	if at == 0 || at > last {
		at = last
	}
	m.lastID++
	m.blocks = slices.Insert(m.blocks, at, LetterBlock{ID: m.lastID, Part: TextPart, Text: text})
	m.touched()
	return m.lastID
}

// Removable tells whether a block may be taken out.
func (m *Letter) Removable(b *LetterBlock) bool {
	return m.MayWrite() && (b.Part == TextPart || b.Part == ApologyPart || b.Part == NoticePart)
}

// Remove takes a block out; the toast gives it back.
func (m *Letter) Remove(id int) {
	b := m.Block(id)
	if b == nil || !m.Removable(b) {
		return
	}
	before := slices.Clone(m.blocks)
	m.blocks = slices.DeleteFunc(m.blocks, func(b LetterBlock) bool { return b.ID == id })
	m.touched()
	m.Toast(Toast{Words: m.T("write.removed"), Undo: func() {
		m.blocks = before
		m.touched()
	}})
}

// AddApology puts the apology that is due before the end of the text.
func (m *Letter) AddApology() (id int) {
	last := slices.IndexFunc(m.blocks, func(b LetterBlock) bool { return b.Part > ApologyPart })
	if last <= 0 || m.apology == "" || !m.MayWrite() {
		return -1
	}
	id = m.addAfter(m.blocks[last-1].ID, m.apology)
	m.Block(id).Part = ApologyPart
	m.touched()
	return id
}

// touched is called after every change of the letter.
func (m *Letter) touched() {
	m.Summary = ""
	m.wishes.drop("save")
	m.judge()
	if m.keeper != nil {
		m.keeper.Touch()
	}
	m.previewSoon()
	m.changed()
}

// content is the letter as it stands.
func (m *Letter) content() domain.Letter {
	l := m.base
	l.Paragraphs, l.Notice, l.Apology = nil, "", false
	for i := range m.blocks {
		b := &m.blocks[i]
		switch b.Part {
		case SalutationPart:
			l.Salutation = b.one()
		case TextPart:
			l.Paragraphs = append(l.Paragraphs, b.paragraphs()...)
		case ApologyPart:
			l.Paragraphs = append(l.Paragraphs, b.paragraphs()...)
			l.Apology = l.Apology || strings.TrimSpace(b.Text) != ""
		case NoticePart:
			l.Notice = b.one()
		case ClosingPart:
			l.Closing = b.one()
		case AddresseePart:
			l.To = addressee(b.lines())
		case CopiesPart:
			l.Copies = b.lines()
		case EnclosuresPart:
			l.Enclosures = b.lines()
		}
	}
	return l
}

// addressee reads who the letter goes to: the first line is the name, the others are the address.
func addressee(lines []string) domain.Addressee {
	if len(lines) == 0 {
		return domain.Addressee{}
	}
	return domain.Addressee{Name: lines[0], Lines: lines[1:]}
}

// dirty tells whether the letter is not as the office has it.
func (m *Letter) dirty() bool {
	return m.letter.ID == (domain.LetterID{}) || !sameLetter(m.content(), m.saved)
}

// kept is what of a letter is kept while it is typed.
type kept struct {
	Template domain.TemplateID
	Base     domain.Digest // of the version it was typed over
	Blocks   []LetterBlock
	Signer   domain.Signer
}

// keepAs keeps what is typed from now on under the name of the letter.
func (m *Letter) keepAs() {
	name := draftName(m.route.Case, m.letter.ID, m.template.ID)
	m.keeper = NewKeeper(m.Env, m.office, name, func() any {
		return kept{m.template.ID, m.over, m.blocks, m.base.Signer}
	})
	m.keeper.Kept = func(at time.Time, trouble string) {
		m.Kept = trouble
		if trouble == "" {
			m.Kept = m.T("write.kept", "time", m.Say.Time(at))
		}
		m.changed()
	}
}

// recover finds again what was typed and not recorded.
func (m *Letter) recover() {
	var k kept
	m.Recovered = false
	if !m.MayWrite() || !m.keeper.Load(&k) || len(k.Blocks) == 0 || k.Template != m.template.ID {
		return
	}
	m.blocks = k.Blocks
	for i := range m.blocks {
		b := &m.blocks[i]
		m.lastID++
		b.ID = m.lastID
		if b.Field != "" {
			m.typed[b.Field] = b.Text
		}
	}
	m.base.Signer, m.over = k.Signer, k.Base
	m.Recovered = m.dirty()
}

// Discard gives up what was typed and goes back to what the office has.
func (m *Letter) Discard() {
	m.keeper.Drop()
	m.Recovered = false
	m.typed = map[string]string{}
	if m.letter.ID != (domain.LetterID{}) {
		m.over = m.letter.Hash
		m.lay(m.letter.Content)
	} else {
		m.start(m.template)
	}
	m.keepAs()
	m.judge()
	m.changed()
	m.previewSoon()
}

// Leave keeps what is typed: the screen goes away.
func (m *Letter) Leave() {
	if m.keeper != nil {
		m.keeper.Flush()
	}
	if m.preview.stop != nil {
		m.preview.stop()
	}
}
