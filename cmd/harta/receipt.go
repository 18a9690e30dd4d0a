package main

import (
	"harta/internal/domain"
	"harta/internal/office"
)

// receipt prints the slip that the sender takes home.
func (a *app) receipt(o *office.Office, id domain.CaseID) ([]byte, error) {
	press, err := newPress(a.paper)
	if err != nil {
		return nil, err
	}
	file, err := o.Case(id, office.Printed)
	if err != nil {
		return nil, err
	}
	return press.Sheet(receiptSheet(a.paper, o.Acting(), file.Case))
}
