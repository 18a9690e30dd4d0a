package present_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

var (
	adminUser     = domain.UserID{11}
	secretaryUser = domain.UserID{12}
	clerkUser     = domain.UserID{13}
	unitTaxes     = domain.DepartmentID{21}
	unitGreen     = domain.DepartmentID{22}
)

// settingsOffice is an office whose lists are changed by the rules of the domain.
type settingsOffice struct {
	drafts
	*gateDesk
	r       *gateRoom
	now     domain.Office
	by      domain.UserID
	duties  []office.Due
	resets  []string
	crest   error
	wrong   error // of the next command
	letters int
}

func newSettingsOffice(r *gateRoom, by domain.UserID) *settingsOffice {
	o := &settingsOffice{gateDesk: newGateDesk(), r: r, now: domain.NewOffice(), by: by, drafts: drafts{}}
	from := dayOf("2020-01-01")
	for _, u := range []struct {
		id   domain.UserID
		name string
		role domain.Role
		unit domain.DepartmentID
	}{
		{adminUser, "Иван Колев", domain.Admin, domain.DepartmentID{}},
		{secretaryUser, "Ирена Стоянова", domain.Secretary, domain.DepartmentID{}},
		{clerkUser, "Мария Петрова", domain.Clerk, unitTaxes},
	} {
		o.now.Users = append(o.now.Users, domain.User{ID: u.id, Name: u.name, Department: u.unit, Grants: []domain.RoleGranted{{User: u.id, Role: u.role, From: from}}})
		o.accounts = append(o.accounts, office.Account{User: u.id, Login: string(u.role)})
	}
	o.now.Departments = []domain.Department{{ID: unitTaxes, Name: "Данъци"}, {ID: unitGreen, Name: "Архивен отдел", Closed: true}}
	o.now.Topics = []domain.Topic{{ID: domain.TopicID{1}, Name: "Такси", Department: unitTaxes}}
	o.now.Filing = []domain.FilingSet{{Code: "94-01", Title: "Сигнали", Years: 5}}
	o.now.Templates = []domain.Template{{ID: domain.TAnswer, Paragraphs: []string{"Уважаеми {SenderName},", "{Answer}"}, Kinds: []domain.Kind{domain.Question}}}
	o.now.Settings.Municipality, o.now.Settings.Settlement = "Община Примерно", "гр. Примерно"
	return o
}

func (*settingsOffice) ShowLicences() error { return nil }

func (o *settingsOffice) Acting() domain.Acting {
	now := o.now
	return domain.Acting{Office: &now, User: o.by, Now: o.r.now}
}

func (o *settingsOffice) apply(e domain.Event, err error) error {
	if err == nil && o.wrong != nil {
		err, o.wrong = o.wrong, nil
	}
	if err == nil {
		o.now = o.now.Apply(domain.Fact{Event: e, By: o.by, At: o.r.now})
	}
	return err
}

func (o *settingsOffice) SetSettings(s domain.Settings) error {
	e, err := o.Acting().SetSettings(s)
	return o.apply(e, err)
}

func (o *settingsOffice) SetDepartment(e domain.DepartmentSet) (domain.DepartmentID, error) {
	e, err := o.Acting().SetDepartment(e)
	if e.Department == (domain.DepartmentID{}) {
		e.Department = domain.DepartmentID{99}
	}
	return e.Department, o.apply(e, err)
}

func (o *settingsOffice) SetTopic(e domain.TopicSet) (domain.TopicID, error) {
	e, err := o.Acting().SetTopic(e)
	if e.Topic == (domain.TopicID{}) {
		e.Topic = domain.TopicID{99}
	}
	return e.Topic, o.apply(e, err)
}

func (o *settingsOffice) SetFiling(e domain.FilingSet) error {
	e, err := o.Acting().SetFiling(e)
	return o.apply(e, err)
}

func (o *settingsOffice) SetTemplate(t domain.Template) error {
	return o.apply(domain.TemplateSet{Template: t}, nil)
}

