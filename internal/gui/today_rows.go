package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

const (
	todayRowHeight    = 44
	todayOpenedHeight = 42
	todayInset        = 12
)

// paintToday draws a line of a card: what it is about above, who and how much is left below.
func paintToday(r present.TodayRow, width float32, put func(look.Part)) {
	put(look.Part{Y: todayRowHeight - 1, W: width, H: 1, Fill: look.RowRule})
	left, right := float32(todayInset), width-todayInset
	if r.Box != "" {
		look.PutKind(put, left, 5, r.Box)
		left += 26
	}
	put(look.Part{X: left, Y: 5, W: todayEnd{words: r.When, ink: look.InkSecond, y: 5}.paint(right, put) - left - 8, H: 18, Words: r.Title, Face: look.Body, Ink: look.Ink})
	icon, ink := urgencySign(r.Urgency)
	if r.Returned {
		icon, ink = look.Icon(theme.IconNameMailReply), look.InkOver
	}
	if r.Left == "" {
		icon = nil
	}
	end := todayEnd{r.Left, icon, ink, 23}.paint(right, put) - 8
	marks := todayMarks(r)
	words := look.Fit(r.Second, look.Second, end-left-float32(len(marks))*18)
	put(look.Part{X: left, Y: 23, W: end - left, H: 16, Words: words, Face: look.Second, Ink: look.InkSecond})
	x := left + look.Second.Width(words) + 6
	for _, m := range marks {
		put(look.Part{X: x, Y: 24, W: 14, H: 14, Icon: m, Ink: look.InkSecond})
		x += 18
	}
}

// todayEnd is what stands at the right end of a line.
type todayEnd struct {
	words string
	icon  fyne.Resource
	ink   fyne.ThemeColorName
	y     float32
}

// paint puts it there, the icon before the words, and tells where they begin.
func (e todayEnd) paint(right float32, put func(look.Part)) float32 {
	if e.words == "" {
		return right
	}
	x := right - look.Second.Width(e.words) - 1
	put(look.Part{X: x, Y: e.y, W: right - x + 1, H: 16, Words: e.words, Face: look.Second, Ink: e.ink})
	if e.icon != nil {
		x -= 18
		put(look.Part{X: x, Y: e.y + 1, W: 14, H: 14, Icon: e.icon, Ink: e.ink})
	}
	return x
}

func todayMarks(r present.TodayRow) []fyne.Resource {
	var marks []fyne.Resource
	for _, m := range []struct {
		on   bool
		icon fyne.Resource
	}{
		{r.Danger, look.IconHealth},
		{r.Anonymous, look.Icon(theme.IconNameVisibilityOff)},
		{r.Extended, look.IconExtend},
		{r.Waiting, look.Icon(theme.IconNameMediaPause)},
	} {
		if m.on {
			marks = append(marks, m.icon)
		}
	}
	return marks
}

// paintOpened draws a case that was open lately.
func paintOpened(r present.TodayOpened, width float32, put func(look.Part)) {
	put(look.Part{X: todayInset, Y: 4, W: width - 2*todayInset, H: 18, Words: r.Title, Face: look.Body, Ink: look.Ink})
	put(look.Part{X: todayInset, Y: 21, W: width - 2*todayInset, H: 16, Words: r.Second, Face: look.Second, Ink: look.InkSecond})
}
