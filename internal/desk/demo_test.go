package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
)

// demo is a desk with the demo office, and somebody signed in.
func demo(t *testing.T, o desk.Options, login string) *desk.Desk {
	t.Helper()
	d := open(t, o)
	if d.HasOffice() {
		t.Fatal("there is an office before it was founded")
	}
	if err := d.FoundDemo(password, 1); err != nil {
		t.Fatal(err)
	}
	if !d.HasOffice() {
		t.Fatal("no office")
	}
	if err := d.Enter(login, password); err != nil {
		t.Fatal(err)
	}
	return d
}

func all(domain.Entry) bool { return true }

func TestTheDemoOfficeHasWorkOfEveryKind(t *testing.T) {
	d := demo(t, pc(t), "secretary")
	if got := d.Warnings(); len(got) > 0 || d.MustChangePassword() {
		t.Errorf("warns %v", got)
	}
	now := d.Settings()
	states, kinds, urgency := map[domain.State]int{}, map[domain.Kind]int{}, map[domain.Urgency]int{}
	letters, authors := map[domain.LetterState]int{}, map[domain.UserID]bool{}
	var extended, danger, lateReason, against int
	for _, e := range d.List(all) {
		states[e.State]++
		kinds[e.Kind]++
		urgency[now.Remind(e, d.Today()).Urgency]++
		if e.Flags.Has(domain.FlagExtended) {
			extended++
		}
		if e.Flags.Has(domain.FlagDanger) {
			danger++
		}
		if e.LateReason != "" && e.State == domain.Closed {
			lateReason++
		}
		if e.Kind == domain.ComplaintStaff && len(e.Respondents) > 0 {
			against++
		}
		for _, p := range e.Pending {
			letters[p.State]++
			if p.State == domain.LetterWaiting {
				authors[p.Author] = true
			}
		}
	}
	for _, s := range domain.States() {
		if s != domain.Erased && states[s] == 0 {
			t.Errorf("no case is %s", s)
		}
	}
	for _, k := range domain.Kinds() {
		if kinds[k] == 0 {
			t.Errorf("there is no %s", k)
		}
	}
	for u, least := range map[domain.Urgency]int{domain.Late: 4, domain.Today: 3, domain.Soon: 6, domain.OnTime: 8} {
		if urgency[u] < least {
			t.Errorf("%d cases of urgency %v, at least %d expected", urgency[u], u, least)
		}
	}
	if letters[domain.LetterWaiting] != 5 || len(authors) != 5 || letters[domain.LetterSigned] != 4 || letters[domain.LetterSent] < 6 {
		t.Errorf("letters %v by %d authors", letters, len(authors))
	}
	if extended == 0 || danger == 0 || lateReason == 0 || against < 3 {
		t.Errorf("extended %d, danger %d, late with a reason %d, against staff %d", extended, danger, lateReason, against)
	}
}

func TestTheDemoOfficeCanBeFoundedAtAnyHour(t *testing.T) {
	for _, at := range []string{"2026-11-29T22:30:00Z", "2026-12-25T06:00:00Z", "2027-05-05T05:35:00Z"} {
		t.Run(at, func(t *testing.T) {
			o := pc(t)
			moment, err := time.Parse(time.RFC3339, at)
			if err != nil {
				t.Fatal(err)
			}
			o.Now = func() time.Time { return moment }
			d := demo(t, o, "clerk")
			if last := d.LastMoment(); last.After(moment) {
				t.Errorf("something happens at %s, after %s", last, moment)
			}
			if n := len(d.List(all)); n < 60 {
				t.Errorf("%d cases", n)
			}
		})
	}
}

func TestTheSameSeedMakesTheSameOffice(t *testing.T) {
	var before []string
	for range 2 {
		d := demo(t, pc(t), "secretary")
		var lines []string
		for _, e := range d.List(all) {
			lines = append(lines, strings.Join([]string{e.Number.Text, e.Subject, string(e.State), e.RegisteredAt.String(), e.AnsweredOn.String()}, " "))
		}
		if before != nil && !slices.Equal(before, lines) {
			t.Error("another office")
		}
		before = lines
	}
}

func TestAnOfficeThatWasOnlyBegunIsFoundedAgain(t *testing.T) {
	o := pc(t)
	first := open(t, o)
	s, err := storage.Create(first.Dir(), first.StorageOptions())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.WriteBundle(journal.AuthorID{1}, []byte(`{"login":"nobody"}`)); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	accounts, err := demo(t, o, "secretary").Accounts()
	if err != nil || len(accounts) == 0 {
		t.Fatalf("%v, %v", accounts, err)
	}
	for _, a := range accounts {
		if a.User == (domain.UserID{1}) {
			t.Errorf("the first attempt left %+v", a)
		}
	}
}
