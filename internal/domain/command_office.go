package domain

import (
	"slices"
	"strings"
)

// Commands about the lists and the people of the office, as refusals name them.
const (
	setDepartment Action = "set_department"
	setTopic      Action = "set_topic"
	setFiling     Action = "set_filing"
	setParagraph  Action = "set_paragraph"
	changeUser    Action = "change_user"
	resetPassword Action = "reset_password"
)

// SetDepartment names a unit, renames it or closes it; the zero id is a new one. Two open units never have one name:
// people choose them by it.
func (a Acting) SetDepartment(e DepartmentSet) (DepartmentSet, error) {
	if err := first(a.MayOffice(e), filled(setDepartment, "name", e.Name, MaxLine)); err != nil {
		return DepartmentSet{}, err
	}
	e.Name = strings.TrimSpace(e.Name)
	if err := a.knownUnit(setDepartment, e.Department); err != nil {
		return DepartmentSet{}, err
	}
	taken := slices.ContainsFunc(a.Office.Departments, func(d Department) bool {
		return d.ID != e.Department && !d.Closed && !e.Closed && strings.EqualFold(d.Name, e.Name)
	})
	if taken {
		return DepartmentSet{}, Refuse(string(setDepartment), NameTaken).On("name").With("name", e.Name)
	}
	return e, nil
}

// SetTopic names a topic, renames it or closes it; the zero id is a new one.
func (a Acting) SetTopic(e TopicSet) (TopicSet, error) {
	if err := first(a.MayOffice(e), filled(setTopic, "name", e.Name, MaxLine)); err != nil {
		return TopicSet{}, err
	}
	e.Name = strings.TrimSpace(e.Name)
	if _, ok := a.Office.Topic(e.Topic); !ok && e.Topic != (TopicID{}) {
		return TopicSet{}, Refuse(string(setTopic), UnknownValue).On("topic").With("value", e.Name)
	}
	if err := a.knownUnit(setTopic, e.Department); err != nil {
		return TopicSet{}, err
	}
	taken := slices.ContainsFunc(a.Office.Topics, func(t Topic) bool {
		return t.ID != e.Topic && !t.Closed && !e.Closed && strings.EqualFold(t.Name, e.Name)
	})
	if taken {
		return TopicSet{}, Refuse(string(setTopic), NameTaken).On("name").With("name", e.Name)
	}
	return e, nil
}

// SetFiling names a file of the nomenclature, changes it or closes it. Its code stays: archived cases name it.
func (a Acting) SetFiling(e FilingSet) (FilingSet, error) {
	e.Code, e.Title = strings.TrimSpace(e.Code), strings.TrimSpace(e.Title)
	err := first(a.MayOffice(e), filled(setFiling, "filing", e.Code, MaxLine), filled(setFiling, "name", e.Title, MaxLine))
	if err != nil {
		return FilingSet{}, err
	}
	if e.Permanent {
		e.Years = 0
	} else if e.Years <= 0 {
		return FilingSet{}, Refuse(string(setFiling), FieldMissing).On("years").With("field", "years")
	}
	return e, nil
}

// ChangeUser gives a user another name, title or department. Letters and cases keep what was written in them.
func (a Acting) ChangeUser(e UserAdded) (UserAdded, error) {
	e.Name, e.Title = strings.TrimSpace(e.Name), strings.TrimSpace(e.Title)
	err := first(a.MayOffice(e), a.worksHere(changeUser, e.User), filled(changeUser, "name", e.Name, MaxLine),
		short(changeUser, "title", e.Title, MaxLine), a.knownUnit(changeUser, e.Department))
	if err != nil {
		return UserAdded{}, err
	}
	u, _ := a.Office.User(e.User)
	if u.Name == e.Name && u.Title == e.Title && u.Department == e.Department {
		return UserAdded{}, Refuse(string(changeUser), NothingChanged)
	}
	return e, nil
}

// MayResetPassword asks whether the user may give somebody a new temporary password.
func (a Acting) MayResetPassword(u UserID) error {
	if _, ok := a.Office.Seat(a.User, a.Today(), []Role{Admin}); !ok { // whoever changes only his own needs no reset
		return Refuse(string(resetPassword), NoRole).With("roles", []Role{Admin})
	}
	return first(a.MayOffice(UserKeyed{User: u, Provisional: true}), a.worksHere(resetPassword, u))
}

func (a Acting) worksHere(op Action, id UserID) error {
	if u, ok := a.Office.User(id); !ok || !u.Removed.IsZero() {
		return Refuse(string(op), NoSuchUser)
	}
	return nil
}

// knownUnit refuses a department that is not in the list; none is none.
func (a Acting) knownUnit(op Action, id DepartmentID) error {
	if _, ok := a.Office.Department(id); !ok && id != (DepartmentID{}) {
		return Refuse(string(op), FieldMissing).On("department").With("field", "department")
	}
	return nil
}
