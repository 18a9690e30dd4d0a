package present

import (
	"encoding/hex"
	"slices"
	"strings"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Filter is what of the register is shown. Zero values want everything.
type Filter struct {
	Stage      string // StageOpen, StageClosed, StageAnnulled or a state
	Kind       string // a kind, or KindComplaints
	Department domain.DepartmentID
	Term       string
	Channel    domain.Channel
	Received   string
	Mine       bool
	Waits      bool // for a step of whoever works
	Flag       domain.Flag
	Letters    string          // LettersUnsent, LettersSigning
	Person     domain.PersonID // the sender
	Words      string          // a query: see ParseQuery
	Figure     Figured
}

// Values of a Filter.
const (
	StageOpen     = "open"
	StageFree     = "unassigned" // nobody has taken it into work
	StageClosed   = "closed"
	StageAnnulled = "annulled"

	KindComplaints = "complaints"

	TermLate     = "late"
	TermToday    = "today"
	TermSoon     = "soon" // within the office's warning
	TermHalf     = "half" // half of it has passed, and more is left than that
	TermThisWeek = "week"

	ReceivedToday    = "today"
	ReceivedThisWeek = "week"
	ReceivedThisYear = "year"
	ReceivedLastYear = "last_year"

	LettersUnsent    = "unsent"
	LettersOut       = "out" // not sent, or without the proof that they were served
	LettersSigning   = "signing"
	LettersEndorsing = "endorsing"
)

// Views of the register, as they stand beside it.
const (
	ViewOpen      = "open"
	ViewMine      = "mine"
	ViewWaiting   = "waiting" // for a step of whoever works
	ViewFree      = "unassigned"
	ViewOut       = "out"
	ViewSoon      = "soon"
	ViewToday     = "today"
	ViewHalf      = "half"
	ViewLate      = "late"
	ViewResolve   = "resolve"
	ViewSigning   = "signing"
	ViewUnsent    = "unsent"
	ViewExtended  = "extended"
	ViewComplaint = "complaints"
	ViewAnonymous = "anonymous"
	ViewClosed    = "closed"
	ViewAll       = "all"
)

// views are the filters that have a name, in the order people see.
var views = []struct {
	key    string
	filter Filter
}{
	{ViewOpen, Filter{Stage: StageOpen}},
	{ViewMine, Filter{Stage: StageOpen, Mine: true}},
	{ViewWaiting, Filter{Stage: StageOpen, Waits: true}},
	{ViewLate, Filter{Term: TermLate}},
	{ViewToday, Filter{Term: TermToday}},
	{ViewSoon, Filter{Term: TermSoon}},
	{ViewHalf, Filter{Term: TermHalf}},
	{ViewFree, Filter{Stage: StageFree}},
	{ViewResolve, Filter{Stage: string(domain.InResolution)}},
	{ViewSigning, Filter{Stage: StageOpen, Letters: LettersSigning}},
	{ViewUnsent, Filter{Stage: StageOpen, Letters: LettersUnsent}},
	{ViewOut, Filter{Stage: StageOpen, Letters: LettersOut}},
	{ViewExtended, Filter{Stage: StageOpen, Flag: domain.FlagExtended}},
	{ViewComplaint, Filter{Stage: StageOpen, Kind: KindComplaints}},
	{ViewAnonymous, Filter{Stage: StageOpen, Flag: domain.FlagAnonymous}},
	{ViewClosed, Filter{Stage: StageClosed}},
	{ViewAll, Filter{}},
}

// ViewWords is the view that a query gives.
func ViewWords(words string) string { return "=" + words }

// ViewOf is the view with the cases of a person.
func ViewOf(p domain.PersonID) string { return "@" + idKey(p) }

// viewFilter gives the filter of a view; an unknown one is the open cases.
func viewFilter(key string) Filter {
	if id, ok := strings.CutPrefix(key, "@"); ok {
		var p domain.PersonID
		if n, err := hex.Decode(p[:], []byte(id)); err == nil && n == len(p) {
			return Filter{Person: p}
		}
	}
	if words, ok := strings.CutPrefix(key, "="); ok {
		return Filter{Words: words}
	}
	if strings.HasPrefix(key, figurePrefix) {
		return figureFilter(key)
	}
	for _, v := range views {
		if v.key == key {
			return v.filter
		}
	}
	return Filter{Stage: StageOpen}
}

// ViewRow is a view beside the register.
type ViewRow struct {
	Key, Words string
	Count      int
	On         bool
}

// Views gives the views with how many cases each has.
func (r *Register) Views() []ViewRow {
	rows := make([]ViewRow, len(views))
	for i, v := range views {
		rows[i] = ViewRow{v.key, r.T("register.view." + v.key), r.counts[v.key], r.filter == v.filter}
	}
	return rows
}

// ShowView shows a view.
func (r *Register) ShowView(key string) { r.Narrow(viewFilter(key)) }

func countViews(all []*lined, who onlooker) map[string]int {
	counts := make(map[string]int, len(views))
	for i := range views {
		v, n := &views[i], 0
		for _, x := range all {
			if v.filter.wants(x, who) {
				n++
			}
		}
		counts[v.key] = n
	}
	return counts
}

// onlooker is who looks, and on which day: made once, because every line asks.
type onlooker struct {
	user  domain.UserID
	today calendar.Date
}

func onlookerOf(a domain.Acting) onlooker { return onlooker{a.User, a.Today()} }

func (f *Filter) wants(x *lined, who onlooker) bool {
	return f.wantsStage(x.State) && f.wantsKind(x.Kind) && termIs(f.Term, x.Reminder, who.today) && f.wantsReceipt(x, who.today) &&
		f.wantsCase(x, who.user) && f.wantsLetters(x.Pending) && f.Figure.wants(x.Entry, who.today)
}

// wantsCase looks at whose a case is and how it came.
func (f *Filter) wantsCase(x *lined, user domain.UserID) bool {
	return (f.Department == domain.DepartmentID{} || x.Department == f.Department) &&
		(f.Channel == "" || x.Channel == f.Channel) &&
		(!f.Mine || x.Lead == user) && (!f.Waits || x.waits) &&
		(f.Flag == 0 || x.Flags.Has(f.Flag)) &&
		(f.Person == domain.PersonID{} || x.Person == f.Person)
}

func (f *Filter) wantsStage(s domain.State) bool {
	switch f.Stage {
	case "":
		return true
	case StageOpen:
		return s.Open()
	case StageFree:
		return inNoHands(s)
	case StageClosed:
		return s == domain.Closed || s == domain.Archived
	case StageAnnulled:
		return s == domain.StateAnnulled
	default:
		return string(s) == f.Stage
	}
}

func (f *Filter) wantsKind(k domain.Kind) bool {
	switch f.Kind {
	case "":
		return true
	case KindComplaints:
		return k.Complaint()
	default:
		return string(k) == f.Kind
	}
}

func (f *Filter) wantsReceipt(x *lined, today calendar.Date) bool {
	switch f.Received {
	case ReceivedToday:
		return x.ReceivedOn == today
	case ReceivedThisWeek:
		return weekOf(x.ReceivedOn) == weekOf(today)
	case ReceivedThisYear:
		return x.ReceivedOn.Year() == today.Year()
	case ReceivedLastYear:
		return x.ReceivedOn.Year() == today.Year()-1
	default:
		return true
	}
}

func (f *Filter) wantsLetters(all []domain.Pending) bool {
	var state domain.LetterState
	switch f.Letters {
	case LettersOut:
		return slices.ContainsFunc(all, isOut)
	case LettersUnsent:
		state = domain.LetterSigned
	case LettersSigning:
		state = domain.LetterApproved
	case LettersEndorsing:
		state = domain.LetterWaiting
	default:
		return true
	}
	return slices.ContainsFunc(all, func(p domain.Pending) bool { return p.State == state })
}

// weekOf gives the Monday of a day's week.
func weekOf(d calendar.Date) calendar.Date { return d.AddDays(-(int(d.Weekday()+6) % 7)) }

// group names the group a case stands in when the register is sorted by term; empty = no groups.
func (r *Register) group(x *lined) string {
	if r.order.By != ByDue && r.order.By != ByLeft {
		return ""
	}
	today := r.Today()
	week := weekOf(x.by)
	days := func(key string) string {
		return r.T(key, "from", shortDay(week), "to", shortDay(week.AddDays(6)))
	}
	switch {
	case x.Urgency == domain.NoTerm && !x.State.Open():
		return r.T("register.group.ended")
	case x.Urgency == domain.NoTerm:
		return r.T("register.group.no_term")
	case x.Urgency == domain.Late:
		return r.T("register.group.late")
	case week == weekOf(today):
		return days("register.group.this_week")
	case week == weekOf(today).AddDays(7):
		return days("register.group.next_week")
	default:
		return r.T("register.group.later")
	}
}

// shortDay is a day without its year, for strips and captions of this year.
func shortDay(d calendar.Date) string {
	text := d.Local()
	return text[:min(5, len(text))]
}
