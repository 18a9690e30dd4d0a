package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Step is what comes next in a case, and whose turn it is.
type Step struct {
	Action Action        // empty = nothing more
	Letter LetterID      // of an action on a letter
	Who    []UserID      // nobody when no one here may take it
	From   calendar.Date // of a step that is not taken before this day; zero = at once
	Held   *Refusal      // what another case must bring first; nil = nothing
}

// NextStep gives the main step of a case as the others of the register let it be taken: what was joined to another waits
// for the decision there, and then for a letter of its own.
func (a Acting) NextStep(c Case) Step {
	step := a.Office.NextStep(c, a.Today())
	if step.Action != DoClose || !c.duplicate() {
		return step
	}
	for _, end := range a.waitsFor(c) {
		if end.Reason == NotDispatched {
			return a.Office.stepOf(c, c.Entry(), task{action: DoDraft}, a.Today())
		}
		step.Held = end
	}
	return step
}

// NextStep gives the main step that a case waits for on a day, with those whose turn it is: they may take it, and nobody
// comes before them.
func (o *Office) NextStep(c Case, on calendar.Date) Step {
	e := c.Entry()
	return o.stepOf(c, e, e.next(), on)
}

func (o *Office) stepOf(c Case, e Entry, t task, on calendar.Date) Step {
	if t.action == "" {
		return Step{}
	}
	step := Step{Action: t.action}
	if from := o.ArchiveFrom(c); t.action == DoArchive && on < from {
		step.From = from
	}
	q := o.asking(on)
	q.s.Case = c
	if t.letter != nil {
		step.Letter = t.letter.Letter
		q.s.Letter, _ = c.Letter(step.Letter)
	}
	for _, turn := range e.turns(t) {
		for _, h := range q.takers(turn, &e, t) {
			step.Who = append(step.Who, h.id)
		}
		if len(step.Who) > 0 {
			break
		}
	}
	return step
}

// Own gives what somebody does himself of a step that he may try. Who may not decide on the ground that a case is bound
// to be about proposes it to those who may; when that was done, there is nothing more for him.
func (a Acting) Own(c Case, s Step) Action {
	rule, _ := RuleOf(c.likelyGround())
	decided := AdmissibilityDecided{Ground: rule.Ground, Result: rule.Result}
	switch {
	case s.Action != DoAdmit, a.Office.Authority(Situation{Case: c, By: a.User, Event: decided}, DoAdmit, a.Today()) == nil:
		return s.Action
	case c.State == InResolution:
		return ""
	case a.May(c, LetterFile{}, DoPropose) == nil:
		return DoPropose
	default:
		return s.Action
	}
}

// Waiting gives a question: what a case that is open waits for from a user on a day, its main step first, then the work on
// the reply beside it, then whom it names by mistake, then a step of one of its letters. It is for asking about many cases, by one goroutine; who else has a turn is not said.
func (o *Office) Waiting(u UserID, on calendar.Date) func(Entry) (Step, bool) {
	q := o.asking(on)
	me := o.holder(u, on)
	return func(e Entry) (Step, bool) {
		if !e.State.Open() {
			return Step{}, false
		}
		main := e.now()
		if q.waits(me, &e, main) {
			return main.step(), true
		}
		if beside := e.meanwhile(main); q.waits(me, &e, beside) {
			return beside.step(), true
		}
		if claim := e.claimed(); q.waits(me, &e, claim) {
			return claim.step(), true
		}
		for i := range e.Pending {
			t := e.Pending[i].next()
			if t != main && t.action != DoServe && q.waits(me, &e, t) { // a proof comes when it comes
				return t.step(), true
			}
		}
		return Step{}, false
	}
}

// WaitsFor tells what an open case waits for from a user on a day; Waiting is for many.
func (o *Office) WaitsFor(u UserID, e Entry, on calendar.Date) (Step, bool) {
	return o.Waiting(u, on)(e)
}

func (t task) step() Step {
	s := Step{Action: t.action}
	if t.letter != nil {
		s.Letter = t.letter.Letter
	}
	return s
}

// asking asks the workflow about many people and cases.
type asking struct {
	all     []holder
	s       Situation
	writers []UserID
	words   []Approval
}

