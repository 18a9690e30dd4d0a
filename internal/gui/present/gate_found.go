package present

import (
	"image"
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// GateFounder begins a new office, and furnishes it.
type GateFounder interface {
	NewPlan() (office.Plan, error)
	FoundOffice(plan office.Plan) (code string, sheet []byte, err error)
	FoundDemo(password string, seed int) error
	// SameCode tells whether a recovery code that was typed is the one that was printed.
	SameCode(typed, printed string) error
	TemporaryPassword() (string, error)
	Show(name string, content []byte) error
	SaveCopy(path string, content []byte) error
	Page(pdf []byte, page, width int) (image.Image, error)
	SetCalendar(e domain.CalendarSet) error
	AddUser(plan office.UserPlan) (domain.UserID, error)
}

// StepMark is a step of several as the list beside them shows it.
type StepMark struct {
	Words, Second string
	Done, Now     bool
}

// Founding is the steps of a new office: what it is, who begins, its departments and topics. Nothing is written before
// the last one is done.
type Founding struct {
	*Gate
	forms []*Form
	at    int
	plan  office.Plan
}

// Found begins a new office in the data folder.
func (g *Gate) Found() {
	var plan office.Plan
	var err error
	g.Go(func() { plan, err = g.desk.NewPlan() }, func() {
		if err != nil {
			g.trouble = g.Tell(err)
			g.show(GateBroken)
			return
		}
		g.Founding = newFounding(g, plan)
		g.show(GateFounding)
	})
}

func newFounding(g *Gate, plan office.Plan) *Founding {
	x := &Founding{Gate: g, plan: plan}
	x.forms = []*Form{x.officeForm(), x.founderForm(), x.listsForm()}
	for i, f := range x.forms {
		f.Env = g.Env
		f.GiveUp = g.T("gate.back")
		f.Closed = func(done bool) {
			if !done {
				g.Back()
			}
		}
		if i < len(x.forms)-1 {
			f.Do = g.T("gate.next")
			f.Run = func() error { return nil }
			f.Done = func() {
				x.at++
				x.changed()
			}
		}
	}
	return x
}

// Form is that of the step.
func (x *Founding) Form() *Form { return x.forms[x.at] }

// Title says where one is.
func (x *Founding) Title() string {
	return x.T("gate.step_of", "n", x.at+1, "all", len(x.forms))
}

// Steps gives the list beside the form.
func (x *Founding) Steps() []StepMark {
	seconds := []string{x.forms[0].Text("municipality"), x.forms[1].Text("name"), ""}
	words := []string{x.T("gate.found_office"), x.T("gate.found_you"), x.T("gate.found_lists")}
	var marks []StepMark
	for i := range x.forms {
		marks = append(marks, StepMark{Words: words[i], Second: seconds[i], Done: i < x.at, Now: i == x.at})
	}
	return marks
}

// Back goes a step back; false when there is none.
func (x *Founding) Back() bool {
	if x.at == 0 {
		return false
	}
	if x.Form().Busy {
		return true
	}
	x.at--
	x.changed()
	return true
}

func (x *Founding) officeForm() *Form {
	t := x.T
	f := &Form{Title: t("gate.found_office"), Lead: t("gate.found_office_lead"), Fields: []*Field{
		{Key: "municipality", Label: t("gate.municipality"), Hint: t("gate.municipality_hint"), Most: domain.MaxLine},
		{Key: "settlement", Label: t("gate.settlement"), Hint: t("gate.settlement_hint"), Most: domain.MaxLine, Narrow: true},
		{Key: "district", Label: t("gate.district"), Hint: t("gate.district_hint"), Most: domain.MaxLine, Narrow: true},
		{Key: "address", Label: t("gate.address"), Most: domain.MaxLine},
		{Key: "phone", Label: t("gate.phone"), Most: domain.MaxLine, Narrow: true},
		{Key: "email", Label: t("gate.email"), Most: domain.MaxLine, Narrow: true},
		{Key: "site", Label: t("gate.site"), Most: domain.MaxLine},
	}}
	f.Check = func() {
		require(f, "municipality", "settlement", "address")
		checkMail(f.Field("email"), f.Env)
	}
	return f
}

// require marks the fields that are empty.
func require(f *Form, keys ...string) {
	for _, key := range keys {
		if x := f.Field(key); strings.TrimSpace(x.Text) == "" && len(x.Picked) == 0 {
			x.Wrong = f.T("gate.required", "field", x.Label)
		}
	}
}

// checkMail marks an address that is none.
func checkMail(x *Field, env Env) {
	text := strings.TrimSpace(x.Text)
	name, domainName, at := strings.Cut(text, "@")
	if text != "" && (!at || name == "" || !strings.Contains(domainName, ".") || strings.ContainsAny(text, " \t")) {
		x.Wrong = env.T("refusal.bad_email")
	}
}

// founderRoles are what somebody who founds an office may be besides its administrator.
var founderRoles = []domain.Role{domain.Clerk, domain.Secretary, domain.Head, domain.DeputyMayor, domain.Mayor, domain.Auditor}

func (x *Founding) founderForm() *Form {
	t := x.T
	f := &Form{Title: t("gate.found_you"), Lead: t("gate.found_you_lead"), Fields: append([]*Field{
		{Key: "name", Label: t("gate.name"), Hint: t("gate.name_hint"), Most: domain.MaxLine},
		{Key: "title", Label: t("field.title"), Most: domain.MaxLine},
		{Key: "login", Label: t("gate.login"), Hint: t("gate.login_hint"), Most: 60},
		{
			Key: "roles", Label: t("gate.roles"), Kind: ManyField, Hint: t("gate.roles_hint"), Options: roleOptions(x.Env, founderRoles),
			Picked: []string{string(domain.Clerk)},
		},
	}, passwordPair(x.Env)...)}
	f.Check = func() {
		require(f, "name")
		checkLogin(f.Field("login"), x.Env)
		checkPair(f, x.desk.CheckPassword)
	}
	return f
}

// checkLogin marks a login that nobody could have.
func checkLogin(x *Field, env Env) {
	if login := strings.TrimSpace(x.Text); login == "" || strings.ContainsAny(login, " \t/\\") {
		x.Wrong = env.T("gate.login_shape")
	}
}

func roleOptions(env Env, roles []domain.Role) []Option {
	var all []Option
	for _, r := range roles {
		all = append(all, Option{string(r), env.Say.Role(r)})
	}
	return all
}

func (x *Founding) listsForm() *Form {
	t := x.T
	f := &Form{Title: t("gate.found_lists"), Lead: t("gate.found_lists_lead"), Do: t("gate.found_do"), Fields: []*Field{
		{Key: "departments", Label: t("gate.departments"), Kind: TextField, Lines: 7, Hint: t("gate.departments_hint"), Text: t("gate.departments_usual")},
		{Key: "topics", Label: t("gate.topics"), Kind: TextField, Lines: 9, Hint: t("gate.topics_hint"), Text: t("gate.topics_usual")},
	}}
	f.Check = func() {
		if len(lines(f.Field("departments").Text)) == 0 {
			f.Field("departments").Wrong = t("gate.departments_missing")
		}
		_, f.Field("topics").Wrong = x.topics(f)
	}
	var code string
	var sheet []byte
	f.Run = func() error {
		var err error
		code, sheet, err = x.desk.FoundOffice(x.finished())
		if code != "" {
			return nil // the office is there; a sheet that cannot be printed is told of on its own step
		}
		return err
	}
	f.Done = func() {
		x.Sheet = newSheet(x.Gate, code, sheet)
		x.Founding = nil
		x.show(GateSheet)
	}
	return f
}

// lines gives what stands on the lines of a text, each once.
func lines(text string) []string {
	var all []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" && !slices.ContainsFunc(all, func(a string) bool { return strings.EqualFold(a, line) }) {
			all = append(all, line)
		}
	}
	return all
}

