package present

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// FirstStep is one of the first steps in a new office.
type FirstStep int

// The first steps.
const (
	FirstCalendar FirstStep = iota
	FirstUsers
	FirstBackup
)

// FirstSteps are what a new office needs before its first case: days off that somebody has checked, a second pair of
// eyes, and a place for copies. Every one of them can wait, and says then what does not work.
type FirstSteps struct {
	*Gate
	Backup *Backup
	User   *Form // of one more user; nil while none is being added

	step      FirstStep
	done      [3]bool
	wrong     string
	busy      bool
	years     []YearDays
	confirmed []int
	users     []UserLine
	office    domain.Office
}

// YearDays is a year of the calendar to be confirmed.
type YearDays struct {
	Year int
	On   bool
	Days string // the days off on working days, and the working Saturdays, in words
}

// UserLine is somebody who works here already, with the password that he was given.
type UserLine struct{ Name, Role, Login, Password string }

// firstSteps begins them.
func (g *Gate) firstSteps() {
	g.First = &FirstSteps{Gate: g}
	g.First.Backup = NewBackup(g.Env, g.desk)
	g.First.Backup.Changed = g.changed
	g.First.Backup.Load()
	g.First.Load()
	g.show(GateFirst)
}

// Load reads the office again.
func (s *FirstSteps) Load() {
	var now domain.Office
	s.Go(func() { now = s.desk.Settings() }, func() {
		s.office = now
		if len(s.years) == 0 {
			s.years = s.calendarYears()
		}
		s.changed()
	})
}

// calendarYears gives this year and the next one.
func (s *FirstSteps) calendarYears() []YearDays {
	var all []YearDays
	for year := s.Today().Year(); year <= s.Today().Year()+1; year++ {
		all = append(all, YearDays{Year: year, On: year == s.Today().Year() || declared(s.office.Declared, year), Days: s.daysOff(year)})
	}
	return all
}

func declared(all []calendar.Declared, year int) bool {
	return slices.ContainsFunc(all, func(d calendar.Declared) bool { return d.Date.Year() == year })
}

// daysOff lists what is to be compared in a year: the days off that are no weekend, and the weekends that are worked.
func (s *FirstSteps) daysOff(year int) string {
	var off, work []string
	c := s.office.Calendar()
	for d := calendar.NewDate(year, time.January, 1); d.Year() == year; d = d.AddDays(1) {
		weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
		short := strings.TrimSuffix(d.Local(), "."+strconv.Itoa(year))
		switch working := c.Working(d); {
		case !weekend && !working:
			off = append(off, short)
		case weekend && working:
			work = append(work, short)
		}
	}
	comma := s.T("common.comma")
	words := s.T("gate.year_off", "days", strings.Join(off, comma))
	if len(work) > 0 {
		words += s.T("gate.year_work", "days", strings.Join(work, comma))
	}
	if !declared(s.office.Declared, year) {
		words += " " + s.T("gate.year_by_law")
	}
	return words
}

// Step is the one that is shown.
func (s *FirstSteps) Step() FirstStep { return s.step }

// Steps gives the list of them.
func (s *FirstSteps) Steps() []StepMark {
	return []StepMark{
		{s.T("gate.first_calendar"), s.calendarSecond(), s.done[FirstCalendar], s.step == FirstCalendar},
		{s.T("gate.first_users"), s.T("gate.users_count", "n", len(s.users)+1), s.done[FirstUsers], s.step == FirstUsers},
		{s.T("gate.first_backup"), s.T("gate.first_backup_second"), s.done[FirstBackup], s.step == FirstBackup},
	}
}

func (s *FirstSteps) calendarSecond() string {
	switch len(s.confirmed) {
	case 0:
		return s.T("gate.years_open")
	case 1:
		return s.T("gate.year_confirmed", "year", s.confirmed[0])
	default:
		return s.T("gate.years_confirmed", "first", s.confirmed[0], "last", s.confirmed[len(s.confirmed)-1])
	}
}

// Title says where one is.
func (s *FirstSteps) Title() string { return s.T("gate.step_of", "n", int(s.step)+1, "all", 3) }

