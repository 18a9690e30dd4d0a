package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/desk/practice"
	"harta/internal/domain"
	"harta/internal/office"
)

// tour lives the whole main job in a demo office, through the same commands a clerk uses, and leaves letters,
// workbooks and a summary. Each step says what happened; one that ends otherwise than it must ends the tour.
type tour struct {
	*app
	print    io.Writer // the summary: a person reads it
	out      string    // where letters and workbooks go
	register string    // a register to import; empty = none
	password string
	plan     office.Plan
	hand     *practice.Clock

	office *desk.Desk // nil when it is closed
	code   string     // of recovery, as printed
	who    string     // who is signed in
}

// newTourCommand makes the command that lives the story.
func newTourCommand(a *app) *cobra.Command {
	t := &tour{app: a}
	cmd := a.command("tour", cobra.NoArgs, func([]string) error { return t.start() })
	o := a.options(cmd)
	o.text(&t.out, "out", "tour.out")
	o.text(&t.register, "import", "tour.import")
	return cmd
}

// start prepares the tour: the demo office, the words of its letters, and a summary that is also kept.
func (t *tour) start() error {
	var err error
	if t.password, err = t.secret(secret{env: envPassword, file: t.passwordFile, ask: t.say.T("console.ask.new_password")}); err != nil {
		return err
	}
	if t.plan, err = desk.DemoPlan(t.password); err != nil {
		return err
	}
	if t.out == "" {
		t.out = "out"
	}
	if err := os.MkdirAll(t.out, 0o700); err != nil {
		return desk.About(t.out, err)
	}
	summary, err := os.Create(filepath.Join(t.out, "summary.txt"))
	if err != nil {
		return desk.About(t.out, err)
	}
	t.print = io.MultiWriter(t.stdout, summary)
	t.hand = &practice.Clock{}
	t.hand.Set(day("2026-11-23"), 8)
	return errors.Join(t.run(), summary.Close())
}

// pc gives the tour's PC, or the one it moves to.
func (t *tour) pc(name string) (*desk.Desk, error) {
	o := t.bring
	o.Data, o.StateDir, o.Now, o.Practice, o.Progress = t.data, filepath.Join(t.desk.StateDir(), name), t.hand.Now, true, nil
	return desk.New(o)
}

// run goes the whole way.
func (t *tour) run() error {
	for _, step := range []func() error{
		t.found, t.bringRegister, t.complaint, t.anonymous, t.danger, t.praise, t.question, t.extension, t.newYear,
		t.workbooks, t.people, t.keep, t.erase,
	} {
		if err := step(); err != nil {
			return errors.Join(err, t.close())
		}
	}
	return t.close()
}

func (t *tour) close() error {
	if t.office == nil {
		return nil
	}
	d := t.office
	t.office = nil
	return d.Close()
}

// tell prints a line of the summary.
func (t *tour) tell(key string, args ...any) {
	fmt.Fprintln(t.print, t.say.T(key, args...)) //nolint:errcheck // a summary that cannot be printed stops nothing
}

// note prints a line that belongs to the one above.
func (t *tour) note(key string, args ...any) {
	fmt.Fprintln(t.print, "  ", t.say.T(key, args...)) //nolint:errcheck // as in tell
}

// title begins a chapter.
func (t *tour) title(key string, args ...any) {
	fmt.Fprintf(t.print, "\n── %s\n", t.say.T(key, args...)) //nolint:errcheck // as in tell
}

// as signs another user of the demo office in.
func (t *tour) as(login string) error {
	if t.who == login {
		return nil
	}
	if err := t.office.SignIn(login, t.password); err != nil {
		return fmt.Errorf("sign in as %s: %w", login, err)
	}
	if t.office.MustChangePassword() {
		if err := t.office.ChangePassword(t.password, t.password); err != nil {
			return fmt.Errorf("take keys as %s: %w", login, err)
		}
	}
	t.who = login
	return nil
}

// by does something as another user.
func (t *tour) by(login string, do func() error) error {
	if err := t.as(login); err != nil {
		return err
	}
	return do()
}

// must tells that a rule refuses, as it has to, and prints its sentence.
func (t *tour) must(err error, why domain.Reason) error {
	refusal, ok := errors.AsType[*domain.Refusal](err)
	if !ok || refusal.Reason != why {
		return fmt.Errorf("expected the refusal %s, got %w", why, errOr(err))
	}
	fmt.Fprintf(t.print, "   ✗ %s\n", t.say.Refusal(refusal)) //nolint:errcheck // as in tell
	return nil
}

var errAccepted = errors.New("no refusal")

func errOr(err error) error {
	if err == nil {
		return errAccepted
	}
	return err
}

// found makes the demo office and prints its recovery sheet.
func (t *tour) found() error {
	t.title("tour.found")
	d, err := t.pc("first")
	if err != nil {
		return err
	}
	code, pdf, err := d.FoundOffice(t.plan)
	if err != nil {
		return errors.Join(err, d.Close())
	}
	t.office, t.code, t.who = d, code, t.plan.Founder.Login
	settings := d.Settings()
	t.tell("tour.founded", "office", settings.Settings.Municipality, "users", len(settings.Users), "departments", len(settings.Departments))
	return t.leave("recovery.pdf", pdf)
}

// leave writes a file and says where it lies.
func (t *tour) leave(name string, data []byte) error {
	path := filepath.Join(t.out, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return fmt.Errorf("write a result: %w", err)
	}
	t.note("tour.left", "file", name)
	return nil
}

// user gives a user of the demo office by login.
func (t *tour) user(login string) (domain.UserID, error) {
	all, err := t.office.Accounts()
	if err != nil {
		return domain.UserID{}, err
	}
	for _, a := range all {
		if a.Login == login {
			return a.User, nil
		}
	}
	return domain.UserID{}, office.ErrNoUser
}

// department gives a department by its place in the plan of the demo office.
func (t *tour) department(i int) domain.DepartmentID {
	for _, d := range t.office.Settings().Departments {
		if d.Name == t.plan.Departments[i].Name {
			return d.ID
		}
	}
	return domain.DepartmentID{}
}
