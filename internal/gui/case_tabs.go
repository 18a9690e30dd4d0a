package gui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// caseTab names a tab.
type caseTab string

const (
	courseTab  caseTab = "course"
	termTab    caseTab = "term"
	filesTab   caseTab = "files"
	lettersTab caseTab = "letters"
	peopleTab  caseTab = "people"
	linksTab   caseTab = "links"
	historyTab caseTab = "history"
)

// firstEvents are shown at once; older ones behind a button.
const firstEvents = 60

// drawTabs names the tabs with their counts.
func (s *caseScreen) drawTabs(v *present.CaseView) {
	t := s.window.env.T
	var tabs []look.TabWords
	var keys []caseTab
	add := func(key caseTab, words string, count int, shown bool) {
		if shown {
			tabs, keys = append(tabs, look.TabWords{Words: t(words), Count: count}), append(keys, key)
		}
	}
	add(courseTab, "case.tab_course", -1, true)
	add(termTab, "case.tab_term", -1, s.slim)
	add(filesTab, "case.tab_files", len(v.Files), true)
	add(lettersTab, "case.tab_letters", len(v.Letters), true)
	add(peopleTab, "case.tab_people", v.People.Count, true)
	add(linksTab, "case.tab_links", len(v.People.Links), !s.tight)
	add(historyTab, "case.tab_history", len(v.History), true)
	if !slices.Contains(keys, s.tab) {
		s.tab = courseTab
	}
	s.tabKeys = keys
	s.tabs.SetTabs(tabs, slices.Index(keys, s.tab))
}

// drawTab shows what stands under the open tab.
func (s *caseScreen) drawTab() {
	v := s.model.View()
	says := map[caseTab]func() string{
		courseTab:  func() string { return fmt.Sprint(v.Course, v.MayNote, v.MayFile, s.whole) },
		termTab:    func() string { return "" },
		filesTab:   func() string { return fmt.Sprint(v.Files, v.MayFile) },
		lettersTab: func() string { return fmt.Sprint(v.Letters, v.MayWrite) },
		peopleTab:  func() string { return fmt.Sprint(v.People, v.Text) },
		linksTab:   func() string { return fmt.Sprint(v.People.Links, v.MayLink) },
		historyTab: func() string { return fmt.Sprint(v.History) },
	}[s.tab]()
	s.part("tab", string(s.tab)+says, func() {
		draw := map[caseTab]func(*present.CaseView) fyne.CanvasObject{
			courseTab: s.drawCourse, termTab: func(*present.CaseView) fyne.CanvasObject { return s.term }, filesTab: s.drawFiles, lettersTab: s.drawLetters, peopleTab: s.drawPeopleTab,
			linksTab: s.drawLinks, historyTab: s.drawHistory,
		}[s.tab]
		look.Swap(s.body_, draw(v))
	})
}

// drawNote shows the line for a note as it was typed.
func (s *caseScreen) drawNote() {
	text, wrong := s.model.Typed()
	s.note.Entry.Put(text)
	s.note.Wrong(wrong != "")
	s.noteWrong.SetWords(wrong)
	if show(s.noteWrong, wrong != ""); s.body_.Visible() {
		s.body_.Refresh()
	}
}

func (s *caseScreen) drawCourse(v *present.CaseView) fyne.CanvasObject {
	column := look.Column(0)
	for i, e := range v.Course {
		if i == firstEvents && !s.whole {
			more := look.NewButton(s.window.env.T("case.older", "n", len(v.Course)-i), nil, look.Quiet, func() {
				s.whole = true
				s.drawTab()
			})
			column.Add(look.Padded(4, 4, 0, 0, look.Row(0, more)))
			break
		}
		if i > 0 {
			column.Add(look.Line(look.RowRule))
		}
		column.Add(drawEvent(e))
	}
	if v.Text != "" {
		column.Add(look.Line(look.RowRule))
		text := look.Column(2, look.NewText(s.window.env.T("case.text_title"), look.Second, look.InkSecond), look.NewProse(v.Text, look.Body, look.Ink).AtMost(60))
		column.Add(look.Padded(8, 8, 0, 0, text))
	}
	s.scroll = look.NewScrolled(look.Padded(2, 8, 13, 13, column))
	if s.scrolled > 0 {
		s.scroll.ScrollTo(s.scrolled)
		s.scrolled = 0
	}
	return look.Tall(s.drawWrite(v), s.scroll.Container)
}

// drawWrite is the line for a note, with the button for a file.
func (s *caseScreen) drawWrite(v *present.CaseView) fyne.CanvasObject {
	if !v.MayNote && !v.MayFile {
		return nil
	}
	var file fyne.CanvasObject
	if v.MayFile {
		b := look.NewButton(s.window.env.T("case.file"), look.Icon(theme.IconNameMailAttachment), look.Plain, func() { s.model.Press("D") })
		file = look.Padded(0, 0, 8, 0, b)
	}
	return look.Padded(8, 6, 13, 13, look.Column(2, look.Edged(nil, nil, nil, file, s.note.Container), s.noteWrong))
}

