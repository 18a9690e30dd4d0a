package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// newSurplusCommand groups what is done about personal data that came without a ground.
func newSurplusCommand(a *app) *cobra.Command {
	cmd := a.command("surplus", a.noSuchCommand, nil)
	cmd.RunE = showHelp
	cmd.AddCommand(newSurplusFoundCommand(a), newSurplusSettledCommand(a))
	return cmd
}

func newSurplusFoundCommand(a *app) *cobra.Command {
	var file string
	e := domain.SurplusFound{Learned: a.today()}
	cmd := a.onCaseCommand("surplus.found", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		if file != "" {
			c, err := o.Case(id, office.Opened)
			if err != nil {
				return err
			}
			for _, d := range c.Case.Documents {
				if d.Name == file {
					e.Document = d.Document
				}
			}
			if e.Document == (domain.DocumentID{}) {
				return domain.Refuse("find", domain.FieldMissing).On("file").With("field", "file")
			}
		}
		found, err := o.FindSurplus(office.Command{}, id, e)
		if err != nil {
			return err
		}
		return a.done("console.surplus.found.done", "due", found.Due)
	})
	opts := a.options(cmd)
	opts.text(&e.Item, "item", "surplus_item")
	opts.text(&file, "file", "surplus_file")
	opts.date(&e.Learned, "learned", "learned")
	return cmd
}

func newSurplusSettledCommand(a *app) *cobra.Command {
	var how string
	e := domain.SurplusSettled{On: a.today()}
	cmd := a.onCaseCommand("surplus.settled", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		e.How = domain.SurplusHow(how)
		return o.SettleSurplus(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.text(&e.Item, "item", "surplus_item")
	opts.oneOf(&how, "how", "surplus_how", values(domain.SurplusHows()...))
	opts.date(&e.On, "on", "on")
	opts.text(&e.Protocol, "protocol", "protocol")
	return cmd
}
