package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/storage"
	"harta/internal/vault"
)

// people adds a user, changes a password and removes the user again.
func (t *tour) people() error {
	t.title("tour.people")
	if err := t.as(t.plan.Founder.Login); err != nil {
		return err
	}
	added, err := t.office.AddUser(office.UserPlan{
		Login: "trainee", Name: t.paper.T("tour.people.name"), Title: t.paper.T("tour.people.title"), Password: t.password + "-1",
		Roles: []office.RolePlan{{Role: domain.Clerk}},
	})
	if err != nil {
		return err
	}
	if err := t.office.SignIn("trainee", t.password+"-1"); err != nil {
		return err
	}
	if err := t.office.ChangePassword(t.password+"-1", t.password+"-2"); err != nil {
		return err
	}
	if err := t.office.SignIn("trainee", t.password+"-1"); !errors.Is(err, vault.ErrWrongPassword) {
		return fmt.Errorf("the old password still opens: %w", errOr(err))
	}
	if err := t.office.SignIn("trainee", t.password+"-2"); err != nil {
		return err
	}
	t.who = "trainee"
	if err := t.by(t.plan.Founder.Login, func() error { return t.office.RemoveUser(added) }); err != nil {
		return err
	}
	if err := t.office.SignIn("trainee", t.password+"-2"); err == nil {
		return errors.New("a removed user can still sign in")
	}
	t.tell("tour.people.done")
	return nil
}

// keep verifies, backs up, loses the data folder, restores it on a new PC with the recovery code alone, and
// loses the folded state.
func (t *tour) keep() error {
	t.title("tour.keep")
	before, err := t.office.StateHash()
	if err != nil {
		return err
	}
	backup := filepath.Join(t.out, "backup")
	for _, step := range []func() error{
		func() error { return t.verify(t.data) }, func() error { return t.office.Backup(backup, nil) },
		t.close, func() error { return os.RemoveAll(t.data) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	t.tell("tour.lost")
	second, err := t.pc("second")
	if err != nil {
		return err
	}
	if _, err := storage.Restore(backup, t.data, second.StorageOptions(), nil); err != nil {
		return err
	}
	t.office = second
	if err := t.recover(before); err != nil {
		return err
	}
	return t.loseState()
}

// verify checks a folder as a stranger would, without a password.
func (t *tour) verify(dir string) error {
	report, err := storage.Fsck(dir, true, nil)
	if err != nil {
		return err
	}
	if !report.Sound() {
		return report.Damage[0]
	}
	t.tell("tour.verified", "records", report.Journal.Records, "chains", len(report.Journal.Chains))
	return nil
}

// recover opens the restored office with nothing but the recovery code.
func (t *tour) recover(before string) error {
	if err := t.office.Open(false); err != nil {
		return err
	}
	login, err := t.office.EnterByCode(t.code, t.password) // as somebody types it from the sheet
	if err != nil {
		return err
	}
	t.who = login
	t.tell("tour.recovered", "login", login)
	after, err := t.office.StateHash()
	if err != nil {
		return err
	}
	if after != before {
		return errors.New("the restored office is another one")
	}
	t.tell("tour.same")
	return t.verify(t.data)
}

// loseState deletes the folded state; it is rebuilt from the journal.
func (t *tour) loseState() error {
	before, err := t.office.StateHash()
	if err != nil {
		return err
	}
	if err := t.office.Close(); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(t.data, "harta.db")); err != nil {
		return fmt.Errorf("lose the folded state: %w", err)
	}
	if err := t.office.Open(false); err != nil {
		return err
	}
	who := t.who
	t.who = ""
	if err := t.as(who); err != nil {
		return err
	}
	after, err := t.office.StateHash()
	if err != nil {
		return err
	}
	if before != after {
		return errors.New("the rebuilt state is another one")
	}
	t.tell("tour.rebuilt")
	return nil
}

// erase leaves of the question its figures; its words are in no file any more.
func (t *tour) erase() error {
	t.title("tour.erase")
	subject := t.paper.T("tour.question.subject")
	found := t.office.List(func(e domain.Entry) bool { return e.Subject == subject })
	if len(found) != 1 {
		return fmt.Errorf("%d cases are to be erased", len(found))
	}
	if err := t.agree(found[0]); err != nil {
		return err
	}
	if err := t.office.Rebuild(); err != nil { // whatever can still be read of the case would come back now
		return err
	}
	left := t.office.Find(found[0].Number.Text)
	if len(left) != 1 || left[0].Subject != "" || left[0].Kind != domain.Question {
		return errors.New("the figures of the erased case are gone")
	}
	if err := t.close(); err != nil {
		return err
	}
	if err := nowhere(t.data, subject); err != nil {
		return err
	}
	t.tell("tour.erased", "number", left[0].Number.Text)
	return t.verify(t.data)
}

// filing is the code of the file of questions in the demo office.
const filing = "94-04"

// agree archives a case, waits until its term is over and has it destroyed: by a list that one person proposes and another
// confirms.
func (t *tour) agree(e domain.Entry) error {
	var list domain.ErasureProposed
	now := t.office.Settings()
	kept, ok := now.Retention(filing, e.ClosedOn)
	if !ok || kept.Until.IsZero() {
		return errors.New("the file of questions has no term")
	}
	propose := func() error {
		var err error
		list, err = t.office.ProposeErasure(once, domain.ErasureProposed{Protocol: "1", Of: t.office.Today()}, []domain.CaseID{e.Case}, "")
		return err
	}
	carry := func() error {
		_, err := t.office.Erase(once, list.Erasure)
		return err
	}
	err := t.by("clerk", func() error {
		if err := t.office.Archive(once, e.Case, domain.CaseArchived{Filing: filing}); err != nil {
			return err
		}
		if err := t.must(propose(), domain.StillKept); err != nil {
			return err
		}
		t.hand.Set(kept.Until.AddDays(14), 9)
		return propose()
	})
	if err != nil {
		return err
	}
	t.tell("tour.erase.proposed", "until", kept.Until)
	if err := t.by(t.plan.Founder.Login, func() error { return t.must(carry(), domain.NotConfirmed) }); err != nil {
		return err
	}
	if err := t.by("mayor", func() error { return t.office.ConfirmErasure(once, list.Erasure) }); err != nil {
		return err
	}
	if err := t.by(t.plan.Founder.Login, carry); err != nil {
		return err
	}
	pdf, err := t.office.ErasureSheet(list.Erasure)
	if err != nil {
		return err
	}
	return t.leave("erasure.pdf", pdf)
}

// nowhere looks for words in every file of a folder.
func nowhere(dir, words string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil && bytes.Contains(data, []byte(words)) {
			err = fmt.Errorf("erased words are still in %s", filepath.Base(path))
		}
		return err
	})
}
