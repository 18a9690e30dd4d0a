package domain

import "slices"

// task is a step as a line of the register tells it: an action, and the pending letter that it is on.
type task struct {
	action Action
	letter *Pending
}

// mainSteps are those that follow from the state alone.
var mainSteps = map[State]Action{
	Registered: DoAdmit, InResolution: DoResolve, Assigned: DoAccept, Dispatched: DoClose, InExecution: DoExecute,
	Closed: DoArchive,
}

// next gives the main step of a case: that which brings it to its end. It asks nobody whether he may.
func (e *Entry) next() task {
	thanked := e.State == Registered && (e.Kind == Praise || e.Kind == Opinion)
	switch {
	case e.Flags.Has(FlagNewer):
		return task{}
	case e.State.Side():
		return e.toldOff()
	case thanked, slices.Contains(writing, e.State), e.State == Signed:
		if notice := e.extending(); notice != nil {
			return notice.next()
		}
		return e.answer()
	case e.proposed():
		return task{action: DoAdmit}
	case e.State == Dispatched && e.Flags.Has(FlagUntold):
		return e.tellOthers()
	case e.State == Assigned && e.Lead == UserID{}:
		return task{action: DoReassign}
	default:
		return task{action: mainSteps[e.State]}
	}
}

// now gives the main step of a line of the register by itself: none where it waits for the decision on another case.
func (e *Entry) now() task {
	if e.waitsForOther() {
		return task{}
	}
	return e.next()
}

// waitsForOther tells whether a case was joined to another one and all that its sender has is the receipt that says so.
// What is decided there is written to him from there; until then nothing is to be done here, and it is not closed.
func (e *Entry) waitsForOther() bool {
	return e.State == StateJoined && e.Ground == GroundDuplicate && e.AnsweredOn.IsZero() &&
		e.Flags.Has(FlagReceiptSent) && !e.Flags.Has(FlagUnreachable)
}

// proposed tells whether somebody proposed how the admissibility is to be decided, and nobody has decided.
func (e *Entry) proposed() bool {
	return e.State == InResolution && e.Ground == "" && !e.Flags.Has(FlagImported)
}

// ForChiefs tells whether a clerk may not decide how a submission is considered. He may propose it; nobody has to wait for
// that.
func (e *Entry) ForChiefs() bool {
	return e.Flags.Has(FlagAnonymous) || e.Kind.OtherOrder() && e.Kind != Whistleblower
}

// extending gives the letter about more time that has not left. It comes before a reply that is only being written: the
// time is won when the letter leaves by the due day. A reply that is with those who endorse and sign goes on, for then
// no time is needed.
func (e *Entry) extending() *Pending {
	reply := e.unsent(TemplateID.Reply)
	if reply != nil && reply.State != LetterDraft {
		return nil
	}
	return e.unsent(func(t TemplateID) bool { return t == TExtension })
}

// meanwhile gives the work on the reply that goes on beside the main step, which is then the letter about more time.
func (e *Entry) meanwhile(main task) task {
	if main.letter == nil || main.letter.Template != TExtension {
		return task{}
	}
	return e.answer()
}

// claimed gives the look at whom a case names, when one of those holds it to be a mistake.
func (e *Entry) claimed() task {
	if !e.Flags.Has(FlagClaimed) {
		return task{}
	}
	return task{action: DoCorrect}
}

// answer gives the next step towards the reply. Where nobody can be written to there is none.
func (e *Entry) answer() task {
	reply := e.unsent(func(t TemplateID) bool { return t.Reply() && (t != TAnonymous || e.Ground != GroundExOfficio) })
	switch {
	case e.Outcome == "" && e.decidesFirst(reply):
		return task{action: DoDecide}
	case reply != nil:
		return reply.next()
	case e.unwritten():
		return task{action: DoClose}
	default:
		return task{action: DoDraft}
	}
}

// unwritten tells whether nobody is written to.
func (e *Entry) unwritten() bool { return e.Flags&(FlagUnreachable|FlagGoesOn) != 0 }

// decidesFirst tells whether the decision comes before a reply, or before the one that is written. A question is decided
// by its answer, and by itself where nobody gets one.
func (e *Entry) decidesFirst(reply *Pending) bool {
	switch {
	case reply != nil:
		return reply.State == LetterDraft && reply.Template.decides()
	case e.Kind == Question:
		return e.unwritten()
	default:
		return e.Kind != Opinion && e.Kind != Praise
	}
}

