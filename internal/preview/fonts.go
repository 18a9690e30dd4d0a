package preview

import (
	"fmt"
	"unicode"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// mostObjects is how many objects of a page are asked for their fonts: a page that borrows any does so at once.
const mostObjects = 400

// Borrows tells whether one of the first pages of a PDF has Cyrillic text in a font that it does not hold. The renderer
// has none to lend, so that such text is drawn blank or wrong; a program with the fonts of the PC shows it.
func (v *Viewer) Borrows(pdf []byte, pages int) (borrows bool, err error) {
	err = v.read(pdf, func(d document) error {
		for page := range min(pages, d.pages) {
			if borrows, err = d.borrows(page); borrows || err != nil {
				return err
			}
		}
		return nil
	})
	return borrows, err
}

// borrows looks through the text of a page.
func (d document) borrows(page int) (bool, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: page}}
	text, err := d.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return false, fmt.Errorf("read the text of a page: %w", err)
	}
	n, err := d.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: at})
	if err != nil {
		return false, fmt.Errorf("count what is on a page: %w", err)
	}
	for i := range min(n.Count, mostObjects) {
		object, err := d.in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: at, Index: i})
		if err != nil {
			return false, fmt.Errorf("read what is on a page: %w", err)
		}
		if borrows, err := d.lent(object.PageObject, text.TextPage); borrows || err != nil {
			return borrows, err
		}
	}
	return false, nil
}

// lent tells whether an object is Cyrillic text in a font of somebody else. What cannot be asked is none.
func (d document) lent(object references.FPDF_PAGEOBJECT, page references.FPDF_TEXTPAGE) (bool, error) {
	kind, err := d.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object})
	if err != nil || kind.Type != enums.FPDF_PAGEOBJ_TEXT {
		return false, err
	}
	font, err := d.in.FPDFTextObj_GetFont(&requests.FPDFTextObj_GetFont{PageObject: object})
	if err != nil {
		return false, nil //nolint:nilerr // a text without a font is not drawn in anybody's
	}
	own, err := d.in.FPDFFont_GetIsEmbedded(&requests.FPDFFont_GetIsEmbedded{Font: font.Font})
	if err != nil || own.IsEmbedded {
		return false, err
	}
	words, err := d.in.FPDFTextObj_GetText(&requests.FPDFTextObj_GetText{PageObject: object, TextPage: page})
	if err != nil {
		return false, nil //nolint:nilerr // nothing is known of what it says
	}
	for _, r := range words.Text {
		if unicode.Is(unicode.Cyrillic, r) {
			return true, nil
		}
	}
	return false, nil
}
