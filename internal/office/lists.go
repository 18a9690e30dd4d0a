package office

import (
	"fmt"

	"harta/internal/domain"
)

// SetSettings replaces the settings of the office.
func (o *Office) SetSettings(s domain.Settings) error {
	return o.aboutOffice(func(a domain.Acting) (domain.Event, error) { return a.SetSettings(s) })
}

// SetTemplate replaces a letter template.
func (o *Office) SetTemplate(t domain.Template) error {
	return o.aboutOffice(func(domain.Acting) (domain.Event, error) { return domain.TemplateSet{Template: t}, nil })
}

// SetParagraph writes a standard paragraph of letters, or changes, ends or takes over one; the empty id is a new one. It
// returns the id.
func (o *Office) SetParagraph(s domain.Standard) (domain.ParagraphID, error) {
	err := o.aboutOffice(func(a domain.Acting) (domain.Event, error) {
		e, err := a.SetParagraph(domain.ParagraphSet{Paragraph: s})
		if err != nil || s.ID != "" {
			return e, err
		}
		id, err := o.newID()
		if err != nil {
			return nil, fmt.Errorf("name a paragraph: %w", err)
		}
		s.ID = domain.ParagraphID(id.String())
		e.Paragraph.ID = s.ID
		return e, nil
	})
	return s.ID, err
}

// TakeStock takes over what the program brings and the office lacks, all of it in one command; what the office has in
// words of its own only where it is named.
func (o *Office) TakeStock(s domain.Stock, keys ...string) error {
	_, err := o.record(Command{}, func() ([]stated, error) {
		a := o.acting()
		events, err := a.TakeStock(s, keys...)
		if err != nil {
			return nil, err
		}
		group := make([]stated, len(events))
		for i, e := range events {
			if err := a.MayOffice(e); err != nil {
				return nil, err
			}
			group[i] = stated{event: e}
		}
		return group, nil
	})
	return err
}

// SetDepartment names a unit, renames it or closes it; the zero id is a new one. It returns the id.
func (o *Office) SetDepartment(e domain.DepartmentSet) (domain.DepartmentID, error) {
	err := o.aboutOffice(func(a domain.Acting) (domain.Event, error) {
		var err error
		if e, err = a.SetDepartment(e); err != nil || e.Department != (domain.DepartmentID{}) {
			return e, err
		}
		id, err := o.newID()
		if err != nil {
			return nil, fmt.Errorf("name a department: %w", err)
		}
		e.Department = domain.DepartmentID(id)
		return e, nil
	})
	return e.Department, err
}

// SetTopic names a topic, renames it or closes it; the zero id is a new one. It returns the id.
func (o *Office) SetTopic(e domain.TopicSet) (domain.TopicID, error) {
	err := o.aboutOffice(func(a domain.Acting) (domain.Event, error) {
		var err error
		if e, err = a.SetTopic(e); err != nil || e.Topic != (domain.TopicID{}) {
			return e, err
		}
		id, err := o.newID()
		if err != nil {
			return nil, fmt.Errorf("name a topic: %w", err)
		}
		e.Topic = domain.TopicID(id)
		return e, nil
	})
	return e.Topic, err
}

// SetFiling names a file of the nomenclature by its code, changes it or closes it.
func (o *Office) SetFiling(e domain.FilingSet) error {
	return o.aboutOffice(func(a domain.Acting) (domain.Event, error) { return a.SetFiling(e) })
}

// aboutOffice records one event of the office itself.
func (o *Office) aboutOffice(decide func(domain.Acting) (domain.Event, error)) error {
	_, err := o.record(Command{}, func() ([]stated, error) {
		a := o.acting()
		e, err := decide(a)
		if err != nil {
			return nil, err
		}
		return []stated{{event: e}}, a.MayOffice(e)
	})
	return err
}
