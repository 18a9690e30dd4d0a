package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// newEraseCommand groups the steps by which cases are destroyed after their retention: two people stand for it, and an
// administrator carries it out.
func newEraseCommand(a *app) *cobra.Command {
	cmd := a.command("erase", a.noSuchCommand, nil)
	cmd.RunE = showHelp
	cmd.AddCommand(newEraseDueCommand(a), newEraseListCommand(a), newErasePrintCommand(a), newEraseProposeCommand(a),
		newEraseConfirmCommand(a), newEraseWithdrawCommand(a), newEraseRunCommand(a))
	return cmd
}

// keeping chooses among what is archived.
type keeping struct {
	filing, annulledAs string
	year               int
}

func (k *keeping) options(o options) {
	o.text(&k.filing, "filing", "filing")
	o.number(&k.year, "year", "ended_year")
	o.text(&k.annulledAs, "annulled-as", "annulled_as")
}

// due gives what was asked for, is on no list, and whose term is over.
func (k *keeping) due(a *app, o *office.Office) ([]office.Kept, error) {
	all, err := o.Keeping()
	now := o.Settings()
	return slices.DeleteFunc(all, func(x office.Kept) bool {
		return x.List != (domain.ErasureID{}) || !x.Term(&now, k.annulledAs).Over(a.today()) ||
			k.filing != "" && x.Filing != k.filing || k.year != 0 && x.EndedOn.Year() != k.year
	}), err
}

func newEraseDueCommand(a *app) *cobra.Command {
	var k keeping
	cmd := a.command("erase.due", exactly(0), func([]string) error {
		return a.with(reading, func(o *office.Office) error {
			due, err := k.due(a, o)
			if err != nil {
				return err
			}
			if len(due) == 0 {
				return a.done("console.erase.none_due")
			}
			now := o.Settings()
			rows := [][]string{{
				a.say.T("sheet.erasure.filing"), a.say.T("sheet.erasure.number"), a.say.T("sheet.erasure.kind"),
				a.say.T("sheet.erasure.ended"), a.say.T("sheet.erasure.until"),
			}}
			for _, x := range due {
				term := x.Term(&now, k.annulledAs)
				rows = append(rows, []string{term.File.Code, x.Number.Short(), a.say.Kind(x.Kind), a.say.Date(x.EndedOn), a.say.Date(term.Until)})
			}
			return a.rows(rows)
		})
	})
	k.options(a.options(cmd))
	return cmd
}

