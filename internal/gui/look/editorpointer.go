package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/manuscript"
)

// Cursor implements desktop.Cursorable.
func (*Editor) Cursor() desktop.Cursor { return desktop.TextCursor }

// under gives the place in the text that is nearest to a position.
func (e *Editor) under(p fyne.Position) manuscript.Place {
	e.fit(e.Size().Width)
	line := (p.Y - editorAir + e.offset) / LineOfBody()
	return e.text.At(min(max(0, int(line)), e.text.Lines()-1), p.X-editorAir)
}

// still is how far the pointer may move between two presses that belong together.
const still = 4

// MouseDown implements desktop.Mouseable: the caret goes where it was pressed. A press after two, which have marked a word,
// marks the paragraph.
func (e *Editor) MouseDown(ev *desktop.MouseEvent) {
	if c := canvasOf(e); c != nil {
		e.pointed = true
		c.Focus(e)
		e.pointed = false
	}
	if ev.Button == desktop.MouseButtonPrimary && e.holdBar(ev.Position) {
		return
	}
	at := e.under(ev.Position)
	by := ev.Position.Subtract(e.pressed)
	third := e.doubled && by.X*by.X+by.Y*by.Y < still*still
	e.doubled, e.pressed = false, ev.Position
	switch {
	case ev.Button == desktop.MouseButtonSecondary:
		if from, to, _ := e.text.Marked(); at.Before(from) || !at.Before(to) {
			e.text.Go(at, false)
		}
	case third:
		e.text.MarkParagraph(at)
	default:
		e.text.Go(at, e.shift || ev.Modifier&fyne.KeyModifierShift != 0)
	}
	e.moved()
}

// MouseUp implements desktop.Mouseable.
func (e *Editor) MouseUp(*desktop.MouseEvent) { e.bar = false }

// DoubleTapped implements fyne.DoubleTappable: it marks the word.
func (e *Editor) DoubleTapped(ev *fyne.PointEvent) {
	e.text.MarkWord(e.under(ev.Position))
	e.doubled, e.pressed = true, ev.Position
	e.moved()
}

// Dragged implements fyne.Draggable: it marks what is on the way, or scrolls by the bar.
func (e *Editor) Dragged(ev *fyne.DragEvent) {
	if e.bar {
		b := e.barSpan()
		e.scrollTo((ev.Position.Y - e.barPressed) / max(1, e.Size().Height-(b.bottom-b.top)) * e.beyond())
		return
	}
	e.doubled = false
	at := ev.Position
	if !ev.AbsolutePosition.IsZero() { // what it lies in may have been scrolled on the way
		at = ev.AbsolutePosition.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(e))
	}
	e.text.Go(e.under(at), true)
	e.moved()
}

// DragEnd implements fyne.Draggable.
func (e *Editor) DragEnd() { e.bar = false }

// Widths of the bar, and of the strip where it is taken.
const (
	thumbWidth = 5
	thumbStrip = 10
	leastThumb = 24
)

// barSpan is where the bar is.
func (e *Editor) barSpan() reach {
	height, beyond := e.Size().Height, e.beyond()
	bar := max(leastThumb, height*height/(height+beyond))
	top := (height - bar) * e.offset / max(1, beyond)
	return reach{top, top + bar}
}

// holdBar takes the bar, and tells whether it was pressed.
func (e *Editor) holdBar(at fyne.Position) bool {
	if e.beyond() == 0 || at.X < e.Size().Width-thumbStrip {
		return false
	}
	b := e.barSpan()
	if e.bar = at.Y >= b.top && at.Y < b.bottom; e.bar {
		e.barPressed = at.Y - b.top
	} else if at.Y < b.top {
		e.scrollTo(e.offset - e.room())
	} else {
		e.scrollTo(e.offset + e.room())
	}
	return true
}

var _ fyne.Scrollable = (*wheel)(nil)

// wheel lies over an editor whose text is longer than its room, and hears of the wheel. The editor does not hear of it
// itself: what can be scrolled takes the wheel from what it lies in.
type wheel struct {
	widget.BaseWidget
	editor *Editor
}

func newWheel(e *Editor) *wheel {
	w := &wheel{editor: e}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) { w.editor.scrollTo(w.editor.offset - ev.Scrolled.DY) }

// CreateRenderer implements fyne.Widget.
func (*wheel) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(Stack()) }
