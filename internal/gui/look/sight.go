package look

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// NewSight makes a point that nobody sees. Whenever it has to be drawn anew it tells so, while the window is drawn: the
// first time with the first picture of the window.
func NewSight(drawn func()) fyne.CanvasObject {
	point := canvas.NewRaster(func(w, h int) image.Image {
		drawn()
		return image.NewNRGBA(image.Rect(0, 0, w, h))
	})
	point.Resize(fyne.NewSquareSize(1))
	return container.NewWithoutLayout(point)
}
