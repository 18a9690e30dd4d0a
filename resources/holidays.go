package resources

import (
	"bytes"
	"encoding/csv"
	"fmt"
)

// DeclaredDay is a day the Council of Ministers declared, as it stands in the table.
type DeclaredDay struct {
	Date  string // ISO form 2006-01-02
	Work  bool   // a weekend day to be worked; otherwise a day off
	Basis string // the act
}

// DeclaredDays returns the days declared since 2010, by date: those of 2010–2016 with the Saturdays that were worked
// for them. A new office starts with them and adds its own.
func DeclaredDays() ([]DeclaredDay, error) {
	data, err := read("holidays.csv")
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = 3
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("declared days: %w", err)
	}
	var days []DeclaredDay
	for i, row := range rows {
		switch kind := row[1]; {
		case i == 0: // the header
		case kind == "off", kind == "work":
			days = append(days, DeclaredDay{Date: row[0], Work: kind == "work", Basis: row[2]})
		default:
			return nil, fmt.Errorf("declared day %s: kind %q is neither off nor work", row[0], kind)
		}
	}
	return days, nil
}
