package office

import (
	"crypto/sha256"
	"fmt"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/vault"
	"harta/internal/wire"
)

// Render makes the PDF of a letter with its number. The office keeps the bytes, it does not read them.
type Render func(domain.Letter, domain.Issue) ([]byte, error)

// Draft writes a letter of a case, a new one when the id is zero.
func (o *Office) Draft(c Command, id domain.CaseID, letter domain.LetterID, content domain.Letter) (domain.LetterID, error) {
	if letter == (domain.LetterID{}) {
		fresh, err := o.newID()
		if err != nil {
			return letter, fmt.Errorf("name a letter: %w", err)
		}
		letter = domain.LetterID(fresh)
	}
	content.Case = id
	e, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.LetterDrafted, error) {
		return a.Draft(x, domain.LetterDrafted{Letter: letter, Content: content, Hash: wire.LetterHash(content)})
	})
	return e.Letter, err
}

// Submit sends a letter for endorsement.
func (o *Office) Submit(c Command, id domain.CaseID, letter domain.LetterID) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.LetterSubmitted, error) { return a.Submit(x, letter) })
	return err
}

// Endorse approves exactly the content with the given hash.
func (o *Office) Endorse(c Command, id domain.CaseID, letter domain.LetterID, seen domain.Digest) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.LetterEndorsed, error) {
		return a.Endorse(x, letter, seen)
	})
	return err
}

// Return sends a letter back to its author.
func (o *Office) Return(c Command, id domain.CaseID, letter domain.LetterID, comment string) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.LetterReturned, error) {
		return a.Return(x, letter, comment)
	})
	return err
}

// Sign signs a letter, takes its outgoing number, has the PDF rendered once and keeps it: every later print is
// those bytes.
func (o *Office) Sign(c Command, id domain.CaseID, letter domain.LetterID, render Render) (domain.LetterNumbered, error) {
	return change(o, c, id, func(a domain.Acting, x domain.Case) (domain.LetterNumbered, error) {
		l, err := a.MaySign(x, letter)
		if err != nil {
			return domain.LetterNumbered{}, err
		}
		number := o.book.counters.Next(domain.Outgoing, o.store.Desk().Series, a.Today(), a.Office.Settings)
		pdf, err := render(l.Content, domain.Issue{
			Number: number, Date: a.Today(), At: a.Now, ID: l.Hash, QR: number.Text + "\n" + x.Number.Text + "\n" + l.Hash.String()[:12],
		})
		if err != nil {
			return domain.LetterNumbered{}, fmt.Errorf("render a letter: %w", err)
		}
		key, blob, err := o.keepBlob(pdf)
		if err != nil {
			return domain.LetterNumbered{}, err
		}
		return a.Sign(x, domain.LetterNumbered{
			Letter: letter, Number: number, PDF: sha256.Sum256(pdf), Blob: blob, Key: key, Size: int64(len(pdf)),
		})
	})
}

// Dispatch records that a numbered letter left.
func (o *Office) Dispatch(c Command, id domain.CaseID, e domain.LetterDispatched) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.LetterDispatched, error) { return a.Dispatch(x, e) })
	return err
}

// Serve records that a letter reached its reader.
func (o *Office) Serve(c Command, id domain.CaseID, e domain.LetterServed) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.LetterServed, error) { return a.Serve(x, e) })
	return err
}

// Strike annuls a numbered letter that will not be sent.
func (o *Office) Strike(c Command, id domain.CaseID, letter domain.LetterID, reason string) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.LetterAnnulled, error) {
		return a.Strike(x, letter, reason)
	})
	return err
}

// Attach keeps a document and adds it to a case. Its bytes are fsynced before the event.
func (o *Office) Attach(c Command, id domain.CaseID, e domain.DocumentAdded, content []byte) (domain.DocumentAdded, error) {
	return change(o, c, id, func(a domain.Acting, x domain.Case) (domain.DocumentAdded, error) { return o.paper(a, x, e, content) })
}

// paper keeps the bytes of a document and gives the event that adds it to a case.
func (o *Office) paper(a domain.Acting, x domain.Case, e domain.DocumentAdded, content []byte) (domain.DocumentAdded, error) {
	e.Size = int64(len(content))
	if _, err := a.Attach(x, e); err != nil {
		return e, err
	}
	key, blob, err := o.keepBlob(content)
	if err != nil {
		return e, err
	}
	e.Key, e.Blob, e.Document = key, blob, domain.DocumentID(key)
	return a.Attach(x, e)
}

// keepBlob seals bytes with a key of their own and keeps them beside the journal.
func (o *Office) keepBlob(content []byte) (domain.KeyID, domain.Digest, error) {
	id, err := o.newKey()
	if err != nil {
		return domain.KeyID{}, domain.Digest{}, err
	}
	key, err := o.keys.key(id)
	if err != nil {
		return domain.KeyID{}, domain.Digest{}, err
	}
	sealed, err := vault.SealBlob(key, content, o.options.Random)
	if err != nil {
		return domain.KeyID{}, domain.Digest{}, fmt.Errorf("seal bytes: %w", err)
	}
	blob, err := o.store.PutBlob(sealed)
	if err != nil {
		return domain.KeyID{}, domain.Digest{}, fmt.Errorf("keep bytes: %w", err)
	}
	return domain.KeyID(id), domain.Digest(blob), nil
}

// blob gives kept bytes back.
func (o *Office) blob(id domain.KeyID, blob domain.Digest) ([]byte, error) {
	key, err := o.keys.key(journal.KeyID(id))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrGone, err)
	}
	sealed, err := o.store.Blob(journal.Hash(blob))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrGone, err)
	}
	return vault.OpenBlob(key, sealed)
}

// PDF gives the rendered bytes of a numbered letter, as they were signed. It is noted in the access chain.
func (o *Office) PDF(id domain.CaseID, letter domain.LetterID) ([]byte, error) {
	return o.pdf(id, letter, Printed)
}

// CopyPDF gives it to be taken out of the office, which is noted as such.
func (o *Office) CopyPDF(id domain.CaseID, letter domain.LetterID) ([]byte, error) {
	return o.pdf(id, letter, Copied)
}

func (o *Office) pdf(id domain.CaseID, letter domain.LetterID, how Looked) ([]byte, error) {
	c, err := o.Case(id, how)
	if err != nil {
		return nil, err
	}
	l, ok := c.Case.Letter(letter)
	if !ok || l.Number.IsZero() {
		return nil, domain.Refuse("print", domain.NoSuchLetter)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	pdf, err := o.blob(l.Key, l.Blob)
	if err == nil && domain.Digest(sha256.Sum256(pdf)) != l.PDF {
		return nil, fmt.Errorf("%w: another PDF", ErrGone)
	}
	return pdf, err
}

// Document gives the bytes of an attached document.
func (o *Office) Document(id domain.CaseID, document domain.DocumentID) ([]byte, error) {
	return o.document(id, document, Printed)
}

// CopyDocument gives them to be taken out of the office, which is noted as such.
func (o *Office) CopyDocument(id domain.CaseID, document domain.DocumentID) ([]byte, error) {
	return o.document(id, document, Copied)
}

func (o *Office) document(id domain.CaseID, document domain.DocumentID, how Looked) ([]byte, error) {
	c, err := o.Case(id, how)
	if err != nil {
		return nil, err
	}
	for _, d := range c.Case.Documents {
		if d.Document == document {
			o.mu.Lock()
			defer o.mu.Unlock()
			return o.blob(d.Key, d.Blob)
		}
	}
	return nil, ErrGone
}
