package main

import (
	"errors"
	"fmt"
	"slices"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/storage"
)

// errTold ends a command whose refusal, or what it found, was told already.
var errTold = errors.New("told already")

// tell says what came of a run and gives its exit code.
func (a *app) tell(err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, errTold) {
		return exitRefused
	}
	if u, ok := errors.AsType[*usageError](err); ok {
		a.complain(a.usage(u))
		return exitFailed
	}
	if u, ok := errors.AsType[*unknownError](err); ok {
		a.complain(a.unknown(u))
		return exitRefused
	}
	for _, known := range unanswered {
		if errors.Is(err, known.cause) {
			a.complain(a.say.T(known.key))
			return exitFailed
		}
	}
	a.complain(a.told(err))
	if refused(err) {
		return exitRefused
	}
	return exitFailed
}

// told says what came of a run. Of a line that cannot be kept as it is it names the field, which no screen shows here.
func (a *app) told(err error) string {
	words := a.desk.Tell(err)
	r, is := errors.AsType[*domain.Refusal](err)
	if !is || r.Field == "" || !slices.Contains([]domain.Reason{domain.UnprintableRune, domain.TooLong, domain.BadEmail}, r.Reason) {
		return words
	}
	return a.say.T("console.at_field", "field", r.Field, "what", words)
}

// refused tells whether a rule said no, or damage was found.
func refused(err error) bool {
	_, rule := errors.AsType[*domain.Refusal](err)
	_, damage := errors.AsType[*storage.DamageError](err)
	_, lost := errors.AsType[*desk.LostError](err)
	return rule || damage || lost
}

// complain writes a sentence to stderr. Where even that is impossible nobody is left to tell.
func (a *app) complain(text string) { _, _ = fmt.Fprintln(a.stderr, text) }

// unanswered are the sentences for what a terminal, or none, leaves unanswered.
var unanswered = []struct {
	cause error
	key   string
}{
	{errNoPassword, "console.fault.no_password"},
	{errNoNewPassword, "console.fault.no_new_password"},
	{errTwoPasswords, "console.fault.two_passwords"},
	{errNoCode, "console.fault.no_code"},
	{errOtherCode, "console.fault.other_code"},
}
