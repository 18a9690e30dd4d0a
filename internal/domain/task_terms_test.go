package domain_test

import (
	"fmt"
	"strings"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// tasks lists the terms of the tasks of a case as „clock day“.
func (s *story) tasks() string {
	var all []string
	for _, d := range s.office.TaskTerms(s.c.Entry()) {
		all = append(all, fmt.Sprintf("%s %s", d.Clock, d.Due))
	}
	return strings.Join(all, ", ")
}

func (s *story) hasTasks(when, want string) {
	s.Helper()
	if got := s.tasks(); got != want {
		s.Errorf("%s: %q, want %q", when, got, want)
	}
}

// hasTasksAfter holds to the tasks that there would be after a resolution.
func (s *story) hasTasksAfter(e domain.CaseResolved, want string) {
	s.Helper()
	other := *s
	other.happened(secretary, e)
	other.hasTasks("resolved", want)
}

func (s *story) on(iso string) { s.now = at(s.T, iso, 10) }

func TestTheTasksOfACaseHaveTheirTerms(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.office = fold(s.office, domain.TemplateSet{Template: domain.Template{ID: domain.TExecution, Paragraphs: []string{"До {FinalDate}."}}})
	s.registers(s.submission(domain.Signal))
	s.hasTasks("registered", "")
	s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
	given(s, secretary, func(a domain.Acting) (domain.CaseResolved, error) {
		return a.Resolve(s.c, domain.CaseResolved{Department: personnel, Lead: executor, Text: "за отговор", Due: day(t, "2026-12-04")})
	})
	s.hasTasks("assigned", "internal 2026-12-04")
	given(s, executor, func(a domain.Acting) (domain.CaseAccepted, error) { return a.Accept(s.c) })
	r := s.office.Remind(s.c.Entry(), day(t, "2026-12-08"))
	if r.Urgency != domain.Soon || r.Clock != domain.InternalClock || r.DaysLate != 4 {
		t.Errorf("after the term of the resolution: %+v", r)
	}

	s.on("2026-12-01")
	s.decides(executor, domain.CaseDecided{Outcome: domain.Upheld, Measures: []domain.Measure{{Text: "Ремонт", Department: personnel, Due: day(t, "2026-12-20")}}})
	s.hasTasks("decided", "notify 2026-12-08, execute 2027-01-04") // 1.01 is off, and 2 and 3 a weekend
	if r := s.office.Remind(s.c.Entry(), day(t, "2026-12-09")); r.Urgency != domain.Late || r.Clock != domain.NotifyClock || r.DaysLate != 1 {
		t.Errorf("nobody told the decision: %+v", r)
	}
	if r := s.office.RemindReply(s.c.Entry(), day(t, "2026-12-09")); r.Urgency == domain.Late || r.Clock != "" {
		t.Errorf("the reply: %+v", r)
	}
	s.on("2026-12-07")
	s.issues(text(1, domain.TUpheld, "Уважаваме сигнала."), executor, head, mayor)
	s.hasTasks("answered", "execute 2027-01-04")

	more := domain.ExtensionDecided{Clock: domain.ExecuteClock, Letter: domain.LetterID{2}, Reason: "Чака се доставка.", Until: day(t, "2027-01-29")}
	extend := func(e domain.ExtensionDecided) func(domain.Acting) (domain.ExtensionDecided, error) {
		return func(a domain.Acting) (domain.ExtensionDecided, error) { return a.Extend(s.c, e) }
	}
	refused(s, mayor, domain.LetterMissing, "letter", extend(more))
	s.drafts(executor, text(2, domain.TExecution, "Удължаваме изпълнението до 29.01.2027 г."))
	wrong := more
	wrong.Letter = domain.LetterID{1}
	refused(s, mayor, domain.LetterMissing, "letter", extend(wrong))
	far := more
	far.Until = day(t, "2027-02-02")
	refused(s, mayor, domain.PastMaximum, "until", extend(far)) // two months from the decision end on 1.02
	refused(s, executor, domain.NoRole, "", extend(more))
	given(s, mayor, extend(more))
	s.hasTasks("decided, not told", "execute 2027-01-04")
	s.submits(executor, more.Letter)
	s.endorses(head, more.Letter)
	s.signs(mayor, more.Letter)
	late := *s
	s.sends(more.Letter)
	s.hasTasks("told in time", "execute 2027-01-29")
	refused(s, mayor, domain.AlreadyExtended, "clock", extend(more))
	late.on("2027-01-05")
	late.sends(more.Letter)
	late.hasTasks("told late", "execute 2027-01-04")
	if d := late.office.TaskTerms(late.c.Entry())[0]; !d.Late {
		t.Error("it is not late")
	}
	s.on("2027-01-20")
	given(s, secretary, func(a domain.Acting) (domain.CaseExecuted, error) {
		return a.Execute(s.c, domain.CaseExecuted{On: day(t, "2027-01-20"), Evidence: "протокол"})
	})
	s.hasTasks("carried out", "")
}

func TestWhatIsToBeForwardedHasSevenDaysFromItsReceipt(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.admits(secretary, domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Reason: "Не е наша.", Body: "РИОСВ"})
	s.hasTasks("to be forwarded", "forward 2026-11-30")
	d := s.office.TaskTerms(s.c.Entry())[0]
	if d.Start != day(t, "2026-11-23") || d.Rule != "forward.task" || d.Term != (calendar.Term{N: 7, Unit: calendar.Days}) {
		t.Errorf("%+v", d)
	}
	e := s.c.Entry()
	e.Flags |= domain.FlagElsewhere
	if len(s.office.TaskTerms(e)) != 0 {
		t.Error("what is there already is to be forwarded")
	}
	s.issues(text(1, domain.TForwardBody, "Препращаме."), clerk, head, secretary)
	s.hasTasks("forwarded", "")
}

