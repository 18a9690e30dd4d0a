package present_test

import (
	"errors"
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

// yearOffice is an office whose calendar can be confirmed.
type yearOffice struct {
	*calmOffice
	set    []domain.CalendarSet
	wrong  error
	tried  []domain.CalendarSet
	trial  office.Trial
	review []desk.DayReview
	broken error // of the file
}

func (o *yearOffice) TryCalendar(e domain.CalendarSet) (office.Trial, error) {
	o.tried = append(o.tried, e)
	_, err := o.acting.SetCalendar(e)
	return o.trial, err
}

func (o *yearOffice) ReviewFile(string) ([]desk.DayReview, error) { return o.review, o.broken }

func (o *yearOffice) SetCalendar(e domain.CalendarSet) error {
	o.set = append(o.set, e)
	if o.wrong == nil {
		office := o.acting.Office.Apply(domain.Fact{Event: e})
		o.acting.Office = &office
	}
	return o.wrong
}

// newYearOffice has one user with the role.
func newYearOffice(role domain.Role, entries ...domain.Entry) *yearOffice {
	o := newCalmOffice(entries...)
	office := domain.NewOffice()
	office.Users = []domain.User{{ID: domain.UserID{1}, Name: "Мария Петрова", Keyed: true, Grants: []domain.RoleGranted{
		{User: domain.UserID{1}, Role: role, From: calmDay.AddDays(-30)},
	}}}
	office.Declared = []calendar.Declared{
		{Date: calendar.NewDate(2026, time.January, 2), Basis: "Решение № 1"}, {Date: calendar.NewDate(2016, time.March, 12), Work: true},
	}
	office = office.Apply(domain.Fact{Event: domain.CalendarSet{Declared: office.Declared}})
	o.acting.Office, o.acting.User = &office, domain.UserID{1}
	return &yearOffice{calmOffice: o}
}

func TestADayExplainsItself(t *testing.T) {
	env, _ := calmEnv(t)
	for at, want := range map[string]present.DayCard{
		"24.12.2026": {Day: "24.12.2026, четвъртък", Why: "Празник, 24 декември, Бъдни вечер (чл. 154, ал. 1 КТ)", Off: true},
		"28.12.2026": {Day: "28.12.2026, понеделник", Why: "Почивен вместо 26 декември, Рождество Христово (чл. 154, ал. 2 КТ)", Off: true},
		"02.01.2026": {Day: "02.01.2026, петък", Why: "Неприсъствен ден (Решение № 1)", Off: true},
		"28.11.2026": {Day: "28.11.2026, събота", Why: "Почивен ден", Off: true},
		"23.11.2026": {Day: "23.11.2026, понеделник", Why: "Работен ден"},
		"12.03.2016": {Day: "12.03.2016, събота", Why: "Обявен за работен (акт на Министерския съвет)"},
		"не е ден":   {Day: "23.11.2026, понеделник", Why: "Работен ден"},
		"01.01.1999": {Day: "23.11.2026, понеделник", Why: "Работен ден"},
	} {
		got := present.NewCalendar(env, newYearOffice(domain.Clerk), at).Card()
		got.Ends = ""
		if got != want {
			t.Errorf("%s: %+v, want %+v", at, got, want)
		}
	}
}

func TestArrowsGoOverDaysAndPagesOverYears(t *testing.T) {
	env, _ := calmEnv(t)
	c := present.NewCalendar(env, newYearOffice(domain.Clerk), "31.12.2026")
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { c.Move(1) }, "01.01.2027"},
		{func() { c.Move(-7) }, "25.12.2026"},
		{func() { c.Page(-1) }, "25.12.2025"},
		{func() { c.ShowYear(2024) }, "25.12.2024"},
		{func() { c.Choose(calendar.NewDate(2024, time.February, 29)) }, "29.02.2024"},
		{func() { c.Page(1) }, "28.02.2025"},
		{func() { c.Choose(calendar.Last) }, "31.12.2099"},
		{func() { c.Move(1) }, "31.12.2099"},
		{func() { c.Page(1) }, "31.12.2099"},
		{func() { c.Choose(calendar.First) }, "01.01.2010"},
		{func() { c.Move(-7) }, "01.01.2010"},
	} {
		if step.do(); c.ChosenDay().Local() != step.want || c.Year() != c.ChosenDay().Year() {
			t.Errorf("at %s of %d, want %s", c.ChosenDay().Local(), c.Year(), step.want)
		}
	}
}

