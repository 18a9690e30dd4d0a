package present_test

import (
	"slices"
	"strings"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

func offered(v *present.CaseView) []domain.Action {
	var all []domain.Action
	for _, a := range v.More {
		all = append(all, a.Do)
	}
	return all
}

func TestCaseSaysWhatComesNextAndOffersItToWhoseTurnItIs(t *testing.T) {
	for _, tt := range []struct {
		name  string
		given func(*deskOffice)
		by    domain.UserID
		next  string
		main  domain.Action
	}{
		{"new, to the clerk", func(*deskOffice) {}, atClerk, "Следва: решение дали се разглежда", domain.DoAdmit},
		{"anonymous, to the clerk", func(d *deskOffice) {
			d.c.Intake.Sender = domain.Sender{Contact: domain.Contact{Type: domain.Anonymous}}
		}, atClerk, "Следва: решение дали се разглежда", domain.DoPropose},
		{"new, to the executor", func(*deskOffice) {}, atExecutor, "Следва: решение дали се разглежда", ""},
		{"in work, to the executor", func(d *deskOffice) { d.inWork(t) }, atExecutor, "Следва: решение по същество", domain.DoDecide},
		{"more time asked for", func(d *deskOffice) {
			d.inWork(t)
			d.c.Letters = []domain.LetterFile{{
				ID: domain.LetterID{5}, State: domain.LetterWaiting, Author: atExecutor, Writers: []domain.UserID{atExecutor},
				Content: domain.Letter{Template: domain.TExtension},
			}}
		}, atExecutor, "Следва: одобрение на писмото („Удължаване на срока“)", ""},
		{"in work, to the clerk", func(d *deskOffice) { d.inWork(t) }, atClerk, "Следва: решение по същество", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(domain.ComplaintService)
			tt.given(d)
			c, _ := d.as(tt.by).screen(t)
			if v := c.View(); v.Next.Words != tt.next || v.Next.Main.Do != tt.main {
				t.Errorf("next is %q with %q", v.Next.Words, v.Next.Main.Do)
			}
		})
	}
}

func TestCaseOffersNoActionThatTheRulesWouldRefuse(t *testing.T) {
	for _, by := range []domain.UserID{atClerk, atExecutor, atHead, atSecretary, atMayor} {
		d := newDesk(domain.ComplaintStaff).inWork(t)
		c, _ := d.as(by).screen(t)
		for _, do := range offered(c.View()) {
			if do == domain.DoClose {
				continue // its form says what is missing
			}
			if as, own := map[domain.Action]domain.Action{"ask": domain.DoNote, "give_slip": domain.DoNote, "link": domain.DoCorrect}[do]; own {
				do = as // a note of its own kind, and a correction of one field
			}
			if do == "new_same" || do == "new_tied" {
				if no := d.Acting().May(domain.Case{}, domain.LetterFile{}, domain.DoRegister); no != nil {
					t.Errorf("user %x is offered %s: %v", by[0], do, no)
				}
				continue
			}
			if no := d.Acting().May(d.c, domain.LetterFile{}, do); no != nil {
				t.Errorf("user %x is offered %s: %v", by[0], do, no)
			}
		}
	}
}

func TestEveryActionHasItsWords(t *testing.T) {
	c, _ := newDesk(domain.Signal).screen(t)
	for _, r := range domain.Workflow() {
		if r.Action == domain.DoRegister || r.Action == domain.DoImport {
			continue
		}
		if s := c.T("case.do." + string(r.Action)); strings.HasPrefix(s, "[") {
			t.Errorf("%s has no words", r.Action)
		}
	}
}

