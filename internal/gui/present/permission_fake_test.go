package present_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
	"harta/internal/say"
)

// permissions is the table that is kept by hand, beside the rules.
const permissions = "../../domain/testdata/permissions.csv"

// asking is what a row of the table is about, without its states.
type asking struct {
	action     domain.Action
	role       domain.Role
	respondent string // no, yes, asked: to explain
	own        bool   // the letter is his own
	chain      string // one: one word above the author; adviser: a head's word, then an adviser's
}

// table tells in which states an action is allowed; those that it does not name are forbidden.
type table map[asking][]domain.State

func permissionTable(t *testing.T) table {
	t.Helper()
	file, err := os.Open(permissions)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	all := table{}
	for _, r := range rows[1:] {
		a := asking{domain.Action(r[0]), domain.Role(r[1]), r[2], r[3] == "own", r[4]}
		for state := range strings.FieldsSeq(r[5]) {
			all[a] = append(all[a], domain.State(strings.TrimPrefix(state, "new")))
		}
	}
	return all
}

func (t table) allows(a asking, in domain.State) bool { return slices.Contains(t[a], in) }

// The people who wrote and approved before whoever looks.
var (
	builder   = domain.UserID{20}
	colleague = domain.UserID{21}
	lawyer    = domain.UserID{22}
	letterID  = domain.LetterID{1}
)

// walk is an office of one case, looked at by somebody with one role. It shows what the office would.
type walk struct {
	*deskOffice
	readOnly bool
	say      *say.Speaker
}

// newWalk makes an office in which one word approves a letter, or a head's and an adviser's.
func newWalk(chain string) *walk {
	d := newDesk(domain.ComplaintService)
	d.now = time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	d.office.Users = nil
	from := calendar.NewDate(2020, 1, 1)
	add := func(id domain.UserID, role domain.Role, unit domain.DepartmentID) {
		u := domain.User{ID: id, Name: string(role) + " " + string('А'+rune(id[0])), Department: unit}
		if role != "" {
			g := domain.RoleGranted{User: id, Role: role, From: from}
			if role == domain.Head {
				g.Department = unit
			}
			u.Grants = []domain.RoleGranted{g}
		}
		d.office.Users = append(d.office.Users, u)
	}
	for i, role := range domain.Roles() {
		add(walker(i), role, taxes)
	}
	other := domain.DepartmentID{2}
	d.office.Departments = append(d.office.Departments, domain.Department{ID: other, Name: "Строителство"})
	add(builder, domain.Head, other)
	add(colleague, "", other)
	add(lawyer, domain.Adviser, other)
	if chain == "adviser" {
		d.office.Settings.Chains = []domain.Chain{
			{Kind: domain.ComplaintService, Steps: []domain.Role{domain.Head, domain.Adviser}},
			{Refusals: true, Steps: []domain.Role{domain.Secretary, domain.Adviser}, Third: true},
		}
	}
	return &walk{deskOffice: d}
}

func walker(i int) domain.UserID { return domain.UserID{byte(i + 1)} }

// stands puts the case into a state, with whatever comes before it.
func (w *walk) stands(state domain.State) *walk {
	x := domain.Case{
		ID: theCase, State: state, Intake: w.c.Intake, RegisteredAt: w.now, Number: w.c.Number, Deadlines: w.c.Deadlines, RegisteredBy: colleague,
	}
	x.Intake.Respondents, x.Intake.Department = nil, taxes
	if state != domain.Registered {
		x.Admitted.Ground, x.Admitted.Result = domain.Admissible, domain.InResolution
	}
	x.Resolution = domain.CaseResolved{Department: taxes, Lead: w.executor(), On: w.Acting().Today().AddDays(-1)}
	x.Surplus = []domain.Surplus{{SurplusFound: domain.SurplusFound{Item: "карта", Due: w.Acting().Today().AddDays(30)}}}
	if !slices.Contains([]domain.State{domain.Registered, domain.InResolution, domain.Assigned, domain.InWork, domain.ReplyDraft}, state) {
		x.AnsweredOn = w.Acting().Today().AddDays(-1)
	}
	w.c, w.history = x, nil
	return w
}

func (w *walk) executor() domain.UserID { return walker(slices.Index(domain.Roles(), domain.Executor)) }

// names lets the submission be directed against whoever looks, who is asked to explain or not.
func (w *walk) names(respondent string) *walk {
	if respondent != "no" {
		w.c.Intake.Respondents = []domain.Respondent{{User: w.user}}
	}
	if respondent == "asked" {
		w.c.Notes = []domain.Note{{CaseNoted: domain.CaseNoted{Note: domain.AskedOpinion, Text: "Защо?", To: w.user}}}
	}
	return w
}