func (o *settingsOffice) TakeStock(keys ...string) error {
	stock, err := desk.Stock()
	if err != nil {
		return err
	}
	events, err := o.Acting().TakeStock(stock, keys...)
	for _, e := range events {
		err = o.apply(e, err)
	}
	return err
}

func (o *settingsOffice) SetParagraph(s domain.Standard) (domain.ParagraphID, error) {
	e, err := o.Acting().SetParagraph(domain.ParagraphSet{Paragraph: s})
	if e.Paragraph.ID == "" {
		e.Paragraph.ID = "own"
	}
	return e.Paragraph.ID, o.apply(e, err)
}

func (o *settingsOffice) Duties() []office.Due { return o.duties }

func (o *settingsOffice) AddUser(plan office.UserPlan) (domain.UserID, error) {
	id, err := o.gateDesk.AddUser(plan)
	o.accounts = append(o.accounts, office.Account{User: id, Login: plan.Login})
	return id, o.apply(domain.UserAdded{User: id, Name: plan.Name, Title: plan.Title}, err)
}

func (o *settingsOffice) ChangeUser(u domain.UserID, name, title string, unit domain.DepartmentID) error {
	e, err := o.Acting().ChangeUser(domain.UserAdded{User: u, Name: name, Title: title, Department: unit})
	return o.apply(e, err)
}

func (o *settingsOffice) RemoveUser(u domain.UserID) error {
	if u == adminUser {
		return domain.Refuse("remove_user", domain.LastAdmin)
	}
	return o.apply(domain.UserRemoved{User: u, From: o.r.Today()}, nil)
}

func (o *settingsOffice) ResetPassword(_ domain.UserID, temporary string) error {
	o.resets = append(o.resets, temporary)
	return o.wrong
}

func (o *settingsOffice) Grant(e domain.RoleGranted) error { return o.apply(e, nil) }

func (o *settingsOffice) Revoke(u domain.UserID, r domain.Role, d domain.DepartmentID) error {
	return o.apply(domain.RoleRevoked{User: u, Role: r, Department: d, From: o.r.Today()}, nil)
}

func (o *settingsOffice) ReadCrest(path string) ([]byte, error) { return []byte(path), o.crest }

func (o *settingsOffice) Compose(_ domain.Case, t domain.Template, _ map[string]string) domain.Letter {
	return domain.Letter{Notice: strings.Join(t.Paragraphs, "|")}
}

func (o *settingsOffice) DraftPDF(l domain.Letter) ([]byte, error) {
	o.letters++
	return []byte(l.Notice), nil
}

// settingsAs opens the settings on a tab for a user.
func settingsAs(t *testing.T, by domain.UserID, tab present.SettingsTab) (*present.Settings, *settingsOffice) {
	t.Helper()
	r := newGateRoom(t)
	o := newSettingsOffice(r, by)
	s := present.NewSettings(r.Env, o, string(tab))
	s.Load()
	return s, o
}

