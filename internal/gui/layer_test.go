package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// underToast shows a message in passing, and tells what button it covers; empty = none.
func underToast(w *Window) (words string) {
	if look.Covered(w.Canvas()) { // what lies behind cannot be pressed
		return ""
	}
	w.showToast(present.Toast{Words: "Изпратено: отговор по жалба и уведомление до служителя.", Undo: func() {}})
	defer w.hideToast()
	var toast place
	var size fyne.Size
	var buttons []*look.Button
	var places []place
	walkCanvas(w.Canvas(), func(o fyne.CanvasObject, p place) bool {
		if l, ok := o.(*look.Layer); ok {
			if floats := children(l); len(floats) == 1 {
				toast, size = place{at: p.at.Add(floats[0].Position())}, floats[0].Size()
			}
			return false
		}
		if b, ok := o.(*look.Button); ok && p.within(b.Size()).room.Height > 4 && p.within(b.Size()).room.Width > 4 {
			buttons, places = append(buttons, b), append(places, p.within(b.Size()))
		}
		return true
	})
	for i, p := range places {
		right, bottom := p.from.X+p.room.Width, p.from.Y+p.room.Height
		if right > toast.at.X && p.from.X < toast.at.X+size.Width && bottom > toast.at.Y && p.from.Y < toast.at.Y+size.Height {
			return buttons[i].Words
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
