package domain_test

import (
	"testing"
	"time"

	"harta/internal/domain"
)

var lawyer = domain.UserID{11}

// advisedOffice has a legal adviser, whose word the replies to signals and refusals need after the head's.
func advisedOffice(t *testing.T) []domain.Event {
	t.Helper()
	settings := domain.DefaultSettings()
	settings.Chains = []domain.Chain{
		{Kind: domain.Signal, Steps: []domain.Role{domain.Head, domain.Adviser}},
		{Refusals: true, Steps: []domain.Role{domain.Secretary, domain.Adviser}, Third: true},
	}
	all := []domain.Event{domain.SettingsSet{Settings: settings}, domain.UserAdded{User: lawyer, Name: "Юлия Правова"}}
	return append(all, domain.RoleGranted{User: lawyer, Role: domain.Adviser, From: day(t, "2020-01-01")})
}

func TestAReplyWaitsForEveryWordOfItsChain(t *testing.T) {
	s := newStory(t, "2026-11-23", advisedOffice(t)...)
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	reply := text(1, domain.TRejected, "Не установихме нарушение.")
	s.drafts(executor, reply)
	s.submits(executor, reply.Letter)
	endorse := func(a domain.Acting) (domain.LetterEndorsed, error) {
		l, _ := s.c.Letter(reply.Letter)
		return a.Endorse(s.c, reply.Letter, l.Hash)
	}
	s.waits(domain.DoEndorse, head)
	refused(s, lawyer, domain.NoRole, "", endorse)
	if e := given(s, head, endorse); e.As != domain.Head || e.Waits != domain.Adviser {
		t.Errorf("said as %q, waits for %q", e.As, e.Waits)
	}
	s.stands(domain.InEndorsement)
	s.waits(domain.DoEndorse, lawyer)
	refused(s, head, domain.NoRole, "", endorse)
	refused(s, mayor, domain.NoRole, "", endorse)
	given(s, lawyer, func(a domain.Acting) (domain.LetterReturned, error) {
		return a.Return(s.c, reply.Letter, "Посочете закона.")
	})
	better := text(1, domain.TRejected, "Не установихме нарушение на чл. 5.")
	s.drafts(executor, better)
	s.submits(executor, reply.Letter)
	s.waits(domain.DoEndorse, head) // another text needs every word again
	given(s, secretary, endorse)    // in the place of a head
	given(s, lawyer, endorse)
	s.stands(domain.ForSignature)
	s.signs(mayor, reply.Letter)
}

func TestTheFoldHoldsToTheChain(t *testing.T) {
	s := newStory(t, "2026-11-23", advisedOffice(t)...)
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	reply := text(1, domain.TRejected, "Не установихме нарушение.")
	s.drafts(executor, reply)
	s.submits(executor, reply.Letter)
	l, _ := s.c.Letter(reply.Letter)
	word := domain.LetterEndorsed{Letter: l.ID, Hash: l.Hash}
	without := func(name string, by domain.UserID, e domain.Event) {
		t.Helper()
		f := domain.Fact{Event: e, By: by, At: s.now}
		if v := domain.Judge(domain.History{Office: &s.office}, s.c, f); v != domain.WithoutAuthority {
			t.Errorf("%s was judged %d", name, v)
		}
	}
	without("a word that leaves out the adviser's", head, word)
	word.As, word.Waits = domain.Adviser, domain.Head
	without("a head's word in the place of the adviser's", head, word)
	word.As, word.Waits = domain.Head, domain.Adviser
	s.happened(head, word)
	without("a signature before the adviser's word", mayor, domain.LetterNumbered{Letter: l.ID, Hash: l.Hash, SignedBy: mayor})
}

func TestAWordForATextThatWasChangedMeanwhileStandsForThatText(t *testing.T) {
	s := newStory(t, "2026-11-23", advisedOffice(t)...)
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	reply := text(1, domain.TRejected, "Не установихме нарушение.")
	s.drafts(executor, reply)
	s.submits(executor, reply.Letter)
	l, _ := s.c.Letter(reply.Letter)
	s.happened(head, domain.LetterEndorsed{Letter: l.ID, Hash: l.Hash, As: domain.Head, Waits: domain.Adviser})
	other := text(1, domain.TRejected, "Не установихме нищо.")
	changed := s.happened(executor, other)
	s.concurrent(lawyer, domain.LetterEndorsed{Letter: l.ID, Hash: l.Hash, As: domain.Adviser}, changed)
	if l, _ = s.c.Letter(reply.Letter); l.State == domain.LetterApproved {
		t.Error("the other text is approved")
	}
}

