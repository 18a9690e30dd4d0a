package domain

import (
	"slices"
	"strings"
	"time"

	"harta/internal/calendar"
)

// Registration is what the desk adds to an intake: the identifier, the number it is about to take and the
// moment of the chain's last registration.
type Registration struct {
	Case   CaseID
	Number Number
	Last   time.Time
}

// Register gives a submission its number and terms. Everything is registered first: no rule of admissibility
// blocks it. The terms run from the day of receipt, whenever it is registered. Of a whistleblower's report only a
// stub is kept.
func (a Acting) Register(in Intake, r Registration) (CaseRegistered, error) {
	in = in.Kept()
	e := CaseRegistered{Case: r.Case, Number: r.Number, Intake: in, RegisteredAt: a.Now}
	err := first(a.permit(Case{}, LetterFile{}, e), a.CheckIntake(in), a.lateEntry(in, r.Last))
	if err != nil {
		return CaseRegistered{}, err
	}
	e.Deadlines, err = a.Office.Deadlines(in)
	return e, err
}

// Deadlines counts every term of an intake by the rules and the calendar of the office. Praise and opinions of whom
// nobody can reach have none: there is nobody to thank.
func (o *Office) Deadlines(in Intake) ([]Deadline, error) {
	if (in.Kind == Praise || in.Kind == Opinion) && !in.Sender.Contact.Reachable() {
		return nil, nil
	}
	return o.Rules.Deadlines(o.Calendar(), in.Kind, calendar.DateOf(in.ReceivedAt))
}

// CheckIntake refuses an intake that is incomplete or contradicts itself.
func (a Acting) CheckIntake(in Intake) error {
	received := calendar.DateOf(in.ReceivedAt)
	switch {
	case !in.Kind.Known():
		return Refuse("register", FieldMissing).On("kind").With("field", "kind")
	case !in.Channel.Known():
		return Refuse("register", FieldMissing).On("channel").With("field", "channel")
	case in.ReceivedAt.IsZero():
		return Refuse("register", FieldMissing).On("receivedAt").With("field", "receivedAt")
	case in.ReceivedAt.After(a.Now):
		return Refuse("register", ReceivedInFuture).On("receivedAt").With("now", a.Today())
	case received < calendar.First || received > calendar.Last:
		return Refuse("register", DateOutOfRange).On("receivedAt").With("first", calendar.First).With("last", calendar.Last)
	case !in.Violation.IsZero() && in.Violation > received:
		return Refuse("register", ViolationAfter).On("violation").With("received", received)
	}
	if in.Kind == Whistleblower {
		return nil
	}
	return first(
		filled(DoRegister, "subject", in.Subject, MaxSubject),
		short(DoRegister, "text", in.Text, MaxText),
		short(DoRegister, "demand", in.Demand, MaxText),
		a.told(DoRegister, "dangerToldAt", in.Danger),
		a.checkSender(in),
		checkOthers(in),
		shortLines(in),
	)
}

// told refuses an hour, not yet come, at which somebody is said to have been told of a danger.
func (a Acting) told(op Action, field string, d Danger) error {
	if d.ToldAt.After(a.Now) {
		return Refuse(string(op), ToldInFuture).On(field)
	}
	return nil
}

func (a Acting) checkSender(in Intake) error {
	c := in.Sender.Contact
	named := strings.TrimSpace(c.Name) != ""
	switch {
	case c.Type == Anonymous && named:
		return Refuse("register", NameWithAnonymous).On("sender")
	case c.Type != Anonymous && !named:
		return Refuse("register", SenderMissing).On("sender")
	}
	return mailed("email", c)
}

// lateEntry asks for a reason when the receipt lies back more working days than the office allows, or the clock
// stands before the chain's last registration („късно регистриране“).
func (a Acting) lateEntry(in Intake, last time.Time) error {
	if strings.TrimSpace(in.LateReason) != "" {
		return nil
	}
	received := calendar.DateOf(in.ReceivedAt)
	if a.Office.Calendar().WorkingDaysBetween(received, a.Today()) > a.Office.Settings.LateEntryDays {
		return Refuse("register", LateReasonMissing).On("lateReason").With("received", received)
	}
	if a.Now.Before(last) {
		return Refuse("register", EarlierThanLast).On("lateReason").With("last", calendar.DateOf(last))
	}
	return nil
}

