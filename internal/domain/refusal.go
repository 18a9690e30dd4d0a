package domain

import "errors"

// Refusal is a rule that says no. Package say turns it into a sentence that says what to do; it is never logged
// as an error.
type Refusal struct {
	Op     string // the command, in English
	Reason Reason
	Field  string // the field of the form, when one is to blame
	Args   []Arg
}

// Arg is a named value for the sentence: string, int, calendar.Date, Kind, Role, State … .
type Arg struct {
	Name  string
	Value any
}

// Reason is why a rule says no.
type Reason string

// Refuse makes a refusal.
func Refuse(op string, why Reason) *Refusal { return &Refusal{Op: op, Reason: why} }

// On names the field to blame.
func (r *Refusal) On(field string) *Refusal {
	r.Field = field
	return r
}

// With adds a value for the sentence.
func (r *Refusal) With(name string, value any) *Refusal {
	r.Args = append(r.Args, Arg{name, value})
	return r
}

// Users gives those whom the sentence names.
func (r *Refusal) Users() []UserID {
	var all []UserID
	for _, a := range r.Args {
		if who, is := a.Value.([]UserID); is {
			all = append(all, who...)
		}
	}
	return all
}

// Error gives the refusal for developers; people read the sentence of package say.
func (r *Refusal) Error() string {
	if r.Field == "" {
		return r.Op + " refused: " + string(r.Reason)
	}
	return r.Op + " refused: " + string(r.Reason) + " (" + r.Field + ")"
}

// Is makes errors.Is compare refusals by reason.
func (r *Refusal) Is(target error) bool {
	other, ok := errors.AsType[*Refusal](target)
	return ok && other.Reason == r.Reason
}
