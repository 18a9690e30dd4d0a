package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	chip = look.NewChip(c.Words, true, func() { showChip(chip, c, set) })
	return chip
}

// showChip opens the options of a filter.
func showChip(under fyne.CanvasObject, c present.FilterChip, set func(key, option string)) {
	look.ShowOptions(under, wordsOfOptions(c.Options), 0, func(i int) { set(c.Key, c.Options[i].Key) })
}

// newFilterChips puts filters beside each other. Those for which there is no room stand behind a last one, which says how
// many they are.
func (w *Window) newFilterChips(chips []present.FilterChip, set func(key, option string)) *fyne.Container {
	l := &chipsLayout{}
	l.more = look.NewChip("", true, func() {
		hidden := chips[l.fit:]
		words := make([]string, len(hidden))
		for i, c := range hidden {
			words[i] = c.Words
		}
		look.ShowOptions(l.more, words, 0, func(i int) {
			if c := hidden[i]; c.On || len(c.Options) == 0 {
				set(c.Key, "")
			} else {
				showChip(l.more, c, set)
			}
		})
	})
	l.words = func(n int) string { return w.env.T("register.more_chips", "n", n) }
	row := container.New(l)
	for _, c := range chips {
		row.Add(newFilterChip(c, set))
	}
	row.Add(l.more)
	return row
}

// chipsLayout shows as many chips as there is room for, and the last one for the others.
type chipsLayout struct {
	more  *look.Button
	words func(n int) string // of the last one
	fit   int                // how many are shown
}

const chipGap = 8

// MinSize implements fyne.Layout: the chips may all stand behind the last one.
func (l *chipsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(chipMore, l.more.MinSize().Height)
}

// chipMore is the room for the last one.
const chipMore = 56

// Layout implements fyne.Layout.
func (l *chipsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	chips := objects[:len(objects)-1]
	l.fit = l.fitting(chips, size.Width)
	x := float32(0)
	for i, o := range chips {
		if show(o, i < l.fit); i < l.fit {
			x = chipPut(o, x, size.Height)
		}
	}
	hidden := len(chips) - l.fit
	if show(l.more, hidden > 0); hidden > 0 {
		if words := l.words(hidden); l.more.Words != words {
			l.more.Say(words, nil, look.Chip)
		}
		chipPut(l.more, x, size.Height)
	}
}

// fitting gives how many chips there is room for: all of them, or as many as leave room for the last one.
func (l *chipsLayout) fitting(chips []fyne.CanvasObject, width float32) int {
	used, fit := float32(0), 0
	for i, o := range chips {
		used += o.MinSize().Width
		if used <= width-chipGap-chipMore {
			fit = i + 1
		}
		used += chipGap
	}
	if used-chipGap <= width {
		return len(chips)
	}
	return fit
}

func chipPut(o fyne.CanvasObject, x, height float32) float32 {
	size := o.MinSize()
	o.Move(fyne.NewPos(x, float32(int((height-size.Height)/2))))
	o.Resize(size)
	return x + size.Width + chipGap
}
