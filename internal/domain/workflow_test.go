package domain_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
)

func TestTheWorkflowHasNoFaults(t *testing.T) {
	for _, f := range domain.Validate(domain.Workflow()) {
		t.Errorf("%+v", f)
	}
	rows := domain.Workflow()
	rows[0].Roles = nil
	if len(domain.Workflow()[0].Roles) == 0 {
		t.Error("the table can be changed from outside")
	}
}

func TestTheValidatorFindsABrokenTable(t *testing.T) {
	row := func(rules []domain.Rule, a domain.Action) *domain.Rule {
		return &rules[slices.IndexFunc(rules, func(r domain.Rule) bool { return r.Action == a })]
	}
	for want, spoil := range map[string]func([]domain.Rule) []domain.Rule{
		"stands twice":              func(r []domain.Rule) []domain.Rule { return append(r, r[3]) },
		"has no role":               func(r []domain.Rule) []domain.Rule { row(r, domain.DoNote).Roles = nil; return r },
		"has no event of its own":   func(r []domain.Rule) []domain.Rule { row(r, domain.DoNote).Event = domain.CaseClosed{}; return r },
		"names the unknown state x": func(r []domain.Rule) []domain.Rule { row(r, domain.DoClose).Next = "x"; return r },
		"cannot be reached":         func(r []domain.Rule) []domain.Rule { row(r, domain.DoArchive).Next = domain.Closed; return r },
		"has no way out": func(r []domain.Rule) []domain.Rule {
			return slices.DeleteFunc(r, func(x domain.Rule) bool { return x.Action == domain.DoClose })
		},
	} {
		faults := domain.Validate(spoil(domain.Workflow()))
		if !slices.ContainsFunc(faults, func(f domain.Fault) bool { return f.What == want }) {
			t.Errorf("%q was not found among %+v", want, faults)
		}
	}
}

func TestAComplaintAboutStaffFromTheDeskToItsFile(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.ComplaintStaff)
	in.Respondents = []domain.Respondent{{User: colleague}}
	s.registers(in)
	s.works(secretary)
	s.stands(domain.InWork)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	reply := text(1, domain.TRejected, "Не установихме нарушение.")
	s.drafts(executor, reply)
	s.stands(domain.ReplyDraft)
	s.submits(executor, reply.Letter)
	s.stands(domain.InEndorsement)
	s.endorses(head, reply.Letter)
	s.stands(domain.ForSignature)
	s.signs(mayor, reply.Letter)
	s.stands(domain.Signed)
	s.sends(reply.Letter)
	s.stands(domain.Dispatched)
	given(s, clerk, func(a domain.Acting) (domain.LetterServed, error) {
		return a.Serve(s.c, domain.LetterServed{Letter: reply.Letter, On: a.Today()})
	})
	s.closes(domain.CaseClosed{})
	s.stands(domain.Closed)
	archive := func(filing string) func(domain.Acting) (domain.CaseArchived, error) {
		return func(a domain.Acting) (domain.CaseArchived, error) {
			return a.Archive(s.c, domain.CaseArchived{Filing: filing})
		}
	}
	refused(s, clerk, domain.ArchiveEarly, "", archive("94-02"))
	s.now = at(t, "2026-12-23", 10)
	refused(s, clerk, domain.NoSuchFiling, "filing", archive("94-99"))
	given(s, clerk, archive("94-02"))
	s.stands(domain.Archived)
	e := s.c.Entry()
	if e.AnsweredOn != e.DecidedOn || e.ClosedOn.String() != "2026-11-23" || e.Outcome != domain.Rejected || len(e.Pending) != 0 {
		t.Errorf("register says %+v", e)
	}
}

func TestPraiseIsThankedForAndClosed(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Praise))
	s.issues(text(1, domain.TThanks, "Благодарим Ви."), clerk, head, secretary)
	s.stands(domain.Dispatched)
	s.closes(domain.CaseClosed{})
	if s.c.Outcome.Value != domain.Thanked {
		t.Errorf("outcome %q", s.c.Outcome.Value)
	}
}

