package desk

import (
	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/office"
	"harta/internal/say"
	"harta/internal/wire"
)

// newPress makes a press with the words of the paper.
func newPress(s *say.Speaker) (*letter.Press, error) {
	return letter.NewPress(letter.Words{
		Lang: s.T("letter.lang"), Outgoing: s.T("letter.outgoing"), YourRef: s.T("letter.your_ref"),
		OurRef: s.T("letter.our_ref"), To: s.T("letter.to"), CopyTo: s.T("letter.copy_to"), Subject: s.T("letter.subject"),
		Enclosures: s.T("letter.enclosures"), Author: s.T("letter.author"), For: s.T("letter.for"),
		Order: s.T("letter.order"), Year: s.T("letter.year"), Page: s.T("letter.page"), Draft: s.T("letter.draft"),
		Exercise: s.T("letter.exercise"),
	})
}

// Compose fills a template for a case: with what the program knows, and with what the signed-in user typed.
func (d *Desk) Compose(c domain.Case, t domain.Template, typed map[string]string) domain.Letter {
	return d.composeBy(d.Acting(), c, t, typed)
}

func (d *Desk) composeBy(by domain.Acting, c domain.Case, t domain.Template, typed map[string]string) domain.Letter {
	author, _ := by.Office.User(by.User)
	filling := d.Paper.Filling(say.Writing{Office: by.Office, Case: c, Author: author, Today: by.Today(), Typed: typed}, t)
	return by.Office.Compose(c, t, filling)
}

// Named gives a letter with the names of its open fields in their places, in the words of the paper.
func (d *Desk) Named(l domain.Letter) domain.Letter {
	return l.Named(func(field string) string { return d.Paper.T("letter.gap", "field", field) })
}

// DraftPDF renders a letter as it stands, whatever it holds, with its watermark and with names for what is open. The
// same letter gives the same bytes at the same moment.
func (d *Desk) DraftPDF(l domain.Letter) ([]byte, error) {
	pdf, _, err := d.DraftPages(l)
	return pdf, err
}

// DraftPages is DraftPDF with what each page looks like: pages with equal digests look the same.
func (d *Desk) DraftPages(l domain.Letter) (pdf []byte, looks []domain.Digest, err error) {
	press, err := d.press()
	if err != nil {
		return nil, nil, err
	}
	return press.Draft(d.Named(l), domain.Issue{At: d.Now(), ID: wire.LetterHash(l)})
}

// CheckLetter refuses a letter that cannot be issued: with an open field, or a character that no font has.
func (d *Desk) CheckLetter(l domain.Letter) error {
	press, err := d.press()
	if err != nil {
		return err
	}
	return press.Check(l)
}

// SignLetter signs a letter, gives it its outgoing number and has its PDF rendered once, to be kept.
func (d *Desk) SignLetter(c office.Command, id domain.CaseID, l domain.LetterID) (domain.LetterNumbered, error) {
	press, err := d.press()
	if err != nil {
		return domain.LetterNumbered{}, err
	}
	return d.Sign(c, id, l, press.Letter)
}
