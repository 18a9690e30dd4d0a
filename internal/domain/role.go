package domain

import (
	"iter"
	"slices"

	"harta/internal/calendar"
)

// Grants gives the roles that a user holds on a day.
func (o *Office) Grants(id UserID, on calendar.Date) []RoleGranted {
	var held []RoleGranted
	for g := range o.held(id, on) {
		held = append(held, *g)
	}
	return held
}

// held goes through the roles that a user holds on a day, copying none of them: the guards ask often.
func (o *Office) held(id UserID, on calendar.Date) iter.Seq[*RoleGranted] {
	return func(yield func(*RoleGranted) bool) {
		u := o.user(id)
		if u == nil || u.gone(on) {
			return
		}
		for i := range u.Grants {
			g := &u.Grants[i]
			if on >= g.From && (g.Until.IsZero() || on <= g.Until) && !yield(g) {
				return
			}
		}
	}
}

// Holds tells whether a user holds a role on a day, in any department.
func (o *Office) Holds(id UserID, r Role, on calendar.Date) bool {
	for g := range o.held(id, on) {
		if g.Role == r {
			return true
		}
	}
	return false
}

// Substitutions gives the orders that run on a day by which a user stands in for somebody, or somebody for him.
func (o *Office) Substitutions(of UserID, on calendar.Date) []RoleGranted {
	var all []RoleGranted
	for i := range o.Users {
		for g := range o.held(o.Users[i].ID, on) {
			if g.ActingFor != (UserID{}) && (g.User == of || g.ActingFor == of) {
				all = append(all, *g)
			}
		}
	}
	return all
}

// Holders gives the users that hold a role on a day.
func (o *Office) Holders(r Role, on calendar.Date) []User {
	var found []User
	for _, u := range o.Users {
		if o.Holds(u.ID, r, on) {
			found = append(found, u)
		}
	}
	return found
}

// Seat gives the highest of the roles that the user holds on a day, and its grant: his own before one in which he stands
// in for somebody.
func (o *Office) Seat(id UserID, on calendar.Date, among []Role) (g RoleGranted, ok bool) {
	for held := range o.held(id, on) {
		own := held.Role == g.Role && held.ActingFor == UserID{} && g.ActingFor != UserID{}
		if slices.Contains(among, held.Role) && (!ok || held.Role.rank() > g.Role.rank() || own) {
			g, ok = *held, true
		}
	}
	return g, ok
}

func (u *User) gone(on calendar.Date) bool { return !u.Removed.IsZero() && on >= u.Removed }

// concerns tells whether a submission is directed against a user, by name or through a unit that is his.
func (o *Office) concerns(all []Respondent, id UserID) bool {
	if id == (UserID{}) || len(all) == 0 {
		return false
	}
	u := o.user(id)
	return slices.ContainsFunc(all, func(r Respondent) bool {
		return r.User == id ||
			r.Department != DepartmentID{} && u != nil && (r.Department == u.Department || u.heads(r.Department))
	})
}

// against tells whether a unit is a respondent itself, or is headed by one.
func (o *Office) against(all []Respondent, unit DepartmentID) bool {
	return slices.ContainsFunc(all, func(r Respondent) bool {
		u := o.user(r.User)
		return r.Department == unit || u != nil && u.heads(unit)
	})
}

func (u *User) heads(unit DepartmentID) bool {
	return slices.ContainsFunc(u.Grants, func(g RoleGranted) bool { return g.Role == Head && g.Department == unit })
}

// againstMayor tells whether a submission is directed against who holds the office of mayor: then nobody in the
// office may decide it.
func (o *Office) againstMayor(all []Respondent, on calendar.Date) bool {
	return slices.ContainsFunc(all, func(r Respondent) bool {
		for g := range o.held(r.User, on) {
			if g.Role == Mayor { // the first one given, as it was always judged
				return g.ActingFor == UserID{}
			}
		}
		return false
	})
}

// NamedIn tells whether a submission is directed against a user.
func (o *Office) NamedIn(id UserID, e Entry) bool {
	return e.Kind.accuses() && o.concerns(e.Respondents, id)
}

// MaySee tells whether a user may see a case in any way: a respondent finds no trace of it, and the role of
// administrator opens no case.
func (o *Office) MaySee(id UserID, e Entry, on calendar.Date) bool {
	if o.NamedIn(id, e) {
		return false
	}
	if e.State == StateSealed || e.Kind == Whistleblower {
		return o.handles(id, on)
	}
	if u := o.user(id); u == nil || u.gone(on) {
		return false
	}
	_, ok := o.Seat(id, on, append([]Role{Auditor, Adviser}, staff...))
	return ok || e.Lead == id
}

// handles tells whether a user handles what comes in: of a sealed envelope nobody else knows.
func (o *Office) handles(id UserID, on calendar.Date) bool {
	_, ok := o.Seat(id, on, desk)
	return ok
}

// MayKnow tells whether a user may know that there is a case: an administrator opens none, but erases them.
func (o *Office) MayKnow(id UserID, e Entry, on calendar.Date) bool {
	return o.MaySee(id, e, on) || o.Holds(id, Admin, on) && !o.NamedIn(id, e)
}

// Auditing lists the roles that may read who looked at what.
func Auditing() []Role { return []Role{Auditor, Secretary, Mayor, Admin} }

// MayLookBack tells whether a user may read the history of the whole office: whoever has a role in it.
func (o *Office) MayLookBack(id UserID, on calendar.Date) bool {
	_, ok := o.Seat(id, on, Roles())
	return ok
}

// MayAudit tells whether a user may read who looked at what.
func (o *Office) MayAudit(id UserID, on calendar.Date) bool {
	_, ok := o.Seat(id, on, Auditing())
	return ok
}
