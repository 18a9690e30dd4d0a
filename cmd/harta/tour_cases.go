package main

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/report"
)

// bringRegister takes over an older register: first a trial, then all of it in one command.
func (t *tour) bringRegister() error {
	if t.register == "" {
		return nil
	}
	t.title("tour.import", "file", filepath.Base(t.register))
	if err := t.as("secretary"); err != nil { // departments and topics may have to be created
		return err
	}
	data, err := os.ReadFile(t.register)
	if err != nil {
		return desk.About(t.register, err)
	}
	rows, problems, err := report.ReadRegister(bytes.NewReader(data), filepath.Base(t.register))
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return problems[0]
	}
	trial, err := t.office.Import(once, office.Register{Rows: rows, Source: filepath.Base(t.register), Dry: true})
	if err != nil {
		return err
	}
	if len(trial.Problems) > 0 {
		return trial.Problems[0]
	}
	done, err := t.office.Import(once, office.Register{Rows: rows, Source: filepath.Base(t.register)})
	if err != nil {
		return err
	}
	t.tell("tour.imported", "cases", done.Cases, "persons", done.Persons, "departments", len(done.Departments), "topics", len(done.Topics))
	return nil
}

// register writes a submission in, as the clerk.
func (t *tour) registerCase(in domain.Intake) (domain.CaseRegistered, error) {
	if err := t.as("clerk"); err != nil {
		return domain.CaseRegistered{}, err
	}
	e, err := t.office.Register(once, in)
	if err != nil {
		return e, err
	}
	t.terms(e)
	return e, nil
}

// assign lets the secretary admit a case and hand it out, and its executor accept it.
func (t *tour) assign(id domain.CaseID, ground domain.Ground, unit int, executor string) error {
	if err := t.as("secretary"); err != nil {
		return err
	}
	if _, err := t.office.Admit(once, id, domain.AdmissibilityDecided{Ground: ground, Reason: t.paper.Ground(ground)}); err != nil {
		return err
	}
	lead, err := t.user(executor)
	if err != nil {
		return err
	}
	err = t.office.Resolve(once, id, domain.CaseResolved{
		Department: t.department(unit), Lead: lead, Text: t.paper.T("tour.resolution"),
	})
	if err != nil {
		return err
	}
	if err := t.as(executor); err != nil {
		return err
	}
	return t.office.Accept(once, id)
}

// complaint is a complaint against an employee, from the desk to its file.
func (t *tour) complaint() error {
	t.title("tour.complaint")
	t.hand.Set(day("2026-11-23"), 9)
	e, err := t.registerCase(domain.Intake{
		Kind: domain.ComplaintStaff, Channel: domain.AtDesk, Subject: t.paper.T("tour.complaint.subject"),
		Text: t.paper.T("tour.complaint.text"), Sender: person("Стоян Илиев Примеров", "с. Примерово", "ул. „Първа“ № 1", domain.ToMr),
		Department: t.department(4),
	})
	if err != nil {
		return err
	}
	if err := cmp.Or(expect(e, domain.CharterClock, "2026-12-23"), expect(e, domain.LegalClock, "2027-01-25")); err != nil {
		return err
	}
	if err := t.handOver(e); err != nil {
		return err
	}
	if err := t.assign(e.Case, domain.Admissible, 4, "executor"); err != nil {
		return err
	}
	err = t.office.Decide(once, e.Case, domain.CaseDecided{
		Outcome: domain.Rejected, Findings: t.paper.T("tour.complaint.findings"),
	})
	if err != nil {
		return err
	}
	return t.fourEyes(e.Case)
}

// fourEyes writes the reply, is refused to endorse it oneself, changes a comma after the endorsement, and goes
// the whole way again.
func (t *tour) fourEyes(id domain.CaseID) error {
	typed := map[string]string{"Reasons": t.paper.T("tour.complaint.reasons"), "Decision": t.paper.T("tour.complaint.decision")}
	l, err := t.write(id, domain.TRejected, typed)
	if err != nil {
		return err
	}
	if err := t.must(t.endorse(id, l), domain.OwnLetter); err != nil {
		return err
	}
	if err := t.by("head", func() error { return t.endorse(id, l) }); err != nil {
		return err
	}
	if err := t.as("executor"); err != nil {
		return err
	}
	typed["Decision"] = t.paper.T("tour.complaint.decision_comma")
	changed, err := t.compose(id, domain.TRejected, typed)
	if err != nil {
		return err
	}
	if _, err := t.office.Draft(once, id, l, changed); err != nil {
		return err
	}
	if err := t.as("mayor"); err != nil {
		return err
	}
	_, err = t.office.SignLetter(once, id, l)
	if err := t.must(err, domain.OtherVersion); err != nil {
		return err
	}
	if err := t.by("executor", func() error { return t.office.Submit(once, id, l) }); err != nil {
		return err
	}
	if err := t.send(id, l); err != nil {
		return err
	}
	return t.closeCase(id, "")
}

