package domain

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"harta/internal/calendar"
)

// Report computes the service-standard report of a year from the register, as of a day. Received are the cases of
// that year's receipt; carried over those received earlier that were open on 1 January. Annulled registrations
// are listed apart. Every case is counted, but only those are listed that the reader sees, and none of the others gives
// itself away by words or by standing alone.
func (o *Office) Report(year int, asOf calendar.Date, register iter.Seq[Entry], sees func(*Entry) bool) Yearly {
	t := newTally(o, year, asOf)
	before := []*tally{newTally(o, year-2, asOf), newTally(o, year-1, asOf)}
	for e := range register {
		seen := sees(&e)
		if !seen {
			e.LateReason = ""
			t.guarded = t.guarded || e.Kind == ComplaintStaff
		}
		switch received := t.add(e); {
		case received && seen:
			t.y.Lines = append(t.y.Lines, e.nameless())
		case received:
			t.y.Unlisted++
		}
		for _, b := range before {
			b.add(e)
		}
	}
	y := t.yearly()
	for _, b := range before {
		if fig := b.figures(); fig.Received+fig.Closed > 0 {
			y.Before = append(y.Before, fig)
		}
	}
	return y
}

// tally collects one year.
type tally struct {
	office   *Office
	first    calendar.Date
	end      calendar.Date // last day that counts
	y        Yearly
	kinds    map[Kind]*[12]int
	channels map[Channel]int
	topics   map[TopicID]int
	outcomes map[Outcome]int
	grounds  map[Ground]int
	units    map[DepartmentID]*unitTally
	days     []int
	kindDays map[Kind][]int
	byKind   map[Kind]*KindYear
	reasons  map[string]int
	delays   []int
	guarded  bool // a complaint about staff is kept from the reader: few of them are not counted apart
}

type unitTally struct {
	Unit
	days []int
}

func newTally(o *Office, year int, asOf calendar.Date) *tally {
	end := calendar.NewDate(year, time.December, 31)
	return &tally{
		office: o, first: calendar.NewDate(year, time.January, 1), end: min(end, asOf),
		y: Yearly{
			Year: year, AsOf: asOf, Office: o.Settings.Municipality, Target: o.Settings.CharterTarget,
			Calendar: o.Calendar().Version(), Names: o.Names(),
		},
		kinds: map[Kind]*[12]int{}, channels: map[Channel]int{}, topics: map[TopicID]int{}, outcomes: map[Outcome]int{},
		grounds: map[Ground]int{}, units: map[DepartmentID]*unitTally{}, kindDays: map[Kind][]int{}, byKind: map[Kind]*KindYear{},
		reasons: map[string]int{},
	}
}

// endedOn gives the day an entry was ended, zero when it is open. Old registers do not always tell the day.
func (e Entry) endedOn() calendar.Date {
	if e.State.Open() {
		return e.ClosedOn // of a reopened case: the figures keep its first end
	}
	return cmp.Or(e.ClosedOn, e.AnsweredOn, e.ReceivedOn)
}

// nameless gives the line of the list that names nobody.
func (e Entry) nameless() Entry {
	e.Sender, e.Subject, e.Settlement, e.LateReason = "", "", "", ""
	e.Person, e.Lead, e.Respondents, e.Pending = PersonID{}, UserID{}, nil, nil
	return e
}

// add counts an entry, and tells whether it was received in the year.
func (t *tally) add(e Entry) (received bool) {
	received = t.inYear(e.ReceivedOn)
	if e.State == StateAnnulled {
		count(&t.y.Annulled, received)
		return false
	}
	ended := e.endedOn()
	if e.ReceivedOn > t.end || !received && !ended.IsZero() && ended < t.first {
		return false
	}
	unit, kind := t.unit(e.Department), t.kind(e.Kind)
	if received {
		kind.Received++
		t.received(e, unit)
	} else {
		kind.Carried++
		t.y.Carried++
	}
	if t.inYear(ended) {
		kind.Closed++
		t.closed(e, ended, unit)
	} else {
		kind.Open++
		t.open(e, unit)
	}
	if t.inYear(e.AnsweredOn) {
		t.answered(e, unit)
	}
	t.decided(e, ended, unit)
	t.tasks(e)
	return received
}

func (t *tally) inYear(d calendar.Date) bool { return !d.IsZero() && d >= t.first && d <= t.end }

func (t *tally) unit(id DepartmentID) *unitTally {
	u, ok := t.units[id]
	if !ok {
		u = &unitTally{Unit: Unit{Department: id}}
		t.units[id] = u
	}
	return u
}

func (t *tally) kind(k Kind) *KindYear {
	y, ok := t.byKind[k]
	if !ok {
		y = &KindYear{Kind: k}
		t.byKind[k] = y
	}
	return y
}

