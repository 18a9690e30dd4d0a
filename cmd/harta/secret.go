package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"harta/internal/desk"

	"golang.org/x/term"
)

var (
	errNoPassword    = errors.New("no password and no terminal to ask for it")
	errNoNewPassword = errors.New("no new password and no terminal to ask for it")
	errTwoPasswords  = errors.New("the repeated password differs")
)

// secret is something that is typed without being seen, or comes from a file or the environment.
type secret struct {
	env   string
	file  string
	ask   string
	twice bool // a new one is typed twice
}

// secret gives the first there is of: the content of the file, the value in the environment, what is typed.
func (a *app) secret(s secret) (string, error) {
	if s.file != "" {
		b, err := desk.ReadFile(s.file, 0)
		if err != nil {
			return "", err
		}
		return strings.TrimRight(strings.TrimPrefix(string(b), "\ufeff"), "\r\n"), nil
	}
	if value := a.env(s.env); s.env != "" && value != "" {
		return value, nil
	}
	if !a.interactive() {
		return "", errNoPassword
	}
	typed, err := a.askHidden(s.ask)
	if err != nil || !s.twice {
		return typed, err
	}
	again, err := a.askHidden(a.say.T("console.ask.again"))
	if err == nil && again != typed {
		err = errTwoPasswords
	}
	return typed, err
}

// interactive tells whether there is somebody to ask.
func (a *app) interactive() bool { return terminal(a.stdin) && terminal(a.stderr) }

func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// ask asks on stderr, so that stdout stays for results, and reads a line.
func (a *app) ask(question string) (string, error) {
	if _, err := fmt.Fprint(a.stderr, question, " "); err != nil {
		return "", fmt.Errorf("ask: %w", err)
	}
	line, err := a.input.ReadString('\n')
	if err != nil && (!errors.Is(err, io.EOF) || line == "") {
		return "", fmt.Errorf("read an answer: %w", err)
	}
	return strings.TrimSpace(line), nil
}

// askHidden asks for what must not be seen. A break while it is typed gives the terminal back as it was.
func (a *app) askHidden(question string) (string, error) {
	f, ok := a.stdin.(*os.File)
	if !ok {
		return "", errNoPassword
	}
	before, err := term.GetState(int(f.Fd()))
	if err != nil {
		return "", fmt.Errorf("ask the terminal: %w", err)
	}
	broken, answered := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(broken, os.Interrupt)
	defer signal.Stop(broken)
	defer close(answered)
	go func() {
		select {
		case <-broken:
			_ = term.Restore(int(f.Fd()), before)
			_, _ = fmt.Fprintln(a.stderr)
			os.Exit(exitFailed)
		case <-answered:
		}
	}()
	if _, err := fmt.Fprint(a.stderr, question, " "); err != nil {
		return "", fmt.Errorf("ask: %w", err)
	}
	typed, err := term.ReadPassword(int(f.Fd()))
	_, _ = fmt.Fprintln(a.stderr)
	if err != nil {
		return "", fmt.Errorf("read a secret: %w", err)
	}
	return string(typed), nil
}

// yes tells whether an answer agrees, in either language.
func (a *app) yes(answer string) bool {
	return slices.Contains(strings.Fields(a.say.T("console.ask.yes_words")), strings.ToLower(answer))
}
