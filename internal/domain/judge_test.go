package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestARemovalStandsAgainstWhatItsAuthorHadNotSeen(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	f := domain.Fact{Event: domain.AdmissibilityDecided{Ground: domain.Admissible, Result: domain.InResolution}, By: clerk, At: s.now}
	h := domain.History{Office: &s.office}
	if v := domain.Judge(h, s.c, f); v != domain.Effective {
		t.Errorf("before the removal: %d", v)
	}
	h.Removed = func(u domain.UserID) bool { return u == clerk }
	if v := domain.Judge(h, s.c, f); v != domain.AfterRemoval {
		t.Errorf("after the removal: %d", v)
	}
	f.By = secretary
	if v := domain.Judge(h, s.c, f); v != domain.Effective {
		t.Errorf("of somebody else: %d", v)
	}
	gone := fold(s.office, domain.UserRemoved{User: clerk, From: day(t, "2026-11-23")})
	f.By = clerk
	if v := domain.Judge(domain.History{Office: &gone}, s.c, f); v != domain.WithoutAuthority {
		t.Errorf("removed as he himself could see: %d", v)
	}
}

func TestTheFoldHoldsToTheSameRules(t *testing.T) {
	s, reply := written(t, domain.Signal)
	s.submits(executor, reply.Letter)
	for name, c := range map[string]struct {
		by domain.UserID
		e  domain.Event
	}{
		"an endorsement by the author":      {executor, domain.LetterEndorsed{Letter: reply.Letter, Hash: reply.Hash}},
		"a signature without endorsement":   {mayor, domain.LetterNumbered{Letter: reply.Letter, Hash: reply.Hash}},
		"a resolution in another's role":    {secretary, domain.CaseResolved{Department: personnel, Lead: executor, As: domain.Mayor}},
		"a ground that leads elsewhere":     {secretary, domain.AdmissibilityDecided{Ground: domain.GroundObscene, Result: domain.InWork}},
		"an import into an unknown state":   {clerk, domain.CaseImported{State: "lost"}},
		"an erasure by the secretary":       {secretary, domain.CaseErased{}},
		"a role given by a clerk":           {clerk, domain.RoleGranted{User: clerk, Role: domain.Mayor}},
		"settings of the recovery key":      {domain.UserID{}, domain.SettingsSet{}},
		"a second founding":                 {executor, domain.OfficeFounded{Founder: executor}},
		"a key for somebody else":           {clerk, domain.UserKeyed{User: mayor}},
		"a changed law by an administrator": {admin, domain.RulesSet{}},
		"a person by the auditor":           {auditor, domain.PersonRecorded{}},
		"a person erased by a clerk":        {clerk, domain.PersonErased{Act: "Акт 1"}},
		"a person sealed by the mayor":      {mayor, domain.PersonErased{Sealed: domain.CaseID{1}}},
		"a list to destroy by a head":       {head, domain.ErasureProposed{}},
		"a list confirmed by a deputy":      {deputy, domain.ErasureConfirmed{}},
		"a list taken back by an executor":  {executor, domain.ErasureWithdrawn{}},
		"a list carried out by the clerk":   {clerk, domain.ErasureExecuted{}},
		"a stranger's chain":                {stranger, domain.ChainOpened{}},
	} {
		f := domain.Fact{Event: c.e, By: c.by, At: s.now}
		if v := domain.Judge(domain.History{Office: &s.office}, s.c, f); v != domain.WithoutAuthority {
			t.Errorf("%s was judged %d", name, v)
		}
	}
	for name, c := range map[string]struct {
		by domain.UserID
		e  domain.Event
	}{
		"one's own key":                 {clerk, domain.UserKeyed{User: clerk}},
		"a key by the recovery key":     {domain.UserID{}, domain.UserKeyed{User: mayor}},
		"a chain by anybody":            {executor, domain.ChainOpened{}},
		"what was looked at":            {auditor, domain.AccessViewed{}},
		"a person by the clerk":         {clerk, domain.PersonRecorded{}},
		"the calendar by the secretary": {secretary, domain.CalendarSet{}},
		"the rules by the mayor":        {mayor, domain.RulesSet{}},
		"a person erased by the admin":  {admin, domain.PersonErased{}},
		"a person sealed with his case": {clerk, domain.PersonErased{Sealed: domain.CaseID{1}}},
	} {
		f := domain.Fact{Event: c.e, By: c.by, At: s.now}
		if v := domain.Judge(domain.History{Office: &s.office}, s.c, f); v != domain.Effective {
			t.Errorf("%s was judged %d", name, v)
		}
	}
}

