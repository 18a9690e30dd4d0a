package domain_test

import (
	"errors"
	"slices"
	"testing"

	"harta/internal/domain"
)

// decreed folds an event of the office itself, which its author must be allowed to record.
func (s *story) decreed(by domain.UserID, e domain.Event) {
	s.Helper()
	f := domain.Fact{Event: e, Record: s.record(), By: by, At: s.now}
	if v := domain.Judge(domain.History{Office: &s.office}, domain.Case{}, f); v != domain.Effective {
		s.Fatalf("%T of %v was judged %d", e, by[0], v)
	}
	s.office = s.office.Apply(f)
}

// archives puts the case in its file on a day.
func (s *story) archives(on string) {
	s.Helper()
	s.now = at(s.T, on, 10)
	given(s, clerk, func(a domain.Acting) (domain.CaseArchived, error) {
		return a.Archive(s.c, domain.CaseArchived{Filing: "94-02", Volume: "1"})
	})
}

var list = domain.ErasureID{1}

func (s *story) propose(annulledAs string) func(domain.Acting) (domain.ErasureProposed, error) {
	return func(a domain.Acting) (domain.ErasureProposed, error) {
		return a.ProposeErasure(domain.ErasureProposed{Erasure: list, Protocol: "12", Of: a.Today()}, []domain.Case{s.c}, annulledAs)
	}
}

func (s *story) confirm() func(domain.Acting) (domain.ErasureConfirmed, error) {
	return func(a domain.Acting) (domain.ErasureConfirmed, error) {
		return a.ConfirmErasure(list, []domain.Case{s.c})
	}
}

func (s *story) execute() func(domain.Acting) (domain.ErasureExecuted, error) {
	return func(a domain.Acting) (domain.ErasureExecuted, error) {
		e, _, err := a.ExecuteErasure(list, []domain.Case{s.c})
		return e, err
	}
}

// agrees puts the case on a list that two people stand for.
func (s *story) agrees() {
	s.Helper()
	proposed, err := s.propose("94-02")(s.as(clerk))
	if err != nil {
		s.Fatal(err)
	}
	s.decreed(clerk, proposed)
	confirmed, err := s.confirm()(s.as(secretary))
	if err != nil {
		s.Fatal(err)
	}
	s.decreed(secretary, confirmed)
}

// erases carries out the list.
func (s *story) erases() {
	s.Helper()
	e, gone, err := s.as(admin).ExecuteErasure(list, []domain.Case{s.c})
	if err != nil {
		s.Fatal(err)
	}
	s.decreed(admin, e)
	for _, x := range gone {
		s.happened(admin, x)
	}
}

// archived is a praise that was answered in 2026 and put in a file of five years.
func archived(t *testing.T) *story {
	t.Helper()
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Praise))
	s.issues(text(1, domain.TThanks, "Благодарим Ви."), clerk, head, secretary)
	s.closes(domain.CaseClosed{})
	s.archives("2027-01-11")
	return s
}

func TestACaseIsKeptForItsYearsFromTheEndOfThatOfItsClosing(t *testing.T) {
	s := newStory(t, "2026-11-23", domain.FilingSet{Code: "94-01", Permanent: true})
	for name, c := range map[string]struct {
		code, ended, until string
		on                 string
		over, known        bool
	}{
		"on its last day":       {"94-02", "2026-11-23", "2031-12-31", "2031-12-31", false, true},
		"the day after":         {"94-02", "2026-11-23", "2031-12-31", "2032-01-01", true, true},
		"closed on New Year":    {"94-02", "2027-01-01", "2032-12-31", "2032-12-31", false, true},
		"for ever":              {"94-01", "2026-11-23", "", "2099-01-01", false, true},
		"a file that is not":    {"94-09", "2026-11-23", "", "2099-01-01", false, false},
		"also when it is ended": {"94-03", "2026-11-23", "2029-12-31", "2030-01-01", true, true},
	} {
		t.Run(name, func(t *testing.T) {
			office := fold(s.office, domain.FilingSet{Code: "94-03", Years: 3, Closed: true})
			r, ok := office.Retention(c.code, day(t, c.ended))
			if ok != c.known || r.Over(day(t, c.on)) != c.over || c.until != "" && r.Until != day(t, c.until) || c.until == "" && !r.Until.IsZero() {
				t.Errorf("%+v, %t", r, ok)
			}
		})
	}
}

