package gui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// intakeSide is the right column: what follows from what was typed. A card is drawn anew only when it says something
// else.
type intakeSide struct {
	screen *intakeScreen
	object *fyne.Container

	term, older, alike, rules *fyne.Container
	toldTerm                  present.IntakeTerm
	toldOlder                 []present.IntakeOld
	toldAlike                 []present.IntakeAlike
	toldHints                 []present.IntakeHint
	drawn                     bool
}

// sideAir is kept around what scrolls, so that the borders of the cards are not cut.
const sideAir = 3

func newIntakeSide(s *intakeScreen) *intakeSide {
	v := &intakeSide{screen: s, term: look.Stack(), older: look.Stack(), alike: look.Stack(), rules: look.Stack()}
	v.object = look.Stack(look.NewScrolled(look.Padded(sideAir, sideAir, sideAir, sideAir, look.Column(12, v.term, v.older, v.alike, v.rules))).Container)
	return v
}

func (v *intakeSide) redraw() {
	m, changed := v.screen.model, !v.drawn
	if t := m.Term(); !v.drawn || !sameTerm(t, v.toldTerm) {
		v.toldTerm, changed = t, true
		look.Swap(v.term, v.drawTerm(t))
	}
	if rows, all := m.Older(); !slices.Equal(rows, v.toldOlder) {
		v.toldOlder, changed = rows, true
		look.Swap(v.older, v.drawOlder(rows, all))
	}
	if rows := m.Alike(); !slices.Equal(rows, v.toldAlike) {
		v.toldAlike, changed = slices.Clone(rows), true
		look.Swap(v.alike, v.drawAlike(rows)...)
	}
	if hints := m.Hints(); !slices.Equal(hints, v.toldHints) {
		v.toldHints, changed = hints, true
		look.Swap(v.rules, v.drawRules(hints))
	}
	show(v.older, len(v.toldOlder) > 0)
	show(v.alike, len(v.toldAlike) > 0)
	show(v.rules, len(v.toldHints) > 0)
	v.drawn = true
	if changed {
		v.object.Refresh()
	}
}

func sameTerm(a, b present.IntakeTerm) bool {
	return a.Due == b.Due && a.Basis == b.Basis && a.Left == b.Left && a.Law == b.Law && a.None == b.None && slices.Equal(a.Steps, b.Steps)
}

func (v *intakeSide) drawTerm(t present.IntakeTerm) fyne.CanvasObject {
	words := v.screen.window.env.T("intake.term")
	if t.Due == "" {
		return look.NewCard(look.NewHeader(look.IconClock, words), look.Padded(12, 13, 13, 13, look.NewProse(t.None, look.Body, look.InkSecond)))
	}
	icon, _ := urgencySign(t.Urgency)
	badge := look.NewBadge(icon, t.Left, urgencyTone(t.Urgency))
	lines := look.Column(6)
	for i, step := range t.Steps {
		lines.Add(numbered(strconv.Itoa(i+1), step))
	}
	if t.Law != "" {
		lines.Add(numbered(strconv.Itoa(len(t.Steps)+1), t.Law))
	}
	due := look.Row(10, look.NewText(t.Due, look.Figure, look.Ink), look.NewText(t.Basis, look.Body, look.InkSecond))
	return look.NewCard(look.NewHeader(look.IconClock, words, badge), look.Padded(10, 12, 13, 13, look.Column(8, due, lines)))
}

// numbered is a step: its number in a circle, and words that break beside it.
func numbered(number, words string) fyne.CanvasObject {
	circle := look.Stack(look.NewBox(look.Band).Rounded(9).Stark(look.Rule, 1), look.NewText(number, look.Hint, look.InkSecond).Aligned(fyne.TextAlignCenter))
	return look.Edged(nil, nil, look.Padded(0, 0, 0, 8, look.AtTop(look.Sized(18, 18, circle))), nil, look.NewProse(words, look.Body, look.Ink))
}

func (v *intakeSide) drawOlder(rows []present.IntakeOld, all int) fyne.CanvasObject {
	list := look.Column(0)
	for _, r := range rows {
		list.Add(newLinkRow(look.Row(0, look.Sized(84, 0, look.NewText(r.Number, look.Second, look.InkSecond))), r.Subject, look.Fit(r.State, look.Second, 130),
			func() { v.screen.model.OpenCase(r.Case) }))
	}
	head := look.NewHeader(look.Icon(theme.IconNameAccount), v.screen.window.env.T("intake.older"), look.NewText(strconv.Itoa(all), look.Strong, look.InkSecond))
	return look.NewCard(head, look.Padded(6, 7, 1, 1, list))
}

