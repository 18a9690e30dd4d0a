package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func people(typed string) []Suggestion {
	if typed == "х" {
		return nil
	}
	return []Suggestion{{Key: "1", Words: "Ивайло Начев", Bold: [][2]int{{0, 4}}, Right: "3"}, {Key: "2", Words: "Иван Колев", Right: "1"}}
}

func newPeople(chosen, added *string) *Completion {
	return NewCompletion(people, func(s Suggestion) { *chosen = s.Key }).WithNew("Нов подател", "Ins", func(typed string) { *added = "+" + typed })
}

func TestACompletionIsTakenByKeysWithoutLosingTheFocus(t *testing.T) {
	for name, c := range map[string]struct {
		typed         string
		keys          []fyne.KeyName
		chosen, added string
		open          bool
	}{
		"Enter takes the first":         {"ив", []fyne.KeyName{fyne.KeyReturn}, "1", "", false},
		"down takes the second":         {"ив", []fyne.KeyName{fyne.KeyDown, fyne.KeyEnter}, "2", "", false},
		"up and down stay in the list":  {"ив", []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn}, "1", "", false},
		"the last line adds":            {"ив", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "", "+ив", false},
		"Insert adds":                   {"ив", []fyne.KeyName{fyne.KeyInsert}, "", "+ив", false},
		"nobody found, Enter adds":      {"х", []fyne.KeyName{fyne.KeyReturn}, "", "+х", false},
		"Esc closes":                    {"ив", []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn}, "", "", false},
		"down opens a closed one again": {"ив", []fyne.KeyName{fyne.KeyEscape, fyne.KeyDown}, "", "", true},
	} {
		startApp(t, Light)
		chosen, added := "", ""
		e := newPeople(&chosen, &added)
		w := window(t, Column(0, Sized(230, 0, e)))
		w.Canvas().Focus(e.Entry())
		test.Type(e.Entry(), c.typed)
		if !e.Open() || w.Canvas().Focused() != e.Entry() || Covered(w.Canvas()) {
			t.Fatalf("%s: open = %v, focus on %T", name, e.Open(), w.Canvas().Focused())
		}
		press(e.Entry(), c.keys...)
		if chosen != c.chosen || added != c.added || e.Open() != c.open || w.Canvas().Focused() != e.Entry() {
			t.Errorf("%s: chosen %q, added %q, open %v", name, chosen, added, e.Open())
		}
	}
}

func TestACompletionIsTakenByThePointer(t *testing.T) {
	startApp(t, Light)
	chosen, added := "", ""
	e := newPeople(&chosen, &added)
	w := window(t, Column(0, Sized(230, 0, e)))
	w.Canvas().Focus(e.Entry())
	test.Type(e.Entry(), "ив")
	at := fyne.NewPos(40, 28+2+1+28+10)
	test.MoveMouse(w.Canvas(), at)
	w.Canvas().Unfocus() // as the window does for a press on what takes no focus
	if !e.Open() {
		t.Fatal("a press on the list closes it before it is heard")
	}
	test.TapCanvas(w.Canvas(), at)
	if chosen != "2" || e.Text() != "Иван Колев" || w.Canvas().Focused() != e.Entry() || e.Open() {
		t.Fatalf("chosen %q, text %q, focus on %T, open %v", chosen, e.Text(), w.Canvas().Focused(), e.Open())
	}
}

func TestACompletionClosesWhenItsFieldIsLeftOrEmptied(t *testing.T) {
	startApp(t, Light)
	chosen, added := "", ""
	e := newPeople(&chosen, &added)
	w := window(t, Column(0, e, NewTick("", nil)))
	w.Canvas().Focus(e.Entry())
	test.Type(e.Entry(), "ив")
	w.Canvas().FocusNext()
	if e.Open() {
		t.Fatal("the list stays when the field is left")
	}
	w.Canvas().Focus(e.Entry())
	test.Type(e.Entry(), "а")
	e.Entry().SetText("")
	if e.Open() {
		t.Fatal("the list stays over an empty field")
	}
	e.Put("Иван Колев")
	if e.Open() {
		t.Fatal("text from the program opens the list")
	}
}

