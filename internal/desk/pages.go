package desk

import (
	"image"
	"path/filepath"

	"harta/internal/preview"
)

// viewer gives the viewer of documents, one for the time an office is open.
func (d *Desk) viewer() *preview.Viewer {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.pages == nil {
		d.pages = preview.New(filepath.Join(d.StateDir(), "renderer"))
	}
	return d.pages
}

// closeViewer frees the viewer.
func (d *Desk) closeViewer() error {
	d.mu.Lock()
	v := d.pages
	d.pages = nil
	d.mu.Unlock()
	if v == nil {
		return nil
	}
	return v.Close()
}

// WarmPages sees to it that this PC has the renderer of pages; the first time takes seconds.
func (d *Desk) WarmPages() error { return d.viewer().Prepare() }

// Pages counts the pages of a PDF.
func (d *Desk) Pages(pdf []byte) (int, error) { return d.viewer().Pages(pdf) }

// Page draws a page of a PDF, counted from 0, as wide as asked in pixels.
func (d *Desk) Page(pdf []byte, page, width int) (image.Image, error) {
	return d.viewer().Page(pdf, page, width)
}

// Borrows tells whether one of the first pages of a PDF has Cyrillic text in a font that the document does not hold, so
// that it may be drawn blank.
func (d *Desk) Borrows(pdf []byte, pages int) (bool, error) { return d.viewer().Borrows(pdf, pages) }

// Picture reads a PNG or JPEG picture, at most as wide as asked in pixels.
func (d *Desk) Picture(data []byte, width int) (image.Image, error) {
	return d.viewer().Picture(data, width)
}
