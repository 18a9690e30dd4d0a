package desk

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"

	"harta/internal/storage"
)

// EnvData names the variable of the environment with the data folder, EnvNow the one with a clock set by hand.
const (
	EnvData = "HARTA_DATA"
	EnvNow  = "HARTA_NOW"
)

// defaultDir is where the office of this PC lies unless somebody says otherwise.
func (d *Desk) defaultDir() string {
	env := d.options.Env
	if dir := env(EnvData); dir != "" {
		return dir
	}
	if runtime.GOOS == "windows" {
		return filepath.Join(cmp.Or(env("ProgramData"), `C:\ProgramData`), "Harta")
	}
	home := filepath.Join(env("HOME"), ".local", "share")
	return filepath.Join(cmp.Or(env("XDG_DATA_HOME"), home), "harta")
}

// StateDir is where this machine remembers what it acknowledged: never inside a data folder.
func (d *Desk) StateDir() string {
	env := d.options.Env
	if d.options.StateDir != "" {
		return d.options.StateDir
	}
	if runtime.GOOS == "windows" {
		home := filepath.Join(env("USERPROFILE"), "AppData", "Local")
		return filepath.Join(cmp.Or(env("LOCALAPPDATA"), home), "Harta")
	}
	home := filepath.Join(env("HOME"), ".local", "state")
	return filepath.Join(cmp.Or(env("XDG_STATE_HOME"), home), "harta")
}

// HasOffice tells whether an office lies in the data folder, whole or not. What was begun and never founded is none: it is
// begun again.
func (d *Desk) HasOffice() bool {
	if storage.Begun(d.dir) {
		return false
	}
	for _, part := range []string{"journal", "desk"} {
		if _, err := os.Stat(filepath.Join(d.dir, part)); err == nil {
			return true
		}
	}
	return false
}

// key names the data folder, and what else there is, in the small files of the state folder.
func (d *Desk) key(more ...string) string {
	dir, err := filepath.Abs(d.dir)
	if err != nil {
		dir = d.dir
	}
	sum := sha256.Sum256([]byte(strings.Join(append([]string{dir}, more...), "\x00")))
	return hex.EncodeToString(sum[:8])
}

// Holder names who sits at this PC, for whoever finds the data folder held: user@host.
func Holder() string {
	name, host := "?", "?"
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	if h, err := os.Hostname(); err == nil {
		host = h
	}
	return name + "@" + host
}
