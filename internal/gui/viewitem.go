package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

var (
	_ fyne.Tappable     = (*viewItem)(nil)
	_ desktop.Hoverable = (*viewItem)(nil)
)

// viewItem is a line of a list of places inside a screen: views of the register, reports, parts of the settings. It takes
// no focus: the list it leads to does.
type viewItem struct {
	widget.BaseWidget
	on, hovered bool
	back, bar   *look.Box
	body        fyne.CanvasObject
	tapped      func()
}

func newViewItem(words, count string, on bool, tapped func()) *viewItem {
	face, ink, counted := look.Body, look.Ink, look.InkSecond
	if on {
		face, ink, counted = look.Strong, look.InkAccent, look.InkAccent
	}
	v := &viewItem{on: on, tapped: tapped, back: look.NewBox(look.None), bar: look.NewBox(look.None)}
	line := look.Edged(nil, nil, nil, look.Padded(0, 0, 8, 0, look.NewText(count, look.Body, counted)), look.NewText(words, face, ink).Elided())
	v.body = look.Sized(0, 28, look.Stack(
		v.back, look.Edged(nil, nil, look.Sized(3, 0, v.bar), nil, nil), look.Padded(0, 0, 12, 12, line)))
	v.ExtendBaseWidget(v)
	v.paint()
	return v
}

// Tapped implements fyne.Tappable.
func (v *viewItem) Tapped(*fyne.PointEvent) { v.tapped() }

// MouseIn implements desktop.Hoverable.
func (v *viewItem) MouseIn(*desktop.MouseEvent) { v.hovered = true; v.paint() }

// MouseMoved implements desktop.Hoverable.
func (*viewItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (v *viewItem) MouseOut() { v.hovered = false; v.paint() }

func (v *viewItem) paint() {
	switch {
	case v.on:
		v.back.Fill(look.Chosen)
		v.bar.Fill(look.Accent)
	case v.hovered:
		v.back.Fill(look.Hover)
	default:
		v.back.Fill(look.None)
	}
}

// CreateRenderer implements fyne.Widget.
func (v *viewItem) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.body) }

// newCaseButton is the primary button of the screens from which a case is begun.
func (w *Window) newCaseButton() fyne.CanvasObject {
	return look.NewButton(w.env.T("register.new"), look.Icon(theme.IconNameContentAdd), look.Primary, func() {
		w.open(present.Route{Place: present.NewPlace})
	}).WithKey("Ctrl+N")
}
