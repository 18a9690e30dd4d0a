package domain

import "slices"

// Fault is what the validator found wrong with a workflow.
type Fault struct {
	State  State
	Action Action
	What   string
}

// Validate checks a workflow: every action and its event stand in exactly one row, every row names known states,
// every state can be reached, and every open state has a way out.
func Validate(rules []Rule) []Fault {
	var faults []Fault
	seen := map[Action]bool{}
	for _, r := range rules {
		for _, what := range r.faults() {
			faults = append(faults, Fault{Action: r.Action, What: what})
		}
		if seen[r.Action] {
			faults = append(faults, Fault{Action: r.Action, What: "stands twice"})
		}
		seen[r.Action] = true
	}
	reached := reachable(rules)
	for _, s := range States() {
		if !reached[s] {
			faults = append(faults, Fault{State: s, What: "cannot be reached"})
		}
		if s.Open() && !slices.ContainsFunc(rules, func(r Rule) bool { return r.leavesFrom(s) }) {
			faults = append(faults, Fault{State: s, What: "has no way out"})
		}
	}
	return faults
}

// faults tells what is wrong with the row by itself.
func (r Rule) faults() []string {
	var all []string
	if len(r.Roles) == 0 {
		all = append(all, "has no role")
	}
	if r.Event == nil || r.Event.action() != r.Action {
		all = append(all, "has no event of its own")
	}
	for _, s := range slices.Concat(r.From, r.successors()) {
		if s != NotRegistered && !slices.Contains(States(), s) {
			all = append(all, "names the unknown state "+string(s))
		}
	}
	return all
}

// leavesFrom tells whether the row leads from a state to another one.
func (r Rule) leavesFrom(s State) bool {
	if s.Side() && len(r.Letter) > 0 { // its letter only tells the sender
		return false
	}
	return slices.Contains(r.From, s) && slices.ContainsFunc(r.successors(), func(next State) bool { return next != s })
}

// successors gives every state that the row can lead to. Letters lead where Case.follow takes the case.
func (r Rule) successors() []State {
	switch r.Action {
	case DoImport:
		return imported
	case DoAdmit:
		return append([]State{InResolution}, sideStates()...)
	case DoWithdraw:
		return []State{StateWithdrawn}
	case DoDraft, DoReturn, DoStrike:
		return []State{ReplyDraft}
	case DoSubmit:
		return []State{InEndorsement}
	case DoEndorse:
		return []State{ForSignature}
	case DoSign:
		return []State{Signed}
	case DoDispatch:
		return []State{Dispatched, InExecution}
	case DoExecute:
		return []State{Dispatched}
	default:
		if r.Next == "" {
			return nil
		}
		return []State{r.Next}
	}
}

func reachable(rules []Rule) map[State]bool {
	reached := map[State]bool{NotRegistered: true}
	for grown := true; grown; {
		grown = false
		for _, r := range rules {
			if !slices.ContainsFunc(r.From, func(s State) bool { return reached[s] && r.leavesFrom(s) }) {
				continue
			}
			for _, next := range r.successors() {
				grown = grown || !reached[next]
				reached[next] = true
			}
		}
	}
	return reached
}
