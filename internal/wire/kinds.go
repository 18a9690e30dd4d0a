package wire

import "harta/internal/domain"

// Sealing says which key seals the body of an event.
type Sealing uint8

// How bodies are sealed.
const (
	Clear      Sealing = iota // not at all: ids, public keys, roles and dates only
	OfficeWide                // the key of the office, so that no subject's erasure takes the event along
	OwnKey                    // the content key of the event's subject
)

// kind is one kind of event with all its versions.
type kind struct {
	name      string
	sealing   Sealing
	upcasters []upcaster // from version 1 to 2, from 2 to 3 …
	encode    func(domain.Event) ([]byte, bool)
	decode    func([]byte) (domain.Event, error)
}

// version is the one that this program writes.
func (k kind) version() uint64 { return uint64(len(k.upcasters)) + 1 }

// of makes the kind of the events of type E from the table of their fields.
func of[E domain.Event](name string, s Sealing, fields func(*coder, *E), upcasters ...upcaster) kind {
	return kind{
		name: name, sealing: s, upcasters: upcasters,
		encode: func(e domain.Event) ([]byte, bool) {
			one, ok := e.(E)
			if !ok {
				return nil, false
			}
			return write(&one, fields), true
		},
		decode: func(body []byte) (domain.Event, error) {
			stored, err := decodeStrict[any](body)
			if err != nil {
				return nil, err
			}
			var e E
			if err := read(stored, &e, fields); err != nil {
				return nil, err
			}
			return e, nil
		},
	}
}

// kinds is every kind of event there is. The names are frozen.
var kinds = []kind{
	of("office.founded", Clear, officeFounded),
	of("office.keyed", Clear, officeKeyed),
	of("chain.opened", Clear, chainOpened),
	of("user.added", OfficeWide, userAdded),
	of("user.keyed", Clear, userKeyed),
	of("user.removed", Clear, userRemoved),
	of("role.granted", Clear, roleGranted),
	of("role.revoked", Clear, roleRevoked),
	of("department.set", OfficeWide, departmentSet),
	of("settings.set", OfficeWide, settingsSet),
	of("calendar.set", OfficeWide, calendarSet),
	of("rules.set", OfficeWide, rulesSet),
	of("topic.set", OfficeWide, topicSet),
	of("filing.set", OfficeWide, filingSet),
	of("template.set", OfficeWide, templateSet),
	of("paragraph.set", OfficeWide, paragraphSet),
	of("person.recorded", OwnKey, personRecorded),
	of("person.corrected", OwnKey, personCorrected),
	of("person.erased", OfficeWide, personErased),
	of("case.registered", OwnKey, caseRegistered),
	of("case.imported", OwnKey, caseImported),
	of("case.corrected", OwnKey, caseCorrected),
	of("case.annulled", OwnKey, caseAnnulled),
	of("case.admissibility_proposed", OwnKey, admissibilityProposed),
	of("case.admissibility_decided", OwnKey, admissibilityDecided),
	of("case.resolved", OwnKey, caseResolved),
	of("case.accepted", OwnKey, caseAccepted),
	of("case.returned", OwnKey, caseReturned),
	of("case.reassigned", OwnKey, caseReassigned),
	of("case.noted", OwnKey, caseNoted),
	of("case.decided", OwnKey, caseDecided),
	of("case.executed", OwnKey, caseExecuted),
	of("case.withdrawn", OwnKey, caseWithdrawn),
	of("case.closed", OwnKey, caseClosed),
	of("case.reopened", OwnKey, caseReopened),
	of("case.archived", OwnKey, caseArchived),
	of("case.erased", OfficeWide, caseErased),
	of("case.taken_out", OfficeWide, caseTakenOut),
	of("erasure.proposed", OfficeWide, erasureProposed),
	of("erasure.confirmed", OfficeWide, erasureConfirmed),
	of("erasure.withdrawn", OfficeWide, erasureWithdrawn),
	of("erasure.executed", OfficeWide, erasureExecuted),
	of("document.added", OwnKey, documentAdded),
	of("surplus.found", OwnKey, surplusFound),
	of("surplus.settled", OwnKey, surplusSettled),
	of("letter.drafted", OwnKey, letterDrafted),
	of("letter.submitted", OwnKey, letterSubmitted),
	of("letter.endorsed", OwnKey, letterEndorsed),
	of("letter.returned", OwnKey, letterReturned),
	of("letter.numbered", OwnKey, letterNumbered),
	of("letter.dispatched", OwnKey, letterDispatched),
	of("letter.served", OwnKey, letterServed),
	of("letter.annulled", OwnKey, letterAnnulled),
	of("extension.decided", OwnKey, extensionDecided),
	of("access.viewed", OfficeWide, accessViewed),
}

// Kinds lists the kinds that this program knows.
func Kinds() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}
