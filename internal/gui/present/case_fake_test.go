package present_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

var (
	atClerk     = domain.UserID{1}
	atExecutor  = domain.UserID{2}
	atHead      = domain.UserID{3}
	atSecretary = domain.UserID{4}
	atMayor     = domain.UserID{5}
	atAccused   = domain.UserID{6}
	taxes       = domain.DepartmentID{1}
	theCase     = domain.CaseID{7}
	older       = domain.CaseID{8}
)

// deskOffice is an office of one case that decides and folds as the real one does, in memory.
type deskOffice struct {
	drafts
	now     time.Time
	office  domain.Office
	user    domain.UserID
	c       domain.Case
	history []office.Judged
	others  []domain.Entry
	refuse  error // of the next look at the case
	shown   []string
	looks   []office.Looked
	files   map[string]string
	done    map[office.Command]bool
	told    int
	n       byte
	borrows bool // the documents have no fonts of their own
}

func newDesk(kind domain.Kind) *deskOffice {
	d := &deskOffice{
		now: time.Date(2026, 11, 12, 8, 24, 0, 0, time.UTC), office: domain.NewOffice(), user: atClerk,
		drafts: drafts{}, files: map[string]string{}, done: map[office.Command]bool{},
	}
	from := calendar.NewDate(2020, 1, 1)
	user := func(id domain.UserID, name string, role domain.Role) {
		g := domain.RoleGranted{User: id, Role: role, From: from}
		if role == domain.Head {
			g.Department = taxes
		}
		d.office.Users = append(d.office.Users, domain.User{ID: id, Name: name, Department: taxes, Grants: []domain.RoleGranted{g}})
	}
	user(atClerk, "Мария Петрова", domain.Clerk)
	user(atExecutor, "Калин Русев", domain.Executor)
	user(atHead, "Божана Кирова", domain.Head)
	user(atSecretary, "Ирина Стоянова", domain.Secretary)
	user(atMayor, "Стефан Лазов", domain.Mayor)
	user(atAccused, "Снежана Лазарова", domain.Executor)
	d.office.Departments = []domain.Department{{ID: taxes, Name: "Местни данъци и такси"}}
	for _, t := range []domain.TemplateID{domain.TExtension, domain.TRejected} {
		d.office.Templates = append(d.office.Templates, domain.Template{ID: t, Paragraphs: []string{"Причина: {Reason}. {Actions} {FinalDate}"}})
	}
	in := domain.Intake{
		Kind: kind, Channel: domain.AtDesk, Subject: "Отказано обслужване на гише 3", Text: "На гише 3 ми отказаха.",
		ReceivedAt: d.now, Sheets: 2,
		Sender: domain.Sender{Person: domain.PersonID{1}, Contact: domain.Contact{
			Type: domain.NaturalPerson, Name: "Елена Димова Кръстева", Settlement: "гр. Септември", Street: "ул. „Рила“ 7", Phone: "0888 000 312",
		}},
	}
	if kind == domain.ComplaintStaff {
		in.Respondents = []domain.Respondent{{User: atAccused}}
	}
	e, err := d.Acting().Register(in, domain.Registration{
		Case: theCase, Number: domain.Number{Direction: domain.Incoming, Serial: 1312, Date: calendar.NewDate(2026, 11, 12), Text: "94-1312/12.11.2026"},
	})
	if err != nil {
		panic(err)
	}
	d.add(e)
	return d
}

// at lets the day be another one.
func (d *deskOffice) at(day int) *deskOffice {
	d.now = time.Date(2026, 11, day, 8, 0, 0, 0, time.UTC)
	return d
}

func (d *deskOffice) as(u domain.UserID) *deskOffice {
	d.user = u
	return d
}

func (d *deskOffice) add(e domain.Event) {
	d.n++
	f := domain.Fact{Event: e, Record: domain.RecordID{d.n}, By: d.user, At: d.now}
	verdict, seat := domain.JudgeSeat(domain.History{Office: &d.office}, d.c, f)
	if verdict == domain.Effective {
		d.c = d.c.Apply(f)
	}
	d.history = append(d.history, office.Judged{Fact: f, Verdict: verdict, Seat: seat})
}

// must records what a rule decides, for the story before a test.
func must[E domain.Event](t *testing.T, d *deskOffice) func(E, error) {
	t.Helper()
	return func(e E, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		d.add(e)
	}
}

