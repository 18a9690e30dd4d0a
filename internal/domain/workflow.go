package domain

import "slices"

// Action names a step of the work: one for each event that changes a case.
type Action string

// Actions on a case.
const (
	DoRegister Action = "register"
	DoImport   Action = "import"
	DoCorrect  Action = "correct"
	DoAnnul    Action = "annul"
	DoAdmit    Action = "decide_admissibility"
	DoResolve  Action = "resolve"
	DoAccept   Action = "accept"
	DoGiveBack Action = "give_back"
	DoReassign Action = "reassign"
	DoNote     Action = "note"
	DoDecide   Action = "decide"
	DoExecute  Action = "execute"
	DoWithdraw Action = "withdraw"
	DoClose    Action = "close"
	DoReopen   Action = "reopen"
	DoArchive  Action = "archive"
	DoErase    Action = "erase"
	DoAttach   Action = "attach"
	DoExtend   Action = "extend"
	DoDraft    Action = "draft_letter"
	DoSubmit   Action = "submit_letter"
	DoEndorse  Action = "endorse_letter"
	DoReturn   Action = "return_letter"
	DoSign     Action = "sign_letter"
	DoDispatch Action = "dispatch_letter"
	DoServe    Action = "record_service"
	DoStrike   Action = "annul_letter"
)

// Rule is one row of the workflow: who may do what in which states, and where it leads. Every question about
// what is allowed, from a command, from the fold and from a screen, is answered by this table.
type Rule struct {
	Action Action
	Event  Event   // a zero value of the event that the action records
	Roles  []Role  // Executor = whoever has the case in hand
	From   []State // empty = any state of a registered case
	Next   State   // empty = the state stays or follows from the case
	Guards []Guard // of authority: judged again when the event is folded
}

// Guard is a condition of authority beyond the role.
type Guard func(Situation) *Refusal

// Situation is what a guard looks at.
type Situation struct {
	Office *Office
	Case   Case
	Letter LetterFile // of the actions on letters
	By     UserID
	Seat   RoleGranted // the role in which he acts
	Event  Event       // what is about to be recorded; nil when a screen asks what is possible
}

// Workflow is the table. It is data: a screen offers exactly what it allows.
func Workflow() []Rule { return workflow }

var (
	working   = []State{Assigned, InWork}
	writing   = []State{InWork, ReplyDraft, InEndorsement, ForSignature}
	beforeOut = []State{
		Registered, InResolution, Assigned, InWork, ReplyDraft, InEndorsement, ForSignature, Signed, Dispatched, InExecution,
		StateNotOpened, StateReplyDeclined, StateForwarded, StateRerouted, StateJoined, StateWithdrawn, StateSealed,
	}
	ended = append([]State{Dispatched, InExecution}, sideStates()...)
	top   = []Role{Secretary, DeputyMayor, Mayor}
	staff = []Role{Clerk, Executor, Head, Secretary, DeputyMayor, Mayor}

	workflow = []Rule{
		{DoRegister, CaseRegistered{}, []Role{Clerk, Secretary}, []State{NotRegistered}, Registered, nil},
		{DoImport, CaseImported{}, []Role{Clerk, Secretary}, []State{NotRegistered}, "", nil},
		{DoCorrect, CaseCorrected{}, []Role{Clerk, Secretary}, beforeOut, "", nil},
		{DoAnnul, CaseAnnulled{}, []Role{Secretary}, []State{Registered, InResolution, Assigned, InWork}, StateAnnulled,
			[]Guard{notRespondent}},
		{DoAdmit, AdmissibilityDecided{}, append([]Role{Clerk}, top...), []State{Registered, InResolution}, InResolution,
			[]Guard{notRespondent, groundRole, mayorCannot}},
		{DoResolve, CaseResolved{}, top, []State{InResolution}, Assigned, []Guard{notRespondent, cleanAssignees, mayorCannot}},
		{DoAccept, CaseAccepted{}, []Role{Executor, Head}, []State{Assigned}, InWork, []Guard{notRespondent, ownUnit}},
		{DoGiveBack, CaseReturned{}, []Role{Head}, working, InResolution, []Guard{notRespondent, ownUnit}},
		{DoReassign, CaseReassigned{}, []Role{Head}, working, Assigned, []Guard{notRespondent, ownUnit, cleanAssignees}},
		{DoNote, CaseNoted{}, staff, nil, "", nil},
		{DoAttach, DocumentAdded{}, staff, beforeOut, "", []Guard{notRespondent}},
		{DoExtend, ExtensionDecided{}, top, beforeOut, "", []Guard{notRespondent, extensionRole}},
		{DoDecide, CaseDecided{}, []Role{Executor, Head, Secretary, DeputyMayor, Mayor}, []State{InWork, ReplyDraft}, "",
			[]Guard{notRespondent, ownUnit, mayorCannot}},
		{DoDraft, LetterDrafted{}, staff, beforeOut, "", []Guard{notRespondent}},
		{DoSubmit, LetterSubmitted{}, staff, beforeOut, "", []Guard{notRespondent}},
		{DoEndorse, LetterEndorsed{}, append([]Role{Head}, top...), beforeOut, "",
			[]Guard{notRespondent, notAuthor, aboveHead, ownUnit, mayorCannot}},
		{DoReturn, LetterReturned{}, append([]Role{Head}, top...), beforeOut, "", []Guard{notRespondent}},
		{DoSign, LetterNumbered{}, append([]Role{Head}, top...), beforeOut, "",
			[]Guard{notRespondent, notAuthor, headByOrder, thirdPerson, mayorCannot}},
		{DoDispatch, LetterDispatched{}, []Role{Clerk, Secretary}, beforeOut, "", nil},
		{DoServe, LetterServed{}, []Role{Clerk, Secretary}, nil, "", nil},
		{DoStrike, LetterAnnulled{}, []Role{Clerk, Secretary}, beforeOut, "", nil},
		{DoExecute, CaseExecuted{}, []Role{Executor, Head}, []State{InExecution}, "", []Guard{notRespondent, ownUnit}},
		{DoWithdraw, CaseWithdrawn{}, []Role{Secretary}, beforeOut, StateWithdrawn, []Guard{notRespondent}},
		{DoClose, CaseClosed{}, []Role{Clerk, Head, Secretary}, ended, Closed, []Guard{notRespondent}},
		{DoReopen, CaseReopened{}, top, []State{Closed}, InResolution, []Guard{notRespondent}},
		{DoArchive, CaseArchived{}, []Role{Clerk}, []State{Closed}, Archived, nil},
		{DoErase, CaseErased{}, []Role{Admin}, []State{Closed, Archived, StateAnnulled}, Erased, nil},
	}
)

