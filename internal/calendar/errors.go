package calendar

import "errors"

// What can be wrong with a caller's value; the errors returned wrap one of these with the value.
var (
	// ErrDate says that a text is not a day.
	ErrDate = errors.New("not a date")
	// ErrTerm says that a term cannot be read, or is not of a positive length.
	ErrTerm = errors.New("not a term")
	// ErrRange says that a day, or the end of a term, lies outside First to Last.
	ErrRange = errors.New("outside the supported years 2010 to 2099")
)

// Conflict says what a declared day contradicts.
type Conflict uint8

// What a declared day can contradict.
const (
	DeclaredTwice   Conflict = iota + 1 // another declared day
	WorkedAnyway                        // it is declared worked, but Monday to Friday are worked already
	WorkedOnHoliday                     // it is declared worked, but the law makes it a holiday
)

// String returns the conflict for developers.
func (c Conflict) String() string {
	switch c {
	case DeclaredTwice:
		return "declared twice"
	case WorkedAnyway:
		return "declared worked but not a weekend"
	case WorkedOnHoliday:
		return "declared worked but a public holiday"
	default:
		return "unknown conflict"
	}
}

// ContradictionError says which declared day was refused, and why.
type ContradictionError struct {
	Date     Date
	Conflict Conflict
}

// Error returns the refusal for developers.
func (e *ContradictionError) Error() string {
	return "declared day " + e.Date.String() + ": " + e.Conflict.String()
}
