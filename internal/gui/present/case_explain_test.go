package present_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// asked is a complaint in work, in which the accused is asked to explain.
func asked(t *testing.T) *deskOffice {
	t.Helper()
	d := newDesk(domain.ComplaintStaff).inWork(t)
	must[domain.CaseNoted](t, d)(d.Acting().Note(d.c, domain.CaseNoted{
		Note: domain.AskedOpinion, Text: "Кога напуснахте гишето?", To: atAccused, Due: calendar.NewDate(2026, 11, 17),
	}))
	return d
}

// explaining is the screen of whoever is asked.
func (d *deskOffice) explaining(t *testing.T) (*present.Explain, *room) {
	t.Helper()
	words, r := speaker(t), &room{}
	x := present.NewExplain(present.Env{
		Say: words, Now: func() time.Time { return d.now }, Go: inline,
		After: func(_ time.Duration, f func()) func() { f(); return func() {} },
		Tell:  func(err error) string { return words.Fault(err, "") },
		Open:  func(to present.Route) { r.opened = append(r.opened, to) },
		Back:  func() { r.opened = append(r.opened, present.Route{}) },
		Toast: func(x present.Toast) { r.toasts = append(r.toasts, x) },
	}, d, present.Route{Place: present.ExplainPlace, Case: theCase})
	x.Load()
	return x, r
}

func TestWhoIsOutsideIsAskedByALetter(t *testing.T) {
	c, r := newDesk(domain.ComplaintStaff).inWork(t).screen(t)
	f := form(t, c, "ask")
	fill(f, map[string]string{"to": "", "text": "Кога е последната проверка?"})
	f.Submit()
	want := present.Route{Place: present.LetterPlace, Case: theCase, Arg: string(domain.TAsk)}
	if len(r.opened) != 1 || r.opened[0] != want || len(r.toasts) != 1 {
		t.Errorf("went to %v, said %v, wrong %q", r.opened, r.toasts, f.Summary)
	}
}

func TestWhoIsNamedReadsTheQuestionsAndNothingElse(t *testing.T) {
	x, _ := asked(t).as(atAccused).explaining(t)
	v := x.View()
	if len(v.Questions) != 1 || v.Questions[0].Words != "Кога напуснахте гишето?" || !strings.Contains(v.Due, "17.11.2026") ||
		!strings.Contains(v.Rule, "чл. 113 АПК") || v.Left.Words != "остават 3 раб. дни" {
		t.Errorf("shown %+v", v)
	}
	if x.Form() == nil {
		t.Fatal("there is no field for the answer")
	}
}

func TestAnAnswerIsRecordedOnceAndReadAgain(t *testing.T) {
	d := asked(t).as(atAccused)
	x, r := d.explaining(t)
	f := x.Form()
	f.Submit()
	if f.Field("text").Wrong == "" {
		t.Error("an answer without words was taken")
	}
	f.Write(f.Field("text"), "В 12:00 ч., за обяд.")
	f.Submit()
	f.Submit()
	if n := len(d.c.Notes); n != 2 || d.c.Notes[1].Note != domain.GaveExplaining || d.c.Notes[1].By != atAccused {
		t.Errorf("notes %+v", d.c.Notes)
	}
	if len(r.toasts) == 0 || len(r.opened) == 0 {
		t.Error("it was not told, or one is not led back")
	}
	x, _ = d.explaining(t)
	if v := x.View(); x.Form() != nil || len(v.Answers) != 1 || v.Answers[0].Words != "В 12:00 ч., за обяд." {
		t.Errorf("shown %+v", v)
	}
}

func TestWhoIsNotAskedReadsNothing(t *testing.T) {
	x, _ := newDesk(domain.ComplaintStaff).as(atAccused).explaining(t)
	if x.Refused() == "" || x.View().Loaded || x.Form() != nil {
		t.Errorf("refused %q, shown %+v", x.Refused(), x.View())
	}
}

