package domain_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// waits holds that a case waits for exactly some people to take a step, and that each of them is told.
func (s *story) waits(a domain.Action, who ...domain.UserID) {
	s.Helper()
	on := calendar.DateOf(s.now)
	step := s.office.NextStep(s.c, on)
	if step.Action != a || !slices.Equal(step.Who, who) {
		s.Fatalf("%q waits for %q of %v, want %q of %v", s.c.State, step.Action, step.Who, a, who)
	}
	for _, id := range everybody {
		got, waits := s.office.WaitsFor(id, s.c.Entry(), on)
		if mine := slices.Contains(who, id) && s.c.State.Open(); waits != mine || waits && (got.Action != a || got.Letter != step.Letter) {
			s.Errorf("%q waits for user %d: %q, %t, want %q, %t", s.c.State, id[0], got.Action, waits, a, mine)
		}
	}
}

func TestACaseWaitsForOneAfterAnother(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.waits(domain.DoAdmit, clerk, secretary)
	s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
	s.waits(domain.DoResolve, secretary, deputy, mayor)
	given(s, secretary, resolve(s, personnel, executor))
	s.waits(domain.DoAccept, executor)
	given(s, executor, func(a domain.Acting) (domain.CaseAccepted, error) { return a.Accept(s.c) })
	s.waits(domain.DoDecide, executor)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Upheld, Measures: []domain.Measure{{Text: "Нови лампи."}}})
	s.waits(domain.DoDraft, executor)
	reply := text(1, domain.TUpheld, "Уважаваме сигнала.")
	s.drafts(executor, reply)
	s.waits(domain.DoSubmit, executor)
	s.submits(executor, reply.Letter)
	s.waits(domain.DoEndorse, head)
	given(s, head, func(a domain.Acting) (domain.LetterReturned, error) {
		return a.Return(s.c, reply.Letter, "още веднъж")
	})
	s.waits(domain.DoSubmit, executor)
	if p := s.c.Entry().Pending; len(p) != 1 || !p[0].Returned || p[0].Author != executor {
		t.Errorf("pending %+v", p)
	}
	s.submits(executor, reply.Letter)
	s.endorses(head, reply.Letter)
	s.waits(domain.DoSign, mayor)
	s.signs(mayor, reply.Letter)
	s.waits(domain.DoDispatch, clerk)
	e, may := s.c.Entry(), s.office.MayLetter(secretary, day(t, "2026-11-23"))
	if !may(e, e.Pending[0], domain.DoDispatch) || !may(e, e.Pending[0], domain.DoStrike) || may(e, e.Pending[0], domain.DoServe) {
		t.Error("the secretary may send or annul it too, and nothing else")
	}
	if may = s.office.MayLetter(mayor, day(t, "2026-11-23")); may(e, e.Pending[0], domain.DoDispatch) {
		t.Error("the mayor sends letters")
	}
	s.sends(reply.Letter)
	if p := s.c.Entry().Pending; len(p) != 1 || p[0].State != domain.LetterSent || p[0].Via != domain.ByPost || p[0].SentOn != day(t, "2026-11-23") {
		t.Errorf("pending %+v", p)
	}
	s.waits(domain.DoExecute, head)
	given(s, head, func(a domain.Acting) (domain.CaseExecuted, error) {
		return a.Execute(s.c, domain.CaseExecuted{On: a.Today(), Evidence: "Снимка"})
	})
	s.waits(domain.DoClose, clerk)
	s.closes(domain.CaseClosed{})
	s.waits(domain.DoArchive, clerk)
	s.now = at(t, "2026-12-23", 10)
	given(s, clerk, func(a domain.Acting) (domain.CaseArchived, error) {
		return a.Archive(s.c, domain.CaseArchived{Filing: "94-02"})
	})
	s.waits("")
}

