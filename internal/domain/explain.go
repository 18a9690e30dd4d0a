package domain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Asked gives the questions that were put to somebody by name and wait for his answer: one answer is for all of them.
// A case that is over asks nothing any more.
func (c Case) Asked(of UserID) []Note {
	if !c.State.Open() || c.stub() || of == (UserID{}) {
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

// LastAsked gives the question that was put last, to somebody of the office or outside it.
func (c Case) LastAsked() (n Note, ok bool) {
	for _, n := range slices.Backward(c.Notes) {
		if n.Note == AskedOpinion {
			return n, true
		}
	}
	return Note{}, false
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
	case e.Note != AskedCitizen && e.Note != AskedOpinion:
		return nil
	case !e.Due.IsZero() && e.Due < a.Today():
		return Refuse(op, DayPassed).On("due").With("today", a.Today())
	case e.Note == AskedCitizen || e.To == UserID{}:
		return nil
	case a.Office.concerns(c.Intake.against(), e.To) && c.Intake.Sender.Contact.named(e.Text):
		return Refuse(op, NamesSender).On("text")
	}
	if u, ok := a.Office.User(e.To); !ok || u.gone(a.Today()) {
		return Refuse(op, NoSuchUser).On("to")
	}
	return nil
}

// named tells whether a text says who somebody is: by two words of a name, or the only one, by an address of his or by
// the end of his number, however its beginning is dialled.
func (c Contact) named(text string) bool {
	const telling = 7 // digits; what stands before them is the code of a country or a town
	phone := digitsOf(c.Phone)
	return says(text, c.Name) || says(text, c.Represents) ||
		c.Email != "" && strings.Contains(strings.ToLower(text), strings.ToLower(c.Email)) ||
		len(phone) > 5 && strings.Contains(digitsOf(text), phone[max(0, len(phone)-telling):])
}

// says tells whether two words of a name stand in a text, or the only one that it has.
func says(text, name string) bool {
	words := wordsOf(text)
	telling := slices.DeleteFunc(wordsOf(name), func(w string) bool { return utf8.RuneCountInString(w) < 3 })
	there := 0
	for _, w := range telling {
		if slices.Contains(words, w) {
			there++
		}
	}
	return there > 0 && there >= min(2, len(telling))
}

func digitsOf(s string) string { return strings.Map(keepDigits, s) }

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func keepDigits(r rune) rune {
	if unicode.IsDigit(r) {
		return r
	}
	return -1
}
