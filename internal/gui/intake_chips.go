package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// intakeChips are things that were picked, each with a cross that takes it away. They are made anew only when others
// were picked, so that the focus stays.
type intakeChips struct {
	line  *fyne.Container
	icon  fyne.Resource
	shown []present.IntakeChip
	last  fyne.CanvasObject // after the chips; nil = nothing
}

func newIntakeChips(icon fyne.Resource, last fyne.CanvasObject) *intakeChips {
	c := &intakeChips{line: look.Wrapped(8, 6), icon: icon, last: last}
	if last != nil {
		c.line.Add(last)
	}
	return c
}

// put shows chips; it tells whether others were shown before.
func (c *intakeChips) put(chips []present.IntakeChip, remove func(key string)) bool {
	if slices.Equal(chips, c.shown) {
		return false
	}
	c.shown = chips
	c.line.Objects = nil
	for _, x := range chips {
		b := look.NewButton(x.Words, c.icon, look.Chip, func() { remove(x.Key) })
		b.Trailing = look.Icon(theme.IconNameCancel)
		c.line.Add(b)
	}
	if c.last != nil {
		c.line.Add(c.last)
	}
	return true
}

// aboutRow names whom the submission is about.
func (s *intakeScreen) aboutRow() {
	t := s.window.env.T
	x := s.model.Field(present.IntakeRespondents)
	s.about = newIntakeChips(look.Icon(theme.IconNameAccount), nil)
	s.about.line.Hide()
	pick := look.NewChoice(t("intake.against_prompt"), nil, nil)
	pick.OnChosen = func(i int) {
		pick.Put(-1)
		s.model.Name(x.Options[i].Key, true)
	}
	s.inputs[x.Key] = pick
	hidden := look.Row(6, look.NewGlyph(look.IconLock, look.InkHint, 14), look.NewText(t("intake.against_hidden"), look.Second, look.InkHint))
	hidden.Hide()
	var offered []string
	var r *intakeRow
	r = s.row(x.Label, look.Column(6, s.about.line, look.Edged(nil, nil, nil, look.Padded(0, 0, 8, 0, hidden), pick)), func() {
		if words := wordsOfOptions(x.Options); !slices.Equal(words, offered) {
			offered = words
			pick.SetOptions(words, -1)
		}
		r.label.SetWords(x.Label)
		s.appear(hidden, len(x.Picked) > 0 && s.model.Kind() != domain.Praise)
		s.grown = s.about.put(s.model.Respondents(), func(key string) { s.model.Name(key, false) }) || s.grown
		s.appear(s.about.line, len(x.Picked) > 0)
	}, x.Key)
}

// linkRow shows the cases that the new one is tied to.
func (s *intakeScreen) linkRow() {
	s.links = newIntakeChips(look.IconLink, nil)
	s.row(s.window.env.T("intake.links"), s.links.line, func() {
		s.grown = s.links.put(s.model.Links(), s.model.Unlink) || s.grown
	}, "links")
}

// fileRow shows the documents that will be attached, and where to drop more.
func (s *intakeScreen) fileRow() {
	t := s.window.env.T
	drop := look.NewButton(t("intake.files_prompt"), look.Icon(theme.IconNameMailAttachment), look.Plain, s.chooseFile)
	s.files = newIntakeChips(look.Icon(theme.IconNameDocument), drop)
	s.row(t("intake.files"), s.files.line, func() {
		var chips []present.IntakeChip
		for _, f := range s.model.Files() {
			chips = append(chips, present.IntakeChip{Key: f.Path, Words: f.Name})
		}
		s.grown = s.files.put(chips, s.model.DropFile) || s.grown
	}, "files")
}

// chooseFile asks for a document, where there is a way to ask.
func (s *intakeScreen) chooseFile() {
	if s.window.picker != nil {
		s.window.picker.Open(nil, func(path string) { s.model.AddFiles(path) })
	}
}
