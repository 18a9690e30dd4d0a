package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

func TestFiltersWithoutRoomStandBehindTheLast(t *testing.T) {
	var set []string
	chips := []present.FilterChip{
		{Key: "kind", Words: "Вид", Options: []present.Option{{Key: "signal", Words: "Сигнал"}}},
		{Key: "state", Words: "Състояние", Options: []present.Option{{Key: "open", Words: "Отворени"}}},
		{Key: "unit", Words: "Отдел", Options: []present.Option{{Key: "tax", Words: "Данъци"}, {Key: "green", Words: "Екология"}}},
		{Key: "mine", Words: "Моите", On: true},
	}
	w := bareWindow(t, nil)
	row := w.newFilterChips(chips, func(key, option string) { set = append(set, key+"="+option) })
	w.SetContent(row)
	seen := func(width float32) int {
		w.Resize(fyne.NewSize(width, 40))
		row.Resize(fyne.NewSize(width, 28))
		n := 0
		for _, o := range row.Objects[:len(chips)] {
			if o.Visible() {
				n++
			}
		}
		return n
	}
	if n := seen(900); n != 4 || row.Objects[4].Visible() {
		t.Fatalf("%d of 4 are seen where there is room", n)
	}
	n := seen(230)
	more, ok := row.Objects[4].(*look.Button)
	if !ok || !more.Visible() || n == 0 || n > 2 || more.Words != w.env.T("register.more_chips", "n", 4-n) {
		t.Fatalf("%d are seen, and %+v", n, more.Words)
	}
	if right := more.Position().X + more.Size().Width; right > 230 {
		t.Errorf("the last one ends at %v", right)
	}
	key := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	more.OnTapped() // the first hidden one that has options: its second
	for _, r := range "отдел" {
		w.Canvas().Focused().TypedRune(r)
	}
	key(fyne.KeyReturn, fyne.KeyEnd, fyne.KeyReturn)
	more.OnTapped()
	key(fyne.KeyEnd, fyne.KeyReturn)
	if len(set) != 2 || set[0] != "unit=green" || set[1] != "mine=" {
		t.Errorf("set %q", set)
	}
}
