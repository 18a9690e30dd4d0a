package wire

import "harta/internal/domain"

func erasureProposed(c *coder, e *domain.ErasureProposed) {
	at(c, 1, &e.Erasure, id)
	at(c, 2, &e.Protocol, text)
	at(c, 3, &e.Of, day)
	subs(c, 4, &e.Cases, erasureLine)
	at(c, 5, &e.On, day)
}

func erasureLine(c *coder, l *domain.ErasureLine) {
	at(c, 1, &l.Case, id)
	sub(c, 2, &l.Number, number)
	at(c, 3, &l.Kind, word)
	at(c, 4, &l.Filing, text)
	at(c, 5, &l.Volume, text)
	at(c, 6, &l.ReceivedOn, day)
	at(c, 7, &l.EndedOn, day)
	at(c, 8, &l.Years, integer)
	at(c, 9, &l.Until, day)
	at(c, 10, &l.Sheets, integer)
	at(c, 11, &l.Annulled, truth)
	at(c, 12, &l.Last, id)
}

func erasureConfirmed(c *coder, e *domain.ErasureConfirmed) {
	at(c, 1, &e.Erasure, id)
	at(c, 2, &e.On, day)
}

func erasureWithdrawn(c *coder, e *domain.ErasureWithdrawn) {
	at(c, 1, &e.Erasure, id)
	at(c, 2, &e.On, day)
	at(c, 3, &e.Reason, text)
}

func erasureExecuted(c *coder, e *domain.ErasureExecuted) {
	at(c, 1, &e.Erasure, id)
	at(c, 2, &e.On, day)
	subs(c, 3, &e.Left, erasureLeft)
}

func erasureLeft(c *coder, l *domain.ErasureLeft) {
	at(c, 1, &l.Case, id)
	at(c, 2, &l.Why, word)
}
