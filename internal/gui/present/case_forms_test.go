package present_test

import (
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// fill types into a form as a person does.
func fill(f *present.Form, typed map[string]string) {
	for key, words := range typed {
		x := f.Field(key)
		if x.Kind == present.DateField {
			x.Date, _ = calendar.ParseLocal(words)
			x.Text = words
			f.Edit(x)
			continue
		}
		f.Write(x, words)
	}
}

func form(t *testing.T, c *present.Case, do domain.Action) *present.Form {
	t.Helper()
	c.Start(do)
	f := c.Form()
	if f == nil {
		t.Fatalf("no form of %s is open", do)
	}
	return f
}

func TestFormsRecordWhatWasTyped(t *testing.T) {
	unit := hex.EncodeToString(taxes[:])
	lead := hex.EncodeToString(atExecutor[:])
	for _, tt := range []struct {
		do    domain.Action
		given func(*deskOffice)
		by    domain.UserID
		typed map[string]string
		then  func(domain.Case) bool
	}{
		{
			domain.DoAdmit, func(*deskOffice) {}, atSecretary,
			map[string]string{"ground": "not_competent", "body": "РЗИ", "reason": "Не е в наша компетентност"},
			func(c domain.Case) bool { return c.State == domain.StateForwarded && c.Admitted.Body == "РЗИ" },
		},
		{
			domain.DoResolve, func(d *deskOffice) {
				must[domain.AdmissibilityDecided](t, d)(d.as(atSecretary).Acting().Admit(d.c, domain.AdmissibilityDecided{Ground: domain.Admissible}))
			}, atSecretary,
			map[string]string{"department": unit, "text": "За отговор", "due": "07.12.2026"},
			func(c domain.Case) bool {
				return c.State == domain.Assigned && c.Resolution.Department == taxes && c.Resolution.Due == calendar.NewDate(2026, 12, 7)
			},
		},
		{
			domain.DoReassign, func(d *deskOffice) { d.inWork(t) }, atHead,
			map[string]string{"lead": lead, "reason": "Отпуск"},
			func(c domain.Case) bool { return c.State == domain.Assigned && c.Resolution.Lead == atExecutor },
		},
		{
			domain.DoGiveBack, func(d *deskOffice) { d.inWork(t) }, atHead,
			map[string]string{"reason": "Не е за нас"},
			func(c domain.Case) bool { return c.State == domain.InResolution },
		},
		{
			domain.DoDecide, func(d *deskOffice) { d.inWork(t) }, atExecutor,
			map[string]string{"outcome": "upheld", "findings": "Отказът е без основание", "measures": "Обучение", "due": "18.12.2026", "unit": unit},
			func(c domain.Case) bool {
				return c.Outcome.Value == domain.Upheld && len(c.Decision.Measures) == 1 && c.Decision.Measures[0].Department == taxes
			},
		},
		{
			domain.DoWithdraw, func(*deskOffice) {}, atSecretary,
			map[string]string{"reason": "По молба", "document": "94-1400/12.11.2026"},
			func(c domain.Case) bool {
				return c.State == domain.StateWithdrawn && c.Withdrawn.Document == "94-1400/12.11.2026"
			},
		},
		{
			domain.DoAnnul, func(*deskOffice) {}, atSecretary,
			map[string]string{"reason": "Двойна"},
			func(c domain.Case) bool { return c.State == domain.StateAnnulled },
		},
		{
			domain.DoNote, func(*deskOffice) {}, atClerk,
			map[string]string{"note": "inspection", "text": "Огледах"},
			func(c domain.Case) bool { return len(c.Notes) == 1 && c.Notes[0].Note == domain.Inspected },
		},
		{
			domain.DoCorrect, func(*deskOffice) {}, atClerk,
			map[string]string{"subject": "Друго", "reason": "Грешка"},
			func(c domain.Case) bool { return c.Intake.Subject == "Друго" && c.Intake.Sheets == 2 },
		},
	} {
		t.Run(string(tt.do), func(t *testing.T) {
			d := newDesk(domain.ComplaintService)
			tt.given(d)
			c, r := d.as(tt.by).screen(t)
			f := form(t, c, tt.do)
			fill(f, tt.typed)
			f.Submit()
			if x, ok := f.FirstWrong(); ok || f.Summary != "" {
				t.Fatalf("refused: %q, %v", f.Summary, x)
			}
			if !tt.then(d.c) {
				t.Errorf("the case is %+v", d.c)
			}
			if c.Form() != nil || len(r.toasts) != 1 || len(d.drafts) != 0 {
				t.Errorf("form %v, toasts %v, drafts %v", c.Form(), r.toasts, d.drafts)
			}
		})
	}
}

func TestADecisionAndItsResolutionAreJoinedOnOneScreen(t *testing.T) {
	d := newDesk(domain.ComplaintService)
	c, r := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoAdmit)
	if f.Field("assign").Hidden || !f.Field("lead").Hidden {
		t.Fatal("the resolution is not offered, or asked for unasked")
	}
	assign := f.Field("assign")
	assign.On = true
	f.Edit(assign)
	fill(f, map[string]string{"department": hex.EncodeToString(taxes[:])})
	fill(f, map[string]string{"lead": hex.EncodeToString(atSecretary[:]), "text": "Лично"})
	if f.Field("accept").Hidden || !f.Field("accept").On {
		t.Error("who takes it himself is not asked to accept it")
	}
	before := len(d.history)
	f.Submit()
	if d.c.State != domain.InWork || d.c.Resolution.Lead != atSecretary || len(d.history) != before+3 || len(r.toasts) != 1 || !strings.Contains(r.toasts[0].Words, "възложена") {
		t.Errorf("%q: the case is %s, %d events, toasts %v", f.Summary, d.c.State, len(d.history)-before, r.toasts)
	}
	c, _ = newDesk(domain.ComplaintService).as(atClerk).screen(t)
	if form(t, c, domain.DoAdmit).Field("assign").Label != "" {
		t.Error("the desk writes no resolution")
	}
}

