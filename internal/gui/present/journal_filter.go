package present

import (
	"slices"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// days gives the first and the last day of the period.
func (f JournalFilter) days(today calendar.Date) (from, to calendar.Date) {
	year := today.Year()
	switch f.Period {
	case PeriodToday:
		return today, today
	case PeriodWeek:
		return weekOf(today), today
	case PeriodMonth:
		_, m, _ := today.Civil()
		return calendar.NewDate(year, m, 1), today
	case PeriodYear:
		return calendar.NewDate(year, time.January, 1), today
	case PeriodLastYear:
		return calendar.NewDate(year-1, time.January, 1), calendar.NewDate(year-1, time.December, 31)
	default:
		return calendar.First, calendar.Last
	}
}

// wantsKind tells whether a kind of event, as it stands on the disk, is one of those shown.
func (f JournalFilter) wantsKind(kind string) bool {
	return f.Kind == "" || f.Kind == kindOfRecord(kind)
}

func kindOfRecord(kind string) string {
	family, _, _ := strings.Cut(kind, ".")
	switch family {
	case "case", "extension", "surplus":
		return KindCase
	case "letter":
		return KindLetter
	case "document":
		return KindDocument
	case "person":
		return KindPerson
	default:
		return KindOffice
	}
}

// wantsNumber tells whether a case has the number that was typed, or the beginning of it.
func (f JournalFilter) wantsNumber(n domain.Number) bool {
	typed := strings.TrimPrefix(strings.ToLower(strings.TrimSpace(f.Number)), numberSign)
	if typed == "" {
		return true
	}
	k := caseKey{number: strings.ToLower(n.Text)}
	return k.numbered(strings.TrimSpace(typed)) >= beginsNumber
}

// Keys of the filters.
const (
	chipBy     = "by"
	chipRecord = "record"
	chipPeriod = "period"
)

// Chips gives the filters in the order people see.
func (j *Journal) Chips() []FilterChip {
	chips := []FilterChip{
		j.chip(chipBy, j.T("journal.chip_by"), idKey(j.filter.By), j.users()),
		j.chip(chipPeriod, j.T("journal.chip_period"), j.filter.Period, []Option{
			{PeriodToday, j.T("journal.today")},
			{PeriodWeek, j.T("journal.week")},
			{PeriodMonth, j.T("journal.month")},
			{PeriodYear, j.T("journal.year")},
			{PeriodLastYear, j.T("journal.last_year")},
		}),
	}
	if j.part == JournalHistory {
		kind := j.chip(chipRecord, j.T("journal.chip_kind"), j.filter.Kind, []Option{
			{KindCase, j.T("journal.cases")},
			{KindLetter, j.T("journal.letters")},
			{KindDocument, j.T("journal.documents")},
			{KindPerson, j.T("journal.persons")},
			{KindOffice, j.T("journal.office")},
		})
		chips = slices.Insert(chips, 1, kind)
	}
	return chips
}

func (j *Journal) users() []Option {
	var options []Option
	for _, u := range j.office.Acting().Office.Users {
		if u.Name != "" {
			options = append(options, Option{idKey(u.ID), u.Name})
		}
	}
	return options
}

// SetChip sets a filter to one of its options; the empty key takes it off.
func (j *Journal) SetChip(key, option string) {
	f := j.filter
	switch key {
	case chipBy:
		f.By = domain.ParseID[domain.UserID](option)
	case chipRecord:
		f.Kind = option
	case chipPeriod:
		f.Period = option
	}
	j.begin(f)
}
