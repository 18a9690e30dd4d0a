package gui

import (
	"os"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"harta/internal/desk"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
	"harta/internal/say"
)

// Options say how the window is run. Go and After are replaced where there is no driver to wait for.
type Options struct {
	Program Program
	Say     *say.Speaker
	Now     func() time.Time
	Go      present.Go    // nil = in the background
	After   present.After // nil = by the clock
	Picker  Picker        // of files and folders; nil = in a panel of the window
}

// Window is the window of the program: before somebody has signed in the gate, then the frame with its screens.
type Window struct {
	fyne.Window
	program   Program
	env       present.Env
	async     *async
	nav       present.Nav
	gate      screen // before somebody has signed in; nil afterwards
	frame     *frame
	screen    screen
	layer     *look.Layer
	hideToast func()
	picker    Picker
	habits    desk.Habits
	finder    *present.Finder
	check     *present.Check
	daily     *present.Daily // the backup that makes itself; nil while nobody is signed in
	palette   func()         // hides the palette or the manual; nil while neither is shown
	session   session
	settled   bool // the screen has had the focus it begins with
	warmed    bool // what draws pages was seen to
}

// Open fills a window with the program and shows the gate.
func Open(w fyne.Window, o Options) *Window {
	x := &Window{Window: w, program: o.Program, async: newAsync(), layer: look.NewLayer(), hideToast: func() {}, picker: o.Picker, habits: o.Program.Habits()}
	x.env = present.Env{
		Say: o.Say, Go: o.Go, After: o.After, Now: o.Now, Tell: o.Program.Tell,
		Open: x.open, Back: x.back, Toast: x.showToast, Ask: x.ask, Habits: x.likes,
	}
	if x.picker == nil {
		x.picker = &ownPicker{window: x}
	}
	if o.Go == nil {
		o.Go = x.async.background
	}
	x.env.Go = func(work, done func()) {
		o.Go(work, func() {
			done()
			x.settle()
		})
	}
	if x.env.After == nil {
		x.env.After = x.async.after
	}
	w.SetPadded(false)
	w.Canvas().SetOnTypedKey(x.typedKey)
	w.Canvas().SetOnTypedRune(x.typedRune)
	w.SetOnDropped(x.dropped)
	x.watchKeys()
	x.hearShortcuts()
	x.showGate()
	return x
}

// showGate shows who may sign in, or how an office is begun.
func (w *Window) showGate() {
	w.leave()
	w.hideToast()
	w.nav.Forget()
	w.frame = nil
	w.stopDaily()
	w.gate = newGate(w)
	w.SetMainMenu(nil)
	w.SetContent(look.Stack(w.gate.body(), w.layer, w.async.sight))
	w.focus(w.gate.first())
}

// Enter shows the frame: somebody has signed in.
func (w *Window) enter() {
	w.gate = nil
	w.finder, w.check = present.NewFinder(w.env, w.program), present.NewCheck(w.env, w.program)
	w.frame = newFrame(w)
	w.beginDaily()
	w.listen()
	w.SetMainMenu(w.menu())
	w.SetContent(look.Stack(look.NewWatch(w.touch), w.frame.Container, w.layer))
	w.frame.model.Load()
	w.resume()
	w.warm()
}

// warmAfter is how long after somebody has signed in there is calm: the day is on the screen.
const warmAfter = 8 * time.Second

// warm sees to what draws pages, once. Where that goes wrong, the first page says so.
func (w *Window) warm() {
	if w.warmed {
		return
	}
	w.warmed = true
	w.env.After(warmAfter, func() {
		w.env.Go(func() { _ = w.program.WarmPages() }, func() {})
	})
}

// changed is told of every acknowledged change.
func (w *Window) changed(office.Change) {
	if w.frame == nil {
		return
	}
	w.finder.Forget()
	w.frame.model.Saved(w.env.Now())
	w.frame.model.Load()
	if w.screen != nil {
		w.screen.reload()
	}
}

// open goes to a place.
func (w *Window) open(to present.Route) {
	if w.frame == nil {
		return
	}
	var kept any
	if w.screen != nil {
		kept = w.screen.keep()
	}
	w.leave()
	w.touch()
	w.finder.Visit(to.Case)
	w.nav.Go(to, kept)
	w.show(to)
}

// replace goes to a place instead of the present one, such as to the next case of a list.
func (w *Window) replace(to present.Route) {
	w.leave()
	w.nav.Replace(to)
	w.show(to)
}

// back goes to where one came from; at the beginning of the way to Днес.
func (w *Window) back() {
	to, kept, ok := w.nav.Back()
	if !ok {
		w.open(present.Route{Place: present.TodayPlace})
		return
	}
	w.leave()
	w.show(to)
	w.screen.restore(kept)
}

// leave lets the screen that goes away keep what is typed on it.
func (w *Window) leave() {
	if w.screen != nil {
		w.screen.leave()
		w.screen = nil
	}
}

// show builds the screen of a route.
func (w *Window) show(to present.Route) {
	w.screen = w.build(to)
	w.frame.show(w.screen)
	w.screen.resized(w.Canvas().Size().Width)
	w.settled = false
	w.Canvas().Unfocus() // what has gone with the screen before would still have it
	w.settle()
}

// settle gives a screen that was shown the focus it begins with, as soon as what it loads is there.
func (w *Window) settle() {
	if w.screen == nil || w.settled || look.Covered(w.Canvas()) {
		return
	}
	if f := w.screen.first(); f != nil {
		w.settled = true
		if w.Canvas().Focused() == nil {
			w.focus(f)
		}
	}
}

// retitle asks the screen for its top bar again.
func (w *Window) retitle() {
	if w.frame != nil && w.screen != nil {
		w.frame.retitle(w.screen.head())
	}
}

// place is where the window is, as the rail shows it.
func (w *Window) place() present.Place {
	switch p := w.nav.Now().Place; p {
	case present.CasePlace, present.ImportPlace:
		return present.RegisterPlace
	case present.DestroyPlace:
		return present.ReportsPlace
	case present.CalculatorPlace:
		return present.CalendarPlace
	case present.ExplainPlace:
		return present.TodayPlace
	case present.LetterPlace:
		return present.LettersPlace
	default:
		return p
	}
}

func (w *Window) focus(f fyne.Focusable) {
	if f != nil {
		w.Canvas().Focus(f)
	} else {
		w.Canvas().Unfocus()
	}
}

// Zoom is the text size that the driver of the screen took: what was asked for in the surroundings comes before what is
// set for all programs.
func Zoom() float32 {
	if asked, err := strconv.ParseFloat(os.Getenv("FYNE_SCALE"), 32); err == nil {
		return desk.Zoom(float32(asked))
	}
	return desk.Zoom(fyne.CurrentApp().Settings().Scale())
}

// Closing keeps what is typed and waits until it is written. The caller closes the office afterwards.
func (w *Window) Closing() {
	w.leave()
	w.stopIdle()
	w.stopDaily()
	if w.gate != nil {
		w.gate.leave()
	}
	size := w.Canvas().Size()
	w.habits.Width, w.habits.Height = size.Width, size.Height
	w.habits.Zoom = Zoom()
	w.keepHabits()
	w.async.wait()
}
