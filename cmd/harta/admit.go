package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// admission is the form of the check, as it was typed.
type admission struct {
	ground, into, whose string
	missing             []string
	toldAt              momentValue
	part                domain.Part
	e                   domain.AdmissibilityDecided
}

func newAdmitCommand(a *app) *cobra.Command {
	var f admission
	cmd := a.onCaseCommand("admit", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		e, err := f.filled(a, o)
		if err != nil {
			return err
		}
		return f.decide(a, o, id, e)
	})
	f.declare(a.options(cmd))
	a.options(cmd).text(&f.e.Seal, "seal", "seal")
	return cmd
}

func newProposeCommand(a *app) *cobra.Command {
	var f admission
	cmd := a.onCaseCommand("propose", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		e, err := f.filled(a, o)
		if err != nil {
			return err
		}
		if f.part.Subject != "" {
			return f.decide(a, o, id, e)
		}
		return o.Propose(office.Command{}, id, domain.AdmissibilityProposed{
			Ground: e.Ground, Reason: e.Reason, Body: e.Body, Into: e.Into, Danger: e.Danger, Check: e.Check,
		})
	})
	f.declare(a.options(cmd))
	return cmd
}

// decide decides on the whole case, or takes a part of it out into one of its own.
func (f *admission) decide(a *app, o *office.Office, id domain.CaseID, e domain.AdmissibilityDecided) error {
	if f.part.Subject == "" {
		if _, err := o.Admit(office.Command{}, id, e); err != nil {
			return err
		}
		return a.offerHandover(o, id)
	}
	registered, err := o.Split(office.Command{}, id, f.part, e)
	if err != nil {
		return err
	}
	return a.done("console.admit.split", "number", registered.Number.Text)
}

// declare gives both commands the options of the form.
func (f *admission) declare(o options) {
	k, d := &f.e.Check, &f.e.Danger
	o.oneOf(&f.ground, "ground", "ground", grounds())
	o.text(&f.e.Reason, "reason", "reason")
	o.text(&f.e.Body, "body", "body")
	o.text(&k.Competence, "competence", "competence")
	o.yes(&k.Already, "already-there", "already_there")
	o.text(&f.part.Subject, "split", "split")
	o.text(&f.part.Text, "split-text", "split_text")
	o.text(&f.into, "into", "into")
	o.yes(&k.NewFacts, "new-facts", "new_facts")
	o.yes(&k.Execution, "execution", "execution")
	o.yes(&k.Contested, "contested", "contested")
	o.yes(&k.Continuing, "continuing", "continuing")
	o.listOf(&f.missing, "missing", "missing", values(domain.Missings()...))
	o.yes(&k.Illegible, "illegible", "illegible")
	o.text(&k.NoDanger, "no-danger", "no_danger")
	o.text(&d.Reason, "danger", "danger")
	o.oneOf(&d.Category, "danger-kind", "danger_kind", dangerKinds())
	o.text(&d.Place, "danger-place", "danger_place")
	o.text(&d.Told, "danger-told", "danger_told")
	o.moment(&f.toldAt, "danger-told-at", "danger_told_at")
	o.text(&k.Answerable, "answerable", "answerable")
	o.text(&k.Data, "personal-data", "which_data")
	o.oneOf(&f.whose, "whose", "whose", values(domain.OwnData, domain.OthersData))
	o.date(&k.HandedOn, "handed-on", "handed_on")
	o.text(&k.Translation, "translation", "translation")
}

// filled gives the decision that was typed.
func (f *admission) filled(a *app, o *office.Office) (domain.AdmissibilityDecided, error) {
	e := f.e
	e.Ground, e.Check.Whose, e.Danger.ToldAt = domain.Ground(f.ground), domain.Whose(f.whose), f.toldAt.at(a.today())
	for _, m := range f.missing {
		e.Check.Missing = append(e.Check.Missing, domain.Missing(m))
	}
	if f.into == "" {
		return e, nil
	}
	old, err := a.find(o, f.into)
	e.Into = old.Case
	return e, err
}

// grounds lists what admissibility is decided on.
func grounds() []string {
	var all []string
	for _, r := range domain.GroundRules() {
		all = append(all, string(r.Ground))
	}
	return all
}
