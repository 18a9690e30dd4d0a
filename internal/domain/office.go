package domain

import (
	"slices"
	"time"

	"harta/internal/calendar"
)

// Office is the folded state of the office itself: who works there, by which rules and in which calendar.
type Office struct {
	Demo        bool
	FoundedAt   time.Time
	Settings    Settings
	Users       []User
	Departments []Department
	Topics      []Topic
	Filing      []FilingSet
	Templates   []Template
	Paragraphs  []Standard // those that the office has written or changed
	Rules       Rules
	Declared    []calendar.Declared
	Confirmed   []ConfirmedYear
	Chains      []ChainOpened
	Erasures    []Erasure // lists of what is to be destroyed

	working *calendar.Calendar
}

// User is a person who works with the program.
type User struct {
	ID          UserID
	Name        string
	Title       string
	Department  DepartmentID
	Keyed       bool // has keys of his own
	Provisional bool // still has the key of the temporary password
	Recipient   string
	Removed     calendar.Date // first day without access; zero = works
	Grants      []RoleGranted
	Revoked     []Revocation
}

// Revocation is a role that was taken away, with its record.
type Revocation struct {
	RoleRevoked
	By RecordID
}

// Department is a unit of the administration.
type Department struct {
	ID     DepartmentID
	Name   string
	Closed bool
}

// Topic is an entry of the topic nomenclature.
type Topic struct {
	ID         TopicID
	Name       string
	Department DepartmentID
	Closed     bool
}

// NewOffice is an office before its first event, with the terms of the law and the statutory calendar.
func NewOffice() Office {
	return Office{Settings: DefaultSettings(), Rules: DefaultRules()}
}

// Calendar gives the working days of the office.
func (o *Office) Calendar() *calendar.Calendar {
	if o.working == nil {
		o.working = statutory()
	}
	return o.working
}

// statutory is the calendar of the law alone, which nothing can contradict.
func statutory() *calendar.Calendar {
	c, err := calendar.New(nil)
	if err != nil {
		return new(calendar.Calendar)
	}
	return c
}

// YearConfirmed tells whether somebody has checked the days off of a year, so that its dates are not provisional.
func (o *Office) YearConfirmed(year int) bool {
	return slices.ContainsFunc(o.Confirmed, func(c ConfirmedYear) bool { return c.Year == year })
}

// Provisional tells whether a day can still become one off: nobody has confirmed the days off of its year. Those of a
// year that is over are known.
func (o *Office) Provisional(d, today calendar.Date) bool {
	return d.Year() >= today.Year() && !o.YearConfirmed(d.Year())
}

// Unconfirmed gives the first year that terms of today reach into and nobody has confirmed; ok is false when there is
// none.
func (o *Office) Unconfirmed(today calendar.Date) (year int, ok bool) {
	const ahead = 3 // months; from October on the next year is asked about
	for _, y := range []int{today.Year(), today.AddMonths(ahead).Year()} {
		if !o.YearConfirmed(y) {
			return y, true
		}
	}
	return 0, false
}

// User gives a user; ok is false when there is none.
func (o *Office) User(id UserID) (u User, ok bool) {
	if found := o.user(id); found != nil {
		return *found, true
	}
	return u, false
}

// user gives a user where it lies, to be looked at; nil when there is none.
func (o *Office) user(id UserID) *User {
	for i := range o.Users {
		if o.Users[i].ID == id {
			return &o.Users[i]
		}
	}
	return nil
}

// Department gives a department; ok is false when there is none.
func (o *Office) Department(id DepartmentID) (d Department, ok bool) {
	return find(o.Departments, func(d *Department) bool { return d.ID == id })
}

// Topic gives a topic; ok is false when there is none.
func (o *Office) Topic(id TopicID) (t Topic, ok bool) {
	return find(o.Topics, func(t *Topic) bool { return t.ID == id })
}

// Template gives a letter template; ok is false when there is none.
func (o *Office) Template(id TemplateID) (t Template, ok bool) {
	return find(o.Templates, func(t *Template) bool { return t.ID == id })
}

// Names gives the words for the identifiers that figures and lists use.
func (o *Office) Names() Names {
	n := Names{Departments: map[DepartmentID]string{}, Topics: map[TopicID]string{}}
	for _, d := range o.Departments {
		n.Departments[d.ID] = d.Name
	}
	for _, t := range o.Topics {
		n.Topics[t.ID] = t.Name
	}
	return n
}

