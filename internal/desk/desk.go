// Package desk is a program at work at one PC: it finds the data folder, opens the office in it, prints letters and
// sheets, shows files, keeps copies, and puts whatever goes wrong into a sentence.
//
// It composes the floors below for the programs above, so that the window and the terminal do a thing in one way.
// It refuses to know what asks it: it has neither a terminal nor a window, reads no password, and leaves no word to
// say to its caller alone.
package desk

import (
	"cmp"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/office"
	"harta/internal/preview"
	"harta/internal/say"
	"harta/internal/storage"
	"harta/internal/vault"
)

// paperLanguage is that of letters and sheets, whatever language the screen speaks.
const paperLanguage = "bg"

// Options are what a run takes from the machine and from whoever started it. Tests bring their own.
type Options struct {
	Data     string // the data folder; empty = the place of this PC
	StateDir string // where this machine remembers; empty = the place of this user
	Lang     string // of the screen; empty = Bulgarian

	Env    func(name string) string
	Now    func() time.Time // the clock of the machine
	Random io.Reader
	Holder string // who holds an open data folder: user@host
	Cost   vault.Cost
	// Practice tells that Now was set by hand. HARTA_NOW sets it too; only a demo office accepts such a clock.
	Practice bool

	Log   io.Writer                // where the log goes when its file cannot be opened; nil = nowhere
	View  func(path string) error  // opens a file for a person, without waiting; nil = the viewer of this machine
	Probe func(path string) error  // reads a suspect state file; nil = in this process
	Facts func(o *storage.Options) // replaces facts of this machine; nil in a program

	// SameAsPaper is asked as office.Options say. Progress is told how far opening has come. Both may be nil.
	SameAsPaper func(last domain.Number) bool
	Progress    office.Progress
}

// Desk is one run of a program at this PC. Once an office is open its commands and questions are promoted; before
// that they must not be called. Open, the founding methods, Choose and Close have the desk to themselves; every other
// method may be called from several goroutines.
type Desk struct {
	*office.Office
	Screen *say.Speaker // to the person at the desk
	Paper  *say.Speaker // on letters and sheets

	options Options
	dir     string
	now     func() time.Time // the clock of the machine
	clock   func() time.Time // the same, unless it was set by hand
	log     *slog.Logger
	file    *logFile
	press   func() (*letter.Press, error)

	open      bool // an office is open
	reading   bool // for reading alone
	confirmed bool // somebody said that the journal agrees with the paper

	mu     sync.Mutex      // of the small files of the state folder, the viewer, and what follows
	pages  *preview.Viewer // nil before the first document
	follow office.Progress
	paper  func(last domain.Number) bool
}

// New makes a run. The desk it returns beside an error can tell that error, and nothing else; there is none beside
// an error of the program's own words.
func New(o Options) (*Desk, error) {
	if o.Lang == "" {
		o.Lang = paperLanguage
	}
	d := &Desk{options: o, now: o.Now, clock: o.Now, dir: o.Data}
	d.file = &logFile{path: filepath.Join(d.StateDir(), "harta.log"), fallback: o.Log}
	d.log = slog.New(slog.NewTextHandler(d.file, nil))
	if d.dir == "" {
		d.dir = cmp.Or(d.options.Env(EnvData), d.Habits().DataDir, d.defaultDir())
	}
	var err error
	if d.Paper, err = say.New(paperLanguage); err != nil {
		return nil, err
	}
	d.Screen = d.Paper
	d.press = sync.OnceValues(func() (*letter.Press, error) { return newPress(d.Paper) })
	if o.Lang != paperLanguage {
		speaker, err := say.New(o.Lang)
		if err != nil {
			return d, err
		}
		d.Screen = speaker
	}
	return d, d.setClock()
}

// Lang is the language of the screen.
func (d *Desk) Lang() string { return d.options.Lang }

// Dir is the data folder.
func (d *Desk) Dir() string { return d.dir }

// Choose takes another data folder, before an office is opened.
func (d *Desk) Choose(dir string) { d.dir = dir }