// tellOthers gives the next step towards the letters that others than the sender must have.
func (e *Entry) tellOthers() task {
	if letter := e.unsent(func(t TemplateID) bool { return t == TProsecutor || t == TOthers }); letter != nil {
		return letter.next()
	}
	return task{action: DoDraft}
}

// toldOff gives the next step of a case that ended without a decision: its sender is told, and the competent body.
func (e *Entry) toldOff() task {
	letter := e.unsent(func(t TemplateID) bool {
		return t.Reply() || t == TForwardBody && e.State == StateForwarded || t == TReceipt && e.State == StateJoined
	})
	switch {
	case letter != nil:
		return letter.next()
	case !e.toldOfItsEnd() || e.toForward():
		return task{action: DoDraft}
	default:
		return task{action: DoClose}
	}
}

// toldOfItsEnd tells whether nothing more has to be written to the sender of a case that ended without a decision.
func (e *Entry) toldOfItsEnd() bool {
	return !e.AnsweredOn.IsZero() || e.State == StateJoined && e.Flags.Has(FlagReceiptSent) ||
		e.State == StateWithdrawn || e.Flags.Has(FlagUnreachable)
}

// unsent gives the last pending letter of some templates that has not left yet.
func (e *Entry) unsent(of func(TemplateID) bool) (found *Pending) {
	for i := range e.Pending {
		if p := &e.Pending[i]; p.State != LetterSent && of(p.Template) {
			found = p
		}
	}
	return found
}

// next gives what a letter waits for.
func (p *Pending) next() task {
	switch p.State {
	case LetterDraft:
		return task{DoSubmit, p}
	case LetterWaiting:
		return task{DoEndorse, p}
	case LetterApproved:
		return task{DoSign, p}
	case LetterSigned:
		return task{DoDispatch, p}
	case LetterSent:
		return task{DoServe, p}
	default:
		return task{}
	}
}

// turn is whose turn a task is: one user's, or that of whoever holds one of the roles.
type turn struct {
	user  UserID
	roles []Role
}

var (
	clerks      = turn{roles: []Role{Clerk}}
	heads       = turn{roles: []Role{Head}}
	advisers    = turn{roles: []Role{Adviser}}
	secretaries = turn{roles: []Role{Secretary}}
	mayors      = turn{roles: []Role{DeputyMayor, Mayor}}
)

// usualTurns are those that follow from the action alone.
var usualTurns = map[Action][4]turn{
	DoResolve:  {{roles: top}},
	DoCorrect:  {secretaries, clerks},
	DoEndorse:  {heads, secretaries, mayors, advisers},
	DoSign:     {{roles: []Role{Mayor}}, {roles: []Role{DeputyMayor}}, secretaries, heads},
	DoReassign: {heads},
	DoExecute:  {heads, secretaries},
	DoDispatch: {clerks, secretaries},
	DoServe:    {clerks, secretaries},
	DoClose:    {clerks, secretaries, heads},
	DoArchive:  {clerks},
}

// turns gives whose turn a task is first, and whose when none of those may take it.
func (e *Entry) turns(t task) [4]turn {
	lead := turn{user: e.Lead}
	switch t.action {
	case DoAdmit:
		if e.State == InResolution || e.ForChiefs() {
			return [4]turn{secretaries, mayors, heads}
		}
		return [4]turn{{roles: desk}, mayors}
	case DoAccept:
		return [4]turn{lead, heads}
	case DoDecide:
		return [4]turn{lead, heads, secretaries, mayors}
	case DoDraft:
		if e.State == Registered || e.State.Side() {
			return [4]turn{lead, clerks, secretaries, heads}
		}
		return [4]turn{lead, heads, clerks, secretaries}
	case DoSubmit:
		return [4]turn{{user: t.letter.Author}, lead, heads, clerks}
	default:
		return usualTurns[t.action]
	}
}

// covers tells whether somebody is among those whose turn it is in a case; a head is for his own unit.
func (t turn) covers(h holder, e *Entry) bool {
	if t.user != (UserID{}) {
		return t.user == h.id
	}
	for i := range h.held {
		g := &h.held[i]
		for _, r := range t.roles {
			own := g.Department == DepartmentID{} || e.Department == DepartmentID{} || g.Department == e.Department
			if g.Role == r && (r != Head || own) {
				return true
			}
		}
	}
	return false
}
