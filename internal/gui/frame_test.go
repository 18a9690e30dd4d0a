package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

func TestTheSearchTakesWhatTheTopBarLeavesAndTheNoteGivesWayLast(t *testing.T) {
	w, _ := wholeWindow(t, fyne.NewSize(1366, 768), present.Route{Place: present.TodayPlace})
	f := newFrame(w)
	const note = "Атанас Кючуков, срок 26.11.2026"
	button := look.NewButton("Печат", nil, look.Plain, nil)
	f.retitle(head{title: "Писмо по 94-19/26.10.2026", note: note, back: true, right: []fyne.CanvasObject{button}})
	bar, ok := f.top.Objects[0].(*fyne.Container)
	if !ok {
		t.Fatal("no bar")
	}
	for width, want := range map[float32]float32{1200: searchWidth, 900: narrowSearch, 700: searchSign, 460: searchSign, 320: searchSign} {
		bar.Resize(fyne.NewSize(width, 28))
		if got := f.search.Size().Width; got != want {
			t.Errorf("at %v the search is %v wide, want %v", width, got, want)
		}
		for i, o := range bar.Objects[1:] {
			if before := bar.Objects[i]; before.Position().X+before.Size().Width > o.Position().X {
				t.Errorf("at %v part %d lies over the next", width, i)
			}
		}
		if whole := bar.Objects[1].Size().Width >= look.Body.Width(note); whole != (width > 460) {
			t.Errorf("at %v the note is whole: %t", width, whole)
		}
	}
}

func TestThePlacesOfTheRailStandCloserInALowWindow(t *testing.T) {
	w, _ := wholeWindow(t, fyne.NewSize(1366, 768), present.Route{Place: present.TodayPlace})
	objects := make([]fyne.CanvasObject, 12)
	for i := range objects {
		objects[i] = newRailItem(present.RailItem{Words: "Място"}, false, false, func() { w.back() })
	}
	objects[6], objects[9] = look.Line(look.Rule), look.Line(look.Rule)
	last := objects[len(objects)-1]
	for height, row := range map[float32]float32{600: railRow, 366: railRow, 300: 29, 210: lowRailRow} {
		railLayout{}.Layout(objects, fyne.NewSize(160, height))
		if last.Size().Height != row || last.Position().Y+row > height {
			t.Errorf("in %v the last place is %v high and ends at %v", height, last.Size().Height, last.Position().Y+last.Size().Height)
		}
	}
}
