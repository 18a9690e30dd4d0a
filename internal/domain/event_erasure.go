package domain

import "harta/internal/calendar"

// ErasureProposed lists the cases that are to be destroyed, by the protocol of the expert commission. It holds all that the
// list says of them, so that it can be printed when they are gone, and no words of theirs. Sealed office-wide.
type ErasureProposed struct {
	Erasure  ErasureID
	On       calendar.Date
	Protocol string        // № of the protocol of the commission
	Of       calendar.Date // its day
	Cases    []ErasureLine
}

// ErasureLine is a case as the list names it.
type ErasureLine struct {
	Case       CaseID
	Number     Number
	Kind       Kind
	Filing     string
	Volume     string
	ReceivedOn calendar.Date
	EndedOn    calendar.Date // the day from whose year the retention counts
	Years      int           // of retention
	Until      calendar.Date // its last day
	Sheets     int
	Annulled   bool
	Last       RecordID // of the case as it was proposed: whoever works on it afterwards takes it out
}

// ErasureConfirmed is the word of a second person, for exactly the list that was proposed.
type ErasureConfirmed struct {
	Erasure ErasureID
	On      calendar.Date
}

// ErasureWithdrawn takes a list back, before it was carried out.
type ErasureWithdrawn struct {
	Erasure ErasureID
	On      calendar.Date
	Reason  string
}

// ErasureExecuted says that a list was carried out, and which cases were left out and why.
type ErasureExecuted struct {
	Erasure ErasureID
	On      calendar.Date
	Left    []ErasureLeft
}

// ErasureLeft is a case that was left out.
type ErasureLeft struct {
	Case CaseID
	Why  Reason
}

func (ErasureProposed) action() Action  { return "" }
func (ErasureConfirmed) action() Action { return "" }
func (ErasureWithdrawn) action() Action { return "" }
func (ErasureExecuted) action() Action  { return "" }