func TestTwoPeopleStandForADestruction(t *testing.T) {
	s := archived(t)
	erase := func() *domain.Refusal {
		return s.office.Possible(domain.Situation{Case: s.c, By: admin}, domain.DoErase, s.as(admin).Today())
	}
	mustRefuse(t, erase(), domain.StillKept, "")
	refused(s, clerk, domain.StillKept, "", s.propose(""))
	s.now = at(t, "2032-01-12", 10)
	mustRefuse(t, erase(), domain.NotProposed, "")
	for who, why := range map[domain.UserID]domain.Reason{secretary: domain.NoRole, mayor: domain.NoRole, executor: domain.NoRole} {
		refused(s, who, why, "", s.propose(""))
	}
	refused(s, clerk, domain.FieldMissing, "protocol", func(a domain.Acting) (domain.ErasureProposed, error) {
		return a.ProposeErasure(domain.ErasureProposed{Of: a.Today()}, []domain.Case{s.c}, "")
	})
	refused(s, clerk, domain.ProtocolEarly, "on", func(a domain.Acting) (domain.ErasureProposed, error) {
		return a.ProposeErasure(domain.ErasureProposed{Protocol: "12", Of: day(t, "2031-12-31")}, []domain.Case{s.c}, "")
	})
	refused(s, clerk, domain.NothingToErase, "", func(a domain.Acting) (domain.ErasureProposed, error) {
		return a.ProposeErasure(domain.ErasureProposed{Protocol: "12", Of: a.Today()}, nil, "")
	})
	e, err := s.propose("")(s.as(clerk))
	if err != nil {
		t.Fatal(err)
	}
	if l := e.Cases[0]; l.Filing != "94-02" || l.Years != 5 || l.Until != day(t, "2031-12-31") || l.Volume != "1" || l.Number != s.c.Number {
		t.Errorf("the list says %+v", l)
	}
	s.decreed(clerk, e)
	mustRefuse(t, erase(), domain.NotConfirmed, "")
	refused(s, admin, domain.ProposedAlready, "", s.propose(""))
	refused(s, admin, domain.NotConfirmed, "", s.execute())
	refused(s, clerk, domain.NoRole, "", s.confirm())
	refused(s, admin, domain.NoRole, "", s.confirm())
	confirmed, err := s.confirm()(s.as(mayor))
	if err != nil {
		t.Fatal(err)
	}
	s.decreed(mayor, confirmed)
	refused(s, secretary, domain.ConfirmedAlready, "", s.confirm())
	refused(s, clerk, domain.NoRole, "", s.execute())
	if no := erase(); no != nil {
		t.Error(no)
	}
	s.erases()
	s.stands(domain.Erased)
	x, _ := s.office.Erasure(list)
	if x.Stage() != domain.ErasureDone || x.By != clerk || x.ConfirmedBy != mayor || x.ExecutedBy != admin || s.c.EraseAct != "12/12.01.2032" {
		t.Errorf("%+v, %q", x, s.c.EraseAct)
	}
	refused(s, admin, domain.ErasureOver, "", s.execute())
}

func TestNobodyConfirmsWhatHeProposed(t *testing.T) {
	s := archived(t)
	s.decreed(admin, domain.RoleGranted{User: clerk, Role: domain.Secretary, From: day(t, "2026-01-01")})
	s.now = at(t, "2032-01-12", 10)
	e, err := s.propose("")(s.as(clerk))
	if err != nil {
		t.Fatal(err)
	}
	s.decreed(clerk, e)
	refused(s, clerk, domain.OwnProposal, "", s.confirm())
	f := domain.Fact{Event: domain.ErasureConfirmed{Erasure: list}, By: clerk, At: s.now}
	if v := domain.Judge(domain.History{Office: &s.office}, domain.Case{}, f); v != domain.WithoutAuthority {
		t.Errorf("recorded all the same it is judged %d", v)
	}
}

