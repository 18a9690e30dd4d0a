package present_test

import (
	"errors"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

func TestWhoStandsAtTheDeskIsGivenHisSlipByOneKey(t *testing.T) {
	for name, c := range map[string]struct {
		way     present.SaveWay
		channel domain.Channel
		kind    domain.Kind
		trouble error
		offered bool
	}{
		"printed at the desk":    {present.SaveAndPrint, domain.AtDesk, domain.Signal, nil, true},
		"printed for the post":   {present.SaveAndPrint, domain.ByPost, domain.Signal, nil, false},
		"saved without a slip":   {present.SaveAndOpen, domain.AtDesk, domain.Signal, nil, false},
		"the printer is broken":  {present.SaveAndPrint, domain.AtDesk, domain.Signal, errors.New("!"), false},
		"of a sealed report":     {present.SaveAndPrint, domain.AtDesk, domain.Whistleblower, nil, false},
		"on a day of receptions": {present.SaveAndPrint, domain.ReceptionDay, domain.Praise, nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			d := newIntakeDesk()
			d.noPrint = c.trouble
			p := newIntakePage(t, d, present.Route{})
			p.complaint()
			p.yes = true
			p.Choose(present.IntakeKind, string(c.kind))
			p.Choose(present.IntakeChannel, string(c.channel))
			p.Save(c.way)
			if len(p.toasts) != 1 {
				t.Fatalf("said %q, wrong is %+v", p.toasts, p.Wrongs())
			}
			if offered := p.last.Act != nil; offered != c.offered || len(d.given) != 0 {
				t.Errorf("offered %v, recorded %d before a press", offered, len(d.given))
			}
			if p.last.Act == nil {
				return
			}
			p.last.Act()
			if len(d.given) != 1 || len(p.toasts) != 2 || p.last.Act != nil {
				t.Errorf("recorded %d, said %q", len(d.given), p.toasts)
			}
		})
	}
}