// holds puts a reply into the case, approved by others as far as that comes before what it waits for.
func (w *walk) holds(state domain.LetterState, own bool) *walk {
	l := domain.LetterFile{
		ID: letterID, State: state, Author: colleague, Writers: []domain.UserID{colleague}, Since: w.now,
		Number: domain.Number{Direction: domain.Outgoing, Serial: 5, Text: "94-5/24.11.2026", Date: w.Acting().Today()},
		Via:    domain.ByPost, DispatchedOn: w.Acting().Today(),
	}
	l.Content = domain.Letter{Template: domain.TAnswer, Paragraphs: []domain.Paragraph{{Text: "Отговор."}}}
	if own {
		l.Author, l.Writers = w.user, []domain.UserID{w.user}
	}
	chained := len(w.office.Settings.Chains) > 0
	switch {
	case state == domain.LetterApproved && !chained:
		l.Approvals = []domain.Approval{{By: builder}}
	case state == domain.LetterApproved:
		l.Approvals = []domain.Approval{{By: builder, As: domain.Head, Waits: domain.Adviser}, {By: lawyer, As: domain.Adviser}}
	case state == domain.LetterWaiting && chained:
		l.Approvals = []domain.Approval{{By: builder, As: domain.Head, Waits: domain.Adviser}}
	default:
	}
	w.c.Letters = []domain.LetterFile{l}
	return w
}

func (w *walk) sees() bool { return w.office.MaySee(w.user, w.c.Entry(), w.Acting().Today()) }

func (w *walk) Case(id domain.CaseID, how office.Looked) (office.File, error) {
	if !w.sees() {
		return office.File{}, domain.Refuse("open", domain.NoSuchCase)
	}
	return w.deskOffice.Case(id, how)
}

func (w *walk) List(want func(domain.Entry) bool) []domain.Entry {
	if !w.sees() {
		return nil
	}
	return w.deskOffice.List(want)
}

func (w *walk) Letters(want func(domain.Entry, domain.Pending) bool) []office.PendingLetter {
	var all []office.PendingLetter
	mine := w.office.WaitingLetter(w.user, w.Acting().Today())
	for _, e := range w.List(nil) {
		for _, p := range e.Pending {
			if want(e, p) {
				x := office.PendingLetter{Entry: e, Letter: p}
				x.Next, x.Mine = mine(e, p)
				all = append(all, x)
			}
		}
	}
	return all
}

func (w *walk) Duties() []office.Due {
	var all []office.Due
	for _, e := range w.List(func(e domain.Entry) bool { return e.State.Open() }) {
		all = append(all, office.Due{Entry: e, Reminder: w.office.Remind(e, w.Acting().Today())})
	}
	return all
}

func (*walk) Endorse(office.Command, domain.CaseID, domain.LetterID, domain.Digest) error { return nil }

func (*walk) Return(office.Command, domain.CaseID, domain.LetterID, string) error { return nil }

func (*walk) Submit(office.Command, domain.CaseID, domain.LetterID) error { return nil }

func (*walk) Strike(office.Command, domain.CaseID, domain.LetterID, string) error { return nil }

func (*walk) Dispatch(office.Command, domain.CaseID, domain.LetterDispatched) error { return nil }

func (*walk) Steps(domain.Deadline) []string { return nil }

func (*walk) CheckLetter(domain.Letter) error { return nil }

func (*walk) Drafts() ([]string, error) { return nil, nil }

func (*walk) LastBackup() (desk.BackupNote, bool) { return desk.BackupNote{}, false }

func (*walk) LastMoment() time.Time { return time.Time{} }

func (*walk) CourierBook(calendar.Date, []desk.Parcel) ([]byte, error) { return nil, nil }

func (*walk) PostList(calendar.Date, []desk.Parcel) ([]byte, error) { return nil, nil }

func (*walk) SignLetter(office.Command, domain.CaseID, domain.LetterID) (domain.LetterNumbered, error) {
	return domain.LetterNumbered{}, nil
}

// as lets somebody else look.
func (w *walk) as(u domain.UserID) *walk {
	w.user = u
	return w
}

// words are read once: there are thousands of screens.
func (w *walk) words(t *testing.T) *say.Speaker {
	t.Helper()
	if w.say == nil {
		w.say = speaker(t)
	}
	return w.say
}

// env is the window around a screen.
func (w *walk) env(t *testing.T) (present.Env, *room) {
	t.Helper()
	words, r := w.words(t), &room{}
	return present.Env{
		Say: words, ReadOnly: w.readOnly, Now: func() time.Time { return w.now }, Go: inline,
		After: func(time.Duration, func()) func() { return func() {} },
		Tell:  func(err error) string { return words.Fault(err, "") },
		Open:  func(to present.Route) { r.opened = append(r.opened, to) },
		Toast: func(x present.Toast) { r.toasts = append(r.toasts, x) },
	}, r
}
