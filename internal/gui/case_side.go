package gui

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// drawTerm is the card of the deadline. Beside a form it is only looked at.
func (s *caseScreen) drawTerm(v *present.CaseView) fyne.CanvasObject {
	t := s.window.env.T
	title := t("case.term_title")
	if s.model.Form() != nil {
		title = t("case.term_now")
	}
	header := look.NewHeader(look.IconClock, title)
	if !v.Term.Has {
		none := look.Padded(12, 12, 13, 13, look.NewProse(v.Term.Basis, look.Body, look.InkSecond))
		return look.NewCard(header, look.AtTop(look.Column(0, none, taskTerms(v.Term.Tasks), taskSteps(v.Term.Tasks))))
	}
	block := look.NewDeadline(v.Term.Due, v.Term.Basis, badge(v.Term.Left), s.termButtons(v)...)
	details := look.Column(0)
	if len(v.Term.Warnings) > 0 {
		warnings := look.Column(6)
		for _, w := range v.Term.Warnings {
			warnings.Add(look.NewBanner(look.Icon(theme.IconNameWarning), w, look.ToneSoon, nil))
		}
		details.Add(look.Padded(10, 0, 13, 13, warnings))
	}
	if v.Term.Told != "" {
		details.Add(look.Padded(10, 0, 13, 13, look.NewBanner(look.Icon(theme.IconNameInfo), v.Term.Told, look.ToneInfo, nil)))
	}
	if s.explain {
		details.Add(look.Padded(12, 8, 13, 13, look.Steps(stepsOf(v.Term.Steps))))
		if v.Term.Law != "" {
			sign := look.AtTop(look.Padded(8, 0, 8, 8, look.NewGlyph(look.Icon(theme.IconNameInfo), look.InkSecond, 16)))
			law := look.Edged(nil, nil, sign, nil, look.Padded(7, 7, 0, 8, look.NewProse(v.Term.Law, look.Second, look.Ink)))
			details.Add(look.Padded(0, 10, 13, 13, look.Stack(look.NewBox(look.Ground).Rounded(4).Stark(look.Rule, 1), law)))
		}
		details.Add(taskSteps(v.Term.Tasks))
	}
	if under := s.underTerm(); len(under) > 0 {
		details.Add(look.Padded(2, 10, 13, 13, look.Wrapped(6, 6, under...)))
	}
	if s.showsMonth() {
		details.Add(look.Line(look.Rule))
		details.Add(look.Padded(8, 10, 13, 13, s.month(v)))
	}
	top := look.Column(0, look.Padded(10, 12, 13, 13, block), look.Line(look.Rule))
	if len(v.Term.Tasks) > 0 {
		top.Add(taskTerms(v.Term.Tasks))
		top.Add(look.Line(look.Rule))
	}
	content := look.Tall(top, look.NewScrolled(details).Container)
	if s.narrow { // every line counts
		return look.NewCard(nil, content)
	}
	return look.NewCard(header, content)
}

// showsMonth tells whether there is room for the month, or somebody asked for it.
func (s *caseScreen) showsMonth() bool { return !s.narrow || s.calendar }

func (s *caseScreen) termButtons(v *present.CaseView) []fyne.CanvasObject {
	if s.model.Form() != nil {
		return nil
	}
	t := s.window.env.T
	buttons := []fyne.CanvasObject{s.turning(t("case.explain"), look.Icon(theme.IconNameInfo), &s.explain)}
	if v.MayWait {
		words := t("case.waits")
		if v.Waits {
			words = t("case.came")
		}
		buttons = append(buttons, look.NewButton(words, look.Icon(theme.IconNameAccount), look.Plain, s.model.Wait))
	}
	if v.Term.MayExtend {
		buttons = append(buttons, look.NewButton(t("case.extend"), look.IconExtend, look.Plain, func() { s.model.Press("Y") }))
	}
	return buttons
}

// underTerm are the buttons below the explanation: its sheet, and the month where there is no room to show it always.
func (s *caseScreen) underTerm() []fyne.CanvasObject {
	if s.model.Form() != nil {
		return nil
	}
	t := s.window.env.T
	var buttons []fyne.CanvasObject
	if s.narrow {
		buttons = append(buttons, s.turning(t("case.calendar"), look.Icon(theme.IconNameCalendar), &s.calendar))
	}
	if s.explain {
		buttons = append(buttons, look.NewButton(t("calendar.print_term"), look.Icon(theme.IconNameDocumentPrint), look.Plain, s.model.PrintTerm))
	}
	return buttons
}

// turning is a button that shows something and hides it again.
func (s *caseScreen) turning(words string, icon fyne.Resource, what *bool) fyne.CanvasObject {
	face := look.Plain
	if *what {
		face = look.Pressed
	}
	return look.NewButton(words, icon, face, func() {
		*what = !*what
		s.redraw()
	})
}

