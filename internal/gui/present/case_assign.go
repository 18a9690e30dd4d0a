package present

import (
	"cmp"
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// resolveForm writes the resolution: which unit, who answers for the case, with whom, what is to be done, until when.
// Whoever takes the case himself accepts it at once.
func (c *Case) resolveForm() *Form {
	var f *Form
	f = c.fill(domain.DoResolve, func(id office.Command) error {
		return c.office.Assign(id, c.id, domain.Assignment{Resolution: resolution(f), Accepted: takes(f)})
	}, c.resolutionFields()...)
	c.proposeUnit(f)
	f.Edited = func(x *Field) {
		f.Notices = nil
		c.assigning(f, x)
	}
	f.Done = func() {
		c.takeBack(c.T("case.done.resolve"), domain.DoGiveBack, func(command commandOf) error {
			id, err := command()
			if err != nil {
				return err
			}
			return c.office.GiveBack(id, c.id, c.T("case.undo_reason"))
		})
	}
	return f
}

// resolutionKeys are the fields of a resolution; accept is shown by what was chosen.
var resolutionKeys = []string{"department", "lead", "accept", "others", "text", "due"}

// resolutionFields are those of a resolution, also where it is joined to another step.
func (c *Case) resolutionFields() []*Field {
	t := c.T
	due := &Field{Key: "due", Label: t("field.due"), Kind: DateField}
	if d, ok := c.state.Case.Due(); ok {
		due.Hint = t("case.due_hint", "due", c.Say.DateWeekday(d.Due))
	}
	return []*Field{
		{Key: "department", Label: t("field.department"), Kind: ChoiceField, Options: c.units()},
		{Key: "lead", Label: t("field.lead"), Kind: ChoiceField},
		{Key: "accept", Label: t("case.accept_self"), Kind: TickField},
		{Key: "others", Label: t("case.others_field"), Kind: ManyField, Options: c.users(domain.DepartmentID{})},
		{Key: "text", Label: t("case.resolution"), Kind: TextField, Lines: 4},
		due,
	}
}

// proposeUnit fills in the unit that was proposed at the desk.
func (c *Case) proposeUnit(f *Form) {
	if f.Text("department") == "" {
		if unit := c.state.Case.Entry().Department; unit != (domain.DepartmentID{}) {
			f.Field("department").Text = idKey(unit)
		}
	}
}

// assigning offers those of the chosen unit first, and asks whether whoever takes the case himself accepts it.
func (c *Case) assigning(f *Form, x *Field) {
	lead := f.Field("lead")
	lead.Options = append([]Option{{"", c.T("case.lead_by_head")}}, c.users(domain.ParseID[domain.DepartmentID](f.Text("department")))...)
	if x.Key == "department" {
		lead.Text = ""
	}
	c.nobodyThere(f)
	self := f.Text("lead") == idKey(c.state.by.User)
	accept := f.Field("accept")
	if self && x.Key == "lead" {
		accept.On = true
	}
	accept.Hidden = !self
}

// takes tells whether whoever writes the resolution takes the case into work himself.
func takes(f *Form) bool { return f.shown("accept").On }

func resolution(f *Form) domain.CaseResolved {
	return domain.CaseResolved{
		Department: domain.ParseID[domain.DepartmentID](f.Text("department")), Lead: domain.ParseID[domain.UserID](f.Text("lead")),
		Others: idsOf[domain.UserID](f.Field("others").Picked), Text: f.Text("text"), Due: f.Day("due"),
	}
}

// nobodyThere warns of a unit in which nobody could accept the case: it has no head today, and nobody was chosen.
func (c *Case) nobodyThere(f *Form) {
	unit := domain.ParseID[domain.DepartmentID](f.Text("department"))
	if unit == (domain.DepartmentID{}) || f.Text("lead") != "" || len(f.Field("others").Picked) > 0 {
		return
	}
	o, today := c.state.by.Office, c.state.by.Today()
	for _, u := range o.Holders(domain.Head, today) {
		if slices.ContainsFunc(o.Grants(u.ID, today), func(g domain.RoleGranted) bool {
			return g.Role == domain.Head && (g.Department == unit || g.Department == domain.DepartmentID{})
		}) {
			return
		}
	}
	f.Notices = append(slices.Clip(f.Notices), Notice{Sign: WarnSign, Words: c.T("case.nobody_there", "unit", c.unit(unit))})
}

// reassignForm moves the case inside its unit.
func (c *Case) reassignForm() *Form {
	t := c.T
	var f *Form
	f = c.fill(domain.DoReassign, func(id office.Command) error {
		return c.office.Reassign(id, c.id, domain.CaseReassigned{
			Lead: domain.ParseID[domain.UserID](f.Text("lead")), Others: idsOf[domain.UserID](f.Field("others").Picked), Reason: f.Text("reason"),
		})
	},
		&Field{Key: "lead", Label: t("field.lead"), Kind: ChoiceField, Options: c.users(c.state.Case.Entry().Department)},
		&Field{Key: "others", Label: t("case.others_field"), Kind: ManyField, Options: c.users(domain.DepartmentID{})},
		c.reason(),
	)
	return f
}

// units are the units that work, by name.
func (c *Case) units() []Option {
	var all []Option
	for _, d := range c.state.by.Office.Departments {
		if !d.Closed {
			all = append(all, Option{idKey(d.ID), d.Name})
		}
	}
	slices.SortFunc(all, func(a, b Option) int { return strings.Compare(a.Words, b.Words) })
	return all
}

// users are those who work here and to whom the case may go: those of a unit first. Whom it is directed against is left
// out: a rule would refuse him.
func (c *Case) users(first domain.DepartmentID) []Option {
	type person struct {
		Option
		own bool
	}
	today := c.state.by.Today()
	var all []person
	for _, u := range c.state.by.Office.Users {
		if !u.Removed.IsZero() && today >= u.Removed || c.accused(u) {
			continue
		}
		all = append(all, person{Option{idKey(u.ID), listed(u.Name, c.unit(u.Department))}, u.Department == first})
	}
	slices.SortStableFunc(all, func(a, b person) int {
		if a.own != b.own {
			return cmp.Compare(b2i(b.own), b2i(a.own))
		}
		return strings.Compare(a.Words, b.Words)
	})
	options := make([]Option, len(all))
	for i, p := range all {
		options[i] = p.Option
	}
	return options
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// accused tells whether the submission names a user.
func (c *Case) accused(u domain.User) bool {
	in := c.state.Case.Intake
	return in.Kind != domain.Praise && slices.ContainsFunc(in.Respondents, func(r domain.Respondent) bool { return r.User == u.ID })
}
