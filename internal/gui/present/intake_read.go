package present

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// now gives whoever works at this moment.
func (n *Intake) now() domain.Acting {
	a := n.acting
	a.Now = n.Now()
	return a
}

// receivedAt is the moment of receipt; zero while the day cannot be read.
func (n *Intake) receivedAt() time.Time {
	d := n.Field(IntakeDate).Date
	if d == 0 {
		return time.Time{}
	}
	h, m, _ := calendar.ParseHour(n.Field(IntakeTime).Text)
	y, month, day := d.Civil()
	return time.Date(y, month, day, h, m, 0, 0, calendar.Sofia())
}

// toldAt is the hour of today at which somebody was told of a danger; zero while none can be read.
func (n *Intake) toldAt() time.Time {
	h, m, ok := calendar.ParseHour(n.Text(IntakeDangerAt))
	if !ok {
		return time.Time{}
	}
	y, month, day := n.acting.Today().Civil()
	return time.Date(y, month, day, h, m, 0, 0, calendar.Sofia())
}

// intake gives what was typed as the domain takes it, and no more than may be kept of it.
func (n *Intake) intake() domain.Intake {
	in := domain.Intake{
		Kind: n.Kind(), Channel: domain.Channel(n.Text(IntakeChannel)), ReceivedAt: n.receivedAt(),
		Subject: n.Text(IntakeSubject), Text: n.Text(IntakeText), Demand: n.Text(IntakeDemand),
		Topic:      domain.ParseID[domain.TopicID](n.Text(IntakeTopic)),
		Department: domain.ParseID[domain.DepartmentID](n.Text(IntakeDepartment)),
		Sender:     n.sender(), LateReason: n.Text(IntakeLate), Language: n.Text(IntakeLanguage),
	}
	in.Sheets, _ = strconv.Atoi(n.Text(IntakeSheets))
	n.others(&in)
	if x := n.Field(IntakeViolation); !x.Hidden {
		in.Violation = x.Date
	}
	if n.On(IntakeDanger) {
		in.Danger = domain.Danger{
			Category: n.Text(IntakeDangerKind), Reason: n.Text(IntakeDangerWhy), Told: n.Text(IntakeDangerTold),
			Place: n.Text(IntakeDangerPlace), ToldAt: n.toldAt(),
		}
	}
	if x := n.Field(IntakeRespondents); !x.Hidden {
		for _, key := range x.Picked {
			in.Respondents = append(in.Respondents, respondent(key))
		}
	}
	for _, key := range n.Field(intakeLinks).Picked {
		how, id, _ := strings.Cut(key, ":")
		in.Links = append(in.Links, domain.Link{Case: domain.ParseID[domain.CaseID](id), How: domain.LinkKind(how)})
	}
	return in.Kept()
}

func respondent(key string) domain.Respondent {
	kind, id := key[:1], domain.ParseID[domain.ID](key[1:])
	if kind == "u" {
		return domain.Respondent{User: domain.UserID(id)}
	}
	return domain.Respondent{Department: domain.DepartmentID(id)}
}

func (n *Intake) sender() domain.Sender {
	s := domain.Sender{Ref: n.Text(IntakeRef), RefDate: n.Field(IntakeRefDate).Date}
	if n.On(IntakeAnonymous) {
		s.Contact = domain.Contact{Type: domain.Anonymous, Phone: n.Text(IntakePhone), Email: n.Text(IntakeEmail)}
		return s
	}
	s.Person = domain.ParseID[domain.PersonID](n.Text(intakePerson))
	s.KeepIdentity = n.On(IntakeKeepIdentity)
	s.Contact = domain.Contact{
		Type: domain.SenderType(n.Text(IntakeSenderType)), Name: n.Text(IntakeSender),
		Settlement: n.Text(IntakeSettlement), Street: n.Text(IntakeStreet), Postcode: n.Text(IntakePostcode),
		Email: n.Text(IntakeEmail), Phone: n.Text(IntakePhone), Address: domain.Address(n.Text(IntakeAddress)),
	}
	if s.Contact.Type != domain.NaturalPerson {
		s.Contact.Represents = n.Text(IntakeRepresents)
	}
	return s
}

