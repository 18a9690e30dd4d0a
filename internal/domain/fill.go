package domain

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"harta/internal/calendar"
)

// Filling is what a letter is filled with: words for values come from package say, through the caller.
type Filling struct {
	Values     map[string]string // field → text; a missing field stays open, an empty one drops its paragraph
	Salutation string
	Closing    string
	Apology    string // the paragraph added when an apology is due; empty = none
	Signer     Signer
	Author     string
	Enclosures []string
}

// Compose makes a letter of a case from a template, to whom it is for.
func (o *Office) Compose(c Case, t Template, f Filling) Letter {
	reader := o.ReaderOf(c, t.ID)
	l := Letter{
		Template: t.ID, Case: c.ID, Head: o.Settings.Letterhead(), To: reader.addressee(), YourRef: c.Intake.Sender.YourRef(),
		OurRef: c.Number.Text, Subject: c.Intake.Subject, Salutation: f.Salutation, Closing: f.Closing, Signer: f.Signer,
		Author: f.Author, Enclosures: f.Enclosures, Exercise: o.Demo, Notice: fill(t.Notice, f.Values),
	}
	if reader != c.Intake.Sender.Contact { // the sender's own № is his
		l.YourRef = c.Intake.Sender.refOf(reader)
	}
	if t.ID == TAsk { // the subject may say who the sender is
		l.Subject, l.To.Name = t.Title, cmp.Or(l.To.Name, "{Reader}")
	}
	for _, p := range t.Paragraphs {
		if !f.drops(p) {
			for line := range strings.SplitSeq(fill(p, f.Values), "\n") {
				l.Paragraphs = append(l.Paragraphs, styled(line))
			}
		}
	}
	if f.Apology != "" {
		l.Apology = true
		l.Paragraphs = append(l.Paragraphs, Paragraph{Text: f.Apology})
	}
	return l
}

// styled reads how a line is to be set: a heading after „# “, a numbered item after „- “.
func styled(line string) Paragraph {
	if heading, ok := strings.CutPrefix(line, "# "); ok {
		return Paragraph{heading, Heading}
	}
	if item, ok := strings.CutPrefix(line, "- "); ok {
		return Paragraph{item, Item}
	}
	return Paragraph{Text: line}
}

// drops tells whether a paragraph speaks of something that this case does not have: a field known to be empty.
func (f Filling) drops(paragraph string) bool {
	for _, name := range field.FindAllString(paragraph, -1) {
		if v, known := f.Values[name[1:len(name)-1]]; known && v == "" {
			return true
		}
	}
	return false
}

func fill(text string, values map[string]string) string {
	return field.ReplaceAllStringFunc(text, func(f string) string {
		if v, ok := values[f[1:len(f)-1]]; ok && v != "" {
			return v
		}
		return f
	})
}

// YourRef gives the sender's own № and date as „На Ваш №“ shows them.
func (s Sender) YourRef() string { return numbered(s.Ref, s.RefDate) }

// refOf gives the № and date under which another than the sender has written: only whoever passed it on has any.
func (s Sender) refOf(reader Contact) string {
	if s.Referrer == "" || reader.Name != s.Referrer {
		return ""
	}
	return s.PassedOnBy()
}

// PassedOnBy gives № and date of the letter with which the submission was passed on.
func (s Sender) PassedOnBy() string { return numbered(s.ReferrerRef, s.ReferrerOn) }

func numbered(ref string, on calendar.Date) string {
	if ref == "" || on.IsZero() {
		return ref
	}
	return ref + "/" + on.Local()
}

func (c Contact) addressee() Addressee {
	a := Addressee{Name: c.Name}
	for _, line := range []string{c.Represents, c.Street, strings.TrimSpace(c.Postcode + " " + c.Settlement)} {
		if line != "" {
			a.Lines = append(a.Lines, line)
		}
	}
	if len(a.Lines) == 0 && c.Email != "" {
		a.Lines = append(a.Lines, c.Email)
	}
	return a
}

// Family gives the last name, by which a letter addresses a person.
func (c Contact) Family() string {
	names := strings.Fields(c.Name)
	if len(names) == 0 {
		return ""
	}
	return names[len(names)-1]
}

// ApologyDue tells whether the charter's apology is proposed on a day (CH-10).
func (c Case) ApologyDue(on calendar.Date) bool {
	return c.Decision.Apology || c.LateOn(on) || c.Outcome.Value == Upheld && c.Intake.Kind == ComplaintService
}

// field is a value that a template names, as {Name}. Those that the author must type stay open until he does; what he
// has put in braces himself is one of them, whatever it is called.
var field = regexp.MustCompile(`\{[^{}\n]*[^{}\s][^{}\n]*\}`)

// OpenField finds the first place of a text that waits to be filled, with its braces; start < 0 = there is none.
func OpenField(text string) (start, end int) {
	if at := field.FindStringIndex(text); at != nil {
		return at[0], at[1]
	}
	return -1, -1
}

// Named gives the letter with words in the place of its open fields, so that it can be shown before it is filled. What
// the words are for a field, which comes without its braces, says the caller.
func (l Letter) Named(words func(field string) string) Letter {
	l.Paragraphs, l.To.Lines = slices.Clone(l.Paragraphs), slices.Clone(l.To.Lines)
	l.Copies, l.Enclosures = slices.Clone(l.Copies), slices.Clone(l.Enclosures)
	for _, text := range l.texts() {
		*text = field.ReplaceAllStringFunc(*text, func(f string) string { return words(f[1 : len(f)-1]) })
	}
	return l
}

// Unfilled gives the first field of the letter that nobody has filled, without its braces.
func (l Letter) Unfilled() (name string, open bool) {
	for _, text := range l.texts() {
		if start, end := OpenField(*text); start >= 0 {
			return (*text)[start+1 : end-1], true
		}
	}
	return "", false
}

// texts are the places of the letter where a field may stand.
func (l *Letter) texts() []*string {
	all := []*string{
		&l.Subject, &l.Salutation, &l.Notice, &l.Closing, &l.To.Name, &l.OurRef, &l.YourRef, &l.Signer.Name, &l.Signer.Title, &l.Author,
	}
	for i := range l.Paragraphs {
		all = append(all, &l.Paragraphs[i].Text)
	}
	for _, lines := range [][]string{l.To.Lines, l.Copies, l.Enclosures} {
		for i := range lines {
			all = append(all, &lines[i])
		}
	}
	return all
}
