package domain

import (
	"time"

	"harta/internal/calendar"
)

// Entry is one line of the register: everything that lists, figures and permissions need of a case, without its
// text and letters. One entry of each case is held in memory, which is why the days stand together: in the order they
// would be read in, each would take the room of two.
type Entry struct {
	Case         CaseID
	Number       Number
	Kind         Kind
	State        State
	Channel      Channel
	Subject      string
	Sender       string // name as shown; empty = anonymous
	Person       PersonID
	SenderType   SenderType
	Settlement   string
	Topic        TopicID
	Department   DepartmentID
	Lead         UserID
	Respondents  []Respondent
	RegisteredAt time.Time
	Deadlines    []Deadline
	ReceivedOn   calendar.Date
	DecidedOn    calendar.Date
	AnsweredOn   calendar.Date // the reply was dispatched
	ForwardedOn  calendar.Date // the letter to the competent body was dispatched
	ClosedOn     calendar.Date
	EndedOn      calendar.Date // of what is archived or annulled: the day from whose year its retention counts
	ExecutedOn   calendar.Date
	Flags        Flag
	Outcome      Outcome
	Ground       Ground
	LateReason   string
	LateUnit     DepartmentID
	Measures     int
	Returns      int           // how often a draft went back
	Links        []Link        // the cases that it names, also to which it was joined
	SurplusDue   calendar.Date // the day until which surplus personal data must be gone
	InternalDue  calendar.Date // the term that the resolution sets, else the reopening; zero = none
	ExecuteUntil calendar.Date // until when the measures may take, as the sender was told
	ExecuteTold  calendar.Date // on this day
	WaitsUntil   calendar.Date // the day until which the sender is waited for; zero = none was set
	Filing       string        // the code of its file, once archived
	Recused      []UserID      // who declared a conflict
	Pending      []Pending     // letters that wait for somebody
}

// Pending is a letter that waits: for its author, for a word, for a signature, to be sent, or for the proof that it was
// served.
type Pending struct {
	Letter     LetterID
	Template   TemplateID
	State      LetterState
	Author     UserID
	Others     []UserID // who else wrote a version: they neither endorse nor sign it
	Endorsed   []UserID // who approved the present content
	EndorsedAs []Role   // in which role of the chain, of each; empty where there was no chain
	Chain      Chain    // that it was submitted to, when Fixed
	Fixed      bool
	Signer     string // the name it is to be signed under; empty = whoever may
	To         string // whom it is addressed to
	Number     Number
	Via        Channel       // of a letter that was sent
	Ref        string        // the barcode or delivery № it was sent under
	SentOn     calendar.Date // the day it was sent
	Since      calendar.Date // since when it waits here
	Returned   bool          // it came back to its author
}

// Flag is a mark of a case.
type Flag uint32

// Marks of a case.
const (
	FlagAnonymous Flag = 1 << iota
	FlagDanger
	FlagWaiting // чака гражданина
	FlagExtended
	FlagRepeat
	FlagApology
	FlagDisputed    // two concurrent decisions differ
	FlagUnconfirmed // has an event without authority or after a removal
	FlagNewer       // has an event of a newer program: read-only
	FlagReceiptSent
	FlagImported
	FlagAfterClosing // activity after closing
	FlagUnreachable  // there is no way to write to the sender
	FlagAsked        // somebody was asked by name and has not answered
	FlagObscene      // съдържа нецензурен език
	FlagForeign      // in a foreign language
	FlagElsewhere    // it is before the competent body already
	FlagGoesOn       // withdrawn, and it goes on ex officio: its sender is owed no reply
	FlagShredded     // an attachment was erased as surplus: its key is to be gone
	FlagUntold       // somebody besides the sender must be told of the decision (чл. 123 АПК)
	FlagSlipGiven    // the sender was given the slip
	FlagClaimed      // whom it names holds that to be a mistake, and nobody has answered
	FlagSettled      // that was answered
	FlagTold         // a letter has left, which may name a day
)

// Has tells whether all given marks are set.
func (f Flag) Has(marks Flag) bool { return f&marks == marks }

// Due gives the term people see; ok is false when none runs (praise without contact, old registers).
func (e Entry) Due() (d Deadline, ok bool) { return earliest(e.Deadlines) }

// Deadline gives the term of a clock.
func (e Entry) Deadline(c Clock) (d Deadline, ok bool) { return deadlineOf(e.Deadlines, c) }
