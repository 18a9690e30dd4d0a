package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer implements fyne.Widget. A field draws border and ground, so the entry leaves its own out. Neither has an
// entry a scroll bar: Fyne puts one over the lower edge of text that is longer than the entry.
//
// Fyne would do this by a theme without border, ground and bars. But such a theme is dear, see [Theme], and the caret is
// as wide as the border.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	if e.Password && e.ActionItem == nil {
		e.ActionItem = Sized(1, 1, NewBox(None)) // in place of Fyne's own eye, which no key reaches
	}
	r := &entryRenderer{WidgetRenderer: e.Entry.CreateRenderer()}
	for _, o := range r.WidgetRenderer.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			r.scroll, r.slit = s, newSlit(s)
		}
	}
	r.fit()
	return r
}

// entryRenderer shows a slit in place of the scroll of a line. That scroll is not seen, but still moves the text.
type entryRenderer struct {
	fyne.WidgetRenderer
	scroll *container.Scroll
	slit   *slit
}

// Objects implements fyne.WidgetRenderer.
func (r *entryRenderer) Objects() []fyne.CanvasObject {
	all := r.WidgetRenderer.Objects()
	objects := make([]fyne.CanvasObject, 0, len(all))
	for _, o := range all {
		switch s := o.(type) {
		case *canvas.Rectangle: // border and ground
		case *container.Scroll:
			if s == r.scroll {
				o = r.slit
			}
			objects = append(objects, o)
		default:
			objects = append(objects, o)
		}
	}
	return objects
}

// Layout implements fyne.WidgetRenderer.
func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.fit()
}

// Refresh implements fyne.WidgetRenderer.
func (r *entryRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.fit()
}

func (r *entryRenderer) fit() {
	if r.scroll != nil {
		r.slit.Move(r.scroll.Position())
		r.slit.Resize(r.scroll.Size())
	}
}

// slit shows what is in a scroll, and cuts off what reaches beyond it.
type slit struct {
	widget.BaseWidget
	scroll *container.Scroll
}

func newSlit(s *container.Scroll) *slit {
	w := &slit{scroll: s}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer implements fyne.Widget.
func (w *slit) CreateRenderer() fyne.WidgetRenderer { return slitRenderer{w.scroll} }

type slitRenderer struct{ scroll *container.Scroll }

func (slitRenderer) Destroy()           {}
func (slitRenderer) Layout(fyne.Size)   {}
func (slitRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (r slitRenderer) Refresh()         { r.scroll.Content.Refresh() }

func (r slitRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.scroll.Content}
}

// IsClip is how Fyne knows that what reaches beyond is cut.
func (slitRenderer) IsClip() {}
