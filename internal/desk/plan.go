package desk

import (
	"fmt"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/say"
	"harta/resources"
)

// BasicPlan is what every new office begins with: settings of the law and the charter, templates, the days declared
// so far. It has no crest: that one is the office's own.
func BasicPlan() (office.Plan, error) {
	stock, err := Stock()
	return office.Plan{Settings: domain.DefaultSettings(), Templates: stock.Templates, Declared: stock.Days}, err
}

// Stock is what the program brings to every office: letters, standard paragraphs, the days declared so far.
func Stock() (s domain.Stock, err error) {
	if s.Templates, err = say.Templates(); err != nil {
		return s, err
	}
	if s.Paragraphs, err = say.Paragraphs(); err != nil {
		return s, err
	}
	s.Days, err = DeclaredDays()
	return s, err
}

// TakeStock takes over what the program brings: all that the office lacks, or the pieces that are named.
func (d *Desk) TakeStock(keys ...string) error {
	stock, err := Stock()
	if err != nil {
		return err
	}
	return d.Office.TakeStock(stock, keys...)
}

// DeclaredDays are the days of the Council of Ministers that the program ships.
func DeclaredDays() ([]calendar.Declared, error) {
	shipped, err := resources.DeclaredDays()
	if err != nil {
		return nil, err
	}
	days := make([]calendar.Declared, len(shipped))
	for i, d := range shipped {
		date, err := calendar.ParseDate(d.Date)
		if err != nil {
			return nil, fmt.Errorf("declared day: %w", err)
		}
		days[i] = calendar.Declared{Date: date, Work: d.Work, Basis: d.Basis}
	}
	return days, nil
}

// DemoPlan is the made-up office to practise in. All its users have the same password.
func DemoPlan(password string) (office.Plan, error) {
	plan, err := BasicPlan()
	if err != nil {
		return plan, err
	}
	demo, err := resources.DemoData()
	if err != nil {
		return plan, err
	}
	if plan.Settings.Crest, err = resources.Crest(); err != nil {
		return plan, err
	}
	plan.Demo = true
	describe(&plan.Settings, demo.Office)
	for _, name := range demo.Departments {
		plan.Departments = append(plan.Departments, office.DepartmentPlan{Name: name})
	}
	for _, t := range demo.Topics {
		plan.Topics = append(plan.Topics, office.TopicPlan{Name: t.Name, Department: t.Department})
	}
	plan.Filing = filing(demo)
	for i, u := range demo.Users {
		if i == 0 {
			plan.Founder = demoUser(u, password)
			continue
		}
		plan.Users = append(plan.Users, demoUser(u, password))
	}
	return plan, nil
}

func describe(s *domain.Settings, o resources.DemoOffice) {
	s.Municipality, s.Country, s.Settlement, s.District = o.Municipality, o.Country, o.Settlement, o.District
	s.Address, s.Phone, s.Email, s.Site = o.Address, o.Phone, o.Email, o.Site
	s.Hours, s.Privacy = o.Hours, o.Privacy
}

func demoUser(u resources.DemoUser, password string) office.UserPlan {
	return office.UserPlan{
		Login: u.Login, Name: u.Name, Title: u.Title, Department: u.Department, Password: password, Roles: demoRoles(u),
	}
}

// demoRoles leaves out what nobody has to be granted: the founder is administrator, and whoever has a case in hand
// its executor.
func demoRoles(u resources.DemoUser) []office.RolePlan {
	var roles []office.RolePlan
	for _, name := range u.Roles {
		switch role := domain.Role(name); role {
		case domain.Admin, domain.Executor:
		case domain.Head:
			roles = append(roles, office.RolePlan{Role: role, Department: u.Department})
		default:
			roles = append(roles, office.RolePlan{Role: role})
		}
	}
	return roles
}

// FoundOffice makes a new office in the data folder and signs its founder in. The recovery code, as it is printed,
// and the sheet with it are made once: nobody can make them again. A code beside an error says that the office
// is there, but its sheet is not.
func (d *Desk) FoundOffice(plan office.Plan) (code string, sheet []byte, err error) {
	o, recovery, err := office.Found(d.dir, plan, d.officeOptions())
	if err != nil {
		return "", nil, err
	}
	d.Office, d.open = o, true
	sheet, err = d.RecoverySheet(plan, recovery.Reveal())
	return recovery.Reveal(), sheet, err
}
