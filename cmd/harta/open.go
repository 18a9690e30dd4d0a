package main

import (
	"cmp"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"time"

	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/storage"
)

// access is how a command opens the office.
type access int

const (
	writing access = iota // alone
	reading               // beside whoever writes
	looking               // alone, so that the look is noted; beside whoever writes when there is no other way
	mending               // alone, and although acknowledged records are missing
)

// officeOptions are what every opening of an office in this run has in common.
func (a *app) officeOptions() office.Options {
	return office.Options{
		Storage: a.storageOptions(), Random: a.random, Log: a.log, Cost: a.cost, Practice: a.set,
		SameAsPaper: a.sameAsPaper,
	}
}

func (a *app) storageOptions() storage.Options {
	o := storage.Options{StateDir: a.stateDir(), Holder: a.holder, Now: a.clock, Probe: a.probe}
	if a.facts != nil {
		a.facts(&o)
	}
	return o
}

// with opens the data folder, signs the user in and closes after f.
func (a *app) with(how access, f func(*office.Office) error) error {
	o, err := a.enter(how)
	if err != nil {
		return err
	}
	return errors.Join(f(o), o.Close())
}

// enter opens the data folder and signs the user in.
func (a *app) enter(how access) (*office.Office, error) {
	o, err := a.open(how)
	if err != nil {
		return nil, err
	}
	if _, err := a.signIn(o); err != nil {
		return nil, errors.Join(err, o.Close())
	}
	return o, nil
}

// open opens the data folder and tells what it found there.
func (a *app) open(how access) (*office.Office, error) {
	opts := a.officeOptions()
	opts.Storage.ReadOnly = how == reading
	opts.Progress = a.bar("console.progress.open").step
	o, err := office.Open(a.data, opts)
	if held, ok := errors.AsType[*storage.HeldError](err); ok && how == looking {
		a.complain(a.say.T("console.note.reading", "who", held.Holder))
		opts.Storage.ReadOnly = true
		o, err = office.Open(a.data, opts)
	}
	if err != nil {
		return nil, err
	}
	found := o.Findings()
	if len(found.Lost) > 0 && how != mending && !opts.Storage.ReadOnly {
		return nil, errors.Join(&lostError{found.Lost[0].Tip}, o.Close())
	}
	if len(found.Damage) > 0 {
		text, _ := a.damage(&storage.DamageError{Damage: found.Damage})
		a.complain(text)
	}
	if found.Torn > 0 {
		a.log.Info("cut a torn tail", slog.Int64("bytes", found.Torn))
	}
	return o, nil
}

// signIn signs the user in, tells what signing in has changed, and gives the password it took.
func (a *app) signIn(o *office.Office) (string, error) {
	login, err := a.login(o)
	if err != nil {
		return "", err
	}
	tries := a.attempts(login)
	if err := tries.ready(a.now()); err != nil {
		return "", err
	}
	password, err := a.secret(secret{env: envPassword, file: a.passwordFile, ask: a.say.T("console.ask.password", "user", login)})
	if err != nil {
		return "", err
	}
	if err := tries.count(a.now(), o.SignIn(login, password)); err != nil {
		return "", err
	}
	if found := o.Findings(); found.StateLost && !found.Restored { // a backup has none
		a.complain(a.say.T("fault.rebuilt"))
	}
	if o.MustChangePassword() && !o.Settings().Demo {
		a.complain(a.say.T("console.note.temporary"))
	}
	a.tellSeries(o)
	a.tellClock(o)
	return password, nil
}

// clockBehind is how far the clock may stand before the last record: that much two desks may differ.
const clockBehind = 10 * time.Minute

// tellClock warns of a clock that went back. Records keep their order all the same.
func (a *app) tellClock(o *office.Office) {
	last, now := o.LastMoment(), a.clock()
	switch {
	case a.set || last.IsZero():
	case now.Before(last.Add(-clockBehind)):
		a.complain(a.say.T("fault.clock_back", "now", a.say.DateTime(now), "last", a.say.DateTime(last)))
	}
}

// login is who signs in: the one named, the only one there is, or whom the terminal is asked for. Nobody is guessed:
// passwords tried for the wrong user would lock him out.
func (a *app) login(o *office.Office) (string, error) {
	if name := cmp.Or(a.user, a.env(envUser)); name != "" {
		return name, nil
	}
	accounts, err := o.Accounts()
	switch {
	case err != nil:
		return "", err
	case len(accounts) == 0:
		return "", office.ErrNoUser
	case len(accounts) == 1:
		return accounts[0].Login, nil
	}
	var logins []string
	for _, x := range accounts {
		logins = append(logins, x.Login)
	}
	users := strings.Join(logins, ", ")
	if !a.interactive() {
		return "", &usageError{key: "console.usage.user", args: []any{"users", users}}
	}
	return a.ask(a.say.T("console.ask.user", "users", users))
}

// tellSeries says that a new chain was begun because the folder was restored, moved or copied.
func (a *app) tellSeries(o *office.Office) {
	if before := o.Findings(); !before.Unsettled() || a.confirmed {
		return
	}
	if letter := currentSeries(o); letter != "" {
		a.complain(a.say.T("fault.continued", "series", letter))
	}
}

// currentSeries is the letter of the chain begun last.
func currentSeries(o *office.Office) string {
	chains := o.Settings().Chains
	for _, c := range slices.Backward(chains) {
		if c.Purpose == domain.JournalChain {
			return c.Series
		}
	}
	return ""
}

// sameAsPaper asks whether the last number given out here is the last one on paper. Without a terminal nobody
// can say so.
func (a *app) sameAsPaper(last domain.Number) bool {
	if !a.interactive() {
		return false
	}
	number := cmp.Or(last.Text, a.say.T("console.ask.no_number"))
	answer, err := a.ask(a.say.T("fault.last_number", "number", number) + " " + a.say.T("console.ask.yes_no"))
	a.confirmed = err == nil && a.yes(answer)
	return a.confirmed
}

// find gives the one case that is meant by what was typed.
func (a *app) find(o *office.Office, typed string) (domain.Entry, error) {
	found := o.Find(typed)
	if len(found) == 0 {
		found = o.List(func(e domain.Entry) bool { return numberAlike(e, typed) })
	}
	switch len(found) {
	case 0:
		return domain.Entry{}, domain.Refuse("open", domain.NoSuchCase).With("number", typed)
	case 1:
		return found[0], nil
	}
	var numbers []string
	for _, e := range found {
		numbers = append(numbers, e.Number.Text)
	}
	return domain.Entry{}, &usageError{
		key: "console.usage.several", args: []any{"number", typed, "numbers", strings.Join(numbers, ", ")},
	}
}

// onCase opens the office and carries out something on the one case that is meant.
func (a *app) onCase(typed string, f func(*office.Office, domain.Entry) error) error {
	return a.with(writing, func(o *office.Office) error {
		e, err := a.find(o, typed)
		if err != nil {
			return err
		}
		if err := f(o, e); err != nil {
			return err
		}
		return a.state(o, e.Number.Text)
	})
}

// state tells where a case stands after a command. One that the command has hidden from its own user is passed over.
func (a *app) state(o *office.Office, number string) error {
	for _, e := range o.Find(number) {
		if err := a.done("console.done.case", "number", e.Number.Text, "state", e.State); err != nil {
			return err
		}
	}
	return nil
}
