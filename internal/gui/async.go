package gui

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// async is where the window crosses goroutines, and the only place that does: presenters and widgets live on the
// goroutine of the screen, work runs beside it.
type async struct {
	running sync.WaitGroup
}

// background runs work off the screen's goroutine, and then done on it.
func (a *async) background(work, done func()) {
	a.running.Add(1)
	go func() {
		work()
		a.running.Done()
		fyne.Do(done)
	}()
}

// after calls f on the screen's goroutine when d has passed, unless stopped before.
func (*async) after(d time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { t.Stop() }
}

// wait waits until everything that runs in the background has written what it writes: the window closes.
func (a *async) wait() { a.running.Wait() }
