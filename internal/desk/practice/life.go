package practice

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
	"harta/resources"
)

// life is one case of the weeks.
type life struct {
	*weeks
	resources.PracticeCase
	place int // in the list, from 0

	unit   domain.Department
	lead   string // who works on it
	above  string // who endorses its letters
	id     domain.CaseID
	letter domain.LetterID
}

// step is a step of a case: so many working days after the one before, unless time is short.
type step struct {
	name  string
	after int
	work  bool // praise that is thanked for at once does without it
	do    func(*life) error
}

// road is how far a case has come. On one that waits, the last step was taken a day or two ago.
type road struct {
	waits bool
	steps []step
}

var (
	admitted  = []step{{"admit", 1, true, (*life).admit}}
	assigned  = with(admitted, step{"resolve", 0, true, (*life).resolve})
	accepted  = with(assigned, step{"accept", 1, true, (*life).accept}, step{"note", 1, true, (*life).noted})
	decided   = with(accepted, step{"decide", 1, true, (*life).decide})
	submitted = with(decided, step{"draft", 1, false, (*life).draft}, step{"submit", 0, false, (*life).submit})
	endorsed  = with(submitted, step{"endorse", 1, false, (*life).endorse})
	signed    = with(endorsed, step{"sign", 0, false, (*life).sign})
	sent      = with(signed, step{"dispatch", 0, false, (*life).dispatch})
	served    = with(sent, step{"serve", 3, false, (*life).serve})
	closed    = with(served, step{"close", 1, false, (*life).end})

	roads = map[string]road{
		"registered":  {},
		"admitted":    {false, admitted},
		"assigned":    {false, assigned},
		"accepted":    {false, accepted},
		"decided":     {true, decided},
		"drafted":     {true, with(decided, step{"draft", 1, false, (*life).draftOpen})},
		"submitted":   {true, submitted},
		"returned":    {true, with(submitted, step{"return", 1, false, (*life).giveBack})},
		"rewritten":   {true, with(submitted, step{"return", 0, false, (*life).giveBack}, step{"rewrite", 1, false, (*life).rewrite})},
		"endorsed":    {true, endorsed},
		"signed":      {true, signed},
		"sent":        {false, sent},
		"execution":   {false, sent},
		"closed":      {false, closed},
		"closed_late": {true, closed},
		"archived":    {false, with(closed, step{"archive", 24, false, (*life).archive})},
		"extended":    {true, with(accepted, step{"extend", 2, false, (*life).extend}, step{"endorse", 1, false, (*life).endorse}, step{"sign", 1, false, (*life).sign}, step{"dispatch", 0, false, (*life).dispatch})},
		"danger":      {false, accepted},
		"withdrawn":   {false, with(accepted, step{"withdraw", 2, false, (*life).withdraw})},
		"annulled":    {false, []step{{"annul", 0, false, (*life).annul}}},
		"forwarded":   {false, admitted},
		"rerouted":    {false, admitted},
		"not_opened":  {false, admitted},
		"declined":    {false, admitted},
		"joined":      {false, admitted},
		"sealed":      {false, admitted},
	}
)

func with(steps []step, more ...step) []step { return append(append([]step{}, steps...), more...) }

// settle finds out whose work the case is.
func (l *life) settle() error {
	topic := l.topics[l.Topic]
	unit := topic.Department
	if l.Kind == string(domain.ComplaintStaff) {
		unit = l.units[l.Plan.Departments[len(l.Plan.Departments)-1].Name]
	}
	if unit == (domain.DepartmentID{}) {
		unit = l.units[l.Plan.Departments[0].Name]
	}
	l.unit, _ = l.now.Department(unit)
	l.lead, l.above = l.executor(l.unit.Name), "secretary"
	for _, u := range l.Plan.Users {
		for _, r := range u.Roles {
			if r.Role == domain.Head && r.Department == l.unit.Name {
				l.above = u.Login
			}
		}
	}
	if l.Against != "" && l.user(l.Against) == (domain.UserID{}) {
		return fmt.Errorf("case %d is about the unknown user %q", l.place+1, l.Against)
	}
	return nil
}

