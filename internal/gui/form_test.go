package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// formWindow shows a form in a window without a program behind it.
func formWindow(t *testing.T, f *present.Form) (*Window, *formPanel) {
	t.Helper()
	w := bareWindow(t, nil)
	w.env.Tell = func(err error) string { return "не стана: " + err.Error() }
	f.Env = w.env
	p := newFormPanel(w, f)
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { p.key(ev) })
	w.Canvas().SetContent(p.Container)
	w.Resize(fyne.NewSize(600, 500))
	w.focus(p.first())
	return w, p
}

func sampleForm() *present.Form {
	return &present.Form{
		Title: "Връщане", Do: "Върни",
		Fields: []*present.Field{
			{Key: "lead", Label: "Отговаря", Kind: present.ChoiceField, Options: []present.Option{{Key: "a", Words: "Русев"}, {Key: "b", Words: "Кирова"}}},
			{Key: "due", Label: "Вътрешен срок", Kind: present.DateField, Narrow: true},
			{Key: "act", Label: "Акт", Narrow: true},
			{Key: "reason", Label: "Причина", Kind: present.TextField},
			{Key: "sorry", Label: "Дължи се извинение", Kind: present.TickField},
		},
	}
}

func TestFormGoesThroughItsFieldsByTab(t *testing.T) {
	f := sampleForm()
	w, p := formWindow(t, f)
	var way []string
	for range 9 {
		for _, x := range p.fields {
			if x.stop() == w.Canvas().Focused() {
				way = append(way, x.field.Key)
			}
		}
		if w.Canvas().Focused() == fyne.Focusable(p.do) {
			way = append(way, "do")
		}
		w.Canvas().FocusNext()
	}
	if got := strings.Join(way, " "); got != "lead due act reason sorry do lead" {
		t.Errorf("Tab goes %q", got)
	}
}

func TestFormTakesWhatIsTyped(t *testing.T) {
	f := sampleForm()
	ran := false
	f.Run = func() error { ran = true; return nil }
	w, p := formWindow(t, f)
	w.focus(p.of(f.Field("reason")).stop())
	test.Type(w.Canvas().Focused(), "Обявен е конкурс")
	w.focus(p.of(f.Field("due")).stop())
	test.Type(w.Canvas().Focused(), "7.12")
	w.focus(p.of(f.Field("sorry")).stop())
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if f.Text("reason") != "Обявен е конкурс" || f.Day("due") != calendar.NewDate(2026, 12, 7) || !f.On("sorry") {
		t.Errorf("the form holds %q, %s, %v", f.Text("reason"), f.Day("due"), f.On("sorry"))
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: look.CtrlEnter})
	if !ran {
		t.Error("Ctrl+Enter did not submit")
	}
}

func TestRefusalStandsUnderItsFieldAndTakesTheFocus(t *testing.T) {
	f := sampleForm()
	f.Run = func() error { return domain.Refuse("give_back", domain.ReasonMissing).On("reason") }
	w, p := formWindow(t, f)
	test.Tap(p.do)
	x := p.of(f.Field("reason"))
	if !x.error.Visible() || x.wrong.Words() == "" {
		t.Error("nothing stands under the field")
	}
	if w.Canvas().Focused() != x.stop() {
		t.Error("the focus is elsewhere")
	}
	test.Type(w.Canvas().Focused(), "д")
	if x.error.Visible() {
		t.Error("the refusal stays although the field was changed")
	}
}

func TestUnreadableDayIsRefusedBeforeAnythingIsAsked(t *testing.T) {
	f := sampleForm()
	f.Run = func() error { t.Error("it ran"); return nil }
	w, p := formWindow(t, f)
	w.focus(p.of(f.Field("due")).stop())
	test.Type(w.Canvas().Focused(), "32.13")
	w.focus(p.do)
	p.submit()
	if f.Field("due").Wrong == "" {
		t.Error("nothing is said about the day")
	}
}

func TestEscGivesTheFormUp(t *testing.T) {
	f := sampleForm()
	closed := false
	f.Closed = func(done bool) { closed = !done }
	w, _ := formWindow(t, f)
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !closed {
		t.Error("Esc did not close")
	}
}

func TestBlockedFormSaysWhyAndDoesNothing(t *testing.T) {
	f := sampleForm()
	f.Run = func() error { t.Error("it ran"); return nil }
	f.Blocked = "Първо създайте писмото."
	_, p := formWindow(t, f)
	p.submit()
	if !p.do.Disabled() || p.foot.Words() != f.Blocked {
		t.Errorf("the button is %v, beside it stands %q", p.do.Disabled(), p.foot.Words())
	}
}

// Ctrl+Enter in the word that is still missing must not lead its next letter into a field that was wrong before.
func TestABlockedFormLeavesTheFocusWhereItIsTyped(t *testing.T) {
	f := sampleForm()
	f.Run = func() error { return domain.Refuse("give_back", domain.ReasonMissing).On("reason") }
	w, p := formWindow(t, f)
	p.submit()
	act := p.of(f.Field("act")).stop()
	w.focus(act)
	f.Blocked = "Напишете думата ЗАЛИЧИ."
	p.submit()
	test.Type(w.Canvas().Focused(), "З")
	if w.Canvas().Focused() != act {
		t.Error("the focus went to the field that was refused before")
	}
}

func TestHugePasteIsCutAndSaid(t *testing.T) {
	f := sampleForm()
	w, p := formWindow(t, f)
	e := p.of(f.Field("act")).stop()
	w.focus(e)
	retype(e, strings.Repeat("ж😀\u202e\x00\n", 20_000))
	if n := len([]rune(f.Field("act").Text)); n > 500 || f.Field("act").Wrong == "" || wordsIn(e) != f.Field("act").Text {
		t.Errorf("%d characters are kept, said is %q", n, f.Field("act").Wrong)
	}
}

func TestManyOptionsAreChosenOneByOne(t *testing.T) {
	f := sampleForm()
	var options []present.Option
	for k := range strings.SplitSeq("абвгдежзик", "") {
		options = append(options, present.Option{Key: k, Words: k})
	}
	f.Fields = append(f.Fields, &present.Field{Key: "others", Label: "Други", Kind: present.ManyField, Options: options})
	_, p := formWindow(t, f)
	in, ok := p.of(f.Field("others")).input.(*manyInput)
	if !ok {
		t.Fatal("not chosen one by one")
	}
	in.turn("г", true)
	in.turn("а", true)
	in.turn("г", false)
	if got := f.Field("others").Picked; len(got) != 1 || got[0] != "а" {
		t.Errorf("picked are %v", got)
	}
}

func TestTabBringsWhatItReachesIntoView(t *testing.T) {
	f := sampleForm()
	for _, k := range []string{"a", "b", "c", "d"} {
		f.Fields = append(f.Fields, &present.Field{Key: "text" + k, Label: k, Kind: present.TextField, Lines: 6})
	}
	f.Fields = append(f.Fields, &present.Field{Key: "last", Label: "Последно", Kind: present.TickField})
	w, p := formWindow(t, f)
	last := p.of(f.Field("last"))
	w.focus(last.stop())
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(last.box).Y
	if bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.do).Y; top <= 0 || top+last.box.Size().Height > bottom {
		t.Errorf("the last field lies at %v, the buttons at %v", top, bottom)
	}
}
