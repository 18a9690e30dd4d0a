package domain_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
)

// against gives a story of a complaint against a user, sent for resolution.
func against(t *testing.T, r domain.Respondent, more ...domain.Event) *story {
	t.Helper()
	s := newStory(t, "2026-11-23", more...)
	in := s.submission(domain.ComplaintStaff)
	in.Department, in.Respondents = construction, []domain.Respondent{r}
	s.registers(in)
	desk := clerk
	if r.User == clerk {
		desk = secretary
	}
	s.admits(desk, domain.AdmissibilityDecided{Ground: domain.Admissible})
	return s
}

func resolve(s *story, unit domain.DepartmentID, lead domain.UserID, others ...domain.UserID) func(domain.Acting) (domain.CaseResolved, error) {
	return func(a domain.Acting) (domain.CaseResolved, error) {
		return a.Resolve(s.c, domain.CaseResolved{Department: unit, Lead: lead, Others: others})
	}
}

func TestARespondentFindsNoTraceAndTakesNoStep(t *testing.T) {
	for _, who := range everybody {
		s := against(t, domain.Respondent{User: who})
		if s.office.MaySee(who, s.c.Entry(), day(t, "2026-11-23")) {
			t.Errorf("user %d sees the case against him", who[0])
		}
		for _, rule := range domain.Workflow() {
			if rule.Action == domain.DoRegister || rule.Action == domain.DoImport {
				continue
			}
			if s.office.Authority(domain.Situation{Case: s.c, By: who}, rule.Action, day(t, "2026-11-23")) == nil {
				t.Errorf("user %d may %s in the case against him", who[0], rule.Action)
			}
		}
	}
}

func TestOthersSeeACaseByTheirRole(t *testing.T) {
	s := against(t, domain.Respondent{Name: "Външен надзорник"})
	for _, who := range everybody {
		want := who != admin && who != colleague
		if got := s.office.MaySee(who, s.c.Entry(), day(t, "2026-11-23")); got != want {
			t.Errorf("user %d sees it: %t, want %t", who[0], got, want)
		}
	}
	given(s, secretary, resolve(s, construction, colleague))
	if !s.office.MaySee(colleague, s.c.Entry(), day(t, "2026-11-23")) {
		t.Error("who works on a case does not see it")
	}
}

func TestARespondentIsNeverAssigned(t *testing.T) {
	s := against(t, domain.Respondent{User: executor})
	refused(s, secretary, domain.AssigneeRespondent, "lead", resolve(s, personnel, executor))
	refused(s, secretary, domain.AssigneeRespondent, "lead", resolve(s, personnel, head, executor))
	given(s, secretary, resolve(s, personnel, colleague))
	refused(s, head, domain.AssigneeRespondent, "lead", func(a domain.Acting) (domain.CaseReassigned, error) {
		return a.Reassign(s.c, domain.CaseReassigned{Lead: executor, Reason: "x"})
	})
}

func TestAUnitNeverLeadsACaseAgainstItselfOrItsHead(t *testing.T) {
	for name, r := range map[string]domain.Respondent{"unit": {Department: personnel}, "head": {User: head}} {
		t.Run(name, func(t *testing.T) {
			s := against(t, r)
			refused(s, secretary, domain.AssigneeRespondent, "department", resolve(s, personnel, colleague))
			given(s, secretary, resolve(s, construction, colleague))
		})
	}
	s := against(t, domain.Respondent{Department: personnel})
	refused(s, secretary, domain.AssigneeRespondent, "lead", resolve(s, construction, executor)) // works there
	refused(s, secretary, domain.AssigneeRespondent, "lead", resolve(s, construction, head))
}

