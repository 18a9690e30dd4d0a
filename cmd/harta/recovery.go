package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/office"
	"harta/internal/say"
	"harta/internal/vault"
)

// codeTries is how often a recovery code may be typed back before init gives up.
const codeTries = 3

var (
	errNoCode    = errors.New("no recovery code and no terminal to ask for it")
	errOtherCode = errors.New("the code typed back is another one")
)

// printRecovery writes the sheet with the recovery code.
func (a *app) printRecovery(f *os.File, plan office.Plan, code vault.RecoveryCode) error {
	pdf, err := a.recoverySheet(plan, code)
	if err == nil {
		_, err = f.Write(pdf)
	}
	if err == nil {
		err = f.Sync()
	}
	return about(f.Name(), errors.Join(err, f.Close()))
}

func (a *app) recoverySheet(plan office.Plan, code vault.RecoveryCode) ([]byte, error) {
	press, err := newPress(a.paper)
	if err != nil {
		return nil, err
	}
	t := a.paper.T
	return press.Sheet(letter.Sheet{
		Title: t("console.sheet.title"),
		Parts: []letter.Part{
			letter.Text(t("console.sheet.what", "office", plan.Settings.Municipality)),
			letter.Code(code.Reveal()),
			letter.Rows{
				{Name: t("console.sheet.office"), Value: plan.Settings.Municipality},
				{Name: t("console.sheet.printed"), Value: a.paper.DateTime(a.clock())},
				{Name: t("console.sheet.by"), Value: plan.Founder.Name},
			},
			letter.Heading(t("console.sheet.how")),
			letter.Steps{t("console.sheet.step1"), t("console.sheet.step2"), t("console.sheet.step3")},
		},
		Foot: t("console.sheet.foot", "office", plan.Settings.Municipality), Exercise: plan.Demo,
		At: a.clock(), ID: domain.Digest(sha256.Sum256([]byte(code.Reveal()))),
	})
}

// checkCode has the printed code typed back once, so that nobody keeps a sheet that was never read.
func (a *app) checkCode(code vault.RecoveryCode) error {
	for range codeTries {
		typed, err := a.ask(a.say.T("console.ask.code_back"))
		if err != nil {
			return err
		}
		back, err := vault.ParseRecoveryCode(typed)
		if err == nil && back.Reveal() == code.Reveal() {
			_, err = fmt.Fprintln(a.stdout, a.say.T("console.init.checked"))
			return err
		}
		text, known := a.expected(err)
		if !known {
			text = a.say.T("console.fault.other_code")
		}
		a.complain(text)
	}
	return errOtherCode
}

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
