package domain

import "slices"

// State is where a case stands. The strings are frozen: they stand in the journal. A draft is a file, not a
// state.
type State string

// States of the main path.
const (
	Registered    State = "registered"
	InResolution  State = "in_resolution"
	Assigned      State = "assigned"
	InWork        State = "in_work"
	ReplyDraft    State = "reply_draft"
	InEndorsement State = "in_endorsement"
	ForSignature  State = "for_signature"
	Signed        State = "signed"
	Dispatched    State = "dispatched"
	InExecution   State = "in_execution" // derived: dispatched with measures
	Closed        State = "closed"
	Archived      State = "archived"
	Erased        State = "erased"
)

// Side states: the case ends without a decision on its merits.
const (
	StateNotOpened     State = "not_opened"
	StateReplyDeclined State = "reply_declined"
	StateForwarded     State = "forwarded"
	StateRerouted      State = "rerouted"
	StateJoined        State = "joined"
	StateSealed        State = "sealed_transfer"
	StateWithdrawn     State = "withdrawn"
	StateAnnulled      State = "annulled"
)

// NotRegistered is the state before the first event.
const NotRegistered State = ""

// States lists every state in the order of the work.
func States() []State {
	return []State{
		Registered, InResolution, Assigned, InWork, ReplyDraft, InEndorsement, ForSignature, Signed, Dispatched, InExecution,
		StateNotOpened, StateReplyDeclined, StateForwarded, StateRerouted, StateJoined, StateSealed, StateWithdrawn, StateAnnulled,
		Closed, Archived, Erased,
	}
}

// Open tells whether somebody still has to do something.
func (s State) Open() bool {
	switch s {
	case NotRegistered, Closed, Archived, Erased, StateAnnulled:
		return false
	default:
		return true
	}
}

// Side tells whether the case left the main path by an admissibility decision or a withdrawal.
func (s State) Side() bool { return slices.Contains(sideStates(), s) }

func sideStates() []State {
	return []State{
		StateNotOpened, StateReplyDeclined, StateForwarded, StateRerouted, StateJoined, StateSealed, StateWithdrawn,
	}
}

// outcome gives the outcome that a side state means.
func (s State) outcome() Outcome {
	switch s {
	case StateNotOpened:
		return NotOpened
	case StateReplyDeclined:
		return ReplyDeclined
	case StateForwarded:
		return ForwardedOn
	case StateRerouted:
		return Rerouted
	case StateJoined:
		return Joined
	case StateSealed:
		return HandedOver
	case StateWithdrawn:
		return WithdrawnByReq
	default:
		return ""
	}
}

// stage orders states for concurrent events: the furthest stands.
func (s State) stage() int { return slices.Index(States(), s) }

// LetterState is where a letter stands.
type LetterState string

// States of a letter.
const (
	LetterDraft     LetterState = "drafted"
	LetterWaiting   LetterState = "submitted"
	LetterApproved  LetterState = "endorsed"
	LetterSigned    LetterState = "numbered"
	LetterSent      LetterState = "dispatched"
	LetterDelivered LetterState = "served"
	LetterStruck    LetterState = "annulled"
)

// stage orders states for concurrent events: the furthest stands.
func (s LetterState) stage() int {
	return slices.Index([]LetterState{
		LetterDraft, LetterWaiting, LetterApproved, LetterSigned, LetterStruck, LetterSent, LetterDelivered,
	}, s)
}
