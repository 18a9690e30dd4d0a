package present_test

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

func TestNewCaseIsReceivedNowAtTheDesk(t *testing.T) {
	p := newIntakePage(t, newIntakeDesk(), present.Route{})
	if got := p.Day(present.IntakeDate); got != dayOf("2026-11-23") {
		t.Errorf("received on %v", got)
	}
	if got := p.Text(present.IntakeTime); got != "10:42" {
		t.Errorf("received at %s", got)
	}
	if words, warn := p.DayHint(); words != "понеделник, работен ден" || warn {
		t.Errorf("the day says %q, warning %v", words, warn)
	}
	p.date(present.IntakeDate, dayOf("2026-11-22"))
	if words, warn := p.DayHint(); words != "неделя, почивен ден" || !warn {
		t.Errorf("a Sunday says %q, warning %v", words, warn)
	}
	p.date(present.IntakeDate, dayOf("2026-11-24"))
	if words, warn := p.DayHint(); !strings.HasPrefix(words, "в бъдещето") || !warn {
		t.Errorf("tomorrow says %q, warning %v", words, warn)
	}
}

func TestTermFollowsTheKind(t *testing.T) {
	for name, c := range map[string]struct {
		kind domain.Kind
		due  string
		law  bool
	}{
		"a complaint has the month of the charter, and the law beside it": {domain.ComplaintStaff, "23.12.2026", true},
		"a report has the two months of the law":                          {domain.Signal, "25.01.2027", false},
		"a question has seven working days":                               {domain.Question, "02.12.2026", false},
		"praise whose sender cannot be reached has none":                  {domain.Praise, "", false},
		"a whistleblower's envelope has none":                             {domain.Whistleblower, "", false},
		"which of the complaints it is must be said first":                {"complaint", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			p := newIntakePage(t, newIntakeDesk(), present.Route{})
			p.Choose(present.IntakeKind, string(c.kind))
			term := p.Term()
			if term.Due != c.due || (term.Law != "") != c.law {
				t.Errorf("term %q, law %q; want %q, %v", term.Due, term.Law, c.due, c.law)
			}
			if (term.None == "") != (c.due != "") {
				t.Errorf("without a term it says %q", term.None)
			}
			if c.due != "" && (len(term.Steps) < 3 || term.Left == "") {
				t.Errorf("steps %q, left %q", term.Steps, term.Left)
			}
		})
	}
}

func TestTheTermOfAComplaintAsksWhichOfThemItIs(t *testing.T) {
	p := newIntakePage(t, newIntakeDesk(), present.Route{})
	if none := p.Term().None; !strings.Contains(none, "Изберете вида") {
		t.Errorf("without a kind it says %q", none)
	}
	p.ChooseBig(0)
	if none := p.Term().None; !strings.Contains(none, "срещу служител") {
		t.Errorf("of a complaint it says %q", none)
	}
}

func TestFieldsFollowTheKindAndTheSender(t *testing.T) {
	for name, c := range map[string]struct {
		do     func(*intakePage)
		shown  []string
		hidden []string
	}{
		"nothing is chosen": {
			func(*intakePage) {},
			[]string{present.IntakeSender, present.IntakeSubject},
			[]string{present.IntakeRespondents, present.IntakeViolation, present.IntakeSettlement, present.IntakeLate, present.IntakeDangerWhy},
		},
		"a complaint names somebody, and may be too old": {
			func(p *intakePage) { p.ChooseBig(0) },
			[]string{present.IntakeRespondents, present.IntakeViolation},
			nil,
		},
		"a proposal does neither": {
			func(p *intakePage) { p.ChooseBig(2) },
			nil,
			[]string{present.IntakeRespondents, present.IntakeViolation},
		},
		"a new person is asked for an address": {
			func(p *intakePage) { p.Type(present.IntakeSender, "Нов Човек") },
			[]string{present.IntakeSettlement, present.IntakePhone, present.IntakeSenderType},
			[]string{present.IntakeRepresents},
		},
		"an organisation has somebody who acts for it": {
			func(p *intakePage) {
				p.Type(present.IntakeSender, "Читалище")
				p.Choose(present.IntakeSenderType, string(domain.Organisation))
			},
			[]string{present.IntakeRepresents},
			nil,
		},
		"a known person is not": {
			func(p *intakePage) { p.Type(present.IntakeSender, "ив"); p.Pick(0) },
			[]string{present.IntakeAddress},
			[]string{present.IntakeSettlement, present.IntakePhone},
		},
		"unless the details are wanted": {
			func(p *intakePage) { p.Type(present.IntakeSender, "ив"); p.Pick(0); p.ShowDetails() },
			[]string{present.IntakeSettlement, present.IntakePhone},
			nil,
		},
		"nobody has no address": {
			func(p *intakePage) { p.Type(present.IntakeSender, "Нов"); p.Anonym() },
			[]string{present.IntakeSender, present.IntakePhone, present.IntakeEmail},
			[]string{present.IntakeSettlement, present.IntakeSenderType, present.IntakeAddress, present.IntakeKeepIdentity},
		},
		"a danger is described": {
			func(p *intakePage) { p.tick(present.IntakeDanger, true) },
			[]string{present.IntakeDangerKind, present.IntakeDangerWhy, present.IntakeDangerTold, present.IntakeDangerPlace, present.IntakeDangerAt},
			nil,
		},
		"a sealed envelope stays closed": {
			func(p *intakePage) { p.Choose(present.IntakeKind, string(domain.Whistleblower)) },
			[]string{present.IntakeChannel, present.IntakeDate, present.IntakeSheets},
			[]string{present.IntakeSender, present.IntakeSubject, present.IntakeText, present.IntakeRespondents, present.IntakeRef},
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := newIntakePage(t, newIntakeDesk(), present.Route{})
			c.do(p)
			for _, key := range c.shown {
				if p.Field(key).Hidden {
					t.Errorf("%s is hidden", key)
				}
			}
			for _, key := range c.hidden {
				if !p.Field(key).Hidden {
					t.Errorf("%s is shown", key)
				}
			}
		})
	}
}

