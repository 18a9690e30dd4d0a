package gui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// listPane is the letters that wait, with their order and what belongs to all of them.
func (s *approvalScreen) listPane() fyne.CanvasObject {
	t := s.window.env.T
	s.listTitle = look.NewText("", look.Strong, look.Ink)
	order := []string{t("approval.by_due"), t("approval.by_since")}
	sort := look.NewButton(order[0], nil, look.Quiet, nil)
	sort.Trailing = look.Icon(theme.IconNameArrowDropDown)
	current := 0
	sort.OnTapped = func() {
		look.ShowOptions(sort, order, current, func(i int) {
			current = i
			sort.Say(order[i], nil, look.Quiet)
			s.model.SortBySince(i == 1)
		})
	}
	top := look.Edged(nil, look.Line(look.Rule), nil, nil, look.Padded(6, 5, 12, 4, look.Row(8, s.listTitle, look.Spacer(), sort)))
	pane := look.Edged(look.Sized(0, 40, top), s.foot, nil, nil, s.list)
	edge := look.Edged(nil, nil, nil, look.Sized(1, 0, look.NewBox(look.Rule)), pane)
	return look.Stack(look.NewBox(look.Surface), edge)
}

func (s *approvalScreen) paperPane() fyne.CanvasObject {
	row := look.Edged(nil, nil, nil, look.Row(8, s.turn, s.details), look.Middle(look.Clipped(look.Row(8, s.paperTitle, s.count))))
	s.middle = look.Tall(look.Sized(0, 40, look.Padded(6, 6, 16, 16, row)), look.Stack(s.paper, s.compare.Container))
	return look.Stack(look.NewBox(look.Band), s.middle)
}

func (s *approvalScreen) sidePane() fyne.CanvasObject {
	return look.Edged(s.back, nil, look.Sized(1, 0, look.NewBox(look.Rule)), nil, s.side)
}

// redrawBanner says for whom one stands in, and what went wrong.
func (s *approvalScreen) redrawBanner() {
	words, wrong := s.model.StandsIn(), s.model.Summary
	if now := words + "\n" + wrong; now != s.bannerOf {
		s.bannerOf = now
		var all []fyne.CanvasObject
		if words != "" {
			all = append(all, look.NewBanner(look.Icon(theme.IconNameAccount), words, look.ToneInfo, nil))
		}
		if wrong != "" {
			all = append(all, look.NewBanner(look.Icon(theme.IconNameError), wrong, look.ToneOver, nil))
		}
		look.Swap(s.banner, look.Column(2, all...))
		s.content.Refresh()
	}
}

// redrawFoot says what belongs to the whole list.
func (s *approvalScreen) redrawFoot() {
	t := s.window.env.T
	mine, others := s.model.Turns()
	ticked, tickable := s.model.Ticked()
	title := t("approval.list")
	if s.model.Others() {
		title = t("approval.list_all")
	}
	s.listTitle.SetWords(title)
	now := fmt.Sprint(mine, others, ticked, tickable, s.model.Last(), s.model.Others())
	if now == s.footOf {
		return
	}
	s.footOf = now
	var all []fyne.CanvasObject
	if last := s.model.Last(); last != "" {
		all = append(all, look.NewProse(last, look.Second, look.InkSecond))
	}
	if tickable > 0 {
		all = append(all, look.NewProse(t("approval.many_note"), look.Second, look.InkSecond))
		many := look.NewButton(t("approval.many", "n", ticked), look.Icon(theme.IconNameConfirm), look.Plain, s.model.ApproveTicked)
		many.Allow(ticked > 0)
		all = append(all, look.AtTop(many))
	}
	if others > 0 {
		words := t("approval.show_others", "n", others)
		if s.model.Others() {
			words = t("approval.hide_others")
		}
		all = append(all, look.Padded(0, 0, -10, 0, look.Row(0, look.NewButton(words, nil, look.Quiet, func() { s.model.ShowOthers(!s.model.Others()) }))))
	}
	if len(all) == 0 {
		look.Swap(s.foot)
	} else {
		look.Swap(s.foot, look.Tall(look.Line(look.Rule), look.Padded(8, 8, 12, 12, look.Column(6, all...))))
	}
	s.content.Refresh()
}

