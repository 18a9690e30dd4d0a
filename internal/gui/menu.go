package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"harta/internal/gui/present"
)

// menu is the main menu. It carries every shortcut: Fyne asks the menu before the widget that has the focus, so they
// work while somebody types.
func (w *Window) menu() *fyne.MainMenu {
	t := w.env.T
	go_ := func(p present.Place) func() { return func() { w.open(present.Route{Place: p}) } }
	file := fyne.NewMenu(t("menu.case"),
		item(t("menu.new"), ctrl(fyne.KeyN), go_(present.NewPlace)),
		item(t("menu.find"), ctrl(fyne.KeyK), func() { w.showPalette("") }),
		item(t("menu.find_here"), ctrl(fyne.KeyF), func() { w.showPalette("") }),
		fyne.NewMenuItemSeparator(),
		item(t("menu.save"), ctrl(fyne.KeyS), w.saveHere),
		item(t("menu.print"), ctrl(fyne.KeyP), w.printHere),
		fyne.NewMenuItemSeparator(),
		item(t("menu.lock"), ctrl(fyne.KeyL), w.lock),
	)
	places := fyne.NewMenu(t("menu.places"))
	for i, p := range railKeys {
		if !w.frame.model.Offers(p) {
			continue
		}
		places.Items = append(places.Items, item(t("place."+string(p)), ctrl(fyne.KeyName(rune('1'+i))), go_(p)))
	}
	places.Items = append(places.Items, item(t("place.settings"), nil, go_(present.SettingsPlace)))
	help := fyne.NewMenu(t("menu.help"),
		item(t("menu.manual"), nil, w.help),
		item(t("menu.keys"), ctrl(fyne.KeySlash), w.showKeys),
	)
	return fyne.NewMainMenu(file, places, help)
}

func item(words string, s fyne.Shortcut, do func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(words, do)
	i.Shortcut = s
	return i
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}