// inWork brings the case to where somebody works on it.
func (d *deskOffice) inWork(t *testing.T) *deskOffice {
	t.Helper()
	d.as(atSecretary)
	must[domain.AdmissibilityDecided](t, d)(d.Acting().Admit(d.c, domain.AdmissibilityDecided{Ground: domain.Admissible}))
	must[domain.CaseResolved](t, d)(d.Acting().Resolve(d.c, domain.CaseResolved{Department: taxes, Lead: atExecutor, Text: "За отговор"}))
	d.as(atExecutor)
	must[domain.CaseAccepted](t, d)(d.Acting().Accept(d.c))
	return d
}

func (d *deskOffice) Acting() domain.Acting {
	return domain.Acting{Office: &d.office, User: d.user, Now: d.now}
}

func (d *deskOffice) Case(id domain.CaseID, how office.Looked) (office.File, error) {
	d.looks = append(d.looks, how)
	if d.refuse != nil {
		return office.File{}, d.refuse
	}
	if id != theCase {
		return office.File{}, domain.Refuse("open", domain.NoSuchCase)
	}
	return office.File{Case: d.c, History: slices.Clone(d.history)}, nil
}

func (d *deskOffice) List(want func(domain.Entry) bool) []domain.Entry {
	var all []domain.Entry
	for _, e := range append(slices.Clone(d.others), d.c.Entry()) {
		if want == nil || want(e) {
			all = append(all, e)
		}
	}
	return all
}

// Invitation gives what the office would give to whoever is asked, and nothing to others.
func (d *deskOffice) Invitation(id domain.CaseID) (office.Invitation, error) {
	x := office.Invitation{Case: theCase, Number: d.c.Number, Named: d.office.NamedIn(d.user, d.c.Entry())}
	for _, n := range d.c.Notes {
		switch {
		case n.Note == domain.AskedOpinion && n.To == d.user:
			x.Questions, x.Due = append(x.Questions, n), n.Due
		case n.Note == domain.GaveExplaining && n.By == d.user:
			x.Answers = append(x.Answers, n)
		}
	}
	if x.Waits = len(d.c.Asked(d.user)) > 0; id != theCase || len(x.Questions) == 0 {
		return office.Invitation{}, domain.Refuse("open", domain.HiddenFromNamed)
	}
	return x, nil
}

func (d *deskOffice) Standing(domain.CaseID) (office.Standing, error) {
	if !d.office.NamedIn(d.user, d.c.Entry()) {
		return office.Standing{}, domain.Refuse("open", domain.NoSuchCase)
	}
	var x office.Standing
	for _, n := range d.c.Claims() {
		x.Claimed = n.At
	}
	x.Answer, _ = d.c.Settled(d.user)
	return x, nil
}

func (d *deskOffice) ClaimMistake(c office.Command, _ domain.CaseID, text string) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseNoted, error) { return a.ClaimMistake(x, text) })
	return err
}

func (d *deskOffice) SettleMistake(c office.Command, _ domain.CaseID, e domain.CaseNoted) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseNoted, error) { return a.SettleMistake(x, e) })
	return err
}

func (d *deskOffice) Invitations() ([]office.Invitation, error) {
	if x, err := d.Invitation(theCase); err == nil && x.Waits {
		return []office.Invitation{x}, nil
	}
	return nil, nil
}

func (d *deskOffice) Explain(c office.Command, _ domain.CaseID, text string) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseNoted, error) { return a.Explain(x, text) })
	return err
}

func (d *deskOffice) CopyDocument(id domain.CaseID, document domain.DocumentID) ([]byte, error) {
	d.looks = append(d.looks, office.Copied)
	return d.Document(id, document)
}

func (d *deskOffice) CopyPDF(id domain.CaseID, letter domain.LetterID) ([]byte, error) {
	d.looks = append(d.looks, office.Copied)
	return d.PDF(id, letter)
}

func (d *deskOffice) SaveCopy(path string, content []byte) error {
	d.files[path] = string(content)
	return nil
}

func (d *deskOffice) Find(typed string) []domain.Entry {
	return d.List(func(e domain.Entry) bool { return strings.Contains(e.Number.Text, typed) })
}

func (d *deskOffice) NewCommand() (office.Command, error) {
	d.n++
	return office.Command{d.n}, nil
}

// once records an event of a command, unless it was carried out before.
func once[E domain.Event](d *deskOffice, c office.Command, decide func(domain.Acting, domain.Case) (E, error)) (E, error) {
	var none E
	if d.done[c] {
		return none, nil
	}
	e, err := decide(d.Acting(), d.c)
	if err != nil {
		return none, err
	}
	d.done[c] = true
	d.add(e)
	return e, nil
}

