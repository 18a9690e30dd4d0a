package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Headline shows an entry of one line without a frame, in letters as big as a title: the one of the command palette.
func Headline(e *Entry) fyne.CanvasObject { return Middle(container.NewThemeOverride(e, headline)) }

var headline = altered{
	sizes: map[fyne.ThemeSizeName]float32{
		theme.SizeNameInputBorder: 0, theme.SizeNameScrollBar: 0, theme.SizeNameScrollBarSmall: 0, theme.SizeNameText: 18,
	},
	colors: map[fyne.ThemeColorName]color.Color{theme.ColorNameInputBackground: color.Transparent},
}
