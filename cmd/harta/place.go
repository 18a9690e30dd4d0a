package main

import (
	"cmp"
	"path/filepath"
	"runtime"
)

// dataDir is where the office of this PC lies unless --data says otherwise.
func (a *app) dataDir() string {
	if dir := a.env(envData); dir != "" {
		return dir
	}
	if runtime.GOOS == "windows" {
		return filepath.Join(cmp.Or(a.env("ProgramData"), `C:\ProgramData`), "Harta")
	}
	home := filepath.Join(a.env("HOME"), ".local", "share")
	return filepath.Join(cmp.Or(a.env("XDG_DATA_HOME"), home), "harta")
}

// stateDir is where this machine remembers what it acknowledged: never inside a data folder.
func (a *app) stateDir() string {
	if runtime.GOOS == "windows" {
		home := filepath.Join(a.env("USERPROFILE"), "AppData", "Local")
		return filepath.Join(cmp.Or(a.env("LOCALAPPDATA"), home), "Harta")
	}
	home := filepath.Join(a.env("HOME"), ".local", "state")
	return filepath.Join(cmp.Or(a.env("XDG_STATE_HOME"), home), "harta")
}
