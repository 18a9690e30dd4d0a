package domain_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

func register(in domain.Intake) func(domain.Acting) (domain.CaseRegistered, error) {
	return func(a domain.Acting) (domain.CaseRegistered, error) {
		return a.Register(in, domain.Registration{Case: domain.CaseID{1}})
	}
}

func TestEveryKindIsRegisteredWithItsTerms(t *testing.T) {
	for kind, want := range map[domain.Kind]map[domain.Clock]string{
		domain.Signal:           {domain.LegalClock: "2027-01-25"},
		domain.ComplaintStaff:   {domain.LegalClock: "2027-01-25", domain.CharterClock: "2026-12-23"},
		domain.ComplaintService: {domain.LegalClock: "2027-01-25", domain.CharterClock: "2026-12-23"},
		domain.Proposal:         {domain.LegalClock: "2027-01-25"},
		domain.Question:         {domain.CharterClock: "2026-12-02"},
		domain.Opinion:          {domain.CharterClock: "2026-12-02"},
		domain.Praise:           {domain.CharterClock: "2026-12-02"},
		domain.AppealOfAct:      {},
		domain.FOIRequest:       {domain.LegalClock: "2026-12-07"},
		domain.ServiceRequest:   {domain.LegalClock: "2026-12-07"},
		domain.Whistleblower:    {},
	} {
		t.Run(string(kind), func(t *testing.T) {
			s := newStory(t, "2026-11-23")
			s.registers(s.submission(kind))
			s.stands(domain.Registered)
			got := map[domain.Clock]string{}
			for _, d := range s.c.Deadlines {
				got[d.Clock] = d.Due.String()
			}
			if len(got) != len(want) {
				t.Errorf("terms %v, want %v", got, want)
			}
			for clock, due := range want {
				if got[clock] != due {
					t.Errorf("%s due %s, want %s", clock, got[clock], due)
				}
			}
		})
	}
	if len(domain.Kinds()) != 11 {
		t.Errorf("%d kinds: test the new one too", len(domain.Kinds()))
	}
}

func TestEarliestClockIsTheTermPeopleSee(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.ComplaintStaff))
	if d, ok := s.c.Due(); !ok || d.Clock != domain.CharterClock || s.c.Entry().Number.Short() != "94-1" {
		t.Errorf("shown %+v of %s", d, s.c.Number.Short())
	}
}

func TestPraiseOfWhomNobodyCanReachHasNoTerm(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Praise)
	in.Sender = nobody
	s.registers(in)
	if _, ok := s.c.Due(); ok {
		t.Errorf("terms %+v", s.c.Deadlines)
	}
}

func TestProposalOnTheLastDayOfTheYearEndsAfterFebruary(t *testing.T) {
	off := domain.CalendarSet{Declared: []calendar.Declared{{Date: day(t, "2027-03-01"), Basis: "РМС"}}}
	for want, more := range map[string][]domain.Event{"2027-03-01": nil, "2027-03-02": {off}} {
		s := newStory(t, "2026-12-31", more...)
		s.registers(s.submission(domain.Proposal))
		d, _ := s.c.Deadline(domain.LegalClock)
		if d.Due.String() != want || d.Nominal.String() != "2027-02-28" || d.Calendar != s.office.Calendar().Version() {
			t.Errorf("%+v, want due %s", d, want)
		}
	}
}

