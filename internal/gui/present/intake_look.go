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
	leastTyped  = 2 // letters before the contact book is asked
	mostPersons = 8
	mostOlder   = 5
	mostAlike   = 3
	lookAfter   = 300 * time.Millisecond // after the last key
	alikeMonths = 12                     // how far back similar cases are looked for

	likeEnough = 0.6 // of the words of two subjects
	likeSame   = 0.2 // what it adds that the sender is the same
	likeTwice  = 0.8 // from here on it is taken for the same submission
)

// IntakePerson is somebody of the contact book whom the typed letters may mean.
type IntakePerson struct {
	Name, About string
	Cases       int
	person      domain.PersonID
	contact     domain.Contact
}

// IntakeOld is an earlier case of the sender.
type IntakeOld struct {
	Case            domain.CaseID
	Number, Subject string
	State           string
}

// IntakeAlike is a case that what is typed resembles.
type IntakeAlike struct {
	Case            domain.CaseID
	Number, Sender  string
	Subject         string
	Score           int // per cent
	Same            bool
	Decided, Linked bool
}

// Found are the people whom the typed letters may mean.
func (n *Intake) Found() []IntakePerson { return n.found }

// Older are earlier cases of the sender, the latest first, and how many there are.
func (n *Intake) Older() (rows []IntakeOld, all int) { return n.older, n.olderAll }

// Alike are the cases that what is typed resembles, the most alike first.
func (n *Intake) Alike() []IntakeAlike { return n.alike }

// SenderNote says of a sender from the contact book where he lives and how many cases he has.
func (n *Intake) SenderNote() string {
	if n.Text(intakePerson) == "" {
		return ""
	}
	about := n.whereabouts(n.sender().Contact)
	if n.olderAll == 0 {
		return about
	}
	count := n.T("intake.cases", "n", n.olderAll)
	if about == "" {
		return count
	}
	return about + " · " + count
}

// Known tells whether the sender is from the contact book.
func (n *Intake) Known() bool { return n.Text(intakePerson) != "" }

// Anonym turns „Анонимен“: the name goes, and with it the person and all that is known of him. A telephone that was
// typed stays: whoever does not sign may be asked who he is.
func (n *Intake) Anonym() {
	x := n.Field(IntakeAnonymous)
	x.On = !x.On
	if x.On {
		if n.Known() {
			n.fill(domain.Contact{Type: domain.NaturalPerson})
			x.On = true
		}
		n.Field(IntakeSender).Text, n.Field(IntakeSender).Wrong, n.Field(intakePerson).Text = "", "", ""
		n.Details = false
		n.findOlder()
	}
	n.Edit(x)
}

// renamed follows the name of the sender: another name is another person, and the contact book is asked.
func (n *Intake) renamed() {
	if n.Field(intakePerson).Text != "" {
		n.Field(intakePerson).Text = ""
		n.findOlder()
	}
	n.finding++
	gen, typed := n.finding, n.Text(IntakeSender)
	if len([]rune(typed)) < leastTyped {
		n.found = nil
		return
	}
	var found []IntakePerson
	n.Go(func() { found = n.persons(typed) }, func() {
		if gen == n.finding {
			n.found = found
			n.changed()
		}
	})
}

// persons asks the contact book, and counts the cases of whom it gives. It runs off the screen's goroutine.
func (n *Intake) persons(typed string) []IntakePerson {
	people := n.office.FindPersons(typed, mostPersons)
	count := make(map[domain.PersonID]int, len(people))
	for _, p := range people {
		count[p.ID] = 0
	}
	n.office.List(func(e domain.Entry) bool {
		if _, asked := count[e.Person]; asked {
			count[e.Person]++
		}
		return false
	})
	found := make([]IntakePerson, len(people))
	for i, p := range people {
		found[i] = IntakePerson{p.Contact.Name, n.whereabouts(p.Contact), count[p.ID], p.ID, p.Contact}
	}
	return found
}

