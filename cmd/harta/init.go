package main

import (
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/office"
)

// founding is what init is told of a new office.
type founding struct {
	demo        bool
	settings    domain.Settings
	departments []string
	name, title string
	login       string
	roles       []string
	sheet       string
	crest       string // its file
	unchecked   bool
}

func newInitCommand(a *app) *cobra.Command {
	f := founding{}
	cmd := a.command("init", exactly(0), func([]string) error { return a.init(f) })
	o := a.options(cmd)
	o.yes(&f.demo, "demo", "demo")
	o.text(&f.settings.Municipality, "municipality", "municipality")
	o.text(&f.settings.Country, "country", "country")
	o.text(&f.settings.Settlement, "settlement", "office_settlement")
	o.text(&f.settings.District, "district", "district")
	o.text(&f.settings.Address, "address", "address")
	o.text(&f.settings.Phone, "phone", "office_phone")
	o.text(&f.settings.Email, "email", "office_email")
	o.text(&f.settings.Site, "site", "site")
	o.list(&f.departments, "department", "departments")
	o.text(&f.name, "founder-name", "founder_name")
	o.text(&f.title, "founder-title", "founder_title")
	o.text(&f.login, "login", "login")
	o.listOf(&f.roles, "role", "roles", values(domain.Roles()...))
	o.text(&f.sheet, "sheet", "sheet")
	o.text(&f.crest, "crest", "crest")
	o.yes(&f.unchecked, "no-check", "no_check")
	return cmd
}

// init founds an office, prints its recovery sheet and asks for the code back. The file of the sheet is made before
// the office, so that there is never an office whose code went nowhere.
func (a *app) init(f founding) error {
	plan, err := a.plan(f)
	if err != nil {
		return err
	}
	path := f.sheet
	if path == "" {
		path = strings.TrimRight(a.data, `/\`) + "-recovery.pdf"
	}
	sheet, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return desk.About(path, err)
	}
	code, pdf, err := a.desk.FoundOffice(plan)
	if code == "" {
		return errors.Join(err, sheet.Close(), os.Remove(path))
	}
	err = errors.Join(err, keepRecovery(sheet, pdf), a.desk.Close())
	if err != nil {
		a.complain(a.say.T("console.init.code", "code", code))
		return err
	}
	err = a.lines(
		a.say.T("console.init.done", "office", plan.Settings.Municipality, "dir", a.data, "login", plan.Founder.Login),
		a.say.T("console.init.sheet", "file", path),
	)
	if err != nil {
		return err
	}
	if f.unchecked || !a.interactive() {
		return nil
	}
	return a.checkCode(code)
}

// plan completes what init was told with what it asks for.
func (a *app) plan(f founding) (office.Plan, error) {
	if err := a.askFounding(&f); err != nil {
		return office.Plan{}, err
	}
	roles, err := parseRoles(f.roles)
	if err != nil {
		return office.Plan{}, err
	}
	password, err := a.secret(secret{
		env: envPassword, file: a.passwordFile, ask: a.say.T("console.ask.new_password"), twice: true,
	})
	if err != nil {
		return office.Plan{}, err
	}
	if f.demo {
		return desk.DemoPlan(password)
	}
	plan, err := desk.BasicPlan()
	if err != nil {
		return plan, err
	}
	plan.Settings = merged(plan.Settings, f.settings)
	if f.crest != "" {
		if plan.Settings.Crest, err = readCrest(f.crest); err != nil {
			return plan, err
		}
	}
	for _, name := range f.departments {
		plan.Departments = append(plan.Departments, office.DepartmentPlan{Name: name})
	}
	roles = slices.DeleteFunc(roles, func(r office.RolePlan) bool { return r.Role == domain.Admin })
	plan.Founder = office.UserPlan{Login: f.login, Name: f.name, Title: f.title, Password: password, Roles: roles}
	return plan, nil
}

// readCrest reads a crest that letters can be printed with.
func readCrest(path string) ([]byte, error) {
	crest, err := desk.ReadFile(path, 0)
	if err != nil {
		return nil, err
	}
	return crest, desk.About(path, letter.CheckCrest(crest))
}

// askFounding asks the terminal for what the options left out. Without a terminal the name of the office, its
// founder and his login must be given.
func (a *app) askFounding(f *founding) error {
	if f.demo {
		return nil
	}
	roles := strings.Join(f.roles, ",")
	for _, q := range []struct {
		into *string
		flag string
		must bool
	}{
		{&f.settings.Municipality, "municipality", true},
		{&f.settings.Settlement, "settlement", false},
		{&f.settings.District, "district", false},
		{&f.settings.Address, "address", false},
		{&f.settings.Phone, "phone", false},
		{&f.settings.Email, "email", false},
		{&f.settings.Site, "site", false},
		{&f.name, "founder-name", true},
		{&f.title, "founder-title", false},
		{&f.login, "login", true},
		{&roles, "role", false},
	} {
		if *q.into == "" && a.interactive() {
			answer, err := a.ask(a.say.T("console.ask."+strings.ReplaceAll(q.flag, "-", "_"), "roles", strings.Join(values(domain.Roles()...), ", ")))
			if err != nil {
				return err
			}
			*q.into = answer
		}
		if err := required(q.flag, *q.into); q.must && err != nil {
			return err
		}
	}
	f.roles = []string{roles}
	return nil
}

// merged gives the settings with what was told of the office.
func merged(s, told domain.Settings) domain.Settings {
	s.Municipality, s.Country, s.Settlement, s.District = told.Municipality, told.Country, told.Settlement, told.District
	s.Address, s.Phone, s.Email, s.Site = told.Address, told.Phone, told.Email, told.Site
	return s
}
