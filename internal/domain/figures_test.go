package domain_test

import (
	"reflect"
	"slices"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// line is an entry of a register counted by hand.
type line struct {
	number   string
	kind     domain.Kind
	received string
	decided  string
	answered string
	closed   string
	out      domain.Outcome
	unit     domain.DepartmentID
	more     func(*domain.Entry)
}

func entries(t *testing.T, o *domain.Office, lines []line) []domain.Entry {
	t.Helper()
	on := func(iso string) calendar.Date {
		if iso == "" {
			return 0
		}
		return day(t, iso)
	}
	var all []domain.Entry
	for i, l := range lines {
		e := domain.Entry{
			Case: domain.CaseID{byte(i + 1)}, Number: domain.Number{Text: l.number}, Kind: l.kind, State: domain.InWork, Channel: domain.AtDesk,
			SenderType: domain.NaturalPerson, Sender: "Някой", Subject: "Нещо", Department: l.unit, ReceivedOn: on(l.received),
			RegisteredAt: on(l.received).Start(), DecidedOn: on(l.decided), AnsweredOn: on(l.answered), ClosedOn: on(l.closed), Outcome: l.out,
		}
		if l.closed != "" {
			e.State = domain.Closed
		}
		var err error
		if e.Deadlines, err = o.Rules.Deadlines(o.Calendar(), l.kind, e.ReceivedOn); err != nil {
			t.Fatal(err)
		}
		if l.more != nil {
			l.more(&e)
		}
		all = append(all, e)
	}
	return all
}

// extended moves the clock of an entry by an extension in force.
func extended(clock domain.Clock, until calendar.Date) func(*domain.Entry) {
	return func(e *domain.Entry) {
		for i, d := range e.Deadlines {
			if d.Clock == clock {
				e.Deadlines[i].First, e.Deadlines[i].Due, e.Deadlines[i].Extended = d.Due, until, true
			}
		}
		e.Flags |= domain.FlagExtended
	}
}

func handCounted(t *testing.T) []line {
	t.Helper()
	return []line{
		// Carried over from 2024: answered and closed in 2025; still open at the end of 2025.
		{"1", domain.Signal, "2024-12-02", "2025-01-30", "2025-02-03", "2025-02-10", domain.Upheld, personnel, nil},
		{"2", domain.Signal, "2024-12-16", "", "", "", "", construction, nil}, // due 2025-02-17
		// Ended in 2024: counts for 2024 only.
		{"3", domain.Praise, "2024-05-08", "", "2024-05-10", "2024-05-10", domain.Thanked, personnel, nil},
		// Received in 2025.
		{"4", domain.ComplaintStaff, "2025-01-13", "2025-02-10", "2025-02-12", "2025-02-12", domain.Rejected, personnel, nil}, // in time
		{
			"5", domain.ComplaintStaff, "2025-02-03", "2025-03-10", "2025-03-20", "2025-03-21", domain.PartlyUpheld, personnel,
			func(e *domain.Entry) { // due 2025-03-04: 16 days late, told after 10 days
				e.LateReason, e.Flags = "Отпуск", domain.FlagApology
				e.Measures, e.ExecutedOn, e.Returns = 2, day(t, "2025-04-08"), 1
			},
		},
		{
			"6", domain.ComplaintService, "2025-03-10", "2025-04-28", "2025-04-28", "2025-04-30", domain.Upheld, construction,
			extended(domain.CharterClock, day(t, "2025-05-02")),
		}, // by extension
		{"7", domain.Proposal, "2025-04-01", "2025-05-15", "2025-05-16", "2025-05-16", domain.Upheld, construction, nil},
		{"8", domain.Praise, "2025-04-07", "", "2025-04-08", "2025-04-08", domain.Thanked, domain.DepartmentID{}, nil},
		{"9", domain.Signal, "2025-06-02", "2025-06-03", "", "2025-06-03", domain.NotOpened, domain.DepartmentID{}, func(e *domain.Entry) {
			e.SenderType, e.Ground = domain.Anonymous, domain.GroundAnonymous
		}},
		{"10", domain.Signal, "2025-06-09", "", "2025-06-13", "2025-06-20", domain.ForwardedOn, domain.DepartmentID{}, func(e *domain.Entry) {
			e.Ground, e.ForwardedOn = domain.GroundNotOurs, day(t, "2025-06-13")
		}},
		{"11", domain.Signal, "2025-07-07", "", "", "", "", construction, func(e *domain.Entry) { e.State = domain.StateAnnulled }},
		{"12", domain.Question, "2025-08-04", "", "2025-08-12", "2025-08-12", domain.Answered, personnel, func(e *domain.Entry) {
			e.State, e.Subject, e.Sender = domain.Erased, "", ""
		}},
		{"13", domain.Signal, "2025-12-01", "2026-01-12", "2026-01-14", "2026-01-15", domain.Rejected, construction, nil}, // open at the end
		{"14", domain.Question, "2025-12-08", "", "", "", "", personnel, nil},                                             // due 2025-12-17: overdue
		{"15", domain.Opinion, "2026-02-02", "", "", "", "", personnel, nil},                                              // of another year
	}
}

func TestTheYearAsCountedByHand(t *testing.T) {
	s := newStory(t, "2026-03-01")
	register := entries(t, &s.office, handCounted(t))
	y := s.office.Report(2025, day(t, "2026-03-01"), slices.Values(register), all)
	for name, c := range map[string]struct{ got, want any }{
		"balance":            {y.Balance(), 0},
		"F-1 received":       {y.Received, 10},
		"F-2 carried over":   {y.Carried, 2},
		"F-3 closed":         {y.Closed, 9},
		"F-4 open":           {y.Open, 3},
		"annulled":           {y.Annulled, 1},
		"F-5 legal":          {y.Legal, domain.Kept{OnTime: 7}},
		"F-6 charter":        {y.Charter, domain.Kept{OnTime: 1, Extended: 1, Late: 1}},
		"F-7 in seven days":  {y.Notified, domain.Share{Part: 4, Whole: 5}},
		"F-8 forwarded":      {y.Forwards, domain.Share{Part: 1, Whole: 1}},
		"F-10 histogram":     {y.Histogram, [6]int{2, 1, 1, 3, 1, 0}},
		"F-11 answered late": {y.Overdue.Answered, 1},
		"F-11 mean delay":    {y.Overdue.MeanDelay, 16.0},
		"F-11 open and late": {y.Overdue.Open, 2},
		"F-11 oldest":        {y.Overdue.OldestAge, 317},
		"F-11 reasons":       {y.Overdue.Reasons, []domain.Count[string]{{Of: "Отпуск", N: 1}}},
		"F-12 extended":      {y.Extended, domain.Share{Part: 1, Whole: 10}},
		"F-13 upheld":        {y.UpheldOf, domain.Share{Part: 4, Whole: 5}},
		"F-14 measures":      {y.Measures, domain.Measures{Ordered: 2, InTime: 2}},
		"F-16 anonymous":     {y.Anonymous, 1},
		"F-17 staff":         {y.Staff, domain.Share{Part: 1, Whole: 2}},
		"F-18 proposals":     {y.Proposals, domain.Share{Part: 1, Whole: 1}},
		"F-18 praise":        {y.Praise, 1},
		"F-19 apologies":     {y.Apologies, 1},
		"F-20 returned":      {y.Returned, 1},
		"closed by month":    {y.ClosedBy, [12]int{0, 2, 1, 2, 1, 2, 0, 1, 0, 0, 0, 0}},
		"grounds": {y.ByGround, []domain.Count[domain.Ground]{
			{Of: domain.GroundAnonymous, N: 1}, {Of: domain.GroundNotOurs, N: 1},
		}},
		"first outcome":   {y.ByOutcome[0], domain.Count[domain.Outcome]{Of: domain.Upheld, N: 3}},
		"channels":        {y.ByChannel, []domain.Count[domain.Channel]{{Of: domain.AtDesk, N: 10}}},
		"first kind":      {y.ByKind[0], domain.KindMonths{Kind: domain.ComplaintStaff, Months: [12]int{1, 1}, Total: 2}},
		"days of a kind":  {y.DaysByKind[0].Days, domain.Spread{N: 2, Mean: 37.5, Median: 37.5, P90: 45}},
		"lines":           {len(y.Lines), 10},
		"the year before": {y.Before[0].Received, 3},
		"its closed":      {y.Before[0].Closed, 1},
		"its open":        {y.Before[0].Open, 2},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s is %+v, want %+v", name, c.got, c.want)
		}
	}
	for _, e := range y.Lines {
		if e.Sender+e.Subject+e.LateReason != "" || e.Lead != (domain.UserID{}) {
			t.Errorf("the list names somebody: %+v", e)
		}
	}
}

