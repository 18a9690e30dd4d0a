package present

import (
	"strconv"

	"harta/internal/domain"
	"harta/internal/office"
)

// ListedRow is a list of what is to be destroyed.
type ListedRow struct {
	ID            domain.ErasureID
	Words, Second string
	Stage         domain.ErasureStage
}

// ListedCase is a case of a list.
type ListedCase struct {
	Case                         domain.CaseID
	Number, Filing, Kind, Stands string
	Ended, Until, Sheets         string
	Out, Gone                    bool
}

// DestroyView is the chosen list.
type DestroyView struct {
	Title string
	Pairs []CasePair
	Next  string // what comes next, and by whom
	Cases []ListedCase
	Sum   string

	MayConfirm, MayErase, MayWithdraw bool
}

// Lists gives the lists, the latest first.
func (d *Destroy) Lists() []ListedRow {
	rows := make([]ListedRow, len(d.lists))
	for i, x := range d.lists {
		rows[i] = ListedRow{
			ID: x.Erasure.Erasure, Stage: x.Stage(), Words: d.T("destroy.list", "protocol", x.Act()),
			Second: d.T("destroy.list_second", "n", len(x.Cases), "stage", d.Say.ErasureStage(x.Stage())),
		}
	}
	return rows
}

// Waiting counts the lists that are still to be carried out.
func (d *Destroy) Waiting() int {
	n := 0
	for i := range d.lists {
		if d.lists[i].Live() {
			n++
		}
	}
	return n
}

// ChosenAt is the index of the chosen list, -1 for none.
func (d *Destroy) ChosenAt() int { return d.chosen }

// Chosen gives the chosen list.
func (d *Destroy) Chosen() (office.ErasureFile, bool) {
	if d.chosen < 0 || d.chosen >= len(d.lists) {
		return office.ErasureFile{}, false
	}
	return d.lists[d.chosen], true
}

// Choose opens a list.
func (d *Destroy) Choose(i int) {
	if i == d.chosen || i < 0 || i >= len(d.lists) {
		return
	}
	d.CloseForm()
	d.chosen, d.wrong = i, ""
	d.changed()
}

// View gives the chosen list in words.
func (d *Destroy) View() (DestroyView, bool) {
	x, ok := d.Chosen()
	if !ok {
		return DestroyView{}, false
	}
	a := d.office.Acting()
	may := func(e domain.Event) bool { return !d.ReadOnly && !d.busy && a.MayOffice(e) == nil }
	id := x.Erasure.Erasure
	v := DestroyView{
		Title: d.T("destroy.list", "protocol", x.Act()), Next: d.next(a, x), Sum: d.sum(x),
		MayConfirm:  x.Stage() == domain.ErasureWaits && may(domain.ErasureConfirmed{Erasure: id}),
		MayErase:    x.Stage() == domain.ErasureReady && may(domain.ErasureExecuted{Erasure: id}),
		MayWithdraw: x.Live() && may(domain.ErasureWithdrawn{Erasure: id}),
	}
	name := func(id domain.UserID) string {
		u, _ := a.Office.User(id)
		return ShortName(u.Name)
	}
	did := func(by domain.UserID, on any) string {
		if by == (domain.UserID{}) {
			return ""
		}
		return d.T("destroy.did", "name", name(by), "on", on)
	}
	v.Pairs = filledPairs(
		CasePair{d.T("sheet.erasure.proposed"), did(x.By, x.On)},
		CasePair{d.T("sheet.erasure.confirmed"), did(x.ConfirmedBy, x.Confirmed.On)},
		CasePair{d.T("sheet.erasure.withdrawn"), did(x.WithdrawnBy, x.Withdrawn.On)},
		CasePair{d.T("sheet.erasure.executed"), did(x.ExecutedBy, x.Executed.On)},
		CasePair{d.T("sheet.erasure.reason"), x.Withdrawn.Reason},
	)
	for _, r := range x.Rows {
		v.Cases = append(v.Cases, d.listedCase(r))
	}
	return v, true
}

