package present_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// todayDesk is an office with duties.
type todayDesk struct {
	intakeDesk
	backup  bool
	asked   int
	invited []office.Invitation
}

func newTodayDesk() *todayDesk {
	d := &todayDesk{intakeDesk: *newIntakeDesk(), backup: true}
	for year := 2025; year <= 2028; year++ {
		d.office.Confirmed = append(d.office.Confirmed, domain.ConfirmedYear{Year: year})
	}
	return d
}

// add puts a case into the office that is due on a day; zero = it has no term.
func (d *todayDesk) add(due calendar.Date, change func(*domain.Entry)) {
	n := len(d.entries) + 1
	e := domain.Entry{
		Case: domain.CaseID{byte(n), byte(n >> 8), byte(n >> 16)}, Kind: domain.Question, State: domain.InWork, Subject: fmt.Sprintf("Случай %d", n), Sender: "Иван Иванов",
		Number: domain.Number{Text: fmt.Sprintf("94-%d/01.11.2026", n), Serial: n, Date: dayOf("2026-11-01")}, ReceivedOn: dayOf("2026-11-02"), Lead: taxClerk,
	}
	if due != 0 {
		e.Deadlines = []domain.Deadline{{Clock: domain.CharterClock, Start: e.ReceivedOn, Due: due}}
	}
	if change != nil {
		change(&e)
	}
	d.entries = append(d.entries, e)
}

func (d *todayDesk) Duties() []office.Due {
	d.asked++
	var all []office.Due
	for _, e := range d.entries {
		all = append(all, office.Due{Entry: e, Reminder: d.office.Remind(e, dayOf("2026-11-23"))})
	}
	slices.SortStableFunc(all, func(a, b office.Due) int { return int(b.Urgency) - int(a.Urgency) })
	return all
}

func (d *todayDesk) Invitations() ([]office.Invitation, error) { return d.invited, nil }

func (d *todayDesk) LastBackup() (note desk.BackupNote, ok bool) { return desk.BackupNote{}, d.backup }

// todayPage is the morning with where it led.
type todayPage struct {
	*present.Today
	opened []present.Route
	queue  []func()
	held   bool
}

func newTodayPage(tb testing.TB, d *todayDesk, opened ...domain.CaseID) *todayPage {
	tb.Helper()
	p := &todayPage{}
	env := present.Env{
		Say: speaker(tb), Now: func() time.Time { return d.now },
		Go: func(work, done func()) {
			if p.held {
				p.queue = append(p.queue, func() { work(); done() })
				return
			}
			work()
			done()
		},
		Open: func(r present.Route) { p.opened = append(p.opened, r) },
	}
	p.Today = present.NewToday(env, d, func() []domain.CaseID { return opened })
	p.Reload()
	return p
}

func count(p *todayPage, k present.TodayKind) int { return p.Cards()[k].Count }

func TestCasesStandOnTheCardsOfTheirTerms(t *testing.T) {
	d := newTodayDesk()
	for _, due := range []string{"2026-11-18", "2026-11-20", "2026-11-23", "2026-11-24", "2026-11-30", "2026-12-01"} {
		d.add(dayOf(due), nil)
	}
	d.add(0, nil)
	p := newTodayPage(t, d)
	for card, want := range map[present.TodayKind]int{present.TodayLate: 2, present.TodayDue: 1, present.TodaySoon: 2} {
		if got := count(p, card); got != want {
			t.Errorf("card %d counts %d, want %d", card, got, want)
		}
	}
	late := p.Cards()[present.TodayLate].Rows[0]
	if late.Left != "с 5 дни" || late.When != "ср 18.11" || late.Second != "94-1, Иван Иванов" || late.Box != "В" {
		t.Errorf("a late case reads %+v", late)
	}
	if today := p.Cards()[present.TodayDue].Rows[0]; today.Left != "днес" || today.When != "" {
		t.Errorf("a case of today reads %+v", today)
	}
	if soon := p.Cards()[present.TodaySoon]; soon.Title != "До 5 работни дни" || soon.Rows[0].Left != "1 раб. ден" || soon.More != "Отвори списъка" {
		t.Errorf("soon reads %+v", soon)
	}
}

