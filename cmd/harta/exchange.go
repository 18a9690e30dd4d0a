package main

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/storage"
)

// newMergeCommand makes the command that takes over what another desk of the office has written.
func newMergeCommand(a *app) *cobra.Command {
	return a.command("merge", exactly(1), func(args []string) error {
		opts := a.desk.StorageOptions()
		opts.ReadOnly = true
		from, err := storage.Open(args[0], opts)
		if err != nil {
			return desk.About(args[0], err)
		}
		err = a.with(writing, func(o *office.Office) error { return a.merge(o, from) })
		return errors.Join(err, from.Close())
	})
}

func (a *app) merge(o *office.Office, from *storage.Store) error {
	done, err := o.Merge(from)
	if err != nil {
		return err
	}
	if err := a.done("console.merge.done", "records", done.Records, "known", done.Known); err != nil {
		return err
	}
	if done.Refused > 0 {
		a.complain(a.say.T("console.merge.refused", "records", done.Refused))
	}
	twice, err := o.Collisions()
	if err != nil {
		return err
	}
	for _, c := range twice {
		a.complain(a.say.T("console.merge.twice", "number", c.Number.Text, "cases", len(c.Cases)))
	}
	return nil
}

// newAccessCommand makes the command that tells who looked at a case, or at anything.
func newAccessCommand(a *app) *cobra.Command {
	var asJSON bool
	cmd := a.command("access", cobra.MaximumNArgs(1), func(args []string) error {
		return a.with(reading, func(o *office.Office) error {
			var id domain.CaseID
			if len(args) == 1 {
				e, err := a.find(o, args[0])
				if err != nil {
					return err
				}
				id = e.Case
			}
			return a.accesses(o, id, asJSON)
		})
	})
	a.options(cmd).yes(&asJSON, "json", "json")
	return cmd
}

// accessJSON is a line of the access log for programs.
type accessJSON struct {
	At   string `json:"at"`
	Who  string `json:"who"`
	What string `json:"what"`
	Note string `json:"note,omitempty"`
	Own  bool   `json:"against_who,omitempty"` // the case is directed against who looked
}

func (a *app) accesses(o *office.Office, id domain.CaseID, asJSON bool) error {
	all, err := o.Accesses(id)
	if err != nil {
		return err
	}
	now := o.Settings()
	rows := [][]string{{a.say.T("console.access.at"), a.say.T("console.access.who"), a.say.T("console.access.what")}}
	list := []accessJSON{}
	for _, x := range all {
		who := userName(&now, x.By)
		what := a.say.T("console.access." + x.What)
		if x.Named {
			what = a.say.T("console.access.named", "what", what)
		}
		rows = append(rows, []string{a.say.DateTime(x.At), who, what})
		list = append(list, accessJSON{x.At.In(calendar.Sofia()).Format(time.RFC3339), who, x.What, x.Note, x.Named})
	}
	if asJSON {
		return a.json(list)
	}
	return a.rows(rows)
}