func TestAnOfficeFoundedEarlierIsOfferedWhatItLacks(t *testing.T) {
	s, o := settingsAs(t, secretaryUser, present.StockArg)
	if s.Tab() != present.TemplatesTab || s.List.Form == nil || s.List.Form.Title != "Нови стандартни писма и дни" {
		t.Fatalf("opened %s, %+v", s.Tab(), s.List.Form)
	}
	if words := s.List.NewWords(); !strings.HasPrefix(words, "Вземи новите стандартни (") {
		t.Errorf("the button says %q", words)
	}
	f := s.List.Form
	if own := f.Field("T14"); own.On || !strings.Contains(own.Hint, "Вашето „Уважаеми {Подател},") {
		t.Errorf("a letter of the office is ticked %v: %q", own.On, own.Hint)
	}
	if days := f.Field("2013"); !days.On || days.Label != "Дни на 2013 г.: 6 дни" || !strings.Contains(days.Hint, "18.05 работен") {
		t.Errorf("days %+v", days)
	}
	if fresh := f.Field("T09a"); !fresh.On || fresh.Label != "Писмо „Връщане или заличаване на излишни данни“" {
		t.Errorf("a letter it has not: %+v", fresh)
	}
	f.Submit()
	if own, _ := o.now.Template(domain.TAnswer); len(o.now.Templates) < 20 || len(o.now.Declared) < 50 || own.Paragraphs[1] != "{Answer}" {
		t.Fatalf("it took %d letters and %d days, %q: %v", len(o.now.Templates), len(o.now.Declared), f.Summary, own.Paragraphs)
	}
	if words := s.List.NewWords(); words != "Сравни със стандартните" {
		t.Errorf("after that the button says %q", words)
	}
	s.List.New()
	f = s.List.Form
	if len(f.Fields) != 1 || f.Blocked == "" {
		t.Fatalf("left are %d, blocked %q", len(f.Fields), f.Blocked)
	}
	f.Fields[0].On = true
	f.Edited(f.Fields[0])
	f.Submit()
	if s.List.NewWords() != "" {
		t.Errorf("nothing is left, and the button says %q", s.List.NewWords())
	}
}

func TestEverybodySeesTheTabsThatAreHisToUse(t *testing.T) {
	for _, c := range []struct {
		name     string
		by       domain.UserID
		readOnly bool
		want     string
	}{
		{"administrator", adminUser, false, "office departments topics filing users numbers templates paragraphs terms chains backup password look about"},
		{"secretary", secretaryUser, false, "office departments topics filing numbers templates paragraphs rules terms chains backup password look about"},
		{"clerk", clerkUser, false, "backup password look about"},
		{"for reading alone", adminUser, true, "backup look about"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newGateRoom(t)
			r.ReadOnly = c.readOnly
			s := present.NewSettings(r.Env, newSettingsOffice(r, c.by), "users")
			s.Load()
			var tabs []string
			for _, tab := range s.Tabs() {
				tabs = append(tabs, string(tab))
			}
			if got := strings.Join(tabs, " "); got != c.want {
				t.Errorf("%s", got)
			}
			if !slices.Contains(s.Tabs(), s.Tab()) {
				t.Errorf("open is %s, which is not there", s.Tab())
			}
		})
	}
}

func TestOfficeIsChangedFieldByField(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.OfficeTab)
	f := fillIn(s.Form, map[string]string{"municipality": "", "email": "без адрес"})
	f.Submit()
	if wrongs(f) != "municipality email" {
		t.Fatalf("%s", wrongs(f))
	}
	o.now.Settings.CharterTarget = 80 // another desk
	fillIn(f, map[string]string{"municipality": "Община Друга", "email": "a@b.bg", "crest": "/герб.svg"}).Submit()
	if got := o.now.Settings; got.Municipality != "Община Друга" || got.CharterTarget != 80 || string(got.Crest) != "/герб.svg" {
		t.Errorf("%+v", got)
	}
	if s.Form == f || s.Form.Text("municipality") != "Община Друга" || len(o.r.toasts) != 1 {
		t.Error("the form does not show what was written")
	}
	s.Form.Field("no_crest").On = true
	s.Form.Submit()
	if len(o.now.Settings.Crest) != 0 {
		t.Error("the crest stays")
	}
}

func TestWrongCrestIsToldAtOnce(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.OfficeTab)
	o.crest = errors.New("не е герб")
	fillIn(s.Form, map[string]string{"crest": "/снимка.bmp"})
	if wrongs(s.Form) != "crest" {
		t.Fatalf("%s", wrongs(s.Form))
	}
	s.Form.Submit()
	if wrongs(s.Form) != "crest" || len(o.now.Settings.Crest) != 0 {
		t.Errorf("%s", wrongs(s.Form))
	}
}

