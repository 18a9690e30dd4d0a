package look

import (
	"fyne.io/fyne/v2"
)

// Tone pairs an ink with its soft ground.
type Tone struct{ Ink, Soft fyne.ThemeColorName }

// Tones of badges and banners.
var (
	ToneOver    = Tone{InkOver, SoftOver}
	ToneToday   = Tone{InkToday, SoftToday}
	ToneSoon    = Tone{InkSoon, SoftSoon}
	ToneOK      = Tone{InkOK, SoftOK}
	ToneInfo    = Tone{InkInfo, SoftInfo}
	ToneNeutral = Tone{InkState, SoftNeutral}
)

// NewBadge shows a state: 20 high, icon 14, text 12. The icon and the word say what the colour says.
func NewBadge(res fyne.Resource, words string, t Tone) fyne.CanvasObject {
	content := Row(4, NewGlyph(res, t.Ink, 14), NewText(words, Second, t.Ink))
	return Stack(NewBox(t.Soft).Rounded(3).Stark(t.Ink, 1), Sized(0, 20, Padded(0, 0, 4, 6, content)))
}

// NewKeyCap names a shortcut.
func NewKeyCap(words string) fyne.CanvasObject {
	content := Padded(0, 0, 5, 5, NewText(words, Hint, InkHint))
	return Stack(NewBox(None).Bordered(Rule, 1).Rounded(3), Sized(0, 18, content))
}

// NewBanner is a message over the whole width, 36 high; the action may be nil.
func NewBanner(res fyne.Resource, words string, t Tone, action fyne.CanvasObject) *fyne.Container {
	content := Edged(nil, nil,
		Padded(0, 0, 12, 8, Centred(NewGlyph(res, t.Ink, 18))),
		Padded(4, 4, 8, 12, Centred(orNothing(action))),
		Padded(9, 9, 0, 0, NewProse(words, Body, Ink)))
	return Stack(NewBox(t.Soft).Rounded(6).Stark(t.Ink, 2), content)
}

// NewRefusal says what cannot be done and why, what is kept, and offers the one action that clears it.
func NewRefusal(words, why string, sign fyne.Resource, action fyne.CanvasObject) *fyne.Container {
	text := Column(0, NewProse(words, Strong, Ink), NewProse(why, Body, Ink))
	content := Edged(nil, nil,
		AtTop(Padded(0, 0, 0, 12, NewGlyph(sign, InkOver, 20))),
		AtTop(Padded(0, 0, 12, 0, orNothing(action))), text)
	return Stack(NewBox(SoftOver).Rounded(6).Stark(InkOver, 2), Padded(10, 10, 12, 12, content))
}

// NewEmpty is what a list says when there is nothing in it: a sign, what is so, and what to do next.
func NewEmpty(res fyne.Resource, sign fyne.ThemeColorName, words, next string, action fyne.CanvasObject) *fyne.Container {
	objects := []fyne.CanvasObject{
		Centred(NewGlyph(res, sign, 24)), Sized(0, 4, NewBox(None)),
		NewProse(words, Strong, Ink).Aligned(fyne.TextAlignCenter),
		NewProse(next, Body, InkSecond).Aligned(fyne.TextAlignCenter),
	}
	if action != nil {
		objects = append(objects, Sized(0, 6, NewBox(None)), Centred(action))
	}
	return Middle(Padded(12, 12, 16, 16, Column(0, objects...)))
}

func orNothing(o fyne.CanvasObject) fyne.CanvasObject {
	if o == nil {
		return NewBox(None)
	}
	return o
}
