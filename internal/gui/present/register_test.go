package present_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// registry is an office that has only its entries.
type registry struct {
	now     time.Time
	office  domain.Office
	user    domain.UserID
	entries []domain.Entry
	opened  []domain.CaseID
	written []domain.Entry
	title   string
	during  func() // while a list is written or printed
	shown   int    // sheets
}

func (f *registry) Acting() domain.Acting {
	return domain.Acting{Office: &f.office, User: f.user, Now: f.now}
}

func (f *registry) Entries(want func(*domain.Entry) bool) []*domain.Entry {
	var all []*domain.Entry
	for i := range f.entries {
		if e := &f.entries[i]; want == nil || want(e) {
			all = append(all, e)
		}
	}
	return all
}

func (f *registry) Case(id domain.CaseID, _ office.Looked) (office.File, error) {
	f.opened = append(f.opened, id)
	return office.File{Case: domain.Case{ID: id, Number: domain.Number{Text: "94-1"}, Intake: domain.Intake{Text: "текст"}}}, nil
}

func (f *registry) WriteRegister(title string, entries []domain.Entry, _ string, watch func(done, total int) bool) error {
	if f.during != nil {
		f.during()
	}
	if !watch(1, 2) {
		return errors.New("given up")
	}
	f.title, f.written = title, entries
	return nil
}

func (f *registry) PrintRegister(_ string, _ []domain.Entry, watch func(done, total int) bool) ([]byte, error) {
	if f.during != nil {
		f.during()
	}
	if !watch(1, 2) {
		return nil, errors.New("given up")
	}
	return nil, nil
}

// Show opens pages, as the desk does: of a name only the kind of file counts.
func (f *registry) Show(name string, _ []byte) error {
	f.shown++
	if filepath.Ext(name) != ".pdf" {
		return errors.New("what opens " + name + "?")
	}
	return nil
}

// today is a Monday.
var monday = calendar.NewDate(2026, time.November, 23)

func entry(serial int, kind domain.Kind, sender, subject string, due calendar.Date) domain.Entry {
	return domain.Entry{
		Case: domain.CaseID{byte(serial)}, Kind: kind, State: domain.InWork, Sender: sender, Subject: subject, ReceivedOn: monday.AddDays(-20),
		Number:    domain.Number{Serial: serial, Date: monday.AddDays(-20), Text: "94-" + string(rune('0'+serial)) + "/03.11.2026"},
		Deadlines: []domain.Deadline{{Clock: domain.LegalClock, Start: monday.AddDays(-20), Due: due}},
	}
}

// newRegister makes the presenter over four cases: late, today, this week, later.
// outermost lets at once what is asked for after a while, but not what that asks for in turn: a meter never ends to.
func outermost() func(time.Duration, func()) func() {
	within := false
	return func(_ time.Duration, done func()) func() {
		if !within {
			within = true
			done()
			within = false
		}
		return func() {}
	}
}

func newRegister(t *testing.T, view string) (*present.Register, *registry) {
	t.Helper()
	f := &registry{now: monday.Start().Add(10 * time.Hour), office: domain.NewOffice(), user: domain.UserID{7}}
	f.office.Confirmed = []domain.ConfirmedYear{{Year: 2026}, {Year: 2027}}
	f.office.Settings = domain.DefaultSettings()
	closed := entry(5, domain.Signal, "Петър Образцов", "Стара преписка", monday.AddDays(-40))
	closed.State, closed.ClosedOn = domain.Closed, monday.AddDays(-30)
	mine := entry(4, domain.Praise, "Ана Примерова", "Похвала за гише 1", monday.AddDays(30))
	mine.Lead = f.user
	f.entries = []domain.Entry{
		mine,
		entry(3, domain.ComplaintStaff, "Борис Пробен", "Отказан прием", monday.AddDays(2)),
		entry(2, domain.Question, "Вера Проба", "Такса смет", monday),
		entry(1, domain.Signal, "Георги Танев", "Сметище", monday.AddDays(-5)),
		closed,
	}
	s := speaker(t)
	r := present.NewRegister(present.Env{
		Say: s, Go: inline, Now: func() time.Time { return f.now },
		After: outermost(),
		Tell:  func(err error) string { return err.Error() }, Toast: func(present.Toast) {}, Open: func(present.Route) {},
	}, f, view)
	r.Load()
	return r, f
}

