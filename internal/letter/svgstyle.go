package letter

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// transform writes the matrices of a transform attribute.
func (g *graphics) transform(s string) error {
	for s = strings.TrimLeft(s, " ,\n\t"); s != ""; s = strings.TrimLeft(s, " ,\n\t") {
		name, rest, ok := strings.Cut(s, "(")
		list, after, ok2 := strings.Cut(rest, ")")
		if !ok || !ok2 {
			return fmt.Errorf("transform %q", s)
		}
		v, err := numbers(list)
		if err != nil {
			return err
		}
		m, err := matrix(strings.TrimSpace(name), v)
		if err != nil {
			return err
		}
		for _, x := range m {
			g.printf("%s ", num(x))
		}
		g.printf("cm\n")
		s = after
	}
	return nil
}

// matrix gives a transform its matrix; arguments left out are 0, or the first for scale.
func matrix(name string, v []float64) (m [6]float64, err error) {
	at := func(i int) float64 {
		if i < len(v) {
			return v[i]
		}
		return 0
	}
	sin, cos := math.Sincos(at(0) * math.Pi / 180)
	switch {
	case name == "matrix" && len(v) == 6:
		return [6]float64(v), nil
	case name == "translate" && len(v) > 0:
		return [6]float64{1, 0, 0, 1, at(0), at(1)}, nil
	case name == "scale" && len(v) == 1:
		return [6]float64{v[0], 0, 0, v[0], 0, 0}, nil
	case name == "scale" && len(v) == 2:
		return [6]float64{v[0], 0, 0, v[1], 0, 0}, nil
	case name == "rotate" && len(v) > 0:
		x, y := at(1), at(2)
		return [6]float64{cos, sin, -sin, cos, x - cos*x + sin*y, y - sin*x - cos*y}, nil
	default:
		return m, fmt.Errorf("transform %s is %w", name, errUnknownElement)
	}
}

// colours are the names that drawings of crests use.
var colours = map[string]uint32{
	"black": 0x000000, "silver": 0xc0c0c0, "gray": 0x808080, "grey": 0x808080, "white": 0xffffff, "maroon": 0x800000,
	"red": 0xff0000, "purple": 0x800080, "fuchsia": 0xff00ff, "green": 0x008000, "lime": 0x00ff00, "olive": 0x808000,
	"yellow": 0xffff00, "navy": 0x000080, "blue": 0x0000ff, "teal": 0x008080, "aqua": 0x00ffff, "gold": 0xffd700,
	"orange": 0xffa500, "brown": 0xa52a2a, "crimson": 0xdc143c, "darkred": 0x8b0000, "darkgreen": 0x006400,
	"darkblue": 0x00008b, "azure": 0xf0ffff, "currentColor": 0x000000,
}

// colour gives a paint as PDF writes it; none paints nothing.
func colour(s string) (ops string, paints bool, err error) {
	if s == "none" || s == "transparent" {
		return "0 0 0", false, nil
	}
	rgb, ok := colours[s]
	if hex, isHex := strings.CutPrefix(s, "#"); isHex {
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		v, err := strconv.ParseUint(hex, 16, 24)
		rgb, ok = uint32(v), err == nil && len(hex) == 6
	}
	if list, isRGB := strings.CutPrefix(s, "rgb("); isRGB {
		v, err := numbers(strings.TrimSuffix(list, ")"))
		if ok = err == nil && len(v) == 3; ok {
			rgb = uint32(uint8(v[0]))<<16 | uint32(uint8(v[1]))<<8 | uint32(uint8(v[2]))
		}
	}
	if !ok {
		return "", false, fmt.Errorf("colour %s is %w", s, errUnknownElement)
	}
	part := func(shift int) string { return num(float64(rgb>>shift&0xff) / 255) }
	return part(16) + " " + part(8) + " " + part(0), true, nil
}
