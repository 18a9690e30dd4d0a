package main

import (
	"cmp"
	"errors"
	"strings"

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

// with opens the data folder, signs the user in and closes after f.
func (a *app) with(how access, f func(*office.Office) error) error {
	if a.inside != nil {
		return f(a.inside)
	}
	o, err := a.enter(how)
	if err != nil {
		return err
	}
	return errors.Join(f(o), a.desk.Close())
}

// enter opens the data folder and signs the user in.
func (a *app) enter(how access) (*office.Office, error) {
	o, err := a.open(how)
	if err != nil {
		return nil, err
	}
	if _, err := a.signIn(o); err != nil {
		return nil, errors.Join(err, a.desk.Close())
	}
	return o, nil
}

// open opens the data folder and tells what it found there.
func (a *app) open(how access) (*office.Office, error) {
	a.opening = a.bar("console.progress.open")
	var err error
	switch how {
	case mending:
		err = a.desk.Mend()
	default:
		err = a.desk.Open(how == reading)
	}
	if held, ok := errors.AsType[*storage.HeldError](err); ok && how == looking {
		a.complain(a.say.T("console.note.reading", "who", held.Holder))
		err = a.desk.Open(true)
	}
	if err != nil {
		return nil, err
	}
	a.warn()
	return a.desk.Office, nil
}

// warn tells what must be known about the data.
func (a *app) warn() {
	for _, text := range a.desk.Warnings() {
		a.complain(text)
	}
}

// signIn signs the user in, tells what signing in has changed, and gives the password it took.
func (a *app) signIn(o *office.Office) (string, error) {
	login, err := a.login(o)
	if err != nil {
		return "", err
	}
	if err := a.desk.Ready(login); err != nil {
		return "", err
	}
	password, err := a.secret(secret{env: envPassword, file: a.passwordFile, ask: a.say.T("console.ask.password", "user", login)})
	if err != nil {
		return "", err
	}
	if err := a.desk.Enter(login, password); err != nil {
		return "", err
	}
	if o.MustChangePassword() && !o.Settings().Demo {
		a.complain(a.say.T("console.note.temporary"))
	}
	a.warn()
	return password, nil
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

// sameAsPaper asks whether the last number given out here is the last one on paper. Without a terminal nobody
// can say so.
func (a *app) sameAsPaper(last domain.Number) bool {
	if !a.interactive() {
		return false
	}
	number := cmp.Or(last.Text, a.say.T("console.ask.no_number"))
	answer, err := a.ask(a.say.T("fault.last_number", "number", number) + " " + a.say.T("console.ask.yes_no"))
	return err == nil && a.yes(answer)
}

// find gives the one case that is meant by what was typed.
func (a *app) find(o *office.Office, typed string) (domain.Entry, error) {
	found := o.Find(typed)
	if len(found) == 0 {
		found = o.List(func(e domain.Entry) bool { return numberAlike(e, typed) })
	}
	switch len(found) {
	case 0:
		return domain.Entry{}, a.hidden(o, typed)
	case 1:
		return found[0], nil
	}
	var numbers []string
	for _, e := range found {
		numbers = append(numbers, e.Number.Text)
	}
	return domain.Entry{}, several(typed, numbers)
}

// several says that what was typed can be more than one thing.
func several(typed string, all []string) error {
	return &usageError{key: "console.usage.several", args: []any{"number", typed, "numbers", strings.Join(all, ", ")}}
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
