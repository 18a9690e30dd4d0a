package present

import (
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Strip is a message over the letter, with at most one thing to be done about it.
type Strip struct {
	Sign      Sign
	Words, Do string
	Act       func()
}

// Strips gives the messages over the letter.
func (m *Letter) Strips() []Strip {
	if !m.loaded {
		return nil
	}
	var all []Strip
	say := func(s Sign, words string) { all = append(all, Strip{Sign: s, Words: words}) }
	if m.Summary != "" {
		say(BadSign, m.Summary)
	}
	if all := m.Versions(); m.version > 0 && m.version <= len(all) {
		strip := Strip{Sign: InfoSign, Words: m.T("write.viewed", "version", all[m.version-1].Words)}
		if !issued(m.letter.State) && m.closed() == "" {
			strip.Do, strip.Act = m.T("write.take_version"), m.TakeVersion
		}
		return []Strip{strip}
	}
	return append(append(all, m.stateStrips()...), m.textStrips()...)
}

// textStrips say what is to be known of the text: who else has changed it, where it comes from, what it lacks.
func (m *Letter) textStrips() []Strip {
	var all []Strip
	if m.over != m.letter.Hash && !issued(m.letter.State) {
		by, _ := m.acting.Office.User(m.letter.Author)
		all = append(all, Strip{WarnSign, m.T("write.overtaken", "name", ShortName(by.Name)), m.T("write.look_at_it"), func() { m.View(len(m.Versions())) }})
	}
	if words := m.misfit(); words != "" && m.MayWrite() {
		all = append(all, Strip{Sign: WarnSign, Words: words})
	}
	if m.Recovered {
		all = append(all, Strip{InfoSign, m.T("write.recovered"), m.T("write.discard"), m.Discard})
	}
	if days := m.daysLate(); days > 0 && m.apology != "" && m.MayWrite() && !m.content().Apology {
		all = append(all, Strip{WarnSign, m.T("write.late", "n", days), m.T("write.add"), func() { m.AddApology() }})
	}
	return all
}

// stateStrips say what the way of the letter through the office means for its text.
func (m *Letter) stateStrips() []Strip {
	l := m.letter
	var all []Strip
	say := func(s Sign, words string) { all = append(all, Strip{Sign: s, Words: words}) }
	if issued(l.State) {
		by := m.Say.Author(m.acting.Office, l.SignedBy, seatIn(m.file.History, l.SignedBy, signed(l.ID)), ShortName)
		say(GoodSign, m.T("write.issued", "number", l.Number, "name", by))
		return all
	}
	if s, words := m.onItsWay(); words != "" {
		say(s, words)
	}
	if l.Returned != "" && l.State == domain.LetterDraft {
		all = append(all, m.returnedStrip())
	}
	if why := m.closed(); why != "" {
		say(InfoSign, why)
	}
	return all
}

// onItsWay says where a letter without a number stands, and what a change would do to it; nothing of a plain draft.
func (m *Letter) onItsWay() (s Sign, words string) {
	l := m.letter
	switch {
	case l.State == domain.LetterApproved && m.dirty():
		return WarnSign, m.T("write.voids")
	case l.State == domain.LetterApproved:
		return GoodSign, sentences(m.T("write.approved"), m.waits(m.acting, m.file.Case, l))
	case l.Voided && l.State == domain.LetterDraft:
		return WarnSign, m.T("write.voided")
	case l.State == domain.LetterWaiting && m.dirty():
		return WarnSign, m.T("write.takes_back")
	case l.State == domain.LetterWaiting:
		return InfoSign, m.waits(m.acting, m.file.Case, l)
	default:
		return PlainSign, ""
	}
}

// returnedStrip says why the letter came back, and shows what was changed since.
func (m *Letter) returnedStrip() Strip {
	strip := Strip{Sign: WarnSign, Words: m.T("write.returned", "comment", m.letter.Returned)}
	if n := m.sinceReturn(); n > 0 {
		strip.Do, strip.Act = m.T("write.since_return"), func() { m.View(n) }
	}
	return strip
}

func (m *Letter) daysLate() int {
	d, ok := m.file.Case.Due()
	if !ok || !m.template.ID.Reply() || !m.file.Case.LateOn(m.acting.Today()) {
		return 0
	}
	return int(m.acting.Today() - d.Due)
}

// Title and Note head the screen.
func (m *Letter) Title() string {
	if !m.loaded {
		return m.T("write.title_new")
	}
	return m.T("write.title", "number", m.file.Case.Number)
}

// Note is what stands beside the title: to whom, and by when.
func (m *Letter) Note() string {
	if !m.loaded {
		return ""
	}
	name := m.SenderName(m.file.Case.Entry())
	if d, ok := m.file.Case.Due(); ok {
		return m.T("write.note", "name", name, "due", d.Due)
	}
	return name
}

// State says which version this is and whether it was kept.
func (m *Letter) State() string {
	all := m.Versions()
	n := len(all)
	switch {
	case !m.loaded:
		return ""
	case issued(m.letter.State):
		return m.Say.LetterState(m.letter.State)
	case n == 0:
		return m.Kept
	case m.dirty():
		return strings.TrimSpace(m.T("write.state_changed", "n", n, "kept", m.Kept))
	default:
		return m.T("write.state_saved", "n", n, "at", m.Moment(all[n-1].at))
	}
}

// Moment says an hour of today, or a day.
func (m *Letter) Moment(at time.Time) string {
	if calendar.DateOf(at) == m.Today() {
		return m.Say.Time(at)
	}
	return m.Say.Date(calendar.DateOf(at))
}
