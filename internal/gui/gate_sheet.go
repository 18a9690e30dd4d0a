package gui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// sheetPart is the recovery sheet: seen at the left, printed, kept and typed back at the right.
type sheetPart struct {
	window *Window
	model  *present.Sheet
	panel  *formPanel
	page   *look.PageView
	seen   image.Image
	wrong  *fyne.Container
	words  *look.Prose
	body   fyne.CanvasObject
}

func newSheetPart(w *Window, m *present.Sheet) gatePart {
	p := &sheetPart{window: w, model: m, page: look.NewPageView(), panel: newFormPanel(w, m.Form)}
	t := w.env.T
	print_ := look.NewButton(t("gate.sheet_print"), look.Icon(theme.IconNameDocumentPrint), look.Plain, m.Print).High(32)
	save := look.NewButton(t("gate.sheet_save"), look.Icon(theme.IconNameDocumentSave), look.Plain, func() {
		w.saveAs(m.Name(), m.Save)
	}).High(32)
	print_.Allow(m.Printable())
	save.Allow(m.Printable())
	p.words = look.NewProse("", look.Second, look.InkOver)
	p.wrong = look.Edged(nil, nil, look.AtTop(look.Padded(1, 0, 0, 4, look.NewGlyph(look.Icon(theme.IconNameError), look.InkOver, 14))), nil, p.words)
	if !m.Printable() {
		p.page.Empty(look.Middle(look.NewText(m.Code(), look.Subtitle, look.Ink).Aligned(fyne.TextAlignCenter)))
	}
	bar := look.Column(8, look.Row(8, print_, save), p.wrong)
	right := look.Edged(look.Padded(0, 12, 0, 0, bar), nil, nil, nil, p.panel.Container)
	p.body = look.FoldingPanes(12, gateLeast, []float32{400, 0}, look.NewCard(nil, look.Padded(1, 1, 1, 1, p.page)), right)
	p.redraw()
	return p
}

func (p *sheetPart) object() fyne.CanvasObject  { return p.body }
func (p *sheetPart) size() fyne.Size            { return fyne.NewSize(960, 600) }
func (p *sheetPart) first() fyne.Focusable      { return p.panel.first() }
func (p *sheetPart) key(ev *fyne.KeyEvent) bool { return ev.Name != fyne.KeyEscape && p.panel.key(ev) }

func (p *sheetPart) redraw() {
	if page := p.model.Page(); page != p.seen {
		p.seen = page
		p.page.Put([]image.Image{page})
	}
	p.words.SetWords(p.model.Wrong())
	show(p.wrong, p.model.Wrong() != "")
}
