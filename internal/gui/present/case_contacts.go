package present

import (
	"strings"

	"harta/internal/domain"
)

// Contacts besides the sender are typed one a line, their parts apart by semicolons: name, settlement, street, e-mail.

// contactLine writes a contact as it is typed.
func contactLine(c domain.Contact, named bool) string {
	parts := []string{c.Settlement, c.Street, c.Email}
	if named {
		parts = append([]string{c.Name}, parts...)
	}
	for len(parts) > 0 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, "; ")
}

func contactLines(all []domain.Contact) string {
	var lines []string
	for _, c := range all {
		lines = append(lines, contactLine(c, true))
	}
	return strings.Join(lines, "\n")
}

// contactOf reads a line. Nothing typed is nobody; what is too much stays with the e-mail, where it is refused.
func contactOf(line string) domain.Contact {
	parts := append(strings.SplitN(line, ";", 4), "", "", "")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	c := domain.Contact{Name: parts[0], Settlement: parts[1], Street: parts[2], Email: parts[3]}
	if c != (domain.Contact{}) {
		c.Type = domain.NaturalPerson
	}
	return c
}

// referrerOf reads where whoever passed a submission on is told: the parts after the name, which has a field of its own.
func referrerOf(line string) domain.Contact {
	c := contactOf("; " + line)
	if c != (domain.Contact{}) {
		c.Type = domain.Organisation
	}
	return c
}

func contactsOf(typed string) []domain.Contact {
	var all []domain.Contact
	for line := range strings.Lines(typed) {
		if c := contactOf(strings.TrimSpace(line)); c != (domain.Contact{}) {
			all = append(all, c)
		}
	}
	return all
}