func TestCourseTellsEveryEventWithTheLatestFirst(t *testing.T) {
	d := newDesk(domain.ComplaintStaff).inWork(t)
	d.as(atAccused).add(domain.CaseAccepted{})
	c, _ := d.as(atClerk).screen(t)
	v := c.View()
	var words []string
	for _, e := range v.Course {
		words = append(words, e.Words)
	}
	want := []string{"Приета за работа", "Приета за работа", "Резолюция: „Местни данъци и такси“", "Допустима, разглежда се", "Регистрирана"}
	if !slices.Equal(words, want) {
		t.Errorf("the course is %q", words)
	}
	if v.Course[0].Flagged == "" || v.Course[1].Flagged != "" {
		t.Error("what had no authority is not the one that is flagged")
	}
	if !strings.Contains(v.Course[4].More, "Срещу: С. Лазарова") {
		t.Errorf("the registration says %q", v.Course[4].More)
	}
}

func TestTermExplainsItselfStepByStep(t *testing.T) {
	c, _ := newDesk(domain.ComplaintStaff).at(23).screen(t)
	term := c.View().Term
	if term.Due != "14.12.2026" || !strings.Contains(term.Basis, "понеделник, по Хартата") || !strings.Contains(term.Basis, "12.01.2027") {
		t.Errorf("the term is %s, %q", term.Due, term.Basis)
	}
	if term.Left.Words != "остават ~15 раб. дни" || term.Left.Tone != present.ToneGood {
		t.Errorf("left is %v", term.Left)
	}
	if n := len(term.Steps); n != 4 || term.Steps[1].Source != "Харта на клиента" || !strings.Contains(term.Steps[n-1].Words, "14.12.2026") {
		t.Errorf("the steps are %v", term.Steps)
	}
	kinds := map[int]present.DayKind{}
	for _, d := range term.Month.Days {
		kinds[d.Number] = d.Kind
	}
	if kinds[12] != present.CountedDay || kinds[14] != present.EndDay || kinds[25] != present.HolidayDay || kinds[19] != present.FreeDay {
		t.Errorf("the month is %v", kinds)
	}
}

func TestTermIsProvisionalUntilItsYearIsConfirmed(t *testing.T) {
	d := newDesk(domain.ComplaintStaff)
	c, _ := d.screen(t)
	if len(c.View().Term.Warnings) != 1 {
		t.Errorf("warnings are %v", c.View().Term.Warnings)
	}
	d.office.Confirmed = []domain.ConfirmedYear{{Year: 2026}}
	c.Load()
	if len(c.View().Term.Warnings) != 0 {
		t.Errorf("warnings are %v", c.View().Term.Warnings)
	}
}

func TestDayThatWasToldOtherwiseIsAWarning(t *testing.T) {
	d := newDesk(domain.ComplaintStaff)
	d.office.Confirmed = []domain.ConfirmedYear{{Year: 2026}}
	d.c.Deadlines = slices.Clone(d.c.Deadlines)
	for i := range d.c.Deadlines {
		if d.c.Deadlines[i].Clock == domain.CharterClock {
			d.c.Deadlines[i].Told = d.c.Deadlines[i].Due - 3
		}
	}
	c, _ := d.screen(t)
	if w := c.View().Term.Warnings; len(w) != 1 || !strings.Contains(w[0], "11.12.2026") || !strings.Contains(w[0], "14.12.2026") {
		t.Errorf("warnings are %v", w)
	}
	d.c.Letters = []domain.LetterFile{{
		Number: domain.Number{Serial: 87, Text: "94-87/12.11.2026"}, DispatchedOn: calendar.NewDate(2026, 11, 12),
		Content: domain.Letter{Paragraphs: []domain.Paragraph{{Text: "Ще Ви отговорим до 11.12.2026 г."}}},
	}}
	c.Load()
	want := "На 12.11.2026 писмо изх. 94-87/12.11.2026 съобщи 11.12.2026. Новият срок е 14.12.2026."
	if w := c.View().Term.Warnings; len(w) != 1 || w[0] != want {
		t.Errorf("warnings are %v, want %s", w, want)
	}
}