func (n *Intake) whereabouts(c domain.Contact) string {
	var parts []string
	for _, part := range []string{c.Street, c.Settlement, c.Phone, c.Email} {
		if part != "" && len(parts) < 2 {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, n.T("common.comma"))
}

// Pick takes a sender from the contact book.
func (n *Intake) Pick(i int) {
	if i < 0 || i >= len(n.found) {
		return
	}
	p := n.found[i]
	n.finding++
	n.found = nil
	n.fill(p.contact)
	n.Field(intakePerson).Text = domain.ID(p.person).String()
	n.Details = false
	n.findOlder()
	n.lookSoon()
	n.Field(IntakeSender).Wrong = ""
	n.Summary = ""
	n.follow()
	n.reckon()
	n.keeper.Touch()
	n.changed()
}

func (n *Intake) fill(c domain.Contact) {
	for key, text := range map[string]string{
		IntakeSender: c.Name, IntakeRepresents: c.Represents, IntakeSettlement: c.Settlement, IntakePostcode: c.Postcode,
		IntakeStreet: c.Street, IntakePhone: c.Phone, IntakeEmail: c.Email, IntakeAddress: string(c.Address),
		IntakeSenderType: string(c.Type),
	} {
		n.Field(key).Text = text
	}
	n.Field(IntakeAnonymous).On = false
}

// ShowDetails opens or closes the address of a sender from the contact book.
func (n *Intake) ShowDetails() {
	n.Details = !n.Details
	n.follow()
	n.changed()
}

// findOlder looks for the earlier cases of the sender.
func (n *Intake) findOlder() {
	id := n.Text(intakePerson)
	if id == n.olderOf {
		return
	}
	n.olderOf, n.older, n.olderAll = id, nil, 0
	if id == "" {
		return
	}
	person := domain.ParseID[domain.PersonID](id)
	var rows []domain.Entry
	n.Go(func() { rows = n.office.List(func(e domain.Entry) bool { return e.Person == person }) }, func() {
		if n.olderOf != id {
			return
		}
		slices.Reverse(rows)
		n.olderAll = len(rows)
		for _, e := range rows[:min(len(rows), mostOlder)] {
			n.older = append(n.older, IntakeOld{e.Case, n.ShortNumber(e.Number), e.Subject, n.ended(e)})
		}
		n.reckon()
		n.changed()
	})
}

// ended says how a case ended, or where it stands.
func (n *Intake) ended(e domain.Entry) string {
	if e.Outcome != "" {
		return n.Say.Outcome(e.Outcome)
	}
	return n.Say.State(e.State)
}

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

// Link ties the new case to one that it resembles, or unties it: the same sender with a decided question repeats it,
// with an open one and nearly the same words he sends it twice; everything else is related.
func (n *Intake) Link(id domain.CaseID) {
	i := slices.IndexFunc(n.alike, func(a IntakeAlike) bool { return a.Case == id })
	if i < 0 {
		return
	}
	a := &n.alike[i]
	how := domain.RelatedTo
	switch {
	case a.Same && a.Decided:
		how = domain.RepeatOf
	case a.Same && a.Score >= 100*likeTwice:
		how = domain.DuplicateOf
	}
	a.Linked = !a.Linked
	n.numbers[id] = a.Number
	n.toggle(intakeLinks, linkKey(how, id), a.Linked)
	n.Edit(n.Field(intakeLinks))
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

// Links are the cases that the new one is tied to.
func (n *Intake) Links() []IntakeChip {
	var chips []IntakeChip
	for _, key := range n.Field(intakeLinks).Picked {
		how, id, _ := strings.Cut(key, ":")
		if number := n.numbers[domain.ParseID[domain.CaseID](id)]; number != "" {
			chips = append(chips, IntakeChip{key, n.T("intake.link_chip", "how", domain.LinkKind(how), "number", number)})
		}
	}
	return chips
}

// Unlink unties a case.
func (n *Intake) Unlink(key string) {
	n.toggle(intakeLinks, key, false)
	for i := range n.alike {
		if strings.HasSuffix(key, domain.ID(n.alike[i].Case).String()) {
			n.alike[i].Linked = false
		}
	}
	n.Edit(n.Field(intakeLinks))
}

// findLinked looks for the numbers of linked cases that are not known yet: of a draft, or of the case to go on from.
func (n *Intake) findLinked() {
	var unknown []domain.CaseID
	for _, key := range n.Field(intakeLinks).Picked {
		_, id, _ := strings.Cut(key, ":")
		if c := domain.ParseID[domain.CaseID](id); n.numbers[c] == "" {
			unknown = append(unknown, c)
		}
	}
	if len(unknown) == 0 {
		return
	}
	var found []domain.Entry
	n.Go(func() { found = n.office.List(func(e domain.Entry) bool { return slices.Contains(unknown, e.Case) }) }, func() {
		for _, e := range found {
			n.numbers[e.Case] = n.ShortNumber(e.Number)
		}
		n.changed()
	})
}

// OpenCase goes to another case; what is typed here is kept.
func (n *Intake) OpenCase(id domain.CaseID) { n.Open(Route{Place: CasePlace, Case: id}) }

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