func (d *deskOffice) Admit(c office.Command, _ domain.CaseID, e domain.AdmissibilityDecided) (domain.AdmissibilityDecided, error) {
	return once(d, c, func(a domain.Acting, x domain.Case) (domain.AdmissibilityDecided, error) { return a.Admit(x, e) })
}

func (d *deskOffice) Split(_ office.Command, _ domain.CaseID, part domain.Part, e domain.AdmissibilityDecided) (domain.CaseRegistered, error) {
	all, err := d.Acting().Split(d.c, part, domain.Registration{Case: older, Number: domain.Number{Text: "94-1313/12.11.2026"}}, e)
	if err != nil {
		return domain.CaseRegistered{}, err
	}
	registered, _ := all[0].(domain.CaseRegistered)
	fresh := domain.Case{}
	for _, e := range all {
		fresh = fresh.Apply(domain.Fact{Event: e, By: d.user, At: d.now})
	}
	d.others = append(d.others, fresh.Entry())
	return registered, nil
}

func (d *deskOffice) TellJoined(_ office.Command, _ domain.CaseID, _ domain.LetterID, _ func(domain.Contact) string) (int, error) {
	d.told++
	return len(d.others), nil
}

func (d *deskOffice) Propose(c office.Command, _ domain.CaseID, e domain.AdmissibilityProposed) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.AdmissibilityProposed, error) { return a.Propose(x, e) })
	return err
}

func (d *deskOffice) Assign(c office.Command, _ domain.CaseID, e domain.Assignment) error {
	if d.done[c] {
		return nil
	}
	all, err := d.Acting().Assign(d.c, e)
	if err != nil {
		return err
	}
	d.done[c] = true
	for _, e := range all {
		d.add(e)
	}
	return nil
}

func (d *deskOffice) Accept(c office.Command, _ domain.CaseID) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseAccepted, error) { return a.Accept(x) })
	return err
}

func (d *deskOffice) GiveBack(c office.Command, _ domain.CaseID, reason string) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseReturned, error) { return a.GiveBack(x, reason) })
	return err
}

func (d *deskOffice) Reassign(c office.Command, _ domain.CaseID, e domain.CaseReassigned) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseReassigned, error) { return a.Reassign(x, e) })
	return err
}

func (d *deskOffice) Note(c office.Command, _ domain.CaseID, e domain.CaseNoted) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseNoted, error) { return a.Note(x, e) })
	return err
}

func (d *deskOffice) GiveSlip(c office.Command, _ domain.CaseID) (domain.CaseNoted, error) {
	return once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseNoted, error) { return a.GiveSlip(x) })
}

func (d *deskOffice) Attach(c office.Command, _ domain.CaseID, e domain.DocumentAdded, content []byte) (domain.DocumentAdded, error) {
	e.Size, e.Document = int64(len(content)), domain.DocumentID{d.n}
	return once(d, c, func(a domain.Acting, x domain.Case) (domain.DocumentAdded, error) { return a.Attach(x, e) })
}

func (d *deskOffice) FindSurplus(c office.Command, _ domain.CaseID, e domain.SurplusFound) (domain.SurplusFound, error) {
	return once(d, c, func(a domain.Acting, x domain.Case) (domain.SurplusFound, error) { return a.FindSurplus(x, e) })
}

func (d *deskOffice) SettleSurplus(c office.Command, _ domain.CaseID, e domain.SurplusSettled) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.SurplusSettled, error) { return a.SettleSurplus(x, e) })
	return err
}

func (d *deskOffice) Extend(c office.Command, _ domain.CaseID, e domain.ExtensionDecided) (domain.ExtensionDecided, error) {
	return once(d, c, func(a domain.Acting, x domain.Case) (domain.ExtensionDecided, error) { return a.Extend(x, e) })
}

func (d *deskOffice) Decide(c office.Command, _ domain.CaseID, e domain.CaseDecided) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseDecided, error) { return a.Decide(x, e) })
	return err
}

func (d *deskOffice) Execute(c office.Command, _ domain.CaseID, e domain.CaseExecuted) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseExecuted, error) { return a.Execute(x, e) })
	return err
}

func (d *deskOffice) Withdraw(c office.Command, _ domain.CaseID, e domain.CaseWithdrawn) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseWithdrawn, error) { return a.Withdraw(x, e) })
	return err
}

func (d *deskOffice) CloseCase(c office.Command, _ domain.CaseID, e domain.CaseClosed) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseClosed, error) { return a.Close(x, e) })
	return err
}

func (d *deskOffice) Reopen(c office.Command, _ domain.CaseID, e domain.CaseReopened) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseReopened, error) { return a.Reopen(x, e) })
	return err
}