func TestEveryStepHasItsWords(t *testing.T) {
	for _, do := range []domain.Action{
		domain.DoAdmit, domain.DoResolve, domain.DoAccept, domain.DoReassign, domain.DoDecide, domain.DoDraft, domain.DoSubmit,
		domain.DoEndorse, domain.DoSign, domain.DoDispatch, domain.DoServe, domain.DoExecute, domain.DoClose, domain.DoArchive, domain.DoCorrect,
	} {
		if words := speaker(t).T("today.do_" + string(do)); strings.Contains(words, "[") {
			t.Errorf("%s says %q", do, words)
		}
	}
}

func TestCardShowsFiveRowsAndSaysHowManyMore(t *testing.T) {
	d := newTodayDesk()
	for range 8 {
		d.add(dayOf("2026-11-18"), nil)
	}
	card := newTodayPage(t, d).Cards()[present.TodayLate]
	if card.Count != 8 || len(card.Rows) != 5 || card.More != "Още 3" {
		t.Errorf("card %+v", card)
	}
}

func TestEmptyCardsSayWhatComesNext(t *testing.T) {
	d := newTodayDesk()
	d.add(dayOf("2026-12-15"), nil)
	d.add(dayOf("2026-12-10"), nil)
	p := newTodayPage(t, d)
	if c := p.Cards()[present.TodayLate]; c.Empty != "Няма просрочени." || c.Next != "Следващият срок е 10.12 (94-2)." || c.More != "" {
		t.Errorf("nothing late says %q %q %q", c.Empty, c.Next, c.More)
	}
	for _, c := range newTodayPage(t, newTodayDesk()).Cards() {
		if c.Empty == "" || strings.Contains(c.Empty+c.Next, "{") {
			t.Errorf("an empty card says %q %q", c.Empty, c.Next)
		}
	}
}

func TestWhatWaitsForMeIsWhatTheWorkflowSays(t *testing.T) {
	d := newTodayDesk()
	d.add(dayOf("2026-11-27"), func(e *domain.Entry) { e.State = domain.Registered })
	d.add(dayOf("2026-11-27"), func(e *domain.Entry) { e.State, e.Lead = domain.Assigned, taxClerk })
	d.add(dayOf("2026-11-27"), func(e *domain.Entry) {
		e.State = domain.Signed
		e.Pending = []domain.Pending{{Letter: domain.LetterID{9}, Template: domain.TAnswer, State: domain.LetterSigned, Author: taxClerk}}
	})
	mine := newTodayPage(t, d).Cards()[present.TodayMine]
	var todo []string
	for _, r := range mine.Rows {
		todo = append(todo, r.Title)
	}
	if want := []string{"Решете допустимостта", "Изпратете писмото"}; !slices.Equal(todo, want) || mine.Count != 2 {
		t.Errorf("a clerk is asked to %q (%d)", todo, mine.Count)
	}
	if mine.Rows[1].Letter != (domain.LetterID{9}) {
		t.Error("the row does not know its letter")
	}
	d.user = taxClerk
	if mine = newTodayPage(t, d).Cards()[present.TodayMine]; mine.Count != 1 || mine.Rows[0].Title != "Приемете за работа" {
		t.Errorf("an executor is asked for %+v", mine.Rows)
	}
}

func TestWhatSomebodyIsInDangerOfWaitsFirst(t *testing.T) {
	d := newTodayDesk()
	d.add(dayOf("2026-11-25"), func(e *domain.Entry) { e.State = domain.Registered })
	d.add(dayOf("2026-11-30"), func(e *domain.Entry) { e.State, e.Flags = domain.Registered, e.Flags|domain.FlagDanger })
	mine := newTodayPage(t, d).Cards()[present.TodayMine]
	if mine.Count != 2 || len(mine.Rows) != 2 || !mine.Rows[0].Danger || mine.Rows[1].Danger || mine.Cases[0] != mine.Rows[0].Case {
		t.Errorf("waits %d: %+v", mine.Count, mine.Rows)
	}
}

func TestWhatNobodyHasInHandIsSeen(t *testing.T) {
	d := newTodayDesk()
	for _, s := range []domain.State{domain.Registered, domain.InResolution, domain.Assigned, domain.InWork, domain.Dispatched} {
		d.add(dayOf("2026-12-27"), func(e *domain.Entry) { e.State = s })
	}
	card := newTodayPage(t, d).Cards()[present.TodayFree]
	if card.Count != 3 || card.Rows[0].When != "регистрирана" || card.Rows[0].Left != "от 02.11" {
		t.Errorf("card %+v", card)
	}
}

