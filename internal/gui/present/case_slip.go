package present

import "harta/internal/domain"

// doGive records that the sender was given the slip.
const doGive domain.Action = "give_slip"

// GiveKey is the key that says of a slip that it was given.
const GiveKey = "B"

// mayGive tells whether it can be recorded that the slip was given: by the desk, and once for the same terms.
func (c *Case) mayGive() bool {
	_, err := c.state.by.GiveSlip(c.state.Case)
	return err == nil && !c.ReadOnly
}

// give records it at once: there is nothing to be filled in.
func (c *Case) give() {
	c.at(func(command commandOf) error {
		id, err := command()
		if err == nil {
			_, err = c.office.GiveSlip(id, c.id)
		}
		return err
	}, func() { c.Toast(Toast{Words: c.T("case.done.give_slip")}) })
}

// Print opens the receipt that the sender takes home, and then asks in passing whether he has got it.
func (c *Case) Print() {
	if !c.view.Loaded {
		return
	}
	c.revealed("receipt.pdf", func() ([]byte, error) { return c.office.Receipt(c.id) }, func() {
		if c.may(doGive) {
			c.Toast(Toast{Words: c.T("case.slip_open"), Do: c.T("case.slip_given"), Key: GiveKey, Act: func() { c.Start(doGive) }})
		}
	})
}