func (d *deskOffice) Archive(c office.Command, _ domain.CaseID, e domain.CaseArchived) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseArchived, error) { return a.Archive(x, e) })
	return err
}

func (d *deskOffice) Annul(c office.Command, _ domain.CaseID, reason string) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseAnnulled, error) { return a.Annul(x, reason) })
	return err
}

func (d *deskOffice) Seal(c office.Command, _ domain.CaseID, e domain.CaseTakenOut) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseTakenOut, error) { return a.Seal(x, e) })
	return err
}

func (d *deskOffice) Correct(c office.Command, _ domain.CaseID, in domain.Intake, reason string) (domain.CaseCorrected, error) {
	return once(d, c, func(a domain.Acting, x domain.Case) (domain.CaseCorrected, error) { return a.Correct(x, in, reason) })
}

func (d *deskOffice) Draft(c office.Command, _ domain.CaseID, letter domain.LetterID, content domain.Letter) (domain.LetterID, error) {
	if letter == (domain.LetterID{}) {
		letter = domain.LetterID{d.n}
	}
	hash := domain.Digest(sha256.Sum256([]byte(fmt.Sprint(content))))
	e, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.LetterDrafted, error) {
		return a.Draft(x, domain.LetterDrafted{Letter: letter, Content: content, Hash: hash})
	})
	return e.Letter, err
}

func (d *deskOffice) Serve(c office.Command, _ domain.CaseID, e domain.LetterServed) error {
	_, err := once(d, c, func(a domain.Acting, x domain.Case) (domain.LetterServed, error) { return a.Serve(x, e) })
	return err
}

func (d *deskOffice) Document(domain.CaseID, domain.DocumentID) ([]byte, error) {
	return []byte("scan"), nil
}

func (d *deskOffice) PDF(domain.CaseID, domain.LetterID) ([]byte, error) { return []byte("pdf"), nil }

func (d *deskOffice) ExplainCase(domain.CaseID) ([]byte, error) { return []byte("steps"), nil }

func (d *deskOffice) Receipt(domain.CaseID) ([]byte, error) { return []byte("slip"), nil }

func (d *deskOffice) Handover(domain.CaseID) ([]byte, error) { return []byte("protocol"), nil }

func (d *deskOffice) Compose(c domain.Case, t domain.Template, typed map[string]string) domain.Letter {
	return d.office.Compose(c, t, domain.Filling{Values: typed})
}

func (d *deskOffice) DraftPDF(domain.Letter) ([]byte, error) { return []byte("pdf"), nil }

func (d *deskOffice) DraftPages(domain.Letter) (pdf []byte, looks []domain.Digest, err error) {
	return []byte("pdf"), []domain.Digest{{1}}, nil
}

func (d *deskOffice) Page([]byte, int, int) (image.Image, error) {
	return image.NewGray(image.Rect(0, 0, 1, 1)), nil
}

func (d *deskOffice) Pages([]byte) (int, error) { return 11, nil }

func (d *deskOffice) Borrows([]byte, int) (bool, error) { return d.borrows, nil }

func (d *deskOffice) Picture([]byte, int) (image.Image, error) {
	return image.NewGray(image.Rect(0, 0, 1, 1)), nil
}

func (d *deskOffice) Show(name string, content []byte) error {
	d.shown = append(d.shown, name+" "+string(content))
	return nil
}

func (d *deskOffice) ReadFile(path string, _ int64) ([]byte, error) {
	content, ok := d.files[path]
	if !ok {
		return nil, errors.New("no such file")
	}
	return []byte(content), nil
}

// room is what the presenter is given of the window around it, with what it did there.
type room struct {
	opened []present.Route
	toasts []present.Toast
}

func (d *deskOffice) screen(t *testing.T) (*present.Case, *room) {
	t.Helper()
	return d.screenOf(t, present.Route{Place: present.CasePlace, Case: theCase})
}

func (d *deskOffice) screenOf(t *testing.T, to present.Route) (*present.Case, *room) {
	t.Helper()
	words := speaker(t)
	r := &room{}
	env := present.Env{
		Say: words, Now: func() time.Time { return d.now },
		Go:    inline,
		After: func(_ time.Duration, f func()) func() { f(); return func() {} },
		Tell:  func(err error) string { return words.Fault(err, "") },
		Open:  func(to present.Route) { r.opened = append(r.opened, to) },
		Toast: func(x present.Toast) { r.toasts = append(r.toasts, x) },
	}
	c := present.NewCase(env, d, to)
	c.Load()
	return c, r
}
