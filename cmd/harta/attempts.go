package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"harta/internal/vault"
)

// attempts counts wrong passwords of one login in one data folder, so that each waits longer for the next. The
// count lies in a small file of the state folder; without it the password still has its cost.
type attempts struct {
	path string
	key  string
}

// failures is what the file holds for a login.
type failures struct {
	N    int       `json:"n"`
	Last time.Time `json:"last"`
}

// waitError says that the password was wrong, or was not even tried, and how long to wait for the next.
type waitError struct {
	left  time.Duration
	cause error
}

func (e *waitError) Error() string { return "wait " + e.left.String() + " for the next password" }

func (e *waitError) Unwrap() error { return e.cause }

func (a *app) attempts(login string) attempts {
	dir, err := filepath.Abs(a.data)
	if err != nil {
		dir = a.data
	}
	sum := sha256.Sum256([]byte(dir + "\x00" + strings.ToLower(login)))
	return attempts{path: filepath.Join(a.stateDir(), "attempts.json"), key: hex.EncodeToString(sum[:8])}
}

// ready refuses an attempt that comes too early.
func (t attempts) ready(now time.Time) error {
	f := t.read()[t.key]
	wait := vault.Delay(f.N)
	left := min(wait, wait-now.Sub(f.Last)) // a clock set back does not lengthen the wait
	if left > 0 {
		return &waitError{left: left}
	}
	return nil
}

// count takes the result of an attempt into account and gives it back.
func (t attempts) count(now time.Time, result error) error {
	all := t.read()
	f, before := all[t.key]
	switch {
	case errors.Is(result, vault.ErrWrongPassword), errors.Is(result, vault.ErrNotRecipient):
		f = failures{N: f.N + 1, Last: now}
		all[t.key] = f
		t.write(all)
		if errors.Is(result, vault.ErrNotRecipient) {
			return result
		}
		return &waitError{left: vault.Delay(f.N), cause: result}
	case result == nil && before:
		delete(all, t.key)
		t.write(all)
	}
	return result
}

func (t attempts) read() map[string]failures {
	all := map[string]failures{}
	if b, err := os.ReadFile(t.path); err != nil || json.Unmarshal(b, &all) != nil {
		return map[string]failures{}
	}
	return all
}

// write keeps the counts as well as it can.
func (t attempts) write(all map[string]failures) {
	b, err := json.Marshal(all)
	if err != nil {
		return
	}
	_ = os.MkdirAll(filepath.Dir(t.path), 0o700)
	_ = os.WriteFile(t.path, b, 0o600)
}
