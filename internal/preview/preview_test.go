package preview_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image"
	"image/color"
	"os"
	"testing"
	"time"

	"harta/internal/preview"
)

func page(tb testing.TB, pdf []byte, n, width int) image.Image {
	tb.Helper()
	img, err := viewer(tb).Page(pdf, n, width)
	if err != nil {
		tb.Fatal(err)
	}
	return img
}

func TestALetterIsDrawnWhereItsTextIs(t *testing.T) {
	img := page(t, reply(t, 3), 0, 800)
	if size := img.Bounds().Size(); size.X != 800 || size.Y < 1130 || size.Y > 1133 {
		t.Errorf("an A4 page is %v", size)
	}
	for _, part := range []struct {
		name           string
		x0, y0, x1, y1 int
		text           bool
	}{
		{"letterhead", 10, 3, 90, 14, true},
		{"text", 12, 35, 90, 55, true},
		{"left margin", 0, 0, 7, 100, false},
		{"right margin", 97, 0, 100, 100, false},
	} {
		if n := dark(img, part.x0, part.y0, part.x1, part.y1); (n > 200) != part.text || !part.text && n != 0 {
			t.Errorf("%s: %d dark pixels", part.name, n)
		}
	}
}

func TestPagesAreCountedAndEachIsDrawn(t *testing.T) {
	pdf := reply(t, 12)
	n, err := viewer(t).Pages(pdf)
	if err != nil || n < 2 {
		t.Fatalf("%d pages (%v)", n, err)
	}
	first, last := page(t, pdf, 0, 300), page(t, pdf, n-1, 300)
	if bytes.Equal(pixels(first), pixels(last)) || dark(last, 0, 0, 100, 100) == 0 {
		t.Error("the last page is not its own")
	}
	for _, no := range []int{-1, n} {
		if _, err := viewer(t).Page(pdf, no, 300); !errors.Is(err, preview.ErrNoPage) {
			t.Errorf("page %d: %v", no, err)
		}
	}
}

func TestWhatIsTransparentIsDrawnOnWhite(t *testing.T) {
	img := page(t, sheet(100, 100, "/G gs 0 g 0 0 50 100 re f", "/Resources <</ExtGState <</G <</ca 0.5>>>>>> /Group <</S /Transparency>>"), 0, 100)
	for _, p := range []struct{ x, want int }{{25, 127}, {75, 255}} {
		c := color.NRGBAModel.Convert(img.At(p.x, 50)).(color.NRGBA)
		if c.A != 255 || int(c.R) < p.want-2 || int(c.R) > p.want+2 {
			t.Errorf("at %d: %v, want grey %d", p.x, c, p.want)
		}
	}
}

func TestStampsAndFilledFieldsAreDrawn(t *testing.T) {
	const look = "/Type /XObject /Subtype /Form /BBox [0 0 50 50]"
	for name, kind := range map[string]string{"stamp": "/Subtype /Stamp", "field": "/Subtype /Widget /FT /Tx /T (n) /V (x)"} {
		pdf := paper(
			"<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R]>>>>",
			"<</Type /Pages /Kids [3 0 R] /Count 1>>",
			"<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Annots [4 0 R]>>",
			"<</Type /Annot "+kind+" /F 4 /Rect [0 0 50 50] /AP <</N 5 0 R>>>>",
			stream(look, "0 g 0 0 50 50 re f"),
		)
		if n := dark(page(t, pdf, 0, 100), 0, 50, 50, 100); n < 2000 {
			t.Errorf("%s: %d dark pixels", name, n)
		}
	}
}

func TestWhatIsNoDocumentIsRefused(t *testing.T) {
	whole := reply(t, 3)
	hole := bytes.Clone(whole)
	for i := 200; i < len(hole)-200; i++ {
		hole[i] ^= byte(i*7 + i>>8)
	}
	for name, pdf := range map[string][]byte{
		"nothing": nil, "empty": {}, "a head only": []byte("%PDF-1.7\n"), "text": []byte("Уважаеми господине,"),
		"zeros": make([]byte, 1<<16), "cut in its head": whole[:60], "a hole in the middle": hole,
		"no pages": pages(0),
	} {
		if n, err := viewer(t).Pages(pdf); !errors.Is(err, preview.ErrNotReadable) {
			t.Errorf("%s: %d pages (%v)", name, n, err)
		}
		if img, err := viewer(t).Page(pdf, 0, 100); !errors.Is(err, preview.ErrNotReadable) || img != nil {
			t.Errorf("%s: drawn (%v)", name, err)
		}
	}
}

// A reader mends what it can; it must only never fall or hang.
func TestADamagedDocumentHarmsNobody(t *testing.T) {
	whole := reply(t, 3)
	v := viewer(t)
	for i := range 12 {
		cut := whole[:len(whole)*(i+1)/13]
		bent := bytes.Clone(whole)
		for at := i * 31; at < len(bent); at += 997 {
			bent[at]++
		}
		for _, pdf := range [][]byte{cut, bent} {
			if _, err := v.Page(pdf, 0, 100); err != nil && !errors.Is(err, preview.ErrNotReadable) {
				t.Error(err)
			}
		}
	}
	page(t, whole, 0, 100)
}

func TestALockedDocumentIsToldApart(t *testing.T) {
	_, err := viewer(t).Page(locked(t, "reader"), 0, 100)
	if !errors.Is(err, preview.ErrLocked) || !errors.Is(err, preview.ErrNotReadable) {
		t.Errorf("locked: %v", err)
	}
	page(t, locked(t, ""), 0, 100) // what anybody may read, though not change
}

