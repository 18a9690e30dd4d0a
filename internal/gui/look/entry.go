package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a widget.Entry of one line that passes on what it does not use itself: function keys, Escape and shortcuts such
// as Ctrl+Enter. Several lines are written in an [Editor].
type Entry struct {
	widget.Entry
	OnShortcut func(fyne.Shortcut)
	// OnKey is asked before the entry uses a key; true says that it was used up.
	OnKey func(*fyne.KeyEvent) bool

	onFocus []func(bool)
	// has tells whether the entry has the focus; ends, that its text came from the program and the cursor stays behind
	// it until a key or the pointer moves it.
	has, ends bool
}

// NewEntry makes an entry of one line.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	e.PlaceHolder = placeholder
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.has = true
	e.toEnd()
	e.tellFocus(true)
	forwardFocus(e)
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.has = false
	e.tellFocus(false)
}

func (e *Entry) tellFocus(has bool) {
	for _, f := range e.onFocus {
		f(has)
	}
}

// OnFocus adds what is told when the entry gains or loses the focus.
func (e *Entry) OnFocus(f func(has bool)) { e.onFocus = append(e.onFocus, f) }

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(ev *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(ev) || forwardKey(e, ev) {
		return
	}
	e.ends = false
	e.Entry.TypedKey(ev)
}

// TypedRune implements fyne.Focusable.
func (e *Entry) TypedRune(r rune) {
	e.ends = false
	e.Entry.TypedRune(r)
}

// MouseDown implements desktop.Mouseable: the cursor goes where it was pressed.
func (e *Entry) MouseDown(ev *desktop.MouseEvent) {
	e.ends = false
	e.Entry.MouseDown(ev)
}

// toEnd puts the cursor behind a text that came from the program: who goes on typing goes on there.
func (e *Entry) toEnd() {
	if e.ends {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
}

// TypedShortcut implements fyne.Shortcutable: the owner hears of it too. Shortcuts of the main menu come before the
// focused widget, so only the others need OnShortcut.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok {
		if e.OnShortcut != nil {
			e.OnShortcut(s)
			return
		}
		forwardShortcut(e, custom)
		return
	}
	e.ends = false
	e.Entry.TypedShortcut(s)
}

// Replaceable selects all of the text when the focus comes, so that what is typed replaces it. A press of the pointer
// puts the cursor where it was pressed, as everywhere.
func (e *Entry) Replaceable() *Entry {
	e.OnFocus(func(has bool) {
		if has {
			e.SelectAll()
		}
	})
	return e
}

// SelectAll selects all of the text, as Ctrl+A does.
func (e *Entry) SelectAll() {
	e.ends = false
	e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Put changes the text from the program: OnChanged is not told. The cursor goes behind a text that was not being typed.
func (e *Entry) Put(text string) {
	if e.Text == text {
		return
	}
	heard := e.OnChanged
	e.OnChanged = nil
	e.ends = !e.has || e.Text == ""
	e.SetText(text)
	e.toEnd()
	e.OnChanged = heard
}

var windowKeys = map[fyne.KeyName]bool{
	fyne.KeyEscape: true, fyne.KeyF1: true, fyne.KeyF2: true, fyne.KeyF3: true, fyne.KeyF4: true, fyne.KeyF5: true, fyne.KeyF6: true,
	fyne.KeyF7: true, fyne.KeyF8: true, fyne.KeyF9: true, fyne.KeyF10: true, fyne.KeyF11: true, fyne.KeyF12: true,
}

// forwardKey hands a key of the window to Canvas.SetOnTypedKey, which a focused widget otherwise hides.
func forwardKey(from fyne.CanvasObject, ev *fyne.KeyEvent) bool {
	if !windowKeys[ev.Name] {
		return false
	}
	if c := canvasOf(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
	return true
}

// CtrlEnter is how Canvas.SetOnTypedKey hears of Ctrl+Enter, which finishes a form or a dialog from any of its
// fields.
const CtrlEnter fyne.KeyName = "Control+Return"

// CtrlShiftA is how Canvas.SetOnTypedKey hears of Ctrl+Shift+A.
const CtrlShiftA fyne.KeyName = "Control+Shift+A"

// FocusMoved is how Canvas.SetOnTypedKey hears that a widget has got the focus, so that a screen can bring it into view.
const FocusMoved fyne.KeyName = "FocusMoved"

// forwardShortcut hands Ctrl+Enter and Ctrl+Shift+A on to the window as keys.
func forwardShortcut(from fyne.CanvasObject, s *desktop.CustomShortcut) {
	switch {
	case s.Modifier == fyne.KeyModifierControl && (s.KeyName == fyne.KeyReturn || s.KeyName == fyne.KeyEnter):
		tellWindow(from, CtrlEnter)
	case s.Modifier == fyne.KeyModifierControl|fyne.KeyModifierShift && s.KeyName == fyne.KeyA:
		tellWindow(from, CtrlShiftA)
	}
}

func forwardFocus(from fyne.CanvasObject) { tellWindow(from, FocusMoved) }

func tellWindow(from fyne.CanvasObject, key fyne.KeyName) {
	if c := canvasOf(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(&fyne.KeyEvent{Name: key})
	}
}

// canvasOf gives the canvas of an object. The driver knows it only once the object was drawn, and a key can come before
// that: then it is the one of the window.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(o); c != nil {
		return c
	}
	if windows := d.AllWindows(); len(windows) > 0 {
		return windows[0].Canvas()
	}
	return nil
}