func drawEvent(e present.CaseEvent) fyne.CanvasObject {
	text := look.Column(0, look.NewProse(e.Words, look.Strong, look.Ink))
	if e.More != "" {
		text.Add(look.NewProse(e.More, look.Body, look.InkSecond).AtMost(12))
	}
	if e.InPlace != "" {
		text.Add(inPlace(e.InPlace))
	}
	if e.Flagged != "" {
		sign := look.AtTop(look.Padded(1, 0, 0, 4, look.NewGlyph(look.Icon(theme.IconNameWarning), look.InkToday, 14)))
		text.Add(look.Edged(nil, nil, sign, nil, look.NewProse(e.Flagged, look.Second, look.InkToday)))
	}
	when := look.Sized(86, 0, look.AtTop(look.Column(0, look.NewText(e.Day, look.Second, look.InkSecond), look.NewText(e.Hour, look.Second, look.InkSecond))))
	icon := look.Sized(28, 0, look.AtTop(look.Padded(1, 0, 0, 0, look.Row(0, look.NewGlyph(caseIcon(e.Icon), eventInk(e.Tone), 16), look.Spacer()))))
	who := look.AtTop(look.Padded(0, 0, 8, 0, look.NewText(e.Who, look.Second, look.InkSecond)))
	return look.Padded(8, 7, 0, 0, look.Edged(nil, nil, look.Edged(nil, nil, when, nil, icon), who, text))
}

// inPlace says in whose place somebody acted.
func inPlace(words string) fyne.CanvasObject {
	sign := look.AtTop(look.Padded(1, 0, 0, 4, look.NewGlyph(look.IconPeople, look.InkAccent, 14)))
	return look.Edged(nil, nil, sign, nil, look.NewProse(words, look.Second, look.InkAccent))
}

func eventInk(t present.CaseTone) fyne.ThemeColorName {
	if t == present.ToneState {
		return look.InkSecond
	}
	return caseTones[t].Ink
}

func (s *caseScreen) drawFiles(v *present.CaseView) fyne.CanvasObject {
	t := s.window.env.T
	var add *look.Button
	if v.MayFile {
		add = look.NewButton(t("case.file"), look.Icon(theme.IconNameMailAttachment), look.Plain, func() { s.model.Press("D") })
	}
	if len(v.Files) == 0 {
		return look.NewEmpty(look.Icon(theme.IconNameMailAttachment), look.InkHint, t("case.no_files"), t("case.no_files_next"), objectOf(add))
	}
	s.files.SetItems(v.Files, max(0, s.files.Chosen()))
	chosen := func(do func(present.CaseFile)) func() {
		return func() { do(s.files.Items()[max(0, s.files.Chosen())]) }
	}
	tools := look.Wrapped(8, 6,
		look.NewButton(t("case.preview"), look.Icon(theme.IconNameVisibility), look.Plain, chosen(func(f present.CaseFile) { s.model.LookAtFile(f.ID) })),
		look.NewButton(t("case.open"), nil, look.Plain, chosen(func(f present.CaseFile) { s.model.ShowFile(f.ID) })),
		s.copyButton(true))
	if add != nil {
		tools.Add(add)
	}
	return look.Tall(look.Padded(8, 6, 13, 13, tools), s.files)
}

// objectOf gives nothing for a button that is not there.
func objectOf(b *look.Button) fyne.CanvasObject {
	if b == nil {
		return nil
	}
	return b
}

func (s *caseScreen) paintFile(f present.CaseFile, width float32, put func(look.Part)) {
	put(look.Part{X: 14, Y: 14, W: 16, H: 16, Icon: look.Icon(theme.IconNameMailAttachment), Ink: look.InkSecond})
	put(look.Part{X: 40, Y: 4, W: width - 54, H: 18, Words: f.Name, Face: look.Body, Ink: look.Ink})
	put(look.Part{X: 40, Y: 22, W: width - 54, H: 16, Words: fmt.Sprintf("%s  %s  %s", f.More, f.When, f.Who), Face: look.Second, Ink: look.InkSecond})
}