func TestPeopleShowWhoseRightsItTouchesBesides(t *testing.T) {
	d := newDesk(domain.Signal).inWork(t)
	d.c.Intake.Affected = []domain.Contact{{Name: "Мария Примерова", Settlement: "гр. Примерно"}, {Name: "Петър Примеров", Email: "petar@example.bg"}}
	c, _ := d.as(atClerk).screen(t)
	p := c.View().People
	if len(p.Touched) != 2 || p.Touched[0] != "Мария Примерова, гр. Примерно" || p.Touched[1] != "Петър Примеров, petar@example.bg" {
		t.Errorf("they are %q", p.Touched)
	}
}

func TestPeopleShowTheSenderWithHisEarlierCases(t *testing.T) {
	d := newDesk(domain.ComplaintStaff).inWork(t)
	d.others = []domain.Entry{{
		Case: older, Person: domain.PersonID{1}, Subject: "дупка на пътя", Outcome: domain.Upheld, State: domain.Closed,
		Number: domain.Number{Text: "94-0655/02.03.2026", Date: calendar.NewDate(2026, 3, 2)},
	}}
	c, r := d.as(atClerk).screen(t)
	p := c.View().People
	if p.Name != "Елена Димова Кръстева" || len(p.Earlier) != 1 || p.Earlier[0].Words != "94-0655, дупка на пътя" || p.Earlier[0].More != "уважена" {
		t.Errorf("people are %+v", p)
	}
	if !strings.Contains(p.Limits, "С. Лазарова") {
		t.Errorf("limits are %q", p.Limits)
	}
	c.OpenCase(p.Earlier[0].Case)
	if len(r.opened) != 1 || r.opened[0].Case != older {
		t.Errorf("opened is %v", r.opened)
	}
}

func TestWhoMayNotSeeTheCaseReadsNothingOfIt(t *testing.T) {
	d := newDesk(domain.ComplaintStaff)
	c, _ := d.screen(t)
	d.refuse = domain.Refuse("open", domain.NoSuchCase) // his name was added meanwhile
	c.Load()
	if c.Refused().Words == "" || c.View().Loaded || c.View().Subject != "" {
		t.Errorf("refused is %+v, the view %+v", c.Refused(), c.View())
	}
}

func TestCaseIsLookedAtOnceHoweverOftenItIsRead(t *testing.T) {
	d := newDesk(domain.Signal)
	c, _ := d.screen(t)
	c.Load()
	if !slices.Equal(d.looks, []office.Looked{office.Opened, office.Again}) {
		t.Errorf("looks are %q", d.looks)
	}
}

func TestRouteCanBeginAnAction(t *testing.T) {
	d := newDesk(domain.Signal)
	c, _ := d.screenOf(t, present.Route{Place: present.CasePlace, Case: theCase, Arg: string(domain.DoAdmit)})
	if f := c.Form(); f == nil || f.Title != "Реши допустимостта" {
		t.Error("the form is not open")
	}
	c, _ = d.as(atExecutor).screenOf(t, present.Route{Place: present.CasePlace, Case: theCase, Arg: string(domain.DoAdmit)})
	if c.Form() != nil {
		t.Error("a form is open that the rules refuse")
	}
}

func TestTypedNoteIsKeptAndFoundAgain(t *testing.T) {
	d := newDesk(domain.Signal)
	c, _ := d.screen(t)
	c.Type("Обадих се на подателя")
	again, _ := d.screen(t)
	if text, _ := again.Typed(); text != "Обадих се на подателя" {
		t.Errorf("found is %q", text)
	}
	again.AddNote()
	if text, _ := again.Typed(); text != "" || len(d.c.Notes) != 1 || len(d.drafts) != 0 {
		t.Errorf("left is %q, notes %v, drafts %v", text, d.c.Notes, d.drafts)
	}
}