func TestAListLiesUnderItsFieldAndAsWide(t *testing.T) {
	startApp(t, Light)
	chosen, added := "", ""
	e := newPeople(&chosen, &added)
	w := window(t, Column(0, Sized(0, 100, NewBox(None)), e))
	w.Canvas().Focus(e.Entry())
	test.Type(e.Entry(), "ив")
	frame := e.list.layer.floats[0].object
	if at, size := frame.Position(), frame.Size(); at != fyne.NewPos(0, 130) || size != fyne.NewSize(900, 3*28+2) {
		t.Fatalf("the list lies at %v in %v", at, size)
	}
	w.Resize(fyne.NewSize(700, 200))
	if at, size := frame.Position(), frame.Size(); at.Y != 100-2-size.Height || size.Width != 700 {
		t.Fatalf("without room below it lies at %v in %v", at, size)
	}
}

func TestAToastTakesNeitherFocusNorPointer(t *testing.T) {
	startApp(t, Light)
	pressed, undone := 0, 0
	button := NewButton("Печат", nil, Plain, func() { pressed++ })
	e := NewEntry("")
	w := window(t, Column(0, button, NewField(e, nil, nil).Container))
	w.Canvas().Focus(e)
	hide := ShowToast(w.Canvas(), "Записано.", Icon(theme.IconNameConfirm), ToastAct{Words: "Върни", Icon: Icon(theme.IconNameContentUndo), Do: func() { undone++ }})
	layer := layerOf(w.Canvas())
	if w.Canvas().Focused() != e || Covered(w.Canvas()) {
		t.Fatal("the toast takes the focus")
	}
	toast := layer.floats[0].object
	if got := toast.Size(); got != fyne.NewSize(420, 44) {
		t.Errorf("size = %v, want 420×44", got)
	}
	if at := toast.Position(); at != fyne.NewPos(240, 600-44-34) {
		t.Errorf("it lies at %v", at)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, 10))
	if pressed != 1 {
		t.Error("a press beside the toast is lost")
	}
	ShowToast(w.Canvas(), "Изпратено: отговор по жалба, обратна разписка и уведомление до посочения служител.", Icon(theme.IconNameConfirm), ToastAct{Words: "Върни", Icon: Icon(theme.IconNameContentUndo), Do: func() { undone++ }})
	if len(layer.floats) != 1 || layer.floats[0].object.Size().Width <= 420 {
		t.Errorf("%d toasts; the new one takes the place of the old one and is wider", len(layer.floats))
	}
	hide() // the old one is gone already
	at := layer.floats[0].object.Position().Add(layer.floats[0].object.Size()).SubtractXY(80, 22)
	test.TapCanvas(w.Canvas(), at)
	if undone != 1 || len(layer.floats) != 0 {
		t.Errorf("undone %d times, %d toasts left", undone, len(layer.floats))
	}
}

