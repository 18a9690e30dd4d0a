package gui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// caseProgram is a program with one case; what the screen of a case does not ask for is not there.
type caseProgram struct {
	Program
	office domain.Office
	user   domain.UserID
	c      domain.Case
	refuse error
	notes  []domain.CaseNoted
	saved  []string
	opened []present.Route
}

func (p *caseProgram) Acting() domain.Acting {
	return domain.Acting{Office: &p.office, User: p.user, Now: caseNow()}
}

func (p *caseProgram) Case(domain.CaseID, office.Looked) (office.File, error) {
	return office.File{Case: p.c}, p.refuse
}
func (p *caseProgram) List(func(domain.Entry) bool) []domain.Entry { return nil }
func (p *caseProgram) NewCommand() (office.Command, error)         { return office.Command{1}, nil }
func (p *caseProgram) KeepDraft(string, []byte) error              { return nil }
func (p *caseProgram) DropDraft(string) error                      { return nil }
func (p *caseProgram) ReadDraft(string) (content []byte, ok bool, err error) {
	return nil, false, nil
}

func (p *caseProgram) Note(_ office.Command, _ domain.CaseID, e domain.CaseNoted) error {
	p.notes = append(p.notes, e)
	return nil
}

func (p *caseProgram) GiveSlip(office.Command, domain.CaseID) (domain.CaseNoted, error) {
	e, err := p.Acting().GiveSlip(p.c)
	if err == nil {
		p.c = p.c.Apply(domain.Fact{Event: e, By: p.user, At: caseNow()})
	}
	return e, err
}

func caseNow() time.Time { return time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC) }

// caseWindow shows a case to a clerk who is the secretary too.
func caseWindow(t *testing.T, size fyne.Size) (*Window, *caseScreen, *caseProgram) {
	t.Helper()
	p := &caseProgram{office: domain.NewOffice(), user: domain.UserID{1}}
	from := calendar.NewDate(2020, 1, 1)
	p.office.Users = []domain.User{{ID: p.user, Name: "Мария Петрова", Grants: []domain.RoleGranted{
		{User: p.user, Role: domain.Clerk, From: from}, {User: p.user, Role: domain.Secretary, From: from},
	}}}
	p.c = domain.Case{
		ID: domain.CaseID{7}, State: domain.Registered, RegisteredAt: caseNow(), Number: domain.Number{Text: "94-1312/23.11.2026"},
		Intake: domain.Intake{
			Kind: domain.Signal, Subject: "Пропаднала настилка", ReceivedAt: caseNow(),
			Sender: domain.Sender{Contact: domain.Contact{Type: domain.NaturalPerson, Name: "Елена Кръстева"}},
		},
	}
	var err error
	p.c.Deadlines, err = p.office.Rules.Deadlines(p.office.Calendar(), domain.Signal, calendar.DateOf(caseNow()))
	if err != nil {
		t.Fatal(err)
	}
	w := bareWindow(t, p)
	w.env.Tell = func(err error) string { return w.env.Say.Fault(err, "") }
	w.env.Open = func(to present.Route) { p.opened = append(p.opened, to) }
	w.Resize(size)
	s, ok := newCase(w, present.Route{Place: present.CasePlace, Case: p.c.ID}).(*caseScreen)
	if !ok {
		t.Fatal("no screen of a case")
	}
	w.screen = s
	w.Canvas().SetOnTypedKey(w.typedKey)
	w.Canvas().SetOnTypedRune(w.typedRune)
	w.SetContent(look.Stack(s.body(), w.layer))
	w.Resize(size)
	return w, s, p
}

var wide = fyne.NewSize(1202, 698)

func said(w *Window, words string) bool {
	return slices.ContainsFunc(wordsOf(w.Content()), func(s string) bool { return strings.Contains(s, words) })
}

func TestCaseShowsWhatItIs(t *testing.T) {
	w, _, _ := caseWindow(t, wide)
	for _, words := range []string{"Пропаднала настилка", "Следва: решение дали", "25.01.2027", "Елена Кръстева", "януари 2027"} {
		if !said(w, words) {
			t.Errorf("%q is not shown", words)
		}
	}
}

func TestLettersOfBothAlphabetsBeginActions(t *testing.T) {
	for _, r := range "nNнН" {
		w, s, _ := caseWindow(t, wide)
		w.typedRune(r)
		if w.Canvas().Focused() != fyne.Focusable(s.note.Entry) {
			t.Errorf("%q does not lead to the note", r)
		}
	}
	for _, r := range "dDдД" {
		_, s, _ := caseWindow(t, wide)
		s.typed(r)
		if s.panel == nil || s.model.Form().Title != "Приложи документ" {
			t.Errorf("%q does not attach", r)
		}
	}
}

func TestLettersBeginActionsAfterAButtonWasPressed(t *testing.T) {
	w, s, _ := caseWindow(t, wide)
	more := look.NewButton("Още", nil, look.Plain, func() {})
	w.SetContent(look.Stack(s.body(), more, w.layer))
	w.Canvas().Focus(more)
	if more.TypedRune(' '); s.panel != nil {
		t.Fatal("the space bar is the button's own")
	}
	if more.TypedRune('d'); s.panel == nil {
		t.Error("the letter did nothing")
	}
}

