package domain_test

import (
	"errors"
	"slices"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
)

func setCalendar(e domain.CalendarSet) func(domain.Acting) (domain.CalendarSet, error) {
	return func(a domain.Acting) (domain.CalendarSet, error) { return a.SetCalendar(e) }
}

func TestDaysAreDeclaredByWhoMayWithTheirAct(t *testing.T) {
	s := newStory(t, "2026-11-23")
	off := func(iso, basis string) calendar.Declared { return calendar.Declared{Date: day(t, iso), Basis: basis} }
	work := func(iso string) calendar.Declared {
		return calendar.Declared{Date: day(t, iso), Work: true, Basis: "РМС № 1"}
	}
	now := s.office.CalendarNow()
	for name, c := range map[string]struct {
		who   domain.UserID
		set   domain.CalendarSet
		why   domain.Reason
		field string
	}{
		"the clerk":                     {clerk, now.Declare(off("2026-12-31", "РМС № 1")), domain.NoRole, ""},
		"without its act":               {secretary, now.Declare(off("2026-12-31", " ")), domain.FieldMissing, "basis"},
		"the same day twice":            {secretary, now.Declare(off("2026-12-31", "РМС № 1"), work("2026-12-31")), domain.DayTwice, "date"},
		"another day of a date":         {secretary, now.Declare(off("2026-01-02", "друго")), domain.DayTwice, "date"},
		"a worked Thursday":             {secretary, now.Declare(work("2026-12-31")), domain.WorkedAnyway, "date"},
		"a worked holiday":              {secretary, now.Declare(work("2026-12-26")), domain.WorkedOnHoliday, "date"},
		"a Sunday declared off":         {secretary, now.Declare(off("2026-12-27", "РМС № 1")), domain.AlreadyOff, "date"},
		"a holiday declared off":        {secretary, now.Declare(off("2026-12-24", "РМС № 1")), domain.AlreadyOff, "date"},
		"what stands in for a holiday":  {secretary, now.Declare(off("2026-12-28", "РМС № 1")), domain.AlreadyOff, "date"},
		"before the calendar":           {secretary, now.Declare(off("2009-12-31", "РМС № 1")), domain.DateOutOfRange, "date"},
		"after the calendar":            {secretary, now.Declare(off("2100-01-04", "РМС № 1")), domain.DateOutOfRange, "date"},
		"a year that is over":           {secretary, now.Declare(off("2025-12-30", "РМС № 1")), domain.YearIsPast, "date"},
		"taken back in a year over":     {secretary, now.Drop(day(t, "2025-12-31")), domain.YearIsPast, "date"},
		"changed in a year over":        {secretary, now.Drop(day(t, "2025-12-31")).Declare(off("2025-12-31", "друго")), domain.YearIsPast, "date"},
		"nothing":                       {secretary, now, domain.NothingChanged, ""},
		"the same again":                {secretary, now.Drop(day(t, "2026-01-02")).Declare(off("2026-01-02", "РМС № 808")), domain.NothingChanged, ""},
		"a past year confirmed":         {secretary, now.Confirm(2025, secretary), domain.YearIsPast, "year"},
		"a year beyond all confirmed":   {secretary, now.Confirm(2100, secretary), domain.DateOutOfRange, "year"},
		"a day off by the secretary":    {secretary, now.Declare(off("2026-12-31", "РМС № 1")), "", ""},
		"a worked Saturday":             {admin, now.Declare(work("2026-12-19")), "", ""},
		"an act that was wrong":         {admin, now.Drop(day(t, "2026-01-02")).Declare(off("2026-01-02", "друго")), "", ""},
		"a day of this year taken back": {secretary, now.Drop(day(t, "2026-01-02")), "", ""},
		"this year confirmed":           {secretary, now.Confirm(2026, clerk), "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			e, err := setCalendar(c.set)(s.as(c.who))
			if c.why != "" {
				mustRefuse(t, err, c.why, c.field)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if !slices.IsSortedFunc(e.Declared, func(a, b calendar.Declared) int { return int(a.Date - b.Date) }) {
				t.Errorf("not by date: %v", e.Declared)
			}
			for _, y := range e.Confirmed {
				if y.By != c.who {
					t.Errorf("confirmed in the name of %v", y.By[0])
				}
			}
		})
	}
}