func TestAQuestionCannotBeAnsweredBeforeItIsTakenUp(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Question))
	refused(s, clerk, domain.WrongState, "", func(a domain.Acting) (domain.LetterDrafted, error) {
		return a.Draft(s.c, text(1, domain.TAnswer, "Да."))
	})
}

func TestMeasuresKeepACaseOpenUntilTheyAreDone(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Upheld, Measures: []domain.Measure{{Text: "Нови лампи."}}})
	s.issues(text(1, domain.TUpheld, "Уважаваме сигнала."), executor, head, mayor)
	s.stands(domain.InExecution)
	closing := func(a domain.Acting) (domain.CaseClosed, error) { return a.Close(s.c, domain.CaseClosed{}) }
	refused(s, clerk, domain.MeasuresOpen, "", closing)
	execute := func(evidence string) func(domain.Acting) (domain.CaseExecuted, error) {
		return func(a domain.Acting) (domain.CaseExecuted, error) {
			return a.Execute(s.c, domain.CaseExecuted{On: a.Today(), Evidence: evidence})
		}
	}
	refused(s, executor, domain.NoRole, "", execute("Снимка"))
	refused(s, builder, domain.NoRole, "", execute("Снимка"))
	refused(s, head, domain.FieldMissing, "evidence", execute(""))
	given(s, head, execute("Снимка"))
	given(s, clerk, closing)
}

func TestClosingLateSaysWhyAndWhoAnswersForIt(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.ComplaintService))
	s.works(secretary)
	s.now = at(t, "2026-12-28", 10)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	if !s.c.ApologyDue(day(t, "2026-12-28")) || s.c.ApologyDue(day(t, "2026-12-23")) {
		t.Error("the apology is not proposed exactly when late")
	}
	closing := func(e domain.CaseClosed) func(domain.Acting) (domain.CaseClosed, error) {
		return func(a domain.Acting) (domain.CaseClosed, error) { return a.Close(s.c, e) }
	}
	refused(s, clerk, domain.ReplyMissing, "", closing(domain.CaseClosed{Note: "Казахме му."}))
	s.issues(text(1, domain.TRejected, "Не уважаваме."), executor, head, mayor)
	refused(s, clerk, domain.LatenessMissing, "lateReason", closing(domain.CaseClosed{}))
	refused(s, clerk, domain.LatenessMissing, "lateUnit", closing(domain.CaseClosed{LateReason: "Отпуск"}))
	given(s, clerk, closing(domain.CaseClosed{LateReason: "Отпуск", LateUnit: personnel}))
}

