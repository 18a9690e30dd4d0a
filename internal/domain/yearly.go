package domain

import "harta/internal/calendar"

// Yearly is the service-standard report of one year: figures only, no persons (domain: F-1 … F-21). Every share
// keeps its numerator and denominator.
type Yearly struct {
	Year       int
	AsOf       calendar.Date // data date
	Office     string
	Target     int // per cent of charter replies on time aimed at
	Calendar   string
	Received   int // F-1
	Carried    int // F-2 open on 1 January
	Closed     int // F-3
	Open       int // F-4 open on 31 December (or AsOf)
	ByKind     []KindMonths
	ByChannel  []Count[Channel]
	ByTopic    []Count[TopicID]
	ByOutcome  []Count[Outcome]
	ByGround   []Count[Ground]
	ClosedBy   [12]int // closed by month
	Units      []Unit  // departments, the last one without an ID = not assigned
	Legal      Kept    // F-5
	Charter    Kept    // F-6
	Notified   Share   // F-7 decisions communicated within 7 days
	Forwards   Share   // F-8 forwarded within 7 days
	Days       Spread  // F-9 receipt → dispatch
	DaysByKind []KindDays
	Kinds      []KindYear
	Histogram  [6]int // F-10: 0–7, 8–14, 15–30, 31–60, 61–90, over 90 days
	Overdue    Overdue
	Extended   Share // F-12
	UpheldOf   Share // F-13
	Measures   Measures
	Repeats    int   // F-15
	Anonymous  int   // F-16
	Danger     int   // anonymous considered because of the exception
	Staff      Share // F-17 complaints about staff: upheld of decided
	Praise     int
	Opinions   int
	Proposals  Share // accepted of decided
	Apologies  int   // F-19
	Returned   int   // F-20 drafts sent back
	Annulled   int
	Names      Names
	Lines      []Entry   // the list without names (sheet 12), of what the reader may see
	Unlisted   int       // received too, but kept from the reader
	Before     []Figures // F-21: up to two years before, oldest first
}

// Balance is 0 when the figures close: carried over + received − closed − open.
func (y Yearly) Balance() int { return y.Carried + y.Received - y.Closed - y.Open }

// Figures are the headline numbers of one year, for comparison.
type Figures struct {
	Year     int
	Received int
	Closed   int
	Open     int
	Legal    Kept
	Charter  Kept
	Days     Spread
	UpheldOf Share
}

// KindMonths counts one kind by month.
type KindMonths struct {
	Kind   Kind
	Months [12]int
	Total  int
}

// Count is how often a thing occurred.
type Count[T comparable] struct {
	Of T
	N  int
}

// Share is a numerator with its denominator; a denominator of 0 reads „н/п“.
type Share struct{ Part, Whole int }

// Kept counts a promise: on time without extension, on time by a lawful extension, late.
type Kept struct{ OnTime, Extended, Late int }

// Whole is how many were counted.
func (k Kept) Whole() int { return k.OnTime + k.Extended + k.Late }

// Share gives what was kept, with lawful extensions.
func (k Kept) Share() Share { return Share{k.OnTime + k.Extended, k.Whole()} }

// Spread describes durations in calendar days. N = 0 means there were none.
type Spread struct {
	N      int
	Mean   float64
	Median float64
	P90    float64
}

// KindDays is the spread of one kind.
type KindDays struct {
	Kind Kind
	Days Spread
}

// KindYear is the year of one kind.
type KindYear struct {
	Kind                            Kind
	Carried, Received, Closed, Open int
	Legal, Charter                  Kept
	Days                            Spread
}

// Unit is one department's year (sheet 8).
type Unit struct {
	Department DepartmentID
	Received   int
	Closed     int
	Open       int
	Kept       Kept // the term people see
	Days       Spread
	OpenLate   int
	UpheldOf   Share
}

// Overdue counts what was late (F-11).
type Overdue struct {
	Answered  int     // answered after the due day
	MeanDelay float64 // calendar days
	Open      int     // open and overdue
	OldestAge int     // days
	Reasons   []Count[string]
}

// Measures counts ordered measures (F-14).
type Measures struct{ Ordered, InTime, Overdue int }

// Names gives the words for the identifiers that the figures use.
type Names struct {
	Departments map[DepartmentID]string
	Topics      map[TopicID]string
}
