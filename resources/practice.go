package resources

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Practice is what the demo office lives through in the weeks before today: more people, and a few dozen cases. All of
// them are made up.
type Practice struct {
	Users       []DemoUser        `json:"users"` // besides those of Demo
	Resolutions []string          `json:"resolutions"`
	Reasons     []string          `json:"reasons"`   // of decisions that give none
	Measures    map[string]string `json:"measures"`  // of letters, by template, where the decision orders none
	Comment     string            `json:"comment"`   // with which a letter goes back
	Rewritten   string            `json:"rewritten"` // what is said instead of its measures then
	Waiting     string            `json:"waiting"`
	Surplus     string            `json:"surplus"` // personal data that nobody asked for
	Asked       string            `json:"asked"`
	Question    string            `json:"question"` // to whom a case is directed against
	Inspected   string            `json:"inspected"`
	Nothing     string            `json:"nothing"` // why a decision that upholds orders no measures
	Late        string            `json:"late"`
	Annulled    string            `json:"annulled"`
	Withdrawn   string            `json:"withdrawn"`
	Writing     string            `json:"writing"` // with which a sender withdraws
	Duplicate   string            `json:"duplicate"`
	Danger      string            `json:"danger"`
	Anonymous   string            `json:"anonymous"`
	NoDanger    string            `json:"no_danger"`
	Obscene     string            `json:"obscene"`
	NoContact   string            `json:"no_contact"`
	Seal        string            `json:"seal"`
	Volume      string            `json:"volume"`
	Extension   PracticeExtension `json:"extension"`
	Cases       []PracticeCase    `json:"cases"`
}

// PracticeExtension is why a term is moved.
type PracticeExtension struct {
	Reason   string `json:"reason"`
	Actions  string `json:"actions"`
	Document string `json:"document"`
}

// PracticeCase is a case and how far it has come. It was received so many working days ago, or so that its term ends
// so many working days from today (before today when negative).
type PracticeCase struct {
	Kind         string         `json:"kind"`
	Channel      string         `json:"channel"`
	Topic        string         `json:"topic"`
	Due          string         `json:"due"` // a number; empty = Ago
	Ago          int            `json:"ago"`
	Way          string         `json:"way"`
	Name         string         `json:"name"` // empty = anonymous
	Organisation bool           `json:"organisation"`
	Street       string         `json:"street"`
	Place        string         `json:"place"`
	Subject      string         `json:"subject"`
	Text         string         `json:"text"`
	Against      string         `json:"against"` // login of whom it is about
	Danger       PracticeDanger `json:"danger"`
	Body         string         `json:"body"` // to which it is passed on
	Note         string         `json:"note"` // waiting, surplus, asked or inspected
	Findings     string         `json:"findings"`
	Decision     string         `json:"decision"`
	Reasons      string         `json:"reasons"`
	Measure      string         `json:"measure"`
	Outcome      string         `json:"outcome"` // empty = upheld
	Answer       string         `json:"answer"`  // to a question
}

// PracticeDanger is a threat that a case speaks of.
type PracticeDanger struct {
	Category string `json:"category"`
	Reason   string `json:"reason"`
	Told     string `json:"told"`
}

// PracticeData returns the weeks of the demo office.
func PracticeData() (Practice, error) {
	data, err := read("practice.json")
	if err != nil {
		return Practice{}, err
	}
	var p Practice
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&p); err != nil {
		return Practice{}, fmt.Errorf("weeks of the demo office: %w", err)
	}
	return p, nil
}
