package domain_test

import (
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

func TestTheOfficeFollowsEachOfItsEvents(t *testing.T) {
	from := day(t, "2026-01-05")
	base := fold(domain.NewOffice(), domain.OfficeFounded{Founder: admin, Recipient: "age1a", At: from.Start(), Desk: domain.DeskID{1}, Demo: true})
	for name, c := range map[string]struct {
		events []domain.Event
		holds  func(o *domain.Office) bool
	}{
		"founded": {nil, func(o *domain.Office) bool {
			return o.Demo && o.Holds(admin, domain.Admin, from) && len(o.Chains) == 1 && o.Chains[0].Desk == domain.DeskID{1}
		}},
		"a chain": {
			[]domain.Event{domain.ChainOpened{Series: "Б"}},
			func(o *domain.Office) bool { return len(o.Chains) == 2 && o.Chains[1].Series == "Б" },
		},
		"a user": {
			[]domain.Event{domain.UserAdded{User: clerk, Name: "Елена Стоева"}, domain.UserKeyed{User: clerk, Recipient: "age1b", Provisional: true}},
			func(o *domain.Office) bool {
				u, ok := o.User(clerk)
				return ok && u.Name == "Елена Стоева" && u.Keyed && u.Provisional && u.Recipient == "age1b"
			},
		},
		"the user's own key": {
			[]domain.Event{domain.UserKeyed{User: clerk, Provisional: true}, domain.UserKeyed{User: clerk, Recipient: "age1c"}},
			func(o *domain.Office) bool { u, _ := o.User(clerk); return !u.Provisional && u.Recipient == "age1c" },
		},
		"removed twice: the earlier day": {
			[]domain.Event{
				domain.UserAdded{User: clerk}, domain.UserRemoved{User: clerk, From: from}, domain.UserRemoved{User: clerk, From: from + 9},
			},
			func(o *domain.Office) bool { u, _ := o.User(clerk); return u.Removed == from },
		},
		"a role on a removed user": {
			[]domain.Event{domain.UserRemoved{User: clerk, From: from}, domain.RoleGranted{User: clerk, Role: domain.Clerk, From: from}},
			func(o *domain.Office) bool { return !o.Holds(clerk, domain.Clerk, from) },
		},
		"a department renamed": {
			[]domain.Event{
				domain.DepartmentSet{Department: personnel, Name: "Кадри"},
				domain.DepartmentSet{Department: personnel, Name: "Човешки ресурси", Closed: true},
			},
			func(o *domain.Office) bool {
				d, ok := o.Department(personnel)
				return ok && len(o.Departments) == 1 && d.Closed && o.Names().Departments[personnel] == "Човешки ресурси"
			},
		},
		"a topic": {
			[]domain.Event{domain.TopicSet{Topic: domain.TopicID{1}, Name: "ВиК", Department: personnel}},
			func(o *domain.Office) bool {
				topic, ok := o.Topic(domain.TopicID{1})
				return ok && topic.Department == personnel && o.Names().Topics[domain.TopicID{1}] == "ВиК"
			},
		},
		"a file": {
			[]domain.Event{domain.FilingSet{Code: "94-01", Years: 5}, domain.FilingSet{Code: "94-01", Years: 10}},
			func(o *domain.Office) bool { return len(o.Filing) == 1 && o.Filing[0].Years == 10 },
		},
		"settings": {
			[]domain.Event{domain.SettingsSet{Settings: domain.Settings{Municipality: "Община Примерно"}}},
			func(o *domain.Office) bool {
				return o.Settings.Municipality == "Община Примерно" && o.Settings.WarnDays == 0
			},
		},
		"the calendar": {
			[]domain.Event{domain.CalendarSet{
				Declared: []calendar.Declared{{Date: day(t, "2026-11-24")}}, Confirmed: []domain.ConfirmedYear{{Year: 2026, By: secretary}},
			}},
			func(o *domain.Office) bool {
				return !o.Calendar().Working(day(t, "2026-11-24")) && o.YearConfirmed(2026) && !o.YearConfirmed(2027)
			},
		},
		"a contradictory calendar": {
			[]domain.Event{domain.CalendarSet{Declared: []calendar.Declared{{Date: day(t, "2026-11-24"), Work: true}}}},
			func(o *domain.Office) bool { return o.Calendar().Working(day(t, "2026-11-24")) },
		},
		"rules": {
			[]domain.Event{domain.RulesSet{Rules: domain.DefaultRules()[:1]}},
			func(o *domain.Office) bool { return len(o.Rules) == 1 },
		},
		"a template": {
			[]domain.Event{domain.TemplateSet{Template: domain.Template{ID: domain.TThanks, Title: "Благодарност"}}},
			func(o *domain.Office) bool {
				x, ok := o.Template(domain.TThanks)
				return ok && x.Title == "Благодарност"
			},
		},
		"a standard paragraph, changed": {
			[]domain.Event{
				domain.ParagraphSet{Paragraph: domain.Standard{ID: "ред", Word: "ред", Text: "Едно."}},
				domain.ParagraphSet{Paragraph: domain.Standard{ID: "ред", Word: "ред", Text: "Друго."}},
			},
			func(o *domain.Office) bool { return len(o.Paragraphs) == 1 && o.Paragraphs[0].Text == "Друго." },
		},
		"an epoch and a glance change nothing": {
			[]domain.Event{domain.OfficeKeyed{Epoch: 2}, domain.AccessViewed{}, domain.CaseAccepted{}},
			func(o *domain.Office) bool { return len(o.Users) == 1 },
		},
	} {
		t.Run(name, func(t *testing.T) {
			if o := fold(base, c.events...); !c.holds(&o) {
				t.Errorf("%+v", o)
			}
			if len(base.Users) != 1 || len(base.Chains) != 1 {
				t.Error("the office before it has changed")
			}
		})
	}
}

func TestRolesHoldForTheirDates(t *testing.T) {
	on := func(iso string) calendar.Date { return day(t, iso) }
	o := fold(domain.NewOffice(), domain.UserAdded{User: deputy},
		domain.RoleGranted{User: deputy, Role: domain.Mayor, From: on("2026-08-01"), Until: on("2026-08-15"), Order: "РД-2", ActingFor: mayor},
		domain.RoleGranted{User: deputy, Role: domain.DeputyMayor, From: on("2026-01-05")},
		domain.RoleRevoked{User: deputy, Role: domain.DeputyMayor, From: on("2026-12-01")})
	for _, c := range []struct {
		on    string
		role  domain.Role
		holds bool
	}{
		{"2026-07-31", domain.Mayor, false},
		{"2026-08-01", domain.Mayor, true},
		{"2026-08-15", domain.Mayor, true},
		{"2026-08-16", domain.Mayor, false},
		{"2026-11-30", domain.DeputyMayor, true},
		{"2026-12-01", domain.DeputyMayor, false},
	} {
		if got := o.Holds(deputy, c.role, on(c.on)); got != c.holds {
			t.Errorf("%s holds %s: %t", c.on, c.role, got)
		}
	}
	seat, ok := o.Seat(deputy, on("2026-08-10"), domain.Roles())
	if !ok || seat.Role != domain.Mayor || seat.ActingFor != mayor {
		t.Errorf("sits as %+v", seat)
	}
	if all := o.Holders(domain.DeputyMayor, on("2026-08-10")); len(all) != 1 || all[0].ID != deputy {
		t.Errorf("holders %+v", all)
	}
}

func TestARevocationWinsOverAGrantThatDidNotSeeIt(t *testing.T) {
	from := day(t, "2026-01-05")
	o := fold(domain.NewOffice(), domain.UserAdded{User: clerk})
	revoked := domain.RecordID{1}
	o = o.Apply(domain.Fact{Event: domain.RoleRevoked{User: clerk, Role: domain.Clerk, From: from}, Record: revoked})
	grant := domain.Fact{Event: domain.RoleGranted{User: clerk, Role: domain.Clerk, From: from}, Record: domain.RecordID{2}}
	grant.Saw = func(domain.RecordID) bool { return false }
	if blind := o.Apply(grant); blind.Holds(clerk, domain.Clerk, from) {
		t.Error("the grant stands")
	}
	grant.Saw = nil
	if seen := o.Apply(grant); !seen.Holds(clerk, domain.Clerk, from) {
		t.Error("a later grant does not stand")
	}
}

func TestAHeadOfTwoUnitsWorksInBoth(t *testing.T) {
	s := newStory(t, "2026-11-23", domain.RoleGranted{
		User: head, Role: domain.Head, Department: construction, From: day(t, "2026-11-01"), ActingFor: builder, Order: "РД-3",
	})
	for _, unit := range []domain.DepartmentID{personnel, construction} {
		s.c = domain.Case{}
		s.registers(s.submission(domain.Signal))
		s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
		given(s, secretary, resolve(s, unit, domain.UserID{}))
		given(s, head, func(a domain.Acting) (domain.CaseAccepted, error) { return a.Accept(s.c) })
	}
}

func TestAHeadOfAnotherUnitWorksOnWhatHeWasGiven(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
	given(s, secretary, resolve(s, personnel, builder))
	given(s, builder, func(a domain.Acting) (domain.CaseAccepted, error) { return a.Accept(s.c) })
}

func TestAPersonIsCorrectedAndErasedForEver(t *testing.T) {
	id := domain.PersonID{1}
	apply := func(p domain.Person, events ...domain.Event) domain.Person {
		for _, e := range events {
			p = p.Apply(domain.Fact{Event: e})
		}
		return p
	}
	p := apply(domain.Person{}, domain.PersonRecorded{Person: id, Contact: domain.Contact{Name: "Мария"}},
		domain.PersonCorrected{Person: id, Contact: domain.Contact{Name: "Мария Образцова", Email: "m@example.org"}})
	if p.ID != id || p.Contact.Name != "Мария Образцова" || !p.Contact.Reachable() {
		t.Errorf("%+v", p)
	}
	p = apply(p, domain.PersonErased{Person: id, Act: "Акт 1"}, domain.PersonCorrected{Person: id, Contact: domain.Contact{Name: "Пак"}})
	if p.Contact != (domain.Contact{}) || p.EraseAct != "Акт 1" {
		t.Errorf("%+v", p)
	}
}

func TestRemindersAreComputedWhenAsked(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.ComplaintStaff)) // due 2026-12-23
	for _, want := range []struct {
		on      string
		urgency domain.Urgency
		left    int
		late    int
	}{
		{"2026-11-23", domain.OnTime, 22, 0},
		{"2026-12-08", domain.OnTime, 11, 0},
		{"2026-12-09", domain.HalfTime, 10, 0},
		{"2026-12-15", domain.HalfTime, 6, 0},
		{"2026-12-16", domain.Soon, 5, 0},
		{"2026-12-23", domain.Today, 0, 0},
		{"2026-12-28", domain.Late, 0, 5},
	} {
		r := s.office.Remind(s.c.Entry(), day(t, want.on))
		if r.Urgency != want.urgency || r.WorkingLeft != want.left || r.DaysLate != want.late || r.Due.String() != "2026-12-23" {
			t.Errorf("%s: %+v, want %+v", want.on, r, want)
		}
	}
	e := s.c.Entry()
	e.AnsweredOn = day(t, "2026-12-01")
	if r := s.office.Remind(e, day(t, "2027-06-01")); r.Urgency != domain.NoTerm {
		t.Errorf("answered, and still %+v", r)
	}
}

