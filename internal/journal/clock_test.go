package journal_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"harta/internal/journal"
)

func TestTick(t *testing.T) {
	wall := journal.ClockAt(morning)
	at := func(d time.Duration) journal.Clock { return journal.ClockAt(morning.Add(d)) }
	for name, c := range map[string]struct{ own, seen, want journal.Clock }{
		"the wall is ahead of all":       {wall - 1, wall - 1, wall},
		"two in one millisecond":         {wall, 0, wall + 1},
		"the own clock is ahead":         {at(time.Hour), 0, at(time.Hour) + 1},
		"a stranger is a little ahead":   {wall - 1, at(time.Minute) + 3, at(time.Minute) + 3},
		"a stranger is ten years ahead":  {wall - 1, at(87600 * time.Hour), at(5 * time.Minute)},
		"a stranger is ten years behind": {wall - 1, at(-87600 * time.Hour), wall},
	} {
		if got := journal.Tick(c.own, c.seen, morning); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestClockKeepsMilliseconds(t *testing.T) {
	now := morning.Add(123*time.Millisecond + 456*time.Microsecond)
	if got := journal.ClockAt(now).Time(); !got.Equal(now.Truncate(time.Millisecond)) {
		t.Errorf("%v of %v", got, now)
	}
	for _, far := range []time.Time{{}, time.Unix(1<<60, 0), time.Unix(-1<<60, 0)} {
		if c := journal.ClockAt(far); c != 0 && c != 0xffff_ffff_ffff_0000 {
			t.Errorf("%v reads %x", far, uint64(c))
		}
	}
}

// TestClockProperties: a chain's clock always rises, and strangers pull it at most five minutes ahead.
func TestClockProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reading := rapid.Uint64Range(0, 1<<60)
		own, seen := journal.Clock(reading.Draw(t, "own")), journal.Clock(reading.Draw(t, "seen"))
		wall := time.UnixMilli(rapid.Int64Range(0, 1<<44).Draw(t, "wall"))
		got := journal.Tick(own, seen, wall)
		limit := journal.ClockAt(wall.Add(5 * time.Minute))
		switch {
		case got <= own:
			t.Fatalf("%d after %d", got, own)
		case got < journal.ClockAt(wall):
			t.Fatalf("%d before the wall", got)
		case seen <= limit && got < seen:
			t.Fatalf("%d before %d, which was seen", got, seen)
		case got > max(own+1, limit):
			t.Fatalf("%d was pulled ahead", got)
		}
	})
}
