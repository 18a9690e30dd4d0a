package domain

// Assignment is what is joined on one screen: the decision that a submission is considered, the resolution, and that
// whoever resolves takes it himself. Each stays an event of its own in the record.
type Assignment struct {
	Admission  AdmissibilityDecided // without a ground it was decided before
	Resolution CaseResolved
	Accepted   bool // whoever writes the resolution works on it himself
}

// Assign gives the events of an assignment in their order: all of them, or why not.
func (a Acting) Assign(c Case, e Assignment) ([]Event, error) {
	var all []Event
	happened := func(e Event) {
		all = append(all, e)
		c = c.Apply(Fact{Event: e, By: a.User, At: a.Now})
	}
	if e.Admission.Ground != "" {
		admitted, err := a.Admit(c, e.Admission)
		if err != nil {
			return nil, err
		}
		if admitted.Result != InResolution {
			return nil, Refuse(string(DoResolve), WrongState).With("state", admitted.Result)
		}
		happened(admitted)
	}
	resolved, err := a.Resolve(c, e.Resolution)
	if err != nil {
		return nil, err
	}
	happened(resolved)
	if e.Accepted {
		accepted, err := a.Accept(c)
		if err != nil {
			return nil, err
		}
		happened(accepted)
	}
	return all, nil
}
