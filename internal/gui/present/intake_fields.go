package present

import (
	"slices"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// IntakeBigKinds are the five kinds with big buttons; the first stands for the two complaints.
func IntakeBigKinds() []string {
	return []string{
		intakeComplaint, string(domain.Signal), string(domain.Proposal), string(domain.Question), string(domain.Praise),
	}
}

// IntakeComplaints are the two complaints that „Жалба“ asks about.
func IntakeComplaints() []domain.Kind {
	return []domain.Kind{domain.ComplaintStaff, domain.ComplaintService}
}

// IntakeOtherKinds are the kinds without a big button.
func IntakeOtherKinds() []domain.Kind {
	return []domain.Kind{
		domain.Opinion, domain.AppealOfAct, domain.FOIRequest, domain.ServiceRequest, domain.Whistleblower,
	}
}

// IntakeBigChannels are the ways of receipt that stand beside each other.
func IntakeBigChannels() []domain.Channel {
	return []domain.Channel{
		domain.AtDesk, domain.ByPost, domain.InBox, domain.ByPhone, domain.ByEmail, domain.ByDelivery,
	}
}

// IntakeOtherChannels are the rest of the ways of receipt.
func IntakeOtherChannels() []domain.Channel {
	return slices.DeleteFunc(domain.Channels(), func(c domain.Channel) bool { return slices.Contains(IntakeBigChannels(), c) })
}

// dangers are the categories of the charter (CH-6), in the order of its list.
var dangers = []string{"water", "electricity", "building", "road", "fire", "animals", "food", "epidemic", "crime"}

func intakeFields(env Env) []*Field {
	t := env.T
	all := []*Field{
		{Key: IntakeKind, Label: t("intake.kind"), Kind: ChoiceField},
		{Key: IntakeChannel, Label: t("intake.channel"), Kind: ChoiceField},
		{Key: IntakeDate, Label: t("intake.received"), Kind: DateField},
		{Key: IntakeTime, Label: t("intake.hour")},
		{Key: IntakeLate, Label: t("intake.late"), Hidden: true},
		{Key: IntakeSender, Label: t("intake.sender"), Hint: t("intake.sender_prompt")},
		{Key: IntakeAnonymous, Label: t("intake.anonymous"), Kind: TickField},
		{Key: IntakeSenderType, Label: t("intake.sender_type"), Kind: ChoiceField, Options: senderTypes(env)},
		{Key: IntakeRepresents, Label: t("intake.represents")},
		{Key: IntakeSettlement, Label: t("intake.settlement")},
		{Key: IntakePostcode, Label: t("intake.postcode")},
		{Key: IntakeStreet, Label: t("intake.street")},
		{Key: IntakePhone, Label: t("intake.phone")},
		{Key: IntakeEmail, Label: t("intake.email")},
		{Key: IntakeAddress, Label: t("intake.address"), Kind: ChoiceField, Options: []Option{
			{string(domain.ToMr), t("intake.address_mister")},
			{string(domain.ToMs), t("intake.address_madam")},
			{string(domain.ToAll), t("intake.address_all")},
		}},
		{Key: IntakeKeepIdentity, Label: t("intake.keep_identity"), Kind: TickField},
		{Key: IntakeRespondents, Label: t("intake.against"), Kind: ManyField},
		{Key: IntakeSubject, Label: t("intake.subject")},
		{Key: IntakeText, Label: t("intake.text"), Kind: TextField, Lines: 4},
		{Key: IntakeDemand, Label: t("intake.demand")},
		{Key: IntakeTopic, Label: t("intake.topic"), Kind: ChoiceField},
		{Key: IntakeDepartment, Label: t("intake.department"), Kind: ChoiceField},
		{Key: IntakeViolation, Label: t("intake.violation"), Kind: DateField},
		{Key: IntakeDanger, Label: t("intake.danger"), Kind: TickField},
		{Key: IntakeDangerKind, Label: t("intake.danger_kind"), Kind: ChoiceField, Options: dangerKinds(env)},
		{Key: IntakeDangerWhy, Label: t("intake.danger_reason")},
		{Key: IntakeDangerTold, Label: t("intake.danger_told")},
		{Key: IntakeDangerPlace, Label: t("intake.danger_place")},
		{Key: IntakeDangerAt, Label: t("intake.danger_told_at"), Most: 5},
		{Key: IntakeLanguage, Label: t("intake.language"), Most: 40},
		{Key: IntakeSheets, Label: t("intake.sheets")},
		{Key: IntakeRef, Label: t("intake.ref")},
		{Key: IntakeRefDate, Label: t("intake.ref_date"), Kind: DateField},
		{Key: IntakeReferrer, Label: t("intake.referrer")},
		{Key: IntakeReferrerRef, Label: t("intake.referrer_ref")},
		{Key: IntakeReferrerDate, Label: t("intake.ref_date"), Kind: DateField},
		{Key: IntakeReferrerAt, Label: t("intake.referrer_at")},
		{Key: IntakeAffected, Label: t("intake.affected"), Kind: TextField, Lines: 2},
		{Key: intakePerson, Hidden: true},
		{Key: intakeFiles, Label: t("intake.files"), Kind: ManyField},
		{Key: intakeLinks, Label: t("intake.links"), Kind: ManyField},
		{Key: intakeDismissed, Kind: ManyField, Hidden: true},
	}
	return all
}

func senderTypes(env Env) []Option {
	var all []Option
	for _, s := range []domain.SenderType{domain.NaturalPerson, domain.Organisation, domain.Group, domain.Ombudsman} {
		all = append(all, Option{string(s), env.Say.SenderType(s)})
	}
	return all
}

func dangerKinds(env Env) []Option {
	var all []Option
	for _, d := range dangers {
		all = append(all, Option{d, env.T("console.danger." + d)})
	}
	return all
}

// fillOptions offers the open topics, the open departments, and whom a submission may be about.
func (n *Intake) fillOptions() {
	o, today := n.acting.Office, n.acting.Today()
	none := Option{"", n.T("intake.none")}
	topics, units, about := []Option{none}, []Option{none}, []Option(nil)
	for _, x := range o.Topics {
		if !x.Closed {
			topics = append(topics, Option{domain.ID(x.ID).String(), x.Name})
		}
	}
	for _, u := range o.Users {
		if u.Removed == 0 || u.Removed > today {
			about = append(about, Option{"u" + domain.ID(u.ID).String(), n.userWords(u)})
		}
	}
	for _, d := range o.Departments {
		if !d.Closed {
			units = append(units, Option{domain.ID(d.ID).String(), d.Name})
			about = append(about, Option{"d" + domain.ID(d.ID).String(), n.T("intake.unit", "name", d.Name)})
		}
	}
	n.Field(IntakeTopic).Options, n.Field(IntakeDepartment).Options, n.Field(IntakeRespondents).Options = topics, units, about
}

func (n *Intake) userWords(u domain.User) string {
	if u.Title == "" {
		return u.Name
	}
	return n.T("intake.user", "name", u.Name, "title", u.Title)
}

// follow shows the fields that the others ask for and hides the rest.
func (n *Intake) follow() {
	kind, sealed := n.Kind(), n.Kind() == domain.Whistleblower
	n.hide(sealed, IntakeSender, IntakeAnonymous, IntakeSubject, IntakeText, IntakeDemand, IntakeTopic, IntakeDepartment,
		IntakeDanger, IntakeLanguage, IntakeRef, intakeFiles)
	n.followSender(sealed)
	n.hide(sealed || !n.unfolded(), intakeMore...)
	n.moreHints()
	n.hide(sealed || !namesSomebody(kind), IntakeRespondents)
	n.hide(sealed || !ages(kind), IntakeViolation)
	n.hide(sealed || len(n.Field(intakeLinks).Picked) == 0, intakeLinks)
	n.hide(sealed || !n.On(IntakeDanger), IntakeDangerKind, IntakeDangerWhy, IntakeDangerTold, IntakeDangerPlace,
		IntakeDangerAt)
	n.hide(sealed || n.Text(IntakeRef) == "", IntakeRefDate)
	n.Field(IntakeRespondents).Label = n.T("intake.against")
	if kind == domain.Praise {
		n.Field(IntakeRespondents).Label = n.T("intake.praised")
	}
}

// followSender asks somebody new for his address, and somebody of the contact book on demand. Who does not sign may have
// left a telephone or an electronic address.
func (n *Intake) followSender(sealed bool) {
	nobody := sealed || n.On(IntakeAnonymous)
	open := !nobody && (n.Details || n.Text(intakePerson) == "" && n.Text(IntakeSender) != "")
	n.hide(!open, IntakeSenderType, IntakeSettlement, IntakePostcode, IntakeStreet)
	n.hide(sealed || !open && !n.On(IntakeAnonymous), IntakePhone, IntakeEmail)
	n.hide(!open || n.Text(IntakeSenderType) == string(domain.NaturalPerson), IntakeRepresents)
	n.hide(nobody, IntakeAddress, IntakeKeepIdentity)
}

func (n *Intake) hide(hidden bool, keys ...string) {
	for _, k := range keys {
		n.Field(k).Hidden = hidden
	}
}

// namesSomebody tells whether a submission of the kind is about people of the office.
func namesSomebody(k domain.Kind) bool {
	return k.Complaint() || k == domain.Signal || k == domain.Praise || k == intakeComplaint
}

// ages tells whether it matters how long ago it happened: whether the two years of the law hold for the kind.
func ages(k domain.Kind) bool {
	rule, _ := domain.RuleOf(domain.GroundTooOld)
	return slices.Contains(rule.Kinds, k) || k == intakeComplaint
}

// Kind is what was chosen; it is no kind of the domain while nothing was, or while it is open which complaint it is.
func (n *Intake) Kind() domain.Kind { return domain.Kind(n.Field(IntakeKind).Text) }

// BigKind is the index of the big button that is pressed, -1 = none.
func (n *Intake) BigKind() int {
	k := n.Field(IntakeKind).Text
	if n.Kind().Complaint() {
		k = intakeComplaint
	}
	return slices.Index(IntakeBigKinds(), k)
}

// ChooseBig presses a big button; a complaint that was told apart before stays so.
func (n *Intake) ChooseBig(i int) {
	if i == 0 && n.Kind().Complaint() {
		return
	}
	n.Choose(IntakeKind, IntakeBigKinds()[i])
}

// Choose chooses an option of a field by its key.
func (n *Intake) Choose(field, key string) {
	x := n.Field(field)
	x.Text = key
	n.Edit(x)
}

// KindHint says under the buttons what the kind is and by when it is answered.
func (n *Intake) KindHint() string {
	switch k := n.Kind(); {
	case k == intakeComplaint:
		return n.T("intake.which_complaint")
	case k.Known():
		return n.T("intake.about_" + string(k))
	default:
		return n.T("intake.kind_prompt")
	}
}

// IntakeChip is something that was picked, with what takes it away again.
type IntakeChip struct{ Key, Words string }

// Respondents are those whom the submission is about.
func (n *Intake) Respondents() []IntakeChip {
	x := n.Field(IntakeRespondents)
	var chips []IntakeChip
	for _, key := range x.Picked {
		if i := slices.IndexFunc(x.Options, func(o Option) bool { return o.Key == key }); i >= 0 {
			chips = append(chips, IntakeChip{key, x.Options[i].Words})
		}
	}
	return chips
}

// Name adds somebody whom the submission is about, or takes him away.
func (n *Intake) Name(key string, on bool) {
	n.toggle(IntakeRespondents, key, on)
	n.Edit(n.Field(IntakeRespondents))
}

// topicChosen proposes the department of a topic, unless one was chosen by hand.
func (n *Intake) topicChosen() {
	n.topicUnit = ""
	if n.unitTaken {
		return
	}
	t, ok := n.acting.Office.Topic(domain.ParseID[domain.TopicID](n.Text(IntakeTopic)))
	if !ok || t.Department == (domain.DepartmentID{}) {
		return
	}
	if d, open := n.acting.Office.Department(t.Department); open && !d.Closed {
		n.Field(IntakeDepartment).Text = domain.ID(t.Department).String()
		n.topicUnit = t.Name
	}
}

// UnitHint says why a department is proposed.
func (n *Intake) UnitHint() string {
	if n.topicUnit == "" {
		return ""
	}
	return n.T("intake.proposed", "topic", n.topicUnit)
}

// DayHint says what day the receipt falls on; warn when it is a day off or lies ahead.
func (n *Intake) DayHint() (words string, warn bool) {
	d := n.Field(IntakeDate).Date
	switch {
	case d == 0:
		return "", false
	case n.receivedAt().After(n.Now()):
		return n.T("intake.ahead", "now", n.Say.DateTime(n.Now())), true
	}
	day := n.acting.Office.Calendar().Day(d)
	words = n.T("intake.day", "weekday", n.Say.Weekday(d.Weekday()), "what", n.Say.Day(day))
	return words, !n.acting.Office.Calendar().Working(d)
}

// NextWorking gives the working day after (1) or before (-1) a day, for the arrows of a date.
func (n *Intake) NextWorking(from calendar.Date, by int) calendar.Date {
	for range 30 {
		from = from.AddDays(by)
		if n.acting.Office.Calendar().Working(from) {
			break
		}
	}
	return from
}

// linkKey writes a link as the key of a field of many.
func linkKey(how domain.LinkKind, id domain.CaseID) string {
	return string(how) + ":" + domain.ID(id).String()
}
