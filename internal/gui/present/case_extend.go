package present

import (
	"errors"
	"image"
	"slices"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// Extension is what the form to extend shows beside its fields: the letter that has to be written first, and the month
// of the new day.
type Extension struct {
	Page  image.Image // the first page of the letter; nil while there is none
	Words string      // instead of it
	More  string
	Month CaseMonth

	letter domain.LetterID
	made   string // what the letter says, so that a change of the fields is seen
	busy   bool
}

// pageWidth is how many pixels wide the page of a preview is asked for; the view makes it smaller.
const pageWidth = 900

// extendForm moves a term. The law wants the sender to learn of it first: the new day cannot be kept before the letter
// about it has been drafted from these fields and seen.
func (c *Case) extendForm() *Form {
	t := c.T
	x := &Extension{}
	var f *Form
	fields := []*Field{
		{Key: "clock", Label: t("field.clock"), Kind: ChoiceField, Options: c.clocks()},
		{Key: "reason", Label: t("case.extend_reason"), Kind: TextField, Lines: 3},
		{Key: "actions", Label: t("case.extend_actions"), Kind: TextField, Lines: 3},
		{Key: "until", Label: t("case.extend_until"), Kind: DateField, Narrow: true},
		{Key: "authority", Label: t("case.extend_authority")},
		{Key: "document", Label: t("case.extend_document"), Hint: t("case.extend_document_hint")},
	}
	f = c.fill(domain.DoExtend, func(id office.Command) error {
		e := extension(f)
		e.Letter = x.letter
		_, err := c.office.Extend(id, c.id, e)
		return err
	}, fields...)
	if len(fields[0].Options) > 0 && f.Text("clock") == "" {
		fields[0].Text = fields[0].Options[0].Key
	}
	fields[0].Hidden = len(fields[0].Options) < 2
	c.extendFields(f)
	if f.Text("authority") == "" {
		u, _ := c.state.by.Office.User(c.state.by.User)
		f.Field("authority").Text = listed(u.Name, u.Title)
	}
	if d, ok := c.state.Case.Due(); ok {
		f.Foot = t("case.extend_foot", "due", d.Due)
	}
	c.earlierLetter(f, x)
	f.Edited = func(e *Field) {
		if e.Key == "clock" {
			c.extendFields(f)
			c.earlierLetter(f, x)
		}
		c.extendShown(f, x)
	}
	f.Done = func() { // the letter has to leave now
		c.Toast(Toast{Words: t("case.done.extend")})
		c.OpenLetter(x.letter)
	}
	c.extend = x
	return f
}

// extendFields hides what the letter about more time for the measures does not say.
func (*Case) extendFields(f *Form) {
	measures := domain.Clock(f.Text("clock")) == domain.ExecuteClock
	for _, key := range []string{"actions", "authority", "document"} {
		f.Field(key).Hidden = measures
	}
}

func extension(f *Form) domain.ExtensionDecided {
	return domain.ExtensionDecided{
		Clock: domain.Clock(f.Text("clock")), Reason: f.Text("reason"), Actions: f.Text("actions"), Until: f.Day("until"),
		Authority: f.Text("authority"), Document: f.Text("document"),
	}
}

// clocks are the terms that can be moved at all.
func (c *Case) clocks() []Option {
	var all []Option
	for _, d := range slices.Concat(c.state.Case.Deadlines, c.state.by.Office.TaskTerms(c.state.Case.Entry())) {
		if latest, _ := c.latest(d.Clock); !latest.IsZero() {
			all = append(all, Option{string(d.Clock), capital(c.Say.Clock(d.Clock))})
		}
	}
	return all
}

// latest asks the rule for the last day that an extension may reach, and for the source of that limit: it is what a day
// too far away would be refused with.
func (c *Case) latest(clock domain.Clock) (latest calendar.Date, source string) {
	_, err := c.state.by.Extend(c.state.Case, domain.ExtensionDecided{Clock: clock, Until: calendar.Last})
	refusal, ok := errors.AsType[*domain.Refusal](err)
	if !ok || refusal.Reason != domain.PastMaximum {
		return 0, ""
	}
	for _, a := range refusal.Args {
		switch v := a.Value.(type) {
		case calendar.Date:
			latest = v
		case string:
			source = c.Say.Source(v)
		}
	}
	return latest, source
}

// extendShown says under the day how far away it is and how far it may be, and above the fields whether the letter is
// there.
func (c *Case) extendShown(f *Form, x *Extension) {
	latest, source := c.latest(domain.Clock(f.Text("clock")))
	until := f.Day("until")
	o := c.state.by.Office
	hint := ""
	if !until.IsZero() {
		hint = c.T("case.extend_day", "n", o.Calendar().WorkingDaysBetween(c.state.by.Today(), until))
		if due := o.Calendar().NextWorking(until); due != until {
			hint = c.T("case.extend_moved", "until", until, "weekday", c.Say.Weekday(until.Weekday()), "due", due)
		}
	}
	if !latest.IsZero() {
		hint = joined(" ", hint, c.T("case.extend_latest", "latest", latest, "source", source))
	}
	f.Field("until").Hint = hint
	chosen := !until.IsZero()
	if !chosen {
		until = latest
	}
	x.Month = CaseMonth{}
	if !until.IsZero() {
		x.Month = c.month(until, 0)
		limit(&x.Month, until, latest, chosen)
	}
	c.letterShown(f, x)
}

// limit marks the last day that an extension may reach, when it lies in the month and is not the one that was chosen.
func limit(m *CaseMonth, shown, latest calendar.Date, chosen bool) {
	for i, d := range m.Days {
		day := int(latest - shown.AddDays(1-dayOf(shown)))
		if d.Number > 0 && d.Number == day+1 && (d.Kind != EndDay || !chosen) {
			m.Days[i].Kind = LimitDay
		}
	}
}

func dayOf(d calendar.Date) int {
	_, _, day := d.Civil()
	return day
}

func (c *Case) letterShown(f *Form, x *Extension) {
	f.Notices, f.Blocked = nil, ""
	typed := said(f)
	switch {
	case x.busy:
		f.Blocked = c.T("case.extend_writing")
	case x.letter == domain.LetterID{}:
		x.Words, x.More = c.T("case.extend_none"), c.T("case.extend_none_more", "letter", c.titleOf(extension(f).Clock.MoreTime()))
		f.Notices = []Notice{{BadSign, c.T("case.extend_missing"), c.T("case.extend_why"), c.T("case.extend_make"), func() { c.writeNotice(f, x) }}}
		f.Blocked = c.T("case.extend_blocked")
	case x.made != typed:
		f.Notices = []Notice{{WarnSign, c.T("case.extend_stale"), "", c.T("case.extend_renew"), func() { c.writeNotice(f, x) }}}
		f.Blocked = c.T("case.extend_blocked_stale")
	default:
		f.Notices = []Notice{{GoodSign, c.T("case.extend_ready"), "", c.T("case.extend_edit"), func() { c.OpenLetter(x.letter) }}}
	}
}

// said is what the letter takes from the fields.
func said(f *Form) string {
	e := extension(f)
	return joined("\x00", string(e.Clock), e.Reason, e.Actions, e.Until.String(), e.Authority, e.Document)
}

// notice composes the letter from the fields.
func (c *Case) notice(f *Form) domain.Letter {
	e := extension(f)
	e.Until = c.state.by.Office.Calendar().NextWorking(e.Until) // as it will be decided
	_, source := c.latest(e.Clock)
	t, _ := c.state.by.Office.Template(e.Clock.MoreTime())
	return c.office.Compose(c.state.Case, t, c.Say.MoreTime(e, source))
}

// writeNotice drafts the letter, or writes it anew, and shows it.
func (c *Case) writeNotice(f *Form, x *Extension) {
	if x.busy || !c.noticeFilled(f) {
		return
	}
	x.busy = true
	content, typed := c.notice(f), said(f)
	command := c.wish()
	c.letterShown(f, x)
	f.changed()
	id := x.letter
	var page image.Image
	var err error
	c.Go(func() {
		var wish office.Command
		if wish, err = command(); err == nil {
			if id, err = c.office.Draft(wish, c.id, x.letter, content); errors.Is(err, domain.Refuse("", domain.NothingChanged)) {
				id, err = x.letter, nil
			}
		}
		if err == nil {
			page, err = c.page(content)
		}
	}, func() {
		x.busy = false
		if id != (domain.LetterID{}) && (err == nil || page == nil) {
			x.letter, x.made, x.Page = id, typed, page
		}
		c.letterShown(f, x)
		if err != nil {
			f.Refuse(err)
		}
		f.changed()
		c.changed()
	})
}

// noticeFilled refuses a letter that would have open places.
func (c *Case) noticeFilled(f *Form) bool {
	missing := func(key string) bool {
		x := f.Field(key)
		empty := !x.Hidden && (f.Text(key) == "" || x.Kind == DateField && x.Date == 0)
		if empty {
			x.Wrong = c.T("refusal.field_missing", "field", x.Label)
		}
		return empty
	}
	wrong := false
	for _, key := range []string{"reason", "actions", "until", "authority"} {
		wrong = missing(key) || wrong
	}
	if latest, source := c.latest(domain.Clock(f.Text("clock"))); f.Day("until") > latest && !latest.IsZero() {
		f.Field("until").Wrong = c.Say.Refusal(domain.Refuse("", domain.PastMaximum).With("latest", latest).With("source", source))
		wrong = true
	}
	f.changed()
	return !wrong
}

// page draws the first page of a letter that is not numbered yet.
func (c *Case) page(content domain.Letter) (image.Image, error) {
	pdf, err := c.office.DraftPDF(content)
	if err != nil {
		return nil, err
	}
	return c.office.Page(pdf, 0, pageWidth)
}

// earlierLetter takes up a letter about an extension that was drafted before and has not left.
func (c *Case) earlierLetter(f *Form, x *Extension) {
	x.letter, x.made, x.Page = domain.LetterID{}, "", nil
	for _, l := range c.state.Case.Letters {
		if l.Content.Template != extension(f).Clock.MoreTime() || l.State != domain.LetterDraft && l.State != domain.LetterWaiting && l.State != domain.LetterApproved && l.State != domain.LetterSigned {
			continue
		}
		x.letter = l.ID
		if slices.Equal(c.notice(f).Paragraphs, l.Content.Paragraphs) {
			x.made = said(f)
		}
		content := l.Content
		var page image.Image
		c.Go(func() { page, _ = c.page(content) }, func() { // what cannot be drawn can still be opened
			if page != nil {
				x.Page = page
			}
			c.changed()
		})
	}
}