func TestWhatEndsWithoutADecisionIsClosedWhenItsSenderKnows(t *testing.T) {
	closing := func(s *story, note string) func(domain.Acting) (domain.CaseClosed, error) {
		return func(a domain.Acting) (domain.CaseClosed, error) { return a.Close(s.c, domain.CaseClosed{Note: note}) }
	}
	t.Run("anonymous: a file note", func(t *testing.T) {
		s := newStory(t, "2026-11-23")
		in := s.submission(domain.Signal)
		in.Sender = nobody
		s.registers(in)
		s.admits(secretary, domain.AdmissibilityDecided{Ground: domain.GroundAnonymous, Reason: "Няма подател.", Check: domain.Check{NoDanger: "Не."}})
		refused(s, clerk, domain.FileNoteMissing, "note", closing(s, ""))
		given(s, clerk, closing(s, "Няма адрес."))
	})
	t.Run("forwarded: to the body and to the sender", func(t *testing.T) {
		s := newStory(t, "2026-11-23")
		s.registers(s.submission(domain.Signal))
		s.admits(secretary, domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Reason: "Друг орган.", Body: "ВиК"})
		refused(s, clerk, domain.ReplyMissing, "", closing(s, ""))
		s.issues(text(1, domain.TForwardSender, "Препратихме го."), clerk, secretary, mayor)
		s.stands(domain.StateForwarded)
		refused(s, clerk, domain.FileNoteMissing, "note", closing(s, ""))
		s.issues(text(2, domain.TForwardBody, "Препращаме Ви."), clerk, secretary, mayor)
		given(s, clerk, closing(s, ""))
		if s.c.Entry().ForwardedOn.String() != "2026-11-23" {
			t.Error("the register does not know when it was forwarded")
		}
	})
	t.Run("duplicate: with the answer to the other one", func(t *testing.T) {
		s := newStory(t, "2026-11-23")
		s.registers(s.submission(domain.Signal))
		s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.GroundDuplicate, Reason: "Същото.", Into: openCase})
		refused(s, clerk, domain.NotDispatched, "", closing(s, ""))
		s.issues(text(1, domain.TReceipt, "Регистрирахме."), clerk, secretary, mayor)
		refused(s, clerk, domain.JoinedWaits, "", closing(s, ""))
		next := func() domain.Step { return s.as(clerk).NextStep(s.c) }
		if step := next(); step.Action != domain.DoClose || step.Held == nil || step.Held.Reason != domain.JoinedWaits {
			t.Errorf("before the answer comes %+v", step)
		}
		if step, waits := s.office.WaitsFor(clerk, s.c.Entry(), s.as(clerk).Today()); waits {
			t.Errorf("before the answer the morning has %+v", step)
		}
		if turn := s.office.Turn(s.as(clerk).Today())(new(s.c.Entry())); turn.Action != "" {
			t.Errorf("before the answer the register has %+v", turn)
		}
		s.answered = openCase
		refused(s, clerk, domain.NotDispatched, "", closing(s, ""))
		if step := next(); step.Action != domain.DoDraft || step.Held != nil || !slices.Equal(step.Who, []domain.UserID{clerk}) {
			t.Errorf("after the answer comes %+v", step)
		}
		if e := s.c.Entry(); !e.Untold(openCase) || !e.Names(openCase) || e.Untold(decidedCase) {
			t.Errorf("links %+v", e.Links)
		}
		s.issues(text(2, domain.TRejected, "Не уважаваме."), clerk, secretary, mayor)
		if step := next(); step.Action != domain.DoClose || step.Held != nil {
			t.Errorf("when everybody is told comes %+v", step)
		}
		if step, waits := s.office.WaitsFor(clerk, s.c.Entry(), s.as(clerk).Today()); !waits || step.Action != domain.DoClose {
			t.Errorf("when everybody is told the morning has %+v", step)
		}
		given(s, clerk, closing(s, ""))
	})
	t.Run("answered: with everybody who is joined", func(t *testing.T) {
		s := newStory(t, "2026-11-23")
		s.registers(s.submission(domain.Signal))
		s.works(secretary)
		s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
		s.issues(text(1, domain.TRejected, "Не уважаваме."), executor, head, mayor)
		untold := domain.Entry{
			State: domain.StateJoined, Ground: domain.GroundDuplicate, Links: []domain.Link{{Case: s.c.ID, How: domain.DuplicateOf}},
		}
		s.joined = []domain.Entry{untold}
		refused(s, clerk, domain.JoinedUntold, "", closing(s, ""))
		untold.AnsweredOn = day(t, "2026-11-23")
		s.joined[0] = untold
		given(s, clerk, closing(s, ""))
	})
	t.Run("withdrawn: with a note", func(t *testing.T) {
		s := newStory(t, "2026-11-23")
		s.registers(s.submission(domain.Signal))
		given(s, secretary, func(a domain.Acting) (domain.CaseWithdrawn, error) { return a.Withdraw(s.c, withdrawn) })
		s.stands(domain.StateWithdrawn)
		given(s, clerk, closing(s, "Оттегли го."))
	})
}

var withdrawn = domain.CaseWithdrawn{Reason: "Проблемът е решен.", Document: "вх. № 94-9/24.11.2026"}

