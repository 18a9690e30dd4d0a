package main

import (
	"bytes"
	"crypto/rand"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/storage"
	"harta/internal/vault"
)

const demoPassword = "вода и въздух 26"

// TestMain lets the compiled test stand for the program when a suspect state file is read in a child.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == desk.ProbeState {
		main()
	}
	os.Exit(m.Run())
}

// console is a PC with a data folder and a terminal that is none.
type console struct {
	t     *testing.T
	root  string
	env   map[string]string
	stdin string
	now   time.Time // by the clock of the machine
	facts func(*storage.Options)
}

func newConsole(t *testing.T) *console {
	t.Helper()
	root := t.TempDir()
	now := time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)
	return &console{t: t, root: root, now: now, env: map[string]string{
		"HOME": root, "XDG_STATE_HOME": filepath.Join(root, "state"), "LOCALAPPDATA": filepath.Join(root, "state"),
		desk.EnvData: filepath.Join(root, "data"), envPassword: demoPassword, desk.EnvNow: "2026-11-23",
	}}
}

// demo is a console with the demo office.
func demo(t *testing.T) *console {
	t.Helper()
	c := newConsole(t)
	c.env[envUser] = "clerk"
	c.does("init", "--demo", "--sheet", c.path("sheet.pdf"))
	return c
}

func (c *console) path(name string) string { return filepath.Join(c.root, name) }

// write makes a file.
func (c *console) write(name, content string) string {
	c.t.Helper()
	if err := os.WriteFile(c.path(name), []byte(content), 0o600); err != nil {
		c.t.Fatal(err)
	}
	return c.path(name)
}

// with is the same PC with other variables, given as NAME=value.
func (c *console) with(vars ...string) *console {
	other := *c
	other.env = maps.Clone(c.env)
	for _, v := range vars {
		name, value, _ := strings.Cut(v, "=")
		other.env[name] = value
	}
	return &other
}

// world is the machine of the console.
func (c *console) world(stdout, stderr io.Writer) world {
	return world{
		stdin: strings.NewReader(c.stdin), stdout: stdout, stderr: stderr, random: rand.Reader, holder: "проба@тук",
		env:  func(name string) string { return c.env[name] },
		now:  func() time.Time { return c.now },
		cost: vault.TestCost(), probe: desk.ProbeInChild, facts: c.facts,
	}
}

// run runs the program.
func (c *console) run(args ...string) (stdout, stderr string, code int) {
	c.t.Helper()
	var out, err bytes.Buffer
	code = run(c.world(&out, &err), args)
	return out.String(), err.String(), code
}

// founded founds the demo office and gives its recovery code.
func (c *console) founded() string {
	c.t.Helper()
	c.env[envUser] = "clerk"
	a, err := newApp(c.world(io.Discard, io.Discard), nil)
	if err != nil {
		c.t.Fatal(err)
	}
	plan, err := desk.DemoPlan(demoPassword)
	if err != nil {
		c.t.Fatal(err)
	}
	code, _, err := a.desk.FoundOffice(plan)
	if err != nil {
		c.t.Fatal(err)
	}
	if err := a.desk.Close(); err != nil {
		c.t.Fatal(err)
	}
	return code
}

// does runs a command that must go well, and gives what it wrote.
func (c *console) does(args ...string) string {
	c.t.Helper()
	out, err, code := c.run(args...)
	if code != exitOK || strings.Contains(out+err, "[console.") {
		c.t.Fatalf("harta %s\nexit %d\n%s%s", strings.Join(args, " "), code, out, err)
	}
	return out
}

// fails runs a command that must end with a code, and gives what it complained of.
func (c *console) fails(code int, args ...string) string {
	c.t.Helper()
	out, err, got := c.run(args...)
	if got != code {
		c.t.Fatalf("harta %s: exit %d, want %d\n%s%s", strings.Join(args, " "), got, code, out, err)
	}
	return err
}

// contains fails unless the text has every part.
func contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in:\n%s", part, text)
		}
	}
}
