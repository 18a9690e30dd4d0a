package domain

import (
	"slices"
	"strings"
)

// nearCodes is how many codes of the nomenclature are told to whoever typed one that is not there.
const nearCodes = 3

// noSuchFiling refuses a code that the nomenclature has not, and tells those nearest to it.
func (o *Office) noSuchFiling(op Action, code string) *Refusal {
	near := o.nearFilings(code)
	if len(near) == 0 {
		return Refuse(string(op), NoFilings)
	}
	return Refuse(string(op), NoSuchFiling).With("code", code).With("near", strings.Join(near, ", "))
}

// nearFilings gives the open codes that differ least from one, the nearest first.
func (o *Office) nearFilings(code string) []string {
	type near struct {
		code string
		far  int
	}
	var all []near
	for _, f := range o.Filing {
		if !f.Closed {
			all = append(all, near{f.Code, distance(strings.TrimSpace(code), f.Code)})
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return a.far - b.far })
	codes := make([]string, 0, nearCodes)
	for _, x := range all[:min(len(all), nearCodes)] {
		codes = append(codes, x.code)
	}
	return codes
}

// distance is how many letters must be changed, added or left out to make one word of another.
func distance(a, b string) int {
	from, to := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		before := row[0]
		row[0] = i + 1
		for j, other := range to {
			cost := before
			if r != other {
				cost = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], cost
		}
	}
	return row[len(to)]
}
