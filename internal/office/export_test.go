package office

import "harta/internal/domain"

// Tellings looks up what letters have told, as a trial of a calendar does once it has counted.
func (o *Office) Tellings(moves []domain.Move) error { return o.tellings(moves) }
