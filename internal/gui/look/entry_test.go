package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTypingGoesOnBehindATextThatWasFoundAgain(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	e := NewEntry("")
	e.Put("спрян асансьор")
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(200, 200))
	w.Canvas().Focus(e)
	test.Type(e, "те")
	if e.Text != "спрян асансьорте" {
		t.Errorf("%q", e.Text)
	}
}

func TestTheCursorStaysWhereSomebodyTypes(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	e := NewEntry("")
	e.Put("бв")
	test.NewTempWindow(t, e).Canvas().Focus(e)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	test.Type(e, "а")
	e.Put("Абв") // as it is written properly
	test.Type(e, "х")
	if e.Text != "Ахбв" {
		t.Errorf("%q", e.Text)
	}
}