func stepsOf(all []present.CaseStep) []look.Step {
	steps := make([]look.Step, len(all))
	for i, x := range all {
		steps[i] = look.Step{Icon: caseIcon(x.Icon), Words: x.Words, Source: x.Source}
		switch x.Icon {
		case present.IconSkipped:
			steps[i].Ink = look.InkToday
		case present.IconDone, present.IconKind, present.IconExtended:
			steps[i].Ink = look.InkAccent
		default:
		}
	}
	return steps
}

// extensionMonth tells which month the form to extend wants to be seen.
func (s *caseScreen) extensionMonth() string {
	if x := s.model.Extension(); x != nil {
		return fmt.Sprint(x.Month)
	}
	return strconv.FormatBool(s.model.Form() != nil)
}

func (s *caseScreen) month(v *present.CaseView) fyne.CanvasObject {
	t := s.window.env.T
	m := v.Term.Month
	legend := []look.DayLegend{
		{Kind: look.ComputedDay, Words: t("case.legend_counted")},
		{Kind: look.DueDay, Words: t("case.legend_due")},
		{Kind: look.FreeDay, Words: t("case.legend_free")},
		{Kind: look.HolidayDay, Words: t("case.legend_holiday")},
	}
	if x := s.model.Extension(); x != nil && len(x.Month.Days) > 0 {
		m = x.Month
		legend = []look.DayLegend{{Kind: look.DueDay, Words: t("case.legend_new")}, {Kind: look.ComputedDay, Words: t("case.legend_latest")}}
	}
	days := make([]look.MonthDay, len(m.Days))
	for i, d := range m.Days {
		days[i] = look.MonthDay{Number: d.Number, Kind: monthKinds[d.Kind]}
	}
	return look.Column(8, look.NewMonth(m.Name, s.window.weekdays(), days), look.NewDayLegend(legend...))
}

var monthKinds = map[present.DayKind]look.DayKind{
	present.PlainDay: look.Workday, present.FreeDay: look.FreeDay, present.HolidayDay: look.HolidayDay,
	present.CountedDay: look.ComputedDay, present.EndDay: look.DueDay, present.LimitDay: look.ComputedDay,
}

// drawPeople is the column of the people.
func (s *caseScreen) drawPeople(v *present.CaseView) fyne.CanvasObject {
	return look.Padded(-4, -4, -4, -4, look.NewScrolled(look.Padded(4, 4, 4, 4, s.peopleCards(v))).Container)
}

func (s *caseScreen) peopleCards(v *present.CaseView) *fyne.Container {
	t := s.window.env.T
	p := v.People
	card := func(h fyne.CanvasObject, content ...fyne.CanvasObject) fyne.CanvasObject {
		return look.NewCard(h, look.Padded(9, 10, 13, 13, look.Column(3, content...)))
	}
	cards := look.Column(12, card(look.NewHeader(look.Icon(theme.IconNameAccount), t("case.sender")), s.senderLines(p)...))
	if len(p.Touched) > 0 {
		var lines []fyne.CanvasObject
		for _, who := range p.Touched {
			lines = append(lines, look.NewProse(who, look.Body, look.Ink))
		}
		cards.Add(card(look.NewHeader(look.IconPeople, t("field.affected")), lines...))
	}
	if len(p.Work) > 0 {
		var lines []fyne.CanvasObject
		for _, x := range p.Work {
			lines = append(lines, look.Pair(x.Label, 74, look.NewProse(x.Value, look.Body, look.Ink)))
		}
		cards.Add(card(look.NewHeader(look.IconPeople, t("case.work")), lines...))
	}
	if p.Limits != "" {
		cards.Add(card(look.NewHeader(look.IconLock, t("case.limits")), look.NewProse(p.Limits, look.Body, look.Ink)))
	}
	if len(p.Links) > 0 {
		header := look.NewHeader(look.IconLink, t("case.links"))
		if v.MayLink {
			tie := look.NewButton("", look.Icon(theme.IconNameContentAdd), look.Quiet, func() { s.model.Press("L") })
			header = look.Edged(nil, nil, nil, look.Padded(0, 0, 8, -6, tie), header)
		}
		cards.Add(card(header, s.links(p.Links)))
	}
	return cards
}

