package resources

// FyneWords returns what the toolkit itself says in a language, as its translations are written: nil where it needs
// none of ours.
func FyneWords(lang string) ([]byte, error) {
	if lang != "bg" {
		return nil, nil
	}
	return read("fyne.bg.json")
}

// Icon returns the icon of the program, an SVG.
func Icon() ([]byte, error) { return read("icon.svg") }
