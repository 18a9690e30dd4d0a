package present

import "harta/internal/office"

// wishes names what a user wants, so that a wish that is given twice, because of a double click or because nobody
// knows whether it was recorded, is carried out once.
type wishes map[string]office.Command

// commander names wishes.
type commander interface {
	NewCommand() (office.Command, error)
}

// of gives the command of a wish, the same until it was met.
func (w *wishes) of(o commander, wish string) (office.Command, error) {
	if c, ok := (*w)[wish]; ok {
		return c, nil
	}
	c, err := o.NewCommand()
	if err == nil {
		if *w == nil {
			*w = wishes{}
		}
		(*w)[wish] = c
	}
	return c, err
}

// met forgets a wish that was carried out.
func (w *wishes) met(wish string) { delete(*w, wish) }
