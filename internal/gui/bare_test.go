package gui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/say"
)

// bareWindow is a window without a frame over a program; p may be nil. Work runs at once, nothing happens later, and
// what a screen asks of the window is not heard: a test replaces what it wants to hear.
func bareWindow(tb testing.TB, p Program) *Window {
	tb.Helper()
	a := test.NewTempApp(tb)
	a.Settings().SetTheme(look.Theme{})
	speaker, err := say.New("bg")
	if err != nil {
		tb.Fatal(err)
	}
	w := &Window{Window: test.NewTempWindow(tb, nil), hideToast: func() {}, program: p, layer: look.NewLayer()}
	w.env = present.Env{
		Say: speaker, Now: caseNow, Go: inline, After: func(time.Duration, func()) func() { return func() {} },
		Tell: func(err error) string { return err.Error() },
		Open: func(present.Route) {}, Back: func() {}, Toast: func(present.Toast) {},
	}
	w.SetPadded(false)
	return w
}

func inline(work, done func()) {
	work()
	done()
}
