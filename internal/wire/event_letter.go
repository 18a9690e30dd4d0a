package wire

import "harta/internal/domain"

// letterDrafted keeps the content and its hash together: one that does not belong to the other is damage of
// the meaning, which no check of bytes would see.
func letterDrafted(c *coder, e *domain.LetterDrafted) {
	at(c, 1, &e.Letter, id)
	sub(c, 2, &e.Content, letter)
	at(c, 3, &e.Hash, digest)
	if !c.writing && c.err == nil && e.Hash != LetterHash(e.Content) {
		c.fail("letter does not match its hash")
	}
}

func letterSubmitted(c *coder, e *domain.LetterSubmitted) {
	at(c, 1, &e.Letter, id)
	at(c, 2, &e.Hash, digest)
	sub(c, 3, &e.Chain, chain)
	at(c, 4, &e.Fixed, truth)
}

func letterEndorsed(c *coder, e *domain.LetterEndorsed) {
	at(c, 1, &e.Letter, id)
	at(c, 2, &e.Hash, digest)
	at(c, 3, &e.As, word)
	at(c, 4, &e.Waits, word)
}

func letterReturned(c *coder, e *domain.LetterReturned) {
	at(c, 1, &e.Letter, id)
	at(c, 2, &e.Comment, text)
}

func letterNumbered(c *coder, e *domain.LetterNumbered) {
	at(c, 1, &e.Letter, id)
	at(c, 2, &e.Hash, digest)
	sub(c, 3, &e.Number, number)
	at(c, 4, &e.SignedBy, id)
	at(c, 5, &e.Title, text)
	at(c, 6, &e.PDF, digest)
	at(c, 7, &e.Blob, digest)
	at(c, 8, &e.Key, id)
	at(c, 9, &e.Size, integer)
	at(c, 10, &e.At, instant)
}

func letterDispatched(c *coder, e *domain.LetterDispatched) {
	at(c, 1, &e.Letter, id)
	at(c, 2, &e.Channel, word)
	at(c, 3, &e.On, day)
	at(c, 4, &e.Ref, text)
}

func letterServed(c *coder, e *domain.LetterServed) {
	at(c, 1, &e.Letter, id)
	at(c, 2, &e.On, day)
	at(c, 3, &e.How, text)
}

func letterAnnulled(c *coder, e *domain.LetterAnnulled) {
	at(c, 1, &e.Letter, id)
	at(c, 2, &e.Reason, text)
}

func extensionDecided(c *coder, e *domain.ExtensionDecided) {
	at(c, 1, &e.Clock, word)
	at(c, 2, &e.Letter, id)
	at(c, 3, &e.Reason, text)
	at(c, 4, &e.Actions, text)
	at(c, 5, &e.Until, day)
	at(c, 6, &e.Authority, text)
	at(c, 7, &e.Document, text)
	at(c, 8, &e.Source, text)
}
