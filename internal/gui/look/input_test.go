package look

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"harta/internal/calendar"
)

func press(f fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func window(tb testing.TB, o fyne.CanvasObject) fyne.Window {
	tb.Helper()
	return newTestWindow(tb, o, fyne.NewSize(900, 600))
}

func TestControlsHaveTheHeightOfTheTokens(t *testing.T) {
	startApp(t, Light)
	cards := []RadioCard{{nil, "а", "б", nil}, {nil, "в", "г", nil}}
	for name, o := range map[string]struct {
		object fyne.CanvasObject
		want   float32
	}{
		"button":    {NewButton("Печат", nil, Plain, nil), 28},
		"tick":      {NewTick("отметнато", nil), 28},
		"bare tick": {NewTick("", nil), 28},
		"segments":  {NewSegments([]string{"на гише", "поща"}, nil), 28},
		"kinds":     {NewKinds([]string{"Жалба"}, []string{"Ж"}, nil), 36},
		"date":      {NewDateField(parser(), nil), 28},
		"time":      {NewTimeField(nil), 28},
		"complete":  {NewCompletion(nil, nil), 28},
		"tabs":      {NewTabs([]TabWords{{"Ход", 1}}, nil), 34},
		"avatar":    {NewAvatar("МП", true), 32},
		"cards":     {NewRadioCards(cards, nil), 60 + 8 + 60},
		"skeleton":  {NewSkeleton(3), 72},
	} {
		if got := o.object.MinSize().Height; got != o.want {
			t.Errorf("%s: height = %v, want %v", name, got, o.want)
		}
	}
	if got := NewTick("", nil).MinSize().Width; got != 28 {
		t.Errorf("bare tick: width = %v, want 28", got)
	}
	if got := NewDateField(parser(), nil).Field.MinSize(); got.Width > dateWidth {
		t.Errorf("date: width = %v, want at most %v", got.Width, dateWidth)
	}
}

func TestATickTurnsByKeyAndPointerButNotByProgram(t *testing.T) {
	startApp(t, Light)
	var heard []bool
	tick := NewTick("запазена самоличност", func(on bool) { heard = append(heard, on) })
	w := window(t, Row(0, tick))
	tick.Put(true)
	press(tick, fyne.KeySpace, fyne.KeyReturn, fyne.KeyDown)
	test.Tap(tick)
	if want := []bool{false, true, false}; !slices.Equal(heard, want) || tick.On() {
		t.Fatalf("heard %v, on = %v; want %v and off", heard, tick.On(), want)
	}
	if w.Canvas().Focused() != tick {
		t.Fatalf("focus is on %T, want the pressed tick", w.Canvas().Focused())
	}
	tick.Allow(false)
	press(tick, fyne.KeySpace)
	test.Tap(tick)
	if len(heard) != 3 {
		t.Fatal("a disabled tick turns")
	}
}

func TestAChoiceOfSegmentsMovesByArrowsAndLettersOfBothAlphabets(t *testing.T) {
	startApp(t, Light)
	words := []string{"на гише", "поща", "кутия", "телефон", "препратена"}
	for name, c := range map[string]struct {
		keys  []fyne.KeyName
		runes string
		want  []int
	}{
		"arrows":                {keys: []fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft}, want: []int{1, 2, 1}},
		"it stops at the end":   {keys: []fyne.KeyName{fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome, fyne.KeyLeft}, want: []int{4, 0}},
		"letters":               {runes: "ткК", want: []int{3, 2}},
		"the same letter again": {runes: "ппп", want: []int{1, 4, 1}},
		"phonetic keyboard":     {runes: "tkp", want: []int{3, 2, 4}},
		"unknown letters":       {runes: "ф1", want: nil},
	} {
		var heard []int
		s := NewSegments(words, func(i int) { heard = append(heard, i) })
		window(t, Row(0, s))
		press(s, c.keys...)
		for _, r := range c.runes {
			s.TypedRune(r)
		}
		if !slices.Equal(heard, c.want) {
			t.Errorf("%s: heard %v, want %v", name, heard, c.want)
		}
	}
}

func TestAKindIsChosenByItsLetter(t *testing.T) {
	startApp(t, Light)
	chosen := -1
	k := NewKinds([]string{"Жалба", "Сигнал", "Предложение", "Въпрос", "Похвала"}, []string{"Ж", "С", "П", "В", "Х"}, func(i int) { chosen = i })
	window(t, Row(0, k))
	if k.Current() != -1 {
		t.Fatal("a kind is chosen before anybody chose")
	}
	for r, want := range map[rune]int{'ж': 0, 'Х': 4, 'v': 0, 's': 1, 'p': 2, 'w': 3, 'h': 4, 'n': 4, 'i': 1} {
		k.TypedRune(r)
		if k.Current() != want || chosen < 0 {
			t.Errorf("%c chose %d, want %d", r, k.Current(), want)
		}
	}
	k.Put(-1)
	press(k, fyne.KeyRight)
	if chosen != 0 {
		t.Errorf("the first arrow chose %d, want 0", chosen)
	}
}

