package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// taskTerms are the terms of the tasks under that of the reply, each with how much is left of it.
func taskTerms(all []present.CaseTask) fyne.CanvasObject {
	rows := look.Column(6)
	for _, t := range all {
		rows.Add(look.Edged(nil, nil, nil, look.AtTop(look.Padded(0, 0, 8, 0, badge(t.Left))), look.Padded(2, 0, 0, 0, look.NewProse(t.Words, look.Second, look.Ink))))
	}
	return look.Padded(10, 10, 13, 13, rows)
}

// taskSteps explains them.
func taskSteps(all []present.CaseTask) fyne.CanvasObject {
	column := look.Column(0)
	for _, t := range all {
		if len(t.Steps) > 0 {
			column.Add(look.Padded(6, 8, 13, 13, look.Column(8, look.NewProse(t.Words, look.SecondBold, look.Ink), look.Steps(stepsOf(t.Steps)))))
		}
	}
	return column
}
