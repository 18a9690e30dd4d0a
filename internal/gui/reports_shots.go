package gui

import (
	"harta/internal/gui/present"
)

// reportsShots are the states of the screen that the gallery shows.
func reportsShots() []shot {
	report := func(key string) func(*Window) present.Route {
		return func(*Window) present.Route { return present.Route{Place: present.ReportsPlace, Arg: key} }
	}
	return []shot{
		{name: "09-reports", user: "secretary", route: report(present.ReportYearly)},
		{name: "09-reports-overdue", user: "secretary", route: report(present.ReportOverdue)},
		{name: "09-reports-units", user: "mayor", route: report(present.ReportUnits)},
		{name: "09-reports-list", user: "secretary", route: report(""), stage: func(w *Window) {
			if s, ok := w.screen.(*reportsScreen); ok {
				s.model.OpenView(s.model.Tables()[0].Rows[0].Numbers[0].View)
			}
		}},
	}
}