// anonymous is an anonymous signal without danger: not opened, with its ground.
func (t *tour) anonymous() error {
	t.title("tour.anonymous")
	e, err := t.registerCase(domain.Intake{
		Kind: domain.Signal, Channel: domain.InBox, Subject: t.paper.T("tour.anonymous.subject"), Text: t.paper.T("tour.anonymous.text"),
		Sender: domain.Sender{Contact: domain.Contact{Type: domain.Anonymous}},
	})
	if err != nil {
		return err
	}
	if err := t.as("secretary"); err != nil {
		return err
	}
	decided, err := t.office.Admit(once, e.Case, domain.AdmissibilityDecided{
		Ground: domain.GroundAnonymous, Reason: t.paper.T("tour.anonymous.reason"),
		Check: domain.Check{Missing: domain.Missings(), NoDanger: t.paper.T("tour.anonymous.no_danger")},
	})
	if err != nil {
		return err
	}
	t.note("tour.not_opened", "source", t.say.Source(decided.Basis))
	return t.closeCase(e.Case, t.paper.T("tour.no_contact"))
}

// danger is an anonymous signal about a broken water main: handled all the same.
func (t *tour) danger() error {
	t.title("tour.danger")
	e, err := t.registerCase(domain.Intake{
		Kind: domain.Signal, Channel: domain.ByPhone, Subject: t.paper.T("tour.danger.subject"), Text: t.paper.T("tour.danger.text"),
		Sender: domain.Sender{Contact: domain.Contact{Type: domain.Anonymous}},
		Danger: domain.Danger{Category: "water", Reason: t.paper.T("tour.danger.reason"), Told: t.paper.T("tour.danger.told")},
	})
	if err != nil {
		return err
	}
	if err := t.as("secretary"); err != nil {
		return err
	}
	_, err = t.office.Admit(once, e.Case, domain.AdmissibilityDecided{Ground: domain.GroundAnonymous, Reason: t.paper.T("tour.anonymous.reason")})
	if err := t.must(err, domain.DangerOverrides); err != nil {
		return err
	}
	if err := t.assign(e.Case, domain.GroundExOfficio, 1, "head2"); err != nil {
		return err
	}
	err = t.office.Decide(once, e.Case, domain.CaseDecided{Outcome: domain.Actioned, Findings: t.paper.T("tour.danger.findings")})
	if err != nil {
		return err
	}
	return t.closeCase(e.Case, t.paper.T("tour.no_contact"))
}

// praise is thanked for.
func (t *tour) praise() error {
	t.title("tour.praise")
	praised, err := t.user("executor")
	if err != nil {
		return err
	}
	e, err := t.registerCase(domain.Intake{
		Kind: domain.Praise, Channel: domain.ByEmail, Subject: t.paper.T("tour.praise.subject"), Text: t.paper.T("tour.praise.text"),
		Sender: person("Мария Петрова Образцова", "гр. Примерно", "бул. „Втори“ № 22, вх. А", domain.ToMs), Department: t.department(4),
	})
	if err != nil {
		return err
	}
	name, _ := t.nameOf(praised)
	l, err := t.write(e.Case, domain.TThanks, map[string]string{"PraisedTo": t.plan.Departments[4].Name, "Praised": name})
	if err != nil {
		return err
	}
	if err := t.send(e.Case, l); err != nil {
		return err
	}
	return t.closeCase(e.Case, "")
}

func (t *tour) nameOf(u domain.UserID) (string, bool) {
	now := t.office.Settings()
	user, ok := now.User(u)
	return user.Name, ok
}

// question is answered, and its case erased later.
func (t *tour) question() error {
	t.title("tour.question")
	e, err := t.registerCase(domain.Intake{
		Kind: domain.Question, Channel: domain.ByEmail, Subject: t.paper.T("tour.question.subject"), Text: t.paper.T("tour.question.text"),
		Sender: person("Калина Тестова", "с. Образцово", "ул. „Трета“ № 3", domain.ToMs),
	})
	if err != nil {
		return err
	}
	if err := t.assign(e.Case, domain.Admissible, 4, "executor"); err != nil {
		return err
	}
	l, err := t.write(e.Case, domain.TAnswer, map[string]string{"Answer": t.paper.T("tour.question.answer")})
	if err != nil {
		return err
	}
	if err := t.send(e.Case, l); err != nil {
		return err
	}
	return t.closeCase(e.Case, "")
}

// closeCase ends a case, as the clerk. The note stands for a letter where there is no contact.
func (t *tour) closeCase(id domain.CaseID, note string) error {
	err := t.by("clerk", func() error { return t.office.CloseCase(once, id, domain.CaseClosed{Note: note}) })
	if err == nil {
		t.note("tour.closed")
	}
	return err
}

// handOver prints what the citizen takes home.
func (t *tour) handOver(e domain.CaseRegistered) error {
	pdf, err := t.office.Slip(e)
	if err != nil {
		return err
	}
	return t.leave("receipt-"+e.Number.Short()+".pdf", pdf)
}
