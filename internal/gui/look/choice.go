package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// NewChip is a filter at rest; a press opens its options or turns it on.
func NewChip(words string, opens bool, tapped func()) *Button {
	b := NewButton(words, nil, Chip, tapped)
	if opens {
		b.Trailing = Icon(theme.IconNameArrowDropDown)
	}
	return b
}

// NewChipOn is a filter at work; a press takes it off.
func NewChipOn(words string, remove func()) *Button {
	b := NewButton(words, Icon(theme.IconNameConfirm), ChipOn, remove)
	b.Trailing = Icon(theme.IconNameCancel)
	return b
}

// Choice is one of several options, drawn like an entry. Fyne's Select has no border and does not find what is typed.
type Choice struct {
	Button
	options []string
	current int
	prompt  string
	// OnChosen hears the index of the option that a person has chosen.
	OnChosen func(int)
}

// NewChoice makes a choice with nothing chosen: it shows the prompt.
func NewChoice(prompt string, options []string, chosen func(int)) *Choice {
	c := &Choice{options: options, current: -1, prompt: prompt, OnChosen: chosen}
	c.Button = Button{
		Words: prompt, Look: Plain, Trailing: Icon(theme.IconNameArrowDropDown), OnTapped: c.open, height: 28, elide: true, open: c.open,
	}
	c.extend(c)
	return c
}

// SetOptions replaces the options; current is the index of the chosen one, -1 for none.
func (c *Choice) SetOptions(options []string, current int) {
	c.options = options
	c.Put(current)
}

// Put chooses from the program: OnChosen is not told.
func (c *Choice) Put(current int) {
	c.current = current
	look := Plain
	words := c.prompt
	if current >= 0 && current < len(c.options) {
		words = c.options[current]
	} else {
		look.ink = InkHint
	}
	if c.wrong {
		look.stroke = InkOver
	}
	c.Say(words, nil, look)
}

// Current is the index of the chosen option, -1 for none.
func (c *Choice) Current() int { return c.current }

// Wrong shows the error border.
func (c *Choice) Wrong(wrong bool) {
	c.wrong = wrong
	c.Put(c.current)
}

func (c *Choice) open() {
	if len(c.options) == 0 {
		return
	}
	ShowOptions(c, c.options, c.current, func(i int) {
		c.Put(i)
		if c.OnChosen != nil {
			c.OnChosen(i)
		}
	})
}

// stepped gives where a key leads among so many things of which one is chosen, -1 = none yet.
func stepped(key fyne.KeyName, current, count int) (to int, ok bool) {
	switch key {
	case fyne.KeyRight, fyne.KeyDown:
		to = current + 1
	case fyne.KeyLeft, fyne.KeyUp:
		to = current - 1
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = count - 1
	case fyne.KeySpace:
		to = current
	default:
		return current, false
	}
	return min(max(to, 0), count-1), true
}

var _ fyne.CanvasObject = (*Choice)(nil)
