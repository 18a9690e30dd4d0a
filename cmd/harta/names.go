package main

import (
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// departmentNamed gives the department that is called so; an unknown one is refused with the option that named it.
func departmentNamed(now *domain.Office, flag, name string) (domain.DepartmentID, error) {
	for _, d := range now.Departments {
		if strings.EqualFold(d.Name, strings.TrimSpace(name)) {
			return d.ID, nil
		}
	}
	var names []string
	for _, d := range now.Departments {
		names = append(names, d.Name)
	}
	return domain.DepartmentID{}, &unknownError{flag, name, names}
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
	var names []string
	for _, t := range now.Topics {
		names = append(names, t.Name)
	}
	return domain.TopicID{}, &unknownError{"topic", name, names}
}

// userNamed gives the user with a login; an unknown one is refused with the option that named it.
func userNamed(o *office.Office, flag, login string) (domain.UserID, error) {
	accounts, err := o.Accounts()
	if err != nil {
		return domain.UserID{}, err
	}
	i := slices.IndexFunc(accounts, func(a office.Account) bool { return strings.EqualFold(a.Login, strings.TrimSpace(login)) })
	if i < 0 {
		var logins []string
		for _, a := range accounts {
			logins = append(logins, a.Login)
		}
		return domain.UserID{}, &unknownError{flag, login, logins}
	}
	return accounts[i].User, nil
}

// usersNamed gives the users with the logins, who work on a case besides its lead.
func usersNamed(o *office.Office, logins []string) ([]domain.UserID, error) {
	var users []domain.UserID
	for _, login := range logins {
		u, err := userNamed(o, "other", login)
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
	if d, err := departmentNamed(now, "respondent", name); err == nil {
		return domain.Respondent{Department: d}, nil
	}
	u, err := userNamed(o, "respondent", name)
	switch {
	case err == nil:
		return domain.Respondent{User: u}, nil
	case strings.ContainsRune(name, ' '):
		return domain.Respondent{Name: name}, nil
	default:
		return domain.Respondent{}, err
	}
}

// userName is how a user is called.
func userName(now *domain.Office, id domain.UserID) string {
	u, _ := now.User(id)
	return u.Name
}