func TestTypedSettingsAreFoundAgain(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.OfficeTab)
	fillIn(s.Form, map[string]string{"privacy": "Нов текст"})
	s.Open(present.AboutTab)
	if len(o.drafts) != 1 {
		t.Fatal("nothing was kept")
	}
	s.Open(present.OfficeTab)
	if s.Form.Text("privacy") != "Нов текст" || len(s.Form.Notices) != 1 {
		t.Errorf("%q %v", s.Form.Text("privacy"), s.Form.Notices)
	}
	s.Form.Cancel()
	if s.Form.Text("privacy") != "" || len(o.drafts) != 0 {
		t.Errorf("given up: %q, %v", s.Form.Text("privacy"), o.drafts)
	}
	fillIn(s.Form, map[string]string{"privacy": "Друг текст"}).Submit()
	s.Leave()
	if len(o.drafts) != 0 || o.now.Settings.Privacy != "Друг текст" || len(s.Form.Notices) != 0 {
		t.Errorf("written: %v", o.drafts)
	}
}

func TestPasswordsAreNeverKept(t *testing.T) {
	s, o := settingsAs(t, clerkUser, present.PasswordTab)
	fillIn(s.Form, map[string]string{"old": "k7m2", "password": goodWords, "again": goodWords})
	s.Leave()
	for name, content := range o.drafts {
		if strings.Contains(string(content), "вода") {
			t.Errorf("%s: %s", name, content)
		}
	}
	o.mustErr = errors.New("не е тази")
	s.Form.Submit()
	if wrongs(s.Form) != "old" {
		t.Errorf("%s", wrongs(s.Form))
	}
	o.mustErr = nil
	s.Form.Submit()
	if s.Form.Field("old").Text != "" || len(o.r.toasts) != 1 {
		t.Error("the passwords stand there still")
	}
}

func TestNumbersShowAnExampleAndRefuseWhatRepeats(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.NumbersTab)
	f := s.Form
	fillIn(f, map[string]string{"incoming": "26", "numberTemplate": "{index}/{serial}-{yyyy}"})
	if hint := f.Field("numberTemplate").Hint; !strings.Contains(hint, "26/1312-2026") || !strings.Contains(hint, "26/Б1312-2026") {
		t.Error(hint)
	}
	fillIn(f, map[string]string{"numberTemplate": "{index}", "outgoing": ""}).Submit()
	if wrongs(f) != "numberTemplate outgoing" {
		t.Errorf("%s", wrongs(f))
	}
	fillIn(f, map[string]string{"numberTemplate": "{serial}/{yyyy}", "outgoing": "08"}).Submit()
	if got := o.now.Settings; got.NumberTemplate != "{serial}/{yyyy}" || got.OutgoingIndex != "08" || got.IncomingIndex != "26" {
		t.Errorf("%+v", got)
	}
}

func TestASwitchWithoutEffectIsNotOffered(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.TermsTab)
	o.now.Settings.SelfUphold = true // it was set by an older program
	if !s.Form.Field("uphold").Hidden {
		t.Error("it is offered")
	}
	fillIn(s.Form, map[string]string{"target": "90"}).Submit()
	if got := o.now.Settings; got.CharterTarget != 90 || !got.SelfUphold {
		t.Errorf("what was set is lost: %+v", got)
	}
}

func TestAmountsAreWholeNumbersInTheirBounds(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.TermsTab)
	f := s.Form
	fillIn(f, map[string]string{"target": "101", "warn": "0", "late": "един", "public": ""}).Submit()
	if wrongs(f) != "target warn late public" {
		t.Fatalf("%s", wrongs(f))
	}
	fillIn(f, map[string]string{"target": "90", "warn": "3", "late": "2", "public": "0"})
	f.Submit()
	if got := o.now.Settings; got.CharterTarget != 90 || got.WarnDays != 3 || got.LateEntryDays != 2 || got.PublicMinimum != 0 {
		t.Errorf("%+v", got)
	}
}

