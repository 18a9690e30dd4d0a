package office

import "harta/internal/domain"

// FindSurplus notes personal data that came without a ground.
func (o *Office) FindSurplus(c Command, id domain.CaseID, e domain.SurplusFound) (domain.SurplusFound, error) {
	return change(o, c, id, func(a domain.Acting, x domain.Case) (domain.SurplusFound, error) { return a.FindSurplus(x, e) })
}

// SettleSurplus records that they were returned or erased. The event is acknowledged first; then the key of an attachment
// that was erased is overwritten, and its file goes.
func (o *Office) SettleSurplus(c Command, id domain.CaseID, e domain.SurplusSettled) error {
	done, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.SurplusSettled, error) { return a.SettleSurplus(x, e) })
	if err != nil || done.Document == (domain.DocumentID{}) {
		return err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if err := o.flushBulk(); err != nil {
		return err
	}
	return o.finishShredding()
}
