package present

import (
	"slices"

	"harta/internal/domain"
)

// forKind tells whether a template is for a kind of submission.
func forKind(t domain.Template, k domain.Kind) bool {
	return len(t.Kinds) == 0 || slices.Contains(t.Kinds, k)
}

// misfit says why the template of the letter is not the usual one for the case as it stands; empty = it is. Nobody is
// kept from using it.
func (m *Letter) misfit() string {
	c, t := m.file.Case, m.template
	usual, _ := m.acting.Office.Template(fitting(c))
	switch {
	case t.ID == "":
		return ""
	case !forKind(t, c.Intake.Kind):
		return m.T("write.misfit_kind", "kind", c.Intake.Kind, "usual", m.templateTitle(usual))
	case t.ID == usual.ID || !t.ID.Reply():
		return ""
	case c.State.Side():
		return m.T("write.misfit_state", "state", c.State, "usual", m.templateTitle(usual))
	case t.ID == domain.TUpheld && c.Outcome.Value == domain.Rejected,
		t.ID == domain.TRejected && (c.Outcome.Value == domain.Upheld || c.Outcome.Value == domain.PartlyUpheld):
		return m.T("write.misfit_outcome", "outcome", c.Outcome.Value, "usual", m.templateTitle(usual))
	default:
		return ""
	}
}

// fillDecided fills what a letter about more time leaves open with what was decided since it was written, so that nobody
// types it twice.
func (m *Letter) fillDecided() {
	if _, decided := m.file.Case.ExtensionFor(m.template.ID); !decided || !m.MayWrite() {
		return
	}
	for i := range m.blocks {
		b := &m.blocks[i]
		if _, open := b.open(); !open {
			continue
		}
		if text := m.fill(b.raw()); b.Field == "" || text != "{"+b.Field+"}" {
			b.Text = text
		}
	}
}

// termCheck holds a letter about more time to the day that was decided.
func (m *Letter) termCheck(l domain.Letter) LetterCheck {
	x, decided := m.file.Case.ExtensionBy(m.letter.ID)
	switch {
	case !decided:
		return LetterCheck{m.T("write.check_undecided"), WarnSign, -1}
	case !x.ToldBy(l):
		return LetterCheck{m.T("write.check_other_term", "until", x.Until), BadSign, -1}
	default:
		return LetterCheck{m.T("write.check_term", "until", x.Until), GoodSign, -1}
	}
}
