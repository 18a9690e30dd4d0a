package main

import (
	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// grant is what user grant and user revoke are told.
type grant struct {
	role, department, order, acting string
	from, until                     calendar.Date
}

func newUserGrantCommand(a *app) *cobra.Command {
	var g grant
	cmd := a.command("user.grant", exactly(1), func(args []string) error {
		return a.with(writing, func(o *office.Office) error {
			e, err := g.event(o, args[0])
			if err != nil {
				return err
			}
			if err := o.Grant(e); err != nil {
				return err
			}
			return a.done("console.user.granted", "login", args[0], "role", e.Role)
		})
	})
	o := a.options(cmd)
	o.oneOf(&g.role, "role", "role", values(domain.Roles()...))
	o.text(&g.department, "department", "grant_department")
	o.date(&g.from, "from", "grant_from")
	o.date(&g.until, "until", "grant_until")
	o.text(&g.order, "order", "grant_order")
	o.text(&g.acting, "for", "grant_for")
	return cmd
}

func newUserRevokeCommand(a *app) *cobra.Command {
	var g grant
	cmd := a.command("user.revoke", exactly(1), func(args []string) error {
		return a.with(writing, func(o *office.Office) error {
			e, err := g.event(o, args[0])
			if err != nil {
				return err
			}
			if err := o.Revoke(e.User, e.Role, e.Department); err != nil {
				return err
			}
			return a.done("console.user.revoked", "login", args[0], "role", e.Role)
		})
	})
	o := a.options(cmd)
	o.oneOf(&g.role, "role", "role", values(domain.Roles()...))
	o.text(&g.department, "department", "grant_department")
	return cmd
}

// event puts what was typed into the words of the office.
func (g grant) event(o *office.Office, login string) (e domain.RoleGranted, err error) {
	e = domain.RoleGranted{Role: domain.Role(g.role), From: g.from, Until: g.until, Order: g.order}
	if err = required("role", g.role); err != nil {
		return e, err
	}
	if e.User, err = userNamed(o, "", login); err != nil {
		return e, err
	}
	if g.department != "" {
		now := o.Settings()
		if e.Department, err = departmentNamed(&now, "department", g.department); err != nil {
			return e, err
		}
	}
	if g.acting != "" {
		e.ActingFor, err = userNamed(o, "for", g.acting)
	}
	return e, err
}
