package main

import (
	"bytes"
	"fmt"
	"strconv"

	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/report"
)

// extension moves a term: refused without its letter, in force when the letter has left in time. The signal is
// then upheld, with measures.
func (t *tour) extension() error {
	t.title("tour.extension")
	e, err := t.registerCase(domain.Intake{
		Kind: domain.ComplaintService, Channel: domain.ByPost, Subject: t.paper.T("tour.extension.subject"),
		Text: t.paper.T("tour.extension.text"), Sender: person("Иван Димитров Мостров", "гр. Примерно", "ул. „Четвърта“ № 4", domain.ToMr),
	})
	if err != nil {
		return err
	}
	if err := t.assign(e.Case, domain.Admissible, 4, "executor"); err != nil {
		return err
	}
	until := day("2027-01-15")
	extend := domain.ExtensionDecided{
		Clock: domain.CharterClock, Reason: t.paper.T("tour.extension.reason"), Actions: t.paper.T("tour.extension.actions"), Until: until,
	}
	if err := t.as("secretary"); err != nil {
		return err
	}
	_, err = t.office.Extend(once, e.Case, extend)
	if err := t.must(err, domain.LetterMissing); err != nil {
		return err
	}
	if err := t.as("executor"); err != nil {
		return err
	}
	extend.Letter, err = t.write(e.Case, domain.TExtension, map[string]string{
		"Reason": extend.Reason, "Actions": extend.Actions, "FinalDate": until.Local(), "Source": t.paper.Source("charter.month"),
		"Authority": t.plan.Founder.Title, "AuthorityDocument": t.paper.T("tour.extension.document"),
	})
	if err != nil {
		return err
	}
	if err := t.as("secretary"); err != nil {
		return err
	}
	if _, err := t.office.Extend(once, e.Case, extend); err != nil {
		return err
	}
	if err := t.send(e.Case, extend.Letter); err != nil {
		return err
	}
	if err := t.moved(e.Case, until.String()); err != nil {
		return err
	}
	return t.uphold(e.Case)
}

// moved checks that the extension is in force.
func (t *tour) moved(id domain.CaseID, until string) error {
	file, err := t.office.Case(id, office.Opened)
	if err != nil {
		return err
	}
	d, _ := file.Case.Due()
	if d.Due.String() != until || !d.Extended {
		return fmt.Errorf("the extended term is %s, not %s", d.Due, until)
	}
	t.note("tour.moved", "from", t.say.DateWeekday(d.First), "due", t.say.DateWeekday(d.Due))
	return nil
}

// uphold decides in favour of the sender, with a measure and an apology.
func (t *tour) uphold(id domain.CaseID) error {
	t.hand.Set(day("2026-12-11"), 10)
	if err := t.as("executor"); err != nil {
		return err
	}
	err := t.office.Decide(once, id, domain.CaseDecided{
		Outcome: domain.Upheld, Findings: t.paper.T("tour.extension.findings"), Apology: true,
		Measures: []domain.Measure{{Text: t.paper.T("tour.extension.measure"), Department: t.department(0), Due: day("2027-01-11")}},
	})
	if err != nil {
		return err
	}
	l, err := t.write(id, domain.TUpheld, map[string]string{
		"Reasons": t.paper.T("tour.extension.reasons"), "Decision": t.paper.T("tour.extension.decision"),
	})
	if err != nil {
		return err
	}
	if err := t.send(id, l); err != nil {
		return err
	}
	if err := t.must(t.office.CloseCase(once, id, domain.CaseClosed{}), domain.MeasuresOpen); err != nil {
		return err
	}
	if err := t.as("head"); err != nil {
		return err
	}
	err = t.office.Execute(once, id, domain.CaseExecuted{On: day("2026-12-11"), Evidence: t.paper.T("tour.extension.done")})
	if err != nil {
		return err
	}
	return t.closeCase(id, "")
}

// newYear registers a proposal on the last day of the year: two months end on a Sunday.
func (t *tour) newYear() error {
	t.title("tour.new_year")
	t.hand.Set(day("2026-12-31"), 9)
	e, err := t.registerCase(domain.Intake{
		Kind: domain.Proposal, Channel: domain.ByDelivery, Subject: t.paper.T("tour.new_year.subject"), Text: t.paper.T("tour.new_year.text"),
		Sender: person("Сдружение „Примерна улица“", "гр. Примерно", "ул. „Пета“ № 5", domain.ToAll),
	})
	if err != nil {
		return err
	}
	return expect(e, domain.LegalClock, "2027-03-01")
}

// workbooks computes the yearly reports.
func (t *tour) workbooks() error {
	t.title("tour.workbooks")
	if err := t.as("mayor"); err != nil {
		return err
	}
	for _, year := range []int{2025, 2026} {
		y, err := t.office.Report(year)
		if err != nil {
			return err
		}
		if y.Balance() != 0 {
			return fmt.Errorf("the balance of %d is %d", year, y.Balance())
		}
		var book bytes.Buffer
		if err := report.Yearly(&book, y, t.paper, nil); err != nil {
			return err
		}
		t.tell("tour.year", "year", strconv.Itoa(year), "received", y.Received, "closed", y.Closed, "open", y.Open, "share", t.say.Share(y.Charter.Share()))
		if err := t.leave(fmt.Sprintf("report-%d.xlsx", year), book.Bytes()); err != nil {
			return err
		}
	}
	return nil
}
