package journal

import "time"

// Clock is a hybrid logical clock: 48 bits of milliseconds since 1970 and a 16-bit counter. It orders
// concurrent records; it is never a legal date.
type Clock uint64

const (
	counterBits = 16
	maxMillis   = 1<<48 - 1
	maxAhead    = 5 * time.Minute // how far a stranger's fast clock may pull ours
)

// ClockAt returns the earliest reading of the clock at t.
func ClockAt(t time.Time) Clock {
	return Clock(min(max(t.UnixMilli(), 0), maxMillis)) << counterBits
}

// Tick returns the reading for the next record: later than own, the last one of this chain; not before wall;
// not before seen, the latest reading met elsewhere, unless that one is more than five minutes ahead of wall.
func Tick(own, seen Clock, wall time.Time) Clock {
	return max(own+1, ClockAt(wall), min(seen, ClockAt(wall.Add(maxAhead))))
}

// Time returns the wall clock part in UTC.
func (c Clock) Time() time.Time { return time.UnixMilli(int64(c >> counterBits)).UTC() }
