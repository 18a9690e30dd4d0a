package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func admit(s *story, e domain.AdmissibilityDecided) func(domain.Acting) (domain.AdmissibilityDecided, error) {
	return func(a domain.Acting) (domain.AdmissibilityDecided, error) { return a.Admit(s.c, e) }
}

func TestEveryGroundLeadsWhereTheTableSays(t *testing.T) {
	plain := func(*domain.Intake) {}
	anonymous := func(in *domain.Intake) { in.Sender = nobody }
	for ground, c := range map[domain.Ground]struct {
		intake func(*domain.Intake)
		decide domain.AdmissibilityDecided
		by     domain.UserID
		state  domain.State
		out    domain.Outcome
	}{
		domain.Admissible:      {plain, domain.AdmissibilityDecided{}, clerk, domain.InResolution, ""},
		domain.GroundAnonymous: {anonymous, domain.AdmissibilityDecided{}, secretary, domain.StateNotOpened, domain.NotOpened},
		domain.GroundExOfficio: {
			anonymous, domain.AdmissibilityDecided{Danger: domain.Danger{Category: "water"}}, builder, domain.InResolution, "",
		},
		domain.GroundTooOld: {
			func(in *domain.Intake) { in.Violation = day(t, "2024-11-22") },
			domain.AdmissibilityDecided{},
			mayor,
			domain.StateNotOpened, domain.NotOpened,
		},
		domain.GroundRepeated: {
			plain, domain.AdmissibilityDecided{Into: domain.CaseID{7}}, secretary, domain.StateJoined, domain.Joined,
		},
		domain.GroundDuplicate:  {plain, domain.AdmissibilityDecided{Into: domain.CaseID{7}}, clerk, domain.StateJoined, domain.Joined},
		domain.GroundObscene:    {plain, domain.AdmissibilityDecided{}, secretary, domain.StateReplyDeclined, domain.ReplyDeclined},
		domain.GroundUnreasoned: {plain, domain.AdmissibilityDecided{}, deputy, domain.StateReplyDeclined, domain.ReplyDeclined},
		domain.GroundPersonal:   {plain, domain.AdmissibilityDecided{}, secretary, domain.StateReplyDeclined, domain.ReplyDeclined},
		domain.GroundClassified: {plain, domain.AdmissibilityDecided{}, secretary, domain.StateReplyDeclined, domain.ReplyDeclined},
		domain.GroundNotOurs: {
			plain, domain.AdmissibilityDecided{Body: "ВиК ЕООД"}, secretary, domain.StateForwarded, domain.ForwardedOn,
		},
		domain.GroundOtherOrder: {
			plain, domain.AdmissibilityDecided{Body: "по чл. 81 АПК"}, secretary, domain.StateRerouted, domain.Rerouted,
		},
		domain.GroundSealed: {
			func(in *domain.Intake) { in.Kind = domain.Whistleblower },
			domain.AdmissibilityDecided{},
			clerk,
			domain.StateSealed, domain.HandedOver,
		},
	} {
		t.Run(string(ground), func(t *testing.T) {
			s := newStory(t, "2026-11-23")
			in := s.submission(domain.Signal)
			c.intake(&in)
			s.registers(in)
			c.decide.Ground, c.decide.Reason = ground, "Мотиви."
			s.admits(c.by, c.decide)
			s.stands(c.state)
			rule, _ := domain.RuleOf(ground)
			if s.c.Outcome.Value != c.out || s.c.Admitted.Basis != rule.Source || s.c.Entry().Ground != ground {
				t.Errorf("outcome %q by %q", s.c.Outcome.Value, s.c.Admitted.Basis)
			}
		})
	}
	if len(domain.GroundRules()) != 13 {
		t.Errorf("%d grounds: test the new one too", len(domain.GroundRules()))
	}
}

func TestAGroundThatTheFactsContradictIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		intake func(*domain.Intake)
		decide domain.AdmissibilityDecided
		by     domain.UserID
		why    domain.Reason
		field  string
	}{
		"unknown ground": {nil, domain.AdmissibilityDecided{Ground: "dull"}, secretary, domain.UnknownValue, "ground"},
		"anonymous, but signed": {
			nil, domain.AdmissibilityDecided{Ground: domain.GroundAnonymous}, secretary, domain.NotAnonymous, "ground",
		},
		"anonymous, but in danger": {
			func(in *domain.Intake) { in.Sender, in.Danger.Reason = nobody, "Спукан водопровод" },
			domain.AdmissibilityDecided{Ground: domain.GroundAnonymous},
			secretary, domain.DangerOverrides, "ground",
		},
		"ex officio without danger": {
			nil, domain.AdmissibilityDecided{Ground: domain.GroundExOfficio}, secretary, domain.FieldMissing, "danger",
		},
		"admissible, but anonymous": {
			func(in *domain.Intake) { in.Sender = nobody },
			domain.AdmissibilityDecided{Ground: domain.Admissible},
			secretary,
			domain.FieldMissing, "ground",
		},
		"exactly two years old": {
			func(in *domain.Intake) { in.Violation = day(t, "2024-11-23") },
			domain.AdmissibilityDecided{Ground: domain.GroundTooOld},
			secretary, domain.NotOlder, "violation",
		},
		"old, but a proposal": {
			func(in *domain.Intake) { in.Kind, in.Violation = domain.Proposal, day(t, "2020-01-06") },
			domain.AdmissibilityDecided{Ground: domain.GroundTooOld},
			secretary, domain.GroundNotForKind, "ground",
		},
		"a whistleblower's report taken up": {
			func(in *domain.Intake) { in.Kind = domain.Whistleblower },
			domain.AdmissibilityDecided{Ground: domain.Admissible},
			secretary, domain.GroundNotForKind, "ground",
		},
		"joined to nothing": {nil, domain.AdmissibilityDecided{Ground: domain.GroundRepeated}, secretary, domain.NoOldCase, "into"},
		"forwarded to nobody": {
			nil, domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Reason: "ВиК"}, secretary, domain.FieldMissing, "body",
		},
		"no reason":      {nil, domain.AdmissibilityDecided{Ground: domain.GroundObscene}, mayor, domain.ReasonMissing, "reason"},
		"by a head":      {nil, domain.AdmissibilityDecided{Ground: domain.GroundObscene, Reason: "!"}, head, domain.NoRole, ""},
		"by a clerk":     {nil, domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Reason: "!"}, clerk, domain.NoRole, ""},
		"by an executor": {nil, domain.AdmissibilityDecided{Ground: domain.Admissible}, executor, domain.NoRole, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStory(t, "2026-11-23")
			in := s.submission(domain.Signal)
			if c.intake != nil {
				c.intake(&in)
			}
			s.registers(in)
			refused(s, c.by, c.why, c.field, admit(s, c.decide))
		})
	}
}

func TestDangerIsHandledAlthoughTheSenderIsUnknown(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.Sender, in.Danger = nobody, domain.Danger{Category: "water", Reason: "Спукан водопровод", Told: "ВиК, 9:40"}
	s.registers(in)
	s.admits(head, domain.AdmissibilityDecided{Ground: domain.GroundExOfficio, Reason: "Застрашено е здравето."})
	given(s, secretary, func(a domain.Acting) (domain.CaseResolved, error) {
		return a.Resolve(s.c, domain.CaseResolved{Department: construction, Lead: builder})
	})
	given(s, builder, func(a domain.Acting) (domain.CaseAccepted, error) { return a.Accept(s.c) })
	closing := func(note string) func(domain.Acting) (domain.CaseClosed, error) {
		return func(a domain.Acting) (domain.CaseClosed, error) { return a.Close(s.c, domain.CaseClosed{Note: note}) }
	}
	refused(s, clerk, domain.DecisionMissing, "", closing("Няма адрес."))
	s.decides(builder, domain.CaseDecided{Outcome: domain.Actioned})
	refused(s, clerk, domain.FileNoteMissing, "note", closing(""))
	given(s, clerk, closing("Няма адрес."))
	if e := s.c.Entry(); !e.Flags.Has(domain.FlagAnonymous | domain.FlagDanger) {
		t.Errorf("flags %b", e.Flags)
	}
}

func TestTellingOfAnExOfficioCheckIsNotItsAnswer(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.Sender, in.Danger.Category = nobody, "fire"
	in.Sender.Contact.Email = "nepoznat@example.org"
	s.registers(in)
	s.admits(head, domain.AdmissibilityDecided{Ground: domain.GroundExOfficio, Reason: "Застрашено е здравето."})
	s.issues(text(1, domain.TAnonymous, "Правим служебна проверка."), clerk, secretary, mayor)
	s.stands(domain.InResolution)
	if !s.c.AnsweredOn.IsZero() {
		t.Error("counts as answered")
	}
}
