package look

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestButtonsGoUnderWordsThatWouldBeSqueezed(t *testing.T) {
	startApp(t, Light)
	words := NewProse("Следва: решение по същество", Strong, Ink)
	buttons := Sized(200, 28, NewBox(Accent))
	c := Beside(200, 12, words, buttons)
	for width, under := range map[float32]bool{600: false, 412: false, 411: true, 240: true} {
		high := HeightAt(c, width)
		c.Resize(fyne.NewSize(width, high))
		if got := buttons.Position().Y >= words.Size().Height; got != under || buttons.Size().Width > width {
			t.Errorf("at %v: under %t at %v, %v wide", width, got, buttons.Position(), buttons.Size().Width)
		}
		if under && high < words.Size().Height+28 {
			t.Errorf("at %v it is %v high", width, high)
		}
	}
}

func TestABoxWithoutRoomIsNotDrawn(t *testing.T) {
	startApp(t, Light)
	b := NewBox(Accent).Bordered(Rule, 1).Rounded(6)
	w := window(t, Sized(100, 100, b))
	b.Resize(fyne.NewSize(186, -23)) // a pane that others leave nothing
	w.Canvas().Capture()
}
