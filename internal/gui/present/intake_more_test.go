package present_test

import (
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

// passedOn types who passed a submission on, and whom it touches besides.
func (p *intakePage) passedOn() {
	p.Type(present.IntakeReferrer, "Омбудсманът")
	p.Type(present.IntakeReferrerRef, "12-5")
	p.date(present.IntakeReferrerDate, dayOf("2026-11-20"))
	p.Type(present.IntakeReferrerAt, "гр. Примерно; пл. „Свобода“ 1; delo@example.bg")
	p.Type(present.IntakeAffected, "Мария Примерова; гр. Примерно; ул. „Първа“ 3\n\nПетър Примеров")
}

func TestWhoElseIsToldIsTypedAtTheDesk(t *testing.T) {
	d := newIntakeDesk()
	p := newIntakePage(t, d, present.Route{})
	p.complaint()
	if shown, open := p.Fold(); !shown || open || !p.Field(present.IntakeAffected).Hidden {
		t.Error("the everyday page has got longer")
	}
	p.ShowMore()
	if _, open := p.Fold(); !open || p.Field(present.IntakeAffected).Hidden {
		t.Error("it does not open")
	}
	p.ShowMore()
	if _, open := p.Fold(); open {
		t.Error("it does not fold again")
	}
	p.ShowMore()
	p.passedOn()
	p.ShowMore()
	if _, open := p.Fold(); !open {
		t.Error("what was typed is out of sight")
	}
	p.pass()

	p = newIntakePage(t, d, present.Route{}) // the program was killed
	if _, open := p.Fold(); !open || p.Text(present.IntakeReferrer) != "Омбудсманът" {
		t.Errorf("found again: %q", p.Text(present.IntakeReferrer))
	}
	if len(p.Hints()) == 0 || !strings.Contains(hintsOf(p), "3 лица или органи") {
		t.Errorf("said is %q", hintsOf(p))
	}
	p.Save(present.SaveAndOpen)
	if len(d.intakes) != 1 {
		t.Fatalf("refused: %+v", p.Wrongs())
	}
	in := d.intakes[0]
	s := in.Sender
	if s.Referrer != "Омбудсманът" || s.PassedOnBy() != "12-5/20.11.2026" || s.ReferrerAt.Email != "delo@example.bg" || s.ReferrerAt.Type != domain.Organisation {
		t.Errorf("passed on by %+v", s)
	}
	if len(in.Affected) != 2 || in.Affected[0].Street != "ул. „Първа“ 3" || in.Affected[1].Name != "Петър Примеров" {
		t.Errorf("affected are %+v", in.Affected)
	}
	c := domain.Case{State: domain.Dispatched, Intake: in, Decision: domain.CaseDecided{Outcome: domain.Rejected}}
	if all := c.Untold(); len(all) != 3 || all[0].As != domain.AsReferrer {
		t.Errorf("still untold are %+v", all)
	}
}

func hintsOf(p *intakePage) string {
	var all []string
	for _, h := range p.Hints() {
		all = append(all, h.Words)
	}
	return strings.Join(all, "\n")
}

func TestWhoElseIsToldStandsRightOrIsRefusedBesideItsField(t *testing.T) {
	for name, c := range map[string]struct{ field, typed, wrong string }{
		"nobody with an address":   {present.IntakeReferrerAt, "гр. Примерно", present.IntakeReferrer},
		"affected without a name":  {present.IntakeAffected, "; гр. Примерно", present.IntakeAffected},
		"no e-mail in its place":   {present.IntakeAffected, "Мария; гр. Примерно; ул. „Първа“; 0888", present.IntakeAffected},
		"too much in one line":     {present.IntakeAffected, "Мария; гр. Примерно; ул. „Първа“; m@example.bg; 0888", present.IntakeAffected},
		"too long":                 {present.IntakeReferrer, strings.Repeat("ж", 301), present.IntakeReferrer},
		"its number is of nobody":  {present.IntakeReferrerRef, "12-5", present.IntakeReferrer},
		"referrer's wrong e-mail":  {present.IntakeReferrerAt, "гр. Примерно; ; нещо", present.IntakeReferrer},
		"a telephone without end":  {present.IntakePhone, strings.Repeat("8", 301), present.IntakePhone},
		"a number without its end": {present.IntakeRef, strings.Repeat("8", 301), present.IntakeRef},
	} {
		t.Run(name, func(t *testing.T) {
			d := newIntakeDesk()
			p := newIntakePage(t, d, present.Route{})
			p.complaint()
			p.Type(c.field, c.typed)
			p.Save(present.SaveAndOpen)
			if x := p.Field(c.wrong); len(d.intakes) != 0 || x.Wrong == "" || x.Hidden {
				t.Errorf("registered %d, beside it stands %q", len(d.intakes), x.Wrong)
			}
		})
	}
}

func TestWhatIsPassedOnAsksByWhom(t *testing.T) {
	p := newIntakePage(t, newIntakeDesk(), present.Route{})
	p.Choose(present.IntakeChannel, string(domain.Forwarded))
	if _, open := p.Fold(); !open {
		t.Error("who passed it on is not asked")
	}
	p.Choose(present.IntakeKind, string(domain.Whistleblower))
	if shown, _ := p.Fold(); shown || p.asked != 0 {
		t.Errorf("a sealed report asks for it, asked %d", p.asked)
	}
}