// shown gives the lines as a person reads them: heads of groups in brackets.
func shown(r *present.Register) []string {
	var lines []string
	for _, row := range r.Rows() {
		if row.Group != "" {
			lines = append(lines, "["+row.Group+"]")
			continue
		}
		lines = append(lines, row.Sender+" "+row.Left)
	}
	return lines
}

func TestTheRegisterStandsInGroupsOfWeeksByTerm(t *testing.T) {
	r, _ := newRegister(t, "")
	want := []string{
		"[Просрочени]", "Георги Танев закъснява 5 дни",
		"[Тази седмица, 23.11 – 29.11]", "Вера Проба днес", "Борис Пробен 2 раб. дни",
		"[По-късно]", "Ана Примерова 22 раб. дни",
	}
	if got := shown(r); !slices.Equal(got, want) {
		t.Fatalf("lines = %q, want %q", got, want)
	}
}

func TestAFilterLeavesWhatItNames(t *testing.T) {
	for _, c := range []struct {
		name, chip, option string
		want               []string
	}{
		{"a kind", "kind", string(domain.Question), []string{"Вера Проба днес"}},
		{"complaints of both kinds", "kind", present.KindComplaints, []string{"Борис Пробен 2 раб. дни"}},
		{"mine", "mine", "", []string{"Ана Примерова 22 раб. дни"}},
		{"overdue", "term", present.TermLate, []string{"Георги Танев закъснява 5 дни"}},
		{"words of the subject", "words", "смет такса", []string{"Вера Проба днес"}},
		{"a number", "words", "94-3", []string{"Борис Пробен 2 раб. дни"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, _ := newRegister(t, "")
			r.SetChip(c.chip, c.option)
			got := slices.DeleteFunc(shown(r), func(s string) bool { return s[0] == '[' })
			if !slices.Equal(got, c.want) {
				t.Fatalf("lines = %q, want %q", got, c.want)
			}
		})
	}
}

func TestAPressOnTheSameHeadTurnsTheOrderRound(t *testing.T) {
	r, _ := newRegister(t, "")
	r.Sort(present.BySender)
	if got := r.Rows()[0].Sender; got != "Ана Примерова" {
		t.Fatalf("first = %q", got)
	}
	r.Sort(present.BySender)
	if got := r.Rows()[0].Sender; got != "Георги Танев" {
		t.Fatalf("first = %q after the second press", got)
	}
	if slices.ContainsFunc(r.Rows(), func(row present.CaseRow) bool { return row.Group != "" }) {
		t.Fatal("sorted by sender there are groups of weeks")
	}
}

func TestAViewCountsWhatItShows(t *testing.T) {
	r, _ := newRegister(t, "")
	for _, v := range r.Views() {
		r.ShowView(v.Key)
		if r.Count() != v.Count {
			t.Errorf("%s: shows %d, counts %d", v.Key, r.Count(), v.Count)
		}
	}
}

func TestTheChoiceStaysThroughAChangeAndATickIsExportedAlone(t *testing.T) {
	r, f := newRegister(t, "")
	r.Choose(3)
	chosen := r.Rows()[3].Case
	r.Check(3)
	f.entries = f.entries[:4]
	r.Load()
	if i := r.Chosen(); i < 0 || r.Rows()[i].Case != chosen {
		t.Fatalf("the choice went to row %d", i)
	}
	r.Export("списък.xlsx")
	if len(f.written) != 1 || f.written[0].Case != chosen {
		t.Fatalf("written %d lines, want the ticked one", len(f.written))
	}
	if f.title != "Регистър, Състояние: отворени" {
		t.Fatalf("title = %q", f.title)
	}
}

