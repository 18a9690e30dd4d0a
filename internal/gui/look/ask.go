package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Question is what Ask asks.
type Question struct {
	Title, Words string
	Yes, No      string
	Danger       bool   // it cannot be taken back: the focus starts at No
	Typed        string // the word to be typed before Yes can be pressed, "" = none
	TypedLabel   string // says so above the entry
	// Extra stands between the words and the buttons; may be nil.
	Extra fyne.CanvasObject
	// Focus is where to start within Extra; nil = the safe button.
	Focus fyne.Focusable
}

const askWidth = 440

// Ask asks a question over the shaded window. Enter presses the button that has the focus, Esc is No, Ctrl+Enter is
// Yes where it may be pressed, Tab goes round inside. Done hears the answer after the focus is back where it was.
func Ask(c fyne.Canvas, q Question, done func(yes bool)) {
	hide := func() {}
	answer := func(yes bool) {
		hide()
		done(yes)
	}
	look := Primary
	if q.Danger {
		look = Danger
	}
	yes := NewButton(q.Yes, nil, look, func() { answer(true) }).High(32)
	no := NewButton(q.No, nil, Plain, func() { answer(false) }).High(32)

	body := Column(8, askTitle(q))
	if q.Words != "" {
		body.Add(NewProse(q.Words, Body, Ink))
	}
	body.Add(orNothing(q.Extra))
	if q.Typed != "" {
		body.Add(askTyped(q, yes))
	}
	content := Padded(16, 16, 20, 20, Column(16, body, Row(8, Spacer(), no, yes)))
	hide = Sheet(c, content, Pane{
		Width: askWidth, OnEsc: func() { answer(false) },
		OnKey: func(ev *fyne.KeyEvent) {
			if ev.Name == CtrlEnter {
				yes.Tapped(nil)
			}
		},
	})
	switch {
	case q.Focus != nil:
		c.Focus(q.Focus)
	case q.Danger || yes.Disabled():
		c.Focus(no)
	default:
		c.Focus(yes)
	}
}

func askTitle(q Question) fyne.CanvasObject {
	title := NewProse(q.Title, Subtitle, Ink)
	if !q.Danger {
		return title
	}
	sign := AtTop(Padded(0, 0, 0, 10, NewGlyph(Icon(theme.IconNameWarning), InkOver, 20)))
	return Edged(nil, nil, sign, nil, title)
}

// askTyped is the entry for the word that makes sure; Yes waits for it.
func askTyped(q Question, yes *Button) fyne.CanvasObject {
	e := NewEntry("")
	yes.Allow(false)
	e.OnChanged = func(s string) { yes.Allow(strings.EqualFold(strings.TrimSpace(s), q.Typed)) }
	e.OnSubmitted = func(string) { yes.Tapped(nil) }
	field := NewField(e, nil, nil).Container
	if q.TypedLabel == "" {
		return field
	}
	return Column(4, NewProse(q.TypedLabel, Second, InkSecond), field)
}
