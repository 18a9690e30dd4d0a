package look

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"harta/internal/gui/manuscript"
)

// written shows an editor with words that somebody writes.
func written(t *testing.T, words string) (*Editor, fyne.Window) {
	t.Helper()
	startApp(t, Light)
	e := NewEditor("Напишете го")
	e.Put(words)
	a := NewArea(e, 4)
	w := newTestWindow(t, Padded(10, 10, 10, 10, AtTop(a.Container)), fyne.NewSize(320, 300))
	w.Canvas().Focus(e)
	return e, w
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
}

// shifted presses keys while Shift is down.
func shifted(e *Editor, keys ...fyne.KeyName) {
	e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(e, keys...)
	e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

type board struct{ words string }

func (b *board) Content() string     { return b.words }
func (b *board) SetContent(w string) { b.words = w }

func TestAnEditorIsWrittenByKeys(t *testing.T) {
	short := func(all ...fyne.Shortcut) func(*Editor) {
		return func(e *Editor) {
			for _, s := range all {
				e.TypedShortcut(s)
			}
		}
	}
	keys := func(all ...fyne.KeyName) func(*Editor) { return func(e *Editor) { press(e, all...) } }
	for name, c := range map[string]struct {
		do   func(*Editor)
		want string
	}{
		"a letter behind what was there": {func(e *Editor) { test.Type(e, "!") }, "Едно две.\nТри!"},
		"Enter":                          {keys(fyne.KeyReturn, fyne.KeyEnter), "Едно две.\nТри\n\n"},
		"Backspace and Delete":           {keys(fyne.KeyBackspace, fyne.KeyLeft, fyne.KeyDelete), "Едно две.\nТ"},
		"over the end of a paragraph":    {keys(fyne.KeyHome, fyne.KeyBackspace), "Едно две.Три"},
		"the word before":                {short(ctrl(fyne.KeyBackspace)), "Едно две.\n"},
		"the word after":                 {short(ctrl(fyne.KeyHome), ctrl(fyne.KeyDelete)), "две.\nТри"},
		"everything":                     {short(&fyne.ShortcutSelectAll{}, ctrl(fyne.KeyDelete)), ""},
		"taken back":                     {short(ctrl(fyne.KeyBackspace), ctrl(fyne.KeyBackspace), &fyne.ShortcutUndo{}), "Едно две.\n"},
		"and again by Ctrl+Y":            {short(ctrl(fyne.KeyBackspace), &fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}), "Едно две.\n"},
		"and again by Ctrl+Shift+Z":      {short(ctrl(fyne.KeyBackspace), &fyne.ShortcutUndo{}, ctrlShift(fyne.KeyZ)), "Едно две.\n"},
		"nothing to take back":           {short(&fyne.ShortcutUndo{}), "Едно две.\nТри"},
		"what is marked by Shift":        {func(e *Editor) { shifted(e, fyne.KeyLeft, fyne.KeyLeft); test.Type(e, "о") }, "Едно две.\nТо"},
		"a line marked":                  {func(e *Editor) { shifted(e, fyne.KeyHome); press(e, fyne.KeyDelete) }, "Едно две.\n"},
		"a word marked by Ctrl+Shift":    {short(ctrl(fyne.KeyHome), ctrlShift(fyne.KeyRight), ctrl(fyne.KeyDelete)), "две.\nТри"},
		"pasted over what is marked":     {short(ctrlShift(fyne.KeyHome), &fyne.ShortcutPaste{Clipboard: &board{"а\nб"}}), "а\nб"},
		"an empty clipboard":             {short(&fyne.ShortcutSelectAll{}, &fyne.ShortcutPaste{Clipboard: &board{}}), "Едно две.\nТри"},
		"a page":                         {func(e *Editor) { press(e, fyne.KeyPageUp); test.Type(e, "-") }, "-Едно две.\nТри"},
		"a strange shortcut":             {short(ctrl(fyne.KeyB), &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}), "Едно две.\nТри"},
	} {
		e, _ := written(t, "Едно две.\nТри")
		heard := e.Text()
		e.OnChanged = func(words string) { heard = words }
		c.do(e)
		if e.Text() != c.want || heard != c.want {
			t.Errorf("%s: %q, told was %q, want %q", name, e.Text(), heard, c.want)
		}
	}
}

