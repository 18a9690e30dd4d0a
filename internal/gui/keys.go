package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// hearShortcuts hears of the shortcuts of the window while nothing has the focus: otherwise whatever has it hands them on.
func (w *Window) hearShortcuts() {
	hear := func(key fyne.KeyName, with fyne.KeyModifier, as fyne.KeyName) {
		w.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: with}, func(fyne.Shortcut) {
			if told := w.Canvas().OnTypedKey(); told != nil { // of what lies on top
				told(&fyne.KeyEvent{Name: as})
			}
		})
	}
	hear(fyne.KeyReturn, fyne.KeyModifierControl, look.CtrlEnter)
	hear(fyne.KeyEnter, fyne.KeyModifierControl, look.CtrlEnter)
	hear(fyne.KeyA, fyne.KeyModifierControl|fyne.KeyModifierShift, look.CtrlShiftA)
}

// typedKey hears the keys that no widget uses: function keys, Escape, Ctrl+Enter. The screen is asked first.
func (w *Window) typedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyEscape && look.CloseToast(w.Canvas()):
	case w.gate != nil && w.gate.key(ev):
	case ev.Name == fyne.KeyF1:
		w.help()
	case w.gate != nil:
		w.recall(w.gate, ev)
	case w.screen == nil || w.screen.key(ev):
	case ev.Name == fyne.KeyEscape:
		if w.nav.CanBack() {
			w.back()
		}
	default:
		w.unclaimed(ev)
	}
}

// unclaimed hears the keys that the screen has left.
func (w *Window) unclaimed(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyF9:
		w.calculate()
	case fyne.KeyF12:
		w.copyHere()
	case fyne.KeyF3:
		w.showPalette("")
	default:
		w.recall(w.screen, ev)
	}
}

// recall gives the focus back to a screen that has lost it, such as by a press on empty ground, when a key needs it. In a
// list the key does what it would have done.
func (w *Window) recall(s screen, ev *fyne.KeyEvent) {
	if !needsFocus[ev.Name] || w.Canvas().Focused() != nil {
		return
	}
	f := s.first()
	w.focus(f)
	if l, ok := f.(look.Stepper); ok {
		l.Step(ev)
	}
}

var needsFocus = map[fyne.KeyName]bool{
	fyne.KeyUp: true, fyne.KeyDown: true, fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyPageUp: true, fyne.KeyPageDown: true,
	fyne.KeyHome: true, fyne.KeyEnd: true, fyne.KeyReturn: true, fyne.KeyEnter: true,
}

// typedRune hears letters while nothing has the focus that takes them. They are not for what lies under a
// question or behind the sign-in.
func (w *Window) typedRune(r rune) {
	if l, ok := w.screen.(letters); ok && w.gate == nil && !look.Covered(w.Canvas()) {
		l.typed(r)
	}
}

// letters is a screen whose actions have single letters.
type letters interface {
	typed(r rune)
}

// calculate opens the calculator of terms, which is no place of the rail.
func (w *Window) calculate() {
	if w.nav.Now().Place != present.CalculatorPlace {
		w.open(present.Route{Place: present.CalculatorPlace})
	}
}

// saveHere is Ctrl+S: the screen records what is typed on it.
func (w *Window) saveHere() {
	if s, ok := w.screen.(saver); ok {
		s.saveNow()
		return
	}
	w.env.Toast(present.Toast{Words: w.env.T("frame.saves_itself")})
}

// printHere is Ctrl+P: the screen prints what it shows.
func (w *Window) printHere() {
	if p, ok := w.screen.(printer); ok {
		p.printNow()
		return
	}
	w.env.Toast(present.Toast{Words: w.env.T("frame.not_printed"), Warn: true})
}

// copyHere is F12: the screen saves outside the program what is chosen on it.
func (w *Window) copyHere() {
	if c, ok := w.screen.(copier); ok && c.copyNow() {
		return
	}
	w.env.Toast(present.Toast{Words: w.env.T("frame.not_copied"), Warn: true})
}

// copier is a screen of whose papers a copy can be saved; false says that there is none now.
type copier interface {
	copyNow() bool
}

// saver is a screen that records on Ctrl+S.
type saver interface {
	saveNow()
}

// printer is a screen that prints on Ctrl+P.
type printer interface {
	printNow()
}

// dropped hands files that were dropped on the window to the screen.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if d, ok := w.screen.(droppable); ok {
		d.dropped(files)
	}
}

// droppable is a screen that takes files.
type droppable interface {
	dropped(files []fyne.URI)
}
