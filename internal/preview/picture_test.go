package preview_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/jpeg"
	"image/png"
	"testing"
	"time"

	"harta/internal/preview"
)

func encode(tb testing.TB, img image.Image) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// picture is a PNG, its left half black, its right half white.
func picture(tb testing.TB, w, h int) []byte {
	tb.Helper()
	return encode(tb, halves(image.NewGray(image.Rect(0, 0, w, h))))
}

func photo(tb testing.TB, w, h int) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, halves(image.NewRGBA(image.Rect(0, 0, w, h))), nil); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

type canvas interface {
	image.Image
	Set(x, y int, c color.Color)
}

func halves(img canvas) image.Image {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.Black
			if x-b.Min.X >= b.Dx()/2 {
				c = color.White
			}
			img.Set(x, y, c)
		}
	}
	return img
}

func TestAPictureIsMadeSmallerButNeverLarger(t *testing.T) {
	v := viewer(t)
	for _, p := range []struct {
		w, h, width int
		want        image.Point
	}{
		{400, 300, 100, image.Pt(100, 75)},
		{400, 300, 400, image.Pt(400, 300)},
		{40, 30, 400, image.Pt(40, 30)},
		{40, 8000, 40, image.Pt(20, 4000)},
		{8000, 2, 100, image.Pt(100, 1)},
		{1, 1, 1, image.Pt(1, 1)},
	} {
		for name, data := range map[string][]byte{"png": picture(t, p.w, p.h), "jpeg": photo(t, p.w, p.h)} {
			img, err := v.Picture(data, p.width)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if got := img.Bounds().Size(); got != p.want {
				t.Errorf("%s %d × %d in %d: %v, want %v", name, p.w, p.h, p.width, got, p.want)
			}
		}
	}
}

func TestEveryKindOfPictureShowsItsHalves(t *testing.T) {
	size := image.Rect(0, 0, 64, 64)
	for name, c := range map[string]canvas{
		"grey": image.NewGray(size), "deep grey": image.NewGray16(size), "colour": image.NewNRGBA(size),
		"deep colour": image.NewNRGBA64(size), "palette": image.NewPaletted(size, palette.WebSafe),
	} {
		img, err := viewer(t).Picture(encode(t, halves(c)), 32)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if left, right := dark(img, 0, 0, 45, 100), dark(img, 55, 0, 100, 100); left == 0 || right != 0 {
			t.Errorf("%s: %d dark pixels on the left, %d on the right", name, left, right)
		}
	}
	img, err := viewer(t).Picture(encode(t, image.NewNRGBA(size)), 32)
	if err != nil || img.At(5, 5) != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("what is transparent is not white (%v)", err)
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty": {}, "text": []byte("Уважаеми господине,"), "a document": reply(t, 1),
		"a png head": picture(t, 9, 9)[:20], "half a png": picture(t, 400, 400)[:150],
		"a jpeg head": photo(t, 9, 9)[:10], "half a jpeg": photo(t, 90, 90)[:700], "gif": []byte("GIF89a\x01\x00\x01\x00\x00"),
	} {
		if img, err := viewer(t).Picture(data, 100); !errors.Is(err, preview.ErrNotReadable) || img != nil {
			t.Errorf("%s: shown (%v)", name, err)
		}
	}
}

// A bomb is small and says that it is large; it is refused by its head alone.
func TestABombIsRefused(t *testing.T) {
	for _, b := range []struct {
		name          string
		w, h          uint32
		depth, colour byte
		want          error
	}{
		{"tall and wide", 1 << 20, 1 << 20, 8, 2, preview.ErrTooLarge},
		{"just too many pixels", 8000, 5001, 8, 2, preview.ErrTooLarge},
		{"deep", 8000, 2600, 16, 2, preview.ErrTooLarge},
		{"just small enough, and cut", 80, 50, 8, 2, preview.ErrNotReadable},
	} {
		if _, err := viewer(t).Picture(head(b.w, b.h, b.depth, b.colour), 100); !errors.Is(err, b.want) {
			t.Errorf("%s: %v, want %v", b.name, err, b.want)
		}
	}
}