func (t *tally) received(e Entry, unit *unitTally) {
	_, month, _ := e.ReceivedOn.Civil()
	t.y.Received++
	unit.Received++
	if t.kinds[e.Kind] == nil {
		t.kinds[e.Kind] = new([12]int)
	}
	t.kinds[e.Kind][month-1]++
	t.channels[e.Channel]++
	t.topics[e.Topic]++
	t.y.Returned += e.Returns
	count(&t.y.Repeats, e.Flags.Has(FlagRepeat) || e.Ground == GroundRepeated)
	count(&t.y.Anonymous, e.SenderType == Anonymous)
	count(&t.y.Danger, e.SenderType == Anonymous && e.Ground == GroundExOfficio)
	count(&t.y.Praise, e.Kind == Praise)
	count(&t.y.Opinions, e.Kind == Opinion)
	count(&t.y.Apologies, e.Flags.Has(FlagApology))
	t.y.Extended.add(e.Flags.Has(FlagExtended))
}

func (t *tally) closed(e Entry, ended calendar.Date, unit *unitTally) {
	_, month, _ := ended.Civil()
	t.y.Closed++
	t.y.ClosedBy[month-1]++
	unit.Closed++
	t.outcomes[e.Outcome]++
	if e.Ground != "" && e.Ground != Admissible {
		t.grounds[e.Ground]++
	}
}

// decided counts the legal term, and the share of upheld among decisions on the merits.
func (t *tally) decided(e Entry, ended calendar.Date, unit *unitTally) {
	on := cmp.Or(e.DecidedOn, e.AnsweredOn)
	if d, ok := e.Deadline(LegalClock); ok && t.inYear(on) {
		t.y.Legal.add(d, on)
		t.kind(e.Kind).Legal.add(d, on)
	}
	if !e.Outcome.Merits() || !t.inYear(cmp.Or(on, ended)) {
		return
	}
	upheld := e.Outcome.Upholds()
	t.y.UpheldOf.add(upheld)
	unit.UpheldOf.add(upheld)
	switch e.Kind {
	case ComplaintStaff:
		t.y.Staff.add(upheld)
	case Proposal:
		t.y.Proposals.add(upheld)
	default:
	}
}

// answered counts durations and the terms that people see of what was answered.
func (t *tally) answered(e Entry, unit *unitTally) {
	days := int(e.AnsweredOn - e.ReceivedOn)
	t.days = append(t.days, days)
	t.kindDays[e.Kind] = append(t.kindDays[e.Kind], days)
	unit.days = append(unit.days, days)
	t.y.Histogram[bucket(days)]++
	if d, ok := e.Deadline(CharterClock); ok && e.Kind.Complaint() {
		t.y.Charter.add(d, e.AnsweredOn)
		t.kind(e.Kind).Charter.add(d, e.AnsweredOn)
	}
	d, ok := e.Due()
	if !ok {
		return
	}
	unit.Kept.add(d, e.AnsweredOn)
	if e.AnsweredOn > d.Due {
		t.y.Overdue.Answered++
		t.delays = append(t.delays, int(e.AnsweredOn-d.Due))
		t.reasons[e.LateReason]++
	}
}

func (t *tally) open(e Entry, unit *unitTally) {
	t.y.Open++
	unit.Open++
	answered := !e.AnsweredOn.IsZero() && e.AnsweredOn <= t.end
	if d, ok := e.Due(); ok && !answered && t.end > d.Due {
		t.y.Overdue.Open++
		unit.OpenLate++
		t.y.Overdue.OldestAge = max(t.y.Overdue.OldestAge, int(t.end-d.Due))
	}
}

// tasks counts the seven days of communication and of forwarding, and the measures.
func (t *tally) tasks(e Entry) {
	if e.Outcome.Merits() && !e.Flags.Has(FlagImported) && t.inYear(e.DecidedOn) {
		t.task(&t.y.Notified, NotifyClock, e.DecidedOn, e.AnsweredOn)
	}
	if t.inYear(e.ForwardedOn) {
		t.task(&t.y.Forwards, ForwardClock, e.ReceivedOn, e.ForwardedOn)
	}
	if e.Measures > 0 && t.inYear(e.DecidedOn) {
		t.measures(e)
	}
}

// task counts a task that is done, or that should have been.
func (t *tally) task(s *Share, c Clock, start, done calendar.Date) {
	if due := t.taskDue(c, start); !due.IsZero() && (t.inYear(done) || t.end > due) {
		s.add(!done.IsZero() && done <= due)
	}
}

