package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/desk"
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
	content, err := a.write(o, id, d, existing.Content)
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

// write composes the letter that a draft describes. What is not told again stays as in the letter before.
func (a *app) write(o *office.Office, id domain.CaseID, d draft, before domain.Letter) (domain.Letter, error) {
	file, err := o.Case(id, office.Opened)
	if err != nil {
		return domain.Letter{}, err
	}
	now := o.Settings()
	t, err := a.templateNamed(&now, file.Case.Intake.Kind, d.template)
	if err != nil {
		return domain.Letter{}, err
	}
	if d.file != "" {
		if t.Paragraphs, err = readParagraphs(d.file); err != nil {
			return domain.Letter{}, err
		}
	}
	typed, err := fields(d.set, t)
	if err != nil {
		return domain.Letter{}, err
	}
	l := a.desk.Compose(file.Case, t, typed)
	l.Copies, l.Enclosures = before.Copies, before.Enclosures
	if d.copies != nil {
		l.Copies = present(d.copies...)
	}
	if d.enclosures != nil {
		l.Enclosures = present(d.enclosures...)
	}
	switch {
	case d.signer != "":
		l.Signer, err = signerNamed(o, &now, d.signer)
	case before.Signer != domain.Signer{}:
		l.Signer = before.Signer
	}
	return l, err
}

// templateNamed gives the template with an id. Where there is none, those offered for the kind are listed.
func (a *app) templateNamed(now *domain.Office, kind domain.Kind, id string) (domain.Template, error) {
	var offered []string
	for _, t := range now.Templates {
		if alike(string(t.ID)) == alike(id) {
			return t, nil
		}
		if !t.Closed && (len(t.Kinds) == 0 || slices.Contains(t.Kinds, kind)) {
			offered = append(offered, a.say.T("console.usage.template", "id", string(t.ID), "title", a.say.Template(t.ID)))
		}
	}
	if strings.TrimSpace(id) == "" {
		return domain.Template{}, &usageError{key: "console.usage.no_template", args: []any{"values", below(offered)}}
	}
	return domain.Template{}, &unknownError{"template", id, offered}
}

// placeholder is a place in a template that is to be filled.
var placeholder = regexp.MustCompile(`\{([A-Za-z]+)\}`)

// fieldsOf lists the fields of a template in the order of its text.
func fieldsOf(t domain.Template) []string {
	var names []string
	for _, found := range placeholder.FindAllStringSubmatch(strings.Join(append(slices.Clone(t.Paragraphs), t.Notice), "\n"), -1) {
		if !slices.Contains(names, found[1]) {
			names = append(names, found[1])
		}
	}
	return names
}

// fields reads Field=text, for the fields that a template has.
func fields(set []string, t domain.Template) (map[string]string, error) {
	typed, known := map[string]string{}, fieldsOf(t)
	for _, one := range set {
		name, text, ok := strings.Cut(one, "=")
		if !ok {
			return nil, &usageError{key: "console.usage.set", args: []any{"value", one}}
		}
		if name = strings.TrimSpace(name); !slices.Contains(known, name) {
			return nil, &usageError{key: "console.usage.field", args: []any{
				"template", string(t.ID), "name", name, "values", strings.Join(known, ", "),
			}}
		}
		typed[name] = text
	}
	return typed, nil
}

func signerNamed(o *office.Office, now *domain.Office, login string) (domain.Signer, error) {
	id, err := userNamed(o, "signer", login)
	u, _ := now.User(id)
	return domain.Signer{Name: u.Name, Title: u.Title}, err
}

// readParagraphs reads the text of a letter: paragraphs parted by empty lines, as a template has them.
func readParagraphs(path string) ([]string, error) {
	data, err := desk.ReadFile(path, 0)
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
