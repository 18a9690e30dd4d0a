package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Tick is a box to be ticked, 16 in a hit area of 28, with its words beside it; Space and Enter turn it.
type Tick struct {
	stop
	words   string
	on      bool
	changed func(bool)
}

const (
	tickBox  = 16
	tickText = 24 // where the words begin
)

// NewTick makes an empty box; changed hears what a person turned it to and may be nil.
func NewTick(words string, changed func(bool)) *Tick {
	t := &Tick{words: words, changed: changed}
	t.extend(t)
	t.size = func() fyne.Size { return fyne.NewSize(max(28, t.width()), 28) }
	t.paint = t.draw
	t.tap = func(fyne.Position) { t.turn() }
	t.key = t.typed
	return t
}

func (t *Tick) width() float32 {
	if t.words == "" {
		return tickBox
	}
	return tickText + Body.Width(t.words)
}

// Put ticks or clears the box from the program: nobody is told.
func (t *Tick) Put(on bool) {
	if t.on != on {
		t.on = on
		t.Refresh()
	}
}

// On tells whether the box is ticked.
func (t *Tick) On() bool { return t.on }

// Say changes the words.
func (t *Tick) Say(words string) {
	t.words = words
	t.Refresh()
}

func (t *Tick) turn() {
	t.Put(!t.on)
	if t.changed != nil {
		t.changed(t.on)
	}
}

func (t *Tick) typed(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.turn()
		return true
	default:
		return false
	}
}

func (t *Tick) draw(size fyne.Size, put func(Part)) {
	y := (size.Height - tickBox) / 2
	if t.focused {
		put(ring(0, y, min(t.width()+2, size.Width), tickBox, 2))
	}
	icon, ink, words := Icon(theme.IconNameCheckButton), Border, Ink
	switch {
	case t.on:
		icon, ink = Icon(theme.IconNameCheckButtonChecked), Accent
	case t.hovered:
		ink = Accent
	}
	if t.Disabled() {
		ink, words = InkOff, InkOff
	}
	put(Part{X: 0, Y: y, W: tickBox, H: tickBox, Icon: icon, Ink: ink})
	put(Part{X: tickText, Y: 0, W: size.Width - tickText + 1, H: size.Height, Words: t.words, Face: Body, Ink: words})
}
