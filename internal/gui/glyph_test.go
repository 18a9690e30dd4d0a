package gui

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"
)

// TestTheFontOfTheWindowHasEveryCharacter keeps signs out of the words that only some computers could borrow from elsewhere.
func TestTheFontOfTheWindowHasEveryCharacter(t *testing.T) {
	var fonts []*sfnt.Font
	for _, face := range []fyne.Resource{theme.DefaultTextFont(), theme.DefaultSymbolFont()} {
		font, err := sfnt.Parse(face.Content())
		if err != nil {
			t.Fatal(err)
		}
		fonts = append(fonts, font)
	}
	files, err := filepath.Glob("../../resources/lang/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	var buffer sfnt.Buffer
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
				has := func(f *sfnt.Font) bool { i, err := f.GlyphIndex(&buffer, r); return err == nil && i > 0 }
				if r >= ' ' && !slices.ContainsFunc(fonts, has) {
					t.Errorf("%s: %q has no glyph", key, r)
				}
			}
		}
	}
}
