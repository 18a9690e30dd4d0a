package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

const (
	toastWidth  = 420
	toastHeight = 44
	toastWidest = 640 // longer words break into a second line
	toastSide   = 16  // from the sides of the layer, at least
	toastGap    = 34  // from its bottom: above the status line
)

// ToastAct is what a toast offers to do, such as to take back what was done.
type ToastAct struct {
	Words, Key string
	Icon       fyne.Resource
	Do         func()
}

// ShowToast says at the bottom of the window what was done, with what can be done about it; the next toast takes its
// place. It takes neither the focus nor the pointer from the screen, and lies where it covers no button. How long it
// stays is the caller's business: hide takes it away, and so do a press on one of its buttons, on its cross, and
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
	width := min(toastWidest, max(toastWidth, toastLead+Body.Width(words)+1+toastTail(button)))
	hides, shown := l.Float(newShield(body), func(layer fyne.Size) (fyne.Position, fyne.Size) {
		w := min(width, layer.Width-2*toastSide)
		size := fyne.NewSize(w, max(toastHeight, heightAt(body, w)))
		return free(beneath(c), layer, size), size
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

// free gives the place of a toast: in the middle above the status line, or else the next one up that covers no button
// and no field, or covers the least.
func free(below fyne.CanvasObject, layer, size fyne.Size) fyne.Position {
	taken := controls(below, fyne.Position{})
	middle, left, right := float32(int((layer.Width-size.Width)/2)), float32(toastSide), layer.Width-size.Width-toastSide
	best, least := fyne.NewPos(middle, layer.Height-size.Height-toastGap), float32(-1)
	for y := best.Y; y > layer.Height/3; y -= toastStep {
		for _, x := range []float32{middle, right, left} {
			covered := float32(0)
			for _, r := range taken {
				covered += r.shared(x, y, size)
			}
			if covered == 0 {
				return fyne.NewPos(x, y)
			}
			if least < 0 || covered < least {
				best, least = fyne.NewPos(x, y), covered
			}
		}
	}
	return best
}

// toastStep is how far up the next place is.
const toastStep = 4

// controlHigh is the height up to which what takes the focus is a button or a field; lists and texts are higher.
const controlHigh = 40

// area is where something stands in the layer.
type area struct {
	at   fyne.Position
	size fyne.Size
}

// shared is how much of an area a rectangle covers.
func (a area) shared(x, y float32, size fyne.Size) float32 {
	w := min(a.at.X+a.size.Width, x+size.Width) - max(a.at.X, x)
	h := min(a.at.Y+a.size.Height, y+size.Height) - max(a.at.Y, y)
	return max(0, w) * max(0, h)
}

// controls gives where the buttons and fields of a screen stand, as far as they are seen.
func controls(o fyne.CanvasObject, at fyne.Position) []area {
	if o == nil || !o.Visible() {
		return nil
	}
	at = at.Add(o.Position())
	var all []area
	switch o := o.(type) {
	case *Layer:
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, controls(child, at)...)
		}
	case *container.Clip:
		all = seen(area{at, o.Size()}, controls(o.Content, at))
	case *container.Scroll:
		all = seen(area{at, o.Size()}, controls(o.Content, at))
	default:
		if _, stop := o.(fyne.Focusable); stop && o.Size().Height <= controlHigh {
			all = []area{{at, o.Size()}}
		}
	}
	return all
}

// seen gives the areas of which something lies in a room.
func seen(room area, all []area) []area {
	return slices.DeleteFunc(all, func(a area) bool { return room.shared(a.at.X, a.at.Y, a.size) == 0 })
}

// beneath gives what lies below the layer of a canvas.
func beneath(c fyne.Canvas) fyne.CanvasObject {
	if top, ok := c.Overlays().Top().(*modal); ok {
		return top.panel
	}
	return c.Content()
}

const toastLead = 16 + 18 + 12

func toastTail(button fyne.CanvasObject) float32 {
	return 16 + minOf(button).Width + 8
}

// toastBody has the colours of the theme turned round.
func toastBody(words string, sign fyne.Resource, button fyne.CanvasObject) *fyne.Container {
	right := Middle(Padded(0, 0, 16, 8, button))
	left := Middle(Padded(0, 0, 16, 12, Centred(NewGlyph(sign, Surface, 18))))
	text := Middle(Padded(13, 13, 0, 0, NewProse(words, Body, Surface).AtMost(2)))
	return Stack(NewBox(Ink).Rounded(6), Edged(nil, nil, left, right, text))
}
