package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestASubstitutionIsWhatTheOrderSays(t *testing.T) {
	s := newStory(t, "2026-11-23",
		domain.RoleGranted{User: deputy, Role: domain.Mayor, ActingFor: mayor, Order: "РД-1", From: day(t, "2026-11-01"), Until: day(t, "2026-11-30")},
		domain.RoleRevoked{User: builder, Role: domain.Head, Department: construction, From: day(t, "2026-12-10")})
	sound := domain.RoleGranted{
		User: head, Role: domain.Secretary, From: day(t, "2026-11-24"), Until: day(t, "2026-12-04"), Order: "РД-7", ActingFor: secretary,
	}
	change := func(f func(*domain.RoleGranted)) domain.RoleGranted {
		e := sound
		f(&e)
		return e
	}
	for name, c := range map[string]struct {
		grant domain.RoleGranted
		why   domain.Reason
		field string
	}{
		"as it should be":          {sound, "", ""},
		"a role of one's own":      {domain.RoleGranted{User: head, Role: domain.Clerk}, "", ""},
		"without an order":         {change(func(e *domain.RoleGranted) { e.Order = "" }), domain.ActingOrder, "order"},
		"without an end":           {change(func(e *domain.RoleGranted) { e.Until = 0 }), domain.ActingUntil, "until"},
		"it ends before it begins": {change(func(e *domain.RoleGranted) { e.Until = day(t, "2026-11-23") }), domain.UntilBeforeFrom, "until"},
		"for oneself":              {change(func(e *domain.RoleGranted) { e.User = secretary }), domain.ActingForSelf, "for"},
		"for who is no secretary":  {change(func(e *domain.RoleGranted) { e.ActingFor = executor }), domain.ActingRole, "for"},
		"for who stands in himself": {
			change(func(e *domain.RoleGranted) {
				e.Role, e.ActingFor, e.Until = domain.Mayor, deputy, day(t, "2026-11-28")
			}), domain.ActingRole, "for",
		},
		"of another unit": {
			change(func(e *domain.RoleGranted) {
				e.Role, e.ActingFor, e.Department = domain.Head, builder, personnel
			}), domain.ActingRole, "for",
		},
		"for a head of his unit": {
			change(func(e *domain.RoleGranted) {
				e.Role, e.ActingFor, e.Department = domain.Head, builder, construction
			}), "", "",
		},
		"longer than he is head": {
			change(func(e *domain.RoleGranted) {
				e.Role, e.ActingFor, e.Department, e.Until = domain.Head, builder, construction, day(t, "2026-12-12")
			}), domain.ActingRole, "for",
		},
		"an unknown role": {change(func(e *domain.RoleGranted) { e.Role = "boss" }), domain.UnknownValue, "role"},
		"nobody":          {change(func(e *domain.RoleGranted) { e.User = domain.UserID{99} }), domain.NoSuchUser, ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := s.as(admin).Grant(c.grant)
			if c.why == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			mustRefuse(t, err, c.why, c.field)
		})
	}
	_, err := s.as(secretary).Grant(sound)
	mustRefuse(t, err, domain.NoRole, "")
}

func TestOnlyARoleThatIsHeldIsTakenAway(t *testing.T) {
	s := newStory(t, "2026-11-23")
	_, err := s.as(admin).Revoke(head, domain.Clerk, domain.DepartmentID{})
	mustRefuse(t, err, domain.RoleNotHeld, "role")
	_, err = s.as(admin).Revoke(admin, domain.Admin, domain.DepartmentID{})
	mustRefuse(t, err, domain.LastAdmin, "")
	if e, err := s.as(admin).Revoke(head, domain.Head, personnel); err != nil || e.From != day(t, "2026-11-23") {
		t.Errorf("%+v, %v", e, err)
	}
}

func TestWhoHasTheRoleHimselfActsInHisOwnRight(t *testing.T) {
	s := newStory(t, "2026-11-23")
	for i, u := range s.office.Users {
		if u.ID == secretary {
			stands := domain.RoleGranted{User: secretary, Role: domain.Secretary, ActingFor: head, Order: "РД-9", From: day(t, "2026-11-01")}
			s.office.Users[i].Grants = append([]domain.RoleGranted{stands}, u.Grants...)
		}
	}
	s.registers(s.submission(domain.Signal))
	seat, no := s.office.SeatFor(domain.Situation{Case: s.c, By: secretary}, domain.DoAdmit, day(t, "2026-11-23"))
	if no != nil || seat.Role != domain.Secretary || seat.ActingFor != (domain.UserID{}) {
		t.Errorf("acts as %+v, %v", seat, no)
	}
}
