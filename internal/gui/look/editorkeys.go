package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/manuscript"
)

// steps are the keys that move the caret, alone and with Ctrl.
var steps, farSteps = map[fyne.KeyName]manuscript.Step{
	fyne.KeyLeft: manuscript.Left, fyne.KeyRight: manuscript.Right, fyne.KeyUp: manuscript.Up, fyne.KeyDown: manuscript.Down,
	fyne.KeyHome: manuscript.LineStart, fyne.KeyEnd: manuscript.LineEnd,
}, map[fyne.KeyName]manuscript.Step{
	fyne.KeyLeft: manuscript.WordLeft, fyne.KeyRight: manuscript.WordRight, fyne.KeyHome: manuscript.Start, fyne.KeyEnd: manuscript.End,
}

// KeyDown implements desktop.Keyable.
func (e *Editor) KeyDown(ev *fyne.KeyEvent) { e.hold(ev, true) }

// KeyUp implements desktop.Keyable.
func (e *Editor) KeyUp(ev *fyne.KeyEvent) { e.hold(ev, false) }

func (e *Editor) hold(ev *fyne.KeyEvent, down bool) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		e.shift = down
	}
}

// TypedRune implements fyne.Focusable.
func (e *Editor) TypedRune(r rune) {
	if e.Disabled() {
		return
	}
	e.doubled = false
	e.text.Type(r)
	e.changed()
}

// TypedKey implements fyne.Focusable.
func (e *Editor) TypedKey(ev *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(ev) || forwardKey(e, ev) || e.Disabled() {
		return
	}
	e.doubled = false
	e.fit(e.Size().Width)
	if s, ok := steps[ev.Name]; ok {
		e.text.Move(s, e.shift)
		e.moved()
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.text.Type('\n')
		e.changed()
	case fyne.KeyBackspace:
		e.erase(manuscript.Left)
	case fyne.KeyDelete:
		e.erase(manuscript.Right)
	case fyne.KeyPageUp:
		e.page(-1)
	case fyne.KeyPageDown:
		e.page(1)
	default: // it does nothing here
	}
}

func (e *Editor) erase(s manuscript.Step) {
	if e.text.Erase(s) {
		e.changed()
	}
}

// page moves the caret by as many lines as are seen, but for one, by which one finds oneself again.
func (e *Editor) page(by int) {
	e.text.Page(by*max(1, int(e.room()/LineOfBody())-1), e.shift)
	e.moved()
}

// TypedShortcut implements fyne.Shortcutable.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	e.doubled = false
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		if !e.typedFar(s) {
			forwardShortcut(e, s)
		}
	case *fyne.ShortcutCopy:
		e.copyTo(s.Clipboard)
	case *fyne.ShortcutSelectAll:
		e.markAll()
	case *fyne.ShortcutCut:
		if e.copyTo(s.Clipboard) && !e.Disabled() {
			e.erase(manuscript.Left)
		}
	case *fyne.ShortcutPaste:
		e.paste(s.Clipboard)
	case *fyne.ShortcutUndo:
		e.takeBack(e.text.CanUndo(), e.text.Undo)
	case *fyne.ShortcutRedo:
		e.takeBack(e.text.CanRedo(), e.text.Redo)
	}
}

// typedFar hears the keys that go or erase farther with Ctrl; false says that it was none of them.
func (e *Editor) typedFar(s *desktop.CustomShortcut) bool {
	if e.Disabled() || s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierControl {
		return false
	}
	e.fit(e.Size().Width)
	mark := s.Modifier&fyne.KeyModifierShift != 0
	step, ok := farSteps[s.KeyName]
	switch {
	case ok:
		e.text.Move(step, mark)
		e.moved()
	case s.KeyName == fyne.KeyBackspace:
		e.erase(manuscript.WordLeft)
	case s.KeyName == fyne.KeyDelete:
		e.erase(manuscript.WordRight)
	case s.KeyName == fyne.KeyZ && mark:
		e.takeBack(e.text.CanRedo(), e.text.Redo)
	default:
		return false
	}
	return true
}

func (e *Editor) markAll() {
	e.text.MarkAll()
	e.Refresh()
}

func (e *Editor) copyTo(c fyne.Clipboard) bool {
	words := e.text.MarkedWords()
	if words != "" && c != nil {
		c.SetContent(words)
	}
	return words != ""
}

func (e *Editor) paste(c fyne.Clipboard) {
	if e.Disabled() || c == nil {
		return
	}
	if words := c.Content(); words != "" {
		e.text.Insert(words)
		e.changed()
	}
}

func (e *Editor) takeBack(can bool, do func()) {
	if e.Disabled() || !can {
		return
	}
	do()
	e.undoing = true
	e.changed()
	e.undoing = false
}

// TappedSecondary implements fyne.SecondaryTappable: it opens the menu that entries have, in their words.
func (e *Editor) TappedSecondary(ev *fyne.PointEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return
	}
	widget.NewPopUpMenu(fyne.NewMenu("", e.menu()...), c).ShowAtRelativePosition(ev.Position, e)
}

func (e *Editor) menu() []*fyne.MenuItem {
	clipboard := fyne.CurrentApp().Clipboard()
	item := func(key string, s fyne.Shortcut) *fyne.MenuItem {
		return fyne.NewMenuItem(lang.L(key), func() { e.TypedShortcut(s) })
	}
	last := []*fyne.MenuItem{item("Copy", &fyne.ShortcutCopy{Clipboard: clipboard}), item("Select all", &fyne.ShortcutSelectAll{})}
	if e.Disabled() {
		return last
	}
	var items []*fyne.MenuItem
	if e.text.CanUndo() {
		items = append(items, item("Undo", &fyne.ShortcutUndo{}))
	}
	if e.text.CanRedo() {
		items = append(items, item("Redo", &fyne.ShortcutRedo{}))
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	return append(items, item("Cut", &fyne.ShortcutCut{Clipboard: clipboard}), last[0], item("Paste", &fyne.ShortcutPaste{Clipboard: clipboard}), last[1])
}