func (t *tally) taskDue(c Clock, start calendar.Date) calendar.Date {
	rule, ok := t.office.Rules.Task(c, start)
	if !ok {
		return 0
	}
	due, err := t.office.Calendar().Due(start, rule.Term)
	if err != nil {
		return 0
	}
	return due.Due
}

func (t *tally) measures(e Entry) {
	t.y.Measures.Ordered += e.Measures
	switch due := t.taskDue(ExecuteClock, e.DecidedOn); {
	case due.IsZero():
	case !e.ExecutedOn.IsZero() && e.ExecutedOn <= min(due, t.end):
		t.y.Measures.InTime += e.Measures
	case t.end > due:
		t.y.Measures.Overdue += e.Measures
	}
}

// guard counts complaints about staff together with those about service when there are so few that a row of their own
// would tell the reader of one that is kept from him.
func (t *tally) guard() {
	staff := t.byKind[ComplaintStaff]
	if !t.guarded || staff == nil || staff.Received+staff.Carried >= t.office.Settings.PublicMinimum {
		return
	}
	service := t.kind(ComplaintService)
	staff.Carried, staff.Received = staff.Carried+service.Carried, staff.Received+service.Received
	staff.Closed, staff.Open = staff.Closed+service.Closed, staff.Open+service.Open
	staff.Legal, staff.Charter = staff.Legal.plus(service.Legal), staff.Charter.plus(service.Charter)
	staff.Kind = ComplaintAny
	t.byKind[ComplaintAny] = staff
	t.kindDays[ComplaintAny] = slices.Concat(t.kindDays[ComplaintStaff], t.kindDays[ComplaintService])
	var months [12]int
	for _, k := range []Kind{ComplaintStaff, ComplaintService} {
		if of := t.kinds[k]; of != nil {
			for m, n := range of {
				months[m] += n
			}
		}
		delete(t.byKind, k)
		delete(t.kindDays, k)
		delete(t.kinds, k)
	}
	t.kinds[ComplaintAny] = &months
	t.y.Staff = Share{}
}

func (t *tally) yearly() Yearly {
	t.guard()
	y := t.y
	for _, k := range append([]Kind{ComplaintAny}, Kinds()...) {
		if months := t.kinds[k]; months != nil {
			y.ByKind = append(y.ByKind, KindMonths{Kind: k, Months: *months, Total: sum(months[:])})
		}
		if days := t.kindDays[k]; len(days) > 0 {
			y.DaysByKind = append(y.DaysByKind, KindDays{k, spread(days)})
		}
		if kind := t.byKind[k]; kind != nil {
			kind.Days = spread(t.kindDays[k])
			y.Kinds = append(y.Kinds, *kind)
		}
	}
	y.ByChannel, y.ByOutcome = ranked(t.channels), ranked(t.outcomes)
	y.ByGround, y.ByTopic = ranked(t.grounds), t.rankedTopics()
	y.Overdue.Reasons = ranked(t.reasons)
	y.Overdue.MeanDelay = spread(t.delays).Mean
	y.Days = spread(t.days)
	for _, u := range t.units {
		u.Days = spread(u.days)
		y.Units = append(y.Units, u.Unit)
	}
	slices.SortFunc(y.Units, func(a, b Unit) int {
		return cmp.Or(boolRank(a.Department == DepartmentID{}, b.Department == DepartmentID{}),
			cmp.Compare(b.Received, a.Received), cmp.Compare(y.Names.Departments[a.Department], y.Names.Departments[b.Department]))
	})
	slices.SortStableFunc(y.Lines, func(a, b Entry) int { return a.RegisteredAt.Compare(b.RegisteredAt) })
	return y
}

func (t *tally) figures() Figures {
	return Figures{
		Year: t.y.Year, Received: t.y.Received, Closed: t.y.Closed, Open: t.y.Open, Legal: t.y.Legal, Charter: t.y.Charter,
		Days: spread(t.days), UpheldOf: t.y.UpheldOf,
	}
}

func (s *Share) add(part bool) {
	s.Whole++
	count(&s.Part, part)
}

func (k Kept) plus(x Kept) Kept {
	return Kept{k.OnTime + x.OnTime, k.Extended + x.Extended, k.Late + x.Late}
}

// add counts a term: on time by the first due day, on time by a lawful extension, or late.
func (k *Kept) add(d Deadline, on calendar.Date) {
	switch {
	case on <= cmp.Or(d.First, d.Due):
		k.OnTime++
	case d.keptBy(on):
		k.Extended++
	default:
		k.Late++
	}
}

// keptBy tells whether what was done on a day was in time, by the first due day or by a lawful extension.
func (d Deadline) keptBy(on calendar.Date) bool {
	return on <= cmp.Or(d.First, d.Due) || d.Extended && !d.Late && on <= d.Due
}