// redrawEmpty says that nothing waits, in the place of the paper.
func (s *approvalScreen) redrawEmpty() {
	empty := s.model.Loaded() && len(s.model.Rows()) == 0
	if empty == s.emptyOf {
		return
	}
	s.emptyOf = empty
	t := s.window.env.T
	if !empty {
		s.paper.Empty(look.NewSkeleton(12))
		return
	}
	next := t("approval.empty_next")
	if last := s.model.Last(); last != "" {
		next = last
	}
	s.paper.Empty(look.NewEmpty(look.Icon(theme.IconNameConfirm), look.InkOK, t("approval.empty"), next, nil))
}

// redrawSide shows the case of the letter, or the form that is open.
func (s *approvalScreen) redrawSide() {
	if f := s.model.Form(); f != s.form {
		s.form, s.panel = f, nil
		s.sideOf = ""
		if f != nil {
			s.panel = newFormPanel(s.window, f)
			look.Swap(s.side, look.Padded(12, 12, 12, 12, look.Tall(look.Sized(0, 320, s.panel.Container), look.NewBox(look.None))))
			s.opened = true
			s.fold()
			s.window.focus(s.panel.first())
			return
		}
		s.opened = false
		s.fold()
		s.window.focus(s.list)
	}
	if s.form != nil {
		return
	}
	d := s.model.Detail()
	now := fmt.Sprint(d.Loaded, d.Trouble, d.Due, d.Left, d.Text, d.Papers, d.Way)
	if now == s.sideOf {
		return
	}
	s.sideOf = now
	if !d.Loaded {
		look.Swap(s.side, s.unread(d))
		return
	}
	cards := look.Column(12)
	if d.Due != "" {
		cards.Add(s.dueCard(d))
	}
	cards.Add(s.textCard(d))
	cards.Add(s.papersCard(d))
	cards.Add(s.wayCard(d))
	look.Swap(s.side, look.NewScrolled(look.Padded(12, 12, 12, 12, cards)).Container)
}

func (s *approvalScreen) unread(d present.Detail) fyne.CanvasObject {
	if d.Trouble == "" {
		return look.NewBox(look.None)
	}
	return look.NewEmpty(look.Icon(theme.IconNameWarning), look.InkToday, d.Trouble, "", nil)
}

// card is a card with air around its content.
func card(head, content fyne.CanvasObject) fyne.CanvasObject {
	return look.NewCard(head, look.Padded(12, 12, 12, 12, content))
}

func (s *approvalScreen) dueCard(d present.Detail) fyne.CanvasObject {
	icon, _ := urgencySign(d.Urgency)
	basis := strings.Join(d.Basis, "\n")
	if d.Left == "" {
		return card(nil, look.NewDeadline(d.Due, basis, look.NewBox(look.None)))
	}
	return card(nil, look.NewDeadline(d.Due, basis, look.NewBadge(icon, d.Left, urgencyTone(d.Urgency))))
}

func (s *approvalScreen) textCard(d present.Detail) fyne.CanvasObject {
	t := s.window.env.T
	sheets := ""
	if d.Sheets > 0 {
		sheets = t("approval.sheets", "n", d.Sheets)
	}
	head := look.NewHeader(look.Icon(theme.IconNameDocument), t("approval.text"), look.NewText(sheets, look.Second, look.InkSecond))
	open := look.Padded(0, 0, -10, 0, look.Row(0, look.NewButton(t("approval.open_case"), nil, look.Quiet, s.model.OpenCase)))
	return card(head, look.Column(6, look.NewProse(d.Text, look.Body, look.Ink), open))
}