func TestWhatWasChangedSinceItWasProposedIsLeftOut(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*story)
		why    domain.Reason
	}{
		"somebody noted something": {func(s *story) {
			s.happened(clerk, domain.CaseNoted{Note: domain.PlainNote, Text: "Търсиха я."})
		}, domain.ChangedSince},
		"it was taken up again": {func(s *story) {
			s.happened(secretary, domain.CaseReopened{Reason: "Съдът върна преписката."})
		}, domain.NotArchived},
		"the term was made longer": {func(s *story) {
			s.decreed(secretary, domain.FilingSet{Code: "94-02", Years: 10})
		}, domain.StillKept},
		"it is kept for ever now": {func(s *story) {
			s.decreed(secretary, domain.FilingSet{Code: "94-02", Permanent: true})
		}, domain.KeptForever},
	} {
		t.Run(name, func(t *testing.T) {
			s := archived(t)
			s.now = at(t, "2032-01-12", 10)
			s.agrees()
			x, line, _ := s.office.ErasureOf(s.c.ID)
			if no := s.office.Standing(line, s.c, day(t, "2032-01-12")); no != nil {
				t.Fatal(no)
			}
			c.change(s)
			mustRefuse(t, s.office.Standing(line, s.c, day(t, "2032-01-12")), c.why, "")
			refused(s, admin, domain.NothingToErase, "", s.execute())
			other := newStory(t, "2026-11-23")
			other.registers(other.submission(domain.Praise))
			e, gone, err := s.as(admin).ExecuteErasure(x.Erasure, []domain.Case{s.c, s.c})
			if err == nil || len(gone) != 0 || len(e.Left) != 0 {
				t.Errorf("%+v %v", e, err)
			}
		})
	}
}

func TestAListIsTakenBackWhileNothingIsGone(t *testing.T) {
	s := archived(t)
	s.now = at(t, "2032-01-12", 10)
	s.agrees()
	withdraw := func(why string) func(domain.Acting) (domain.ErasureWithdrawn, error) {
		return func(a domain.Acting) (domain.ErasureWithdrawn, error) { return a.WithdrawErasure(list, why) }
	}
	refused(s, executor, domain.NoRole, "", withdraw("Рано е."))
	refused(s, secretary, domain.ReasonMissing, "reason", withdraw(" "))
	e, err := withdraw("Рано е.")(s.as(secretary))
	if err != nil {
		t.Fatal(err)
	}
	s.decreed(secretary, e)
	refused(s, admin, domain.ErasureOver, "", s.execute())
	refused(s, secretary, domain.ErasureOver, "", withdraw("Пак."))
	if _, _, taken := s.office.ErasureOf(s.c.ID); taken {
		t.Error("its case is still taken")
	}
	if _, err := s.propose("")(s.as(admin)); err != nil {
		t.Errorf("it cannot be proposed again: %v", err)
	}
}

func TestAnAnnulledRegistrationIsKeptAsTheFileThatIsNamedForIt(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	given(s, secretary, func(a domain.Acting) (domain.CaseAnnulled, error) { return a.Annul(s.c, "Двойно") })
	refused(s, clerk, domain.StillKept, "", s.propose("94-02"))
	s.now = at(t, "2032-01-12", 10)
	refused(s, clerk, domain.AnnulledUnfiled, "filing", s.propose(""))
	refused(s, clerk, domain.NoSuchFiling, "filing", s.propose("94-2"))
	s.agrees()
	s.erases()
	s.stands(domain.Erased)
	if s.c.Entry().State != domain.StateAnnulled {
		t.Errorf("the register says %s", s.c.Entry().State)
	}
}

