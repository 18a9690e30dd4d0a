package office_test

import (
	"errors"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// row is a line of an older register.
func row(line int, number, topic string) domain.ImportRow {
	at := calendar.NewDate(2025, 3, 4).Start()
	in := intake(domain.Signal, "Стара преписка "+number)
	in.ReceivedAt = at
	return domain.ImportRow{
		Line: line, Number: number, Intake: in, At: at, Department: "Екология", Topic: topic,
		State: domain.Closed, Outcome: domain.Answered, AnsweredOn: calendar.NewDate(2025, 3, 20), Officer: "И. Стар",
	}
}

func TestAnOlderRegisterComesWholeOrNotAtAll(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	refused := row(3, "С-3", "Шум")
	refused.Outcome = "няма такъв"
	got, err := o.Import(office.Command{}, office.Register{Rows: []domain.ImportRow{row(1, "С-1", "Шум"), row(2, "С-1", "Шум"), refused}, Source: "register.csv"})
	must(t, err)
	if len(got.Problems) != 2 || len(numbers(o)) != 0 || len(o.Settings().Topics) != 1 {
		t.Errorf("problems %v, register %v", got.Problems, numbers(o))
	}
	refusedBy(t, got.Problems[0], domain.ImportedAlready)

	rows := []domain.ImportRow{row(1, "С-1", "Шум"), row(2, "С-2", "Улици")}
	dry, err := o.Import(office.Command{}, office.Register{Rows: rows, Source: "register.csv", Dry: true})
	must(t, err)
	if dry.Cases != 2 || dry.Persons != 1 || len(dry.Departments) != 1 || len(dry.Topics) != 1 || len(numbers(o)) != 0 {
		t.Errorf("dry run %+v, register %v", dry, numbers(o))
	}
	c, err := o.NewCommand()
	must(t, err)
	for range 2 {
		got, err := o.Import(c, office.Register{Rows: rows, Source: "register.csv"})
		must(t, err)
		if got.Cases != 2 || got.Persons != 1 || len(got.Topics) != 1 {
			t.Errorf("import %+v", got)
		}
	}
	if got := numbers(o); len(got) != 2 || got[0] != "С-1" {
		t.Errorf("register %v", got)
	}
	if got := register(t, o, "Нова").Number.Serial; got != 1 {
		t.Errorf("the first new number is %d", got)
	}
	again, err := o.Import(office.Command{}, office.Register{Rows: rows, Source: "register.csv"})
	must(t, err)
	if len(again.Problems) != 2 {
		t.Errorf("imported again: %+v", again)
	}
	live := hash(t, o)
	must(t, o.Rebuild())
	if hash(t, o) != live {
		t.Error("folded anew is another state")
	}
}

func TestADryRunNeedsNoDisk(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	d.readOnly = true
	o := d.open(t, "clerk")
	dry, err := o.Import(office.Command{}, office.Register{Rows: []domain.ImportRow{row(1, "С-1", "Шум")}, Source: "register.csv", Dry: true})
	must(t, err)
	if dry.Cases != 1 {
		t.Errorf("dry run %+v", dry)
	}
}

func TestOfAnImportedWhistleblowersReportOnlyAStubComes(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	named := row(2, "С-2", "Шум")
	named.Intake.Kind = domain.Whistleblower
	got, err := o.Import(office.Command{}, office.Register{Rows: []domain.ImportRow{row(1, "С-1", "Шум"), named}, Source: "register.csv"})
	must(t, err)
	if len(got.Problems) != 1 || len(numbers(o)) != 0 || len(o.Persons()) != 0 {
		t.Fatalf("problems %v, register %v", got.Problems, numbers(o))
	}
	refusedBy(t, got.Problems[0], domain.StubOnly)

	stub := named
	stub.Intake.Subject, stub.Intake.Text = "", ""
	stub.Intake.Sender = domain.Sender{Contact: domain.Contact{Type: domain.Anonymous}}
	got, err = o.Import(office.Command{}, office.Register{Rows: []domain.ImportRow{stub}, Source: "register.csv"})
	must(t, err)
	if len(got.Problems) != 0 || got.Cases != 1 || len(o.Persons()) != 0 {
		t.Fatalf("import %+v", got)
	}
	if in := opened(t, o, o.List(nil)[0].Case).Intake; in.Topic != (domain.TopicID{}) || in.Sender != (domain.Sender{}) {
		t.Errorf("kept %+v", in)
	}
}

func TestARegisterThatIsGivenUpWritesNothing(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	rows := []domain.ImportRow{row(1, "С-1", "Шум"), row(2, "С-2", "Улици")}
	done := 0
	_, err := o.Import(office.Command{}, office.Register{
		Rows: rows, Progress: func(n, _ int) { done = n }, Stopped: func() bool { return done == 1 },
	})
	if !errors.Is(err, office.ErrGivenUp) || len(numbers(o)) != 0 || len(o.Settings().Topics) != 1 {
		t.Errorf("%v after %d, register %v", err, done, numbers(o))
	}
}
