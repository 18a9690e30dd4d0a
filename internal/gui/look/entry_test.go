package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTypingGoesOnBehindATextThatWasFoundAgain(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	for _, c := range []struct {
		name, kept string
		lines      bool
	}{
		{"a line", "спрян асансьор", false},
		{"several lines", "Първи ред.\nВтори ред.", true},
		{"a line that breaks", "Молим за отговор по въпроса с уличното осветление и с тротоара пред блока, както и за пътя.", true},
	} {
		e := NewEntry("")
		e.MultiLine = c.lines
		if c.lines {
			e.Wrapping = fyne.TextWrapWord
		}
		e.Put(c.kept)
		w := test.NewTempWindow(t, e)
		w.Resize(fyne.NewSize(200, 200))
		w.Canvas().Focus(e)
		test.Type(e, "те")
		if want := c.kept + "те"; e.Text != want {
			t.Errorf("%s: %q, want %q", c.name, e.Text, want)
		}
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
