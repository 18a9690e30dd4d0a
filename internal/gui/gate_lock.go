package gui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// session is what the window knows of whoever is at work.
type session struct {
	listening bool     // to the office that is open
	warnings  []string // what must be known about the data, until it is put away
	user      domain.UserID
	way       present.Nav // where one was when the window was locked
	touched   time.Time
	stop      func() // of the clock that locks the window
}

// listen hears of changes; once, however often somebody signs in.
func (w *Window) listen() {
	if w.session.listening {
		return
	}
	w.session.listening = true
	w.program.Listen(func(c office.Change) { w.env.Go(func() {}, func() { w.changed(c) }) })
}

// likes changes how the window is liked, and gives it.
func (w *Window) likes(change func(*desk.Habits)) desk.Habits {
	if change != nil {
		change(&w.habits)
		w.keepHabits()
	}
	return w.habits
}

// lock leaves the seat: whoever comes next signs in. The same person finds everything where it was.
func (w *Window) lock() {
	if w.frame == nil {
		return
	}
	if w.palette != nil {
		w.palette()
	}
	for o := w.Canvas().Overlays().Top(); o != nil; o = w.Canvas().Overlays().Top() {
		w.Canvas().Overlays().Remove(o)
	}
	w.Canvas().SetOnTypedKey(w.typedKey) // what lay over the window had them
	w.session.way = w.nav
	w.stopIdle()
	w.env.Go(w.program.ForgetShown, func() {})
	w.showGate()
}

// resume goes where the same person was when the window was locked, else to Днес.
func (w *Window) resume() {
	user := w.program.User().ID
	same := user == w.session.user && w.session.way.Now().Place != ""
	w.session.user = user
	w.startIdle()
	if !same {
		w.session.way = present.Nav{}
		w.open(present.Route{Place: present.TodayPlace})
		return
	}
	w.nav, w.session.way = w.session.way, present.Nav{}
	w.show(w.nav.Now())
}

// touch says that somebody is at work.
func (w *Window) touch() { w.session.touched = w.env.Now() }

// watchKeys hears of every key that is pressed, also in a field.
func (w *Window) watchKeys() {
	if c, ok := w.Canvas().(desktop.Canvas); ok {
		c.SetOnKeyDown(func(*fyne.KeyEvent) { w.touch() })
	}
}

// idleMinutes is after how many idle minutes the window locks itself; 0 = never.
func (w *Window) idleMinutes() int {
	switch m := w.habits.IdleLock; {
	case m < 0:
		return 0
	case m == 0:
		return present.DefaultIdleLock
	default:
		return m
	}
}

// startIdle begins to watch for nobody being there. It looks once a minute: nothing depends on the second.
func (w *Window) startIdle() {
	w.stopIdle()
	w.touch()
	w.session.stop = w.env.After(time.Minute, w.idle)
}

func (w *Window) idle() {
	m := w.idleMinutes()
	if w.frame != nil && m > 0 && w.env.Now().Sub(w.session.touched) >= time.Duration(m)*time.Minute {
		w.lock()
		return
	}
	if w.daily != nil {
		w.daily.Tick(w.env.Now().Sub(w.session.touched))
	}
	w.session.stop = w.env.After(time.Minute, w.idle)
}

func (w *Window) stopIdle() {
	if w.session.stop != nil {
		w.session.stop()
		w.session.stop = nil
	}
}

// beginDaily has the daily backup made while somebody is signed in.
func (w *Window) beginDaily() {
	w.daily = present.NewDaily(w.env, w.program)
	w.daily.Copying = func(on bool) {
		if w.frame != nil {
			w.frame.model.Copying(on)
		}
	}
	w.daily.Failed = func(words string) {
		if w.frame != nil && !slices.Contains(w.session.warnings, words) {
			w.session.warnings = append(w.session.warnings, words)
			w.frame.renotice()
		}
	}
}

func (w *Window) stopDaily() {
	if w.daily != nil {
		w.daily.Leave()
		w.daily = nil
	}
}

// notices are the banners above every screen: what must be known about the data.
func (w *Window) notices() *fyne.Container {
	all := look.Column(0)
	add := func(icon fyne.Resource, words string, tone look.Tone, shut func()) {
		var button fyne.CanvasObject
		if shut != nil {
			button = look.NewButton("", look.Icon(theme.IconNameCancel), look.Quiet, shut)
		}
		all.Add(look.Padded(8, 0, 12, 12, look.NewBanner(icon, words, tone, button)))
	}
	t := w.env.T
	if w.env.ReadOnly {
		add(look.Icon(theme.IconNameVisibility), t("gate.read_only_banner"), look.ToneInfo, nil)
	}
	for i, words := range w.session.warnings {
		add(look.Icon(theme.IconNameWarning), words, look.ToneSoon, func() {
			w.session.warnings = append(w.session.warnings[:i:i], w.session.warnings[i+1:]...)
			w.frame.renotice()
		})
	}
	return all
}