func TestTopicProposesItsDepartmentUntilOneIsChosenByHand(t *testing.T) {
	p := newIntakePage(t, newIntakeDesk(), present.Route{})
	p.Choose(present.IntakeTopic, domain.ID(lamps).String())
	if got := p.Text(present.IntakeDepartment); got != domain.ID(roads).String() || p.UnitHint() == "" {
		t.Errorf("the topic proposes %q because %q", got, p.UnitHint())
	}
	p.Choose(present.IntakeDepartment, domain.ID(taxOffice).String())
	p.Choose(present.IntakeTopic, "")
	p.Choose(present.IntakeTopic, domain.ID(lamps).String())
	if got := p.Text(present.IntakeDepartment); got != domain.ID(taxOffice).String() || p.UnitHint() != "" {
		t.Errorf("what was chosen by hand became %q", got)
	}
}

func TestSenderIsFoundAfterTwoLetters(t *testing.T) {
	d := newIntakeDesk()
	d.entries = []domain.Entry{
		{Case: domain.CaseID{1}, Person: nachev, Subject: "Дупка", Outcome: domain.Upheld},
		{Case: domain.CaseID{2}, Person: nachev, Subject: "Такса", State: domain.InWork},
		{Case: domain.CaseID{3}, Subject: "Чужда"},
	}
	p := newIntakePage(t, d, present.Route{})
	p.Type(present.IntakeSender, "И")
	if len(p.Found()) != 0 {
		t.Error("one letter finds people")
	}
	p.Type(present.IntakeSender, "Ив")
	if found := p.Found(); len(found) != 1 || found[0].Cases != 2 || found[0].About != "ул. „Хан Крум“ 12, гр. Примерно" {
		t.Fatalf("found %+v", found)
	}
	p.Pick(0)
	if p.Text(present.IntakeSender) != "Ивайло Петров Начев" || p.Text(present.IntakeAddress) != string(domain.ToMr) || !p.Known() {
		t.Errorf("the sender became %q", p.Text(present.IntakeSender))
	}
	rows, all := p.Older()
	if all != 2 || rows[0].Subject != "Такса" || rows[1].State != "уважена" {
		t.Errorf("older: %+v of %d", rows, all)
	}
	p.Type(present.IntakeSender, "Ивайло Петров Ничев")
	if _, all := p.Older(); p.Known() || all != 0 {
		t.Error("another name is still the same person")
	}
}

func TestLateAnswerAboutPeopleIsThrownAway(t *testing.T) {
	p := newIntakePage(t, newIntakeDesk(), present.Route{})
	p.held = true
	p.Type(present.IntakeSender, "ив")
	p.Type(present.IntakeSender, "щ")
	p.release()
	if len(p.Found()) != 0 {
		t.Errorf("found %+v for letters that are gone", p.Found())
	}
}