func TestUnitsAreCountedAndTheUnassignedComeLast(t *testing.T) {
	s := newStory(t, "2026-03-01")
	y := s.office.Report(2025, day(t, "2026-03-01"), slices.Values(entries(t, &s.office, handCounted(t))), all)
	var order []domain.DepartmentID
	for _, u := range y.Units {
		order = append(order, u.Department)
	}
	if !slices.Equal(order, []domain.DepartmentID{personnel, construction, {}}) {
		t.Fatalf("order %v", order)
	}
	want := domain.Unit{
		Department: construction, Received: 3, Closed: 2, Open: 2, OpenLate: 1, Kept: domain.Kept{OnTime: 1, Extended: 1},
		Days: domain.Spread{N: 2, Mean: 47, Median: 47, P90: 49}, UpheldOf: domain.Share{Part: 2, Whole: 2},
	}
	if y.Units[1] != want {
		t.Errorf("%+v\nwant %+v", y.Units[1], want)
	}
}

func TestAnEmptyYearCountsNothing(t *testing.T) {
	s := newStory(t, "2026-03-01")
	y := s.office.Report(2020, day(t, "2026-03-01"), slices.Values([]domain.Entry(nil)), all)
	if y.Balance() != 0 || y.Legal.Whole() != 0 || y.Legal.Share() != (domain.Share{}) || y.Days.N != 0 || len(y.Before)+len(y.Units)+len(y.Lines) != 0 {
		t.Errorf("%+v", y)
	}
}

