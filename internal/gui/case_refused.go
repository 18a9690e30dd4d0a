package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// refusedWidth is that of the card that says why something is not shown.
const refusedWidth = 640

// refused says that the case cannot be shown, by which rule, and what can be done all the same.
func (s *caseScreen) refused(no present.CaseRefused) fyne.CanvasObject {
	t := s.window.env.T
	back := look.NewButton(t("case.refused_back"), nil, look.Primary, s.window.back)
	buttons := look.Row(8, look.Spacer(), back)
	if no.Explain {
		back = look.NewButton(t("case.refused_back"), nil, look.Plain, s.window.back)
		give := look.NewButton(t("case.refused_explain"), look.Icon(theme.IconNameDocumentCreate), look.Primary, s.model.Explain).WithKey("Enter")
		buttons = look.Row(8, look.Spacer(), back, give)
	}
	lines := look.Column(0)
	for i, l := range no.Lines {
		if i > 0 {
			lines.Add(look.Line(look.Rule))
		}
		lines.Add(refusedLine(l))
	}
	foot := look.NewProse(no.Foot, look.Body, look.InkSecond)
	content := look.Column(0, refusedTop(no.Title, no.Words), look.Padded(10, 16, 24, 24, look.Column(12, lines, foot, buttons)))
	return look.Padded(0, 0, 16, 16, look.InMiddle(refusedWidth, look.NewCard(nil, content)))
}

// refusedTop says what cannot be done, and why.
func refusedTop(title, why string) fyne.CanvasObject {
	words := look.Column(4, look.NewProse(title, look.Title, look.Ink), look.NewProse(why, look.Body, look.Ink))
	lock := look.AtTop(look.Padded(0, 0, 0, 18, look.NewGlyph(look.IconLock, look.InkOver, 32)))
	return look.Stack(look.NewBox(look.SoftOver).Rounded(6).Stark(look.InkOver, 2), look.Padded(20, 20, 24, 24, look.Edged(nil, nil, lock, nil, words)))
}

func refusedLine(l present.CaseRefusedLine) fyne.CanvasObject {
	words := look.Column(0, look.NewProse(l.Words, look.Body, look.Ink))
	if l.Law != "" {
		words.Add(look.NewProse(l.Law, look.Body, look.InkAccent))
	}
	sign := look.AtTop(look.Padded(1, 0, 0, 12, look.NewGlyph(caseIcon(l.Icon), look.InkSecond, 18)))
	label := look.Sized(132, 0, look.AtTop(look.NewText(l.Label, look.Body, look.InkSecond)))
	return look.Padded(10, 9, 0, 0, look.Edged(nil, nil, look.Edged(nil, nil, sign, nil, label), nil, words))
}