func TestTheYearsStandAroundTheShownOne(t *testing.T) {
	env, _ := calmEnv(t)
	for year, want := range map[int][]int{2026: {2025, 2026, 2027, 2028}, 2028: {2025, 2026, 2027, 2028}, 2030: {2029, 2030, 2031, 2032}, 2010: {2010, 2011, 2012, 2013}, 2099: {2096, 2097, 2098, 2099}} {
		c := present.NewCalendar(env, newYearOffice(domain.Clerk), fmt.Sprintf("01.05.%d", year))
		var got []int
		for _, y := range c.Years() {
			got = append(got, y.Year)
			if y.On != (y.Year == year) {
				t.Errorf("%d is on: %t", y.Year, y.On)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d: %v, want %v", year, got, want)
		}
	}
}

func TestMonthsBeginOnTheirWeekdayAndCountTheirTerms(t *testing.T) {
	env, h := calmEnv(t)
	o := newYearOffice(domain.Clerk, calmEntry(1, "А", "Б", calmDay), calmEntry(2, "В", "Г", calmDay), calmEntry(3, "Д", "Е", calmDay.AddDays(4)))
	c := present.NewCalendar(env, o, "")
	c.Load()
	november := c.Months()[10]
	if november.Name != "ноември" || november.Empty != 6 || len(november.Days) != 30 || !november.Days[22].Today {
		t.Errorf("november: %+v", november)
	}
	if november.Days[22].Terms != 2 || november.Days[26].Terms != 1 || november.Days[0].Terms != 0 {
		t.Errorf("terms: %+v", november.Days)
	}
	if got := c.Card(); got.Terms != 2 || got.Ends != "Изтичат сроковете на 2 преписки." {
		t.Errorf("card: %+v", got)
	}
	c.OpenTerms()
	if want := (present.Route{Place: present.RegisterPlace, Arg: "=срок:23.11.2026"}); len(h.routes) != 1 || h.routes[0] != want {
		t.Errorf("opened %+v", h.routes)
	}
}

func TestTheYearIsCounted(t *testing.T) {
	env, _ := calmEnv(t)
	c := present.NewCalendar(env, newYearOffice(domain.Clerk), "")
	months, all := c.Working()
	if len(months) != 12 || months[0] != (present.MonthCount{Name: "яну", Days: 20}) || all != 248 {
		t.Errorf("%v, %d in all", months, all)
	}
	off := c.Off()
	if len(off) != 18 || off[1].Words != "Обявен за неприсъствен" || off[1].Source != "Решение № 1" {
		t.Errorf("%d: %+v", len(off), off)
	}
}

func TestAYearIsConfirmedByName(t *testing.T) {
	for name, c := range map[string]struct {
		role   domain.Role
		at     string
		answer bool
		wrong  error
		asked  bool
		set    bool
		words  string
	}{
		"the secretary says yes": {domain.Secretary, "01.05.2027", true, nil, true, true, "Дните на 2027 г. са проверени и потвърдени. Потвърдил: Мария Петрова."},
		"the secretary says no":  {domain.Secretary, "01.05.2027", false, nil, true, false, ""},
		"a clerk may not":        {domain.Clerk, "01.05.2027", true, nil, false, false, ""},
		"a year that is over":    {domain.Secretary, "01.05.2025", true, nil, false, false, "2025 г. е минала. Дните ѝ не се променят и не се потвърждават."},
		"it cannot be written":   {domain.Secretary, "01.05.2027", true, fmt.Errorf("write: %w", errors.New("дискът е пълен")), true, true, ""},
	} {
		t.Run(name, func(t *testing.T) {
			env, h := calmEnv(t)
			h.answer = c.answer
			o := newYearOffice(c.role)
			o.wrong = c.wrong
			m := present.NewCalendar(env, o, c.at)
			m.Confirm()
			if len(h.asked) > 0 != c.asked || len(o.set) > 0 != c.set {
				t.Fatalf("asked %v, set %v", h.asked, o.set)
			}
			if c.words != "" && m.State().Words != c.words {
				t.Errorf("state: %q", m.State().Words)
			}
			if c.wrong != nil && (m.Wrong() != "дискът е пълен" || m.State().Confirmed) {
				t.Errorf("wrong: %q, %+v", m.Wrong(), m.State())
			}
			if c.set && len(o.set[0].Declared) != 2 {
				t.Error("the declared days are gone")
			}
			if m.Confirm(); c.set && c.wrong == nil && len(o.set) != 1 {
				t.Error("it was confirmed twice")
			}
		})
	}
}

// changing is the calendar of a secretary, with a clock that what is typed waits for.
func changing(t *testing.T, at string, entries ...domain.Entry) (*present.Calendar, *yearOffice, *calmHeard) {
	t.Helper()
	env, h := calmEnv(t)
	env.After = func(_ time.Duration, f func()) func() {
		f()
		return func() {}
	}
	env.Tell = func(err error) string { return err.Error() }
	o := newYearOffice(domain.Secretary, entries...)
	return present.NewCalendar(env, o, at), o, h
}

func TestWhatCanBeDoneAboutADayFollowsFromIt(t *testing.T) {
	for at, want := range map[string]present.DayActs{
		"23.12.2026": {Off: true}, "19.12.2026": {Work: true}, "24.12.2026": {}, "28.12.2026": {}, "02.01.2026": {Edit: true},
		"12.03.2016": {}, "23.12.2025": {},
	} {
		c, _, _ := changing(t, at)
		if got := c.Acts(); got != want {
			t.Errorf("%s: %+v, want %+v", at, got, want)
		}
	}
	env, _ := calmEnv(t)
	if got := present.NewCalendar(env, newYearOffice(domain.Clerk), "23.12.2026").Acts(); got != (present.DayActs{}) {
		t.Errorf("a clerk: %+v", got)
	}
	env.ReadOnly = true
	if got := present.NewCalendar(env, newYearOffice(domain.Secretary), "23.12.2026").Acts(); got != (present.DayActs{}) {
		t.Errorf("a reader: %+v", got)
	}
}

func TestADayIsDeclaredAfterItsTrial(t *testing.T) {
	c, o, h := changing(t, "23.12.2026")
	told := domain.Telling{Number: domain.Number{Text: "94-87/12.11.2026"}, On: calmDay.AddDays(-11), Due: calendar.NewDate(2026, time.December, 23)}
	e := calmEntry(1, "А", "Бавно обслужване", told.Due)
	o.trial = office.Trial{Open: 43, Moves: []domain.Move{{Entry: &e, From: told.Due, To: told.Due.AddDays(6), Told: []domain.Telling{told}}}, Hidden: 2}
	c.Declare()
	w := c.Trial()
	if !w.Has || w.Head != "Ще се преместят 3 срока" || w.Of != "от 43 отворени" || w.Told == "" || w.More == "" || len(w.Rows) != 1 {
		t.Fatalf("trial %+v", w)
	}
	if r := w.Rows[0]; r.From != "23.12.2026" || r.To != "29.12.2026" || r.Kind != "С" || r.Told != "На 12.11.2026 писмо изх. 94-87/12.11.2026 съобщи 23.12.2026." {
		t.Errorf("row %+v", r)
	}
	if m := c.Months()[11]; !m.Days[22].Tried || m.Days[23].Tried {
		t.Error("the tried day is not marked")
	}
	f := c.Change().Form
	f.Submit()
	if len(o.set) != 0 || f.Field("basis").Wrong == "" {
		t.Fatalf("recorded without an act: %v", o.set)
	}
	f.Write(f.Field("basis"), "РМС № 1")
	f.Field("source").Text = "local"
	f.Edit(f.Field("source"))
	f.Submit()
	want := calendar.Declared{Date: told.Due, Basis: "РМС № 1", Local: true}
	if len(o.set) != 1 || !slices.Contains(o.set[0].Declared, want) || len(o.set[0].Declared) != 3 || c.Change() != nil || len(h.toasts) != 1 {
		t.Errorf("recorded %+v, told %v", o.set, h.toasts)
	}
	if c.ChosenDay() != told.Due || c.Acts() != (present.DayActs{Edit: true}) {
		t.Errorf("at %s: %+v", c.ChosenDay(), c.Acts())
	}
}

func TestATrialIsOfWhatWasTypedWhenItBegan(t *testing.T) {
	env, _ := calmEnv(t)
	var work []func()
	env.Go = func(do, done func()) {
		work = append(work, do) // on a goroutine of its own, while somebody types on
		done()
	}
	o := newYearOffice(domain.Secretary)
	c := present.NewCalendar(env, o, "01.12.2026")
	work = nil
	c.Declare()
	f := c.Change().Form
	f.Field("basis").Text = "Решение № 8"
	for _, do := range work {
		do()
	}
	if len(o.tried) != 1 || o.tried[0].Declared[len(o.tried[0].Declared)-1].Basis != "–" {
		t.Errorf("tried is %+v", o.tried)
	}
}

func TestATrialThatIsRefusedSaysSoAtTheDay(t *testing.T) {
	c, o, _ := changing(t, "19.12.2026")
	c.Declare()
	f := c.Change().Form
	if f.Text("kind") != "work" || f.Field("date").Wrong != "" {
		t.Fatalf("%q, %q", f.Text("kind"), f.Field("date").Wrong)
	}
	day := f.Field("date")
	day.Date, day.Text = calendar.NewDate(2026, time.December, 26), "26.12.2026"
	f.Edit(day)
	if day.Wrong == "" || c.Trial().Has {
		t.Errorf("a holiday to be worked: %q", day.Wrong)
	}
	day.Date, day.Text = 0, "не е ден"
	f.Edit(day)
	if f.Submit(); len(o.set) != 0 || day.Wrong == "" {
		t.Errorf("no day: %q", day.Wrong)
	}
	f.Cancel()
	if c.Change() != nil || len(o.set) != 0 {
		t.Error("not given up")
	}
}

func TestADeclaredDayIsCorrectedOrTakenBack(t *testing.T) {
	c, o, _ := changing(t, "02.01.2026")
	c.Edit()
	f := c.Change().Form
	if f.Text("basis") != "Решение № 1" {
		t.Fatalf("basis %q", f.Text("basis"))
	}
	f.Write(f.Field("basis"), "Решение № 2")
	f.Submit()
	if len(o.set) != 1 || len(o.set[0].Declared) != 2 || o.set[0].Declared[1].Basis != "Решение № 2" {
		t.Fatalf("corrected %+v", o.set)
	}
	c.Drop()
	c.Change().Form.Submit()
	if len(o.set) != 2 || len(o.set[1].Declared) != 1 || c.Acts() != (present.DayActs{Off: true}) {
		t.Errorf("taken back %+v", o.set)
	}
}

func TestAConfirmationIsTakenBackWithAReason(t *testing.T) {
	c, o, h := changing(t, "01.05.2027")
	h.answer = true
	c.Confirm()
	c.Unconfirm()
	f := c.Change().Form
	if c.Trial().Has {
		t.Error("no term is asked about")
	}
	if f.Submit(); len(o.set) != 1 || f.Field("reason").Wrong == "" {
		t.Fatalf("without a reason: %+v", o.set)
	}
	f.Write(f.Field("reason"), "Обявен е още един ден.")
	f.Submit()
	if len(o.set) != 2 || len(o.set[1].Confirmed) != 0 || o.set[1].Reason != "Обявен е още един ден." || c.State().Confirmed {
		t.Errorf("%+v", o.set)
	}
}

func TestDaysOfAFileAreTickedBeforeTheyAreTaken(t *testing.T) {
	c, o, _ := changing(t, "")
	line := func(n int, month time.Month, day int, basis string, found domain.DayFinding, why error) desk.DayReview {
		r := desk.DayReview{Finding: found, Why: why}
		r.Line, r.Day = n, calendar.Declared{Date: calendar.NewDate(2026, month, day), Basis: basis}
		return r
	}
	o.review = []desk.DayReview{
		line(1, time.December, 23, "РМС № 1", domain.DayNew, nil), line(2, time.December, 31, "", domain.DayNew, nil),
		line(3, time.January, 2, "РМС № 1", domain.DayOther, nil), line(4, time.December, 24, "РМС № 1", domain.DayOffByLaw, nil),
		line(5, time.December, 26, "РМС № 1", domain.DayRefused, domain.Refuse("", domain.WorkedOnHoliday)),
	}
	c.Import("/дни.csv")
	x := c.Change()
	if x == nil || x.Review.Name != "дни.csv" || len(x.Review.Rows) != 5 || c.Trial().Picked != "Отметнати са 2 дни." {
		t.Fatalf("%+v", x)
	}
	for i, want := range []struct{ can, picked bool }{{true, true}, {true, true}, {true, false}, {false, false}, {false, false}} {
		if r := x.Review.Rows[i]; r.Can != want.can || r.Picked != want.picked {
			t.Errorf("line %d: %+v", i+1, r)
		}
	}
	if x.Review.Rows[4].Why == "" || x.Review.Rows[2].Why == "" {
		t.Error("it is not said why")
	}
	c.Pick(4) // nothing can become of it
	c.Pick(2)
	if x.Form.Submit(); len(o.set) != 0 || x.Form.Field("basis").Wrong == "" {
		t.Fatalf("taken without an act: %+v", o.set)
	}
	x.Form.Write(x.Form.Field("basis"), "РМС № 2")
	x.Form.Submit()
	if len(o.set) != 1 {
		t.Fatalf("%+v", o.set)
	}
	for _, want := range []calendar.Declared{
		{Date: calendar.NewDate(2026, time.December, 23), Basis: "РМС № 1"},
		{Date: calendar.NewDate(2026, time.December, 31), Basis: "РМС № 2"},
		{Date: calendar.NewDate(2026, time.January, 2), Basis: "РМС № 1"},
	} {
		if !slices.Contains(o.set[0].Declared, want) {
			t.Errorf("%v is missing among %v", want, o.set[0].Declared)
		}
	}
	if len(o.set[0].Declared) != 4 {
		t.Errorf("%v", o.set[0].Declared)
	}

	c.Import("/дни.csv")
	for i := range 2 {
		c.Pick(i)
	}
	if f := c.Change().Form; f.Blocked == "" {
		t.Error("nothing is ticked, and it can be recorded")
	}
	c.Change().Form.Cancel()
	o.broken = errors.New("не се чете")
	if c.Import("/друг.csv"); c.Change() != nil || c.Wrong() != "не се чете" {
		t.Errorf("wrong %q", c.Wrong())
	}
}

func TestTheCalendarSaysWhichDaysItLacks(t *testing.T) {
	o := newYearOffice(domain.Secretary)
	e := newLetterEnv(t)
	c := present.NewCalendar(e.Env, o, "")
	c.Load()
	if words := c.Lacks(); !strings.HasPrefix(words, "В календара на деловодството липсват ") || !strings.HasSuffix(words, "(2010–2025).") {
		t.Errorf("says %q", words)
	}
	if c.TakeLacking(); len(e.routes) != 1 || e.routes[0].Arg != present.StockArg {
		t.Errorf("leads to %v", e.routes)
	}
	c = present.NewCalendar(e.Env, newYearOffice(domain.Clerk), "")
	if c.Load(); c.Lacks() != "" {
		t.Errorf("a clerk reads %q", c.Lacks())
	}
}
