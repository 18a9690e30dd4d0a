package look

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/calendar"
)

func TestDatesAreReadAsPeopleWriteThem(t *testing.T) {
	second := calendar.NewDate(2026, 3, 2)
	for typed, want := range map[string]calendar.Date{
		"2.3.26": second, "02.03.2026": second, "2.3": second, "2.3.": second, " 02.03.2026 г. ": second, "2/3/26": second, "2-3-2026": second,
		"020326": second, "02032026": second, "2 3": second, "2,3": second,
		"днес": calendar.NewDate(2026, 11, 23), "Вчера": calendar.NewDate(2026, 11, 22), "УТРЕ ": calendar.NewDate(2026, 11, 24),
		"29.2.28": calendar.NewDate(2028, 2, 29),
		"":        0, "31.02.2026": 0, "29.2": 0, "2": 0, "онзи ден": 0, "1.2.3.4": 0, "12345": 0, "2.13": 0, "тттттт": 0,
	} {
		if got, ok := parser().Parse(typed); got != want || ok != (want != 0) {
			t.Errorf("%q = %v, %v; want %v", typed, got, ok, want)
		}
	}
}

func TestADateIsWrittenOutWhenTheFieldIsLeft(t *testing.T) {
	startApp(t, Light)
	var heard []string
	f := NewDateField(parser(), func(d calendar.Date, ok bool) {
		if !ok {
			heard = append(heard, "none")
			return
		}
		heard = append(heard, d.Local())
	})
	w := window(t, Column(0, f))
	w.Canvas().Focus(f.Entry())
	test.Type(f.Entry(), "2.12")
	if f.hint.Words() != "ср, работен ден" {
		t.Errorf("the hint is %q", f.hint.Words())
	}
	w.Canvas().Unfocus()
	if d, ok, typed := f.Date(); d.Local() != "02.12.2026" || !ok || typed != "02.12.2026" {
		t.Errorf("date = %v, %v, %q", d, ok, typed)
	}
	if last := heard[len(heard)-1]; last != "02.12.2026" {
		t.Errorf("heard %v", heard)
	}
}

func TestWhatIsNoDateStaysAndIsReported(t *testing.T) {
	startApp(t, Light)
	var heard []bool
	f := NewDateField(parser(), func(_ calendar.Date, ok bool) { heard = append(heard, ok) })
	w := window(t, Column(0, f))
	f.Put(calendar.NewDate(2026, 11, 23))
	w.Canvas().Focus(f.Entry())
	f.Entry().SetText("31.02.2026")
	w.Canvas().Unfocus()
	if d, ok, typed := f.Date(); ok || !d.IsZero() || typed != "31.02.2026" || !f.Field.wrong || f.hint.Words() != "" {
		t.Errorf("date = %v, %v, %q, wrong = %v", d, ok, typed, f.Field.wrong)
	}
	if slices.Contains(heard, true) || len(heard) == 0 {
		t.Errorf("heard %v, want nothing but false", heard)
	}
	w.Canvas().Focus(f.Entry())
	f.Entry().SetText("")
	w.Canvas().Unfocus()
	if f.Field.wrong {
		t.Error("an empty field is no wrong one: whether it may be empty is the form's business")
	}
}

func TestArrowsInADateGoFromWorkingDayToWorkingDay(t *testing.T) {
	startApp(t, Light)
	f := NewDateField(parser(), nil)
	window(t, Column(0, f))
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyDown, "23.11.2026"}, {fyne.KeyDown, "20.11.2026"}, {fyne.KeyUp, "23.11.2026"}, {fyne.KeyUp, "24.11.2026"}} {
		press(f.Entry(), c.key)
		if f.Entry().Text != c.want {
			t.Errorf("%s: %s, want %s", c.key, f.Entry().Text, c.want)
		}
	}
}

func TestTheCalendarOfADateFieldWorksByKeys(t *testing.T) {
	startApp(t, Light)
	f := NewDateField(parser(), nil)
	w := window(t, Column(0, f))
	w.Canvas().Focus(f.Entry())
	for _, c := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn}, "01.12.2026"},
		{[]fyne.KeyName{fyne.KeyLeft, fyne.KeyEnter}, "30.11.2026"},
		{[]fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeySpace}, "30.12.2026"},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn}, "25.11.2026"},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyEscape}, "25.11.2026"},
	} {
		press(f.Entry(), fyne.KeyPageDown)
		if !Covered(w.Canvas()) {
			t.Fatal("PageDown opens no calendar")
		}
		press(w.Canvas().Focused(), c.keys...)
		if Covered(w.Canvas()) || w.Canvas().Focused() != f.Entry() {
			t.Fatal("the calendar stays, or the focus is not back in the field")
		}
		if f.Entry().Text != c.want {
			t.Errorf("%v: %s, want %s", c.keys, f.Entry().Text, c.want)
		}
	}
}

