package gui

import (
	"testing"
	"testing/synctest"

	"fyne.io/fyne/v2/test"
)

func TestWorkWaitsUntilTheWindowIsSeen(t *testing.T) {
	w := test.NewTempWindow(t, nil)
	synctest.Test(t, func(t *testing.T) {
		a, worked, done := newAsync(), false, false
		a.background(func() { worked = true }, func() { done = true })
		synctest.Wait()
		if worked {
			t.Error("it did not wait")
		}
		w.SetContent(a.sight)
		w.Canvas().Capture()
		synctest.Wait()
		if !worked || !done {
			t.Errorf("worked %t, done %t", worked, done)
		}
	})
}