func TestARefusedCaseNamesTheRuleAndTheWayToExplain(t *testing.T) {
	d := asked(t).as(atAccused)
	d.refuse = domain.Refuse("open", domain.HiddenFromNamed).With(office.Deciding, []domain.UserID{atSecretary})
	c, r := d.screen(t)
	no := c.Refused()
	var words []string
	for _, l := range no.Lines {
		words = append(words, l.Words, l.Law)
	}
	all := strings.Join(words, " ")
	for _, want := range []string{"И. Стоянова", "не решава", "чл. 113 АПК", "12.11.2026", "до 17.11.2026"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q does not stand in %q", want, all)
		}
	}
	if !no.Explain {
		t.Fatal("there is no way to explain")
	}
	c.Explain()
	if len(r.opened) != 1 || r.opened[0].Place != present.ExplainPlace || r.opened[0].Case != theCase {
		t.Errorf("leads to %+v", r.opened)
	}
	c.Load() // the office has changed
	if want := []office.Looked{office.Opened, office.Again}; !slices.Equal(d.looks, want) {
		t.Errorf("looks %v, want %v", d.looks, want)
	}
	e := newDesk(domain.ComplaintStaff).as(atAccused)
	e.refuse = domain.Refuse("open", domain.HiddenFromNamed)
	c2, _ := e.screen(t)
	if no := c2.Refused(); no.Explain || !strings.Contains(no.Lines[0].Words, "кмета") || !strings.Contains(no.Lines[len(no.Lines)-1].Words, "когато Ви го поискат") {
		t.Errorf("whom nobody has asked is told %+v", no)
	}
	d.refuse = nil // he was named by mistake
	d.as(atExecutor)
	c.Load()
	if want := office.Opened; d.looks[len(d.looks)-1] != want || !c.View().Loaded {
		t.Errorf("looks %v", d.looks)
	}
}

func TestTheExecutorAsksWhomTheCaseNames(t *testing.T) {
	d := newDesk(domain.ComplaintStaff).inWork(t)
	c, _ := d.screen(t)
	if !c.Press("I") {
		t.Fatal("the key asks nobody")
	}
	f := c.Form()
	if to := f.Field("to"); to.Text == "" || !strings.Contains(to.Options[0].Words, "Снежана Лазарова") {
		t.Fatalf("first among those to be asked: %+v", to.Options)
	}
	if len(f.Notices) != 1 || f.Day("due") != calendar.NewDate(2026, 11, 17) {
		t.Errorf("notices %+v, answer by %v", f.Notices, f.Day("due"))
	}
	f.Write(f.Field("text"), "Карахте ли се с Елена Кръстева?")
	f.Submit()
	if f.Field("text").Wrong == "" {
		t.Fatal("the question says who the sender is")
	}
	f.Write(f.Field("text"), "Кога напуснахте гишето?")
	f.Submit()
	if len(d.c.Asked(atAccused)) != 1 {
		t.Fatalf("notes %+v", d.c.Notes)
	}
	v := c.View()
	if v.Course[0].Words != "Поискано обяснение от С. Лазарова, до 17.11.2026" {
		t.Errorf("told as %q", v.Course[0].Words)
	}
	if !slices.ContainsFunc(v.Marks, func(m present.CaseMark) bool { return m.Words == "чака обяснение" }) {
		t.Errorf("marks %+v", v.Marks)
	}
	d.as(atAccused)
	must[domain.CaseNoted](t, d)(d.Acting().Explain(d.c, "В 12:00 ч."))
	d.as(atExecutor)
	c.Load()
	if who := c.View().Next.Who; !strings.HasSuffix(who, "Обяснението е получено.") {
		t.Errorf("next says %q", who)
	}
}

