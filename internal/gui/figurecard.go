package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
)

var (
	_ fyne.Tappable      = (*figureCard)(nil)
	_ desktop.Hoverable  = (*figureCard)(nil)
	_ desktop.Cursorable = (*figureCard)(nil)
)

// figureCard is a headline figure that the pointer can open. It takes no focus: the line of totals in the table under it
// leads to the same lists.
type figureCard struct {
	widget.BaseWidget
	body   fyne.CanvasObject
	ground *look.Box
	opens  bool
	tapped func()
}

func newFigureCard(lines fyne.CanvasObject, tapped func(), opens bool) *figureCard {
	c := &figureCard{opens: opens, tapped: tapped, ground: look.NewBox(look.Surface).Bordered(look.Rule, 1).Rounded(6)}
	c.body = look.Stack(c.ground, look.Padded(9, 10, 12, 8, lines))
	c.ExtendBaseWidget(c)
	return c
}

// Tapped implements fyne.Tappable.
func (c *figureCard) Tapped(*fyne.PointEvent) {
	if c.opens {
		c.tapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (c *figureCard) MouseIn(*desktop.MouseEvent) {
	if c.opens {
		c.ground.Fill(look.Hover)
	}
}

// MouseMoved implements desktop.Hoverable.
func (*figureCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *figureCard) MouseOut() { c.ground.Fill(look.Surface) }

// Cursor implements desktop.Cursorable.
func (c *figureCard) Cursor() desktop.Cursor {
	if c.opens {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (c *figureCard) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.body) }