func TestAWithdrawnCaseGoesOnWhenThePublicInterestWantsIt(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	withdraw := func(e domain.CaseWithdrawn) func(domain.Acting) (domain.CaseWithdrawn, error) {
		return func(a domain.Acting) (domain.CaseWithdrawn, error) { return a.Withdraw(s.c, e) }
	}
	goesOn := withdrawn
	goesOn.ExOfficio = true
	refused(s, secretary, domain.FieldMissing, "document", withdraw(domain.CaseWithdrawn{Reason: "!"}))
	refused(s, secretary, domain.ReasonMissing, "reason", withdraw(domain.CaseWithdrawn{Document: "94-9"}))
	due, _ := s.c.Due()
	given(s, secretary, withdraw(goesOn))
	refused(s, secretary, domain.NothingChanged, "", withdraw(goesOn))
	s.stands(domain.InWork)
	if now, _ := s.c.Due(); now != due || s.c.Outcome.Value != "" || !s.c.Entry().Flags.Has(domain.FlagGoesOn) {
		t.Errorf("due %s, outcome %q", now.Due, s.c.Outcome.Value)
	}
	s.waits(domain.DoDecide, executor)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	s.waits(domain.DoClose, clerk)
	s.closes(domain.CaseClosed{Note: "Подателят се е отказал от отговор."})
}

func TestWhatIsJoinedOnOneScreenStaysApartInTheRecord(t *testing.T) {
	assign := func(s *story, who domain.UserID, e domain.Assignment) ([]domain.Event, error) {
		return s.as(who).Assign(s.c, e)
	}
	resolution := domain.CaseResolved{Department: personnel, Lead: executor, Text: "за отговор"}
	admissible := domain.AdmissibilityDecided{Ground: domain.Admissible}
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	_, err := assign(s, clerk, domain.Assignment{Admission: admissible, Resolution: resolution})
	mustRefuse(t, err, domain.NoRole, "")
	_, err = assign(s, secretary, domain.Assignment{Resolution: resolution})
	mustRefuse(t, err, domain.WrongState, "")
	_, err = assign(s, secretary, domain.Assignment{
		Admission: domain.AdmissibilityDecided{Ground: domain.GroundObscene, Reason: "!"}, Resolution: resolution,
	})
	mustRefuse(t, err, domain.WrongState, "")
	_, err = assign(s, secretary, domain.Assignment{Admission: admissible, Resolution: resolution, Accepted: true})
	mustRefuse(t, err, domain.NoRole, "")
	own := resolution
	own.Lead = mayor
	all, err := assign(s, mayor, domain.Assignment{Admission: admissible, Resolution: own, Accepted: true})
	if err != nil || len(all) != 3 {
		t.Fatal(all, err)
	}
	for _, e := range all {
		s.happened(mayor, e)
	}
	s.stands(domain.InWork)
	if s.c.Admitted.Ground != domain.Admissible || s.c.Resolution.Lead != mayor {
		t.Errorf("the case is %+v", s.c.Resolution)
	}
}

func TestACaseReturnsForAnotherResolution(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.works(mayor)
	back := func(a domain.Acting) (domain.CaseReturned, error) { return a.GiveBack(s.c, "Не е наше.") }
	refused(s, builder, domain.NoRole, "", back)
	given(s, head, back)
	s.stands(domain.InResolution)
	resolve := func(e domain.CaseResolved) func(domain.Acting) (domain.CaseResolved, error) {
		return func(a domain.Acting) (domain.CaseResolved, error) { return a.Resolve(s.c, e) }
	}
	refused(s, secretary, domain.FieldMissing, "department", resolve(domain.CaseResolved{Lead: executor}))
	refused(s, secretary, domain.NoSuchUser, "lead", resolve(domain.CaseResolved{Department: construction, Lead: stranger}))
	refused(s, secretary, domain.InternalAfterDue, "due", resolve(domain.CaseResolved{Department: construction, Due: day(t, "2027-01-26")}))
	given(s, secretary, resolve(domain.CaseResolved{Department: construction, Due: day(t, "2027-01-15")})) // to the unit
	given(s, builder, func(a domain.Acting) (domain.CaseReassigned, error) {
		return a.Reassign(s.c, domain.CaseReassigned{Lead: colleague, Reason: "По район."})
	})
	given(s, colleague, func(a domain.Acting) (domain.CaseAccepted, error) { return a.Accept(s.c) })
	if e := s.c.Entry(); e.Lead != colleague || e.Department != construction {
		t.Errorf("register says %v in %v", e.Lead[0], e.Department[0])
	}
}

