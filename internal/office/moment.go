package office

import "time"

// LastMoment is when the latest record was written, by the clock of the desk that wrote it; zero when there is none.
// A clock far from it is a clock to look at: no record is refused for it.
func (o *Office) LastMoment() time.Time {
	newest := o.newestClock()
	if newest == 0 {
		return time.Time{}
	}
	return newest.Time()
}
