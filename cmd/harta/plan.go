package main

import (
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// parseRole reads a role as it is typed: head, or head@Department, or head@Department#order.
func parseRole(typed string) (office.RolePlan, error) {
	name, order, _ := strings.Cut(typed, "#")
	name, department, _ := strings.Cut(name, "@")
	role := domain.Role(strings.TrimSpace(name))
	if !slices.Contains(domain.Roles(), role) {
		return office.RolePlan{}, &unknownError{"role", strings.TrimSpace(name), values(domain.Roles()...)}
	}
	return office.RolePlan{Role: role, Department: strings.TrimSpace(department), Order: strings.TrimSpace(order)}, nil
}

// parseRoles reads roles, several of them parted by commas too.
func parseRoles(typed []string) ([]office.RolePlan, error) {
	var roles []office.RolePlan
	for one := range strings.SplitSeq(strings.Join(typed, ","), ",") {
		if strings.TrimSpace(one) == "" {
			continue
		}
		role, err := parseRole(one)
		if err != nil {
			return nil, err
		}
		roles = append(roles, role)
	}
	return roles, nil
}
