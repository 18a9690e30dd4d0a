package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// backupPanel is where copies lie, and how far the one that is being made has come.
type backupPanel struct {
	window *Window
	model  *present.Backup
	body   *fyne.Container
	cards  *look.RadioCards
	holder *fyne.Container
	result *fyne.Container
	make   *look.Button // only where the panel makes copies by itself
	try    *look.Button // likewise: a rehearsal
	bar    *look.Progress
	shown  string
	told   string
}

func newBackupPanel(w *Window, m *present.Backup, makes bool) *backupPanel {
	p := &backupPanel{window: w, model: m, holder: look.Stack(), result: look.Stack()}
	t := w.env.T
	p.bar = look.NewProgress("", t("backup.stop"), m.Stop)
	p.body = look.Column(14, p.holder)
	if makes {
		p.make = look.NewButton(t("backup.now"), look.Icon(theme.IconNameStorage), look.Primary, m.Make).High(32)
		p.try = look.NewButton(t("backup.rehearse"), look.Icon(theme.IconNameHistory), look.Plain, m.Rehearse).High(32)
		p.body.Add(look.Column(6, look.Wrapped(8, 8, p.make, p.try), look.NewProse(t("backup.rehearse_hint"), look.Second, look.InkHint)))
	}
	p.body.Add(p.bar)
	p.body.Add(p.result)
	p.redraw()
	return p
}

func (p *backupPanel) stop() fyne.Focusable {
	if p.cards == nil {
		return nil
	}
	return p.cards.Stop()
}

func (p *backupPanel) redraw() {
	m := p.model
	if key := fmt.Sprint(m.Places()); key != p.shown {
		p.shown = key
		p.cards = look.NewRadioCards(p.radio(), m.Choose)
		look.Swap(p.holder, p.cards)
	}
	p.cards.Put(m.Chosen())
	if p.make != nil {
		p.make.Allow(m.Allowed())
		p.try.Allow(m.Allowed())
	}
	show(p.bar, m.Busy())
	putMeter(p.bar, m.Meter())
	if key := m.Wrong() + m.Result(); key != p.told {
		p.told = key
		switch {
		case m.Wrong() != "":
			look.Swap(p.result, look.NewRefusal(m.Wrong(), "", look.Icon(theme.IconNameError), nil))
		case m.Result() != "":
			look.Swap(p.result, look.NewBanner(look.Icon(theme.IconNameConfirm), m.Result(), look.ToneOK, nil))
		default:
			look.Swap(p.result)
		}
	}
	p.body.Refresh()
}

func (p *backupPanel) radio() []look.RadioCard {
	t := p.window.env.T
	var cards []look.RadioCard
	for _, place := range p.model.Places() {
		c := look.RadioCard{Icon: look.Icon(theme.IconNameStorage), Words: place.Words, Second: place.Second}
		var right []fyne.CanvasObject
		if place.Risky {
			right = append(right, look.NewBadge(look.Icon(theme.IconNameWarning), t("backup.risky"), look.ToneToday))
		}
		if place.Advised {
			right = append(right, look.NewBadge(look.Icon(theme.IconNameConfirm), t("backup.advised"), look.ToneOK))
		}
		switch {
		case place.Pick:
			c.Icon = look.Icon(theme.IconNameFolder)
			right = append(right, look.NewButton(t("gate.choose_folder"), nil, look.Plain, func() { p.window.picker.Folder(p.model.Pick) }))
		case place.Risky:
			c.Icon = look.Icon(theme.IconNameComputer)
		}
		if len(right) > 0 {
			c.Right = look.Row(8, right...)
		}
		cards = append(cards, c)
	}
	return cards
}
