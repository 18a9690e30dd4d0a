package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestADecisionReachesEverybodyWhomTheLawNames(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.Sender.Referrer, in.Sender.ReferrerAt = "Общински съветник Първи", domain.Contact{Email: "savetnik@example.bg"}
	in.Affected = []domain.Contact{
		{Type: domain.NaturalPerson, Name: "Засегнат Примеров", Settlement: "гр. Примерно"},
		{Type: domain.NaturalPerson, Name: "Неизвестен Примеров"},
	}
	s.registers(in)
	s.works(secretary)
	if len(s.c.Recipients()) != 0 {
		t.Errorf("before the decision: %+v", s.c.Recipients())
	}
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected, Crime: true})
	s.issues(text(1, domain.TRejected, "Не уважаваме."), executor, head, mayor)
	closing := func(note string) func(domain.Acting) (domain.CaseClosed, error) {
		return func(a domain.Acting) (domain.CaseClosed, error) { return a.Close(s.c, domain.CaseClosed{Note: note}) }
	}
	for i, to := range []string{"Районна прокуратура", "Общински съветник Първи", "Засегнат Примеров"} {
		refused(s, clerk, domain.RecipientUntold, "", closing("Не е намерен."))
		s.waits(domain.DoDraft, executor)
		template := domain.TOthers
		if i == 0 {
			template = domain.TProsecutor
		} else if got := s.office.ReaderOf(s.c, template).Name; got != to {
			t.Errorf("the letter is for %q, want %q", got, to)
		}
		letter := text(byte(i+2), template, to)
		letter.Content.To.Name = to
		s.issues(letter, executor, head, mayor)
		s.stands(domain.Dispatched)
	}
	s.waits(domain.DoClose, clerk)
	refused(s, clerk, domain.FileNoteMissing, "note", closing(""))
	given(s, clerk, closing("Засегнатият не е намерен."))
}

func TestWhoPassedItOnFindsHisOwnNumber(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.Sender.Ref, in.Sender.Referrer, in.Sender.ReferrerAt = "7", "Омбудсманът", domain.Contact{Email: "delo@example.bg"}
	in.Sender.ReferrerRef, in.Sender.ReferrerOn = "12-5", day(t, "2026-11-20")
	in.Affected = []domain.Contact{{Name: "Засегнат Примеров", Settlement: "гр. Примерно"}}
	s.registers(in)
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	others := domain.Template{ID: domain.TOthers}
	for _, c := range []struct {
		t    domain.Template
		want string
	}{{domain.Template{ID: domain.TRejected}, "7"}, {others, "12-5/20.11.2026"}} {
		l := s.office.Compose(s.c, c.t, domain.Filling{})
		if l.YourRef != c.want {
			t.Errorf("%s to %s names %q, want %q", c.t.ID, l.To.Name, l.YourRef, c.want)
		}
		s.happened(executor, domain.LetterDrafted{Letter: domain.LetterID{c.want[0]}, Content: l, Hash: domain.Digest{c.want[0]}})
	}
	if l := s.office.Compose(s.c, others, domain.Filling{}); l.To.Name != "Засегнат Примеров" || l.YourRef != "" {
		t.Errorf("to %s under %q", l.To.Name, l.YourRef)
	}
}

func TestOnAProposalOnlyTheSenderIsTold(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Proposal)
	in.Sender.Referrer = "Общински съветник Първи"
	s.registers(in)
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	if all := s.c.Recipients(); len(all) != 0 {
		t.Errorf("%+v", all)
	}
}