func TestWithoutAChainOneWordIsEnoughAndAnAdviserHasNone(t *testing.T) {
	s := newStory(t, "2026-11-23", advisedOffice(t)...)
	s.registers(s.submission(domain.Question))
	s.works(secretary)
	reply := text(1, domain.TAnswer, "Да.")
	s.drafts(executor, reply)
	s.submits(executor, reply.Letter)
	l, _ := s.c.Letter(reply.Letter)
	refused(s, lawyer, domain.NoRole, "", func(a domain.Acting) (domain.LetterEndorsed, error) {
		return a.Endorse(s.c, reply.Letter, l.Hash)
	})
	refused(s, lawyer, domain.NoRole, "", func(a domain.Acting) (domain.LetterReturned, error) {
		return a.Return(s.c, reply.Letter, "!")
	})
	s.endorses(head, reply.Letter)
	s.stands(domain.ForSignature)
}

func TestARefusalHasAChainOfItsOwn(t *testing.T) {
	s := newStory(t, "2026-11-23", advisedOffice(t)...)
	s.registers(s.submission(domain.Question))
	s.admits(secretary, domain.AdmissibilityDecided{Ground: domain.GroundObscene, Reason: "Обиди."})
	refusal := text(1, domain.TDeclined, "Не отговаряме.")
	s.drafts(clerk, refusal)
	s.submits(clerk, refusal.Letter)
	l, _ := s.c.Letter(refusal.Letter)
	endorse := func(a domain.Acting) (domain.LetterEndorsed, error) { return a.Endorse(s.c, refusal.Letter, l.Hash) }
	refused(s, head, domain.NoRole, "", endorse)
	given(s, secretary, endorse)
	given(s, lawyer, endorse)
	refused(s, secretary, domain.ThirdPersonNeeded, "", func(a domain.Acting) (domain.LetterNumbered, error) {
		return a.Sign(s.c, domain.LetterNumbered{Letter: refusal.Letter, Number: s.outgoing(1)})
	})
	s.signs(mayor, refusal.Letter)
}

func TestNobodySubmitsWhatNobodyMayApprove(t *testing.T) {
	gone := domain.UserRemoved{User: lawyer, From: day(t, "2026-11-01")}
	s := newStory(t, "2026-11-23", append(advisedOffice(t), gone)...)
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	reply := text(1, domain.TRejected, "Не установихме нарушение.")
	s.drafts(executor, reply)
	refused(s, executor, domain.ChainGap, "steps", func(a domain.Acting) (domain.LetterSubmitted, error) {
		return a.Submit(s.c, reply.Letter)
	})
}

func TestALetterKeepsTheChainThatItWasSubmittedTo(t *testing.T) {
	s := newStory(t, "2026-11-23", advisedOffice(t)...)
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Upheld})
	reply := text(1, domain.TUpheld, "Уважаваме сигнала.")
	s.drafts(executor, reply)
	s.submits(executor, reply.Letter)
	loose := s.office.Settings
	loose.Chains = nil
	s.office = fold(s.office, domain.SettingsSet{Settings: loose})
	s.endorses(head, reply.Letter)
	s.waits(domain.DoEndorse, lawyer) // the chain that was done away with is still that of this letter
	s.stands(domain.InEndorsement)
	given(s, lawyer, func(a domain.Acting) (domain.LetterReturned, error) {
		return a.Return(s.c, reply.Letter, "Кой член?")
	})
	better := text(1, domain.TUpheld, "Уважаваме сигнала по чл. 5.")
	s.drafts(executor, better)
	s.submits(executor, reply.Letter)
	s.endorses(head, reply.Letter)
	s.stands(domain.ForSignature) // submitted again, it goes the way of today
}

func TestALetterCannotBringAChainOfItsOwn(t *testing.T) {
	s := newStory(t, "2026-11-23", advisedOffice(t)...)
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Upheld})
	reply := text(1, domain.TUpheld, "Уважаваме сигнала.")
	s.drafts(executor, reply)
	l, _ := s.c.Letter(reply.Letter)
	f := domain.Fact{Event: domain.LetterSubmitted{Letter: l.ID, Hash: l.Hash, Fixed: true}, By: executor, At: s.now}
	if v := domain.Judge(domain.History{Office: &s.office}, s.c, f); v != domain.WithoutAuthority {
		t.Errorf("a submission past the adviser was judged %d", v)
	}
	f.Event = domain.LetterSubmitted{Letter: l.ID, Hash: l.Hash} // of an older program
	if v := domain.Judge(domain.History{Office: &s.office}, s.c, f); v != domain.Effective {
		t.Errorf("an older submission was judged %d", v)
	}
}

