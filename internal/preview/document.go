package preview

import (
	"fmt"
	"image"
	"image/draw"
	"slices"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// document is a PDF open in an instance of the renderer.
type document struct {
	in    pdfium.Pdfium
	ref   references.FPDF_DOCUMENT
	pages int
}

func open(in pdfium.Pdfium, pdf []byte) (document, error) {
	d, err := in.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return document{}, fmt.Errorf("open a document: %w", err)
	}
	n, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.Document})
	switch {
	case err != nil:
		return document{}, fmt.Errorf("count the pages: %w", err)
	case n.PageCount < 1:
		return document{}, ErrNotReadable
	case n.PageCount > MaxPages:
		return document{}, ErrTooLarge
	}
	return document{in: in, ref: d.Document, pages: n.PageCount}, nil
}

// draw makes the picture of a page as a printer would: with stamps, notes and filled-in fields.
func (d document) draw(page, width int) (image.Image, error) {
	if page < 0 || page >= d.pages {
		return nil, ErrNoPage
	}
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: page}}
	size, err := d.in.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return nil, fmt.Errorf("measure a page: %w", err)
	}
	if !(size.Width > 0 && size.Height > 0) { // true for NaN too
		return nil, ErrNotReadable
	}
	// The picture fits into the box given, so no page makes it larger.
	drawn, err := d.in.RenderPageInPixels(&requests.RenderPageInPixels{
		Page: at, Width: width, Height: MaxSide, RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT, RenderForm: true, Document: &d.ref,
	})
	if err != nil {
		return nil, fmt.Errorf("draw a page: %w", err)
	}
	defer drawn.Cleanup()
	ink, ok := drawn.Result.RenderedImage.(*image.RGBA)
	if !ok {
		return nil, fmt.Errorf("draw a page: another kind of picture, %T", drawn.Result.RenderedImage)
	}
	return onPaper(ink, drawn.Result.HasTransparency), nil
}

// onPaper copies what was drawn out of the renderer's memory, onto white where it is transparent. The renderer does
// not multiply colours by their opacity: what it calls RGBA is NRGBA to Go.
func onPaper(ink *image.RGBA, transparent bool) *image.RGBA {
	if !transparent {
		return &image.RGBA{Pix: slices.Clone(ink.Pix), Stride: ink.Stride, Rect: ink.Rect}
	}
	paper := blank(ink.Rect)
	draw.Draw(paper, paper.Rect, &image.NRGBA{Pix: ink.Pix, Stride: ink.Stride, Rect: ink.Rect}, ink.Rect.Min, draw.Over)
	return paper
}

// blank is a white sheet.
func blank(size image.Rectangle) *image.RGBA {
	paper := image.NewRGBA(size)
	for i := range paper.Pix {
		paper.Pix[i] = 0xff
	}
	return paper
}
