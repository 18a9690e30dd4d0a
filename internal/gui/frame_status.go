package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// drawStatus draws the status line; a press on a part of it opens what it speaks of.
func (f *frame) drawStatus() fyne.CanvasObject {
	items := container.New(statusLayout{})
	for i, p := range f.statusParts() {
		if f.folded && p.Short != "" {
			p.Words = p.Short
		}
		item := look.Row(0, newStatusItem(p.Note, func() { f.window.follows(p) }))
		if i > 0 {
			item = look.Row(0, look.Sized(1, 16, look.NewBox(look.Rule)), item)
		}
		items.Add(item)
	}
	return look.Stack(look.NewBox(look.Band), look.Edged(look.Line(look.Rule), nil, nil, nil, look.Padded(0, 0, 3, 3, items)))
}

// statusLayout puts the parts beside each other as far as there is room for whole ones: half a word says nothing.
type statusLayout struct{}

// MinSize implements fyne.Layout.
func (statusLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (statusLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, o := range objects {
		width := o.MinSize().Width
		fits := i == 0 || x+width <= size.Width
		if show(o, fits); fits {
			o.Move(fyne.NewPos(x, 0))
			o.Resize(fyne.NewSize(width, size.Height))
			x += width
		}
	}
}

// statusParts are all parts, or where there is no room the warnings as one, right after who works: it is the last that goes.
func (f *frame) statusParts() []present.StatusPart {
	parts := f.model.Parts()
	n := f.model.Warnings()
	if !f.folded || n == 0 {
		return parts
	}
	worst := present.WarnSign
	parts = slices.DeleteFunc(slices.Clone(parts), func(p present.StatusPart) bool {
		if p.Sign == present.BadSign {
			worst = present.BadSign
		}
		return p.Sign == present.WarnSign || p.Sign == present.BadSign
	})
	return slices.Insert(parts, min(1, len(parts)), present.StatusPart{
		Note: present.Note{Sign: worst, Words: f.window.env.T("status.warnings", "n", n)}, Act: present.ActWarnings,
	})
}

// follows opens what a part of the status line speaks of. What lies over the window comes first.
func (w *Window) follows(p present.StatusPart) {
	switch {
	case look.Covered(w.Canvas()):
	case p.Act == present.ActWarnings:
		w.showWarnings()
	case p.Act != "":
		w.act(p.Act)
	default:
		w.open(p.To)
	}
}

var (
	_ fyne.Tappable      = (*statusItem)(nil)
	_ desktop.Hoverable  = (*statusItem)(nil)
	_ desktop.Cursorable = (*statusItem)(nil)
)

// statusItem is a part of the status line. It is not focusable: what it opens stands in the menu, and Tab belongs to the
// screen.
type statusItem struct {
	widget.BaseWidget
	tap  func()
	back *look.Box
	body fyne.CanvasObject
}

func newStatusItem(n present.Note, tap func()) *statusItem {
	icon, ink := sign(n.Sign)
	it := &statusItem{tap: tap, back: look.NewBox(look.None)}
	words := look.Padded(0, 0, 12, 12, look.Row(6, look.NewGlyph(icon, ink, 14), look.NewText(n.Words, look.Second, ink)))
	it.body = look.Stack(look.Padded(2, 2, 0, 0, it.back), words)
	it.ExtendBaseWidget(it)
	return it
}

// Tapped implements fyne.Tappable.
func (it *statusItem) Tapped(*fyne.PointEvent) { it.tap() }

// Cursor implements desktop.Cursorable.
func (*statusItem) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (it *statusItem) MouseIn(*desktop.MouseEvent) { it.hover(look.Hover) }

// MouseMoved implements desktop.Hoverable.
func (*statusItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (it *statusItem) MouseOut() { it.hover(look.None) }

func (it *statusItem) hover(c fyne.ThemeColorName) {
	it.back.Fill(c)
	canvas.Refresh(it)
}

// CreateRenderer implements fyne.Widget.
func (it *statusItem) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(it.body) }
