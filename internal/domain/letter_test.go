package domain_test

import (
	"testing"

	"harta/internal/domain"
)

// written gives a story whose reply is drafted by the executor.
func written(t *testing.T, k domain.Kind, more ...domain.Event) (*story, domain.LetterDrafted) {
	t.Helper()
	s := newStory(t, "2026-11-23", more...)
	s.registers(s.submission(k))
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	reply := text(1, domain.TRejected, "Не установихме нарушение")
	s.drafts(executor, reply)
	return s, reply
}

func endorse(s *story, e domain.LetterDrafted) func(domain.Acting) (domain.LetterEndorsed, error) {
	return func(a domain.Acting) (domain.LetterEndorsed, error) { return a.Endorse(s.c, e.Letter, e.Hash) }
}

func sign(s *story, e domain.LetterDrafted) func(domain.Acting) (domain.LetterNumbered, error) {
	return func(a domain.Acting) (domain.LetterNumbered, error) {
		return a.Sign(s.c, domain.LetterNumbered{Letter: e.Letter, Number: s.outgoing(1)})
	}
}

func grant(t *testing.T, who domain.UserID, r domain.Role, order string) domain.RoleGranted {
	t.Helper()
	g := domain.RoleGranted{User: who, Role: r, From: day(t, "2026-01-05"), Order: order}
	if r == domain.Head {
		g.Department = personnel
	}
	return g
}

func TestWhoWroteALetterNeverEndorsesIt(t *testing.T) {
	s, reply := written(t, domain.Signal, grant(t, executor, domain.Secretary, ""))
	s.submits(executor, reply.Letter)
	refused(s, executor, domain.OwnLetter, "", endorse(s, reply))
	refused(s, clerk, domain.NoRole, "", endorse(s, reply))
	refused(s, builder, domain.NoRole, "", endorse(s, reply)) // another unit
	given(s, head, endorse(s, reply))
	refused(s, executor, domain.OwnLetter, "", sign(s, reply))
	given(s, mayor, sign(s, reply))
}

func TestWhoChangedALetterOnceNeverEndorsesIt(t *testing.T) {
	s, reply := written(t, domain.Signal)
	changed := text(1, domain.TRejected, "Не установихме нарушение.")
	s.drafts(head, changed)
	again := text(1, domain.TRejected, "Не установихме нарушение!")
	s.drafts(executor, again)
	s.submits(executor, reply.Letter)
	refused(s, head, domain.OwnLetter, "", endorse(s, again))
	given(s, secretary, endorse(s, again))
}

func TestWhatAHeadWroteTheSecretaryEndorses(t *testing.T) {
	s, _ := written(t, domain.Signal, domain.RoleGranted{User: builder, Role: domain.Head, Department: personnel, From: day(t, "2026-01-05")})
	own := text(2, domain.TRejected, "От началника.")
	s.drafts(head, own)
	s.submits(head, own.Letter)
	refused(s, builder, domain.NoRole, "", endorse(s, own))
	given(s, secretary, endorse(s, own))
}

func TestAChangedCommaVoidsTheEndorsement(t *testing.T) {
	s, reply := written(t, domain.Signal)
	s.submits(executor, reply.Letter)
	s.endorses(head, reply.Letter)
	comma := text(1, domain.TRejected, "Не установихме, нарушение")
	s.drafts(executor, comma)
	s.stands(domain.ReplyDraft)
	if l, _ := s.c.Letter(reply.Letter); !l.Voided || l.EndorsedBy != (domain.UserID{}) {
		t.Errorf("the endorsement stands: %+v", l)
	}
	refused(s, mayor, domain.OtherVersion, "", sign(s, reply))
	s.submits(executor, reply.Letter)
	refused(s, head, domain.OtherVersion, "", endorse(s, reply)) // he looked at the older text
	s.endorses(head, reply.Letter)
	given(s, mayor, sign(s, comma))
	if l, _ := s.c.Letter(reply.Letter); l.Voided || l.Endorsed != comma.Hash || l.SignerTitle != "Кмет на Община Примерно" {
		t.Errorf("signed %+v", l)
	}
}

