package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func admit(s *story, e domain.AdmissibilityDecided) func(domain.Acting) (domain.AdmissibilityDecided, error) {
	return func(a domain.Acting) (domain.AdmissibilityDecided, error) { return a.Admit(s.c, e) }
}

func withCheck(k domain.Check) domain.AdmissibilityDecided {
	return domain.AdmissibilityDecided{Check: k}
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
		domain.GroundAnonymous: {anonymous, withCheck(domain.Check{NoDanger: "Става дума за удобство."}), secretary, domain.StateNotOpened, domain.NotOpened},
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
			plain, domain.AdmissibilityDecided{Into: decidedCase}, secretary, domain.StateJoined, domain.Joined,
		},
		domain.GroundDuplicate:  {plain, domain.AdmissibilityDecided{Into: openCase}, clerk, domain.StateJoined, domain.Joined},
		domain.GroundObscene:    {plain, domain.AdmissibilityDecided{}, secretary, domain.StateReplyDeclined, domain.ReplyDeclined},
		domain.GroundUnreasoned: {plain, domain.AdmissibilityDecided{}, deputy, domain.StateReplyDeclined, domain.ReplyDeclined},
		domain.GroundPersonal: {
			plain, withCheck(domain.Check{Data: "Адреси", Whose: domain.OthersData}), secretary, domain.StateReplyDeclined,
			domain.ReplyDeclined,
		},
		domain.GroundPersonalPart: {
			plain, withCheck(domain.Check{Data: "Адреси", Whose: domain.OthersData, Answerable: "За лампите."}), mayor,
			domain.InResolution, "",
		},
		domain.GroundOwnData: {
			plain, domain.AdmissibilityDecided{Body: "Д. Примерова", Check: domain.Check{Data: "Досието"}}, secretary, domain.StateRerouted, domain.Rerouted,
		},
		domain.GroundObscenePart: {plain, withCheck(domain.Check{Answerable: "За лампите."}), deputy, domain.InResolution, ""},
		domain.GroundNotOurs: {
			plain, domain.AdmissibilityDecided{Body: "ВиК ЕООД"}, secretary, domain.StateForwarded, domain.ForwardedOn,
		},
		domain.GroundOtherOrder: {
			plain, domain.AdmissibilityDecided{Body: "по чл. 81 АПК"}, secretary, domain.StateRerouted, domain.Rerouted,
		},
		domain.GroundSealed: {
			func(in *domain.Intake) { in.Kind = domain.Whistleblower },
			domain.AdmissibilityDecided{Seal: "П-1"},
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
	if len(domain.GroundRules()) != 16 {
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
		"anonymous, and nobody said whether it is dangerous": {
			func(in *domain.Intake) { in.Sender = nobody },
			domain.AdmissibilityDecided{Ground: domain.GroundAnonymous, Reason: "!"},
			secretary, domain.FieldMissing, "noDanger",
		},
		"old, but in danger": {
			func(in *domain.Intake) { in.Violation, in.Danger.Category = day(t, "2020-01-06"), "fire" },
			domain.AdmissibilityDecided{Ground: domain.GroundTooOld, Reason: "!"},
			mayor, domain.DangerOverrides, "ground",
		},
		"repeated, but in danger": {
			nil,
			domain.AdmissibilityDecided{Ground: domain.GroundRepeated, Into: decidedCase, Danger: domain.Danger{Reason: "Пожар"}},
			mayor, domain.DangerOverrides, "ground",
		},
		"obscene, but in danger": {
			nil,
			domain.AdmissibilityDecided{Ground: domain.GroundObscene, Danger: domain.Danger{Reason: "Пожар"}},
			mayor, domain.DangerOverrides, "ground",
		},
		"old, but it still goes on": {
			func(in *domain.Intake) { in.Violation = day(t, "2020-01-06") },
			domain.AdmissibilityDecided{Ground: domain.GroundTooOld, Check: domain.Check{Continuing: true}},
			secretary, domain.StillGoesOn, "ground",
		},
		"repeated, but with new facts": {
			nil,
			domain.AdmissibilityDecided{Ground: domain.GroundRepeated, Into: decidedCase, Check: domain.Check{NewFacts: true}},
			secretary, domain.ConsideredAnew, "ground",
		},
		"repeated before the decision": {
			nil, domain.AdmissibilityDecided{Ground: domain.GroundRepeated, Into: openCase}, secretary, domain.NotYetDecided, "into",
		},
		"a duplicate after the decision": {
			nil, domain.AdmissibilityDecided{Ground: domain.GroundDuplicate, Into: decidedCase}, clerk, domain.AlreadyDecided, "into",
		},
		"joined to itself": {
			nil, domain.AdmissibilityDecided{Ground: domain.GroundDuplicate, Into: domain.CaseID{1}}, clerk, domain.JoinsItself, "into",
		},
		"joined to what nobody may see": {
			nil, domain.AdmissibilityDecided{Ground: domain.GroundDuplicate, Into: domain.CaseID{9}}, clerk, domain.NoSuchCase, "into",
		},
		"obscene in part, and no part to answer": {
			nil, domain.AdmissibilityDecided{Ground: domain.GroundObscenePart}, secretary, domain.FieldMissing, "answerable",
		},
		"personal data of nobody": {
			nil, withData(domain.GroundPersonal, domain.Check{Data: "Адреси"}), secretary, domain.FieldMissing, "whose",
		},
		"no personal data": {
			nil, withData(domain.GroundPersonal, domain.Check{Whose: domain.OwnData}), secretary, domain.FieldMissing, "data",
		},
		"classified, and its words stay": {
			nil, domain.AdmissibilityDecided{Ground: domain.GroundClassified, Reason: "!"}, secretary, domain.SealInstead, "ground",
		},
		"an envelope without a number": {
			func(in *domain.Intake) { in.Kind = domain.Whistleblower },
			domain.AdmissibilityDecided{Ground: domain.GroundSealed, Reason: "!"},
			clerk, domain.FieldMissing, "seal",
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

func withData(g domain.Ground, k domain.Check) domain.AdmissibilityDecided {
	return domain.AdmissibilityDecided{Ground: g, Check: k}
}

func TestWhatTheDeskProposesIsDecidedByWhoeverMayDecide(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.Sender = nobody
	s.registers(in)
	propose := func(e domain.AdmissibilityProposed) func(domain.Acting) (domain.AdmissibilityProposed, error) {
		return func(a domain.Acting) (domain.AdmissibilityProposed, error) { return a.Propose(s.c, e) }
	}
	form := domain.AdmissibilityProposed{
		Ground: domain.GroundAnonymous, Reason: "Няма подател.",
		Check: domain.Check{Missing: domain.Missings(), NoDanger: "Става дума за удобство."},
	}
	refused(s, executor, domain.NoRole, "", propose(form))
	refused(s, clerk, domain.FieldMissing, "noDanger", propose(domain.AdmissibilityProposed{Ground: domain.GroundAnonymous}))
	refused(s, clerk, domain.ReasonMissing, "reason", propose(domain.AdmissibilityProposed{Ground: domain.GroundAnonymous, Check: form.Check}))
	refused(s, clerk, domain.UnknownValue, "ground", propose(domain.AdmissibilityProposed{Ground: "dull"}))
	given(s, clerk, propose(form))
	s.stands(domain.InResolution)
	s.waits(domain.DoAdmit, secretary)
	refused(s, secretary, domain.NotAdmitted, "", func(a domain.Acting) (domain.CaseResolved, error) {
		return a.Resolve(s.c, domain.CaseResolved{Department: personnel, Lead: executor})
	})
	s.admits(secretary, s.c.Proposed.Decision())
	s.stands(domain.StateNotOpened)
	if s.c.ProposedBy != clerk || s.c.Admitted.Check.NoDanger != form.Check.NoDanger {
		t.Errorf("decided is %+v", s.c.Admitted)
	}
	refused(s, clerk, domain.WrongState, "", propose(form))
}

func TestARepeatedOneWithNewFactsIsConsideredAgain(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.Links = []domain.Link{{Case: decidedCase, How: domain.RepeatOf}}
	s.registers(in)
	s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible, Check: domain.Check{NewFacts: true}})
	s.stands(domain.InResolution)
	if !s.c.Entry().Flags.Has(domain.FlagRepeat) || !s.c.Admitted.Check.Anew() {
		t.Errorf("decided is %+v", s.c.Admitted)
	}
}

func TestMarksSayHowASubmissionIsWritten(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.Language = "tr"
	s.registers(in)
	s.admits(secretary, domain.AdmissibilityDecided{
		Ground: domain.GroundObscenePart, Reason: "Обиди.", Check: domain.Check{Answerable: "За лампите.", Translation: "Заклет преводач"},
	})
	if !s.c.Entry().Flags.Has(domain.FlagObscene | domain.FlagForeign) {
		t.Errorf("flags %b", s.c.Entry().Flags)
	}
}

func TestWhatIsBeforeTheCompetentBodyAlreadyIsNotForwarded(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.admits(secretary, domain.AdmissibilityDecided{
		Ground: domain.GroundNotOurs, Reason: "Друг орган.", Body: "ВиК", Check: domain.Check{Already: true, Competence: "чл. 198о ЗВ"},
	})
	s.issues(text(1, domain.TForwardSender, "Вече е там."), clerk, secretary, mayor)
	s.waits(domain.DoClose, clerk)
	s.closes(domain.CaseClosed{})
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

func TestARequestForOnesOwnDataGoesToTheDataProtectionOfficer(t *testing.T) {
	ask := func(g domain.Ground, body string, k domain.Check) domain.AdmissibilityDecided {
		return domain.AdmissibilityDecided{Ground: g, Reason: "Иска своите данни.", Body: body, Check: k}
	}
	own := domain.Check{Data: "Досието ми", Whose: domain.OwnData, Answerable: "За лампите."}
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Question))
	s.on("2026-11-25")
	refused(s, secretary, domain.OwnDataIsGiven, "whose", admit(s, ask(domain.GroundPersonal, "", own)))
	refused(s, secretary, domain.FieldMissing, "officer", admit(s, ask(domain.GroundOwnData, "", own)))
	refused(s, secretary, domain.FieldMissing, "officer", admit(s, ask(domain.GroundPersonalPart, "", own)))
	refused(s, secretary, domain.FieldMissing, "data", admit(s, ask(domain.GroundOwnData, "Д. Примерова", domain.Check{})))
	for on, why := range map[string]domain.Reason{"2026-11-26": domain.InFuture, "2026-11-22": domain.BeforeReceipt} {
		k := own
		k.HandedOn = day(t, on)
		refused(s, secretary, why, "handedOn", admit(s, ask(domain.GroundOwnData, "Д. Примерова", k)))
	}
	refused(s, clerk, domain.NoRole, "", admit(s, ask(domain.GroundOwnData, "Д. Примерова", own)))

	s.office.Settings.DataOfficer = "Д. Примерова, dlzd@example.bg"
	e := given(s, secretary, admit(s, ask(domain.GroundOwnData, "", domain.Check{Data: "Досието ми"})))
	if e.Body != "Д. Примерова, dlzd@example.bg" || e.Check.HandedOn != day(t, "2026-11-25") || e.Check.Whose != domain.OwnData {
		t.Errorf("recorded %+v", e)
	}
	s.stands(domain.StateRerouted)

	part := newStory(t, "2026-11-23")
	part.registers(part.submission(domain.Question))
	e = given(part, secretary, admit(part, ask(domain.GroundPersonalPart, "Д. Примерова", own)))
	if part.stands(domain.InResolution); e.Body != "Д. Примерова" || e.Check.HandedOn.IsZero() {
		t.Errorf("recorded %+v", e)
	}
}
