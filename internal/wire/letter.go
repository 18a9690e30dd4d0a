package wire

import (
	"crypto/sha256"

	"harta/internal/domain"
)

// LetterHash returns the ContentHash of a letter, which is what people approve and sign: the SHA-256 of its
// encoding. It is frozen with the keys below.
func LetterHash(l domain.Letter) domain.Digest { return sha256.Sum256(write(&l, letter)) }

func letter(c *coder, l *domain.Letter) {
	at(c, 1, &l.Template, word)
	at(c, 2, &l.Case, id)
	sub(c, 3, &l.Head, letterhead)
	sub(c, 4, &l.To, addressee)
	each(c, 5, &l.Copies, text)
	at(c, 6, &l.YourRef, text)
	at(c, 7, &l.OurRef, text)
	at(c, 8, &l.Subject, text)
	at(c, 9, &l.Salutation, text)
	subs(c, 10, &l.Paragraphs, paragraph)
	at(c, 11, &l.Notice, text)
	each(c, 12, &l.Enclosures, text)
	at(c, 13, &l.Closing, text)
	sub(c, 14, &l.Signer, signer)
	at(c, 15, &l.Author, text)
	at(c, 16, &l.Apology, truth)
	at(c, 17, &l.Exercise, truth)
}

func letterhead(c *coder, h *domain.Letterhead) {
	at(c, 1, &h.Country, text)
	at(c, 2, &h.Office, text)
	at(c, 3, &h.Address, text)
	at(c, 4, &h.Contact, text)
	at(c, 5, &h.Crest, blob)
	at(c, 6, &h.Place, text)
}

func addressee(c *coder, a *domain.Addressee) {
	at(c, 1, &a.Name, text)
	each(c, 2, &a.Lines, text)
}

func paragraph(c *coder, p *domain.Paragraph) {
	at(c, 1, &p.Text, text)
	at(c, 2, &p.Style, word)
}

func signer(c *coder, s *domain.Signer) {
	at(c, 1, &s.Name, text)
	at(c, 2, &s.Title, text)
	at(c, 3, &s.For, text)
	at(c, 4, &s.Order, text)
}
