package present_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// importOffice is an office that an older register is brought to.
type importOffice struct {
	rows    []domain.ImportRow
	wrong   []error
	err     error
	again   []error // what the office says when it is to be written
	written int
	stop    func()
}

func (o *importOffice) ReadRegister(string) ([]domain.ImportRow, []error, error) {
	return o.rows, o.wrong, o.err
}

func (o *importOffice) Import(_ office.Command, r office.Register) (office.ImportResult, error) {
	if o.stop != nil {
		o.stop()
	}
	if r.Stopped() {
		return office.ImportResult{}, office.ErrGivenUp
	}
	got := office.ImportResult{Cases: len(r.Rows), Persons: 1, Departments: []string{"Екология"}}
	if !r.Dry {
		got.Problems = o.again
		if len(o.again) == 0 {
			o.written += len(r.Rows)
		}
	}
	return got, nil
}

func importedRows(n int) []domain.ImportRow {
	var rows []domain.ImportRow
	for i := range n {
		at := time.Date(2019, time.March, 4, 8, 0, 0, 0, time.UTC)
		rows = append(rows, domain.ImportRow{
			Line: i + 2, Number: "С-1", Department: "Екология", State: domain.Closed, At: at,
			Intake: domain.Intake{Kind: domain.Signal, Subject: "Шум", ReceivedAt: at},
		})
	}
	return rows
}

func TestAnOlderRegisterIsTriedBeforeItIsWritten(t *testing.T) {
	r := newGateRoom(t)
	o := &importOffice{rows: importedRows(3)}
	m := present.NewImport(r.Env, o)
	if _, ok := m.Allowed(); ok || m.Step() != present.ImportChoose {
		t.Fatal("something can be written although nothing was read")
	}
	m.Read("/старо/регистър.xlsx")
	if m.Step() != present.ImportTried || len(m.Lines()) != 3 || o.written != 0 || !strings.Contains(m.Title(), "3 преписки могат") {
		t.Fatalf("step %d, %q, written %d", m.Step(), m.Title(), o.written)
	}
	want := present.ImportLine{
		Line: "2", Number: "С-1", Received: "04.03.2019", Kind: "сигнал", Sender: "Анонимен", Subject: "Шум", Unit: "Екология",
		State: m.Lines()[0].State,
	}
	if m.Lines()[0] != want || m.File() != "регистър.xlsx" || len(m.Details()) != 2 {
		t.Errorf("%+v, %v", m.Lines()[0], m.Details())
	}
	m.Write()
	if m.Step() != present.ImportDone || o.written != 3 || !strings.Contains(m.Title(), "Внесени са 3") {
		t.Errorf("step %d, %q, written %d", m.Step(), m.Title(), o.written)
	}
	if m.Write(); o.written != 3 {
		t.Error("written twice")
	}
}

func TestMistakesOfARegisterAreSaidByRowAndKeepItOut(t *testing.T) {
	r := newGateRoom(t)
	o := &importOffice{rows: importedRows(2), wrong: []error{
		domain.Refuse("import", domain.ImportDuplicate).With("line", 9).With("number", "С-7"),
		domain.Refuse("import", domain.ImportLine).With("line", 4).With("column", "вид").With("value", "ода"),
	}}
	m := present.NewImport(r.Env, o)
	m.Read("r.csv")
	why, ok := m.Allowed()
	if ok || !strings.Contains(why, "2 грешки") || len(m.Mistakes()) != 2 {
		t.Fatalf("%q %v %+v", why, ok, m.Mistakes())
	}
	if first := m.Mistakes()[0]; first.Line != "4" || !strings.Contains(first.Words, "„ода“") {
		t.Errorf("%+v", first)
	}
	if m.Write(); o.written != 0 {
		t.Error("written although there are mistakes")
	}
	o.wrong = nil
	m.Read("r.csv")
	o.again = []error{domain.Refuse("import", domain.ImportedAlready).With("line", 2).With("number", "С-1")}
	m.Write()
	if m.Step() != present.ImportTried || len(m.Mistakes()) != 1 || o.written != 0 {
		t.Errorf("somebody has taken it over meanwhile: step %d, %+v", m.Step(), m.Mistakes())
	}
}

func TestARegisterCanBeGivenUpOrBeUnreadable(t *testing.T) {
	r := newGateRoom(t)
	o := &importOffice{err: errors.New("заключен файл")}
	m := present.NewImport(r.Env, o)
	if m.Read("r.csv"); !strings.Contains(m.Wrong(), "заключен файл") || m.Step() != present.ImportChoose {
		t.Errorf("%q", m.Wrong())
	}
	o.err, o.rows = nil, importedRows(2)
	m.Read("r.csv")
	o.stop = m.Stop
	if m.Write(); o.written != 0 || !strings.Contains(m.Wrong(), "Нищо не е записано") || m.Busy() {
		t.Errorf("%q, written %d", m.Wrong(), o.written)
	}
	o.stop = nil
	if m.Write(); o.written != 2 {
		t.Error("it cannot be written after it was given up once")
	}
}
