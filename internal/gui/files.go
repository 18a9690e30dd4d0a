package gui

import (
	"maps"
	"strings"
)

// Picker asks a person for a file or folder, in the way of the system.
type Picker interface {
	// Save asks where a file is to be written; ok is false when nothing was chosen.
	Save(proposed string, chosen func(path string))
	// Open asks for a file to read.
	Open(extensions []string, chosen func(path string))
	// Folder asks for a folder.
	Folder(chosen func(path string))
}

// saveAs asks where something is to be written.
func (w *Window) saveAs(proposed string, chosen func(path string)) { w.picker.Save(proposed, chosen) }

// columns gives the widths that a person has given to the columns of a table.
func (w *Window) columns(table string) map[string]float32 {
	widths := map[string]float32{}
	for key, width := range w.habits.Columns {
		if column, ok := strings.CutPrefix(key, table+"."); ok {
			widths[column] = width
		}
	}
	return widths
}

// keepColumns remembers them.
func (w *Window) keepColumns(table string, widths map[string]float32) {
	columns := maps.Clone(w.habits.Columns)
	if columns == nil {
		columns = map[string]float32{}
	}
	for column, width := range widths {
		columns[table+"."+column] = width
	}
	w.habits.Columns = columns
	w.keepHabits()
}

// keepHabits keeps them for the next run. Nothing is lost but comfort when that fails.
func (w *Window) keepHabits() {
	habits := w.habits
	w.env.Go(func() { _ = w.program.KeepHabits(habits) }, func() {})
}
