package gui

import (
	"fmt"
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
	s.save = look.NewButton(t("write.save"), look.Icon(theme.IconNameDocumentSave), look.Plain, s.model.Save).WithKey("Ctrl+S")
	s.press = look.NewButton("", nil, look.Primary, s.model.Press)
	s.add = look.AtTop(look.Row(8,
		look.NewButton(t("write.add_paragraph"), look.Icon(theme.IconNameContentAdd), look.Plain, func() { s.write(s.model.Add()) }),
		look.NewText(t("write.or_mark"), look.Second, look.InkHint)))
}

func (s *letterScreen) toolRow() fyne.CanvasObject {
	left := look.Row(8, look.Sized(264, 28, s.template.Button), look.Sized(212, 28, s.signer.Button), s.versions)
	right := look.Row(8, s.save, s.press)
	row := look.Edged(nil, nil, left, right, container.New(reasonLayout{s.whySign, s.why}, s.whySign, s.why))
	line := look.Edged(nil, look.Line(look.Rule), nil, nil, look.Padded(8, 7, 16, 16, row))
	return look.Stack(look.NewBox(look.Surface), look.Sized(0, 44, line))
}

// reasonLayout puts a reason at the right end of its room, with its sign before it; a long one takes two lines.
type reasonLayout struct {
	sign  fyne.CanvasObject
	words *look.Prose
}

func (reasonLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 28) }

func (l reasonLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	const icon, gap, air = 16, 6, 12
	room := size.Width - icon - gap - 2*air
	width := min(look.Second.Width(l.words.Words())+1, room)
	height := l.words.HeightAt(width)
	x := size.Width - air - width
	l.words.Move(fyne.NewPos(x, (size.Height-height)/2))
	l.words.Resize(fyne.NewSize(width, height))
	l.sign.Move(fyne.NewPos(x-gap-icon, (size.Height-icon)/2))
	l.sign.Resize(fyne.NewSquareSize(icon))
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
	s.state.SetWords(s.model.State())
	show(s.versions, len(s.model.Versions()) > 0)
	step, words, why := s.model.Step()
	s.press.Say(words, stepIcon(step), look.Primary)
	s.press.Allow(why == "" && step != present.NoStep && !s.model.Busy)
	show(s.press, step != present.NoStep)
	s.why.SetWords(why)
	show(s.whySign, why != "")
	show(s.save, may)
	s.save.Allow(!s.model.Busy)
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
	look.ShowOptions(s.versions, words, s.model.Viewed(), s.model.View)
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
	now := ""
	for _, c := range all {
		now += fmt.Sprint(c.Sign, c.Words, "\n")
	}
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

// libraryPane is the paragraphs that can be inserted.
func (s *letterScreen) libraryPane() fyne.CanvasObject {
	t := s.window.env.T
	entry := look.NewEntry(t("write.find"))
	entry.OnChanged = func(words string) {
		s.model.Library.Search(words)
		s.redrawLibrary()
	}
	s.library = look.NewList(26, paintLibrary)
	s.library.Head = func(r present.LibraryRow) bool { return r.Topic }
	s.library.OnOpen = s.insert
	entry.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDown || ev.Name == fyne.KeyReturn {
			s.window.focus(s.library)
			return true
		}
		return false
	}
	find := look.NewField(entry, look.NewGlyph(look.Icon(theme.IconNameSearch), look.InkHint, 16), nil)
	top := look.Padded(10, 6, 12, 12, find.Container)
	pane := look.Edged(nil, nil, nil, look.Sized(1, 0, look.NewBox(look.Rule)), look.Tall(top, s.library.Seamless()))
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
	rows := s.library.Items()
	if i >= 0 && i < len(rows) {
		s.write(s.model.Insert(rows[i]))
	}
}

func (s *letterScreen) redrawLibrary() {
	rows := s.model.Library.Rows()
	if len(rows) == len(s.library.Items()) && (len(rows) == 0 || rows[0] == s.library.Items()[0] && rows[len(rows)-1] == s.library.Items()[len(rows)-1]) {
		return
	}
	s.library.SetItems(rows, -1)
}