func TestWhatIsMarkedIsCopiedAndCutOut(t *testing.T) {
	e, _ := written(t, "Едно две")
	b := &board{"старо"}
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: b})
	if b.words != "старо" {
		t.Error("nothing is marked, and it is copied")
	}
	e.TypedShortcut(ctrlShift(fyne.KeyLeft))
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: b})
	if b.words != "две" || e.Text() != "Едно две" {
		t.Errorf("copied is %q", b.words)
	}
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: b})
	if e.Text() != "Едно " {
		t.Errorf("cut, it is %q", e.Text())
	}
	e.Disable()
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: b})
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: b})
	e.TypedShortcut(&fyne.ShortcutUndo{})
	test.Type(e, "а")
	press(e, fyne.KeyDelete)
	if e.Text() != "Едно " || b.words != "Едно " {
		t.Errorf("of what cannot be written %q is left and %q copied", e.Text(), b.words)
	}
}

// spot gives the middle of the left edge of a letter in the editor.
func spot(e *Editor, p manuscript.Place) fyne.Position {
	line, x := e.text.Spot(p)
	return fyne.NewPos(editorAir+x, editorAir+(float32(line)+0.5)*LineOfBody()-e.offset)
}

func down(e *Editor, at fyne.Position, with fyne.KeyModifier) {
	e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: with})
	e.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
}

func TestThePointerMarksLettersWordsAndParagraphs(t *testing.T) {
	e, w := written(t, "Едно две.\nТри четири")
	w.Canvas().Unfocus()
	at := spot(e, manuscript.Place{Paragraph: 1, Letter: 6})
	down(e, at, 0)
	if w.Canvas().Focused() != fyne.Focusable(e) || e.text.Caret() != (manuscript.Place{Paragraph: 1, Letter: 6}) {
		t.Fatalf("the caret is at %v", e.text.Caret())
	}
	e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: spot(e, manuscript.Place{Letter: 5})}})
	if got := e.SelectedText(); got != "две.\nТри че" {
		t.Errorf("dragged over is %q", got)
	}
	down(e, spot(e, manuscript.Place{}), fyne.KeyModifierShift)
	if got := e.SelectedText(); got != "Едно две.\nТри че" {
		t.Errorf("with Shift it is %q", got)
	}
	down(e, at, 0)
	e.DoubleTapped(&fyne.PointEvent{Position: at})
	if got := e.SelectedText(); got != "четири" {
		t.Errorf("pressed twice is %q", got)
	}
	down(e, at, 0)
	if got := e.SelectedText(); got != "Три четири" {
		t.Errorf("pressed three times is %q", got)
	}
	down(e, at, 0)
	if got := e.SelectedText(); got != "" {
		t.Errorf("pressed anew is %q", got)
	}
	e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(-50, -400)}})
	if got := e.SelectedText(); got != "Едно две.\nТри че" {
		t.Errorf("dragged away is %q", got)
	}
}

func TestTheMenuOfAnEditorDoesWhatItsKeysDo(t *testing.T) {
	e, w := written(t, "Едно две")
	words := func() []string {
		var all []string
		for _, item := range e.menu() {
			if !item.IsSeparator {
				all = append(all, item.Label)
			}
		}
		return all
	}
	if want := []string{"Cut", "Copy", "Paste", "Select all"}; !slices.Equal(words(), want) {
		t.Errorf("offered are %q, want %q", words(), want)
	}
	test.Type(e, "!")
	if want := []string{"Undo", "Cut", "Copy", "Paste", "Select all"}; !slices.Equal(words(), want) {
		t.Errorf("after a letter %q, want %q", words(), want)
	}
	e.menu()[0].Action()
	if e.Text() != "Едно две" || words()[0] != "Redo" {
		t.Errorf("taken back it is %q, offered are %q", e.Text(), words())
	}
	e.text.MarkWord(manuscript.Place{})
	e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: spot(e, manuscript.Place{Letter: 1})}, Button: desktop.MouseButtonSecondary})
	if e.SelectedText() != "Едно" {
		t.Error("what was marked is not, when its menu is asked for")
	}
	test.TapSecondary(e)
	if w.Canvas().Overlays().Top() == nil {
		t.Error("no menu opens")
	}
	e.Disable()
	if want := []string{"Copy", "Select all"}; !slices.Equal(words(), want) {
		t.Errorf("where nothing can be written %q, want %q", words(), want)
	}
}