func TestSurplusDataAreATask(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.on("2026-11-25")
	given(s, clerk, func(a domain.Acting) (domain.SurplusFound, error) {
		return a.FindSurplus(s.c, domain.SurplusFound{Item: "Копие на лична карта", Learned: day(t, "2026-11-25")})
	})
	s.hasTasks("found", "surplus 2026-12-29") // Christmas on a Friday and a Saturday, a Sunday, and the Monday off for the Saturday
	if d, ok := s.office.SurplusTerm(s.c); !ok || d.Start != day(t, "2026-11-25") {
		t.Errorf("it is counted by %+v", d)
	}
}

func TestSurplusDataRunAfterTheCaseIsClosed(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Praise))
	given(s, clerk, func(a domain.Acting) (domain.SurplusFound, error) {
		return a.FindSurplus(s.c, domain.SurplusFound{Item: "Копие на лична карта", Learned: day(t, "2026-11-23")})
	})
	s.issues(text(1, domain.TThanks, "Благодарим Ви."), clerk, head, secretary)
	s.closes(domain.CaseClosed{})
	s.hasTasks("closed", "surplus 2026-12-23")
	e := s.c.Entry()
	if r := s.office.Remind(e, day(t, "2026-12-28")); !e.Runs() || r.Urgency != domain.Late || r.Clock != domain.SurplusClock || r.DaysLate != 5 {
		t.Errorf("it reminds of %+v", r)
	}
	given(s, clerk, func(a domain.Acting) (domain.SurplusSettled, error) {
		return a.SettleSurplus(s.c, domain.SurplusSettled{
			Item: "Копие на лична карта", How: domain.SurplusReturned, On: day(t, "2026-11-23"), Protocol: "№ 1",
		})
	})
	if e := s.c.Entry(); e.Runs() || s.office.Remind(e, day(t, "2026-12-28")).Urgency != domain.NoTerm {
		t.Error("it runs when nothing is here")
	}
}

func TestASenderWhoDoesNotAnswerIsWaitedForNoLonger(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal)) // due 2027-01-25
	given(s, clerk, func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.AskedCitizen, Text: "Име и адрес", Due: day(t, "2026-12-04")})
	})
	for _, want := range []struct {
		on      string
		clock   domain.Clock
		urgency domain.Urgency
		late    int
	}{
		{"2026-12-04", "", domain.OnTime, 0},
		{"2026-12-07", domain.WaitClock, domain.Soon, 3},
		{"2027-01-22", "", domain.Soon, 0}, // the reply comes first
	} {
		e := s.c.Entry()
		if r := s.office.Remind(e, day(t, want.on)); r.Clock != want.clock || r.Urgency != want.urgency || r.DaysLate != want.late {
			t.Errorf("%s: %+v, want %+v", want.on, r, want)
		}
	}
	e, on := s.c.Entry(), day(t, "2027-01-22")
	if beside := s.office.Beside(e, s.office.Remind(e, on), on); len(beside) != 1 || beside[0].Clock != domain.WaitClock {
		t.Errorf("behind the reply stands %+v", beside)
	}
	given(s, clerk, func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.CitizenCame, Text: "Дойде."})
	})
	if e := s.c.Entry(); e.Unanswered(day(t, "2026-12-07")) {
		t.Error("he came")
	}
}