func (s *approvalScreen) papersCard(d present.Detail) fyne.CanvasObject {
	t := s.window.env.T
	rows := look.Column(2)
	for i, p := range d.Papers {
		sheets := ""
		if p.Sheets > 0 {
			sheets = t("approval.sheets", "n", p.Sheets)
		}
		glyph := look.Padded(0, 0, 0, 8, look.Centred(look.NewGlyph(look.Icon(theme.IconNameDocument), look.InkSecond, 14)))
		rows.Add(look.Padded(0, 0, -12, -12, newLinkRow(glyph, p.Name, sheets, func() { s.model.OpenPaper(i) })))
	}
	if len(d.Papers) == 0 {
		rows.Add(look.NewProse(t("approval.no_papers"), look.Body, look.InkSecond))
	}
	return card(look.NewHeader(look.Icon(theme.IconNameMailAttachment), t("approval.papers")), rows)
}

func (s *approvalScreen) wayCard(d present.Detail) fyne.CanvasObject {
	rows := look.Column(6)
	for _, w := range d.Way {
		icon, ink := wayIcon(w.Action)
		sign := look.AtTop(look.Padded(2, 0, 0, 8, look.NewGlyph(icon, ink, 14)))
		at := look.AtTop(look.Padded(1, 0, 8, 0, look.NewText(w.At, look.Second, look.InkSecond)))
		rows.Add(look.Edged(nil, nil, sign, at, look.NewProse(w.Words, look.Body, look.Ink)))
	}
	return card(look.NewHeader(look.Icon(theme.IconNameHistory), s.window.env.T("approval.way")), rows)
}

func wayIcon(a domain.Action) (fyne.Resource, fyne.ThemeColorName) {
	switch a {
	case domain.DoEndorse:
		return look.Icon(theme.IconNameConfirm), look.InkOK
	case domain.DoReturn:
		return look.Icon(theme.IconNameMailReply), look.InkToday
	case domain.DoSubmit:
		return look.IconStamp, look.InkSecond
	default:
		return look.Icon(theme.IconNameDocumentCreate), look.InkSecond
	}
}

// redrawBar shows what may be done, and why something may not.
func (s *approvalScreen) redrawBar() {
	acts := s.model.Acts()
	words, no := s.model.Reason()
	folded := s.width > 0 && s.width < 1200
	if s.form != nil {
		acts = nil
	}
	tight := s.width > 0 && s.width < tiny
	now := fmt.Sprint(acts, words, folded, tight)
	if now == s.barOf {
		return
	}
	s.barOf = now
	if len(acts) == 0 {
		look.Swap(s.bar)
		s.content.Refresh()
		return
	}
	buttons := look.Row(8)
	for i, a := range acts {
		face := look.Plain
		if i == len(acts)-1 {
			face = look.Primary
		}
		b := look.NewButton(a.Words, actIcon(a.Action), face, func() { s.model.Do(a.Action) }).High(32)
		if !folded {
			b.WithKey(a.Key)
		}
		b.Allow(a.Why == "")
		buttons.Add(b)
	}
	ink := look.InkSecond
	if no {
		ink = look.InkToday
	}
	reason := look.NewProse(words, look.Second, ink).AtMost(3)
	row := look.Edged(nil, nil, nil, look.Padded(9, 9, 0, 0, buttons), look.Middle(look.Padded(0, 0, 0, 16, reason)))
	if tight { // nothing is left beside the buttons
		row = look.Column(0, look.Padded(8, 0, 0, 0, reason), look.Padded(6, 9, 0, 0, look.Row(0, look.Spacer(), buttons)))
	}
	line := look.Edged(look.Line(look.Rule), nil, nil, nil, look.Padded(0, 0, 16, 16, row))
	look.Swap(s.bar, look.NewBox(look.Surface), line)
	s.content.Refresh()
}

func actIcon(a domain.Action) fyne.Resource {
	switch a {
	case domain.DoReturn:
		return look.Icon(theme.IconNameMailReply)
	case domain.DoDraft, domain.DoSign:
		return look.Icon(theme.IconNameDocumentCreate)
	default:
		return look.Icon(theme.IconNameConfirm)
	}
}