func TestOfConcurrentResolutionsThatOfTheHigherRoleStands(t *testing.T) {
	by := func(lead domain.UserID, as domain.Role) domain.CaseResolved {
		return domain.CaseResolved{Department: construction, Lead: lead, As: as}
	}
	for name, order := range map[string][2]domain.UserID{
		"the mayor first": {mayor, secretary}, "the secretary first": {secretary, mayor},
	} {
		t.Run(name, func(t *testing.T) {
			s := against(t, domain.Respondent{Name: "Никой"})
			event := map[domain.UserID]domain.CaseResolved{
				mayor: by(builder, domain.Mayor), secretary: by(colleague, domain.Secretary),
			}
			first := s.happened(order[0], event[order[0]])
			second := s.concurrent(order[1], event[order[1]], first)
			if e := s.c.Entry(); e.Lead != builder || !e.Flags.Has(domain.FlagDisputed) || e.State != domain.Assigned {
				t.Errorf("lead %d, flags %b", e.Lead[0], e.Flags)
			}
			s.concurrent(builder, domain.CaseReassigned{Lead: colleague}, second) // knows of one only
			if !s.c.Entry().Flags.Has(domain.FlagDisputed) {
				t.Error("confirmed by somebody who had not seen both")
			}
			s.happened(builder, domain.CaseReassigned{Lead: builder})
			if e := s.c.Entry(); e.Lead != builder || e.Flags.Has(domain.FlagDisputed) {
				t.Errorf("confirmed: lead %d, flags %b", e.Lead[0], e.Flags)
			}
		})
	}
}

func TestOfConcurrentStatesTheFurthestStands(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	s.issues(text(1, domain.TRejected, "Не."), executor, head, mayor)
	s.closes(domain.CaseClosed{})
	closing := s.c.StateBy
	s.concurrent(secretary, domain.CaseWithdrawn{Reason: "Писмено."}, closing)
	s.stands(domain.Closed)
	s.happened(secretary, domain.CaseReopened{Reason: "Видях приключването."})
	s.stands(domain.InResolution)
	if s.c.Entry().Flags.Has(domain.FlagAfterClosing) {
		t.Error("reopened, and still marked as worked on after closing")
	}
}

func TestWorkThatDidNotKnowOfTheClosingIsFlagged(t *testing.T) {
	note := domain.CaseNoted{Note: domain.PlainNote, Text: "Обади се."}
	ready := func() *story {
		s := newStory(t, "2026-11-23")
		s.registers(s.submission(domain.Praise))
		s.issues(text(1, domain.TThanks, "Благодарим."), clerk, head, mayor)
		return s
	}
	s := ready()
	s.concurrent(clerk, note, s.happened(clerk, domain.CaseClosed{On: day(t, "2026-11-23")}))
	if s.stands(domain.Closed); !s.c.Entry().Flags.Has(domain.FlagAfterClosing) {
		t.Error("closed, then noted")
	}
	s = ready()
	s.concurrent(clerk, domain.CaseClosed{On: day(t, "2026-11-23")}, s.happened(clerk, note))
	if s.stands(domain.Closed); !s.c.Entry().Flags.Has(domain.FlagAfterClosing) {
		t.Error("noted, then closed")
	}
	s = ready()
	s.happened(clerk, domain.CaseClosed{On: day(t, "2026-11-23")})
	s.happened(clerk, note)
	if s.c.Entry().Flags.Has(domain.FlagAfterClosing) {
		t.Error("who knew of the closing may note")
	}
}

func TestDecidedTwiceIsDisputedUntilSomebodyConfirms(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	first := s.happened(executor, domain.CaseDecided{Outcome: domain.Upheld})
	s.concurrent(head, domain.CaseDecided{Outcome: domain.Rejected}, first)
	if e := s.c.Entry(); !e.Flags.Has(domain.FlagDisputed) || e.Outcome != domain.Rejected {
		t.Errorf("outcome %q, flags %b", e.Outcome, e.Flags)
	}
	s.happened(executor, domain.CaseDecided{Outcome: domain.Rejected})
	if s.c.Entry().Flags.Has(domain.FlagDisputed) {
		t.Error("still disputed")
	}
}

func TestAdmissibilityDecidedTwiceKeepsStateAndGroundTogether(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	no := s.happened(secretary, domain.AdmissibilityDecided{Ground: domain.GroundObscene, Result: domain.StateReplyDeclined})
	s.concurrent(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible, Result: domain.InResolution}, no)
	if e := s.c.Entry(); e.State != domain.StateReplyDeclined || e.Ground != domain.GroundObscene || !e.Flags.Has(domain.FlagDisputed) {
		t.Errorf("%q by %q, flags %b", e.State, e.Ground, e.Flags)
	}
	s.happened(secretary, domain.AdmissibilityDecided{Ground: domain.Admissible, Result: domain.InResolution})
	if e := s.c.Entry(); e.State != domain.InResolution || e.Outcome != "" || e.Flags.Has(domain.FlagDisputed) {
		t.Errorf("taken up after all: %q %q, flags %b", e.State, e.Outcome, e.Flags)
	}
}

