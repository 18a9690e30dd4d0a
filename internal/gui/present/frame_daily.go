package present

import (
	"sync/atomic"
	"time"
)

// DailyDesk makes the daily backup.
type DailyDesk interface {
	// BackupDue tells whether there was none today although there should be.
	BackupDue() bool
	BackUp(dir string, progress func(done, total int64), stopped func() bool) error
}

const (
	// calm is how long nobody has touched anything when the daily backup begins.
	calm = 2 * time.Minute
	// backupAgain is how long after a failure it is tried again.
	backupAgain = time.Hour
)

// Daily makes the daily backup: by itself, while somebody is signed in and nobody is typing.
type Daily struct {
	Env
	desk DailyDesk
	// Copying hears that a backup has begun, or is over.
	Copying func(on bool)
	// Failed hears in words why there is none, and what to do.
	Failed func(words string)

	busy  bool
	again time.Time // not before
	gone  atomic.Bool
}

// NewDaily makes the presenter.
func NewDaily(env Env, d DailyDesk) *Daily { return &Daily{Env: env, desk: d} }

// Tick looks whether it is time; idle is for how long nobody has touched anything.
func (d *Daily) Tick(idle time.Duration) {
	if d.busy || d.gone.Load() || d.ReadOnly || idle < calm || d.Now().Before(d.again) {
		return
	}
	d.busy = true
	due := false
	d.Go(func() { due = d.desk.BackupDue() }, func() {
		if d.busy = due && !d.gone.Load(); d.busy {
			d.begin()
		}
	})
}

// begin makes the backup in the place that was chosen.
func (d *Daily) begin() {
	d.tell(true)
	dir := d.Habits(nil).BackupDir
	var err error
	d.Go(func() { err = d.desk.BackUp(dir, func(int64, int64) {}, d.gone.Load) }, func() {
		d.busy = false
		if d.gone.Load() { // stopped, or as good as
			return
		}
		if err != nil {
			d.again = d.Now().Add(backupAgain)
			if d.Failed != nil {
				d.Failed(d.T("backup.daily_failed", "why", d.Tell(err)))
			}
		}
		d.tell(false)
	})
}

func (d *Daily) tell(on bool) {
	if d.Copying != nil {
		d.Copying(on)
	}
}

// Leave gives up the backup that is being made, between two of its files: the next one goes on where it stopped.
func (d *Daily) Leave() { d.gone.Store(true) }
