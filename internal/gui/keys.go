package gui

import (
	"fyne.io/fyne/v2"
)

// typedKey hears the keys that no widget uses: function keys, Escape, Ctrl+Enter. The screen is asked first.
func (w *Window) typedKey(ev *fyne.KeyEvent) {
	switch {
	case w.gate != nil && w.gate.key(ev):
	case ev.Name == fyne.KeyF1:
		w.help()
	case w.screen != nil && w.screen.key(ev):
	case w.frame == nil:
	case ev.Name == fyne.KeyEscape:
		if w.nav.CanBack() {
			w.back()
		}
	case ev.Name == fyne.KeyF3:
		w.showPalette("")
	}
}

// typedRune hears letters while nothing has the focus.
func (w *Window) typedRune(r rune) {
	if l, ok := w.screen.(letters); ok {
		l.typed(r)
	}
}

// letters is a screen whose actions have single letters.
type letters interface {
	typed(r rune)
}

// saveHere is Ctrl+S: the screen records what is typed on it.
func (w *Window) saveHere() {
	if s, ok := w.screen.(saver); ok {
		s.saveNow()
	}
}

// printHere is Ctrl+P: the screen prints what it shows.
func (w *Window) printHere() {
	if p, ok := w.screen.(printer); ok {
		p.printNow()
	}
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
func (w *Window) dropped(at fyne.Position, files []fyne.URI) {
	if d, ok := w.screen.(droppable); ok {
		d.dropped(files)
	}
}

// droppable is a screen that takes files.
type droppable interface {
	dropped(files []fyne.URI)
}
