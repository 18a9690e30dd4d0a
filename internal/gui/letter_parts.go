package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// buildTools makes the row of tools once.
func (s *letterScreen) buildTools() {
	t := s.window.env.T
	s.template = look.NewChoice(t("write.template_choose"), nil, s.model.Choose)
	s.signer = look.NewChoice(t("write.signer_choose"), nil, s.model.SignBy)
	s.state = look.NewText("", look.Second, look.InkSecond).Elided()
	s.versions = look.NewButton(t("write.versions"), look.Icon(theme.IconNameHistory), look.Quiet, s.chooseVersion)
	s.why = look.NewProse("", look.Second, look.InkToday).AtMost(2)
	s.whySign = look.NewGlyph(look.Icon(theme.IconNameWarning), look.InkToday, 16)
	s.save = look.NewButton(t("write.save"), look.Icon(theme.IconNameDocumentSave), look.Plain, s.model.Save)
	s.press = look.NewButton("", nil, look.Primary, s.model.Press)
	s.add = look.AtTop(look.Row(8,
		look.NewButton(t("write.add_paragraph"), look.Icon(theme.IconNameContentAdd), look.Plain, func() { s.write(s.model.Add()) }),
		look.NewText(t("write.or_mark"), look.Second, look.InkHint)))
}

func (s *letterScreen) toolRow() fyne.CanvasObject {
	row := container.New(letterTools{s}, s.template, s.signer, s.versions, s.whySign, s.why, s.save, s.press)
	line := look.Edged(nil, look.Line(look.Rule), nil, nil, look.Padded(8, 7, 16, 16, row))
	return look.Stack(look.NewBox(look.Surface), look.Sized(0, 44, line))
}

// letterTools lays out the row of tools: choices at the left end, buttons at the right end, and the reason why there is
// nothing to press between them. A narrow window leaves less to the choices, and the reason to the list of checks.
type letterTools struct{ s *letterScreen }

// MinSize implements fyne.Layout.
func (letterTools) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, 28) }

// Layout implements fyne.Layout.
func (l letterTools) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	const gap, height = 8, 28
	s := l.s
	right := size.Width
	for _, b := range []*look.Button{s.press, s.save} {
		if b.Visible() {
			right -= b.MinSize().Width
			b.Move(fyne.NewPos(right, 0))
			b.Resize(fyne.NewSize(b.MinSize().Width, height))
			right -= gap
		}
	}
	template, signer := float32(264), float32(212)
	if size.Width < narrow {
		rest := right - 2*gap
		if s.versions.Visible() {
			rest -= s.versions.MinSize().Width + gap
		}
		template, signer = max(64, rest*0.55), max(64, rest*0.45)
	}
	x := float32(0)
	left := func(o fyne.CanvasObject, width float32) {
		if o.Visible() {
			o.Move(fyne.NewPos(x, 0))
			o.Resize(fyne.NewSize(width, height))
			x += width + gap
		}
	}
	left(s.template, template)
	left(s.signer, signer)
	left(s.versions, s.versions.MinSize().Width)
	l.reason(x, right)
}

// reason puts the reason at the right end of its room, with its sign before it; a long one takes two lines.
func (l letterTools) reason(from, to float32) {
	const icon, gap, air, height = 16, 6, 4, 28
	s := l.s
	room := to - from - icon - gap - 2*air
	show(s.why, room >= 70)
	show(s.whySign, room >= 70 && s.why.Words() != "")
	if room < 70 {
		return
	}
	width := min(look.Second.Width(s.why.Words())+1, room)
	lines := s.why.HeightAt(width)
	x := to - air - width
	s.why.Move(fyne.NewPos(x, (height-lines)/2))
	s.why.Resize(fyne.NewSize(width, lines))
	s.whySign.Move(fyne.NewPos(x-gap-icon, (height-icon)/2))
	s.whySign.Resize(fyne.NewSquareSize(icon))
}

func (s *letterScreen) redrawTools() {
	titles, chosen, fixed := s.model.Templates()
	signers, signer := s.model.Signers()
	may := s.model.MayWrite()
	if picked := fmt.Sprint(titles, chosen, signers, signer); picked != s.picked {
		s.picked = picked
		s.template.SetOptions(titles, chosen)
		s.signer.SetOptions(signers, signer)
	}
	s.template.Allow(may && !fixed)
	s.signer.Allow(may)
	show(s.versions, len(s.model.Versions()) > 0)
	step, words, why := s.model.Step()
	s.press.Say(words, stepIcon(step), look.Primary)
	s.press.Allow(why == "" && step != present.NoStep && !s.model.Busy)
	show(s.press, step != present.NoStep)
	s.why.SetWords(why)
	s.state.Set(s.model.State(), look.InkSecond)
	if why != "" && s.width > 0 && s.width < narrow { // beside the button there is no room for it
		s.state.Set(why, look.InkToday)
	}
	show(s.save, may)
	s.save.Allow(!s.model.Busy)
	tools := [2]string{s.window.env.T("write.save"), s.window.env.T("write.versions")}
	if s.width > 0 && s.width < tiny {
		tools = [2]string{}
	}
	s.save.Say(tools[0], s.save.Icon, look.Plain)
	s.versions.Say(tools[1], s.versions.Icon, look.Quiet)
	s.tools.Refresh()
	s.content.Objects[0].Refresh()
}

func stepIcon(step present.LetterStep) fyne.Resource {
	switch step {
	case present.SignStep:
		return look.Icon(theme.IconNameDocumentCreate)
	case present.PrintStep:
		return look.Icon(theme.IconNameDocumentPrint)
	default:
		return look.Icon(theme.IconNameMailSend)
	}
}