func TestWhomACaseIsAgainstStandsForNoListWithIt(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.ComplaintStaff)
	in.Respondents = []domain.Respondent{{User: secretary}}
	s.registers(in)
	given(s, mayor, func(a domain.Acting) (domain.CaseAnnulled, error) { return a.Annul(s.c, "Двойно") })
	s.now = at(t, "2032-01-12", 10)
	e, err := s.propose("94-02")(s.as(clerk))
	if err != nil {
		t.Fatal(err)
	}
	s.decreed(clerk, e)
	refused(s, secretary, domain.HiddenOnList, "", s.confirm())
	if _, err := s.confirm()(s.as(mayor)); err != nil {
		t.Error(err)
	}
}

func TestOldErasuresKeepTheirEffect(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Praise))
	s.issues(text(1, domain.TThanks, "Благодарим Ви."), clerk, head, secretary)
	s.closes(domain.CaseClosed{})
	s.happened(admin, domain.CaseErased{Case: s.c.ID, Residue: s.c.Remains(), Act: "Протокол 1"})
	s.stands(domain.Erased)
}

func TestATypedCodeIsRefusedWithThoseNearestToIt(t *testing.T) {
	s := newStory(t, "2026-11-23", domain.FilingSet{Code: "94-03", Closed: true}, domain.FilingSet{Code: "94-12"})
	s.registers(s.submission(domain.Praise))
	s.issues(text(1, domain.TThanks, "Благодарим Ви."), clerk, head, secretary)
	s.closes(domain.CaseClosed{})
	s.now = at(t, "2027-01-11", 10)
	archive := func(a domain.Acting) (domain.CaseArchived, error) {
		return a.Archive(s.c, domain.CaseArchived{Filing: "94-3"})
	}
	refused(s, clerk, domain.NoSuchFiling, "filing", archive)
	_, err := archive(s.as(clerk))
	no, ok := errors.AsType[*domain.Refusal](err)
	if !ok {
		t.Fatal(err)
	}
	if i := slices.IndexFunc(no.Args, func(a domain.Arg) bool { return a.Name == "near" }); i < 0 || no.Args[i].Value != "94-02, 94-12, едно" {
		t.Errorf("near are %v", no.Args)
	}
	s.office.Filing = nil
	refused(s, clerk, domain.NoFilings, "filing", archive)
}

// TestWhoStandsForAList goes through every role and every step of a list.
func TestWhoStandsForAList(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.decreed(colleagueAdmin(s), domain.ErasureProposed{Erasure: list})
	roles := map[domain.Role]domain.UserID{
		domain.Clerk: clerk, domain.Executor: executor, domain.Head: head, domain.Secretary: secretary, domain.DeputyMayor: deputy,
		domain.Mayor: mayor, domain.Admin: admin, domain.Auditor: auditor,
	}
	for name, c := range map[string]struct {
		e   domain.Event
		may []domain.Role
	}{
		"proposes":    {domain.ErasureProposed{}, []domain.Role{domain.Clerk, domain.Admin}},
		"confirms":    {domain.ErasureConfirmed{Erasure: list}, []domain.Role{domain.Secretary, domain.Mayor}},
		"takes back":  {domain.ErasureWithdrawn{Erasure: list}, []domain.Role{domain.Clerk, domain.Admin, domain.Secretary, domain.Mayor}},
		"carries out": {domain.ErasureExecuted{Erasure: list}, []domain.Role{domain.Admin}},
	} {
		for role, who := range roles {
			no := s.office.AuthorityOver(c.e, who, day(t, "2026-11-23"))
			if (no == nil) != slices.Contains(c.may, role) {
				t.Errorf("%s: %s is told %v", name, role, no)
			}
		}
	}
}

// colleagueAdmin gives a second administrator.
func colleagueAdmin(s *story) domain.UserID {
	s.decreed(admin, domain.RoleGranted{User: colleague, Role: domain.Admin, From: day(s.T, "2026-01-01")})
	return colleague
}
