package practice

import (
	"sync"
	"time"

	"harta/internal/calendar"
)

// Clock is a clock that is set by hand, as the demo office allows. It moves on a little at every look, so that no two
// things happen at once. The zero Clock moves by a second; it may be read from any goroutine.
type Clock struct {
	mu   sync.Mutex
	at   time.Time
	Step time.Duration // zero = a second
}

// Now is what the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	step := c.Step
	if step == 0 {
		step = time.Second
	}
	c.at = c.at.Add(step)
	return c.at
}

// Set puts the clock to a full hour of a day.
func (c *Clock) Set(day calendar.Date, hour int) {
	c.SetTo(day.Start().Add(time.Duration(hour) * time.Hour).UTC())
}

// SetTo puts the clock to a moment.
func (c *Clock) SetTo(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = at
}

// shows is what the clock shows, without moving it.
func (c *Clock) shows() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}
