package present

import (
	"cmp"
	"errors"
	"slices"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// admitForm decides whether and how the submission is considered. Only the grounds are offered that fit its kind and on
// which whoever works may decide; the ground says what follows. What the desk proposed stands in it already.
func (c *Case) admitForm() *Form {
	var f *Form
	var more []*Field
	assign := c.mayAssign()
	if assign {
		more = append([]*Field{{Key: "assign", Label: c.T("case.assign_too"), Kind: TickField}}, c.resolutionFields()...)
	}
	f = c.checkForm(domain.DoAdmit, func(id office.Command) error { return c.admit(f, id) }, more...)
	if assign {
		c.proposeUnit(f)
		checked, notices := f.Edited, f.Notices
		f.Edited = func(x *Field) {
			checked(x)
			f.Notices = notices
			c.assignShown(f, x)
		}
	}
	if p := c.state.Case.Proposed; p.Ground != "" && c.state.Case.Admitted.Ground == "" {
		f.Lead = c.T("case.lead.proposed", "name", c.user(c.state.Case.ProposedBy), "ground", c.Say.Ground(p.Ground))
	}
	return f
}

// mayAssign tells whether whoever decides may write the resolution too.
func (c *Case) mayAssign() bool {
	x := c.state.Case
	x.State = domain.InResolution
	x.Admitted.Ground = domain.Admissible
	return c.state.by.May(x, domain.LetterFile{}, domain.DoResolve) == nil
}

// assignShown asks for the resolution when the submission is considered, and it is to be written at once.
func (c *Case) assignShown(f *Form, x *Field) {
	r, known := domain.RuleOf(domain.Ground(f.Text("ground")))
	assign := f.Field("assign")
	assign.Hidden = !known || r.Result != domain.InResolution
	for _, key := range resolutionKeys {
		f.Field(key).Hidden = !assigns(f)
	}
	if assigns(f) {
		c.assigning(f, x)
	}
}

// assigns tells whether the resolution is written in the same form.
func assigns(f *Form) bool { return f.shown("assign").On }

// proposeForm fills in the check for whoever decides on its ground.
func (c *Case) proposeForm() *Form {
	var f *Form
	f = c.checkForm(domain.DoPropose, func(id office.Command) error {
		e, err := c.decision(f, domain.DoPropose)
		if err != nil {
			return err
		}
		if splits(f) {
			return c.split(f, id, e)
		}
		return c.office.Propose(id, c.id, domain.AdmissibilityProposed{
			Ground: e.Ground, Reason: e.Reason, Body: e.Body, Into: e.Into, Danger: e.Danger, Check: e.Check,
		})
	})
	f.Lead = c.T("case.lead.propose")
	return f
}

// checkForm is the form of the check, for both, and what else is asked in the same form.
func (c *Case) checkForm(do domain.Action, run func(office.Command) error, more ...*Field) *Form {
	t := c.T
	tick := func(key string) *Field { return &Field{Key: key, Label: t("case.check." + key), Kind: TickField} }
	line := func(key string) *Field { return &Field{Key: key, Label: t("case.check." + key)} }
	missing := &Field{Key: "missing", Label: t("case.check.missing"), Kind: ManyField}
	for _, m := range domain.Missings() {
		missing.Options = append(missing.Options, Option{string(m), capital(c.Say.Missing(m))})
	}
	whose := &Field{Key: "whose", Label: t("case.check.whose"), Kind: ChoiceField, Narrow: true}
	for _, w := range []domain.Whose{domain.OthersData, domain.OwnData} {
		whose.Options = append(whose.Options, Option{string(w), capital(c.Say.Whose(w))})
	}
	fields := append([]*Field{
		{Key: "ground", Label: t("field.ground"), Kind: ChoiceField, Options: c.grounds(do)},
		missing, tick("illegible"), line("noDanger"),
		{Key: "danger", Label: t("case.danger_kind"), Kind: ChoiceField, Options: c.dangers(), Narrow: true},
		{Key: "place", Label: t("case.danger_place"), Narrow: true},
		{Key: "dangerReason", Label: t("case.danger_reason")},
		{Key: "told", Label: t("case.danger_told")},
		{Key: "toldOn", Label: t("case.danger_told_on"), Kind: DateField, Narrow: true},
		{Key: "toldAt", Label: t("case.danger_told_at"), Narrow: true, Most: 5},
		tick("continuing"),
		{Key: "body", Label: t("field.body")},
		line("competence"), tick("already"), tick("split"), line("part"),
		{Key: "partText", Label: t("case.check.partText"), Kind: TextField, Lines: 4},
		{Key: "into", Label: t("field.into"), Hint: t("case.into_hint"), Narrow: true},
		tick("newFacts"), tick("execution"), tick("contested"),
		line("data"), whose, line("answerable"),
		{Key: "officer", Label: t("settings.data_officer")},
		{Key: "handedOn", Label: t("case.check.handedOn"), Kind: DateField, Narrow: true},
		{Key: "seal", Label: t("case.seal"), Narrow: true},
		line("translation"),
		c.reason(),
	}, more...)
	f := c.fill(do, run, fields...)
	if f.Text("ground") == "" {
		c.prefill(f)
	}
	c.prefillOfficer(f)
	f.Edited = func(*Field) { c.admitShown(f) }
	if asked, waits := c.state.Case.Waiting(); waits && !asked.Due.IsZero() && c.state.by.Today() > asked.Due {
		f.Notices = append(f.Notices, Notice{Sign: WarnSign, Words: c.T("case.check.no_answer", "until", asked.Due)})
	}
	return f
}

// prefill proposes what the desk proposed, else what is usual for the kind.
func (c *Case) prefill(f *Form) {
	x := c.state.Case
	p := x.Proposed
	usual := cmp.Or(p.Ground, c.usualGround())
	if slices.ContainsFunc(f.Field("ground").Options, func(o Option) bool { return o.Key == string(usual) }) {
		f.Field("ground").Text = string(usual)
	}
	d := p.Danger
	if !d.Exists() {
		d = x.Intake.Danger
	}
	for key, text := range map[string]string{
		"reason": p.Reason, "body": p.Body, "danger": d.Category, "place": d.Place, "dangerReason": d.Reason, "told": d.Told,
		"noDanger": p.Check.NoDanger, "competence": p.Check.Competence, "data": p.Check.Data, "whose": string(p.Check.Whose),
		"answerable": p.Check.Answerable, "translation": p.Check.Translation, "into": c.numberOf(p.Into),
	} {
		f.Field(key).Text = text
	}
	if !d.ToldAt.IsZero() {
		on := f.Field("toldOn")
		on.Date = calendar.DateOf(d.ToldAt)
		on.Text, f.Field("toldAt").Text = on.Date.Local(), c.Say.Time(d.ToldAt)
	}
	for key, is := range ticks(&p.Check) {
		f.Field(key).On = *is
	}
	for _, m := range p.Check.Missing {
		f.Field("missing").Picked = append(f.Field("missing").Picked, string(m))
	}
	if p.Ground == "" {
		f.Field("missing").Picked = missingOf(x.Intake.Sender.Contact)
	}
}

// missingOf is what a contact itself shows to be missing.
func missingOf(s domain.Contact) []string {
	var all []string
	for _, m := range []struct {
		what domain.Missing
		is   bool
	}{
		{domain.NoName, s.Name == ""},
		{domain.NoAddress, s.Street == "" && s.Settlement == ""},
		{domain.NoContact, !s.Reachable()},
	} {
		if m.is {
			all = append(all, string(m.what))
		}
	}
	return all
}

// ticks are the facts of a check that are or are not.
func ticks(k *domain.Check) map[string]*bool {
	return map[string]*bool{
		"illegible": &k.Illegible, "continuing": &k.Continuing, "already": &k.Already, "newFacts": &k.NewFacts,
		"execution": &k.Execution, "contested": &k.Contested,
	}
}

func (c *Case) numberOf(id domain.CaseID) string {
	if id == (domain.CaseID{}) {
		return ""
	}
	for _, e := range c.office.List(func(e domain.Entry) bool { return e.Case == id }) {
		return e.Number.Text
	}
	return ""
}

// usualGround is proposed: what has another order by law goes there, a danger is looked into, and without a sender and a
// danger nothing is opened.
func (c *Case) usualGround() domain.Ground {
	in := c.state.Case.Intake
	switch {
	case in.Kind == domain.Whistleblower:
		return domain.GroundSealed
	case in.Kind.OtherOrder():
		return domain.GroundOtherOrder
	case in.Sender.Contact.Type == domain.Anonymous && in.Danger.Exists():
		return domain.GroundExOfficio
	case in.Sender.Contact.Type == domain.Anonymous:
		return domain.GroundAnonymous
	default:
		return domain.Admissible
	}
}

// grounds are those that can be chosen for the case: to decide, those on which whoever works may decide; to propose, all.
func (c *Case) grounds(do domain.Action) []Option {
	x, by := c.state.Case, c.state.by
	anonymous := x.Intake.Sender.Contact.Type == domain.Anonymous
	var all []Option
	for _, r := range domain.GroundRules() {
		fits := len(r.Kinds) == 0 || slices.Contains(r.Kinds, x.Intake.Kind)
		switch r.Ground {
		case domain.GroundClassified: // it has a form of its own, which wipes what is here
			fits = false
		case domain.GroundAnonymous:
			fits = fits && anonymous
		case domain.Admissible:
			fits = fits && !anonymous
		default:
		}
		e := domain.AdmissibilityDecided{Ground: r.Ground, Result: r.Result}
		s := domain.Situation{Case: x, By: by.User, Event: e}
		if fits && (do == domain.DoPropose || by.Office.Authority(s, domain.DoAdmit, by.Today()) == nil) {
			all = append(all, Option{string(r.Ground), capital(c.Say.Ground(r.Ground))})
		}
	}
	return all
}

// admitShown shows the fields that a ground asks for, and says what follows from it.
func (c *Case) admitShown(f *Form) {
	g := domain.Ground(f.Text("ground"))
	asked := c.asked(g)
	if own := f.Text("whose") == string(domain.OwnData); own && g == domain.GroundPersonalPart {
		asked = append(asked, "officer", "handedOn")
	}
	split := slices.Contains(asked, "split") && f.Field("split").On
	for _, x := range f.Fields {
		if x.Key != "ground" {
			x.Hidden = !slices.Contains(asked, x.Key)
		}
	}
	f.Field("part").Hidden, f.Field("partText").Hidden = !split, !split
	hint := ""
	if r, ok := domain.RuleOf(g); ok {
		hint = c.T("case.ground_source", "source", c.Say.Source(r.Source), "state", c.Say.State(r.Result))
		if r.Template != "" {
			hint += " " + c.T("case.ground_letter", "letter", c.titleOf(r.Template))
		}
	}
	f.Field("ground").Hint = hint
	c.ownShown(f, g)
}

// asksFor are the fields of the check that belong to each ground.
var asksFor = map[domain.Ground][]string{
	domain.GroundAnonymous:    {"missing", "illegible", "noDanger"},
	domain.GroundExOfficio:    {"danger", "place", "told", "toldOn", "toldAt", "dangerReason"},
	domain.GroundTooOld:       {"continuing"},
	domain.GroundNotOurs:      {"body", "competence", "already"},
	domain.GroundOtherOrder:   {"body"},
	domain.GroundRepeated:     {"into"},
	domain.GroundDuplicate:    {"into"},
	domain.GroundPersonal:     {"data", "whose"},
	domain.GroundPersonalPart: {"data", "whose", "answerable"},
	domain.GroundOwnData:      {"data", "officer", "handedOn"},
	domain.GroundObscenePart:  {"answerable"},
	domain.GroundSealed:       {"seal"},
}

// asked gives the fields that a ground asks for in this case.
func (c *Case) asked(g domain.Ground) []string {
	if g == "" {
		return nil
	}
	x := c.state.Case
	all := slices.Clone(asksFor[g])
	also := func(is bool, keys ...string) {
		if is {
			all = append(all, keys...)
		}
	}
	repeats := func(l domain.Link) bool { return l.How == domain.RepeatOf }
	also(g != domain.Admissible, "reason")
	also(x.Intake.Language != "", "translation")
	also(g == domain.GroundNotOurs && c.may(domain.DoCorrect), "split")
	also(g == domain.GroundExOfficio && x.Intake.Sender.Contact.Type == domain.Anonymous, "missing", "illegible")
	also(g == domain.Admissible && domain.TooOld(x.Intake.Violation, x.ReceivedOn()), "continuing")
	also(g == domain.Admissible && slices.ContainsFunc(x.Intake.Links, repeats), "newFacts", "execution", "contested")
	return all
}

// splits tells whether only a part of the submission is meant.
func splits(f *Form) bool { return f.shown("split").On }

// decision reads the form. Of a hidden field nothing is taken.
func (c *Case) decision(f *Form, do domain.Action) (domain.AdmissibilityDecided, error) {
	shown := func(key string) string { return f.shown(key).Text }
	e := domain.AdmissibilityDecided{Ground: domain.Ground(f.Text("ground")), Reason: shown("reason"), Body: shown("body"), Seal: shown("seal")}
	if e.Ground == "" {
		return e, domain.Refuse(string(do), domain.FieldMissing).On("ground").With("field", "ground")
	}
	e.Check = domain.Check{
		NoDanger: shown("noDanger"), Answerable: shown("answerable"), Data: shown("data"), Whose: domain.Whose(shown("whose")),
		Competence: shown("competence"), Translation: shown("translation"),
	}
	for key, is := range ticks(&e.Check) {
		*is = f.shown(key).On
	}
	for _, m := range f.shown("missing").Picked {
		e.Check.Missing = append(e.Check.Missing, domain.Missing(m))
	}
	if e.HandsOver() {
		e.Body, e.Check.HandedOn = shown("officer"), f.shown("handedOn").Date
	}
	err := c.readDanger(f, &e)
	if into := shown("into"); err == nil && into != "" {
		e.Into, err = c.another(do, into)
	}
	return e, err
}

// readDanger reads what is threatened, and who was told of it when.
func (c *Case) readDanger(f *Form, e *domain.AdmissibilityDecided) (err error) {
	if e.Ground != domain.GroundExOfficio {
		return nil
	}
	e.Danger = domain.Danger{
		Category: f.Text("danger"), Reason: f.Text("dangerReason"), Told: f.Text("told"), Place: f.Text("place"),
	}
	e.Danger.ToldAt, err = f.moment("toldOn", "toldAt", c.state.by.Today())
	return err
}

// split takes the part that was told out into a case of its own.
func (c *Case) split(f *Form, id office.Command, e domain.AdmissibilityDecided) error {
	registered, err := c.office.Split(id, c.id, domain.Part{Subject: f.Text("part"), Text: f.Text("partText")}, e)
	if err == nil {
		f.Done = func() { c.Toast(Toast{Words: c.T("case.done.split", "number", registered.Number.Text)}) }
	}
	return onFields(err, map[string]string{"subject": "part", "text": "partText"})
}

// onFields points a refusal to the fields as a form calls them.
func onFields(err error, names map[string]string) error {
	if r, ok := errors.AsType[*domain.Refusal](err); ok && names[r.Field] != "" {
		return r.On(names[r.Field])
	}
	return err
}

func (c *Case) admit(f *Form, id office.Command) error {
	e, err := c.decision(f, domain.DoAdmit)
	switch {
	case err != nil:
		return err
	case splits(f):
		return c.split(f, id, e)
	case assigns(f):
		f.Done = func() { c.Toast(Toast{Words: c.T("case.done.admit_resolve")}) }
		return c.office.Assign(id, c.id, domain.Assignment{Admission: e, Resolution: resolution(f), Accepted: takes(f)})
	}
	_, err = c.office.Admit(id, c.id, e)
	return err
}
