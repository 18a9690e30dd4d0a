package main

import (
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// departmentNamed gives the department that is called so.
func departmentNamed(now *domain.Office, name string) (domain.DepartmentID, error) {
	for _, d := range now.Departments {
		if strings.EqualFold(d.Name, strings.TrimSpace(name)) {
			return d.ID, nil
		}
	}
	return domain.DepartmentID{}, unknown("department", name)
}

// topicNamed gives the topic that is called so; no name is no topic.
func topicNamed(now *domain.Office, name string) (domain.TopicID, error) {
	if name == "" {
		return domain.TopicID{}, nil
	}
	for _, t := range now.Topics {
		if strings.EqualFold(t.Name, strings.TrimSpace(name)) {
			return t.ID, nil
		}
	}
	return domain.TopicID{}, unknown("topic", name)
}

// userNamed gives the user with a login.
func userNamed(o *office.Office, login string) (domain.UserID, error) {
	accounts, err := o.Accounts()
	if err != nil {
		return domain.UserID{}, err
	}
	i := slices.IndexFunc(accounts, func(a office.Account) bool { return strings.EqualFold(a.Login, strings.TrimSpace(login)) })
	if i < 0 {
		return domain.UserID{}, unknown("user", login)
	}
	return accounts[i].User, nil
}

// usersNamed gives the users with the logins.
func usersNamed(o *office.Office, logins []string) ([]domain.UserID, error) {
	var users []domain.UserID
	for _, login := range logins {
		u, err := userNamed(o, login)
		if err != nil {
			return nil, err
		}
		users = append(users, u)
	}
	return users, nil
}

// respondentNamed gives the user with a login, else the department of that name; anything else is the name of
// somebody outside the program.
func respondentNamed(o *office.Office, now *domain.Office, name string) (domain.Respondent, error) {
	if d, err := departmentNamed(now, name); err == nil {
		return domain.Respondent{Department: d}, nil
	}
	u, err := userNamed(o, name)
	switch {
	case err == nil:
		return domain.Respondent{User: u}, nil
	case strings.ContainsRune(name, ' '):
		return domain.Respondent{Name: name}, nil
	default:
		return domain.Respondent{}, err
	}
}

func unknown(field, value string) error {
	return domain.Refuse("find", domain.UnknownValue).On(field).With("value", value)
}

// userName is how a user is called.
func userName(now *domain.Office, id domain.UserID) string {
	u, _ := now.User(id)
	return u.Name
}