func TestAHalfWrittenResolutionIsFoundAgainBesideItsDecision(t *testing.T) {
	d := newDesk(domain.ComplaintService)
	c, _ := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoAdmit)
	f.Field("assign").On = true
	fill(f, map[string]string{"text": "Проверка на място"})
	c.CloseForm()
	again, _ := d.screen(t)
	if f = form(t, again, domain.DoAdmit); !f.On("assign") || f.Field("text").Hidden || f.Text("text") != "Проверка на място" {
		t.Errorf("found are %t and %q", f.On("assign"), f.Text("text"))
	}
}

func TestADecisionWarnsOfTheUnansweredAndOfTheUnitWithoutAHead(t *testing.T) {
	d := newDesk(domain.ComplaintService)
	empty := domain.DepartmentID{2}
	d.office.Departments = append(d.office.Departments, domain.Department{ID: empty, Name: "Озеленяване"})
	d.add(domain.CaseNoted{Note: domain.AskedCitizen, Text: "Кой ден?", Due: d.Acting().Today() - 1})
	c, _ := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoAdmit)
	if len(f.Notices) != 1 {
		t.Fatalf("the sender has not answered: %+v", f.Notices)
	}
	assign := f.Field("assign")
	assign.On = true
	f.Edit(assign)
	f.Field("department").Text = hex.EncodeToString(empty[:])
	f.Edit(f.Field("department"))
	if len(f.Notices) != 2 {
		t.Errorf("with a resolution it warns of %+v", f.Notices)
	}
	assign.On = false
	f.Edit(assign)
	if len(f.Notices) != 1 {
		t.Errorf("without one it warns of %+v", f.Notices)
	}
}

