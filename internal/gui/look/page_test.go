package look

import (
	"image"
	"image/color"
	"image/draw"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestThePaperOfAPageIsThatOfTheTheme(t *testing.T) {
	page := image.NewNRGBA(image.Rect(0, 0, 100, 140))
	draw.Draw(page, page.Bounds(), image.White, image.Point{}, draw.Src)
	app := test.NewTempApp(t)
	app.Settings().SetTheme(Theme{})
	v := NewPageView()
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 200))
	v.Put([]image.Image{page})
	for _, variant := range []Variant{Light, Dark, Contrast} {
		app.Settings().SetTheme(Theme{Variant: variant})
		v.Refresh()
		got := color.NRGBAModel.Convert(w.Canvas().Capture().At(100, 100))
		if want := (Theme{Variant: variant}).Color(Paper, 0); got != color.NRGBAModel.Convert(want) {
			t.Errorf("variant %d: %v, want %v", variant, got, want)
		}
	}
}
