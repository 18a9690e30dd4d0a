package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"

	scale "golang.org/x/image/draw"
)

// Picture reads a PNG or JPEG picture and gives it upright and on white, as wide as asked or as it is, if that is less.
func (v *Viewer) Picture(data []byte, width int) (image.Image, error) {
	if err := checkWidth(width); err != nil {
		return nil, err
	}
	if len(data) > MaxBytes {
		return nil, ErrTooLarge
	}
	v.painting.Lock()
	defer v.painting.Unlock()
	if v.life.Err() != nil {
		return nil, ErrClosed
	}
	ctx, cancel := context.WithTimeout(v.life, v.patience)
	defer cancel()
	img, err := decode(ctx, data)
	if err != nil {
		return nil, err
	}
	return shrink(img, width, held(data)), nil
}

// decode reads a picture of a kind this package knows, whatever kinds the program has registered, after its
// measures were found to be within the limits.
func decode(ctx context.Context, data []byte) (image.Image, error) {
	measure, read := jpeg.DecodeConfig, jpeg.Decode
	if bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")) {
		measure, read = png.DecodeConfig, png.Decode
	}
	size, err := measure(bytes.NewReader(data))
	switch {
	case err != nil:
		return nil, unread(fmt.Errorf("measure a picture: %w", err))
	case size.Width < 1 || size.Height < 1:
		return nil, ErrNotReadable
	case size.Width > MaxPixels/size.Height/weight(size.ColorModel):
		return nil, ErrTooLarge
	}
	img, err := read(&timedReader{ctx, bytes.NewReader(data)})
	switch {
	case ctx.Err() != nil:
		return nil, interrupted(ctx)
	case err != nil:
		return nil, unread(fmt.Errorf("read a picture: %w", err))
	}
	return img, nil
}

// weight is how many times more memory a pixel takes than in a common picture.
func weight(m color.Model) int {
	switch m {
	case color.RGBA64Model, color.NRGBA64Model:
		return 2
	}
	return 1
}

// shrink gives the picture upright and on white, no larger than asked.
func shrink(img image.Image, width, held int) image.Image {
	from := img.Bounds()
	size := from.Size()
	if lying(held) {
		size.X, size.Y = size.Y, size.X
	}
	size = within(size, width)
	if lying(held) {
		size.X, size.Y = size.Y, size.X
	}
	paper := blank(image.Rectangle{Max: size})
	scale.BiLinear.Scale(paper, paper.Rect, quick(img), from, draw.Over, nil)
	return upright(paper, held)
}

// within gives the size of a picture that is at most so wide, at most MaxSide high, and not larger than it was.
func within(size image.Point, width int) image.Point {
	w, h := size.X, size.Y
	if w > width {
		w, h = width, max(1, h*width/w)
	}
	if h > MaxSide {
		w, h = max(1, w*MaxSide/h), MaxSide
	}
	return image.Pt(w, h)
}

// quick turns kinds of pictures that scaling reads pixel by pixel into one that it reads in rows.
func quick(img image.Image) image.Image {
	switch img.(type) {
	case *image.RGBA, *image.NRGBA, *image.Gray, *image.YCbCr:
		return img
	}
	plain := image.NewRGBA(img.Bounds())
	draw.Draw(plain, plain.Rect, img, plain.Rect.Min, draw.Src)
	return plain
}

func checkWidth(width int) error {
	switch {
	case width < 1:
		return errors.New("no width to draw in")
	case width > MaxSide:
		return ErrTooLarge
	}
	return nil
}

// timedReader ends when ctx does: a picture may say at length what takes ever so long to decode.
type timedReader struct {
	ctx context.Context
	r   io.Reader
}

func (t *timedReader) Read(p []byte) (int, error) {
	if t.ctx.Err() != nil {
		return 0, t.ctx.Err()
	}
	return t.r.Read(p)
}