func TestTheSensitiveNeedAThirdPerson(t *testing.T) {
	t.Run("a complaint about staff", func(t *testing.T) {
		s, reply := written(t, domain.ComplaintStaff, grant(t, secretary, domain.Secretary, "РД-7"))
		s.submits(executor, reply.Letter)
		s.endorses(secretary, reply.Letter)
		refused(s, secretary, domain.ThirdPersonNeeded, "", sign(s, reply))
		given(s, mayor, sign(s, reply))
	})
	t.Run("a refusal to answer", func(t *testing.T) {
		s := newStory(t, "2026-11-23", grant(t, secretary, domain.Secretary, "РД-7"))
		s.registers(s.submission(domain.Question))
		s.admits(mayor, domain.AdmissibilityDecided{Ground: domain.GroundObscene, Reason: "Обиди."})
		refusal := text(1, domain.TDeclined, "Няма да отговорим.")
		s.drafts(clerk, refusal)
		s.submits(clerk, refusal.Letter)
		s.endorses(secretary, refusal.Letter)
		refused(s, secretary, domain.ThirdPersonNeeded, "", sign(s, refusal))
	})
	t.Run("elsewhere an order is enough", func(t *testing.T) {
		s, reply := written(t, domain.Signal)
		s.submits(executor, reply.Letter)
		s.endorses(secretary, reply.Letter)
		refused(s, secretary, domain.OrderNeeded, "", sign(s, reply))
		s.office = fold(s.office, grant(t, secretary, domain.Secretary, "РД-7"))
		given(s, secretary, sign(s, reply))
	})
}

func TestAHeadSignsOnlyByOrder(t *testing.T) {
	s, reply := written(t, domain.Signal)
	s.submits(executor, reply.Letter)
	s.endorses(secretary, reply.Letter)
	refused(s, head, domain.OrderNeeded, "", sign(s, reply))
	s.office = fold(s.office, grant(t, head, domain.Head, "РД-15"))
	given(s, head, sign(s, reply))
}

func TestALetterIsReturnedForRework(t *testing.T) {
	s, reply := written(t, domain.Signal)
	s.submits(executor, reply.Letter)
	back := func(comment string) func(domain.Acting) (domain.LetterReturned, error) {
		return func(a domain.Acting) (domain.LetterReturned, error) { return a.Return(s.c, reply.Letter, comment) }
	}
	refused(s, head, domain.FieldMissing, "comment", back(""))
	refused(s, executor, domain.NoRole, "", back("?"))
	s.endorses(head, reply.Letter)
	given(s, mayor, back("Неясно."))
	s.stands(domain.ReplyDraft)
	if l, _ := s.c.Letter(reply.Letter); l.Returned != "Неясно." || s.c.Entry().Returns != 1 {
		t.Errorf("returned %+v", l)
	}
	refused(s, mayor, domain.LetterWrongState, "", sign(s, reply))
}

func TestANumberedLetterThatIsNotSentKeepsItsNumber(t *testing.T) {
	s, reply := written(t, domain.Signal)
	s.submits(executor, reply.Letter)
	s.endorses(head, reply.Letter)
	s.signs(mayor, reply.Letter)
	given(s, clerk, func(a domain.Acting) (domain.LetterAnnulled, error) {
		return a.Strike(s.c, reply.Letter, "Грешно име.")
	})
	s.stands(domain.ReplyDraft)
	if _, ok := s.c.Reply(); ok {
		t.Error("the struck letter counts as the reply")
	}
	if l, _ := s.c.Letter(reply.Letter); l.State != domain.LetterStruck || l.Number.IsZero() {
		t.Errorf("struck %+v", l)
	}
}