func TestLettersThatDidNotLeaveOrAreNotProvedAreSeen(t *testing.T) {
	letter := func(s domain.LetterState, via domain.Channel) func(*domain.Entry) {
		return func(e *domain.Entry) {
			e.State = domain.Dispatched
			e.Pending = []domain.Pending{{Letter: domain.LetterID{1}, Template: domain.TAnswer, State: s, Via: via, SentOn: dayOf("2026-11-02")}}
		}
	}
	d := newTodayDesk()
	d.add(0, letter(domain.LetterSigned, ""))
	d.add(0, letter(domain.LetterSent, domain.ByPost))
	d.add(0, letter(domain.LetterSent, domain.ByEmail))
	d.add(0, letter(domain.LetterDraft, ""))
	card := newTodayPage(t, d).Cards()[present.TodayUnsent]
	if card.Count != 2 || card.Rows[0].When != "подписано" || card.Rows[1].When != "без потвърждение" || card.Rows[1].Left != "21 дни" {
		t.Errorf("card %+v", card)
	}
}

func TestNumbersOfTheCardsAreThoseOfTheirLists(t *testing.T) {
	d := newTodayDesk()
	for i := range 60 {
		d.add(dayOf("2026-11-10").AddDays(i), func(e *domain.Entry) {
			e.State = []domain.State{domain.Registered, domain.InResolution, domain.Assigned, domain.InWork, domain.Signed}[i%5]
			if e.State == domain.Signed {
				e.Pending = []domain.Pending{{Letter: domain.LetterID{byte(i)}, Template: domain.TAnswer, State: domain.LetterSigned, Author: taxClerk}}
			}
		})
	}
	p := newTodayPage(t, d)
	for k, card := range p.Cards() {
		p.OpenList(present.TodayKind(k))
		to := p.opened[len(p.opened)-1]
		env := present.Env{Say: speaker(t), Now: func() time.Time { return d.now }, Go: inline, After: func(time.Duration, func()) func() { return func() {} }}
		r := present.NewRegister(env, registerOf{d}, to.Arg)
		r.Load()
		if to.Place != present.RegisterPlace || r.Count() != card.Count {
			t.Errorf("%s says %d, its list %q has %d", card.Title, card.Count, to.Arg, r.Count())
		}
	}
}

// registerOf lets the register read the office of the morning.
type registerOf struct{ *todayDesk }

func (r registerOf) Entries(want func(*domain.Entry) bool) []*domain.Entry {
	list := r.List(func(e domain.Entry) bool { return want == nil || want(&e) })
	all := make([]*domain.Entry, len(list))
	for i := range list {
		all[i] = &list[i]
	}
	return all
}

func (registerOf) Peek(domain.CaseID) (office.File, error) { return office.File{}, nil }

func (registerOf) Case(domain.CaseID, office.Looked) (office.File, error) { return office.File{}, nil }

func (registerOf) WriteRegister(string, []domain.Entry, string, func(int, int) bool) error {
	return nil
}

func (registerOf) PrintRegister(string, []domain.Entry, func(int, int) bool) ([]byte, error) {
	return nil, nil
}

func TestKeysGoOverTheCards(t *testing.T) {
	d := newTodayDesk()
	for range 3 {
		d.add(dayOf("2026-11-18"), nil)
	}
	d.add(dayOf("2026-11-23"), nil)
	p := newTodayPage(t, d)
	at := func(card, row int) {
		t.Helper()
		if p.Card != card || p.Row != row {
			t.Errorf("at %d/%d, want %d/%d", p.Card, p.Row, card, row)
		}
	}
	p.Jump(0)
	at(0, 0)
	p.Down(1)
	p.Down(1)
	p.Down(1)
	at(0, 2)
	p.Across(1)
	at(1, 0) // there is one row only
	p.Enter()
	if len(p.opened) != 1 || p.opened[0].Place != present.CasePlace || p.opened[0].Case != d.entries[3].Case {
		t.Errorf("opened %+v", p.opened)
	}
	p.Across(1)
	at(2, -1)
	p.Enter()
	p.Across(-1)
	p.Across(-1)
	p.Across(-1)
	if p.Card != 5 {
		t.Errorf("left of the first is %d", p.Card)
	}
	p.Jump(6)
	p.Jump(-1)
	if p.Card != 5 || len(p.opened) != 1 {
		t.Errorf("a jump to nowhere led to %d", p.Card)
	}
}

