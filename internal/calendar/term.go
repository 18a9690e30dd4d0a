package calendar

import (
	"fmt"
	"strconv"
	"strings"
)

// Unit is what a term is counted in.
type Unit uint8

// The units of a term.
const (
	Days Unit = iota
	WorkingDays
	Weeks
	Months
	Years
)

// unitCodes are the ends of a term's text. "wd" stands before "d", which it ends with.
var unitCodes = [...]struct {
	code string
	unit Unit
}{{"wd", WorkingDays}, {"d", Days}, {"w", Weeks}, {"m", Months}, {"y", Years}}

// String returns the code of the unit in the grammar of terms.
func (u Unit) String() string {
	for _, c := range unitCodes {
		if c.unit == u {
			return c.code
		}
	}
	return "?"
}

const (
	extendedCode = "ext"
	// maxCount is more than the supported years have days, and little enough for no unit to overflow.
	maxCount = 1<<16 - 1
)

// Term is a length of time in law. Its text has the grammar [ext]<n>(d|wd|w|m|y).
// Extended says that N is the total with an extension; it changes the explanation only.
type Term struct {
	N        int
	Unit     Unit
	Extended bool
}

// ParseTerm reads the text of a term, such as 14d, 7wd or ext3m; ErrTerm says it is none.
func ParseTerm(s string) (Term, error) {
	count, extended := strings.CutPrefix(s, extendedCode)
	for _, c := range unitCodes {
		digits, ok := strings.CutSuffix(count, c.code)
		if !ok {
			continue
		}
		n, err := strconv.ParseUint(digits, 10, 16)
		if err != nil || n == 0 {
			break
		}
		return Term{N: int(n), Unit: c.unit, Extended: extended}, nil
	}
	return Term{}, fmt.Errorf("%w: %q", ErrTerm, s)
}

// String returns the text that ParseTerm reads back as t.
func (t Term) String() string {
	text := strconv.Itoa(t.N) + t.Unit.String()
	if t.Extended {
		return extendedCode + text
	}
	return text
}

func (t Term) valid() bool {
	return t.N > 0 && t.N <= maxCount && t.Unit <= Years
}

// nominalEnd returns the day the term ends on before days off are looked at. It is not for working
// days, which only a Calendar can count.
func (t Term) nominalEnd(start Date) Date {
	switch t.Unit {
	case Weeks:
		return start.AddDays(7 * t.N)
	case Months:
		return start.AddMonths(t.N)
	case Years:
		return start.AddMonths(12 * t.N)
	default:
		return start.AddDays(t.N)
	}
}

// clipped returns the day number that the last month of the term does not have.
func (t Term) clipped(start, nominal Date) (wanted int, ok bool) {
	if t.Unit != Months && t.Unit != Years {
		return 0, false
	}
	_, _, wanted = start.Civil()
	_, _, got := nominal.Civil()
	return wanted, wanted != got
}
