package look

import "fyne.io/fyne/v2"

// ShowTip shows words beside something, such as an icon of the folded rail under the pointer, until hide is called. It
// takes neither focus nor pointer.
func ShowTip(beside fyne.CanvasObject, words string) (hide func()) {
	const (
		height = 24
		pad    = 8
		gap    = 6
	)
	l := layerOf(canvasOf(beside))
	if l == nil || words == "" {
		return func() {}
	}
	text := NewText(words, Second, Surface)
	body := Stack(NewBox(Ink).Rounded(4), Padded(0, 0, pad, pad, text))
	return l.Float(body, func(layer fyne.Size) (fyne.Position, fyne.Size) {
		d := fyne.CurrentApp().Driver()
		at, owner := d.AbsolutePositionForObject(beside).Subtract(d.AbsolutePositionForObject(l)), beside.Size()
		size := fyne.NewSize(text.MinSize().Width+2*pad, height)
		x := at.X + owner.Width + gap
		if x+size.Width > layer.Width {
			x = max(0, at.X-gap-size.Width)
		}
		return fyne.NewPos(x, at.Y+float32(int((owner.Height-height)/2))), size
	})
}
