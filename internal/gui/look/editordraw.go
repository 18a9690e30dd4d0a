package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/manuscript"
)

// CreateRenderer implements fyne.Widget.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	r := &editorRenderer{editor: e, caret: newPlate(), bar: newPlate(), wheel: newWheel(e)}
	r.adopt()
	r.Refresh()
	if e.grows {
		return r
	}
	return clippedEditor{r}
}

// clippedEditor cuts the lines that are seen in part.
type clippedEditor struct{ *editorRenderer }

// IsClip is how Fyne knows that what reaches beyond is cut.
func (clippedEditor) IsClip() {}

// editorRenderer draws the lines that are seen, with objects that it keeps.
type editorRenderer struct {
	editor *Editor
	marks  []*plate // under what is marked
	lines  []*canvas.Text
	caret  *plate
	bar    *plate
	wheel  *wheel

	nMarks, nLines int
	more           bool // objects than before
	objects        []fyne.CanvasObject
	size           fyne.Size // for which it was drawn
}

func (*editorRenderer) Destroy()                       {}
func (r *editorRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Layout implements fyne.WidgetRenderer. What is drawn for this size already is not drawn again: it would ask for another
// frame while one is being drawn.
func (r *editorRenderer) Layout(size fyne.Size) {
	if r.size != size {
		r.Refresh()
	}
}

// MinSize implements fyne.WidgetRenderer.
func (r *editorRenderer) MinSize() fyne.Size {
	least := LineOfBody() + 2*editorAir
	if e := r.editor; e.grows && e.Size().Width > 0 {
		least = e.HeightAt(e.Size().Width)
	}
	return fyne.NewSize(40, least)
}

// Refresh implements fyne.WidgetRenderer.
func (r *editorRenderer) Refresh() {
	e := r.editor
	r.size = e.Size()
	e.fit(r.size.Width)
	e.offset = min(e.offset, e.beyond())
	r.nMarks, r.nLines, r.more = 0, 0, false
	r.caret.hide()
	switch {
	case e.Size().Width == 0: // where it is to be is not known yet
	case e.text.Empty():
		r.drawPrompt()
	default:
		r.drawText()
	}
	if e.has && !e.Disabled() {
		line, x := e.text.Seen()
		r.caret.paint(Part{Fill: Accent})
		r.caret.put(editorAir+x-0.5, r.top(line), 1, LineOfBody())
	}
	r.drawBar()
	for _, m := range r.marks[r.nMarks:] {
		m.hide()
	}
	for _, t := range r.lines[r.nLines:] {
		t.Hidden = true
	}
	if r.more {
		r.adopt()
	}
	canvas.Refresh(e)
}

// top is the upper edge of a line.
func (r *editorRenderer) top(line int) float32 {
	return editorAir + float32(line)*LineOfBody() - r.editor.offset
}

func (r *editorRenderer) drawText() {
	e := r.editor
	ink, height := Ink, LineOfBody()
	if e.Disabled() {
		ink = InkOff
	}
	seen := e.seen
	if !e.grows {
		seen = reach{0, e.Size().Height}
	}
	first := int((seen.top - editorAir + e.offset) / height)
	for n, l := range e.text.From(max(0, first)) {
		if r.top(n) >= seen.bottom {
			break
		}
		r.mark(n, l)
		r.write(strings.TrimRight(e.text.Words(l), " "), n, ink)
	}
}

// mark draws the ground under what is marked in a line.
func (r *editorRenderer) mark(n int, l manuscript.Line) {
	from, to, marked := r.editor.text.MarkedIn(l)
	if !marked || !r.editor.has {
		return
	}
	m := next(&r.marks, &r.nMarks, newPlate, r.grow)
	m.paint(Part{Fill: Chosen})
	m.put(editorAir+from, r.top(n), to-from, LineOfBody())
}

func (r *editorRenderer) write(words string, n int, ink fyne.ThemeColorName) {
	t := next(&r.lines, &r.nLines, func() *canvas.Text { return &canvas.Text{} }, r.grow)
	Body.set(t, words)
	t.Color, t.Hidden = theme.Color(ink), false
	put(t, editorAir, r.top(n), r.editor.Size().Width-2*editorAir, LineOfBody())
}

func (r *editorRenderer) drawPrompt() {
	if r.editor.prompt == "" {
		return
	}
	for n, words := range wrap(r.editor.prompt, Body, r.editor.Size().Width-2*editorAir) {
		r.write(words, n, InkHint)
	}
}

func (r *editorRenderer) drawBar() {
	e := r.editor
	long := e.beyond() > 0
	r.wheel.Hidden = !long
	r.bar.hide()
	if long {
		put(r.wheel, 0, 0, e.Size().Width, e.Size().Height)
		b := e.barSpan()
		r.bar.paint(Part{Fill: theme.ColorNameScrollBar, Radius: 3})
		r.bar.put(e.Size().Width-thumbWidth, b.top, thumbWidth, b.bottom-b.top)
	}
}

func (r *editorRenderer) grow() { r.more = true }

// adopt rebuilds the list of objects: what is marked under the words.
func (r *editorRenderer) adopt() {
	r.objects = nil
	for _, m := range r.marks {
		r.objects = append(r.objects, m.object())
	}
	for _, t := range r.lines {
		r.objects = append(r.objects, t)
	}
	r.objects = append(r.objects, r.caret.object(), r.bar.object(), r.wheel)
}
