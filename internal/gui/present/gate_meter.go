package present

import (
	"sync/atomic"
	"time"
)

// meterBeat is how often a meter looks how far the work has come: more often than that nobody sees.
const meterBeat = 150 * time.Millisecond

// Meter shows how far work in the background has come. Whoever works counts, on any goroutine; the screen looks.
type Meter struct {
	env     Env
	changed func()
	words   string
	since   time.Time
	stop    func()

	done, total atomic.Int64
}

// NewMeter makes a meter; changed is called on the screen's goroutine while there is something to show.
func NewMeter(env Env, changed func()) *Meter { return &Meter{env: env, changed: changed} }

// Begin says what is being done.
func (m *Meter) Begin(words string) {
	m.End()
	m.words, m.since = words, m.env.Now()
	m.done.Store(0)
	m.total.Store(0)
	m.beat()
}

func (m *Meter) beat() {
	m.stop = m.env.After(meterBeat, func() {
		m.changed()
		m.beat()
	})
}

// End says that it is over.
func (m *Meter) End() {
	m.words = ""
	if m.stop != nil {
		m.stop()
		m.stop = nil
	}
}

// Count is told how much of how much is done.
func (m *Meter) Count(done, total int) { m.Count64(int64(done), int64(total)) }

// Count64 is Count for bytes.
func (m *Meter) Count64(done, total int64) {
	m.done.Store(done)
	m.total.Store(total)
}

// Busy tells whether something is being done.
func (m *Meter) Busy() bool { return m.words != "" }

// Words say what is being done.
func (m *Meter) Words() string { return m.words }

// Percent says it in words.
func (m *Meter) Percent() string {
	share, _ := m.Share()
	return m.env.T("look.percent", "n", int(share*100))
}

// Share is how much of the work is done, from 0 to 1; ok is false while nobody knows.
func (m *Meter) Share() (share float64, ok bool) {
	done, total := m.done.Load(), m.total.Load()
	if total <= 0 {
		return 0, false
	}
	return min(1, float64(done)/float64(total)), true
}