func TestSimilarCasesAreShownWithTheirScore(t *testing.T) {
	number := func(serial int) domain.Number {
		return domain.Number{Text: "94-" + strconv.Itoa(serial), Serial: serial, Date: dayOf("2026-10-01")}
	}
	d := newIntakeDesk()
	d.entries = []domain.Entry{
		{Case: domain.CaseID{1}, Number: number(1), Person: nachev, Subject: "Отказано приемане на декларация, гише 3", ReceivedOn: dayOf("2026-10-01"), Outcome: domain.Rejected},
		{Case: domain.CaseID{2}, Number: number(2), Subject: "Отказ за прием на декларация на гише 3", ReceivedOn: dayOf("2026-10-02")},
		{Case: domain.CaseID{3}, Number: number(3), Subject: "Дупка на улицата", ReceivedOn: dayOf("2026-10-02")},
		{Case: domain.CaseID{4}, Number: number(4), Subject: "Отказан прием на декларация на гише 3", ReceivedOn: dayOf("2024-10-02")},
		{Case: domain.CaseID{5}, Number: number(5), Subject: "Отказан прием на декларация на гише 3", ReceivedOn: dayOf("2026-10-02"), State: domain.StateAnnulled},
	}
	p := newIntakePage(t, d, present.Route{})
	p.Choose(present.IntakeKind, string(domain.ComplaintStaff))
	p.Type(present.IntakeSender, "ив")
	p.Pick(0)
	p.Type(present.IntakeSubject, "Отказан прием на декларация на гише 3")
	p.pass()
	got := p.Alike()
	if len(got) != 2 || got[0].Case != (domain.CaseID{1}) || !got[0].Same || !got[0].Decided || got[1].Score < 60 || got[1].Score > 100 {
		t.Fatalf("alike %+v", got)
	}
	if !slices.ContainsFunc(p.Hints(), func(h present.IntakeHint) bool {
		return h.Sign == present.WarnSign && strings.Contains(h.Words, "повторна")
	}) {
		t.Errorf("nothing warns of a repetition: %+v", p.Hints())
	}
	p.Link(domain.CaseID{1})
	p.Link(domain.CaseID{2})
	p.Other(domain.CaseID{2})
	if got := p.Alike(); len(got) != 1 || !got[0].Linked {
		t.Errorf("after the choice alike is %+v", got)
	}
	p.Type(present.IntakeText, "още")
	p.pass()
	if got := p.Alike(); len(got) != 1 {
		t.Errorf("what is another one came back: %+v", got)
	}
	p.Save(present.SaveAndOpen)
	if len(d.intakes) != 1 {
		t.Fatalf("not registered: %+v", p.Wrongs())
	}
	if want := []domain.Link{{Case: domain.CaseID{1}, How: domain.RepeatOf}}; !slices.Equal(d.intakes[0].Links, want) {
		t.Errorf("links %+v", d.intakes[0].Links)
	}
}

func TestRulesAreSaidWhileOneTypes(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*intakePage)
		sign present.Sign
		says string
	}{
		"anonymous": {func(p *intakePage) { p.ChooseBig(1); p.Anonym() }, present.WarnSign, "не се образува"},
		"anonymous with danger": {func(p *intakePage) {
			p.ChooseBig(1)
			p.Anonym()
			p.tick(present.IntakeDanger, true)
			p.Choose(present.IntakeDangerKind, "water")
		}, present.WarnSign, "служебно"},
		"anonymous praise": {func(p *intakePage) { p.ChooseBig(4); p.Anonym() }, present.InfoSign, "няма на кого"},
		"no sender":        {func(p *intakePage) { p.ChooseBig(1) }, present.InfoSign, "Анонимна ли е"},
		"named":            {func(p *intakePage) { p.complaint() }, present.GoodSign, "не е анонимна"},
		"unreachable":      {func(p *intakePage) { p.ChooseBig(1); p.Type(present.IntakeSender, "Ан Ан") }, present.WarnSign, "няма къде"},
		"phone alone": {func(p *intakePage) {
			p.ChooseBig(1)
			p.Type(present.IntakeSender, "Ан Ан")
			p.Type(present.IntakePhone, "1")
		}, present.InfoSign, "само телефон"},
		"more than two years":  {func(p *intakePage) { p.ChooseBig(1); p.date(present.IntakeViolation, dayOf("2024-11-22")) }, present.WarnSign, "повече от две години"},
		"two years to the day": {func(p *intakePage) { p.ChooseBig(1); p.date(present.IntakeViolation, dayOf("2024-11-23")) }, present.GoodSign, "няма две години"},
		"somebody is named":    {func(p *intakePage) { p.ChooseBig(1); p.Name("u"+domain.ID(taxClerk).String(), true) }, present.WarnSign, "не може да отговаря"},
		"another order":        {func(p *intakePage) { p.Choose(present.IntakeKind, string(domain.FOIRequest)) }, present.WarnSign, "по друг ред"},
		"a sealed envelope":    {func(p *intakePage) { p.Choose(present.IntakeKind, string(domain.Whistleblower)) }, present.WarnSign, "Не отваряйте"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newIntakePage(t, newIntakeDesk(), present.Route{})
			c.do(p)
			if !slices.ContainsFunc(p.Hints(), func(h present.IntakeHint) bool { return h.Sign == c.sign && strings.Contains(h.Words, c.says) }) {
				t.Errorf("hints %+v, want one with %q", p.Hints(), c.says)
			}
		})
	}
}

