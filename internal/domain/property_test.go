package domain_test

import (
	"flag"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// anybody draws one of the people, a stranger or the recovery key.
func anybody(t *rapid.T) domain.UserID {
	return rapid.SampledFrom(append([]domain.UserID{stranger, {}}, everybody...)).Draw(t, "who")
}

// attempt is an action on a case, and on one of its letters, by somebody.
type attempt struct {
	who    domain.UserID
	action domain.Action
	letter domain.LetterID
}

// tries draws what somebody tries: mostly what a screen would offer, sometimes anything.
func tries(t *rapid.T, s *story) attempt {
	x := attempt{
		anybody(t), rapid.SampledFrom(domain.Workflow()[2:]).Draw(t, "rule").Action, domain.LetterID{rapid.ByteRange(1, 2).Draw(t, "letter")},
	}
	if rapid.IntRange(0, 4).Draw(t, "sense") == 0 {
		return x
	}
	rules := domain.Workflow()[2:]
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "offered"), 0))
	for range 40 {
		y := attempt{action: rules[random.IntN(len(rules))].Action, letter: x.letter}
		if slices.Contains(ends, y.action) && random.IntN(10) > 0 {
			continue // so that a walk gets somewhere
		}
		for _, who := range random.Perm(len(everybody)) {
			if y.who = everybody[who]; s.offers(y) == nil {
				return y
			}
		}
	}
	return x
}

// ends are the actions after which not much can happen, and those that happen all the time.
var ends = []domain.Action{
	domain.DoSeal, domain.DoAnnul, domain.DoWithdraw, domain.DoErase, domain.DoClose, domain.DoNote, domain.DoAttach, domain.DoCorrect, domain.DoFindSurplus,
}

// walks sets how many random walks a test takes.
func walks(t *testing.T, n int) {
	t.Helper()
	was := flag.Lookup("rapid.checks").Value.String()
	set := func(to string) {
		if err := flag.Set("rapid.checks", to); err != nil {
			t.Fatal(err)
		}
	}
	set(strconv.Itoa(n))
	t.Cleanup(func() { set(was) })
}

// offers tells whether a screen would offer the attempt.
func (s *story) offers(x attempt) *domain.Refusal {
	l, _ := s.c.Letter(x.letter)
	return s.office.Possible(domain.Situation{Case: s.c, Letter: l, By: x.who}, x.action, calendar.DateOf(s.now))
}

// event makes an event of what a command returned.
func event[E domain.Event](e E, err error) (domain.Event, error) { return e, err }

