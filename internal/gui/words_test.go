package gui

import (
	"regexp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// wordsOf gives every word that a content shows.
func wordsOf(o fyne.CanvasObject) []string {
	var words []string
	walk(o, place{}, func(o fyne.CanvasObject, _ place) bool {
		if t, ok := o.(*canvas.Text); ok {
			words = append(words, t.Text)
		}
		return true
	})
	return words
}

// latinWords are words in Latin letters; one letter alone is a key.
var latinWords = regexp.MustCompile(`[A-Za-z][A-Za-z]+`)

// ownNames are addresses, paths and marks of records, which are as they are.
var ownNames = regexp.MustCompile(`\S+@\S*|[a-z0-9.]+\.(example|pdf)\b|\.(example|pdf)\b|www\.\S+|\S*[/\\]\S*|\b[0-9a-f]{8,12}\b|\bF[0-9]{1,2}\b`)

// ownWords are names of programs, files and keys, and what a person has typed.
var ownWords = []string{
	"Excel", "PDF", "Ctrl", "Enter", "Esc", "Tab", "Shift", "Space", "Home", "End", "PgUp", "PgDn", "Alt", "Del", "Delete", "Insert", "Ins", "Backspace",
	"Go", "Fyne", "go", "pdfium", "PDFium", "wazero", "gopdf", "excelize", "bbolt", "age", "Noto", "Sans", "Liberation", "SVG", "PNG", "xlsx", "csv", "ics", "ivan", "ikolev",
}
