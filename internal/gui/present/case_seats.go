package present

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// author tells who recorded an event, and in whose place.
func (c *Case) author(j office.Judged) string {
	return c.Say.Author(c.state.by.Office, j.By, j.Seat, ShortName)
}

// inPlace tells it only of what was done in somebody's place.
func (c *Case) inPlace(j office.Judged) string {
	if j.Seat.ActingFor == (domain.UserID{}) {
		return ""
	}
	return c.author(j)
}

// doer tells who took a step of the case last, and in whose place; nothing for nobody.
func (c *Case) doer(by domain.UserID, step func(domain.Event) bool) string {
	return c.Say.Author(c.state.by.Office, by, seatIn(c.state.History, by, step), ShortName)
}

// resolver tells whose resolution stands.
func (c *Case) resolver(x domain.Case) string {
	for _, j := range slices.Backward(c.state.History) {
		e, is := j.Event.(domain.CaseResolved) // a head may have given it to somebody else since
		stands := e.As == x.Resolution.As && e.Department == x.Resolution.Department && e.Text == x.Resolution.Text
		if is && stands && j.Verdict == domain.Effective {
			return c.author(j)
		}
	}
	return ""
}

// seatIn gives the role in which somebody took a step last; the zero seat when he did not.
func seatIn(all []office.Judged, by domain.UserID, step func(domain.Event) bool) domain.RoleGranted {
	for _, j := range slices.Backward(all) {
		if j.By == by && j.Verdict == domain.Effective && !j.Newer && step(j.Event) {
			return j.Seat
		}
	}
	return domain.RoleGranted{}
}

// endorsed and signed know the steps of a letter by which somebody answers for it.
func endorsed(id domain.LetterID) func(domain.Event) bool {
	return func(e domain.Event) bool {
		x, is := e.(domain.LetterEndorsed)
		return is && x.Letter == id
	}
}

func signed(id domain.LetterID) func(domain.Event) bool {
	return func(e domain.Event) bool {
		x, is := e.(domain.LetterNumbered)
		return is && x.Letter == id
	}
}