// head is the first chunk of a PNG.
func head(w, h uint32, depth, colour byte) []byte {
	chunk := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	chunk = binary.BigEndian.AppendUint32(chunk, h)
	chunk = append(chunk, depth, colour, 0, 0, 0)
	data := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), chunk...)
	return binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(chunk))
}

// Every scan of this photo goes over all its pixels and costs a few bytes of the file.
func TestAPhotoThatIsReadForeverIsGivenUp(t *testing.T) {
	v := preview.New("")
	v.Hurry(100 * time.Millisecond)
	if _, err := v.Picture(scans(), 100); !errors.Is(err, preview.ErrTooSlow) {
		t.Errorf("endless: %v", err)
	}
}

// scans is a progressive grey photo of 6000 × 6000, with as many empty scans as fit into 2 MB.
func scans() []byte {
	b := []byte{
		0xff, 0xd8, // start
		0xff, 0xc2, 0, 11, 8, 6000 >> 8, 6000 & 0xff, 6000 >> 8, 6000 & 0xff, 1, 1, 0x11, 0, // a progressive frame of one component
		0xff, 0xc4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xe0, // one code: a run of 2¹⁴ empty blocks and more
	}
	// 750 × 750 blocks are 35 runs of 16384 at least: each is a code of one bit and 14 bits of length.
	scan := []byte{0xff, 0xda, 0, 8, 1, 1, 0, 1, 63, 0}
	scan = append(scan, bytes.Repeat([]byte{0x00, 0x00}, 40)...)
	return append(b, bytes.Repeat(scan, 2<<20/len(scan))...)
}

// A camera held in any of eight ways: its black half must be shown where the world was dark.
func TestAPhotoIsShownUpright(t *testing.T) {
	for held, want := range []image.Rectangle{
		1: image.Rect(0, 0, 40, 100), 2: image.Rect(60, 0, 100, 100), 3: image.Rect(60, 0, 100, 100), 4: image.Rect(0, 0, 40, 100),
		5: image.Rect(0, 0, 100, 40), 6: image.Rect(0, 0, 100, 40), 7: image.Rect(0, 60, 100, 100), 8: image.Rect(0, 60, 100, 100),
	} {
		if held == 0 {
			continue
		}
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			img, err := viewer(t).Picture(hold(photo(t, 80, 40), order, held), 40)
			if err != nil {
				t.Fatal(err)
			}
			size, lying := img.Bounds().Size(), image.Pt(40, 20)
			if held > 4 {
				lying = image.Pt(40, 80)
			}
			all, there := dark(img, 0, 0, 100, 100), dark(img, want.Min.X, want.Min.Y, want.Max.X, want.Max.Y)
			if size != lying || there < size.X*size.Y*38/100 || all > size.X*size.Y*55/100 {
				t.Errorf("held %d: %v with %d of %d dark pixels in place", held, size, there, all)
			}
		}
	}
}

// hold puts into a photo how the camera was held.
func hold(data []byte, order binary.AppendByteOrder, held int) []byte {
	tiff := []byte("II*\x00")
	if order == binary.BigEndian {
		tiff = []byte("MM\x00*")
	}
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 1)
	tiff = order.AppendUint16(tiff, 0x112)
	tiff = order.AppendUint16(tiff, 3)
	tiff = order.AppendUint32(tiff, 1)
	tiff = order.AppendUint16(tiff, uint16(held))
	exif := append([]byte("Exif\x00\x00"), append(tiff, 0, 0, 0, 0, 0, 0)...)
	out := binary.BigEndian.AppendUint16([]byte{0xff, 0xd8, 0xff, 0xe1}, uint16(len(exif)+2))
	return append(append(out, exif...), data[2:]...)
}

// What a photo says of itself is read before its pixels; no nonsense there may harm.
func FuzzPicture(f *testing.F) {
	f.Add(hold(photo(f, 8, 8), binary.BigEndian, 6))
	f.Add(photo(f, 8, 8)[:30])
	f.Add(picture(f, 8, 8))
	f.Fuzz(func(t *testing.T, data []byte) {
		img, err := preview.New("").Picture(data, 16)
		if (img == nil) == (err == nil) {
			t.Errorf("%v and %v", img, err)
		}
	})
}
