package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/resources"
)

const (
	helpWidth = 460
	keysWidth = 760
	keysTall  = 520
)

// here is the page of the manual about where the window is.
func (w *Window) here() string {
	if w.gate != nil {
		return string(present.ActGate)
	}
	return string(w.nav.Now().Place)
}

// manual is a page of the manual.
func manual(page string) []present.ManualBlock {
	pages, err := resources.Manual()
	if err != nil {
		return nil
	}
	return present.ParseManual(pages[page])
}

// help opens the page of the manual about the screen.
func (w *Window) help() { w.chapter(w.here()) }

// chapter opens a page of the manual.
func (w *Window) chapter(page string) {
	if look.Covered(w.Canvas()) {
		return
	}
	blocks := manual(page)
	title := ""
	sheet := look.Column(0)
	for _, b := range blocks {
		if b.Kind == present.ManualTitle {
			title = b.Words
			continue
		}
		sheet.Add(drawManual(b))
	}
	var hide func()
	more := look.NewButton(w.env.T("menu.keys"), nil, look.Plain, func() { hide(); w.showKeys() })
	if w.gate != nil { // it has no menu
		more = look.NewButton(w.env.T("menu.trouble"), nil, look.Plain, func() { hide(); w.chapter(string(present.ActTrouble)) })
	}
	foot := look.Row(8, more, look.Spacer(), look.NewButton(w.env.T("form.close"), nil, look.Plain, func() { hide() }).WithKey("Esc"))
	hide = w.read(readable{
		icon: look.Icon(theme.IconNameHelp), title: title, sheet: look.Padded(4, 20, 20, 20, sheet),
		foot: foot, pane: look.Pane{Width: helpWidth, Side: true},
	})
}

// drawManual draws a part of a page.
func drawManual(b present.ManualBlock) fyne.CanvasObject {
	switch b.Kind {
	case present.ManualHeading:
		return look.Padded(14, 4, 0, 0, look.NewProse(b.Words, look.Strong, look.InkAccent))
	case present.ManualItem:
		mark := look.Sized(22, 0, look.AtTop(look.NewText(b.Mark, look.Body, look.InkSecond)))
		return look.Padded(2, 2, 0, 0, look.Edged(nil, nil, mark, nil, look.NewProse(b.Words, look.Body, look.Ink)))
	case present.ManualKeys:
		caps := look.Row(4)
		for _, k := range b.Keys {
			caps.Add(look.NewKeyCap(k))
		}
		return look.Padded(3, 3, 0, 0, look.Edged(nil, nil, look.Sized(118, 0, look.AtTop(caps)), nil, look.NewProse(b.Words, look.Body, look.Ink)))
	default:
		return look.Padded(8, 2, 0, 0, look.NewProse(b.Words, look.Body, look.Ink))
	}
}

// showKeys lists every shortcut: those that work everywhere, those of lists, and those of the screen.
func (w *Window) showKeys() {
	if w.frame == nil || look.Covered(w.Canvas()) {
		return
	}
	t := w.env.T
	part := func(title string, rows []present.KeyWords) fyne.CanvasObject {
		sheet := make([]look.KeyRow, len(rows))
		for i, r := range rows {
			sheet[i] = look.KeyRow{Keys: strings.Fields(r.Key), Words: r.Words}
		}
		return look.Column(8, look.NewText(title, look.Strong, look.InkAccent), look.NewKeySheet(sheet))
	}
	left := part(t("keys.everywhere"), w.env.KeySheet(w.frame.model.Offers))
	right := look.Column(18)
	if here := present.KeysOf(manual(w.here())); len(here) > 0 {
		right.Add(part(t("keys.here"), here))
	}
	right.Add(part(t("keys.lists"), w.env.ListKeys()))
	sheet := look.Padded(14, 18, 20, 20, newHalves(left, right))
	var hide func()
	foot := look.Row(8, look.Spacer(), look.NewButton(t("form.close"), nil, look.Plain, func() { hide() }).WithKey("Esc"))
	hide = w.read(readable{icon: look.Icon(theme.IconNameHelp), title: t("keys.title"), sheet: sheet, foot: foot, pane: look.Pane{Width: keysWidth, Height: keysTall}})
}

// readable is a sheet to be read over the window.
type readable struct {
	icon  fyne.Resource
	title string
	sheet fyne.CanvasObject
	foot  fyne.CanvasObject
	pane  look.Pane
}

// read shows a sheet. Arrows scroll it, Esc closes it.
func (w *Window) read(r readable) (hide func()) {
	reader := newReader(r.sheet)
	head := look.Row(8, look.NewGlyph(r.icon, look.InkAccent, 20), look.NewText(r.title, look.Title, look.Ink))
	content := look.Edged(
		look.Column(0, look.Sized(0, 52, look.Padded(0, 0, 20, 20, look.Middle(head))), look.Line(look.Rule)),
		look.Column(0, look.Line(look.Rule), look.Sized(0, 52, look.Padded(0, 0, 20, 20, look.Middle(r.foot)))),
		nil, nil, reader)
	r.pane.OnEsc = func() { hide() }
	away := look.Sheet(w.Canvas(), content, r.pane)
	hide = func() {
		w.palette = nil
		away()
	}
	w.palette = hide
	w.Canvas().Focus(reader)
	return hide
}
