package desk_test

import (
	"crypto/rand"
	"path/filepath"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/vault"
)

const password = "вода и въздух 26"

// today is a Thursday, at a quarter to three in Sofia.
var today = time.Date(2026, time.November, 26, 12, 45, 0, 0, time.UTC)

// pc gives the options of a PC of its own; the clock is not set by hand.
func pc(t *testing.T) desk.Options {
	t.Helper()
	root := t.TempDir()
	env := map[string]string{
		"HOME": root, "XDG_STATE_HOME": filepath.Join(root, "state"), "LOCALAPPDATA": filepath.Join(root, "state"),
		desk.EnvData: filepath.Join(root, "data"),
	}
	return desk.Options{
		Env: func(name string) string { return env[name] }, Now: func() time.Time { return today }, Random: rand.Reader,
		Holder: "проба@тук", Cost: vault.TestCost(),
	}
}

func open(t *testing.T, o desk.Options) *desk.Desk {
	t.Helper()
	d, err := desk.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func newDesk(t *testing.T) *desk.Desk {
	t.Helper()
	return open(t, pc(t))
}
