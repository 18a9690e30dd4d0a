// Command harta is the registry office on a terminal: the whole main job, from a submission that comes in to the
// workbook of the year, and everything that keeps the data sound.
//
// It composes the floors below and knows what no floor knows: the command line, the terminal, the environment, the
// clock and the exit code. It refuses to know any rule.
//
// The exit code is 0 when all went well, 1 when a rule refused or damage was found, and 2 when something could not
// be opened or broke. What a person reads comes from the resources; see the keys console.*.
package main

import (
	"crypto/rand"
	"io"
	"os"
	"runtime/debug"
	"time"
	_ "time/tzdata" // Windows has no database of time zones

	"harta/internal/desk"
	"harta/internal/storage"
	"harta/internal/vault"
)

// Exit codes, as the help promises them.
const (
	exitOK      = 0
	exitRefused = 1 // a rule says no, or damage was found
	exitFailed  = 2 // something cannot be opened, or broke
)

// Variables of the environment that the program reads.
const (
	envPassword    = "HARTA_PASSWORD"
	envNewPassword = "HARTA_NEW_PASSWORD"
	envUser        = "HARTA_USER"
	envLang        = "HARTA_LANG"
)

// gcPercent trades a little time for memory: an office PC has other programs too.
const gcPercent = 50

func main() {
	debug.SetGCPercent(gcPercent)
	os.Exit(run(machine(), os.Args[1:]))
}

// run is one run of the program.
func run(w world, args []string) int {
	a, err := newApp(w, args)
	if err != nil {
		return a.tell(err)
	}
	defer a.desk.Close() //nolint:errcheck // every command has closed its office
	root := a.root()
	root.SetArgs(append([]string{}, args...)) // of nil, cobra would take those of the process
	return a.tell(root.Execute())
}

// world is what the program takes from the machine it runs on. Tests bring their own.
type world struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(name string) string
	now            func() time.Time
	random         io.Reader
	holder         string // who holds an open data folder: user@host
	cost           vault.Cost
	probe          func(path string) error // reads a suspect state file; nil = in this process
	facts          func(*storage.Options)  // of this machine, which tests replace; nil in the program
}

func machine() world {
	return world{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, env: os.Getenv, now: time.Now, random: rand.Reader,
		holder: desk.Holder(), cost: vault.DefaultCost(), probe: desk.ProbeInChild,
	}
}
