package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAChoiceIsFoundInEitherAlphabet(t *testing.T) {
	startApp(t, Light)
	words := []string{"Анна Георгиева, Местни данъци", "Иван Жеков, Екология", "Щерю Ганев, Местни данъци", "John Smith"}
	for typed, want := range map[string]string{
		"иван":   words[1],
		"ivan":   words[1],
		"ИВ":     words[1],
		"zhekov": words[1],
		"vekow":  words[1], // the phonetic keyboard
		"shter":  words[2],
		"eko":    words[1], // a word within
		"smith":  words[3],
		"данъ":   words[0],
		"еков":   words[1], // in the middle of a word, as it stands there
		"ф":      words[0], // nothing has it
	} {
		got := ""
		choice := NewChoice("Изберете", words, func(i int) { got = words[i] })
		w := window(t, choice)
		choice.OnTapped()
		for _, r := range typed {
			w.Canvas().Focused().TypedRune(r)
		}
		press(w.Canvas().Focused(), fyne.KeyReturn)
		if got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
}

func TestAListOfOptionsSaysThatThereAreMoreThanAreSeen(t *testing.T) {
	startApp(t, Light)
	for n, more := range map[int]bool{mostOptions: false, mostOptions + 1: true, 40: true} {
		choice := NewChoice("Изберете", make([]string, n), func(int) {})
		w := window(t, choice)
		choice.OnTapped()
		o, ok := w.Canvas().Focused().(*options)
		if !ok {
			t.Fatal("no list is open")
		}
		r, ok := test.WidgetRenderer(o).(*optionsRenderer)
		if !ok || r.thumb.Visible() != more {
			t.Fatalf("of %d: said %t", n, r.thumb.Visible())
		}
		press(o, fyne.KeyEnd)
		if low := r.thumb.Position().Y + r.thumb.Size().Height; more && low < o.Size().Height-1 {
			t.Errorf("of %d: at the end the sign ends at %v of %v", n, low, o.Size().Height)
		}
	}
}
