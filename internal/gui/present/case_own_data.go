package present

import (
	"cmp"

	"harta/internal/domain"
)

// Who asks for his own personal data has the right of access (чл. 15 ОРЗД): his request goes to the data protection
// officer, and the case says to whom and when.

// prefillOfficer proposes the officer of the settings and today.
func (c *Case) prefillOfficer(f *Form) {
	p, officer, on := c.state.Case.Proposed, f.Field("officer"), f.Field("handedOn")
	if p.Decision().HandsOver() && officer.Text == "" {
		officer.Text, f.Field("body").Text = p.Body, ""
	}
	officer.Text = cmp.Or(officer.Text, c.state.by.Office.Settings.DataOfficer)
	if on.Text == "" {
		on.Date = cmp.Or(p.Check.HandedOn, c.state.by.Today())
		on.Text = on.Date.Local()
	}
}

// ownShown says what follows when the data are the sender's own, and where the officer is set.
func (c *Case) ownShown(f *Form, g domain.Ground) {
	whose, officer := f.Field("whose"), f.Field("officer")
	whose.Hint, officer.Hint = "", ""
	if whose.Text == string(domain.OwnData) {
		whose.Hint = c.T("case.check.own_hint")
		if g == domain.GroundPersonal {
			whose.Hint = c.T("case.check.own_ground", "ground", domain.GroundOwnData)
		}
	}
	if c.state.by.Office.Settings.DataOfficer == "" {
		officer.Hint = c.T("case.check.no_officer")
	}
}