func TestDepartmentsAreAddedRenamedAndClosed(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.DepartmentsTab)
	l := s.List
	if len(l.Rows()) != 2 || l.Rows()[0].Second != "1 служител" || !l.Rows()[1].Off || l.Chosen() != 0 {
		t.Fatalf("%+v, chosen %d", l.Rows(), l.Chosen())
	}
	l.New()
	fillIn(l.Form, map[string]string{"name": " данъци "}).Submit()
	if wrongs(l.Form) != "name" || l.Chosen() != -1 {
		t.Fatalf("a name that is taken: %s, chosen %d", wrongs(l.Form), l.Chosen())
	}
	fillIn(l.Form, map[string]string{"name": "Култура"}).Submit()
	if len(o.now.Departments) != 3 || l.Chosen() < 0 || l.Rows()[l.Chosen()].Words != "Култура" {
		t.Fatalf("%+v, chosen %d", l.Rows(), l.Chosen())
	}
	l.Form.Field("closed").On = true
	l.Form.Submit()
	if last := l.Rows()[2]; last.Words != "Култура" || !last.Off {
		t.Errorf("what is closed stands last: %+v", l.Rows())
	}
	l.New()
	l.Form.Cancel()
	if l.Chosen() != 0 || l.Form == nil {
		t.Error("a new one that was given up leads nowhere")
	}
}

func TestTopicsHaveADepartment(t *testing.T) {
	s, o := settingsAs(t, secretaryUser, present.TopicsTab)
	l := s.List
	if l.Rows()[0].Second != "Данъци" || len(l.Form.Field("department").Options) != 2 {
		t.Fatalf("%+v, %+v", l.Rows(), l.Form.Field("department").Options)
	}
	l.Form.Field("department").Text = ""
	l.Form.Submit()
	if o.now.Topics[0].Department != (domain.DepartmentID{}) {
		t.Error("the department stays")
	}
}

func TestFilesAreKeptForYearsOrForEver(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.FilingTab)
	l := s.List
	l.New()
	fillIn(l.Form, map[string]string{"filing": "94-01", "name": "Жалби", "years": "много"}).Submit()
	if wrongs(l.Form) != "filing years" {
		t.Fatalf("%s", wrongs(l.Form))
	}
	fillIn(l.Form, map[string]string{"filing": "94-02"})
	l.Form.Field("permanent").On = true
	l.Form.Edit(l.Form.Field("permanent"))
	l.Form.Submit()
	if len(o.now.Filing) != 2 || !o.now.Filing[1].Permanent || l.Rows()[1].Second != "постоянно" {
		t.Errorf("%+v %+v", o.now.Filing, l.Rows())
	}
	l.Choose(0)
	if !l.Form.Field("filing").Hidden {
		t.Error("the code of a file can be changed")
	}
}

func TestTemplateRefusesAFieldThatNobodyFills(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.TemplatesTab)
	f := s.List.Form
	for typed, want := range map[string]string{
		"Мерки: {Мерките}": "{Мерките}", "Край {Мотиви": "{Мотиви", "{Answer} и {Answr}": "{Answr}",
	} {
		fillIn(f, map[string]string{"text": typed}).Submit()
		if !strings.Contains(f.Field("text").Wrong, want) {
			t.Errorf("%q: %q", typed, f.Field("text").Wrong)
		}
	}
	fillIn(f, map[string]string{"text": "# Отговор\n\n{отговор  по същество}\n\n\n\nс уважение\nдвама"}).Submit()
	if got := o.now.Templates[0].Paragraphs; !slices.Equal(got, []string{"# Отговор", "{Answer}", "с уважение\nдвама"}) {
		t.Errorf("%q", got)
	}
	if len(s.Letters.FieldWords()) == 0 {
		t.Error("templates have fields")
	}
}

