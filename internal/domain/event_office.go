package domain

import (
	"time"

	"harta/internal/calendar"
)

// OfficeFounded opens the first chain of an office. Its body is clear: keys, roles and dates, no names.
type OfficeFounded struct {
	Keys      []PublicKey // the founder's key, then the recovery key; the journal reads them as introduced
	Founder   UserID
	Recipient string // the founder's age recipient
	Recovery  string // the recovery key's age recipient
	Desk      DeskID
	Demo      bool // an exercise office: watermark, and a clock that may be set
	At        time.Time
}

// Purpose is what a chain holds.
type Purpose string

// Purposes of a chain.
const (
	JournalChain Purpose = "journal"
	AccessChain  Purpose = "access"
)

// ChainOpened begins a chain of a desk. Its body is clear.
type ChainOpened struct {
	Desk      DeskID
	Purpose   Purpose
	Series    string     // the letter before the serial of every number of this chain; empty in the first chain
	Continues ChainPoint // zero when the chain continues nothing
}

// UserAdded names a user. The name is sealed.
type UserAdded struct {
	User       UserID
	Name       string
	Title      string // длъжност
	Department DepartmentID
}

// UserKeyed gives a user keys. Its body is clear. A provisional key is made with the temporary password and may
// only be replaced by the user's own.
type UserKeyed struct {
	Keys        []PublicKey // exactly one; the journal reads it as introduced
	User        UserID
	Recipient   string // age recipient
	Provisional bool
}

// UserRemoved ends a user's right to sign. Its body is clear.
type UserRemoved struct {
	User UserID
	From calendar.Date
}

// RoleGranted gives a user a role for dates. Its body is clear.
type RoleGranted struct {
	User       UserID
	Role       Role
	Department DepartmentID // zero = the whole office
	From       calendar.Date
	Until      calendar.Date // last day; zero = without end
	Order      string        // № of the order, where one empowers
	ActingFor  UserID        // whom the user stands in for; zero = nobody
}

// RoleRevoked ends a granted role. Its body is clear.
type RoleRevoked struct {
	User       UserID
	Role       Role
	Department DepartmentID
	From       calendar.Date // first day without the role
}

// OfficeKeyed adds an epoch of the office key, or gives an old one to another user. Its body is clear: the
// secret is sealed with age to each user and to the recovery key.
type OfficeKeyed struct {
	Epoch  uint32
	Sealed []byte
	Users  []UserID // for whom; the recovery key besides
}

// DepartmentSet names a unit of the administration or closes it.
type DepartmentSet struct {
	Department DepartmentID
	Name       string
	Closed     bool
}

// TopicSet names a topic, and the department that usually answers it.
type TopicSet struct {
	Topic      TopicID
	Name       string
	Department DepartmentID
	Closed     bool
}

// FilingSet names a file of the nomenclature (номенклатура на делата) and its retention.
type FilingSet struct {
	Code      string
	Title     string
	Years     int // retention; meaningless when Permanent
	Permanent bool
	Closed    bool
}

// SettingsSet replaces the settings of the office; a versioned document, the last one stands.
type SettingsSet struct{ Settings Settings }

// CalendarSet replaces the declared days and the confirmed years; a versioned document.
type CalendarSet struct {
	Declared  []calendar.Declared
	Confirmed []ConfirmedYear
	Reason    string // why a confirmation was taken back
}

// ConfirmedYear says that somebody has checked the days off of a year.
type ConfirmedYear struct {
	Year int
	By   UserID
}

// RulesSet replaces the deadline rules; a versioned document.
type RulesSet struct {
	Rules  []DeadlineRule
	Reason string // why a legal rule was changed
}

// TemplateSet replaces one letter template.
type TemplateSet struct{ Template Template }

// ParagraphSet writes or replaces one standard paragraph of letters.
type ParagraphSet struct{ Paragraph Standard }

// AccessViewed is written to the access chain: who opened, printed or exported what. Sealed office-wide.
type AccessViewed struct {
	Case CaseID
	What string // opened, printed, exported, reported
	Note string // how many rows of an export; never words of a case
}

func (OfficeFounded) action() Action { return "" }
func (ChainOpened) action() Action   { return "" }
func (UserAdded) action() Action     { return "" }
func (UserKeyed) action() Action     { return "" }
func (UserRemoved) action() Action   { return "" }
func (RoleGranted) action() Action   { return "" }
func (RoleRevoked) action() Action   { return "" }
func (OfficeKeyed) action() Action   { return "" }
func (DepartmentSet) action() Action { return "" }
func (TopicSet) action() Action      { return "" }
func (FilingSet) action() Action     { return "" }
func (SettingsSet) action() Action   { return "" }
func (CalendarSet) action() Action   { return "" }
func (RulesSet) action() Action      { return "" }
func (TemplateSet) action() Action   { return "" }
func (ParagraphSet) action() Action  { return "" }
func (AccessViewed) action() Action  { return "" }