func TestKindsFillTheWidth(t *testing.T) {
	startApp(t, Light)
	k := NewKinds([]string{"Жалба", "Предложение"}, []string{"Ж", "П"}, nil)
	spans := k.kinds(592)
	if last := spans[1].x + spans[1].width; last < 590 || last > 592 {
		t.Fatalf("the last button ends at %v, want 592", last)
	}
}

func TestAGroupIsOneStopForTheFocus(t *testing.T) {
	startApp(t, Light)
	button := NewButton("Избери", nil, Plain, nil)
	cards := NewRadioCards([]RadioCard{{Icon(theme.IconNameStorage), "USB", "диск", nil}, {Icon(theme.IconNameFolder), "Папка", "", button}}, nil)
	segments := NewSegments([]string{"а", "б"}, nil)
	kinds := NewKinds([]string{"Жалба", "Сигнал"}, []string{"Ж", "С"}, nil)
	tabs := NewTabs([]TabWords{{"Ход", -1}, {"Писма", 2}}, nil)
	looked := NewMonth("март", dayNames, december())
	w := window(t, Column(4, segments, kinds, tabs, looked, cards))
	for i, want := range []fyne.Focusable{segments, kinds, tabs, cards.Stop(), button, segments} {
		w.Canvas().FocusNext()
		if got := w.Canvas().Focused(); got != want {
			t.Fatalf("stop %d is %T, want %T", i, got, want)
		}
	}
}

func TestEveryStopHandsOnTheKeysOfTheWindow(t *testing.T) {
	startApp(t, Light)
	tick := NewTick("а", nil)
	cards := NewRadioCards([]RadioCard{{nil, "а", "", nil}}, nil)
	bars, stacked, load := NewBars([]string{"ян"}, []Series{{"а", Accent}}, func(int, int) {}), NewStacked(nil, func(int) {}), NewWeekLoad(func(int) {})
	pages, button := NewPageView(), NewButton("а", nil, Plain, nil)
	segments, tabs := NewSegments([]string{"а"}, nil), NewTabs([]TabWords{{"а", 0}}, nil)
	month := NewMonth("март", dayNames, []MonthDay{{Number: 1, OnTap: func() {}}})
	date, at, completion := NewDateField(parser(), nil), NewTimeField(nil), NewCompletion(nil, nil)
	w := window(t, Column(0, tick, cards, bars, stacked, load, pages, button, segments, tabs, month, date, at, completion))
	var heard []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { heard = append(heard, ev.Name) })
	for _, f := range []fyne.Focusable{tick, cards.Stop(), bars, stacked, load, pages, button, segments, tabs, month, date.Entry(), at.Entry(), completion.Entry()} {
		heard = nil
		w.Canvas().Focus(f)
		heard = nil // where the focus went it hears too
		press(f, fyne.KeyF8, fyne.KeyEscape)
		s, ok := f.(fyne.Shortcutable)
		if !ok {
			t.Errorf("%T hears no shortcuts", f)
			continue
		}
		s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
		if want := []fyne.KeyName{fyne.KeyF8, fyne.KeyEscape, CtrlEnter}; !slices.Equal(heard, want) {
			t.Errorf("%T: the window heard %v, want %v", f, heard, want)
		}
	}
}

func TestCardsAreChosenByArrowsAndPointer(t *testing.T) {
	startApp(t, Light)
	var heard []int
	cards := NewRadioCards([]RadioCard{{nil, "а", "", nil}, {nil, "б", "", nil}, {nil, "в", "", nil}}, func(i int) { heard = append(heard, i) })
	window(t, Column(0, cards))
	press(cards.Stop(), fyne.KeyDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyUp)
	test.TapAt(cards.choice, fyne.NewPos(20, 10))
	if want := []int{1, 2, 1, 0}; !slices.Equal(heard, want) || cards.Current() != 0 {
		t.Fatalf("heard %v, want %v", heard, want)
	}
}

