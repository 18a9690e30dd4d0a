package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/manuscript"
)

var (
	_ fyne.Widget            = (*Editor)(nil)
	_ fyne.Focusable         = (*Editor)(nil)
	_ fyne.Tabbable          = (*Editor)(nil)
	_ fyne.Shortcutable      = (*Editor)(nil)
	_ fyne.Disableable       = (*Editor)(nil)
	_ fyne.Draggable         = (*Editor)(nil)
	_ fyne.DoubleTappable    = (*Editor)(nil)
	_ fyne.SecondaryTappable = (*Editor)(nil)
	_ desktop.Keyable        = (*Editor)(nil)
	_ desktop.Mouseable      = (*Editor)(nil)
	_ desktop.Cursorable     = (*Editor)(nil)
)

// Editor is where several lines are written. Fyne's own entry measures and breaks the whole text at every key; this one
// does so with the paragraph that changed, and draws only the lines that are seen. Like [Entry] it passes on the keys that
// it does not use, and Tab moves the focus.
type Editor struct {
	widget.DisableableWidget
	// OnChanged hears of what somebody has written; what it puts then belongs to that, and is taken back with it.
	OnChanged func(string)
	// OnKey is asked before the editor uses a key; true says that it was used up.
	OnKey func(*fyne.KeyEvent) bool
	// OnCaret hears where the caret is, in the editor, when somebody has moved it.
	OnCaret func(top, bottom float32)
	// Page is how much of an editor that grows is seen at once: as far the caret goes by Page Down.
	Page float32

	text    *manuscript.Text
	words   string // of the text
	prompt  string
	onFocus []func(bool)
	// has tells whether the editor has the focus; used, whether it had it since its text began; shift, whether that key is
	// down; telling, that OnChanged hears of a change; undoing, that the change takes something back.
	has, used, shift, telling, undoing bool

	grows      bool    // it is as high as its text, and lies in something that scrolls
	offset     float32 // how far the text is scrolled in one that does not grow
	seen       reach   // the part that is seen of one that grows
	doubled    bool    // the word under the pointer was marked by two presses
	pressed    fyne.Position
	pointed    bool    // it is being pressed, and so gets the focus
	bar        bool    // its bar is held
	barPressed float32 // how far under its upper end
}

// reach is a part of a height.
type reach struct{ top, bottom float32 }

// editorAir is around the text, as in an entry of Fyne.
const editorAir = 5

// NewEditor makes an editor.
func NewEditor(prompt string) *Editor {
	e := &Editor{text: manuscript.New(measure), prompt: prompt, seen: reach{0, 1e6}}
	e.ExtendBaseWidget(e)
	return e
}

// Growing makes the editor as high as its text, instead of scrolling it.
func (e *Editor) Growing() *Editor {
	e.grows = true
	return e
}

// AcceptsTab implements fyne.Tabbable.
func (*Editor) AcceptsTab() bool { return false }

// Text gives what is written.
func (e *Editor) Text() string { return e.words }

// SelectedText gives what is marked. By this the toolkit knows that it can be copied while nothing can be written.
func (e *Editor) SelectedText() string { return e.text.MarkedWords() }

// SetPlaceHolder changes what is said while nothing is written.
func (e *Editor) SetPlaceHolder(prompt string) {
	if e.prompt != prompt {
		e.prompt = prompt
		e.Refresh()
	}
}

// Put changes the text from the program: OnChanged is not told. When the text is emptied, or nothing was written yet where
// nobody was, another text begins and nothing of the old one can be taken back. Otherwise the change can be, and the caret
// stays where somebody types.
func (e *Editor) Put(words string) {
	if words == e.words {
		return
	}
	switch {
	case words == "" || e.words == "" && !e.used:
		e.text.Begin(words)
		e.used = false
	case e.undoing: // what was taken back cannot stay so
		e.text.Rewrite(words, false)
		e.text.Forget()
	default:
		e.text.Rewrite(words, e.telling)
	}
	if !e.has && !e.telling {
		e.text.Move(manuscript.End, false)
	}
	e.words = words
	if e.has {
		e.follow()
	} else {
		e.offset = 0 // a text is read from its beginning
	}
	e.Refresh()
}

// ToEnd puts the caret behind the text.
func (e *Editor) ToEnd() {
	e.text.Move(manuscript.End, false)
	e.moved()
}

// changed tells of what somebody has written.
func (e *Editor) changed() {
	e.words = e.text.String()
	e.telling = true
	if e.OnChanged != nil {
		e.OnChanged(e.words)
	}
	e.telling = false
	e.moved()
}

// moved shows the caret where it is now.
func (e *Editor) moved() {
	e.follow()
	e.Refresh()
	if e.OnCaret != nil {
		e.fit(e.Size().Width)
		line, _ := e.text.Seen()
		top := editorAir + float32(line)*LineOfBody()
		e.OnCaret(top, top+LineOfBody())
	}
}

// OnFocus adds what is told when the editor gains or loses the focus.
func (e *Editor) OnFocus(f func(has bool)) { e.onFocus = append(e.onFocus, f) }

// FocusGained implements fyne.Focusable.
func (e *Editor) FocusGained() {
	e.focused(true)
	if !e.pointed {
		e.follow()
	}
	forwardFocus(e)
}

// FocusLost implements fyne.Focusable.
func (e *Editor) FocusLost() { e.focused(false) }

func (e *Editor) focused(has bool) {
	e.has, e.used, e.shift, e.doubled = has, true, false, false
	for _, f := range e.onFocus {
		f(has)
	}
	e.Refresh()
}

// HeightAt gives the height that the text takes in a width.
func (e *Editor) HeightAt(width float32) float32 {
	e.fit(width)
	return float32(e.text.Lines())*LineOfBody() + 2*editorAir
}

// fit breaks the text for a width; before there is any, it is not broken.
func (e *Editor) fit(width float32) {
	if width > 0 {
		e.text.Fit(max(1, width-2*editorAir))
	}
}

// LineOfBody is how high a line in Body is as the toolkit draws it, which is a little less than in the type table.
func LineOfBody() float32 { return Body.room("Я").Height }

// See says which part is seen of an editor that grows; lines beyond it are not drawn.
func (e *Editor) See(top, bottom float32) {
	if e.seen != (reach{top, bottom}) {
		e.seen = reach{top, bottom}
		e.Refresh()
	}
}

// room is how much of the text is seen at once.
func (e *Editor) room() float32 {
	if e.grows {
		return e.Page
	}
	return e.Size().Height - 2*editorAir
}

// beyond is how far the text can be scrolled.
func (e *Editor) beyond() float32 {
	if e.grows {
		return 0
	}
	return max(0, float32(e.text.Lines())*LineOfBody()-e.room())
}

// scrollTo scrolls the text.
func (e *Editor) scrollTo(offset float32) {
	if offset = min(max(0, offset), e.beyond()); offset != e.offset {
		e.offset = offset
		e.Refresh()
	}
}

// follow scrolls to the caret.
func (e *Editor) follow() {
	if e.grows || e.Size().Width == 0 {
		return
	}
	e.fit(e.Size().Width)
	line, _ := e.text.Seen()
	top := float32(line) * LineOfBody()
	e.scrollTo(max(min(e.offset, top), top+LineOfBody()-e.room()))
}

// Resize implements fyne.CanvasObject: lines break anew, and the caret is elsewhere.
func (e *Editor) Resize(size fyne.Size) {
	if size == e.Size() {
		return
	}
	e.fit(size.Width)
	e.DisableableWidget.Resize(size)
	if e.has {
		e.follow()
	}
}