// repairs are what the rules would take in the place of a refused field, so that they can be asked about the rest.
var repairs = map[string]func(*domain.Intake, domain.Acting){
	IntakeKind:       func(in *domain.Intake, _ domain.Acting) { in.Kind = domain.Question },
	IntakeChannel:    func(in *domain.Intake, _ domain.Acting) { in.Channel = domain.AtDesk },
	IntakeDate:       func(in *domain.Intake, a domain.Acting) { in.ReceivedAt = a.Now },
	IntakeViolation:  func(in *domain.Intake, _ domain.Acting) { in.Violation = 0 },
	IntakeSubject:    func(in *domain.Intake, _ domain.Acting) { in.Subject = "-" },
	IntakeText:       func(in *domain.Intake, _ domain.Acting) { in.Text = "" },
	IntakeDemand:     func(in *domain.Intake, _ domain.Acting) { in.Demand = "" },
	IntakeDangerAt:   func(in *domain.Intake, _ domain.Acting) { in.Danger.ToldAt = time.Time{} },
	IntakeSettlement: func(in *domain.Intake, _ domain.Acting) { in.Sender.Contact.Settlement = "" },
	IntakeStreet:     func(in *domain.Intake, _ domain.Acting) { in.Sender.Contact.Street = "" },
	IntakeEmail:      func(in *domain.Intake, _ domain.Acting) { in.Sender.Contact.Email = "" },
	IntakePhone:      func(in *domain.Intake, _ domain.Acting) { in.Sender.Contact.Phone = "" },
	IntakeRepresents: func(in *domain.Intake, _ domain.Acting) { in.Sender.Contact.Represents = "" },
	IntakePostcode:   func(in *domain.Intake, _ domain.Acting) { in.Sender.Contact.Postcode = "" },
	IntakeRef:        func(in *domain.Intake, _ domain.Acting) { in.Sender.Ref = "" },
	IntakeLanguage:   func(in *domain.Intake, _ domain.Acting) { in.Language = "" },
	IntakeReferrer: func(in *domain.Intake, _ domain.Acting) {
		in.Sender.Referrer, in.Sender.ReferrerRef, in.Sender.ReferrerOn, in.Sender.ReferrerAt = "", "", 0, domain.Contact{}
	},
	IntakeReferrerRef: func(in *domain.Intake, _ domain.Acting) { in.Sender.ReferrerRef = "" },
	IntakeReferrerAt:  func(in *domain.Intake, _ domain.Acting) { in.Sender.ReferrerAt = domain.Contact{} },
	IntakeAffected:    func(in *domain.Intake, _ domain.Acting) { in.Affected = nil },
	IntakeDangerWhy:   func(in *domain.Intake, _ domain.Acting) { in.Danger.Reason = "" },
	IntakeDangerPlace: func(in *domain.Intake, _ domain.Acting) { in.Danger.Place = "" },
	IntakeDangerTold:  func(in *domain.Intake, _ domain.Acting) { in.Danger.Told = "" },
	IntakeSender: func(in *domain.Intake, _ domain.Acting) {
		in.Sender.Contact.Type, in.Sender.Contact.Name = domain.Anonymous, ""
	},
}

// refused asks the rules again and again, each time without what they have refused before, and puts every sentence
// under its field. It tells whether there was any.
func (n *Intake) refused(in domain.Intake) bool {
	a, found := n.now(), !n.read()
	for range len(repairs) {
		err := a.CheckIntake(in)
		if err == nil {
			break
		}
		found = true
		refusal, is := errors.AsType[*domain.Refusal](err)
		if !is {
			n.Refuse(err)
			break
		}
		n.blame(refusal)
		repair, known := repairs[refusal.Field]
		if !known {
			break
		}
		repair(&in, a)
	}
	return found
}

// blame puts the sentence of a refusal under its field, unless something stands there already.
func (n *Intake) blame(r *domain.Refusal) {
	words := n.Say.Refusal(r)
	if r.Field == IntakeKind && n.Kind() == intakeComplaint {
		words = n.T("intake.which_complaint")
	}
	x := n.Field(r.Field)
	if slices.Contains([]string{IntakeEmail, IntakePhone, IntakeStreet, IntakeSettlement, IntakePostcode, IntakeRepresents}, r.Field) {
		n.Details = true
		n.follow()
	}
	switch {
	case x.Hidden:
		n.Summary = words
	case x.Wrong == "":
		x.Wrong = words
	}
}

// read refuses what cannot be read at all: days, the hour, a number of sheets.
func (n *Intake) read() bool {
	ok := n.checked()
	if _, _, is := calendar.ParseHour(n.Field(IntakeTime).Text); !is {
		n.Field(IntakeTime).Wrong, ok = n.Say.Refusal(notAnHour()), false
	}
	if at := n.Field(IntakeDangerAt); !at.Hidden && at.Text != "" && n.toldAt().IsZero() {
		at.Wrong, ok = n.Say.Refusal(notAnHour()), false
	}
	if typed := n.Text(IntakeSheets); typed != "" {
		if _, err := count(typed); err != nil {
			n.Field(IntakeSheets).Wrong, ok = n.Tell(err), false
		}
	}
	return ok
}

const intakeSoftText = 15_000 // characters; longer texts are better kept as a document

// Wrongs are the fields with something wrong, for the summary above the page.
func (n *Intake) Wrongs() []*Field {
	var all []*Field
	for _, x := range n.Fields {
		if x.Wrong != "" && !x.Hidden {
			all = append(all, x)
		}
	}
	return all
}

// Type takes what was typed into a field, and gives what is kept of it.
func (n *Intake) Type(key, typed string) string {
	x := n.Field(key)
	kept, whole := x.Cut(typed)
	x.Text, x.Hint = kept, ""
	switch {
	case !whole:
		x.Hint = n.T("intake.cut")
	case Unseen(typed):
		x.Hint = n.T("form.unseen")
	case len(kept) > intakeSoftText && len([]rune(kept)) > intakeSoftText:
		x.Hint = n.T("intake.long_text")
	}
	n.Edit(x)
	return kept
}
