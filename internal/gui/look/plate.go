package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// plate is a rectangle with an optional border and round corners. On a screen it is drawn by a program of our own: the
// one behind canvas.Rectangle knows shadows and corners that differ, and weighs these for every point of every rectangle
// of every frame. Where the processor draws, which is so on many an office PC, that is most of the work there is: four
// times as much for a plain ground as here, and twice as much for a round one. The painter in memory, of tests and
// pictures, has no such programs and draws a canvas.Rectangle.
type plate struct {
	rect   *canvas.Rectangle // nil on a screen
	shader *canvas.Shader    // nil in memory
	ends   *plateEnds        // of a card on a screen; nil = it is always drawn as a whole
}

func newPlate() *plate {
	if _, screen := fyne.CurrentApp().Driver().(desktop.Driver); screen {
		return newScreenPlate()
	}
	return &plate{rect: &canvas.Rectangle{FillColor: color.Transparent}}
}

// newCardPlate makes a plate that may be large.
func newCardPlate() *plate {
	p := newPlate()
	if p.shader != nil {
		p.ends = newPlateEnds()
	}
	return p
}

func newScreenPlate() *plate {
	s := canvas.NewShader("", nil, nil)
	s.Uniforms = map[string]float32{}
	s.Hidden = true
	return &plate{shader: s}
}

// objects are what is put into the tree of a card.
func (p *plate) objects() []fyne.CanvasObject {
	if p.ends == nil {
		return []fyne.CanvasObject{p.object()}
	}
	return []fyne.CanvasObject{p.shader, p.ends.head, p.ends.foot}
}

// object is what is put into the tree.
func (p *plate) object() fyne.CanvasObject {
	if p.shader != nil {
		return p.shader
	}
	return p.rect
}

// paint sets colours by name; None leaves that part out. On a screen the stroke lies within the rectangle and on whole
// pixels; only the painter in memory centres it on the edge.
func (p *plate) paint(part Part) {
	if part.Stroke == None {
		part.Line = 0
	}
	if p.shader != nil {
		p.shade(part)
		return
	}
	r := p.rect
	r.Hidden = false
	r.FillColor, r.StrokeColor, r.StrokeWidth = colorOf(part.Fill), colorOf(part.Stroke), part.Line
	r.CornerRadius, r.TopLeftCornerRadius, r.TopRightCornerRadius = part.Radius, 0, 0
	if part.square {
		r.TopLeftCornerRadius, r.TopRightCornerRadius, r.CornerRadius = part.Radius, part.Radius, 0
	}
}

// shade is paint on a screen. A ground that nothing shines through has a program that asks for less.
func (p *plate) shade(part Part) {
	s, u := p.shader, p.shader.Uniforms
	s.Hidden = part.Fill == None && part.Line == 0
	fill, stroke := part.Fill, part.Stroke
	if fill == None {
		fill = stroke // which fades where the line ends, and not to black
	}
	u["fillR"], u["fillG"], u["fillB"], u["fillA"] = shares(fill)
	if part.Fill == None {
		u["fillA"] = 0
	}
	s.Name, s.Source, s.SourceES = "harta.plate", plateShader, plateShaderES
	switch {
	case part.Radius > 0 || part.Line > 0:
	case u["fillA"] < 1:
		s.Name, s.Source, s.SourceES = "harta.veil", veilShader, veilShaderES
	default:
		s.Name, s.Source, s.SourceES = "harta.ground", groundShader, groundShaderES
	}
	u["line"] = part.Line
	if s.Name == "harta.plate" {
		u["lineR"], u["lineG"], u["lineB"], u["lineA"] = shares(stroke)
		u["radius"], u["foot"], u["more"] = part.Radius, part.Radius, 0
		if part.square {
			u["foot"] = 0
		}
	}
	if p.ends != nil {
		p.ends.round = s.Name == "harta.plate"
		p.ends.divide(p)
	}
}

// put moves and resizes the plate.
func (p *plate) put(x, y, width, height float32) {
	width, height = max(0, width), max(0, height)
	if p.shader != nil {
		p.shader.Uniforms["side"] = max(width, height)
	}
	put(p.object(), x, y, width, height)
	if p.ends != nil {
		p.ends.at, p.ends.size = fyne.NewPos(x, y), fyne.NewSize(width, height)
		p.ends.divide(p)
	}
}

