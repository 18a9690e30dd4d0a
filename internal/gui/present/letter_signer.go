package present

import (
	"slices"

	"harta/internal/domain"
)

// possibleSigners are those who could sign the letter when it is approved: the table is asked for each.
func (m *Letter) possibleSigners() []domain.Signer {
	a, today := m.acting, m.acting.Today()
	rule, _ := domain.RuleFor(domain.DoSign)
	writers := m.letter.Writers
	if m.letter.ID == (domain.LetterID{}) {
		writers = []domain.UserID{a.User}
	}
	var all []domain.Signer
	for _, u := range a.Office.Users {
		seat, holds := a.Office.Seat(u.ID, today, rule.Roles)
		if !holds {
			continue
		}
		l := domain.LetterFile{ID: domain.LetterID{1}, State: domain.LetterApproved, Writers: writers}
		l.Content.Template, l.Content.Signer.Name = m.letter.Content.Template, u.Name
		if (domain.Acting{Office: a.Office, User: u.ID, Now: a.Now}).May(m.file.Case, l, domain.DoSign) == nil {
			all = append(all, signerOf(a.Office, u, seat))
		}
	}
	return all
}

// signerOf is a user as the letter names who signs it.
func signerOf(o *domain.Office, u domain.User, seat domain.RoleGranted) domain.Signer {
	s := domain.Signer{Name: u.Name, Title: u.Title}
	if holder, ok := o.User(seat.ActingFor); ok {
		s.For, s.Order = holder.Title, seat.Order
	}
	return s
}

// Signers gives who may sign, in words, and which one is chosen; -1 = the letter names another one.
func (m *Letter) Signers() (words []string, chosen int) {
	chosen = -1
	for i, s := range m.signers {
		if s.For != "" {
			words = append(words, m.T("write.signer_for", "name", ShortName(s.Name), "office", lowered(s.For)))
		} else {
			words = append(words, m.T("write.signer", "name", ShortName(s.Name), "office", lowered(s.Title)))
		}
		if s.Name == m.base.Signer.Name {
			chosen = i
		}
	}
	return words, chosen
}

// SignBy names who signs.
func (m *Letter) SignBy(i int) {
	if i >= 0 && i < len(m.signers) && m.MayWrite() {
		m.base.Signer = m.signers[i]
		m.touched()
	}
}

// Templates gives the letters that are offered, and which one is chosen; a letter that was recorded keeps its own.
func (m *Letter) Templates() (titles []string, chosen int, fixed bool) {
	if m.letter.ID != (domain.LetterID{}) {
		return []string{m.templateTitle(m.template)}, 0, true
	}
	for _, t := range m.templates {
		title := m.templateTitle(t)
		if !forKind(t, m.file.Case.Intake.Kind) {
			title = m.T("write.other_kind", "title", title)
		}
		titles = append(titles, title)
	}
	return titles, slices.IndexFunc(m.templates, func(t domain.Template) bool { return t.ID == m.template.ID }), false
}

// Choose takes another template; what was typed into fields goes along.
func (m *Letter) Choose(i int) {
	if i < 0 || i >= len(m.templates) || m.letter.ID != (domain.LetterID{}) || m.templates[i].ID == m.template.ID {
		return
	}
	m.keeper.Flush()
	m.start(m.templates[i])
	m.keepAs()
	m.recover()
	m.touched()
}