func TestAChainMaySayWhoSigns(t *testing.T) {
	settings := domain.DefaultSettings()
	settings.Chains = []domain.Chain{{Kind: domain.Question, Steps: []domain.Role{domain.Head}, Signs: domain.DeputyMayor}}
	s := newStory(t, "2026-11-23", domain.SettingsSet{Settings: settings})
	s.registers(s.submission(domain.Question))
	s.works(secretary)
	reply := text(1, domain.TAnswer, "Да.")
	s.drafts(executor, reply)
	s.submits(executor, reply.Letter)
	s.endorses(head, reply.Letter)
	refused(s, secretary, domain.NoRole, "", func(a domain.Acting) (domain.LetterNumbered, error) {
		return a.Sign(s.c, domain.LetterNumbered{Letter: reply.Letter, Number: s.outgoing(1)})
	})
	s.signs(deputy, reply.Letter)
}

func TestAChainThatNobodyCanPassIsRefusedWithWhoIsMissing(t *testing.T) {
	s := newStory(t, "2026-11-23")
	for name, c := range map[string]struct {
		chain domain.Chain
		why   domain.Reason
		field string
	}{
		"a head":                      {domain.Chain{Steps: []domain.Role{domain.Head}}, "", ""},
		"two words of heads":          {domain.Chain{Steps: []domain.Role{domain.Head, domain.Head}}, "", ""},
		"an adviser who is not there": {domain.Chain{Steps: []domain.Role{domain.Head, domain.Adviser}}, domain.ChainGap, "steps"},
		"two mayors":                  {domain.Chain{Steps: []domain.Role{domain.Mayor, domain.Mayor}}, domain.ChainGap, "steps"},
		"a mayor as the third person": {domain.Chain{Steps: []domain.Role{domain.Mayor}, Third: true, Signs: domain.Mayor}, domain.ChainUnsigned, "signs"},
		"a mayor as the second":       {domain.Chain{Steps: []domain.Role{domain.Mayor}, Signs: domain.Mayor}, "", ""},
		"a clerk":                     {domain.Chain{Steps: []domain.Role{domain.Clerk}}, domain.UnknownValue, "steps"},
		"a head who signs":            {domain.Chain{Signs: domain.Head}, domain.UnknownValue, "signs"},
		"too many":                    {domain.Chain{Steps: make([]domain.Role, domain.MaxSteps+1)}, domain.TooLong, "steps"},
	} {
		t.Run(name, func(t *testing.T) {
			settings := s.office.Settings
			settings.Chains = []domain.Chain{c.chain}
			_, err := s.as(admin).SetSettings(settings)
			if c.why == "" && err != nil {
				t.Error(err)
			} else if c.why != "" {
				mustRefuse(t, err, c.why, c.field)
			}
		})
	}
	stands := s.office.Settings
	stands.Chains = []domain.Chain{{Steps: []domain.Role{domain.Adviser}}}
	s.office.Settings = stands // since then the adviser has left
	stands.Address = "ул. „Нова“ 1"
	if _, err := s.as(admin).SetSettings(stands); err != nil {
		t.Errorf("an address cannot be changed: %v", err)
	}
}

func TestALongChainIsLookedThroughAtOnceInALargeOffice(t *testing.T) {
	s := newStory(t, "2026-11-23")
	for i := range byte(60) {
		id := domain.UserID{100, i}
		s.office = fold(s.office, domain.UserAdded{User: id, Name: "Началник"}, domain.RoleGranted{User: id, Role: domain.Head, From: day(t, "2020-01-01")})
	}
	settings := s.office.Settings
	settings.Chains = []domain.Chain{{Steps: []domain.Role{domain.Head, domain.Head, domain.Head, domain.Head, domain.Head, domain.Adviser}}}
	refusal := make(chan error, 1)
	go func() {
		_, err := s.as(admin).SetSettings(settings)
		refusal <- err
	}()
	select {
	case err := <-refusal:
		mustRefuse(t, err, domain.ChainGap, "steps")
	case <-time.After(10 * time.Second):
		t.Fatal("every way through the office was tried")
	}
}
