package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

func newLetterCommand(a *app) *cobra.Command {
	cmd := a.command("letter", a.noSuchCommand, nil)
	cmd.RunE = showHelp
	cmd.AddCommand(
		newDraftCommand(a), newLetterShowCommand(a), newSubmitCommand(a), newEndorseCommand(a), newReturnCommand(a),
		newSignCommand(a), newDispatchCommand(a), newServeCommand(a), newStrikeCommand(a), newLetterJoinedCommand(a),
	)
	return cmd
}

// letterOf finds the letter of a case that is meant: by its place in the case, or by its template, of which the
// last one not struck is meant.
func (a *app) letterOf(o *office.Office, id domain.CaseID, typed string) (domain.LetterFile, error) {
	file, err := o.Case(id, office.Opened)
	if err != nil {
		return domain.LetterFile{}, err
	}
	letters := file.Case.Letters
	if i, err := strconv.Atoi(typed); err == nil && i >= 1 && i <= len(letters) {
		return letters[i-1], nil
	}
	for _, l := range slices.Backward(letters) {
		if alike(string(l.Content.Template)) == alike(typed) && l.State != domain.LetterStruck {
			return l, nil
		}
	}
	return domain.LetterFile{}, domain.Refuse("find", domain.NoSuchLetter)
}

// onLetterCommand makes a command on a letter: its arguments are the number of the case and the letter.
func (a *app) onLetterCommand(key string, f func(o *office.Office, id domain.CaseID, l domain.LetterFile) error) *cobra.Command {
	return a.command(key, exactly(2), func(args []string) error {
		return a.onCase(args[0], func(o *office.Office, e domain.Entry) error {
			l, err := a.letterOf(o, e.Case, args[1])
			if err != nil {
				return err
			}
			if err := f(o, e.Case, l); err != nil {
				return err
			}
			return a.tellLetter(o, e.Case, l.ID)
		})
	})
}

// tellLetter tells where a letter stands now.
func (a *app) tellLetter(o *office.Office, id domain.CaseID, letter domain.LetterID) error {
	file, err := o.Case(id, office.Opened)
	if err != nil {
		return err
	}
	l, _ := file.Case.Letter(letter)
	_, err = fmt.Fprintln(a.stdout, a.letterLine(file.Case, l))
	return err
}

// letterLine tells of a letter its place in the case, what it is and where it stands.
func (a *app) letterLine(c domain.Case, l domain.LetterFile) string {
	i := slices.IndexFunc(c.Letters, func(x domain.LetterFile) bool { return x.ID == l.ID })
	line := a.say.T("console.letter.line", "index", strconv.Itoa(i+1), "id", string(l.Content.Template),
		"title", l.Content.Template, "state", l.State)
	if l.Voided {
		line += a.say.T("console.letter.voided")
	}
	if !l.Number.IsZero() {
		line += a.say.T("console.letter.number", "number", l.Number.Text)
	}
	return line
}

func newSubmitCommand(a *app) *cobra.Command {
	return a.onLetterCommand("letter.submit", func(o *office.Office, id domain.CaseID, l domain.LetterFile) error {
		return o.Submit(office.Command{}, id, l.ID)
	})
}

func newEndorseCommand(a *app) *cobra.Command {
	return a.onLetterCommand("letter.endorse", func(o *office.Office, id domain.CaseID, l domain.LetterFile) error {
		return o.Endorse(office.Command{}, id, l.ID, l.Hash)
	})
}

func newReturnCommand(a *app) *cobra.Command {
	var comment string
	cmd := a.onLetterCommand("letter.return", func(o *office.Office, id domain.CaseID, l domain.LetterFile) error {
		return o.Return(office.Command{}, id, l.ID, comment)
	})
	a.options(cmd).text(&comment, "comment", "comment")
	return cmd
}

func newSignCommand(a *app) *cobra.Command {
	var out string
	cmd := a.onLetterCommand("letter.sign", func(o *office.Office, id domain.CaseID, l domain.LetterFile) error {
		if _, err := a.desk.SignLetter(office.Command{}, id, l.ID); err != nil || out == "" {
			return err
		}
		pdf, err := o.PDF(id, l.ID)
		if err != nil {
			return err
		}
		return a.desk.SaveCopy(out, pdf)
	})
	a.options(cmd).text(&out, "out", "out_pdf")
	return cmd
}

func newDispatchCommand(a *app) *cobra.Command {
	channel := string(domain.ByPost)
	var on calendar.Date
	var ref string
	cmd := a.onLetterCommand("letter.dispatch", func(o *office.Office, id domain.CaseID, l domain.LetterFile) error {
		return o.Dispatch(office.Command{}, id, domain.LetterDispatched{
			Letter: l.ID, Channel: domain.Channel(channel), On: on, Ref: ref,
		})
	})
	opts := a.options(cmd)
	opts.oneOf(&channel, "channel", "channel_out", values(domain.Channels()...))
	opts.date(&on, "on", "on")
	opts.text(&ref, "ref", "ref")
	return cmd
}

func newServeCommand(a *app) *cobra.Command {
	on := a.today()
	var how string
	cmd := a.onLetterCommand("letter.serve", func(o *office.Office, id domain.CaseID, l domain.LetterFile) error {
		return o.Serve(office.Command{}, id, domain.LetterServed{Letter: l.ID, On: on, How: how})
	})
	opts := a.options(cmd)
	opts.date(&on, "on", "on")
	opts.text(&how, "how", "how")
	return cmd
}

func newStrikeCommand(a *app) *cobra.Command {
	var reason string
	cmd := a.onLetterCommand("letter.strike", func(o *office.Office, id domain.CaseID, l domain.LetterFile) error {
		return o.Strike(office.Command{}, id, l.ID, reason)
	})
	a.options(cmd).text(&reason, "reason", "reason")
	return cmd
}