func TestConcurrentCorrectionsOfDifferentFieldsAreJoined(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Question))
	fix := func(a domain.Acting, change func(*domain.Intake)) domain.CaseCorrected {
		in := s.c.Intake
		change(&in)
		e, err := a.Correct(s.c, in, "Сгрешено.")
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	kind := fix(s.as(clerk), func(in *domain.Intake) { in.Kind = domain.Signal })
	subject := fix(s.as(secretary), func(in *domain.Intake) { in.Subject = "Тротоар" })
	other := fix(s.as(secretary), func(in *domain.Intake) { in.Subject = "Канал" })
	first := s.happened(clerk, kind)
	second := s.concurrent(secretary, subject, first)
	d, _ := s.c.Due()
	if e := s.c.Entry(); e.Kind != domain.Signal || e.Subject != "Тротоар" || d.Clock != domain.LegalClock || e.Flags.Has(domain.FlagDisputed) {
		t.Errorf("joined: %s %q due by %s", e.Kind, e.Subject, d.Clock)
	}
	s.concurrent(secretary, other, first, second)
	if e := s.c.Entry(); e.Subject != "Канал" || !e.Flags.Has(domain.FlagDisputed) {
		t.Errorf("the same field twice: %q, flags %b", e.Subject, e.Flags)
	}
}

func TestOfTwoCorrectionsOfTheTermTheEarlierIsShown(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.ComplaintService))
	in := s.c.Intake
	in.Kind = domain.Signal
	later, err := s.as(clerk).Correct(s.c, in, "Сигнал е.")
	if err != nil {
		t.Fatal(err)
	}
	in.Kind, in.ReceivedAt, in.LateReason = domain.ComplaintService, at(t, "2026-11-20", 9), "В кутията."
	earlier, err := s.as(clerk).Correct(s.c, in, "От кутията.")
	if err != nil {
		t.Fatal(err)
	}
	for name, order := range map[string][2]domain.CaseCorrected{"early, late": {earlier, later}, "late, early": {later, earlier}} {
		x := *s
		first := x.happened(clerk, order[0])
		x.concurrent(secretary, order[1], first)
		if d, _ := x.c.Due(); d.Due.String() != "2026-12-21" || !x.c.Entry().Flags.Has(domain.FlagDisputed) {
			t.Errorf("%s: due %s, flags %b", name, d.Due, x.c.Entry().Flags)
		}
	}
}

