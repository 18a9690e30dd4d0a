package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// menu is the main menu. It carries every shortcut: Fyne asks the menu before the widget that has the focus, so they
// work while somebody types.
func (w *Window) menu() *fyne.MainMenu {
	all := w.env.Actions(w.frame.model.Offers)
	main := fyne.NewMainMenu()
	for _, m := range w.env.Menus() {
		menu := fyne.NewMenu(m.Words)
		for _, a := range all {
			if string(a.Menu) != m.Key {
				continue
			}
			if a.Apart {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			}
			item := fyne.NewMenuItem(a.Words, func() { w.command(a.ID) })
			item.Shortcut = shortcut(a.Key)
			menu.Items = append(menu.Items, item)
		}
		main.Items = append(main.Items, menu)
	}
	return main
}

// shortcut reads a key cap; nil for keys that reach the window by another way.
func shortcut(key string) fyne.Shortcut {
	letter, ctrl := strings.CutPrefix(key, "Ctrl+")
	if !ctrl {
		return nil
	}
	return &desktop.CustomShortcut{KeyName: fyne.KeyName(letter), Modifier: fyne.KeyModifierControl}
}

// command carries out an order of the menu. What lies over the window comes first.
func (w *Window) command(id present.ActionID) {
	if !look.Covered(w.Canvas()) {
		w.act(id)
	}
}

// act does what an action says.
func (w *Window) act(id present.ActionID) {
	do, ok := map[present.ActionID]func(){
		present.ActFind:     func() { w.showPalette("") },
		present.ActFindHere: w.findHere,
		present.ActBack:     w.back,
		present.ActSave:     w.saveHere,
		present.ActPrint:    w.printHere,
		present.ActCopy:     w.copyHere,
		present.ActLock:     w.lock,
		present.ActUnsaved:  w.showUnsaved,
		present.ActBackup:   func() { w.open(present.Route{Place: present.SettingsPlace, Arg: string(present.BackupTab)}) },
		present.ActLight:    func() { w.wear(look.Light) },
		present.ActDark:     func() { w.wear(look.Dark) },
		present.ActContrast: func() { w.wear(look.Contrast) },
		present.ActManual:   w.help,
		present.ActKeys:     w.showKeys,
		present.ActFirst:    func() { w.chapter(string(id)) },
		present.ActGate:     func() { w.chapter(string(id)) },
		present.ActWindow:   func() { w.chapter(string(id)) },
		present.ActTrouble:  func() { w.chapter(string(id)) },
		present.ActLimits:   func() { w.chapter(string(id)) },
	}[id]
	if !ok {
		w.open(present.Route{Place: present.Place(id)})
		return
	}
	do()
}

// findHere goes to the search of the screen, and where it has none to the one over everything.
func (w *Window) findHere() {
	if w.screen == nil || !w.screen.key(&fyne.KeyEvent{Name: fyne.KeyF3}) {
		w.showPalette("")
	}
}

// wear changes the theme, and remembers it.
func (w *Window) wear(v look.Variant) {
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Variant: v})
	w.habits.Theme = look.Themes()[v]
	w.keepHabits()
}