// commands runs the attempt as a command with arguments that may or may not make sense.
func (s *story) commands(t *rapid.T, x attempt) (domain.Event, error) {
	a, c := s.as(x.who), s.c
	words := rapid.SampledFrom([]string{"едно", "друго", "трето"}).Draw(t, "words")
	lead := rapid.SampledFrom(everybody).Draw(t, "lead")
	switch x.action {
	case domain.DoCorrect:
		in := c.Intake
		in.Kind, in.Subject = rapid.SampledFrom(domain.Kinds()).Draw(t, "kind"), words
		return event(a.Correct(c, in, words))
	case domain.DoAnnul:
		return event(a.Annul(c, words))
	case domain.DoAdmit:
		ground := rapid.SampledFrom(domain.GroundRules()).Draw(t, "ground").Ground
		return event(a.Admit(c, domain.AdmissibilityDecided{
			Ground: ground, Reason: words, Body: words, Into: domain.CaseID{7 + rapid.ByteRange(0, 1).Draw(t, "into")},
			Check: domain.Check{NoDanger: words, Answerable: words, Data: words, Whose: domain.OwnData},
		}))
	case domain.DoPropose:
		ground := rapid.SampledFrom(domain.GroundRules()).Draw(t, "ground").Ground
		return event(a.Propose(c, domain.AdmissibilityProposed{Ground: ground, Reason: words, Body: words}))
	case domain.DoResolve:
		unit := rapid.SampledFrom([]domain.DepartmentID{personnel, construction}).Draw(t, "unit")
		return event(a.Resolve(c, domain.CaseResolved{Department: unit, Lead: lead}))
	case domain.DoAccept:
		return event(a.Accept(c))
	case domain.DoGiveBack:
		return event(a.GiveBack(c, words))
	case domain.DoReassign:
		return event(a.Reassign(c, domain.CaseReassigned{Lead: lead, Reason: words}))
	case domain.DoNote:
		kind := rapid.SampledFrom([]domain.NoteKind{
			domain.PlainNote, domain.AskedCitizen, domain.CitizenCame, domain.AskedOpinion, domain.GaveExplaining, domain.RecusedSelf,
		}).Draw(t, "note")
		return event(a.Note(c, domain.CaseNoted{Note: kind, Text: words}))
	case domain.DoAttach:
		return event(a.Attach(c, domain.DocumentAdded{Name: words}))
	case domain.DoFindSurplus:
		return event(a.FindSurplus(c, domain.SurplusFound{Item: words, Learned: a.Today()}))
	case domain.DoSettleSurplus:
		return event(a.SettleSurplus(c, domain.SurplusSettled{Item: words, How: domain.SurplusReturned, On: a.Today(), Protocol: words}))
	case domain.DoExtend:
		clock := rapid.SampledFrom([]domain.Clock{domain.LegalClock, domain.CharterClock}).Draw(t, "clock")
		until := a.Today().AddDays(rapid.IntRange(0, 90).Draw(t, "until"))
		return event(a.Extend(c, domain.ExtensionDecided{Clock: clock, Letter: x.letter, Reason: words, Authority: words, Until: until}))
	case domain.DoDecide:
		outcome := rapid.SampledFrom([]domain.Outcome{domain.Upheld, domain.Rejected}).Draw(t, "outcome")
		return event(a.Decide(c, domain.CaseDecided{Outcome: outcome, Findings: words, Measures: []domain.Measure{{Text: words}}}))
	case domain.DoExecute:
		return event(a.Execute(c, domain.CaseExecuted{On: a.Today(), Evidence: words}))
	case domain.DoWithdraw:
		return event(a.Withdraw(c, domain.CaseWithdrawn{Reason: words, Document: words, ExOfficio: rapid.Bool().Draw(t, "goes_on")}))
	case domain.DoClose:
		return event(a.Close(c, domain.CaseClosed{Note: words, LateReason: words, LateUnit: personnel}))
	case domain.DoReopen:
		return event(a.Reopen(c, domain.CaseReopened{Reason: words, Ground: domain.OnError, Due: a.Today()}))
	case domain.DoArchive:
		return event(a.Archive(c, domain.CaseArchived{Filing: words}))
	case domain.DoSeal:
		return event(a.Seal(c, domain.CaseTakenOut{Ground: domain.GroundSealed, Seal: words, HandedTo: words}))
	case domain.DoErase:
		_, gone, err := a.ExecuteErasure(list, []domain.Case{c})
		if err != nil {
			return nil, err
		}
		return gone[0], nil
	default:
		return s.letterCommands(t, x, words)
	}
}

func (s *story) letterCommands(t *rapid.T, x attempt, words string) (domain.Event, error) {
	a, c := s.as(x.who), s.c
	l, _ := c.Letter(x.letter)
	switch x.action {
	case domain.DoDraft:
		template := rapid.SampledFrom([]domain.TemplateID{
			domain.TRejected, domain.TUpheld, domain.TExtension, domain.TReceipt, domain.TAnswer, domain.TForwardSender,
		}).Draw(t, "template")
		return event(a.Draft(c, text(x.letter[0], template, words)))
	case domain.DoSubmit:
		return event(a.Submit(c, x.letter))
	case domain.DoEndorse:
		return event(a.Endorse(c, x.letter, l.Hash))
	case domain.DoReturn:
		return event(a.Return(c, x.letter, words))
	case domain.DoSign:
		return event(a.Sign(c, domain.LetterNumbered{Letter: x.letter, Number: s.outgoing(1)}))
	case domain.DoDispatch:
		return event(a.Dispatch(c, domain.LetterDispatched{Letter: x.letter, Channel: domain.ByPost}))
	case domain.DoServe:
		return event(a.Serve(c, domain.LetterServed{Letter: x.letter, On: a.Today()}))
	case domain.DoStrike:
		return event(a.Strike(c, x.letter, words))
	default:
		t.Fatalf("no command for %s", x.action)
		return nil, nil
	}
}

// submitted draws a submission, sometimes anonymous, sometimes against somebody.
func submitted(t *rapid.T, s *story) domain.Intake {
	in := s.submission(rapid.SampledFrom(domain.Kinds()).Draw(t, "kind"))
	if rapid.Bool().Draw(t, "anonymous") {
		in.Sender = nobody
	}
	if rapid.Bool().Draw(t, "against") {
		in.Respondents = []domain.Respondent{{User: rapid.SampledFrom(everybody[1:]).Draw(t, "respondent")}}
	}
	return in
}

// listed puts the case on a list that is confirmed, when somebody may.
func (s *story) listed() {
	for _, by := range []domain.UserID{clerk, admin} {
		proposed, err := s.propose("94-02")(s.as(by))
		if err != nil {
			continue
		}
		s.decreed(by, proposed)
		for _, second := range []domain.UserID{secretary, mayor} {
			if confirmed, err := s.confirm()(s.as(second)); err == nil {
				s.decreed(second, confirmed)
				return
			}
		}
		return
	}
}

