package letter

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// ErrCrest says that a crest can not be printed: not SVG or PNG, too large, or drawn with means PDF/A-1 has not.
var ErrCrest = errors.New("unprintable crest")

// Pixels a crest may have when it comes, and on a side when it is printed: about 700 to the inch.
const (
	crestPixels = 16 << 20
	crestSide   = 600
)

// crest is a crest made ready, with what it was made of.
type crest struct {
	source []byte
	art
}

// CheckCrest tells whether letters can be printed with a crest: nil, or an error that is ErrCrest and names why not.
func CheckCrest(source []byte) error {
	_, err := readCrest(source)
	return err
}

func readCrest(source []byte) (art, error) {
	read := readSVG
	if bytes.HasPrefix(source, []byte("\x89PNG")) {
		read = readPNG
	}
	a, err := read(source)
	if err != nil {
		return art{}, fmt.Errorf("%w: %w", ErrCrest, err)
	}
	return a, nil
}

// prepareCrest reads a crest, or takes the one read last.
func (p *Press) prepareCrest(source []byte) (art, error) {
	if c := p.crest.Load(); c != nil && bytes.Equal(c.source, source) {
		return c.art, nil
	}
	a, err := readCrest(source)
	if err != nil {
		return art{}, err
	}
	p.crest.Store(&crest{bytes.Clone(source), a})
	return a, nil
}

// fit scales art into a frame.
func (a art) fit(width, height float64) art {
	k := min(width/a.width, height/a.height)
	a.width, a.height = a.width*k, a.height*k
	if a.ops != nil {
		a.ops = fmt.Appendf(nil, "%s 0 0 %s 0 0 cm\n%s", num(k), num(k), a.ops)
	}
	return a
}

// readPNG lays the picture on white, because PDF/A-1 knows no transparency, and makes it no finer than print.
func readPNG(source []byte) (art, error) {
	c, err := png.DecodeConfig(bytes.NewReader(source))
	if err != nil {
		return art{}, err
	}
	if c.Width*c.Height > crestPixels || c.Width == 0 || c.Height == 0 {
		return art{}, fmt.Errorf("%d × %d pixels", c.Width, c.Height)
	}
	img, err := png.Decode(bytes.NewReader(source))
	if err != nil {
		return art{}, err
	}
	flat := shrinkOnWhite(img, (max(c.Width, c.Height)+crestSide-1)/crestSide)
	var b bytes.Buffer
	if err := png.Encode(&b, flat); err != nil {
		return art{}, err
	}
	return art{width: float64(c.Width), height: float64(c.Height), png: b.Bytes()}, nil
}

// shrinkOnWhite averages squares of k × k pixels over white.
func shrinkOnWhite(img image.Image, k int) *image.RGBA {
	in := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, (in.Dx()+k-1)/k, (in.Dy()+k-1)/k))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			square := image.Rect(x*k, y*k, x*k+k, y*k+k).Add(in.Min).Intersect(in)
			out.SetRGBA(x, y, average(img, square))
		}
	}
	return out
}

func average(img image.Image, square image.Rectangle) color.RGBA {
	var sum [3]uint32
	n := uint32(square.Dx() * square.Dy())
	for y := square.Min.Y; y < square.Max.Y; y++ {
		for x := square.Min.X; x < square.Max.X; x++ {
			r, g, b, a := img.At(x, y).RGBA()
			for i, v := range [3]uint32{r, g, b} {
				sum[i] += (v + 0xffff - a) >> 8
			}
		}
	}
	return color.RGBA{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n), 0xff}
}
