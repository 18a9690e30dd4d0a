package domain_test

import (
	"errors"
	"slices"
	"testing"

	"harta/internal/domain"
)

func TestAScreenOffersWhatTheWorkflowAllows(t *testing.T) {
	s := newStory(t, "2026-11-23")
	offered := func(who domain.UserID, l domain.LetterFile, want ...domain.Action) {
		t.Helper()
		if got := s.as(who).Possible(s.c, l); !slices.Equal(got, want) {
			t.Errorf("user %d in %q: %q, want %q", who[0], s.c.State, got, want)
		}
	}
	none := domain.LetterFile{}
	offered(clerk, none, domain.DoRegister, domain.DoImport)
	s.registers(s.submission(domain.Signal))
	offered(clerk, none, domain.DoCorrect, domain.DoPropose, domain.DoAdmit, domain.DoNote, domain.DoAttach, domain.DoFindSurplus, domain.DoDraft, domain.DoSeal)
	offered(admin, none)
	offered(domain.UserID{}, none)
	s.works(secretary)
	offered(executor, none, domain.DoNote, domain.DoAttach, domain.DoDecide, domain.DoDraft)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	s.drafts(executor, text(1, domain.TRejected, "Не установихме."))
	letter := func() domain.LetterFile { l, _ := s.c.Letter(domain.LetterID{1}); return l }
	offered(executor, letter(), domain.DoDraft, domain.DoSubmit)
	s.submits(executor, domain.LetterID{1})
	offered(executor, letter(), domain.DoDraft)
	offered(head, letter(), domain.DoDraft, domain.DoEndorse, domain.DoReturn)
	offered(builder, letter(), domain.DoDraft)
	if no := s.as(builder).May(s.c, letter(), domain.DoEndorse); !errors.Is(no, domain.Refuse("", domain.NoRole)) {
		t.Errorf("another head: %v", no)
	}
	if no := s.as(executor).May(s.c, letter(), domain.DoEndorse); !errors.Is(no, domain.Refuse("", domain.OwnLetter)) {
		t.Errorf("the author: %v", no)
	}
	if no := s.as(head).May(s.c, letter(), domain.DoEndorse); no != nil {
		t.Errorf("the head: %v", no)
	}
}

func TestWhatKeepsACaseOpenIsSaidAtOnce(t *testing.T) {
	s := newStory(t, "2026-11-23")
	missing := func(who domain.UserID, e domain.CaseClosed, want ...domain.Reason) {
		t.Helper()
		var got []domain.Reason
		for _, r := range s.as(who).MissingToClose(s.c, e) {
			got = append(got, r.Reason)
			if r.Op != string(domain.DoClose) {
				t.Errorf("%s is of %q", r.Reason, r.Op)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", s.c.State, got, want)
		}
		_, err := s.as(who).Close(s.c, e)
		if (err == nil) != (len(got) == 0) {
			t.Errorf("%q: missing %q, but closing says %v", s.c.State, got, err)
		}
	}
	nothing, reason := domain.CaseClosed{}, domain.CaseClosed{LateReason: "Отпуск"}
	s.registers(s.submission(domain.ComplaintService))
	s.works(secretary)
	missing(clerk, nothing, domain.DecisionMissing, domain.ReplyMissing, domain.NotDispatched)
	s.now = at(t, "2026-12-28", 10)
	missing(clerk, nothing, domain.DecisionMissing, domain.ReplyMissing, domain.NotDispatched, domain.LatenessMissing)
	missing(executor, nothing, domain.NoRole, domain.DecisionMissing, domain.ReplyMissing, domain.NotDispatched, domain.LatenessMissing)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	reply := text(1, domain.TRejected, "Не уважаваме.")
	s.drafts(executor, reply)
	s.submits(executor, reply.Letter)
	missing(clerk, reason, domain.NotDispatched, domain.LatenessMissing)
	s.endorses(head, reply.Letter)
	s.signs(mayor, reply.Letter)
	s.sends(reply.Letter)
	missing(clerk, nothing, domain.LatenessMissing)
	missing(clerk, reason, domain.LatenessMissing)
	missing(clerk, domain.CaseClosed{LateReason: "Отпуск", LateUnit: personnel})
	s.closes(domain.CaseClosed{LateReason: "Отпуск", LateUnit: personnel})
	missing(clerk, nothing, domain.WrongState)
}

func TestWhereNobodyCanBeToldAFileNoteIsMissing(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.Sender = nobody
	s.registers(in)
	got := s.as(clerk).MissingToClose(s.c, domain.CaseClosed{})
	if len(got) != 2 || got[0].Reason != domain.DecisionMissing || got[1].Reason != domain.FileNoteMissing || got[1].Field != "note" {
		t.Errorf("%v", got)
	}
}

func TestASealedStubTakesNothingButWhatClosesIt(t *testing.T) {
	s := newStory(t, "2026-11-23")
	never := func() {
		t.Helper()
		for _, rule := range domain.Workflow() {
			for _, who := range everybody {
				no := s.as(who).May(s.c, domain.LetterFile{}, rule.Action)
				if sealed := no != nil && no.Reason == domain.CaseSealed; sealed == rule.Stub {
					t.Errorf("in %q user %d may %s: %v", s.c.State, who[0], rule.Action, no)
				}
			}
		}
	}
	s.registers(s.submission(domain.Whistleblower))
	never()
	refused(s, clerk, domain.CaseSealed, "", func(a domain.Acting) (domain.DocumentAdded, error) {
		return a.Attach(s.c, domain.DocumentAdded{Name: "скан.pdf", Size: 1})
	})
	words := s.submission(domain.Signal)
	refused(s, clerk, domain.CaseSealed, "", func(a domain.Acting) (domain.CaseCorrected, error) {
		return a.Correct(s.c, words, "Отворихме го.")
	})
	s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.GroundSealed, Reason: "Плик № 1", Seal: "1"})
	never()
	for _, who := range everybody {
		if step, ok := s.office.WaitsFor(who, s.c.Entry(), day(t, "2026-11-23")); ok && step.Action != domain.DoClose {
			t.Errorf("user %d is told to %s", who[0], step.Action)
		}
	}
	s.closes(domain.CaseClosed{Note: "Предаден на служителя."})
	never()
}
