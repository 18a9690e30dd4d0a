package present_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// yearOffice is an office whose calendar can be confirmed.
type yearOffice struct {
	*calmOffice
	set   []domain.CalendarSet
	wrong error
}

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