func TestAClosedCaseIsTakenUpAgainWithATermOfItsOwn(t *testing.T) {
	d := newDesk(domain.Praise)
	d.c.Intake.Sender.Contact = domain.Contact{Type: domain.Anonymous}
	c, _ := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoClose)
	fill(f, map[string]string{"note": "Няма на кого да се благодари"})
	f.Submit()
	c, _ = d.screen(t)
	f = form(t, c, domain.DoReopen)
	fill(f, map[string]string{"ground": "court", "reason": "Решение № 7", "due": "10.12.2026"})
	f.Submit()
	if d.c.State != domain.InResolution || d.c.Reopened.Ground != domain.OnCourt || d.c.Resolution.Due != calendar.NewDate(2026, 12, 10) {
		t.Errorf("%q: the case is %+v", f.Summary, d.c.Reopened)
	}
	if more := c.View().Course[0].More; !strings.HasPrefix(more, "Решение на съд. Решение № 7. ") {
		t.Errorf("the course says %q", more)
	}
}

func TestRefusalsOfTheRulesStandBesideTheirFields(t *testing.T) {
	for _, tt := range []struct {
		do    domain.Action
		by    domain.UserID
		work  bool
		typed map[string]string
		field string
	}{
		{domain.DoAdmit, atSecretary, false, map[string]string{"ground": "not_competent", "reason": "x"}, "body"},
		{domain.DoAdmit, atSecretary, false, map[string]string{"ground": "repeated", "reason": "x"}, "into"},
		{domain.DoAdmit, atSecretary, false, map[string]string{"ground": "obscene"}, "reason"},
		{domain.DoGiveBack, atHead, true, nil, "reason"},
		{domain.DoReassign, atHead, true, map[string]string{"reason": "x"}, "lead"},
		{domain.DoDecide, atExecutor, true, map[string]string{"findings": "x"}, "outcome"},
		{domain.DoDecide, atExecutor, true, map[string]string{"outcome": "upheld"}, "findings"},
		{domain.DoDecide, atExecutor, true, map[string]string{"outcome": "upheld", "findings": "x", "on": "01.01.2027"}, "on"},
		{domain.DoNote, atClerk, false, map[string]string{"note": "inspection"}, "text"},
		{domain.DoAttach, atClerk, false, nil, "file"},
		{domain.DoAttach, atClerk, false, map[string]string{"file": "/a.pdf", "sheets": "три"}, "sheets"},
		{domain.DoCorrect, atClerk, false, map[string]string{"hour": "25:99", "reason": "x"}, "hour"},
		{domain.DoCorrect, atClerk, false, nil, "reason"},
	} {
		t.Run(string(tt.do)+" "+tt.field, func(t *testing.T) {
			d := newDesk(domain.ComplaintService)
			if tt.work {
				d.inWork(t)
			}
			c, _ := d.as(tt.by).screen(t)
			f := form(t, c, tt.do)
			fill(f, tt.typed)
			f.Submit()
			x, ok := f.FirstWrong()
			if !ok || x.Key != tt.field {
				t.Errorf("wrong is %v, the summary %q", x, f.Summary)
			}
			if c.Form() != f {
				t.Error("the form is gone")
			}
		})
	}
}

func TestHalfFilledFormIsFoundAgain(t *testing.T) {
	d := newDesk(domain.ComplaintService).inWork(t)
	c, _ := d.screen(t)
	fill(form(t, c, domain.DoDecide), map[string]string{"findings": "Служителят е отказал"})
	c.CloseForm()
	again, _ := d.screen(t)
	if f := form(t, again, domain.DoDecide); f.Text("findings") != "Служителят е отказал" {
		t.Errorf("found is %q", f.Text("findings"))
	}
}

func TestDoubleSubmitDoesItOnce(t *testing.T) {
	d := newDesk(domain.Signal)
	c, _ := d.screen(t)
	f := form(t, c, domain.DoNote)
	fill(f, map[string]string{"text": "Обадих се"})
	run := f.Run
	for range 2 {
		if err := run(); err != nil {
			t.Fatal(err)
		}
	}
	if len(d.c.Notes) != 1 {
		t.Errorf("%d notes", len(d.c.Notes))
	}
}

