package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// newFilterChip is a filter over a list: at rest it opens its options, at work a press takes it off.
func newFilterChip(c present.FilterChip, set func(key, option string)) fyne.CanvasObject {
	if c.On {
		return look.NewChipOn(c.Words, func() { set(c.Key, "") })
	}
	if len(c.Options) == 0 {
		return look.NewChip(c.Words, false, func() { set(c.Key, "") })
	}
	var chip *look.Button
	chip = look.NewChip(c.Words, true, func() {
		words := make([]string, len(c.Options))
		for i, o := range c.Options {
			words[i] = o.Words
		}
		look.ShowOptions(chip, words, 0, func(i int) { set(c.Key, c.Options[i].Key) })
	})
	return chip
}
