package present_test

import (
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

func TestLettersInWorkAreListedByStage(t *testing.T) {
	o := newApprovalOffice(t)
	o.waits(1, domain.Question, "2026-12-14", domain.LetterFile{State: domain.LetterDraft})
	o.waits(2, domain.Question, "2026-11-25", domain.LetterFile{State: domain.LetterDraft, Returned: "Не."})
	o.waits(3, domain.Signal, "2026-11-27", domain.LetterFile{State: domain.LetterWaiting, Author: chiefID})
	o.waits(4, domain.Signal, "2026-11-28", domain.LetterFile{State: domain.LetterSent})
	e := newLetterEnv(t)
	m := present.NewLetters(e.Env, o)
	m.Load()
	rows := m.Rows()
	if len(rows) != 3 || rows[0].Number != "94-2" || rows[0].State != "върнато" || rows[1].Author != "Б. Кирова" || rows[2].Stage != present.StageDraft {
		t.Fatalf("rows %+v", rows)
	}
	chips := m.Chips()
	for i, want := range []string{"Мои (1)", "Чернови (1)", "Върнати (1)", "За одобрение (1)", "Одобрени (0)", "Подписани (0)"} {
		if chips[i].Words != want {
			t.Errorf("chip %d is %q", i, chips[i].Words)
		}
	}
	m.Press(chips[0].Key)
	if rows := m.Rows(); len(rows) != 1 || rows[0].Number != "94-3" || !m.Filtered() {
		t.Errorf("mine are %+v", rows)
	}
	m.Unfilter()
	m.Sort("number")
	m.Sort("number")
	if rows := m.Rows(); rows[0].Number != "94-3" {
		t.Errorf("by number down %+v", rows)
	}
	m.OpenRow(0)
	if want := (present.Route{Place: present.LetterPlace, Case: domain.CaseID{3}, Letter: domain.LetterID{3}}); e.routes[0] != want {
		t.Errorf("went to %+v", e.routes)
	}
}

func TestALetterInWorkTellsItsOutgoingNumberAndItsReader(t *testing.T) {
	o := newApprovalOffice(t)
	out := domain.Number{Text: "94-87/23.11.2026", Serial: 87, Date: dayOf("2026-11-23"), Direction: domain.Outgoing}
	signed := domain.LetterFile{State: domain.LetterSigned, Number: out}
	signed.Content.To.Name = "Районна прокуратура"
	o.waits(1, domain.Question, "2026-12-14", domain.LetterFile{State: domain.LetterDraft})
	o.waits(2, domain.Signal, "2026-12-15", signed)
	m := present.NewLetters(newLetterEnv(t).Env, o)
	m.Load()
	m.Sort("out")
	m.Sort("out")
	rows := m.Rows()
	if len(rows) != 2 || rows[0].Out != "94-87" || rows[1].Out != "" {
		t.Fatalf("by outgoing number down %+v", rows)
	}
	if rows[0].To != "Районна прокуратура" || rows[1].To == "" {
		t.Errorf("to %q and %q", rows[0].To, rows[1].To)
	}
}
