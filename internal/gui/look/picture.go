package look

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// NewPicture shows an SVG or PNG on paper, as large as a square of that size lets it.
func NewPicture(name string, content []byte, size float32) fyne.CanvasObject {
	img := canvas.NewImageFromResource(fyne.NewStaticResource(name, content))
	img.FillMode = canvas.ImageFillContain
	return Row(0, Sized(size, size, Stack(NewBox(Paper).Bordered(Rule, 1).Rounded(4), Padded(8, 8, 8, 8, img))))
}

// NewPage shows one page of a paper, as large as its room lets it.
func NewPage(page image.Image) *fyne.Container {
	img := canvas.NewImageFromImage(page)
	img.FillMode, img.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	return Stack(NewBox(None).Bordered(Border, 1), Padded(1, 1, 1, 1, Stack(canvas.NewRectangle(color.White), img, NewBox(veil()))))
}
