package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var _ flowing = (*Prose)(nil)

// Prose is text that breaks where its room ends, so its height follows from its width. The layouts of this package
// ask for it; inside layouts of Fyne it takes the height of the width it had last.
type Prose struct {
	widget.BaseWidget
	face  Face
	color fyne.ThemeColorName
	words string
	align fyne.TextAlign
	most  int // lines shown; 0 = all

	width float32
	lines []string
}

// NewProse makes a text.
func NewProse(words string, f Face, name fyne.ThemeColorName) *Prose {
	p := &Prose{face: f, color: name, words: words}
	p.ExtendBaseWidget(p)
	return p
}

// AtMost shows so many lines and marks the cut with an ellipsis.
func (p *Prose) AtMost(lines int) *Prose {
	p.most = lines
	return p
}

// Aligned sets where the lines stand in their room.
func (p *Prose) Aligned(a fyne.TextAlign) *Prose {
	p.align = a
	return p
}

// Set changes words and colour.
func (p *Prose) Set(words string, name fyne.ThemeColorName) {
	if p.words == words && p.color == name {
		return
	}
	p.words, p.color, p.lines = words, name, nil
	p.Refresh()
}

// SetWords changes the words alone.
func (p *Prose) SetWords(words string) { p.Set(words, p.color) }

// Words gives the whole text.
func (p *Prose) Words() string { return p.words }

// HeightAt gives the height that the text takes in a width.
func (p *Prose) HeightAt(width float32) float32 {
	return float32(len(p.broken(width))) * p.face.Line
}

func (p *Prose) broken(width float32) []string {
	if width == p.width && p.lines != nil {
		return p.lines
	}
	lines := wrap(p.words, p.face, max(width, 1))
	if p.most > 0 && len(lines) > p.most {
		lines = lines[:p.most]
		lines[p.most-1] = cut(lines[p.most-1]+" …", p.face, width)
	}
	p.width, p.lines = width, lines
	return lines
}

// Resize implements fyne.CanvasObject.
func (p *Prose) Resize(size fyne.Size) {
	changed := size.Width != p.width || p.lines == nil
	p.BaseWidget.Resize(size)
	if changed {
		p.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	r := &proseRenderer{prose: p}
	r.build(p.Size().Width)
	return r
}

type proseRenderer struct {
	prose   *Prose
	built   float32 // the width that the objects are broken for
	objects []fyne.CanvasObject
}

func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *proseRenderer) MinSize() fyne.Size {
	width := r.prose.Size().Width
	if width == 0 {
		return fyne.NewSize(0, r.prose.face.Line)
	}
	return fyne.NewSize(0, r.prose.HeightAt(width))
}

// Layout breaks the lines anew: who asked for a height may have asked with another width.
func (r *proseRenderer) Layout(size fyne.Size) {
	if size.Width != r.built {
		r.build(size.Width)
		return
	}
	line := r.prose.face.Line
	for i, o := range r.objects {
		if t, ok := o.(*canvas.Text); ok {
			place(t, 0, line*float32(i), size.Width, line)
		}
	}
}

func (r *proseRenderer) Refresh() {
	r.build(r.prose.Size().Width)
	canvas.Refresh(r.prose)
}

func (r *proseRenderer) build(width float32) {
	p := r.prose
	lines := p.broken(width)
	r.built = width
	r.objects = r.objects[:0]
	for _, words := range lines {
		t := p.face.Text(words, p.color)
		t.Color, t.Alignment = theme.Color(p.color), p.align
		r.objects = append(r.objects, t)
	}
	r.Layout(fyne.NewSize(width, p.Size().Height))
}