func TestALetterIsRefusedInWords(t *testing.T) {
	s, reply := written(t, domain.Signal)
	draft := func(e domain.LetterDrafted) func(domain.Acting) (domain.LetterDrafted, error) {
		return func(a domain.Acting) (domain.LetterDrafted, error) { return a.Draft(s.c, e) }
	}
	refused(s, executor, domain.NothingChanged, "", draft(reply))
	refused(s, executor, domain.NoSuchTemplate, "", draft(text(2, "T99", "x")))
	refused(s, executor, domain.EmptyLetter, "", draft(domain.LetterDrafted{Letter: domain.LetterID{2}}))
	refused(s, auditor, domain.NoRole, "", draft(text(2, domain.TUpheld, "x")))
	refused(s, head, domain.LetterWrongState, "", endorse(s, reply))
	refused(s, head, domain.NoSuchLetter, "", endorse(s, text(9, domain.TUpheld, "x")))

	s.submits(executor, reply.Letter)
	s.endorses(head, reply.Letter)
	s.signs(mayor, reply.Letter)
	refused(s, executor, domain.LetterWrongState, "", draft(text(1, domain.TRejected, "Късно")))
	send := func(e domain.LetterDispatched) func(domain.Acting) (domain.LetterDispatched, error) {
		e.Letter = reply.Letter
		return func(a domain.Acting) (domain.LetterDispatched, error) { return a.Dispatch(s.c, e) }
	}
	refused(s, clerk, domain.FieldMissing, "channel", send(domain.LetterDispatched{}))
	refused(s, clerk, domain.InFuture, "on", send(domain.LetterDispatched{Channel: domain.ByPost, On: day(t, "2026-11-24")}))
	refused(s, clerk, domain.BeforeReceipt, "on", send(domain.LetterDispatched{Channel: domain.ByPost, On: day(t, "2026-11-20")}))
}

func TestALetterWithAnOpenFieldIsNotSubmitted(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Question))
	s.works(secretary)
	open := text(1, domain.TAnswer, "На Ваш въпрос: {Answer}")
	s.drafts(executor, open)
	refused(s, executor, domain.UnfilledField, "Answer", func(a domain.Acting) (domain.LetterSubmitted, error) { return a.Submit(s.c, open.Letter) })
	own := text(2, domain.TAnswer, "Отговорът е предаден на {На кого е предадена}.")
	s.drafts(executor, own)
	refused(s, executor, domain.UnfilledField, "На кого е предадена", func(a domain.Acting) (domain.LetterSubmitted, error) {
		return a.Submit(s.c, own.Letter)
	})
}

func TestADecisionIsRecordedBeforeItsLetterIsSubmitted(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	reply := text(1, domain.TUpheld, "Уважаваме.")
	s.drafts(executor, reply)
	refused(s, executor, domain.DecisionMissing, "", func(a domain.Acting) (domain.LetterSubmitted, error) { return a.Submit(s.c, reply.Letter) })
	decide := func(e domain.CaseDecided) func(domain.Acting) (domain.CaseDecided, error) {
		return func(a domain.Acting) (domain.CaseDecided, error) { return a.Decide(s.c, e) }
	}
	refused(s, executor, domain.FieldMissing, "findings", decide(domain.CaseDecided{Outcome: domain.Upheld}))
	refused(s, executor, domain.DecisionMissing, "outcome", decide(domain.CaseDecided{Findings: "x", Outcome: domain.NotOpened}))
	refused(s, executor, domain.InFuture, "on", decide(domain.CaseDecided{Findings: "x", Outcome: domain.Upheld, On: day(t, "2026-12-01")}))
	refused(s, executor, domain.FieldMissing, "measures",
		decide(domain.CaseDecided{Findings: "x", Outcome: domain.Upheld, Measures: []domain.Measure{{}}}))
}

func TestOneUserCannotApproveAnything(t *testing.T) {
	alone := fold(domain.NewOffice(),
		domain.OfficeFounded{Founder: admin, At: at(t, "2020-01-06", 9)}, domain.UserAdded{User: admin, Name: "Сам Самичков"},
		domain.RoleGranted{User: admin, Role: domain.Secretary, From: day(t, "2020-01-06")},
		domain.TemplateSet{Template: domain.Template{ID: domain.TThanks}})
	s := &story{T: t, office: alone, now: at(t, "2026-11-23", 10)}
	given(s, admin, register(s.submission(domain.Praise)))
	thanks := text(1, domain.TThanks, "Благодарим.")
	s.drafts(admin, thanks)
	refused(s, admin, domain.NobodyToEndorse, "", func(a domain.Acting) (domain.LetterSubmitted, error) { return a.Submit(s.c, thanks.Letter) })
}