// executor is who works on the cases of a department: its expert, else the last one of all.
func (l *life) executor(department string) string {
	last := ""
	for _, u := range l.Plan.Users {
		if len(u.Roles) > 0 {
			continue
		}
		if last = u.Login; u.Department == department {
			break
		}
	}
	return last
}

// thanked tells whether the case needs no work, only thanks.
func (l *life) thanked() bool {
	kind := domain.Kind(l.Kind)
	return (kind == domain.Praise || kind == domain.Opinion) && l.Way != "accepted" && l.Way != "declined"
}

// clerk is who sits at the desk: another one where the clerk is complained of.
func (l *life) clerk() string {
	if l.Against == "clerk" && domain.Kind(l.Kind) != domain.Praise {
		return "secretary"
	}
	return "clerk"
}

// told says which case and step an error is about.
func (l *life) told(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s case %d: %w", what, l.place+1, err)
}

func (l *life) sender() domain.Sender {
	if l.Name == "" {
		return domain.Sender{Contact: domain.Contact{Type: domain.Anonymous}}
	}
	c := domain.Contact{
		Type: domain.NaturalPerson, Name: l.Name, Street: l.Street, Settlement: l.Place, Postcode: "9999", Address: domain.ToMr,
	}
	switch {
	case l.Organisation:
		c.Type, c.Address = domain.Organisation, domain.ToAll
	case strings.HasSuffix(l.Name, "а"):
		c.Address = domain.ToMs
	}
	switch domain.Channel(l.Channel) {
	case domain.ByEmail, domain.ByWebForm:
		c.Email = fmt.Sprintf("podatel%02d@primer.example", l.place+1)
	case domain.ByPhone, domain.AtDesk, domain.ReceptionDay:
		c.Phone = fmt.Sprintf("0000 00 00 %02d", l.place+1)
	default:
	}
	return domain.Sender{Contact: c}
}

func (l *life) danger() domain.Danger {
	return domain.Danger{Category: l.Danger.Category, Reason: l.Danger.Reason, Told: l.Danger.Told}
}

func (l *life) register() error {
	l.as(l.clerk())
	in := domain.Intake{
		Kind: domain.Kind(l.Kind), Channel: domain.Channel(l.Channel), Subject: l.Subject, Text: l.Text, Sender: l.sender(),
		Topic: l.topics[l.Topic].ID, Department: l.unit.ID, ReceivedAt: l.Clock.Now().Add(-time.Minute),
		Danger: l.danger(), Sheets: 1,
	}
	if l.Against != "" {
		in.Respondents = []domain.Respondent{{User: l.user(l.Against)}}
	}
	e, err := l.office.Register(once, in)
	if err != nil {
		return err
	}
	l.id = e.Case
	if _, known := l.made[l.Subject]; !known {
		l.made[l.Subject] = e.Case
	}
	return nil
}

// admit decides whether the case is considered, as its way says.
func (l *life) admit() error {
	e := domain.AdmissibilityDecided{Ground: domain.Admissible}
	who := "secretary"
	switch l.Way {
	case "forwarded":
		e = domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Body: l.Body, Reason: l.Body}
	case "rerouted":
		e = domain.AdmissibilityDecided{Ground: domain.GroundOtherOrder, Body: l.Body, Reason: l.Body}
	case "not_opened":
		e = domain.AdmissibilityDecided{Ground: domain.GroundAnonymous, Reason: l.is.Anonymous, Check: domain.Check{Missing: domain.Missings(), NoDanger: l.is.NoDanger}}
	case "declined":
		e = domain.AdmissibilityDecided{Ground: domain.GroundObscene, Reason: l.is.Obscene}
	case "danger":
		e = domain.AdmissibilityDecided{Ground: domain.GroundExOfficio, Reason: l.is.Danger, Danger: l.danger()}
	case "joined":
		e = domain.AdmissibilityDecided{Ground: domain.GroundDuplicate, Reason: l.is.Duplicate, Into: l.made[l.Subject]}
	case "sealed":
		e = domain.AdmissibilityDecided{Ground: domain.GroundSealed, Reason: l.is.Seal, Seal: l.is.Seal}
	default:
		who = l.clerk()
	}
	l.as(who)
	_, err := l.office.Admit(once, l.id, e)
	return err
}