func TestWhoMayNotDecideOnTheGroundProposesIt(t *testing.T) {
	danger := domain.Danger{Category: "water", Reason: "Спукана тръба"}
	for name, c := range map[string]struct {
		kind   domain.Kind
		sender bool
		danger domain.Danger
		want   map[domain.UserID]domain.Action
	}{
		"signed": {domain.Signal, true, domain.Danger{}, map[domain.UserID]domain.Action{
			clerk: domain.DoAdmit, head: domain.DoPropose, secretary: domain.DoAdmit,
		}},
		"anonymous": {domain.Signal, false, domain.Danger{}, map[domain.UserID]domain.Action{
			clerk: domain.DoPropose, head: domain.DoPropose, secretary: domain.DoAdmit,
		}},
		"anonymous, of a danger": {domain.Signal, false, danger, map[domain.UserID]domain.Action{
			clerk: domain.DoPropose, head: domain.DoAdmit, secretary: domain.DoAdmit,
		}},
		"of another order": {domain.FOIRequest, true, domain.Danger{}, map[domain.UserID]domain.Action{
			clerk: domain.DoPropose, secretary: domain.DoAdmit,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStory(t, "2026-11-23")
			in := s.submission(c.kind)
			if in.Danger = c.danger; !c.sender {
				in.Sender = nobody
			}
			s.registers(in)
			step := s.office.NextStep(s.c, day(t, "2026-11-23"))
			for who, want := range c.want {
				if got := s.as(who).Own(s.c, step); got != want {
					t.Errorf("user %d does %q, want %q", who[0], got, want)
				}
			}
			s.c.State = domain.InResolution // it was proposed
			if got := s.as(clerk).Own(s.c, step); got == domain.DoPropose {
				t.Error("the clerk is to propose it again")
			}
		})
	}
}

func TestWhoseTurnItIsFollowsFromTheCase(t *testing.T) {
	signer := domain.Signer{Name: "Милен Радев", Title: "Зам.-кмет"}
	for name, c := range map[string]struct {
		kind  domain.Kind
		from  func(*domain.Intake)
		story func(*story)
		step  domain.Action
		who   []domain.UserID
	}{
		"anonymous: the clerk may not decide it": {
			domain.Signal, func(in *domain.Intake) { in.Sender = nobody }, nil, domain.DoAdmit, []domain.UserID{secretary},
		},
		"another order: nor that": {domain.FOIRequest, nil, nil, domain.DoAdmit, []domain.UserID{secretary}},
		"praise: the desk thanks": {domain.Praise, nil, nil, domain.DoDraft, []domain.UserID{clerk}},
		"praise of whom nobody can reach": {
			domain.Praise, func(in *domain.Intake) { in.Sender = nobody }, nil, domain.DoClose, []domain.UserID{clerk},
		},
		"a question needs no decision": {
			domain.Question, nil, func(s *story) { s.works(secretary) }, domain.DoDraft, []domain.UserID{executor},
		},
		"decided, but nobody to write to": {
			domain.Signal, func(in *domain.Intake) { in.Sender, in.Danger.Category = nobody, "water" }, func(s *story) {
				s.admits(secretary, domain.AdmissibilityDecided{Ground: domain.GroundExOfficio, Reason: "авария"})
				given(s, secretary, resolve(s, personnel, executor))
				given(s, executor, func(a domain.Acting) (domain.CaseAccepted, error) { return a.Accept(s.c) })
				s.decides(executor, domain.CaseDecided{Outcome: domain.Upheld})
			}, domain.DoClose, []domain.UserID{clerk},
		},
		"a unit without a lead": {domain.Signal, nil, func(s *story) {
			s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
			given(s, secretary, resolve(s, construction, domain.UserID{}))
		}, domain.DoReassign, []domain.UserID{builder}},
		"the secretary accused": {domain.ComplaintStaff, func(in *domain.Intake) {
			in.Respondents = []domain.Respondent{{User: secretary}}
		}, func(s *story) {
			s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
		}, domain.DoResolve, []domain.UserID{deputy, mayor}},
		"a head wrote it: the secretary endorses": {domain.Signal, nil, func(s *story) {
			s.works(secretary)
			s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
			s.drafts(head, text(1, domain.TRejected, "Не."))
			s.submits(head, domain.LetterID{1})
		}, domain.DoEndorse, []domain.UserID{secretary}},
		"two wrote it: the second does not endorse": {domain.Signal, nil, func(s *story) {
			s.works(secretary)
			s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
			s.drafts(head, text(1, domain.TRejected, "Не."))
			s.drafts(executor, text(1, domain.TRejected, "Не, не."))
			s.submits(executor, domain.LetterID{1})
		}, domain.DoEndorse, []domain.UserID{secretary}},
		"it names its signer": {domain.Signal, nil, func(s *story) {
			s.works(secretary)
			s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
			e := text(1, domain.TRejected, "Не.")
			e.Content.Signer = signer
			s.drafts(executor, e)
			s.submits(executor, e.Letter)
			s.endorses(head, e.Letter)
		}, domain.DoSign, []domain.UserID{deputy}},
		"forwarded, and told nobody": {domain.Signal, nil, func(s *story) {
			s.admits(secretary, domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Body: "РИОСВ", Reason: "не е наше"})
		}, domain.DoDraft, []domain.UserID{clerk}},
		"forwarded, told the sender only": {domain.Signal, nil, func(s *story) {
			s.admits(secretary, domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Body: "РИОСВ", Reason: "не е наше"})
			s.issues(text(1, domain.TForwardSender, "Препратихме."), clerk, head, mayor)
		}, domain.DoDraft, []domain.UserID{clerk}},
		"forwarded and told": {domain.Signal, nil, func(s *story) {
			s.admits(secretary, domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Body: "РИОСВ", Reason: "не е наше"})
			s.issues(text(1, domain.TForwardSender, "Препратихме."), clerk, head, mayor)
			s.issues(text(2, domain.TForwardBody, "Препращаме."), clerk, head, mayor)
		}, domain.DoClose, []domain.UserID{clerk}},
		"withdrawn": {domain.Signal, nil, func(s *story) {
			given(s, secretary, func(a domain.Acting) (domain.CaseWithdrawn, error) { return a.Withdraw(s.c, withdrawn) })
		}, domain.DoClose, []domain.UserID{clerk}},
		"a conflict declared": {domain.Signal, nil, func(s *story) {
			given(s, secretary, func(a domain.Acting) (domain.CaseNoted, error) {
				return a.Note(s.c, domain.CaseNoted{Note: domain.RecusedSelf})
			})
			s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
		}, domain.DoResolve, []domain.UserID{deputy, mayor}},
		"annulled": {domain.Signal, nil, func(s *story) {
			given(s, secretary, func(a domain.Acting) (domain.CaseAnnulled, error) { return a.Annul(s.c, "грешка") })
		}, "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStory(t, "2026-11-23")
			in := s.submission(c.kind)
			if c.from != nil {
				c.from(&in)
			}
			s.registers(in)
			if c.story != nil {
				c.story(s)
			}
			s.waits(c.step, c.who...)
		})
	}
}

