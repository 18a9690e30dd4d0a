package present

import (
	"cmp"

	"harta/internal/domain"
)

// substitutions says of every order that runs today for whoever works whom he stands in for, or who stands in for him.
func (e Env) substitutions(a domain.Acting) []string {
	var all []string
	for _, g := range a.Office.Substitutions(a.User, a.Today()) {
		key, other := "seat.you_stand_in", g.ActingFor
		if g.ActingFor == a.User {
			key, other = "seat.stands_in_for_you", g.User
		}
		u, _ := a.Office.User(other)
		until := ""
		if !g.Until.IsZero() {
			until = e.T("seat.until", "until", g.Until)
		}
		all = append(all, e.T(key, "name", ShortName(u.Name), "office", e.seatWords(a.Office, g), "until", until, "order", g.Order))
	}
	return all
}

// standsIn says shortly whom whoever works stands in for and until when; empty = for nobody.
func (e Env) standsIn(a domain.Acting) string {
	var all []string
	for _, g := range a.Office.Substitutions(a.User, a.Today()) {
		if g.User != a.User {
			continue
		}
		u, _ := a.Office.User(g.ActingFor)
		words := e.T("status.stands_in", "name", ShortName(u.Name))
		if !g.Until.IsZero() {
			words = e.T("status.stands_in_until", "name", ShortName(u.Name), "until", g.Until)
		}
		all = append(all, words)
	}
	return listed(all...)
}

// seatWords is what the seat is called that somebody takes: by the post of its holder, else by the role.
func (e Env) seatWords(o *domain.Office, g domain.RoleGranted) string {
	holder, _ := o.User(g.ActingFor)
	return lowered(cmp.Or(holder.Title, e.Say.Role(g.Role)))
}
