package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// refusedWidth is that of the card that says why something is not shown.
const refusedWidth = 640

// mistakeHigh is how high the form is in which somebody says that he is named by mistake.
const mistakeHigh = 360

// refused says that the case cannot be shown, by which rule, and what can be done all the same.
func (s *caseScreen) refused(no present.CaseRefused) fyne.CanvasObject {
	t := s.window.env.T
	if f := s.model.Form(); f != nil {
		s.panel, s.shownForm = newFormPanel(s.window, f), f
		return look.InMiddle(refusedWidth, look.Sized(0, mistakeHigh, s.panel.Container))
	}
	s.panel, s.shownForm = nil, nil
	back := look.NewButton(t("case.refused_back"), nil, look.Primary, s.window.back)
	wrong := look.Row(0)
	if no.Mistake {
		wrong.Add(look.NewButton(t("case.refused_wrong"), look.Icon(theme.IconNameQuestion), look.Quiet, s.model.ClaimMistake))
	}
	buttons := look.Row(8, wrong, look.Spacer(), back)
	if no.Explain {
		back = look.NewButton(t("case.refused_back"), nil, look.Plain, s.window.back)
		give := look.NewButton(t("case.refused_explain"), look.Icon(theme.IconNameDocumentCreate), look.Primary, s.model.Explain).WithKey("Enter")
		buttons = look.Row(8, wrong, look.Spacer(), back, give)
	}
	lines := look.Column(0)
	for i, l := range no.Lines {
		if i > 0 {
			lines.Add(look.Line(look.Rule))
		}
		lines.Add(refusedLine(l))
	}
	below := look.Column(12, lines)
	if no.Foot != "" {
		below.Add(look.NewProse(no.Foot, look.Body, look.InkSecond))
	}
	below.Add(buttons)
	content := look.Column(0, refusedTop(no.Title, no.Words), look.Padded(10, 16, 24, 24, below))
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
