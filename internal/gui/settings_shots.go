package gui

import (
	"slices"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// settingsShots are the states of the screen that the gallery shows.
func settingsShots() []shot {
	at := func(tab present.SettingsTab) func(*Window) present.Route {
		return func(*Window) present.Route { return present.Route{Place: present.SettingsPlace, Arg: string(tab)} }
	}
	model := func(do func(*present.Settings)) func(*Window) {
		return func(w *Window) {
			if s, ok := w.screen.(*settingsScreen); ok {
				do(s.model)
			}
		}
	}
	return []shot{
		{name: "15-settings-office", user: "secretary", route: at(present.OfficeTab)},
		{name: "15-settings-refusal", user: "secretary", route: at(present.OfficeTab), stage: model(func(m *present.Settings) {
			m.Form.Write(m.Form.Field("municipality"), "")
			m.Form.Write(m.Form.Field("email"), "няма такъв адрес")
			m.Form.Submit()
		})},
		{name: "15-settings-departments", user: "secretary", route: at(present.DepartmentsTab)},
		{name: "15-settings-topics", user: "secretary", route: at(present.TopicsTab)},
		{name: "15-settings-filing", user: "secretary", route: at(present.FilingTab)},
		{name: "15-settings-users", user: "secretary", route: at(present.UsersTab), stage: model(func(m *present.Settings) { m.Users.Choose(3) })},
		{name: "15-settings-new-user", user: "secretary", route: at(present.UsersTab), stage: model(func(m *present.Settings) { m.Users.New() })},
		{name: "15-settings-role", user: "secretary", route: at(present.UsersTab), stage: model(func(m *present.Settings) {
			m.Users.Choose(3)
			m.Users.Give()
			m.Users.Panel.Submit()
		})},
		{name: "15-settings-numbers", user: "secretary", route: at(present.NumbersTab)},
		{name: "15-settings-numbers-refused", user: "secretary", route: at(present.NumbersTab), stage: model(func(m *present.Settings) {
			m.Form.Write(m.Form.Field("numberTemplate"), "{индекс}/{дд.мм.гггг}")
			m.Form.Submit()
		})},
		{name: "15-settings-paragraphs", user: "secretary", route: at(present.ParagraphsTab), stage: model(func(m *present.Settings) { m.List.Choose(4) })},
		{name: "15-settings-templates", user: "secretary", route: at(present.TemplatesTab), stage: model(func(m *present.Settings) { m.List.Choose(10) })},
		{name: "15-settings-rules", user: "secretary", route: at(present.RulesTab)},
		{name: "15-settings-rules-moves", user: "secretary", route: at(present.RulesTab), stage: model(func(m *present.Settings) {
			m.List.Choose(2)
			f := m.List.Form
			f.Write(f.Field("term"), "14")
			f.Field("unit").Text = "d"
			from := f.Field("from")
			from.Date = m.Today().AddDays(-45)
			from.Text = from.Date.Local()
			f.Edit(from)
		})},
		{name: "15-settings-rules-refused", user: "secretary", route: at(present.RulesTab), stage: model(func(m *present.Settings) {
			m.List.Form.Write(m.List.Form.Field("term"), "1")
			m.List.Form.Submit()
		})},
		{name: "15-settings-terms", user: "secretary", route: at(present.TermsTab)},
		{name: "15-settings-chains", user: "secretary", route: at(present.ChainsTab), stage: model(func(m *present.Settings) { m.List.Choose(2) })},
		{name: "15-settings-chains-refused", user: "secretary", route: at(present.ChainsTab), stage: model(func(m *present.Settings) {
			m.List.New()
			f := m.List.Form
			f.Field("kind").Text = string(domain.ComplaintService)
			f.Field("steps").Picked = []string{string(domain.Head), string(domain.Adviser), string(domain.Secretary)}
			f.Edit(f.Field("steps"))
			f.Submit()
		})},
		{name: "15-settings-backup", user: "secretary", route: at(present.BackupTab)},
		{name: "15-settings-backup-same", user: "secretary", route: at(present.BackupTab), stage: model(func(m *present.Settings) {
			m.Backup.Choose(len(m.Backup.Places()) - 1)
		})},
		{name: "15-settings-password", user: "clerk", route: at(present.PasswordTab)},
		{name: "15-settings-look", user: "clerk", route: at(present.LookTab)},
		{name: "15-settings-about", user: "clerk", route: at(present.AboutTab)},
		{name: "15-settings-stock", user: "secretary", route: olderOffice}, // last: the office is another one from here on
		{name: "15-settings-stock-calendar", user: "secretary", route: olderCalendar},
	}
}

// olderCalendar is the calendar of such an office.
func olderCalendar(w *Window) present.Route {
	olderOffice(w)
	return present.Route{Place: present.CalendarPlace}
}

// olderOffice is one that lacks a declared day of this year and has changed a letter.
func olderOffice(w *Window) present.Route {
	now := w.program.Acting().Office
	i := slices.IndexFunc(now.Declared, func(d calendar.Declared) bool { return d.Date.Year() == w.env.Today().Year() })
	if t, ok := now.Template(domain.TExecution); ok && i >= 0 {
		t.Paragraphs = t.Paragraphs[:len(t.Paragraphs)-1]
		if w.program.SetTemplate(t) == nil {
			_ = w.program.SetCalendar(now.CalendarNow().Drop(now.Declared[i].Date)) // what is not dropped is not offered
		}
	}
	return present.Route{Place: present.SettingsPlace, Arg: present.StockArg}
}
