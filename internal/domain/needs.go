package domain

import "harta/internal/calendar"

// soonEnough lets a unit give back what is not its own only while the resolution is fresh: later it has kept the case.
func soonEnough(s *Situation) *Refusal {
	given := s.Case.Resolution.On
	if given.IsZero() {
		return nil
	}
	if until := s.Office.Calendar().AddWorking(given, s.Office.Settings.GiveBackWithin()); s.On > until {
		return Refuse("", GiveBackLate).With("until", until)
	}
	return nil
}

// undecided asks for a proposal only until somebody has decided.
func undecided(s *Situation) *Refusal {
	if s.Case.Admitted.Ground != "" {
		return Refuse("", AdmittedAlready)
	}
	return nil
}

// admittedFirst keeps a case from being assigned before its admissibility was decided. Old registers decided theirs.
func admittedFirst(s *Situation) *Refusal {
	if s.Case.Admitted.Ground == "" && !s.Case.Flags.Has(FlagImported) {
		return Refuse("", NotAdmitted)
	}
	return nil
}

// rested keeps a closed case at hand until its months have passed or its year is over.
func rested(s *Situation) *Refusal {
	if due := s.Case.SurplusDue(); !due.IsZero() {
		return Refuse("", SurplusOpen).With("due", due)
	}
	if from := s.Office.ArchiveFrom(s.Case); s.On < from {
		return Refuse("", ArchiveEarly).With("from", from)
	}
	return nil
}

// ArchiveFrom gives the first day on which a closed case may be put in its file.
func (o *Office) ArchiveFrom(c Case) calendar.Date {
	if c.Ended.IsZero() {
		return 0
	}
	return min(c.Ended.AddMonths(o.Settings.ArchiveAfter()), calendar.NewDate(c.Ended.Year()+1, 1, 1))
}