func TestAnIssuedLetterStandsAgainstConcurrentWork(t *testing.T) {
	ready := func(t *testing.T) (*story, domain.LetterDrafted) {
		t.Helper()
		s, reply := written(t, domain.Signal)
		s.submits(executor, reply.Letter)
		s.endorses(head, reply.Letter)
		return s, reply
	}
	numbered := func(s *story, e domain.LetterDrafted, serial int) domain.LetterNumbered {
		return domain.LetterNumbered{Letter: e.Letter, Hash: e.Hash, Number: s.outgoing(serial), SignedBy: mayor}
	}
	t.Run("a text changed meanwhile is flagged, before or after", func(t *testing.T) {
		for _, signedFirst := range []bool{true, false} {
			s, reply := ready(t)
			change := text(1, domain.TRejected, "Друго")
			if signedFirst {
				s.concurrent(executor, change, s.happened(mayor, numbered(s, reply, 1)))
			} else {
				s.concurrent(mayor, numbered(s, reply, 1), s.happened(executor, change))
			}
			if l, _ := s.c.Letter(reply.Letter); l.State != domain.LetterSigned || !s.c.Entry().Flags.Has(domain.FlagDisputed) {
				t.Errorf("signed first %t: %s", signedFirst, l.State)
			}
			s.stands(domain.Signed)
		}
	})
	t.Run("a number taken twice stays listed", func(t *testing.T) {
		s, reply := ready(t)
		first := s.happened(mayor, numbered(s, reply, 1))
		s.concurrent(deputy, numbered(s, reply, 2), first)
		if l, _ := s.c.Letter(reply.Letter); l.Number.Serial != 1 || len(l.Twice) != 1 || len(s.c.Remains().Issued) != 2 {
			t.Errorf("numbers %v and %v", l.Number, l.Twice)
		}
	})
	t.Run("what was sent was not annulled", func(t *testing.T) {
		sent := domain.LetterDispatched{Letter: domain.LetterID{1}, Channel: domain.ByPost, On: day(t, "2026-11-23")}
		struck := domain.LetterAnnulled{Letter: domain.LetterID{1}, Reason: "Грешка."}
		for _, order := range [][2]domain.Event{{sent, struck}, {struck, sent}} {
			s, reply := ready(t)
			s.signs(mayor, reply.Letter)
			s.concurrent(clerk, order[1], s.happened(clerk, order[0]))
			if l, _ := s.c.Letter(reply.Letter); l.State != domain.LetterSent || l.AnnulReason != "" {
				t.Errorf("letter stands %s", l.State)
			}
			s.stands(domain.Dispatched)
		}
	})
	t.Run("a later text was not submitted with the earlier one", func(t *testing.T) {
		s, reply := written(t, domain.Signal)
		change := s.happened(head, text(1, domain.TRejected, "Друго"))
		s.concurrent(executor, domain.LetterSubmitted{Letter: reply.Letter, Hash: reply.Hash}, change)
		if l, _ := s.c.Letter(reply.Letter); l.State != domain.LetterDraft {
			t.Errorf("letter stands %s", l.State)
		}
	})
	t.Run("an endorsement stands against a return that did not see it", func(t *testing.T) {
		s, reply := written(t, domain.Signal)
		s.submits(executor, reply.Letter)
		word := s.happened(head, domain.LetterEndorsed{Letter: reply.Letter, Hash: reply.Hash})
		s.concurrent(secretary, domain.LetterReturned{Letter: reply.Letter, Comment: "?"}, word)
		if l, _ := s.c.Letter(reply.Letter); l.State != domain.LetterApproved || s.c.Returns != 0 {
			t.Errorf("letter stands %s", l.State)
		}
	})
}

func TestASubjectIsRegisteredOnce(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	number := s.c.Number
	s.happened(clerk, domain.CaseRegistered{Case: s.c.ID, Number: domain.Number{Text: "94-2"}, Intake: s.submission(domain.Praise)})
	if s.c.Number != number || s.c.Intake.Kind != domain.Signal || !s.c.Entry().Flags.Has(domain.FlagDisputed) {
		t.Errorf("registered as %s", s.c.Number.Text)
	}
	if c := (domain.Case{}).Apply(domain.Fact{Event: domain.CaseAccepted{}}); c.Known() {
		t.Error("a case began without its registration")
	}
}

func TestItIsJudgedInWhosePlaceSomebodyActed(t *testing.T) {
	order := domain.RoleGranted{
		User: head, Role: domain.Secretary, ActingFor: secretary, Order: "РД-7", From: day(t, "2026-11-20"), Until: day(t, "2026-11-30"),
	}
	s, reply := written(t, domain.Signal, order)
	s.submits(executor, reply.Letter)
	resolved := newStory(t, "2026-11-23", order)
	resolved.registers(resolved.submission(domain.Signal))
	resolved.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
	late := newStory(t, "2026-12-07", order)
	for name, c := range map[string]struct {
		in   *story
		by   domain.UserID
		e    domain.Event
		role domain.Role
		want domain.UserID
	}{
		"a resolution": {
			resolved, head, domain.CaseResolved{Department: construction, Lead: colleague, As: domain.Secretary}, domain.Secretary, secretary,
		},
		"an endorsement that his own role is enough for": {
			s, head, domain.LetterEndorsed{Letter: reply.Letter, Hash: reply.Hash}, domain.Head, domain.UserID{},
		},
		"the calendar":              {s, head, domain.CalendarSet{}, domain.Secretary, secretary},
		"what anybody may":          {s, head, domain.AccessViewed{}, "", domain.UserID{}},
		"the secretary himself":     {s, secretary, domain.CalendarSet{}, domain.Secretary, domain.UserID{}},
		"nothing, after the order":  {late, head, domain.CalendarSet{}, "", domain.UserID{}},
		"an event without a seat":   {s, executor, domain.CalendarSet{}, "", domain.UserID{}},
		"a note in one's own right": {s, head, domain.CaseNoted{Note: domain.PlainNote, Text: "x"}, domain.Head, domain.UserID{}},
	} {
		_, seat := domain.JudgeSeat(domain.History{Office: &c.in.office}, c.in.c, domain.Fact{Event: c.e, By: c.by, At: c.in.now})
		if seat.Role != c.role || seat.ActingFor != c.want {
			t.Errorf("%s was judged as that of %q in the place of %d", name, seat.Role, seat.ActingFor[0])
		}
	}
}