// topicBreaks stand between a topic and the department that usually answers it.
var topicBreaks = []string{" – ", " - ", " — "}

// topics reads the list of topics, and says what is wrong with it.
func (x *Founding) topics(f *Form) (all []office.TopicPlan, wrong string) {
	departments := lines(f.Field("departments").Text)
	for i, line := range lines(f.Field("topics").Text) {
		name, unit := line, ""
		for _, b := range topicBreaks {
			if head, tail, ok := strings.Cut(line, b); ok {
				name, unit = head, tail
				break
			}
		}
		at := slices.IndexFunc(departments, func(d string) bool { return strings.EqualFold(d, unit) })
		switch {
		case unit == "":
		case at < 0:
			return nil, x.T("gate.topic_department", "line", i+1, "department", unit)
		default:
			unit = departments[at]
		}
		all = append(all, office.TopicPlan{Name: name, Department: unit})
	}
	return all, ""
}

// finished gives the plan of the office with what was typed.
func (x *Founding) finished() office.Plan {
	plan := x.plan
	o, you, lists := x.forms[0], x.forms[1], x.forms[2]
	s := &plan.Settings
	s.Country = x.T("gate.country")
	s.Municipality, s.Settlement, s.District = o.Text("municipality"), o.Text("settlement"), o.Text("district")
	s.Address, s.Phone, s.Email, s.Site = o.Text("address"), o.Text("phone"), o.Text("email"), o.Text("site")
	for _, name := range lines(lists.Field("departments").Text) {
		plan.Departments = append(plan.Departments, office.DepartmentPlan{Name: name})
	}
	plan.Topics, _ = x.topics(lists)
	plan.Founder = office.UserPlan{
		Login: you.Text("login"), Name: you.Text("name"), Title: you.Text("title"), Password: you.Field("password").Text,
	}
	for _, r := range you.Field("roles").Picked {
		plan.Founder.Roles = append(plan.Founder.Roles, office.RolePlan{Role: domain.Role(r)})
	}
	return plan
}