func TestEverythingWrongIsSaidAtOnceUnderItsField(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.ChooseBig(0)
	p.date(present.IntakeDate, dayOf("2026-11-24"))
	p.date(present.IntakeViolation, dayOf("2027-01-01"))
	p.Type(present.IntakeSheets, "много")
	p.Save(present.SaveAndOpen)
	var wrong []string
	for _, x := range p.Wrongs() {
		wrong = append(wrong, x.Key)
	}
	want := []string{present.IntakeKind, present.IntakeDate, present.IntakeSender, present.IntakeSubject, present.IntakeViolation, present.IntakeSheets}
	if !slices.Equal(wrong, want) {
		t.Errorf("wrong are %v, want %v", wrong, want)
	}
	if first, ok := p.FirstWrong(); !ok || first.Key != present.IntakeKind || !strings.Contains(first.Wrong, "Срещу служител ли") {
		t.Errorf("the first is %+v", first)
	}
	if len(d.intakes) != 0 || d.commands != 0 {
		t.Error("something was registered")
	}
	p.Type(present.IntakeSubject, "Дума")
	if p.Field(present.IntakeSubject).Wrong != "" {
		t.Error("a field that is being corrected still says what was wrong")
	}
}

func TestWrongAddressOfAKnownSenderOpensHisDetails(t *testing.T) {
	p := newIntakePage(t, newIntakeDesk(), present.Route{})
	p.Choose(present.IntakeKind, string(domain.Signal))
	p.Type(present.IntakeSender, "ив")
	p.Pick(0)
	p.Field(present.IntakeEmail).Text = "няма"
	p.Type(present.IntakeSubject, "Дума")
	p.Save(present.SaveAndOpen)
	if x := p.Field(present.IntakeEmail); x.Hidden || x.Wrong == "" {
		t.Errorf("the address is hidden %v and says %q", x.Hidden, x.Wrong)
	}
}

func TestCaseIsRegisteredAsItWasTyped(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.Choose(present.IntakeKind, string(domain.ComplaintStaff))
	p.Choose(present.IntakeChannel, string(domain.ByPost))
	p.Field(present.IntakeTime).Text = "9.05"
	p.Type(present.IntakeSender, " ив ")
	p.Pick(0)
	p.tick(present.IntakeKeepIdentity, true)
	p.Name("u"+domain.ID(taxClerk).String(), true)
	p.Name("d"+domain.ID(taxOffice).String(), true)
	p.Type(present.IntakeSubject, "  Отказан прием ")
	p.Type(present.IntakeText, "Ред един\r\nред два")
	p.Type(present.IntakeDemand, "Проверка")
	p.Choose(present.IntakeTopic, domain.ID(lamps).String())
	p.date(present.IntakeViolation, dayOf("2026-11-20"))
	p.tick(present.IntakeDanger, true)
	p.Choose(present.IntakeDangerKind, "fire")
	p.Type(present.IntakeDangerPlace, "пл. „Свобода“")
	p.Type(present.IntakeDangerAt, "09:10")
	p.Type(present.IntakeLanguage, "турски")
	p.Type(present.IntakeSheets, "3")
	p.Type(present.IntakeRef, "77")
	p.date(present.IntakeRefDate, dayOf("2026-11-19"))
	p.Save(present.SaveAndOpen)
	if len(d.intakes) != 1 {
		t.Fatalf("not registered: %q %+v", p.Summary, p.Wrongs())
	}
	in := d.intakes[0]
	want := domain.Intake{
		Kind: domain.ComplaintStaff, Channel: domain.ByPost, Subject: "Отказан прием", Text: "Ред един\nред два", Demand: "Проверка",
		Topic: lamps, Department: roads, Violation: dayOf("2026-11-20"), Sheets: 3, Language: "турски",
		Danger:      domain.Danger{Category: "fire", Place: "пл. „Свобода“", ToldAt: dayOf("2026-11-23").Start().Add(9*time.Hour + 10*time.Minute)},
		Respondents: []domain.Respondent{{User: taxClerk}, {Department: taxOffice}}, ReceivedAt: in.ReceivedAt,
		Sender: domain.Sender{Person: nachev, Contact: d.people[0].Contact, KeepIdentity: true, Ref: "77", RefDate: dayOf("2026-11-19")},
	}
	if in.Text = strings.Join(strings.Fields(in.Text), " "); in.Text != "Ред един ред два" {
		t.Errorf("text %q", in.Text)
	}
	want.Text = in.Text
	if !reflect.DeepEqual(in, want) {
		t.Errorf("registered\n%+v, want\n%+v", in, want)
	}
	if at := in.ReceivedAt.In(calendar.Sofia()).Format("02.01.2006 15:04"); at != "23.11.2026 09:05" {
		t.Errorf("received at %s", at)
	}
	if len(p.toasts) != 1 || !strings.Contains(p.toasts[0], "94-1313") {
		t.Errorf("said %q", p.toasts)
	}
	if want := (present.Route{Place: present.CasePlace, Case: domain.CaseID{1}}); len(p.opened) != 1 || p.opened[0] != want {
		t.Errorf("opened %+v", p.opened)
	}
}

