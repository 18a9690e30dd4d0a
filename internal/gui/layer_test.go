package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// underToast shows a message in passing, and tells what words above the status line it covers; empty = none. Of what
// scrolls there is more than is seen, so that a line of it may be cut there anyway.
func underToast(w *Window) (words string) {
	if look.Covered(w.Canvas()) { // what lies behind cannot be pressed
		return ""
	}
	w.showToast(present.Toast{Words: "Изпратено: отговор по жалба и уведомление до служителя.", Undo: func() {}})
	defer w.hideToast()
	window := w.Canvas().Size()
	var toast place
	var texts []*canvas.Text
	var places []place
	walkCanvas(w.Canvas(), func(o fyne.CanvasObject, p place) bool {
		if l, ok := o.(*look.Layer); ok {
			if floats := children(l); len(floats) == 1 {
				toast = place{from: p.at.Add(floats[0].Position()), room: floats[0].Size()}
			}
			return false
		}
		if t, ok := o.(*canvas.Text); ok && t.Text != "" && p.room == window && p.at.Y < window.Height-statusHeight {
			texts, places = append(texts, t), append(places, p.within(t.MinSize()))
		}
		return true
	})
	for i, p := range places {
		if p.from.X+p.room.Width > toast.from.X && p.from.X < toast.from.X+toast.room.Width && p.from.Y+p.room.Height > toast.from.Y {
			return texts[i].Text
		}
	}
	return ""
}

func TestEscClosesAToastBeforeAnythingElse(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	h.Window.open(present.Route{Place: present.RegisterPlace})
	h.Window.open(present.Route{Place: present.JournalPlace})
	h.env.Toast(present.Toast{Words: "Записано."})
	said := func() bool { return slices.Contains(wordsOf(h.Content()), "Записано.") }
	if !said() {
		t.Fatal("there is no toast")
	}
	h.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if said() || h.place() != present.JournalPlace {
		t.Errorf("after Esc the toast is shown: %v, at %s", said(), h.place())
	}
	h.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if look.CloseToast(h.Canvas()) || h.place() != present.RegisterPlace {
		t.Errorf("the second Esc leads to %s", h.place())
	}
}
