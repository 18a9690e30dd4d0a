package gui

import (
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// copyNow is F12: it asks where a copy of the document or letter goes that is looked at, or chosen in the open tab.
func (s *caseScreen) copyNow() bool {
	x, ok := s.copied()
	if ok {
		s.window.saveAs(x.Name, func(path string) { s.model.SaveCopy(x, path) })
	}
	return ok
}

// copied gives what a copy would be saved of.
func (s *caseScreen) copied() (present.CaseCopy, bool) {
	v := s.model.View()
	switch p := s.model.Paper(); {
	case s.panel != nil || !v.Loaded:
		return present.CaseCopy{}, false
	case p != nil:
		return p.Copy, p.Copy.Name != ""
	case s.tab == filesTab && len(v.Files) > 0:
		return s.model.CopyFile(s.files.Items()[max(0, s.files.Chosen())].ID)
	case s.tab == lettersTab && len(v.Letters) > 0:
		return s.model.CopyLetter(v.Letters[max(0, s.letters.Chosen())].ID)
	default:
		return present.CaseCopy{}, false
	}
}

// copyButton saves a copy by the mouse.
func (s *caseScreen) copyButton(on bool) *look.Button {
	b := look.NewButton(s.window.env.T("case.copy"), look.Icon(theme.IconNameDocumentSave), look.Plain, func() { s.copyNow() })
	if s.window.Canvas().Size().Width >= keyCapWidth {
		b.WithKey("F12")
	}
	b.Allow(on)
	return b
}
