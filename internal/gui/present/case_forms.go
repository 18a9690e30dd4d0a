package present

import (
	"strconv"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// reason is the field that most actions ask for.
func (c *Case) reason() *Field {
	return &Field{Key: "reason", Label: c.T("field.reason"), Kind: TextField, Lines: 4}
}

// reasoned is an action that takes a reason and nothing else.
func (c *Case) reasoned(do domain.Action, run func(office.Command, domain.CaseID, string) error) *Form {
	var f *Form
	f = c.fill(do, func(id office.Command) error { return run(id, c.id, f.Text("reason")) }, c.reason())
	return f
}

func (c *Case) giveBackForm() *Form {
	f := c.reasoned(domain.DoGiveBack, c.office.GiveBack)
	f.Lead = c.T("case.lead.give_back")
	return f
}

// withdrawForm records that the sender has withdrawn. Where the public interest wants it the case goes on.
func (c *Case) withdrawForm() *Form {
	var f *Form
	f = c.fill(domain.DoWithdraw, func(id office.Command) error {
		return c.office.Withdraw(id, c.id, domain.CaseWithdrawn{
			Reason: f.Text("reason"), Document: f.Text("document"), ExOfficio: f.On("exOfficio"),
		})
	},
		&Field{Key: "document", Label: c.T("case.withdrawn_with"), Hint: c.T("case.withdrawn_with_hint")},
		&Field{Key: "exOfficio", Label: c.T("case.goes_on"), Kind: TickField}, c.reason())
	f.Edited = func(*Field) {
		f.Lead = c.T("case.lead.withdraw")
		if f.On("exOfficio") {
			f.Lead = c.T("case.lead.goes_on")
		}
	}
	f.Field("exOfficio").Hidden = c.state.Case.Flags.Has(domain.FlagGoesOn)
	return f
}

// reopenForm takes a closed case up again, with a term of its own.
func (c *Case) reopenForm() *Form {
	var f *Form
	ground := &Field{Key: "ground", Label: c.T("case.reopen_ground"), Kind: ChoiceField}
	for _, g := range domain.ReopenGrounds() {
		ground.Options = append(ground.Options, Option{string(g), capital(c.Say.Reopening(g))})
	}
	f = c.fill(domain.DoReopen, func(id office.Command) error {
		return c.office.Reopen(id, c.id, domain.CaseReopened{
			Reason: f.Text("reason"), Ground: domain.ReopenGround(f.Text("ground")), Due: f.Day("due"),
		})
	}, ground, &Field{Key: "due", Label: c.T("field.due"), Kind: DateField, Narrow: true, Hint: c.T("case.reopen_due_hint")}, c.reason())
	f.Lead = c.T("case.lead.reopen")
	return f
}

func (c *Case) annulForm() *Form {
	f := c.reasoned(domain.DoAnnul, c.office.Annul)
	f.Danger, f.Lead = true, c.T("case.lead.annul", "number", c.view.Number)
	return f
}

func (c *Case) executeForm() *Form {
	var f *Form
	f = c.fill(domain.DoExecute, func(id office.Command) error {
		return c.office.Execute(id, c.id, domain.CaseExecuted{On: f.Day("on"), Evidence: f.Text("evidence")})
	}, &Field{Key: "on", Label: c.T("field.on"), Kind: DateField},
		&Field{Key: "evidence", Label: c.T("field.evidence"), Kind: TextField, Lines: 4})
	var measures []string
	for _, m := range c.state.Case.Decision.Measures {
		words := listed(m.Text, c.unit(m.Department))
		if !m.Due.IsZero() {
			words = listed(words, c.T("case.measure_due", "due", m.Due))
		}
		measures = append(measures, words)
	}
	f.Lead = joined("\n", measures...)
	c.preset(f)
	return f
}

// preset fills the day of what is recorded with today, when nothing was kept.
func (c *Case) preset(f *Form) {
	if x := f.Field("on"); x.Text == "" && x.Date == 0 {
		x.Date = c.state.by.Today()
		x.Text = x.Date.Local()
	}
}

func (c *Case) archiveForm() *Form {
	var f *Form
	var options []Option
	for _, x := range c.state.by.Office.Filing {
		if !x.Closed {
			options = append(options, Option{x.Code, joined(" ", x.Code, x.Title)})
		}
	}
	filing := &Field{Key: "filing", Label: c.T("field.filing"), Kind: ChoiceField, Options: options}
	f = c.fill(domain.DoArchive, func(id office.Command) error {
		return c.office.Archive(id, c.id, domain.CaseArchived{Filing: f.Text("filing"), Volume: f.Text("volume")})
	}, filing, &Field{Key: "volume", Label: c.T("case.volume"), Narrow: true})
	if len(options) == 0 {
		f.Blocked = c.T("case.no_filing")
	}
	f.Done = func() { c.Toast(Toast{Words: c.T("case.done.archive")}) }
	return f
}

// attachForm adds one file; others can be dropped on the screen.
func (c *Case) attachForm() *Form {
	f := c.fill(domain.DoAttach, nil,
		&Field{Key: "file", Label: c.T("field.file"), Kind: FileField, Hint: c.T("case.attach_hint")},
		&Field{Key: "sheets", Label: c.T("case.sheets_field"), Narrow: true})
	command := c.wish()
	f.Run = func() error {
		if f.Text("file") == "" {
			return domain.Refuse(string(domain.DoAttach), domain.FieldMissing).On("file").With("field", "file")
		}
		sheets, err := f.number("sheets")
		if err != nil {
			return err
		}
		return c.attach(command, f.Text("file"), sheets)
	}
	f.Done = func() { c.Toast(Toast{Words: c.T("case.done.attached", "n", 1)}) }
	return f
}

// number reads a whole number that may be missing.
func (f *Form) number(key string) (int, error) {
	typed := f.Text(key)
	if typed == "" {
		return 0, nil
	}
	n, err := count(typed)
	if err != nil {
		return 0, err.On(key)
	}
	return n, nil
}

// mostCount is more than any number of sheets.
const mostCount = 9999

// count reads how many of something there are.
func count(typed string) (int, *domain.Refusal) {
	n, err := strconv.Atoi(typed)
	if err != nil || n < 0 || n > mostCount {
		return 0, domain.Refuse("read", domain.NotACount).With("most", mostCount)
	}
	return n, nil
}

func notAnHour() *domain.Refusal { return domain.Refuse("read", domain.NotAnHour) }

// moment reads a day and an hour, on the usual day where none is written; zero when there is neither.
func (f *Form) moment(day, hour string, usual calendar.Date) (time.Time, error) {
	on, typed := f.Day(day), f.Text(hour)
	if typed == "" && on.IsZero() {
		return time.Time{}, nil
	}
	if typed == "" {
		return time.Time{}, domain.Refuse("read", domain.FieldMissing).On(hour).With("field", hour)
	}
	h, m, ok := calendar.ParseHour(typed)
	if !ok {
		return time.Time{}, notAnHour().On(hour)
	}
	if on.IsZero() {
		on = usual
	}
	year, month, d := on.Civil()
	return time.Date(year, month, d, h, m, 0, 0, calendar.Sofia()), nil
}

// dangers are the kinds of danger that can be chosen.
func (c *Case) dangers() []Option {
	all := []Option{{"", c.T("case.no_danger")}}
	for k := range strings.FieldsSeq("water electricity building road fire animals food epidemic crime") {
		all = append(all, Option{k, capital(c.T("console.danger." + k))})
	}
	return all
}

// danger is what a kind of danger is called; an unknown one stands as it was typed.
func (c *Case) danger(kind string) string {
	for _, o := range c.dangers() {
		if o.Key == kind && kind != "" {
			return o.Words
		}
	}
	return kind
}

// Serve records that a letter reached its reader.
func (c *Case) Serve(id domain.LetterID) {
	var f *Form
	f = c.fill(domain.DoServe, func(wish office.Command) error {
		return c.office.Serve(wish, c.id, domain.LetterServed{Letter: id, On: f.Day("on"), How: f.Text("how")})
	}, &Field{Key: "on", Label: c.T("case.served_on"), Kind: DateField}, &Field{Key: "how", Label: c.T("case.served_how")})
	f.Lead = c.letterTitle(id)
	c.preset(f)
	c.show(f)
}
