package preview_test

import (
	"bytes"
	"image"
	"os/exec"
	"testing"

	"harta/internal/preview"
)

const screen = 900 // the width of a page on the screen, in pixels

// BenchmarkFirstPageCold starts without the compiled renderer: once on each PC.
func BenchmarkFirstPageCold(b *testing.B) { firstPage(b, "") }

// BenchmarkFirstPageWarm starts with it: once on each day.
func BenchmarkFirstPageWarm(b *testing.B) {
	viewer(b)
	firstPage(b, warm)
}

func firstPage(b *testing.B, folder string) {
	b.Helper()
	pdf := reply(b, 12)
	for b.Loop() {
		v := preview.New(folder)
		if _, err := v.Page(pdf, 0, screen); err != nil {
			b.Fatal(err)
		}
		if err := v.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNextPage(b *testing.B) {
	pdf := reply(b, 12)
	page(b, pdf, 0, screen)
	b.ReportAllocs()
	for b.Loop() {
		page(b, pdf, 1, screen)
	}
}

func BenchmarkPages(b *testing.B) {
	pdf := reply(b, 12)
	v := viewer(b)
	for b.Loop() {
		if _, err := v.Pages(pdf); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPeerPage draws the same page by pdftoppm, process and all; without it there is nothing to measure.
func BenchmarkPeerPage(b *testing.B) {
	peer, err := exec.LookPath("pdftoppm")
	if err != nil {
		b.Log("no pdftoppm here")
		return
	}
	pdf := reply(b, 12)
	for b.Loop() {
		c := exec.CommandContext(b.Context(), peer, "-f", "2", "-l", "2", "-scale-to-x", "900", "-scale-to-y", "-1", "-")
		c.Stdin = bytes.NewReader(pdf)
		if out, err := c.Output(); err != nil || len(out) < screen {
			b.Fatal(err)
		}
	}
}

// BenchmarkPhoto shrinks a photo of 12 million pixels to the screen.
func BenchmarkPhoto(b *testing.B) {
	data := photo(b, 4000, 3000)
	v := viewer(b)
	for b.Loop() {
		if _, err := v.Picture(data, screen); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScan shrinks a page scanned in grey at 600 dpi.
func BenchmarkScan(b *testing.B) {
	data := encode(b, halves(image.NewGray(image.Rect(0, 0, 4960, 7016))))
	v := viewer(b)
	for b.Loop() {
		if _, err := v.Picture(data, screen); err != nil {
			b.Fatal(err)
		}
	}
}
