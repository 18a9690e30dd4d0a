package present

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"harta/internal/calendar"
	"harta/internal/domain"
)

const (
	mostAlike   = 3
	lookAfter   = 300 * time.Millisecond // after the last key
	alikeMonths = 12                     // how far back similar cases are looked for

	likeEnough = 0.6 // of the words of two subjects
	likeSame   = 0.2 // what it adds that the sender is the same
	likeTwice  = 0.8 // from here on it is taken for the same submission
)

// IntakeAlike is a case that what is typed resembles.
type IntakeAlike struct {
	Case            domain.CaseID
	Number, Sender  string
	Subject         string
	Score           int // per cent
	Same            bool
	Decided, Linked bool
}

// Alike are the cases that what is typed resembles, the most alike first.
func (n *Intake) Alike() []IntakeAlike { return n.alike }

// lookSoon looks for similar cases when nothing more was typed for a moment.
func (n *Intake) lookSoon() {
	if n.waiting != nil {
		n.waiting()
	}
	n.waiting = n.After(lookAfter, func() {
		n.waiting = nil
		n.lookAlike()
	})
}

// lookAlike looks for cases that what is typed resembles.
func (n *Intake) lookAlike() {
	n.looking++
	gen, in := n.looking, n.intake()
	words := subjectWords(in.Subject)
	since := n.Today().AddMonths(-alikeMonths)
	dismissed := n.Field(intakeDismissed).Picked
	if len(words) < 2 {
		n.alike = nil
		n.reckon()
		n.changed()
		return
	}
	var found []alike
	n.Go(func() { found = n.findAlike(in.Sender.Person, words, since) }, func() {
		if gen != n.looking {
			return
		}
		n.alike = nil
		for _, a := range found {
			if !slices.Contains(dismissed, domain.ID(a.entry.Case).String()) && len(n.alike) < mostAlike {
				n.alike = append(n.alike, n.alikeRow(a))
			}
		}
		n.reckon()
		n.changed()
	})
}

type alike struct {
	entry domain.Entry
	score float64
	same  bool
}

// findAlike goes through the register off the screen's goroutine.
func (n *Intake) findAlike(person domain.PersonID, words []string, since calendar.Date) []alike {
	var found []alike
	n.office.List(func(e domain.Entry) bool {
		if e.ReceivedOn < since || e.State == domain.StateAnnulled {
			return false
		}
		same := person != domain.PersonID{} && e.Person == person
		score := likeness(words, subjectWords(e.Subject))
		if same {
			score = min(1, score+likeSame)
		}
		if score >= likeEnough && (!same || score > likeSame) {
			found = append(found, alike{e, score, same})
		}
		return false // nothing needs to be copied
	})
	slices.SortStableFunc(found, func(a, b alike) int { return int(1000*b.score) - int(1000*a.score) })
	return found
}

func (n *Intake) alikeRow(a alike) IntakeAlike {
	id := domain.ID(a.entry.Case).String()
	linked := slices.ContainsFunc(n.Field(intakeLinks).Picked, func(k string) bool { return strings.HasSuffix(k, id) })
	return IntakeAlike{
		Case: a.entry.Case, Number: n.ShortNumber(a.entry.Number), Sender: n.SenderName(a.entry), Subject: a.entry.Subject,
		Score: int(100*a.score + 0.5), Same: a.same, Decided: a.entry.Outcome != "", Linked: linked,
	}
}

// Other says that a similar case is another one: it is not shown again.
func (n *Intake) Other(id domain.CaseID) {
	n.toggle(intakeDismissed, domain.ID(id).String(), true)
	n.alike = slices.DeleteFunc(n.alike, func(a IntakeAlike) bool { return a.Case == id })
	for _, how := range []domain.LinkKind{domain.RepeatOf, domain.DuplicateOf, domain.RelatedTo} {
		n.toggle(intakeLinks, linkKey(how, id), false)
	}
	n.Edit(n.Field(intakeDismissed))
}

const stemLength = 5 // letters of a word that its forms share

// subjectWords are the words of a subject without endings, each once.
func subjectWords(subject string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(subject), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		stem := []rune(w)
		if len(stem) < 3 && !unicode.IsDigit(stem[0]) {
			continue
		}
		if s := string(stem[:min(len(stem), stemLength)]); !slices.Contains(words, s) {
			words = append(words, s)
		}
	}
	return words
}

// likeness is the share of words that two subjects have in common (Dice).
func likeness(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	common := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}
