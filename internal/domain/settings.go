package domain

import "cmp"

// Settings is the office as it describes itself. Nothing about one municipality, mayor or year is a constant.
type Settings struct {
	Municipality   string // „Община Примерно“
	Country        string // „РЕПУБЛИКА БЪЛГАРИЯ“ on letters; empty = left out
	Settlement     string // „гр. Примерно“
	District       string // област; its governor hears appeals (чл. 93 АПК)
	Address        string
	Phone          string
	Email          string
	Site           string
	Hours          string // working hours as printed
	Privacy        string // privacy notice of the receipt (GDPR чл. 13)
	Crest          []byte // SVG
	NumberTemplate NumberTemplate
	IncomingIndex  string // „94“ = citizens in many offices
	OutgoingIndex  string
	CharterTarget  int     // per cent of charter replies on time that the report aims at
	WarnDays       int     // working days before the due day that count as „soon“
	LateEntryDays  int     // working days after receipt within which a registration needs no reason
	ThirdPerson    []Kind  // kinds whose letter a third person signs
	SelfUphold     bool    // the respondent may uphold („освен когато ги уважат“): read and kept, but without effect until a lawyer confirms
	PublicMinimum  int     // fewer complaints about staff are counted with the others for whom one is kept from
	Prosecutor     string  // to whom data of a crime go: „Районна прокуратура – …“
	DataOfficer    string  // the data protection officer (чл. 37 ОРЗД): name, and how he is reached
	Chains         []Chain // who approves a reply; none = one word of somebody above its author
	GiveBackDays   int     // working days within which a unit gives back what is not its own; 0 = usualGiveBackDays
	ArchiveMonths  int     // months after closing, or the year's end, before a case is archived; 0 = usualArchiveMonths
}

// DefaultSettings are the settings of a new office before anybody changed them.
func DefaultSettings() Settings {
	return Settings{
		NumberTemplate: DefaultNumberTemplate, IncomingIndex: "94", OutgoingIndex: "94",
		CharterTarget: 95, WarnDays: 5, LateEntryDays: 1, ThirdPerson: []Kind{ComplaintStaff}, PublicMinimum: 5,
		GiveBackDays: usualGiveBackDays, ArchiveMonths: usualArchiveMonths,
	}
}

// What an office has that set nothing, also one whose settings are older than the question.
const (
	usualGiveBackDays  = 2
	usualArchiveMonths = 1
)

// GiveBackWithin gives the working days within which a unit gives back what is not its own.
func (s Settings) GiveBackWithin() int { return cmp.Or(s.GiveBackDays, usualGiveBackDays) }

// ArchiveAfter gives the months that a closed case waits before it is put in its file, unless its year ends before.
func (s Settings) ArchiveAfter() int { return cmp.Or(s.ArchiveMonths, usualArchiveMonths) }

func (s Settings) index(d Direction) string {
	if d == Outgoing {
		return s.OutgoingIndex
	}
	return s.IncomingIndex
}

// Letterhead gives the office as letters show it.
func (s Settings) Letterhead() Letterhead {
	contact := ""
	for _, part := range []string{s.Phone, s.Email, s.Site} {
		switch {
		case part == "":
		case contact == "":
			contact = part
		default:
			contact += " · " + part
		}
	}
	return Letterhead{
		Country: s.Country, Office: s.Municipality, Address: s.Address, Contact: contact, Crest: s.Crest, Place: s.Settlement,
	}
}
