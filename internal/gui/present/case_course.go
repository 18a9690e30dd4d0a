package present

import (
	"slices"
	"strings"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// CaseEvent is a line in the course of a case.
type CaseEvent struct {
	Day, Hour string
	Icon      CaseIcon
	Tone      CaseTone
	Words     string
	More      string
	Who       string
	InPlace   string // who it was, and in whose place; empty = in nobody's
	Flagged   string // why it has no effect; empty when it has
	Letter    domain.LetterID
	Document  domain.DocumentID
}

// told is an event in words.
type told struct {
	icon        CaseIcon
	tone        CaseTone
	words, more string
}

// course gives the events, the latest first.
func (c *Case) course() []CaseEvent {
	var all []CaseEvent
	for _, j := range slices.Backward(c.state.History) {
		w := c.tell(j)
		e := CaseEvent{
			Day: c.Say.Date(calendar.DateOf(j.At)), Hour: c.Say.Time(j.At), Icon: w.icon, Tone: w.tone, Words: w.words, More: w.more,
			Who: c.user(j.By), InPlace: c.inPlace(j), Flagged: c.verdict(j),
		}
		switch x := j.Event.(type) {
		case domain.DocumentAdded:
			e.Document = x.Document
		case domain.LetterDrafted:
			e.Letter = x.Letter
		case domain.LetterNumbered:
			e.Letter = x.Letter
		}
		all = append(all, e)
	}
	return all
}

// verdict says why an event has no effect.
func (c *Case) verdict(j office.Judged) string {
	switch {
	case j.Newer:
		return c.T("case.verdict_newer")
	case j.Verdict == domain.WithoutAuthority:
		return c.T("case.verdict_authority")
	case j.Verdict == domain.AfterRemoval:
		return c.T("case.verdict_removed")
	default:
		return ""
	}
}

// tell puts an event into words.
func (c *Case) tell(j office.Judged) told {
	if j.Newer || j.Event == nil {
		return told{icon: IconWarn, words: c.T("case.event.newer")}
	}
	for _, say := range []func(domain.Event) (told, bool){c.tellIntake, c.tellAdmission, c.tellWork, c.tellEnd, c.tellLetter} {
		if w, ok := say(j.Event); ok {
			return w
		}
	}
	return told{icon: IconInfo, words: c.T("case.event.other")}
}

func (c *Case) tellIntake(e domain.Event) (told, bool) {
	switch e := e.(type) {
	case domain.CaseRegistered:
		return told{IconReceived, ToneState, c.T("case.event.registered"), c.received(e.Intake)}, true
	case domain.CaseImported:
		return told{IconReceived, ToneState, c.T("case.event.imported"), listed(e.Source, e.Officer)}, true
	case domain.CaseCorrected:
		var names []string
		for _, f := range e.Fields {
			names = append(names, c.Say.Field(f))
		}
		return told{IconEdited, ToneState, c.T("case.event.corrected", "fields", listed(names...)), e.Reason}, true
	case domain.CaseAnnulled:
		return told{IconGone, ToneLate, c.T("case.event.annulled"), e.Reason}, true
	case domain.SurplusFound:
		return told{IconHidden, ToneSoon, c.T("case.event.surplus", "item", e.Item), c.T("case.event.surplus_due", "due", e.Due)}, true
	case domain.SurplusSettled:
		return told{IconGone, ToneGood, c.T("case.event.surplus_settled", "item", e.Item), listed(c.Say.SurplusHow(e.How), e.On.Local(), e.Protocol)}, true
	case domain.DocumentAdded:
		return told{IconFile, ToneState, c.T("case.event.document"), e.Name}, true
	default:
		return told{}, false
	}
}

func (c *Case) tellAdmission(e domain.Event) (told, bool) {
	switch e := e.(type) {
	case domain.AdmissibilityProposed:
		words := c.T("case.event.proposed", "ground", e.Ground)
		return told{IconStamp, ToneState, words, c.checked(e.Body, e.Reason, e.Danger, e.Check)}, true
	case domain.AdmissibilityDecided:
		words := c.T("case.event.admitted", "ground", e.Ground)
		if e.Ground == domain.Admissible {
			words = c.T("case.event.admissible")
		}
		return told{IconStamp, ToneAccent, words, c.checked(e.Body, e.Reason, e.Danger, e.Check)}, true
	default:
		return told{}, false
	}
}

// received says when and how a submission came, and whom it is about.
func (c *Case) received(in domain.Intake) string {
	more := c.T("case.event.received", "at", c.Say.DateTime(in.ReceivedAt), "channel", in.Channel)
	if against := c.respondents(in); against != "" && in.Kind != domain.Praise {
		more += " " + c.T("case.event.against", "who", against)
	}
	if danger := c.threat(in.Danger); danger != "" {
		more += " " + danger
	}
	if in.LateReason != "" {
		more += " " + c.T("case.event.late_entry", "reason", in.LateReason)
	}
	return more
}

// checked says why a ground was taken: in words, and what was found out.
func (c *Case) checked(body, reason string, d domain.Danger, k domain.Check) string {
	return sentences(body, reason, c.threat(d), capital(joined("; ", c.Say.Check(k)...)))
}

// threat says what is in danger, where, and who was told of it when; empty = nothing is.
func (c *Case) threat(d domain.Danger) string {
	if !d.Exists() {
		return ""
	}
	kind := ""
	if d.Category != "" {
		kind = strings.ToLower(c.danger(d.Category))
	}
	words := c.T("case.threat", "what", listed(kind, d.Reason, d.Place))
	switch told := c.moment(d.ToldAt); {
	case d.Told != "":
		words = sentences(words, c.T("case.threat_told", "who", listed(d.Told, told)))
	case told != "":
		words = sentences(words, c.T("case.threat_told_at", "at", told))
	}
	return words
}

func (c *Case) tellWork(e domain.Event) (told, bool) {
	switch e := e.(type) {
	case domain.CaseResolved:
		more := e.Text
		if e.Lead != (domain.UserID{}) {
			more = sentences(more, c.T("case.event.lead", "name", c.user(e.Lead)))
		}
		if !e.Due.IsZero() {
			more = sentences(more, c.T("case.event.internal", "due", e.Due))
		}
		return told{IconStamp, ToneAccent, c.T("case.event.resolved", "unit", c.unit(e.Department)), more}, true
	case domain.CaseAccepted:
		return told{IconDone, ToneState, c.T("case.event.accepted"), ""}, true
	case domain.CaseReturned:
		return told{IconReturned, ToneToday, c.T("case.event.given_back"), e.Reason}, true
	case domain.CaseReassigned:
		return told{IconPerson, ToneState, c.T("case.event.reassigned", "name", c.user(e.Lead)), e.Reason}, true
	case domain.CaseNoted:
		icon, tone := noteSign(e.Note)
		return told{icon, tone, c.noteWords(e), sentences(e.Text, capital(c.Say.Told(e.Told)))}, true
	case domain.ExtensionDecided:
		return told{IconExtended, ToneKind, c.T("case.event.extended", "until", e.Until), sentences(e.Reason, e.Actions)}, true
	default:
		return told{}, false
	}
}

func noteSign(n domain.NoteKind) (CaseIcon, CaseTone) {
	switch n {
	case domain.AskedCitizen, domain.CitizenCame:
		return IconPerson, ToneSoon
	case domain.AskedOpinion:
		return IconSent, ToneState
	case domain.GaveExplaining:
		return IconKind, ToneState
	case domain.SlipGiven:
		return IconPrinted, ToneGood
	default:
		return IconEdited, ToneState
	}
}

// noteWords says what a note is; of a question also who is asked, and by when he answers.
func (c *Case) noteWords(e domain.CaseNoted) string {
	if e.To == (domain.UserID{}) {
		return capital(c.Say.Note(e.Note))
	}
	if e.Note == domain.SettledMistake {
		return c.T("case.event.settled", "who", c.user(e.To))
	}
	words := c.T("case.event.asked", "who", c.user(e.To))
	if !e.Due.IsZero() {
		words = listed(words, c.T("case.next_due", "due", e.Due))
	}
	return words
}

// ordered says what was found, and what follows from it.
func (c *Case) ordered(e domain.CaseDecided) string {
	more := e.Findings
	if n := len(e.Measures); n > 0 {
		more = sentences(more, c.T("case.event.measures", "n", n))
	}
	if e.Nothing != "" {
		more = sentences(more, c.T("case.event.no_measures", "reason", e.Nothing))
	}
	return more
}

func (c *Case) tellEnd(e domain.Event) (told, bool) {
	switch e := e.(type) {
	case domain.CaseDecided:
		return told{IconStamp, ToneAccent, c.T("case.event.decided", "outcome", e.Outcome), c.ordered(e)}, true
	case domain.CaseExecuted:
		return told{IconDone, ToneGood, c.T("case.event.executed", "on", e.On), e.Evidence}, true
	case domain.CaseWithdrawn:
		return c.tellWithdrawn(e), true
	case domain.CaseClosed:
		more := e.Note
		if e.LateReason != "" {
			more = sentences(more, c.T("case.event.lateness", "reason", e.LateReason, "unit", c.unit(e.LateUnit)))
		}
		return told{IconDone, ToneGood, c.T("case.event.closed"), more}, true
	case domain.CaseReopened:
		return c.tellReopened(e), true
	case domain.CaseArchived:
		return told{IconArchive, ToneState, c.T("case.event.archived"), listed(e.Filing, e.Volume)}, true
	case domain.CaseTakenOut:
		return told{IconHidden, ToneLate, c.T("case.event.sealed", "ground", e.Ground), listed(e.Seal, e.HandedTo, c.moment(e.At))}, true
	case domain.CaseErased:
		return told{IconGone, ToneLate, c.T("case.event.erased"), e.Act}, true
	default:
		return told{}, false
	}
}

func (c *Case) tellWithdrawn(e domain.CaseWithdrawn) told {
	words := c.T("case.event.withdrawn")
	if e.ExOfficio {
		words = c.T("case.event.goes_on")
	}
	return told{IconReturned, ToneState, words, sentences(e.Document, e.Reason)}
}

func (c *Case) tellReopened(e domain.CaseReopened) told {
	more := sentences(capital(c.Say.Reopening(e.Ground)), e.Reason)
	if !e.Due.IsZero() {
		more = sentences(more, c.T("case.event.internal", "due", e.Due))
	}
	return told{IconReturned, ToneToday, c.T("case.event.reopened"), more}
}

func (c *Case) tellLetter(e domain.Event) (told, bool) {
	switch e := e.(type) {
	case domain.LetterDrafted:
		return told{IconLetter, ToneState, c.T("case.event.drafted"), c.titleOf(e.Content.Template)}, true
	case domain.LetterSubmitted:
		return told{IconLetter, ToneState, c.T("case.event.submitted"), c.letterTitle(e.Letter)}, true
	case domain.LetterEndorsed:
		return told{IconStamp, ToneGood, c.Say.Endorsed(e), c.letterTitle(e.Letter)}, true
	case domain.LetterReturned:
		return told{IconReturned, ToneToday, c.T("case.event.returned"), e.Comment}, true
	case domain.LetterNumbered:
		return told{IconStamp, ToneAccent, c.T("case.event.numbered", "number", e.Number.Text), c.letterTitle(e.Letter)}, true
	case domain.LetterDispatched:
		return told{
			IconSent, ToneState, c.T("case.event.dispatched", "on", e.On),
			listed(c.letterTitle(e.Letter), c.Say.Channel(e.Channel), e.Ref),
		}, true
	case domain.LetterServed:
		return told{IconDone, ToneGood, c.T("case.event.served", "on", e.On), c.letterTitle(e.Letter)}, true
	case domain.LetterAnnulled:
		return told{IconGone, ToneLate, c.T("case.event.struck"), e.Reason}, true
	default:
		return told{}, false
	}
}

func (c *Case) letterTitle(id domain.LetterID) string {
	l, ok := c.state.Case.Letter(id)
	if !ok {
		return ""
	}
	return c.titleOf(l.Content.Template)
}

// titleOf is what the office calls the letters of a template.
func (c *Case) titleOf(id domain.TemplateID) string { return c.Env.letterTitle(c.state.by.Office, id) }

// respondents names whom a submission is about.
func (c *Case) respondents(in domain.Intake) string {
	var names []string
	for _, r := range in.Respondents {
		names = append(names, c.user(r.User), c.unit(r.Department), r.Name)
	}
	return listed(names...)
}