func inTheTable(s domain.State) bool { return slices.Contains(domain.States(), s) }

// TestCommandsScreensAndFoldAgree walks a case at random: what a command accepts, the fold judges effective; what
// a screen would not offer, the command refuses; no walk leaves the table.
func TestCommandsScreensAndFoldAgree(t *testing.T) {
	walks(t, 2000)
	begin := newStory(t, "2026-11-23")
	accepted := map[domain.Action]int{}
	rapid.Check(t, func(t *rapid.T) {
		s := *begin
		given(&s, clerk, register(submitted(t, &s)))
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			x := tries(t, &s)
			no := s.offers(x)
			e, err := s.commands(t, x)
			if err != nil {
				continue
			}
			if no != nil {
				t.Fatalf("%s was accepted, but a screen says %v", x.action, no)
			}
			f := domain.Fact{Event: e, Record: s.record(), By: x.who, At: s.now}
			if v := domain.Judge(domain.History{Office: &s.office}, s.c, f); v != domain.Effective {
				t.Fatalf("%s was accepted and judged %d", x.action, v)
			}
			s.c = s.c.Apply(f)
			accepted[x.action]++
			if !inTheTable(s.c.State) {
				t.Fatalf("%s leads to %q", x.action, s.c.State)
			}
			if c := s.c.State; (c == domain.Archived || c == domain.StateAnnulled) && len(s.office.Erasures) == 0 {
				s.now = s.now.AddDate(7, 0, 0)
				s.listed()
			}
			s.now = s.now.Add(time.Duration(rapid.IntRange(0, 72).Draw(t, "hours")) * time.Hour)
		}
	})
	if len(accepted) < len(domain.Workflow())/2 {
		t.Errorf("the walks took no more than %v", accepted)
	}
}

// eventsInAnyOrder are events with arguments that no command would have let through together.
func eventsInAnyOrder(t *rapid.T, d calendar.Date) domain.Event {
	id := domain.LetterID{rapid.ByteRange(1, 2).Draw(t, "letter")}
	hash := text(1, domain.TRejected, rapid.SampledFrom([]string{"едно", "друго"}).Draw(t, "hash")).Hash
	template := rapid.SampledFrom([]domain.TemplateID{domain.TRejected, domain.TThanks, domain.TExtension, domain.TForwardBody}).Draw(t, "template")
	rule := rapid.SampledFrom(domain.GroundRules()).Draw(t, "ground")
	drafted := text(id[0], template, "едно")
	drafted.Hash = hash
	return rapid.SampledFrom([]domain.Event{
		domain.CaseRegistered{Case: domain.CaseID{1}},
		domain.CaseImported{Case: domain.CaseID{1}, State: domain.Closed, AnsweredOn: d},
		domain.CaseCorrected{Fields: []domain.Field{domain.FieldKind, "later"}},
		domain.CaseAnnulled{},
		domain.AdmissibilityProposed{Ground: rule.Ground},
		domain.AdmissibilityDecided{Ground: rule.Ground, Result: rule.Result},
		domain.CaseResolved{As: domain.Mayor, Lead: executor},
		domain.CaseResolved{As: domain.Secretary},
		domain.CaseAccepted{},
		domain.CaseReturned{},
		domain.CaseReassigned{},
		domain.CaseNoted{Note: domain.RecusedSelf},
		domain.DocumentAdded{},
		domain.SurplusFound{},
		domain.SurplusSettled{How: domain.SurplusErased},
		domain.ExtensionDecided{Clock: domain.LegalClock, Letter: id, Until: d},
		domain.CaseDecided{Outcome: domain.Upheld, Measures: []domain.Measure{{}}},
		domain.CaseExecuted{},
		domain.CaseWithdrawn{},
		domain.CaseClosed{On: d},
		domain.CaseReopened{},
		domain.CaseArchived{},
		domain.CaseErased{Case: domain.CaseID{1}},
		domain.CaseTakenOut{Case: domain.CaseID{1}},
		drafted,
		domain.LetterSubmitted{Letter: id, Hash: hash},
		domain.LetterEndorsed{Letter: id, Hash: hash},
		domain.LetterReturned{Letter: id},
		domain.LetterNumbered{Letter: id, Hash: hash, Number: domain.Number{Text: "94-1", Date: d}},
		domain.LetterDispatched{Letter: id, On: d},
		domain.LetterServed{Letter: id},
		domain.LetterAnnulled{Letter: id},
		domain.PersonErased{},
		domain.ErasureProposed{Erasure: list, Cases: []domain.ErasureLine{{Case: domain.CaseID{1}}}},
		domain.ErasureConfirmed{Erasure: list},
		domain.ErasureWithdrawn{Erasure: list},
		domain.ErasureExecuted{Erasure: list},
		domain.UserRemoved{User: executor},
	}).Draw(t, "event")
}

