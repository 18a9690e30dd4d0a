package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

const (
	listedWidth = 520
	listedRow   = 36
	mostListed  = 8 // rows that are seen at once
)

// listed is a line of a small list over the window.
type listed struct {
	icon         fyne.Resource
	ink          fyne.ThemeColorName
	words, right string
}

// showListed shows a small list over the window; Enter and a press open a line of it.
func (w *Window) showListed(title, lead string, rows []listed, open func(i int)) {
	if look.Covered(w.Canvas()) {
		return
	}
	var hide func()
	list := look.NewList(listedRow, func(l listed, width float32, put func(look.Part)) {
		right := look.Second.Width(l.right) + 1
		put(look.Part{X: 16, Y: (listedRow - 16) / 2, W: 16, H: 16, Icon: l.icon, Ink: l.ink})
		put(look.Part{X: 44, W: width - 44 - right - 28, H: listedRow, Words: l.words, Face: look.Body, Ink: look.Ink})
		put(look.Part{X: width - right - 16, W: right, H: listedRow, Words: l.right, Face: look.Second, Ink: look.InkSecond})
	})
	take := func(i int) {
		hide()
		open(i)
	}
	list.OnOpen = take
	list.OnPress = func(i int, _ fyne.Position) bool {
		take(i)
		return true
	}
	list.SetItems(rows, 0)
	head := look.Column(6, look.NewText(title, look.Title, look.Ink), look.NewProse(lead, look.Body, look.InkSecond))
	closes := look.NewButton(w.env.T("form.close"), nil, look.Plain, func() { hide() }).High(32)
	content := look.Column(0, look.Padded(16, 12, 20, 20, head))
	if len(rows) > 0 {
		content.Add(look.Line(look.Rule))
		content.Add(look.Sized(0, float32(min(len(rows), mostListed)*listedRow), list))
		content.Add(look.Line(look.Rule))
	}
	content.Add(look.Padded(12, 12, 20, 20, look.Row(0, look.Spacer(), closes)))
	hide = look.Sheet(w.Canvas(), content, look.Pane{Width: listedWidth, OnEsc: func() { hide() }})
	if len(rows) > 0 {
		w.focus(list)
		return
	}
	w.focus(closes)
}

// showUnsaved shows what is kept as it was typed, and is in no record yet.
func (w *Window) showUnsaved() {
	if w.frame == nil {
		return
	}
	present.NewUnsaved(w.env, w.program).Load(func(all []present.UnsavedRow) {
		var rows []listed
		for _, u := range all {
			rows = append(rows, listed{look.Icon(theme.IconNameDocumentCreate), look.InkSecond, u.Words, u.Right})
		}
		lead := w.env.T("unsaved.lead")
		if len(rows) == 0 {
			lead = w.env.T("unsaved.none")
		}
		w.showListed(w.env.T("menu.unsaved"), lead, rows, func(i int) { w.open(all[i].To) })
	})
}

// showWarnings shows the warnings that the narrow status line only counts.
func (w *Window) showWarnings() {
	var rows []listed
	var parts []present.StatusPart
	for _, p := range w.frame.model.Parts() {
		if p.Sign == present.WarnSign || p.Sign == present.BadSign {
			icon, ink := sign(p.Sign)
			rows = append(rows, listed{icon, ink, p.Words, ""})
			parts = append(parts, p)
		}
	}
	w.showListed(w.env.T("status.warnings", "n", len(rows)), w.env.T("status.warnings_lead"), rows, func(i int) { w.follows(parts[i]) })
}
