package domain

import (
	"cmp"
	"slices"
	"time"

	"harta/internal/calendar"
)

// Case is the folded state of a submission, from its registration to its file. It is a value.
type Case struct {
	ID           CaseID
	Number       Number
	State        State
	StateBy      RecordID // the record that set the state
	Intake       Intake
	RegisteredAt time.Time
	RegisteredBy UserID
	Deadlines    []Deadline
	Corrected    Correction
	Proposed     AdmissibilityProposed
	ProposedBy   UserID
	Admitted     AdmissibilityDecided
	Admission    Versioned[State] // where Admitted leads
	Resolution   CaseResolved
	ResolvedBy   Versioned[Role] // the role that made the assignment in force
	Decision     CaseDecided
	Outcome      Versioned[Outcome]
	DecidedOn    calendar.Date // as the figures count it: a reopened case keeps its first answer
	AnsweredOn   calendar.Date
	ForwardedOn  calendar.Date
	ExecutedOn   calendar.Date
	Closing      CaseClosed // the first one: a reopened case keeps it
	Withdrawn    CaseWithdrawn
	Reopened     CaseReopened  // the last time
	Ended        calendar.Date // the last closing
	Letters      []LetterFile
	Extensions   []Extension
	Documents    []DocumentAdded
	Notes        []Note
	Heard        int // of the notes: whom the case names was corrected after so many
	Surplus      []Surplus
	Recused      []UserID
	Returns      int
	Flags        Flag
	Old          OldEntry // of an imported register
	Filing       CaseArchived
	AnnulReason  string
	EraseAct     string
	Sealed       CaseTakenOut // of a case that was taken out of the register
	Residue      Residue      // of an erased case

	last RecordID // folded last
}

// OldEntry is what an older register knew and the product has no rule for.
type OldEntry struct {
	Officer string
	Parent  string
	Source  string
}

// Note is a note with its author.
type Note struct {
	CaseNoted
	By UserID
	At time.Time
}

// Extension is a decided extension and what became of it.
type Extension struct {
	ExtensionDecided
	From     calendar.Date // the due day it moves
	By       RecordID
	InForce  bool
	Late     bool          // its letter left after the due day
	Sent     calendar.Date // the day its letter left
	Disputed bool          // another one, decided without knowing of it, names another day
}

// ExtensionBy gives the decided extension that a letter tells of, while that letter has not left; of two that were decided
// at once the one that will stand.
func (c Case) ExtensionBy(letter LetterID) (by Extension, ok bool) {
	for _, x := range c.Extensions {
		if x.Letter == letter && !x.InForce && !x.Late && (!ok || x.Until < by.Until) {
			by, ok = x, true
		}
	}
	return by, ok
}

// ExtensionFor gives the extension decided last that a letter of a template still has to tell.
func (c Case) ExtensionFor(t TemplateID) (x Extension, ok bool) {
	for _, x := range slices.Backward(c.Extensions) {
		if x.Clock.MoreTime() == t {
			return x, !x.InForce && !x.Late
		}
	}
	return Extension{}, false
}

// ToldBy tells whether a letter says the day until which the term is moved.
func (x Extension) ToldBy(l Letter) bool {
	return l.names(x.Until.Local())
}

// Approval is somebody's word for exactly one content of a letter.
type Approval struct {
	By    UserID
	Hash  Digest
	As    Role // of the chain; empty = there was none
	Waits Role // whose word was still to come; empty = with this one it was approved
}

// LetterFile is a letter of a case with its way through the office.
type LetterFile struct {
	ID           LetterID
	Content      Letter
	Hash         Digest
	State        LetterState
	StateBy      RecordID  // the record that set the state
	Author       UserID    // of the present content
	Writers      []UserID  // who wrote any version: none of them endorses or signs
	Since        time.Time // of the last step
	EndorsedBy   UserID
	Endorsed     Digest     // the content that was approved
	Approvals    []Approval // of every version
	Chain        Chain      // that it was submitted to, when Fixed
	Fixed        bool       // its chain is the one that stood when it was submitted, whatever the settings say since
	Voided       bool       // an endorsement was voided by a later change: „одобрено в по-стара версия“
	Other        bool       // its text was changed by somebody while somebody else signed it
	Returned     string     // comment of the last return
	Number       Number
	SignedBy     UserID
	SignerTitle  string
	NumberedAt   time.Time
	Twice        []Number // taken by others at the same time; they stay listed
	PDF          Digest
	Blob         Digest
	Key          KeyID
	Size         int64
	Via          Channel
	DispatchedOn calendar.Date
	Ref          string
	ServedOn     calendar.Date
	AnnulReason  string
}

// Known tells whether the case exists.
func (c Case) Known() bool { return c.State != NotRegistered }