func TestTooOldIsMoreThanTwoYears(t *testing.T) {
	for violation, want := range map[string]bool{"2024-11-22": true, "2024-11-23": false, "2026-01-05": false} {
		if got := domain.TooOld(day(t, violation), day(t, "2026-11-23")); got != want {
			t.Errorf("%s: %t", violation, got)
		}
	}
	if domain.TooOld(0, day(t, "2026-11-23")) || !domain.TooOld(day(t, "2024-02-28"), day(t, "2026-03-01")) {
		t.Error("a missing day, or a leap one")
	}
}

func TestALetterheadShowsTheOfficeAsItDescribesItself(t *testing.T) {
	h := domain.Settings{Municipality: "Община Примерно", Phone: "0000/00-00", Site: "www.primerno.example"}.Letterhead()
	if h.Office != "Община Примерно" || h.Contact != "0000/00-00 · www.primerno.example" {
		t.Errorf("%+v", h)
	}
	if domain.NewOffice().FoundedAt != (time.Time{}) {
		t.Error("founded before it was founded")
	}
}

func TestAYearIsAskedAboutWhenTermsReachIntoIt(t *testing.T) {
	o := domain.NewOffice()
	o.Confirmed = []domain.ConfirmedYear{{Year: 2026}}
	for today, want := range map[string]int{"2026-09-30": 0, "2026-10-01": 2027, "2026-12-31": 2027, "2027-01-04": 2027, "2025-11-03": 2025} {
		if year, open := o.Unconfirmed(day(t, today)); year != want || open != (want != 0) {
			t.Errorf("%s: %d, want %d", today, year, want)
		}
	}
	for due, want := range map[string]bool{"2026-12-31": false, "2027-01-04": true, "2025-12-31": false} {
		if got := o.Provisional(day(t, due), day(t, "2026-11-23")); got != want {
			t.Errorf("%s is provisional: %t", due, got)
		}
	}
}
