package look

import (
	"cmp"
	"image/color"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// wordsIn gives every text that an object shows, in the order of drawing.
func wordsIn(o fyne.CanvasObject) []string {
	var words []string
	var visit func(fyne.CanvasObject)
	visit = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			if o.Visible() && o.Text != "" {
				words = append(words, o.Text)
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				visit(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				visit(child)
			}
		}
	}
	visit(o)
	return words
}

func TestAListMakesOnlyTheRowsThatAreSeen(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	painted := 0
	l := NewList(20, func(i int, width float32, put func(Part)) {
		painted++
		put(Part{W: width, H: 20, Words: "ред " + strconv.Itoa(i), Face: Body, Ink: Ink})
	})
	items := make([]int, 1000)
	for i := range items {
		items[i] = i
	}
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 100))
	l.SetItems(items, 0)
	seen := func(first, last int) {
		t.Helper()
		got := wordsIn(l) // in the order in which the rows were made
		slices.SortFunc(got, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
		if len(got) != last-first+1 || got[0] != "ред "+strconv.Itoa(first) || got[len(got)-1] != "ред "+strconv.Itoa(last) {
			t.Fatalf("shows %v, want %d to %d", got, first, last)
		}
	}
	seen(0, 4)

	painted = 0
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if painted != 2 {
		t.Errorf("a step draws %d rows, want the one that was chosen and the one that is", painted)
	}
	for range 5 {
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	seen(2, 6)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	seen(995, 999)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	seen(0, 4)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if l.Chosen() != 4 {
		t.Errorf("a page down chooses %d", l.Chosen())
	}

	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	l.SetItems(items[:3], 2)
	seen(0, 2)
	if l.Offset() != 0 {
		t.Errorf("few rows are scrolled by %v", l.Offset())
	}
	l.SetItems(items, 2)
	w.Resize(fyne.NewSize(200, 160))
	seen(0, 7)
	l.ScrollToTop()
	l.SetItems(nil, -1)
	if got := wordsIn(l); len(got) != 0 {
		t.Errorf("an empty list shows %v", got)
	}
}

func TestARowThatIsUsedAgainOpensWhatItShows(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	l := NewList(20, func(int, float32, func(Part)) {})
	opened := -1
	l.OnOpen = func(i int) { opened = i }
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 100))
	l.SetItems([]int{1, 2, 3, 4, 5, 6, 7, 8, 9}, 0)
	l.Choose(8) // the rows 4 to 8 are seen
	row := l.rows.shown[5]
	row.DoubleTapped(nil)
	if at := row.Position().Y - l.Offset(); opened != 5 || at != 20 || len(l.rows.shown) != 5 {
		t.Errorf("opened %d, which is at %v of %d rows", opened, at, len(l.rows.shown))
	}
}

func TestAFieldShowsTheCaretOfItsEntryAndNeitherItsFrameNorItsBar(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	e := NewEntry("")
	f := NewField(e, nil, nil)
	w := test.NewTempWindow(t, f.Container)
	w.Resize(fyne.NewSize(120, 60))
	w.Canvas().Focus(e)
	test.Type(e, "Текст, който е по-дълъг от полето, в което е написан")
	var carets, bars int
	var visit func(fyne.CanvasObject)
	visit = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if _, ok := o.(fyne.Scrollable); ok {
			bars++
		}
		if r, ok := o.(*canvas.Rectangle); ok && r.FillColor != color.Transparent {
			if size := r.Size(); size.Width != 1 || size.Height < 16 {
				t.Errorf("the entry draws a ground of %v", size)
			}
			carets++
		}
		if x, ok := o.(fyne.Widget); ok {
			for _, child := range test.WidgetRenderer(x).Objects() {
				visit(child)
			}
		}
	}
	visit(e)
	if carets != 1 || bars != 0 {
		t.Errorf("%d carets and %d bars are seen", carets, bars)
	}
	if content := test.WidgetRenderer(e).(*entryRenderer).scroll.Content; content.Position().X >= 0 {
		t.Errorf("the end of what is typed is out of sight: the text is at %v", content.Position())
	}
}

