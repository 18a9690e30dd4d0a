package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestNobodySignsUnderAnothersName(t *testing.T) {
	s, _ := written(t, domain.Signal)
	of, _ := s.office.User(mayor)
	reply := text(2, domain.TRejected, "Не установихме нарушение")
	reply.Content.Signer.Name = of.Name
	s.drafts(executor, reply)
	s.submits(executor, reply.Letter)
	s.endorses(head, reply.Letter)
	refused(s, secretary, domain.OtherSigner, "", sign(s, reply))
	given(s, mayor, sign(s, reply))
}

func TestThePraisedMayReadTheirPraise(t *testing.T) {
	for kind, sees := range map[domain.Kind]bool{domain.Praise: true, domain.ComplaintStaff: false, domain.Signal: false} {
		o := domain.NewOffice()
		clerk := domain.UserID{1}
		for _, e := range []domain.Event{
			domain.UserAdded{User: clerk, Name: "Деловодител"}, domain.RoleGranted{User: clerk, Role: domain.Clerk, From: 1},
		} {
			o = o.Apply(domain.Fact{Event: e})
		}
		e := domain.Entry{Kind: kind, State: domain.Registered, Respondents: []domain.Respondent{{User: clerk}}}
		if got := o.MaySee(clerk, e, 20000); got != sees {
			t.Errorf("the subject of %s sees it: %v", kind, got)
		}
	}
}
