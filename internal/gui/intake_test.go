package gui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// rest is the part of the program that a test of one screen does not need: whatever is asked of it fails.
type rest struct{ Program }

// intakeProgram is an office that registers what the rules allow.
type intakeProgram struct {
	rest
	office  domain.Office
	user    domain.UserID
	now     time.Time
	person  domain.Person
	intakes []domain.Intake
	shown   []string
	kept    map[string][]byte
}

func newIntakeProgram() *intakeProgram {
	o := domain.NewOffice()
	clerk := domain.UserID{1}
	o.Users = []domain.User{
		{ID: clerk, Name: "Мария Петрова", Keyed: true, Grants: []domain.RoleGranted{{User: clerk, Role: domain.Clerk, From: calendar.NewDate(2026, 1, 5)}}},
		{ID: domain.UserID{2}, Name: "Светла Лазарова", Title: "гише 3", Keyed: true},
	}
	o.Topics = []domain.Topic{{ID: domain.TopicID{3}, Name: "Обслужване", Department: domain.DepartmentID{4}}}
	o.Departments = []domain.Department{{ID: domain.DepartmentID{4}, Name: "Местни данъци"}}
	return &intakeProgram{
		office: o, user: clerk, now: time.Date(2026, time.November, 23, 8, 42, 0, 0, time.UTC), kept: map[string][]byte{},
		person: domain.Person{ID: domain.PersonID{9}, Contact: domain.Contact{
			Type: domain.NaturalPerson, Name: "Ивайло Петров Начев", Street: "ул. „Хан Крум“ 12", Settlement: "гр. Примерно", Address: domain.ToMr,
		}},
	}
}

func (p *intakeProgram) Acting() domain.Acting {
	return domain.Acting{Office: &p.office, User: p.user, Now: p.now}
}

func (*intakeProgram) NewCommand() (office.Command, error) { return office.Command{1}, nil }

func (p *intakeProgram) Register(_ office.Command, in domain.Intake, _ ...office.Paper) (domain.CaseRegistered, error) {
	n := domain.Number{Text: "94-1313/23.11.2026", Serial: 1313, Date: calendar.NewDate(2026, 11, 23)}
	e, err := p.Acting().Register(in, domain.Registration{Case: domain.CaseID{1}, Number: n})
	if err == nil {
		p.intakes = append(p.intakes, in)
	}
	return e, err
}

func (p *intakeProgram) FindPersons(string, int) []domain.Person   { return []domain.Person{p.person} }
func (*intakeProgram) List(func(domain.Entry) bool) []domain.Entry { return nil }
func (*intakeProgram) Slip(domain.CaseRegistered) ([]byte, error)  { return []byte("pdf"), nil }
func (*intakeProgram) ReadFile(string, int64) ([]byte, error)      { return []byte("x"), nil }
func (p *intakeProgram) ReadDraft(name string) ([]byte, bool, error) {
	c, ok := p.kept[name]
	return c, ok, nil
}
func (p *intakeProgram) DropDraft(name string) error { delete(p.kept, name); return nil }
func (p *intakeProgram) KeepDraft(name string, content []byte) error {
	p.kept[name] = content
	return nil
}

func (p *intakeProgram) Show(name string, _ []byte) error {
	p.shown = append(p.shown, name)
	return nil
}

func (*intakeProgram) Attach(_ office.Command, _ domain.CaseID, e domain.DocumentAdded, _ []byte) (domain.DocumentAdded, error) {
	return e, nil
}

// intakeWindow shows the page of a new case in a window of a size.
func intakeWindow(tb testing.TB, p *intakeProgram, size fyne.Size) (*Window, *intakeScreen, *[]present.Route) {
	tb.Helper()
	opened := &[]present.Route{}
	w := bareWindow(tb, p)
	w.env.Now = func() time.Time { return p.now }
	w.env.Open = func(r present.Route) { *opened = append(*opened, r) }
	s, ok := newIntake(w, present.Route{}).(*intakeScreen)
	if !ok {
		tb.Fatal("no page")
	}
	w.screen = s
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { s.key(ev) })
	w.Canvas().SetContent(look.Stack(s.body(), w.layer))
	w.Resize(size)
	s.resized(size.Width)
	w.focus(s.first())
	return w, s, opened
}

