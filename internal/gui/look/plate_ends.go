package look

import (
	"maps"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// plateEnds divide a large plate into three: the ends with the round corners, which are low, and what is between them,
// which is a ground with lines at its sides. For each of its points there is no corner to weigh then, and nothing behind
// it to mix with: a card over half the window takes half the work.
type plateEnds struct {
	head, foot *canvas.Shader
	at         fyne.Position
	size       fyne.Size
	round      bool // the plate has corners or a line: else there is nothing to gain
}

const (
	// largePlate is the area from which on two more objects cost less than what they save.
	largePlate = 30_000
	// endBeyond is how much higher an end is than its corners; what is between reaches half as far into it, so that
	// nothing shows through where pixels are rounded.
	endBeyond = 4
)

func newPlateEnds() *plateEnds {
	end := func() *canvas.Shader {
		s := canvas.NewShader("harta.plate", plateShader, plateShaderES)
		s.Uniforms = map[string]float32{}
		s.Hidden = true
		return s
	}
	return &plateEnds{head: end(), foot: end()}
}

// divide draws a plate in three where it is large and hides what lies under it, otherwise as a whole. The plate was
// painted and put before.
func (e *plateEnds) divide(p *plate) {
	s, u, width, height := p.shader, p.shader.Uniforms, e.size.Width, e.size.Height
	high := max(u["radius"], u["foot"]) + endBeyond
	e.head.Hidden, e.foot.Hidden = true, true
	u["side"] = max(width, height)
	put(s, e.at.X, e.at.Y, width, height)
	if !e.round || !wholePixels() {
		return
	}
	s.Name, s.Source, s.SourceES = "harta.plate", plateShader, plateShaderES
	if s.Hidden || u["fillA"] < 1 || u["line"] > 0 && u["lineA"] < 1 || width*height < largePlate || min(width, height) < 3*high {
		return
	}
	e.show(e.head, u, fyne.NewSize(width, high), height-high)
	e.show(e.foot, u, fyne.NewSize(width, high), high-height)
	between := height - 2*high + endBeyond
	s.Name, s.Source, s.SourceES = "harta.ground", groundShader, groundShaderES
	u["side"] = max(width, between)
	put(s, e.at.X, e.at.Y+high-endBeyond/2, width, between)
}

// wholePixels tells whether a unit of the window is a whole number of pixels. Where it is not, each part of a plate is
// rounded for itself, and the lower edge may come to lie a pixel beside that of the plate as a whole.
func wholePixels() bool {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		scale := float64(w.Canvas().Scale())
		return scale == math.Trunc(scale)
	}
	return true
}

// show shows an end of a plate of which more lies beyond it.
func (e *plateEnds) show(end *canvas.Shader, whole map[string]float32, size fyne.Size, more float32) {
	maps.Copy(end.Uniforms, whole)
	end.Uniforms["side"], end.Uniforms["more"] = max(size.Width, size.Height), more
	end.Hidden = false
	y := e.at.Y
	if more < 0 {
		y -= more
	}
	put(end, e.at.X, y, size.Width, size.Height)
}
