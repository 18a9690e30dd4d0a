package look

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// longText is so many characters of a letter, in paragraphs of some lines.
func longText(n int) string {
	paragraph := strings.Repeat("На гише 3 чаках дълго, а после ме върнаха за пълномощно. ", 8) + "\n"
	return string([]rune(strings.Repeat(paragraph, n/len([]rune(paragraph))+1))[:n])
}

// BenchmarkLongText types a letter into the middle of a text and takes it back, in our editor and in the entry of the
// toolkit.
func BenchmarkLongText(b *testing.B) {
	type typed interface {
		fyne.Focusable
		fyne.CanvasObject
	}
	for _, n := range []int{1000, 5000, 20_000} {
		for name, made := range map[string]func() typed{
			"editor": func() typed {
				e := NewEditor("")
				e.Put(longText(n))
				return e
			},
			"toolkit": func() typed {
				e := widget.NewMultiLineEntry()
				e.Wrapping = fyne.TextWrapWord
				e.SetText(longText(n))
				return e
			},
		} {
			startApp(b, Light)
			e := made()
			w := newTestWindow(b, e, fyne.NewSize(490, 640))
			w.Canvas().Focus(e)
			for range n / 160 {
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
			}
			b.Run(strconv.Itoa(n)+"/"+name, func(b *testing.B) {
				for b.Loop() {
					e.TypedRune('а')
					e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/2000, "ms/key")
			})
		}
	}
}