// keyboard types into whatever has the focus.
type keyboard struct {
	t       *testing.T
	canvas  fyne.Canvas
	presses int
}

func (k *keyboard) tab(times int) {
	for range times {
		k.presses++
		k.canvas.FocusNext()
	}
}

func (k *keyboard) words(text string) {
	k.t.Helper()
	for _, r := range text {
		k.presses++
		k.canvas.Focused().TypedRune(r)
	}
}

func (k *keyboard) key(name fyne.KeyName) {
	k.presses++
	k.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func (k *keyboard) shortcut(key fyne.KeyName, m fyne.KeyModifier) {
	k.t.Helper()
	k.presses += 2
	s, ok := k.canvas.Focused().(fyne.Shortcutable)
	if !ok {
		k.t.Fatalf("%T hears no shortcut", k.canvas.Focused())
	}
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: m})
}

// focusedOn gives the name of the field that has the focus.
func (s *intakeScreen) focusedOn() string {
	focused := s.window.Canvas().Focused()
	for key, f := range s.inputs {
		if f == focused {
			return key
		}
	}
	return fmt.Sprintf("%T", focused)
}

func TestComplaintIsRegisteredByKeyboardAlone(t *testing.T) {
	p := newIntakeProgram()
	w, s, opened := intakeWindow(t, p, fyne.NewSize(1202, 698))
	k := &keyboard{t: t, canvas: w.Canvas()}
	k.words("ж")
	k.tab(1)
	k.key(fyne.KeyRight) // срещу служител
	for s.focusedOn() != present.IntakeSender {
		k.tab(1)
	}
	k.words("ив")
	k.key(fyne.KeyReturn)
	for s.focusedOn() != present.IntakeSubject {
		k.tab(1)
	}
	k.words("Отказан прием на декларация")
	k.tab(1)
	k.words("Гишето беше затворено преди края на работното време.")
	k.shortcut(fyne.KeyReturn, fyne.KeyModifierControl)
	if len(p.intakes) != 1 {
		t.Fatalf("not registered: %q", s.told)
	}
	in := p.intakes[0]
	if in.Kind != domain.ComplaintStaff || in.Sender.Person != p.person.ID || in.Subject != "Отказан прием на декларация" || in.Sender.Contact.Address != domain.ToMr {
		t.Errorf("registered %+v", in)
	}
	if len(p.shown) != 1 || len(*opened) != 1 || (*opened)[0].Place != present.CasePlace {
		t.Errorf("printed %q, opened %+v", p.shown, *opened)
	}
	// 60 seconds leave half a second for every press; a clerk needs about a quarter.
	if k.presses > 120 {
		t.Errorf("it took %d presses", k.presses)
	}
}

func TestTabGoesThroughThePageInItsOrder(t *testing.T) {
	w, s, _ := intakeWindow(t, newIntakeProgram(), fyne.NewSize(1202, 698))
	s.model.ChooseBig(1)
	var way []string
	for range 40 {
		if on := s.focusedOn(); !strings.HasPrefix(on, "*") && !slices.Contains(way, on) {
			way = append(way, on)
		}
		w.Canvas().FocusNext()
	}
	want := []string{
		present.IntakeKind, present.IntakeChannel, present.IntakeDate, present.IntakeTime, present.IntakeSender, present.IntakeAddress,
		present.IntakeKeepIdentity, present.IntakeRespondents, present.IntakeSubject, present.IntakeText, present.IntakeDemand,
		present.IntakeTopic, present.IntakeDepartment, present.IntakeViolation, present.IntakeDanger, present.IntakeSheets,
		present.IntakeLanguage,
		present.IntakeRef, intakeFold,
	}
	if !slices.Equal(way, want) {
		t.Errorf("Tab goes through\n%v, want\n%v", way, want)
	}
}

