package present

import "harta/internal/domain"

// kindChosen follows the choice of a kind. Of a whistleblower's report nothing is kept that is not shown, so whoever has
// typed something is asked first: the kind may have been a slip.
func (n *Intake) kindChosen() {
	was := n.kind
	n.kind = n.Field(IntakeKind).Text
	if n.Kind() != domain.Whistleblower || !n.hides() {
		return
	}
	n.Ask(Question{
		Title: n.T("intake.stub_title"), Words: n.T("intake.stub_words"),
		Yes: n.T("intake.stub_yes"), No: n.T("intake.stub_no"), Danger: true,
	}, func(yes bool) {
		switch {
		case n.Busy || n.Kind() != domain.Whistleblower:
		case yes:
			n.forget()
			n.changed()
		default:
			n.Choose(IntakeKind, was)
		}
	})
}

// hides tells whether something stands in a field that the page does not show.
func (n *Intake) hides() bool {
	for _, x := range n.Fields {
		typed := x.Text != "" && x.Key != IntakeSenderType || x.Date != 0 || x.On || len(x.Picked) > 0
		if x.Hidden && typed {
			return true
		}
	}
	return false
}

// forget empties every field that is not shown and all that was found by them, and writes the draft anew without them.
func (n *Intake) forget() {
	for _, x := range n.Fields {
		if x.Hidden {
			x.Text, x.Date, x.On, x.Picked, x.Wrong = "", 0, false, nil, ""
		}
	}
	n.Field(IntakeSenderType).Text = string(domain.NaturalPerson)
	n.unitTaken, n.topicUnit, n.Details, n.More, n.Summary = false, "", false, false, ""
	n.finding++
	n.looking++
	n.found, n.alike = nil, nil
	n.findOlder()
	n.follow()
	n.reckon()
	n.keeper.Renew()
}