func TestATimeIsWrittenOutAndMovesByFiveMinutes(t *testing.T) {
	startApp(t, Light)
	told := 0
	f := NewTimeField(func(int, int, bool) { told++ })
	w := window(t, Column(0, f))
	w.Canvas().Focus(f.Entry())
	test.Type(f.Entry(), "938")
	w.Canvas().Unfocus()
	if f.Entry().Text != "09:38" || told == 0 {
		t.Fatalf("%q, told %d times", f.Entry().Text, told)
	}
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyUp, "09:40"}, {fyne.KeyUp, "09:45"}, {fyne.KeyDown, "09:40"}} {
		press(f.Entry(), c.key)
		if f.Entry().Text != c.want {
			t.Errorf("%s: %s, want %s", c.key, f.Entry().Text, c.want)
		}
	}
	f.Put(9, 38)
	press(f.Entry(), fyne.KeyDown)
	f.Put(0, 0)
	press(f.Entry(), fyne.KeyDown)
	if f.Entry().Text != "23:55" {
		t.Errorf("before midnight: %s", f.Entry().Text)
	}
	f.Entry().SetText("обед")
	f.leave()
	if hour, minute, ok, typed := f.Time(); ok || hour+minute != 0 || typed != "обед" || !f.Field.wrong {
		t.Error("what is no time must stay and be marked")
	}
}

func TestAMonthMovesAFrameAndPresses(t *testing.T) {
	startApp(t, Light)
	pressed := 0
	days := december()
	for i := range days {
		days[i].OnTap = func() { pressed = days[i].Number }
	}
	m := NewMonth("декември 2026", dayNames, days)
	w := window(t, Row(0, m))
	w.Canvas().Focus(m)
	press(m, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn)
	if pressed != 22 {
		t.Errorf("pressed %d, want 22", pressed)
	}
	press(m, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	if pressed != 29 {
		t.Errorf("pressed %d, want 29: the frame stays within the month", pressed)
	}
	x, y, _ := m.place(1, m.Size().Width)
	test.TapAt(m, fyne.NewPos(x+3, y+3))
	if pressed != 1 {
		t.Errorf("pressed %d, want 1", pressed)
	}
}

func TestAMonthHasTheSizesOfTheTokens(t *testing.T) {
	startApp(t, Light)
	m := NewMonth("декември 2026", dayNames, december())
	if got, want := m.MinSize().Width, float32(7*26+6*2); got != want {
		t.Errorf("width = %v, want %v", got, want)
	}
	if got, want := m.MinSize().Height-m.top(), float32(5*22+4*2); got != want {
		t.Errorf("five weeks = %v, want %v", got, want)
	}
	m.Tight()
	if got, want := m.MinSize().Width, float32(7*23+6); got != want {
		t.Errorf("tight width = %v, want %v", got, want)
	}
}

func TestStepsMoveApartForWordsThatBreak(t *testing.T) {
	startApp(t, Light)
	short := Steps([]Step{{nil, None, "Получена", "Дневник"}, {nil, None, "Срок", ""}})
	if got, want := heightAt(short, 300), float32(43+24); got != want {
		t.Errorf("height = %v, want %v", got, want)
	}
	long := Steps([]Step{{nil, None, strings.Repeat("дълго обяснение ", 6), "Дневник"}, {nil, None, "Срок", ""}})
	long.Resize(fyne.NewSize(300, 200))
	lines := heightAt(NewProse(strings.Repeat("дълго обяснение ", 6), Body, Ink), 300-stepText) / Body.Line
	if got, want := long.Objects[3].Position().Y, 43+(lines-1)*Body.Line; lines < 2 || got != want {
		t.Errorf("the second circle is at %v, want %v", got, want)
	}
}

func TestWhatIsNoDateIsFoundAgainAsItWasTyped(t *testing.T) {
	startApp(t, Light)
	f := NewDateField(parser(), nil)
	f.PutTyped(0, "31.02")
	if d, ok, typed := f.Date(); ok || !d.IsZero() || typed != "31.02" {
		t.Errorf("it is %v, %v, %q", d, ok, typed)
	}
	f.PutTyped(calendar.NewDate(2026, 11, 23), "23.11")
	f.PutTyped(0, "")
	if _, ok, typed := f.Date(); ok || typed != "" {
		t.Errorf("an emptied one says %q", typed)
	}
}

func TestEveryLetterOfADateAndATimeIsTold(t *testing.T) {
	startApp(t, Light)
	days, hours := 0, 0
	date := NewDateField(parser(), func(calendar.Date, bool) { days++ })
	clock := NewTimeField(func(int, int, bool) { hours++ })
	window(t, Row(0, date, clock))
	for _, r := range "31.02" {
		date.Entry().TypedRune(r)
		clock.Entry().TypedRune(r)
	}
	if days != 5 || hours != 5 {
		t.Errorf("%d and %d are told: what is not told is neither kept nor refused", days, hours)
	}
}
