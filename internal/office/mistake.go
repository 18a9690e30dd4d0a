package office

import (
	"time"

	"harta/internal/domain"
	"harta/internal/journal"
)

// Standing is what somebody whom a case names may know of his own claim that he is named by mistake.
type Standing struct {
	Claimed time.Time   // when he made the claim that waits; zero = none does
	Answer  domain.Note // the last answer; zero = there is none
}

// Standing gives it to whom the case names. To anybody else the case does not exist here.
func (o *Office) Standing(id domain.CaseID) (Standing, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return Standing{}, ErrClosed
	}
	s, err := o.namedCase(id)
	if err != nil {
		return Standing{}, err
	}
	var x Standing
	for _, n := range s.c.Claims() {
		if n.By == o.user {
			x.Claimed = n.At
		}
	}
	x.Answer, _ = s.c.Settled(o.user)
	return x, nil
}

// ClaimMistake tells those who decide on a case that somebody whom it names holds that to be a mistake. It shows him
// nothing of the case.
func (o *Office) ClaimMistake(c Command, id domain.CaseID, text string) error {
	return o.fromOutside(c, func() (folded, error) { return o.namedCase(id) }, func(a domain.Acting, x domain.Case) (domain.CaseNoted, error) {
		return a.ClaimMistake(x, text)
	})
}

// SettleMistake answers somebody who holds that he is named by mistake.
func (o *Office) SettleMistake(c Command, id domain.CaseID, e domain.CaseNoted) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseNoted, error) { return a.SettleMistake(x, e) })
	return err
}

// namedCase gives a case that names the user.
func (o *Office) namedCase(id domain.CaseID) (folded, error) {
	if no := o.hidden(id); no.Reason != domain.HiddenFromNamed {
		return folded{}, domain.Refuse("open", domain.NoSuchCase)
	}
	return o.book.current(o, journal.SubjectID(id))
}
