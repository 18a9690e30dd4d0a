package present

import (
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// secrets makes temporary passwords.
type secrets interface{ TemporaryPassword() (string, error) }

// newUserForm asks for one more user. His password is made by the program and told once.
func newUserForm(env Env, o *domain.Office) *Form {
	t := env.T
	f := &Form{Env: env, Title: t("users.new"), Lead: t("users.new_lead"), Do: t("users.add"), Fields: []*Field{
		{Key: "name", Label: t("gate.name"), Hint: t("gate.name_hint"), Most: domain.MaxLine},
		{Key: "title", Label: t("field.title"), Most: domain.MaxLine},
		{Key: "login", Label: t("gate.login"), Hint: t("gate.login_hint"), Most: 60},
		{Key: "department", Label: t("field.department"), Kind: ChoiceField, Options: departmentOptions(env, o, domain.DepartmentID{})},
		{Key: "roles", Label: t("gate.roles"), Kind: ManyField, Options: roleOptions(env, grantable), Hint: t("users.roles_hint")},
	}}
	f.Check = func() {
		require(f, "name")
		checkLogin(f.Field("login"), env)
		if slices.Contains(f.Field("roles").Picked, string(domain.Head)) && f.Text("department") == "" {
			f.Field("department").Wrong = t("users.head_of")
		}
	}
	return f
}

// grantable are the roles that are given. That of the executor comes with a case.
var grantable = slices.DeleteFunc(domain.Roles(), func(r domain.Role) bool { return r == domain.Executor })

// userPlan gives the user that a form describes, with a temporary password.
func userPlan(f *Form, o *domain.Office, s secrets) (office.UserPlan, error) {
	password, err := s.TemporaryPassword()
	if err != nil {
		return office.UserPlan{}, err
	}
	unit, _ := o.Department(domain.ParseID[domain.DepartmentID](f.Text("department")))
	plan := office.UserPlan{
		Login: f.Text("login"), Name: f.Text("name"), Title: f.Text("title"), Department: unit.Name, Password: password,
	}
	for _, key := range f.Field("roles").Picked {
		r := office.RolePlan{Role: domain.Role(key)}
		if r.Role == domain.Head {
			r.Department = unit.Name
		}
		plan.Roles = append(plan.Roles, r)
	}
	return plan, nil
}

// planRoles says what a new user is.
func planRoles(env Env, plan office.UserPlan) string {
	var words []string
	for _, r := range plan.Roles {
		words = append(words, env.Say.Role(r.Role))
	}
	return orElse(strings.Join(words, env.T("common.comma")), plan.Title)
}

// UserRow is somebody in the list of users.
type UserRow struct {
	Key         string
	Name, Login string
	Title       string // with the department
	Roles       string
	Removed     bool
}

// GrantRow is a role that somebody holds, held or will hold.
type GrantRow struct {
	Words, Second string
	Past          bool
}

// Users is Потребители и роли.
type Users struct {
	*Settings
	Panel *Form // of the chosen user, of a new one, or of a role to be given; nil = nobody is chosen

	rows   []UserRow
	grants []domain.RoleGranted
	id     domain.UserID
	what   userPanel
	secret *UserLine
	wrong  string
	logins map[domain.UserID]string
}

// userPanel is which form stands beside the list.
type userPanel int

const (
	changesUser userPanel = iota
	addsUser
	givesRole
)

func newUsers(s *Settings) *Users {
	u := &Users{Settings: s}
	u.reload()
	return u
}

// reload reads who works in the office; what is being typed stays.
func (u *Users) reload() {
	var accounts []office.Account
	var a domain.Acting
	var err error
	u.Go(func() {
		a = u.office.Acting()
		accounts, err = u.office.Accounts()
	}, func() {
		if err != nil {
			u.wrong = u.Tell(err)
			u.changed()
			return
		}
		u.acting, u.now = a, *a.Office
		u.logins = map[domain.UserID]string{}
		for _, x := range accounts {
			u.logins[x.User] = x.Login
		}
		u.fill()
		if u.Panel == nil {
			u.chooseAgain()
		}
		u.changed()
	})
}

// chooseAgain opens whoever was chosen, as he is now; else the first one.
func (u *Users) chooseAgain() {
	if _, ok := u.now.User(u.id); !ok && len(u.now.Users) > 0 {
		u.id = u.now.Users[0].ID
	}
	u.choose(u.id)
}

func (u *Users) fill() {
	u.rows = nil
	for _, gone := range []bool{false, true} {
		for _, x := range u.now.Users {
			if x.Removed.IsZero() == gone {
				continue
			}
			row := UserRow{Key: idKey(x.ID), Name: orElse(x.Name, u.logins[x.ID]), Login: u.logins[x.ID], Title: u.titleWords(x), Removed: gone}
			if gone {
				row.Roles = u.T("users.removed", "date", x.Removed)
			} else {
				row.Roles = roleWords(u.Env, &u.now, x.ID)
			}
			u.rows = append(u.rows, row)
		}
	}
	if x, ok := u.now.User(u.id); ok {
		u.grants = slices.Clone(x.Grants)
	}
}

func (u *Users) titleWords(x domain.User) string {
	d, _ := u.now.Department(x.Department)
	var words []string
	for _, w := range []string{x.Title, d.Name} {
		if w != "" && !strings.Contains(x.Title, "„"+w+"“") {
			words = append(words, w)
		}
	}
	return strings.Join(words, u.T("common.comma"))
}

// Rows gives who works in the office, and then who did.
func (u *Users) Rows() []UserRow { return u.rows }

// Chosen is the index of the chosen one, -1 for none.
func (u *Users) Chosen() int {
	if u.what == addsUser {
		return -1
	}
	return slices.IndexFunc(u.rows, func(r UserRow) bool { return r.Key == idKey(u.id) })
}

// Grants gives the roles of the chosen user, those that count today first.
func (u *Users) Grants() []GrantRow {
	var rows []GrantRow
	for _, g := range u.grants {
		rows = append(rows, u.grantRow(g))
	}
	return rows
}

// Secret is a password that is told once; nil = there is none.
func (u *Users) Secret() *UserLine { return u.secret }

// Wrong says what could not be done.
func (u *Users) Wrong() string { return u.wrong }

// Works tells whether the chosen one works here, so that something can be done about him.
func (u *Users) Works() bool {
	x, ok := u.now.User(u.id)
	return u.what == changesUser && ok && x.Removed.IsZero()
}

// Choose opens a user.
func (u *Users) Choose(i int) {
	if i < 0 || i >= len(u.rows) || i == u.Chosen() && u.what == changesUser {
		return
	}
	for _, x := range u.now.Users {
		if idKey(x.ID) == u.rows[i].Key {
			u.secret = nil
			u.choose(x.ID)
		}
	}
	u.changed()
}

func (u *Users) choose(id domain.UserID) {
	x, ok := u.now.User(id)
	if !ok {
		return
	}
	u.id, u.what, u.wrong = id, changesUser, ""
	u.grants = slices.Clone(x.Grants)
	f := &Form{Title: orElse(x.Name, u.logins[id]), Do: u.T("settings.save"), Fields: []*Field{
		{Key: "name", Label: u.T("gate.name"), Text: x.Name, Most: domain.MaxLine},
		{Key: "title", Label: u.T("field.title"), Text: x.Title, Most: domain.MaxLine},
		{
			Key: "department", Label: u.T("field.department"), Kind: ChoiceField, Text: idKey(x.Department),
			Options: departmentOptions(u.Env, &u.now, x.Department),
		},
	}}
	if !x.Removed.IsZero() {
		f.Blocked = u.T("users.removed", "date", x.Removed)
	}
	f.Run = func() error {
		return u.office.ChangeUser(id, f.Text("name"), f.Text("title"), domain.ParseID[domain.DepartmentID](f.Text("department")))
	}
	u.put(f)
}

// put shows a form beside the list; given up or done it leads back to the chosen user.
func (u *Users) put(f *Form) {
	f.Env = u.Env
	f.Closed = func(done bool) {
		if done {
			u.saved()
		}
		u.Panel, u.what = nil, changesUser
		u.reload()
	}
	u.Panel = f
}

// New begins one more user.
func (u *Users) New() {
	u.what, u.secret = addsUser, nil
	f := newUserForm(u.Env, &u.now)
	var plan office.UserPlan
	var id domain.UserID
	f.Run = func() error {
		var err error
		if plan, err = userPlan(f, &u.now, u.office); err != nil {
			return err
		}
		id, err = u.office.AddUser(plan)
		return err
	}
	f.Done = func() {
		u.id = id
		u.secret = &UserLine{plan.Name, planRoles(u.Env, plan), plan.Login, plan.Password}
	}
	u.put(f)
	u.changed()
}

// Reset gives the chosen user a new temporary password, once somebody has agreed.
func (u *Users) Reset() {
	if !u.Works() {
		return
	}
	x, _ := u.now.User(u.id)
	u.Ask(Question{
		Title: u.T("users.reset_title", "name", x.Name), Words: u.T("users.reset_words"), Yes: u.T("users.reset"), No: u.T("gate.cancel"),
	}, func(yes bool) {
		if !yes {
			return
		}
		var password string
		var err error
		u.Go(func() {
			if password, err = u.office.TemporaryPassword(); err == nil {
				err = u.office.ResetPassword(x.ID, password)
			}
		}, func() {
			if err == nil {
				u.secret = &UserLine{x.Name, "", u.logins[x.ID], password}
			}
			u.did(err)
		})
	})
}

// Remove ends the access of the chosen user, once somebody has read what that means.
func (u *Users) Remove() {
	if !u.Works() {
		return
	}
	x, _ := u.now.User(u.id)
	var open, letters int
	u.Go(func() {
		for _, d := range u.office.Duties() {
			if d.Lead == x.ID && d.State != domain.Closed {
				open++
			}
			for _, p := range d.Pending {
				if p.Author == x.ID {
					letters++
				}
			}
		}
	}, func() {
		u.Ask(Question{
			Title: u.T("users.remove_title", "name", x.Name), Words: u.removal(open, letters), Yes: u.T("users.remove"),
			No: u.T("gate.cancel"), Danger: true,
		}, func(yes bool) {
			if yes {
				u.do(func() error { return u.office.RemoveUser(x.ID) })
			}
		})
	})
}

// removal says what becomes of what a removed user has in hand.
func (u *Users) removal(open, letters int) string {
	words := []string{u.T("users.remove_words")}
	if open > 0 {
		words = append(words, u.T("users.remove_cases", "n", open))
	}
	if letters > 0 {
		words = append(words, u.T("users.remove_letters", "n", letters))
	}
	return strings.Join(words, " ")
}

// do carries something out and shows the office as it is then.
func (u *Users) do(work func() error) {
	var err error
	u.Go(func() { err = work() }, func() { u.did(err) })
}

func (u *Users) did(err error) {
	if err != nil {
		u.wrong = u.Tell(err)
		u.changed()
		return
	}
	u.wrong = ""
	u.saved()
	u.Panel = nil
	id := u.id
	var a domain.Acting
	u.Go(func() { a = u.office.Acting() }, func() {
		u.acting, u.now = a, *a.Office
		u.fill()
		u.choose(id)
		u.changed()
	})
}