func (s *caseScreen) drawLetters(v *present.CaseView) fyne.CanvasObject {
	t := s.window.env.T
	var write *look.Button
	if v.MayWrite {
		write = look.NewButton(t("case.new_reply"), look.Icon(theme.IconNameMailCompose), look.Plain, func() { s.model.OpenLetter(present.Route{}.Letter) }).WithKey("F8")
	}
	if len(v.Letters) == 0 {
		return look.NewEmpty(look.Icon(theme.IconNameMailCompose), look.InkHint, t("case.no_letters"), t("case.no_letters_next"), objectOf(write))
	}
	s.letters.SetItems(v.Letters, max(0, s.letters.Chosen()))
	l := v.Letters[max(0, s.letters.Chosen())]
	seen := look.NewButton(t("case.preview"), look.Icon(theme.IconNameVisibility), look.Plain, func() { s.model.LookAtLetter(l.ID) })
	seen.Allow(l.Printed)
	pdf := look.NewButton(t("case.open_pdf"), look.Icon(theme.IconNameDocumentPrint), look.Plain, func() { s.model.ShowLetter(l.ID) })
	pdf.Allow(l.Printed)
	tools := look.Wrapped(8, 6, seen, pdf, s.copyButton(l.Printed))
	if write != nil {
		tools.Objects = append([]fyne.CanvasObject{write}, tools.Objects...)
	}
	if l.MayServe {
		tools.Add(look.NewButton(t("case.serve"), look.Icon(theme.IconNameConfirm), look.Plain, func() { s.model.Serve(l.ID) }))
	}
	return look.Tall(look.Padded(8, 6, 13, 13, tools), s.letters)
}

// drawLetterTools draws the buttons for the letter that was chosen now.
func (s *caseScreen) drawLetterTools() {
	delete(s.drawn, "tab")
	s.drawTab()
	s.window.focus(s.letters)
}

func (s *caseScreen) paintLetter(l present.CaseLetter, width float32, put func(look.Part)) {
	tone := caseTones[l.State.Tone]
	put(look.Part{X: 14, Y: 14, W: 16, H: 16, Icon: caseIcon(l.State.Icon), Ink: tone.Ink})
	number := look.Body.Width(l.Number) + 12
	put(look.Part{X: 40, Y: 4, W: width - 54 - number, H: 18, Words: l.Title, Face: look.Strong, Ink: look.Ink})
	put(look.Part{X: width - 14 - number, Y: 4, W: number, H: 18, Words: l.Number, Face: look.Body, Ink: look.Ink, Align: fyne.TextAlignTrailing})
	state := look.Second.Width(l.State.Words) + 12
	put(look.Part{X: 40, Y: 22, W: state, H: 16, Words: l.State.Words, Face: look.Second, Ink: tone.Ink})
	put(look.Part{X: 40 + state, Y: 22, W: width - 54 - state, H: 16, Words: l.When + "  " + l.Who, Face: look.Second, Ink: look.InkSecond})
}

func (s *caseScreen) drawLinks(v *present.CaseView) fyne.CanvasObject {
	t := s.window.env.T
	var tie *look.Button
	if v.MayLink {
		tie = look.NewButton(t("case.link_edit"), look.IconLink, look.Plain, func() { s.model.Press("L") }).WithKey("L")
	}
	if len(v.People.Links) == 0 {
		return look.NewEmpty(look.IconLink, look.InkHint, t("case.no_links"), t("case.no_links_next"), objectOf(tie))
	}
	list := look.NewScrolled(look.Padded(8, 8, 13, 13, s.links(v.People.Links))).Container
	if tie == nil {
		return list
	}
	return look.Tall(look.Padded(8, 6, 13, 13, look.Row(8, tie)), list)
}

func (s *caseScreen) drawPeopleTab(v *present.CaseView) fyne.CanvasObject {
	return look.NewScrolled(look.Padded(12, 12, 13, 13, s.peopleCards(v))).Container
}

func (s *caseScreen) drawHistory(v *present.CaseView) fyne.CanvasObject {
	t := s.window.env.T
	column := look.Column(0)
	for i, r := range v.History {
		if i > 0 {
			column.Add(look.Line(look.RowRule))
		}
		lines := look.Column(1, look.Edged(nil, nil, nil, look.Padded(0, 0, 8, 0, look.NewText(r.Who, look.Second, look.InkSecond)), look.NewProse(r.Words, look.Strong, look.Ink)))
		for _, ch := range r.Changes {
			lines.Add(look.Pair(ch.Field, 120, look.NewProse(t("case.was_now", "old", ch.Old, "new", ch.New), look.Body, look.Ink).AtMost(6)))
		}
		if r.Reason != "" && len(r.Changes) > 0 {
			lines.Add(look.NewProse(t("case.reason_line", "reason", r.Reason), look.Body, look.InkSecond))
		} else if r.Reason != "" {
			lines.Add(look.NewProse(r.Reason, look.Body, look.InkSecond).AtMost(4))
		}
		if r.InPlace != "" {
			lines.Add(inPlace(r.InPlace))
		}
		if r.Verdict != "" {
			lines.Add(look.NewProse(r.Verdict, look.Second, look.InkToday))
		}
		lines.Add(look.NewText(r.When+" · "+t("case.record", "record", r.Record), look.Second, look.InkHint))
		column.Add(look.Padded(7, 7, 0, 0, lines))
	}
	return look.NewScrolled(look.Padded(2, 8, 13, 13, column)).Container
}
