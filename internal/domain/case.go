package domain

import (
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
	Admitted     AdmissibilityDecided
	Resolution   CaseResolved
	ResolvedBy   Versioned[Role]
	Decision     CaseDecided
	Outcome      Versioned[Outcome]
	AnsweredOn   calendar.Date
	ForwardedOn  calendar.Date
	ExecutedOn   calendar.Date
	Closing      CaseClosed
	Letters      []LetterFile
	Extensions   []Extension
	Documents    []DocumentAdded
	Notes        []Note
	Recused      []UserID
	Returns      int
	Flags        Flag
	Old          OldEntry // of an imported register
	Filing       CaseArchived
	AnnulReason  string
	EraseAct     string
	Residue      Residue // of an erased case
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
	From    calendar.Date // the due day it moves
	InForce bool
	Late    bool // its letter left after the due day
}

// LetterFile is a letter of a case with its way through the office.
type LetterFile struct {
	ID           LetterID
	Content      Letter
	Hash         Digest
	State        LetterState
	Author       UserID
	Since        time.Time // of the last step
	EndorsedBy   UserID
	Endorsed     Digest // the content that was approved
	Voided       bool   // an endorsement was voided by a later change: „одобрено в по-стара версия“
	Returned     string // comment of the last return
	Number       Number
	SignedBy     UserID
	SignerTitle  string
	NumberedAt   time.Time
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
	return find(c.Letters, func(l LetterFile) bool { return l.ID == id })
}

// Reply gives the last reply to the submission that is not struck.
func (c Case) Reply() (LetterFile, bool) {
	for _, l := range slices.Backward(c.Letters) {
		if l.Content.Template.Reply() && l.State != LetterStruck {
			return l, true
		}
	}
	return LetterFile{}, false
}

// Sensitive tells whether the approval chain of the case needs a third person to sign.
func (c Case) Sensitive(s Settings) bool {
	return slices.Contains(s.ThirdPerson, c.Intake.Kind) || c.Outcome.Value.Refuses() || c.State.outcome().Refuses()
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
		DecidedOn: c.Decision.On, AnsweredOn: c.AnsweredOn, ForwardedOn: c.ForwardedOn, ClosedOn: c.Closing.On,
		Outcome: c.Outcome.Value, Ground: c.Admitted.Ground, LateReason: c.Closing.LateReason, LateUnit: c.Closing.LateUnit,
		Measures: len(c.Decision.Measures), ExecutedOn: c.ExecutedOn, Returns: c.Returns, Flags: c.flags(),
	}
	for _, l := range c.Letters {
		if l.State != LetterDelivered && l.State != LetterStruck {
			e.Pending = append(e.Pending, Pending{
				l.ID, l.Content.Template, l.State, l.Author, l.Number, calendar.DateOf(l.Since),
			})
		}
	}
	return e
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
	set(c.Intake.Danger.Exists() || c.Admitted.Danger.Exists(), FlagDanger)
	set(slices.ContainsFunc(c.Intake.Links, func(l Link) bool { return l.How == RepeatOf }), FlagRepeat)
	set(slices.ContainsFunc(c.Deadlines, func(d Deadline) bool { return d.Extended }), FlagExtended)
	set(c.ResolvedBy.Disputed || c.Outcome.Disputed, FlagDisputed)
	return f
}

func (r Residue) entry(id CaseID) Entry {
	return Entry{
		Case: id, Number: r.Number, Kind: r.Kind, State: Erased, Channel: r.Channel, Topic: r.Topic, Department: r.Department,
		ReceivedOn: r.ReceivedOn, AnsweredOn: r.AnsweredOn, DecidedOn: r.DecidedOn, ClosedOn: r.ClosedOn,
		Deadlines: r.Deadlines, Outcome: r.Outcome, SenderType: r.Sender,
	}
}

// Remains gives what stays of the case when it is erased.
func (c Case) Remains() Residue {
	if c.State == Erased {
		return c.Residue
	}
	var issued []Number
	for _, l := range c.Letters {
		if !l.Number.IsZero() {
			issued = append(issued, l.Number)
		}
	}
	return Residue{
		Issued: issued,
		Number: c.Number, Kind: c.Intake.Kind, Channel: c.Intake.Channel, Topic: c.Intake.Topic, Department: c.department(),
		ReceivedOn: c.ReceivedOn(), AnsweredOn: c.AnsweredOn, DecidedOn: c.Decision.On, ClosedOn: c.Closing.On,
		Deadlines: c.Deadlines, State: c.State, Outcome: c.Outcome.Value, Sender: c.Intake.Sender.Contact.Type,
	}
}