func TestTheDraftsOfTheLineAndOfTheFormAreTwo(t *testing.T) {
	d := newDesk(domain.ComplaintStaff).inWork(t)
	c, _ := d.screen(t)
	c.Type("в реда")
	c.Start(domain.DoNote)
	c.Form().Write(c.Form().Field("text"), "във формата")
	c.Leave()
	c, _ = d.screen(t)
	c.Start(domain.DoNote)
	if line, _ := c.Typed(); line != "в реда" || c.Form().Text("text") != "във формата" {
		t.Errorf("kept %q and %q", line, c.Form().Text("text"))
	}
}

func TestWhatOneIsAskedStandsBeforeEverythingElse(t *testing.T) {
	d := newTodayDesk()
	d.add(dayOf("2026-11-26"), func(e *domain.Entry) { e.State = domain.Registered })
	d.invited = []office.Invitation{{
		Case: domain.CaseID{77}, Number: domain.Number{Text: "94-77/20.11.2026", Serial: 77, Date: dayOf("2026-11-20")}, Waits: true, Due: dayOf("2026-11-24"),
	}}
	p := newTodayPage(t, d)
	card := p.Cards()[present.TodayMine]
	if card.Count != 2 || card.Rows[0].Title != "Дайте обяснение" || card.Rows[0].Left != "1 раб. ден" || card.Rows[0].Urgency != domain.Soon {
		t.Fatalf("card %+v", card)
	}
	if len(card.Cases) != 1 {
		t.Errorf("the list that one walks through has %d cases", len(card.Cases))
	}
	p.OpenRow(int(present.TodayMine), 0)
	if to := p.opened[0]; to.Place != present.ExplainPlace || to.Case != (domain.CaseID{77}) || to.Walk != nil {
		t.Errorf("leads to %+v", to)
	}
	d.entries = nil
	p = newTodayPage(t, d)
	if card := p.Cards()[present.TodayMine]; card.Count != 1 || card.More != "" {
		t.Errorf("a list is offered that has nothing of it: %+v", card)
	}
}

func TestWhomACaseNamesSaysThatItIsAMistake(t *testing.T) {
	d := newDesk(domain.ComplaintStaff).as(atAccused)
	d.refuse = domain.Refuse("open", domain.HiddenFromNamed).With(office.Deciding, []domain.UserID{atSecretary})
	c, r := d.screen(t)
	if !c.Refused().Mistake {
		t.Fatal("there is no way to say so")
	}
	c.ClaimMistake()
	f := c.Form()
	f.Submit()
	if wrongs(f) != "text" {
		t.Errorf("wrong: %s", wrongs(f))
	}
	f.Write(f.Field("text"), "Бях в отпуск.")
	c.Load() // the office has changed
	if c.Form() != f {
		t.Error("what is typed is gone")
	}
	f.Submit()
	if c.Form() != nil || len(r.toasts) != 1 || len(d.c.Claims()) != 1 {
		t.Errorf("told %v, noted %+v", r.toasts, d.c.Claims())
	}
	no := c.Refused()
	if no.Mistake || strings.Contains(r.toasts[0].Words, d.c.Number.Text) {
		t.Errorf("once more, or with the number: %+v, %q", no, r.toasts[0].Words)
	}
	d.refuse = nil
	s, _ := d.as(atSecretary).screen(t)
	if v := s.View(); len(v.Warnings) != 1 || !strings.Contains(v.Warnings[0], "Бях в отпуск.") || !slices.Contains(offered(v), "settle_mistake") {
		t.Errorf("the secretary is told %q and offered %v", v.Warnings, offered(v))
	}
	s.Start("settle_mistake")
	fillIn(s.Form(), map[string]string{"text": "В графика сте."}).Submit()
	if n, ok := d.c.Settled(atAccused); !ok || n.Text != "В графика сте." {
		t.Errorf("answered %+v", n)
	}
	d.refuse = domain.Refuse("open", domain.HiddenFromNamed)
	c2, _ := d.as(atAccused).screen(t)
	if !slices.ContainsFunc(c2.Refused().Lines, func(l present.CaseRefusedLine) bool { return l.Words == "В графика сте." }) || !c2.Refused().Mistake {
		t.Errorf("he is told %+v", c2.Refused())
	}
}