func TestDoublePressRegistersOnce(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.complaint()
	p.held = true
	p.Save(present.SaveAndOpen)
	p.Save(present.SaveAndPrint)
	if !p.Busy {
		t.Error("nothing is under way")
	}
	p.release()
	if len(d.intakes) != 1 || len(p.opened) != 1 || len(d.shown) != 0 {
		t.Errorf("registered %d, opened %d, printed %d", len(d.intakes), len(p.opened), len(d.shown))
	}
}

func TestWhoHasLeftIsNotLedAway(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.complaint()
	p.held = true
	p.Save(present.SaveAndOpen)
	p.Leave()
	p.release()
	if len(d.intakes) != 1 || len(p.opened) != 0 || len(p.toasts) != 1 || len(d.drafts) != 0 {
		t.Errorf("registered %d, opened %d, said %q, kept %d", len(d.intakes), len(p.opened), p.toasts, len(d.drafts))
	}
}

func TestWishThatMayHaveBeenWrittenIsNotWrittenTwice(t *testing.T) {
	d := newIntakeDesk()
	d.fault = errors.New("outcome unknown")
	p := newIntakePage(t, d, present.Route{})
	p.complaint()
	p.Save(present.SaveAndOpen)
	if !strings.Contains(p.Summary, "не стана") || len(p.opened) != 0 {
		t.Fatalf("the fault says %q", p.Summary)
	}
	p.Save(present.SaveAndOpen)
	if len(d.intakes) != 1 || d.commands != 1 || len(p.opened) != 1 {
		t.Errorf("registered %d with %d wishes", len(d.intakes), d.commands)
	}
}

func TestReasonForALateEntryIsAskedOnlyWhenTheOfficeAsks(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.complaint()
	p.date(present.IntakeDate, dayOf("2026-11-10"))
	if !p.Field(present.IntakeLate).Hidden {
		t.Error("asked before")
	}
	p.Save(present.SaveAndOpen)
	if x := p.Field(present.IntakeLate); x.Hidden || x.Wrong == "" || len(d.intakes) != 0 {
		t.Fatalf("the reason is hidden %v and says %q", x.Hidden, x.Wrong)
	}
	p.Type(present.IntakeLate, "намерена в кутията")
	p.Save(present.SaveAndOpen)
	if len(d.intakes) != 1 || d.intakes[0].LateReason != "намерена в кутията" {
		t.Errorf("registered %+v", d.intakes)
	}
}

func TestPrinterThatFailsUndoesNothing(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.complaint()
	p.Save(present.SaveAndPrint)
	if !slices.Equal(d.shown, []string{"Бележка 94-1313.pdf"}) {
		t.Errorf("shown %q", d.shown)
	}
	if p.warned {
		t.Error("what went well is said with a warning")
	}
	d.noPrint = errors.New("no paper")
	p = newIntakePage(t, d, present.Route{})
	p.complaint()
	p.Save(present.SaveAndPrint)
	if len(d.intakes) != 2 || len(p.opened) != 1 || !strings.Contains(p.toasts[0], "не се отпечата") || !p.warned {
		t.Errorf("registered %d, opened %d, said %q", len(d.intakes), len(p.opened), p.toasts)
	}
}

func TestFilesAreAttachedAndThoseThatFailCanBeTriedAgain(t *testing.T) {
	d := newIntakeDesk()
	d.noFile[`C:\скан\б.jpg`] = errors.New("locked")
	p := newIntakePage(t, d, present.Route{})
	p.complaint()
	p.AddFiles("/скан/а.pdf", `C:\скан\б.jpg`, "/скан/а.pdf", "/в.txt", "")
	p.DropFile("/в.txt")
	if files := p.Files(); len(files) != 2 || files[1].Name != "б.jpg" {
		t.Fatalf("files %+v", files)
	}
	p.Save(present.SaveAndOpen)
	left := p.Left()
	if left == nil || len(left.Files) != 1 || left.Files[0].Name != "б.jpg" || left.Files[0].Why == "" || len(p.opened) != 0 {
		t.Fatalf("left behind %+v", left)
	}
	p.Save(present.SaveAndOpen) // it is registered already
	p.TryAgain()
	if len(p.Left().Files) != 1 || len(d.intakes) != 1 {
		t.Errorf("left behind %+v, registered %d", p.Left(), len(d.intakes))
	}
	delete(d.noFile, `C:\скан\б.jpg`)
	p.TryAgain()
	if want := []string{"а.pdf application/pdf", "б.jpg image/jpeg"}; !slices.Equal(d.attached, want) || len(p.opened) != 1 {
		t.Errorf("attached %q, opened %d", d.attached, len(p.opened))
	}
}