func TestALookIsTakenOnlyWhereTheChoiceRests(t *testing.T) {
	r, f := newRegister(t, "")
	before := len(f.opened)
	r.Choose(3)
	if len(f.opened) != before+1 || r.Preview().Text != "текст" {
		t.Fatalf("opened %d, preview %q", len(f.opened)-before, r.Preview().Text)
	}
	r.Choose(0) // the head of a group
	if len(f.opened) != before+1 {
		t.Fatal("a head was opened")
	}
}

func TestThePreviewFollowsWhereTheChoiceRests(t *testing.T) {
	r, f := newRegister(t, "")
	var rest []func() // what comes a little later, in its order
	r.After = func(_ time.Duration, then func()) func() {
		rest = append(rest, then)
		return func() { rest = nil }
	}
	before, opened := r.Preview(), len(f.opened)
	r.Choose(3)
	r.Choose(4)
	if r.Preview() != before || len(rest) != 2 || len(f.opened) != opened {
		t.Fatalf("on the way it shows %+v, %d come, opened %d", r.Preview(), len(rest), len(f.opened)-opened)
	}
	rest[0]()
	if p, row := r.Preview(), r.Rows()[4]; p.Case != row.Case || p.Number != row.Number || p.Text != "" {
		t.Errorf("where it rests it shows %+v", p)
	}
	rest[1]()
	if p := r.Preview(); p.Text != "текст" || len(f.opened) != opened+1 {
		t.Errorf("then it shows %+v, opened %d", p, len(f.opened)-opened)
	}
}

func TestARegisterThatWasLeftHoldsNothingAndTakesNothingMore(t *testing.T) {
	r, _ := newRegister(t, "")
	var late func()
	r.Go = func(work, done func()) { late = func() { work(); done() } }
	r.Load()
	r.Leave()
	if len(r.Rows()) != 0 || r.Chosen() != -1 {
		t.Errorf("rows = %d, chosen = %d", len(r.Rows()), r.Chosen())
	}
	late()
	if len(r.Rows()) != 0 {
		t.Errorf("what was read too late is shown: %d rows", len(r.Rows()))
	}
}

func TestNothingFoundSaysSo(t *testing.T) {
	r, _ := newRegister(t, "=няма такава дума")
	if r.Count() != 0 || r.Chosen() != -1 {
		t.Fatalf("count %d, chosen %d", r.Count(), r.Chosen())
	}
}

func TestThePrintedListIsShownAsAPage(t *testing.T) {
	r, _ := newRegister(t, present.ViewOpen)
	r.Print()
	if r.Wrong() != "" {
		t.Error(r.Wrong())
	}
}

func TestAListThatIsGivenUpLeavesNothingAndSaysSo(t *testing.T) {
	r, f := newRegister(t, present.ViewOpen)
	var said []string
	r.Toast = func(x present.Toast) { said = append(said, x.Words) }
	f.during = r.Stop
	r.Export("списък.xlsx")
	r.Print()
	if f.written != nil || f.shown != 0 || r.Wrong() != "" || r.Meter().Busy() {
		t.Errorf("written %d, shown %d, wrong %q, busy %v", len(f.written), f.shown, r.Wrong(), r.Meter().Busy())
	}
	if len(said) != 2 || said[0] != said[1] || !strings.Contains(said[0], "Отказано") {
		t.Errorf("said %q", said)
	}
	f.during = func() { r.Print() } // one at a time
	r.Export("списък.xlsx")
	if f.during = nil; len(f.written) == 0 || f.shown != 0 {
		t.Errorf("written %d, shown %d", len(f.written), f.shown)
	}
	if r.Print(); f.shown != 1 || r.Wrong() != "" {
		t.Errorf("after it was given up: shown %d, wrong %q", f.shown, r.Wrong())
	}
}