func TestTemplateIsDrawnWhenNothingWasTypedForAMoment(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.TemplatesTab)
	if s.Letters.Page() == nil || o.letters != 1 {
		t.Fatalf("drawn %d times", o.letters)
	}
	for range 5 {
		fillIn(s.List.Form, map[string]string{"notice": "Не се обжалва."})
		o.r.pass(100 * time.Millisecond)
	}
	o.r.pass(time.Second)
	if o.letters != 2 {
		t.Errorf("drawn %d times", o.letters)
	}
	o.pageErr = errors.New("няма страница")
	fillIn(s.List.Form, map[string]string{"notice": "Обжалва се."})
	o.r.pass(time.Second)
	if s.Letters.Page() != nil || s.Letters.Wrong() == "" {
		t.Error("an old page is shown")
	}
}

func TestNewUserGetsAPasswordThatIsToldOnce(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.UsersTab)
	u := s.Users
	u.New()
	if u.Chosen() != -1 || u.Works() {
		t.Error("nobody is chosen while somebody is added")
	}
	u.Panel.Field("roles").Picked = []string{string(domain.Head)}
	fillIn(u.Panel, map[string]string{"name": "", "login": "две думи"}).Submit()
	if wrongs(u.Panel) != "name login department" {
		t.Fatalf("%s", wrongs(u.Panel))
	}
	u.Panel.Field("department").Text = u.Panel.Field("department").Options[1].Key
	fillIn(u.Panel, map[string]string{"name": "Калин Русев", "login": "krusev"}).Submit()
	secret := u.Secret()
	if secret == nil || secret.Password == "" || secret.Login != "krusev" || o.added[0].Roles[0].Department != "Данъци" {
		t.Fatalf("%+v %+v", secret, o.added)
	}
	if u.Rows()[u.Chosen()].Name != "Калин Русев" || u.Panel == nil {
		t.Errorf("chosen %d of %+v", u.Chosen(), u.Rows())
	}
	u.Choose(0)
	if u.Secret() != nil {
		t.Error("the password is shown beside another user")
	}
}

func TestRoleIsGivenForDays(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.UsersTab)
	u := s.Users
	u.Choose(2)
	u.Give()
	f := u.Panel
	f.Submit()
	if wrongs(f) != "role" {
		t.Fatalf("%s", wrongs(f))
	}
	f.Field("role").Text = string(domain.Head)
	f.Edit(f.Field("role"))
	if f.Text("department") == "" {
		t.Error("the department of a head is not proposed")
	}
	f.Field("for").Text = f.Field("for").Options[1].Key
	f.Submit()
	if wrongs(f) != "until" {
		t.Fatalf("standing in without an end: %s", wrongs(f))
	}
	f.Field("until").Date = dayOf("2026-11-01")
	f.Submit()
	if wrongs(f) != "until" {
		t.Fatalf("an end before the beginning: %s", wrongs(f))
	}
	f.Field("until").Date = dayOf("2026-12-15")
	fillIn(f, map[string]string{"order": "РД-17"}).Submit()
	g := o.now.Users[2].Grants[1]
	if g.Role != domain.Head || g.Department != unitTaxes || g.ActingFor != adminUser || g.Order != "РД-17" || g.From != dayOf("2026-11-23") {
		t.Errorf("%+v", g)
	}
	row := u.Grants()[1]
	if !strings.Contains(row.Second, "замества Иван Колев") || !strings.Contains(row.Second, "РД-17") || row.Past {
		t.Errorf("%+v", row)
	}
	o.r.says(false)
	u.Revoke(1)
	o.r.says(true)
	u.Revoke(1)
	if !u.Grants()[1].Past || len(o.r.asked) != 2 {
		t.Errorf("%+v", u.Grants())
	}
	u.Revoke(1)
	if len(o.r.asked) != 2 {
		t.Error("a role that is over is taken away again")
	}
}

