package look

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestNumbersAreOpenedByKeyAndPointer(t *testing.T) {
	startApp(t, Light)
	var heard [][2]int
	f := NewFigures([]string{"Вид", "Постъпили", "Приключени"}, func(row, cell int) { heard = append(heard, [2]int{row, cell}) })
	f.Put([]FigureRow{
		{Label: "Сигнали", Cells: []FigureCell{{Words: "172", Link: true}, {Words: "0"}}},
		{Label: "Похвали", Cells: []FigureCell{{Words: "н/п"}, {Words: "9", Link: true}}},
		{Label: "Общо", Cells: []FigureCell{{Words: "172", Link: true}, {Words: "9", Link: true}}, Total: true},
	})
	window(t, Column(0, Sized(500, 0, f)))
	press(f, fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn, fyne.KeyDown, fyne.KeyEnter, fyne.KeyLeft, fyne.KeySpace, fyne.KeyUp, fyne.KeyReturn, fyne.KeyLeft, fyne.KeyReturn)
	if want := [][2]int{{0, 0}, {1, 1}, {2, 1}, {2, 0}, {0, 0}, {0, 0}}; !slices.Equal(heard, want) {
		t.Fatalf("heard %v, want %v", heard, want)
	}
	heard = nil
	spans := f.spans(f.Size().Width)
	test.TapAt(f, fyne.NewPos(spans[1].x+4, figureHead+figureRow+4))
	test.TapAt(f, fyne.NewPos(spans[1].x+4, figureHead+4)) // a zero leads nowhere
	test.TapAt(f, fyne.NewPos(20, figureHead+4))
	test.TapAt(f, fyne.NewPos(spans[0].x+4, 4))
	if want := [][2]int{{1, 1}}; !slices.Equal(heard, want) {
		t.Fatalf("heard %v, want %v", heard, want)
	}
}

func TestFiguresThatLeadNowhereTakeNoFocus(t *testing.T) {
	startApp(t, Light)
	f, tick := NewFigures([]string{"Вид", "Дял"}, nil), NewTick("", nil)
	f.Put([]FigureRow{{Label: "Сигнали", Cells: []FigureCell{{Words: "н/п"}}}})
	w := window(t, Column(0, f, tick))
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != tick {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
}

func TestFiguresGiveWayInASmallRoom(t *testing.T) {
	startApp(t, Light)
	f := NewFigures([]string{"Вид", "Много дълго заглавие на колона", "Друго дълго заглавие на колона"}, nil)
	f.Put([]FigureRow{{Label: "Сигнали", Cells: []FigureCell{{Words: "1"}, {Words: "2"}}}})
	for _, width := range []float32{320, 500, 1500} {
		for _, s := range f.spans(width) {
			if s.x < figureLabel-1 || s.x+s.width > width+1 {
				t.Errorf("in %v: %+v", width, s)
			}
		}
	}
}

func TestAGridHasAsManyCellsAsThereIsRoomFor(t *testing.T) {
	startApp(t, Light)
	cell := func() fyne.CanvasObject { return Sized(0, 40, NewBox(Surface)) }
	g := Grid(10, func(width float32) int { return int(width / 100) }, cell(), cell(), cell(), cell())
	for width, want := range map[float32]float32{50: 190, 210: 90, 330: 90, 500: 40} {
		if got := HeightAt(g, width); got != want {
			t.Errorf("%v high in %v, want %v", got, width, want)
		}
	}
	g.Resize(fyne.NewSize(210, 90))
	if last := g.Objects[3]; last.Position() != fyne.NewPos(110, 50) || last.Size() != fyne.NewSize(100, 40) {
		t.Errorf("the last cell is at %v, %v", last.Position(), last.Size())
	}
}
