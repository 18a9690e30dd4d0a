package main

import (
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// draft is what letter draft is told.
type draft struct {
	template   string
	letter     string // an existing one to be changed
	set        []string
	file       string
	signer     string
	copies     []string
	enclosures []string
}

func newDraftCommand(a *app) *cobra.Command {
	d := draft{}
	cmd := a.command("letter.draft", exactly(1), func(args []string) error {
		return a.onCase(args[0], func(o *office.Office, e domain.Entry) error { return a.draft(o, e.Case, d) })
	})
	o := a.options(cmd)
	o.text(&d.template, "template", "template")
	o.text(&d.letter, "letter", "letter")
	o.list(&d.set, "set", "set")
	o.text(&d.file, "file", "letter_text")
	o.text(&d.signer, "signer", "signer")
	o.list(&d.copies, "copy", "copy")
	o.list(&d.enclosures, "enclosure", "enclosure")
	return cmd
}

// draft writes a letter of a case from its template, or writes an existing one anew. What nobody filled stays open
// and is told.
func (a *app) draft(o *office.Office, id domain.CaseID, d draft) error {
	var existing domain.LetterFile
	if d.letter != "" {
		var err error
		if existing, err = a.letterOf(o, id, d.letter); err != nil {
			return err
		}
		if d.template == "" {
			d.template = string(existing.Content.Template)
		}
	}
	content, err := a.write(o, id, d)
	if err != nil {
		return err
	}
	letter, err := o.Draft(office.Command{}, id, existing.ID, content)
	if err != nil {
		return err
	}
	if name, open := content.Unfilled(); open {
		a.complain(a.say.T("console.note.unfilled", "field", name))
	}
	return a.tellLetter(o, id, letter)
}

// write composes the letter that a draft describes.
func (a *app) write(o *office.Office, id domain.CaseID, d draft) (domain.Letter, error) {
	file, err := o.Case(id, office.Opened)
	if err != nil {
		return domain.Letter{}, err
	}
	now := o.Settings()
	t, ok := now.Template(domain.TemplateID(d.template))
	if !ok {
		return domain.Letter{}, domain.Refuse("draft", domain.NoSuchTemplate).On("template").With("template", d.template)
	}
	if d.file != "" {
		if t.Paragraphs, err = readParagraphs(d.file); err != nil {
			return domain.Letter{}, err
		}
	}
	typed, err := fields(d.set)
	if err != nil {
		return domain.Letter{}, err
	}
	l := a.compose(o.Acting(), file.Case, t, typed)
	l.Copies, l.Enclosures = d.copies, d.enclosures
	if d.signer != "" {
		if l.Signer, err = signerNamed(o, &now, d.signer); err != nil {
			return domain.Letter{}, err
		}
	}
	return l, nil
}

// fields reads Field=text.
func fields(set []string) (map[string]string, error) {
	typed := map[string]string{}
	for _, one := range set {
		name, text, ok := strings.Cut(one, "=")
		if !ok {
			return nil, &usageError{key: "console.usage.set", args: []any{"value", one}}
		}
		typed[strings.TrimSpace(name)] = text
	}
	return typed, nil
}

func signerNamed(o *office.Office, now *domain.Office, login string) (domain.Signer, error) {
	id, err := userNamed(o, login)
	u, _ := now.User(id)
	return domain.Signer{Name: u.Name, Title: u.Title}, err
}

// readParagraphs reads the text of a letter: paragraphs parted by empty lines, as a template has them.
func readParagraphs(path string) ([]string, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	text := strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")
	var paragraphs []string
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			paragraphs = append(paragraphs, p)
		}
	}
	return paragraphs, nil
}
