package desk

import (
	"errors"
	"time"

	"harta/internal/office"
	"harta/internal/vault"
	"harta/resources"

	"harta/internal/desk/practice"
)

// Years say how large a register FoundYears makes up.
type Years struct {
	Cases    int
	Seed     int
	Letters  bool // render every letter; else all share one empty page
	Progress office.Progress
}

// practiceCost is what a guess costs at a demo office: everybody there has the same password, and nothing to hide.
func practiceCost() vault.Cost { return vault.Cost{Memory: 8 << 10, Time: 1, Threads: 1} }

// FoundYears founds the demo office as it was ten years ago, fills it with a made-up register until today, and closes
// it. It tells how many cases there are.
func (d *Desk) FoundYears(password string, y Years) (cases int, err error) {
	at := &practice.Clock{}
	at.SetTo(practice.Founding(d.clock()))
	plan, err := DemoPlan(password)
	if err != nil {
		return 0, err
	}
	town, err := d.practise(practice.Options{Plan: plan, Clock: at, Until: d.clock(), Seed: y.Seed, Progress: y.Progress})
	if err == nil {
		if !y.Letters {
			town.Render = practice.EmptyPage
		}
		cases, err = town.Years(y.Cases)
	}
	return cases, errors.Join(err, d.Close())
}

// FoundDemo founds the demo office and lets it live the weeks until today with a few dozen made-up cases, in every
// state there is. It leaves the office open, with nobody signed in. The same seed makes the same office.
func (d *Desk) FoundDemo(password string, seed int) error {
	at := &practice.Clock{Step: time.Millisecond}
	at.SetTo(practice.WeeksBefore(d.clock()))
	plan, err := DemoPlan(password)
	if err != nil {
		return err
	}
	more, err := resources.PracticeData()
	if err != nil {
		return err
	}
	for _, u := range more.Users {
		plan.Users = append(plan.Users, demoUser(u, password))
	}
	town, err := d.practise(practice.Options{Plan: plan, Clock: at, Until: d.clock(), Seed: seed})
	if err == nil {
		err = town.Weeks(more)
		d.meet()
	}
	if err = errors.Join(err, d.Close()); err != nil {
		return err
	}
	return d.Open(false)
}

// practise founds the demo office under a clock that is set by hand, and lets its staff sit down.
func (d *Desk) practise(o practice.Options) (*practice.Town, error) {
	press, err := d.press()
	if err != nil {
		return nil, err
	}
	opts := d.officeOptions()
	opts.Practice, opts.Storage.Now, opts.Progress = true, o.Clock.Now, nil
	opts.Cost.Memory, opts.Cost.Time = min(opts.Cost.Memory, practiceCost().Memory), min(opts.Cost.Time, practiceCost().Time)
	if d.Office, _, err = office.Found(d.dir, o.Plan, opts); err != nil {
		return nil, err
	}
	d.open = true
	o.Office, o.Compose, o.Render, o.Source = d.Office, d.Compose, press.Letter, d.Paper.Source
	return practice.New(o)
}