// Years gives the years of the calendar.
func (s *FirstSteps) Years() []YearDays { return s.years }

// Tick says that a year is to be confirmed, or is not.
func (s *FirstSteps) Tick(i int, on bool) {
	s.years[i].On = on
	s.changed()
}

// Users gives who was added.
func (s *FirstSteps) Users() []UserLine { return s.users }

// Wrong says what could not be done.
func (s *FirstSteps) Wrong() string { return s.wrong }

// Busy tells whether something is being written.
func (s *FirstSteps) Busy() bool { return s.busy }

// Do is what the button of the step says.
func (s *FirstSteps) Do() string {
	switch {
	case s.step == FirstCalendar:
		return s.T("gate.confirm_years")
	case s.step == FirstUsers:
		return s.T("gate.next")
	case s.Backup.Done():
		return s.T("gate.begin_work")
	default:
		return s.T("gate.save_and_backup")
	}
}

// Allowed tells whether the step can be done now.
func (s *FirstSteps) Allowed() bool {
	switch {
	case s.busy || s.Backup.Busy():
		return false
	case s.step == FirstCalendar:
		return slices.ContainsFunc(s.years, func(y YearDays) bool { return y.On })
	case s.step == FirstUsers:
		return len(s.users) > 0
	default:
		return s.Backup.Done() || s.Backup.Allowed()
	}
}

// Next does the step and goes to the next one.
func (s *FirstSteps) Next() {
	if !s.Allowed() {
		return
	}
	switch {
	case s.step == FirstCalendar:
		s.confirm()
	case s.step == FirstUsers:
		s.goOn(true)
	case s.Backup.Done():
		s.done[FirstBackup] = true
		s.finish()
	default:
		s.Backup.Make()
	}
}

// Later leaves the step for another day.
func (s *FirstSteps) Later() {
	if s.busy || s.Backup.Busy() {
		return
	}
	if s.step == FirstUsers && len(s.users) == 0 {
		s.notices = append(s.notices, s.T("gate.alone_warning"))
	}
	s.goOn(false)
}

func (s *FirstSteps) goOn(done bool) {
	s.done[s.step] = done
	s.wrong, s.User = "", nil
	if s.step == FirstBackup {
		s.finish()
		return
	}
	s.step++
	s.changed()
}

// Back goes to the step before; on the first one there is none.
func (s *FirstSteps) Back() {
	if s.User != nil {
		s.User.Cancel()
		return
	}
	if s.step > FirstCalendar && !s.busy && !s.Backup.Busy() {
		s.step--
		s.changed()
	}
}

// CanBack tells whether there is a step before.
func (s *FirstSteps) CanBack() bool { return s.step > FirstCalendar }

// Stop ends what runs.
func (s *FirstSteps) Stop() { s.Backup.Stop() }

// confirm confirms the ticked years.
func (s *FirstSteps) confirm() {
	e := domain.CalendarSet{Declared: s.office.Declared}
	var years []int
	for _, y := range s.years {
		if y.On {
			years = append(years, y.Year)
		}
	}
	var err error
	s.busy = true
	s.changed()
	s.Go(func() {
		by := s.desk.User().ID
		for _, y := range years {
			e.Confirmed = append(e.Confirmed, domain.ConfirmedYear{Year: y, By: by})
		}
		err = s.desk.SetCalendar(e)
	}, func() {
		s.busy = false
		if err != nil {
			s.wrong = s.Tell(err)
			s.changed()
			return
		}
		s.confirmed = years
		s.goOn(true)
	})
}

// AddUser begins one more user.
func (s *FirstSteps) AddUser() {
	s.User = newUserForm(s.Env, &s.office)
	var plan office.UserPlan
	s.User.Run = func() error {
		var err error
		if plan, err = userPlan(s.User, &s.office, s.desk); err != nil {
			return err
		}
		_, err = s.desk.AddUser(plan)
		return err
	}
	form := s.User
	s.User.Done = func() {
		s.users = append(s.users, UserLine{plan.Name, planRoles(s.Env, plan), plan.Login, plan.Password})
	}
	s.User.Closed = func(bool) {
		if s.User == form {
			s.User = nil
		}
		s.Load()
	}
	s.changed()
}
