package say

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"harta/internal/domain"
	"harta/resources"
)

// Templates returns the letters a new office starts with, by ID. They are Bulgarian, as letters are, and the
// office edits them as its own.
func Templates() ([]domain.Template, error) {
	s, err := New("bg")
	if err != nil {
		return nil, err
	}
	files, err := resources.Templates()
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	all := make([]domain.Template, len(names))
	for i, name := range names {
		if all[i], err = s.template(files, name); err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
	}
	return all, nil
}

// template reads one file: the title and the notice stand with the other words.
func (s *Speaker) template(files fs.FS, name string) (domain.Template, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return domain.Template{}, err
	}
	var file struct {
		Kinds      []domain.Kind `json:"kinds"`
		Paragraphs []string      `json:"paragraphs"`
		Notice     string        `json:"notice"` // a key
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return domain.Template{}, err
	}
	id := domain.TemplateID(strings.TrimSuffix(name, ".json"))
	t := domain.Template{ID: id, Title: s.Template(id), Kinds: file.Kinds, Paragraphs: file.Paragraphs}
	if file.Notice != "" {
		t.Notice = s.T(file.Notice)
	}
	return t, nil
}

// Salutation returns the words with which a letter begins; who is addressed by name must have one.
func (s *Speaker) Salutation(c domain.Contact) string {
	family := c.Family()
	if family == "" || c.Address == domain.ToAll {
		return s.T("letter.salutation")
	}
	return s.T("letter.salutation."+string(c.Address), "family", family)
}