func TestNoteIsTypedInCyrillicAndAddedByEnter(t *testing.T) {
	w, s, p := caseWindow(t, wide)
	w.typedRune('n')
	test.Type(s.note.Entry, "Обадих се на подателя")
	s.note.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(p.notes) != 1 || p.notes[0].Text != "Обадих се на подателя" || s.note.Entry.Text != "" {
		t.Errorf("notes are %v, left is %q", p.notes, s.note.Entry.Text)
	}
}

func TestEscLeavesTheNoteThenTheForm(t *testing.T) {
	w, s, _ := caseWindow(t, wide)
	w.typedRune('n')
	s.note.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.Canvas().Focused() != nil {
		t.Error("the note keeps the focus")
	}
	w.typedRune('d')
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.panel != nil || s.model.Form() != nil || w.Canvas().Focused() != nil {
		t.Error("the form is still there")
	}
	if !said(w, "Подател") {
		t.Error("the people do not come back")
	}
}

func TestFormTakesTheFocusAndCtrlEnterDoesIt(t *testing.T) {
	w, s, p := caseWindow(t, wide)
	s.model.Start(domain.DoNote)
	if w.Canvas().Focused() != s.panel.first() {
		t.Error("the focus is not in the form")
	}
	w.focus(s.panel.of(s.model.Form().Field("text")).stop())
	test.Type(w.Canvas().Focused(), "Огледах мястото")
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: look.CtrlEnter})
	if len(p.notes) != 1 || s.panel != nil {
		t.Errorf("notes are %v", p.notes)
	}
}

func TestF8WritesALetter(t *testing.T) {
	w, _, p := caseWindow(t, wide)
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	want := present.Route{Place: present.LetterPlace, Case: p.c.ID}
	if len(p.opened) != 1 || p.opened[0] != want {
		t.Errorf("opened is %v", p.opened)
	}
}

func TestNarrowCaseHasItsPeopleInATab(t *testing.T) {
	w, s, _ := caseWindow(t, fyne.NewSize(911, 512))
	if said(w, "Елена Кръстева") || slices.Contains(s.tabKeys, linksTab) || said(w, "януари 2027") {
		t.Error("the side panes are still there")
	}
	s.open(peopleTab)
	s.calendar = true
	s.redraw()
	if !said(w, "Елена Кръстева") || !said(w, "януари 2027") {
		t.Error("people or calendar cannot be reached")
	}
	if size := s.body().MinSize(); size.Width > 911-44 || size.Height > 442 {
		t.Errorf("the screen wants %v", size)
	}
}

func TestNamedPersonReadsOnlyTheRefusal(t *testing.T) {
	w, s, p := caseWindow(t, wide)
	p.refuse = domain.Refuse("open", domain.NoSuchCase)
	s.reload()
	if said(w, "Пропаднала настилка") || !said(w, "Преписката не може да се покаже") {
		t.Error("the case is still shown")
	}
	p.refuse = nil
	s.reload()
	if !said(w, "Пропаднала настилка") {
		t.Error("the case does not come back")
	}
}

func TestReloadLeavesWhatIsTypedWhereItIs(t *testing.T) {
	w, s, p := caseWindow(t, wide)
	w.typedRune('n')
	test.Type(s.note.Entry, "Започната бел")
	p.c.Flags |= domain.FlagReceiptSent
	s.reload()
	if s.note.Entry.Text != "Започната бел" || w.Canvas().Focused() != fyne.Focusable(s.note.Entry) || !said(w, "потвърдена") {
		t.Errorf("the note says %q", s.note.Entry.Text)
	}
}

func TestOneKeySaysThatTheSlipWasGiven(t *testing.T) {
	w, _, p := caseWindow(t, wide)
	for range 2 { // the second time there is nothing to be said
		w.typedRune('б')
	}
	if len(p.c.Notes) != 1 || !said(w, "С бележката от 23.11.2026") || !said(w, "потвърдена") {
		t.Errorf("recorded are %+v", p.c.Notes)
	}
}

func TestACaseHasAThirdColumnOnlyWhereTheFirstCanBeRead(t *testing.T) {
	for width, third := range map[float32]bool{1366: true, 1024: false} {
		_, s, _ := caseWindow(t, fyne.NewSize(width, 600))
		if got := slices.Contains(s.tabKeys, linksTab); got != third {
			t.Errorf("at %v it has one: %v", width, got)
		}
	}
}

func TestInASmallWindowTheTermStandsUnderATab(t *testing.T) {
	w, s, _ := caseWindow(t, fyne.NewSize(596, 410)) // 640×480 without the frame
	if !slices.Contains(s.tabKeys, termTab) || said(w, "по закон") {
		t.Error("the term still stands beside the case")
	}
	s.open(termTab)
	if !said(w, "по закон") {
		t.Error("the term cannot be reached")
	}
	if size := s.body().MinSize(); size.Width > 596 || size.Height > 410 {
		t.Errorf("the screen wants %v", size)
	}
	w.Resize(wide)
	s.resized(wide.Width)
	if slices.Contains(s.tabKeys, termTab) || !said(w, "по закон") {
		t.Error("the term does not come back beside the case")
	}
}