func TestAnApologyCountsWhenItHasLeft(t *testing.T) {
	s, _ := written(t, domain.ComplaintService)
	sorry := text(2, domain.TRejected, "Извинете ни.")
	sorry.Content.Apology = true
	s.drafts(executor, sorry)
	s.submits(executor, sorry.Letter)
	s.endorses(head, sorry.Letter)
	s.signs(mayor, sorry.Letter)
	if s.c.Entry().Flags.Has(domain.FlagApology) {
		t.Error("counted before it was sent")
	}
	s.sends(sorry.Letter)
	if !s.c.Entry().Flags.Has(domain.FlagApology) {
		t.Error("not counted")
	}
}

func TestComposeFillsATemplateAndLeavesOpenWhatNobodyKnows(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.Signal)
	in.Sender.Ref, in.Sender.RefDate = "77", day(t, "2026-11-20")
	in.Sender.Contact.Postcode = "9999"
	s.registers(in)
	tmpl := domain.Template{
		ID: domain.TRejected, Paragraphs: []string{"По {Subject}:", "{Findings}", "{Measures}", "Мотиви: {Reasons}"}, Notice: "Виж {Source}.",
	}
	l := s.office.Compose(s.c, tmpl, domain.Filling{
		Values:     map[string]string{"Subject": "сигнала", "Findings": "Проверихме.", "Measures": "", "Source": "чл. 124 АПК"},
		Salutation: "Уважаеми господин Примеров,", Apology: "Извиняваме се.",
	})
	var got []string
	for _, p := range l.Paragraphs {
		got = append(got, p.Text)
	}
	want := []string{"По сигнала:", "Проверихме.", "Мотиви: {Reasons}", "Извиняваме се."}
	if len(got) != len(want) || got[0] != want[0] || got[2] != want[2] || got[3] != want[3] || !l.Apology {
		t.Errorf("paragraphs %q", got)
	}
	if l.YourRef != "77/20.11.2026" || l.OurRef != s.c.Number.Text || l.To.Lines[1] != "9999 с. Примерово" || l.Notice != "Виж чл. 124 АПК." {
		t.Errorf("letter %+v", l)
	}
	if name, open := l.Unfilled(); !open || name != "Reasons" {
		t.Errorf("open is %q", name)
	}
	l.Paragraphs[2].Text = "Мотиви: няма нарушение."
	if name, open := l.Unfilled(); open {
		t.Errorf("still open: %q", name)
	}
	if f := (domain.Contact{Name: "Стоян Илиев Примеров"}).Family(); f != "Примеров" {
		t.Errorf("family name %q", f)
	}
}

func TestALetterIsShownWithWordsForWhatIsOpen(t *testing.T) {
	l := domain.Letter{
		Subject: "{Subject}", To: domain.Addressee{Name: "{SenderName}", Lines: []string{"ул. {Street}"}}, Notice: "{ }",
		Paragraphs: []domain.Paragraph{{Text: "Намерени са {SurplusItem} и {моят текст}.", Style: domain.Item}}, Enclosures: []string{"{Act}"},
	}
	before := l.Paragraphs[0].Text
	shown := l.Named(func(field string) string { return "<" + field + ">" })
	for got, want := range map[string]string{
		shown.Subject: "<Subject>", shown.To.Name: "<SenderName>", shown.To.Lines[0]: "ул. <Street>", shown.Notice: "{ }",
		shown.Paragraphs[0].Text: "Намерени са <SurplusItem> и <моят текст>.", shown.Enclosures[0]: "<Act>",
	} {
		if got != want {
			t.Errorf("shown %q, want %q", got, want)
		}
	}
	if shown.Paragraphs[0].Style != domain.Item || l.Paragraphs[0].Text != before || l.Enclosures[0] != "{Act}" {
		t.Error("naming what is open has changed the letter")
	}
	if name, open := shown.Unfilled(); open {
		t.Errorf("still open: %q", name)
	}
}
