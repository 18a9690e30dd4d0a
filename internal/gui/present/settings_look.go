package present

import (
	"slices"

	"harta/internal/desk"
)

// Look is Изглед: theme, size of text, and when the window locks itself.
type Look struct {
	Env
	changed func()
	// Themed hears of a theme that was chosen: it is seen at once.
	Themed func(theme string)
	scaled bool
}

// Themes there are; the first one is that of the program.
var themes = []string{"light", "dark", "contrast"}

// scales are the sizes of text in per cent.
var scales = []int{100, 125, 150, 175}

// locks are the idle minutes after which the window locks itself; below 0 = never.
var locks = []int{5, DefaultIdleLock, 15, 30, 60, -1}

// DefaultIdleLock is after how many idle minutes the window locks itself where nobody has said.
const DefaultIdleLock = 10

// Themes says what themes there are.
func (l *Look) Themes() []string {
	return []string{l.T("look.light"), l.T("look.dark"), l.T("look.contrast")}
}

// Theme is the index of the theme.
func (l *Look) Theme() int { return max(0, slices.Index(themes, l.Habits(nil).Theme)) }

// SetTheme takes a theme.
func (l *Look) SetTheme(i int) {
	if i < 0 || i >= len(themes) {
		return
	}
	l.Habits(func(h *desk.Habits) { h.Theme = themes[i] })
	if l.Themed != nil {
		l.Themed(themes[i])
	}
	l.changed()
}

// Scales says what sizes of text there are.
func (l *Look) Scales() []string {
	var words []string
	for _, s := range scales {
		words = append(words, l.T("look.percent", "n", s))
	}
	return words
}

// Scale is the index of the size of text.
func (l *Look) Scale() int { return max(0, slices.Index(scales, l.Habits(nil).Scale)) }

// SetScale takes a size of text, for the next start.
func (l *Look) SetScale(i int) {
	if i < 0 || i >= len(scales) || i == l.Scale() {
		return
	}
	l.Habits(func(h *desk.Habits) { h.Scale = scales[i] })
	l.scaled = true
	l.changed()
}

// Scaled tells whether another size waits for the next start.
func (l *Look) Scaled() bool { return l.scaled }

// Locks says after how many idle minutes the window may lock itself.
func (l *Look) Locks() []string {
	var words []string
	for _, m := range locks {
		if m < 0 {
			words = append(words, l.T("look.never"))
		} else {
			words = append(words, l.T("look.minutes", "n", m))
		}
	}
	return words
}

// Lock is the index of the idle minutes.
func (l *Look) Lock() int {
	m := l.Habits(nil).IdleLock
	if m == 0 {
		m = DefaultIdleLock
	}
	return max(0, slices.Index(locks, m))
}

// SetLock takes the idle minutes.
func (l *Look) SetLock(i int) {
	if i >= 0 && i < len(locks) {
		l.Habits(func(h *desk.Habits) { h.IdleLock = locks[i] })
		l.changed()
	}
}
