package wire

import "harta/internal/domain"

func personRecorded(c *coder, e *domain.PersonRecorded) {
	at(c, 1, &e.Person, id)
	sub(c, 2, &e.Contact, contact)
}

func personCorrected(c *coder, e *domain.PersonCorrected) {
	at(c, 1, &e.Person, id)
	sub(c, 2, &e.Contact, contact)
	at(c, 3, &e.Reason, text)
}

func personErased(c *coder, e *domain.PersonErased) {
	at(c, 1, &e.Person, id)
	at(c, 2, &e.Act, text)
	at(c, 3, &e.Sealed, id)
}
