package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// plainPart is a part that does not change while it is shown.
type plainPart struct {
	body  fyne.CanvasObject
	focus fyne.Focusable
	want  fyne.Size
	draw  func()
}

func (p *plainPart) object() fyne.CanvasObject { return p.body }
func (p *plainPart) size() fyne.Size           { return p.want }
func (p *plainPart) first() fyne.Focusable     { return p.focus }
func (*plainPart) key(*fyne.KeyEvent) bool     { return false }

func (p *plainPart) redraw() {
	if p.draw != nil {
		p.draw()
	}
}

// newOpeningPart says what is being done while the data folder is opened.
func newOpeningPart(w *Window, g *present.Gate) gatePart {
	bar := look.NewProgress("", "", nil)
	content := look.Column(8, bar, look.NewProse(w.env.T("gate.opening_more"), look.Second, look.InkSecond))
	draw := func() { putMeter(bar, g.Meter()) }
	draw()
	return &plainPart{body: look.NewCard(nil, look.Middle(look.Padded(24, 24, 40, 40, content))), want: fyne.NewSize(560, 140), draw: draw}
}

// newTroublePart says why the data cannot be opened, and what one can do.
func newTroublePart(w *Window, g *present.Gate) gatePart {
	t := w.env.T
	again := look.NewButton(t("gate.try_again"), look.Icon(theme.IconNameViewRefresh), look.Primary, func() { g.Open(false) }).High(32)
	read := look.NewButton(t("gate.read"), look.Icon(theme.IconNameVisibility), look.Plain, func() { g.Open(true) }).High(32)
	if g.Step() == present.GateHeld {
		text := look.Column(6,
			look.NewText(t("gate.held_title"), look.Title, look.Ink),
			look.NewProse(g.Trouble(), look.Body, look.Ink),
			look.NewProse(t("gate.held_more"), look.Body, look.InkSecond))
		return trouble(look.Icon(theme.IconNameComputer), look.InkInfo, text, again, read)
	}
	text := look.Column(6, look.NewText(t("gate.broken_title"), look.Title, look.Ink), look.NewProse(g.Trouble(), look.Body, look.Ink))
	restore := look.NewButton(t("gate.restore"), look.Icon(theme.IconNameStorage), look.Plain, g.Restore).High(32)
	if g.CanMend() { // trying again finds nothing more
		again.Look, restore.Look = look.Plain, look.Primary
	}
	buttons := []fyne.CanvasObject{
		again, read, restore,
		look.NewButton(t("gate.other_folder"), look.Icon(theme.IconNameFolderOpen), look.Plain, g.OtherFolder).High(32),
	}
	if g.CanMend() {
		buttons = append(buttons, look.NewButton(t("gate.mend"), nil, look.Danger, g.Mend).High(32))
	}
	return trouble(look.Icon(theme.IconNameError), look.InkOver, text, buttons...)
}

func trouble(icon fyne.Resource, ink fyne.ThemeColorName, text fyne.CanvasObject, buttons ...fyne.CanvasObject) gatePart {
	sign := look.AtTop(look.Padded(2, 0, 0, 16, look.NewGlyph(icon, ink, 32)))
	content := look.Column(20, look.Edged(nil, nil, sign, nil, text), look.Wrapped(8, 8, buttons...))
	p := &plainPart{body: look.NewCard(nil, look.NewScrolled(look.Padded(28, 28, 32, 32, content)).Container), want: fyne.NewSize(720, 230)}
	for _, b := range buttons {
		if f, ok := b.(*look.Button); ok && f.Look == look.Primary {
			p.focus = f
		}
	}
	return p
}

// newStartPart is the first start: a new office, the exercise, or what is there already.
func newStartPart(w *Window, g *present.Gate) gatePart {
	t := w.env.T
	found := look.NewButton(t("gate.new_office_do"), look.Icon(theme.IconNameNavigateNext), look.Primary, g.Found).High(36)
	practise := look.NewButton(t("gate.practice_do"), look.Icon(theme.IconNameMediaPlay), look.Plain, g.Practise).High(36)
	big := func(icon fyne.Resource, title, words string, b *look.Button) fyne.CanvasObject {
		text := look.Column(6, look.Padded(0, 4, 0, 0, look.Row(0, look.NewGlyph(icon, look.InkAccent, 32))),
			look.NewText(title, look.Title, look.Ink), look.NewProse(words, look.Body, look.InkSecond))
		return look.NewCard(nil, look.Padded(20, 20, 20, 20, look.Edged(nil, look.Row(0, b), nil, nil, look.AtTop(text))))
	}
	cards := look.StackingPanes(16, 350, 300,
		big(look.Icon(theme.IconNameDocumentCreate), t("gate.new_office"), t("gate.new_office_more"), found),
		big(look.Icon(theme.IconNameMediaPlay), t("gate.practice"), t("gate.practice_more"), practise))
	other := look.Row(8,
		look.NewButton(t("gate.other_folder"), look.Icon(theme.IconNameFolderOpen), look.Quiet, g.OtherFolder),
		look.NewButton(t("gate.restore"), look.Icon(theme.IconNameStorage), look.Quiet, g.Restore))
	head := look.Padded(0, 14, 0, 0, look.Column(2,
		look.NewText(t("gate.start_title"), look.Title, look.Ink), look.NewProse(t("gate.start_lead"), look.Body, look.InkSecond)))
	body := look.NewScrolled(look.Edged(head, look.Padded(12, 0, -10, 0, other), nil, nil, cards))
	return &plainPart{body: body.Container, focus: found, want: fyne.NewSize(820, 360)}
}
