package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

const (
	destroyFormWide = 430
	destroyListWide = 300
)

func (s *destroyScreen) redraw() {
	m := s.model
	if m.Form() != s.form || m.Form() == nil {
		s.form, s.panel = m.Form(), nil
		if s.form != nil {
			s.panel = newFormPanel(s.window, s.form)
		}
		s.lay()
		if s.panel != nil && s.window.screen == s {
			s.window.focus(s.panel.first())
		}
	}
	words, can := m.ProposeWords()
	s.propose.Say(words, look.Icon(theme.IconNameStorage), look.Primary)
	s.propose.Allow(can)
	s.tabs.Put(m.Part())
	s.tabs.SetCounts(-1, m.Waiting())
	s.kept.Rows.SetItems(m.Rows(), max(s.kept.Rows.Chosen(), 1))
	s.lists.SetItems(m.Lists(), m.ChosenAt())
	look.Swap(s.tools, s.drawTools())
	notices := []fyne.CanvasObject{s.tabs}
	if m.Wrong() != "" {
		notices = append(notices, look.NewRefusal(m.Wrong(), "", look.Icon(theme.IconNameError), nil))
	} else if m.Part() == present.DestroyKept && m.Loaded() && m.Any() {
		notices = append(notices, look.NewProse(m.Lead(), look.Second, look.InkSecond))
	}
	look.Swap(s.notice, look.Padded(0, 8, 0, 0, look.Column(8, notices...)))
	s.below.Refresh()
	if s.window.screen == s {
		s.window.retitle()
	}
}

// lay puts the part that is shown beside the form that is open.
func (s *destroyScreen) lay() {
	shown := s.drawPart()
	switch {
	case s.panel == nil:
		look.Swap(s.middle, shown)
	case s.narrow:
		look.Swap(s.middle, s.panel.Container)
	case s.model.Part() == present.DestroyLists: // in the place of the list that it is about
		look.Swap(s.middle, look.Panes(12, []float32{destroyListWide, 0}, look.NewCard(nil, look.Padded(1, 1, 1, 1, s.lists)), s.panel.Container))
	default:
		look.Swap(s.middle, look.Panes(12, []float32{0, destroyFormWide}, shown, s.panel.Container))
	}
}

func (s *destroyScreen) drawTools() fyne.CanvasObject {
	if s.model.Part() == present.DestroyLists {
		return look.Middle(look.NewText(s.window.env.T("destroy.lists_lead"), look.Second, look.InkSecond).Elided())
	}
	chips := s.window.newFilterChips(s.model.Chips(), s.model.SetChip)
	count := look.NewText(s.model.Summary(), look.Body, look.InkSecond)
	return look.Edged(nil, nil, nil, look.Padded(0, 0, 8, 0, look.Middle(count)), look.Middle(chips))
}

// drawPart draws the part that is shown, or says why there is nothing in it.
func (s *destroyScreen) drawPart() fyne.CanvasObject {
	t, m := s.window.env.T, s.model
	sign := look.Icon(theme.IconNameStorage)
	switch {
	case !m.Loaded():
		return look.NewSkeleton(12)
	case m.Part() == present.DestroyLists:
		return s.drawLists()
	case !m.Any():
		return look.NewCard(nil, look.NewEmpty(sign, look.InkHint, t("destroy.empty"), t("destroy.empty_next"), nil))
	case len(m.Rows()) == 0:
		if m.Filter().All {
			return look.NewCard(nil, look.NewEmpty(sign, look.InkHint, t("destroy.none_over"), t("destroy.none_over_next"), nil))
		}
		all := look.NewButton(t("destroy.chip_all"), nil, look.Plain, func() { m.SetChip("all", "") })
		return look.NewCard(nil, look.NewEmpty(sign, look.InkHint, t("destroy.none_over"), t("destroy.none_over_next"), all))
	default:
		return s.kept.Container
	}
}

// drawLists draws the lists, and beside them the chosen one.
func (s *destroyScreen) drawLists() fyne.CanvasObject {
	t := s.window.env.T
	view, ok := s.model.View()
	if !ok {
		return look.NewCard(nil, look.NewEmpty(look.Icon(theme.IconNameList), look.InkHint, t("destroy.no_lists"), t("destroy.no_lists_next"), nil))
	}
	list := look.NewCard(nil, look.Padded(1, 1, 1, 1, s.lists))
	if s.narrow {
		return look.YieldingPanes(12, formLeast, []float32{destroyListWide - 60, 0}, list, s.drawList(view))
	}
	return look.Panes(12, []float32{destroyListWide, 0}, list, s.drawList(view))
}

// drawList draws the chosen list: who stands for it, what comes next, what can be done, and its cases.
func (s *destroyScreen) drawList(v present.DestroyView) fyne.CanvasObject {
	t := s.window.env.T
	s.cases.Rows.SetItems(v.Cases, max(s.cases.Rows.Chosen(), 0))
	about := look.Column(6)
	for _, p := range v.Pairs {
		about.Add(look.Pair(p.Label, 108, look.NewProse(p.Value, look.Body, look.Ink)))
	}
	about.Add(look.NewProse(v.Next, look.Body, look.Ink))
	acts := []fyne.CanvasObject{look.NewButton(t("destroy.print"), look.Icon(theme.IconNameDocumentPrint), look.Plain, s.model.Print).WithKey("Ctrl+P")}
	if v.MayWithdraw {
		acts = append(acts, look.NewButton(t("destroy.do_withdraw"), look.Icon(theme.IconNameContentUndo), look.Plain, s.model.Withdraw))
	}
	if v.MayConfirm {
		acts = append(acts, look.NewButton(t("destroy.do_confirm"), look.Icon(theme.IconNameConfirm), look.Primary, s.model.Confirm))
	}
	if v.MayErase {
		acts = append(acts, look.NewButton(t("destroy.do_erase"), look.Icon(theme.IconNameDelete), look.Danger, s.model.Erase))
	}
	about.Add(look.Padded(4, 0, 0, 0, look.Wrapped(8, 8, acts...)))
	head, facts := look.NewHeader(look.Icon(theme.IconNameList), v.Title), look.Padded(10, 10, 14, 14, about)
	if s.narrow {
		return twoTabs(look.TabWords{Words: t("destroy.facts"), Count: -1}, look.NewCard(head, look.NewScrolled(facts).Container),
			look.TabWords{Words: t("destroy.cases"), Count: len(v.Cases)}, look.NewCard(nil, s.cases.Bare()))
	}
	sum := look.Padded(8, 8, 14, 14, look.NewText(v.Sum, look.Second, look.InkSecond).Elided())
	return look.NewCard(head, look.Tall(look.Column(0, facts, look.Line(look.Rule), sum), s.cases.Bare()))
}
