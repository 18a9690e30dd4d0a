package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// drawStatus draws the status line; a press on a part of it opens what it speaks of.
func (f *frame) drawStatus() fyne.CanvasObject {
	items := look.Row(0)
	for i, p := range f.statusParts() {
		if i > 0 {
			items.Add(look.Sized(1, 16, look.NewBox(look.Rule)))
		}
		if f.folded && p.Short != "" {
			p.Words = p.Short
		}
		items.Add(newStatusItem(p.Note, func() { f.window.follows(p) }))
	}
	return look.Stack(look.NewBox(look.Band), look.Edged(look.Line(look.Rule), nil, nil, nil, look.Padded(0, 0, 3, 3, look.Clipped(items))))
}

// statusParts are all parts, or where there is no room the warnings as one.
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
	return append(parts, present.StatusPart{Note: present.Note{Sign: worst, Words: f.window.env.T("status.warnings", "n", n)}, Act: present.ActWarnings})
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
	tap     func()
	back    *look.Box
	content fyne.CanvasObject
}

func newStatusItem(n present.Note, tap func()) *statusItem {
	icon, ink := sign(n.Sign)
	it := &statusItem{tap: tap, back: look.NewBox(look.None)}
	it.content = look.Padded(0, 0, 12, 12, look.Row(6, look.NewGlyph(icon, ink, 14), look.NewText(n.Words, look.Second, ink)))
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
func (it *statusItem) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(look.Stack(look.Padded(2, 2, 0, 0, it.back), it.content))
}