// Now is the moment by the clock of this run.
func (d *Desk) Now() time.Time { return d.clock().UTC() }

// Today is the civil day by the clock of this run.
func (d *Desk) Today() calendar.Date { return calendar.DateOf(d.clock()) }

// Practising tells whether the clock was set by hand.
func (d *Desk) Practising() bool { return d.options.Practice }

// StorageOptions are what every opening of a data folder in this run has in common.
func (d *Desk) StorageOptions() storage.Options {
	o := storage.Options{StateDir: d.StateDir(), Holder: d.options.Holder, Now: d.clock, Probe: d.options.Probe}
	if d.options.Facts != nil {
		d.options.Facts(&o)
	}
	return o
}

func (d *Desk) officeOptions() office.Options {
	return office.Options{
		Storage: d.StorageOptions(), Random: d.options.Random, Log: d.log, Cost: d.options.Cost, Practice: d.options.Practice,
		SameAsPaper: d.sameAsPaper, Progress: d.progress,
	}
}

// Close frees the data folder, forgets what was shown and ends the log. It may be called again, and the desk may
// open its office anew.
func (d *Desk) Close() error {
	var err error
	if d.open {
		err = d.Office.Close()
		d.open = false
		d.ForgetShown()
	}
	err = errors.Join(err, d.closeViewer())
	d.file.close()
	return err
}

// Open opens the office in the data folder; nobody is signed in yet. For writing it is alone there; for reading it
// may be beside a writer, and nothing is noted. [*storage.HeldError] says who holds the folder, [*LostError] that
// acknowledged records are missing.
func (d *Desk) Open(readOnly bool) error {
	if err := d.openAs(readOnly); err != nil {
		return err
	}
	if lost := d.Findings().Lost; len(lost) > 0 && !readOnly {
		return errors.Join(&LostError{Seq: lost[0].Tip}, d.Close())
	}
	return nil
}

// Mend opens the office for writing although acknowledged records are missing: to rebuild what is left.
func (d *Desk) Mend() error { return d.openAs(false) }

func (d *Desk) openAs(readOnly bool) error {
	opts := d.officeOptions()
	opts.Storage.ReadOnly = readOnly
	o, err := office.Open(d.dir, opts)
	if err != nil {
		return err
	}
	d.Office, d.open, d.reading = o, true, readOnly
	if torn := o.Findings().Torn; torn > 0 {
		d.log.Info("cut a torn tail", slog.Int64("bytes", torn))
	}
	if !readOnly {
		d.ForgetShown()
	}
	return nil
}

// clockBehind is how far the clock may stand before the last record: that much two desks may differ.
const clockBehind = 10 * time.Minute

// Warnings tells what a person must know about the data. Before anybody is signed in that is damage; after, what
// signing in has dealt with: figures that were rebuilt, a new series of numbers, a clock that went back.
func (d *Desk) Warnings() []string {
	found := d.Findings()
	if d.User().ID == (domain.UserID{}) {
		if len(found.Damage) == 0 {
			return nil
		}
		return []string{d.damaged(found.Damage)}
	}
	var all []string
	if found.StateLost && !found.Restored { // a backup has none
		all = append(all, d.Screen.T("fault.rebuilt"))
	}
	if series := d.series(); series != "" && found.Unsettled() && !d.confirmed {
		all = append(all, d.Screen.T("fault.continued", "series", series))
	}
	last, now := d.LastMoment(), d.Now()
	if !d.Practising() && !last.IsZero() && now.Before(last.Add(-clockBehind)) { // records keep their order all the same
		all = append(all, d.Screen.T("fault.clock_back", "now", d.Screen.DateTime(now), "last", d.Screen.DateTime(last)))
	}
	return all
}

// series is the letter of the chain begun last.
func (d *Desk) series() string {
	for _, c := range slices.Backward(d.Settings().Chains) {
		if c.Purpose == domain.JournalChain {
			return c.Series
		}
	}
	return ""
}
