package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// RadioCard is one of several ways to go on.
type RadioCard struct {
	Icon          fyne.Resource
	Words, Second string
	Right         fyne.CanvasObject // badge or button at the right end; may be nil
}

// RadioCards is a choice of one of several big cards under each other: one stop for the focus, arrows move the choice.
// Buttons at the right end are stops of their own, after it.
type RadioCards struct {
	composed
	choice *radioChoice
}

const (
	radioHeight = 60
	radioGap    = 8
	radioText   = 81
	radioPad    = 16
)

// NewRadioCards makes the cards with the first one chosen; chosen hears the index of the one a person chooses.
func NewRadioCards(cards []RadioCard, chosen func(int)) *RadioCards {
	r := &RadioCards{choice: newRadioChoice(cards, chosen)}
	r.body = container.New(radioLayout{cards}, r.choice)
	for _, c := range cards {
		if c.Right != nil {
			r.body.(*fyne.Container).Add(c.Right)
		}
	}
	r.ExtendBaseWidget(r)
	return r
}

// Put chooses from the program: nobody is told. -1 chooses none.
func (r *RadioCards) Put(i int) { r.choice.put(i) }

// Current is the index of the chosen card.
func (r *RadioCards) Current() int { return r.choice.current }

// Stop is what takes the focus.
func (r *RadioCards) Stop() fyne.Focusable { return r.choice }

type radioLayout struct{ cards []RadioCard }

func (l radioLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l radioLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, size.Height)
	for i, c := range l.cards {
		if c.Right != nil {
			m := c.Right.MinSize()
			put(c.Right, size.Width-radioPad-m.Width, radioTop(i)+(radioHeight-m.Height)/2, m.Width, m.Height)
		}
	}
}

func radioTop(i int) float32 { return float32(i) * (radioHeight + radioGap) }

type radioChoice struct {
	stop
	cards   []RadioCard
	current int
	chosen  func(int)
}

func newRadioChoice(cards []RadioCard, chosen func(int)) *radioChoice {
	r := &radioChoice{cards: cards, chosen: chosen}
	r.extend(r)
	r.size = r.least
	r.paint = r.draw
	r.key = r.typed
	r.tap = func(at fyne.Position) { r.choose(int(at.Y / (radioHeight + radioGap))) }
	return r
}

func (r *radioChoice) least() fyne.Size {
	width := float32(0)
	for _, c := range r.cards {
		w := max(Strong.Width(c.Words), Second.Width(c.Second))
		width = max(width, radioText+w+radioPad+minOf(c.Right).Width)
	}
	return fyne.NewSize(width, radioTop(len(r.cards))-radioGap)
}

func (r *radioChoice) put(i int) {
	r.current = i
	r.Refresh()
}

func (r *radioChoice) choose(i int) {
	i = min(max(i, 0), len(r.cards)-1)
	if i == r.current {
		return
	}
	r.put(i)
	if r.chosen != nil {
		r.chosen(i)
	}
}

func (r *radioChoice) typed(ev *fyne.KeyEvent) bool {
	to, ok := stepped(ev.Name, r.current, len(r.cards))
	if ok {
		r.choose(to)
	}
	return ok
}

func (r *radioChoice) draw(size fyne.Size, put func(Part)) {
	for i, c := range r.cards {
		y, on := radioTop(i), i == r.current
		if r.focused && (on || r.current < 0 && i == 0) {
			put(ring(0, y, size.Width, radioHeight, 6))
		}
		card := Part{X: 0, Y: y, W: size.Width, H: radioHeight, Fill: Surface, Radius: 6, Stroke: Rule, Line: 1}
		icon, ink := Icon(theme.IconNameRadioButton), Border
		if on {
			card.Fill, card.Stroke, card.Line = Chosen, Accent, 2
			icon, ink = Icon(theme.IconNameRadioButtonChecked), Accent
		}
		put(card)
		put(Part{X: 18, Y: y + 22, W: 16, H: 16, Icon: icon, Ink: ink})
		put(Part{X: 48, Y: y + 20, W: 20, H: 20, Icon: c.Icon, Ink: InkSecond})
		width := size.Width - radioText - radioPad - minOf(c.Right).Width
		put(Part{X: radioText, Y: y + 13, W: width, H: Strong.Line, Words: c.Words, Face: Strong, Ink: Ink})
		put(Part{X: radioText, Y: y + 31, W: width, H: Second.Line, Words: c.Second, Face: Second, Ink: InkSecond})
	}
}