func TestNextPageKeepsKindAndChannel(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.complaint()
	p.Choose(present.IntakeChannel, string(domain.InBox))
	p.pass()
	p.Save(present.SaveAndNew)
	if len(p.opened) != 0 || p.Kind() != domain.ComplaintService || p.Text(present.IntakeChannel) != string(domain.InBox) {
		t.Errorf("opened %d, kind %q, channel %q", len(p.opened), p.Kind(), p.Text(present.IntakeChannel))
	}
	if p.Text(present.IntakeSubject) != "" || p.Text(present.IntakeSender) != "" || len(d.drafts) != 0 {
		t.Error("something of the first page stayed")
	}
	p.complaint()
	p.pass()
	if len(d.drafts) != 1 {
		t.Error("the second page is not kept")
	}
	p.Save(present.SaveAndNew)
	if len(d.intakes) != 2 || d.commands != 2 {
		t.Errorf("registered %d with %d wishes", len(d.intakes), d.commands)
	}
}

func TestNewCaseIsFoundAgainAsItWasTyped(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.Choose(present.IntakeKind, string(domain.ComplaintStaff))
	p.Type(present.IntakeSender, "ив")
	p.Pick(0)
	p.Name("u"+domain.ID(taxClerk).String(), true)
	p.Type(present.IntakeText, "половин писмо")
	p.AddFiles("/а.pdf")
	p.Leave()
	if !strings.Contains(p.Note, "10:42") {
		t.Errorf("the draft says %q", p.Note)
	}
	if len(p.toasts) != 1 || !strings.Contains(p.toasts[0], "Черновата е запазена") {
		t.Errorf("said %q", p.toasts)
	}
	p = newIntakePage(t, d, present.Route{Arg: "друго"})
	if p.Kind() != domain.ComplaintStaff || p.Text(present.IntakeText) != "половин писмо" || !p.Known() || len(p.Files()) != 1 || len(p.Respondents()) != 1 {
		t.Errorf("found again: %+v", p.Fields)
	}
	if p.Text(present.IntakeSubject) != "друго" {
		t.Error("the subject to start from is lost")
	}
	p.Clear()
	if p.asked != 1 || p.Text(present.IntakeText) == "" {
		t.Error("cleared without an answer")
	}
	p.yes = true
	p.Clear()
	if p.Text(present.IntakeText) != "" || len(d.drafts) != 0 {
		t.Error("not cleared")
	}
}

func TestOfAWhistleblowersReportNothingTypedBeforeIsKept(t *testing.T) {
	typed := func(p *intakePage) {
		p.Choose(present.IntakeKind, string(domain.ComplaintStaff))
		p.Type(present.IntakeSender, "ив")
		p.Pick(0)
		p.Name("u"+domain.ID(taxClerk).String(), true)
		p.Type(present.IntakeSubject, "Взимат подкупи на гише")
		p.Type(present.IntakeText, "Видях с очите си")
		p.Choose(present.IntakeTopic, domain.ID(lamps).String())
		p.tick(present.IntakeDanger, true)
		p.Type(present.IntakeDangerWhy, "заплахи")
		p.Type(present.IntakeSheets, "3")
		p.Type(present.IntakeReferrer, "Депутатът Начев")
		p.Type(present.IntakeAffected, "Начева; гр. Примерно")
		p.date(present.IntakeReferrerDate, dayOf("2026-11-20"))
		p.AddFiles("/скан/а.pdf")
		p.pass()
	}
	bare := func(t *testing.T, d *intakeDesk, p *intakePage) {
		t.Helper()
		for _, x := range p.Fields {
			if x.Hidden && (x.Text != "" && x.Key != present.IntakeSenderType || x.Date != 0 || x.On || len(x.Picked) > 0) {
				t.Errorf("%s still has %q %v", x.Key, x.Text, x.Picked)
			}
		}
		if kept := string(d.drafts["intake"]); strings.Contains(kept, "подкупи") || strings.Contains(kept, "Начев") || strings.Contains(kept, "скан") || !strings.Contains(kept, "whistleblower") {
			t.Errorf("the draft is %s", kept)
		}
		if p.Text(present.IntakeSheets) != "3" {
			t.Error("what the stub may have is gone")
		}
		p.Save(present.SaveAndOpen)
		if len(d.intakes) != 1 || !reflect.DeepEqual(d.intakes[0], d.intakes[0].Kept()) || len(d.attached) != 0 {
			t.Errorf("registered %+v with %q", d.intakes, d.attached)
		}
	}
	t.Run("once it is said that it is one", func(t *testing.T) {
		d := newIntakeDesk()
		p := newIntakePage(t, d, present.Route{})
		typed(p)
		p.yes = true
		p.Choose(present.IntakeKind, string(domain.Whistleblower))
		if _, all := p.Older(); p.asked != 1 || all != 0 || len(p.Alike()) != 0 || len(p.Found()) != 0 {
			t.Errorf("asked %d, and something was found by what is gone", p.asked)
		}
		bare(t, d, p)
	})
	t.Run("a slip brings nothing to an end", func(t *testing.T) {
		p := newIntakePage(t, newIntakeDesk(), present.Route{})
		typed(p)
		p.Choose(present.IntakeKind, string(domain.Whistleblower))
		if p.Kind() != domain.ComplaintStaff || p.Text(present.IntakeText) == "" || len(p.Files()) != 1 || p.Field(present.IntakeText).Hidden {
			t.Errorf("kind %q, text %q", p.Kind(), p.Text(present.IntakeText))
		}
	})
	t.Run("also when the program stopped before the answer", func(t *testing.T) {
		d := newIntakeDesk()
		p := newIntakePage(t, d, present.Route{})
		typed(p)
		d.drafts["intake"] = []byte(strings.Replace(string(d.drafts["intake"]), "complaint_staff", "whistleblower", 1))
		bare(t, d, newIntakePage(t, d, present.Route{}))
	})
	t.Run("an empty page asks nothing", func(t *testing.T) {
		p := newIntakePage(t, newIntakeDesk(), present.Route{})
		p.Choose(present.IntakeKind, string(domain.Whistleblower))
		if p.asked != 0 || p.Kind() != domain.Whistleblower {
			t.Errorf("asked %d", p.asked)
		}
	})
}

