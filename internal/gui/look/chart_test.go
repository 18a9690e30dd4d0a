package look

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTheAxisHasRoundNumbersAndFewLines(t *testing.T) {
	for highest, want := range map[int]int{0: 1, 1: 1, 4: 1, 5: 2, 8: 2, 20: 5, 21: 10, 35: 10, 40: 10, 41: 20, 90: 50, 200: 50, 201: 100, 1999: 500} {
		if got := axisStep(highest); got != want {
			t.Errorf("%d: %d, want %d", highest, got, want)
		}
	}
}

func TestBarsArePressedByKeyAndPointer(t *testing.T) {
	startApp(t, Light)
	var heard [][2]int
	b := NewBars([]string{"ян", "фев"}, []Series{{"а", Accent}, {"б", Border}}, func(group, series int) { heard = append(heard, [2]int{group, series}) })
	b.Put([][]int{{24, 22}, {26, 25}})
	window(t, Column(0, Sized(400, 200, b)))
	press(b, fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace, fyne.KeyEnd, fyne.KeyRight, fyne.KeyEnter)
	test.TapAt(b, fyne.NewPos(b.x(1, b.Size().Width)+3, 100))
	test.TapAt(b, fyne.NewPos(2, 100))
	if want := [][2]int{{0, 0}, {1, 0}, {1, 1}, {0, 1}}; !slices.Equal(heard, want) {
		t.Fatalf("heard %v, want %v", heard, want)
	}
}

func TestRowsOfChartsArePressedByKeyAndPointer(t *testing.T) {
	startApp(t, Light)
	var heard []int
	tap := func(i int) { heard = append(heard, i) }
	s, l := NewStacked([]Series{{"а", FillOK}, {"б", FillOver}}, tap), NewWeekLoad(tap)
	s.Put([]StackedRow{{"АПИО", []int{37, 1}}, {"Устройство", []int{31, 0}}})
	l.Put([]DayLoad{{Label: "пт 27.11"}, {Label: "пн 30.11", Count: 4, Ink: FillSoon, Apart: true}})
	window(t, Column(0, Sized(400, 0, s), Sized(200, 0, l)))
	press(s, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	press(l, fyne.KeyEnd, fyne.KeySpace, fyne.KeyUp, fyne.KeySpace)
	test.TapAt(l, fyne.NewPos(20, 18+13+3))
	if want := []int{0, 1, 1, 0, 1}; !slices.Equal(heard, want) {
		t.Fatalf("heard %v, want %v", heard, want)
	}
	if got, want := l.MinSize().Height, float32(18+13+18); got != want {
		t.Errorf("the strip is %v high, want %v", got, want)
	}
	l.Resize(fyne.NewSize(200, 24+13+24))
	test.TapAt(l, fyne.NewPos(20, 24+13+3))
	if last := heard[len(heard)-1]; len(heard) != 6 || last != 1 {
		t.Errorf("where there is more height the second day is %v", heard)
	}
}

func TestChartsToLookAtTakeNoFocus(t *testing.T) {
	startApp(t, Light)
	tick := NewTick("", nil)
	w := window(t, Column(0, NewBars([]string{"ян"}, []Series{{"а", Accent}}, nil), NewStacked(nil, nil), NewWeekLoad(nil), tick))
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != tick {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
}

func TestPagesScrollByKeysAndFitTheirRoom(t *testing.T) {
	startApp(t, Light)
	v := NewPageView()
	page := image.NewNRGBA(image.Rect(0, 0, 100, 200))
	v.Put([]image.Image{page, page})
	w := window(t, Sized(232, 300, v))
	w.Resize(fyne.NewSize(232, 300))
	if got := v.PageWidth(); got != 200 {
		t.Errorf("a page is %v wide, want 200", got)
	}
	if got, want := v.sheet.MinSize().Height, float32(16+400+16+400+16); got != want {
		t.Errorf("two pages are %v high, want %v", got, want)
	}
	for _, c := range []struct {
		key  fyne.KeyName
		want float32
	}{{fyne.KeyDown, 36}, {fyne.KeyPageDown, 300}, {fyne.KeyEnd, 848 - 300}, {fyne.KeyDown, 848 - 300}, {fyne.KeyHome, 0}, {fyne.KeyUp, 0}} {
		press(v, c.key)
		if got := v.Offset(); got != c.want {
			t.Errorf("%s: %v, want %v", c.key, got, c.want)
		}
	}
	zoom := float32(0)
	v.OnZoom = func(z float32) { zoom = z }
	v.TypedRune('+')
	if zoom != 1.25 || v.PageWidth() != 250 {
		t.Errorf("zoom = %v, width %v", zoom, v.PageWidth())
	}
	v.SetZoom(100)
	if v.Zoom() != zoomIn {
		t.Errorf("zoom = %v, want at most %v", v.Zoom(), zoomIn)
	}
	v.Put(nil)
	v.Empty(NewText("Писмото още не е създадено", Strong, Ink))
}

func TestProgressStaysWithinItsBar(t *testing.T) {
	startApp(t, Light)
	given := false
	p := NewProgress("Записва се", "Откажи", func() { given = true })
	w := window(t, Column(0, p))
	p.Put(2, "214 от 214")
	if p.done != 1 {
		t.Errorf("done = %v, want at most 1", p.done)
	}
	w.Canvas().FocusNext()
	press(w.Canvas().Focused(), fyne.KeyReturn)
	if !given {
		t.Error("the only stop is not the button to give up")
	}
	if NewProgress("", "", nil).Cancel() != nil {
		t.Error("without anything to call there is no button")
	}
}