func TestAReopenedCaseKeepsItsFiguresAndGetsANewAnswer(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	s.issues(text(1, domain.TRejected, "Не уважаваме."), executor, head, mayor)
	s.closes(domain.CaseClosed{})
	before := s.c.Entry()

	s.now = at(t, "2027-03-15", 10)
	reopen := func(reason string) func(domain.Acting) (domain.CaseReopened, error) {
		return func(a domain.Acting) (domain.CaseReopened, error) {
			return a.Reopen(s.c, domain.CaseReopened{Reason: reason, Ground: domain.OnNewFacts, Due: day(t, "2027-04-12")})
		}
	}
	again := func(e domain.CaseReopened) func(domain.Acting) (domain.CaseReopened, error) {
		e.Reason = "Решение на съда"
		return func(a domain.Acting) (domain.CaseReopened, error) { return a.Reopen(s.c, e) }
	}
	refused(s, secretary, domain.FieldMissing, "ground", again(domain.CaseReopened{Due: day(t, "2027-04-12")}))
	refused(s, secretary, domain.FieldMissing, "due", again(domain.CaseReopened{Ground: domain.OnCourt}))
	refused(s, secretary, domain.DayPassed, "due", again(domain.CaseReopened{Ground: domain.OnCourt, Due: day(t, "2027-03-12")}))
	refused(s, secretary, domain.ReasonMissing, "reason", reopen(""))
	refused(s, clerk, domain.NoRole, "", reopen("Нови факти"))
	due, _ := s.c.Due()
	given(s, secretary, reopen("Нови факти"))
	if now, _ := s.c.Due(); now != due || s.c.Resolution.Due != day(t, "2027-04-12") {
		t.Errorf("due %s, internal %s", now.Due, s.c.Resolution.Due)
	}
	s.hasTasks("reopened", "internal 2027-04-12")
	s.hasTasksAfter(domain.CaseResolved{Department: personnel, Lead: executor, As: domain.Secretary}, "internal 2027-04-12")
	given(s, secretary, func(a domain.Acting) (domain.CaseResolved, error) { // a new internal term
		return a.Resolve(s.c, domain.CaseResolved{Department: personnel, Lead: executor, Due: day(t, "2027-04-15")})
	})
	s.hasTasks("resolved anew", "internal 2027-04-15")
	given(s, executor, func(a domain.Acting) (domain.CaseAccepted, error) { return a.Accept(s.c) })
	s.decides(executor, domain.CaseDecided{Outcome: domain.Upheld})
	s.issues(text(2, domain.TUpheld, "Уважаваме."), executor, head, mayor)
	s.hasTasks("answered anew", "")
	s.closes(domain.CaseClosed{})
	after := s.c.Entry()
	if after.ClosedOn != before.ClosedOn || after.AnsweredOn != before.AnsweredOn || after.DecidedOn != before.DecidedOn {
		t.Errorf("figures moved: %s %s %s", after.ClosedOn, after.AnsweredOn, after.DecidedOn)
	}
	if after.Outcome != domain.Upheld {
		t.Errorf("outcome %q", after.Outcome)
	}
}

func TestAWrongRegistrationIsAnnulledAndStaysListed(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	annul := func(reason string) func(domain.Acting) (domain.CaseAnnulled, error) {
		return func(a domain.Acting) (domain.CaseAnnulled, error) { return a.Annul(s.c, reason) }
	}
	refused(s, clerk, domain.NoRole, "", annul("Двойно"))
	refused(s, secretary, domain.ReasonMissing, "reason", annul(""))
	given(s, secretary, annul("Двойно"))
	refused(s, secretary, domain.AlreadyAnnulled, "", annul("Двойно"))
	if e := s.c.Entry(); e.Number.Short() != "94-1" || e.State != domain.StateAnnulled || e.State.Open() {
		t.Errorf("register says %+v", e)
	}
}