// Apply gives the office as an effective event leaves it.
func (o Office) Apply(f Fact) Office {
	switch e := f.Event.(type) {
	case OfficeFounded:
		o.Demo, o.FoundedAt = e.Demo, e.At
		o.Users = replace(o.Users, User{ID: e.Founder, Keyed: true, Recipient: e.Recipient, Grants: []RoleGranted{
			{User: e.Founder, Role: Admin, From: calendar.DateOf(e.At)},
		}}, func(u User) bool { return u.ID == e.Founder })
		o.Chains = append(slices.Clip(o.Chains), ChainOpened{Desk: e.Desk, Purpose: JournalChain})
	case ChainOpened:
		o.Chains = append(slices.Clip(o.Chains), e)
	case SettingsSet:
		o.Settings = e.Settings
	case CalendarSet:
		o.Declared, o.Confirmed = e.Declared, e.Confirmed
		o.working = withDeclared(e.Declared)
	case RulesSet:
		o.Rules = e.Rules
	default:
		return o.applyPeople(f).applyLists(f).applyErasures(f)
	}
	return o
}

// withDeclared gives the calendar with the declared days. The command refused contradictory ones; a record that
// carries them all the same leaves the statutory calendar.
func withDeclared(days []calendar.Declared) *calendar.Calendar {
	c, err := calendar.New(days)
	if err != nil {
		return statutory()
	}
	return c
}

func (o Office) applyPeople(f Fact) Office {
	switch e := f.Event.(type) {
	case UserAdded:
		o.Users = o.changeUser(e.User, func(u *User) { u.Name, u.Title, u.Department = e.Name, e.Title, e.Department })
	case UserKeyed:
		o.Users = o.changeUser(e.User, func(u *User) {
			u.Keyed, u.Provisional, u.Recipient = true, e.Provisional, e.Recipient
		})
	case UserRemoved:
		o.Users = o.changeUser(e.User, func(u *User) { u.remove(e.From) })
	case RoleGranted:
		o.Users = o.changeUser(e.User, func(u *User) { u.grant(e, f) })
	case RoleRevoked:
		o.Users = o.changeUser(e.User, func(u *User) { u.revoke(e, f) })
	}
	return o
}

func (o Office) applyLists(f Fact) Office {
	switch e := f.Event.(type) {
	case DepartmentSet:
		o.Departments = replace(o.Departments, Department{e.Department, e.Name, e.Closed},
			func(d Department) bool { return d.ID == e.Department })
	case TopicSet:
		o.Topics = replace(o.Topics, Topic{e.Topic, e.Name, e.Department, e.Closed},
			func(t Topic) bool { return t.ID == e.Topic })
	case FilingSet:
		o.Filing = replace(o.Filing, e, func(x FilingSet) bool { return x.Code == e.Code })
	case ParagraphSet:
		o.Paragraphs = replace(o.Paragraphs, e.Paragraph, func(s Standard) bool { return s.ID == e.Paragraph.ID })
	case TemplateSet:
		o.Templates = replace(o.Templates, e.Template, func(t Template) bool { return t.ID == e.Template.ID })
	}
	return o
}

// changeUser gives the users with one changed, or added when he is not known yet.
func (o Office) changeUser(id UserID, change func(*User)) []User {
	u, ok := o.User(id)
	if !ok {
		u = User{ID: id}
	}
	change(&u)
	return replace(o.Users, u, func(x User) bool { return x.ID == id })
}

// remove ends the user's access; of two removals the earlier stands.
func (u *User) remove(from calendar.Date) {
	if u.Removed.IsZero() || from < u.Removed {
		u.Removed = from
	}
}

// grant gives the user a role. A revocation that the granter had not seen wins.
func (u *User) grant(e RoleGranted, f Fact) {
	u.Grants = append(slices.Clip(u.Grants), e)
	for _, r := range u.Revoked {
		if !f.HasSeen(r.By) {
			u.end(r.RoleRevoked)
		}
	}
}

func (u *User) revoke(e RoleRevoked, f Fact) {
	u.Revoked = append(slices.Clip(u.Revoked), Revocation{e, f.Record})
	u.end(e)
}

// end closes the grants of a role that a revocation names.
func (u *User) end(e RoleRevoked) {
	u.Grants = slices.Clone(u.Grants)
	for i, g := range u.Grants {
		if g.Role == e.Role && g.Department == e.Department && (g.Until.IsZero() || g.Until >= e.From) {
			u.Grants[i].Until = e.From.AddDays(-1)
		}
	}
}

// replace gives a copy of the list with the element that matches replaced, or the new one added at the end.
func replace[T any](list []T, one T, match func(T) bool) []T {
	list = slices.Clone(list)
	if i := slices.IndexFunc(list, match); i >= 0 {
		list[i] = one
		return list
	}
	return append(list, one)
}

func find[T any](list []T, match func(*T) bool) (found T, ok bool) {
	for i := range list {
		if match(&list[i]) {
			return list[i], true
		}
	}
	return found, false
}