func TestWhoDoesNotSignMayLeaveATelephone(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.Choose(present.IntakeKind, string(domain.Signal))
	p.Type(present.IntakeSender, "Стоян Стоянов")
	p.Type(present.IntakePhone, "0888 000 111")
	p.Anonym()
	p.Type(present.IntakeEmail, "няма")
	p.Type(present.IntakeSubject, "Дупка")
	p.Save(present.SaveAndOpen)
	if x := p.Field(present.IntakeEmail); x.Hidden || x.Wrong == "" {
		t.Errorf("an address that is none: hidden %v, says %q", x.Hidden, x.Wrong)
	}
	p.Type(present.IntakeEmail, "nyakoy@example.bg")
	p.Save(present.SaveAndOpen)
	want := domain.Contact{Type: domain.Anonymous, Phone: "0888 000 111", Email: "nyakoy@example.bg"}
	if len(d.intakes) != 1 || d.intakes[0].Sender.Contact != want {
		t.Errorf("registered %+v", d.intakes)
	}
}

func TestThePersonThatWasPickedLeavesNothingToWhoDoesNotSign(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.Choose(present.IntakeKind, string(domain.Signal))
	p.Type(present.IntakeSender, "ив")
	p.Pick(0)
	p.Anonym()
	p.Type(present.IntakeSubject, "Дупка")
	p.Save(present.SaveAndOpen)
	if want := (domain.Sender{Contact: domain.Contact{Type: domain.Anonymous}}); len(d.intakes) != 1 || d.intakes[0].Sender != want {
		t.Errorf("registered %+v", d.intakes)
	}
}

func TestWhoRegistersAComplaintAgainstHimselfIsToldWhoGoesOn(t *testing.T) {
	other := domain.UserID{14}
	own := func(t *testing.T) (*intakeDesk, *intakePage) {
		t.Helper()
		d := newIntakeDesk()
		d.office.Users = append(d.office.Users, domain.User{
			ID: other, Name: "Елена Стоева", Keyed: true, Grants: []domain.RoleGranted{{User: other, Role: domain.Clerk, From: dayOf("2026-01-05")}},
		})
		p := newIntakePage(t, d, present.Route{})
		p.complaint()
		p.Name("u"+domain.ID(deskClerk).String(), true)
		p.AddFiles("/скан/а.pdf")
		return d, p
	}
	t.Run("it is registered whole, with its files and the slip", func(t *testing.T) {
		d, p := own(t)
		if !slices.ContainsFunc(p.Hints(), func(h present.IntakeHint) bool { return strings.Contains(h.Words, "Е. Стоева") }) {
			t.Errorf("hints %+v", p.Hints())
		}
		p.Save(present.SaveAndPrint)
		if len(d.intakes) != 1 || !slices.Equal(d.attached, []string{"а.pdf application/pdf"}) || len(d.shown) != 1 || p.Left() != nil {
			t.Errorf("registered %d with %q, shown %q, left %+v", len(d.intakes), d.attached, d.shown, p.Left())
		}
		if want := "Срещу Вас е и вече не я виждате; продължава: Е. Стоева."; len(p.toasts) != 1 || !strings.HasSuffix(p.toasts[0], want) || !strings.HasSuffix(p.Note, want) {
			t.Errorf("said %q, note %q", p.toasts, p.Note)
		}
		if len(p.opened) != 0 || p.Text(present.IntakeSubject) != "" || len(d.drafts) != 0 {
			t.Errorf("led to %+v, the page still has %q", p.opened, p.Text(present.IntakeSubject))
		}
	})
	t.Run("a file that cannot be read is said before", func(t *testing.T) {
		d, p := own(t)
		d.noFile["/скан/а.pdf"] = errors.New("locked")
		p.Save(present.SaveAndOpen)
		if x, wrong := p.FirstWrong(); len(d.intakes) != 0 || !wrong || !strings.Contains(x.Wrong, "locked") {
			t.Errorf("registered %d, wrong %+v", len(d.intakes), x)
		}
	})
}

