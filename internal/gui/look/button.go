package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget       = (*Button)(nil)
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Shortcutable = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Disableable  = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

// ButtonLook is how a button is painted; None as stroke means no border.
type ButtonLook struct {
	fill, stroke, ink fyne.ThemeColorName
	face              Face
	radius, pad, gap  float32
}

// The looks of a button. A screen has at most one Primary.
var (
	Plain   = ButtonLook{Surface, Border, Ink, Body, 4, 11, 6}
	Primary = ButtonLook{Accent, None, OnAccent, Strong, 4, 13, 6}
	Quiet   = ButtonLook{None, None, InkAccent, Body, 4, 11, 6}
	Danger  = ButtonLook{Surface, InkOver, InkOver, Body, 4, 11, 6}
	Pressed = ButtonLook{Chosen, Accent, InkAccent, Second, 4, 11, 6}
	Chip    = ButtonLook{Surface, Border, Ink, Second, 14, 11, 6}
	ChipOn  = ButtonLook{Chosen, Accent, InkAccent, Second, 14, 11, 6}
	toast   = ButtonLook{Ink, Surface, Surface, Body, 4, 11, 6} // on the ground of a toast
	// toastQuiet is its cross.
	toastQuiet = ButtonLook{Ink, None, Surface, Body, 4, 7, 6}
)

// Button is 28 high with a border of 1 and a focus ring of 2 at a distance of 2; Space and Enter press it.
// Fyne's own Button has no border, no key cap and shows focus by colour alone.
type Button struct {
	widget.DisableableWidget
	Words    string
	Icon     fyne.Resource
	Key      string        // key cap, such as "F8"
	Trailing fyne.Resource // caret of a choice, cross of a chip
	Look     ButtonLook
	OnTapped func()

	self             fyne.Widget // the button, or the choice that it is
	height           float32
	hovered, focused bool
	elide, wrong     bool   // of a choice
	open             func() // likewise: Down opens it
}

// NewButton makes a button 28 high; the icon may be nil.
func NewButton(words string, res fyne.Resource, l ButtonLook, tapped func()) *Button {
	b := &Button{Words: words, Icon: res, Look: l, OnTapped: tapped, height: 28}
	b.extend(b)
	return b
}

// extend tells the button which widget it is; it comes before everything else.
func (b *Button) extend(self fyne.Widget) {
	b.self = self
	b.ExtendBaseWidget(self)
}

// WithKey shows the key that does the same.
func (b *Button) WithKey(key string) *Button {
	b.Key = key
	return b
}

// High sets another height: 32 in the bottom bar, 36 in the login.
func (b *Button) High(height float32) *Button {
	b.height = height
	return b
}

// Say changes what the button says and how it looks.
func (b *Button) Say(words string, res fyne.Resource, l ButtonLook) {
	if b.Words != words || b.Icon != res || b.Look != l {
		b.Words, b.Icon, b.Look = words, res, l
		b.Refresh()
	}
}

// Allow enables or disables the button.
func (b *Button) Allow(yes bool) {
	if yes == !b.Disabled() {
		return
	}
	if yes {
		b.Enable()
	} else {
		b.Disable()
	}
}

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	case fyne.KeyDown, fyne.KeyUp:
		if b.open != nil {
			b.Tapped(nil)
		}
	default:
		forwardKey(b.self, ev)
	}
}

// TypedRune implements fyne.Focusable: letters are for the window, so that they work too after a button was pressed. The
// space bar is the button's own.
func (b *Button) TypedRune(r rune) {
	if c := canvasOf(b.self); r != ' ' && c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (b *Button) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok {
		forwardShortcut(b.self, custom)
	}
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() { b.focused = true; b.Refresh(); forwardFocus(b.self) }

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (*Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() { b.hovered = false; b.Refresh() }

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b, ring: newPlate(), ground: newPlate(), cap: newPlate(),
		icon: &canvas.Image{}, words: &canvas.Text{}, key: &canvas.Text{}, trailing: &canvas.Image{},
	}
	r.Refresh()
	return r
}

const (
	buttonIcon = 16
	capHeight  = 18
	capPad     = 5
	iconAir    = 2 // an icon or a cap at the edge has air of its own
)

