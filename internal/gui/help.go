package gui

// help opens the page of the manual about the screen.
func (w *Window) help() {}

// showKeys lists every shortcut.
func (w *Window) showKeys() {}
