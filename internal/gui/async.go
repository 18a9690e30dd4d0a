package gui

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
)

// async is where the window crosses goroutines, and the only place that does: presenters and widgets live on the
// goroutine of the screen, work runs beside it.
type async struct {
	running sync.WaitGroup
	sight   fyne.CanvasObject // of the window: it has been drawn once when the window is seen
	seen    chan struct{}     // closed then
}

// seenIn is how long the first picture of the window may take. A window that begins hidden has none.
const seenIn = time.Second

// newAsync makes what holds back its work until the window is seen: drawing the first picture takes all there is.
func newAsync() *async {
	a := &async{seen: make(chan struct{})}
	told := sync.OnceFunc(func() { close(a.seen) })
	time.AfterFunc(seenIn, told)
	a.sight = look.NewSight(func() { go fyne.Do(told) }) // behind the picture that is being drawn
	return a
}

// background runs work off the screen's goroutine, and then done on it.
func (a *async) background(work, done func()) {
	a.running.Add(1)
	go func() {
		<-a.seen
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
