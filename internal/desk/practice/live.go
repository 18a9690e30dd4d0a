package practice

import (
	"container/heap"
	"fmt"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// visit is something that happens to a made-up case at a time.
type visit struct {
	at time.Time
	do func() error
}

// agenda is what will happen, the earliest first.
type agenda []visit

func (a agenda) Len() int           { return len(a) }
func (a agenda) Less(i, j int) bool { return a[i].at.Before(a[j].at) }
func (a agenda) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }

// Push is for package heap.
func (a *agenda) Push(x any) {
	if s, ok := x.(visit); ok {
		*a = append(*a, s)
	}
}

// Pop is for package heap.
func (a *agenda) Pop() any {
	last := (*a)[len(*a)-1]
	*a = (*a)[:len(*a)-1]
	return last
}

// live lets the remaining cases come in until today, each going its way among the others.
func (t *years) live(year int) error {
	start, end := calendar.NewDate(year, time.January, 3).Start(), t.Until
	n := t.cases - t.done
	var todo agenda
	for i := range n {
		at := start.Add(time.Duration(float64(end.Sub(start)) * float64(i) / float64(n)))
		todo = append(todo, visit{t.officeHour(at), nil})
	}
	heap.Init(&todo)
	for len(todo) > 0 {
		next, _ := heap.Pop(&todo).(visit)
		if next.at.After(end) {
			break
		}
		t.Clock.SetTo(next.at)
		do := next.do
		if do == nil {
			do = func() error { return t.arrive(&todo) }
		}
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

// later plans a step some days from now.
func (t *years) later(todo *agenda, days int, do func() error) {
	heap.Push(todo, visit{t.officeHour(t.Clock.shows().AddDate(0, 0, days)), do})
}

// arrive registers a submission and plans its way.
func (t *years) arrive(todo *agenda) error {
	t.as("clerk")
	e, err := t.office.Register(once, t.intake(t.Clock.shows()))
	if err != nil {
		return err
	}
	t.count(1)
	anonymous := e.Intake.Sender.Contact.Type == domain.Anonymous
	switch {
	case anonymous:
		t.later(todo, 1+t.random.IntN(2), func() error { return t.notOpened(todo, e.Case) })
	case e.Intake.Kind == domain.Praise || e.Intake.Kind == domain.Opinion:
		t.later(todo, 1, func() error { return t.reply(todo, e.Case, domain.TThanks, "clerk") })
	default:
		t.later(todo, 1, func() error { return t.assign(todo, e.Case, e.Intake.Kind) })
	}
	return nil
}

// notOpened ends an anonymous submission.
func (t *years) notOpened(todo *agenda, id domain.CaseID) error {
	t.as("secretary")
	_, err := t.office.Admit(once, id, domain.AdmissibilityDecided{
		Ground: domain.GroundAnonymous, Reason: t.words.Reason,
		Check: domain.Check{Missing: domain.Missings(), NoDanger: t.words.Reason},
	})
	if err != nil {
		return err
	}
	t.later(todo, 3, func() error {
		t.as("clerk")
		return t.office.CloseCase(once, id, t.closing(id, t.words.Note))
	})
	return nil
}

// closing gives a reason for a case that ends late.
func (t *years) closing(id domain.CaseID, note string) domain.CaseClosed {
	e := domain.CaseClosed{Note: note}
	file, err := t.office.Case(id, office.Opened)
	if err == nil && file.Case.LateOn(calendar.DateOf(t.Clock.shows())) {
		e.LateReason, e.LateUnit = pick(t.random, t.words.Texts), t.now.Departments[0].ID
	}
	return e
}

// assign admits a submission, hands it out and plans the work on it.
func (t *years) assign(todo *agenda, id domain.CaseID, kind domain.Kind) error {
	t.as("secretary")
	if _, err := t.office.Admit(once, id, domain.AdmissibilityDecided{Ground: domain.Admissible}); err != nil {
		return err
	}
	unit, lead := t.now.Departments[4].ID, "executor"
	err := t.office.Resolve(once, id, domain.CaseResolved{Department: unit, Lead: t.user(lead), Text: t.words.Decision})
	if err != nil {
		return err
	}
	t.later(todo, 1, func() error {
		t.as(lead)
		if err := t.office.Accept(once, id); err != nil {
			return err
		}
		t.later(todo, t.workDays(kind), func() error { return t.decide(todo, id, kind) })
		return nil
	})
	return nil
}

// workDays is how long somebody works on a case: most answers are in time, some late.
func (t *years) workDays(kind domain.Kind) int {
	usual := 35
	if kind == domain.Question {
		usual = 4
	} else if kind.Complaint() {
		usual = 18
	}
	if t.random.IntN(12) == 0 {
		return usual * 2
	}
	return 2 + t.random.IntN(usual)
}

func (t *years) decide(todo *agenda, id domain.CaseID, kind domain.Kind) error {
	if kind == domain.Question {
		return t.reply(todo, id, domain.TAnswer, "executor")
	}
	t.as("executor")
	outcome := pick(t.random, []domain.Outcome{domain.Upheld, domain.PartlyUpheld, domain.Rejected, domain.Actioned})
	err := t.office.Decide(once, id, domain.CaseDecided{
		Outcome: outcome, Findings: pick(t.random, t.words.Findings), Nothing: t.words.Nothing,
	})
	if err != nil {
		return err
	}
	template := domain.TUpheld
	switch {
	case kind == domain.Proposal:
		template = domain.TProposal
	case outcome == domain.Rejected:
		template = domain.TRejected
	}
	return t.reply(todo, id, template, "executor")
}

// reply writes the reply and plans its endorsement, signature and dispatch.
func (t *years) reply(todo *agenda, id domain.CaseID, template domain.TemplateID, author string) error {
	t.as(author)
	file, err := t.office.Case(id, office.Opened)
	if err != nil {
		return err
	}
	chosen, _ := t.now.Template(template)
	content := t.Compose(file.Case, chosen, t.typed(chosen))
	l, err := t.office.Draft(once, id, domain.LetterID{}, content)
	if err != nil {
		return err
	}
	if err := t.office.Submit(once, id, l); err != nil {
		return err
	}
	t.later(todo, 1, func() error { return t.send(todo, id, l) })
	return nil
}

// typed fills every field that the program leaves open.
func (t *years) typed(chosen domain.Template) map[string]string {
	typed := map[string]string{}
	for _, name := range []string{"Findings", "Reasons", "Decision", "Answer", "PraisedTo", "Praised", "Measures", "ExecutionDue"} {
		if strings.Contains(strings.Join(chosen.Paragraphs, " "), "{"+name+"}") {
			typed[name] = pick(t.random, t.words.Texts)
		}
	}
	return typed
}

// send endorses, signs and dispatches a letter, and plans the end of its case.
func (t *years) send(todo *agenda, id domain.CaseID, l domain.LetterID) error {
	t.as("head")
	file, err := t.office.Case(id, office.Opened)
	if err != nil {
		return err
	}
	x, _ := file.Case.Letter(l)
	if err := t.office.Endorse(once, id, l, x.Hash); err != nil {
		return err
	}
	t.as("mayor")
	if _, err := t.office.Sign(once, id, l, t.Render); err != nil {
		return err
	}
	t.as("clerk")
	if err := t.office.Dispatch(once, id, domain.LetterDispatched{Letter: l, Channel: domain.ByPost}); err != nil {
		return err
	}
	t.later(todo, 2, func() error {
		t.as("clerk")
		return t.office.CloseCase(once, id, t.closing(id, ""))
	})
	return nil
}

// intake makes up a submission.
func (t *years) intake(at time.Time) domain.Intake {
	topic := pick(t.random, t.words.Topics)
	street := pick(t.random, t.words.Streets)
	subject := strings.ReplaceAll(pick(t.random, topic.Subjects), "{street}", street)
	text := []string{subject + "."}
	for range 2 + t.random.IntN(5) {
		text = append(text, pick(t.random, t.words.Texts))
	}
	in := domain.Intake{
		Kind: t.kind(topic.Topic), Channel: pick(t.random, domain.Channels()[:8]), Subject: subject, Text: strings.Join(text, " "), ReceivedAt: at,
		Sender: t.sender(street), LateReason: t.words.Reason,
	}
	if of, known := t.topics[topic.Topic]; known {
		in.Topic, in.Department = of.ID, of.Department
	}
	if in.Kind == domain.Praise || in.Kind == domain.Opinion {
		in.Department = t.now.Departments[4].ID
	}
	return in
}

// kind follows the shares of a real register.
func (t *years) kind(topic string) domain.Kind {
	if topic == t.words.Staff {
		return domain.ComplaintStaff
	}
	switch n := t.random.IntN(100); {
	case n < 52:
		return domain.Signal
	case n < 74:
		return domain.ComplaintService
	case n < 86:
		return domain.Question
	case n < 94:
		return domain.Proposal
	case n < 98:
		return domain.Praise
	default:
		return domain.Opinion
	}
}

func (t *years) sender(street string) domain.Sender {
	contact := domain.Contact{
		Type: domain.NaturalPerson, Settlement: pick(t.random, t.words.Settlements), Street: fmt.Sprintf("%s № %d", street, 1+t.random.IntN(120)),
		Postcode: "9999", Address: domain.ToMr,
	}
	switch n := t.random.IntN(100); {
	case n < 4:
		return domain.Sender{Contact: domain.Contact{Type: domain.Anonymous}}
	case n < 14:
		contact.Type, contact.Name, contact.Address = domain.Organisation, pick(t.random, t.words.Organisations), domain.ToAll
	case n < 55:
		contact.Name, contact.Address = t.name(false), domain.ToMs
	default:
		contact.Name = t.name(true)
	}
	return domain.Sender{Contact: contact}
}

// name makes up three names.
func (t *years) name(man bool) string {
	if man {
		return pick(t.random, t.words.Men) + " " + pick(t.random, t.words.Families) + " " + pick(t.random, t.words.Families)
	}
	return pick(t.random, t.words.Women) + " " + pick(t.random, t.words.Families) + "а " + pick(t.random, t.words.Families) + "а"
}