func TestItIsKnownWhoDecidesInstead(t *testing.T) {
	for name, c := range map[string]struct {
		respondent domain.Respondent
		want       []domain.UserID
	}{
		"an employee":      {domain.Respondent{User: executor}, []domain.UserID{secretary}},
		"a head":           {domain.Respondent{User: head}, []domain.UserID{secretary}},
		"a unit":           {domain.Respondent{Department: personnel}, []domain.UserID{secretary}},
		"the secretary":    {domain.Respondent{User: secretary}, []domain.UserID{deputy}},
		"the deputy mayor": {domain.Respondent{User: deputy}, []domain.UserID{mayor}},
		"the mayor":        {domain.Respondent{User: mayor}, nil},
	} {
		s := against(t, c.respondent)
		if got := s.office.Deciders(s.c, day(t, "2026-11-23")); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAboveTheRespondentDecides(t *testing.T) {
	for name, c := range map[string]struct {
		respondent domain.UserID
		resolvers  []domain.UserID
		endorsers  []domain.UserID
		signers    []domain.UserID
	}{
		"an employee": {
			executor,
			[]domain.UserID{secretary, deputy, mayor},
			[]domain.UserID{builder, secretary, deputy, mayor},
			[]domain.UserID{secretary, deputy, mayor},
		},
		"a head": {
			head, []domain.UserID{secretary, deputy, mayor}, []domain.UserID{secretary, deputy, mayor}, []domain.UserID{deputy, mayor},
		},
		"the secretary": {
			secretary, []domain.UserID{deputy, mayor}, []domain.UserID{builder, deputy, mayor}, []domain.UserID{deputy, mayor},
		},
		"the deputy mayor": {
			deputy, []domain.UserID{mayor}, []domain.UserID{builder, secretary, mayor}, []domain.UserID{mayor},
		},
	} {
		t.Run(name, func(t *testing.T) {
			order := domain.RoleGranted{User: builder, Role: domain.Head, Department: construction, Order: "РД-1", From: day(t, "2026-01-05")}
			s := against(t, domain.Respondent{User: c.respondent}, order)
			day := day(t, "2026-11-23")
			may := func(a domain.Action, allowed []domain.UserID) {
				t.Helper()
				for _, who := range everybody {
					want := false
					for _, id := range allowed {
						want = want || id == who
					}
					if got := s.office.Authority(domain.Situation{Case: s.c, By: who}, a, day) == nil; got != want {
						t.Errorf("user %d may %s: %t, want %t", who[0], a, got, want)
					}
				}
			}
			may(domain.DoResolve, c.resolvers)
			may(domain.DoEndorse, c.endorsers)
			may(domain.DoSign, c.signers)
		})
	}
}

func TestNobodyDecidesOnTheMayor(t *testing.T) {
	s := against(t, domain.Respondent{User: mayor})
	refused(s, secretary, domain.AgainstMayor, "", resolve(s, construction, builder))
	refused(s, deputy, domain.AgainstMayor, "", resolve(s, construction, builder))
	if s.office.Possible(domain.Situation{Case: s.c, By: secretary}, domain.DoResolve, day(t, "2026-11-23")) == nil {
		t.Error("a screen offers what the command refuses")
	}
	refused(s, secretary, domain.AgainstMayor, "", admit(s, domain.AdmissibilityDecided{Ground: domain.GroundObscene, Reason: "!"}))
	away := domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Reason: "Срещу кмета.", Body: "Областен управител"}
	refused(s, deputy, domain.AgainstMayor, "", admit(s, away))
	s.admits(secretary, away)

	told := text(1, domain.TForwardSender, "Препратихме я.")
	s.drafts(clerk, told)
	s.submits(clerk, told.Letter)
	refused(s, deputy, domain.AgainstMayor, "", endorse(s, told))
	s.endorses(builder, told.Letter)
	refused(s, deputy, domain.AgainstMayor, "", sign(s, told))
	refused(s, mayor, domain.IsRespondent, "", sign(s, told))
	s.signs(secretary, told.Letter)
	s.sends(told.Letter)
	s.closes(domain.CaseClosed{Note: "Препратена на ръка."})
}

func TestWhoStandsInForTheMayorIsJudgedAsHimself(t *testing.T) {
	acting := domain.RoleGranted{User: deputy, Role: domain.Mayor, ActingFor: mayor, Order: "РД-2", From: day(t, "2026-11-01")}
	s := against(t, domain.Respondent{User: deputy}, acting)
	given(s, mayor, resolve(s, construction, builder))
}

func TestWhoDeclaresAConflictTakesNoStep(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	given(s, secretary, func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.RecusedSelf})
	})
	s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
	refused(s, secretary, domain.HasRecused, "", resolve(s, personnel, executor))
	refused(s, mayor, domain.AssigneeRespondent, "lead", resolve(s, personnel, secretary))
	given(s, mayor, resolve(s, personnel, executor))
}

func TestARespondentExplainsWhenHeIsAsked(t *testing.T) {
	s := against(t, domain.Respondent{User: colleague})
	note := func(k domain.NoteKind) func(domain.Acting) (domain.CaseNoted, error) {
		return func(a domain.Acting) (domain.CaseNoted, error) {
			return a.Note(s.c, domain.CaseNoted{Note: k, Text: "Бях там."})
		}
	}
	refused(s, colleague, domain.IsRespondent, "", note(domain.GaveExplaining))
	given(s, secretary, note(domain.AskedOpinion))
	refused(s, colleague, domain.IsRespondent, "", note(domain.PlainNote))
	given(s, colleague, note(domain.GaveExplaining))
}

func TestAClerkCannotStrikeHimselfFromTheRespondents(t *testing.T) {
	s := against(t, domain.Respondent{User: clerk})
	in := s.c.Intake
	in.Respondents = nil
	refused(s, clerk, domain.IsRespondent, "", func(a domain.Acting) (domain.CaseCorrected, error) { return a.Correct(s.c, in, "Не съм аз.") })
}

func TestWhoRegistersASubmissionAgainstHimselfAddsWhatCameWithIt(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.ComplaintStaff)
	in.Respondents = []domain.Respondent{{User: clerk}}
	scan := func(a domain.Acting) (domain.DocumentAdded, error) {
		return a.Attach(s.c, domain.DocumentAdded{Name: "скан.pdf", Size: 1})
	}
	if a := s.as(clerk); !a.NamesUser(in) || s.as(secretary).NamesUser(in) {
		t.Error("it is not said against whom it is")
	}
	if others := s.as(clerk).CompletedBy(in); len(others) != 1 || others[0].ID != secretary {
		t.Errorf("completed by %+v", others)
	}
	s.registers(in)
	if no := s.as(clerk).May(s.c, domain.LetterFile{}, domain.DoAttach); no == nil {
		t.Error("a screen offers him to add documents")
	}
	given(s, clerk, scan)
	if len(s.c.Documents) != 1 || s.c.Flags.Has(domain.FlagUnconfirmed) {
		t.Errorf("documents %v, flags %b", s.c.Documents, s.c.Flags)
	}
	refused(s, clerk, domain.IsRespondent, "", func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.PlainNote, Text: "бележка"})
	})
	s.now = at(t, "2026-11-24", 9)
	refused(s, clerk, domain.IsRespondent, "", scan)
	s.now = at(t, "2026-11-23", 12)
	s.admits(secretary, domain.AdmissibilityDecided{Ground: domain.Admissible})
	refused(s, clerk, domain.IsRespondent, "", scan)
}
