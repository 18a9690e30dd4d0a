package present

import (
	"harta/internal/domain"
	"harta/internal/office"
)

// changes is what has changed in the chosen letter since whoever looks had it last.
type changes struct {
	of       domain.LetterID
	versions []Version
	base     int    // the version that he had, from 1
	why      string // what he did with it
	from     int    // the version that is compared; usually base
	on       bool   // they are looked at, in the place of the paper
	compared Comparison
	seen     map[string]int // the version of each waiting letter that was on the screen last
	keeper   *Keeper
}

// keepSeen finds again which version of each letter was looked at last.
func (m *Approval) keepSeen() {
	m.changes.seen = map[string]int{}
	m.changes.keeper = NewKeeper(m.Env, m.office, "approval-seen", func() any { return m.changes.seen })
	if !m.changes.keeper.Load(&m.changes.seen) || m.changes.seen == nil {
		m.changes.seen = map[string]int{}
	}
}

// lookSince chooses from where on changes are shown, and notes that this version was seen. A letter that is read again
// keeps its beginning, until there is a newer version of it.
func (m *Approval) lookSince() {
	c, id := &m.changes, m.detail.letter.ID
	all := m.versionsOf(m.acting.Office, m.detail.file.History, id)
	if c.of == id && len(all) == len(c.versions) {
		return
	}
	c.of, c.versions, c.on = id, all, false
	c.base, c.why = m.hadLast(id, len(all))
	c.from = c.base
	if key := idKey(id); c.seen[key] != len(all) {
		c.seen[key] = len(all)
		c.keeper.Touch()
	}
	m.recompare()
}

// hadLast gives the version that whoever looks had last, when that is not the present one: the one he returned or
// approved, or the one he has seen; else the one before the last.
func (m *Approval) hadLast(id domain.LetterID, last int) (base int, why string) {
	mine := func(is func(domain.Event) bool) int {
		return versionWhen(m.detail.file.History, id, func(h office.Judged) bool { return h.By == m.acting.User && is(h.Event) })
	}
	back := mine(func(e domain.Event) bool { r, ok := e.(domain.LetterReturned); return ok && r.Letter == id })
	word := mine(func(e domain.Event) bool { r, ok := e.(domain.LetterEndorsed); return ok && r.Letter == id })
	base = last - 1
	latest := 0
	for _, had := range []struct {
		version int
		why     string
	}{{back, "compare.you_returned"}, {word, "compare.you_approved"}, {m.changes.seen[idKey(id)], "compare.you_saw"}} {
		if had.version > latest && had.version < last {
			latest = had.version
			base, why = had.version, m.T(had.why)
		}
	}
	return base, why
}

func (m *Approval) recompare() {
	c := &m.changes
	c.compared = Comparison{}
	if c.from >= 1 && c.from < len(c.versions) {
		c.compared = m.compare(c.versions[c.from-1].content, m.detail.letter.Content)
	}
}

// Earlier is the version with which the letter can be compared, and why that one; 0 = it has only one version.
func (m *Approval) Earlier() (version int, why string) {
	if !m.detail.Loaded || m.changes.base < 1 {
		return 0, ""
	}
	return m.changes.base, m.changes.why
}

// Comparing tells whether the changes are looked at.
func (m *Approval) Comparing() bool { return m.changes.on && m.detail.Loaded }

// Turn looks at the changes, or at the paper again.
func (m *Approval) Turn() {
	if v, _ := m.Earlier(); v > 0 {
		m.changes.on = !m.changes.on
		m.changed()
	}
}

// CompareFrom gives the versions from which changes can be shown, and which one it is.
func (m *Approval) CompareFrom() (words []string, chosen int) {
	c := &m.changes
	for i, v := range c.versions[:max(0, len(c.versions)-1)] {
		if i+1 == c.base {
			v.Words = joined(", ", v.Words, c.why)
		}
		words = append(words, v.Words)
	}
	return words, c.from - 1
}

// Since shows the changes from a version on, counted from 0.
func (m *Approval) Since(i int) {
	m.changes.from = i + 1
	m.recompare()
	m.changed()
}

// Compared gives what has changed.
func (m *Approval) Compared() Comparison { return m.changes.compared }

// Keep keeps at once what was seen: the screen is left.
func (m *Approval) Keep() {
	m.changes.keeper.Flush()
	if m.form != nil {
		m.form.Cancel()
	}
}
