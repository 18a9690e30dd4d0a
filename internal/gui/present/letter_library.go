package present

import (
	"slices"
	"strings"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/say"
)

// Library is the standard paragraphs that may be used, found by a word.
type Library struct {
	all  []domain.Standard
	Find string
	rows []LibraryRow
}

// LibraryRow is a line of the library: a topic, or a word with its text.
type LibraryRow struct {
	Topic bool
	Words string
	index int
}

// expired is a standard paragraph that is not to be used any more, as it would stand in the letter.
type expired struct {
	word, text string
	until      calendar.Date
}

// standards are the standard paragraphs of an office: those it was given, and its own.
func standards(o *domain.Office) []domain.Standard {
	given, err := say.Paragraphs()
	if err != nil {
		given = nil // without them letters are written as well
	}
	return o.Standards(given)
}

// stock puts the paragraphs into the library that may be used in the letter, and remembers the others.
func (m *Letter) stock() {
	today := m.acting.Today()
	m.Library.all, m.expired = nil, nil
	for _, s := range standards(m.acting.Office) {
		switch {
		case s.Expired(today):
			m.expired = append(m.expired, expired{s.Word, strings.TrimSpace(m.fill(s.Text)), s.Until})
		case s.Template == "" || s.Template == m.template.ID:
			m.Library.all = append(m.Library.all, s)
		}
	}
	m.Library.Search(m.Library.Find)
}

// Expired says how many paragraphs are not shown, because they are not to be used any more; empty = none.
func (m *Letter) Expired() string {
	if len(m.expired) == 0 {
		return ""
	}
	return m.T("write.expired", "n", len(m.expired))
}

// expiredIn finds the paragraphs in a text that are not to be used any more.
func (m *Letter) expiredIn(text string) []expired {
	var found []expired
	for _, x := range m.expired {
		if x.text != "" && strings.Contains(text, x.text) {
			found = append(found, x)
		}
	}
	return found
}

// Search finds the paragraphs whose word, title or text has what was typed.
func (l *Library) Search(find string) {
	l.Find, l.rows = find, nil
	find = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(find, insertMark)))
	topic := ""
	for i, p := range l.all {
		if !strings.Contains(strings.ToLower(p.Word+" "+p.Title+" "+p.Text), find) {
			continue
		}
		if p.Topic != topic {
			topic = p.Topic
			l.rows = append(l.rows, LibraryRow{Topic: true, Words: topic, index: -1})
		}
		l.rows = append(l.rows, LibraryRow{Words: insertMark + p.Word, index: i})
	}
}

// Rows gives what was found, by topic.
func (l *Library) Rows() []LibraryRow { return l.rows }

// insertMark before a word inserts the paragraph of that word.
const insertMark = "::"

// byWord gives the paragraph of a word, or of the only one that begins so.
func (l *Library) byWord(word string) (domain.Standard, bool) {
	word = strings.ToLower(word)
	if i := slices.IndexFunc(l.all, func(p domain.Standard) bool { return p.Word == word }); i >= 0 {
		return l.all[i], true
	}
	var found []domain.Standard
	for _, p := range l.all {
		if len([]rune(word)) > 1 && strings.HasPrefix(p.Word, word) {
			found = append(found, p)
		}
	}
	if len(found) == 1 {
		return found[0], true
	}
	return domain.Standard{}, false
}
