package domain

import (
	"slices"
	"strings"
	"unicode"
)

// Asked gives the questions that were put to somebody by name and wait for his answer: one answer is for all of them.
// A case that is over asks nothing any more.
func (c Case) Asked(of UserID) []Note {
	if !c.State.Open() || of == (UserID{}) {
		return nil
	}
	var all []Note
	for _, n := range c.Notes {
		switch {
		case n.Note == AskedOpinion && n.To == of:
			all = append(all, n)
		case n.Note == GaveExplaining && n.By == of:
			all = nil
		}
	}
	return all
}

// awaits tells whether anybody still has to answer.
func (c Case) awaits() bool {
	return slices.ContainsFunc(c.Notes, func(n Note) bool { return n.Note == AskedOpinion && len(c.Asked(n.To)) > 0 })
}

// invited tells whether somebody was ever asked by name.
func (c Case) invited(id UserID) bool {
	return slices.ContainsFunc(c.Notes, func(n Note) bool { return n.Note == AskedOpinion && n.To == id })
}

// Explain answers what somebody was asked.
func (a Acting) Explain(c Case, text string) (CaseNoted, error) {
	e := CaseNoted{Note: GaveExplaining, Text: text}
	if err := a.permit(c, LetterFile{}, e); err != nil {
		return CaseNoted{}, err
	}
	if len(c.Asked(a.User)) == 0 {
		return CaseNoted{}, Refuse(string(DoNote), NotAsked)
	}
	return a.Note(c, e)
}

// askable holds a question to somebody who works here, and keeps the sender out of what whoever the submission is
// directed against will read (T19).
func (a Acting) askable(c Case, e CaseNoted) error {
	op := string(DoNote)
	switch {
	case e.Note == AskedCitizen && !e.Due.IsZero() && e.Due < a.Today():
		return Refuse(op, DayPassed).On("due").With("today", a.Today())
	case e.Note != AskedOpinion || e.To == UserID{}:
		return nil
	case !e.Due.IsZero() && e.Due < a.Today():
		return Refuse(op, DayPassed).On("due").With("today", a.Today())
	case a.Office.concerns(c.Intake.against(), e.To) && c.Intake.Sender.Contact.named(e.Text):
		return Refuse(op, NamesSender).On("text")
	}
	if u, ok := a.Office.User(e.To); !ok || u.gone(a.Today()) {
		return Refuse(op, NoSuchUser).On("to")
	}
	return nil
}

// named tells whether a text says who somebody is: by two words of his name, by an address of his or by his number.
func (c Contact) named(text string) bool {
	words := map[string]bool{}
	for _, w := range wordsOf(text) {
		words[w] = true
	}
	count := 0
	for _, w := range wordsOf(c.Name) {
		if len([]rune(w)) > 2 && words[w] {
			count++
		}
	}
	digits := func(s string) string { return strings.Map(keepDigits, s) }
	phone := digits(c.Phone)
	return count > 1 || c.Email != "" && strings.Contains(strings.ToLower(text), strings.ToLower(c.Email)) ||
		len(phone) > 5 && strings.Contains(digits(text), phone)
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func keepDigits(r rune) rune {
	if unicode.IsDigit(r) {
		return r
	}
	return -1
}