func (l *life) resolve() error {
	l.as("secretary")
	return l.office.Resolve(once, l.id, domain.CaseResolved{
		Department: l.unit.ID, Lead: l.user(l.lead), Text: pick(l.random, l.is.Resolutions),
	})
}

func (l *life) accept() error {
	l.as(l.lead)
	return l.office.Accept(once, l.id)
}

// noted leaves what somebody has noted while he worked.
func (l *life) noted() error {
	var e domain.CaseNoted
	on := calendar.DateOf(l.Clock.Now())
	switch l.Note {
	case "":
		return nil
	case "waiting":
		e = domain.CaseNoted{Note: domain.AskedCitizen, Text: l.is.Waiting, Due: l.now.Calendar().AddWorking(on, 1)}
	case "surplus":
		l.as(l.clerk())
		_, err := l.office.FindSurplus(once, l.id, domain.SurplusFound{Item: l.is.Surplus, Learned: on})
		return err
	case "asked":
		e = domain.CaseNoted{Note: domain.AskedOpinion, Text: l.is.Asked}
		if l.Against != "" {
			e.Text, e.To, e.Due = l.is.Question, l.user(l.Against), l.now.Calendar().AddWorking(l.today, 4)
		}
	case "inspected":
		e = domain.CaseNoted{Note: domain.Inspected, Text: l.is.Inspected}
	default:
		return fmt.Errorf("unknown note %q", l.Note)
	}
	l.as(l.lead)
	return l.office.Note(once, l.id, e)
}

func (l *life) decide() error {
	if domain.Kind(l.Kind) == domain.Question {
		return nil
	}
	if l.Findings == "" {
		return errors.New("nothing was found out")
	}
	l.as(l.lead)
	e := domain.CaseDecided{Outcome: l.outcome(), Findings: l.Findings, Nothing: l.is.Nothing}
	if l.Measure != "" {
		due := l.now.Calendar().AddWorking(l.today, 12)
		e.Measures = []domain.Measure{{Text: l.Measure, Department: l.unit.ID, Due: due}}
	}
	return l.office.Decide(once, l.id, e)
}

func (l *life) outcome() domain.Outcome { return cmp.Or(domain.Outcome(l.Outcome), domain.Upheld) }

func (l *life) withdraw() error {
	l.as("secretary")
	return l.office.Withdraw(once, l.id, domain.CaseWithdrawn{Reason: l.is.Withdrawn, Document: l.is.Writing})
}

func (l *life) annul() error {
	l.as("secretary")
	return l.office.Annul(once, l.id, l.is.Annulled)
}

// end closes the case; a late one with its reason.
func (l *life) end() error {
	l.as(l.clerk())
	file, err := l.office.Case(l.id, office.Opened)
	if err != nil {
		return err
	}
	e := domain.CaseClosed{}
	if answered := file.Case.AnsweredOn; l.Way == "closed_late" {
		if due, ok := file.Case.Due(); !ok || answered <= due.Due {
			return errors.New("it was answered in time")
		}
		e.LateReason, e.LateUnit = l.is.Late, l.unit.ID
	}
	return l.office.CloseCase(once, l.id, e)
}

// archive puts the case in the file of its kind, in the order of the plan's nomenclature.
func (l *life) archive() error {
	l.as("clerk")
	order := map[domain.Kind]int{domain.ComplaintStaff: 1, domain.ComplaintService: 1, domain.Proposal: 2, domain.Question: 3, domain.Praise: 4, domain.Opinion: 4}
	return l.office.Archive(once, l.id, domain.CaseArchived{Filing: l.Plan.Filing[order[domain.Kind(l.Kind)]].Code, Volume: l.is.Volume})
}
