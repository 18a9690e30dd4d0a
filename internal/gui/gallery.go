package gui

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// shot is a state of a screen that the gallery shows.
type shot struct {
	name  string // of the picture, such as 05-case
	user  string // login of who has signed in; empty = the gate
	route func(*Window) present.Route
	stage func(*Window) // what is done on the screen before it is shown; nil = nothing
}

// shots are all states, in the order of the manual.
func shots() []shot {
	return slices.Concat(
		gateShots(), todayShots(), intakeShots(), registerShots(), caseShots(), letterShots(), lettersShots(),
		approvalShots(), dispatchShots(), reportsShots(), calendarShots(), journalShots(), settingsShots(), paletteShots(), helpShots(), floatShots(), frameShots(), importShots(), mistakeShots(), chainShots(), seatShots(), destroyShots(),
	)
}

// Gallery shows every screen and state in a window that is drawn in memory, without a display.
type Gallery struct {
	Options Options
	SignIn  func(login string) error
	Size    fyne.Size // in pixels
	Scale   float32   // of the text; 1 = 100 %
	Variant look.Variant
	Only    string // draws only pictures whose name has it
}

// Render draws every picture and hands it to save.
func (g Gallery) Render(save func(name string, picture image.Image) error) error {
	a := test.NewApp()
	defer a.Quit()
	a.Settings().SetTheme(look.Theme{Variant: g.Variant})
	g.Options.Go = func(work, done func()) { work(); done() }
	for _, s := range shots() {
		if !strings.Contains(s.name, g.Only) {
			continue
		}
		w, err := g.show(s)
		if err != nil {
			return fmt.Errorf("show %s: %w", s.name, err)
		}
		if err := save(s.name, capture(w.Canvas())); err != nil {
			return fmt.Errorf("keep the picture %s: %w", s.name, err)
		}
		w.Close()
	}
	return nil
}

// waiting is the clock of the pictures: what is to happen soon happens when the screen has been staged, what is to
// happen later never does.
type waiting struct{ due []func() }

// soon is more than drafts and previews wait, and less than a message in passing stays.
const soon = 2 * time.Second

func (q *waiting) after(d time.Duration, f func()) (stop func()) {
	if d > soon {
		return func() {}
	}
	stopped := false
	q.due = append(q.due, func() {
		if !stopped {
			f()
		}
	})
	return func() { stopped = true }
}

// mostRounds bounds what calls itself again and again.
const mostRounds = 10

func (q *waiting) settle() {
	for range mostRounds {
		due := q.due
		q.due = nil
		for _, f := range due {
			f()
		}
	}
}

// show brings a window into the state of a shot.
func (g Gallery) show(s shot) (*Window, error) {
	var clock waiting
	g.Options.After = clock.after
	w := test.NewWindow(nil)
	if c, ok := w.Canvas().(software.WindowlessCanvas); ok {
		c.SetScale(g.Scale)
	}
	units := fyne.NewSize(g.Size.Width/g.Scale, g.Size.Height/g.Scale)
	w.Resize(units)
	x := Open(w, g.Options)
	if s.user != "" {
		if err := g.SignIn(s.user); err != nil {
			return nil, err
		}
		x.enter()
		if s.route != nil {
			x.open(s.route(x))
		}
	}
	w.Resize(units)
	if s.stage != nil {
		s.stage(x)
	}
	clock.settle()
	w.Resize(units)
	return x, nil
}
