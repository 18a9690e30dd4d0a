package gui

import (
	"cmp"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

const (
	caseTermWidth   = 352
	casePeopleWidth = 252
	caseFormLeft    = 400
	caseNarrowTerm  = 366
	caseNextLeast   = 180 // to read what comes next beside its buttons
)

// redraw shows what the presenter says now. What has not changed is left as it is, so that it keeps focus and scroll.
func (s *caseScreen) redraw() {
	if no := s.model.Refused(); no.Words != "" {
		s.part("root", fmt.Sprintf("%v %p", no, s.model.Form()), func() {
			look.Swap(s.root, s.refused(no))
			if s.panel != nil {
				s.window.focus(s.panel.first())
			}
		})
		s.layoutShown = ""
		return
	}
	delete(s.drawn, "root")
	v := s.model.View()
	if !v.Loaded {
		look.Swap(s.root, look.Padded(12, 12, 16, 16, look.NewSkeleton(8)))
		return
	}
	s.drawTop(v)
	s.drawTabs(v)
	s.drawTab()
	s.drawNote()
	s.drawTermPart(v)
	s.part("people", fmt.Sprint(v.People), func() { look.Swap(s.people, s.drawPeople(v)) })
	s.drawForm()
	s.lay()
	s.part("head", fmt.Sprint(v.Number, v.Sender, s.shownForm != nil), s.window.retitle)
}

func (s *caseScreen) drawTermPart(v *present.CaseView) {
	says := fmt.Sprint(v.Term, v.Waits, v.MayWait, s.explain, s.calendar, s.narrow, s.extensionMonth())
	s.part("term", says, func() { look.Swap(s.term, s.drawTerm(v)) })
}

// part draws a part of the screen when what it says has changed. What had the focus in it loses it, so that keys reach
// the window.
func (s *caseScreen) part(name, says string, draw func()) {
	if was, ok := s.drawn[name]; ok && was == says {
		return
	}
	s.drawn[name] = says
	draw()
	if b, ok := s.window.Canvas().Focused().(*look.Button); ok && s.panel == nil && fyne.CurrentApp().Driver().CanvasForObject(b) == nil {
		s.window.Canvas().Unfocus()
	}
}

// lay puts the panes beside each other.
func (s *caseScreen) lay() {
	paper := s.model.Paper()
	low := s.window.Canvas().Size().Height < caseLow
	layout := fmt.Sprintf("%v %v %v %v %p", s.narrow, s.slim, low, s.panel != nil, paper)
	top := s.drawn["subject"] + s.drawn["warnings"] + s.drawn["next"]
	if layout == s.layoutShown {
		if top != s.topShown { // it may be higher or lower now than what stands under it was told
			s.topShown = top
			s.root.Refresh()
		}
		return
	}
	s.layoutShown, s.topShown = layout, top
	var content fyne.CanvasObject
	switch {
	case s.panel != nil && s.narrow:
		content = s.panel.Container
	case s.panel != nil:
		left := look.Tall(look.Padded(0, 12, 0, 0, s.subject), s.term)
		content = look.Panes(12, []float32{caseFormLeft, 0}, left, s.panel.Container)
	case paper != nil && s.narrow:
		content = s.drawPaper(paper)
	case paper != nil:
		content = look.Panes(12, []float32{0, caseTermWidth + 12 + casePeopleWidth}, s.left(low), s.drawPaper(paper))
	case s.slim:
		content = s.left(low)
	case s.narrow:
		content = look.Panes(12, []float32{0, caseNarrowTerm}, s.left(low), s.term)
	default:
		content = look.Panes(12, []float32{0, caseTermWidth, casePeopleWidth}, s.left(low), s.term, s.people)
	}
	look.Swap(s.root, look.Padded(12, 12, 16, 16, content))
	if s.panel != nil {
		s.window.focus(s.panel.first())
	}
}

// left is the column of the case itself. In a low window all of it is scrolled: nothing would be left to the tabs.
func (s *caseScreen) left(low bool) fyne.CanvasObject {
	course := look.NewCard(nil, look.Tall(s.tabs, s.body_))
	top := look.Column(0, look.Padded(0, 12, 0, 0, s.subject), s.warnings, s.next)
	if s.slim && low {
		return look.Padded(-4, -4, -4, -4, look.NewScrolled(look.Padded(4, 4, 4, 4, look.Column(0, top, look.Sized(0, caseCourse, course)))).Container)
	}
	return look.Tall(top, course)
}

// caseCourse is the height of the tabs in a column that is scrolled as a whole.
const caseCourse = 330

func (s *caseScreen) drawTop(v *present.CaseView) {
	s.part("subject", fmt.Sprint(v.Subject, v.Marks, v.Danger), func() {
		badges := look.Wrapped(6, 6)
		for _, m := range v.Marks {
			badges.Add(badge(m))
		}
		words := look.NewProse(v.Subject, look.Subtitle, look.Ink).AtMost(3)
		column := look.Column(6, words, badges)
		if v.Danger != "" {
			column.Add(look.NewProse(v.Danger, look.Second, look.InkOver).AtMost(2))
		}
		look.Swap(s.subject, look.NewCard(nil, look.Padded(11, 12, 13, 13, column)))
	})
	s.part("warnings", fmt.Sprint(v.Warnings), func() {
		s.warnings.Objects = nil
		for _, w := range v.Warnings {
			s.warnings.Add(look.Padded(0, 12, 0, 0, look.NewBanner(look.Icon(theme.IconNameWarning), w, look.ToneToday, nil)))
		}
		s.warnings.Refresh()
	})
	s.part("next", fmt.Sprint(v.Next, v.More, v.MayWrite), func() { look.Swap(s.next, s.drawNext(v)) })
}

// drawNext is the strip with the one main action; what else can be done is behind „Още“.
func (s *caseScreen) drawNext(v *present.CaseView) fyne.CanvasObject {
	buttons := look.Row(8)
	if main := v.Next.Main; main.Do != "" {
		b := look.NewButton(main.Words, caseIcon(main.Icon), look.Primary, s.start(main.Do))
		if s.window.Canvas().Size().Width >= keyCapWidth {
			b.WithKey(cmp.Or(main.Key, "Enter"))
		}
		buttons.Add(b)
	}
	if len(v.More) > 0 {
		s.moreButton = look.NewButton(s.window.env.T("case.more"), nil, look.Plain, func() { s.showMore(v.More) })
		s.moreButton.Trailing = look.Icon(theme.IconNameArrowDropDown)
		buttons.Add(s.moreButton)
	}
	if v.Next.Words == "" && len(v.More) == 0 {
		return look.Stack()
	}
	text := look.Column(0)
	if v.Next.Words != "" {
		text.Add(look.NewProse(v.Next.Words, look.Strong, look.Ink))
		text.Add(look.NewProse(v.Next.Who, look.Second, look.InkSecond))
	}
	sign := look.Padded(0, 0, 0, 12, look.AtTop(look.Padded(8, 0, 0, 0, look.NewGlyph(look.Icon(theme.IconNameNavigateNext), look.InkAccent, 20))))
	content := look.Edged(nil, nil, sign, nil, look.Beside(caseNextLeast, 12, text, buttons))
	strip := look.Stack(look.NewBox(look.Chosen).Bordered(look.Accent, 1).Stark(look.Accent, 2).Rounded(6), look.Padded(11, 11, 13, 13, content))
	return look.Padded(0, 12, 0, 0, strip)
}

// keyCapWidth is the width of the window under which buttons do not show their keys.
const keyCapWidth = 1200

// showMore lists what else can be done; the receipt can always be printed.
func (s *caseScreen) showMore(acts []present.CaseAct) {
	words := make([]string, len(acts), len(acts)+1)
	for i, a := range acts {
		words[i] = a.Words
	}
	look.ShowOptions(s.moreButton, append(words, s.window.env.T("case.print")), 0, func(i int) {
		if i == len(acts) {
			s.model.Print()
			return
		}
		s.model.Start(acts[i].Do)
	})
}

// badge draws a mark.
func badge(m present.CaseMark) fyne.CanvasObject {
	return look.NewBadge(caseIcon(m.Icon), m.Words, caseTones[m.Tone])
}

var caseTones = map[present.CaseTone]look.Tone{
	present.ToneState: look.ToneNeutral, present.ToneKind: look.ToneInfo, present.ToneGood: look.ToneOK, present.ToneHalf: look.ToneInfo,
	present.ToneSoon: look.ToneSoon, present.ToneToday: look.ToneToday, present.ToneLate: look.ToneOver,
	present.ToneAccent: {Ink: look.InkAccent, Soft: look.Chosen},
}

// caseIcon gives the picture of a sign.
func caseIcon(i present.CaseIcon) fyne.Resource {
	if own, ok := caseOwnIcons[i]; ok {
		return own
	}
	return look.Icon(caseIcons[i])
}

var caseOwnIcons = map[present.CaseIcon]fyne.Resource{
	present.IconHealth: look.IconHealth, present.IconExtended: look.IconExtend, present.IconLinked: look.IconLink,
	present.IconStamp: look.IconStamp, present.IconClock: look.IconClock, present.IconHalf: look.IconHalf,
}

var caseIcons = map[present.CaseIcon]fyne.ThemeIconName{
	present.IconKind: theme.IconNameDocument, present.IconWork: theme.IconNameDocumentCreate,
	present.IconDone: theme.IconNameConfirm, present.IconHidden: theme.IconNameVisibilityOff,
	present.IconPerson: theme.IconNameAccount, present.IconReturned: theme.IconNameMailReply,
	present.IconWarn: theme.IconNameWarning, present.IconBad: theme.IconNameError,
	present.IconLetter: theme.IconNameMailCompose, present.IconSent: theme.IconNameMailSend,
	present.IconReceived: theme.IconNameDownload, present.IconFile: theme.IconNameMailAttachment,
	present.IconArchive: theme.IconNameStorage, present.IconDay: theme.IconNameCalendar,
	present.IconSkipped: theme.IconNameMediaSkipNext, present.IconInfo: theme.IconNameInfo,
	present.IconEdited: theme.IconNameDocumentCreate, present.IconGone: theme.IconNameDelete,
	present.IconPrinted: theme.IconNameDocumentPrint,
}
