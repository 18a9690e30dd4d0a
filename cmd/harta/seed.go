package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/office"
	"harta/resources"
)

// seed founds a demo office and fills it with a made-up register of ten years. The first six were kept elsewhere
// and are imported year by year; the last four go through the same commands a clerk uses. The same seed makes the
// same register.
type seed struct {
	*app
	cases   int
	number  int
	letters bool // render every letter; else all share one empty page

	random   *rand.Rand
	press    *letter.Press // nil when letters are empty pages
	words    resources.Seed
	hand     *handClock
	office   *office.Office
	seats    map[string]office.Seat
	units    []domain.Department
	topics   []domain.Topic
	progress *bar
	done     int
}

// Years of the made-up register before the current one.
const (
	seedYears     = 10
	importedYears = 6
)

// newSeedCommand makes the command that fills a demo office.
func newSeedCommand(a *app) *cobra.Command {
	s := &seed{app: a, cases: 1000, number: 1}
	cmd := a.command("seed", cobra.NoArgs, func([]string) error { return s.run() })
	o := a.options(cmd)
	o.number(&s.cases, "cases", "seed.cases")
	o.number(&s.number, "seed", "seed.seed")
	o.yes(&s.letters, "letters", "seed.letters")
	return cmd
}

func (s *seed) run() error {
	if s.cases < 1 {
		return domain.Refuse("seed", domain.UnknownValue).On("cases").With("value", strconv.Itoa(s.cases))
	}
	s.random = rand.New(rand.NewPCG(uint64(s.number), 0x6861727461))
	var err error
	if s.words, err = resources.SeedData(); err != nil {
		return err
	}
	if s.letters {
		if s.press, err = newPress(s.paper); err != nil {
			return err
		}
	}
	if err := s.found(); err != nil {
		return err
	}
	s.progress = s.bar("console.progress.seed")
	err = s.fill()
	s.progress.end()
	if cerr := s.office.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		fmt.Fprintln(s.stdout, s.say.T("console.seed.done", "cases", s.done, "data", s.data)) //nolint:errcheck // the office is what counts
	}
	return err
}

// found makes the demo office as it was ten years ago, and lets every user sign in once.
func (s *seed) found() error {
	password, err := s.secret(secret{env: envPassword, file: s.passwordFile, ask: s.say.T("console.ask.new_password")})
	if err != nil {
		return err
	}
	plan, err := demoPlan(password)
	if err != nil {
		return err
	}
	opts := s.officeOptions()
	s.hand = &handClock{}
	s.hand.set(calendar.NewDate(s.clock().Year()-seedYears, time.January, 2), 8)
	opts.Practice, opts.Storage.Now = true, s.hand.now
	if s.office, _, err = office.Found(s.data, plan, opts); err != nil {
		return err
	}
	s.seats = map[string]office.Seat{plan.Founder.Login: s.office.Seat()}
	for _, u := range plan.Users {
		if err := s.office.SignIn(u.Login, password); err != nil {
			return err
		}
		if err := s.office.ChangePassword(password, password); err != nil {
			return err
		}
		s.seats[u.Login] = s.office.Seat()
	}
	now := s.office.Settings()
	s.units, s.topics = now.Departments, now.Topics
	return nil
}

// as lets a user work.
func (s *seed) as(login string) { s.office.Take(s.seats[login]) }

// fill imports the old years and lives the new ones.
func (s *seed) fill() error {
	first := s.clock().Year() - seedYears
	each := max(1, s.cases/(seedYears+1))
	for year := first; year < first+importedYears && s.done+each < s.cases; year++ {
		if err := s.importYear(year, each); err != nil {
			return err
		}
	}
	return s.office.Bulk(func() error { return s.live(first + importedYears) })
}

// importYear takes over the register of a year, as it was kept elsewhere.
func (s *seed) importYear(year, n int) error {
	s.hand.set(calendar.NewDate(year+1, time.January, 5), 9)
	s.as("clerk")
	rows := make([]domain.ImportRow, n)
	for i := range rows {
		rows[i] = s.oldRow(year, i, n)
	}
	if _, err := s.office.Import(once, rows, strconv.Itoa(year), false); err != nil {
		return err
	}
	s.count(n)
	return nil
}

func (s *seed) count(n int) {
	s.done += n
	s.progress.step(s.done, s.cases)
}

// oldRow makes an entry of an older register.
func (s *seed) oldRow(year, i, n int) domain.ImportRow {
	on := calendar.NewDate(year, time.January, 1).AddDays(i * 365 / n)
	at := on.Start().Add(time.Duration(9*60+s.random.IntN(480)) * time.Minute).UTC()
	in := s.intake(at)
	row := domain.ImportRow{
		Line: i + 2, Number: fmt.Sprintf("94-%d/%s", i+1, on.Local()), At: at, Intake: in, State: domain.Closed,
		Outcome:    pick(s.random, []domain.Outcome{domain.Upheld, domain.PartlyUpheld, domain.Rejected, domain.Answered, domain.Actioned}),
		AnsweredOn: on.AddDays(2 + s.random.IntN(70)), Officer: s.name(true),
		Department: pick(s.random, s.units).Name, Topic: pick(s.random, s.topics).Name,
	}
	return row
}

// pick gives one of a list.
func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }
