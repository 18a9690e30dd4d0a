package say

import (
	"encoding/json"
	"fmt"

	"harta/resources"
)

// Paragraph is a standard paragraph of letters. It is found by its word, and may hold {fields}.
type Paragraph struct {
	Topic string `json:"topic"`
	Word  string `json:"word"`
	Text  string `json:"text"`
}

// Paragraphs returns the standard paragraphs, those of a topic beside each other. They are Bulgarian, as letters are.
func Paragraphs() ([]Paragraph, error) {
	data, err := resources.Paragraphs()
	if err != nil {
		return nil, fmt.Errorf("standard paragraphs: %w", err)
	}
	var all []Paragraph
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("standard paragraphs: %w", err)
	}
	return all, nil
}
