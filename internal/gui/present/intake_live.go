package present

import (
	"errors"
	"slices"

	"harta/internal/domain"
)

// IntakeTerm is the term that what was typed would get.
type IntakeTerm struct {
	Due     string // day; empty = none runs, or it cannot be said yet
	Basis   string // weekday, and by whose promise
	Left    string
	Urgency Urgency
	Steps   []string
	Law     string // the term of the law, where the promise is shorter
	None    string // why there is no due day
}

// IntakeHint is a rule that what was typed touches.
type IntakeHint struct {
	Sign  Sign
	Words string
}

// Term gives the term as it would be by what is typed now.
func (n *Intake) Term() IntakeTerm { return n.term }

// Hints gives the rules that what is typed now touches.
func (n *Intake) Hints() []IntakeHint { return n.hints }

// reckon counts the term and asks the rules, after every change: it takes microseconds.
func (n *Intake) reckon() {
	in := n.intake()
	n.term, n.hints = n.reckonTerm(in), n.reckonHints(in)
}

func (n *Intake) reckonTerm(in domain.Intake) IntakeTerm {
	switch {
	case in.Kind == intakeComplaint:
		return IntakeTerm{None: n.T("intake.term_which")}
	case !in.Kind.Known():
		return IntakeTerm{None: n.T("intake.term_no_kind")}
	case in.ReceivedAt.IsZero():
		return IntakeTerm{None: n.T("intake.term_no_day")}
	}
	o := n.acting.Office
	all, err := o.Deadlines(in)
	if err != nil {
		if r, is := errors.AsType[*domain.Refusal](err); is {
			return IntakeTerm{None: n.Say.Refusal(r)}
		}
		return IntakeTerm{None: n.T("intake.term_no_day")}
	}
	e := domain.Entry{Kind: in.Kind, State: domain.Registered, Deadlines: all}
	due, ok := e.Due()
	if !ok {
		return IntakeTerm{None: n.noTerm(in)}
	}
	left := o.Remind(e, n.Today())
	t := IntakeTerm{
		Due: due.Due.Local(), Left: n.LeftLong(left), Urgency: left.Urgency,
		Basis: n.T("intake.basis", "weekday", n.Say.Weekday(due.Due.Weekday()), "clock", n.Say.Clock(due.Clock)),
	}
	rule, _ := o.Rules.ByID(due.Rule)
	if told, err := o.Calendar().Explain(due.Start, due.Term); err == nil {
		t.Steps = n.Say.Explain(told, rule)
	}
	if law, has := e.Deadline(domain.LegalClock); has && law.Rule != due.Rule {
		rule, _ = o.Rules.ByID(law.Rule)
		t.Law = n.T("intake.by_law", "day", n.Say.DateWeekday(law.Due), "source", n.Say.Source(rule.Source))
	}
	return t
}

func (n *Intake) noTerm(in domain.Intake) string {
	switch in.Kind {
	case domain.Praise, domain.Opinion:
		return n.T("intake.term_nobody")
	default:
		return n.T("intake.term_other")
	}
}

func (n *Intake) reckonHints(in domain.Intake) []IntakeHint {
	var all []IntakeHint
	say := func(s Sign, words string) { all = append(all, IntakeHint{s, words}) }
	if !in.Kind.Known() {
		return nil
	}
	if in.Kind.OtherOrder() {
		rule, _ := domain.RuleOf(otherGround(in.Kind))
		say(WarnSign, n.T("intake.rule_other_"+string(in.Kind), "source", n.Say.Source(rule.Source)))
	}
	if in.Kind == domain.Whistleblower {
		return all
	}
	n.senderHints(in, say)
	n.othersHint(in, say)
	n.ageHint(in, say)
	n.repeatHint(in, say)
	if len(in.Respondents) > 0 && in.Kind != domain.Praise {
		say(WarnSign, n.T("intake.rule_respondent"))
	}
	if n.now().NamesUser(in) {
		say(WarnSign, n.T("intake.rule_own", "who", n.completers(in)))
	}
	return all
}

func otherGround(k domain.Kind) domain.Ground {
	if k == domain.Whistleblower {
		return domain.GroundSealed
	}
	return domain.GroundOtherOrder
}

// senderHints say what an anonymous submission comes to, and whether a reply can be sent.
func (n *Intake) senderHints(in domain.Intake, say func(Sign, string)) {
	switch c := in.Sender.Contact; {
	case c.Type == domain.Anonymous:
		n.unsignedHints(in, say)
	case c.Name == "":
		say(InfoSign, n.T("intake.rule_no_sender"))
	case !c.Reachable():
		say(WarnSign, n.T("intake.rule_unreachable"))
	case c.Settlement == "" && c.Email == "":
		say(InfoSign, n.T("intake.rule_phone_only"))
	default:
		say(GoodSign, n.T("intake.rule_named"))
	}
}

func (n *Intake) unsignedHints(in domain.Intake, say func(Sign, string)) {
	reachable := in.Sender.Contact.Reachable()
	if reachable {
		say(InfoSign, n.T("intake.rule_anonymous_contact"))
	}
	switch thanked := in.Kind == domain.Praise || in.Kind == domain.Opinion; {
	case in.Danger.Exists():
		rule, _ := domain.RuleOf(domain.GroundExOfficio)
		say(WarnSign, n.T("intake.rule_danger", "source", n.Say.Source(rule.Source)))
	case thanked && !reachable:
		say(InfoSign, n.T("intake.rule_anonymous_thanks"))
	case !thanked:
		rule, _ := domain.RuleOf(domain.GroundAnonymous)
		say(WarnSign, n.T("intake.rule_anonymous", "source", n.Say.Source(rule.Source)))
	}
}

func (n *Intake) ageHint(in domain.Intake, say func(Sign, string)) {
	rule, _ := domain.RuleOf(domain.GroundTooOld)
	if in.Violation.IsZero() || !slices.Contains(rule.Kinds, in.Kind) {
		return
	}
	received := n.Field(IntakeDate).Date
	if domain.TooOld(in.Violation, received) {
		say(WarnSign, n.T("intake.rule_too_old", "date", in.Violation, "source", n.Say.Source(rule.Source)))
		return
	}
	say(GoodSign, n.T("intake.rule_fresh", "date", in.Violation))
}

// repeatHint says whether the question was decided before, as far as the register shows it.
func (n *Intake) repeatHint(in domain.Intake, say func(Sign, string)) {
	repeats := slices.ContainsFunc(in.Links, func(l domain.Link) bool { return l.How == domain.RepeatOf })
	decided := slices.IndexFunc(n.alike, func(a IntakeAlike) bool { return a.Same && a.Decided })
	rule, _ := domain.RuleOf(domain.GroundRepeated)
	switch {
	case repeats:
		say(WarnSign, n.T("intake.rule_repeat", "source", n.Say.Source(rule.Source)))
	case decided >= 0:
		say(WarnSign, n.T("intake.rule_maybe_repeat", "number", n.alike[decided].Number, "source", n.Say.Source(rule.Source)))
	case in.Sender.Person != (domain.PersonID{}) && in.Subject != "":
		say(GoodSign, n.T("intake.rule_new"))
	}
}