func TestAConfirmationIsTakenBackWithAReason(t *testing.T) {
	s := newStory(t, "2026-11-23", domain.CalendarSet{Confirmed: []domain.ConfirmedYear{{Year: 2025, By: admin}, {Year: 2026, By: admin}}})
	now := s.office.CalendarNow()
	refused(s, secretary, domain.ReasonMissing, "reason", setCalendar(now.Unconfirm(2026)))
	refused(s, secretary, domain.YearIsPast, "year", setCalendar(now.Unconfirm(2025)))
	open := now.Unconfirm(2026)
	open.Reason = "Обявен е още един ден."
	e := given(s, secretary, setCalendar(open))
	s.office = fold(s.office, e)
	if s.office.YearConfirmed(2026) || !s.office.YearConfirmed(2025) {
		t.Errorf("confirmed %v", s.office.Confirmed)
	}
}

func TestDaysOfAFileAreJudgedOneByOne(t *testing.T) {
	s := newStory(t, "2026-11-23")
	days := []calendar.Declared{
		{Date: day(t, "2026-12-31"), Basis: "РМС № 1"},
		{Date: day(t, "2026-01-02"), Basis: "РМС № 808"},
		{Date: day(t, "2026-01-02")},
		{Date: day(t, "2026-12-25"), Basis: "Коледа"},
		{Date: day(t, "2026-12-26"), Work: true, Basis: "РМС № 1"},
		{Date: day(t, "2026-12-31"), Work: true, Basis: "РМС № 1"},
		{Date: day(t, "2024-12-30"), Basis: "РМС № 1"},
		{Date: day(t, "2027-01-04")},
	}
	found, errs := s.as(secretary).ReviewDays(days)
	want := []domain.DayFinding{
		domain.DayNew, domain.DayKnown, domain.DayRefused, domain.DayOffByLaw, domain.DayRefused, domain.DayRefused,
		domain.DayRefused, domain.DayNew,
	}
	if !slices.Equal(found, want) {
		t.Errorf("found %v, want %v", found, want)
	}
	for i, why := range map[int]domain.Reason{2: domain.DayTwice, 4: domain.WorkedOnHoliday, 5: domain.WorkedAnyway, 6: domain.YearIsPast} {
		if !errors.Is(errs[i], domain.Refuse("", why)) {
			t.Errorf("day %d: %v, want %s", i, errs[i], why)
		}
	}
	other, _ := s.as(secretary).ReviewDays([]calendar.Declared{{Date: day(t, "2026-01-02"), Basis: "друго решение"}})
	if other[0] != domain.DayOther {
		t.Errorf("another act is %v", other)
	}
}

// declareOff declares a day of the story off.
func (s *story) declareOff(iso string) {
	s.Helper()
	s.office = fold(s.office, s.office.CalendarNow().Declare(calendar.Declared{Date: day(s.T, iso), Basis: "РМС № 1"}))
}

func TestATermThatRunsFollowsTheCalendarAndKeepsWhatWasTold(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.ComplaintStaff))
	if same := s.office.Recount(s.c); &same.Deadlines[0] != &s.c.Deadlines[0] {
		t.Error("counted anew by the calendar it was counted by")
	}
	s.declareOff("2026-12-23")
	d, _ := s.office.Recount(s.c).Due()
	if d.Due != day(t, "2026-12-29") || d.Told != day(t, "2026-12-23") || d.Calendar != s.office.Calendar().Version() {
		t.Errorf("after one day off %+v", d)
	}
	if still, _ := s.c.Due(); still.Due != day(t, "2026-12-23") || !still.Told.IsZero() {
		t.Errorf("written back: %+v", still)
	}
	moved := s.office.Recount(s.c)
	s.declareOff("2026-12-29")
	if d, _ = s.office.Recount(moved).Due(); d.Due != day(t, "2026-12-30") || d.Told != day(t, "2026-12-23") {
		t.Errorf("after two days off %+v", d)
	}
	s.office = fold(s.office, s.office.CalendarNow().Drop(day(t, "2026-12-23"), day(t, "2026-12-29")))
	if d, _ = s.office.Recount(moved).Due(); d.Due != day(t, "2026-12-23") || !d.Told.IsZero() {
		t.Errorf("after both were taken back %+v", d)
	}
}

