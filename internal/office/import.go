package office

import (
	"errors"

	"harta/internal/domain"
	"harta/internal/journal"
)

// ImportResult says what a register brought, or would bring.
type ImportResult struct {
	Cases       int
	Persons     int
	Departments []string // created
	Topics      []string // created
	Problems    []error  // refusals, each with its line; nothing was written if there is one
}

// Register is an older register to be taken over.
type Register struct {
	Rows     []domain.ImportRow
	Source   string      // what it was read from
	Dry      bool        // nothing is to be written
	Progress Progress    // is told how many rows of how many are decided; may be nil
	Stopped  func() bool // gives it up before anything is written; nil never does
}

// ErrGivenUp says that a register was given up before anything was written.
var ErrGivenUp = errors.New("import given up")

// Import takes over an older register: all of it in one command, or nothing. A dry run writes nothing.
func (o *Office) Import(c Command, r Register) (ImportResult, error) {
	var tried ImportResult
	events, err := o.record(c, func() ([]stated, error) {
		m := importing{o: o, a: o.acting(), source: r.Source, units: o.book.unitsByName(), topics: o.book.topicsByName()}
		m.persons = map[contactKey]domain.PersonID{}
		if len(r.Rows) == 0 {
			return nil, domain.Refuse("import", domain.ImportEmpty)
		}
		if err := m.all(r); err != nil {
			return nil, err
		}
		_, planned := announced(m.group)
		tried = resultOf(planned)
		tried.Problems = m.problems
		if r.Dry || len(m.problems) > 0 {
			return nil, errNothing
		}
		return m.group, o.addKeys(m.keys)
	})
	switch {
	case errors.Is(err, errNothing):
		return tried, nil
	case err != nil:
		return ImportResult{}, err
	default:
		return resultOf(events), nil
	}
}

// resultOf counts what the events of an import bring.
func resultOf(events []domain.Event) (r ImportResult) {
	for _, e := range events {
		switch e := e.(type) {
		case domain.CaseImported:
			r.Cases++
		case domain.PersonRecorded:
			r.Persons++
		case domain.DepartmentSet:
			r.Departments = append(r.Departments, e.Name)
		case domain.TopicSet:
			r.Topics = append(r.Topics, e.Name)
		}
	}
	return r
}

// importing gathers the events of an import, and the content keys they need.
type importing struct {
	o        *Office
	a        domain.Acting
	source   string
	units    map[string]domain.DepartmentID
	topics   map[string]domain.TopicID
	persons  map[contactKey]domain.PersonID // those that are new
	known    map[string]bool                // numbers in the register already, and in the file
	group    []stated
	keys     []journal.KeyID
	problems []error
}

// all decides every row.
func (m *importing) all(r Register) error {
	if err := m.setUp(r.Rows); err != nil {
		return err
	}
	for i, row := range r.Rows {
		if r.Stopped != nil && r.Stopped() {
			return ErrGivenUp
		}
		if err := m.take(row); err != nil {
			return err
		}
		if r.Progress != nil {
			r.Progress(i+1, len(r.Rows))
		}
	}
	return nil
}

// person finds a contact among the new ones and in the contact book.
func (m *importing) person(c domain.Contact) (domain.PersonID, bool) {
	if id, ok := m.persons[keyOf(c)]; ok {
		return id, true
	}
	return m.o.book.contacts.find(c)
}

// newKey names a content key that is made when all rows are.
func (m *importing) newKey() (journal.KeyID, error) {
	id, err := m.o.newID()
	return journal.KeyID(id), err
}

// setUp creates the departments and topics that the office does not have.
func (m *importing) setUp(rows []domain.ImportRow) error {
	m.known = map[string]bool{}
	for _, e := range m.o.book.register.byID {
		m.known[e.Number.Text] = true
	}
	for _, row := range rows {
		if err := m.unit(row.Department); err != nil {
			return err
		}
		if err := m.topic(row.Topic, row.Department); err != nil {
			return err
		}
	}
	return nil
}

func (m *importing) unit(name string) error {
	if _, ok := m.units[name]; ok || name == "" {
		return nil
	}
	id, err := m.o.newID()
	if err != nil {
		return err
	}
	m.units[name] = domain.DepartmentID(id)
	m.group = append(m.group, stated{event: domain.DepartmentSet{Department: m.units[name], Name: name}})
	return nil
}

func (m *importing) topic(name, unit string) error {
	if _, ok := m.topics[name]; ok || name == "" {
		return nil
	}
	id, err := m.o.newID()
	if err != nil {
		return err
	}
	m.topics[name] = domain.TopicID(id)
	m.group = append(m.group, stated{event: domain.TopicSet{Topic: m.topics[name], Name: name, Department: m.units[unit]}})
	return nil
}

// take decides one row. What a rule refuses is a problem of its line.
func (m *importing) take(row domain.ImportRow) error {
	row.Intake.Department, row.Intake.Topic = m.units[row.Department], m.topics[row.Topic]
	if m.known[row.Number] {
		m.problems = append(m.problems, domain.Refuse("import", domain.ImportedAlready).With("number", row.Number).With("line", row.Line))
		return nil
	}
	person, fresh, err := m.o.sender(&row.Intake, m.person, m.newKey)
	if err != nil {
		return err
	}
	id, err := m.newKey()
	if err != nil {
		return err
	}
	e, err := m.a.Import(domain.CaseID(id), row, m.source)
	if no, ok := errors.AsType[*domain.Refusal](err); ok {
		err = no.With("line", row.Line)
	}
	if err != nil {
		m.problems = append(m.problems, err)
		return nil
	}
	if fresh {
		m.keys = append(m.keys, journal.KeyID(person.subject))
		m.group = append(m.group, person)
		m.persons[keyOf(row.Intake.Sender.Contact)] = row.Intake.Sender.Person
	}
	m.known[row.Number] = true
	m.keys = append(m.keys, id)
	m.group = append(m.group, stated{subject: journal.SubjectID(id), event: e})
	return nil
}

func (b *book) topicsByName() map[string]domain.TopicID {
	topics := map[string]domain.TopicID{}
	for _, t := range b.office.Topics {
		topics[t.Name] = t.ID
	}
	return topics
}

// errNothing ends an import that was to write nothing.
var errNothing = errors.New("nothing is to be written")