// NamesUser tells whether a submission is directed against whoever registers it: he registers it all the same, and then
// finds it no more.
func (a Acting) NamesUser(in Intake) bool {
	return a.Office.NamedIn(a.User, Entry{Kind: in.Kind, Respondents: in.Respondents})
}

// CompletedBy gives who goes on with a submission that is directed against whoever registers it: the other clerks, else
// the secretary, else those above him. A case is the business of none whom it names.
func (a Acting) CompletedBy(in Intake) []User {
	for _, role := range []Role{Clerk, Secretary, DeputyMayor, Mayor} {
		others := slices.DeleteFunc(a.Office.Holders(role, a.Today()), func(u User) bool {
			return u.ID == a.User || u.gone(a.Today()) || a.Office.NamedIn(u.ID, Entry{Kind: in.Kind, Respondents: in.Respondents})
		})
		if len(others) > 0 {
			return others
		}
	}
	return nil
}

// ImportRow is an entry of an older register, read and mapped.
type ImportRow struct {
	Line       int // where it stands in the file
	Number     string
	Intake     Intake
	At         time.Time
	Department string // created when there is none of the name
	Topic      string // likewise
	State      State
	Outcome    Outcome
	AnsweredOn calendar.Date
	Officer    string
	Parent     string
}

// Import takes over an entry of an older register. Its terms are counted by the rules of its day, its number
// keeps its own old series. A whistleblower's report that still has its words is refused: they are taken out of the file
// by whoever has it, and are not read here.
func (a Acting) Import(id CaseID, row ImportRow, source string) (CaseImported, error) {
	if row.Intake.Kind == Whistleblower && row.Intake.worded() {
		rule, _ := RuleOf(GroundSealed)
		return CaseImported{}, Refuse(string(DoImport), StubOnly).With("line", row.Line).With("source", rule.Source)
	}
	row.Intake = row.Intake.Kept()
	e := CaseImported{
		Case: id, Intake: row.Intake, RegisteredAt: row.At, State: row.State, Outcome: row.Outcome,
		AnsweredOn: row.AnsweredOn, Officer: row.Officer, Parent: row.Parent, Source: source,
		Number: Number{Direction: Incoming, Date: calendar.DateOf(row.At), Text: row.Number},
	}
	err := first(a.permit(Case{}, LetterFile{}, e), a.CheckIntake(row.Intake), a.checkAnswer(row))
	if err != nil {
		return CaseImported{}, err
	}
	e.Deadlines, err = a.Office.Deadlines(row.Intake)
	return e, err
}

func (a Acting) checkAnswer(row ImportRow) error {
	switch {
	case row.Outcome != "" && !slices.Contains(Outcomes(), row.Outcome):
		return Refuse("import", UnknownValue).On("outcome").With("value", string(row.Outcome))
	case row.AnsweredOn.IsZero():
		return nil
	}
	return a.notAhead(DoImport, calendar.DateOf(row.Intake.ReceivedAt), row.AnsweredOn)
}

// Correct replaces the intake of a case. The terms are counted again from the same receipt, never restarted.
func (a Acting) Correct(c Case, in Intake, reason string) (CaseCorrected, error) {
	if in.Kind == Whistleblower && c.Intake.Kind != Whistleblower { // its words would stay in the record
		rule, _ := RuleOf(GroundSealed)
		return CaseCorrected{}, Refuse(string(DoCorrect), SealInstead).On("kind").With("source", rule.Source)
	}
	in = in.Kept()
	e := CaseCorrected{Fields: changed(c.Intake, in), Intake: in, Reason: reason}
	err := first(a.permit(c, LetterFile{}, e), filled(DoCorrect, "reason", reason, MaxLine), a.CheckIntake(in))
	if err != nil {
		return CaseCorrected{}, err
	}
	if len(e.Fields) == 0 {
		return CaseCorrected{}, Refuse(string(DoCorrect), NothingChanged)
	}
	e.Deadlines, err = a.Office.Deadlines(in)
	return e, err
}
