package look

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*PageView)(nil)
	_ fyne.Tappable     = (*PageView)(nil)
	_ fyne.Shortcutable = (*PageView)(nil)
)

// PageView shows the pages of a paper under each other on grey. It is one stop for the focus: arrows, PageUp, PageDown,
// Home and End scroll, + and - zoom.
type PageView struct {
	widget.BaseWidget
	// OnZoom hears of + and -, so that the owner can draw the pages anew; may be nil.
	OnZoom func(zoom float32)
	// OnView hears which page is in view when it is scrolled; may be nil.
	OnView func(page int)

	width   float32 // of a page at zoom 1, 0 = as wide as the room
	zoom    float32
	pages   []*canvas.Image
	ratios  []float32 // height by width
	veils   []*Box
	empty   fyne.CanvasObject
	ground  *Box
	edge    *Box
	sheet   *fyne.Container
	scroll  *container.Scroll
	focused bool
}

const (
	pageAir = 16
	zoomOut = 0.5
	zoomIn  = 3
)

// NewPageView makes a view without pages.
func NewPageView() *PageView {
	v := &PageView{zoom: 1, ground: NewBox(Band), edge: NewBox(None), empty: NewBox(None)}
	v.sheet = container.New(pagesLayout{v})
	v.scroll = container.NewScroll(v.sheet)
	v.scroll.OnScrolled = func(fyne.Position) {
		if v.OnView != nil {
			v.OnView(v.inView())
		}
	}
	v.ExtendBaseWidget(v)
	return v
}

// Put shows pages from the first one on; none shows what Empty was given.
func (v *PageView) Put(pages []image.Image) {
	v.scroll.ScrollToOffset(fyne.Position{})
	v.Renew(pages)
}

// Renew shows the same pages as they are drawn now: whoever looks at them stays where he is.
func (v *PageView) Renew(pages []image.Image) {
	v.pages, v.ratios, v.veils = nil, nil, nil
	v.sheet.Objects = nil
	for _, p := range pages {
		img := canvas.NewImageFromImage(p)
		img.FillMode, img.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
		over := NewBox(veil())
		v.pages, v.veils = append(v.pages, img), append(v.veils, over)
		v.ratios = append(v.ratios, float32(p.Bounds().Dy())/float32(max(1, p.Bounds().Dx())))
		v.sheet.Add(NewBox(Paper).Bordered(Rule, 1))
		v.sheet.Add(img)
		v.sheet.Add(over)
	}
	v.Refresh()
}

// Empty says what is seen while there are no pages.
func (v *PageView) Empty(o fyne.CanvasObject) {
	v.empty = orNothing(o)
	v.Refresh()
}

// SetWidth sets how wide a page is at zoom 1; 0 fits it to the room.
func (v *PageView) SetWidth(width float32) {
	v.width = width
	v.Refresh()
}

// SetZoom changes the zoom within its bounds; OnZoom is not told.
func (v *PageView) SetZoom(zoom float32) {
	v.zoom = min(max(zoom, zoomOut), zoomIn)
	v.Refresh()
}

// Zoom gives the zoom.
func (v *PageView) Zoom() float32 { return v.zoom }

// PageWidth is how wide a page is drawn now, for who renders it.
func (v *PageView) PageWidth() float32 {
	width := v.width
	if width == 0 {
		width = v.Size().Width - 2*pageAir
	}
	return max(1, float32(int(width*v.zoom)))
}

// Tapped implements fyne.Tappable.
func (v *PageView) Tapped(*fyne.PointEvent) {
	if c := canvasOf(v); c != nil {
		c.Focus(v)
	}
}

// FocusGained implements fyne.Focusable.
func (v *PageView) FocusGained() { v.mark(true) }

// FocusLost implements fyne.Focusable.
func (v *PageView) FocusLost() { v.mark(false) }

func (v *PageView) mark(focused bool) {
	v.focused = focused
	v.edge.Bordered(None, 0)
	if focused {
		v.edge.Bordered(Accent, 2)
	}
	v.edge.Refresh()
}

