package report

import (
	"strings"
	"time"
	"unicode"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// entry is one record being read: its fields become values of the domain or problems.
type entry struct {
	words    *vocabulary
	head     *head
	record   record
	problems []*domain.Refusal
}

// row reads the record. The row is to be used only if no problem was found.
func (e *entry) row() domain.ImportRow {
	row := domain.ImportRow{
		Line: e.record.line, Number: oneLine(e.get(numberCol)), At: e.moment(registeredCol),
		Department: oneLine(e.get(departmentCol)), Topic: oneLine(e.get(topicCol)), Officer: oneLine(e.get(officerCol)),
		AnsweredOn: calendar.DateOf(e.moment(answeredCol)), Parent: oneLine(e.get(parentCol)),
		Outcome: e.outcome(),
	}
	if row.Number == "" {
		e.wrong(numberCol)
	}
	if row.At.IsZero() && e.get(registeredCol) == "" {
		e.wrong(registeredCol)
	}
	if e.get(answeredCol) == "" {
		row.AnsweredOn = 0
	} else if row.AnsweredOn < calendar.DateOf(row.At) {
		e.wrong(answeredCol)
	}
	row.State = e.state(row.AnsweredOn)
	kind := e.kind()
	row.Intake = domain.Intake{
		Kind: kind, Channel: domain.Channel(e.meant(channelCol, e.words.Channels)), Subject: e.subject(kind),
		Text: lines(e.get(textCol)), ReceivedAt: row.At, Sender: domain.Sender{Contact: e.contact()},
	}
	return row
}

func (e *entry) get(id columnID) string { return e.head.field(e.record, id) }

// wrong notes that a column cannot be read.
func (e *entry) wrong(id columnID) {
	e.problems = append(e.problems, e.record.refusal(domain.ImportLine).
		With("column", e.columnName(id)).With("value", e.harmless(id)))
}

func (e *entry) columnName(id columnID) string {
	if i, ok := e.head.columns[id]; ok {
		return oneLine(e.head.names[i])
	}
	return e.words.columnName(id)
}

// harmless gives the value of a column that says nothing about a person, cut short.
func (e *entry) harmless(id columnID) string {
	const most = 40
	switch id {
	case numberCol, registeredCol, kindCol, channelCol, anonymousCol, personTypeCol, statusCol, answeredCol, outcomeCol:
		return cut(oneLine(e.get(id)), most)
	default:
		return ""
	}
}

// meant gives what the word of a column stands for.
func (e *entry) meant(id columnID, all []meaning) string {
	value, ok := meant(all, e.get(id), e.get(topicCol))
	if !ok {
		e.wrong(id)
	}
	return value
}

func (e *entry) kind() domain.Kind { return domain.Kind(e.meant(kindCol, e.words.Kinds)) }

// state is where the case stood. A register without the column tells it by the answer.
func (e *entry) state(answered calendar.Date) domain.State {
	switch {
	case e.get(statusCol) != "":
		return domain.State(e.meant(statusCol, e.words.States))
	case answered.IsZero():
		return domain.InWork
	default:
		return domain.Closed
	}
}

// outcome is how the case ended. Registers often say it in the state alone: forwarded, withdrawn.
func (e *entry) outcome() domain.Outcome {
	if e.get(outcomeCol) != "" {
		return domain.Outcome(e.meant(outcomeCol, e.words.Outcomes))
	}
	implied, _ := meant(e.words.Outcomes, e.get(statusCol), "")
	return domain.Outcome(implied)
}

// subject is what the register calls it, or how the text begins.
func (e *entry) subject(kind domain.Kind) string {
	const most = 120
	if subject := oneLine(e.get(subjectCol)); subject != "" {
		return subject
	}
	if e.get(textCol) == "" && kind != domain.Whistleblower { // whose words stay in the envelope
		e.wrong(subjectCol)
	}
	return cut(oneLine(e.get(textCol)), most)
}

// moment reads a day with or without a time. An empty field is no moment.
func (e *entry) moment(id columnID) time.Time {
	field := e.get(id)
	if field == "" {
		return time.Time{}
	}
	at, ok := parseMoment(field)
	if !ok && e.record.sheet != "" {
		at, ok = serialMoment(field, e.record.since1904)
	}
	if on := calendar.DateOf(at); !ok || on.Year() < firstYear || on > calendar.Last {
		e.wrong(id)
		return time.Time{}
	}
	return at
}

// lines keeps the lines of a text and drops other control characters.
func lines(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
}

// oneLine joins the lines of a field and drops control characters.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// cut shortens to a number of characters.
func cut(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return s
}