// chooseVersion offers the recorded versions, and the way back from one.
func (s *letterScreen) chooseVersion() {
	words := []string{s.window.env.T("write.back_to_text")}
	for _, v := range s.model.Versions() {
		words = append(words, v.Words)
	}
	at, _ := s.model.Viewed()
	look.ShowOptions(s.versions, words, at, s.model.View)
}

// redrawStrips shows the messages over the letter.
func (s *letterScreen) redrawStrips() {
	strips := s.model.Strips()
	now := stripWords(strips)
	if now == s.strip {
		return
	}
	s.strip = now
	var all []fyne.CanvasObject
	for _, x := range strips {
		icon, _ := sign(x.Sign)
		var action fyne.CanvasObject
		if x.Act != nil {
			action = look.NewButton(x.Do, nil, look.Plain, x.Act)
		}
		all = append(all, look.NewBanner(icon, x.Words, stripTone(x.Sign), action))
	}
	if len(all) > 0 {
		all = []fyne.CanvasObject{look.Padded(8, 4, 16, 16, look.Column(4, all...))}
	}
	look.Swap(s.strips, all...)
	s.content.Refresh()
}

func stripWords(all []present.Strip) string {
	var b strings.Builder
	for _, x := range all {
		b.WriteString(x.Words + "\n" + x.Do + "\n")
	}
	return b.String()
}

func stripTone(s present.Sign) look.Tone {
	switch s {
	case present.GoodSign:
		return look.ToneOK
	case present.WarnSign:
		return look.ToneToday
	case present.BadSign:
		return look.ToneOver
	default:
		return look.ToneInfo
	}
}

func (s *letterScreen) checkPane() fyne.CanvasObject {
	line := look.Column(6, s.checks, s.state)
	return look.Stack(look.NewBox(look.Surface), look.Tall(look.Line(look.Rule), look.Padded(10, 10, 16, 16, line)))
}

// redrawChecks lists what was looked at.
func (s *letterScreen) redrawChecks() {
	all := s.model.Checks()
	now := fmt.Sprint(all)
	if now == s.check {
		return
	}
	s.check = now
	var objects []fyne.CanvasObject
	for _, c := range all {
		icon, ink := checkSign(c.Sign)
		objects = append(objects, look.Row(6, look.NewGlyph(icon, ink, 16), look.NewText(c.Words, look.Body, look.Ink)))
	}
	look.Swap(s.checks, objects...)
	s.content.Refresh()
}

func checkSign(s present.Sign) (fyne.Resource, fyne.ThemeColorName) {
	switch s {
	case present.GoodSign:
		return look.Icon(theme.IconNameConfirm), look.InkOK
	case present.BadSign:
		return look.Icon(theme.IconNameError), look.InkOver
	default:
		return look.Icon(theme.IconNameWarning), look.InkToday
	}
}

// paragraphsPane holds the paragraphs that can be inserted.
func (s *letterScreen) paragraphsPane() fyne.CanvasObject {
	t := s.window.env.T
	entry := look.NewEntry(t("write.find"))
	entry.OnChanged = func(words string) {
		s.model.Library.Search(words)
		s.redrawLibrary()
	}
	s.paragraphs = look.NewList(26, paintLibrary)
	s.paragraphs.Head = func(r present.LibraryRow) bool { return r.Topic }
	s.paragraphs.OnOpen = s.insert
	entry.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDown || ev.Name == fyne.KeyReturn {
			s.window.focus(s.paragraphs)
			return true
		}
		return false
	}
	find := look.NewField(entry, look.NewGlyph(look.Icon(theme.IconNameSearch), look.InkHint, 16), nil)
	s.none = look.Padded(4, 0, 12, 12, look.AtTop(look.NewProse(t("write.nothing_found"), look.Second, look.InkHint)))
	s.none.Hide()
	top := look.Padded(10, 6, 12, 12, find.Container)
	s.expired = look.NewProse("", look.Second, look.InkSecond)
	s.expiredLine = look.Tall(look.Line(look.Rule), look.Padded(10, 10, 12, 12, s.expired))
	s.expiredLine.Hide()
	pane := look.Edged(nil, s.expiredLine, nil, look.Sized(1, 0, look.NewBox(look.Rule)), look.Tall(top, look.Stack(s.paragraphs, s.none)))
	return look.Stack(look.NewBox(look.Surface), pane)
}

func paintLibrary(r present.LibraryRow, width float32, put func(look.Part)) {
	if r.Topic {
		put(look.Part{X: 12, Y: 0, W: width - 24, H: 26, Words: r.Words, Face: look.Strong, Ink: look.InkSecond})
		return
	}
	put(look.Part{X: 20, Y: 0, W: width - 48, H: 26, Words: r.Words, Face: look.Body, Ink: look.Ink})
	put(look.Part{X: width - 28, Y: 5, W: 16, H: 16, Icon: look.Icon(theme.IconNameContentAdd), Ink: look.InkAccent})
}

func (s *letterScreen) insert(i int) {
	rows := s.paragraphs.Items()
	if i >= 0 && i < len(rows) {
		s.write(s.model.Insert(rows[i]))
	}
}

func (s *letterScreen) redrawLibrary() {
	rows := s.model.Library.Rows()
	if words := s.model.Expired(); words != s.expired.Words() {
		s.expired.SetWords(words)
		show(s.expiredLine, words != "")
		s.content.Refresh()
	}
	show(s.none, len(rows) == 0)
	if slices.Equal(rows, s.paragraphs.Items()) {
		return
	}
	s.paragraphs.SetItems(rows, -1)
}
