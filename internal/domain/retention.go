package domain

import (
	"cmp"

	"harta/internal/calendar"
)

// Retention is how long a case is kept by the nomenclature of the office.
type Retention struct {
	File    FilingSet
	EndedOn calendar.Date // the day from whose year the term counts
	Until   calendar.Date // the last day of the term; zero = it is kept for ever
}

// Over tells whether the term has passed.
func (r Retention) Over(on calendar.Date) bool { return !r.Until.IsZero() && on > r.Until }

// Retention gives how long what ended on a day is kept in a file: the years of the nomenclature as it is now, from the end
// of that year. ok is false when the nomenclature has no such file.
func (o *Office) Retention(code string, ended calendar.Date) (r Retention, ok bool) {
	r.EndedOn = ended
	r.File, ok = find(o.Filing, func(f *FilingSet) bool { return f.Code == code })
	if ok && !r.File.Permanent && !ended.IsZero() {
		r.Until = calendar.NewDate(ended.Year()+r.File.Years, 12, 31)
	}
	return r, ok
}

// endedOn gives the day from whose year the retention counts: of the last closing. Of a wrong registration it is that of
// the registration.
func (c Case) endedOn() calendar.Date {
	registered := calendar.DateOf(c.RegisteredAt)
	if c.State == StateAnnulled {
		return registered
	}
	return cmp.Or(c.Ended, c.Closing.On, registered)
}

// expired refuses to destroy what is still kept. An annulled registration, which is in no file, is kept as the one named
// for it.
func (o *Office) expired(c Case, annulledAs string, on calendar.Date) (Retention, *Refusal) {
	code := c.Filing.Filing
	if c.State == StateAnnulled {
		code = annulledAs
	}
	r, ok := o.Retention(code, c.endedOn())
	switch {
	case !ok:
		return r, o.noSuchFiling("", code).On("filing")
	case r.File.Permanent:
		return r, Refuse("", KeptForever).With("number", c.Number.Short()).With("code", code)
	case !r.Over(on):
		return r, Refuse("", StillKept).With("number", c.Number.Short()).With("code", code).With("years", r.File.Years).With("until", r.Until)
	}
	return r, nil
}
