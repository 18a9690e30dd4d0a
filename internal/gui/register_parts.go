package gui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// drawTools draws the filters, how many cases they leave, and what can be done with these.
func (s *registerScreen) drawTools() fyne.CanvasObject {
	t := s.window.env.T
	chips := slices.DeleteFunc(s.model.Chips(), func(c present.FilterChip) bool { return c.Key == "words" })
	count := t("register.count", "n", s.model.Count())
	if n := len(s.model.Checked()); n > 0 {
		count = t("register.count_checked", "checked", n, "n", s.model.Count())
	}
	right := look.Row(8,
		look.NewText(count, look.Body, look.InkSecond),
		look.NewButton(t("register.excel"), look.Icon(theme.IconNameDocumentSave), look.Plain, s.export),
		look.NewButton(t("register.print"), look.Icon(theme.IconNameDocumentPrint), look.Plain, s.model.Print),
	)
	return look.Edged(nil, nil, look.Padded(8, 8, 0, 0, look.Sized(160, 28, s.find.Container)), look.Padded(0, 0, 8, 0, right), look.Padded(0, 0, 8, 0, look.Middle(s.window.newFilterChips(chips, s.setChip))))
}

// setChip changes a filter. The chip that was pressed is drawn anew, so the focus goes on to the list.
func (s *registerScreen) setChip(key, option string) {
	s.model.SetChip(key, option)
	s.window.focus(s.first())
}

func (s *registerScreen) drawViews() fyne.CanvasObject {
	list := look.Column(0)
	for _, v := range s.model.Views() {
		list.Add(newViewItem(v.Words, strconv.Itoa(v.Count), v.On, func() { s.model.ShowView(v.Key) }))
	}
	head := look.Sized(0, 36, look.Padded(0, 0, 12, 12, look.NewText(s.window.env.T("register.views"), look.Strong, look.Ink)))
	return look.NewCard(nil, look.Padded(1, 4, 1, 1, look.Column(0, head, list)))
}

// drawMiddle draws the table, or says why there is nothing in it and what to do.
func (s *registerScreen) drawMiddle() fyne.CanvasObject {
	t := s.window.env.T
	switch {
	case s.model.Wrong() != "":
		banner := look.NewBanner(look.Icon(theme.IconNameError), s.model.Wrong(), look.ToneOver, nil)
		return look.Edged(look.Padded(0, 8, 0, 0, banner), nil, nil, nil, s.table.Container)
	case !s.model.Loaded():
		return look.NewCard(nil, look.NewEmpty(look.Icon(theme.IconNameHistory), look.InkHint, t("register.reading"), "", nil))
	case s.model.Count() > 0:
		return s.table.Container
	case s.model.Filter() == present.Filter{}:
		return look.NewCard(nil, look.NewEmpty(look.Icon(theme.IconNameList), look.InkHint, t("register.empty_office"), t("register.empty_office_next"), s.importButton()))
	}
	chips := look.Row(8)
	for _, c := range s.model.Chips() {
		if c.On {
			chips.Add(look.NewChipOn(c.Words, func() {
				if c.Key == "words" {
					s.find.Entry.Put("")
				}
				s.setChip(c.Key, "")
			}))
		}
	}
	return look.NewCard(nil, look.NewEmpty(look.Icon(theme.IconNameSearch), look.InkHint, t("register.empty"), t("register.empty_next"), chips))
}

// importButton leads an office without cases to those of its older register.
func (s *registerScreen) importButton() fyne.CanvasObject {
	w := s.window
	if !w.frame.model.Offers(present.ImportPlace) {
		return nil
	}
	return look.NewButton(w.env.T("menu.import"), look.Icon(theme.IconNameDownload), look.Plain, func() { w.open(present.Route{Place: present.ImportPlace}) })
}

func (s *registerScreen) drawPreview(p present.Preview) fyne.CanvasObject {
	t := s.window.env.T
	head := look.Row(0, look.NewText(t("register.preview"), look.Strong, look.Ink), look.Spacer(), look.NewKeyCap("F4"))
	if p.Number == "" {
		return look.NewCard(head, look.NewBox(look.None))
	}
	actions := look.Row(16,
		look.NewButton(t("register.open"), nil, look.Plain, func() { s.open(s.model.Chosen()) }).WithKey("Enter"),
		look.NewButton(t("register.letter"), look.Icon(theme.IconNameMailCompose), look.Quiet, s.write))
	foot := look.Edged(look.Line(look.Rule), nil, nil, nil, look.Sized(0, 52, look.Padded(0, 0, 13, 13, actions)))
	return look.NewCard(head, look.Edged(nil, foot, nil, nil, look.NewScrolled(s.previewSheet(p)).Container))
}

func (s *registerScreen) previewSheet(p present.Preview) fyne.CanvasObject {
	t := s.window.env.T
	said := func(words string) fyne.CanvasObject { return look.NewProse(words, look.Body, look.Ink) }
	const label = 74
	facts := look.Column(0, look.NewText(p.Number, look.Subtitle, look.Ink).Elided(), look.Padded(1, 0, 0, 0, said(p.Subject)))
	if p.Kind != "" {
		facts.Add(look.Padded(8, 10, 0, 0, look.Wrapped(6, 6,
			look.NewBadge(look.Icon(theme.IconNameDocument), p.Kind, look.ToneInfo),
			look.NewBadge(look.Icon(theme.IconNameDocumentCreate), p.State, look.ToneNeutral))))
	}
	if p.Due != "" {
		due := look.Row(0, look.NewText(p.Due, look.Strong, look.Ink))
		if p.Weekday != "" {
			due.Add(look.NewText(", "+p.Weekday, look.Body, look.Ink))
		}
		facts.Add(look.Pair(t("register.due"), label, due))
	}
	if icon, ink := urgencySign(p.Urgency); p.Left != "" && icon != nil {
		facts.Add(look.Padded(3, 4, 0, 0, look.Pair("", label, look.Edged(nil, nil, look.Padded(1, 0, 0, 4, look.AtTop(look.NewGlyph(icon, ink, 14))), nil, look.NewProse(p.Left, look.Second, ink)))))
	}
	for _, pair := range [][2]string{{"register.sender", p.Sender}, {"register.unit", p.Unit}, {"register.lead", p.Lead}, {"register.col.turn", p.Turn}} {
		if pair[1] != "" {
			facts.Add(look.Padded(0, 4, 0, 0, look.Pair(t(pair[0]), label, said(pair[1]))))
		}
	}
	sheet := look.Column(0, look.Padded(13, 9, 13, 13, facts))
	if p.Last != "" {
		sheet.Add(look.Line(look.Rule))
		sheet.Add(look.Padded(10, 10, 13, 13, look.Column(2, look.NewText(p.LastAt, look.Second, look.InkSecond), said(p.Last))))
	}
	if p.Text != "" {
		sheet.Add(look.Line(look.Rule))
		sheet.Add(look.Padded(10, 10, 13, 13, look.Column(2, look.NewText(t("register.text"), look.Second, look.InkSecond),
			look.NewProse(p.Text, look.Body, look.InkSecond))))
	}
	return sheet
}

// export asks where the workbook goes.
func (s *registerScreen) export() { s.window.saveAs(s.model.FileName(), s.model.Export) }

// printNow prints the list.
func (s *registerScreen) printNow() { s.model.Print() }
