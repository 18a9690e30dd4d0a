package look

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTabsWithoutRoomAreLeftOutAsAWholeAndReachedAllTheSame(t *testing.T) {
	startApp(t, Light)
	names := []string{"Деловодство", "Отдели", "Теми", "Номенклатура", "Потребители", "Номериране", "Писма", "Архив"}
	tabs := make([]TabWords, len(names))
	for i, n := range names {
		tabs[i] = TabWords{n, -1}
	}
	opened := -1
	x := NewTabs(tabs, func(i int) { opened = i }).Sliding()
	w := window(t, x)
	x.Resize(fyne.NewSize(360, tabHeight))
	seen := func() []string { return wordsIn(x) }
	whole := func(from int) {
		t.Helper()
		got := seen()
		if len(got) == 0 || !slices.Equal(got, names[from:from+len(got)]) || len(got) == len(names) {
			t.Errorf("shows %q, want them from %q on", got, names[from])
		}
	}
	whole(0)
	x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if got := seen(); opened != len(names)-1 || !slices.Contains(got, "Архив") || slices.Contains(got, "Деловодство") {
		t.Errorf("the end shows %q", got)
	}
	whole(len(names) - len(seen()))
	for range names { // the sign at the left
		test.TapAt(x, fyne.NewPos(8, 10))
	}
	whole(0)
	if opened != len(names)-1 || x.Current() != opened {
		t.Errorf("looking for a tab opens %q", names[x.Current()])
	}
	test.TapAt(x, fyne.NewPos(352, 10)) // the one at the right
	if got := seen(); slices.Contains(got, "Деловодство") {
		t.Errorf("the next ones are %q", got)
	}
	x.Put(0)
	whole(0)
	x.Resize(fyne.NewSize(2000, tabHeight))
	if got := seen(); len(got) != len(names) {
		t.Errorf("where there is room %q are shown", got)
	}
	w.Canvas().Capture()
}
