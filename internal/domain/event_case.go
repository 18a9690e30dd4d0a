package domain

import (
	"time"

	"harta/internal/calendar"
)

// Sender is the sender as stated on this submission.
type Sender struct {
	Person       PersonID // zero for an anonymous sender
	Contact      Contact
	KeepIdentity bool   // asked that the identity be withheld from those concerned
	Ref          string // the sender's own №
	RefDate      calendar.Date
	Referrer     string  // MP, councillor, authority or medium that passed it on (чл. 123, ал. 3 АПК)
	ReferrerAt   Contact // where the referrer is told; its name is Referrer
	ReferrerRef  string  // № of the letter it was passed on with
	ReferrerOn   calendar.Date
}

// Respondent is whom a submission is directed against: a user, a whole unit, or somebody outside the program.
type Respondent struct {
	User       UserID
	Department DepartmentID
	Name       string // when it is neither
}

// Danger is a threat to health or safety, which overrides anonymity (CH-6).
type Danger struct {
	Category string // water, electricity, building, road, fire, animals, food, epidemic, crime
	Reason   string // one line
	Told     string // whom told by phone
	Place    string
	ToldAt   time.Time
}

// Same tells whether two say the same.
func (d Danger) Same(other Danger) bool {
	at := d.ToldAt.Equal(other.ToldAt)
	d.ToldAt, other.ToldAt = time.Time{}, time.Time{}
	return at && d == other
}

// Exists tells whether a danger was stated.
func (d Danger) Exists() bool { return d.Category != "" || d.Reason != "" }

// Link ties a case to another one.
type Link struct {
	Case CaseID
	How  LinkKind
}

// LinkKind says how two cases belong together.
type LinkKind string

// Kinds of link.
const (
	RepeatOf    LinkKind = "repeat"    // on a question already decided (чл. 116 АПК)
	DuplicateOf LinkKind = "duplicate" // the same text again, before the decision
	SplitFrom   LinkKind = "split"
	RelatedTo   LinkKind = "related"
)

// Intake is what a clerk records of a submission.
type Intake struct {
	Kind        Kind
	Channel     Channel
	Subject     string
	Text        string
	Demand      string // what is asked for (искане)
	Sender      Sender
	Respondents []Respondent
	Topic       TopicID
	Department  DepartmentID // proposed
	ReceivedAt  time.Time    // the deadline starts from its civil date in Sofia
	Violation   calendar.Date
	Danger      Danger
	Links       []Link
	Sheets      int
	Language    string    // empty = Bulgarian
	LateReason  string    // why it is registered later than the working day after receipt
	Affected    []Contact // others whose rights the decision affects (чл. 123, ал. 2 АПК)
}

// against gives those the submission is directed against.
func (in Intake) against() []Respondent {
	if !in.Kind.accuses() {
		return nil
	}
	return in.Respondents
}

// CaseRegistered gives a submission its number and its terms.
type CaseRegistered struct {
	Case         CaseID
	Number       Number
	Intake       Intake
	RegisteredAt time.Time
	Deadlines    []Deadline
}

// CaseImported takes over an entry of an older register as it stood there; its number keeps its own series.
type CaseImported struct {
	Case         CaseID
	Number       Number
	Intake       Intake
	RegisteredAt time.Time
	Deadlines    []Deadline
	State        State
	Outcome      Outcome
	AnsweredOn   calendar.Date
	Officer      string // the executor as text, not a user
	Parent       string // number of the earlier entry, as text
	Source       string // name of the register it came from
}

// Field names a registered field that can be corrected.
type Field string

// Fields that can be corrected after registration.
const (
	FieldKind        Field = "kind"
	FieldSubject     Field = "subject"
	FieldText        Field = "text"
	FieldChannel     Field = "channel"
	FieldReceivedAt  Field = "received_at"
	FieldTopic       Field = "topic"
	FieldDepartment  Field = "department"
	FieldSender      Field = "sender"
	FieldViolation   Field = "violation"
	FieldDanger      Field = "danger"
	FieldRespondents Field = "respondents"
	FieldLinks       Field = "links"
	FieldAffected    Field = "affected"
)

// CaseCorrected changes the named fields of the intake. Before and after both stay in the history; the terms are counted
// again from the receipt, never restarted.
type CaseCorrected struct {
	Fields    []Field // what changed
	Intake    Intake  // as it stands now
	Deadlines []Deadline
	Reason    string
}

// CaseAnnulled strikes a wrong registration; its number stays listed.
type CaseAnnulled struct{ Reason string }

// CaseResolved is the resolution: who works on it and until when.
type CaseResolved struct {
	Department DepartmentID
	Lead       UserID
	Others     []UserID
	Text       string
	Due        calendar.Date // internal term
	On         calendar.Date
	As         Role // the role it was written in: of two concurrent ones the higher stands
}

// CaseAccepted takes an assigned case into work.
type CaseAccepted struct{}

// CaseReturned gives a case back for another resolution.
type CaseReturned struct{ Reason string }

// CaseReassigned moves a case inside the unit.
type CaseReassigned struct {
	Lead   UserID
	Others []UserID
	Reason string
}

// NoteKind says what a note records.
type NoteKind string