func TestTabsChangeByArrowsAndPointerAndShowNewCounts(t *testing.T) {
	startApp(t, Light)
	var heard []int
	words := []TabWords{{"Ход", -1}, {"Документи", 3}, {"Писма", 1}}
	tabs := NewTabs(words, func(i int) { heard = append(heard, i) })
	window(t, Column(0, tabs))
	press(tabs, fyne.KeyLeft, fyne.KeyRight, fyne.KeyEnd)
	test.TapAt(tabs, fyne.NewPos(20, 10))
	if want := []int{1, 2, 0}; !slices.Equal(heard, want) {
		t.Fatalf("heard %v, want %v", heard, want)
	}
	before := tabs.MinSize().Width
	tabs.SetCounts(-1, 300, 1)
	if tabs.MinSize().Width <= before || words[1].Count != 3 {
		t.Fatal("a longer count must take more room, and the caller's words stay as they were")
	}
}

func TestLettersOfAKeyCapAreFoundInBothAlphabets(t *testing.T) {
	startApp(t, Light)
	for _, c := range []struct {
		typed, letter rune
		want          bool
	}{
		{'a', 'A', true},
		{'А', 'A', true},
		{'н', 'N', true},
		{'т', 'N', false},
		{'е', 'E', true},
		{'р', 'R', true},
		{'и', 'R', true},
		{'ж', 'Ж', true},
		{'g', 'Ж', true},
		{'v', 'Ж', true},
		{'x', 'Ж', true},
		{'б', 'Ж', false},
		{'1', '1', true},
		{'1', '2', false},
	} {
		if got := SameKey(c.typed, c.letter); got != c.want {
			t.Errorf("%c for the key %c = %v, want %v", c.typed, c.letter, got, c.want)
		}
	}
}

func TestInitialsAreOfTheFirstAndTheLastName(t *testing.T) {
	startApp(t, Light)
	for name, want := range map[string]string{"Мария Петрова": "МП", "елена Димова Кръстева": "ЕК", "Админ": "А", "": ""} {
		if got := Initials(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestDatesAndTimesAreReplacedByWhatIsTyped(t *testing.T) {
	startApp(t, Light)
	date, clock := NewDateField(parser(), nil), NewTimeField(nil)
	w := window(t, Row(8, date, clock))
	date.Put(calendar.NewDate(2026, 3, 2))
	clock.Put(9, 30)
	for e, typed := range map[*Entry]string{date.Entry(): "03.03.2026", clock.Entry(): "14:05"} {
		w.Canvas().Unfocus()
		w.Canvas().Focus(e)
		for _, r := range typed {
			e.TypedRune(r)
		}
		if e.Text != typed {
			t.Errorf("typing %q gives %q", typed, e.Text)
		}
	}
}

func TestAChoiceIsOneWidgetThatOpensUnderItselfAndTakesTheFocusBack(t *testing.T) {
	startApp(t, Light)
	chosen := -1
	c := NewChoice("изберете", []string{"едно", "две"}, func(i int) { chosen = i })
	w := window(t, Padded(200, 0, 100, 0, Row(0, c)))
	w.Canvas().Focus(c)
	press(c, fyne.KeyDown)
	o, ok := w.Canvas().Focused().(*options)
	if !ok {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	if at, of := place(o), place(c); of.Y < 200 || at.Y < of.Y+c.Size().Height || at.X < of.X {
		t.Errorf("the list is at %v, its choice at %v", at, of)
	}
	press(o, fyne.KeyDown, fyne.KeyReturn)
	if chosen != 1 || w.Canvas().Focused() != fyne.Focusable(c) {
		t.Errorf("%d is chosen, the focus is on %T", chosen, w.Canvas().Focused())
	}
}

// A keyboard sends the space bar twice: as a key, to what has the focus, and as a letter, to what has it then.
func TestTheSpaceBarOpensAChoiceAndTakesFromItOnlyWhenPressedAgain(t *testing.T) {
	startApp(t, Light)
	chosen := -1
	c := NewChoice("изберете", []string{"едно", "две думи", "две други"}, func(i int) { chosen = i })
	w := window(t, c)
	space := func() {
		press(w.Canvas().Focused(), fyne.KeySpace)
		w.Canvas().Focused().TypedRune(' ')
	}
	w.Canvas().Focus(c)
	space()
	o, ok := w.Canvas().Focused().(*options)
	if !ok || chosen != -1 {
		t.Fatalf("the space bar has chosen %d, the focus is on %T", chosen, w.Canvas().Focused())
	}
	press(o, fyne.KeyDown)
	space()
	if chosen != 1 || w.Canvas().Focused() != fyne.Focusable(c) {
		t.Errorf("%d is chosen, the focus is on %T", chosen, w.Canvas().Focused())
	}
	space()
	for _, r := range "две" {
		w.Canvas().Focused().TypedRune(r)
	}
	space()
	w.Canvas().Focused().TypedRune('д')
	w.Canvas().Focused().TypedRune('р')
	press(w.Canvas().Focused(), fyne.KeyReturn)
	if chosen != 2 {
		t.Errorf("a space within the words typed: %d is chosen", chosen)
	}
}