func TestLoadCountsTheNextTenWorkingDays(t *testing.T) {
	d := newTodayDesk()
	d.add(dayOf("2026-11-23"), nil)
	d.add(dayOf("2026-11-25"), nil)
	d.add(dayOf("2026-11-25"), nil)
	d.add(dayOf("2026-12-04"), nil)
	d.add(dayOf("2026-12-07"), nil)
	load := newTodayPage(t, d).Load()
	if len(load) != 10 || load[0].Day != "пн 23.11" || load[9].Day != "пт 04.12" {
		t.Fatalf("days %+v", load)
	}
	var counts []int
	for _, x := range load {
		counts = append(counts, x.Count)
	}
	if want := []int{1, 0, 2, 0, 0, 0, 0, 0, 0, 1}; !slices.Equal(counts, want) {
		t.Errorf("counts %v", counts)
	}
	if load[0].Urgency != domain.Today || load[1].Urgency != domain.Soon || load[9].Urgency != domain.OnTime || !load[5].First {
		t.Errorf("colours %+v", load)
	}
}

func TestUnconfirmedYearIsSaid(t *testing.T) {
	d := newTodayDesk()
	if words := newTodayPage(t, d).Banner(); words != "" {
		t.Errorf("confirmed years say %q", words)
	}
	d.office.Confirmed = d.office.Confirmed[:2] // 2025, 2026
	if words := newTodayPage(t, d).Banner(); words != "Празниците за 2027 не са потвърдени: сроковете след 31.12.2026 са предварителни." {
		t.Errorf("the next year says %q", words)
	}
	next := newTodayPage(t, d)
	if next.Confirm(); next.opened[0].Arg != "01.01.2027" {
		t.Errorf("confirming the next year leads to %+v", next.opened)
	}
	d.office.Confirmed = nil
	p := newTodayPage(t, d)
	if !strings.Contains(p.Banner(), "за 2026") {
		t.Errorf("this year says %q", p.Banner())
	}
	p.Confirm()
	if p.opened[0].Place != present.CalendarPlace {
		t.Errorf("confirming leads to %+v", p.opened)
	}
}

func TestFirstStepsAreForAdministratorsUntilTheyAreDone(t *testing.T) {
	d := newTodayDesk()
	d.backup = false
	if steps := newTodayPage(t, d).Steps(); steps != nil {
		t.Errorf("a clerk is shown %+v", steps)
	}
	d.office.Users[0].Grants = append(d.office.Users[0].Grants, domain.RoleGranted{User: deskClerk, Role: domain.Admin, From: dayOf("2026-01-05")})
	steps := newTodayPage(t, d).Steps()
	if len(steps) != 3 || !steps[0].Done || !steps[1].Done || steps[2].Done {
		t.Errorf("steps %+v", steps)
	}
	d.backup = true
	if steps := newTodayPage(t, d).Steps(); steps != nil {
		t.Errorf("all is done, and %+v is shown", steps)
	}
}

func TestCasesOpenedLastComeFirst(t *testing.T) {
	d := newTodayDesk()
	for range 8 {
		d.add(dayOf("2026-12-18"), nil)
	}
	gone := domain.CaseID{200}
	rows := newTodayPage(t, d, d.entries[3].Case, gone, d.entries[1].Case).Opened()
	if len(rows) != 2 || rows[0].Title != "Случай 4" || rows[1].Title != "Случай 2" || rows[0].Second != "94-4, Иван Иванов" {
		t.Errorf("opened %+v", rows)
	}
}

func TestManyChangesAreLookedAtOnce(t *testing.T) {
	d := newTodayDesk()
	p := newTodayPage(t, d)
	before := d.asked
	p.held = true
	for range 10 {
		p.Reload()
	}
	p.held = false
	for len(p.queue) > 0 {
		f := p.queue[0]
		p.queue = p.queue[1:]
		f()
	}
	if got := d.asked - before; got != 2 {
		t.Errorf("ten changes cost %d looks, want 2", got)
	}
}

func TestNavRemembersCasesOnceAndForgetsThemWithTheUser(t *testing.T) {
	var n present.Nav
	for _, id := range []byte{1, 2, 1, 3} {
		n.Go(present.Route{Place: present.CasePlace, Case: domain.CaseID{id}}, nil)
	}
	if want := []domain.CaseID{{3}, {1}, {2}}; !slices.Equal(n.Opened(), want) {
		t.Errorf("opened %v", n.Opened())
	}
	n.Forget()
	if len(n.Opened()) != 0 {
		t.Error("the next user sees what was open")
	}
}

