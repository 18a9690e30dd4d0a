package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// fillPart is one form.
type fillPart struct {
	panel    *formPanel
	progress *look.Progress
	meter    *present.Meter
	form     *present.Form
	body     fyne.CanvasObject
	want     fyne.Size
}

func newFillPart(w *Window, g *present.Gate) gatePart {
	p := newFormPart(w, g.Form, g.Meter())
	p.want = fyne.NewSize(640, 180+float32(len(g.Form.Fields))*84)
	p.body = look.Edged(nil, look.Padded(8, 0, 0, 0, p.progress), nil, nil, p.panel.Container)
	return p
}

func newFormPart(w *Window, f *present.Form, m *present.Meter) *fillPart {
	p := &fillPart{panel: newFormPanel(w, f), progress: look.NewProgress("", "", nil), meter: m, form: f}
	draw := f.Changed
	f.Changed = func() {
		draw()
		p.drawProgress()
	}
	p.drawProgress()
	return p
}

func (p *fillPart) drawProgress() {
	show(p.progress, p.form.Busy && p.meter.Busy())
	putMeter(p.progress, p.meter)
}

func (p *fillPart) object() fyne.CanvasObject  { return p.body }
func (p *fillPart) size() fyne.Size            { return p.want }
func (p *fillPart) first() fyne.Focusable      { return p.panel.first() }
func (p *fillPart) key(ev *fyne.KeyEvent) bool { return p.panel.key(ev) }
func (p *fillPart) redraw()                    { p.drawProgress() }

// newFoundingPart is a step of a new office: the steps at the left, its form at the right.
func newFoundingPart(w *Window, x *present.Founding) gatePart {
	p := newFormPart(w, x.Form(), x.Meter())
	steps := stepsCard(w.env.T("gate.founding"), x.Title(), x.Steps(), nil)
	right := look.Edged(nil, look.Padded(8, 0, 0, 0, p.progress), nil, nil, p.panel.Container)
	p.body = look.FoldingPanes(12, gateLeast, []float32{stepsWide, 0}, steps, right)
	p.want = fyne.NewSize(960, 600)
	return p
}

const (
	gateLeast = 400 // what a part keeps beside its steps or its sheet; these go before
	stepsWide = 272
	stepHigh  = 58
)

// stepsCard lists steps: those done with a tick, the one that is shown with its number.
func stepsCard(title, note string, steps []present.StepMark, below fyne.CanvasObject) fyne.CanvasObject {
	rows := look.Column(0)
	for i, s := range steps {
		rows.Add(stepRow(i, s))
	}
	head := look.CardHead(look.Row(8, look.NewText(title, look.Strong, look.Ink), look.NewText(note, look.Second, look.InkSecond)))
	if below != nil {
		below = look.Column(0, look.Line(look.Rule), look.Padded(14, 16, 16, 16, below))
	}
	return look.Stack(look.NewBox(look.Ground).Bordered(look.Rule, 1).Rounded(6), look.Padded(0, 1, 1, 1, look.Edged(head, below, nil, nil, look.AtTop(rows))))
}

func stepRow(i int, s present.StepMark) fyne.CanvasObject {
	var mark fyne.CanvasObject
	number := string(rune('1' + i))
	switch {
	case s.Now:
		mark = look.Stack(look.NewBox(look.Accent).Rounded(12), look.NewText(number, look.SecondBold, look.OnAccent).Aligned(fyne.TextAlignCenter))
	case s.Done:
		mark = look.Stack(look.NewBox(look.SoftOK).Rounded(12).Stark(look.InkOK, 1), look.Centred(look.NewGlyph(look.Icon(theme.IconNameConfirm), look.InkOK, 14)))
	default:
		mark = look.Stack(look.NewBox(look.Band).Rounded(12).Stark(look.Rule, 1), look.NewText(number, look.SecondBold, look.InkSecond).Aligned(fyne.TextAlignCenter))
	}
	face := look.Body
	if s.Now {
		face = look.Strong
	}
	words := look.Column(0, look.NewText(s.Words, face, look.Ink).Elided())
	if s.Second != "" {
		words.Add(look.NewText(s.Second, look.Second, look.InkSecond).Elided())
	}
	line := look.Edged(nil, nil, look.Padded(0, 0, 15, 12, look.Middle(look.Sized(24, 24, mark))), nil, look.Padded(0, 0, 0, 8, look.Middle(words)))
	if !s.Now {
		return look.Sized(0, stepHigh, line)
	}
	stripe := look.Edged(nil, nil, look.Sized(3, 0, look.NewBox(look.Accent)), nil, look.NewBox(look.Chosen))
	return look.Sized(0, stepHigh, look.Stack(stripe, line))
}
