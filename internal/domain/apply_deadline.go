package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Correction is the last correction of an intake, with the fields that it and those it had not seen have set.
type Correction struct {
	By     RecordID
	Fields []Field
}

// corrected takes over the fields that a correction names. Two that had not seen each other are joined; where both
// name a field, or both move the terms, a difference is flagged and the earlier term is shown.
func (c Case) corrected(e CaseCorrected, f Fact) Case {
	prior := c.Corrected
	if f.HasSeen(prior.By) {
		prior = Correction{}
	}
	terms := e.Deadlines
	for _, x := range intakeFields() {
		if !slices.Contains(e.Fields, x.field) {
			continue
		}
		if slices.Contains(prior.Fields, x.field) && x.differs(c.Intake, e.Intake) {
			c.Flags |= FlagDisputed
		}
		x.take(&c.Intake, e.Intake)
	}
	switch {
	case !moveTerms(e.Fields):
		terms = c.Deadlines
	case moveTerms(prior.Fields):
		c.Flags |= FlagDisputed
		terms = sooner(c.Deadlines, terms)
	}
	if slices.Contains(e.Fields, FieldRespondents) {
		c.Heard = len(c.Notes)
	}
	c.Corrected = Correction{By: f.Record, Fields: slices.Concat(prior.Fields, e.Fields)}
	c.Deadlines = c.keepExtensions(terms)
	return c
}

// moveTerms tells whether the terms follow from any of the fields.
func moveTerms(fields []Field) bool {
	return slices.ContainsFunc(fields, func(f Field) bool {
		return f == FieldKind || f == FieldReceivedAt || f == FieldSender
	})
}

// sooner gives those of two lists of terms whose first day due is the earlier.
func sooner(a, b []Deadline) []Deadline {
	first, ok := earliest(a)
	if second, has := earliest(b); !ok || has && second.Due < first.Due {
		return b
	}
	return a
}

// extended takes a decision to extend. A later decision on the same clock replaces one whose letter has not left;
// of two that had not seen each other both are kept, and the earlier day will stand.
func (c Case) extended(e ExtensionDecided, f Fact) Case {
	d, _ := c.Deadline(e.Clock)
	fresh := Extension{ExtensionDecided: e, From: d.firstDue(), By: f.Record}
	c.Extensions = slices.Clone(c.Extensions)
	for i, x := range c.Extensions {
		switch {
		case x.Clock != e.Clock:
		case !f.HasSeen(x.By):
			fresh.Disputed = x.Until != e.Until
		case !x.InForce && !x.Late:
			c.Extensions[i] = fresh
			return c
		}
	}
	c.Extensions = append(c.Extensions, fresh)
	return c
}

// keepExtensions carries the extensions in force over to terms counted anew.
func (c Case) keepExtensions(fresh []Deadline) []Deadline {
	fresh = slices.Clone(fresh)
	for _, x := range c.Extensions {
		for i, d := range fresh {
			if d.Clock == x.Clock && (x.InForce || x.Late) {
				fresh[i] = d.extend(x)
			}
		}
	}
	return fresh
}

// extensionSent puts the extensions that a letter announces into force, when it left on or before the due day;
// later it is „закъсняло удължаване“ and the case stays overdue.
func (c Case) extensionSent(letter LetterID, on calendar.Date) Case {
	c.Extensions, c.Deadlines = slices.Clone(c.Extensions), slices.Clone(c.Deadlines)
	for i, x := range c.Extensions {
		if x.Letter != letter || x.InForce || x.Late {
			continue
		}
		if x.Clock == ExecuteClock { // its term follows from the rules: whether it was in time is seen there
			x.InForce, x.Sent = true, on
			c.Extensions[i] = x
			continue
		}
		for j, d := range c.Deadlines {
			if d.Clock == x.Clock {
				x.InForce, x.Late = on <= d.firstDue(), on > d.firstDue()
				c.Extensions[i], c.Deadlines[j] = x, d.extend(x)
			}
		}
	}
	return c
}

// firstDue is the due day before any extension.
func (d Deadline) firstDue() calendar.Date {
	if d.First.IsZero() {
		return d.Due
	}
	return d.First
}

// extend gives the term as an extension leaves it.
func (d Deadline) extend(x Extension) Deadline {
	d.First = d.firstDue()
	switch {
	case !x.InForce:
		d.Late = true
	case !d.Extended || !x.Disputed:
		d.Due, d.Told, d.Extended = max(d.First, x.Until), 0, true
	default:
		d.Due = min(d.Due, x.Until)
	}
	return d
}
