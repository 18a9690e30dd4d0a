package desk_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// TestTheListOfWhatIsToBeDestroyedNamesNoCitizen prints it before and after the case is gone.
func TestTheListOfWhatIsToBeDestroyedNamesNoCitizen(t *testing.T) {
	o := pc(t)
	now := time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)
	o.Now, o.Practice = func() time.Time { return now }, true
	d := demo(t, o, "clerk")
	e, err := d.Register(office.Command{}, domain.Intake{
		Kind: domain.Signal, Channel: domain.AtDesk, Subject: "Тайна тема", Sheets: 3,
		Sender: domain.Sender{Contact: domain.Contact{Type: domain.NaturalPerson, Name: "Невен Тайнов", Settlement: "с. Примерово"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	as := func(login string) {
		if err := d.SignIn(login, password); err != nil {
			t.Fatal(err)
		}
	}
	as("mayor")
	if err := d.Annul(office.Command{}, e.Case, "двойна"); err != nil {
		t.Fatal(err)
	}
	now = now.AddDate(6, 0, 0)
	as("clerk")
	list, err := d.ProposeErasure(office.Command{}, domain.ErasureProposed{Protocol: "12", Of: calendar.DateOf(now)}, []domain.CaseID{e.Case}, "94-01")
	if err != nil {
		t.Fatal(err)
	}
	before := sheetWords(t, d, list.Erasure)
	as("mayor")
	if err := d.ConfirmErasure(office.Command{}, list.Erasure); err != nil {
		t.Fatal(err)
	}
	as("secretary")
	if _, err := d.Erase(office.Command{}, list.Erasure); err != nil {
		t.Fatal(err)
	}
	after := sheetWords(t, d, list.Erasure)
	for name, words := range map[string]string{"before": before, "after": after} {
		for _, want := range []string{"12/23.11.2032", "94-01", e.Number.Short(), "Елена Стоева", "31.12.2031"} {
			if !strings.Contains(words, want) {
				t.Errorf("%s: %q is missing", name, want)
			}
		}
		if strings.Contains(words, "Тайн") {
			t.Errorf("%s: words of the case are on it", name)
		}
	}
	if strings.Contains(before, "изпълнен}") || !strings.Contains(after, "изпълнен") {
		t.Errorf("where it stands is not said")
	}
	if _, err := d.ErasureSheet(domain.ErasureID{9}); err == nil {
		t.Error("a list that is not there was printed")
	}
}

func sheetWords(t *testing.T, d *desk.Desk, id domain.ErasureID) string {
	t.Helper()
	pdf, err := d.ErasureSheet(id)
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Fatalf("%d bytes, %v", len(pdf), err)
	}
	all, err := d.Erasures()
	if err != nil {
		t.Fatal(err)
	}
	return desk.ErasureWords(d, all, id)
}
