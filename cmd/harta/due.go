package main

import (
	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// dueQuestion is what due is asked.
type dueQuestion struct {
	kind     string
	received calendar.Date
	csv      string
	pdf      string
	number   string // of a case
	json     bool
}

func newDueCommand(a *app) *cobra.Command {
	q := dueQuestion{}
	var cmd *cobra.Command
	cmd = a.command("due", atLeast(0), func(args []string) error {
		if q.number != "" {
			return a.explainCase(q)
		}
		rules, err := a.reckoning(cmd.Flags().Changed("data"))
		if err != nil {
			return err
		}
		return a.due(rules, q, args)
	})
	o := a.options(cmd)
	o.oneOf(&q.kind, "kind", "kind", values(domain.Kinds()...))
	o.date(&q.received, "received", "received")
	o.text(&q.csv, "csv", "due_csv")
	o.text(&q.pdf, "pdf", "due_pdf")
	o.text(&q.number, "case", "due_case")
	o.yes(&q.json, "json", "json")
	return cmd
}

// reckoning is by what terms are counted: the calendar and the rules of an office, or those of the law with the
// days declared so far.
type reckoning struct {
	office   *domain.Office
	calendar *calendar.Calendar
	rules    domain.Rules
}

func reckonBy(o domain.Office) reckoning { return reckoning{&o, o.Calendar(), o.Rules} }

// reckoning takes those of the data folder when one is named.
func (a *app) reckoning(ofOffice bool) (reckoning, error) {
	if !ofOffice {
		days, err := desk.DeclaredDays()
		if err != nil {
			return reckoning{}, err
		}
		return reckonBy(domain.NewOffice().Apply(domain.Fact{Event: domain.CalendarSet{Declared: days}})), nil
	}
	var r reckoning
	err := a.with(reading, func(o *office.Office) error {
		r = reckonBy(o.Settings())
		return nil
	})
	return r, err
}

// counted is a term that was counted, with why.
type counted struct {
	rule domain.DeadlineRule // zero when somebody only tries a term
	calendar.Explanation
}

func (a *app) due(r reckoning, q dueQuestion, args []string) error {
	if q.csv != "" {
		return a.dueCSV(r, q.csv)
	}
	var all []counted
	var err error
	switch {
	case q.kind == "" && len(args) == 0 && !q.received.IsZero():
		if q.pdf != "" {
			return required("kind", "") // a sheet explains the terms of one kind
		}
		return a.compare(r, q)
	case q.kind != "":
		all, err = r.ofKind(domain.Kind(q.kind), q.received)
	case len(args) >= 2:
		all, err = r.ofTerms(args[0], args[1:])
	default:
		err = &usageError{key: "console.usage.due"}
	}
	if err != nil {
		return err
	}
	if q.pdf != "" {
		if err := a.duePDF(r, q, all); err != nil {
			return err
		}
	}
	if q.json {
		return a.dueJSON(all)
	}
	return a.dueText(all)
}

// ofKind counts every term of a kind from the day of receipt.
func (r reckoning) ofKind(k domain.Kind, received calendar.Date) ([]counted, error) {
	if !k.Known() {
		return nil, domain.Refuse("due", domain.UnknownValue).On("kind").With("value", string(k))
	}
	if received.IsZero() {
		return nil, required("received", "")
	}
	var all []counted
	for _, rule := range r.rules.Of(k, received) {
		e, err := r.calendar.Explain(received, rule.Term)
		if err != nil {
			return nil, err
		}
		all = append(all, counted{rule, e})
	}
	return all, nil
}

// ofTerms counts terms that somebody tries out.
func (r reckoning) ofTerms(start string, terms []string) ([]counted, error) {
	from, err := parseDay(start)
	if err != nil {
		return nil, &usageError{key: "console.usage.date", args: []any{"value", start}}
	}
	var all []counted
	for _, text := range terms {
		t, err := termOrDay(from, text)
		if err != nil {
			return nil, &usageError{key: "console.usage.term", args: []any{"value", text}}
		}
		e, err := r.calendar.Explain(from, t)
		if err != nil {
			return nil, desk.About(text, err)
		}
		all = append(all, counted{Explanation: e})
	}
	return all, nil
}

// dueText writes a heading and the steps of each term.
func (a *app) dueText(all []counted) error {
	var lines []string
	for _, c := range all {
		head := a.say.T("console.due.term", "term", c.Term, "due", a.say.DateWeekday(c.Due))
		if c.rule.Clock != "" {
			head = a.say.T("console.due.clock", "clock", c.rule.Clock, "due", a.say.DateWeekday(c.Due))
		}
		lines = append(lines, head)
		for _, step := range a.say.Explain(c.Explanation, c.rule) {
			lines = append(lines, "  "+step)
		}
	}
	if len(all) == 0 {
		lines = append(lines, a.say.T("console.due.none"))
	}
	return a.lines(lines...)
}

// dueJSON writes the same for programs.
func (a *app) dueJSON(all []counted) error {
	type due struct {
		Clock    string   `json:"clock,omitempty"`
		Rule     string   `json:"rule,omitempty"`
		Term     string   `json:"term"`
		Start    string   `json:"start"`
		Nominal  string   `json:"nominal"`
		Due      string   `json:"due"`
		Calendar string   `json:"calendar"`
		Steps    []string `json:"steps"`
	}
	out := []due{}
	for _, c := range all {
		out = append(out, due{
			string(c.rule.Clock), string(c.rule.ID), c.Term.String(), c.Start.String(), c.Nominal.String(), c.Due.String(),
			c.Calendar, a.say.Explain(c.Explanation, c.rule),
		})
	}
	return a.json(out)
}