func TestGroundShowsOnlyTheFieldsItAsksFor(t *testing.T) {
	d := newDesk(domain.ComplaintService)
	c, _ := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoAdmit)
	if f.Text("ground") != string(domain.Admissible) || !f.Field("reason").Hidden {
		t.Errorf("proposed is %q", f.Text("ground"))
	}
	fill(f, map[string]string{"ground": string(domain.GroundNotOurs)})
	if f.Field("body").Hidden || !f.Field("into").Hidden || !strings.Contains(f.Field("ground").Hint, "Уведомление за препращане") {
		t.Errorf("the hint is %q", f.Field("ground").Hint)
	}
	for _, o := range f.Field("ground").Options {
		if o.Key == string(domain.GroundAnonymous) || o.Key == string(domain.GroundSealed) {
			t.Errorf("%s is offered", o.Key)
		}
	}
}

func TestAssignmentLeavesOutWhomTheComplaintNames(t *testing.T) {
	d := newDesk(domain.ComplaintStaff)
	must[domain.AdmissibilityDecided](t, d)(d.as(atSecretary).Acting().Admit(d.c, domain.AdmissibilityDecided{Ground: domain.Admissible}))
	c, r := d.screen(t)
	f := form(t, c, domain.DoResolve)
	name := hex.EncodeToString(atAccused[:])
	if slices.ContainsFunc(f.Field("lead").Options, func(o present.Option) bool { return o.Key == name }) {
		t.Error("the accused can be chosen")
	}
	fill(f, map[string]string{"department": hex.EncodeToString(taxes[:])})
	f.Submit()
	if len(r.toasts) != 1 || r.toasts[0].Undo != nil { // a atSecretary gives nothing back
		t.Errorf("toasts are %v", r.toasts)
	}
}

func TestClosingListsAllThatIsMissingAtOnce(t *testing.T) {
	d := newDesk(domain.ComplaintService).inWork(t)
	d.at(30)
	d.now = d.now.AddDate(0, 1, 0) // the term has passed
	c, _ := d.as(atHead).screen(t)
	f := form(t, c, domain.DoClose)
	var order []string
	for _, n := range f.Notices {
		order = append(order, n.Do)
	}
	if want := []string{"Запиши решението", "Подготви отговор", ""}; !slices.Equal(order, want) || f.Blocked == "" {
		t.Errorf("what is missing leads to %q, want %q; blocked %q", order, want, f.Blocked)
	}
	if f.Field("lateReason").Hidden || f.Field("lateReason").Hint == "" {
		t.Error("lateness is not asked for")
	}
	for _, n := range f.Notices {
		if n.Do == "Запиши решението" {
			n.Go()
		}
	}
	if c.Form() == f || c.Form() == nil || c.Form().Title != "Запиши решението" {
		t.Error("the button does not lead to the decision")
	}
}

func TestClosingCanBeTakenBackByWhoeverMayReopen(t *testing.T) {
	d := newDesk(domain.Praise)
	d.c.Intake.Sender.Contact = domain.Contact{Type: domain.Anonymous}
	c, r := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoClose)
	fill(f, map[string]string{"note": "Няма на кого да се благодари"})
	f.Submit()
	if d.c.State != domain.Closed || len(r.toasts) != 1 || r.toasts[0].Undo == nil {
		t.Fatalf("state %s, summary %q, toasts %v", d.c.State, f.Summary, r.toasts)
	}
	r.toasts[0].Undo()
	if d.c.State != domain.InResolution {
		t.Errorf("the case is %s", d.c.State)
	}
}

func TestWaitingForTheCitizenStopsNoTerm(t *testing.T) {
	d := newDesk(domain.ComplaintService)
	c, r := d.screen(t)
	due := c.View().Term.Due
	c.Wait()
	fill(c.Form(), map[string]string{"text": "Да донесе копие"})
	c.Form().Submit()
	if !c.View().Waits || c.View().Term.Due != due {
		t.Errorf("waits %v, due %s", c.View().Waits, c.View().Term.Due)
	}
	r.toasts[0].Undo()
	if c.View().Waits {
		t.Error("the mark stays")
	}
}

