package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// onCaseCommand makes a command whose first argument is the number of a case.
func (a *app) onCaseCommand(key string, args int, f func(o *office.Office, id domain.CaseID, rest []string) error) *cobra.Command {
	return a.command(key, exactly(args), func(args []string) error {
		return a.onCase(args[0], func(o *office.Office, e domain.Entry) error { return f(o, e.Case, args[1:]) })
	})
}

func newAdmitCommand(a *app) *cobra.Command {
	var ground, reason, body, into string
	var danger domain.Danger
	cmd := a.onCaseCommand("admit", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		e := domain.AdmissibilityDecided{Ground: domain.Ground(ground), Reason: reason, Body: body, Danger: danger}
		if into != "" {
			old, err := a.find(o, into)
			if err != nil {
				return err
			}
			e.Into = old.Case
		}
		_, err := o.Admit(office.Command{}, id, e)
		return err
	})
	opts := a.options(cmd)
	opts.oneOf(&ground, "ground", "ground", grounds())
	opts.text(&reason, "reason", "reason")
	opts.text(&body, "body", "body")
	opts.text(&into, "into", "into")
	opts.text(&danger.Reason, "danger", "danger")
	opts.text(&danger.Category, "danger-kind", "danger_kind")
	opts.text(&danger.Told, "danger-told", "danger_told")
	return cmd
}

// grounds lists what admissibility is decided on.
func grounds() []string {
	var all []string
	for _, r := range domain.GroundRules() {
		all = append(all, string(r.Ground))
	}
	return all
}

func newResolveCommand(a *app) *cobra.Command {
	var department, lead, text string
	var others []string
	var due calendar.Date
	cmd := a.onCaseCommand("resolve", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		now := o.Settings()
		e := domain.CaseResolved{Text: text, Due: due}
		var err error
		if e.Department, err = departmentNamed(&now, department); err != nil {
			return err
		}
		if e.Lead, err = userNamed(o, lead); err != nil {
			return err
		}
		if e.Others, err = usersNamed(o, others); err != nil {
			return err
		}
		return o.Resolve(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.text(&department, "department", "department")
	opts.text(&lead, "lead", "lead")
	opts.list(&others, "other", "other")
	opts.text(&text, "text", "resolution")
	opts.date(&due, "due", "internal_due")
	return cmd
}

func newAcceptCommand(a *app) *cobra.Command {
	return a.onCaseCommand("accept", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		return o.Accept(office.Command{}, id)
	})
}

// noteKinds are the kinds of note that a user writes.
var noteKinds = []domain.NoteKind{
	domain.PlainNote, domain.AskedCitizen, domain.CitizenCame, domain.AskedOpinion, domain.GaveExplaining, domain.Inspected,
	domain.FileNote, domain.RecusedSelf,
}

func newNoteCommand(a *app) *cobra.Command {
	kind := string(domain.PlainNote)
	cmd := a.onCaseCommand("note", 2, func(o *office.Office, id domain.CaseID, rest []string) error {
		return o.Note(office.Command{}, id, domain.CaseNoted{Note: domain.NoteKind(kind), Text: rest[0]})
	})
	a.options(cmd).oneOf(&kind, "kind", "note_kind", values(noteKinds...))
	return cmd
}

func newDecideCommand(a *app) *cobra.Command {
	var outcome string
	var measures []string
	e := domain.CaseDecided{}
	cmd := a.onCaseCommand("decide", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		e.Outcome = domain.Outcome(outcome)
		now := o.Settings()
		for _, typed := range measures {
			m, err := parseMeasure(&now, typed)
			if err != nil {
				return err
			}
			e.Measures = append(e.Measures, m)
		}
		return o.Decide(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.oneOf(&outcome, "outcome", "outcome", outcomes())
	opts.text(&e.Findings, "findings", "findings")
	opts.list(&measures, "measure", "measure")
	opts.date(&e.On, "on", "on")
	opts.yes(&e.Apology, "apology", "apology")
	return cmd
}

// outcomes lists the decisions on the merits; the others follow from an admissibility decision.
func outcomes() []string {
	return values(slices.DeleteFunc(domain.Outcomes(), domain.Outcome.Refuses)...)
}

// parseMeasure reads „text | department | day“; only the text is needed.
func parseMeasure(now *domain.Office, typed string) (m domain.Measure, err error) {
	parts := append(strings.Split(typed, "|"), "", "")
	m.Text = strings.TrimSpace(parts[0])
	if name := strings.TrimSpace(parts[1]); name != "" {
		if m.Department, err = departmentNamed(now, name); err != nil {
			return m, err
		}
	}
	if day := strings.TrimSpace(parts[2]); day != "" {
		if m.Due, err = parseDay(day); err != nil {
			return m, &usageError{key: "console.usage.date", args: []any{"value", day}}
		}
	}
	return m, nil
}

func newExecuteCommand(a *app) *cobra.Command {
	e := domain.CaseExecuted{On: a.today()}
	cmd := a.onCaseCommand("execute", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		return o.Execute(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.date(&e.On, "on", "on")
	opts.text(&e.Evidence, "evidence", "evidence")
	return cmd
}

func newExtendCommand(a *app) *cobra.Command {
	clock, letter := string(domain.CharterClock), string(domain.TExtension)
	e := domain.ExtensionDecided{}
	cmd := a.onCaseCommand("extend", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		e.Clock = domain.Clock(clock)
		l, err := a.letterOf(o, id, letter)
		if err != nil {
			return err
		}
		e.Letter = l.ID
		_, err = o.Extend(office.Command{}, id, e)
		return err
	})
	opts := a.options(cmd)
	opts.oneOf(&clock, "clock", "clock", values(domain.CharterClock, domain.LegalClock))
	opts.date(&e.Until, "until", "until")
	opts.text(&e.Reason, "reason", "reason")
	opts.text(&e.Actions, "actions", "actions")
	opts.text(&e.Authority, "authority", "authority")
	opts.text(&e.Document, "document", "document")
	opts.text(&letter, "letter", "extension_letter")
	return cmd
}

func newCloseCommand(a *app) *cobra.Command {
	var unit string
	e := domain.CaseClosed{}
	cmd := a.onCaseCommand("close", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		if unit != "" {
			now := o.Settings()
			var err error
			if e.LateUnit, err = departmentNamed(&now, unit); err != nil {
				return err
			}
		}
		return o.CloseCase(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.text(&e.Note, "note", "file_note")
	opts.text(&e.LateReason, "late-reason", "lateness")
	opts.text(&unit, "late-department", "late_department")
	return cmd
}

func newReopenCommand(a *app) *cobra.Command {
	return a.reasonedCommand("reopen", func(o *office.Office, id domain.CaseID, reason string) error {
		return o.Reopen(office.Command{}, id, reason)
	})
}

func newAnnulCommand(a *app) *cobra.Command {
	return a.reasonedCommand("annul", func(o *office.Office, id domain.CaseID, reason string) error {
		return o.Annul(office.Command{}, id, reason)
	})
}

// reasonedCommand makes a command on a case that only has a reason.
func (a *app) reasonedCommand(key string, f func(*office.Office, domain.CaseID, string) error) *cobra.Command {
	var reason string
	cmd := a.onCaseCommand(key, 1, func(o *office.Office, id domain.CaseID, _ []string) error { return f(o, id, reason) })
	a.options(cmd).text(&reason, "reason", "reason")
	return cmd
}
