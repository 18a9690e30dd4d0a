package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Step is one line of the explanation of a term: what was counted, and on what ground.
type Step struct {
	Icon   fyne.Resource
	Ink    fyne.ThemeColorName // of the icon, None = InkSecond
	Words  string
	Source string // may be empty
}

// NewDeadline is the due date as a figure, its state beside it (under it where there is no room), and what may be done
// about it.
func NewDeadline(due, basis string, badge fyne.CanvasObject, actions ...fyne.CanvasObject) *fyne.Container {
	figure := NewText(due, Figure, Ink)
	column := Column(0,
		Wrapped(16, 4, figure, Sized(0, figure.MinSize().Height, Middle(badge))),
		NewProse(basis, Body, InkSecond))
	if len(actions) > 0 {
		column.Add(Padded(8, 0, 0, 0, Wrapped(6, 6, actions...)))
	}
	return column
}

const (
	stepCircle = 24
	stepText   = stepCircle + 10 // where the words begin
	stepLift   = 3               // words stand so much below the top of their circle
	stepAir    = 6
)

// Steps draws an explanation: circles joined by a line, the last step in bold. Words break where the room ends, and the
// circles move apart.
func Steps(steps []Step) *fyne.Container {
	c := container.New(stepsLayout{}, NewBox(Rule))
	for i, s := range steps {
		face, ink := Body, s.Ink
		if i == len(steps)-1 {
			face = Strong
		}
		if ink == None {
			ink = InkSecond
		}
		text := Column(0, NewProse(s.Words, face, Ink))
		if s.Source != "" {
			text.Add(NewProse(s.Source, Second, InkAccent))
		}
		c.Add(Stack(NewBox(Band).Rounded(stepCircle/2).Stark(Rule, 1), Centred(NewGlyph(s.Icon, ink, 14))))
		c.Add(text)
	}
	return c
}

// stepsLayout expects the joining line, and then a circle and a text for every step.
type stepsLayout struct{}

func (l stepsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := objects[0].Size().Width
	if len(objects) > 2 {
		width = stepText + objects[2].Size().Width
	}
	return fyne.NewSize(stepText, l.heightAt(objects, max(width, stepText+1)))
}

func (stepsLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for i := 1; i+1 < len(objects); i += 2 {
		if i > 1 {
			height += stepAir
		}
		height += max(stepCircle, stepLift+heightAt(objects[i+1], width-stepText))
	}
	return height
}

func (stepsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y, last := float32(0), float32(0)
	for i := 1; i+1 < len(objects); i += 2 {
		text := heightAt(objects[i+1], size.Width-stepText)
		put(objects[i], 0, y, stepCircle, stepCircle)
		put(objects[i+1], stepText, y+stepLift, size.Width-stepText, text)
		last = y
		y += max(stepCircle, stepLift+text) + stepAir
	}
	put(objects[0], stepCircle/2-1, stepCircle/2, 2, last)
}
