package main

import (
	"container/heap"
	"fmt"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// step is something that happens to a made-up case at a time.
type step struct {
	at time.Time
	do func() error
}

// agenda is what will happen, the earliest first.
type agenda []step

func (a agenda) Len() int           { return len(a) }
func (a agenda) Less(i, j int) bool { return a[i].at.Before(a[j].at) }
func (a agenda) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }

// Push is for package heap.
func (a *agenda) Push(x any) {
	if s, ok := x.(step); ok {
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
func (s *seed) live(year int) error {
	start, end := calendar.NewDate(year, time.January, 3).Start(), s.clock()
	n := s.cases - s.done
	var todo agenda
	for i := range n {
		at := start.Add(time.Duration(float64(end.Sub(start)) * float64(i) / float64(n)))
		todo = append(todo, step{s.officeHour(at), nil})
	}
	heap.Init(&todo)
	for len(todo) > 0 {
		next, _ := heap.Pop(&todo).(step)
		if next.at.After(end) {
			break
		}
		s.hand.at = next.at
		do := next.do
		if do == nil {
			do = func() error { return s.arrive(&todo) }
		}
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

// officeHour moves a moment to a working hour of a working day.
func (s *seed) officeHour(at time.Time) time.Time {
	now := s.office.Settings()
	day := now.Calendar().NextWorking(calendar.DateOf(at))
	return day.Start().Add(time.Duration(8*3600+1800+s.random.IntN(9*3600)) * time.Second).UTC()
}

// later plans a step some days from now.
func (s *seed) later(todo *agenda, days int, do func() error) {
	heap.Push(todo, step{s.officeHour(s.hand.at.AddDate(0, 0, days)), do})
}

// arrive registers a submission and plans its way.
func (s *seed) arrive(todo *agenda) error {
	s.as("clerk")
	e, err := s.office.Register(once, s.intake(s.hand.at))
	if err != nil {
		return err
	}
	s.count(1)
	anonymous := e.Intake.Sender.Contact.Type == domain.Anonymous
	switch {
	case anonymous:
		s.later(todo, 1+s.random.IntN(2), func() error { return s.notOpened(todo, e.Case) })
	case e.Intake.Kind == domain.Praise || e.Intake.Kind == domain.Opinion:
		s.later(todo, 1, func() error { return s.reply(todo, e.Case, domain.TThanks, "clerk") })
	default:
		s.later(todo, 1, func() error { return s.assign(todo, e.Case, e.Intake.Kind) })
	}
	return nil
}

// notOpened ends an anonymous submission.
func (s *seed) notOpened(todo *agenda, id domain.CaseID) error {
	s.as("secretary")
	_, err := s.office.Admit(once, id, domain.AdmissibilityDecided{Ground: domain.GroundAnonymous, Reason: s.words.Reason})
	if err != nil {
		return err
	}
	s.later(todo, 3, func() error {
		s.as("clerk")
		return s.office.CloseCase(once, id, s.closing(id, s.words.Note))
	})
	return nil
}

// closing gives a reason for a case that ends late.
func (s *seed) closing(id domain.CaseID, note string) domain.CaseClosed {
	e := domain.CaseClosed{Note: note}
	file, err := s.office.Case(id, office.Opened)
	if err == nil && file.Case.LateOn(calendar.DateOf(s.hand.at)) {
		e.LateReason, e.LateUnit = pick(s.random, s.words.Texts), s.units[0].ID
	}
	return e
}

// assign admits a submission, hands it out and plans the work on it.
func (s *seed) assign(todo *agenda, id domain.CaseID, kind domain.Kind) error {
	s.as("secretary")
	if _, err := s.office.Admit(once, id, domain.AdmissibilityDecided{Ground: domain.Admissible}); err != nil {
		return err
	}
	unit, lead := s.units[4].ID, "executor"
	err := s.office.Resolve(once, id, domain.CaseResolved{Department: unit, Lead: s.seats[lead].User(), Text: s.words.Decision})
	if err != nil {
		return err
	}
	s.later(todo, 1, func() error {
		s.as(lead)
		if err := s.office.Accept(once, id); err != nil {
			return err
		}
		s.later(todo, s.workDays(kind), func() error { return s.decide(todo, id, kind) })
		return nil
	})
	return nil
}

// workDays is how long somebody works on a case: most answers are in time, some late.
func (s *seed) workDays(kind domain.Kind) int {
	usual := 35
	if kind == domain.Question {
		usual = 4
	} else if kind.Complaint() {
		usual = 18
	}
	if s.random.IntN(12) == 0 {
		return usual * 2
	}
	return 2 + s.random.IntN(usual)
}

func (s *seed) decide(todo *agenda, id domain.CaseID, kind domain.Kind) error {
	if kind == domain.Question {
		return s.reply(todo, id, domain.TAnswer, "executor")
	}
	s.as("executor")
	outcome := pick(s.random, []domain.Outcome{domain.Upheld, domain.PartlyUpheld, domain.Rejected, domain.Actioned})
	err := s.office.Decide(once, id, domain.CaseDecided{Outcome: outcome, Findings: pick(s.random, s.words.Findings)})
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
	return s.reply(todo, id, template, "executor")
}

// reply writes the reply and plans its endorsement, signature and dispatch.
func (s *seed) reply(todo *agenda, id domain.CaseID, template domain.TemplateID, author string) error {
	s.as(author)
	file, err := s.office.Case(id, office.Opened)
	if err != nil {
		return err
	}
	a := s.office.Acting()
	t, _ := a.Office.Template(template)
	content := s.compose(a, file.Case, t, s.typed(t))
	l, err := s.office.Draft(once, id, domain.LetterID{}, content)
	if err != nil {
		return err
	}
	if err := s.office.Submit(once, id, l); err != nil {
		return err
	}
	s.later(todo, 1, func() error { return s.send(todo, id, l) })
	return nil
}

// typed fills every field that the program leaves open.
func (s *seed) typed(t domain.Template) map[string]string {
	typed := map[string]string{}
	for _, name := range []string{"Findings", "Reasons", "Decision", "Answer", "PraisedTo", "Praised", "Measures", "ExecutionDue"} {
		if strings.Contains(strings.Join(t.Paragraphs, " "), "{"+name+"}") {
			typed[name] = pick(s.random, s.words.Texts)
		}
	}
	return typed
}

// send endorses, signs and dispatches a letter, and plans the end of its case.
func (s *seed) send(todo *agenda, id domain.CaseID, l domain.LetterID) error {
	s.as("head")
	file, err := s.office.Case(id, office.Opened)
	if err != nil {
		return err
	}
	x, _ := file.Case.Letter(l)
	if err := s.office.Endorse(once, id, l, x.Hash); err != nil {
		return err
	}
	s.as("mayor")
	if _, err := s.office.Sign(once, id, l, s.render); err != nil {
		return err
	}
	s.as("clerk")
	if err := s.office.Dispatch(once, id, domain.LetterDispatched{Letter: l, Channel: domain.ByPost}); err != nil {
		return err
	}
	s.later(todo, 2, func() error {
		s.as("clerk")
		return s.office.CloseCase(once, id, s.closing(id, ""))
	})
	return nil
}

// render makes the PDF of a made-up letter: really, or as an empty page, so that a large office is made quickly.
func (s *seed) render(l domain.Letter, i domain.Issue) ([]byte, error) {
	if s.press != nil {
		return s.press.Letter(l, i)
	}
	return fmt.Appendf(nil, emptyPage, i.Number.Serial), nil
}

// emptyPage is a PDF of one page with nothing on it.
const emptyPage = `%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R/ID[<%032x><00>]>>
%%%%EOF
`

// intake makes up a submission.
func (s *seed) intake(at time.Time) domain.Intake {
	topic := pick(s.random, s.words.Topics)
	street := pick(s.random, s.words.Streets)
	subject := strings.ReplaceAll(pick(s.random, topic.Subjects), "{street}", street)
	text := []string{subject + "."}
	for range 2 + s.random.IntN(5) {
		text = append(text, pick(s.random, s.words.Texts))
	}
	in := domain.Intake{
		Kind: s.kind(topic.Topic), Channel: pick(s.random, domain.Channels()[:8]), Subject: subject, Text: strings.Join(text, " "), ReceivedAt: at,
		Sender: s.sender(street), LateReason: s.words.Reason,
	}
	for _, t := range s.topics {
		if t.Name == topic.Topic {
			in.Topic, in.Department = t.ID, t.Department
		}
	}
	if in.Kind == domain.Praise || in.Kind == domain.Opinion {
		in.Department = s.units[4].ID
	}
	return in
}

// kind follows the shares of a real register.
func (s *seed) kind(topic string) domain.Kind {
	if topic == s.words.Staff {
		return domain.ComplaintStaff
	}
	switch n := s.random.IntN(100); {
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

func (s *seed) sender(street string) domain.Sender {
	contact := domain.Contact{
		Type: domain.NaturalPerson, Settlement: pick(s.random, s.words.Settlements), Street: fmt.Sprintf("%s № %d", street, 1+s.random.IntN(120)),
		Postcode: "9999", Address: domain.ToMr,
	}
	switch n := s.random.IntN(100); {
	case n < 4:
		return domain.Sender{Contact: domain.Contact{Type: domain.Anonymous}}
	case n < 14:
		contact.Type, contact.Name, contact.Address = domain.Organisation, pick(s.random, s.words.Organisations), domain.ToAll
	case n < 55:
		contact.Name, contact.Address = s.name(false), domain.ToMs
	default:
		contact.Name = s.name(true)
	}
	return domain.Sender{Contact: contact}
}

// name makes up three names.
func (s *seed) name(man bool) string {
	if man {
		return pick(s.random, s.words.Men) + " " + pick(s.random, s.words.Families) + " " + pick(s.random, s.words.Families)
	}
	return pick(s.random, s.words.Women) + " " + pick(s.random, s.words.Families) + "а " + pick(s.random, s.words.Families) + "а"
}
