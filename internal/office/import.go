package office

import (
	"errors"
	"maps"

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

// Import takes over an older register: all of it in one command, or nothing. A dry run writes nothing.
func (o *Office) Import(c Command, rows []domain.ImportRow, source string, dry bool) (ImportResult, error) {
	var result ImportResult
	_, err := o.record(c, func() ([]stated, error) {
		m := importing{o: o, a: o.acting(), source: source, units: o.book.unitsByName(), topics: o.book.topicsByName()}
		m.persons = maps.Clone(o.book.known)
		if err := m.setUp(rows); err != nil {
			return nil, err
		}
		for _, row := range rows {
			if err := m.take(row); err != nil {
				return nil, err
			}
		}
		result = m.result
		if len(rows) == 0 {
			return nil, domain.Refuse("import", domain.ImportEmpty)
		}
		if dry || len(result.Problems) > 0 {
			o.keys.free = append(o.keys.free, m.taken...)
			return nil, errNothing
		}
		return m.group, nil
	})
	if errors.Is(err, errNothing) {
		err = nil
	}
	return result, err
}

// importing gathers the events of an import.
type importing struct {
	o       *Office
	a       domain.Acting
	source  string
	units   map[string]domain.DepartmentID
	topics  map[string]domain.TopicID
	persons map[contactKey]domain.PersonID // the contact book with the new ones
	known   map[string]bool                // numbers in the register already, and in the file
	group   []stated
	taken   []journal.KeyID
	result  ImportResult
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
	m.result.Departments = append(m.result.Departments, name)
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
	m.result.Topics = append(m.result.Topics, name)
	return nil
}

// take decides one row. What a rule refuses is a problem of its line.
func (m *importing) take(row domain.ImportRow) error {
	row.Intake.Department, row.Intake.Topic = m.units[row.Department], m.topics[row.Topic]
	if m.known[row.Number] {
		m.problem(domain.Refuse("import", domain.ImportedAlready).With("number", row.Number).With("line", row.Line))
		return nil
	}
	person, fresh, err := m.o.sender(&row.Intake, m.persons)
	if err != nil {
		return err
	}
	id, err := m.o.newKey()
	if err != nil {
		return err
	}
	m.taken = append(m.taken, id)
	e, err := m.a.Import(domain.CaseID(id), row, m.source)
	if err != nil {
		m.problem(err)
		return nil
	}
	if fresh {
		m.taken = append(m.taken, journal.KeyID(person.subject))
		m.group = append(m.group, person)
		m.persons[keyOf(row.Intake.Sender.Contact)] = row.Intake.Sender.Person
		m.result.Persons++
	}
	m.known[row.Number] = true
	m.group = append(m.group, stated{subject: journal.SubjectID(id), event: e})
	m.result.Cases++
	return nil
}

func (m *importing) problem(err error) { m.result.Problems = append(m.result.Problems, err) }

func (b *book) topicsByName() map[string]domain.TopicID {
	topics := map[string]domain.TopicID{}
	for _, t := range b.office.Topics {
		topics[t.Name] = t.ID
	}
	return topics
}

// errNothing ends an import that was to write nothing.
var errNothing = errors.New("nothing is to be written")