func TestWhatTheOwnerMendsIsTakenBackWithTheKeyThatMadeIt(t *testing.T) {
	e, _ := written(t, "Моля")
	e.OnChanged = func(words string) { e.Put(strings.ReplaceAll(words, "::край ", "С уважение")) }
	test.Type(e, " ::край ")
	if e.Text() != "Моля С уважение" {
		t.Fatalf("%q", e.Text())
	}
	test.Type(e, ",")
	if e.Text() != "Моля С уважение," {
		t.Errorf("the caret is elsewhere: %q", e.Text())
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.Text() != "Моля " {
		t.Errorf("taken back it is %q", e.Text())
	}
}

func TestWhatTheProgramPutsCanBeTakenBackButNotAnotherText(t *testing.T) {
	e, w := written(t, "Първо")
	w.Canvas().Unfocus()
	e.Put("Първо\nОсвен това")
	w.Canvas().Focus(e)
	test.Type(e, ".")
	if e.Text() != "Първо\nОсвен това." {
		t.Errorf("one goes on at %q", e.Text())
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.Text() != "Първо" || e.text.CanUndo() {
		t.Errorf("taken back it is %q", e.Text())
	}
	e.Put("")
	e.Put("Друго")
	if e.text.CanUndo() || e.text.CanRedo() {
		t.Error("a text of another case comes back")
	}
	e.OnChanged = func(string) { e.Put("Не така") }
	test.Type(e, "а")
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.Text() != "Не така" || e.text.CanUndo() {
		t.Errorf("what cannot be taken back is, %q", e.Text())
	}
}

func TestOneGoesOnBehindATextThatWasFoundAgainHoweverItBreaks(t *testing.T) {
	e, _ := written(t, "Молим за отговор по въпроса с уличното осветление и с тротоара пред блока.\nКакто и за пътя.")
	test.Type(e, "те")
	if !strings.HasSuffix(e.Text(), "пътя.те") {
		t.Errorf("%q", e.Text())
	}
}

func TestAnEditorScrollsToItsCaretAndByTheWheel(t *testing.T) {
	e, _ := written(t, strings.TrimSuffix(strings.Repeat("ред\n", 50), "\n"))
	if e.offset != e.beyond() || e.offset == 0 {
		t.Fatalf("scrolled by %v of %v", e.offset, e.beyond())
	}
	e.TypedShortcut(ctrl(fyne.KeyHome))
	if e.offset != 0 {
		t.Errorf("at the beginning it is scrolled by %v", e.offset)
	}
	press(e, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if line := 5 * LineOfBody(); e.offset+e.room() != line {
		t.Errorf("the last line ends at %v, want %v", e.offset+e.room(), line)
	}
	w := newWheel(e)
	w.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -1e6)})
	if e.offset != e.beyond() {
		t.Errorf("by the wheel it is scrolled by %v", e.offset)
	}
	test.Type(e, "а") // where the caret is
	if e.offset > 5*LineOfBody() {
		t.Error("one does not see what one types")
	}
	before := e.offset
	e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(e.Size().Width-2, e.barSpan().top+2)}, Button: desktop.MouseButtonPrimary})
	e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(0, e.Size().Height)}})
	e.DragEnd()
	if e.offset <= before || e.SelectedText() != "" {
		t.Errorf("the bar leads to %v", e.offset)
	}
	e.Put("ред")
	if e.offset != 0 {
		t.Error("a short text is scrolled")
	}
}

func TestALongTextIsReadFromItsBeginningAndWrittenAtItsEnd(t *testing.T) {
	startApp(t, Light)
	e := NewEditor("")
	e.Put(longText(2000))
	w := newTestWindow(t, AtTop(NewArea(e, 4).Container), fyne.NewSize(300, 200))
	if e.offset != 0 {
		t.Errorf("it is scrolled by %v", e.offset)
	}
	third := fyne.NewPos(40, editorAir+2.5*LineOfBody())
	down(e, third, 0)
	if line, _ := e.text.Spot(e.text.Caret()); line != 2 || e.offset != 0 {
		t.Errorf("pressed in the third line the caret is in line %d, and the text is scrolled by %v", line, e.offset)
	}
	w.Canvas().Unfocus()
	e.Put(longText(3000))
	w.Canvas().Focus(e)
	if e.offset != e.beyond() {
		t.Errorf("with the focus it is scrolled by %v of %v", e.offset, e.beyond())
	}
}

