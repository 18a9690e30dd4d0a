package look

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

const avatarSize = 32

// Avatar is a circle of 32 with the initials of a person.
type Avatar struct {
	drawn
	initials string
	chosen   bool
}

// NewAvatar makes an avatar.
func NewAvatar(initials string, chosen bool) *Avatar {
	a := &Avatar{initials: initials, chosen: chosen}
	a.size = func() fyne.Size { return fyne.NewSquareSize(avatarSize) }
	a.paint = a.draw
	a.extend(a)
	return a
}

// Put shows another person.
func (a *Avatar) Put(initials string, chosen bool) {
	if a.initials != initials || a.chosen != chosen {
		a.initials, a.chosen = initials, chosen
		a.Refresh()
	}
}

func (a *Avatar) draw(size fyne.Size, put func(Part)) {
	x, y := (size.Width-avatarSize)/2, (size.Height-avatarSize)/2
	circle := Part{X: x, Y: y, W: avatarSize, H: avatarSize, Fill: Band, Radius: avatarSize / 2}
	ink := InkSecond
	switch {
	case a.chosen:
		circle.Fill, ink = Accent, OnAccent
	case stark():
		circle.Stroke, circle.Line = Rule, 1
	}
	put(circle)
	put(Part{X: x, Y: y, W: avatarSize, H: avatarSize, Words: a.initials, Face: SecondBold, Ink: ink, Align: fyne.TextAlignCenter})
}

// Initials are the first letters of the first and the last word of a name.
func Initials(name string) string {
	words := strings.Fields(name)
	if len(words) > 2 {
		words = []string{words[0], words[len(words)-1]}
	}
	var initials strings.Builder
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		initials.WriteRune(unicode.ToUpper(r))
	}
	return initials.String()
}
