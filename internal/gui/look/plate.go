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
}

func newPlate() *plate {
	if _, screen := fyne.CurrentApp().Driver().(desktop.Driver); screen {
		return newScreenPlate()
	}
	return &plate{rect: &canvas.Rectangle{FillColor: color.Transparent}}
}

func newScreenPlate() *plate {
	s := canvas.NewShader("", nil, nil)
	s.Uniforms = map[string]float32{}
	s.Hidden = true
	return &plate{shader: s}
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

// shade is paint on a screen. A ground alone has a program that asks for less.
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
	if part.Radius == 0 && part.Line == 0 {
		s.Name, s.Source, s.SourceES = "harta.ground", groundShader, groundShaderES
		return
	}
	s.Name, s.Source, s.SourceES = "harta.plate", plateShader, plateShaderES
	u["lineR"], u["lineG"], u["lineB"], u["lineA"] = shares(stroke)
	u["line"], u["radius"], u["foot"] = part.Line, part.Radius, part.Radius
	if part.square {
		u["foot"] = 0
	}
}

// put moves and resizes the plate.
func (p *plate) put(x, y, width, height float32) {
	width, height = max(0, width), max(0, height)
	if p.shader != nil {
		p.shader.Uniforms["side"] = max(width, height)
	}
	put(p.object(), x, y, width, height)
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
	plateShader, plateShaderES   = programOf(plateProgram)
)

// programOf heads a program for the two dialects.
func programOf(program string) (desktop, embedded []byte) {
	return []byte("#version 110\n" + program), []byte("#version 100\nprecision highp float;\n" + program)
}

// groundProgram fills a rectangle. What the toolkit hands over is a little larger than that.
const groundProgram = `
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
// Side is the longer side in units of the window, which tells how many pixels make a unit.
const plateProgram = `
uniform vec2 frame;
uniform vec4 bounds;
uniform float side, radius, foot, line;
uniform float fillR, fillG, fillB, fillA;
uniform float lineR, lineG, lineB, lineA;

void main() {
	vec2 size = bounds.zw - bounds.xy;
	float scale = max(size.x, size.y) / side;
	vec2 at = gl_FragCoord.xy - vec2(bounds.x + bounds.z, 2.0 * frame.y - bounds.y - bounds.w) * 0.5;
	float corner = floor((at.y < 0.0 ? foot : radius) * scale + 0.5);
	corner = min(corner, min(size.x, size.y) * 0.5);
	vec2 beyond = abs(at) - size * 0.5 + corner;
	float far = length(max(beyond, 0.0)) + min(max(beyond.x, beyond.y), 0.0) - corner;
	float edge = clamp(far + floor(line * scale + 0.5) + 0.5, 0.0, 1.0);
	vec4 ink = mix(vec4(fillR, fillG, fillB, fillA), vec4(lineR, lineG, lineB, lineA), edge);
	gl_FragColor = vec4(ink.rgb, ink.a * clamp(0.5 - far, 0.0, 1.0));
}
`