// hide leaves the plate out until it is painted again.
func (p *plate) hide() {
	if p.shader != nil {
		p.shader.Hidden = true
		return
	}
	p.rect.Hidden = true
}

// colorOf never returns nil: the software painter fails on a rectangle without a fill.
func colorOf(name fyne.ThemeColorName) color.Color {
	if name == None {
		return color.Transparent
	}
	return theme.Color(name)
}

// shares gives the parts of a colour as the graphics card counts them.
func shares(name fyne.ThemeColorName) (r, g, b, a float32) {
	const full = 255
	c, ok := color.NRGBAModel.Convert(colorOf(name)).(color.NRGBA)
	if !ok {
		return 0, 0, 0, 0
	}
	return float32(c.R) / full, float32(c.G) / full, float32(c.B) / full, float32(c.A) / full
}

// The programs of the graphics card. They are given frame and bounds in pixels, and everything else by the plate.
var (
	groundShader, groundShaderES = programOf(groundProgram)
	veilShader, veilShaderES     = programOf(veilProgram)
	plateShader, plateShaderES   = programOf(plateProgram)
)

// programOf heads a program for the two dialects.
func programOf(program string) (desktop, embedded []byte) {
	return []byte("#version 110\n" + program), []byte("#version 100\nprecision highp float;\n" + program)
}

// groundProgram fills a rectangle, with a line within it at its sides. What the toolkit hands over is a little larger
// than that. Every point is one colour or the other, or left alone: nothing is blended. Side is the longer side in units
// of the window, which tells how many pixels make a unit.
const groundProgram = `
uniform vec2 frame;
uniform vec4 bounds;
uniform float side, line;
uniform float fillR, fillG, fillB;
uniform float lineR, lineG, lineB;

void main() {
	vec2 size = bounds.zw - bounds.xy;
	vec2 at = vec2(gl_FragCoord.x, frame.y - gl_FragCoord.y);
	vec2 within = min(at - bounds.xy, bounds.zw - at);
	if (min(within.x, within.y) < 0.0) discard;
	float edge = floor(line * max(size.x, size.y) / side + 0.5);
	gl_FragColor = vec4(within.x < edge ? vec3(lineR, lineG, lineB) : vec3(fillR, fillG, fillB), 1.0);
}
`

// veilProgram fills a rectangle that shows what is behind it.
const veilProgram = `
uniform vec2 frame;
uniform vec4 bounds;
uniform float fillR, fillG, fillB, fillA;

void main() {
	vec2 at = vec2(gl_FragCoord.x, frame.y - gl_FragCoord.y);
	vec2 inside = step(bounds.xy, at) * step(at, bounds.zw);
	gl_FragColor = vec4(fillR, fillG, fillB, fillA * inside.x * inside.y);
}
`

// plateProgram fills a rectangle with round corners, foot being the radius of the lower two, and draws a line within it.
// Of an end of a plate, more is how far the rest reaches beyond it, below it or, less than nothing, above it.
const plateProgram = `
uniform vec2 frame;
uniform vec4 bounds;
uniform float side, radius, foot, line, more;
uniform float fillR, fillG, fillB, fillA;
uniform float lineR, lineG, lineB, lineA;

void main() {
	vec2 size = bounds.zw - bounds.xy;
	float scale = max(size.x, size.y) / side;
	float rest = floor(more * scale + 0.5);
	vec2 at = gl_FragCoord.xy - vec2(bounds.x + bounds.z, 2.0 * frame.y - bounds.y - bounds.w - rest) * 0.5;
	size.y += abs(rest);
	float corner = floor((at.y < 0.0 ? foot : radius) * scale + 0.5);
	corner = min(corner, min(size.x, size.y) * 0.5);
	vec2 beyond = abs(at) - size * 0.5 + corner;
	float far = length(max(beyond, 0.0)) + min(max(beyond.x, beyond.y), 0.0) - corner;
	float edge = clamp(far + floor(line * scale + 0.5) + 0.5, 0.0, 1.0);
	vec4 ink = mix(vec4(fillR, fillG, fillB, fillA), vec4(lineR, lineG, lineB, lineA), edge);
	gl_FragColor = vec4(ink.rgb, ink.a * clamp(0.5 - far, 0.0, 1.0));
}
`
