package desk

import (
	"errors"
	"path/filepath"
	"strings"
	"time"

	"harta/internal/vault"
)

// recoveryLogin is under what wrong recovery codes are counted; no user can be called so.
const recoveryLogin = "/recovery"

// WaitError says that a password was wrong, or was not even tried, and how long to wait for the next.
type WaitError struct {
	Left  time.Duration
	cause error
}

// Error implements error.
func (e *WaitError) Error() string { return "wait " + e.Left.String() + " for the next password" }

// Unwrap gives why, nil when nothing was tried.
func (e *WaitError) Unwrap() error { return e.cause }

// Enter signs a user in. Wrong passwords of one login in one data folder are counted, so that each waits longer for
// the next: [*WaitError] says how long.
func (d *Desk) Enter(login, password string) error {
	if err := d.Ready(login); err != nil {
		return err
	}
	if err := d.count(login, d.SignIn(login, password)); err != nil {
		return err
	}
	d.meet()
	return nil
}

// EnterByCode signs in with the recovery code alone: the first administrator, whose login it returns, has the given
// password from then on. Wrong codes are counted as wrong passwords are.
func (d *Desk) EnterByCode(code, password string) (login string, err error) {
	c, err := vault.ParseRecoveryCode(code)
	if err != nil {
		return "", err
	}
	if err := d.Ready(recoveryLogin); err != nil {
		return "", err
	}
	login, err = d.Recover(c, password)
	return login, d.count(recoveryLogin, err)
}

// failures is how often, and when last, a password of a login was wrong. They lie in a small file of the state
// folder; without it the password still has its cost.
type failures struct {
	N    int       `json:"n"`
	Last time.Time `json:"last"`
}

func (d *Desk) attemptsFile() string { return filepath.Join(d.StateDir(), "attempts.json") }

func (d *Desk) attemptsKey(login string) string { return d.key(strings.ToLower(login)) }

// Ready refuses with a [*WaitError] a password of a login that would come too early.
func (d *Desk) Ready(login string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	f := readNotes[failures](d.attemptsFile())[d.attemptsKey(login)]
	wait := vault.Delay(f.N)
	left := min(wait, wait-d.now().Sub(f.Last)) // a clock set back does not lengthen the wait
	if left > 0 {
		return &WaitError{Left: left}
	}
	return nil
}

// count takes the result of an attempt into account and gives it back.
func (d *Desk) count(login string, result error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	all, key := readNotes[failures](d.attemptsFile()), d.attemptsKey(login)
	f, before := all[key]
	switch {
	case errors.Is(result, vault.ErrWrongPassword), errors.Is(result, vault.ErrNotRecipient):
		f = failures{N: f.N + 1, Last: d.now()}
		all[key] = f
		_ = writeNotes(d.attemptsFile(), all) // as well as it can
		if errors.Is(result, vault.ErrNotRecipient) {
			return result
		}
		return &WaitError{Left: vault.Delay(f.N), cause: result}
	case result == nil && before:
		delete(all, key)
		_ = writeNotes(d.attemptsFile(), all)
	}
	return result
}
