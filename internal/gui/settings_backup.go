package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// newBackupPart is Архив: how it stands with the copies, where they lie, and how they are made.
func newBackupPart(w *Window, m *present.Backup) settingsPart {
	t := w.env.T
	panel := newBackupPanel(w, m, true)
	m.Made = func() {
		if w.frame != nil {
			w.frame.model.Load()
		}
	}
	last, counts, warning := look.Stack(), look.NewProse("", look.Second, look.InkSecond), look.Stack()
	daily := look.NewTick(t("backup.daily"), m.SetDaily)
	keep := look.NewChoice("", m.Keeps(), m.SetKeep)
	how := look.Row(16, daily, look.Sized(220, 28, keep))
	content := look.Column(14,
		look.Column(4, last, counts), look.NewProse(t("backup.lead"), look.Body, look.InkSecond), warning,
		look.Column(4, how, look.NewProse(t("backup.daily_hint"), look.Second, look.InkHint)), panel.body)
	draw := func() {
		panel.redraw()
		icon, ink := sign(m.Last().Sign)
		look.Swap(last, look.Row(6, look.NewGlyph(icon, ink, 16), look.NewText(m.Last().Words, look.Strong, ink)))
		counts.Set(m.Counts(), look.InkSecond)
		show(counts, m.Counts() != "")
		daily.Put(m.Daily())
		keep.Put(m.Keep())
		look.Swap(warning)
		if m.Warning() != "" {
			look.Swap(warning, look.NewBanner(look.Icon(theme.IconNameWarning), m.Warning(), look.ToneToday, nil))
		}
		show(warning, m.Warning() != "")
		content.Refresh() // what is shown now has had no room
	}
	draw()
	return &backupTab{widgetPart{settingsCard(look.Icon(theme.IconNameStorage), t("settings.tab_backup"), content), daily, draw}, panel}
}

// backupTab begins at the place of the copies, which comes with the disks.
type backupTab struct {
	widgetPart
	panel *backupPanel
}

func (p *backupTab) first() fyne.Focusable {
	if f := p.panel.stop(); f != nil {
		return f
	}
	return p.focus
}