func TestRegistrationIsRefusedWithTheFieldToBlame(t *testing.T) {
	s := newStory(t, "2026-11-23")
	for name, c := range map[string]struct {
		change func(*domain.Intake)
		why    domain.Reason
		field  string
	}{
		"no kind":             {func(in *domain.Intake) { in.Kind = "" }, domain.FieldMissing, "kind"},
		"unknown channel":     {func(in *domain.Intake) { in.Channel = "pigeon" }, domain.FieldMissing, "channel"},
		"no receipt":          {func(in *domain.Intake) { in.ReceivedAt = time.Time{} }, domain.FieldMissing, "receivedAt"},
		"receipt to come":     {func(in *domain.Intake) { in.ReceivedAt = s.now.Add(time.Hour) }, domain.ReceivedInFuture, "receivedAt"},
		"receipt before 2010": {func(in *domain.Intake) { in.ReceivedAt = at(t, "2009-12-31", 9) }, domain.DateOutOfRange, "receivedAt"},
		"violation after":     {func(in *domain.Intake) { in.Violation = day(t, "2026-11-24") }, domain.ViolationAfter, "violation"},
		"told later on":       {func(in *domain.Intake) { in.Danger = domain.Danger{Category: "water", ToldAt: s.now.Add(time.Minute)} }, domain.ToldInFuture, "dangerToldAt"},
		"blank subject":       {func(in *domain.Intake) { in.Subject = " " }, domain.FieldMissing, "subject"},
		"long subject":        {func(in *domain.Intake) { in.Subject = strings.Repeat("ж", 501) }, domain.TooLong, "subject"},
		"no sender":           {func(in *domain.Intake) { in.Sender = domain.Sender{} }, domain.SenderMissing, "sender"},
		"named and anonymous": {func(in *domain.Intake) { in.Sender.Contact.Type = domain.Anonymous }, domain.NameWithAnonymous, "sender"},
		"broken e-mail":       {func(in *domain.Intake) { in.Sender.Contact.Email = "стоян.example" }, domain.BadEmail, "email"},
		"a long telephone":    {func(in *domain.Intake) { in.Sender.Contact.Phone = strings.Repeat("8", 301) }, domain.TooLong, "phone"},
		"a long referrer":     {func(in *domain.Intake) { in.Sender.Referrer = strings.Repeat("ж", 301) }, domain.TooLong, "referrer"},
		"passed on by nobody": {func(in *domain.Intake) { in.Sender.ReferrerRef = "12-5" }, domain.FieldMissing, "referrer"},
		"nobody on a day":     {func(in *domain.Intake) { in.Sender.ReferrerOn = day(t, "2026-11-20") }, domain.FieldMissing, "referrer"},
		"referrer's e-mail": {
			func(in *domain.Intake) {
				in.Sender.Referrer, in.Sender.ReferrerAt.Email = "Омбудсманът", "ул. „Първа“ 1"
			},
			domain.BadEmail, "referrerAt",
		},
		"affected, nobody":    {func(in *domain.Intake) { in.Affected = []domain.Contact{{Street: "ул. „Първа“ 1"}} }, domain.FieldMissing, "affected"},
		"affected's e-mail":   {func(in *domain.Intake) { in.Affected = []domain.Contact{{Name: "Иван", Email: "0888"}} }, domain.BadEmail, "affected"},
		"a long affected one": {func(in *domain.Intake) { in.Affected = []domain.Contact{{Name: strings.Repeat("ж", 301)}} }, domain.TooLong, "affected"},
		"two days late":       {func(in *domain.Intake) { in.ReceivedAt = at(t, "2026-11-19", 9) }, domain.LateReasonMissing, "lateReason"},
	} {
		t.Run(name, func(t *testing.T) {
			in := s.submission(domain.Signal)
			c.change(&in)
			_, err := s.as(clerk).Register(in, domain.Registration{})
			mustRefuse(t, err, c.why, c.field)
		})
	}
	refused(s, head, domain.NoRole, "", register(s.submission(domain.Signal)))
	refused(s, stranger, domain.UserRemovedEarlier, "", register(s.submission(domain.Signal)))
	refused(s, domain.UserID{}, domain.NotSignedIn, "", register(s.submission(domain.Signal)))

	s.now = at(t, "2099-12-15", 9)
	refused(s, clerk, domain.DateOutOfRange, "receivedAt", register(s.submission(domain.Signal)))
}

func TestLateEntryNeedsAReasonAndMovesNoTerm(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.ReceivedAt = at(t, "2026-11-20", 17) // a Friday: one working day ago
	if _, err := s.as(clerk).Register(in, domain.Registration{}); err != nil {
		t.Errorf("on the next working day: %v", err)
	}
	in.ReceivedAt, in.LateReason = at(t, "2026-10-24", 9), "Намерена в кутията."
	s.registers(in)
	if d, _ := s.c.Due(); d.Start.String() != "2026-10-24" || d.Due.String() != "2026-12-29" {
		t.Errorf("counted %s to %s", d.Start, d.Due)
	}
	in = s.submission(domain.Signal)
	_, err := s.as(clerk).Register(in, domain.Registration{Last: s.now.Add(time.Hour)})
	mustRefuse(t, err, domain.EarlierThanLast, "lateReason")
}

func TestOfAWhistleblowerOnlyAStubIsKept(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Whistleblower)
	in.Text, in.Respondents, in.Sheets = "Име и деяние", []domain.Respondent{{User: executor}}, 3
	s.registers(in)
	if got := s.c.Intake; got.Subject+got.Text+got.Sender.Contact.Name != "" || got.Respondents != nil || got.Sheets != 3 {
		t.Errorf("kept %+v", got)
	}
	s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.GroundSealed, Reason: "Плик № 1", Seal: "1"})
	s.stands(domain.StateSealed)
	for _, who := range everybody {
		may := who == clerk || who == secretary
		if s.office.MaySee(who, s.c.Entry(), day(t, "2026-11-23")) != may {
			t.Errorf("user %d may see the stub: %t", who[0], !may)
		}
	}
}

