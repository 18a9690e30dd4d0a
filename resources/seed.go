package resources

import (
	"encoding/json"
	"fmt"
)

// Seed is the vocabulary of made-up registers: no name in it is a real person's.
type Seed struct {
	Men           []string    `json:"men"`
	Women         []string    `json:"women"`
	Families      []string    `json:"families"` // of men; a woman's takes -а
	Settlements   []string    `json:"settlements"`
	Streets       []string    `json:"streets"`
	Organisations []string    `json:"organisations"`
	Topics        []SeedTopic `json:"topics"`
	Staff         string      `json:"staff"` // the topic of complaints about staff
	Texts         []string    `json:"texts"`
	Findings      []string    `json:"findings"`
	Nothing       string      `json:"nothing"` // why a decision that upholds orders no measures
	Decision      string      `json:"decision"`
	Note          string      `json:"note"`
	Reason        string      `json:"reason"`
}

// SeedTopic is a topic with subjects; {street} stands for a street.
type SeedTopic struct {
	Topic    string   `json:"topic"`
	Subjects []string `json:"subjects"`
}

// SeedData returns the vocabulary of made-up registers.
func SeedData() (Seed, error) {
	data, err := read("seed.json")
	if err != nil {
		return Seed{}, err
	}
	var s Seed
	if err := json.Unmarshal(data, &s); err != nil {
		return Seed{}, fmt.Errorf("embedded seed.json: %w", err)
	}
	return s, nil
}
