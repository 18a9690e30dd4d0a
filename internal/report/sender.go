package report

import (
	"strings"
	"unicode"

	"harta/internal/domain"
)

// contact reads who submitted. Registers keep names, address and telephone in columns of their own or together.
func (e *entry) contact() domain.Contact {
	c := domain.Contact{Postcode: oneLine(e.get(postcodeCol))}
	c.Settlement, c.Street = e.address()
	c.Phone, c.Email = e.reach()
	person, organisation := e.names()
	switch {
	case e.nameless(person, organisation):
		c.Type = domain.Anonymous
		return c
	case organisation != "":
		c.Type, c.Name, c.Represents = domain.Organisation, organisation, person
	default:
		c.Type, c.Name = domain.NaturalPerson, person
	}
	if word := e.get(personTypeCol); word != "" {
		c.Type = domain.SenderType(e.meant(personTypeCol, e.words.Senders))
	}
	return c
}

// names gives the person and the organisation. One column for both is an organisation when it reads like one.
func (e *entry) names() (person, organisation string) {
	person = oneLine(e.get(nameCol) + " " + e.get(middleCol) + " " + e.get(familyCol))
	organisation = oneLine(e.get(orgCol))
	if sender := oneLine(e.get(senderCol)); sender != "" && person == "" && organisation == "" {
		if e.words.organisation(sender) {
			return "", sender
		}
		return sender, ""
	}
	return person, organisation
}

// nameless tells whether nobody signed. A name beside the mark „anonymous“ is a problem: one of them is wrong.
func (e *entry) nameless(person, organisation string) bool {
	if organisation == "" && (person == "" || among(e.words.Nameless, person)) {
		return true
	}
	switch mark := e.get(anonymousCol); {
	case mark == "" || among(e.words.No, mark):
	default:
		e.wrong(anonymousCol)
	}
	return false
}

// organisation tells whether a name is that of an organisation: it is quoted or says its legal form.
func (v *vocabulary) organisation(name string) bool {
	if strings.HasPrefix(name, "„") || strings.HasPrefix(name, `"`) {
		return true
	}
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if among(v.Organisations, word) {
			return true
		}
	}
	return false
}

// address gives place and street, also from one column: „с. Примерно, ул. „Първа“ № 1“.
func (e *entry) address() (place, street string) {
	place, street = oneLine(e.get(placeCol)), oneLine(e.get(streetCol))
	whole := oneLine(e.get(addressCol))
	if whole == "" || place != "" || street != "" {
		return place, street
	}
	first, rest, _ := strings.Cut(whole, ",")
	if mark, _, _ := strings.Cut(first, " "); among(e.words.Settlements, mark) {
		return strings.TrimSpace(first), strings.TrimSpace(rest)
	}
	return "", whole
}

// reach gives telephone and e-mail, also from one column, where the sign @ tells them apart.
func (e *entry) reach() (phone, email string) {
	phone, email = oneLine(e.get(phoneCol)), oneLine(e.get(emailCol))
	var phones []string
	for part := range strings.FieldsFuncSeq(e.get(contactCol), func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		part = oneLine(part)
		switch {
		case part == "":
		case strings.Contains(part, "@") && email == "":
			email = part
		default:
			phones = append(phones, part)
		}
	}
	if phone == "" {
		phone = strings.Join(phones, ", ")
	}
	return phone, email
}
