package domain

import "harta/internal/calendar"

// SurplusFound notes personal data that came without a ground: a copy of an identity card, a medical paper (чл. 25а ЗЗЛД).
type SurplusFound struct {
	Item     string
	Document DocumentID // the attachment that holds it; zero = on paper
	Learned  calendar.Date
	Due      calendar.Date
}

// SurplusSettled says that they were returned or erased.
type SurplusSettled struct {
	Item     string
	How      SurplusHow
	On       calendar.Date
	Protocol string
	Document DocumentID // the attachment that was erased
}

func (SurplusFound) action() Action   { return DoFindSurplus }
func (SurplusSettled) action() Action { return DoSettleSurplus }
