package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Action names a step of the work: one for each event that changes a case.
type Action string

// Actions on a case.
const (
	DoRegister      Action = "register"
	DoImport        Action = "import"
	DoCorrect       Action = "correct"
	DoAnnul         Action = "annul"
	DoPropose       Action = "propose_admissibility"
	DoAdmit         Action = "decide_admissibility"
	DoResolve       Action = "resolve"
	DoAccept        Action = "accept"
	DoGiveBack      Action = "give_back"
	DoReassign      Action = "reassign"
	DoNote          Action = "note"
	DoDecide        Action = "decide"
	DoExecute       Action = "execute"
	DoWithdraw      Action = "withdraw"
	DoClose         Action = "close"
	DoReopen        Action = "reopen"
	DoArchive       Action = "archive"
	DoErase         Action = "erase"
	DoSeal          Action = "seal"
	DoAttach        Action = "attach"
	DoFindSurplus   Action = "find_surplus"
	DoSettleSurplus Action = "settle_surplus"
	DoExtend        Action = "extend"
	DoDraft         Action = "draft_letter"
	DoSubmit        Action = "submit_letter"
	DoEndorse       Action = "endorse_letter"
	DoReturn        Action = "return_letter"
	DoSign          Action = "sign_letter"
	DoDispatch      Action = "dispatch_letter"
	DoServe         Action = "record_service"
	DoStrike        Action = "annul_letter"
)

// Rule is one row of the workflow: who may do what in which states, and where it leads. Every question about
// what is allowed, from a command, from the fold and from a screen, is answered by this table.
type Rule struct {
	Action Action
	Event  Event         // a zero value of the event that the action records
	Roles  []Role        // Executor = whoever has the case in hand
	From   []State       // empty = any state of a registered case
	Next   State         // empty = the state stays or follows from the case
	Letter []LetterState // of actions on a letter: where it may stand; empty = the action is on the case
	Needs  Need          // what the case itself must have; nil = nothing more
	Guards []Guard       // of authority: judged again when the event is folded
	Stub   bool          // is taken also on the stub of a whistleblower's report: it adds no words and leads to its end
}

// Need is a condition of a case, its letter or the day, asked before a step is taken and never when it is folded: what
// was lawful when it was written stays so. It only looks at the situation, which has no seat yet.
type Need func(*Situation) *Refusal

// Guard is a condition of authority beyond the role. It only looks at the situation.
type Guard func(*Situation) *Refusal

// Situation is what a need and a guard look at.
type Situation struct {
	Office *Office
	Case   Case
	Letter LetterFile // of the actions on letters
	By     UserID
	Event  Event         // what is about to be recorded; nil when a screen asks what is possible
	On     calendar.Date // the day, set by Possible and Authority
	Seat   RoleGranted   // the role in which he acts, set by Authority
}

// Workflow gives the table. It is data: a screen offers exactly what it allows.
func Workflow() []Rule { return slices.Clone(workflow) }

