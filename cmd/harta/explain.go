package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/say"
)

// newExplainCommand makes the command for whoever is asked to explain something in a case that he may not see: without a
// number it lists who waits, with one it tells the questions, and with words it answers them.
func newExplainCommand(a *app) *cobra.Command {
	var mistake string
	cmd := a.command("explain", between(0, 2), func(args []string) error {
		switch {
		case mistake != "" && len(args) != 1:
			return &usageError{key: "console.usage.mistake"}
		case mistake != "":
			return a.with(writing, func(o *office.Office) error { return a.claim(o, args[0], mistake) })
		case len(args) == 0:
			return a.with(reading, a.invitations)
		case len(args) == 1:
			return a.with(looking, func(o *office.Office) error { return a.questions(o, args[0]) })
		default:
			return a.with(writing, func(o *office.Office) error { return a.explain(o, args[0], args[1]) })
		}
	})
	a.options(cmd).text(&mistake, "mistake", "mistake")
	return cmd
}

// claim passes on that whoever is asked in a case holds it to be a mistake that it names him.
func (a *app) claim(o *office.Office, typed, text string) error {
	x, err := a.invited(o, typed)
	if err != nil {
		return err
	}
	if err := o.ClaimMistake(office.Command{}, x.Case, text); err != nil {
		return err
	}
	return a.done("console.explain.claimed", "number", x.Number.Text)
}

func (a *app) invitations(o *office.Office) error {
	all, err := o.Invitations()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return a.done("console.explain.none")
	}
	for _, x := range all {
		if !x.Waits {
			if err := a.done("console.explain.settled", "text", x.Settled.Text); err != nil {
				return err
			}
			continue
		}
		if err := a.done("console.explain.waits", "number", x.Number.Text, "due", a.answerBy(x.Due)); err != nil {
			return err
		}
	}
	return nil
}

// answerBy says until when an answer is awaited.
func (a *app) answerBy(x interface{ IsZero() bool }) string {
	if x.IsZero() {
		return a.say.T("console.explain.no_day")
	}
	return a.say.T("console.explain.until", "due", x)
}

func (a *app) questions(o *office.Office, typed string) error {
	x, err := a.invited(o, typed)
	if err != nil {
		return err
	}
	lines := []string{a.say.T("console.explain.title", "number", x.Number.Text)}
	for _, n := range x.Questions {
		lines = append(lines, "  "+a.say.T("console.explain.question", "at", n.At, "text", n.Text, "due", a.answerBy(n.Due)))
	}
	for _, n := range x.Answers {
		lines = append(lines, "  "+a.say.T("console.explain.answer", "at", n.At, "text", n.Text))
	}
	return a.lines(lines...)
}

func (a *app) explain(o *office.Office, typed, text string) error {
	x, err := a.invited(o, typed)
	if err != nil {
		return err
	}
	if err := o.Explain(office.Command{}, x.Case, text); err != nil {
		return err
	}
	return a.done("console.explain.done", "number", x.Number.Text)
}

// invited gives the invitation to a case that is meant by what was typed.
func (a *app) invited(o *office.Office, typed string) (office.Invitation, error) {
	all, err := o.Invitations()
	if err != nil {
		return office.Invitation{}, err
	}
	for _, x := range all {
		if numberAlike(domain.Entry{Number: x.Number}, typed) {
			return o.Invitation(x.Case)
		}
	}
	return office.Invitation{}, domain.Refuse("explain", domain.NotAsked)
}

// hidden refuses a number that leads to nothing. Who is asked to explain in the case of the number hears why he does not
// see it, and that he has tried is noted.
func (a *app) hidden(o *office.Office, typed string) error {
	all, err := o.Invitations()
	if err != nil {
		return err
	}
	for _, x := range all {
		if numberAlike(domain.Entry{Number: x.Number}, typed) {
			_, err := o.Case(x.Case, office.Opened)
			return a.withDeciders(o, err)
		}
	}
	return domain.Refuse("open", domain.NoSuchCase).With("number", typed)
}

// withDeciders tells the refusal of a case, and who decides on it instead.
func (a *app) withDeciders(o *office.Office, err error) error {
	no, is := errors.AsType[*domain.Refusal](err)
	if !is {
		return err
	}
	now := o.Settings()
	var names []string
	for _, id := range no.Users() {
		u, _ := now.User(id)
		names = append(names, say.Joined(u.Name, u.Title))
	}
	if len(names) == 0 {
		return err
	}
	a.complain(a.say.Refusal(no))
	a.complain(a.say.T("console.explain.decides", "names", strings.Join(names, "; ")))
	return errTold
}