func TestRemovalSaysWhatItMeans(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.UsersTab)
	o.duties = []office.Due{
		{Entry: domain.Entry{Lead: clerkUser, Pending: []domain.Pending{{Author: clerkUser}}}}, {Entry: domain.Entry{Lead: clerkUser}}, {},
	}
	u := s.Users
	o.r.says(true)
	u.Remove() // the first one is the last administrator
	if u.Wrong() == "" || !u.Works() {
		t.Fatalf("wrong %q", u.Wrong())
	}
	u.Choose(2)
	if u.Wrong() != "" {
		t.Error("what is wrong with one is shown of another")
	}
	u.Remove()
	words := o.r.asked[1].Words
	if !strings.Contains(words, "2 открити преписки") || !strings.Contains(words, "1 недовършено писмо") {
		t.Error(words)
	}
	last := u.Rows()[len(u.Rows())-1]
	if !last.Removed || last.Name != "Мария Петрова" || u.Works() || u.Panel.Blocked == "" {
		t.Errorf("%+v, works %v", last, u.Works())
	}
}

func TestForgottenPasswordsAreReplacedByTheAdministrator(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.UsersTab)
	s.Users.Choose(2)
	o.r.says(true)
	s.Users.Reset()
	if secret := s.Users.Secret(); secret == nil || len(o.resets) != 1 || secret.Password != o.resets[0] || secret.Login != string(domain.Clerk) {
		t.Errorf("%+v %v", s.Users.Secret(), o.resets)
	}
}

func TestUserIsChangedOnlyWhenSomethingChanges(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.UsersTab)
	u := s.Users
	u.Choose(2)
	u.Panel.Submit()
	if u.Panel.Summary == "" {
		t.Error("nothing was changed, and nothing is said")
	}
	fillIn(u.Panel, map[string]string{"title": "Старши специалист"}).Submit()
	if o.now.Users[2].Title != "Старши специалист" || !strings.Contains(u.Rows()[2].Title, "Данъци") {
		t.Errorf("%+v", u.Rows())
	}
}

func TestLookIsSeenAtOnceAndItsSizeAtTheNextStart(t *testing.T) {
	s, o := settingsAs(t, clerkUser, present.LookTab)
	l := s.Look
	var theme string
	l.Themed = func(name string) { theme = name }
	l.SetTheme(2)
	if theme != "contrast" || o.r.habits.Theme != "contrast" || l.Theme() != 2 {
		t.Errorf("%s %+v", theme, o.r.habits)
	}
	if l.Scaled() || l.Scale() != 0 {
		t.Error("nothing waits yet")
	}
	l.SetScale(2)
	if !l.Scaled() || o.r.habits.Scale != 150 || l.Scales()[l.Scale()] != "150 %" {
		t.Errorf("%+v", o.r.habits)
	}
	if l.Locks()[l.Lock()] != "след 10 минути" {
		t.Error(l.Locks()[l.Lock()])
	}
	l.SetLock(5)
	if o.r.habits.IdleLock >= 0 || l.Locks()[l.Lock()] != "никога" {
		t.Errorf("%+v", o.r.habits)
	}
	l.SetTheme(-1)
	l.SetScale(99)
	if l.Theme() != 2 || l.Scale() != 2 {
		t.Error("what there is not was chosen")
	}
}

func TestChangeElsewhereLeavesWhatIsTyped(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.DepartmentsTab)
	fillIn(s.List.Form, map[string]string{"name": "Недописано"})
	o.now.Departments = append(o.now.Departments, domain.Department{ID: domain.DepartmentID{50}, Name: "Нов отдел"})
	s.Load()
	if s.List.Form.Text("name") != "Недописано" || len(s.List.Rows()) != 3 {
		t.Errorf("%q %+v", s.List.Form.Text("name"), s.List.Rows())
	}
}

func TestEveryRoleCanBeGivenButTheOneThatComesWithACase(t *testing.T) {
	s, _ := settingsAs(t, adminUser, present.UsersTab)
	s.Users.New()
	var offered []string
	for _, o := range s.Users.Panel.Field("roles").Options {
		offered = append(offered, o.Key)
	}
	for _, r := range domain.Roles() {
		if slices.Contains(offered, string(r)) == (r == domain.Executor) {
			t.Errorf("%s: offered %v", r, offered)
		}
	}
}
