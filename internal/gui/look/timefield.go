package look

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"harta/internal/calendar"
)

// TimeField is an entry for a time of the day, 68 wide: 9, 930 and 9:30 are understood. ↑ and ↓ go to the next and the
// previous full five minutes. What is no time stays as it was typed and is marked when the field is left.
type TimeField struct {
	composed
	Field *Field

	changed func(hour, minute int, ok bool)
	minutes int // of the day, -1 = none
}

const timeWidth = 68

// NewTimeField makes an empty field; changed hears every change a person makes.
func NewTimeField(changed func(hour, minute int, ok bool)) *TimeField {
	f := &TimeField{changed: changed, minutes: -1}
	e := NewEntry("").Replaceable()
	f.Field = NewField(e, nil, nil)
	e.OnChanged = func(string) { f.read() }
	e.OnKey = f.key
	e.OnFocus(func(has bool) {
		if !has {
			f.leave()
		}
	})
	f.body = Sized(timeWidth, 0, f.Field.Container)
	f.ExtendBaseWidget(f)
	return f
}

// Put shows a time from the program: nobody is told.
func (f *TimeField) Put(hour, minute int) {
	f.minutes = hour*60 + minute
	f.Field.Entry.Put(clock(f.minutes))
	f.Field.Wrong(false)
}

// Clear empties the field: nobody is told.
func (f *TimeField) Clear() {
	f.minutes = -1
	f.Field.Entry.Put("")
	f.Field.Wrong(false)
}

// Time gives the time, whether there is one, and what was typed.
func (f *TimeField) Time() (hour, minute int, ok bool, typed string) {
	if f.minutes < 0 {
		return 0, 0, false, f.Field.Entry.Text
	}
	return f.minutes / 60, f.minutes % 60, true, f.Field.Entry.Text
}

// Entry is what takes the focus.
func (f *TimeField) Entry() *Entry { return f.Field.Entry }

// Wrong marks the field from outside.
func (f *TimeField) Wrong(wrong bool) { f.Field.Wrong(wrong) }

// Allow enables or disables the field.
func (f *TimeField) Allow(yes bool) { f.Field.Allow(yes) }

func clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

func (f *TimeField) read() {
	shorten(f.Field.Entry)
	f.minutes = -1
	if hour, minute, ok := calendar.ParseHour(f.Field.Entry.Text); ok {
		f.minutes = hour*60 + minute
		f.Field.Wrong(false)
	}
	f.tell() // also of what is no time: it is kept, and refused
}

func (f *TimeField) tell() {
	if f.changed != nil {
		hour, minute, ok, _ := f.Time()
		f.changed(hour, minute, ok)
	}
}

func (f *TimeField) leave() {
	if f.minutes >= 0 {
		f.Field.Entry.Put(clock(f.minutes))
		return
	}
	empty := strings.TrimSpace(f.Field.Entry.Text) == ""
	f.Field.Wrong(!empty)
	if !empty {
		f.tell()
	}
}

func (f *TimeField) key(ev *fyne.KeyEvent) bool {
	const step, day = 5, 24 * 60
	if ev.Name != fyne.KeyUp && ev.Name != fyne.KeyDown || f.minutes < 0 {
		return false
	}
	to := f.minutes - f.minutes%step + step
	if ev.Name == fyne.KeyDown {
		to = (f.minutes+step-1)/step*step - step
	}
	to = (to + day) % day
	f.Put(to/60, to%60)
	f.tell()
	return true
}
