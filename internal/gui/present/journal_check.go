package present

import (
	"fmt"
	"time"

	"harta/internal/desk"
	"harta/internal/domain"
)

// Verifier checks the whole journal.
type Verifier interface {
	Verify(progress func(done, total int)) (desk.Verdict, error)
}

// Check is the check of the whole journal. It goes on while other screens are shown, and its result is remembered as
// long as somebody works.
type Check struct {
	watched
	env    Env
	office Verifier

	running     bool
	done, total int
	result      CheckResult
}

// CheckResult is what the last check found; the zero one says that there was none.
type CheckResult struct {
	Words string
	Sound bool
}

// NewCheck makes a check that has not run.
func NewCheck(env Env, o Verifier) *Check { return &Check{env: env, office: o} }

// Run begins the check, once at a time.
func (c *Check) Run() {
	if c.running {
		return
	}
	c.running, c.done, c.total, c.result = true, 0, 0, CheckResult{}
	c.changed()
	var v desk.Verdict
	var err error
	c.env.Go(func() {
		told := time.Time{}
		v, err = c.office.Verify(func(done, total int) {
			if now := c.env.Now(); done == total || now.Sub(told) >= tellEvery {
				told = now
				c.env.Go(func() {}, func() { c.progress(done, total) })
			}
		})
	}, func() {
		c.running, c.result = false, c.say(v, err)
		c.changed()
	})
}

// tellEvery is how often a long piece of work says how far it is.
const tellEvery = 100 * time.Millisecond

func (c *Check) progress(done, total int) {
	if c.running && done >= c.done {
		c.done, c.total = done, total
		c.changed()
	}
}

func (c *Check) say(v desk.Verdict, err error) CheckResult {
	at := c.env.Say.Time(c.env.Now())
	switch {
	case err != nil:
		return CheckResult{Words: c.env.Tell(err)}
	case v.Sound:
		return CheckResult{Words: c.env.T("journal.sound", "n", v.Records, "time", at), Sound: true}
	default:
		return CheckResult{Words: c.env.T("journal.damaged", "n", v.Damages, "first", v.First, "time", at)}
	}
}

// Running tells whether it runs, and how far it is, from 0 to 1; below 0 says that nobody knows.
func (c *Check) Running() (share float64, words string, running bool) {
	if c.total <= 0 {
		return -1, "", c.running
	}
	share = float64(c.done) / float64(c.total)
	return share, fmt.Sprintf("%d%%", int(share*100)), c.running
}

// Result gives what the last check found; ok is false when there was none.
func (c *Check) Result() (r CheckResult, ok bool) { return c.result, c.result.Words != "" }

// Warning is something about the numbers that a person must know, and where it leads.
type Warning struct {
	Words string
	Links []Link
}

// Link leads somewhere.
type Link struct {
	Words string
	To    Route
}

// mostWarnings is how many stand over the journal.
const mostWarnings = 5

// Survey looks for missing numbers and numbers given twice. It looks at every case, so it is done once for a screen.
func (j *Journal) Survey() {
	var warnings []Warning
	j.Go(func() {
		for _, k := range j.office.Gaps() {
			warnings = append(warnings, j.gap(k))
		}
		collisions, err := j.office.Collisions()
		if err != nil {
			warnings = append(warnings, Warning{Words: j.Tell(err)})
		}
		for _, c := range collisions {
			warnings = append(warnings, j.collision(c.Number, c.Cases))
		}
	}, func() {
		if n := len(warnings); n > mostWarnings {
			warnings = append(warnings[:mostWarnings], Warning{Words: j.T("journal.more_warnings", "n", n-mostWarnings)})
		}
		j.warnings = warnings
		j.changed()
	})
}

// Warnings gives what is wrong with the numbers.
func (j *Journal) Warnings() []Warning { return j.warnings }

func (j *Journal) gap(k domain.CounterKey) Warning {
	words := j.T("journal.gap", "year", k.Year)
	if k.Series != "" {
		words = j.T("journal.gap_series", "year", k.Year, "series", k.Series)
	}
	return Warning{Words: words, Links: []Link{{j.T("journal.show_register"), Route{Place: RegisterPlace, Arg: ViewAll}}}}
}

func (j *Journal) collision(n domain.Number, cases []domain.CaseID) Warning {
	w := Warning{Words: j.T("journal.collision", "number", n.Text, "n", len(cases))}
	for i, id := range cases[:min(len(cases), 3)] {
		w.Links = append(w.Links, Link{j.T("journal.case_of_number", "n", i+1), Route{Place: CasePlace, Case: id}})
	}
	return w
}
