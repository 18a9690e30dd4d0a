package domain

import "slices"

// Kind says what a submission is. The strings are frozen: they stand in the journal.
type Kind string

// Kinds of submission (АПК ch. 8 and the client's charter).
const (
	Signal           Kind = "signal"            // сигнал, чл. 107, ал. 3 АПК
	ComplaintStaff   Kind = "complaint_staff"   // жалба срещу служител; in law a signal
	ComplaintService Kind = "complaint_service" // оплакване от обслужването
	Proposal         Kind = "proposal"          // предложение, чл. 107, ал. 2 АПК
	Question         Kind = "question"          // въпрос
	Opinion          Kind = "opinion"           // мнение
	Praise           Kind = "praise"            // похвала
	AppealOfAct      Kind = "appeal_of_act"     // жалба срещу акт, чл. 81 АПК: another order
	FOIRequest       Kind = "foi_request"       // заявление по ЗДОИ: another order
	ServiceRequest   Kind = "service_request"   // искане за услуга: another order
	Whistleblower    Kind = "whistleblower"     // сигнал по ЗЗЛПСПОИН: a sealed stub only
)

// ComplaintAny stands in figures for the two complaints where they must not be told apart. No submission is of it.
const ComplaintAny Kind = "complaint_any"

// Kinds lists every kind in the order people see.
func Kinds() []Kind {
	return []Kind{
		ComplaintStaff, ComplaintService, Signal, Proposal, Question, Opinion, Praise,
		AppealOfAct, FOIRequest, ServiceRequest, Whistleblower,
	}
}

// OtherOrder tells whether the law sets another order for this kind, so that it is routed out (чл. 107 АПК).
func (k Kind) OtherOrder() bool {
	return k == AppealOfAct || k == FOIRequest || k == ServiceRequest || k == Whistleblower
}

// Complaint tells whether the charter's month for complaints counts it (CH-4).
func (k Kind) Complaint() bool {
	return k == ComplaintStaff || k == ComplaintService || k == ComplaintAny
}

// accuses tells whether whoever the submission is about is its respondent. The praised may read their praise.
func (k Kind) accuses() bool { return k != Praise }

// Known tells whether the kind is in the vocabulary.
func (k Kind) Known() bool { return slices.Contains(Kinds(), k) }

// Channel is the way a submission came or a letter left.
type Channel string

// Channels of receipt and dispatch.
const (
	AtDesk       Channel = "desk"
	InBox        Channel = "box"
	ByPost       Channel = "post"
	ByCourier    Channel = "courier"
	ByEmail      Channel = "email"
	ByDelivery   Channel = "edelivery" // secure electronic delivery
	ByPhone      Channel = "phone"
	ByFax        Channel = "fax"
	ReceptionDay Channel = "reception_day"
	Forwarded    Channel = "forwarded" // by another authority
	ByWebForm    Channel = "web"
	OtherWay     Channel = "other"
)

// Channels lists every channel in the order people see.
func Channels() []Channel {
	return []Channel{
		AtDesk, ByPost, InBox, ByEmail, ByDelivery, ByWebForm, ByPhone, ByCourier, ByFax, ReceptionDay, Forwarded, OtherWay,
	}
}

// Known tells whether the channel is in the vocabulary.
func (c Channel) Known() bool { return slices.Contains(Channels(), c) }

// Proves tells whether what is sent this way comes back with a proof that it was served.
func (c Channel) Proves() bool { return c == ByPost || c == ByCourier || c == ByDelivery }

// SenderType says who submits.
type SenderType string

// Types of sender. чл. 109 АПК: citizens, organisations and the ombudsman.
const (
	NaturalPerson SenderType = "person"
	Organisation  SenderType = "organisation"
	Group         SenderType = "group"
	Ombudsman     SenderType = "ombudsman"
	Anonymous     SenderType = "anonymous"
)

// Address is how a letter addresses its reader; it is chosen, never guessed.
type Address string

// Forms of address.
const (
	ToAll Address = ""       // Уважаеми дами и господа
	ToMr  Address = "mister" // Уважаеми господине
	ToMs  Address = "madam"  // Уважаема госпожо
)

// Outcome is how a case ended.
type Outcome string

// Outcomes of a case; the empty Outcome means "not decided yet".
const (
	Upheld         Outcome = "upheld"
	PartlyUpheld   Outcome = "partly_upheld"
	Rejected       Outcome = "rejected"
	Answered       Outcome = "answered" // a question was answered, an explanation given
	Thanked        Outcome = "thanked"  // praise or opinion acknowledged
	Actioned       Outcome = "actioned" // measures taken without a formal decision (old registers)
	NotOpened      Outcome = "not_opened"
	ReplyDeclined  Outcome = "reply_declined"
	ForwardedOn    Outcome = "forwarded"
	Rerouted       Outcome = "rerouted"
	Joined         Outcome = "joined"
	HandedOver     Outcome = "sealed_transfer"
	WithdrawnByReq Outcome = "withdrawn"
)

// Outcomes lists every outcome in the order of the yearly report (F-3).
func Outcomes() []Outcome {
	return []Outcome{
		Upheld, PartlyUpheld, Rejected, Answered, Actioned, Thanked, ForwardedOn, NotOpened, ReplyDeclined, Rerouted,
		Joined, HandedOver, WithdrawnByReq,
	}
}

// Merits tells whether the outcome is a decision on the merits, which counts in the share of upheld (F-13).
func (o Outcome) Merits() bool {
	return o == Upheld || o == PartlyUpheld || o == Rejected || o == Actioned
}

// Upholds tells whether the outcome gives the sender right, wholly or in part: then something follows from it.
func (o Outcome) Upholds() bool { return o == Upheld || o == PartlyUpheld }

// Refuses tells whether the outcome denies the sender something, so that its letter needs a third person.
func (o Outcome) Refuses() bool { return o == NotOpened || o == ReplyDeclined }

// Role is what a user may do, for dates, possibly in one department.
type Role string

// Roles of the office.
const (
	Clerk       Role = "clerk"
	Executor    Role = "executor" // acts on the cases that he is assigned to
	Head        Role = "head"
	Secretary   Role = "secretary"
	DeputyMayor Role = "deputy_mayor"
	Mayor       Role = "mayor"
	Admin       Role = "admin"
	Auditor     Role = "auditor"
	Adviser     Role = "adviser" // юрисконсулт: approves replies where the chain says so
)

// Roles lists the roles that can be granted.
func Roles() []Role {
	return []Role{Clerk, Executor, Head, Secretary, DeputyMayor, Mayor, Adviser, Admin, Auditor}
}

// rank orders roles where a higher one's concurrent decision stands (two heads decide at once).
func (r Role) rank() int {
	switch r {
	case Mayor:
		return 5
	case DeputyMayor:
		return 4
	case Secretary:
		return 3
	case Head:
		return 2
	case Clerk, Executor:
		return 1
	default:
		return 0
	}
}
