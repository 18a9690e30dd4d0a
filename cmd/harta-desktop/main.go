//go:build cgo

// Command harta-desktop is the registry office in a window.
//
// It composes the floors below and knows what no floor knows: the driver of the screen, the environment, the clock, the
// file dialogs of the system and what is left behind when the program crashes. It is the only importer of the driver
// (fyne.io/fyne/v2/app), which needs cgo and minutes to build. It refuses to know any rule.
package main

import (
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"time"
	_ "time/tzdata" // Windows has no database of time zones

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"harta/internal/desk"
	"harta/internal/gui"
	"harta/internal/gui/look"
	"harta/internal/storage"
	"harta/internal/vault"
	"harta/resources"
)

func main() {
	holdMemory()
	data := flag.String("data", "", "data folder; without it the one of this PC")
	flag.Parse()
	if flag.Arg(0) == desk.ProbeState { // asked by the process that began this one
		probe(flag.Arg(1))
		return
	}
	if err := run(*data); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// probe reads a suspect state file: a damaged page may end this process, which nobody needs.
func probe(path string) {
	if err := storage.CheckState(path); err != nil {
		os.Exit(1)
	}
}

// run is one run of the program: a desk, a window over it, and the end of both.
func run(data string) (err error) {
	d, err := desk.New(desk.Options{
		Data: data, Lang: os.Getenv("HARTA_LANG"), Env: os.Getenv, Now: time.Now, Random: rand.Reader, Holder: desk.Holder(),
		Cost: vault.DefaultCost(), Log: os.Stderr, Probe: desk.ProbeInChild,
	})
	if err != nil {
		if d != nil {
			return errors.New(d.Tell(err))
		}
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	keepCrashes(filepath.Join(d.StateDir(), "crash.txt"))
	habits := d.Habits()
	scale(habits)
	a := app.NewWithID(desk.AppID)
	a.Settings().SetTheme(look.Theme{Variant: look.VariantOf(habits.Theme)})
	if err := gui.Speak(d.Lang()); err != nil {
		return err
	}
	fonts := make(chan struct{})
	go func() { // while the window is made, which draws nothing yet
		look.ReadFonts()
		close(fonts)
	}()
	w := a.NewWindow(d.Screen.T("window.title"))
	if icon, err := resources.Icon(); err == nil {
		a.SetIcon(fyne.NewStaticResource("icon.svg", icon))
	}
	<-fonts
	w.Resize(size(habits))
	window := gui.Open(w, gui.Options{Program: d, Say: d.Screen, Now: d.Now, Picker: newPicker()})
	w.SetCloseIntercept(func() {
		window.Closing()
		w.Close()
	})
	w.ShowAndRun()
	return part(d)
}

// partFor is how long the daily backup may go on when the window is gone.
const partFor = 10 * time.Minute

// part ends the run. The window is gone and the folder is free for whoever opens it next when the daily backup is made:
// nobody waits for it. Why there is none is remembered, and said at the next start.
func part(d *desk.Desk) error {
	due := d.BackupDue()
	err := d.Close()
	if due && err == nil {
		_ = d.BackUpClosed(partFor)
	}
	return err
}

// keepCrashes keeps what a crash leaves behind in a file of this machine. Without it the program works too.
func keepCrashes(path string) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	_ = debug.SetCrashOutput(f, debug.CrashOptions{})
	_ = f.Close() // the runtime has its own copy
}

// scale asks for the text size that was chosen: the driver reads it once, before the first window.
func scale(h desk.Habits) {
	if h.Scale > 100 && os.Getenv("FYNE_SCALE") == "" {
		_ = os.Setenv("FYNE_SCALE", strconv.FormatFloat(float64(h.Scale)/100, 'f', 2, 64))
	}
}

// size is the one the window had last, on the screen.
func size(h desk.Habits) fyne.Size {
	zoom := gui.Zoom()
	width, height, ok := h.Size(zoom)
	if !ok {
		return fyne.NewSize(1280/zoom, 720/zoom)
	}
	return fyne.NewSize(width, height)
}
