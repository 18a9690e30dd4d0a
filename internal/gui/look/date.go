package look

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/calendar"
)

// DateParser is what a date field has to know; all of it comes from the caller.
type DateParser struct {
	// Today is the day it is.
	Today func() calendar.Date
	// Words are what people call days near today, in small letters, with their distance: "вчера" is -1.
	Words map[string]int
	// Step gives the next (1) or the previous (-1) working day; nil = the next or the previous day.
	Step func(from calendar.Date, by int) calendar.Date
	// Hint says what day it is; nil = nothing is said.
	Hint func(calendar.Date) string
	// Months and Weekdays, from Monday, name what the pop-up shows.
	Months   [12]string
	Weekdays [7]string
	// Kind paints the days of the pop-up; nil = all alike.
	Kind func(calendar.Date) DayKind
}

// Parse reads a day as people write it: 02.03.2026, 2.3.26, 2.3 for this year, 02032026, 020326, or a word for a day
// near today.
func (p DateParser) Parse(typed string) (calendar.Date, bool) {
	s := strings.ToLower(strings.TrimSpace(typed))
	if by, ok := p.Words[s]; ok {
		return p.Today().AddDays(by), true
	}
	s = strings.TrimSpace(strings.TrimSuffix(s, "г."))
	fields := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(".,/- ", r) })
	if len(fields) == 1 {
		fields = digitDate(fields[0])
	}
	if len(fields) == 2 {
		fields = append(fields, strconv.Itoa(p.Today().Year()))
	}
	if len(fields) != 3 {
		return 0, false
	}
	d, err := calendar.ParseLocal(strings.Join(fields, "."))
	return d, err == nil
}

// digitDate splits a date that was typed without its dots.
func digitDate(s string) []string {
	if len(s) != 6 && len(s) != 8 {
		return nil
	}
	return []string{s[:2], s[2:4], s[4:]}
}

// DateField is an entry for a day, 128 wide, with a calendar that a press on its icon, or PageDown, opens. ↑ and ↓ go to
// the next and the previous working day. What is no date stays as it was typed and is marked when the field is left.
type DateField struct {
	composed
	Field *Field

	parser  DateParser
	changed func(calendar.Date, bool)
	date    calendar.Date
	hint    *Text
}

const dateWidth = 128

// NewDateField makes an empty field with its hint beside it; changed hears every change a person makes: the day, or
// false where there is none.
func NewDateField(p DateParser, changed func(d calendar.Date, ok bool)) *DateField {
	f := &DateField{parser: p, changed: changed, hint: NewText("", Second, InkHint)}
	e := NewEntry("").Replaceable()
	f.Field = NewField(e, nil, NewFieldIcon(Icon(theme.IconNameCalendar), f.open))
	e.OnChanged = func(string) { f.read() }
	e.OnKey = f.key
	e.OnFocus(func(has bool) {
		if !has {
			f.leave()
		}
	})
	f.body = Row(8, Sized(dateWidth, 0, f.Field.Container), f.hint)
	f.ExtendBaseWidget(f)
	return f
}

// Below leaves it to the caller to put what it says under the field, which then takes the whole width.
func (f *DateField) Below() *DateField {
	f.body = f.Field.Container
	return f
}

// Says tells what day it is, as the hint does.
func (f *DateField) Says() string { return f.hint.Words() }

// Put shows a day from the program, the zero one as an empty field: nobody is told.
func (f *DateField) Put(d calendar.Date) {
	f.date = d
	f.Field.Entry.Put(d.Local())
	f.Field.Wrong(false)
	f.say()
}

// PutTyped shows a day, or what was typed instead of one: nobody is told.
func (f *DateField) PutTyped(d calendar.Date, typed string) {
	if f.date == d && (!d.IsZero() || f.Field.Entry.Text == typed) {
		return
	}
	f.Put(d)
	if d.IsZero() {
		f.Field.Entry.Put(typed)
	}
}

// Date gives the day, whether there is one, and what was typed.
func (f *DateField) Date() (d calendar.Date, ok bool, typed string) {
	return f.date, !f.date.IsZero(), f.Field.Entry.Text
}

// Entry is what takes the focus.
func (f *DateField) Entry() *Entry { return f.Field.Entry }

// Wrong marks the field from outside, such as for a date in the future.
func (f *DateField) Wrong(wrong bool) { f.Field.Wrong(wrong) }

// Allow enables or disables the field.
func (f *DateField) Allow(yes bool) { f.Field.Allow(yes) }

func (f *DateField) say() {
	words := ""
	if !f.date.IsZero() && f.parser.Hint != nil {
		words = f.parser.Hint(f.date)
	}
	f.hint.SetWords(words)
	f.Refresh()
}

func (f *DateField) read() {
	shorten(f.Field.Entry)
	d, ok := f.parser.Parse(f.Field.Entry.Text)
	f.date = d
	if ok {
		f.Field.Wrong(false)
	}
	f.say()
	if f.changed != nil { // also of what is no day: it is kept, and refused
		f.changed(d, ok)
	}
}

// leave writes the date out in full, or marks what is none.
func (f *DateField) leave() {
	if !f.date.IsZero() {
		f.Field.Entry.Put(f.date.Local())
		return
	}
	empty := strings.TrimSpace(f.Field.Entry.Text) == ""
	f.Field.Wrong(!empty)
	if !empty && f.changed != nil {
		f.changed(0, false)
	}
}

// take is a day that a person chose by key or in the calendar.
func (f *DateField) take(d calendar.Date) {
	f.Put(d)
	f.Field.Entry.CursorColumn = len(f.Field.Entry.Text)
	if f.changed != nil {
		f.changed(d, true)
	}
}

func (f *DateField) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		f.step(1)
	case fyne.KeyDown:
		f.step(-1)
	case fyne.KeyPageDown:
		f.open()
	default:
		return false
	}
	return true
}

func (f *DateField) step(by int) {
	from := f.date
	if from.IsZero() {
		f.take(f.parser.Today())
		return
	}
	if f.parser.Step != nil {
		f.take(f.parser.Step(from, by))
		return
	}
	f.take(from.AddDays(by))
}

func (f *DateField) open() {
	if f.Field.Entry.Disabled() {
		return
	}
	start := f.date
	if start.IsZero() {
		start = f.parser.Today()
	}
	showMonth(f.Field, f.parser, start, f.take)
}
