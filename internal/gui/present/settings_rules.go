package present

import (
	"slices"
	"strconv"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// RuleRow is a deadline rule as the table of Срокове shows it.
type RuleRow struct {
	Key                    string
	For, Term, Max, Source string
	Holds, Owner           string
	Over                   bool // it holds for nothing that is received any more
}

// ruleList is Срокове: by which term what is counted.
type ruleList struct{ *Settings }

// units are those in which a term is written, with the one that people use most first.
var units = []calendar.Unit{calendar.Days, calendar.WorkingDays, calendar.Weeks, calendar.Months, calendar.Years}

func (ruleList) newWords() string { return "" } // a rule goes on as another one from a day, none begins from nothing

func (l ruleList) rows() []ListRow {
	var rows []ListRow
	for _, r := range l.now.Rules {
		rows = append(rows, ListRow{Key: string(r.ID), Words: l.subject(r), Second: l.Say.Term(r.Term), Off: l.over(r)})
	}
	return rows
}

// subject is what a rule is for: the kinds of submission, or the task.
func (l ruleList) subject(r domain.DeadlineRule) string {
	if len(r.Kinds) == 0 {
		return capital(l.Say.Clock(r.Clock))
	}
	words := make([]string, len(r.Kinds))
	for i, k := range r.Kinds {
		words[i] = l.Say.Kind(k)
	}
	return capital(listed(words...))
}

func (l ruleList) over(r domain.DeadlineRule) bool { return !r.Until.IsZero() && r.Until < l.Today() }

// holds says for what was received when.
func (l ruleList) holds(r domain.DeadlineRule) string {
	switch {
	case r.From.IsZero() && r.Until.IsZero():
		return l.T("rules.always")
	case r.Until.IsZero():
		return l.T("rules.from", "from", r.From)
	case r.From.IsZero():
		return l.T("rules.until", "until", r.Until)
	default:
		return l.T("rules.between", "from", r.From, "until", r.Until)
	}
}

// lead says what a rule is for, whose it is and for what was received when.
func (l ruleList) lead(r domain.DeadlineRule) string {
	words := l.T("rules.lead", "owner", l.owner(r), "holds", l.holds(r))
	if len(r.Kinds) == 0 {
		return words
	}
	return sentences(l.subject(r), words)
}

func (l ruleList) owner(r domain.DeadlineRule) string {
	if r.Law {
		return l.T("rules.law")
	}
	return l.T("rules.own")
}

// Rules gives the lines of Срокове as a table, in the order of its list; nil on other tabs.
func (l *Listing) Rules() []RuleRow {
	of, is := l.of.(ruleList)
	if !is {
		return nil
	}
	var all []RuleRow
	for _, row := range l.rows {
		r, _ := of.now.Rules.ByID(domain.RuleID(row.Key))
		most := of.T("rules.no_max")
		if r.Max.N > 0 {
			most = of.Say.Term(r.Max)
		}
		all = append(all, RuleRow{
			Key: row.Key, For: row.Words, Term: of.Say.Term(r.Term), Max: most, Source: of.Say.Source(r.Source),
			Holds: of.holds(r), Owner: of.owner(r), Over: row.Off,
		})
	}
	return all
}

func (l ruleList) form(key string) *Form {
	r, _ := l.now.Rules.ByID(domain.RuleID(key))
	most := ""
	if r.Max.N > 0 {
		most = strconv.Itoa(r.Max.N)
	}
	f := &Form{Env: l.Env, Title: capital(l.Say.Clock(r.Clock)), Lead: l.lead(r), Fields: []*Field{
		{Key: "term", Label: l.T("rules.term"), Text: strconv.Itoa(r.Term.N), Most: 4, Narrow: true},
		{Key: "unit", Label: l.T("rules.unit"), Kind: ChoiceField, Narrow: true, Options: l.unitOptions(), Text: r.Term.Unit.String()},
		{Key: "max", Label: l.T("rules.max"), Text: most, Most: 4, Narrow: true, Hint: l.T("rules.max_hint")},
		{Key: "maxUnit", Label: l.T("rules.unit"), Kind: ChoiceField, Narrow: true, Options: l.unitOptions(), Text: r.Max.Unit.String()},
		{Key: "source", Label: l.T("rules.source"), Text: l.Say.Source(r.Source), Most: domain.MaxLine},
		{Key: "from", Label: l.T("rules.from_day"), Kind: DateField, Date: l.Today(), Text: l.Today().Local(), Hint: l.T("rules.from_hint")},
		{
			Key: "reason", Label: l.T("rules.reason"), Kind: TextField, Lines: 3, Most: domain.MaxText, Hidden: !r.Law,
			Hint: l.T("rules.reason_hint"),
		},
	}}
	f.Check = func() {
		l.whole(f, "term", false)
		l.whole(f, "max", true)
		require(f, "source")
		if r.Law {
			require(f, "reason")
		}
	}
	f.Run = func() error { return l.office.ChangeRule(l.change(f, r), f.Text("reason")) }
	if l.over(r) {
		f.Blocked = l.T("rules.over")
	}
	l.keep(f, "rule-"+draftKey(key))
	trial := l.tries(f, r)
	stop := func() {}
	f.Edited = func(x *Field) {
		if x.Key == "term" || x.Key == "unit" || x.Key == "from" {
			stop()
			stop = l.After(tryAfter, trial) // it goes through the whole register
		}
	}
	trial()
	return f
}

// unitOptions are the units in words that follow a number.
func (e Env) unitOptions() []Option {
	var all []Option
	for _, u := range units {
		all = append(all, Option{u.String(), e.T("rules.unit_" + u.String())})
	}
	return all
}

// whole holds a field to a number of days, weeks or months; some may be left empty.
func (l ruleList) whole(f *Form, key string, empty bool) {
	if n, err := strconv.Atoi(f.Text(key)); (err != nil || n < 1) && (!empty || f.Text(key) != "") {
		f.Field(key).Wrong = l.T("settings.amount", "least", 1, "most", mostTerm)
	} else if n > mostTerm {
		f.Field(key).Wrong = l.T("settings.amount", "least", 1, "most", mostTerm)
	}
}

// mostTerm is more than any term of the law.
const mostTerm = 999

// change is what the form wants of a rule.
func (l ruleList) change(f *Form, r domain.DeadlineRule) domain.RuleChange {
	x := domain.RuleChange{
		Rule: r.ID, Term: typedTerm(f, "term", "unit"), Max: typedTerm(f, "max", "maxUnit"), Source: r.Source, MaxFrom: r.MaxFrom,
		From: f.Day("from"),
	}
	if source := f.Text("source"); source != l.Say.Source(r.Source) {
		x.Source = source
	}
	if x.MaxFrom == "" || x.MaxFrom == r.Source {
		x.MaxFrom = x.Source
	}
	return x
}

func typedTerm(f *Form, count, unit string) calendar.Term {
	n, _ := strconv.Atoi(f.Text(count)) // checked before
	i := slices.IndexFunc(units, func(u calendar.Unit) bool { return u.String() == f.Text(unit) })
	if n == 0 || i < 0 {
		return calendar.Term{}
	}
	return calendar.Term{N: n, Unit: units[i]}
}

// tries says what the change would do to the cases that are open, before it is recorded.
func (l ruleList) tries(f *Form, r domain.DeadlineRule) func() {
	gen, others := 0, f.Notices
	l.trying, l.tried = f, TrialWords{}
	return func() {
		gen++
		mine, x := gen, l.change(f, r)
		var t office.RuleTrial
		var err error
		l.Go(func() { t, err = l.office.TryRule(x) }, func() {
			if mine != gen || l.trying != f { // overtaken, or another rule was chosen
				return
			}
			f.Notices, l.tried = slices.Clone(others), TrialWords{}
			if err == nil {
				l.tell(f, t)
			}
			f.changed()
			if l.List != nil { // else all of it is still to be drawn
				l.changed()
			}
		})
	}
}

// tell puts under the fields what the list of the terms that move does not say.
func (l ruleList) tell(f *Form, t office.RuleTrial) {
	say := func(words string) { f.Notices = append(f.Notices, Notice{Sign: InfoSign, Words: words}) }
	if len(t.Moves)+t.Hidden > 0 {
		l.tried = l.trialWords(t.Trial)
		say(sentences(l.tried.Head + " " + l.tried.Of))
	} else {
		say(l.T("rules.moves_none"))
	}
	if t.Stay > 0 {
		say(l.T("rules.stay", "n", t.Stay))
	}
}

// Tried says which terms the change of the open rule would move; nothing on other tabs.
func (l *Listing) Tried() TrialWords { return l.settings.tried }