func TestATermInAYearThatNobodyHasConfirmedIsProvisional(t *testing.T) {
	env, _ := calmEnv(t)
	for _, c := range []struct {
		r           domain.Reminder
		short, long string
	}{
		{domain.Reminder{Urgency: domain.OnTime, WorkingLeft: 22, Provisional: true}, "~22 раб. дни", "остават ~22 раб. дни"},
		{domain.Reminder{Urgency: domain.OnTime, WorkingLeft: 22}, "22 раб. дни", "остават 22 раб. дни"},
		{domain.Reminder{Urgency: domain.Today, Provisional: true}, "днес", "изтича днес"},
	} {
		if short, long := env.Left(c.r), env.LeftLong(c.r); short != c.short || long != c.long {
			t.Errorf("%+v: %q, %q", c.r, short, long)
		}
	}
}

func TestHalfOfATermHasItsWordItsViewAndItsFilter(t *testing.T) {
	r, f := newRegister(t, "")
	f.entries = append(f.entries, entry(6, domain.Signal, "Елена Образцова", "Шум", monday.AddDays(18)))
	r.Load()
	r.ShowView(present.ViewHalf)
	want := []string{"[По-късно]", "Елена Образцова 14 раб. дни, ½ срок"}
	if got := shown(r); !slices.Equal(got, want) || r.Rows()[1].Urgency != domain.HalfTime {
		t.Errorf("lines = %q, want %q", got, want)
	}
	r.ShowView("=срок:половин")
	if r.Count() != 1 {
		t.Errorf("typed, it finds %d", r.Count())
	}
}

func TestWhatHasPassedWithoutBeingLateStandsWithWhatIsForToday(t *testing.T) {
	r, f := newRegister(t, "")
	waits := entry(6, domain.Signal, "Елена Образцова", "Шум", monday.AddDays(40))
	waits.Flags, waits.WaitsUntil = domain.FlagWaiting, monday.AddDays(-4)
	f.entries = append(f.entries, waits)
	r.Load()
	want := []string{"[Тази седмица, 23.11 – 29.11]", "Вера Проба днес", "Елена Образцова без отговор от 4 дни", "Борис Пробен 2 раб. дни"}
	if got := shown(r); len(got) < 6 || !slices.Equal(got[2:6], want) {
		t.Errorf("lines = %q, want %q", got, want)
	}
}

func TestALineSaysWhoseTurnItIs(t *testing.T) {
	r, f := newRegister(t, "")
	other := domain.UserID{8}
	f.office.Users = []domain.User{{ID: f.user, Name: "Ана Клеркова"}, {ID: other, Name: "Борис Гешев"}}
	f.office = f.office.Apply(domain.Fact{Event: domain.RoleGranted{User: f.user, Role: domain.Clerk}})
	f.office = f.office.Apply(domain.Fact{Event: domain.RoleGranted{User: other, Role: domain.Head}})
	f.entries = f.entries[:2]
	f.entries[1].Lead = other
	r.Load()
	turns := func() string {
		var all []string
		for _, row := range r.Rows() {
			if row.Group == "" {
				all = append(all, r.Turn(row))
			}
		}
		return strings.Join(all, ", ")
	}
	if got := turns(); got != "Б. Гешев, Вие" {
		t.Errorf("the turns are %q", got)
	}
	before := r.Rows()[1]
	f.office = f.office.Apply(domain.Fact{Event: domain.RoleRevoked{User: other, Role: domain.Head}})
	f.office.Users[1].Removed = monday
	r.Load()
	if got := turns(); got != "никой, Вие" {
		t.Errorf("without the head the turns are %q", got)
	}
	if r.Rows()[1] == before {
		t.Error("the line is the same, and would not be drawn anew")
	}
}
