package gui

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"

	"harta/internal/gui/look"
)

// TestTheFontOfTheWindowHasEveryCharacter keeps signs out of the words that only some computers could borrow from elsewhere.
func TestTheFontOfTheWindowHasEveryCharacter(t *testing.T) {
	read := func(r fyne.Resource) *sfnt.Font {
		font, err := sfnt.Parse(r.Content())
		if err != nil {
			t.Fatal(err)
		}
		return font
	}
	signs := read(theme.DefaultSymbolFont())
	files, err := filepath.Glob("../../resources/lang/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	faces := []*sfnt.Font{read(look.Theme{}.Font(fyne.TextStyle{})), read(look.Theme{}.Font(fyne.TextStyle{Bold: true}))}
	var buffer sfnt.Buffer
	has := func(f *sfnt.Font, r rune) bool {
		i, err := f.GlyphIndex(&buffer, r)
		return err == nil && i > 0
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]string
		if err := json.Unmarshal(raw, &words); err != nil {
			t.Fatal(err)
		}
		for key, text := range words {
			for _, r := range text {
				for _, f := range faces {
					if r >= ' ' && !has(f, r) && !has(signs, r) {
						t.Errorf("%s: %q has no glyph", key, r)
					}
				}
			}
		}
	}
}
