package say

import (
	"encoding/json"
	"fmt"

	"harta/internal/domain"
	"harta/resources"
)

// Paragraphs returns the standard paragraphs of letters that come with the program, those of a topic beside each other.
// They are Bulgarian, as letters are, and the office takes over those it wants to change.
func Paragraphs() ([]domain.Standard, error) {
	data, err := resources.Paragraphs()
	if err != nil {
		return nil, fmt.Errorf("standard paragraphs: %w", err)
	}
	var file []struct {
		Topic string `json:"topic"`
		Word  string `json:"word"`
		Text  string `json:"text"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("standard paragraphs: %w", err)
	}
	all := make([]domain.Standard, len(file))
	for i, p := range file {
		all[i] = domain.Standard{ID: domain.ParagraphID(p.Word), Word: p.Word, Topic: p.Topic, Text: p.Text}
	}
	return all, nil
}
