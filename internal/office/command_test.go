package office_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/storage"
	"harta/internal/vault"
)

func TestTheSameCommandIsCarriedOutOnce(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	c, err := o.NewCommand()
	must(t, err)
	told := 0
	o.Listen(func(office.Change) { told++ })
	first, err := o.Register(c, intake(domain.Signal, "Двойно натискане"))
	must(t, err)
	again, err := o.Register(c, intake(domain.Signal, "Двойно натискане"))
	must(t, err)
	if again.Number != first.Number || told != 1 {
		t.Errorf("first %s, again %s, told %d times", first.Number.Text, again.Number.Text, told)
	}
	o = d.reopen(t, o, "clerk")
	again, err = o.Register(c, intake(domain.Signal, "Двойно натискане"))
	must(t, err)
	if again.Number != first.Number || len(numbers(o)) != 1 {
		t.Errorf("after reopening %s, register %v", again.Number.Text, numbers(o))
	}
	must(t, o.Bulk(func() error {
		c, err := o.NewCommand()
		must(t, err)
		for range 2 {
			_, err := o.Register(c, intake(domain.Signal, "Двойно в пакет"))
			must(t, err)
		}
		return nil
	}))
	if got := len(numbers(o)); got != 2 {
		t.Errorf("%d cases", got)
	}
}

// TestAnUnknownOutcomeIsFoundByItsCommand loses the acknowledgement, not the record.
func TestAnUnknownOutcomeIsFoundByItsCommand(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	c, err := o.NewCommand()
	must(t, err)
	e, err := o.Register(c, intake(domain.Signal, "Прекъсната"))
	must(t, err)
	must(t, o.Note(office.Command{}, e.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "после"}))
	must(t, o.Close())
	o = d.open(t, "clerk") // the caller never heard of e
	found, err := o.Register(c, intake(domain.Signal, "Прекъсната"))
	must(t, err)
	if found.Case != e.Case {
		t.Error("the command was carried out twice")
	}
}