func TestCorrectionCountsFromTheSameReceipt(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Question))
	s.now = at(t, "2026-12-01", 9)
	in := s.c.Intake
	correct := func(a domain.Acting) (domain.CaseCorrected, error) {
		return a.Correct(s.c, in, "По съдържание е сигнал.")
	}
	refused(s, clerk, domain.NothingChanged, "", correct)
	in.Kind = domain.Signal
	e := given(s, clerk, correct)
	if d, _ := s.c.Due(); d.Start.String() != "2026-11-23" || d.Due.String() != "2027-01-25" {
		t.Errorf("counted %s to %s", d.Start, d.Due)
	}
	if !slices.Equal(e.Fields, []domain.Field{domain.FieldKind}) || s.c.Number.Short() != "94-1" {
		t.Errorf("changed %v of %s", e.Fields, s.c.Number.Short())
	}
	in.Subject = "Друго"
	refused(s, clerk, domain.ReasonMissing, "reason", func(a domain.Acting) (domain.CaseCorrected, error) { return a.Correct(s.c, in, "") })
	refused(s, executor, domain.NoRole, "", correct)

	before := s.c.Deadlines
	s.office = fold(s.office, domain.CalendarSet{Declared: []calendar.Declared{{Date: day(t, "2027-01-25")}}})
	given(s, clerk, correct)
	if !slices.Equal(s.c.Deadlines, before) {
		t.Error("a new subject wrote back another term")
	}
}

func TestEveryFieldOfAnIntakeCanBeCorrected(t *testing.T) {
	for want, change := range map[domain.Field]func(*domain.Intake){
		domain.FieldKind:        func(in *domain.Intake) { in.Kind = domain.Proposal },
		domain.FieldSubject:     func(in *domain.Intake) { in.Subject = "Друго" },
		domain.FieldText:        func(in *domain.Intake) { in.Sheets = 2 },
		domain.FieldChannel:     func(in *domain.Intake) { in.Channel = domain.ByPost },
		domain.FieldReceivedAt:  func(in *domain.Intake) { in.ReceivedAt = in.ReceivedAt.Add(-time.Hour) },
		domain.FieldTopic:       func(in *domain.Intake) { in.Topic = domain.TopicID{1} },
		domain.FieldDepartment:  func(in *domain.Intake) { in.Department = construction },
		domain.FieldSender:      func(in *domain.Intake) { in.Sender.Ref = "7" },
		domain.FieldViolation:   func(in *domain.Intake) { in.Violation = day(t, "2026-01-05") },
		domain.FieldDanger:      func(in *domain.Intake) { in.Danger = domain.Danger{Category: "water"} },
		domain.FieldRespondents: func(in *domain.Intake) { in.Respondents = []domain.Respondent{{Name: "Иван"}} },
		domain.FieldLinks:       func(in *domain.Intake) { in.Links = []domain.Link{{Case: domain.CaseID{2}}} },
	} {
		s := newStory(t, "2026-11-23")
		s.registers(s.submission(domain.Signal))
		in := s.c.Intake
		change(&in)
		e := given(s, clerk, func(a domain.Acting) (domain.CaseCorrected, error) { return a.Correct(s.c, in, "Сгрешено.") })
		if !slices.Equal(e.Fields, []domain.Field{want}) {
			t.Errorf("%s: changed %v", want, e.Fields)
		}
		if again, _ := s.as(clerk).Correct(s.c, in, "Пак."); len(again.Fields) > 0 {
			t.Errorf("%s was not taken over", want)
		}
	}
}

func TestImportKeepsWhatTheOldRegisterSaid(t *testing.T) {
	row := func(s *story) domain.ImportRow {
		in := s.submission(domain.Signal)
		in.ReceivedAt = at(t, "2025-03-03", 9)
		return domain.ImportRow{
			Number: "94-17/03.03.2025", Intake: in, At: in.ReceivedAt, State: domain.Closed, Outcome: domain.Upheld,
			AnsweredOn: day(t, "2025-04-01"), Officer: "Г. Старов",
		}
	}
	s := newStory(t, "2026-11-23")
	given(s, clerk, func(a domain.Acting) (domain.CaseImported, error) {
		return a.Import(domain.CaseID{1}, row(s), "2025.csv")
	})
	e := s.c.Entry()
	if e.Number.Text != "94-17/03.03.2025" || e.Number.Serial != 0 || e.ClosedOn.String() != "2025-04-01" || !e.Flags.Has(domain.FlagImported) {
		t.Errorf("imported %+v", e)
	}
	for name, c := range map[string]struct {
		change func(*domain.ImportRow)
		why    domain.Reason
		field  string
	}{
		"unknown state":   {func(r *domain.ImportRow) { r.State = "lost" }, domain.UnknownValue, ""},
		"unknown outcome": {func(r *domain.ImportRow) { r.Outcome = "fine" }, domain.UnknownValue, "outcome"},
		"answer too soon": {func(r *domain.ImportRow) { r.AnsweredOn = day(t, "2025-03-02") }, domain.BeforeReceipt, "on"},
		"answer to come":  {func(r *domain.ImportRow) { r.AnsweredOn = day(t, "2027-03-02") }, domain.InFuture, "on"},
	} {
		t.Run(name, func(t *testing.T) {
			r := row(s)
			c.change(&r)
			_, err := s.as(clerk).Import(domain.CaseID{2}, r, "2025.csv")
			mustRefuse(t, err, c.why, c.field)
		})
	}
}