func (s *caseScreen) senderLines(p present.CasePeople) []fyne.CanvasObject {
	lines := []fyne.CanvasObject{look.NewProse(p.Name, look.Subtitle, look.Ink)}
	for _, l := range p.Lines {
		lines = append(lines, look.NewProse(l, look.Body, look.InkSecond))
	}
	for _, m := range p.Marks {
		sign := look.AtTop(look.Padded(2, 0, 0, 6, look.NewGlyph(look.Icon(theme.IconNameInfo), look.InkToday, 14)))
		lines = append(lines, look.Edged(nil, nil, sign, nil, look.NewProse(m, look.Body, look.InkToday)))
	}
	for _, x := range p.Pairs {
		lines = append(lines, look.Pair(x.Label, 74, look.NewProse(x.Value, look.Body, look.Ink)))
	}
	if len(p.Earlier) > 0 {
		lines = append(lines, look.Padded(5, 4, 0, 0, look.Line(look.Rule)),
			look.NewText(s.window.env.T("case.earlier", "n", len(p.Earlier)), look.Second, look.InkSecond),
			s.links(p.Earlier[:min(len(p.Earlier), mostEarlier)]))
	}
	return lines
}

// mostEarlier are the earlier cases of a sender that are listed; the others are in the register.
const mostEarlier = 6

// links lists other cases; a press opens one.
func (s *caseScreen) links(all []present.CaseLink) *fyne.Container {
	column := look.Column(2)
	for _, l := range all {
		column.Add(newLink(l.Words, l.More, func() {
			if l.Case != (present.CaseLink{}).Case {
				s.model.OpenCase(l.Case)
			}
		}))
	}
	return column
}

// drawForm shows the form of the action that is being taken, and what stands beside its fields.
func (s *caseScreen) drawForm() {
	f := s.model.Form()
	if f != s.shownForm {
		s.shownForm, s.panel = f, nil
		s.layoutShown = ""
		if f != nil {
			s.panel = newFormPanel(s.window, f)
			redraw := f.Changed
			f.Changed = func() {
				redraw()
				if s.model.Form() == f {
					s.drawTermPart(s.model.View())
					s.drawExtension()
				}
			}
		} else {
			s.window.Canvas().Unfocus()
		}
		s.previewShown = nil
	}
	s.drawExtension()
}

// drawExtension shows beside the form to extend the letter that belongs to it.
func (s *caseScreen) drawExtension() {
	x := s.model.Extension()
	if s.panel == nil || x == nil || s.narrow {
		return
	}
	if shown := fmt.Sprintf("%p %s", x.Page, x.Words); s.previewShown != any(shown) {
		s.previewShown = shown
		s.panel.beside(280, s.preview(x))
	}
}

// preview shows the letter that has to be written first.
func (s *caseScreen) preview(x *present.Extension) fyne.CanvasObject {
	sheet := look.Stack(look.NewBox(look.Ground).Bordered(look.Border, 1).Rounded(4),
		look.NewEmpty(look.Icon(theme.IconNameDocument), look.InkSecond, x.Words, x.More, nil))
	if x.Page != nil {
		sheet = look.NewPage(x.Page)
	}
	title := look.NewText(s.window.env.T("case.preview"), look.Second, look.InkSecond)
	return look.Tall(look.Padded(0, 4, 0, 0, title), look.AtTop(look.Sized(0, 372, sheet)))
}

// drawPaper shows a document or a letter beside the case.
func (s *caseScreen) drawPaper(p *present.Paper) fyne.CanvasObject {
	shut := look.NewButton("", look.Icon(theme.IconNameCancel), look.Quiet, func() { s.model.ClosePaper() })
	name := look.NewText(p.Name, look.Strong, look.Ink).Elided()
	header := look.Edged(nil, nil, nil, look.Padded(0, 0, 8, -6, look.Row(4, s.copyButton(p.Copy.Name != "").High(24), shut)), look.Middle(name))
	var open, note fyne.CanvasObject
	if p.Open != nil && p.Note != "" {
		open = look.NewButton(s.window.env.T("case.open_outside"), look.Icon(theme.IconNameComputer), look.Plain, p.Open)
	}
	if p.Note != "" && len(p.Pages) > 0 {
		note = look.NewProse(p.Note, look.Second, look.InkSecond)
		if open != nil {
			note = look.Column(6, note, look.Row(0, open))
		}
		note = look.Padded(6, 8, 13, 13, note)
	}
	var content fyne.CanvasObject
	switch {
	case p.Text != "":
		content = look.NewScrolled(look.Padded(12, 12, 16, 16, look.NewProse(p.Text, look.Body, look.Ink))).Container
	case p.Note != "" && note == nil:
		content = look.NewEmpty(look.Icon(theme.IconNameDocument), look.InkHint, p.Note, "", open)
	default:
		pages := look.NewPageView()
		pages.Empty(look.NewSkeleton(12))
		pages.Put(p.Pages)
		content = look.Padded(1, 1, 1, 1, pages)
	}
	return look.NewCard(header, look.Edged(nil, note, nil, nil, content))
}