var (
	top    = []Role{Secretary, DeputyMayor, Mayor}
	chiefs = []Role{Head, Secretary, DeputyMayor, Mayor}
	staff  = []Role{Clerk, Executor, Head, Secretary, DeputyMayor, Mayor}
	desk   = []Role{Clerk, Secretary}

	// Who proposes what is to be destroyed, and who stands for it besides.
	proposing  = []Role{Clerk, Admin}
	confirming = []Role{Secretary, Mayor}

	erasable  = []State{Archived, StateAnnulled}
	untouched = []State{Registered, InResolution}
	working   = []State{Assigned, InWork}
	writing   = []State{InWork, ReplyDraft, InEndorsement, ForSignature}
	ending    = []State{
		Registered, InResolution, InWork, ReplyDraft, Dispatched, InExecution,
		StateNotOpened, StateReplyDeclined, StateForwarded, StateRerouted, StateJoined, StateSealed, StateWithdrawn,
	}
	pending = []State{
		Registered, InResolution, Assigned, InWork, ReplyDraft, InEndorsement, ForSignature, Signed, Dispatched, InExecution,
	}
	open     = slices.Concat(pending, sideStates())
	imported = []State{
		Registered, InResolution, Assigned, InWork, Dispatched, StateForwarded, StateNotOpened, StateReplyDeclined, StateRerouted, StateJoined, StateWithdrawn,
		StateAnnulled, Closed,
	}
	unissued = []LetterState{LetterDraft, LetterWaiting, LetterApproved}

	workflow = []Rule{
		{Action: DoRegister, Event: CaseRegistered{}, Roles: desk, From: []State{NotRegistered}, Next: Registered, Stub: true},
		{Action: DoImport, Event: CaseImported{}, Roles: desk, From: []State{NotRegistered}, Guards: []Guard{knownState}, Stub: true},
		{Action: DoCorrect, Event: CaseCorrected{}, Roles: desk, From: open, Guards: []Guard{notRespondent}},
		{
			Action: DoAnnul, Event: CaseAnnulled{}, Roles: top, From: slices.Concat(untouched, working), Next: StateAnnulled,
			Guards: []Guard{notRespondent}, Stub: true,
		},
		{
			Action: DoPropose, Event: AdmissibilityProposed{}, Roles: []Role{Clerk, Head}, From: untouched, Next: InResolution,
			Needs: undecided, Guards: []Guard{notRespondent},
		},
		{
			Action: DoAdmit, Event: AdmissibilityDecided{}, Roles: append([]Role{Clerk}, chiefs...), From: untouched,
			Guards: []Guard{notRespondent, onlyPassedOn, groundRole}, Stub: true,
		},
		{
			Action: DoResolve, Event: CaseResolved{}, Roles: top, From: []State{InResolution}, Next: Assigned,
			Needs: admittedFirst, Guards: []Guard{notRespondent, notTheMayor, ownRole, over(resolver), cleanAssignees},
		},
		{
			Action: DoAccept, Event: CaseAccepted{}, Roles: []Role{Executor, Head}, From: []State{Assigned}, Next: InWork,
			Guards: []Guard{notRespondent, ownUnit},
		},
		{
			Action: DoGiveBack, Event: CaseReturned{}, Roles: []Role{Head}, From: working, Next: InResolution,
			Needs: soonEnough, Guards: []Guard{notRespondent, ownUnit},
		},
		{
			Action: DoReassign, Event: CaseReassigned{}, Roles: []Role{Head}, From: working, Next: Assigned,
			Guards: []Guard{notRespondent, ownUnit, cleanAssignees},
		},
		{Action: DoNote, Event: CaseNoted{}, Roles: staff, Guards: []Guard{onlyExplains}},
		{Action: DoAttach, Event: DocumentAdded{}, Roles: staff, From: open, Guards: []Guard{handsOver}},
		{
			Action: DoFindSurplus, Event: SurplusFound{}, Roles: desk, From: append([]State{Closed}, open...),
			Guards: []Guard{notRespondent},
		},
		{
			Action: DoSettleSurplus, Event: SurplusSettled{}, Roles: desk, From: append([]State{Closed}, open...),
			Needs: surplusHere, Guards: []Guard{notRespondent},
		},
		{
			Action: DoExtend, Event: ExtensionDecided{}, Roles: top, From: open,
			Guards: []Guard{notRespondent, notTheMayor, extensionRole},
		},
		{
			Action: DoDecide, Event: CaseDecided{}, Roles: append([]Role{Executor}, chiefs...), From: []State{InWork, ReplyDraft},
			Guards: []Guard{notRespondent, notTheMayor, ownUnit},
		},
		{
			Action: DoDraft, Event: LetterDrafted{}, Roles: staff, From: open, Letter: unissued,
			Guards: []Guard{notRespondent},
		},
		{
			Action: DoSubmit, Event: LetterSubmitted{}, Roles: staff, From: open, Letter: []LetterState{LetterDraft},
			Guards: []Guard{notRespondent, ownChain},
		},
		{
			Action: DoEndorse, Event: LetterEndorsed{}, Roles: append([]Role{Adviser}, chiefs...), From: open, Letter: []LetterState{LetterWaiting},
			Guards: []Guard{notRespondent, onlyToldOff, notAuthor, aboveHead, over(endorser), ownUnit, inChain},
		},
		{
			Action: DoReturn, Event: LetterReturned{}, Roles: append([]Role{Adviser}, chiefs...), From: open,
			Letter: []LetterState{LetterWaiting, LetterApproved}, Guards: []Guard{notRespondent, ownUnit, advised},
		},
		{
			Action: DoSign, Event: LetterNumbered{}, Roles: chiefs, From: open, Letter: []LetterState{LetterApproved},
			Guards: []Guard{notRespondent, onlyToldOff, notAuthor, approved, namedSigner, headByOrder, over(signer), chainSigner, thirdPerson},
		},
		{
			Action: DoDispatch, Event: LetterDispatched{}, Roles: desk, From: open, Letter: []LetterState{LetterSigned},
			Guards: []Guard{notRespondent},
		},
		{
			Action: DoServe, Event: LetterServed{}, Roles: desk, Letter: []LetterState{LetterSent},
			Guards: []Guard{notRespondent}, Stub: true,
		},
		{
			Action: DoStrike, Event: LetterAnnulled{}, Roles: desk, From: open, Letter: []LetterState{LetterSigned},
			Guards: []Guard{notRespondent}, Stub: true,
		},
		{
			Action: DoExecute, Event: CaseExecuted{}, Roles: []Role{Head, Secretary}, From: []State{InExecution},
			Guards: []Guard{notRespondent, ownUnit},
		},
		{
			Action: DoWithdraw, Event: CaseWithdrawn{}, Roles: top, From: pending,
			Guards: []Guard{notRespondent},
		},
		{
			Action: DoClose, Event: CaseClosed{}, Roles: []Role{Clerk, Head, Secretary}, From: ending, Next: Closed,
			Needs:  finished,
			Guards: []Guard{notRespondent, ownUnit}, Stub: true,
		},
		{
			Action: DoReopen, Event: CaseReopened{}, Roles: top, From: []State{Closed}, Next: InResolution,
			Guards: []Guard{notRespondent},
		},
		{
			Action: DoArchive, Event: CaseArchived{}, Roles: []Role{Clerk}, From: []State{Closed}, Next: Archived,
			Needs: rested, Guards: []Guard{notRespondent}, Stub: true,
		},
		{
			Action: DoSeal, Event: CaseTakenOut{}, Roles: desk, From: pending, Next: Erased, Guards: []Guard{notRespondent},
		},
		{
			Action: DoErase, Event: CaseErased{}, Roles: []Role{Admin}, From: erasable, Next: Erased,
			Needs: proposedAndConfirmed, Guards: []Guard{notRespondent}, Stub: true,
		},
	}
)

// RuleFor gives the row of an action.
func RuleFor(a Action) (Rule, bool) {
	if r := ruleFor(a); r != nil {
		return *r, true
	}
	return Rule{}, false
}

func ruleFor(a Action) *Rule {
	for i := range workflow {
		if workflow[i].Action == a {
			return &workflow[i]
		}
	}
	return nil
}

// Allows tells whether the row can be taken from a state.
func (r Rule) Allows(s State) bool {
	if len(r.From) == 0 {
		return s != NotRegistered && s != Erased
	}
	return slices.Contains(r.From, s)
}
