package present

import (
	"cmp"
	"slices"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// load counts a duty on its day, and remembers the next one to come.
func (m *morning) load(d *office.Due) {
	if d.Urgency == domain.NoTerm {
		return
	}
	if i, found := slices.BinarySearch(m.days, d.Reminder.Due); found {
		m.out.counts[domain.DepartmentID{}][i]++
		if d.Department != (domain.DepartmentID{}) {
			of := m.out.counts[d.Department]
			if of == nil {
				of = &[todayDays]int{}
				m.out.counts[d.Department] = of
			}
			of[i]++
		}
	}
	if d.Urgency == domain.HalfTime {
		m.half++
	}
	if d.Urgency < domain.Today && (m.next == nil || d.Reminder.Due < m.next.Reminder.Due) {
		m.next = d
	}
}

// units are those whose load can be looked at by itself, by whoever leads one or all of them; a head begins with his own.
func (m *morning) units() (all []Option, own domain.DepartmentID) {
	leads := false
	for _, g := range m.acting.Office.Grants(m.acting.User, m.day) {
		switch g.Role {
		case domain.Head:
			leads, own = true, cmp.Or(own, g.Department)
		case domain.Secretary, domain.DeputyMayor, domain.Mayor:
			return m.unitOptions(), domain.DepartmentID{}
		default: // he sees the load of all
		}
	}
	if !leads {
		return nil, own
	}
	return m.unitOptions(), own
}

func (m *morning) unitOptions() []Option {
	all := []Option{{"", m.T("today.all_units")}}
	for _, d := range m.acting.Office.Departments {
		if !d.Closed || m.out.counts[d.ID] != nil {
			all = append(all, Option{idKey(d.ID), d.Name})
		}
	}
	return all
}

func (m *morning) urgencyOf(d calendar.Date) Urgency {
	left := m.acting.Office.Calendar().WorkingDaysBetween(m.day, d)
	switch {
	case d == m.day:
		return domain.Today
	case left <= m.acting.Office.Settings.WarnDays:
		return domain.Soon
	default:
		return domain.OnTime
	}
}
