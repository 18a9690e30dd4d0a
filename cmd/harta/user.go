package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/say"
)

func newUserCommand(a *app) *cobra.Command {
	cmd := a.command("user", a.noSuchCommand, nil)
	cmd.RunE = showHelp
	cmd.AddCommand(newUserAddCommand(a), newUserRemoveCommand(a), newUserGrantCommand(a), newUserRevokeCommand(a),
		newUserListCommand(a), newUserPasswordCommand(a))
	return cmd
}

func newUserAddCommand(a *app) *cobra.Command {
	plan := office.UserPlan{}
	var roles []string
	var file string
	cmd := a.command("user.add", exactly(1), func(args []string) error {
		var err error
		if plan.Roles, err = parseRoles(roles); err != nil {
			return err
		}
		plan.Login = args[0]
		return a.with(writing, func(o *office.Office) error {
			now := o.Settings()
			if err := departmentsKnown(&now, plan); err != nil {
				return err
			}
			if plan.Password, err = a.newPassword(file); err != nil {
				return err
			}
			if _, err := o.AddUser(plan); err != nil {
				return err
			}
			return a.done("console.user.added", "login", plan.Login)
		})
	})
	o := a.options(cmd)
	o.text(&plan.Name, "name", "user_name")
	o.text(&plan.Title, "title", "user_title")
	o.text(&plan.Department, "department", "department")
	o.listOf(&roles, "role", "roles", values(domain.Roles()...))
	o.text(&file, "new-password-file", "new_password_file")
	return cmd
}

// departmentsKnown refuses a plan of a user that names a department there is not.
func departmentsKnown(now *domain.Office, plan office.UserPlan) error {
	if plan.Department != "" {
		if _, err := departmentNamed(now, "department", plan.Department); err != nil {
			return err
		}
	}
	for _, r := range plan.Roles {
		if r.Department == "" {
			continue
		}
		if _, err := departmentNamed(now, "role", r.Department); err != nil {
			return err
		}
	}
	return nil
}

// newPassword gives a password that is being set.
func (a *app) newPassword(file string) (string, error) {
	password, err := a.secret(secret{
		env: envNewPassword, file: file, ask: a.say.T("console.ask.new_password"), twice: true,
	})
	if errors.Is(err, errNoPassword) {
		err = errNoNewPassword
	}
	return password, err
}

func newUserRemoveCommand(a *app) *cobra.Command {
	return a.command("user.remove", exactly(1), func(args []string) error {
		return a.with(writing, func(o *office.Office) error {
			id, err := userNamed(o, "", args[0])
			if err != nil {
				return err
			}
			if err := o.RemoveUser(id); err != nil {
				return err
			}
			return a.done("console.user.removed", "login", args[0])
		})
	})
}

func newUserPasswordCommand(a *app) *cobra.Command {
	var file string
	cmd := a.command("user.password", exactly(0), func([]string) error {
		o, err := a.open(writing)
		if err != nil {
			return err
		}
		return errors.Join(a.changePassword(o, file), a.desk.Close())
	})
	a.options(cmd).text(&file, "new-password-file", "new_password_file")
	return cmd
}

// changePassword gives the user who signs in a new password.
func (a *app) changePassword(o *office.Office, file string) error {
	old, err := a.signIn(o)
	if err != nil {
		return err
	}
	fresh, err := a.newPassword(file)
	if err != nil {
		return err
	}
	if err := o.ChangePassword(old, fresh); err != nil {
		return err
	}
	return a.done("console.user.password")
}

func newUserListCommand(a *app) *cobra.Command {
	var asJSON bool
	cmd := a.command("user.list", exactly(0), func([]string) error {
		return a.with(reading, func(o *office.Office) error { return a.users(o, asJSON) })
	})
	a.options(cmd).yes(&asJSON, "json", "json")
	return cmd
}

// userJSON is a user as programs read it.
type userJSON struct {
	Login      string   `json:"login,omitempty"` // none when removed
	Name       string   `json:"name"`
	Title      string   `json:"title,omitempty"`
	Department string   `json:"department,omitempty"`
	Roles      []string `json:"roles"`
	Removed    string   `json:"removed,omitempty"`
}

// grantWords tells a role with the department and the order it was given for, whom it stands in for, and until when.
func (a *app) grantWords(now *domain.Office, g domain.RoleGranted) string {
	d, _ := now.Department(g.Department)
	var order, acting, until string
	if g.Order != "" {
		order = a.say.T("console.user.order", "order", g.Order)
	}
	if x, ok := now.User(g.ActingFor); ok {
		acting = a.say.T("console.user.acting", "name", x.Name)
	}
	if !g.Until.IsZero() {
		until = a.say.T("console.user.until", "date", g.Until)
	}
	if more := say.Joined(d.Name, order, acting, until); more != "" {
		return a.say.T("console.user.grant", "role", g.Role, "more", more)
	}
	return a.say.Role(g.Role)
}

// users tells who works in the office, and who did.
func (a *app) users(o *office.Office, asJSON bool) error {
	accounts, err := o.Accounts()
	if err != nil {
		return err
	}
	logins := map[domain.UserID]string{}
	for _, x := range accounts {
		logins[x.User] = x.Login
	}
	now := o.Settings()
	var all []userJSON
	rows := [][]string{}
	for _, u := range now.Users {
		d, _ := now.Department(u.Department)
		one := userJSON{Login: logins[u.ID], Name: u.Name, Title: u.Title, Department: d.Name, Roles: []string{}, Removed: u.Removed.String()}
		var words []string
		for _, g := range now.Grants(u.ID, a.today()) {
			one.Roles = append(one.Roles, string(g.Role))
			words = append(words, a.grantWords(&now, g))
		}
		if !u.Removed.IsZero() {
			words = []string{a.say.T("console.user.since", "date", u.Removed)}
		}
		all = append(all, one)
		rows = append(rows, []string{one.Login, u.Name, u.Title, d.Name, strings.Join(words, ", ")})
	}
	if asJSON {
		return a.json(all)
	}
	return a.rows(rows)
}