func TestHistoryShowsWhatWasAndWhatIs(t *testing.T) {
	d := newDesk(domain.Signal)
	in := d.c.Intake
	in.Subject = "Шум от заведение"
	must[domain.CaseCorrected](t, d)(d.Acting().Correct(d.c, in, "грешка при вписване"))
	c, _ := d.screen(t)
	h := c.View().History[0]
	want := []present.CaseChange{{Field: "Относно", Old: "Отказано обслужване на гише 3", New: "Шум от заведение"}}
	if !slices.Equal(h.Changes, want) || h.Reason != "грешка при вписване" {
		t.Errorf("the history says %+v", h)
	}
}

func TestWalkGoesThroughTheListOneCameFrom(t *testing.T) {
	w := &present.Walk{Cases: []domain.CaseID{older, theCase}}
	if w.Place(theCase) != 2 || w.Place(domain.CaseID{9}) != 0 {
		t.Error("a case is in another place")
	}
	if to, ok := w.Step(theCase, -1); !ok || to != older {
		t.Error("the one before is not found")
	}
	if _, ok := w.Step(theCase, 1); ok {
		t.Error("there is one after the last")
	}
	var none *present.Walk
	if _, ok := none.Step(theCase, 1); ok || none.Place(theCase) != 0 {
		t.Error("no list has a place")
	}
}

func TestACaseSaysWhatIsInDangerAndWhoWasTold(t *testing.T) {
	d := newDesk(domain.Signal)
	in := d.c.Intake
	in.Danger = domain.Danger{Category: "water", Reason: "мирише на нафта", Place: "чешмата на площада", Told: "дежурният на ВиК", ToldAt: d.now}
	e, err := d.Acting().Register(in, domain.Registration{Case: theCase, Number: d.c.Number})
	if err != nil {
		t.Fatal(err)
	}
	d.c, d.history = domain.Case{}, nil
	d.add(e)
	c, _ := d.screen(t)
	v := c.View()
	said := "Опасност: вода, мирише на нафта, чешмата на площада. Съобщено на: дежурният на ВиК, 12.11.2026, 10:24 ч."
	if v.Danger != said {
		t.Errorf("the case says %q", v.Danger)
	}
	if !slices.ContainsFunc(v.Course, func(e present.CaseEvent) bool { return strings.Contains(e.More, said) }) {
		t.Errorf("its registration does not say so: %+v", v.Course)
	}
	c, _ = newDesk(domain.Signal).screen(t)
	if v := c.View(); v.Danger != "" {
		t.Errorf("nothing is in danger, but %q", v.Danger)
	}
}

func TestWhoDecidesIsToldThatNobodyHasToPropose(t *testing.T) {
	d := newDesk(domain.ComplaintService)
	d.c.Intake.Sender = domain.Sender{Contact: domain.Contact{Type: domain.Anonymous}}
	c, _ := d.as(atSecretary).screen(t)
	if v := c.View(); v.Next.Main.Do != domain.DoAdmit || !strings.Contains(v.Next.Who, "решавате направо") {
		t.Errorf("%q with %q", v.Next.Who, v.Next.Main.Do)
	}
	c, _ = d.as(atClerk).screen(t)
	if v := c.View(); v.Next.Main.Do != domain.DoPropose || strings.Contains(v.Next.Who, "решавате") {
		t.Errorf("the clerk: %q with %q", v.Next.Who, v.Next.Main.Do)
	}
	must[domain.AdmissibilityProposed](t, d)(d.Acting().Propose(d.c, domain.AdmissibilityProposed{
		Ground: domain.GroundAnonymous, Reason: "Без подпис.", Check: domain.Check{Missing: []domain.Missing{domain.NoName}, NoDanger: "Няма опасност."},
	}))
	c, _ = d.as(atSecretary).screen(t)
	if v := c.View(); !strings.Contains(v.Next.Who, "Предлага М. Петрова") {
		t.Errorf("the secretary: %q", v.Next.Who)
	}
}

