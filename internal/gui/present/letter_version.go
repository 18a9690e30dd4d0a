package present

import "harta/internal/domain"

// Version is a text of the letter as it was recorded.
type Version struct {
	Words   string
	content domain.Letter
}

// Versions gives the recorded texts, the first one first.
func (m *Letter) Versions() []Version {
	var all []Version
	for _, h := range m.file.History {
		if e, ok := h.Event.(domain.LetterDrafted); ok && e.Letter == m.letter.ID && m.letter.ID != (domain.LetterID{}) {
			by, _ := m.acting.Office.User(h.By)
			words := m.T("write.version_of", "n", len(all)+1, "name", ShortName(by.Name), "at", h.At)
			all = append(all, Version{words, e.Content})
		}
	}
	return all
}

// View shows a version, counted from 1, instead of the text; 0 goes back to the text.
func (m *Letter) View(version int) {
	m.version = version
	m.changed()
	m.previewNow()
}

// Viewed is the version that is looked at; 0 = the text itself.
func (m *Letter) Viewed() int { return m.version }

// TakeVersion goes on writing from the version that is looked at.
func (m *Letter) TakeVersion() {
	all := m.Versions()
	if m.version < 1 || m.version > len(all) {
		return
	}
	l := all[m.version-1].content
	m.version = 0
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