func TestAYearInProgressCountsToItsDataDate(t *testing.T) {
	s := newStory(t, "2026-03-01")
	register := entries(t, &s.office, handCounted(t))
	y := s.office.Report(2025, day(t, "2025-03-15"), slices.Values(register), all)
	if y.Received != 3 || y.Carried != 2 || y.Closed != 2 || y.Open != 3 || y.Overdue.Open != 2 || y.Notified.Whole != 2 {
		t.Errorf("received %d, carried %d, closed %d, open %d of which late %d, notified %+v",
			y.Received, y.Carried, y.Closed, y.Open, y.Overdue.Open, y.Notified)
	}
}

func TestAReopenedCaseCountsOnceAsItFirstEnded(t *testing.T) {
	s := newStory(t, "2026-03-01")
	register := entries(t, &s.office, handCounted(t))
	register[3].State = domain.InWork // closed in 2025, reopened in 2026
	for year, want := range map[int]int{2025: 9, 2026: 1} {
		if y := s.office.Report(year, day(t, "2026-12-31"), slices.Values(register), all); y.Closed != want || y.Balance() != 0 {
			t.Errorf("%d: closed %d, balance %d", year, y.Closed, y.Balance())
		}
	}
}

func TestErasingMovesNoFigure(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.ComplaintStaff)
	in.Links = []domain.Link{{Case: domain.CaseID{9}, How: domain.RepeatOf}}
	s.registers(in)
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Upheld, Measures: []domain.Measure{{Text: "Обучение."}}})
	reply := text(1, domain.TUpheld, "Уважаваме и се извиняваме.")
	reply.Content.Apology = true
	s.drafts(executor, text(1, domain.TUpheld, "Уважаваме."))
	s.submits(executor, reply.Letter)
	given(s, head, func(a domain.Acting) (domain.LetterReturned, error) {
		return a.Return(s.c, reply.Letter, "Извинете се.")
	})
	s.issues(reply, executor, head, mayor)
	given(s, head, func(a domain.Acting) (domain.CaseExecuted, error) {
		return a.Execute(s.c, domain.CaseExecuted{On: a.Today(), Evidence: "Протокол"})
	})
	s.closes(domain.CaseClosed{})
	report := func() domain.Yearly {
		y := s.office.Report(2026, day(t, "2026-12-31"), slices.Values([]domain.Entry{s.c.Entry()}), all)
		y.Lines = nil
		return y
	}
	before := report()
	if before.Repeats != 1 || before.Apologies != 1 || before.Returned != 1 || before.Measures.InTime != 1 {
		t.Errorf("%+v", before)
	}
	s.happened(admin, domain.CaseErased{Case: s.c.ID, Residue: s.c.Remains(), Act: "Протокол 1"})
	if after := report(); !reflect.DeepEqual(after, before) {
		t.Errorf("after  %+v\nbefore %+v", after, before)
	}
}
