package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// selection is what list is asked for.
type selection struct {
	kind, state, department, text string
	year                          int
	open, overdue, half, waiting  bool
	json                          bool
}

func newListCommand(a *app) *cobra.Command {
	s := selection{}
	cmd := a.command("list", exactly(0), func([]string) error { return a.list(s) })
	o := a.options(cmd)
	o.oneOf(&s.kind, "kind", "kind", values(domain.Kinds()...))
	o.oneOf(&s.state, "state", "state", values(domain.States()...))
	o.text(&s.department, "department", "department")
	o.text(&s.text, "text", "search")
	o.number(&s.year, "year", "list_year")
	o.yes(&s.open, "open", "open")
	o.yes(&s.overdue, "overdue", "overdue")
	o.yes(&s.half, "half", "half")
	o.yes(&s.waiting, "waiting", "waiting")
	o.yes(&s.json, "json", "json")
	return cmd
}

// list writes the register as the user may see it, beside an open window too.
func (a *app) list(s selection) error {
	return a.with(reading, func(o *office.Office) error {
		now := o.Settings()
		want, err := s.filter(a, &now, o.User().ID)
		if err != nil {
			return err
		}
		entries := o.List(want)
		if s.json {
			out, turn := make([]caseJSON, len(entries)), now.Turn(a.today())
			for i := range entries {
				out[i] = a.caseJSON(&now, entries[i])
				out[i].Turn = turnJSON(&now, turn(&entries[i]))
			}
			return a.json(out)
		}
		return a.listText(&now, entries)
	})
}

// filter gives what an entry must satisfy: every condition that was given.
func (s selection) filter(a *app, now *domain.Office, me domain.UserID) (func(domain.Entry) bool, error) {
	var all []func(domain.Entry) bool
	if s.kind != "" {
		all = append(all, func(e domain.Entry) bool { return string(e.Kind) == s.kind })
	}
	if s.state != "" {
		all = append(all, func(e domain.Entry) bool { return string(e.State) == s.state })
	}
	if s.department != "" {
		department, err := departmentNamed(now, "department", s.department)
		if err != nil {
			return nil, err
		}
		all = append(all, func(e domain.Entry) bool { return e.Department == department })
	}
	all = append(all, s.conditions(a, now)...)
	if s.waiting {
		waits := now.Waiting(me, a.today())
		all = append(all, func(e domain.Entry) bool { _, mine := waits(e); return mine })
	}
	return func(e domain.Entry) bool {
		return !slices.ContainsFunc(all, func(holds func(domain.Entry) bool) bool { return !holds(e) })
	}, nil
}

// conditions are those that nothing can be wrong with.
func (s selection) conditions(a *app, now *domain.Office) []func(domain.Entry) bool {
	var all []func(domain.Entry) bool
	if s.year != 0 {
		all = append(all, func(e domain.Entry) bool { return e.ReceivedOn.Year() == s.year })
	}
	if s.open {
		all = append(all, func(e domain.Entry) bool { return e.State.Open() })
	}
	urgent := func(u domain.Urgency) {
		today := a.today()
		all = append(all, func(e domain.Entry) bool { return now.Remind(e, today).Urgency == u })
	}
	if s.overdue {
		urgent(domain.Late)
	}
	if s.half {
		urgent(domain.HalfTime)
	}
	if words := strings.Fields(strings.ToLower(s.text)); len(words) > 0 {
		all = append(all, func(e domain.Entry) bool { return containsAll(e, words) })
	}
	return all
}

// containsAll tells whether every word stands somewhere in the entry.
func containsAll(e domain.Entry, words []string) bool {
	text := strings.ToLower(strings.Join([]string{e.Number.Text, e.Subject, e.Sender, e.Settlement}, "\n"))
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
}

func (a *app) listText(now *domain.Office, entries []domain.Entry) error {
	if len(entries) == 0 {
		return a.done("console.list.none")
	}
	rows := [][]string{{
		a.say.T("console.list.number"), a.say.T("console.list.received"), a.say.T("console.list.kind"),
		a.say.T("console.list.state"), a.say.T("console.list.due"), a.say.T("console.list.turn"), a.say.T("console.list.department"),
		a.say.T("console.list.subject"),
	}}
	turn := now.Turn(a.today())
	for i := range entries {
		e := entries[i]
		d, _ := now.Department(e.Department)
		rows = append(rows, []string{
			e.Number.Text, a.say.Date(e.ReceivedOn), a.say.Kind(e.Kind), a.say.State(e.State), a.dueWords(now, e), a.say.Turn(now, turn(&e)), d.Name,
			oneLine(a.say.Subject(e), subjectWidth),
		})
	}
	if err := a.rows(rows); err != nil {
		return err
	}
	return a.done("console.list.count", "n", len(entries))
}

// subjectWidth is how much of a subject a list shows.
const subjectWidth = 60

// oneLine cuts a text to so many characters of one line.
func oneLine(text string, most int) string {
	runes := []rune(oneLined(text))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most-1]) + "…"
}

// dueWords tells the due day and how near it is.
func (a *app) dueWords(now *domain.Office, e domain.Entry) string {
	r := now.Remind(e, a.today())
	words := a.nearWords(e, r)
	if r.Clock != "" {
		return a.say.T("left.task", "left", words, "task", a.say.T("task.short_"+string(r.Clock)))
	}
	return words
}

func (a *app) nearWords(e domain.Entry, r domain.Reminder) string {
	day := a.say.Date(r.Due)
	switch r.Urgency {
	case domain.NoTerm:
		if d, ok := e.Due(); ok {
			return a.say.Date(d.Due)
		}
		return a.say.T("due.none")
	case domain.Late:
		return a.say.T("console.list.near", "due", day, "left", a.say.T("due.overdue", "n", r.DaysLate))
	case domain.Today:
		return a.say.T("console.list.near", "due", day, "left", a.say.T("due.today"))
	default:
		if r.DaysLate > 0 {
			return a.say.T("console.list.near", "due", day, "left", a.say.T("left.passed", "n", r.DaysLate))
		}
		if r.Provisional {
			day = a.say.T("console.list.provisional", "due", day)
		}
		left := a.say.T("due.left", "n", r.WorkingLeft)
		if r.Urgency == domain.HalfTime {
			left = a.say.T("left.half_long", "left", left)
		}
		return a.say.T("console.list.near", "due", day, "left", left)
	}
}