func (d *Destroy) listedCase(r office.ErasureRow) ListedCase {
	c := ListedCase{
		Case: r.Case, Number: r.Number.Short(), Filing: d.Say.Filed(r.Filing, r.Volume), Kind: capital(d.Say.Kind(r.Kind)), Ended: d.Say.Date(r.EndedOn),
		Until: d.Say.Date(r.Until), Out: r.Out != "", Gone: r.Gone,
	}
	if r.Sheets > 0 {
		c.Sheets = strconv.Itoa(r.Sheets)
	}
	switch {
	case r.Gone:
		c.Stands = d.T("destroy.gone")
	case r.Out != "":
		c.Stands = capital(d.Say.LeftOut(r.Out))
	case r.Annulled:
		c.Stands = d.T("destroy.annulled_one")
	}
	return c
}

// sum counts the cases that go, those that are left out and those that are not shown.
func (d *Destroy) sum(x office.ErasureFile) string {
	going, out := d.count(x)
	words := d.T("destroy.sum", "n", going)
	if x.Stage() == domain.ErasureDone {
		words = d.T("destroy.sum_gone", "n", going)
	}
	if out > 0 {
		words = joined(" · ", words, d.T("destroy.sum_out", "n", out))
	}
	if x.Hidden > 0 {
		words = joined(" · ", words, d.T("destroy.sum_hidden", "n", x.Hidden))
	}
	return words
}

func (*Destroy) count(x office.ErasureFile) (going, out int) {
	for _, r := range x.Rows {
		if r.Out != "" {
			out++
		} else {
			going++
		}
	}
	return going, out
}

// next says what comes next, and who does it: also why the user himself does not.
func (d *Destroy) next(a domain.Acting, x office.ErasureFile) string {
	switch x.Stage() {
	case domain.ErasureWaits:
		if x.By == a.User {
			return d.T("refusal.own_proposal")
		}
		return d.T("destroy.next_confirm")
	case domain.ErasureReady:
		return d.T("destroy.next_erase")
	case domain.ErasureDone:
		return d.T("destroy.done_words")
	default:
		return d.T("destroy.withdrawn_words")
	}
}

// Confirm stands for the chosen list, as the second person.
func (d *Destroy) Confirm() { d.sure("confirm", d.confirm) }

// Erase carries out the chosen list. There is no way back.
func (d *Destroy) Erase() { d.sure("erase", d.erase) }

// sure asks for the word that nobody types by mistake.
func (d *Destroy) sure(what string, do func(office.ErasureFile)) {
	x, ok := d.Chosen()
	if !ok || d.busy {
		return
	}
	going, out := d.count(x)
	words := d.T("destroy.ask_"+what, "n", going+x.Hidden, "protocol", x.Act())
	if out > 0 {
		words += " " + d.T("destroy.ask_out", "n", out)
	}
	d.Ask(Question{
		Title: d.T("destroy.ask_title_" + what), Words: words, Yes: d.T("destroy.do_" + what), No: d.T("form.cancel"),
		Danger: true, Typed: d.T("case.erase_word"),
	}, func(yes bool) {
		if yes {
			do(x)
		}
	})
}

func (d *Destroy) confirm(x office.ErasureFile) {
	d.run(func(c office.Command) (string, error) {
		return d.T("destroy.confirmed", "protocol", x.Act()), d.office.ConfirmErasure(c, x.Erasure.Erasure)
	})
}

func (d *Destroy) erase(x office.ErasureFile) {
	d.run(func(c office.Command) (string, error) {
		e, err := d.office.Erase(c, x.Erasure.Erasure)
		words := d.T("destroy.erased", "n", len(x.Cases)-len(e.Left))
		if len(e.Left) > 0 {
			words = joined(" ", words, d.T("destroy.erased_left", "n", len(e.Left)))
		}
		return words, err
	})
}

