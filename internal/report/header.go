package report

import (
	"strings"

	"harta/internal/domain"
)

// columnID names a column of a register, whatever the register calls it.
type columnID string

// Columns of a register. Those of people and their words are never repeated in a problem.
const (
	numberCol     columnID = "number"
	registeredCol columnID = "registered_at"
	kindCol       columnID = "kind"
	channelCol    columnID = "channel"
	anonymousCol  columnID = "anonymous"
	personTypeCol columnID = "person_type"
	senderCol     columnID = "sender" // all names in one
	nameCol       columnID = "name"
	middleCol     columnID = "middle_name"
	familyCol     columnID = "family"
	orgCol        columnID = "organisation"
	addressCol    columnID = "address" // place and street in one
	placeCol      columnID = "place"
	streetCol     columnID = "street"
	postcodeCol   columnID = "postcode"
	contactCol    columnID = "contact" // telephone and e-mail in one
	phoneCol      columnID = "phone"
	emailCol      columnID = "email"
	subjectCol    columnID = "subject"
	textCol       columnID = "text"
	topicCol      columnID = "topic"
	departmentCol columnID = "department"
	officerCol    columnID = "officer"
	statusCol     columnID = "status"
	answeredCol   columnID = "answered_at"
	outcomeCol    columnID = "outcome"
	parentCol     columnID = "parent"
)

// A head stands among the first rows and has at least so many columns that are known.
const (
	headWithin  = 20
	leastOfHead = 3
)

// head says which field of a record is which column.
type head struct {
	names   []string // as the file has them
	columns map[columnID]int
}

// head reads a record as if it were one. Of columns with the same meaning the first counts.
func (v *vocabulary) head(r record) *head {
	h := &head{names: r.fields, columns: map[columnID]int{}}
	for i, name := range r.fields {
		if id, known := v.columns[plain(name)]; known {
			if _, taken := h.columns[id]; !taken {
				h.columns[id] = i
			}
		}
	}
	return h
}

// bestHead finds the head among records; at is -1 when none of them is one.
func (v *vocabulary) bestHead(among []record) (h *head, at int) {
	h, at = &head{}, -1
	for i, r := range among {
		if one := v.head(r); len(one.columns) >= leastOfHead && len(one.columns) > len(h.columns) {
			h, at = one, i
		}
	}
	return h, at
}

func (h *head) has(id columnID) bool {
	_, ok := h.columns[id]
	return ok
}

// missing lists what a register cannot be read without.
func (h *head) missing() []columnID {
	var none []columnID
	for _, id := range []columnID{numberCol, registeredCol, kindCol, channelCol} {
		if !h.has(id) {
			none = append(none, id)
		}
	}
	if !h.has(subjectCol) && !h.has(textCol) {
		none = append(none, subjectCol)
	}
	return none
}

// grid takes the records of one sheet or file: first the head, then the rest under it.
type grid struct {
	in      *intake
	waiting []record // until the head is known
	head    *head
	usable  bool // the head has every column needed
}

func (g *grid) add(r record) error {
	switch {
	case g.usable:
		return g.in.take(g.head, r)
	case g.head != nil:
		return nil
	}
	g.waiting = append(g.waiting, r)
	if len(g.waiting) < headWithin {
		return nil
	}
	return g.settle()
}

// settle decides what the head is. What stands above it is a title.
func (g *grid) settle() error {
	if g.head != nil {
		return nil
	}
	h, at := g.in.words.bestHead(g.waiting)
	g.head = h
	if at < 0 {
		return nil
	}
	for _, id := range h.missing() {
		problem := domain.Refuse(importing, domain.ImportColumn).With("column", g.in.words.columnName(id))
		if sheet := g.waiting[at].sheet; sheet != "" {
			problem = problem.With("sheet", sheet)
		}
		g.in.refuse(problem)
	}
	g.usable = len(h.missing()) == 0
	for _, r := range g.waiting[at+1:] {
		if err := g.add(r); err != nil {
			return err
		}
	}
	return nil
}

// found tells whether there was a head at all.
func (g *grid) found() bool { return g.head != nil && len(g.head.columns) > 0 }

// noHead is the problem of a file in which nothing looks like a head.
func (in *intake) noHead() {
	in.refuse(domain.Refuse(importing, domain.ImportColumn).With("column", in.words.columnName(numberCol)))
}

// field gives the text of a column, or nothing where the register has no such column.
func (h *head) field(r record, id columnID) string {
	i, ok := h.columns[id]
	if !ok || i >= len(r.fields) {
		return ""
	}
	return strings.TrimSpace(r.fields[i])
}