func BenchmarkMorningOf100000Duties(b *testing.B) {
	d := newTodayDesk()
	for i := range 100_000 {
		d.add(dayOf("2026-11-01").AddDays(i%90), func(e *domain.Entry) {
			e.State = []domain.State{domain.Registered, domain.InResolution, domain.Assigned, domain.InWork, domain.Signed}[i%5]
			if e.State == domain.Signed {
				e.Pending = []domain.Pending{{Letter: domain.LetterID{byte(i)}, Template: domain.TAnswer, State: domain.LetterSigned, Author: taxClerk}}
			}
		})
	}
	fixed := &fixedDuties{todayDesk: d, duties: d.Duties()}
	env := present.Env{Say: speaker(b), Now: func() time.Time { return d.now }, Go: inline}
	p := present.NewToday(env, fixed, func() []domain.CaseID { return nil })
	for b.Loop() {
		p.Reload()
	}
}

type fixedDuties struct {
	*todayDesk
	duties []office.Due
}

func (f *fixedDuties) Duties() []office.Due { return f.duties }

func TestMorningBeginsAtTheFirstThingThereIs(t *testing.T) {
	d := newTodayDesk()
	d.add(dayOf("2026-11-24"), nil)
	p := newTodayPage(t, d)
	if !p.Begin() || p.Card != int(present.TodaySoon) || p.Row != 0 || p.Begin() {
		t.Errorf("it begins at card %d, row %d", p.Card, p.Row)
	}
	p = newTodayPage(t, d)
	p.Choose(int(present.TodaySoon), 0)
	if p.Begin() {
		t.Error("what somebody chose is left")
	}
}

func TestWhatWasChosenIsFoundAgainAlsoBeforeTheOfficeWasLookedAt(t *testing.T) {
	d := newTodayDesk()
	d.add(dayOf("2026-11-18"), nil)
	d.add(dayOf("2026-11-18"), nil)
	p := newTodayPage(t, d)
	p.held = true
	p.Today = present.NewToday(p.Env, d, func() []domain.CaseID { return nil })
	p.Reload()
	p.Choose(int(present.TodayLate), 1)
	for _, f := range p.queue {
		f()
	}
	if p.Begin() || p.Row != 1 {
		t.Errorf("row %d is chosen", p.Row)
	}
}

func TestACaseOfACardLeadsToTheNextOneAlsoOfThoseNotShown(t *testing.T) {
	d := newTodayDesk()
	for range 8 {
		d.add(dayOf("2026-11-18"), nil)
	}
	p := newTodayPage(t, d)
	p.OpenRow(int(present.TodayLate), 2)
	walk := p.opened[0].Walk
	if next, ok := walk.Step(d.entries[4].Case, 1); walk.Place(p.opened[0].Case) != 3 || !ok || next != d.entries[5].Case {
		t.Errorf("opened %+v", p.opened[0])
	}
}

func TestTheTermsOfTasksLeadToTheirForms(t *testing.T) {
	d := newTodayDesk()
	d.add(dayOf("2026-12-20"), func(e *domain.Entry) { // what came too much, and it is closed
		e.State, e.ClosedOn, e.SurplusDue = domain.Closed, dayOf("2026-11-19"), dayOf("2026-11-20")
	})
	d.add(dayOf("2026-12-20"), func(e *domain.Entry) {
		e.State, e.Flags, e.WaitsUntil, e.Lead = domain.Registered, domain.FlagWaiting, dayOf("2026-11-19"), domain.UserID{}
	})
	d.add(dayOf("2026-11-23"), func(e *domain.Entry) { e.SurplusDue = dayOf("2026-11-25") })
	p := newTodayPage(t, d)
	late, due, soon := p.Cards()[present.TodayLate].Rows[0], p.Cards()[present.TodayDue].Rows[0], p.Cards()[present.TodaySoon].Rows[0]
	if late.Title != "За връщане на лични данни: Случай 1" || late.Left != "с 3 дни" {
		t.Errorf("surplus data read %+v", late)
	}
	if soon.Title != "Подателят не отговори до 19.11" || soon.Left != "преди 4 дни" || soon.Second != "94-2, Иван Иванов" {
		t.Errorf("who has not answered reads %+v", soon)
	}
	if due.Second != "94-3, и лични данни до 25.11" {
		t.Errorf("two terms read %+v", due)
	}
	for card, want := range map[present.TodayKind]string{
		present.TodayLate: string(domain.DoSettleSurplus), present.TodaySoon: string(domain.DoAdmit), present.TodayDue: "",
	} {
		p.OpenRow(int(card), 0)
		if to := p.opened[len(p.opened)-1]; to.Place != present.CasePlace || to.Arg != want {
			t.Errorf("card %d leads to %+v", card, to)
		}
	}
	if mine := p.Cards()[present.TodayMine].Rows[0]; mine.Title != "Решете допустимостта" || mine.When != "няма отговор" {
		t.Errorf("mine reads %+v", mine)
	}
}