func TestATermThatWasKeptStaysAsItWas(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.ComplaintStaff))
	s.declareOff("2026-12-23")
	for name, c := range map[string]domain.Case{
		"answered": {State: domain.Dispatched, AnsweredOn: day(t, "2026-12-22"), Deadlines: s.c.Deadlines},
		"closed":   {State: domain.Closed, Deadlines: s.c.Deadlines},
	} {
		if got := s.office.Recount(c); !slices.Equal(got.Deadlines, s.c.Deadlines) {
			t.Errorf("%s: %+v", name, got.Deadlines)
		}
	}
}

func TestATermFollowsTheCalendarUntilTheReplyLeaves(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal)) // it has the term of the law alone
	s.declareOff("2027-01-25")
	for _, state := range []domain.State{domain.InWork, domain.ReplyDraft, domain.InEndorsement, domain.ForSignature, domain.Signed} {
		c := s.c
		c.State, c.DecidedOn = state, day(t, "2026-12-20")
		d, _ := s.office.Recount(c).Due()
		line, _ := s.office.RecountEntry(c.Entry()).Due()
		if d.Due != day(t, "2027-01-26") || d.Told != day(t, "2027-01-25") || line != d {
			t.Errorf("decided, %s: the case %+v, its line %+v", state, d, line)
		}
		e := c.Entry()
		if m, moves := s.office.Moves(&s.office, &e); !moves || m.From != day(t, "2027-01-25") || m.To != d.Due {
			t.Errorf("decided, %s: the change shows %+v", state, m)
		}
	}
}

func TestAnExtendedTermMovesOnlyToTheNextWorkingDay(t *testing.T) {
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-15"))))
	s.submits(executor, domain.LetterID{5})
	s.endorses(head, domain.LetterID{5})
	s.signs(mayor, domain.LetterID{5})
	s.sends(domain.LetterID{5})
	s.declareOff("2026-12-23") // the first day, which counts no more
	if d, _ := s.office.Recount(s.c).Due(); d.Due != day(t, "2027-01-15") || !d.Told.IsZero() || d.First != day(t, "2026-12-29") {
		t.Errorf("the promised day moved: %+v", d)
	}
	s.declareOff("2027-01-15")
	d, _ := s.office.Recount(s.c).Due()
	if d.Due != day(t, "2027-01-18") || d.Told != day(t, "2027-01-15") {
		t.Errorf("the promised day is off: %+v", d)
	}
	told := s.c.Tellings(d.Told)
	if len(told) != 1 || told[0].Letter != (domain.LetterID{5}) || told[0].On != day(t, "2026-11-23") || told[0].Number.IsZero() {
		t.Errorf("told by %+v", told)
	}
	if more := s.c.Tellings(day(t, "2027-01-18")); len(more) != 0 {
		t.Errorf("nobody has told the new day: %+v", more)
	}
}

func TestAnExtensionLeavesInTimeByTheCalendarItsSenderKnew(t *testing.T) {
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	s.declareOff("2026-12-23")
	s.now = at(t, "2026-12-28", 9) // off; the term ends on the 29th
	s.c = s.office.Recount(s.c)
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-15"))))
	s.submits(executor, domain.LetterID{5})
	s.endorses(head, domain.LetterID{5})
	s.signs(mayor, domain.LetterID{5})
	s.sends(domain.LetterID{5})
	if d, _ := s.c.Due(); !d.Extended || d.Late {
		t.Errorf("counted as late: %+v", d)
	}
}

func TestAMoveNamesTheTermThatPeopleSee(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.ComplaintStaff)) // charter 23.12.2026, law 25.01.2027
	e := s.c.Entry()
	for iso, want := range map[string][2]string{
		"2026-12-23": {"2026-12-23", "2026-12-29"}, "2027-01-25": {"2027-01-25", "2027-01-26"}, "2026-12-22": {},
	} {
		other := s.office.WithCalendar(s.office.CalendarNow().Declare(calendar.Declared{Date: day(t, iso)}))
		m, moves := s.office.Moves(other, &e)
		if moves != (want[0] != "") || m.From.String() != want[0] || m.To.String() != want[1] {
			t.Errorf("%s: %s → %s, %t", iso, m.From, m.To, moves)
		}
	}
}