func TestBulkThatFailsMidwayKeepsWholeCommands(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	stop := errors.New("стига")
	err := o.Bulk(func() error {
		for range 3 {
			_, err := o.Register(office.Command{}, intake(domain.Signal, "В пакет"))
			must(t, err)
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Fatalf("error = %v", err)
	}
	if got := register(t, o, "След пакета").Number.Serial; got != 4 {
		t.Errorf("serial = %d", got)
	}
	o = d.reopen(t, o, "clerk")
	if got := len(numbers(o)); got != 4 {
		t.Errorf("%d cases after reopening", got)
	}
}

func TestBulkThatCannotBeWrittenForgetsWhatItFolded(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	o, free := d.filling(t, "clerk")
	err := o.Bulk(func() error {
		_, err := o.Register(office.Command{}, intake(domain.Signal, "Няма място"))
		must(t, err)
		*free = 1 << 20
		return nil
	})
	if !errors.Is(err, storage.ErrDiskFull) {
		t.Fatalf("error = %v", err)
	}
	*free = 1 << 40
	as(t, o, "clerk")
	if got := numbers(o); len(got) != 0 {
		t.Errorf("register shows %v", got)
	}
	if got := register(t, o, "Има място").Number.Serial; got != 1 {
		t.Errorf("serial = %d", got)
	}
}

// TestAReaderSeesTheNewestBesideAWriter opens a second office, for reading, beside the first.
func TestAReaderSeesTheNewestBesideAWriter(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	register(t, o, "Преди четеца")
	e := register(t, o, "Още незаписана в състоянието")
	reader := *d
	reader.readOnly = true
	r := reader.open(t, "clerk")
	if got := numbers(r); !slices.Equal(got, numbers(o)) {
		t.Errorf("reader %v, writer %v", got, numbers(o))
	}
	if c := opened(t, r, e.Case); c.Intake.Subject != "Още незаписана в състоянието" {
		t.Errorf("reader shows %q", c.Intake.Subject)
	}
	if hash(t, r) != hash(t, o) || len(r.Duties()) != 2 {
		t.Error("reader and writer differ")
	}
	if _, err := r.Register(office.Command{}, intake(domain.Signal, "Чужда")); !errors.Is(err, storage.ErrReadOnly) {
		t.Errorf("registering gives %v", err)
	}
	register(t, o, "След четеца")
}

// TestAReaderOfARestoredFolderWritesNothing leaves what opening found to the next writer.
func TestAReaderOfARestoredFolderWritesNothing(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	clone := d.copied(t, "Б")
	clone.readOnly = true
	r := clone.open(t, "clerk")
	if n := len(r.Settings().Chains); n != 1 {
		t.Errorf("%d chains", n)
	}
}

func TestASetClockIsForPractice(t *testing.T) {
	for _, demo := range []bool{true, false} {
		d := newDesk(t)
		p := plan()
		p.Demo = demo
		o, _, err := office.Found(d.data, p, d.options())
		must(t, err)
		must(t, o.Close())
		options := d.options()
		options.Practice = true
		o, err = office.Open(d.data, options)
		must(t, err)
		t.Cleanup(func() { must(t, o.Close()) })
		err = o.SignIn("clerk", password)
		if refused := errors.Is(err, office.ErrClock); refused == demo || !demo && o.User().Name != "" {
			t.Errorf("demo %v: %v", demo, err)
		}
		if _, err := o.Register(office.Command{}, intake(domain.Signal, "Час")); errors.Is(err, office.ErrClosed) == demo {
			t.Errorf("demo %v: registering gives %v", demo, err)
		}
		if _, _, err := office.Found(newDesk(t).data, office.Plan{}, options); !errors.Is(err, office.ErrClock) {
			t.Errorf("a real office founded by a set clock: %v", err)
		}
	}
}

func TestARegistrationBeforeTheLastOneNeedsAReason(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	register(t, o, "По обед")
	d.clock.at = d.clock.at.Add(-2 * time.Hour)
	in := intake(domain.Signal, "Сутринта")
	_, err := o.Register(office.Command{}, in)
	refusedBy(t, err, domain.EarlierThanLast)
	in.LateReason = "часовникът беше сверен"
	e, err := o.Register(office.Command{}, in)
	must(t, err)
	if got := numbers(o); got[0] != e.Number.Text {
		t.Errorf("order %v", got)
	}
	must(t, o.Rebuild())
}

func TestTheLastAdministratorStays(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "secretary")
	me, head := userID(t, o, "secretary"), userID(t, o, "head")
	refusedBy(t, o.RemoveUser(me), domain.LastAdmin)
	refusedBy(t, o.Revoke(me, domain.Admin, domain.DepartmentID{}), domain.LastAdmin)
	must(t, o.Grant(domain.RoleGranted{User: head, Role: domain.Admin}))
	must(t, o.RemoveUser(me))
	if err := o.SetSettings(o.Settings().Settings); !errors.Is(err, office.ErrClosed) {
		t.Errorf("he who removed himself: %v", err)
	}
	as(t, o, "head")
	refusedBy(t, o.RemoveUser(me), domain.NoSuchUser)
	o = d.reopen(t, o, "head")
	register(t, o, "Под нови ключове")
}

func TestAnAddedUserTakesKeysOfHisOwn(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	if !o.MustChangePassword() {
		t.Error("the temporary password would do")
	}
	must(t, o.ChangePassword(password, fresh))
	if o.MustChangePassword() {
		t.Error("asked again")
	}
	if err := o.SignIn("clerk", password); !errors.Is(err, vault.ErrWrongPassword) {
		t.Errorf("the temporary password gives %v", err)
	}
	must(t, o.SignIn("clerk", fresh))
	e, err := o.Register(office.Command{}, intake(domain.Signal, "С мой ключ"))
	must(t, err)
	f, err := o.Case(e.Case, office.Opened)
	must(t, err)
	if f.History[0].By != userID(t, o, "clerk") || f.History[0].Verdict != domain.Effective {
		t.Errorf("registered by %x", f.History[0].By)
	}
	as(t, o, "secretary")
	_, err = o.AddUser(office.UserPlan{Login: "CLERK", Name: "Друг", Password: password})
	refusedBy(t, err, domain.LoginTaken)
	_, err = o.AddUser(office.UserPlan{Login: "noname", Password: password})
	refusedBy(t, err, domain.FieldMissing)
	if err := o.SignIn("noname", password); !errors.Is(err, office.ErrNoUser) {
		t.Errorf("who was not added signs in with %v", err)
	}
}

func TestNobodyLearnsWhoBlewTheWhistle(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	named := intake(domain.Whistleblower, "Той видя как взимат пари")
	e, err := o.Register(office.Command{}, named)
	must(t, err)
	if got := o.Persons(); len(got) != 0 {
		t.Errorf("the contact book has %+v", got)
	}
	if in := opened(t, o, e.Case).Intake; in.Sender != (domain.Sender{}) || in.Subject+in.Text != "" {
		t.Errorf("kept %+v", in)
	}
	o = d.reopen(t, o, "clerk")
	if got := o.Persons(); len(got) != 0 {
		t.Errorf("after opening anew the contact book has %+v", got)
	}
}
