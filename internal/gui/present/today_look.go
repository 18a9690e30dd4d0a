package present

import (
	"cmp"
	"slices"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

const (
	todayRows   = 20 // that are kept; how many are shown follows from the room
	todayDays   = 10 // working days of the strip
	todayRecent = 5
)

// morning looks at every case that is open, once, off the screen's goroutine.
type morning struct {
	Env
	acting  domain.Acting
	day     calendar.Date
	waiting func(domain.Entry) (domain.Step, bool)
	days    []calendar.Date // the next working days
	half    int             // terms of which half has passed
	next    *office.Due     // the first that is neither late nor due today
	out     todayMorning
}

func newMorning(env Env, a domain.Acting, day calendar.Date) *morning {
	m := &morning{Env: env, acting: a, day: day, waiting: a.Office.Waiting(a.User, day)}
	m.out.counts = map[domain.DepartmentID]*[todayDays]int{{}: {}}
	for d := a.Office.Calendar().NextWorking(day); len(m.days) < todayDays; d = a.Office.Calendar().NextWorking(d.AddDays(1)) {
		m.days = append(m.days, d)
	}
	return m
}

// look goes over the duties, which come the most urgent first.
func (m *morning) look(duties []office.Due) todayMorning {
	m.out.ready = true
	for i := range duties {
		m.see(&duties[i])
	}
	for i := range m.out.cards {
		m.title(TodayKind(i))
	}
	if m.half > 0 {
		m.out.cards[TodaySoon].Half = m.T("today.half", "n", m.half)
	}
	for i, d := range m.days {
		m.out.load = append(m.out.load, TodayLoad{Day: m.shortDay(d), Urgency: m.urgencyOf(d), First: i == 0 || d.Weekday() < m.days[i-1].Weekday()})
	}
	m.out.units, m.out.unit = m.units()
	m.out.banner, m.out.year = m.unconfirmed()
	return m.out
}

// invited puts what somebody is asked to explain before everything that waits for him. It is no case of any list: he may
// not see it.
func (m *morning) invited(all []office.Invitation) {
	c := &m.out.cards[TodayMine]
	for _, x := range all {
		if !x.Waits { // somebody has answered that he is not named by mistake
			c.Count++
			c.Rows = append(c.Rows, TodayRow{
				Case: x.Case, Box: m.T("today.asked_box"), Title: m.T("today.do_told"), Second: m.T("today.told"),
			})
			continue
		}
		r := TodayRow{
			Case: x.Case, Explain: true, Box: m.T("today.asked_box"), Title: m.T("today.do_explain"),
			Second: m.T("today.asked", "number", m.ShortNumber(x.Number)),
		}
		if !x.Due.IsZero() {
			left := m.acting.Office.Until(x.Due, m.day)
			r.When, r.Urgency, r.Left = m.shortDay(x.Due), left.Urgency, m.left(&office.Due{Reminder: left})
		}
		c.Count++
		c.Rows = append(c.Rows, r)
	}
}

// unconfirmed warns of a year that nobody has confirmed. In December, when the decisions are out, it says what to do.
func (m *morning) unconfirmed() (words string, year int) {
	year, open := m.acting.Office.Unconfirmed(m.day)
	_, month, _ := m.day.Civil()
	switch {
	case !open:
		return "", 0
	case year == m.day.Year():
		return m.T("today.unconfirmed", "year", year), year
	case month == time.December:
		return m.T("today.december", "year", year), year
	default:
		return m.T("today.unconfirmed_next", "year", year, "last", calendar.NewDate(year-1, time.December, 31)), year
	}
}

// see puts a duty on the cards that it belongs to. A row is made for the first ones only.
func (m *morning) see(d *office.Due) {
	switch d.Urgency {
	case domain.Late:
		m.count(TodayLate, d, m.termRow)
	case domain.Today:
		m.count(TodayDue, d, m.termRow)
	case domain.Soon:
		m.count(TodaySoon, d, m.termRow)
	default: // there is time
	}
	m.load(d)
	if step, mine := m.waiting(d.Entry); mine && !endangers(d) {
		m.count(TodayMine, d, func(d *office.Due) TodayRow { return m.mineRow(d, step) })
	}
	if inNoHands(d.State) {
		m.count(TodayFree, d, m.freeRow)
	}
	if i := slices.IndexFunc(d.Pending, isOut); i >= 0 {
		m.count(TodayUnsent, d, func(d *office.Due) TodayRow { return m.letterRow(d, &d.Pending[i]) })
	}
}

// endangered puts what somebody is in danger of before everything else that waits for whoever looks.
func (m *morning) endangered(duties []office.Due) {
	for i := range duties {
		d := &duties[i]
		if !endangers(d) {
			continue
		}
		if step, mine := m.waiting(d.Entry); mine {
			m.count(TodayMine, d, func(d *office.Due) TodayRow { return m.mineRow(d, step) })
		}
	}
}

func endangers(d *office.Due) bool { return d.Flags.Has(domain.FlagDanger) }

// isOut tells whether a signed letter has not left, or nothing proves yet that it arrived.
func isOut(p domain.Pending) bool {
	return p.State == domain.LetterSigned || p.State == domain.LetterSent && p.Via.Proves()
}

// inNoHands tells whether nobody has taken a case into work yet.
func inNoHands(s domain.State) bool {
	return s == domain.Registered || s == domain.InResolution || s == domain.Assigned
}

func (m *morning) count(k TodayKind, d *office.Due, row func(*office.Due) TodayRow) {
	c := &m.out.cards[k]
	c.Count++
	c.Cases = append(c.Cases, d.Case)
	if len(c.Rows) < todayRows {
		c.Rows = append(c.Rows, row(d))
	}
}

// row is what every line of a case has.
func (m *morning) row(d *office.Due) TodayRow {
	return TodayRow{
		Case: d.Case, Box: m.KindLetter(d.Kind), Title: m.Say.Subject(d.Entry), Urgency: d.Urgency,
		Second: m.T("today.who", "number", m.ShortNumber(d.Number), "name", m.SenderName(d.Entry)),
		Danger: d.Flags.Has(domain.FlagDanger), Anonymous: d.Flags.Has(domain.FlagAnonymous),
		Extended: d.Flags.Has(domain.FlagExtended), Waiting: d.Flags.Has(domain.FlagWaiting),
	}
}

func (m *morning) termRow(d *office.Due) TodayRow {
	r := m.row(d)
	if d.Urgency != domain.Today {
		r.When = m.shortDay(d.Reminder.Due)
	}
	r.Left = m.left(d)
	switch d.Clock {
	case "":
	case domain.WaitClock:
		r.Title, r.When = m.unanswered(d), ""
	default:
		r.Title = m.T("today.task", "task", m.T("task."+string(d.Clock)), "subject", r.Title)
	}
	r.Do = m.taskDo(d)
	if beside := m.acting.Office.Beside(d.Entry, d.Reminder, m.day); len(beside) > 0 {
		r.Second = m.T("today.beside", "number", m.ShortNumber(d.Number), "more", m.alsoDue(beside))
	}
	return r
}

// unanswered says that the sender has not answered what he was asked.
func (m *morning) unanswered(d *office.Due) string {
	return m.T("today.unanswered", "until", m.dayMonth(d.WaitsUntil))
}

// alsoDue says what else of a case runs out beside what its line is about.
func (m *morning) alsoDue(all []domain.Reminder) string {
	words := make([]string, len(all))
	for i, r := range all {
		words[i] = m.T("today.also", "task", m.T("task.short_"+string(cmp.Or(r.Clock, "reply"))), "due", m.dayMonth(r.Due))
	}
	return listed(words...)
}

// taskDo gives what a task asks for: a form of the case that whoever looks can fill in, or a letter to be written.
func (m *morning) taskDo(d *office.Due) domain.Action {
	if m.ReadOnly || d.Clock == "" {
		return ""
	}
	if d.Clock == domain.SurplusClock {
		return domain.DoSettleSurplus // the case asks whether he may
	}
	step, mine := m.waiting(d.Entry)
	switch {
	case !mine:
		return ""
	case step.Action == domain.DoDraft, step.Action == domain.DoExecute, step.Action == domain.DoAdmit, step.Action == domain.DoDecide:
		return step.Action
	default: // a press away on the case
		return ""
	}
}

// left says shorter than elsewhere that a term has passed: there is little room, and the colour says the rest.
func (m *morning) left(d *office.Due) string {
	switch {
	case d.Urgency == domain.Late:
		return m.T("today.late_by", "n", d.DaysLate)
	case d.DaysLate > 0:
		return m.T("today.ago", "n", d.DaysLate)
	}
	return m.leftShort(d.Reminder)
}

// mineRow says what is to be done; the case stands in the second line.
func (m *morning) mineRow(d *office.Due, s domain.Step) TodayRow {
	r := m.row(d)
	r.Letter = s.Letter
	r.Title = m.T("today.do_" + string(s.Action))
	for i := range d.Pending {
		if p := &d.Pending[i]; p.Letter == s.Letter && p.Returned {
			r.Returned, r.When = true, m.T("today.returned")
		}
	}
	if r.When == "" && d.Unanswered(m.day) {
		r.When = m.T("today.no_answer")
	}
	r.Left = m.left(d)
	return r
}

func (m *morning) freeRow(d *office.Due) TodayRow {
	r := m.row(d)
	r.When = m.Say.State(d.State)
	r.Left = m.T("today.since", "day", m.dayMonth(d.ReceivedOn))
	r.Urgency = domain.NoTerm
	return r
}

func (m *morning) letterRow(d *office.Due, p *domain.Pending) TodayRow {
	r := m.row(d)
	r.Letter, r.Box = p.Letter, ""
	r.Title = m.T("today.letter", "letter", m.letterTitle(m.acting.Office, p.Template), "number", m.ShortNumber(d.Number))
	if p.State == domain.LetterSigned {
		r.Second = m.SenderName(d.Entry)
		r.When, r.Left = m.T("today.signed"), m.left(d)
		return r
	}
	r.Second = m.T("today.sent", "name", m.SenderName(d.Entry), "way", m.Say.Channel(p.Via), "day", m.dayMonth(p.SentOn))
	r.When, r.Left = m.T("today.no_proof"), m.T("today.days", "n", int(m.day-p.SentOn))
	r.Urgency, r.Confirmed = domain.NoTerm, true
	return r
}

// title says what a card is called, what its list is, and what it says when it is empty.
func (m *morning) title(k TodayKind) {
	c := &m.out.cards[k]
	c.Kind, c.Title = k, m.T(todayWords[k].title, "n", m.acting.Office.Settings.WarnDays)
	if c.Count > 0 {
		return
	}
	c.Empty = m.T(todayWords[k].empty)
	if k > TodaySoon {
		return
	}
	if m.next != nil {
		c.Next = m.T("today.next", "day", m.dayMonth(m.next.Reminder.Due), "number", m.ShortNumber(m.next.Number))
	} else {
		c.Next = m.T("today.none_runs")
	}
}

var todayWords = [todayCards]struct{ title, empty string }{
	{"today.late", "today.no_late"},
	{"today.due", "today.no_due"},
	{"today.soon", "today.no_soon"},
	{"today.mine", "today.no_mine"},
	{"today.free", "today.no_free"},
	{"today.unsent", "today.no_unsent"},
}

// shortDay is a day after its weekday, such as „вт 24.11“.
func (m *morning) shortDay(d calendar.Date) string {
	return m.T("today.day", "weekday", m.T(shortWeekdays[d.Weekday()]), "day", m.dayMonth(d))
}

// dayMonth is a day of this year without the year.
func (m *morning) dayMonth(d calendar.Date) string {
	if d.Year() != m.day.Year() {
		return d.Local()
	}
	return d.Local()[:5]
}

var shortWeekdays = [7]string{
	"today.weekday_0", "today.weekday_1", "today.weekday_2", "today.weekday_3", "today.weekday_4", "today.weekday_5", "today.weekday_6",
}

// recent gives the cases that were open lately and that may still be seen, in the order of their ids.
func recent(env Env, o TodayOffice, ids []domain.CaseID) []TodayOpened {
	if len(ids) == 0 {
		return nil
	}
	ids = ids[:min(len(ids), todayRecent)]
	found := make(map[domain.CaseID]domain.Entry, len(ids))
	for _, e := range o.List(func(e domain.Entry) bool { return slices.Contains(ids, e.Case) }) {
		found[e.Case] = e
	}
	var rows []TodayOpened
	for _, id := range ids {
		if e, ok := found[id]; ok {
			rows = append(rows, TodayOpened{id, e.Subject, env.T("today.who", "number", env.ShortNumber(e.Number), "name", env.SenderName(e))})
		}
	}
	return rows
}

// firstSteps are what an administrator does first: nothing is shown to others, or when all of it is done.
func firstSteps(env Env, a domain.Acting, backup bool) []TodayStep {
	if !a.Office.Holds(a.User, domain.Admin, a.Today()) {
		return nil
	}
	users := 0
	for _, u := range a.Office.Users {
		if u.Removed.IsZero() {
			users++
		}
	}
	steps := []TodayStep{
		{env.T("today.step_calendar", "year", a.Today().Year()), a.Office.YearConfirmed(a.Today().Year()), Route{Place: CalendarPlace}},
		{env.T("today.step_users"), users > 1, Route{Place: SettingsPlace, Arg: string(UsersTab)}},
		{env.T("today.step_backup"), backup, Route{Place: SettingsPlace, Arg: string(BackupTab)}},
	}
	if !slices.ContainsFunc(steps, func(s TodayStep) bool { return !s.Done }) {
		return nil
	}
	return steps
}
