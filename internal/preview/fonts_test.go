package preview_test

import "testing"

// typed is a page with a line in a font that the document only names.
func typed(font, encoding, text string) []byte {
	return sheet(300, 200, "BT /F 24 Tf 20 100 Td ("+text+") Tj ET",
		"/Resources <</Font <</F <</Type /Font /Subtype /TrueType /BaseFont /"+font+" /Encoding "+encoding+">>>>>>")
}

func TestCyrillicInAFontThatADocumentOnlyNamesIsToldApart(t *testing.T) {
	cyrillic := "<</Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [192 /afii10017 /afii10018 /afii10019]>>"
	for name, c := range map[string]struct {
		pdf  []byte
		want bool
	}{
		"Cyrillic, the font named":      {typed("Arial", cyrillic, "\xc0\xc1\xc2"), true},
		"Latin, the font named":         {typed("Arial", "/WinAnsiEncoding", "Plan"), false},
		"a letter that holds its fonts": {reply(t, 1), false},
		"no text":                       {sheet(100, 100, "0 0 50 50 re f", ""), false},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := viewer(t).Borrows(c.pdf, 8)
			if err != nil || got != c.want {
				t.Errorf("borrows %t, %v", got, err)
			}
		})
	}
	if _, err := viewer(t).Borrows([]byte("no document"), 8); err == nil {
		t.Error("what is no document borrows nothing and is refused")
	}
}
