package domain_test

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"slices"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// The made-up people of „Община Примерно“.
var (
	clerk     = domain.UserID{1}
	executor  = domain.UserID{2}
	head      = domain.UserID{3} // of the personnel
	builder   = domain.UserID{4} // head of construction
	secretary = domain.UserID{5}
	deputy    = domain.UserID{6}
	mayor     = domain.UserID{7}
	admin     = domain.UserID{8}
	auditor   = domain.UserID{9}
	colleague = domain.UserID{10} // holds no role
	stranger  = domain.UserID{99}

	everybody = []domain.UserID{clerk, executor, head, builder, secretary, deputy, mayor, admin, auditor, colleague}

	personnel    = domain.DepartmentID{1}
	construction = domain.DepartmentID{2}
)

// day reads 2006-01-02.
func day(tb testing.TB, iso string) calendar.Date {
	tb.Helper()
	d, err := calendar.ParseDate(iso)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// at gives an hour of a day in Sofia.
func at(tb testing.TB, iso string, hour int) time.Time {
	tb.Helper()
	return day(tb, iso).Start().Add(time.Duration(hour) * time.Hour)
}

// officeEvents found the office, name its people and give them roles.
func officeEvents(tb testing.TB) []domain.Event {
	tb.Helper()
	from := day(tb, "2020-01-01")
	settings := domain.DefaultSettings()
	settings.Municipality, settings.Settlement = "Община Примерно", "гр. Примерно"
	all := []domain.Event{
		domain.OfficeFounded{Founder: admin, At: from.Start(), Desk: domain.DeskID{1}},
		domain.SettingsSet{Settings: settings},
		domain.CalendarSet{Declared: []calendar.Declared{
			{Date: day(tb, "2025-12-31"), Basis: "РМС № 808"}, {Date: day(tb, "2026-01-02"), Basis: "РМС № 808"},
		}},
		domain.DepartmentSet{Department: personnel, Name: "Човешки ресурси"},
		domain.DepartmentSet{Department: construction, Name: "Строителство"},
	}
	for _, p := range []struct {
		id   domain.UserID
		name string
		unit domain.DepartmentID
		role domain.Role
	}{
		{clerk, "Елена Стоева", domain.DepartmentID{}, domain.Clerk},
		{executor, "Николай Бонев", personnel, domain.Executor},
		{head, "Радка Янева", personnel, domain.Head},
		{builder, "Петър Велчев", construction, domain.Head},
		{secretary, "Десислава Корова", domain.DepartmentID{}, domain.Secretary},
		{deputy, "Милен Радев", domain.DepartmentID{}, domain.DeputyMayor},
		{mayor, "Стефан Лазов", domain.DepartmentID{}, domain.Mayor},
		{admin, "Огнян Системов", domain.DepartmentID{}, domain.Admin},
		{auditor, "Вяра Проверова", domain.DepartmentID{}, domain.Auditor},
		{colleague, "Калин Колегов", construction, ""},
	} {
		all = append(all, domain.UserAdded{User: p.id, Name: p.name, Title: string(p.role), Department: p.unit})
		if p.role != "" {
			unit := domain.DepartmentID{}
			if p.role == domain.Head {
				unit = p.unit
			}
			all = append(all, domain.RoleGranted{User: p.id, Role: p.role, Department: unit, From: from})
		}
	}
	for _, code := range []string{"94-02", "едно", "друго"} {
		all = append(all, domain.FilingSet{Code: code, Title: "Сигнали", Years: 5})
	}
	for _, id := range []domain.TemplateID{
		domain.TReceipt, domain.TForwardBody, domain.TForwardSender, domain.TAnonymous, domain.TDeclined, domain.TExtension,
		domain.TUpheld, domain.TRejected, domain.TProsecutor, domain.TOthers, domain.TProposal, domain.TAnswer, domain.TThanks,
	} {
		all = append(all, domain.TemplateSet{Template: domain.Template{ID: id, Paragraphs: []string{"Уведомяваме Ви."}}})
	}
	return all
}

// fold gives the office after events of an administrator.
func fold(o domain.Office, events ...domain.Event) domain.Office {
	for _, e := range events {
		o = o.Apply(domain.Fact{Event: e, By: admin, At: o.FoundedAt})
	}
	return o
}

// story is a case on its way through the office.
type story struct {
	*testing.T
	office   domain.Office
	now      time.Time
	c        domain.Case
	records  uint32
	answered domain.CaseID  // of the cases besides
	joined   []domain.Entry // to this one
}

func newStory(t *testing.T, now string, more ...domain.Event) *story {
	t.Helper()
	return &story{T: t, office: fold(fold(domain.NewOffice(), officeEvents(t)...), more...), now: at(t, now, 10)}
}

func (s *story) as(who domain.UserID) domain.Acting {
	known := func(id domain.CaseID) (domain.Entry, bool) {
		e, ok := older(id)
		if id == s.answered {
			e.AnsweredOn = calendar.DateOf(s.now)
		}
		return e, ok
	}
	joined := func(domain.CaseID) []domain.Entry { return s.joined }
	return domain.Acting{Office: &s.office, User: who, Now: s.now, Known: known, Joined: joined}
}

// The two cases that the register knows besides.
var (
	decidedCase = domain.CaseID{7}
	openCase    = domain.CaseID{8}
)

func older(id domain.CaseID) (domain.Entry, bool) {
	switch id {
	case decidedCase:
		return domain.Entry{Case: id, State: domain.Closed, Outcome: domain.Rejected, AnsweredOn: 20_000, Number: domain.Number{Text: "94-7/2026"}}, true
	case openCase:
		return domain.Entry{Case: id, State: domain.InWork, Number: domain.Number{Text: "94-8/2026"}}, true
	default:
		return domain.Entry{}, false
	}
}

// record gives the next record.
func (s *story) record() (r domain.RecordID) {
	s.records++
	binary.BigEndian.PutUint32(r[:], s.records)
	return r
}

// happened folds an event of somebody who has seen everything, and gives its record.
func (s *story) happened(by domain.UserID, e domain.Event) domain.RecordID {
	return s.concurrent(by, e)
}

// concurrent folds an event of somebody who had not seen the given records.
func (s *story) concurrent(by domain.UserID, e domain.Event, unseen ...domain.RecordID) domain.RecordID {
	s.Helper()
	f := domain.Fact{Event: e, Record: s.record(), By: by, At: s.now}
	f.Saw = func(r domain.RecordID) bool { return !slices.Contains(unseen, r) }
	if v := domain.Judge(domain.History{Office: &s.office}, s.c, f); v != domain.Effective {
		s.Fatalf("%T of %v was judged %d", e, by[0], v)
	}
	s.c = s.c.Apply(f)
	return f.Record
}

// given runs a command that must be accepted, and folds its event.
func given[E domain.Event](s *story, who domain.UserID, command func(domain.Acting) (E, error)) E {
	s.Helper()
	e, err := command(s.as(who))
	if err != nil {
		s.Fatalf("%v: %v", who[0], err)
	}
	s.happened(who, e)
	return e
}

// refused runs a command that must be refused for a reason, at a field when one is to blame.
func refused[E any](s *story, who domain.UserID, why domain.Reason, field string, command func(domain.Acting) (E, error)) {
	s.Helper()
	_, err := command(s.as(who))
	mustRefuse(s.T, err, why, field)
}

func mustRefuse(t *testing.T, err error, why domain.Reason, field string) {
	t.Helper()
	r, ok := errors.AsType[*domain.Refusal](err)
	switch {
	case err == nil:
		t.Errorf("was accepted, want refused: %s", why)
	case !ok || r.Reason != why || r.Field != field:
		t.Errorf("%v, want %s at %q", err, why, field)
	}
}

func (s *story) stands(want domain.State) {
	s.Helper()
	if s.c.State != want {
		s.Fatalf("case stands %q, want %q", s.c.State, want)
	}
}

var citizen = domain.Sender{Person: domain.PersonID{1}, Contact: domain.Contact{
	Type: domain.NaturalPerson, Name: "Стоян Илиев Примеров", Settlement: "с. Примерово", Street: "ул. „Първа“ № 1",
}}

var nobody = domain.Sender{Contact: domain.Contact{Type: domain.Anonymous}}

// submission gives an intake of today.
func (s *story) submission(k domain.Kind) domain.Intake {
	return domain.Intake{
		Kind: k, Channel: domain.AtDesk, Subject: "Улица без осветление", Sender: citizen, ReceivedAt: s.now, Department: personnel,
	}
}

// registers begins the story with a submission.
func (s *story) registers(in domain.Intake) {
	s.Helper()
	given(s, clerk, func(a domain.Acting) (domain.CaseRegistered, error) {
		number := domain.Counters{}.Next(domain.Incoming, "", a.Today(), s.office.Settings)
		return a.Register(in, domain.Registration{Case: domain.CaseID{1}, Number: number})
	})
}

func (s *story) admits(who domain.UserID, e domain.AdmissibilityDecided) {
	s.Helper()
	given(s, who, func(a domain.Acting) (domain.AdmissibilityDecided, error) { return a.Admit(s.c, e) })
}

// works brings a registered case to its executor.
func (s *story) works(resolver domain.UserID) {
	s.Helper()
	s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
	given(s, resolver, func(a domain.Acting) (domain.CaseResolved, error) {
		return a.Resolve(s.c, domain.CaseResolved{Department: personnel, Lead: executor, Text: "за проверка и отговор"})
	})
	given(s, executor, func(a domain.Acting) (domain.CaseAccepted, error) { return a.Accept(s.c) })
}

func (s *story) decides(who domain.UserID, e domain.CaseDecided) {
	s.Helper()
	e.Findings = "Проверихме на място."
	if e.Outcome.Upholds() && len(e.Measures) == 0 {
		e.Nothing = "Направено е при проверката."
	}
	given(s, who, func(a domain.Acting) (domain.CaseDecided, error) { return a.Decide(s.c, e) })
}

// text gives a letter, with a hash that follows from its words.
func text(id byte, t domain.TemplateID, words string) domain.LetterDrafted {
	e := domain.LetterDrafted{Letter: domain.LetterID{id}, Content: domain.Letter{
		Template: t, Paragraphs: []domain.Paragraph{{Text: words}}, Signer: domain.Signer{Title: "Кмет на Община Примерно"},
	}}
	e.Hash = sha256.Sum256([]byte(string(t) + words))
	return e
}

func (s *story) drafts(who domain.UserID, e domain.LetterDrafted) {
	s.Helper()
	given(s, who, func(a domain.Acting) (domain.LetterDrafted, error) { return a.Draft(s.c, e) })
}

func (s *story) submits(who domain.UserID, id domain.LetterID) {
	s.Helper()
	given(s, who, func(a domain.Acting) (domain.LetterSubmitted, error) { return a.Submit(s.c, id) })
}

func (s *story) endorses(who domain.UserID, id domain.LetterID) {
	s.Helper()
	l, _ := s.c.Letter(id)
	given(s, who, func(a domain.Acting) (domain.LetterEndorsed, error) { return a.Endorse(s.c, id, l.Hash) })
}

func (s *story) outgoing(serial int) domain.Number {
	n := domain.Number{Direction: domain.Outgoing, Serial: serial, Date: calendar.DateOf(s.now)}
	n.Text = s.office.Settings.NumberTemplate.Render("94", n)
	return n
}

func (s *story) signs(who domain.UserID, id domain.LetterID) {
	s.Helper()
	given(s, who, func(a domain.Acting) (domain.LetterNumbered, error) {
		return a.Sign(s.c, domain.LetterNumbered{Letter: id, Number: s.outgoing(int(id[0]))})
	})
}

func (s *story) sends(id domain.LetterID) {
	s.Helper()
	given(s, clerk, func(a domain.Acting) (domain.LetterDispatched, error) {
		return a.Dispatch(s.c, domain.LetterDispatched{Letter: id, Channel: domain.ByPost})
	})
}

// issues takes a letter the whole way.
func (s *story) issues(e domain.LetterDrafted, author, endorser, signer domain.UserID) {
	s.Helper()
	s.drafts(author, e)
	s.submits(author, e.Letter)
	s.endorses(endorser, e.Letter)
	s.signs(signer, e.Letter)
	s.sends(e.Letter)
}

func (s *story) closes(e domain.CaseClosed) {
	s.Helper()
	given(s, clerk, func(a domain.Acting) (domain.CaseClosed, error) { return a.Close(s.c, e) })
}

// all is a reader who sees every case.
func all(*domain.Entry) bool { return true }
