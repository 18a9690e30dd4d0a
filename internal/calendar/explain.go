package calendar

import "fmt"

// Due is the end of a term.
type Due struct {
	Nominal Date // where counting ends
	Due     Date // the same day, or the first working day after it
}

// Due returns the end of a term that starts on a day, worked or not; the day itself is not counted.
// ErrTerm refuses a term that is not positive, ErrRange a start or an end outside First to Last.
func (c *Calendar) Due(start Date, t Term) (Due, error) {
	switch {
	case !t.valid():
		return Due{}, fmt.Errorf("%w: %d %s", ErrTerm, t.N, t.Unit)
	case !supported(start):
		return Due{}, fmt.Errorf("start of a term: %w: %s", ErrRange, start)
	}
	nominal := t.nominalEnd(start)
	if t.Unit == WorkingDays {
		nominal = c.AddWorking(start, t.N)
	}
	due := c.NextWorking(nominal)
	if due.IsZero() {
		return Due{}, fmt.Errorf("end of %s from %s: %w", t, start, ErrRange)
	}
	return Due{Nominal: nominal, Due: due}, nil
}

// StepKind says what a step of an explanation tells.
type StepKind uint8

// The steps, in the order in which they come. Clipped is left out when nothing was clipped.
const (
	Received StepKind = iota + 1 // the day the term starts on
	Rested                       // in working days: a day off that was not counted
	Counted                      // N units end on this nominal day
	Clipped                      // that month has no day number N, so it is its last day
	Skipped                      // a day off at the end, which moves the end on
	Result                       // the due day
)

// Step is one step from the start of a term to its due day.
type Step struct {
	Kind StepKind
	Date Date
	Day  Day // what the calendar knows about Date
	N    int // of Counted and Clipped
}

// Explanation tells how a due day came about, ready to be put into words.
type Explanation struct {
	Start    Date
	Term     Term
	Nominal  Date
	Due      Date
	Steps    []Step
	Calendar string // the Version by which it was counted
}

// Explain counts as Due does and tells each step.
func (c *Calendar) Explain(start Date, t Term) (Explanation, error) {
	end, err := c.Due(start, t)
	if err != nil {
		return Explanation{}, err
	}
	return Explanation{
		Start: start, Term: t, Nominal: end.Nominal, Due: end.Due,
		Steps: c.steps(start, t, end), Calendar: c.version,
	}, nil
}

func (c *Calendar) steps(start Date, t Term, end Due) []Step {
	size := 4 + int(end.Due-end.Nominal)
	if t.Unit == WorkingDays {
		size += int(end.Nominal-start) - t.N
	}
	steps := make([]Step, 0, size)
	add := func(kind StepKind, d Date, n int) {
		steps = append(steps, Step{Kind: kind, Date: d, Day: c.Day(d), N: n})
	}
	add(Received, start, 0)
	if t.Unit == WorkingDays {
		for d := start + 1; d < end.Nominal; d++ {
			if !c.Working(d) {
				add(Rested, d, 0)
			}
		}
	}
	add(Counted, end.Nominal, t.N)
	if wanted, ok := t.clipped(start, end.Nominal); ok {
		add(Clipped, end.Nominal, wanted)
	}
	for d := end.Nominal; d < end.Due; d++ {
		add(Skipped, d, 0)
	}
	add(Result, end.Due, 0)
	return steps
}