func TestALetterBesideTheMainStepWaitsToo(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
	receipt := text(1, domain.TReceipt, "Получихме.")
	s.drafts(clerk, receipt)
	s.submits(clerk, receipt.Letter)
	on := calendar.DateOf(s.now)
	if got, ok := s.office.WaitsFor(head, s.c.Entry(), on); !ok || got.Action != domain.DoEndorse || got.Letter != receipt.Letter {
		t.Errorf("head: %+v, %t", got, ok)
	}
	if got, ok := s.office.WaitsFor(secretary, s.c.Entry(), on); !ok || got.Action != domain.DoResolve {
		t.Errorf("secretary: %+v, %t", got, ok)
	}
	if _, ok := s.office.WaitsFor(clerk, s.c.Entry(), on); ok {
		t.Error("the author waits for nobody")
	}
}

func TestTheLetterAboutMoreTimeComesBeforeTheReply(t *testing.T) {
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	step := func(a domain.Action, who domain.UserID) {
		t.Helper()
		got := s.office.NextStep(s.c, calendar.DateOf(s.now))
		if got.Action != a || got.Letter != (domain.LetterID{5}) || !slices.Equal(got.Who, []domain.UserID{who}) {
			t.Errorf("waits for %q of letter %d by %v, want %q of letter 5 by %v", got.Action, got.Letter[0], got.Who, a, who)
		}
	}
	s.drafts(secretary, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-15"))))
	step(domain.DoSubmit, secretary)
	s.submits(secretary, domain.LetterID{5})
	step(domain.DoEndorse, head)
	if got, ok := s.office.WaitsFor(executor, s.c.Entry(), calendar.DateOf(s.now)); !ok || got.Action != domain.DoDecide {
		t.Errorf("the work on the reply goes on beside it: %+v, %t", got, ok)
	}
	s.endorses(head, domain.LetterID{5})
	step(domain.DoSign, mayor)
	s.signs(mayor, domain.LetterID{5})
	step(domain.DoDispatch, clerk)
	s.sends(domain.LetterID{5})
	s.waits(domain.DoDecide, executor)
}

func TestAReplyThatIsWithItsChiefsDoesNotWaitForMoreTime(t *testing.T) {
	s := inWork(t, domain.Signal, "2026-11-23")
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	s.drafts(executor, text(1, domain.TRejected, "Проверихме."))
	if got := s.office.NextStep(s.c, calendar.DateOf(s.now)); got.Letter != (domain.LetterID{5}) {
		t.Errorf("a draft of the reply goes before: %+v", got)
	}
	s.submits(executor, domain.LetterID{1})
	if got := s.office.NextStep(s.c, calendar.DateOf(s.now)); got.Action != domain.DoEndorse || got.Letter != (domain.LetterID{1}) {
		t.Errorf("the reply waits: %+v", got)
	}
}

// BenchmarkWaiting asks of 100,000 open cases what they wait for from one user.
func BenchmarkWaiting(b *testing.B) {
	o := fold(domain.NewOffice(), officeEvents(b)...)
	all := make([]domain.Entry, 100_000)
	states := []domain.State{domain.Registered, domain.InResolution, domain.Assigned, domain.InWork, domain.InEndorsement}
	for i := range all {
		e := domain.Entry{
			Case: domain.CaseID{1}, Kind: domain.ComplaintStaff, State: states[i%len(states)], Department: personnel, Lead: executor,
			Respondents: []domain.Respondent{{User: colleague}}, RegisteredAt: at(b, "2026-11-23", 10),
		}
		if e.State == domain.InEndorsement {
			e.Pending = []domain.Pending{{Letter: domain.LetterID{1}, Template: domain.TRejected, State: domain.LetterWaiting, Author: executor, Since: 20000}}
		}
		all[i] = e
	}
	for name, who := range map[string]domain.UserID{"clerk": clerk, "executor": executor, "head": head, "secretary": secretary, "mayor": mayor} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				waits := o.Waiting(who, day(b, "2026-11-23"))
				n := 0
				for _, e := range all {
					if _, ok := waits(e); ok {
						n++
					}
				}
				if n == 0 {
					b.Fatal("nothing waits")
				}
			}
		})
	}
}

