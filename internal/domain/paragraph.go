package domain

import (
	"slices"
	"strings"
	"unicode"

	"harta/internal/calendar"
)

// ParagraphID names a standard paragraph: one that comes with the program by the word it came with, one of the office
// by a name that is never given again.
type ParagraphID string

// Standard is a standard paragraph of letters („готов параграф“), found by its word. It may hold {fields}.
type Standard struct {
	ID       ParagraphID
	Title    string        // empty = its word says enough
	Word     string        // after the mark in a text; one word in small letters
	Topic    string        // under which the list shows it
	Template TemplateID    // the only letter it is for; empty = all
	Owner    DepartmentID  // the unit that keeps it right; zero = nobody has taken it over
	Until    calendar.Date // last day on which it is offered; zero = without end
	Text     string
}

// Expired tells whether the paragraph is not to be used any more on a day.
func (s Standard) Expired(on calendar.Date) bool { return !s.Until.IsZero() && on > s.Until }

// Standards gives the standard paragraphs of the office: those it was given, as it has changed them, and its own. Those
// of a topic stand beside each other, whether expired or not.
func (o *Office) Standards(given []Standard) []Standard {
	all := slices.Clone(given)
	for _, s := range o.Paragraphs {
		all = replace(all, s, func(x Standard) bool { return x.ID == s.ID })
	}
	place := map[string]int{}
	for i, s := range all {
		if _, known := place[s.Topic]; !known {
			place[s.Topic] = i
		}
	}
	slices.SortStableFunc(all, func(a, b Standard) int { return place[a.Topic] - place[b.Topic] })
	return all
}

// SetParagraph writes a standard paragraph, or changes, ends or takes over one. Two that are in use never have one word:
// they are found by it.
func (a Acting) SetParagraph(e ParagraphSet) (ParagraphSet, error) {
	s := &e.Paragraph
	s.Title, s.Topic = strings.TrimSpace(s.Title), strings.TrimSpace(s.Topic)
	s.Word, s.Text = strings.ToLower(strings.TrimSpace(s.Word)), strings.TrimSpace(s.Text)
	err := first(a.MayOffice(e), short(setParagraph, "name", s.Title, MaxLine), filled(setParagraph, "word", s.Word, MaxLine),
		filled(setParagraph, "topic", s.Topic, MaxLine), filled(setParagraph, "text", s.Text, MaxText), a.knownUnit(setParagraph, s.Owner))
	if err != nil {
		return ParagraphSet{}, err
	}
	if strings.ContainsFunc(s.Word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return ParagraphSet{}, Refuse(string(setParagraph), NotOneWord).On("word").With("word", s.Word)
	}
	if _, ok := a.Office.Template(s.Template); !ok && s.Template != "" {
		return ParagraphSet{}, Refuse(string(setParagraph), NoSuchTemplate).On("template").With("template", string(s.Template))
	}
	taken := slices.ContainsFunc(a.Office.Paragraphs, func(x Standard) bool {
		return x.ID != s.ID && x.Word == s.Word && !x.Expired(a.Today()) && !s.Expired(a.Today())
	})
	if taken {
		return ParagraphSet{}, Refuse(string(setParagraph), NameTaken).On("word").With("name", s.Word)
	}
	return e, nil
}