func TestAPlateIsLeftOutWhereThereIsNothingToDraw(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	for _, c := range []struct {
		name    string
		part    Part
		hidden  bool
		program string
		want    map[string]float32
	}{
		{"nothing", Part{Radius: 4, Line: 1}, true, "harta.plate", nil},
		{"a ground", Part{Fill: Surface}, false, "harta.ground", map[string]float32{"fillR": 1, "line": 0}},
		{"a ground to see through", Part{Fill: Shade}, false, "harta.veil", map[string]float32{"fillA": 107. / 255}},
		{"a frame", Part{Stroke: Ink, Line: 2}, false, "harta.plate", map[string]float32{"fillA": 0, "lineA": 1, "line": 2, "radius": 0}},
		{"a card", Part{Fill: Surface, Radius: 6}, false, "harta.plate", map[string]float32{"line": 0, "radius": 6, "foot": 6}},
		{"a head", Part{Fill: Band, Radius: 5, square: true}, false, "harta.plate", map[string]float32{"radius": 5, "foot": 0}},
	} {
		p := newScreenPlate()
		p.paint(c.part)
		p.put(1, 2, 30, 40)
		if p.shader.Hidden != c.hidden || p.shader.Name != c.program || p.shader.Size() != fyne.NewSize(30, 40) || p.shader.Uniforms["side"] != 40 {
			t.Errorf("%s: %+v", c.name, p.shader)
		}
		for name, want := range c.want {
			if got := p.shader.Uniforms[name]; got != want {
				t.Errorf("%s: %s = %v, want %v", c.name, name, got, want)
			}
		}
	}
}

func TestALargeCardIsDrawnInThreeAndASmallOneAsAWhole(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	p := newScreenPlate()
	p.ends = newPlateEnds()
	for _, c := range []struct {
		name    string
		part    Part
		size    fyne.Size
		divided bool
	}{
		{"a large card", Part{Fill: Surface, Stroke: Rule, Line: 1, Radius: 6}, fyne.NewSize(700, 500), true},
		{"the same, painted otherwise", Part{Fill: Band, Radius: 6, square: true}, fyne.NewSize(700, 500), true},
		{"a frame", Part{Stroke: Rule, Line: 1, Radius: 6}, fyne.NewSize(700, 500), false},
		{"a veil", Part{Fill: Shade, Radius: 6}, fyne.NewSize(700, 500), false},
		{"a small card", Part{Fill: Surface, Radius: 6}, fyne.NewSize(120, 100), false},
		{"a low card", Part{Fill: Surface, Radius: 6}, fyne.NewSize(2000, 20), false},
		{"a ground", Part{Fill: Surface}, fyne.NewSize(700, 500), false},
		{"a large card after a ground", Part{Fill: Surface, Stroke: Rule, Line: 1, Radius: 6}, fyne.NewSize(700, 600), true},
		{"nothing", Part{}, fyne.NewSize(700, 600), false},
	} {
		p.put(3, 4, c.size.Width, c.size.Height)
		p.paint(c.part)
		p.put(3, 4, c.size.Width, c.size.Height) // as a second layout does
		if got := !p.ends.head.Hidden; got != c.divided || p.ends.foot.Hidden == got {
			t.Errorf("%s: divided = %v, want %v", c.name, got, c.divided)
		}
		if !c.divided {
			if p.shader.Size() != c.size || p.shader.Position() != fyne.NewPos(3, 4) {
				t.Errorf("%s is drawn at %v in %v", c.name, p.shader.Position(), p.shader.Size())
			}
			continue
		}
		head, foot, between := p.ends.head, p.ends.foot, p.shader
		if head.Position() != fyne.NewPos(3, 4) || foot.Position().Y+foot.Size().Height != 4+c.size.Height {
			t.Errorf("%s: the ends are at %v and %v", c.name, head.Position(), foot.Position())
		}
		if between.Position().Y >= head.Size().Height+4 || between.Position().Y+between.Size().Height <= foot.Position().Y {
			t.Errorf("%s: what is between, at %v in %v, does not reach the ends", c.name, between.Position(), between.Size())
		}
		if between.Position().Y <= 4+c.part.Radius || between.Position().Y+between.Size().Height >= 4+c.size.Height-c.part.Radius {
			t.Errorf("%s: what is between covers round corners", c.name)
		}
	}
}

func TestAListThatOthersLeaveNoRoomIsNotDrawn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	l := NewList(20, func(int, float32, func(Part)) {})
	w := test.NewTempWindow(t, Edged(Sized(0, 200, NewBox(Accent)), nil, nil, nil, l))
	w.Resize(fyne.NewSize(200, 100)) // Fyne would give its scroll bar an endless length, and fail on drawing it
	w.Content().Resize(fyne.NewSize(200, 100))
	l.SetItems([]int{1, 2, 3}, 0)
	l.SetItems(nil, -1)
	w.Canvas().Capture()
	if size := l.Size(); size.Height < 0 {
		t.Errorf("the list has %v", size)
	}
}
