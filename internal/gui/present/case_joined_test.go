package present_test

import (
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

func TestTheAnswerIsWrittenAgainForWhoIsJoined(t *testing.T) {
	d := newDesk(domain.ComplaintService).inWork(t)
	joined := domain.Entry{
		Case: older, State: domain.StateJoined, Ground: domain.GroundDuplicate, Number: domain.Number{Text: "94-1300/02.11.2026"},
		Links: []domain.Link{{Case: theCase, How: domain.DuplicateOf}},
	}
	offered := func(who domain.UserID) bool {
		c, _ := d.as(who).screen(t)
		return slices.ContainsFunc(c.View().More, func(a present.CaseAct) bool { return a.Do == "tell_joined" })
	}
	d.others = []domain.Entry{joined}
	if offered(atClerk) {
		t.Error("there is no answer yet")
	}
	must[domain.CaseDecided](t, d.as(atExecutor))(d.Acting().Decide(d.c, domain.CaseDecided{Outcome: domain.Rejected, Findings: "x"}))
	must[domain.LetterDrafted](t, d)(d.Acting().Draft(d.c, domain.LetterDrafted{
		Letter: domain.LetterID{9}, Content: domain.Letter{Template: domain.TRejected, Paragraphs: []domain.Paragraph{{Text: "x"}}},
	}))
	if !offered(atClerk) || offered(atExecutor) {
		t.Error("the desk writes to the joined, an executor only in his own case")
	}
	c, r := d.as(atClerk).screen(t)
	c.Start("tell_joined")
	if d.told != 1 || len(r.toasts) != 1 {
		t.Errorf("told %d times, toasts %v", d.told, r.toasts)
	}
	joined.AnsweredOn = 20_000
	d.others[0] = joined
	if offered(atClerk) {
		t.Error("everybody was told")
	}
}

func TestAJoinedCaseSaysWhichDecisionItWaitsFor(t *testing.T) {
	d := newDesk(domain.Signal)
	d.others = []domain.Entry{{Case: older, State: domain.InWork, Number: domain.Number{Text: "94-1300/02.11.2026"}}}
	d.as(atClerk).add(domain.AdmissibilityDecided{Ground: domain.GroundDuplicate, Result: domain.StateJoined, Reason: "Същото.", Into: older})
	receipt := domain.LetterID{9}
	d.c.Flags |= domain.FlagReceiptSent
	d.c.Letters = []domain.LetterFile{{ID: receipt, State: domain.LetterDelivered, Content: domain.Letter{Template: domain.TReceipt}}}
	c, _ := d.screen(t)
	if next := c.View().Next; next.Main.Do != "" || !strings.Contains(next.Who, "94-1300/02.11.2026") {
		t.Errorf("before the decision comes %+v", next)
	}
	f := form(t, c, domain.DoClose)
	if len(f.Notices) != 1 || !strings.Contains(f.Notices[0].Words, "94-1300/02.11.2026") {
		t.Errorf("closing it says %+v", f.Notices)
	}
	f.Submit()
	if d.c.State != domain.StateJoined {
		t.Error("closed before the decision")
	}
	d.others[0].State, d.others[0].Outcome, d.others[0].AnsweredOn = domain.Dispatched, domain.Rejected, 20_000
	c, _ = d.screen(t)
	if next := c.View().Next; next.Main.Do != domain.DoDraft {
		t.Errorf("after it comes %+v", next)
	}
}

func TestACorrectionIsHeldToWhatTheIntakeIs(t *testing.T) {
	long := strings.Repeat("ж", 301)
	for field, typed := range map[string]string{
		"sender": long, "street": long, "phone": long, "email": "нещо", "referrer": long, "referrerRef": long, "referrerAt": "гр. Примерно; ; нещо",
		"affected": "; гр. Примерно", "language": long,
	} {
		d := newDesk(domain.Signal)
		c, _ := d.screen(t)
		f := form(t, c, domain.DoCorrect)
		fill(f, map[string]string{"referrer": "Омбудсман", "reason": "Грешка"})
		fill(f, map[string]string{field: typed})
		f.Submit()
		if f.Field(field).Wrong == "" {
			t.Errorf("%s: it says %q above", field, f.Summary)
		}
	}
}

func TestContactsAreTypedOneALine(t *testing.T) {
	d := newDesk(domain.Signal)
	c, _ := d.screen(t)
	f := form(t, c, domain.DoCorrect)
	fill(f, map[string]string{
		"affected": "Иван Примеров; с. Примерово; ул. „Първа“ 1; ivan@example.bg\n\nМария Примерова", "referrer": "Омбудсман",
		"referrerAt": "гр. Примерно; пл. „Свобода“ 1", "reason": "Вижда се от текста",
	})
	f.Submit()
	in := d.c.Intake
	if len(in.Affected) != 2 || in.Affected[0].Email != "ivan@example.bg" || in.Affected[1].Name != "Мария Примерова" ||
		in.Sender.Referrer != "Омбудсман" || in.Sender.ReferrerAt.Street != "пл. „Свобода“ 1" {
		t.Errorf("%q: the intake is %+v", f.Summary, in)
	}
	c, _ = d.screen(t)
	f = form(t, c, domain.DoCorrect)
	if f.Text("referrerAt") != "гр. Примерно; пл. „Свобода“ 1" {
		t.Errorf("found is %q", f.Text("referrerAt"))
	}
	fill(f, map[string]string{"subject": "Друго", "reason": "Грешка"})
	f.Submit()
	if !slices.Equal(d.c.Intake.Affected, in.Affected) || d.c.Intake.Sender != in.Sender {
		t.Error("what was not touched has changed")
	}
}