// TypedRune implements fyne.Focusable.
func (v *PageView) TypedRune(r rune) {
	switch r {
	case '+', '=':
		v.zoomBy(1.25)
	case '-', '–':
		v.zoomBy(0.8)
	case '0':
		v.zoomBy(1 / v.zoom)
	}
}

func (v *PageView) zoomBy(by float32) {
	v.SetZoom(v.zoom * by)
	if v.OnZoom != nil {
		v.OnZoom(v.zoom)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (v *PageView) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok {
		forwardShortcut(v, custom)
	}
}

// TypedKey implements fyne.Focusable.
func (v *PageView) TypedKey(ev *fyne.KeyEvent) {
	const line = 36
	page := v.Size().Height - line
	switch ev.Name {
	case fyne.KeyDown:
		v.scrollBy(0, line)
	case fyne.KeyUp:
		v.scrollBy(0, -line)
	case fyne.KeyRight:
		v.scrollBy(line, 0)
	case fyne.KeyLeft:
		v.scrollBy(-line, 0)
	case fyne.KeyPageDown, fyne.KeySpace:
		v.scrollBy(0, page)
	case fyne.KeyPageUp:
		v.scrollBy(0, -page)
	case fyne.KeyHome:
		v.scrollBy(0, -v.sheet.Size().Height)
	case fyne.KeyEnd:
		v.scrollBy(0, v.sheet.Size().Height)
	default:
		forwardKey(v, ev)
	}
}

func (v *PageView) scrollBy(dx, dy float32) {
	size, room := v.sheet.MinSize(), v.scroll.Size()
	v.scroll.ScrollToOffset(fyne.NewPos(
		min(max(0, v.scroll.Offset.X+dx), max(0, size.Width-room.Width)),
		min(max(0, v.scroll.Offset.Y+dy), max(0, size.Height-room.Height))))
}

// inView is the page across the middle of the room.
func (v *PageView) inView() int {
	width, below := v.PageWidth(), v.scroll.Offset.Y+v.scroll.Size().Height/2
	for i, ratio := range v.ratios {
		if below -= float32(int(width*ratio)) + pageAir; below < 0 {
			return i
		}
	}
	return max(0, len(v.ratios)-1)
}

// Offset is how far the view is scrolled down.
func (v *PageView) Offset() float32 { return v.scroll.Offset.Y }

// CreateRenderer implements fyne.Widget.
func (v *PageView) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{v} }

type pageRenderer struct{ v *PageView }

func (*pageRenderer) Destroy()           {}
func (*pageRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 120) }

func (r *pageRenderer) Objects() []fyne.CanvasObject {
	if len(r.v.pages) == 0 {
		return []fyne.CanvasObject{r.v.ground, r.v.empty, r.v.edge}
	}
	return []fyne.CanvasObject{r.v.ground, r.v.scroll, r.v.edge}
}

func (r *pageRenderer) Layout(size fyne.Size) {
	for _, o := range r.Objects() {
		put(o, 0, 0, size.Width, size.Height)
	}
	r.v.scroll.Refresh()
}

func (r *pageRenderer) Refresh() {
	r.Layout(r.v.Size())
	r.v.ground.Refresh()
	for _, over := range r.v.veils {
		over.Fill(veil())
	}
	canvas.Refresh(r.v)
}

// pagesLayout expects a frame, a picture and a veil for every page.
type pagesLayout struct{ v *PageView }

func (l pagesLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	width, height := l.v.PageWidth(), float32(pageAir)
	for _, ratio := range l.v.ratios {
		height += float32(int(width*ratio)) + pageAir
	}
	return fyne.NewSize(width+2*pageAir, height)
}

func (l pagesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width, y := l.v.PageWidth(), float32(pageAir)
	x := max(pageAir, float32(int((size.Width-width)/2)))
	for i := 0; i+2 < len(objects); i += 3 {
		height := float32(int(width * l.v.ratios[i/3]))
		put(objects[i], x-1, y-1, width+2, height+2)
		put(objects[i+1], x, y, width, height)
		put(objects[i+2], x, y, width, height)
		y += height + pageAir
	}
}
