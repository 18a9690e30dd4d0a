package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	toastWidth  = 420
	toastHeight = 44
	toastWidest = 640 // longer words break into a second line
	toastSide   = 16  // from the sides of the layer, at least
	toastGap    = 34  // from its bottom: above the status line
)

// ShowToast says at the bottom of the window what was done and, where undo is not nil, offers to take it back; the next
// toast takes its place. It takes neither the focus nor the pointer from the screen. How long it stays is the caller's
// business: hide takes it away, and so does a press on undo.
func ShowToast(c fyne.Canvas, words string, sign fyne.Resource, undoWords string, undo func()) (hide func()) {
	l := layerOf(c)
	if l == nil {
		return func() {}
	}
	if l.toast != nil {
		l.toast()
	}
	take := func() {}
	var button fyne.CanvasObject
	if undo != nil {
		button = NewButton(undoWords, Icon(theme.IconNameContentUndo), toast, func() {
			take()
			undo()
		})
	}
	body := toastBody(words, sign, button)
	width := min(toastWidest, max(toastWidth, toastLead+Body.Width(words)+1+toastTail(button)))
	take = l.Float(newShield(body), func(layer fyne.Size) (fyne.Position, fyne.Size) {
		w := min(width, layer.Width-2*toastSide)
		size := fyne.NewSize(w, max(toastHeight, heightAt(body, w)))
		return fyne.NewPos(float32(int((layer.Width-w)/2)), layer.Height-size.Height-toastGap), size
	})
	l.toast = take
	return take
}

const toastLead = 16 + 18 + 12

func toastTail(button fyne.CanvasObject) float32 {
	if button == nil {
		return 16
	}
	return 16 + minOf(button).Width + 8
}

// toastBody has the colours of the theme turned round.
func toastBody(words string, sign fyne.Resource, button fyne.CanvasObject) *fyne.Container {
	right := button
	if button != nil {
		right = Middle(Padded(0, 0, 16, 8, button))
	}
	left := Middle(Padded(0, 0, 16, 12, Centred(NewGlyph(sign, Surface, 18))))
	text := Middle(Padded(13, 13, 0, 0, NewProse(words, Body, Surface).AtMost(2)))
	return Stack(NewBox(Ink).Rounded(6), Edged(nil, nil, left, right, text))
}