// Kinds of note.
const (
	PlainNote      NoteKind = "note"
	AskedCitizen   NoteKind = "waiting"      // чака гражданина: a mark, it stops nothing
	CitizenCame    NoteKind = "waiting_over" // the mark is lifted
	AskedOpinion   NoteKind = "opinion"      // internal request for opinion or explanations (T19)
	GaveExplaining NoteKind = "explanation"  // what somebody answers who was asked
	Inspected      NoteKind = "inspection"
	FileNote       NoteKind = "file_note" // stands for a letter where no contact exists
	RecusedSelf    NoteKind = "recusal"   // self-declared conflict (чл. 33 АПК)
	SlipGiven      NoteKind = "slip"      // the sender was given the slip with number and terms
	ClaimedMistake NoteKind = "mistake"   // whom the case names holds that to be a mistake
	SettledMistake NoteKind = "rightly"   // and is told that it is none
)

// NoteKinds lists every kind of note that is written by itself. That the slip was given, and what is said of a mistake,
// have commands of their own.
func NoteKinds() []NoteKind {
	return []NoteKind{
		PlainNote, AskedCitizen, CitizenCame, AskedOpinion, GaveExplaining, Inspected, FileNote, RecusedSelf,
	}
}

// CaseNoted adds a note. A question may be put to somebody by name, to be answered by a day.
type CaseNoted struct {
	Note NoteKind
	Text string
	To   UserID
	Due  calendar.Date
	Told []ToldTerm // of a slip: the terms that stand on it
}

// Measure is what a decision orders.
type Measure struct {
	Text       string
	Department DepartmentID
	Due        calendar.Date
}

// CaseDecided is the decision on the merits.
type CaseDecided struct {
	Outcome  Outcome
	Findings string
	On       calendar.Date
	Measures []Measure
	Apology  bool   // an apology is due (CH-10)
	Nothing  string // why it orders no measures although it upholds
	Crime    bool   // there are data of a crime: the prosecutor is told at once (чл. 123, ал. 4 АПК)
}

// CaseExecuted reports the ordered measures done.
type CaseExecuted struct {
	On       calendar.Date
	Evidence string
}

// CaseWithdrawn says that the sender has withdrawn in writing: the case ends, unless the public interest lets it go on
// ex officio.
type CaseWithdrawn struct {
	Reason    string
	Document  string // the writing: № and date
	ExOfficio bool   // it goes on, and its sender is owed no reply
}

// CaseClosed ends a case. A late one says why and which unit answers for it.
type CaseClosed struct {
	On         calendar.Date
	Note       string // file note where no letter could be sent
	LateReason string
	LateUnit   DepartmentID
}

// ReopenGround says why a closed case is taken up again.
type ReopenGround string

// Grounds to take a closed case up again.
const (
	OnNewFacts   ReopenGround = "new_facts"
	OnCourt      ReopenGround = "court"
	OnProsecutor ReopenGround = "prosecutor"
	OnError      ReopenGround = "error"
)

// ReopenGrounds lists every ground to take a closed case up again.
func ReopenGrounds() []ReopenGround {
	return []ReopenGround{OnNewFacts, OnCourt, OnProsecutor, OnError}
}

// CaseReopened takes a closed case up again. Its terms stay as they were; until when it is to be answered anew is its own.
type CaseReopened struct {
	Reason string
	Ground ReopenGround
	Due    calendar.Date
}

// CaseArchived puts a case in its file.
type CaseArchived struct {
	Filing string
	Volume string
}

// CaseErased leaves of a case its residue. Sealed office-wide; it wins over everything, for ever.
type CaseErased struct {
	Case    CaseID
	Residue Residue
	Act     string // № of the act or protocol
}

// Residue is what remains of an erased case: figures, no words.
type Residue struct {
	Number      Number
	Kind        Kind
	Channel     Channel
	Topic       TopicID
	Department  DepartmentID
	ReceivedOn  calendar.Date
	AnsweredOn  calendar.Date
	DecidedOn   calendar.Date
	ClosedOn    calendar.Date
	Deadlines   []Deadline
	State       State
	Outcome     Outcome
	Sender      SenderType
	Issued      []Number // outgoing numbers, which are never given again
	ForwardedOn calendar.Date
	ExecutedOn  calendar.Date
	Ground      Ground
	Measures    int
	Returns     int
	Flags       Flag // those that the figures count
}

// DocumentAdded attaches a document; its bytes lie beside the journal.
type DocumentAdded struct {
	Document DocumentID
	Name     string
	Type     string // media type
	Size     int64
	Blob     Digest // of the sealed bytes
	Key      KeyID
	Sheets   int
}

// ExtensionDecided moves a term. It takes effect when its letter (T10) is dispatched on or before the due day.
type ExtensionDecided struct {
	Clock     Clock
	Letter    LetterID
	Reason    string
	Actions   string // further actions needed
	Until     calendar.Date
	Authority string // who decided it
	Document  string // № and date of the decision
	Source    string // source of the limit, as the rule had it
}

func (CaseRegistered) action() Action   { return DoRegister }
func (CaseImported) action() Action     { return DoImport }
func (CaseCorrected) action() Action    { return DoCorrect }
func (CaseAnnulled) action() Action     { return DoAnnul }
func (CaseResolved) action() Action     { return DoResolve }
func (CaseAccepted) action() Action     { return DoAccept }
func (CaseReturned) action() Action     { return DoGiveBack }
func (CaseReassigned) action() Action   { return DoReassign }
func (CaseNoted) action() Action        { return DoNote }
func (CaseDecided) action() Action      { return DoDecide }
func (CaseExecuted) action() Action     { return DoExecute }
func (CaseWithdrawn) action() Action    { return DoWithdraw }
func (CaseClosed) action() Action       { return DoClose }
func (CaseReopened) action() Action     { return DoReopen }
func (CaseArchived) action() Action     { return DoArchive }
func (CaseErased) action() Action       { return DoErase }
func (DocumentAdded) action() Action    { return DoAttach }
func (ExtensionDecided) action() Action { return DoExtend }