func TestWhatFewSubmissionsNeedIsUnfoldedByKeyboard(t *testing.T) {
	p := newIntakeProgram()
	w, s, _ := intakeWindow(t, p, fyne.NewSize(1202, 698))
	s.model.ChooseBig(1)
	s.model.Type(present.IntakeSender, "Стоян Стоянов")
	s.model.Type(present.IntakeSubject, "Тъмна улица")
	k := &keyboard{t: t, canvas: w.Canvas()}
	for s.focusedOn() != intakeFold {
		k.tab(1)
	}
	k.key(fyne.KeySpace)
	if on := s.focusedOn(); on != present.IntakeReferrer {
		t.Fatalf("opened, the focus is on %s", on)
	}
	k.words("Омбудсманът")
	k.tab(1)
	k.words("12-5")
	k.tab(1)
	k.words("20.11.2026")
	for s.focusedOn() != present.IntakeReferrerAt {
		k.tab(1)
	}
	k.words("гр. Примерно; пл. „Свобода“ 1")
	k.tab(1)
	k.words("Мария Примерова; гр. Примерно")
	k.shortcut(fyne.KeyReturn, fyne.KeyModifierControl)
	if len(p.intakes) != 1 {
		t.Fatalf("not registered: %q", s.told)
	}
	in := p.intakes[0]
	if in.Sender.Referrer != "Омбудсманът" || in.Sender.PassedOnBy() != "12-5/20.11.2026" || in.Sender.ReferrerAt.Street != "пл. „Свобода“ 1" ||
		len(in.Affected) != 1 || in.Affected[0].Settlement != "гр. Примерно" {
		t.Errorf("registered %+v", in)
	}
}

func TestRefusalLeadsToTheFirstWrongField(t *testing.T) {
	p := newIntakeProgram()
	w, s, _ := intakeWindow(t, p, fyne.NewSize(1202, 698))
	s.model.ChooseBig(1)
	w.focus(s.inputs[present.IntakeText])
	k := &keyboard{t: t, canvas: w.Canvas()}
	k.shortcut(fyne.KeyReturn, fyne.KeyModifierControl)
	if on := s.focusedOn(); on != present.IntakeSender || len(p.intakes) != 0 {
		t.Errorf("the focus is on %s", on)
	}
	if s.told == "" || !s.notice.Visible() {
		t.Error("nothing is said above the page")
	}
	k.words("Ан")
	if x := s.model.Field(present.IntakeSender); x.Wrong != "" {
		t.Errorf("while typing it says %q", x.Wrong)
	}
}

func TestLettersOfBothAlphabetsChooseTheKind(t *testing.T) {
	w, s, _ := intakeWindow(t, newIntakeProgram(), fyne.NewSize(1202, 698))
	for typed, want := range map[rune]int{'ж': 0, 'v': 0, 'С': 1, 's': 1, 'п': 2, 'в': 3, 'х': 4} {
		s.model.Choose(present.IntakeKind, "")
		w.Canvas().Focused().TypedRune(typed)
		if got := s.model.BigKind(); got != want {
			t.Errorf("%c chooses %d, want %d", typed, got, want)
		}
	}
}

func TestShortcutMakesTheSenderAnonymous(t *testing.T) {
	w, s, _ := intakeWindow(t, newIntakeProgram(), fyne.NewSize(1202, 698))
	k := &keyboard{t: t, canvas: w.Canvas()}
	w.focus(s.inputs[present.IntakeSubject])
	k.shortcut(fyne.KeyA, fyne.KeyModifierControl|fyne.KeyModifierShift)
	if !s.model.On(present.IntakeAnonymous) || !s.sender.name.Entry().Disabled() {
		t.Error("the sender is still named")
	}
	k.shortcut(fyne.KeyA, fyne.KeyModifierControl|fyne.KeyModifierShift)
	if s.model.On(present.IntakeAnonymous) {
		t.Error("a second press does not take it back")
	}
}

