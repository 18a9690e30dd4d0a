package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	toastWidth  = 420
	toastHeight = 34
	toastSide   = 16 // from the sides of the layer, at least
	toastGap    = 1  // from its bottom
)

// ToastAct is what a toast offers to do, such as to take back what was done.
type ToastAct struct {
	Words, Key string
	Icon       fyne.Resource
	Do         func()
}

// ShowToast says at the bottom of the window what was done, with what can be done about it; the next toast takes its
// place. It takes neither the focus nor the pointer from the screen. It lies on the status line and reaches above it no
// further than the air that every screen has at its bottom: it covers no word and no button of them. How long it stays is
// the caller's business: hide takes it away, and so do a press on one of its buttons, on its cross, and
// [CloseToast].
func ShowToast(c fyne.Canvas, words string, sign fyne.Resource, acts ...ToastAct) (hide func()) {
	l := layerOf(c)
	if l == nil {
		return func() {}
	}
	if l.toast != nil {
		l.toast()
	}
	take := func() {}
	button := Row(4)
	for _, a := range acts {
		press := NewButton(a.Words, a.Icon, toast, func() {
			take()
			a.Do()
		})
		press.Key = a.Key
		button.Add(press)
	}
	button.Add(NewButton("", Icon(theme.IconNameCancel), toastQuiet, func() { take() }))
	body := toastBody(words, sign, button)
	width := max(toastWidth, toastLead+Body.Width(words)+1+toastTail(button))
	hides, shown := l.Float(newShield(body), func(layer fyne.Size) (fyne.Position, fyne.Size) {
		w := min(width, layer.Width-2*toastSide)
		size := fyne.NewSize(w, max(toastHeight, heightAt(body, w)))
		return fyne.NewPos(float32(int((layer.Width-w)/2)), layer.Height-size.Height-toastGap), size
	}), true
	take = func() {
		if shown {
			shown, l.toast = false, nil
			hides()
		}
	}
	l.toast = take
	return take
}

// CloseToast takes the toast away that is shown; ok is false when there is none.
func CloseToast(c fyne.Canvas) (ok bool) {
	l := layerOf(c)
	if l == nil || l.toast == nil {
		return false
	}
	l.toast()
	return true
}

const toastLead = 16 + 18 + 12

func toastTail(button fyne.CanvasObject) float32 {
	return 16 + minOf(button).Width + 8
}

// toastBody has the colours of the theme turned round.
func toastBody(words string, sign fyne.Resource, button fyne.CanvasObject) *fyne.Container {
	right := Middle(Padded(0, 0, 16, 8, button))
	left := Middle(Padded(0, 0, 16, 12, Centred(NewGlyph(sign, Surface, 18))))
	text := Middle(Padded(8, 8, 0, 0, NewProse(words, Body, Surface).AtMost(2)))
	return Stack(NewBox(Ink).Rounded(6), Edged(nil, nil, left, right, text))
}
