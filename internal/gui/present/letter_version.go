package present

import (
	"time"

	"harta/internal/domain"
	"harta/internal/office"
)

// Version is a text of the letter as it was recorded.
type Version struct {
	Words   string
	content domain.Letter
	at      time.Time
}

// versionsOf gives the recorded texts of a letter, the first one first.
func (e Env) versionsOf(o *domain.Office, history []office.Judged, id domain.LetterID) []Version {
	var all []Version
	for _, h := range history {
		if d, ok := h.Event.(domain.LetterDrafted); ok && d.Letter == id && id != (domain.LetterID{}) {
			by, _ := o.User(h.By)
			words := e.T("write.version_of", "n", len(all)+1, "name", ShortName(by.Name), "at", h.At)
			all = append(all, Version{words, d.Content, h.At})
		}
	}
	return all
}

// versionWhen gives the number of the version that a letter had when something happened to it last; 0 = it never did.
func versionWhen(history []office.Judged, id domain.LetterID, what func(office.Judged) bool) int {
	n, found := 0, 0
	for _, h := range history {
		if d, ok := h.Event.(domain.LetterDrafted); ok && d.Letter == id {
			n++
		}
		if what(h) {
			found = n
		}
	}
	return found
}

// returned tells whether a letter was returned.
func returned(id domain.LetterID) func(office.Judged) bool {
	return func(h office.Judged) bool {
		e, ok := h.Event.(domain.LetterReturned)
		return ok && e.Letter == id
	}
}

// Versions gives the recorded texts, the first one first.
func (m *Letter) Versions() []Version {
	if m.acting.Office == nil {
		return nil
	}
	return m.versionsOf(m.acting.Office, m.file.History, m.letter.ID)
}

// View lays a version, counted from 1, over the text; 0 goes back to the text.
func (m *Letter) View(version int) {
	m.version, m.against = version, 0
	m.lookAt()
}

// Against lays the version that is looked at over another one; 0 is the text itself.
func (m *Letter) Against(version int) {
	m.against = version
	m.lookAt()
}

func (m *Letter) lookAt() {
	m.recompare()
	m.changed()
	m.previewNow()
}

// recompare compares anew what is looked at.
func (m *Letter) recompare() {
	m.compared = Comparison{}
	all := m.Versions()
	if m.version < 1 || m.version > len(all) {
		m.version = 0
		return
	}
	now := m.content()
	if m.against > 0 && m.against <= len(all) {
		now = all[m.against-1].content
	}
	m.compared = m.compare(all[m.version-1].content, now)
}

// Viewed is the version that is looked at, and the one it is compared with; 0 = the text itself.
func (m *Letter) Viewed() (version, against int) { return m.version, m.against }

// Compared gives what has changed since the version that is looked at.
func (m *Letter) Compared() Comparison { return m.compared }

// CompareWith gives what the version that is looked at can be compared with, the text itself first.
func (m *Letter) CompareWith() []string {
	words := []string{m.T("compare.now")}
	for _, v := range m.Versions() {
		words = append(words, v.Words)
	}
	return words
}

// sinceReturn gives the version that was returned, where the text is another one by now; 0 = there is nothing to see.
func (m *Letter) sinceReturn() int {
	all := m.Versions()
	n := versionWhen(m.file.History, m.letter.ID, returned(m.letter.ID))
	if n < 1 || n > len(all) || sameLetter(all[n-1].content, m.content()) {
		return 0
	}
	return n
}

// TakeVersion goes on writing from the version that is looked at.
func (m *Letter) TakeVersion() {
	all := m.Versions()
	if m.version < 1 || m.version > len(all) {
		return
	}
	l := all[m.version-1].content
	m.version = 0
	m.recompare()
	m.lay(l)
	m.touched()
}

// seen is the content that the paper shows.
func (m *Letter) seen() domain.Letter {
	if all := m.Versions(); m.version > 0 && m.version <= len(all) {
		return all[m.version-1].content
	}
	return m.content()
}
