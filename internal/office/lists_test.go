package office_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/storage"
	"harta/internal/vault"
)

func TestTheListsOfTheOfficeAreKept(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	roads := departmentID(o, "Пътища")
	unit, err := o.SetDepartment(domain.DepartmentSet{Name: " Екология "})
	must(t, err)
	again, err := o.SetDepartment(domain.DepartmentSet{Department: roads, Name: "Пътища и транспорт"})
	must(t, err)
	topic, err := o.SetTopic(domain.TopicSet{Name: "Сметища", Department: unit})
	must(t, err)
	must(t, o.SetFiling(domain.FilingSet{Code: "94-07", Title: "Сигнали", Years: 10}))
	paragraph, err := o.SetParagraph(domain.Standard{Word: "Оглед", Topic: "Констатации", Text: "Видяхме."})
	must(t, err)
	_, err = o.SetParagraph(domain.Standard{ID: paragraph, Word: "оглед", Topic: "Констатации", Text: "Огледахме."})
	must(t, err)
	rules := slices.Clone(o.Settings().Rules)
	i := slices.IndexFunc(rules, func(r domain.DeadlineRule) bool { return r.ID == "question.charter" })
	rules[i].Term = calendar.Term{N: 5, Unit: calendar.WorkingDays}
	must(t, o.SetRules(domain.RulesSet{Rules: rules}))

	o = d.reopen(t, o, "clerk")
	now := o.Settings()
	names := now.Names()
	if again != roads || names.Departments[roads] != "Пътища и транспорт" || names.Departments[unit] != "Екология" || len(now.Departments) != 3 {
		t.Errorf("departments %+v", now.Departments)
	}
	if got, ok := now.Topic(topic); !ok || got.Name != "Сметища" || got.Department != unit {
		t.Errorf("topic %+v", got)
	}
	if len(now.Filing) != 1 || now.Filing[0].Years != 10 {
		t.Errorf("filing %+v", now.Filing)
	}
	if len(now.Paragraphs) != 1 || now.Paragraphs[0].Text != "Огледахме." || now.Paragraphs[0].ID != paragraph {
		t.Errorf("paragraphs %+v", now.Paragraphs)
	}
	if got, _ := now.Rules.ByID("question.charter"); got.Term.N != 5 || got.Revision != 2 {
		t.Errorf("rule %+v", got)
	}

	_, err = o.SetDepartment(domain.DepartmentSet{Name: "Друга"})
	refusedBy(t, err, domain.NoRole)
	_, err = o.SetTopic(domain.TopicSet{Name: "Друга"})
	refusedBy(t, err, domain.NoRole)
	_, err = o.SetParagraph(domain.Standard{Word: "друга", Topic: "Друга", Text: "Друга."})
	refusedBy(t, err, domain.NoRole)
	refusedBy(t, o.SetFiling(domain.FilingSet{Code: "1", Title: "x", Years: 1}), domain.NoRole)
	refusedBy(t, o.SetRules(domain.RulesSet{Rules: rules}), domain.NoRole)
}

func TestTheListsAreNotWrittenByAReader(t *testing.T) {
	d := newDesk(t)
	d.founded(t)
	reader := *d
	reader.readOnly = true
	o := reader.open(t, "secretary")
	_, unit := o.SetDepartment(domain.DepartmentSet{Name: "Екология"})
	_, topic := o.SetTopic(domain.TopicSet{Name: "Сметища"})
	for name, err := range map[string]error{
		"unit": unit, "topic": topic, "filing": o.SetFiling(domain.FilingSet{Code: "1", Title: "x", Permanent: true}),
		"user":     o.ChangeUser(userID(t, o, "clerk"), "Друго име", "", domain.DepartmentID{}),
		"password": o.ResetPassword(userID(t, o, "clerk"), "временна дума 7"),
	} {
		if !errors.Is(err, storage.ErrReadOnly) {
			t.Errorf("%s: %v", name, err)
		}
	}
	as(t, o, "clerk") // the bundle is the old one
}

func TestTwoDesksNameAUnitEachAndBothStay(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	other := d.copied(t, "Б")
	o, p := d.open(t, "secretary"), other.open(t, "secretary")
	_, err := o.SetDepartment(domain.DepartmentSet{Name: "Екология"})
	must(t, err)
	_, err = p.SetDepartment(domain.DepartmentSet{Name: "Екология"})
	must(t, err)
	merge(t, o, other)
	merge(t, p, d)
	if got := len(o.Settings().Departments); got != 4 || hash(t, o) != hash(t, p) {
		t.Errorf("%d departments, equal: %t", got, hash(t, o) == hash(t, p))
	}
}

