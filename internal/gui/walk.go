package gui

import (
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// walkOver remembers the cases of a list, so that one can go on from case to case in its order.
func (w *Window) walkOver(rows []present.CaseRow) {
	w.walk = w.walk[:0]
	for _, r := range rows {
		if r.Group == "" {
			w.walk = append(w.walk, r.Case)
		}
	}
}

// walked gives the list that was walked over last.
func (w *Window) walked() []domain.CaseID { return w.walk }
