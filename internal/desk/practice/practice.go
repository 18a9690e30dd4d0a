// Package practice fills a demo office with made-up people and cases, so that there is something to practise on, to
// look at and to measure. It works as the staff of the office would: through the same commands, each by the user whose
// work it is, with a clock that is set by hand.
//
// The same seed makes the same office on the same day. The package refuses to know real names, the disk, and how
// letters are composed and printed: that comes from whoever calls.
package practice

import (
	"fmt"
	"math/rand/v2"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
	"harta/resources"
)

// Options say how a demo office is filled.
type Options struct {
	Office   *office.Office // just founded by the plan, its founder signed in
	Plan     office.Plan
	Clock    *Clock    // the one the office goes by
	Until    time.Time // the moment at which the office is to stand
	Seed     int
	Compose  func(c domain.Case, t domain.Template, typed map[string]string) domain.Letter // as the signed-in user
	Render   office.Render
	Source   func(key string) string // puts the source of a rule into words
	Progress office.Progress         // nil is allowed
}

// Town is a demo office with its staff at work.
type Town struct {
	Options
	office *office.Office
	random *rand.Rand
	words  resources.Seed
	seats  map[string]office.Seat
	units  map[string]domain.DepartmentID
	topics map[string]domain.Topic
	now    domain.Office // the lists, which nobody changes meanwhile
}

// once is a command that is not repeated.
var once office.Command

// New lets every user of the plan sign in once, with the password the plan gives him, and take his own keys.
func New(o Options) (*Town, error) {
	t := &Town{
		Options: o, office: o.Office, random: rand.New(rand.NewPCG(uint64(o.Seed), 0x6861727461)),
		seats: map[string]office.Seat{}, units: map[string]domain.DepartmentID{}, topics: map[string]domain.Topic{},
	}
	var err error
	if t.words, err = resources.SeedData(); err != nil {
		return nil, err
	}
	t.seats[o.Plan.Founder.Login] = t.office.Seat()
	for _, u := range o.Plan.Users {
		if err := t.office.SignIn(u.Login, u.Password); err != nil {
			return nil, fmt.Errorf("sign in as %s: %w", u.Login, err)
		}
		if err := t.office.ChangePassword(u.Password, u.Password); err != nil {
			return nil, fmt.Errorf("take keys as %s: %w", u.Login, err)
		}
		t.seats[u.Login] = t.office.Seat()
	}
	t.now = t.office.Settings()
	for _, d := range t.now.Departments {
		t.units[d.Name] = d.ID
	}
	for _, x := range t.now.Topics {
		t.topics[x.Name] = x
	}
	return t, nil
}

// as lets a user work.
func (t *Town) as(login string) { t.office.Take(t.seats[login]) }

// user gives the user with a login.
func (t *Town) user(login string) domain.UserID { return t.seats[login].User() }

// step tells how far filling has come.
func (t *Town) step(done, total int) {
	if t.Progress != nil {
		t.Progress(done, total)
	}
}

// officeHour moves a moment to a working hour of a working day.
func (t *Town) officeHour(at time.Time) time.Time {
	day := t.now.Calendar().NextWorking(calendar.DateOf(at))
	return day.Start().Add(time.Duration(8*3600+1800+t.random.IntN(9*3600)) * time.Second).UTC()
}

// pick gives one of a list.
func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

// EmptyPage stands for the PDF of a made-up letter that nobody will look at: a page with nothing on it, so that a large
// office is made quickly.
func EmptyPage(_ domain.Letter, i domain.Issue) ([]byte, error) {
	return fmt.Appendf(nil, emptyPage, i.Number.Serial), nil
}

const emptyPage = `%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R/ID[<%032x><00>]>>
%%%%EOF
`
