package present

import (
	"cmp"
	"slices"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// DispatchOffice is what Изпращане asks of the office.
type DispatchOffice interface {
	Drafts
	Acting() domain.Acting
	NewCommand() (office.Command, error)
	Letters(want func(domain.Entry, domain.Pending) bool) []office.PendingLetter
	Dispatch(c office.Command, id domain.CaseID, e domain.LetterDispatched) error
	Serve(c office.Command, id domain.CaseID, e domain.LetterServed) error
	Strike(c office.Command, id domain.CaseID, letter domain.LetterID, reason string) error
	PDF(id domain.CaseID, letter domain.LetterID) ([]byte, error)
	CourierBook(on calendar.Date, parcels []desk.Parcel) ([]byte, error)
	PostList(on calendar.Date, parcels []desk.Parcel) ([]byte, error)
	Show(name string, content []byte) error
}

// ReadyRow is a signed letter that waits to be sent, precomputed.
type ReadyRow struct {
	Case    domain.CaseID
	Letter  domain.LetterID
	Out     string // outgoing number
	Number  string // of the case
	To      string
	Title   string
	Way     string
	Left    string
	Urgency domain.Urgency
	Can     bool // whoever works may send it
	Checked bool
	due     calendar.Date // that Left counts to
}

// SentRow is a letter whose proof is waited for, precomputed.
type SentRow struct {
	Case   domain.CaseID
	Letter domain.LetterID
	Out    string
	Number string
	To     string
	SentOn string
	Way    string
	Ref    string
	Waits  string
	Late   bool
	Can    bool // whoever works may record that it was served
}

// proofLate is after how many days a proof that has not come back is asked for: inland mail is handed over, or comes
// back unclaimed, within two weeks.
const proofLate = 14

// Dispatch is the presenter of what leaves the office.
type Dispatch struct {
	Env
	watched
	office DispatchOffice

	ready, sent []parcelLetter // newest load
	readyRows   []ReadyRow
	sentRows    []SentRow
	way         domain.Channel // filter
	issued      string         // filter
	atReady     domain.LetterID
	atSent      domain.LetterID
	gen         int
	loaded      bool
	wrong       string

	send   sending
	last   []desk.Parcel // of the latest sending, for the sheets
	form   *Form
	onSent bool // the form belongs to the letters sent
}

// parcelLetter is a pending letter with what may be done.
type parcelLetter struct {
	office.PendingLetter
	domain.Reminder
	can    bool
	strike bool
}

// NewDispatch makes the presenter. What was ticked and typed before is found again.
func NewDispatch(env Env, o DispatchOffice) *Dispatch {
	d := &Dispatch{Env: env, office: o}
	d.send = newSending(d)
	return d
}

// Load reads the letters anew; ticks, what is typed and the choice stay.
func (d *Dispatch) Load() {
	d.gen++
	gen := d.gen
	a := d.office.Acting()
	var ready, sent []parcelLetter
	d.Go(func() {
		allowed := a.Office.MayLetter(a.User, a.Today())
		may := func(l office.PendingLetter, do domain.Action) bool {
			return !d.ReadOnly && allowed(l.Entry, l.Letter, do)
		}
		all := d.office.Letters(func(_ domain.Entry, p domain.Pending) bool {
			return p.State == domain.LetterSigned || p.State == domain.LetterSent
		})
		for _, l := range all {
			x := parcelLetter{PendingLetter: l, Reminder: a.Office.Remind(l.Entry, a.Today())}
			if l.Letter.State == domain.LetterSigned {
				x.can, x.strike = may(l, domain.DoDispatch), may(l, domain.DoStrike)
				ready = append(ready, x)
			} else {
				x.can = may(l, domain.DoServe)
				sent = append(sent, x)
			}
		}
	}, func() {
		if gen != d.gen {
			return // overtaken by a later Load
		}
		d.ready, d.sent, d.loaded = ready, sent, true
		d.send.forget(ready)
		d.refilter()
	})
}

// Loaded tells whether the letters were read.
func (d *Dispatch) Loaded() bool { return d.loaded }

// Wrong is what went wrong last and belongs to no letter; empty = nothing.
func (d *Dispatch) Wrong() string { return d.wrong }

// Ready gives the letters that wait to be sent.
func (d *Dispatch) Ready() []ReadyRow { return d.readyRows }

// Sent gives the letters whose proof is waited for, the oldest first.
func (d *Dispatch) Sent() []SentRow { return d.sentRows }

// ReadyCount says how many letters wait to be sent: all of them, and where a filter is at work also those shown.
func (d *Dispatch) ReadyCount() string { return d.count(len(d.readyRows), len(d.ready)) }

// SentCount says it of the letters sent.
func (d *Dispatch) SentCount() string { return d.count(len(d.sentRows), len(d.sent)) }

func (d *Dispatch) count(shown, all int) string {
	if shown == all {
		return d.Say.Number(all)
	}
	return d.T("dispatch.some_of", "n", shown, "all", all)
}

// Filtered tells whether a filter hides something.
func (d *Dispatch) Filtered() bool { return d.way != "" || d.issued != "" }

func (d *Dispatch) refilter() {
	d.readyRows, d.sentRows = nil, nil
	for _, l := range d.ready {
		if d.wants(l, d.send.way(l)) {
			d.readyRows = append(d.readyRows, d.readyRow(l))
		}
	}
	for _, l := range d.sent {
		if d.wants(l, l.Letter.Via) {
			d.sentRows = append(d.sentRows, d.sentRow(l))
		}
	}
	slices.SortStableFunc(d.readyRows, func(a, b ReadyRow) int { return cmp.Or(cmp.Compare(b.Urgency, a.Urgency), cmp.Compare(a.due, b.due)) })
	d.changed()
}

func (d *Dispatch) readyRow(l parcelLetter) ReadyRow {
	row := ReadyRow{
		Case: l.Entry.Case, Letter: l.Letter.Letter, Out: d.ShortNumber(l.Letter.Number), Number: d.ShortNumber(l.Entry.Number),
		To: d.addressee(l), Title: d.letterTitle(d.office.Acting().Office, l.Letter.Template), Way: d.wayWords(d.send.way(l)), Left: d.leftShort(l.Reminder), Urgency: l.Urgency, Can: l.can,
		Checked: d.send.ticked[l.Letter.Letter], due: l.Due,
	}
	if l.Urgency == domain.NoTerm {
		row.Left = d.T("dispatch.since", "date", shortDay(l.Letter.Since))
	}
	return row
}

func (d *Dispatch) sentRow(l parcelLetter) SentRow {
	days := int(d.Today() - l.Letter.SentOn)
	waits := d.T("dispatch.days", "n", days)
	if days == 0 {
		waits = d.T("left.today")
	}
	return SentRow{
		Case: l.Entry.Case, Letter: l.Letter.Letter, Out: d.ShortNumber(l.Letter.Number), Number: d.ShortNumber(l.Entry.Number),
		To: d.addressee(l), SentOn: d.Say.Date(l.Letter.SentOn), Way: d.wayWords(l.Letter.Via), Ref: l.Letter.Ref,
		Waits: waits, Late: days > proofLate, Can: l.can,
	}
}

// addressee is whom a letter goes to. Letters of an old register do not say it.
func (d *Dispatch) addressee(l parcelLetter) string {
	if l.Letter.To != "" {
		return l.Letter.To
	}
	return d.SenderName(l.Entry)
}

// ReadyAt gives the index of the row the choice is on, -1 for none.
func (d *Dispatch) ReadyAt() int {
	return slices.IndexFunc(d.readyRows, func(r ReadyRow) bool { return r.Letter == d.atReady })
}

// SentAt gives it of the letters sent.
func (d *Dispatch) SentAt() int {
	return slices.IndexFunc(d.sentRows, func(r SentRow) bool { return r.Letter == d.atSent })
}

// ChooseReady moves to a letter that waits to be sent.
func (d *Dispatch) ChooseReady(i int) {
	if i >= 0 && i < len(d.readyRows) && d.readyRows[i].Letter != d.atReady {
		d.atReady = d.readyRows[i].Letter
		d.closeForm(false)
		d.changed()
	}
}

// ChooseSent moves to a letter that was sent.
func (d *Dispatch) ChooseSent(i int) {
	if i >= 0 && i < len(d.sentRows) && d.sentRows[i].Letter != d.atSent {
		d.atSent = d.sentRows[i].Letter
		d.closeForm(true)
		d.changed()
	}
}

// OpenReady opens the case of a letter.
func (d *Dispatch) OpenReady(i int) {
	if i >= 0 && i < len(d.readyRows) {
		d.Open(Route{Place: CasePlace, Case: d.readyRows[i].Case})
	}
}

// OpenSent opens the case of a letter that was sent.
func (d *Dispatch) OpenSent(i int) {
	if i >= 0 && i < len(d.sentRows) {
		d.Open(Route{Place: CasePlace, Case: d.sentRows[i].Case})
	}
}

// Overdue gives the letter whose proof has been waited for longest, when that is too long.
func (d *Dispatch) Overdue() (SentRow, bool) {
	i := slices.IndexFunc(d.sentRows, func(r SentRow) bool { return r.Late })
	if i < 0 {
		return SentRow{}, false
	}
	return d.sentRows[i], true
}