func TestExtensionStandsStillUntilItsLetterIsThere(t *testing.T) {
	d := newDesk(domain.ComplaintStaff).inWork(t)
	c, r := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoExtend)
	x := c.Extension()
	if f.Blocked == "" || len(f.Notices) != 1 || x == nil || x.Page != nil {
		t.Fatalf("blocked %q, notices %v", f.Blocked, f.Notices)
	}
	if !strings.Contains(f.Field("until").Hint, "12.01.2027") {
		t.Errorf("the latest day is not said: %q", f.Field("until").Hint)
	}
	f.Notices[0].Go()
	if y, ok := f.FirstWrong(); !ok || y.Key != "reason" || len(d.c.Letters) != 0 {
		t.Errorf("an empty letter was written: %v", d.c.Letters)
	}
	fill(f, map[string]string{"reason": "Чака се справка", "actions": "Получаване на справката", "until": "29.01.2027"})
	f.Notices[0].Go()
	if f.Field("until").Wrong == "" || len(d.c.Letters) != 0 {
		t.Error("a letter promises a day past the latest")
	}
	fill(f, map[string]string{"until": "19.12.2026"})
	if hint := f.Field("until").Hint; !strings.Contains(hint, "19.12.2026 е събота: срокът е 21.12.2026.") {
		t.Errorf("the day that it moves to is not said: %q", hint)
	}
	fill(f, map[string]string{"until": "21.12.2026"})
	f.Notices[0].Go()
	if f.Blocked != "" || x.Page == nil || len(d.c.Letters) != 1 {
		t.Fatalf("blocked %q, letters %v, summary %q", f.Blocked, d.c.Letters, f.Summary)
	}
	fill(f, map[string]string{"reason": "Чака се справка от НАП"})
	if f.Blocked == "" {
		t.Error("the letter says something else than the fields")
	}
	f.Notices[0].Go()
	f.Submit()
	if len(d.c.Extensions) != 1 || len(d.c.Letters) != 1 || d.c.Extensions[0].Letter != d.c.Letters[0].ID || len(r.toasts) != 1 {
		t.Errorf("extensions %v, letters %d, summary %q", d.c.Extensions, len(d.c.Letters), f.Summary)
	}
	if w := c.View().Term.Warnings; !slices.ContainsFunc(w, func(s string) bool { return strings.Contains(s, "влиза в сила") }) {
		t.Errorf("warnings are %q", w)
	}
}

func TestFilesAreAttachedByFormAndByDropping(t *testing.T) {
	d := newDesk(domain.Signal)
	d.files = map[string]string{"/tmp/скан.pdf": "%PDF", `C:\снимка.JPG`: "jpg"}
	c, r := d.screen(t)
	f := form(t, c, domain.DoAttach)
	fill(f, map[string]string{"file": "/tmp/скан.pdf", "sheets": "3"})
	f.Submit()
	c.Drop([]string{`C:\снимка.JPG`, "/няма"})
	files := c.View().Files
	if len(files) != 2 || files[0].Name != "снимка.JPG" || d.c.Documents[1].Type != "image/jpeg" || files[1].More != "1 КБ, 3 листа" {
		t.Errorf("files are %+v", files)
	}
	if len(r.toasts) != 2 {
		t.Errorf("toasts are %v", r.toasts)
	}
	c.ShowFile(files[1].ID)
	c.Print()
	if !slices.Equal(d.shown, []string{"скан.pdf scan", "receipt.pdf slip"}) {
		t.Errorf("shown is %q", d.shown)
	}
}

func TestCutKeepsWhatAFieldHolds(t *testing.T) {
	for _, tt := range []struct {
		kind  present.FieldKind
		typed string
		kept  string
		whole bool
	}{
		{present.LineField, "едно\nдве\tтри", "едно две три", true},
		{present.TextField, "едно\nдве\x00", "едно\nдве", true},
		{present.LineField, "Анна \u202eПримерова\u200b", "Анна Примерова", true},
		{present.LineField, strings.Repeat("ж", 600), strings.Repeat("ж", 500), false},
	} {
		f := present.Field{Kind: tt.kind}
		if kept, whole := f.Cut(tt.typed); kept != tt.kept || whole != tt.whole {
			t.Errorf("of %.20q is kept %.20q, %v", tt.typed, kept, whole)
		}
	}
}