// ReceivedOn is the civil day of receipt, from which every term runs.
func (c Case) ReceivedOn() calendar.Date {
	if c.State == Erased {
		return c.Residue.ReceivedOn
	}
	return calendar.DateOf(c.Intake.ReceivedAt)
}

// Due gives the term people see: the earliest of legal and charter.
func (c Case) Due() (Deadline, bool) { return earliest(c.Deadlines) }

// Deadline gives the term of a clock.
func (c Case) Deadline(clock Clock) (Deadline, bool) { return deadlineOf(c.Deadlines, clock) }

// Letter gives a letter of the case.
func (c Case) Letter(id LetterID) (LetterFile, bool) {
	return find(c.Letters, func(l *LetterFile) bool { return l.ID == id })
}

// Reply gives the last reply to the submission that is not struck.
func (c Case) Reply() (LetterFile, bool) {
	for _, l := range slices.Backward(c.Letters) {
		if c.answers(l.Content.Template) && l.State != LetterStruck {
			return l, true
		}
	}
	return LetterFile{}, false
}

// answers tells whether a letter of a template is the answer that the case waits for. That a danger is looked into
// although the sender is unknown is only told.
func (c Case) answers(t TemplateID) bool {
	return t.Reply() && (t != TAnonymous || c.Admitted.Ground != GroundExOfficio)
}

// Sensitive tells whether the approval chain of the case needs a third person to sign.
func (c Case) Sensitive(s Settings) bool {
	chain := s.chain(c)
	return chain.Third || slices.Contains(s.ThirdPerson, c.Intake.Kind) || c.Outcome.Value.Refuses() || c.State.outcome().Refuses()
}

// executor tells whether a user has the case in hand.
func (c Case) executor(id UserID) bool {
	return c.Resolution.Lead == id || slices.Contains(c.Resolution.Others, id)
}

// LateOn tells whether the term people see has passed on a day without an answer.
func (c Case) LateOn(day calendar.Date) bool {
	d, ok := c.Due()
	if !ok {
		return false
	}
	if !c.AnsweredOn.IsZero() {
		day = c.AnsweredOn
	}
	return day > d.Due || d.Late
}

// Entry gives the line of the register.
func (c Case) Entry() Entry {
	if c.State == Erased {
		return c.Residue.entry(c.ID)
	}
	in := c.Intake
	e := Entry{
		Case: c.ID, Number: c.Number, Kind: in.Kind, State: c.State, Channel: in.Channel, Subject: in.Subject,
		Sender: in.Sender.Contact.Name, Person: in.Sender.Person, SenderType: in.Sender.Contact.Type,
		Settlement: in.Sender.Contact.Settlement, Topic: in.Topic, Department: c.department(), Lead: c.Resolution.Lead,
		Respondents: in.Respondents, ReceivedOn: c.ReceivedOn(), RegisteredAt: c.RegisteredAt, Deadlines: c.Deadlines,
		DecidedOn: c.DecidedOn, AnsweredOn: c.AnsweredOn, ForwardedOn: c.ForwardedOn, ClosedOn: c.Closing.On,
		Outcome: c.Outcome.Value, Ground: c.Admitted.Ground, LateReason: c.Closing.LateReason, LateUnit: c.Closing.LateUnit,
		Measures: len(c.Decision.Measures), ExecutedOn: c.ExecutedOn, Returns: c.Returns, Flags: c.flags(),
		Recused: c.Recused, Links: c.links(),
	}
	if slices.Contains(erasable, c.State) {
		e.Filing, e.EndedOn = c.Filing.Filing, c.endedOn()
	}
	asked, _ := c.Waiting()
	more := c.executing()
	e.WaitsUntil, e.SurplusDue, e.InternalDue = asked.Due, c.SurplusDue(), cmp.Or(c.Resolution.Due, c.Reopened.Due)
	e.ExecuteUntil, e.ExecuteTold = more.Until, more.Sent
	for _, l := range c.Letters {
		if l.waits() && (c.State.Open() || l.State == LetterSent) {
			e.Pending = append(e.Pending, l.pending())
		}
	}
	return e
}

// Waiting gives the last question to the sender, while he is waited for.
func (c Case) Waiting() (Note, bool) {
	if c.Flags.Has(FlagWaiting) {
		for _, n := range slices.Backward(c.Notes) {
			if n.Note == AskedCitizen {
				return n, true
			}
		}
	}
	return Note{}, false
}

// waits tells whether anybody has to do something about the letter. Of one that was sent in a way that leaves no proof
// nothing more is heard.
func (l LetterFile) waits() bool {
	switch l.State {
	case LetterDelivered, LetterStruck:
		return false
	case LetterSent:
		return l.Via.Proves()
	default:
		return true
	}
}