func TestOnlyTheLinesThatAreSeenAreDrawn(t *testing.T) {
	e, _ := written(t, longText(20_000))
	shown := func(r *editorRenderer) int {
		n := 0
		for _, l := range r.lines {
			if !l.Hidden {
				n++
			}
		}
		return n
	}
	c, ok := test.WidgetRenderer(e).(clippedEditor)
	if !ok {
		t.Fatal("another renderer")
	}
	if n := shown(c.editorRenderer); n > 6 || n < 4 {
		t.Errorf("%d lines are drawn in a room for 4", n)
	}
	for range 200 {
		press(e, fyne.KeyUp)
	}
	if n := len(c.lines); n > 7 {
		t.Errorf("%d objects are kept", n)
	}
	grown := NewEditor("").Growing()
	grown.Put(longText(20_000))
	newTestWindow(t, grown, fyne.NewSize(400, 300))
	grown.See(1000, 1100)
	r, ok := test.WidgetRenderer(grown).(*editorRenderer)
	if !ok {
		t.Fatal("another renderer")
	}
	if n := shown(r); n > 8 || n < 5 {
		t.Errorf("%d lines are drawn in a part of 100", n)
	}
	if grown.MinSize().Height < 4000 {
		t.Errorf("the whole is %v high", grown.MinSize().Height)
	}
}

func TestLettersStandWhereTheToolkitDrawsThem(t *testing.T) {
	startApp(t, Light)
	for words, off := range map[string]float32{
		"Уважаема госпожо Примерова, с Ваше заявление вх. № 94-1312/12.11.2026 г. поискахте справка.": 0.3,
		"„Топлофикация“ ЕАД – Фондация Та Ту. Тя, зя, вя; УЯ! (чл. 123, ал. 1 от АПК)":                0.3,
		"По имейл: delovodstvo@primerno.example, office@fi-fi.bg и на адрес ул. „Ѝ“ 7.":               0.3,
		"и\u0300 نص أب 🙂 край": 2, // what is read from the right is drawn by the line
	} {
		letters := []rune(words)
		widths := make([]float32, len(letters))
		measure(letters, widths)
		x := float32(0)
		for i, w := range widths {
			if want := Body.Width(string(letters[:i])); x-want > off+0.8 || want-x > off+0.8 { // before the next letter it may stand closer
				t.Errorf("%q: letter %d stands at %v, drawn at %v", words, i, x, want)
			}
			x += w
		}
		if want := Body.Width(words); x-want > off || want-x > off {
			t.Errorf("%q is %v wide, drawn %v", words, x, want)
		}
	}
}

func TestAnEditorIsOneStopAndKeepsItsLookWithoutTheFocus(t *testing.T) {
	startApp(t, Light)
	e, f := NewEditor("Напишете го"), NewEntry("")
	a := NewArea(e, 3)
	w := newTestWindow(t, Column(4, a.Container, NewField(f, nil, nil).Container), fyne.NewSize(300, 200))
	var heard []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { heard = append(heard, ev.Name) })
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(e) || !a.focused {
		t.Fatal("the editor has no focus")
	}
	press(e, fyne.KeyF8, fyne.KeyEscape)
	e.TypedShortcut(ctrl(fyne.KeyReturn))
	if want := []fyne.KeyName{FocusMoved, fyne.KeyF8, fyne.KeyEscape, CtrlEnter}; !slices.Equal(heard, want) {
		t.Errorf("the window heard %v, want %v", heard, want)
	}
	test.Type(e, "бел")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(f) || a.focused {
		t.Error("Tab does not lead out")
	}
	a.Allow(false)
	w.Canvas().FocusNext()
	if w.Canvas().Focused() == fyne.Focusable(e) {
		t.Error("what cannot be written is a stop")
	}
}

func TestALongPasteIsBorne(t *testing.T) {
	e, _ := written(t, "а")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &board{strings.Repeat("дума ", 20_000)}})
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &board{strings.Repeat("я", 100_000)}})
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &board{strings.Repeat("🙂\u202eأ\x00\r\n", 5000)}})
	if n := len([]rune(e.Text())); n != 1+100_000+100_000+30_000 {
		t.Errorf("%d letters", n)
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.Text() != "а" {
		t.Error("it is not taken back")
	}
}