func TestWhoMayNotRegisterIsToldWhy(t *testing.T) {
	d := newIntakeDesk()
	d.user = taxClerk
	p := newIntakePage(t, d, present.Route{})
	p.complaint()
	p.Save(present.SaveAndOpen)
	if !strings.Contains(p.Blocked, "Нямате право") || len(d.intakes) != 0 {
		t.Errorf("blocked: %q", p.Blocked)
	}
}

func TestWhateverIsPastedDoesNotBreakThePage(t *testing.T) {
	p := newIntakePage(t, newIntakeDesk(), present.Route{})
	p.ChooseBig(1)
	for _, pasted := range []string{strings.Repeat("Ж", 100_000), "😀 \u202eевърно\u202c", "а\x00б\x07в", "\n\n\n", ""} {
		for _, x := range p.Fields {
			if x.Kind == present.LineField || x.Kind == present.TextField {
				p.Type(x.Key, pasted)
			}
		}
	}
	p.Type(present.IntakeText, strings.Repeat("Ж", 100_000))
	if x := p.Field(present.IntakeText); x.Hint == "" || len(x.Text) > 50_000 {
		t.Errorf("a long text says %q, %d bytes", x.Hint, len(x.Text))
	}
}

func TestEveryKindAndDangerHasItsWords(t *testing.T) {
	p := newIntakePage(t, newIntakeDesk(), present.Route{})
	for _, k := range domain.Kinds() {
		p.Choose(present.IntakeKind, string(k))
		var said strings.Builder
		said.WriteString(p.KindHint())
		for _, h := range p.Hints() {
			said.WriteString(h.Words)
		}
		if words := said.String(); words == "" || strings.ContainsAny(words, "[{") {
			t.Errorf("%s says %q", k, words)
		}
	}
	for _, o := range p.Field(present.IntakeDangerKind).Options {
		if strings.Contains(o.Words, "[") {
			t.Errorf("%s says %q", o.Key, o.Words)
		}
	}
}

func BenchmarkKeyOfANewCase(b *testing.B) {
	p := newIntakePage(b, newIntakeDesk(), present.Route{})
	p.complaint()
	p.Changed = func() {}
	for b.Loop() {
		p.Type(present.IntakeSubject, "Дълго чакане на гише 4")
		p.pass()
	}
}

func TestANewCaseGoesOnFromAnother(t *testing.T) {
	d := newIntakeDesk()
	i := slices.IndexFunc(d.people, func(p domain.Person) bool { return p.ID == nachev })
	from := domain.Entry{
		Case: domain.CaseID{7}, Person: nachev, Sender: d.people[i].Contact.Name, Kind: domain.Signal,
		Number: domain.Number{Text: "94-7/20.11.2026", Serial: 7, Date: dayOf("2026-11-20")},
	}
	d.entries = append(d.entries, from)
	for arg, sender := range map[string]string{present.FromSender: from.Sender, "": ""} {
		d.drafts = drafts{}
		p := newIntakePage(t, d, present.Route{Place: present.NewPlace, Case: from.Case, Arg: arg})
		links := p.Links()
		if len(links) != 1 || !strings.Contains(links[0].Words, "свързана с") {
			t.Errorf("%q: tied to %+v", arg, links)
		}
		if got := p.Text(present.IntakeSender); got != sender || p.Text(present.IntakeSubject) != "" {
			t.Errorf("%q: the sender is %q, want %q; the subject %q", arg, got, sender, p.Text(present.IntakeSubject))
		}
	}
	p := newIntakePage(t, d, present.Route{Place: present.NewPlace, Case: domain.CaseID{99}})
	if len(p.Links()) != 0 {
		t.Error("it is tied to a case that nobody sees")
	}
}
