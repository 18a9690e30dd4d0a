package look

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestAPaneGoesWhereTheOtherOneWouldKeepTooLittle(t *testing.T) {
	steps, part := NewBox(Ground), NewBox(Surface)
	panes := FoldingPanes(12, 400, []float32{272, 0}, steps, part)
	for _, c := range []struct {
		width, left float32
		steps       bool
	}{{684, 284, true}, {683, 0, false}, {900, 284, true}} {
		panes.Resize(fyne.NewSize(c.width, 300))
		if steps.Visible() != c.steps || part.Position().X != c.left || part.Size().Width != c.width-c.left {
			t.Errorf("in %v: steps shown %t, the part at %v, %v wide", c.width, steps.Visible(), part.Position().X, part.Size().Width)
		}
	}
}

func TestPanesGoUnderEachOtherWhereTheFirstWouldKeepTooLittle(t *testing.T) {
	first, second := Sized(0, 120, NewBox(Ground)), Sized(0, 90, NewBox(Ground))
	panes := StackingPanes(16, 350, 300, first, second)
	for _, c := range []struct {
		width, high float32
		at          fyne.Position
		size        fyne.Size
	}{
		{666, 120, fyne.NewPos(316, 0), fyne.NewSize(350, 120)},
		{665, 226, fyne.NewPos(0, 136), fyne.NewSize(665, 90)},
	} {
		high := HeightAt(panes, c.width)
		panes.Resize(fyne.NewSize(c.width, high))
		if high != c.high || second.Position() != c.at || second.Size() != c.size {
			t.Errorf("in %v: %v high, the second at %v, %v large", c.width, high, second.Position(), second.Size())
		}
	}
}