type buttonRenderer struct {
	button         *Button
	ring, ground   *plate
	cap            *plate
	icon, trailing *canvas.Image
	words, key     *canvas.Text
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.object(), r.ground.object(), r.cap.object(), r.icon, r.words, r.key, r.trailing}
}

func (r *buttonRenderer) MinSize() fyne.Size {
	if r.button.elide {
		return fyne.NewSize(64, r.button.height)
	}
	return fyne.NewSize(r.flow(false), r.button.height)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ground.put(0, 0, size.Width, size.Height)
	r.ring.put(-4, -4, size.Width+8, size.Height+8)
	r.flow(true)
}

// pads is the air at both ends.
func (b *Button) pads() (left, right float32) {
	left, right = b.Look.pad, b.Look.pad
	if b.Icon != nil {
		left -= iconAir
	}
	if b.Icon != nil || b.Key != "" || b.Trailing != nil {
		right -= iconAir
	}
	return left, right
}

// spare is how far the parts move in, to stand in the middle of a button that is wider than they are.
func (r *buttonRenderer) spare() float32 {
	if r.button.elide || r.button.Trailing != nil {
		return 0
	}
	return max(0, float32(int((r.button.Size().Width-r.flow(false))/2)))
}

// flow walks over the parts from left to right, moves them if asked to, and returns the width.
func (r *buttonRenderer) flow(move bool) float32 {
	b, height := r.button, r.button.Size().Height
	x, right := b.pads()
	if move {
		x += r.spare()
	}
	picture := func(img *canvas.Image, at float32) {
		if move {
			img.Move(fyne.NewPos(at, (height-buttonIcon)/2))
			img.Resize(fyne.NewSquareSize(buttonIcon))
		}
	}
	if b.Icon != nil {
		picture(r.icon, x)
		x += buttonIcon + b.Look.gap
	}
	if b.elide && move {
		r.words.Text = Fit(b.Words, b.Look.face, b.Size().Width-x-right-b.Look.gap-buttonIcon)
	}
	width := r.words.MinSize().Width
	if move {
		place(r.words, x, 0, width, height)
	}
	x += width
	if b.Key != "" {
		width = r.key.MinSize().Width + 2*capPad
		if move {
			r.cap.put(x+b.Look.gap, (height-capHeight)/2, width, capHeight)
			place(r.key, x+b.Look.gap+capPad, 0, width, height)
		}
		x += b.Look.gap + width
	}
	if b.Trailing != nil {
		picture(r.trailing, max(x+b.Look.gap, b.Size().Width-buttonIcon-right))
		x += b.Look.gap + buttonIcon
	}
	if b.Words == "" {
		x -= b.Look.gap
	}
	return x + right
}

func (r *buttonRenderer) Refresh() {
	b := r.button
	l := b.Look
	switch {
	case b.Disabled():
		l.fill, l.stroke, l.ink = Off, None, InkOff
		if stark() {
			l.stroke = InkOff
		}
	case b.hovered && l.fill != Accent && l.fill != Chosen && l.fill != Ink:
		l.fill = Hover
	}
	line := float32(1)
	if b.focused && b.elide { // drawn like an entry, and there is no room for a ring under its label
		l.stroke, line = Accent, 2
	}
	r.ground.paint(Part{Fill: l.fill, Stroke: l.stroke, Line: line, Radius: l.radius})
	r.ring.paint(Part{Stroke: Accent, Line: 2, Radius: l.radius + 4})
	if !b.focused || b.elide {
		r.ring.hide()
	}
	r.cap.paint(Part{Stroke: l.ink, Line: 1, Radius: 3})
	if b.Key == "" {
		r.cap.hide()
	}
	restyle(r.words, l.face, b.Words, l.ink)
	restyle(r.key, Hint, b.Key, l.ink)
	swap(r.icon, b.Icon, l.ink)
	swap(r.trailing, b.Trailing, l.ink)
	r.Layout(b.Size())
	canvas.Refresh(b.self)
}

func restyle(t *canvas.Text, f Face, words string, name fyne.ThemeColorName) {
	f.set(t, words)
	t.Color = theme.Color(name)
	t.Refresh()
}