func TestAQuestionOfNobodyIsDecidedBeforeItIsClosed(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Question)
	in.Sender = nobody
	s.registers(in)
	s.admits(secretary, domain.AdmissibilityDecided{
		Ground: domain.GroundExOfficio, Reason: "Спукана тръба.", Danger: domain.Danger{Category: "water"},
	})
	given(s, secretary, func(a domain.Acting) (domain.CaseResolved, error) {
		return a.Resolve(s.c, domain.CaseResolved{Department: personnel, Lead: executor})
	})
	given(s, executor, func(a domain.Acting) (domain.CaseAccepted, error) { return a.Accept(s.c) })
	s.waits(domain.DoDecide, executor)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Answered})
	s.waits(domain.DoClose, clerk)
}

// TestAStepIsOneThatTheWorkflowAllows walks a case at random: whose turn it is may take the step, the line of the
// register tells the same as the case, and a case that is open waits for something.
func TestAStepIsOneThatTheWorkflowAllows(t *testing.T) {
	begin := newStory(t, "2026-11-23")
	rapid.Check(t, func(t *rapid.T) {
		s := *begin
		given(&s, clerk, register(submitted(t, &s)))
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			x := tries(t, &s)
			if e, err := s.commands(t, x); err == nil {
				s.c = s.c.Apply(domain.Fact{Event: e, Record: s.record(), By: x.who, At: s.now})
			}
			on := calendar.DateOf(s.now)
			step := s.office.NextStep(s.c, on)
			if step.Action == "" && s.c.State.Open() {
				t.Fatalf("%q waits for nothing", s.c.State)
			}
			l, _ := s.c.Letter(step.Letter)
			for _, who := range step.Who {
				if no := s.as(who).May(s.c, l, step.Action); no != nil && on >= step.From {
					t.Fatalf("%q waits for user %d to %s, and the workflow says %v", s.c.State, who[0], step.Action, no)
				}
			}
			for _, who := range everybody {
				got, _ := s.office.WaitsFor(who, s.c.Entry(), on)
				main := got.Action == step.Action && got.Letter == step.Letter && got.Action != ""
				if held := got.Action == "" && s.c.State == domain.StateJoined; held {
					continue // by the decision on the other case, which its line does not know
				}
				if s.c.State.Open() && main != slices.Contains(step.Who, who) {
					t.Fatalf("%q waits for %s of %v, user %d is told %q", s.c.State, step.Action, step.Who, who[0], got.Action)
				}
			}
		}
	})
}
