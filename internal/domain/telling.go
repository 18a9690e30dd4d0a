package domain

import (
	"slices"

	"harta/internal/calendar"
)

// ToldTerm is a term as somebody was told it.
type ToldTerm struct {
	Clock Clock
	Due   calendar.Date
}

// Telling is what told somebody a due day: a letter that has left, or the slip that the sender was given.
type Telling struct {
	Letter LetterID // zero = the slip
	Number Number
	On     calendar.Date // the day the letter left, or the slip was given
	Due    calendar.Date // the day that it names
}

// Slip tells whether the day was told by the slip.
func (t Telling) Slip() bool { return t.Number.IsZero() }

// Tellings gives the letters that have left and the slips that were given and name a day, the earliest first.
func (c Case) Tellings(due calendar.Date) []Telling {
	return c.tellings(due, func(ToldTerm) bool { return true })
}

func (c Case) tellings(due calendar.Date, of func(ToldTerm) bool) []Telling {
	var all []Telling
	if due.IsZero() {
		return nil
	}
	for _, l := range c.Letters {
		if l.tells() && l.Content.names(due.Local()) {
			all = append(all, Telling{l.ID, l.Number, l.DispatchedOn, due})
		}
	}
	for _, n := range c.Notes {
		if slices.ContainsFunc(n.Told, func(t ToldTerm) bool { return t.Due == due && of(t) }) {
			all = append(all, Telling{On: calendar.DateOf(n.At), Due: due})
		}
	}
	slices.SortStableFunc(all, func(a, b Telling) int { return int(a.On - b.On) })
	return all
}

// ToldOf gives what told the sender the day of a term, the last of it: the slip, or a letter that is about the term.
func (c Case) ToldOf(d Deadline) (last Telling, ok bool) {
	for _, t := range c.tellings(d.Due, d.isOf) {
		l, _ := c.Letter(t.Letter)
		if about := l.Content.Template; t.Slip() || about == TReceipt || about == d.Clock.MoreTime() {
			last, ok = t, true
		}
	}
	return last, ok
}

// ToldOtherwise gives what told the sender another day than a term has now, the earliest first: the day before the
// calendar moved it, or the one on his slip. Once he was told the present one, nothing of it is left.
func (c Case) ToldOtherwise(d Deadline) []Telling {
	var days []calendar.Date
	for _, n := range c.Notes {
		for _, t := range n.Told {
			if d.isOf(t) {
				days = append(days, t.Due)
			}
		}
	}
	var all []Telling
	for _, day := range append([]calendar.Date{d.Told}, days...) {
		if day != d.Due && !slices.ContainsFunc(all, func(t Telling) bool { return t.Due == day }) {
			all = append(all, c.tellings(day, d.isOf)...)
		}
	}
	if now := c.tellings(d.Due, d.isOf); len(now) > 0 {
		last := now[len(now)-1].On
		all = slices.DeleteFunc(all, func(t Telling) bool { return t.On <= last })
	}
	slices.SortStableFunc(all, func(a, b Telling) int { return int(a.On - b.On) })
	return all
}

func (d Deadline) isOf(t ToldTerm) bool { return t.Clock == d.Clock }

// GiveSlip records that the sender was given the slip: from here on he was told these terms. Of the same terms it is
// recorded once.
func (a Acting) GiveSlip(c Case) (CaseNoted, error) {
	e := CaseNoted{Note: SlipGiven}
	for _, d := range c.Deadlines {
		e.Told = append(e.Told, ToldTerm{d.Clock, d.Due})
	}
	if err := a.permit(c, LetterFile{}, e); err != nil {
		return CaseNoted{}, err
	}
	if _, atDesk := a.Office.Seat(a.User, a.Today(), desk); !atDesk {
		return CaseNoted{}, Refuse(string(DoNote), NoRole).With("roles", desk)
	}
	if !c.State.Open() {
		return CaseNoted{}, Refuse(string(DoNote), WrongState).With("state", c.State)
	}
	for _, n := range c.Notes {
		if n.Note == SlipGiven && slices.Equal(n.Told, e.Told) {
			return CaseNoted{}, Refuse(string(DoNote), SlipGivenAlready).With("on", calendar.DateOf(n.At))
		}
	}
	return e, nil
}

// tells tells whether a letter has left, and says what it says. FlagTold marks a case with such a letter.
func (l LetterFile) tells() bool { return !l.DispatchedOn.IsZero() && l.State != LetterStruck }
