package present

import (
	"errors"

	"harta/internal/domain"
	"harta/internal/office"
)

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

// met forgets a wish that was carried out or refused. After a fault nobody knows: the wish keeps its name.
func (w *wishes) met(wish string, err error) {
	if _, refused := errors.AsType[*domain.Refusal](err); err == nil || refused {
		w.drop(wish)
	}
}

// drop forgets a wish: another one takes its place.
func (w *wishes) drop(wish string) { delete(*w, wish) }