func TestAToastCoversNoButton(t *testing.T) {
	startApp(t, Light)
	button := func() fyne.CanvasObject { return NewButton("Подпиши и изведи", nil, Plain, nil).High(32) }
	bar := Sized(0, 52, Padded(10, 10, 16, 16, Row(8, button(), button(), button(), Spacer(), button(), button(), button())))
	e := NewEntry("")
	w := window(t, Edged(nil, Column(0, NewField(e, nil, nil).Container, bar, Sized(0, 26, NewBox(Band))), nil, nil, NewScrolled(Column(0, button())).Container))
	ShowToast(w.Canvas(), "Записано.", Icon(theme.IconNameConfirm), ToastAct{Words: "Върни", Icon: Icon(theme.IconNameContentUndo), Do: func() {}})
	toast := layerOf(w.Canvas()).floats[0].object
	for _, c := range controls(w.Canvas().Content(), fyne.Position{}) {
		if at := toast.Position(); c.shared(at.X, at.Y, toast.Size()) > 0 {
			t.Errorf("the toast at %v covers what stands at %v", at, c.at)
		}
	}
	if !CloseToast(w.Canvas()) || len(layerOf(w.Canvas()).floats) != 0 || CloseToast(w.Canvas()) {
		t.Error("it is not closed, or closed twice")
	}
	ShowToast(w.Canvas(), "Записано.", Icon(theme.IconNameConfirm))
	toast = layerOf(w.Canvas()).floats[0].object
	test.TapCanvas(w.Canvas(), toast.Position().Add(toast.Size()).SubtractXY(24, 22))
	if len(layerOf(w.Canvas()).floats) != 0 {
		t.Error("its cross does not close it")
	}
}

func TestALongToastBreaksIntoTwoLines(t *testing.T) {
	startApp(t, Light)
	w := window(t, NewBox(None))
	ShowToast(w.Canvas(), "Копието е записано на USB диск и е прочетено обратно: 12 от 12 части, без разлики, за по-малко от секунда общо.", nil, ToastAct{Words: "Върни", Icon: Icon(theme.IconNameContentUndo), Do: func() {}})
	if got := layerOf(w.Canvas()).floats[0].object.Size(); got != fyne.NewSize(toastWidest, 62) {
		t.Fatalf("size = %v, want %v×62", got, toastWidest)
	}
}

func TestATipLiesBesideItsOwnerAndGoes(t *testing.T) {
	startApp(t, Light)
	button := NewButton("", Icon(theme.IconNameHome), Plain, nil)
	w := window(t, Column(0, Row(0, button)))
	hide := ShowTip(button, "Днес")
	layer := layerOf(w.Canvas())
	if at := layer.floats[0].object.Position(); at != fyne.NewPos(button.Size().Width+6, 2) {
		t.Errorf("it lies at %v", at)
	}
	hide()
	hide()
	if len(layer.floats) != 0 {
		t.Error("the tip stays")
	}
}

func question() Question {
	return Question{Title: "Да се анулира ли?", Words: "Не може да се върне.", Yes: "Анулирай", No: "Не сега"}
}

func TestAQuestionIsAnsweredByKeys(t *testing.T) {
	danger, typed := question(), question()
	danger.Danger = true
	typed.Danger, typed.Typed = true, "АНУЛИРАМ"
	for name, c := range map[string]struct {
		q    Question
		keys []fyne.KeyName
		want string
	}{
		"Enter presses the primary button":     {question(), []fyne.KeyName{fyne.KeyReturn}, "yes"},
		"Enter presses the safe one":           {danger, []fyne.KeyName{fyne.KeyReturn}, "no"},
		"Tab goes on to the other one":         {danger, []fyne.KeyName{fyne.KeyTab, fyne.KeySpace}, "yes"},
		"Tab goes round":                       {danger, []fyne.KeyName{fyne.KeyTab, fyne.KeyTab, fyne.KeySpace}, "no"},
		"Esc is no":                            {question(), []fyne.KeyName{fyne.KeyEscape}, "no"},
		"Ctrl+Enter is yes":                    {danger, []fyne.KeyName{CtrlEnter}, "yes"},
		"without the word nothing is pressed":  {typed, []fyne.KeyName{CtrlEnter}, ""},
		"keys of the window do not go through": {question(), []fyne.KeyName{fyne.KeyF8}, ""},
	} {
		startApp(t, Light)
		answer, window2 := "", 0
		e := NewEntry("")
		w := window(t, Column(0, NewField(e, nil, nil).Container))
		w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) {
			if ev.Name != FocusMoved {
				window2++
			}
		})
		w.Canvas().Focus(e)
		Ask(w.Canvas(), c.q, func(yes bool) { answer = map[bool]string{true: "yes", false: "no"}[yes] })
		for _, k := range c.keys {
			if k == fyne.KeyTab {
				w.Canvas().FocusNext()
				continue
			}
			if k == CtrlEnter {
				w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
				continue
			}
			press(w.Canvas().Focused(), k)
		}
		if answer != c.want || window2 != 0 {
			t.Errorf("%s: %q, want %q; the window heard %d keys", name, answer, c.want, window2)
		}
		if answer == "" {
			continue
		}
		if Covered(w.Canvas()) || w.Canvas().Focused() != e {
			t.Errorf("%s: the focus is on %T, want it back where it was", name, w.Canvas().Focused())
		}
		press(e, fyne.KeyF8)
		if window2 != 1 {
			t.Errorf("%s: the window does not hear its keys again", name)
		}
	}
}

