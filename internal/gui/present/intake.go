package present

import (
	"slices"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// IntakeOffice is what Нова преписка asks of the office.
type IntakeOffice interface {
	Acting() domain.Acting
	NewCommand() (office.Command, error)
	Register(c office.Command, in domain.Intake, with ...office.Paper) (domain.CaseRegistered, error)
	Attach(c office.Command, id domain.CaseID, e domain.DocumentAdded, content []byte) (domain.DocumentAdded, error)
	FindPersons(typed string, most int) []domain.Person
	List(want func(domain.Entry) bool) []domain.Entry
	Slip(e domain.CaseRegistered) ([]byte, error)
	GiveSlip(c office.Command, id domain.CaseID) (domain.CaseNoted, error)
	Show(name string, content []byte) error
	ReadFile(path string, most int64) ([]byte, error)
}

// Keys of the fields of a new case that the view places by hand. Where the domain names a field, it is called so.
const (
	IntakeKind         = "kind"
	IntakeChannel      = "channel"
	IntakeDate         = "receivedAt"
	IntakeTime         = "receivedTime"
	IntakeSender       = "sender"
	IntakeAnonymous    = "anonymous"
	IntakeSenderType   = "senderType"
	IntakeRepresents   = "represents"
	IntakeSettlement   = "settlement"
	IntakePostcode     = "postcode"
	IntakeStreet       = "street"
	IntakePhone        = "phone"
	IntakeEmail        = "email"
	IntakeAddress      = "address"
	IntakeKeepIdentity = "keepIdentity"
	IntakeRespondents  = "respondents"
	IntakeSubject      = "subject"
	IntakeText         = "text"
	IntakeDemand       = "demand"
	IntakeTopic        = "topic"
	IntakeDepartment   = "department"
	IntakeViolation    = "violation"
	IntakeDanger       = "danger"
	IntakeDangerKind   = "dangerKind"
	IntakeDangerWhy    = "dangerReason"
	IntakeDangerTold   = "dangerTold"
	IntakeDangerPlace  = "dangerPlace"
	IntakeDangerAt     = "dangerToldAt"
	IntakeSheets       = "sheets"
	IntakeLanguage     = "language"
	IntakeRef          = "ref"
	IntakeRefDate      = "refDate"
	IntakeReferrer     = "referrer"
	IntakeReferrerRef  = "referrerRef"
	IntakeReferrerDate = "referrerOn"
	IntakeReferrerAt   = "referrerAt"
	IntakeAffected     = "affected"
	IntakeLate         = "lateReason"

	intakePerson    = "person"
	intakeFiles     = "files"
	intakeLinks     = "links"
	intakeDismissed = "dismissed"
)

// intakeComplaint is the big button „Жалба“ before it is said which of the two complaints it is.
const intakeComplaint = "complaint"

// intakeDraft is the name under which a new case is kept while it is typed.
const intakeDraft = "intake"

// Intake is the presenter of Нова преписка: one page that is typed into, beside it what follows from what was typed.
type Intake struct {
	*Form
	office IntakeOffice
	drafts Drafts
	acting domain.Acting

	// Note is about the draft, and Trouble that it could not be kept.
	Note    string
	Trouble bool
	// Pages counts the pages that were begun: with a new one the view goes back to the top.
	Pages int
	// Details opens the address of a sender who was found in the contact book.
	Details bool
	// More opens the fields that few submissions need.
	More bool

	typing    bool // something is on the page that was not registered yet
	away      bool // the screen has gone: nobody is led from it any more
	command   office.Command
	kind      string // that is chosen, to go back to when the next choice was a slip
	unitTaken bool   // the department was chosen by hand
	topicUnit string

	term     IntakeTerm
	hints    []IntakeHint
	found    []IntakePerson
	finding  int
	older    []IntakeOld
	olderAll int
	olderOf  string
	looking  int
	alike    []IntakeAlike
	waiting  func() // stops the pending look for similar cases
	left     *IntakeLeft
	numbers  map[domain.CaseID]string // of linked cases
}

// NewIntake makes the presenter: with the draft that was kept, and else with the subject and the case to go on from.
func NewIntake(env Env, o IntakeOffice, drafts Drafts, from Route) *Intake {
	n := &Intake{office: o, drafts: drafts, acting: o.Acting(), numbers: map[domain.CaseID]string{}}
	n.Form = &Form{Env: env, Fields: intakeFields(env)}
	n.Edited = n.edited
	n.mayRegister()
	n.begin()
	kept := n.keep()
	if from.Case == (domain.CaseID{}) && from.Arg != "" && n.Text(IntakeSubject) == "" {
		n.Field(IntakeSubject).Text = from.Arg
	}
	n.Note = n.T("intake.number_later")
	if n.typing = kept; kept {
		n.Note = n.T("intake.draft_found")
	}
	n.everything()
	if n.Kind() == domain.Whistleblower && n.hides() { // kept before the question about it was answered
		n.forget()
	}
	if from.Case != (domain.CaseID{}) && !kept {
		n.follows(from)
	}
	return n
}

// FromSender is the argument of a route to a new case that goes on from another one with its sender.
const FromSender = "sender"

// follows begins from another case: the new one is tied to it, and has its sender when the route says so.
func (n *Intake) follows(from Route) {
	var e domain.Entry
	var found []domain.Person
	n.Go(func() {
		for _, e = range n.office.List(func(x domain.Entry) bool { return x.Case == from.Case }) {
			found = n.office.FindPersons(e.Sender, mostNamesakes)
		}
	}, func() {
		if e.Case != from.Case {
			return // it may not be seen
		}
		n.numbers[e.Case] = n.ShortNumber(e.Number)
		n.toggle(intakeLinks, linkKey(domain.RelatedTo, from.Case), true)
		i := slices.IndexFunc(found, func(p domain.Person) bool { return p.ID == e.Person })
		if from.Arg == FromSender && i >= 0 && n.Text(IntakeSender) == "" {
			n.fill(found[i].Contact)
			n.Field(intakePerson).Text = domain.ID(e.Person).String()
			n.findOlder()
		}
		n.everything()
		n.changed()
	})
}

// mostNamesakes are looked through for the sender of a case.
const mostNamesakes = 50

// Reload hears that the office has changed: its lists, calendar and roles may be others now.
func (n *Intake) Reload() {
	n.acting = n.office.Acting()
	n.mayRegister()
	n.everything()
	n.changed()
}

// mayRegister says why whoever works may not register at all.
func (n *Intake) mayRegister() {
	n.Blocked = ""
	if no := n.acting.May(domain.Case{}, domain.LetterFile{}, domain.DoRegister); no != nil {
		n.Blocked = n.Say.Refusal(no)
	}
	if n.ReadOnly {
		n.Blocked = n.T("fault.read_only")
	}
}

// keep begins to keep what is typed, and tells whether something had been kept.
func (n *Intake) keep() bool {
	kept := n.KeepAs(n.drafts, intakeDraft)
	n.keeper.Kept = n.keptNote
	return kept
}

func (n *Intake) keptNote(at time.Time, trouble string) {
	n.Note, n.Trouble = n.T("intake.draft_kept", "time", n.Say.Time(at)), trouble != ""
	if n.Trouble {
		n.Note = trouble
	}
	n.changed()
}

// begin empties the page: a new case is received now.
func (n *Intake) begin() {
	now := n.Now()
	for _, x := range n.Fields {
		x.Text, x.Date, x.On, x.Picked, x.Wrong = "", 0, false, nil, ""
	}
	n.Field(IntakeDate).Date = calendar.DateOf(now)
	n.Field(IntakeDate).Text = calendar.DateOf(now).Local()
	n.Field(IntakeTime).Text = n.Say.Time(now)
	n.Field(IntakeChannel).Text = string(domain.AtDesk)
	n.Field(IntakeSenderType).Text = string(domain.NaturalPerson)
	n.command, n.unitTaken, n.topicUnit, n.Summary = office.Command{}, false, "", ""
	n.Details, n.More = false, false
	n.found, n.older, n.olderAll, n.olderOf, n.alike, n.left = nil, nil, 0, "", nil, nil
	n.Field(IntakeLate).Hidden = true
	n.typing = false
}

// Clear asks, and then forgets what was typed.
func (n *Intake) Clear() {
	n.Ask(Question{
		Title: n.T("intake.clear_title"), Words: n.T("intake.clear_words"),
		Yes: n.T("intake.clear_yes"), No: n.T("intake.clear_no"), Danger: true,
	}, func(yes bool) {
		if yes && !n.Busy {
			n.again(false)
		}
	})
}

// again begins the next page; the kind and the channel stay when one follows the other.
func (n *Intake) again(same bool) {
	kind, channel := n.Field(IntakeKind).Text, n.Field(IntakeChannel).Text
	n.keeper.Drop()
	n.begin()
	if same {
		n.Field(IntakeKind).Text, n.Field(IntakeChannel).Text = kind, channel
	}
	n.keeper = NewKeeper(n.Env, n.drafts, intakeDraft, func() any { return n.typed() })
	n.keeper.Kept = n.keptNote
	n.Note, n.Trouble = n.T("intake.number_later"), false
	n.Pages++
	n.everything()
	n.changed()
}

// Leave keeps what is typed: the screen goes away.
func (n *Intake) Leave() {
	if n.waiting != nil {
		n.waiting()
	}
	n.away = true
	n.keeper.Flush()
	if n.typing && !n.Busy && !n.Trouble && !n.ReadOnly {
		n.Toast(Toast{Words: n.T("intake.draft_stays")})
	}
}

// edited follows a change of a field.
func (n *Intake) edited(x *Field) {
	n.typing = true
	switch x.Key {
	case IntakeSender:
		n.renamed()
	case IntakeAnonymous:
		n.found = nil
	case IntakeTopic:
		n.topicChosen()
	case IntakeDepartment:
		n.unitTaken = true
	case IntakeChannel:
		n.More = n.More || x.Text == string(domain.Forwarded)
	}
	if x.Key == IntakeSubject || x.Key == IntakeSender {
		n.lookSoon()
	}
	n.Summary = ""
	n.follow()
	n.reckon()
	if x.Key == IntakeKind {
		n.kindChosen()
	}
}

// everything computes all that follows from what is typed.
func (n *Intake) everything() {
	n.kind = n.Field(IntakeKind).Text
	n.fillOptions()
	n.follow()
	n.reckon()
	n.findOlder()
	n.findLinked()
	n.lookSoon()
}

// toggle adds a key to a field of many, or takes it away.
func (n *Intake) toggle(field, key string, on bool) {
	x := n.Field(field)
	x.Picked = slices.DeleteFunc(slices.Clone(x.Picked), func(k string) bool { return k == key })
	if on {
		x.Picked = append(x.Picked, key)
	}
}
