package present

import (
	"path/filepath"
	"strings"
	"unicode"

	"harta/internal/domain"
)

// CaseCopy is a document or a letter that can be saved outside the program.
type CaseCopy struct {
	Name string // that is proposed for the file
	read func() ([]byte, error)
}

// CopyFile gives a document to be saved; ok is false when there is no such one.
func (c *Case) CopyFile(id domain.DocumentID) (copied CaseCopy, ok bool) {
	for _, d := range c.state.Case.Documents {
		if d.Document == id {
			name := orElse(safeName(d.Name), c.T("case.copy_document")+filepath.Ext(d.Name))
			return CaseCopy{name, func() ([]byte, error) { return c.office.CopyDocument(c.id, id) }}, true
		}
	}
	return CaseCopy{}, false
}

// CopyLetter gives the PDF of a numbered letter to be saved; ok is false when there is none.
func (c *Case) CopyLetter(id domain.LetterID) (copied CaseCopy, ok bool) {
	l, ok := c.state.Case.Letter(id)
	if !ok || l.Number.IsZero() {
		return CaseCopy{}, false
	}
	return CaseCopy{safeName(l.Number.Text) + ".pdf", func() ([]byte, error) { return c.office.CopyPDF(c.id, id) }}, true
}

// SaveCopy writes a document or a letter to a file of the user's choice: that it left the office is noted.
func (c *Case) SaveCopy(x CaseCopy, path string) {
	if c.busy || x.read == nil {
		return
	}
	c.busy = true
	var err error
	c.Go(func() {
		var content []byte
		if content, err = x.read(); err == nil {
			err = c.office.SaveCopy(path, content)
		}
	}, func() {
		c.busy = false
		words := c.T("case.copied", "name", fileName(path))
		if err != nil {
			words = c.Tell(err)
		}
		c.Toast(Toast{Words: words})
	})
}

// safeName gives a name as a file of either system may have it: no folder in it, nothing that is not seen, no point or
// air at its ends.
func safeName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		case strings.ContainsRune(`/\:*?"<>|`, r):
			return '-'
		default:
			return r
		}
	}, name)
	ext := filepath.Ext(name)
	return strings.Trim(firstLetters(strings.TrimSuffix(name, ext), mostName)+ext, " .")
}

// mostName are the letters of a name that is proposed.
const mostName = 120