func TestFocusStaysInView(t *testing.T) {
	w, s, _ := intakeWindow(t, newIntakeProgram(), fyne.NewSize(867, 442))
	s.model.ChooseBig(1)
	d := fyne.CurrentApp().Driver()
	for range 30 {
		w.Canvas().FocusNext()
		on := s.focusedOn()
		if strings.HasPrefix(on, "*") {
			continue
		}
		o, _ := w.Canvas().Focused().(fyne.CanvasObject)
		y := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.form.Container).Y
		if y < 0 || y+min(o.Size().Height, 60) > s.form.Size().Height {
			t.Errorf("%s is at %v of %v", on, y, s.form.Size().Height)
		}
	}
}

func TestNarrowWindowPutsTheRulesBehindATab(t *testing.T) {
	_, s, _ := intakeWindow(t, newIntakeProgram(), fyne.NewSize(867, 442))
	if s.side.object.Visible() || !s.tabs.Visible() || !s.panes.Objects[0].Visible() {
		t.Error("both columns are shown")
	}
	s.tabs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if !s.side.object.Visible() || s.panes.Objects[0].Visible() {
		t.Error("the tab does not show the rules")
	}
	s.resized(1280)
	if !s.side.object.Visible() || !s.panes.Objects[0].Visible() {
		t.Error("the wide window does not show both")
	}
}

func TestDroppedFilesBecomeChips(t *testing.T) {
	_, s, _ := intakeWindow(t, newIntakeProgram(), fyne.NewSize(1202, 698))
	s.dropped([]fyne.URI{storage.NewFileURI("/скан/а.pdf"), storage.NewFileURI("/скан/б.jpg")})
	if got := len(s.files.line.Objects); got != 3 { // and the button
		t.Errorf("%d objects in the line", got)
	}
}

func TestSizeOfThePageSurvivesALongPaste(t *testing.T) {
	_, s, _ := intakeWindow(t, newIntakeProgram(), fyne.NewSize(1202, 698))
	for _, key := range []string{present.IntakeSender, present.IntakeSubject, present.IntakeText} {
		retype(s.inputs[key], strings.Repeat("😀 \u202eдълга дума ", 4000))
		if n := len([]rune(wordsIn(s.inputs[key]))); n > 20_000 || n == 0 {
			t.Errorf("%s holds %d characters", key, n)
		}
	}
	if s.page.MinSize().Width > 900 {
		t.Errorf("the page has become %v wide", s.page.MinSize().Width)
	}
}

func BenchmarkKeyOnThePageOfANewCase(b *testing.B) {
	_, s, _ := intakeWindow(b, newIntakeProgram(), fyne.NewSize(1202, 698))
	fillIntake(s.model)
	for b.Loop() {
		s.inputs[present.IntakeSubject].TypedRune('а')
		s.inputs[present.IntakeSubject].TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

func TestTheReasonForALateRegistrationComesIntoViewWithTheFocus(t *testing.T) {
	w, s, _ := intakeWindow(t, newIntakeProgram(), fyne.NewSize(1202, 440))
	w.focus(s.inputs[present.IntakeReferrer])
	s.follow()
	s.model.Refuse(&domain.Refusal{Op: "register", Reason: domain.LateReasonMissing, Field: present.IntakeLate})
	s.toFirstWrong()
	if on := s.focusedOn(); on != present.IntakeLate {
		t.Fatalf("the focus is on %s", on)
	}
	d := fyne.CurrentApp().Driver()
	o, _ := w.Canvas().Focused().(fyne.CanvasObject)
	y := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.form.Container).Y
	if y < 0 || y+o.Size().Height > s.form.Size().Height {
		t.Errorf("it is at %v of %v", y, s.form.Size().Height)
	}
}

func TestTheFormIsNoWiderThanASmallWindow(t *testing.T) {
	_, s, _ := intakeWindow(t, newIntakeProgram(), small.SubtractWidthHeight(foldedWidth, 0)) // beside the rail
	fillIntake(s.model)
	s.resized(small.Width)
	if need := s.page.MinSize().Width; need > s.form.Size().Width-13-21 {
		for _, r := range s.rows {
			t.Logf("%q: %v", r.label.Words(), r.object.MinSize().Width)
		}
		t.Errorf("the form is %v wide and needs %v", s.form.Size().Width, need)
	}
}
