package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Commands about the roles of users, as refusals name them.
const (
	grantRole  Action = "grant"
	revokeRole Action = "revoke"
)

// Grant gives a user a role for dates. Who stands in for somebody does so by an order and until a day, in a role that
// the other holds all that time in his own right: nobody stands in for a stand-in.
func (a Acting) Grant(e RoleGranted) (RoleGranted, error) {
	if e.From.IsZero() {
		e.From = a.Today()
	}
	err := first(a.MayOffice(e), a.worksHere(grantRole, e.User), a.knownUnit(grantRole, e.Department),
		short(grantRole, "order", e.Order, MaxLine))
	switch {
	case err != nil:
	case !slices.Contains(Roles(), e.Role):
		err = Refuse(string(grantRole), UnknownValue).On("role").With("value", string(e.Role))
	case !e.Until.IsZero() && e.Until < e.From:
		err = Refuse(string(grantRole), UntilBeforeFrom).On("until").With("from", e.From)
	case e.ActingFor != UserID{}:
		err = a.standsIn(e)
	}
	if err != nil {
		return RoleGranted{}, err
	}
	return e, nil
}

func (a Acting) standsIn(e RoleGranted) error {
	switch u, _ := a.Office.User(e.ActingFor); {
	case e.ActingFor == e.User:
		return Refuse(string(grantRole), ActingForSelf).On("for")
	case e.Order == "":
		return Refuse(string(grantRole), ActingOrder).On("order")
	case e.Until.IsZero():
		return Refuse(string(grantRole), ActingUntil).On("until")
	case !a.Office.holdsAll(e):
		return Refuse(string(grantRole), ActingRole).On("for").With("name", u.Name).With("role", e.Role)
	}
	return nil
}

// holdsAll tells whether the one stood in for holds the role in his own right from the first day of a grant to its last.
func (o *Office) holdsAll(e RoleGranted) bool {
	on := func(day calendar.Date) bool {
		for g := range o.held(e.ActingFor, day) {
			unit := g.Department == DepartmentID{} || g.Department == e.Department
			if g.Role == e.Role && g.ActingFor == (UserID{}) && unit {
				return true
			}
		}
		return false
	}
	for day := e.From; day <= e.Until; day++ {
		if !on(day) {
			return false
		}
	}
	return true
}

// Revoke ends a role of a user from today on. The last administrator stays.
func (a Acting) Revoke(u UserID, r Role, d DepartmentID) (RoleRevoked, error) {
	e := RoleRevoked{User: u, Role: r, Department: d, From: a.Today()}
	if err := a.MayOffice(e); err != nil {
		return RoleRevoked{}, err
	}
	x, ok := a.Office.User(u)
	held := ok && slices.ContainsFunc(x.Grants, func(g RoleGranted) bool {
		return g.Role == r && g.Department == d && (g.Until.IsZero() || g.Until >= e.From)
	})
	admins := a.Office.Holders(Admin, a.Today())
	switch {
	case !ok:
		return RoleRevoked{}, Refuse(string(revokeRole), NoSuchUser)
	case r == Admin && len(admins) == 1 && admins[0].ID == u:
		return RoleRevoked{}, Refuse(string(revokeRole), LastAdmin)
	case !held:
		return RoleRevoked{}, Refuse(string(revokeRole), RoleNotHeld).On("role").With("name", x.Name).With("role", r)
	}
	return e, nil
}
