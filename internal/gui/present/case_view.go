package present

import (
	"slices"
	"strings"

	"harta/internal/domain"
)

// CaseIcon names a sign; the view has a picture for each.
type CaseIcon string

// Signs of a case.
const (
	IconKind     CaseIcon = "kind"
	IconWork     CaseIcon = "work"
	IconDone     CaseIcon = "done"
	IconHidden   CaseIcon = "hidden"
	IconHealth   CaseIcon = "health"
	IconExtended CaseIcon = "extended"
	IconPerson   CaseIcon = "person"
	IconReturned CaseIcon = "returned"
	IconWarn     CaseIcon = "warn"
	IconBad      CaseIcon = "bad"
	IconLinked   CaseIcon = "linked"
	IconLetter   CaseIcon = "letter"
	IconSent     CaseIcon = "sent"
	IconStamp    CaseIcon = "stamp"
	IconReceived CaseIcon = "received"
	IconFile     CaseIcon = "file"
	IconArchive  CaseIcon = "archive"
	IconClock    CaseIcon = "clock"
	IconHalf     CaseIcon = "half"
	IconDay      CaseIcon = "day"
	IconSkipped  CaseIcon = "skipped"
	IconInfo     CaseIcon = "info"
	IconEdited   CaseIcon = "edited"
	IconGone     CaseIcon = "gone"
	IconPrinted  CaseIcon = "printed"
)

// CaseTone is how a mark is meant; the view has a colour for each.
type CaseTone int

// Tones.
const (
	ToneState CaseTone = iota
	ToneKind
	ToneGood
	ToneHalf
	ToneSoon
	ToneToday
	ToneLate
	ToneAccent
)

// CaseMark is a badge.
type CaseMark struct {
	Icon  CaseIcon
	Words string
	Tone  CaseTone
}

// CaseAct is something that can be done: a button.
type CaseAct struct {
	Do    domain.Action
	Words string
	Key   string // what the cap says; empty = none
	Icon  CaseIcon
}

// CaseNext says what comes next, whose turn it is and until when.
type CaseNext struct {
	Words, Who string
	Main       CaseAct // Do is empty when it is somebody else's
}

// CaseView is all that the screen shows of a case.
type CaseView struct {
	Loaded   bool
	Number   string
	Sender   string
	Subject  string
	Text     string // of the submission, with what is asked for
	Marks    []CaseMark
	Danger   string // what is threatened, and who was told; empty = nothing
	Next     CaseNext
	More     []CaseAct
	Warnings []string
	Term     CaseTerm
	Course   []CaseEvent
	History  []CaseRecord
	Files    []CaseFile
	Letters  []CaseLetter
	People   CasePeople
	MayLink  bool
	MayNote  bool
	MayFile  bool
	MayWrite bool
	Waits    bool // the mark „чака гражданина“
	MayWait  bool // it can be set, or taken away
}

// offers tells whether an action can be taken on the screen.
func (v *CaseView) offers(do domain.Action) bool {
	return v.Next.Main.Do == do || slices.ContainsFunc(v.More, func(a CaseAct) bool { return a.Do == do })
}

// draw puts what was read into words.
func (c *Case) draw() CaseView {
	x := c.state.Case
	e := x.Entry()
	v := CaseView{
		Loaded: true, Number: x.Number.Text, Sender: c.SenderName(e), Subject: subject(x), Text: c.text(x),
		Marks: c.marks(x, e), Danger: c.threat(x.Intake.Danger), Next: c.next(x), Warnings: c.warnings(x, e), Term: c.term(x, e), Course: c.course(),
		History: c.history(), Files: c.files(x), Letters: c.letters(x), People: c.people(x),
		MayNote: c.may(domain.DoNote), MayFile: c.may(domain.DoAttach), MayWrite: c.may(domain.DoDraft),
		MayLink: c.may(doLink),
		Waits:   e.Flags.Has(domain.FlagWaiting),
	}
	if x.State == domain.Erased {
		v.Subject = c.T("list.erased")
	}
	v.MayWait = v.MayNote && (x.State.Open() || v.Waits)
	v.More = c.more(v.Next.Main.Do)
	return v
}

func subject(x domain.Case) string {
	if x.Intake.Subject == "" {
		return x.Number.Text
	}
	return x.Intake.Subject
}

func (c *Case) text(x domain.Case) string {
	text := x.Intake.Text
	if x.Intake.Demand != "" {
		text += "\n" + c.T("case.demand", "text", x.Intake.Demand)
	}
	return strings.TrimSpace(text)
}

// may tells whether the table offers an action. A term is moved only where there is one that this person may move, which
// the table does not know.
func (c *Case) may(do domain.Action) bool {
	own := map[domain.Action]func() bool{
		doAsk: func() bool { return c.state.Case.State.Open() && slices.Contains(c.state.may, domain.DoNote) },
		doLink: func() bool {
			return c.state.Case.Intake.Kind != domain.Whistleblower && slices.Contains(c.state.may, domain.DoCorrect)
		},
		doTell:   c.mayTell,
		doSettle: func() bool { return !c.ReadOnly && c.state.by.MaySettle(c.state.Case) },
		doHandover: func() bool {
			_, sealed := c.state.Case.Handover()
			return sealed
		},
		doGive:    c.mayGive,
		doNewTied: c.mayBegin,
		doNewSame: func() bool { return c.mayBegin() && c.state.Case.Intake.Sender.Person != domain.PersonID{} },
	}
	if asked, ok := own[do]; ok {
		return asked()
	}
	return slices.Contains(c.state.may, do) && (do != domain.DoExtend || len(c.clocks()) > 0)
}

