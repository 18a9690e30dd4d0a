package present

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// Form gives the form that is open, nil = none; onSent tells that it is about a letter that was sent.
func (d *Dispatch) Form() (f *Form, onSent bool) { return d.form, d.onSent }

// closeForm gives the form of one of the lists up; what was typed is found again.
func (d *Dispatch) closeForm(onSent bool) {
	if d.form != nil && d.onSent == onSent {
		d.form.Cancel()
	}
}

// show shows a form about a letter.
func (d *Dispatch) show(f *Form, onSent bool) {
	if d.form != nil {
		d.form.Cancel()
	}
	f.Closed = func(done bool) {
		d.form = nil
		if done {
			d.Load()
		}
		d.changed()
	}
	d.form, d.onSent = f, onSent
	d.changed()
}

// at gives a letter among some.
func at(all []parcelLetter, id domain.LetterID) (parcelLetter, bool) {
	i := slices.IndexFunc(all, func(l parcelLetter) bool { return l.Letter.Letter == id })
	if i < 0 {
		return parcelLetter{}, false
	}
	return all[i], true
}

// MayServe tells whether the chosen letter can be marked as served.
func (d *Dispatch) MayServe() bool {
	l, ok := at(d.sent, d.atSent)
	return ok && l.can && d.SentAt() >= 0
}

// Serve asks when and how the chosen letter reached its reader.
func (d *Dispatch) Serve() {
	l, ok := at(d.sent, d.atSent)
	if !ok || !l.can {
		return
	}
	f := &Form{
		Env: d.Env, Title: d.T("dispatch.serve_title", "number", d.ShortNumber(l.Letter.Number)), Do: d.T("dispatch.serve"),
		Fields: []*Field{
			{Key: "on", Label: d.T("dispatch.served_on"), Kind: DateField, Date: d.Today(), Narrow: true},
			{Key: "how", Label: d.T("dispatch.served_how"), Text: d.proof(l.Letter.Via), Narrow: true},
		},
	}
	f.KeepAs(d.office, "serve-"+idKey(l.Entry.Case))
	command, err := d.office.NewCommand()
	f.Run = func() error {
		if err != nil {
			return err
		}
		return d.office.Serve(command, l.Entry.Case, domain.LetterServed{Letter: l.Letter.Letter, On: f.Day("on"), How: f.Text("how")})
	}
	f.Done = func() { d.Toast(Toast{Words: d.T("dispatch.served", "number", d.ShortNumber(l.Letter.Number))}) }
	d.show(f, true)
}

// proof is what usually comes back from a way.
func (d *Dispatch) proof(via domain.Channel) string {
	switch via {
	case domain.ByDelivery:
		return d.T("dispatch.proof.edelivery")
	case domain.ByCourier:
		return d.T("dispatch.proof.courier")
	default:
		return d.T("dispatch.proof.post")
	}
}

// MayStrike tells whether the chosen letter that waits can be annulled.
func (d *Dispatch) MayStrike() bool {
	l, ok := at(d.ready, d.atReady)
	return ok && l.strike && d.ReadyAt() >= 0
}

// Strike asks why the chosen letter will not be sent, after asking whether that is meant.
func (d *Dispatch) Strike() {
	l, ok := at(d.ready, d.atReady)
	if !ok || !l.strike {
		return
	}
	number := d.ShortNumber(l.Letter.Number)
	d.Ask(Question{
		Title: d.T("dispatch.strike_title", "number", number), Words: d.T("dispatch.strike_words", "number", number),
		Yes: d.T("dispatch.strike_yes"), No: d.T("dispatch.strike_no"), Danger: true,
	}, func(yes bool) {
		if yes {
			d.strike(l)
		}
	})
}

func (d *Dispatch) strike(l parcelLetter) {
	number := d.ShortNumber(l.Letter.Number)
	f := &Form{
		Env: d.Env, Title: d.T("dispatch.strike_form", "number", number, "to", d.addressee(l)), Do: d.T("dispatch.strike"), Danger: true,
		Fields: []*Field{{Key: "reason", Label: d.T("dispatch.strike_reason"), Kind: TextField, Lines: 3, Hint: d.T("dispatch.strike_hint")}},
	}
	f.KeepAs(d.office, "strike-"+idKey(l.Entry.Case))
	var command office.Command
	var err error
	f.Run = func() error {
		if command == (office.Command{}) {
			if command, err = d.office.NewCommand(); err != nil {
				return err
			}
		}
		return d.office.Strike(command, l.Entry.Case, l.Letter.Letter, f.Text("reason"))
	}
	f.Done = func() { d.Toast(Toast{Words: d.T("dispatch.struck", "number", number)}) }
	d.show(f, false)
}

// OverdueWords says which letter has waited too long for its proof.
func (d *Dispatch) OverdueWords() (words string, ok bool) {
	r, ok := d.Overdue()
	if !ok {
		return "", false
	}
	l, _ := at(d.sent, r.Letter)
	return d.T("dispatch.late", "number", r.Out, "n", int(d.Today()-l.Letter.SentOn)), true
}

// ChooseOverdue moves to it.
func (d *Dispatch) ChooseOverdue() {
	if r, ok := d.Overdue(); ok {
		d.ChooseSent(slices.IndexFunc(d.sentRows, func(x SentRow) bool { return x.Letter == r.Letter }))
	}
}

// SentLine says what the chosen letter is that was sent.
func (d *Dispatch) SentLine() (line, more string, ok bool) {
	i := d.SentAt()
	if i < 0 {
		return "", "", false
	}
	r := d.sentRows[i]
	line = d.T("dispatch.sent_line", "number", r.Out, "to", r.To)
	if r.Ref == "" {
		return line, d.T("dispatch.sent_by", "way", r.Way, "date", r.SentOn), true
	}
	return line, d.T("dispatch.sent_by_ref", "way", r.Way, "date", r.SentOn, "ref", r.Ref), true
}
