package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// explainScreen shows what somebody is asked in a case that he may not see, and takes his answer.
type explainScreen struct {
	still
	window *Window
	model  *present.Explain
	root   *fyne.Container
	panel  *formPanel
	tabs   *look.Tabs
	tight  bool // the answer stands behind a tab
}

// explainLeft is the width of the questions beside the answer.
const explainLeft = 420

func newExplain(w *Window, to present.Route) screen {
	s := &explainScreen{window: w, model: present.NewExplain(w.env, w.program, to), root: look.Stack()}
	s.tight = w.Canvas().Size().Width < narrow
	s.model.Changed = s.redraw
	s.redraw()
	s.model.Load()
	return s
}

func (s *explainScreen) head() head {
	h := head{back: true}
	if v := s.model.View(); v.Loaded {
		h.title = s.window.env.T("explain.title", "number", v.Number)
	}
	return h
}

func (s *explainScreen) body() fyne.CanvasObject { return s.root }

func (s *explainScreen) first() fyne.Focusable {
	switch {
	case s.panel == nil:
		return nil
	case s.tight: // the questions come first
		return s.tabs
	default:
		return s.panel.first()
	}
}

func (s *explainScreen) leave() { s.model.Leave() }

func (s *explainScreen) reload() { s.model.Load() }

func (s *explainScreen) key(ev *fyne.KeyEvent) bool { return s.panel != nil && s.panel.key(ev) }

func (s *explainScreen) resized(width float32) {
	if tight := width < narrow; tight != s.tight {
		s.tight = tight
		s.redraw()
	}
}

func (s *explainScreen) redraw() {
	v := s.model.View()
	switch {
	case s.model.Refused() != "":
		t := s.window.env.T
		back := look.NewButton(t("case.refused_back"), nil, look.Primary, s.window.back)
		content := look.Column(0, refusedTop(t("explain.refused"), s.model.Refused()), look.Padded(16, 16, 24, 24, look.Row(0, look.Spacer(), back)))
		look.Swap(s.root, look.Padded(0, 0, 16, 16, look.InMiddle(refusedWidth, look.NewCard(nil, content))))
		return
	case !v.Loaded:
		look.Swap(s.root, look.Padded(12, 12, 16, 16, look.NewSkeleton(8)))
		return
	}
	if f := s.model.Form(); f != nil && s.panel == nil {
		s.panel = newFormPanel(s.window, f)
	}
	var content fyne.CanvasObject
	const air = 4 // for the border of the card
	asked := look.Padded(-air, -air, -air, -air, look.NewScrolled(look.AtTop(look.Padded(air, air, air, air, s.asked(v)))).Container)
	switch {
	case s.panel == nil:
		content = look.InMiddle(refusedWidth, s.asked(v))
	case s.tight:
		t := s.window.env.T
		content, s.tabs = tabbed(look.TabWords{Words: t("explain.questions"), Count: -1}, asked,
			look.TabWords{Words: t("explain.answer"), Count: -1}, s.panel.Container)
	default:
		s.panel.Show()
		content = look.Panes(12, []float32{explainLeft, 0}, asked, s.panel.Container)
	}
	look.Swap(s.root, look.Padded(12, 12, 16, 16, content))
	s.window.retitle()
	if s.panel != nil && s.window.screen == s {
		s.window.focus(s.first())
	}
}

// asked is the card of the questions.
func (s *explainScreen) asked(v *present.ExplainView) fyne.CanvasObject {
	t := s.window.env.T
	column := look.Column(10)
	if v.Due != "" {
		day := look.NewText(t("explain.until", "due", v.Due), look.Strong, look.Ink)
		column.Add(look.Wrapped(8, 4, day, badge(v.Left)))
	}
	for _, q := range v.Questions {
		when := q.When
		if q.Due != "" && len(v.Questions) > 1 {
			when = t("explain.asked", "at", q.When, "due", q.Due)
		}
		column.Add(look.Column(2, look.NewProse(q.Words, look.Body, look.Ink), look.NewText(when, look.Second, look.InkSecond)))
	}
	for _, a := range v.Answers {
		title := look.NewText(t("explain.answer"), look.Strong, look.Ink)
		column.Add(look.Column(2, look.Line(look.Rule), look.Padded(8, 0, 0, 0, title), look.NewProse(a.Words, look.Body, look.Ink), look.NewText(a.When, look.Second, look.InkSecond)))
	}
	lock := look.AtTop(look.Padded(9, 0, 10, 8, look.NewGlyph(look.IconLock, look.InkSecond, 16)))
	rule := look.Edged(nil, nil, lock, nil, look.Padded(8, 8, 0, 10, look.NewProse(v.Rule, look.Second, look.Ink)))
	column.Add(look.Stack(look.NewBox(look.Ground).Rounded(4).Stark(look.Rule, 1), rule))
	return look.NewCard(look.NewHeader(look.Icon(theme.IconNameQuestion), t("explain.questions")), look.Padded(12, 13, 13, 13, column))
}