// mayBegin tells whether another case can be registered from this one.
func (c *Case) mayBegin() bool {
	x := c.state.Case
	return !c.ReadOnly && x.State != domain.Erased && x.Intake.Kind != domain.Whistleblower &&
		c.state.by.May(domain.Case{}, domain.LetterFile{}, domain.DoRegister) == nil
}

// marks are the badges under the subject: what it is, where it stands, and whatever is out of the ordinary.
func (c *Case) marks(x domain.Case, e domain.Entry) []CaseMark {
	marks := []CaseMark{
		{IconKind, capital(c.Say.Kind(e.Kind)), ToneKind},
		{stateIcon(x.State), c.Say.State(x.State), ToneState},
	}
	if e.Flags&(domain.FlagReceiptSent|domain.FlagSlipGiven) != 0 {
		marks = append(marks, CaseMark{IconDone, c.T("case.mark_receipt"), ToneGood})
	}
	for _, m := range []struct {
		flag domain.Flag
		icon CaseIcon
		tone CaseTone
		key  string
	}{
		{domain.FlagAnonymous, IconHidden, ToneState, "case.mark_anonymous"},
		{domain.FlagDanger, IconHealth, ToneLate, "case.mark_danger"},
		{domain.FlagObscene, IconWarn, ToneState, "case.mark_obscene"},
		{domain.FlagForeign, IconKind, ToneState, "case.mark_foreign"},
		{domain.FlagWaiting, IconPerson, ToneSoon, "case.mark_waiting"},
		{domain.FlagAsked, IconSent, ToneSoon, "case.mark_asked"},
		{domain.FlagClaimed, IconPerson, ToneToday, "case.mark_claimed"},
		{domain.FlagGoesOn, IconInfo, ToneState, "case.mark_goes_on"},
		{domain.FlagUntold, IconSent, ToneSoon, "case.mark_untold"},
		{domain.FlagExtended, IconExtended, ToneKind, "case.mark_extended"},
		{domain.FlagRepeat, IconLinked, ToneState, "case.mark_repeat"},
		{domain.FlagDisputed, IconWarn, ToneToday, "case.mark_disputed"},
		{domain.FlagUnconfirmed, IconWarn, ToneToday, "case.mark_unconfirmed"},
		{domain.FlagAfterClosing, IconWarn, ToneToday, "case.mark_after_closing"},
		{domain.FlagNewer, IconWarn, ToneToday, "case.mark_newer"},
		{domain.FlagImported, IconReceived, ToneState, "case.mark_imported"},
	} {
		if !e.Flags.Has(m.flag) {
			continue
		}
		words := c.T(m.key)
		if m.flag == domain.FlagWaiting && !e.WaitsUntil.IsZero() {
			words = c.T("case.mark_waiting_until", "until", e.WaitsUntil)
			if e.Unanswered(c.Today()) {
				words = c.T("case.mark_unanswered", "until", e.WaitsUntil)
			}
		}
		marks = append(marks, CaseMark{m.icon, words, m.tone})
	}
	if !e.SurplusDue.IsZero() {
		marks = append(marks, CaseMark{IconHidden, c.T("case.mark_surplus", "due", e.SurplusDue), ToneSoon})
	}
	if e.Returns > 0 {
		marks = append(marks, CaseMark{IconReturned, c.T("case.mark_returned", "n", e.Returns), ToneToday})
	}
	if n := len(linked(x)); n > 0 {
		marks = append(marks, CaseMark{IconLinked, c.T("case.mark_linked", "n", n), ToneState})
	}
	if e.Outcome != "" {
		marks = append(marks, CaseMark{IconDone, c.Say.Outcome(e.Outcome), ToneGood})
	}
	return marks
}

func stateIcon(s domain.State) CaseIcon {
	switch s {
	case domain.Registered:
		return IconReceived
	case domain.InResolution, domain.InEndorsement, domain.ForSignature:
		return IconStamp
	case domain.Assigned:
		return IconPerson
	case domain.InWork:
		return IconWork
	case domain.ReplyDraft, domain.Signed:
		return IconLetter
	case domain.Dispatched, domain.StateForwarded, domain.StateRerouted:
		return IconSent
	case domain.StateJoined:
		return IconLinked
	case domain.Archived:
		return IconArchive
	case domain.StateAnnulled, domain.Erased:
		return IconGone
	default:
		return IconDone
	}
}

// warnings tell what has to be known before anything is done.
func (c *Case) warnings(x domain.Case, e domain.Entry) []string {
	var all []string
	if e.Flags.Has(domain.FlagNewer) {
		all = append(all, c.T("refusal.case_read_only"))
	}
	if e.Flags.Has(domain.FlagDisputed) {
		all = append(all, c.T("case.warn_disputed"))
	}
	for _, n := range x.Claims() {
		all = append(all, c.T("case.warn_claimed", "name", c.user(n.By), "text", n.Text))
	}
	if x.State == domain.StateAnnulled {
		all = append(all, c.T("case.warn_annulled", "reason", x.AnnulReason))
	}
	if s := x.Sealed; s.Seal != "" {
		all = append(all, c.T("case.warn_sealed", "seal", s.Seal, "to", s.HandedTo, "at", c.moment(s.At)))
	} else if x.State == domain.Erased {
		all = append(all, c.T("case.warn_erased", "act", x.EraseAct))
	}
	return all
}