func TestAnArchivedCaseSaysUntilWhenItIsKept(t *testing.T) {
	for name, c := range map[string]struct {
		file domain.FilingSet
		on   int // year in which it is looked at
		want string
	}{
		"while its term runs":       {domain.FilingSet{Code: "94-01", Years: 5}, 2027, "Дело 94-01, том 2. Пази се до 31.12.2031 (срок 5 г.)"},
		"when it is over":           {domain.FilingSet{Code: "94-01", Years: 5}, 2032, "Дело 94-01, том 2. Срокът от 5 г. изтече на 31.12.2031: може да се предложи за унищожаване"},
		"for ever":                  {domain.FilingSet{Code: "94-01", Permanent: true}, 2032, "Дело 94-01, том 2. Пази се постоянно"},
		"in a file that is no more": {domain.FilingSet{Code: "94-02", Years: 5}, 2032, "Дело 94-01, том 2"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(domain.Signal)
			d.office.Filing = []domain.FilingSet{c.file}
			d.c.State, d.c.Ended, d.c.Filing = domain.Archived, calendar.NewDate(2026, 12, 1), domain.CaseArchived{Filing: "94-01", Volume: "2"}
			d.now = d.now.AddDate(c.on-d.now.Year(), 0, 0)
			view, _ := d.screen(t)
			if got := view.View().Next.Who; got != c.want {
				t.Errorf("says %q", got)
			}
			d.office.Erasures = []domain.Erasure{{ErasureProposed: domain.ErasureProposed{
				Erasure: domain.ErasureID{1}, Protocol: "12", Of: calendar.NewDate(2032, 1, 12), Cases: []domain.ErasureLine{{Case: d.c.ID}},
			}}}
			listed, _ := d.screen(t)
			if got := listed.View().Next.Who; got != c.want+". В списъка за унищожаване по протокол № 12/12.01.2032" {
				t.Errorf("on a list it says %q", got)
			}
		})
	}
}

func TestTheKeyOfTheAnswerOpensTheOneThatIsBegun(t *testing.T) {
	d := newDesk(domain.Signal)
	d.inWork(t)
	must[domain.CaseDecided](t, d.as(atExecutor))(d.Acting().Decide(d.c, domain.CaseDecided{Outcome: domain.Rejected, Findings: "x"}))
	letter := domain.LetterID{9}
	must[domain.LetterDrafted](t, d)(d.Acting().Draft(d.c, domain.LetterDrafted{
		Letter: letter, Content: domain.Letter{Template: domain.TRejected, Paragraphs: []domain.Paragraph{{Text: "x"}}},
	}))
	for _, key := range []string{"F8", "O"} {
		c, r := d.screen(t)
		if !c.Press(key) || len(r.opened) != 1 || r.opened[0].Letter != letter {
			t.Errorf("%s opens %+v", key, r.opened)
		}
	}
}

func TestALetterIsCalledAsTheOfficeCallsIt(t *testing.T) {
	d := newDesk(domain.Signal)
	d.inWork(t)
	i := slices.IndexFunc(d.office.Templates, func(x domain.Template) bool { return x.ID == domain.TRejected })
	d.office.Templates[i].Title = "Мотивиран отказ"
	must[domain.CaseDecided](t, d.as(atExecutor))(d.Acting().Decide(d.c, domain.CaseDecided{Outcome: domain.Rejected, Findings: "x"}))
	letter := domain.LetterID{9}
	must[domain.LetterDrafted](t, d)(d.Acting().Draft(d.c, domain.LetterDrafted{
		Letter: letter, Content: domain.Letter{Template: domain.TRejected, Paragraphs: []domain.Paragraph{{Text: "x"}}},
	}))
	c, _ := d.screen(t)
	if v := c.View(); v.Course[0].More != "Мотивиран отказ" || v.Letters[0].Title != "Мотивиран отказ" {
		t.Errorf("the course says %q, the letters %q", v.Course[0].More, v.Letters[0].Title)
	}
}