func TestErasingLeavesFiguresAndNoWords(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Question))
	possible := func() error {
		return s.office.Possible(domain.Situation{Case: s.c, By: admin}, domain.DoErase, s.as(admin).Today())
	}
	s.works(secretary)
	mustRefuse(t, possible(), domain.WrongState, "")
	s.issues(text(1, domain.TAnswer, "Да."), executor, head, mayor)
	s.closes(domain.CaseClosed{})
	mustRefuse(t, possible(), domain.WrongState, "")
	s.archives("2027-01-11")
	before := s.c.Entry()
	s.now = at(t, "2032-01-12", 10)
	s.agrees()
	s.erases()
	s.stands(domain.Erased)
	got := s.c.Entry()
	if got.Subject+got.Sender+got.Settlement != "" || len(s.c.Letters) > 0 || s.c.Intake.Text != "" {
		t.Errorf("words remain: %+v", got)
	}
	if got.Number != before.Number || got.AnsweredOn != before.AnsweredOn || got.ClosedOn != before.ClosedOn || got.Outcome != domain.Answered {
		t.Errorf("figures are lost: %+v", got)
	}
	if len(s.c.Residue.Issued) != 1 || s.c.Remains().Number != before.Number {
		t.Errorf("residue %+v", s.c.Residue)
	}
	refused(s, clerk, domain.CaseIsErased, "", func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.PlainNote, Text: "?"})
	})
	s.happened(secretary, domain.CaseReopened{Reason: "от друг компютър"})
	s.stands(domain.Erased)
}

func TestACaseThatANewerProgramWroteToIsReadOnly(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.c.Flags |= domain.FlagNewer
	refused(s, clerk, domain.CaseReadOnly, "", admit(s, domain.AdmissibilityDecided{Ground: domain.Admissible}))
}

func TestNotesMarkACaseAndStopNothing(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	due, _ := s.c.Due()
	note := func(who domain.UserID, k domain.NoteKind, text string) {
		given(s, who, func(a domain.Acting) (domain.CaseNoted, error) {
			return a.Note(s.c, domain.CaseNoted{Note: k, Text: text})
		})
	}
	note(clerk, domain.AskedCitizen, "Липсва адрес.")
	if now, _ := s.c.Due(); !s.c.Entry().Flags.Has(domain.FlagWaiting) || now != due {
		t.Errorf("waiting %b, due %s", s.c.Flags, now.Due)
	}
	given(s, clerk, func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.AskedCitizen, Text: "Липсва адрес.", Due: day(t, "2026-12-07")})
	})
	if asked, waits := s.c.Waiting(); !waits || asked.Due != day(t, "2026-12-07") || s.c.Entry().WaitsUntil != asked.Due {
		t.Errorf("waits until %s", s.c.Entry().WaitsUntil)
	}
	refused(s, clerk, domain.DayPassed, "due", func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.AskedCitizen, Text: "Липсва адрес.", Due: day(t, "2026-11-20")})
	})
	note(clerk, domain.CitizenCame, "")
	if _, waits := s.c.Waiting(); waits {
		t.Error("he came, and is waited for")
	}
	if s.c.Entry().Flags.Has(domain.FlagWaiting) || len(s.c.Notes) != 3 || s.c.Notes[0].By != clerk {
		t.Errorf("notes %+v", s.c.Notes)
	}
	refused(s, clerk, domain.FieldMissing, "text", func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.PlainNote})
	})
	refused(s, auditor, domain.NoRole, "", func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.PlainNote, Text: "!"})
	})
	given(s, clerk, func(a domain.Acting) (domain.DocumentAdded, error) {
		return a.Attach(s.c, domain.DocumentAdded{Name: "снимка.jpg"})
	})
	if len(s.c.Documents) != 1 {
		t.Error("the document is not there")
	}
}