// RuleFor gives the row of an action.
func RuleFor(a Action) (Rule, bool) {
	return find(workflow, func(r Rule) bool { return r.Action == a })
}

// Allows tells whether the row can be taken from a state.
func (r Rule) Allows(s State) bool {
	if len(r.From) == 0 {
		return s != NotRegistered && s != Erased
	}
	return slices.Contains(r.From, s)
}

// Fault is what the validator found wrong with a workflow.
type Fault struct {
	State  State
	Action Action
	What   string
}

// Validate checks a workflow: every action and event stands in exactly one row, every state can be reached, and
// every open state has a way out.
func Validate(rules []Rule) []Fault {
	var faults []Fault
	seen := map[Action]bool{}
	for _, r := range rules {
		if seen[r.Action] {
			faults = append(faults, Fault{Action: r.Action, What: "stands twice"})
		}
		seen[r.Action] = true
		if len(r.Roles) == 0 || r.Event == nil {
			faults = append(faults, Fault{Action: r.Action, What: "has no role or no event"})
		}
	}
	reached := reachable(rules)
	for _, s := range States() {
		if !reached[s] {
			faults = append(faults, Fault{State: s, What: "cannot be reached"})
		}
		if s.Open() && !slices.ContainsFunc(rules, func(r Rule) bool { return slices.Contains(r.From, s) && leads(r, s) }) {
			faults = append(faults, Fault{State: s, What: "has no way out"})
		}
	}
	return faults
}

func leads(r Rule, from State) bool {
	return slices.ContainsFunc(r.successors(), func(s State) bool { return s != from })
}

// successors gives every state that the row can lead to.
func (r Rule) successors() []State {
	switch r.Action {
	case DoAdmit:
		return append([]State{InResolution}, sideStates()...)
	case DoImport:
		return []State{InWork, Closed, StateForwarded, StateNotOpened, StateAnnulled}
	case DoDraft, DoDecide, DoReturn:
		return []State{ReplyDraft}
	case DoSubmit:
		return []State{InEndorsement}
	case DoEndorse:
		return []State{ForSignature}
	case DoSign:
		return []State{Signed}
	case DoStrike:
		return []State{ReplyDraft}
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
			if !slices.ContainsFunc(append(r.From, NotRegistered), func(s State) bool { return reached[s] }) {
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