// TestTheFoldNeverFails feeds the fold events of anybody, seen or not, in orders that no office would produce.
func TestTheFoldNeverFails(t *testing.T) {
	begin := newStory(t, "2026-11-23")
	begin.registers(begin.submission(domain.ComplaintStaff))
	rapid.Check(t, func(t *rapid.T) {
		s, o := *begin, begin.office
		erased := false
		for range rapid.IntRange(1, 40).Draw(t, "events") {
			unseen := rapid.Uint32Range(0, 50).Draw(t, "unseen")
			f := domain.Fact{Event: eventsInAnyOrder(t, calendar.DateOf(s.now)), Record: s.record(), By: anybody(t), At: s.now}
			f.Saw = func(r domain.RecordID) bool { return uint32(r[3]) != unseen }
			domain.Judge(domain.History{Office: &o}, s.c, f)
			s.c, o = s.c.Apply(f), o.Apply(f)
			s.c.Entry()
			erased = erased || s.c.State == domain.Erased
			if !inTheTable(s.c.State) || erased && s.c.State != domain.Erased {
				t.Fatalf("%T leads to %q", f.Event, s.c.State)
			}
		}
	})
}

func TestADueDateIsNeverADayOff(t *testing.T) {
	begin := newStory(t, "2026-11-23")
	rapid.Check(t, func(t *rapid.T) {
		received := calendar.First + calendar.Date(rapid.IntRange(0, int(calendar.Last-calendar.First)-200).Draw(t, "received"))
		kind := rapid.SampledFrom(domain.Kinds()).Draw(t, "kind")
		all, err := begin.office.Rules.Deadlines(begin.office.Calendar(), kind, received)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range all {
			if !begin.office.Calendar().Working(d.Due) || d.Due < d.Nominal || d.Start != received {
				t.Fatalf("%+v", d)
			}
		}
	})
}

func TestAChangedKindCountsFromTheSameReceipt(t *testing.T) {
	begin := newStory(t, "2026-11-23")
	rapid.Check(t, func(t *rapid.T) {
		s := *begin
		kinds := rapid.SliceOfN(rapid.SampledFrom(domain.Kinds()[:7]), 2, 5).Draw(t, "kinds")
		in := s.submission(kinds[0])
		in.ReceivedAt, in.LateReason = s.now.AddDate(0, 0, -rapid.IntRange(0, 400).Draw(t, "ago")), "От кутията."
		given(&s, clerk, register(in))
		for _, k := range kinds[1:] {
			in.Kind = k
			if e, err := s.as(clerk).Correct(s.c, in, "По съдържание."); err == nil {
				s.happened(clerk, e)
			}
		}
		fresh, err := s.office.Deadlines(in)
		if err != nil || !slices.Equal(s.c.Deadlines, fresh) {
			t.Fatalf("by way of %v: %+v, want %+v", kinds, s.c.Deadlines, fresh)
		}
	})
}

func TestTheBalanceOfEveryYearIsZero(t *testing.T) {
	s := newStory(t, "2026-11-23")
	first := day(t, "2023-01-01")
	rapid.Check(t, func(t *rapid.T) {
		var register []domain.Entry
		for range rapid.IntRange(0, 30).Draw(t, "entries") {
			e := domain.Entry{
				State: rapid.SampledFrom(domain.States()).Draw(t, "state"), Outcome: rapid.SampledFrom(domain.Outcomes()).Draw(t, "outcome"),
				Kind: rapid.SampledFrom(domain.Kinds()).Draw(t, "kind"), ReceivedOn: first.AddDays(rapid.IntRange(0, 1200).Draw(t, "received")),
			}
			if rapid.Bool().Draw(t, "answered") {
				e.AnsweredOn = e.ReceivedOn.AddDays(rapid.IntRange(0, 400).Draw(t, "answered"))
			}
			if rapid.Bool().Draw(t, "closed") {
				e.ClosedOn = max(e.AnsweredOn, e.ReceivedOn).AddDays(rapid.IntRange(0, 100).Draw(t, "closed"))
			}
			register = append(register, e)
		}
		asOf := first.AddDays(rapid.IntRange(0, 1500).Draw(t, "asOf"))
		open := 0
		for year := 2023; year <= asOf.Year(); year++ {
			y := s.office.Report(year, asOf, slices.Values(register), all)
			if y.Balance() != 0 || y.Carried != open {
				t.Fatalf("%d: balance %d, carried %d of %d open", year, y.Balance(), y.Carried, open)
			}
			open = y.Open
		}
	})
}