func TestAUserIsRenamed(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	u := userID(t, o, "head")
	must(t, o.ChangeUser(u, "Радка Янева-Добрева", "директор", departmentID(o, "Пътища")))
	o = d.reopen(t, o, "head")
	if got := o.User(); got.Name != "Радка Янева-Добрева" || got.Title != "директор" || len(got.Grants) != 1 || !got.Keyed {
		t.Errorf("user %+v", got)
	}
	refusedBy(t, o.ChangeUser(u, "Сам се преименувам", "", domain.DepartmentID{}), domain.NoRole)
}

func TestAForgottenPasswordIsReplaced(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	u := userID(t, o, "clerk")
	e := register(t, o, "Подписана с предишния ключ")
	as(t, o, "head")
	refusedBy(t, o.ResetPassword(u, "временна дума 7"), domain.NoRole)
	refusedBy(t, o.ResetPassword(userID(t, o, "head"), "временна дума 7"), domain.NoRole)
	as(t, o, "secretary")
	refusedBy(t, o.ResetPassword(u, "къса"), domain.PasswordShort)
	refusedBy(t, o.ResetPassword(domain.UserID{9}, "временна дума 7"), domain.NoSuchUser)
	must(t, o.ResetPassword(u, "временна дума 7"))

	o = d.reopen(t, o, "secretary")
	if err := o.SignIn("clerk", password); !errors.Is(err, vault.ErrWrongPassword) {
		t.Errorf("the old password: %v", err)
	}
	must(t, o.SignIn("clerk", "временна дума 7"))
	if !o.MustChangePassword() {
		t.Error("the temporary password may stay")
	}
	must(t, o.ChangePassword("временна дума 7", "нова собствена дума"))
	must(t, o.SignIn("clerk", "нова собствена дума"))
	if c := opened(t, o, e.Case); c.RegisteredBy != u || o.MustChangePassword() {
		t.Errorf("registered by %v", c.RegisteredBy)
	}
	_, err := o.Register(office.Command{}, intake(domain.Signal, "С новия ключ"))
	must(t, err)
	o = d.reopen(t, o, "secretary")
	must(t, o.Rebuild())
	if got := len(numbers(o)); got != 2 {
		t.Errorf("%d cases", got)
	}
}

func TestAnAdministratorResetsHisOwnPasswordToo(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	must(t, o.ResetPassword(userID(t, o, "secretary"), "временна дума 7"))
	if !o.MustChangePassword() {
		t.Error("goes on with the old keys")
	}
	must(t, o.ChangePassword("временна дума 7", "нова собствена дума"))
	o2, err := o.SetDepartment(domain.DepartmentSet{Name: "Екология"})
	must(t, err)
	must(t, o.Close())
	p, err := office.Open(d.data, d.options())
	must(t, err)
	t.Cleanup(func() { must(t, p.Close()) })
	must(t, p.SignIn("secretary", "нова собствена дума"))
	now := p.Settings()
	if _, ok := now.Department(o2); !ok {
		t.Error("what was set in between is gone")
	}
}

// TestAPasswordIsResetAtOneDeskAndUsedAtAnother holds the office at two desks.
func TestAPasswordIsResetAtOneDeskAndUsedAtAnother(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	other := d.copied(t, "Б")
	o, p := d.open(t, "secretary"), other.open(t, "secretary")
	must(t, o.ResetPassword(userID(t, o, "clerk"), "временна дума 7"))
	must(t, p.SignIn("clerk", password)) // it has not heard of it
	as(t, p, "secretary")
	merge(t, p, d)
	if err := p.SignIn("clerk", password); !errors.Is(err, vault.ErrWrongPassword) {
		t.Errorf("the old password after the exchange: %v", err)
	}
	must(t, p.SignIn("clerk", "временна дума 7"))
	must(t, p.ChangePassword("временна дума 7", "нова собствена дума"))
	as(t, o, "secretary")
	merge(t, o, other)
	must(t, o.SignIn("clerk", "нова собствена дума"))
	if hash(t, o) != hash(t, p) {
		t.Error("the desks differ")
	}
}

func TestWhatTheProgramBringsIsTakenInOneCommand(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	stock := domain.Stock{
		Templates: []domain.Template{{ID: domain.TProsecutor, Title: "До прокуратурата", Paragraphs: []string{"{Findings}"}}},
		Days:      []calendar.Declared{{Date: calendar.NewDate(2012, time.December, 31), Basis: "акт"}},
	}
	var changes []office.Change
	o.Listen(func(c office.Change) { changes = append(changes, c) })
	must(t, o.TakeStock(stock))
	if len(changes) != 1 {
		t.Errorf("announced %d times", len(changes))
	}
	refusedBy(t, o.TakeStock(stock), domain.NothingChanged)
	o = d.reopen(t, o, "clerk")
	now := o.Settings()
	if _, ok := now.Template(domain.TProsecutor); !ok || len(now.Declared) == 0 || now.Declared[0].Date.Year() != 2012 {
		t.Errorf("templates %d, days %v", len(now.Templates), now.Declared)
	}
	refusedBy(t, o.TakeStock(stock), domain.NoRole)
}
