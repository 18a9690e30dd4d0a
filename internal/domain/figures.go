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
// are listed apart.
func (o *Office) Report(year int, asOf calendar.Date, register iter.Seq[Entry]) Yearly {
	t := newTally(o, year, asOf)
	before := []*tally{newTally(o, year-2, asOf), newTally(o, year-1, asOf)}
	for e := range register {
		t.add(e)
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
	reasons  map[string]int
	delays   []int
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
		grounds: map[Ground]int{}, units: map[DepartmentID]*unitTally{}, kindDays: map[Kind][]int{}, reasons: map[string]int{},
	}
}

// closedBy tells whether an entry was ended on or before a day. A reply that left ends it for the report when no
// closing was recorded yet.
func (e Entry) endedOn() calendar.Date {
	if !e.ClosedOn.IsZero() {
		return e.ClosedOn
	}
	if !e.State.Open() {
		return cmp.Or(e.AnsweredOn, e.ReceivedOn)
	}
	return 0
}

func (t *tally) add(e Entry) {
	if e.State == StateAnnulled {
		if t.inYear(e.ReceivedOn) {
			t.y.Annulled++
		}
		return
	}
	if e.ReceivedOn > t.end {
		return
	}
	ended := e.endedOn()
	if e.ReceivedOn < t.first && !ended.IsZero() && ended < t.first {
		return
	}
	unit := t.unit(e.Department)
	received := e.ReceivedOn >= t.first
	if received {
		t.received(e, unit)
	} else {
		t.y.Carried++
	}
	if t.inYear(ended) {
		t.closed(e, ended, unit)
	} else {
		t.open(e, unit)
	}
	t.tasks(e)
	if received {
		line := e
		line.Sender, line.Subject, line.Settlement, line.Person, line.Respondents = "", "", "", PersonID{}, nil
		t.y.Lines = append(t.y.Lines, line)
	}
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
	count(&t.y.Danger, e.Ground == GroundExOfficio)
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
	upheld := e.Outcome == Upheld || e.Outcome == PartlyUpheld
	if e.Outcome.Merits() {
		t.y.UpheldOf.add(upheld)
		unit.UpheldOf.add(upheld)
		if e.Kind == ComplaintStaff {
			t.y.Staff.add(upheld)
		}
		if e.Kind == Proposal {
			t.y.Proposals.add(upheld)
		}
	}
	t.answered(e, unit)
}