func TestWhatIsTooLargeIsRefused(t *testing.T) {
	v := viewer(t)
	for name, try := range map[string]func() error{
		"bytes":         func() error { _, err := v.Pages(make([]byte, preview.MaxBytes+1)); return err },
		"picture bytes": func() error { _, err := v.Picture(make([]byte, preview.MaxBytes+1), 100); return err },
		"pages":         func() error { _, err := v.Pages(pages(preview.MaxPages + 1)); return err },
		"page":          func() error { _, err := v.Page(pages(preview.MaxPages+1), 0, 100); return err },
		"width":         func() error { _, err := v.Page(pages(1), 0, preview.MaxSide+1); return err },
		"picture width": func() error { _, err := v.Picture(nil, preview.MaxSide+1); return err },
	} {
		if err := try(); !errors.Is(err, preview.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n, err := v.Pages(pages(preview.MaxPages)); err != nil || n != preview.MaxPages {
		t.Errorf("%d pages (%v)", n, err)
	}
	if _, err := v.Page(pages(1), 0, 0); err == nil {
		t.Error("drawn without a width")
	}
}

func TestNoPageMakesAPictureTooLarge(t *testing.T) {
	for _, p := range []struct {
		w, h, width int
		want        image.Point
	}{
		{100, 100, preview.MaxSide, image.Pt(preview.MaxSide, preview.MaxSide)},
		{14400, 14400, 200, image.Pt(200, 200)},
		{10, 14400, 200, image.Pt(3, preview.MaxSide)},
		{14400, 1, 200, image.Pt(200, 1)},
	} {
		if got := page(t, sheet(p.w, p.h, "", ""), 0, p.width).Bounds().Size(); got != p.want {
			t.Errorf("%d × %d: %v, want %v", p.w, p.h, got, p.want)
		}
	}
}

func TestAnEndlessDocumentIsGivenUp(t *testing.T) {
	v := another(t)
	if err := v.Warm(); err != nil {
		t.Fatal(err)
	}
	v.Hurry(100 * time.Millisecond)
	for range 2 {
		if _, err := v.Page(endless(), 0, 100); !errors.Is(err, preview.ErrTooSlow) {
			t.Fatalf("endless: %v", err)
		}
	}
	v.Hurry(time.Minute)
	if _, err := v.Page(reply(t, 1), 0, 100); err != nil {
		t.Errorf("after it: %v", err)
	}
}

// A few thousand bytes that unfold to a gigabyte: refused or drawn, in time and in the memory given.
func TestABombInsideADocumentHarmsNobody(t *testing.T) {
	const side = 32000
	pdf := paper(
		"<</Type /Catalog /Pages 2 0 R>>",
		"<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources <</XObject <</I 5 0 R>>>>>>",
		stream("", "100 0 0 100 0 0 cm /I Do"),
		stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceGray "+
			"/Filter [/FlateDecode /RunLengthDecode]", side, side), deflate(t, bytes.Repeat([]byte{129, 0}, side*side/128))),
	)
	v := another(t)
	v.Hurry(500 * time.Millisecond)
	if img, err := v.Page(pdf, 0, 100); err != nil && !errors.Is(err, preview.ErrNotReadable) && !errors.Is(err, preview.ErrTooSlow) {
		t.Errorf("%v (%v)", img, err)
	}
	if n, err := v.Pages(pages(1)); err != nil || n != 1 {
		t.Errorf("after it: %d pages (%v)", n, err)
	}
}

func deflate(tb testing.TB, data []byte) string {
	tb.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestARendererThatIsPreparedIsLoadedWhenItIsNeeded(t *testing.T) {
	viewer(t)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(warm)); err != nil {
		t.Fatal(err)
	}
	v := preview.New(dir)
	t.Cleanup(func() { _ = v.Close() })
	for range 2 {
		if err := v.Prepare(); err != nil || v.Loaded() {
			t.Fatalf("prepared: %v, loaded = %v", err, v.Loaded())
		}
	}
	if _, err := v.Page(reply(t, 1), 0, 100); err != nil {
		t.Fatal(err)
	}
	if err := v.Prepare(); err != nil || !v.Loaded() {
		t.Errorf("what is in use stays: %v, loaded = %v", err, v.Loaded())
	}
}

func TestAClosedViewerGivesUpItsWork(t *testing.T) {
	v := another(t)
	if err := v.Warm(); err != nil {
		t.Fatal(err)
	}
	v.Hurry(time.Minute)
	done := make(chan error)
	go func() {
		_, err := v.Page(endless(), 0, 100)
		done <- err
	}()
	if err := v.Close(); err != nil {
		t.Error(err)
	}
	if err := <-done; !errors.Is(err, preview.ErrClosed) {
		t.Errorf("under way: %v", err)
	}
	_, counted := v.Pages(pages(1))
	_, seen := v.Picture(picture(t, 10, 10), 10)
	for _, err := range []error{counted, seen, v.Warm(), v.Prepare()} {
		if !errors.Is(err, preview.ErrClosed) {
			t.Errorf("closed: %v", err)
		}
	}
	if err := v.Close(); err != nil {
		t.Error(err)
	}
}

func TestAViewerIsUsedByManyAtOnce(t *testing.T) {
	pdf, photo := reply(t, 2), picture(t, 300, 200)
	want := pixels(page(t, pdf, 0, 200))
	v := viewer(t)
	done := make(chan error)
	const many = 6
	for i := range many {
		go func() {
			var err error
			switch i % 3 {
			case 0:
				var img image.Image
				if img, err = v.Page(pdf, 0, 200); err == nil && !bytes.Equal(pixels(img), want) {
					err = errors.New("other pixels")
				}
			case 1:
				_, err = v.Pages(pdf)
			default:
				_, err = v.Picture(photo, 100)
			}
			done <- err
		}()
	}
	for range many {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

func pixels(img image.Image) []byte { return img.(*image.RGBA).Pix }