func TestPapersAreLookedAtBesideTheCase(t *testing.T) {
	d := newDesk(domain.Signal)
	d.files = map[string]string{"/a.pdf": "%PDF", "/b.txt": "ред", "/c.jpg": "jpg", "/d.exe": "MZ"}
	c, _ := d.screen(t)
	c.Drop([]string{"/a.pdf", "/b.txt", "/c.jpg", "/d.exe"})
	for i, then := range []func(*present.Paper) bool{
		func(p *present.Paper) bool { return p.Note != "" && len(p.Pages) == 0 },
		func(p *present.Paper) bool { return len(p.Pages) == 1 },
		func(p *present.Paper) bool { return p.Text == "scan" },
		func(p *present.Paper) bool { return len(p.Pages) == 8 && p.Note != "" },
	} {
		c.LookAtFile(c.View().Files[i].ID)
		if p := c.Paper(); p == nil || !then(p) {
			t.Errorf("%s is seen as %+v", c.View().Files[i].Name, p)
		}
	}
	pdf := c.View().Files[3]
	c.LookAtFile(pdf.ID)
	if p := c.Paper(); p.Open == nil || strings.Contains(p.Note, "шрифтове") {
		t.Errorf("more pages than are shown: %+v", p)
	}
	d.borrows = true
	c.LookAtFile(pdf.ID)
	p := c.Paper()
	if p.Open == nil || !strings.Contains(p.Note, "няма свои шрифтове") {
		t.Fatalf("without fonts of its own: %+v", p)
	}
	opened := len(d.shown)
	if p.Open(); len(d.shown) != opened+1 {
		t.Errorf("opened %v", d.shown)
	}
	c.LookAtFile(c.View().Files[2].ID)
	if c.Paper().Open != nil {
		t.Error("a text that is seen whole is opened too")
	}
	if !c.ClosePaper() || c.Paper() != nil || c.ClosePaper() {
		t.Error("the paper is not put away")
	}
}

func TestATermIsExtendedOnlyByWhomTheRuleAllowsAndWhileItRuns(t *testing.T) {
	for name, tt := range map[string]struct {
		kind domain.Kind
		by   domain.UserID
		want bool
	}{
		"the secretary, a term of the law":      {domain.Signal, atSecretary, false},
		"the mayor, a term of the law":          {domain.Signal, atMayor, true},
		"the secretary, a term of the charter":  {domain.ComplaintStaff, atSecretary, true},
		"the mayor, a term that has no maximum": {domain.Opinion, atMayor, false},
	} {
		d := newDesk(tt.kind).inWork(t)
		c, _ := d.as(tt.by).screen(t)
		if got := c.View().Term.MayExtend; got != tt.want {
			t.Errorf("%s: it is offered: %v", name, got)
		}
		if f := c.Form(); f != nil {
			t.Errorf("%s: a form is open", name)
		}
	}
}

func TestAUnitWithoutAHeadIsWarnedOfUntilSomebodyIsChosen(t *testing.T) {
	d := newDesk(domain.Signal)
	empty := domain.DepartmentID{2}
	d.office.Departments = append(d.office.Departments, domain.Department{ID: empty, Name: "Озеленяване"})
	must[domain.AdmissibilityDecided](t, d)(d.as(atSecretary).Acting().Admit(d.c, domain.AdmissibilityDecided{Ground: domain.Admissible}))
	c, _ := d.screen(t)
	f := form(t, c, domain.DoResolve)
	choose := func(key, value string) {
		f.Field(key).Text = value
		f.Edit(f.Field(key))
	}
	choose("department", hex.EncodeToString(taxes[:]))
	if len(f.Notices) != 0 {
		t.Errorf("a unit with a head is warned of: %+v", f.Notices)
	}
	choose("department", hex.EncodeToString(empty[:]))
	if len(f.Notices) != 1 || !strings.Contains(f.Notices[0].Words, "„Озеленяване“") {
		t.Errorf("of a unit without a head is said %+v", f.Notices)
	}
	choose("lead", hex.EncodeToString(atExecutor[:]))
	if len(f.Notices) != 0 {
		t.Errorf("somebody was chosen: %+v", f.Notices)
	}
}