func (o *Office) asking(on calendar.Date) *asking {
	q := &asking{s: Situation{Office: o, On: on}}
	for i := range o.Users {
		if h := o.holder(o.Users[i].ID, on); h.works {
			q.all = append(q.all, h)
		}
	}
	return q
}

// may tells whether the state of the case allows a task, and somebody has the authority for it.
func (q *asking) may(h holder, t task) bool {
	rule := ruleFor(t.action)
	q.s.By = h.id
	return rule.Allows(q.s.Case.State) && (rule.Stub || !q.s.Case.stub()) && h.tries(rule, &q.s) == nil
}

// waits tells whether a task is somebody's, and nobody's before him.
func (q *asking) waits(me holder, e *Entry, t task) bool {
	if t.action == "" {
		return false
	}
	turns := e.turns(t)
	first := 0
	for first < len(turns) && !turns[first].covers(me, e) {
		first++
	}
	if first == len(turns) {
		return false
	}
	q.look(e, t)
	if !q.may(me, t) {
		return false
	}
	for _, before := range turns[:first] {
		for _, h := range q.all {
			if before.covers(h, e) && q.may(h, t) {
				return false
			}
		}
	}
	return true
}

// look sees of a case what its line in the register says: it is all that the guards ask for.
func (q *asking) look(e *Entry, t task) {
	c := &q.s.Case
	c.ID, c.State, c.RegisteredAt, c.Recused, c.Flags = e.Case, e.State, e.RegisteredAt, e.Recused, e.Flags
	c.Intake.Kind, c.Intake.Respondents, c.Intake.Department = e.Kind, e.Respondents, e.Department
	c.Resolution.Lead, c.Outcome.Value, c.Admitted.Ground = e.Lead, e.Outcome, e.Ground
	q.s.Letter = LetterFile{}
	if t.letter == nil {
		return
	}
	p, l := t.letter, &q.s.Letter
	q.writers = append(append(q.writers[:0], p.Author), p.Others...)
	l.ID, l.State, l.Author, l.Writers, l.Since = p.Letter, p.State, p.Author, q.writers, p.Since.Start()
	l.Content.Template, l.Content.Signer.Name = p.Template, p.Signer
	l.Chain, l.Fixed = p.Chain, p.Fixed
	q.words = q.words[:0]
	for i, id := range p.Endorsed {
		word := Approval{By: id}
		if i < len(p.EndorsedAs) {
			word.As = p.EndorsedAs[i]
		}
		q.words = append(q.words, word)
	}
	l.Approvals = q.words
}

// MayLetter gives a question: whether a user has the authority for an action on a pending letter of a case on a day,
// whoever else has. It is for asking about many letters, by one goroutine; a screen offers what it allows.
func (o *Office) MayLetter(u UserID, on calendar.Date) func(Entry, Pending, Action) bool {
	q := o.asking(on)
	me := o.holder(u, on)
	return func(e Entry, p Pending, do Action) bool {
		rule := ruleFor(do)
		if e.Flags.Has(FlagNewer) || !rule.Allows(e.State) || !slices.Contains(rule.Letter, p.State) {
			return false
		}
		t := task{do, &p}
		q.look(&e, t)
		return q.may(me, t)
	}
}

// WaitingLetter gives a question: what a pending letter of a case waits for from a user on a day. It is for asking about
// many letters, by one goroutine.
func (o *Office) WaitingLetter(u UserID, on calendar.Date) func(Entry, Pending) (Action, bool) {
	q := o.asking(on)
	me := o.holder(u, on)
	return func(e Entry, p Pending) (Action, bool) {
		t := p.next()
		return t.action, !e.Flags.Has(FlagNewer) && q.waits(me, &e, t)
	}
}

// Deciders gives who decides on a case whom it names: of all who may, those of the lowest role. Of one against the mayor
// there is nobody here: it is passed on to another body.
func (o *Office) Deciders(c Case, on calendar.Date) []UserID {
	var who []UserID
	lowest := 0
	for i := range o.Users {
		seat, no := o.SeatFor(Situation{Case: c, By: o.Users[i].ID}, DoResolve, on)
		switch rank := seat.Role.rank(); {
		case no != nil || len(who) > 0 && rank > lowest:
		case len(who) > 0 && rank == lowest:
			who = append(who, o.Users[i].ID)
		default:
			who, lowest = []UserID{o.Users[i].ID}, rank
		}
	}
	return who
}
