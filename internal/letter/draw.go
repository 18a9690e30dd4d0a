package letter

import (
	"fmt"

	"github.com/signintech/gopdf"
)

// draw writes texts and pixels of the pages with gopdf; a watermark, the first text, lies beneath all.
func (p *Press) draw(pages []page) ([]byte, error) {
	pdf := new(gopdf.GoPdf)
	pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: pageWidth, H: pageHeight}})
	for fc, src := range sources {
		if !uses(pages, face(fc)) {
			continue
		}
		if err := pdf.AddTTFFontFromFontContainer(src.name, &p.fonts.container); err != nil {
			return nil, fmt.Errorf("embed font %s: %w", src.name, err)
		}
	}
	for _, pg := range pages {
		pdf.AddPage()
		if err := drawPage(pdf, pg); err != nil {
			return nil, err
		}
	}
	return pdf.GetBytesPdfReturnErr()
}

func uses(pages []page, fc face) bool {
	for _, pg := range pages {
		for _, t := range pg.texts {
			if t.face == fc {
				return true
			}
		}
	}
	return false
}

func drawPage(pdf *gopdf.GoPdf, pg page) error {
	for _, s := range pg.shades {
		pdf.SetFillColor(s.gray, s.gray, s.gray)
		pdf.RectFromUpperLeftWithStyle(s.x, s.y, s.width, s.height, "F")
	}
	for _, t := range pg.texts {
		if err := drawText(pdf, t); err != nil {
			return fmt.Errorf("draw text: %w", err)
		}
	}
	for _, a := range pg.pictures {
		if len(a.art.png) == 0 {
			continue
		}
		img, err := gopdf.ImageHolderByBytes(a.art.png)
		if err != nil {
			return err
		}
		if err := pdf.ImageByHolder(img, a.x, a.y, &gopdf.Rect{W: a.art.width, H: a.art.height}); err != nil {
			return fmt.Errorf("draw picture: %w", err)
		}
	}
	return nil
}

func drawText(pdf *gopdf.GoPdf, t text) error {
	if t.s == "" {
		return nil
	}
	if err := pdf.SetFont(sources[t.face].name, "", t.size); err != nil {
		return err
	}
	pdf.SetTextColor(t.gray, t.gray, t.gray)
	pdf.SetXY(t.x, t.y)
	if t.angle == 0 {
		return pdf.Text(t.s)
	}
	pdf.Rotate(t.angle, t.x, t.y)
	defer pdf.RotateReset()
	return pdf.Text(t.s)
}