func TestWhatIsToBeForwardedLeadsToItsLetter(t *testing.T) {
	d := newTodayDesk()
	d.add(0, func(e *domain.Entry) {
		e.State, e.ReceivedOn, e.Lead, e.Sender = domain.StateForwarded, dayOf("2026-11-12"), domain.UserID{}, ""
		e.Flags = domain.FlagUnreachable
	})
	p := newTodayPage(t, d)
	p.OpenRow(int(present.TodayLate), 0)
	if to := p.opened[0]; to.Place != present.LetterPlace || to.Case != d.entries[0].Case {
		t.Errorf("it leads to %+v", to)
	}
}

func TestAHeadLooksAtTheLoadOfHisOwnUnitFirst(t *testing.T) {
	d := newTodayDesk()
	mine, other := domain.DepartmentID{21}, domain.DepartmentID{22}
	d.office.Departments = []domain.Department{{ID: mine, Name: "Екология"}, {ID: other, Name: "Данъци"}, {ID: domain.DepartmentID{23}, Name: "Закрит", Closed: true}}
	for _, of := range []domain.DepartmentID{mine, other, other} {
		d.add(dayOf("2026-11-24"), func(e *domain.Entry) { e.Department = of })
	}
	d.add(dayOf("2026-12-12"), func(e *domain.Entry) { e.ReceivedOn, e.Deadlines[0].Start = dayOf("2026-10-12"), dayOf("2026-10-12") })
	if p := newTodayPage(t, d); len(p.Units()) != 0 || p.Load()[1].Count != 3 || p.LoadTitle() != "Срокове по дни" {
		t.Errorf("who leads nothing sees %+v of %q", p.Load()[1], p.LoadTitle())
	}
	d.office = d.office.Apply(domain.Fact{Event: domain.RoleGranted{User: d.Acting().User, Role: domain.Head, Department: mine}})
	p := newTodayPage(t, d)
	if len(p.Units()) != 3 || p.LoadTitle() != "Екология" || p.Load()[1].Count != 1 {
		t.Errorf("a head sees %+v of %q, and %+v", p.Load()[1], p.LoadTitle(), p.Units())
	}
	p.ShowUnit(p.Units()[2].Key)
	if p.LoadTitle() != "Данъци" || p.Load()[1].Count != 2 {
		t.Errorf("of another unit %+v of %q", p.Load()[1], p.LoadTitle())
	}
	p.ShowUnit("")
	p.Reload()
	if p.LoadTitle() != "Срокове по дни" || p.Load()[1].Count != 3 {
		t.Errorf("of all %+v of %q", p.Load()[1], p.LoadTitle())
	}
	if half := p.Cards()[present.TodaySoon].Half; half != "Половин срок: 1" {
		t.Errorf("half of the term: %q", half)
	}
	p.OpenHalf()
	if to := p.opened[0]; to.Place != present.RegisterPlace || to.Arg != present.ViewHalf {
		t.Errorf("it leads to %+v", to)
	}
}

func TestALetterOfTodayIsCalledAsTheOfficeCallsIt(t *testing.T) {
	d := newTodayDesk()
	d.office.Templates = []domain.Template{{ID: domain.TAnswer, Title: "Отговор на питане"}}
	d.add(dayOf("2026-11-27"), func(e *domain.Entry) {
		e.State = domain.Signed
		e.Pending = []domain.Pending{{Letter: domain.LetterID{9}, Template: domain.TAnswer, State: domain.LetterSigned, Author: taxClerk}}
	})
	unsent := newTodayPage(t, d).Cards()[present.TodayUnsent]
	if len(unsent.Rows) != 1 || !strings.Contains(unsent.Rows[0].Title, "Отговор на питане") {
		t.Errorf("unsent are %+v", unsent.Rows)
	}
}
