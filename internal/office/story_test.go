package office_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

func render(l domain.Letter, i domain.Issue) ([]byte, error) {
	return []byte("%PDF " + i.Number.Text + l.Paragraphs[len(l.Paragraphs)-1].Text), nil
}

func refusedBy(t tb, err error, why domain.Reason) {
	t.Helper()
	r, ok := errors.AsType[*domain.Refusal](err)
	if !ok || r.Reason != why {
		t.Fatalf("error = %v, want refusal %s", err, why)
	}
}

// compose makes a letter from a template of the office.
func compose(o *office.Office, c domain.Case, id domain.TemplateID, text string) domain.Letter {
	now := o.Settings()
	t, _ := now.Template(id)
	l := now.Compose(c, t, domain.Filling{Values: map[string]string{"InNo": c.Number.Text}, Salutation: "Уважаеми дами и господа,"})
	l.Paragraphs = append(l.Paragraphs, domain.Paragraph{Text: text})
	return l
}

func opened(t tb, o *office.Office, id domain.CaseID) domain.Case {
	t.Helper()
	f, err := o.Case(id, office.Opened)
	must(t, err)
	return f.Case
}

// inWork registers a case and takes it to the executor.
func inWork(t tb, o *office.Office, in domain.Intake) domain.CaseID {
	t.Helper()
	as(t, o, "clerk")
	e, err := o.Register(office.Command{}, in)
	must(t, err)
	as(t, o, "secretary")
	_, err = o.Admit(office.Command{}, e.Case, domain.AdmissibilityDecided{Ground: domain.Admissible})
	must(t, err)
	must(t, o.Resolve(office.Command{}, e.Case, domain.CaseResolved{
		Department: departmentID(o, "Кадри"), Lead: userID(t, o, "executor"), Text: "за проверка и отговор",
	}))
	as(t, o, "executor")
	must(t, o.Accept(office.Command{}, e.Case))
	return e.Case
}

// TestTheStoryOfAComplaint goes the way of a complaint against an employee from the desk to its file.
func TestTheStoryOfAComplaint(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	id := inWork(t, o, intake(domain.ComplaintStaff, "Грубо отношение"))
	c := opened(t, o, id)
	if charter, _ := c.Deadline(domain.CharterClock); charter.Due.String() != "2026-12-23" {
		t.Errorf("charter due = %s", charter.Due)
	}
	if legal, _ := c.Deadline(domain.LegalClock); legal.Due.String() != "2027-01-25" {
		t.Errorf("legal due = %s", legal.Due)
	}
	must(t, o.Decide(office.Command{}, id, domain.CaseDecided{Outcome: domain.Rejected, Findings: "Проверката не потвърди."}))
	letter, err := o.Draft(office.Command{}, id, domain.LetterID{}, compose(o, c, domain.TRejected, "Отговорът, по същество."))
	must(t, err)
	must(t, o.Submit(office.Command{}, id, letter))
	first, _ := opened(t, o, id).Letter(letter)
	refusedBy(t, o.Endorse(office.Command{}, id, letter, first.Hash), domain.OwnLetter)

	as(t, o, "head")
	must(t, o.Endorse(office.Command{}, id, letter, first.Hash))
	as(t, o, "executor")
	_, err = o.Draft(office.Command{}, id, letter, compose(o, c, domain.TRejected, "Отговорът по същество."))
	must(t, err)
	as(t, o, "mayor")
	_, err = o.Sign(office.Command{}, id, letter, render)
	refusedBy(t, err, domain.OtherVersion)

	as(t, o, "executor")
	must(t, o.Submit(office.Command{}, id, letter))
	as(t, o, "head")
	second, _ := opened(t, o, id).Letter(letter)
	must(t, o.Endorse(office.Command{}, id, letter, second.Hash))
	as(t, o, "mayor")
	signed, err := o.Sign(office.Command{}, id, letter, render)
	must(t, err)
	if signed.Number.Text != "94-1/23.11.2026" {
		t.Errorf("outgoing number = %q", signed.Number.Text)
	}
	as(t, o, "clerk")
	pdf, err := o.PDF(id, letter)
	must(t, err)
	if !strings.Contains(string(pdf), "по същество") {
		t.Error("the PDF is not the one that was signed")
	}
	must(t, o.Dispatch(office.Command{}, id, domain.LetterDispatched{Letter: letter, Channel: domain.ByPost}))
	must(t, o.CloseCase(office.Command{}, id, domain.CaseClosed{}))
	if c := opened(t, o, id); c.State != domain.Closed || c.Outcome.Value != domain.Rejected {
		t.Errorf("state %s, outcome %s", c.State, c.Outcome.Value)
	}
}

// TestWhatIsFoldedLiveIsWhatIsFoldedAnew compares the state before and after a rebuild and a reopening.
func TestWhatIsFoldedLiveIsWhatIsFoldedAnew(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	inWork(t, o, intake(domain.Signal, "Дупка на пътя"))
	inWork(t, o, intake(domain.Proposal, "Нова спирка"))
	live := hash(t, o)
	must(t, o.Rebuild())
	if got := hash(t, o); got != live {
		t.Errorf("rebuilt = %s, live = %s", got, live)
	}
	must(t, o.Close())
	o = d.open(t, "clerk")
	if got := hash(t, o); got != live {
		t.Errorf("reopened = %s, live = %s", got, live)
	}
	must(t, o.Close())
	must(t, os.Remove(filepath.Join(d.data, "harta.db")))
	if got := hash(t, d.open(t, "clerk")); got != live {
		t.Errorf("without harta.db = %s, live = %s", got, live)
	}
}