// answered counts durations and kept terms of what was answered.
func (t *tally) answered(e Entry, unit *unitTally) {
	if e.AnsweredOn.IsZero() {
		return
	}
	days := int(e.AnsweredOn - e.ReceivedOn)
	t.days = append(t.days, days)
	t.kindDays[e.Kind] = append(t.kindDays[e.Kind], days)
	unit.days = append(unit.days, days)
	t.y.Histogram[bucket(days)]++
	if d, ok := e.Deadline(LegalClock); ok {
		t.y.Legal.add(d, cmp.Or(e.DecidedOn, e.AnsweredOn))
	}
	if d, ok := e.Deadline(CharterClock); ok && e.Kind.Complaint() {
		t.y.Charter.add(d, e.AnsweredOn)
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
	if d, ok := e.Due(); ok && e.AnsweredOn.IsZero() && t.end > d.Due {
		t.y.Overdue.Open++
		unit.OpenLate++
		t.y.Overdue.OldestAge = max(t.y.Overdue.OldestAge, int(t.end-d.Due))
	}
}

// tasks counts the seven days of communication and forwarding, and the measures.
func (t *tally) tasks(e Entry) {
	if rule, ok := t.office.Rules.Task(NotifyClock, e.DecidedOn); ok && t.inYear(e.DecidedOn) && !e.AnsweredOn.IsZero() && e.Outcome.Merits() && !e.Flags.Has(FlagImported) {
		due, err := t.office.Calendar().Due(e.DecidedOn, rule.Term)
		t.y.Notified.add(err == nil && e.AnsweredOn <= due.Due)
	}
	if rule, ok := t.office.Rules.Task(ForwardClock, e.ReceivedOn); ok && t.inYear(e.ForwardedOn) {
		due, err := t.office.Calendar().Due(e.ReceivedOn, rule.Term)
		t.y.Forwards.add(err == nil && e.ForwardedOn <= due.Due)
	}
	if e.Measures > 0 && t.inYear(e.DecidedOn) {
		t.measures(e)
	}
}

func (t *tally) measures(e Entry) {
	t.y.Measures.Ordered += e.Measures
	rule, ok := t.office.Rules.Task(ExecuteClock, e.DecidedOn)
	if !ok {
		return
	}
	due, err := t.office.Calendar().Due(e.DecidedOn, rule.Term)
	switch {
	case err != nil:
	case !e.ExecutedOn.IsZero() && e.ExecutedOn <= due.Due:
		t.y.Measures.InTime += e.Measures
	case cmp.Or(e.ExecutedOn, t.end) > due.Due:
		t.y.Measures.Overdue += e.Measures
	}
}

func (t *tally) yearly() Yearly {
	y := t.y
	for _, k := range Kinds() {
		if months := t.kinds[k]; months != nil {
			y.ByKind = append(y.ByKind, KindMonths{Kind: k, Months: *months, Total: sum(months[:])})
		}
		if days := t.kindDays[k]; len(days) > 0 {
			y.DaysByKind = append(y.DaysByKind, KindDays{k, spread(days)})
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
	slices.SortFunc(y.Lines, func(a, b Entry) int { return a.RegisteredAt.Compare(b.RegisteredAt) })
	return y
}

func (t *tally) figures() Figures {
	return Figures{
		Year: t.y.Year, Received: t.y.Received, Closed: t.y.Closed, Open: t.y.Open, Legal: t.y.Legal, Charter: t.y.Charter,
		Days: spread(t.days), UpheldOf: t.y.UpheldOf,
	}
}

// rankedTopics orders topics by how often they occurred, then by name.
func (t *tally) rankedTopics() []Count[TopicID] {
	all := make([]Count[TopicID], 0, len(t.topics))
	for id, n := range t.topics {
		all = append(all, Count[TopicID]{id, n})
	}
	slices.SortFunc(all, func(a, b Count[TopicID]) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(t.y.Names.Topics[a.Of], t.y.Names.Topics[b.Of]))
	})
	return all
}

// ranked orders counts by how often, then by name.
func ranked[K cmp.Ordered](counts map[K]int) []Count[K] {
	all := make([]Count[K], 0, len(counts))
	for k, n := range counts {
		all = append(all, Count[K]{k, n})
	}
	slices.SortFunc(all, func(a, b Count[K]) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Of, b.Of)) })
	return all
}

// spread describes durations: mean, median and the 90th percentile by the nearest rank.
func spread(days []int) Spread {
	if len(days) == 0 {
		return Spread{}
	}
	sorted := slices.Sorted(slices.Values(days))
	n := len(sorted)
	return Spread{
		N: n, Mean: float64(sum(sorted)) / float64(n),
		Median: float64(sorted[(n-1)/2]+sorted[n/2]) / 2,
		P90:    float64(sorted[(9*n+9)/10-1]),
	}
}

func sum(all []int) int {
	total := 0
	for _, n := range all {
		total += n
	}
	return total
}

// bucket gives the column of the histogram F-10.
func bucket(days int) int {
	for i, last := range []int{7, 14, 30, 60, 90} {
		if days <= last {
			return i
		}
	}
	return 5
}

func count(n *int, yes bool) {
	if yes {
		*n++
	}
}

func boolRank(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}

func (s *Share) add(part bool) {
	s.Whole++
	count(&s.Part, part)
}

// add counts a term: on time by the first due day, on time by a lawful extension, or late.
func (k *Kept) add(d Deadline, on calendar.Date) {
	first := d.Due
	if !d.First.IsZero() {
		first = d.First
	}
	switch {
	case on <= first:
		k.OnTime++
	case d.Extended && !d.Late && on <= d.Due:
		k.Extended++
	default:
		k.Late++
	}
}