func (v *intakeSide) drawAlike(rows []present.IntakeAlike) []fyne.CanvasObject {
	if len(rows) == 0 {
		return nil
	}
	t := v.screen.window.env.T
	list := look.Column(10)
	for i, r := range rows {
		link := look.NewButton(t("intake.link"), look.IconLink, look.Plain, func() { v.screen.model.Link(r.Case) })
		if r.Linked {
			link.Say(t("intake.linked"), look.Icon(theme.IconNameConfirm), look.Pressed)
		}
		actions := look.Row(0, link, look.NewButton(t("intake.other"), nil, look.Quiet, func() { v.screen.model.Other(r.Case) }))
		words := look.Column(0, look.NewText(t("intake.alike_who", "number", r.Number, "sender", r.Sender), look.Strong, look.Ink).Elided(),
			look.NewText(r.Subject, look.Second, look.InkSecond).Elided())
		if i > 0 {
			words.Add(look.NewText(t("intake.score", "n", r.Score), look.Second, look.InkInfo))
		}
		list.Add(look.Edged(nil, nil, nil, look.Padded(0, 0, 8, 0, look.Centred(actions)), words))
	}
	badge := look.NewBadge(look.Icon(theme.IconNameInfo), t("intake.score", "n", rows[0].Score), look.ToneInfo)
	head := look.NewHeader(look.Icon(theme.IconNameContentCopy), t("intake.alike"), badge)
	return []fyne.CanvasObject{look.NewCard(head, look.Padded(10, 11, 13, 7, list))}
}

func (v *intakeSide) drawRules(hints []present.IntakeHint) fyne.CanvasObject {
	list := look.Column(6)
	for _, h := range hints {
		icon, ink := sign(h.Sign)
		list.Add(look.Edged(nil, nil, look.Padded(1, 0, 0, 8, look.AtTop(look.NewGlyph(icon, ink, 16))), nil, look.NewProse(h.Words, look.Body, look.Ink)))
	}
	head := look.NewHeader(look.Icon(theme.IconNameInfo), v.screen.window.env.T("intake.rules"))
	return look.NewCard(head, look.Padded(11, 12, 13, 13, list))
}

// intakeBar is the bottom bar: the draft, and the three ways to save.
type intakeBar struct {
	screen *intakeScreen
	object *fyne.Container
	icon   *look.Glyph
	note   *look.Text
	save   []*look.Button
	clear  *look.Button
	said   fyne.CanvasObject
	small  bool
}

func newIntakeBar(s *intakeScreen) *intakeBar {
	t := s.window.env.T
	b := &intakeBar{screen: s, icon: look.NewGlyph(look.Icon(theme.IconNameConfirm), look.InkHint, 14), note: look.NewText("", look.Second, look.InkHint)}
	way := func(w present.SaveWay) func() { return func() { s.save(w) } }
	b.clear = look.NewButton(t("intake.clear"), nil, look.Quiet, s.model.Clear).High(32)
	b.save = []*look.Button{
		look.NewButton(t("intake.save"), nil, look.Plain, way(present.SaveAndOpen)).High(32),
		look.NewButton(t("intake.save_new"), nil, look.Plain, way(present.SaveAndNew)).High(32),
		look.NewButton(t("intake.save_print"), look.Icon(theme.IconNameDocumentPrint), look.Primary, way(present.SaveAndPrint)).WithKey("Ctrl+Enter").High(32),
	}
	buttons := look.Row(8, b.clear, b.save[0], b.save[1], b.save[2])
	said := look.Edged(nil, nil, look.Padded(0, 0, 0, 6, look.Centred(b.icon)), nil, look.Middle(b.note.Elided()))
	b.said = said
	b.object = look.Stack(look.NewBox(look.Surface), look.Edged(look.Line(look.Rule), nil, nil, nil,
		look.Sized(0, 51, look.Padded(0, 0, 16, 16, look.Edged(nil, nil, nil, look.Padded(0, 0, 12, 0, look.Middle(buttons)), said)))))
	return b
}

// fold leaves the key cap out where there is little room.
func (b *intakeBar) fold(folded, small bool) {
	b.small = small
	b.squeeze()
	key := "Ctrl+Enter"
	if folded {
		key = ""
	}
	if last := b.save[len(b.save)-1]; last.Key != key {
		last.Key = key
		last.Refresh()
	}
}

func (b *intakeBar) redraw() {
	m := b.screen.model
	icon, ink := look.Icon(theme.IconNameConfirm), look.InkHint
	if m.Trouble {
		icon, ink = look.Icon(theme.IconNameWarning), look.InkToday
	}
	b.icon.Set(icon, ink)
	words := m.Note
	if m.Busy {
		words = b.screen.window.env.T("intake.saving")
	}
	b.note.Set(words, ink)
	ready := !m.Busy && m.Blocked == "" && m.Left() == nil
	for _, x := range b.save {
		x.Allow(ready)
	}
	b.clear.Allow(ready)
	b.squeeze()
}

// squeeze leaves room where there is little: what went wrong is told instead of what can be cleared, and else nothing.
func (b *intakeBar) squeeze() {
	last := b.save[len(b.save)-1]
	icon := look.Icon(theme.IconNameDocumentPrint)
	if b.small {
		icon = nil
	}
	if last.Icon != icon {
		last.Icon = icon
		last.Refresh()
	}
	show(b.said, !b.small || b.screen.model.Trouble)
	show(b.clear, !b.small || !b.screen.model.Trouble)
}
