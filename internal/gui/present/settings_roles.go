package present

import "harta/internal/domain"

func (u *Users) grantRow(g domain.RoleGranted) GrantRow {
	words := u.Say.Role(g.Role)
	if d, ok := u.now.Department(g.Department); ok {
		words = u.T("users.role_of", "role", words, "department", d.Name)
	}
	second := u.T("users.from", "from", g.From)
	if !g.Until.IsZero() {
		second = u.T("users.from_until", "from", g.From, "until", g.Until)
	}
	if g.Order != "" {
		second += u.T("common.comma") + u.T("users.by_order", "order", g.Order)
	}
	if x, ok := u.now.User(g.ActingFor); ok {
		second += u.T("common.comma") + u.T("users.acting_for", "name", x.Name)
	}
	return GrantRow{words, second, u.past(g)}
}

func (u *Users) past(g domain.RoleGranted) bool { return !g.Until.IsZero() && g.Until < u.Today() }

// Give begins to give a role to the chosen user.
func (u *Users) Give() {
	if !u.Works() {
		return
	}
	id := u.id
	x, _ := u.now.User(id)
	t := u.T
	f := &Form{Title: t("users.give_to", "name", x.Name), Do: t("users.give"), Fields: []*Field{
		{Key: "role", Label: t("field.role"), Kind: ChoiceField, Options: roleOptions(u.Env, grantable)},
		{Key: "department", Label: t("users.where"), Kind: ChoiceField, Options: departmentOptions(u.Env, &u.now, x.Department)},
		{Key: "from", Label: t("users.first_day"), Kind: DateField, Narrow: true, Date: u.Today(), Text: u.Today().Local()},
		{Key: "until", Label: t("users.last_day"), Kind: DateField, Narrow: true, Hint: t("users.last_day_hint")},
		{Key: "order", Label: t("users.order"), Hint: t("users.order_hint"), Most: 100},
		{Key: "for", Label: t("users.stands_in"), Kind: ChoiceField, Options: u.others(id), Hint: t("users.stands_in_hint")},
	}}
	f.Fields[1].Options[0].Words = t("users.whole_office")
	f.Edited = func(e *Field) {
		if e.Key == "role" && e.Text == string(domain.Head) && f.Text("department") == "" {
			f.Field("department").Text = idKey(x.Department)
		}
	}
	f.Check = func() { u.checkGrant(f) }
	f.Run = func() error {
		return u.office.Grant(domain.RoleGranted{
			User: id, Role: domain.Role(f.Text("role")), Department: domain.ParseID[domain.DepartmentID](f.Text("department")), From: f.Day("from"),
			Until: f.Day("until"), Order: f.Text("order"), ActingFor: domain.ParseID[domain.UserID](f.Text("for")),
		})
	}
	u.what = givesRole
	u.put(f)
	u.changed()
}

// checkGrant marks what is plainly wrong with a role to be given.
func (u *Users) checkGrant(f *Form) {
	require(f, "role")
	if f.Day("from") == 0 && f.Field("from").Wrong == "" {
		f.Field("from").Wrong = u.T("users.first_day_missing")
	}
	if until := f.Day("until"); until != 0 && until < f.Day("from") {
		f.Field("until").Wrong = u.T("users.last_before_first")
	}
	if f.Text("role") == string(domain.Head) && f.Text("department") == "" {
		f.Field("department").Wrong = u.T("users.head_of")
	}
	if f.Text("for") != "" && f.Day("until") == 0 && f.Field("until").Wrong == "" {
		f.Field("until").Wrong = u.T("users.stands_in_until")
	}
}

func (u *Users) others(id domain.UserID) []Option {
	all := []Option{{"", u.T("users.nobody")}}
	for _, x := range u.now.Users {
		if x.ID != id && x.Removed.IsZero() {
			all = append(all, Option{idKey(x.ID), x.Name})
		}
	}
	return all
}

// Revoke takes a role away, once somebody has agreed.
func (u *Users) Revoke(i int) {
	if i < 0 || i >= len(u.grants) || u.past(u.grants[i]) || !u.Works() {
		return
	}
	g := u.grants[i]
	u.Ask(Question{
		Title: u.T("users.revoke_title"), Words: u.T("users.revoke_words", "role", u.grantRow(g).Words), Yes: u.T("users.revoke"),
		No: u.T("gate.cancel"), Danger: true,
	}, func(yes bool) {
		if yes {
			u.do(func() error { return u.office.Revoke(g.User, g.Role, g.Department) })
		}
	})
}