func newEraseListCommand(a *app) *cobra.Command {
	return a.command("erase.list", exactly(0), func([]string) error {
		return a.with(reading, func(o *office.Office) error {
			lists, err := o.Erasures()
			if err != nil {
				return err
			}
			if len(lists) == 0 {
				return a.done("console.erase.no_lists")
			}
			now := o.Settings()
			for _, x := range lists {
				by, _ := now.User(x.By)
				if err := a.done("console.erase.list", "protocol", x.Act(), "n", len(x.Cases), "by", by.Name, "stage", a.say.ErasureStage(x.Stage())); err != nil {
					return err
				}
				if err := a.leftOut(x); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// leftOut tells which cases of a list are left out, and why: of those that the user may know of.
func (a *app) leftOut(x office.ErasureFile) error {
	for _, r := range x.Rows {
		if r.Out == "" {
			continue
		}
		if err := a.done("console.erase.out", "number", r.Number.Short(), "why", a.say.LeftOut(r.Out)); err != nil {
			return err
		}
	}
	return nil
}

func newErasePrintCommand(a *app) *cobra.Command {
	var out string
	cmd := a.command("erase.print", exactly(1), func(args []string) error {
		if err := required("out", out); err != nil {
			return err
		}
		return a.onErasure(looking, args[0], func(_ *office.Office, x domain.Erasure) error {
			pdf, err := a.desk.ErasureSheet(x.Erasure)
			if err != nil {
				return err
			}
			return a.savePDF(pdf, out, "console.erase.printed")
		})
	})
	a.options(cmd).text(&out, "out", "erase_out")
	return cmd
}

func newEraseProposeCommand(a *app) *cobra.Command {
	var k keeping
	e := domain.ErasureProposed{Of: a.today()}
	cmd := a.command("erase.propose", atLeast(0), func(args []string) error {
		if err := required("protocol", e.Protocol); err != nil {
			return err
		}
		return a.with(writing, func(o *office.Office) error {
			cases, err := k.cases(a, o, args)
			if err != nil {
				return err
			}
			done, err := o.ProposeErasure(office.Command{}, e, cases, k.annulledAs)
			if err != nil {
				return err
			}
			return a.done("console.erase.proposed", "n", len(done.Cases), "protocol", done.Protocol)
		})
	})
	o := a.options(cmd)
	o.text(&e.Protocol, "protocol", "erase_protocol")
	o.date(&e.Of, "on", "erase_of")
	k.options(o)
	return cmd
}

// cases gives those with the typed numbers; without any, all whose term is over. An administrator opens no case: they are
// looked for among what is archived.
func (k *keeping) cases(a *app, o *office.Office, typed []string) ([]domain.CaseID, error) {
	var cases []domain.CaseID
	if len(typed) == 0 {
		due, err := k.due(a, o)
		for _, x := range due {
			cases = append(cases, x.Case)
		}
		return cases, err
	}
	kept, err := o.Keeping()
	if err != nil {
		return nil, err
	}
	for _, number := range typed {
		x, err := keptAs(kept, number)
		if err != nil {
			return nil, err
		}
		cases = append(cases, x.Case)
	}
	return cases, nil
}

// keptAs gives the one archived case with a number; a short one may be of several years.
func keptAs(kept []office.Kept, number string) (office.Kept, error) {
	var found []office.Kept
	var numbers []string
	for _, x := range kept {
		if numberAlike(domain.Entry{Number: x.Number}, number) {
			found, numbers = append(found, x), append(numbers, x.Number.Text)
		}
	}
	switch len(found) {
	case 0:
		return office.Kept{}, &usageError{key: "console.erase.not_kept", args: []any{"number", number}}
	case 1:
		return found[0], nil
	default:
		return office.Kept{}, several(number, numbers)
	}
}

func newEraseConfirmCommand(a *app) *cobra.Command {
	var sure bool
	cmd := a.command("erase.confirm", exactly(1), func(args []string) error {
		return a.onErasure(writing, args[0], func(o *office.Office, x domain.Erasure) error {
			if done, err := a.sure(sure); err != nil || !done {
				return err
			}
			if err := o.ConfirmErasure(office.Command{}, x.Erasure); err != nil {
				return err
			}
			return a.done("console.erase.confirmed", "protocol", x.Act())
		})
	})
	a.options(cmd).yes(&sure, "yes", "yes")
	return cmd
}

func newEraseWithdrawCommand(a *app) *cobra.Command {
	var reason string
	cmd := a.command("erase.withdraw", exactly(1), func(args []string) error {
		return a.onErasure(writing, args[0], func(o *office.Office, x domain.Erasure) error {
			if err := o.WithdrawErasure(office.Command{}, x.Erasure, reason); err != nil {
				return err
			}
			return a.done("console.erase.withdrawn", "protocol", x.Act())
		})
	})
	a.options(cmd).text(&reason, "reason", "reason")
	return cmd
}

// newEraseRunCommand makes the command that leaves of the cases of a list their figures. A word is typed before it: there
// is no way back.
func newEraseRunCommand(a *app) *cobra.Command {
	var sure bool
	cmd := a.command("erase.run", exactly(1), func(args []string) error {
		return a.onErasure(writing, args[0], func(o *office.Office, x domain.Erasure) error {
			if done, err := a.sure(sure); err != nil || !done {
				return err
			}
			e, err := o.Erase(office.Command{}, x.Erasure)
			if err != nil {
				return err
			}
			file, err := o.Erasure(x.Erasure)
			if err != nil {
				return err
			}
			if err := a.leftOut(file); err != nil {
				return err
			}
			return a.done("console.erase.done", "n", len(x.Cases)-len(e.Left))
		})
	})
	a.options(cmd).yes(&sure, "yes", "yes")
	return cmd
}

// onErasure opens the office and carries out something on the list that is meant by the № of its protocol.
func (a *app) onErasure(how access, typed string, f func(*office.Office, domain.Erasure) error) error {
	return a.with(how, func(o *office.Office) error {
		if by := o.Acting(); by.MayArchive() != nil {
			return by.MayArchive()
		}
		now := o.Settings()
		x, err := erasureNamed(now.Erasures, typed)
		if err != nil {
			return err
		}
		return f(o, x)
	})
}

// erasureNamed gives the list with the № of a protocol: of several the one that is still to be carried out, the
// latest of those by the same protocol, else the latest of all.
func erasureNamed(all []domain.Erasure, typed string) (domain.Erasure, error) {
	typed = strings.TrimSpace(typed)
	var named, live []domain.Erasure
	var acts, liveActs []string
	for _, x := range all {
		acts = append(acts, x.Act())
		if !strings.EqualFold(x.Protocol, typed) && x.Act() != typed {
			continue
		}
		if named = append(named, x); x.Live() {
			live, liveActs = append(live, x), append(liveActs, x.Act())
		}
	}
	switch {
	case len(all) == 0:
		return domain.Erasure{}, &usageError{key: "console.erase.no_list", args: []any{"protocol", typed}}
	case len(named) == 0:
		return domain.Erasure{}, &unknownError{"", typed, acts}
	case slices.ContainsFunc(liveActs, func(act string) bool { return act != liveActs[0] }):
		return domain.Erasure{}, several(typed, liveActs)
	case len(live) > 0:
		return live[len(live)-1], nil
	default:
		return named[len(named)-1], nil
	}
}