func (l LetterFile) pending() Pending {
	p := Pending{
		Letter: l.ID, Template: l.Content.Template, State: l.State, Author: l.Author, Endorsed: l.approvers(l.Hash), EndorsedAs: l.approvals(l.Hash),
		Signer: l.Content.Signer.Name, Returned: l.Returned != "", Number: l.Number, Via: l.Via, SentOn: l.DispatchedOn,
		Since: calendar.DateOf(l.Since), To: l.Content.To.Name, Ref: l.Ref, Chain: l.Chain, Fixed: l.Fixed,
	}
	for _, id := range l.Writers {
		if id != l.Author {
			p.Others = append(p.Others, id)
		}
	}
	return p
}

func (c Case) department() DepartmentID {
	if c.Resolution.Department != (DepartmentID{}) {
		return c.Resolution.Department
	}
	return c.Intake.Department
}

// flags gives the marks that follow from the state, added to those that events set.
func (c Case) flags() Flag {
	f := c.Flags
	set := func(on bool, mark Flag) {
		if on {
			f |= mark
		}
	}
	set(c.Intake.Sender.Contact.Type == Anonymous, FlagAnonymous)
	set(c.Admitted.Ground == GroundObscene || c.Admitted.Ground == GroundObscenePart, FlagObscene)
	set(c.Intake.Language != "", FlagForeign)
	set(c.Admitted.Check.Already, FlagElsewhere)
	set(len(c.untoldEnds()) > 0, FlagUntold)
	set(slices.ContainsFunc(c.Letters, LetterFile.tells), FlagTold)
	set(c.Intake.Danger.Exists() || c.Admitted.Danger.Exists(), FlagDanger)
	set(!c.Intake.Sender.Contact.Reachable(), FlagUnreachable)
	set(slices.ContainsFunc(c.Intake.Links, func(l Link) bool { return l.How == RepeatOf }), FlagRepeat)
	set(slices.ContainsFunc(c.Deadlines, func(d Deadline) bool { return d.Extended }), FlagExtended)
	set(c.disputed(), FlagDisputed)
	set(c.awaits(), FlagAsked)
	set(len(c.Claims()) > 0, FlagClaimed)
	set(slices.ContainsFunc(c.Notes[c.Heard:], func(n Note) bool { return n.Note == SettledMistake }), FlagSettled)
	return f
}

// disputed tells whether two people decided without knowing of each other and nobody has confirmed one yet.
func (c Case) disputed() bool {
	return c.ResolvedBy.Disputed || c.Admission.Disputed || c.Outcome.Disputed ||
		slices.ContainsFunc(c.Extensions, func(x Extension) bool { return x.Disputed }) ||
		slices.ContainsFunc(c.Letters, func(l LetterFile) bool { return l.disputed() })
}

// entry gives the line of an erased case. An annulled registration stays one, for the figures.
func (r Residue) entry(id CaseID) Entry {
	e := Entry{
		Case: id, Number: r.Number, Kind: r.Kind, State: Erased, Channel: r.Channel, Topic: r.Topic, Department: r.Department,
		ReceivedOn: r.ReceivedOn, RegisteredAt: r.Number.Date.Start(), AnsweredOn: r.AnsweredOn, DecidedOn: r.DecidedOn,
		ForwardedOn: r.ForwardedOn, ExecutedOn: r.ExecutedOn, ClosedOn: r.ClosedOn, Deadlines: r.Deadlines, Outcome: r.Outcome,
		Ground: r.Ground, SenderType: r.Sender, Measures: r.Measures, Returns: r.Returns, Flags: r.Flags,
	}
	if r.State == StateAnnulled {
		e.State = StateAnnulled
	}
	return e
}

// Remains gives what stays of the case when it is erased: its numbers and its part in the figures, no words.
func (c Case) Remains() Residue {
	if c.State == Erased {
		return c.Residue
	}
	e := c.Entry()
	r := Residue{
		Number: e.Number, Kind: e.Kind, Channel: e.Channel, Topic: e.Topic, Department: e.Department, ReceivedOn: e.ReceivedOn,
		AnsweredOn: e.AnsweredOn, DecidedOn: e.DecidedOn, ForwardedOn: e.ForwardedOn, ExecutedOn: e.ExecutedOn,
		ClosedOn: e.ClosedOn, Deadlines: e.Deadlines, State: e.State, Outcome: e.Outcome, Ground: e.Ground,
		Sender: e.SenderType, Measures: e.Measures, Returns: e.Returns,
		Flags: e.Flags & (FlagAnonymous | FlagDanger | FlagExtended | FlagRepeat | FlagApology | FlagImported),
	}
	for _, l := range c.Letters {
		if !l.Number.IsZero() {
			r.Issued = append(append(r.Issued, l.Number), l.Twice...)
		}
	}
	return r
}