// run does something with a list off the screen's goroutine, and tells how it ended.
func (d *Destroy) run(do func(office.Command) (string, error)) {
	d.busy, d.wrong = true, ""
	d.changed()
	var words string
	var err error
	d.Go(func() {
		var c office.Command
		if c, err = d.office.NewCommand(); err == nil {
			words, err = do(c)
		}
	}, func() {
		d.busy = false
		if err != nil {
			d.wrong = d.Tell(err)
		} else {
			d.Toast(Toast{Words: words})
		}
		d.changed()
		d.Load()
	})
}

// Print shows the chosen list as a sheet to be signed.
func (d *Destroy) Print() {
	x, ok := d.Chosen()
	if !ok {
		return
	}
	var err error
	d.Go(func() {
		var pdf []byte
		if pdf, err = d.office.ErasureSheet(x.Erasure.Erasure); err == nil {
			err = d.office.Show(d.T("destroy.file")+".pdf", pdf)
		}
	}, func() {
		d.wrong = ""
		if err != nil {
			d.wrong = d.Tell(err)
		}
		d.changed()
	})
}

// Form is the open form; nil = none.
func (d *Destroy) Form() *Form { return d.form }

// CloseForm gives the open form up; false says that there is none.
func (d *Destroy) CloseForm() bool {
	if d.form == nil {
		return false
	}
	d.form.Cancel()
	return true
}

// show opens a form. However often it is submitted, what it is for happens once.
func (d *Destroy) show(f *Form, run func(office.Command) error) {
	d.CloseForm()
	c, err := d.office.NewCommand()
	if err != nil {
		d.wrong = d.Tell(err)
		d.changed()
		return
	}
	f.Env = d.Env
	f.Run = func() error { return run(c) }
	f.Closed = func(done bool) {
		if d.form == f {
			d.form = nil
		}
		if done {
			d.Load()
		}
		d.changed()
	}
	d.form, d.wrong = f, ""
	d.changed()
}

// Propose opens the form for a list of the ticked cases.
func (d *Destroy) Propose() {
	cases := d.picked()
	if len(cases) == 0 || !d.MayPropose() {
		return
	}
	annulledAs := d.filter.AnnulledAs
	var done domain.ErasureProposed
	f := &Form{
		Title: d.T("destroy.form"), Lead: d.T("destroy.form_lead", "n", len(cases)), Do: d.T("destroy.do_propose"),
		Fields: []*Field{
			{Key: "protocol", Label: d.T("sheet.erasure.protocol"), Narrow: true, Most: domain.MaxProtocol},
			{Key: "on", Label: d.T("destroy.protocol_on"), Kind: DateField, Narrow: true},
		},
	}
	f.Done = func() {
		d.part, d.chosen = DestroyLists, -1
		d.Toast(Toast{Words: d.T("destroy.proposed", "n", len(done.Cases), "protocol", done.Protocol)})
	}
	d.show(f, func(c office.Command) (err error) {
		done, err = d.office.ProposeErasure(c, domain.ErasureProposed{Protocol: f.Text("protocol"), Of: f.Day("on")}, cases, annulledAs)
		return err
	})
}

// Withdraw opens the form for taking the chosen list back.
func (d *Destroy) Withdraw() {
	x, ok := d.Chosen()
	if !ok || !x.Live() {
		return
	}
	f := &Form{
		Title: d.T("destroy.do_withdraw"), Lead: d.T("destroy.withdraw_lead", "protocol", x.Act()), Do: d.T("destroy.do_withdraw"),
		Fields: []*Field{{Key: "reason", Label: d.T("field.reason"), Most: domain.MaxLine}},
	}
	f.Done = func() { d.Toast(Toast{Words: d.T("destroy.withdrawn", "protocol", x.Act())}) }
	d.show(f, func(c office.Command) error { return d.office.WithdrawErasure(c, x.Erasure.Erasure, f.Text("reason")) })
}