func TestAWordMakesSureBeforeYes(t *testing.T) {
	startApp(t, Light)
	answered := false
	q := question()
	q.Danger, q.Typed, q.TypedLabel = true, "АНУЛИРАМ", "Напишете АНУЛИРАМ"
	w := window(t, NewBox(None))
	Ask(w.Canvas(), q, func(yes bool) { answered = yes })
	w.Canvas().FocusPrevious()
	e, ok := w.Canvas().Focused().(*Entry)
	if !ok {
		t.Fatalf("before the safe button is %T, want the entry", w.Canvas().Focused())
	}
	test.Type(e, "анулира")
	press(e, fyne.KeyReturn)
	if answered {
		t.Fatal("half a word is enough")
	}
	test.Type(e, "м")
	press(e, fyne.KeyReturn)
	if !answered {
		t.Fatal("the whole word is not enough")
	}
}

func TestAModalKeepsThePointerFromWhatLiesBehind(t *testing.T) {
	startApp(t, Light)
	pressed := 0
	button := NewButton("Печат", nil, Plain, func() { pressed++ })
	w := window(t, Column(0, Row(0, button)))
	escaped := false
	hide := Sheet(w.Canvas(), NewTick("а", nil), Pane{Width: 680, Height: 504, Top: 72, OnEsc: func() { escaped = true }})
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 10))
	if pressed != 0 {
		t.Error("a press goes through the shade")
	}
	m, ok := w.Canvas().Overlays().Top().(*modal)
	if !ok {
		t.Fatal("no modal is shown")
	}
	if at, size := m.panel.Position(), m.panel.Size(); at != fyne.NewPos(110, 72) || size != fyne.NewSize(680, 504) {
		t.Errorf("the panel lies at %v in %v", at, size)
	}
	press(w.Canvas().Focused(), fyne.KeyEscape)
	if !escaped {
		t.Error("Esc is not heard")
	}
	hide()
	hide()
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 10))
	if pressed != 1 {
		t.Error("the screen does not hear the pointer again")
	}
}

func TestAListWithinAModalFloatsOverIt(t *testing.T) {
	startApp(t, Light)
	chosen, added := "", ""
	e := newPeople(&chosen, &added)
	w := window(t, NewBox(None))
	Modal(w.Canvas(), Column(0, e), fyne.NewSize(400, 300), nil)
	w.Canvas().Focus(e.Entry())
	test.Type(e.Entry(), "ив")
	press(e.Entry(), fyne.KeyDown, fyne.KeyReturn)
	if chosen != "2" {
		t.Fatalf("chosen %q, want 2", chosen)
	}
}

func TestTheLayerLetsThePointerThrough(t *testing.T) {
	startApp(t, Light)
	over := NewButton("а", nil, Plain, nil)
	w := window(t, Column(0, Row(0, over)))
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 10))
	if !over.hovered {
		t.Fatal("the pointer does not reach what lies under the layer")
	}
	var _ desktop.Hoverable = over
}
