package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Box is a rectangle in theme colours: grounds, borders, lines and stripes are all boxes.
type Box struct {
	widget.BaseWidget
	fill, stroke  fyne.ThemeColorName
	width, radius float32
	square        bool
	stark         fyne.ThemeColorName // border of the contrast theme alone
	starkWidth    float32
}

// NewBox makes a box without a border.
func NewBox(fill fyne.ThemeColorName) *Box {
	b := &Box{fill: fill}
	b.ExtendBaseWidget(b)
	return b
}

// Bordered gives the box a border.
func (b *Box) Bordered(name fyne.ThemeColorName, width float32) *Box {
	b.stroke, b.width = name, width
	return b
}

// Stark gives the box a border in the contrast theme, whose soft grounds are white.
func (b *Box) Stark(name fyne.ThemeColorName, width float32) *Box {
	b.stark, b.starkWidth = name, width
	return b
}

// Rounded rounds the corners.
func (b *Box) Rounded(radius float32) *Box {
	b.radius = radius
	return b
}

// SquareBelow rounds the upper corners only.
func (b *Box) SquareBelow() *Box {
	b.square = true
	return b
}

// Fill changes the ground.
func (b *Box) Fill(name fyne.ThemeColorName) {
	if b.fill != name {
		b.fill = name
		b.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Box) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{box: b, plate: newCardPlate()}
	r.paint()
	return again(r, b.Size())
}

type boxRenderer struct {
	box   *Box
	plate *plate
}

func (r *boxRenderer) Destroy()                     {}
func (r *boxRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *boxRenderer) Objects() []fyne.CanvasObject { return r.plate.objects() }
func (r *boxRenderer) Layout(size fyne.Size)        { r.plate.put(0, 0, size.Width, size.Height) }

func (r *boxRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.box)
}

func (r *boxRenderer) paint() {
	b := r.box
	stroke, width := b.stroke, b.width
	if b.stark != None && stark() {
		stroke, width = b.stark, b.starkWidth
	}
	r.plate.paint(Part{Fill: b.fill, Stroke: stroke, Line: width, Radius: b.radius, square: b.square})
}

// NewGlyph is a tinted icon of a fixed size.
func NewGlyph(res fyne.Resource, name fyne.ThemeColorName, size float32) *Glyph {
	g := &Glyph{res: res, color: name, size: size, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	g.ExtendBaseWidget(g)
	return g
}

// Glyph is a tinted icon.
type Glyph struct {
	widget.BaseWidget
	res   fyne.Resource
	color fyne.ThemeColorName
	size  float32
	image *canvas.Image
}

// Set changes icon and colour.
func (g *Glyph) Set(res fyne.Resource, name fyne.ThemeColorName) {
	g.res, g.color = res, name
	swap(g.image, res, name)
}

// MinSize implements fyne.Widget.
func (g *Glyph) MinSize() fyne.Size { return fyne.NewSquareSize(g.size) }

// CreateRenderer implements fyne.Widget.
func (g *Glyph) CreateRenderer() fyne.WidgetRenderer {
	swap(g.image, g.res, g.color)
	return widget.NewSimpleRenderer(g.image)
}

// swap changes an image only where it differs: refreshing an SVG parses it again.
func swap(img *canvas.Image, res fyne.Resource, name fyne.ThemeColorName) {
	img.Hidden = res == nil
	if res == nil {
		return
	}
	if t := tint(res, name); img.Resource != t {
		img.FillMode, img.Resource = canvas.ImageFillContain, t
		img.Refresh()
	}
}
