package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestWhatAnotherBodyIsCompetentForBecomesACaseOfItsOwn(t *testing.T) {
	forward := domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Reason: "Язовирът е държавен.", Body: "областният управител"}
	part := domain.Part{Subject: "Язовирът", Text: "Стената се руши."}
	next := domain.Registration{Case: domain.CaseID{2}, Number: domain.Number{Text: "94-2/2026"}}
	split := func(s *story, who domain.UserID, part domain.Part, e domain.AdmissibilityDecided) ([]domain.Event, error) {
		return s.as(who).Split(s.c, part, next, e)
	}
	for name, c := range map[string]struct {
		by    domain.UserID
		state domain.State
	}{
		"who decides forwards it":         {secretary, domain.StateForwarded},
		"who does not decide proposes it": {clerk, domain.InResolution},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStory(t, "2026-11-20")
			s.registers(s.submission(domain.Signal))
			s.now = at(t, "2026-11-25", 10)
			all, err := split(s, c.by, part, forward)
			if err != nil || len(all) != 2 {
				t.Fatal(all, err)
			}
			fresh := &story{T: t, office: s.office, now: s.now}
			for _, e := range all {
				fresh.happened(c.by, e)
			}
			fresh.stands(c.state)
			e := fresh.c.Entry()
			if !e.Names(s.c.ID) || e.ReceivedOn != s.c.ReceivedOn() || e.Subject != part.Subject || e.Sender != s.c.Entry().Sender {
				t.Errorf("the part is %+v", e)
			}
			s.stands(domain.Registered)
		})
	}
	s := newStory(t, "2026-11-20")
	s.registers(s.submission(domain.Signal))
	_, err := split(s, executor, part, forward)
	mustRefuse(t, err, domain.NoRole, "")
	_, err = split(s, clerk, domain.Part{}, forward)
	mustRefuse(t, err, domain.FieldMissing, "subject")
	_, err = split(s, secretary, part, domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Reason: "!"})
	mustRefuse(t, err, domain.FieldMissing, "body")
	_, err = split(s, secretary, part, domain.AdmissibilityDecided{Ground: domain.GroundObscene, Reason: "!"})
	mustRefuse(t, err, domain.UnknownValue, "ground")
}

func TestALetterIsWrittenAgainForAnotherSender(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.Sender.Contact.Name, in.Subject = "Мария Втора Примерова", "Тъмна улица"
	s.registers(in)
	l := domain.Letter{
		Template: domain.TRejected, Case: domain.CaseID{9}, OurRef: "94-9/2026", Copies: []string{"Друг"},
		Paragraphs: []domain.Paragraph{{Text: "По преписка 94-9/2026 не установихме нарушение."}},
	}
	got := l.Again(s.c, "94-9/2026", "Уважаема г-жо Примерова,")
	if got.To.Name != "Мария Втора Примерова" || got.OurRef != s.c.Number.Text || got.Case != s.c.ID || got.Subject != "Тъмна улица" ||
		got.Copies != nil || got.Paragraphs[0].Text != "По преписка "+s.c.Number.Text+" не установихме нарушение." {
		t.Errorf("%+v", got)
	}
	if l.Paragraphs[0].Text == got.Paragraphs[0].Text {
		t.Error("the first letter was changed")
	}
}
