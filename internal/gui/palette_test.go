package gui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// wholeProgram is a program with a frame around its screens: a secretary at work, with two cases.
type wholeProgram struct {
	Program
	office  domain.Office
	entries []domain.Entry
	set     []domain.CalendarSet
	trial   office.Trial
	review  []desk.DayReview

	explained []desk.Explanation
	checked   int
	warmed    int // how often what draws pages was seen to
}

func (p *wholeProgram) Acting() domain.Acting {
	return domain.Acting{Office: &p.office, User: domain.UserID{1}, Now: caseNow()}
}

func (p *wholeProgram) List(want func(domain.Entry) bool) []domain.Entry {
	var all []domain.Entry
	for _, e := range p.entries {
		if want == nil || want(e) {
			all = append(all, e)
		}
	}
	return all
}

func (p *wholeProgram) Entries(want func(*domain.Entry) bool) []*domain.Entry {
	var all []*domain.Entry
	for i := range p.entries {
		if e := &p.entries[i]; want == nil || want(e) {
			all = append(all, e)
		}
	}
	return all
}

func (p *wholeProgram) SetCalendar(e domain.CalendarSet) error {
	p.set = append(p.set, e)
	p.office = p.office.Apply(domain.Fact{Event: e})
	return nil
}

func (p *wholeProgram) TryCalendar(domain.CalendarSet) (office.Trial, error) { return p.trial, nil }

func (p *wholeProgram) ExplainTerms(_ *domain.Office, x desk.Explanation) ([]byte, error) {
	p.explained = append(p.explained, x)
	return nil, nil
}

func (p *wholeProgram) Show(string, []byte) error { return nil }

func (p *wholeProgram) ReviewFile(string) ([]desk.DayReview, error) { return p.review, nil }

func (p *wholeProgram) Verify(progress func(done, total int)) (desk.Verdict, error) {
	p.checked++
	progress(1, 2)
	return desk.Verdict{Sound: true, Records: 2}, nil
}

func (p *wholeProgram) Records(limit int, want func(office.Record) bool) ([]office.Record, error) {
	var all []office.Record
	for _, e := range p.entries {
		r := office.Record{At: caseNow(), By: domain.UserID{1}, Kind: "case.registered", Case: e.Case, Number: e.Number}
		if want(r) && len(all) < limit {
			all = append(all, r)
		}
	}
	return all, nil
}

func (*wholeProgram) FindPersons(string, int) []domain.Person               { return nil }
func (*wholeProgram) Duties() []office.Due                                  { return nil }
func (*wholeProgram) Invitations() ([]office.Invitation, error)             { return nil, nil }
func (*wholeProgram) Tasks() []office.Task                                  { return nil }
func (*wholeProgram) LastMoment() time.Time                                 { return time.Time{} }
func (*wholeProgram) LastBackup() (note desk.BackupNote, ok bool)           { return desk.BackupNote{}, false }
func (*wholeProgram) Listen(func(office.Change))                            {}
func (*wholeProgram) Habits() desk.Habits                                   { return desk.Habits{} }
func (*wholeProgram) KeepHabits(desk.Habits) error                          { return nil }
func (p *wholeProgram) WarmPages() error                                    { p.warmed++; return nil }
func (*wholeProgram) Accesses(domain.CaseID) ([]office.Access, error)       { return nil, nil }
func (*wholeProgram) Gaps() []domain.CounterKey                             { return nil }
func (*wholeProgram) Collisions() ([]office.Collision, error)               { return nil, nil }
func (*wholeProgram) KeepDraft(string, []byte) error                        { return nil }
func (*wholeProgram) DropDraft(string) error                                { return nil }
func (*wholeProgram) ReadDraft(string) (content []byte, ok bool, err error) { return nil, false, nil }

func (p *wholeProgram) User() domain.User   { return p.office.Users[0] }
func (*wholeProgram) Tell(err error) string { return err.Error() }
func (*wholeProgram) Case(domain.CaseID, office.Looked) (office.File, error) {
	return office.File{}, nil
}

func (*wholeProgram) Letters(func(domain.Entry, domain.Pending) bool) []office.PendingLetter {
	return nil
}

// wholeWindow opens the window with its frame, at a place.
func wholeWindow(tb testing.TB, size fyne.Size, to present.Route) (*Window, *wholeProgram) {
	tb.Helper()
	p := &wholeProgram{office: domain.NewOffice()}
	from := calendar.NewDate(2020, 1, 1)
	p.office.Users = []domain.User{{ID: domain.UserID{1}, Name: "Мария Петрова", Keyed: true, Grants: []domain.RoleGranted{
		{User: domain.UserID{1}, Role: domain.Clerk, From: from}, {User: domain.UserID{1}, Role: domain.Secretary, From: from},
	}}}
	today := calendar.DateOf(caseNow())
	for i, sender := range []string{"Елена Кръстева", "Иван Петров"} {
		n := domain.Number{Serial: i + 1, Date: today}
		n.Text = domain.NumberTemplate("").Render("94", n)
		p.entries = append(p.entries, domain.Entry{
			Case: domain.CaseID{byte(i + 1)}, Number: n, Kind: domain.Signal, State: domain.Assigned, Sender: sender, Subject: "Счупена лампа",
			RegisteredAt: caseNow(), Deadlines: []domain.Deadline{{Clock: domain.LegalClock, Start: today, Due: today.AddDays(1)}},
		})
	}
	w := bareWindow(tb, p)
	w.async, w.hideToast = newAsync(), func() {}
	w.env.Tell, w.env.Open, w.env.Back, w.env.Toast, w.env.Ask = p.Tell, w.open, w.back, w.showToast, w.ask
	w.Canvas().SetOnTypedKey(w.typedKey)
	w.Canvas().SetOnTypedRune(w.typedRune)
	w.Resize(size)
	w.enter()
	w.open(to)
	w.Resize(size)
	return w, p
}

func typeInto(w *Window, words string) {
	for _, r := range words {
		w.Canvas().Focused().TypedRune(r)
	}
}

func press(w *Window, key fyne.KeyName) {
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

// over gives every word of what lies over the window.
func over(w *Window) string {
	if w.Canvas().Overlays().Top() == nil {
		return ""
	}
	return strings.Join(wordsOf(w.Canvas().Overlays().Top()), "\n")
}

func TestALetterAfterThePaletteOpensGoesIntoIt(t *testing.T) {
	w, _ := wholeWindow(t, wide, present.Route{Place: present.CalendarPlace})
	before := w.Canvas().Focused()
	w.act(present.ActFind)
	typeInto(w, "Кръст")
	if words := over(w); !strings.Contains(words, "94-1, Елена") || !strings.Contains(words, "Преписки") {
		t.Fatalf("shown: %q", words)
	}
	press(w, fyne.KeyEscape)
	if w.palette != nil || look.Covered(w.Canvas()) || w.Canvas().Focused() != before {
		t.Errorf("after Esc the focus is on %T", w.Canvas().Focused())
	}
}

func TestAPressBesideThePaletteClosesIt(t *testing.T) {
	w, _ := wholeWindow(t, wide, present.Route{Place: present.CalendarPlace})
	w.showPalette("лампа")
	test.TapCanvas(w.Canvas(), fyne.NewPos(wide.Width/2, paletteTop+20))
	if w.palette == nil {
		t.Fatal("a press on it closes it")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(40, 400))
	if w.palette != nil || look.Covered(w.Canvas()) {
		t.Error("it stays")
	}
}

func TestTheSearchBoxKeepsTheFirstLetter(t *testing.T) {
	w, _ := wholeWindow(t, wide, present.Route{Place: present.CalendarPlace})
	w.focus(w.frame.search)
	if w.palette != nil {
		t.Fatal("passing the box opens the palette")
	}
	typeInto(w, "и")
	typeInto(w, "ван")
	if !strings.Contains(over(w), "94-2, ") {
		t.Errorf("shown: %q", over(w))
	}
	press(w, fyne.KeyEscape)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace} {
		w.focus(w.frame.search)
		press(w, key)
		if w.palette == nil {
			t.Errorf("%s does not open the palette", key)
			continue
		}
		w.palette()
	}
}

func TestEnterOpensTheChosenCase(t *testing.T) {
	w, p := wholeWindow(t, wide, present.Route{Place: present.CalendarPlace})
	w.showPalette("лампа")
	press(w, fyne.KeyDown)
	press(w, fyne.KeyReturn)
	if got := w.nav.Now(); got.Place != present.CasePlace || got.Case != p.entries[1].Case {
		t.Errorf("went to %+v", got)
	}
	if look.Covered(w.Canvas()) {
		t.Error("the palette stays")
	}
}

func TestCtrlEnterSearchesTheRegister(t *testing.T) {
	w, _ := wholeWindow(t, wide, present.Route{Place: present.CalendarPlace})
	w.showPalette("")
	typeInto(w, "от:елена")
	s, ok := w.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		t.Fatal("the entry hears no shortcuts")
	}
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	r, ok := w.screen.(*registerScreen)
	if !ok {
		t.Fatalf("at %T", w.screen)
	}
	if n := r.model.Count(); n != 1 {
		t.Errorf("the register shows %d cases", n)
	}
}

func TestTheMenuWaitsWhileSomethingLiesOverTheWindow(t *testing.T) {
	w, _ := wholeWindow(t, wide, present.Route{Place: present.CalendarPlace})
	w.showPalette("")
	w.command(present.ActionID(present.JournalPlace))
	w.command(present.ActKeys)
	if w.nav.Now().Place != present.CalendarPlace {
		t.Errorf("went to %s", w.nav.Now().Place)
	}
	w.palette()
	w.command(present.ActionID(present.JournalPlace))
	if w.nav.Now().Place != present.JournalPlace {
		t.Errorf("at %s", w.nav.Now().Place)
	}
}

func TestEveryActionOfTheMenuHasItsKey(t *testing.T) {
	w, _ := wholeWindow(t, wide, present.Route{Place: present.CalendarPlace})
	keys := map[string]bool{}
	for _, m := range w.menu().Items {
		for _, i := range m.Items {
			if s, ok := i.Shortcut.(*desktop.CustomShortcut); ok {
				keys[string(s.KeyName)] = true
			}
		}
	}
	for _, key := range []string{"N", "K", "F", "L", "1", "9", "/", "S", "P"} {
		if !keys[key] {
			t.Errorf("Ctrl+%s is on no menu", key)
		}
	}
}

func TestEveryChapterOfTheManualOpensFromTheMenu(t *testing.T) {
	w, _ := wholeWindow(t, wide, present.Route{Place: present.CalendarPlace})
	for _, chapter := range []present.ActionID{present.ActFirst, present.ActWindow, present.ActGate, present.ActTrouble, present.ActLimits} {
		w.command(chapter)
		blocks := manual(string(chapter))
		if words := over(w); len(blocks) == 0 || !strings.Contains(words, blocks[0].Words) {
			t.Errorf("%s shows %q", chapter, words)
		}
		press(w, fyne.KeyEscape)
	}
}

func TestTheManualOpensAtThePageOfTheScreen(t *testing.T) {
	w, _ := wholeWindow(t, wide, present.Route{Place: present.CalendarPlace})
	press(w, fyne.KeyF1)
	if words := over(w); !strings.Contains(words, "Календар") || !strings.Contains(words, "PgUp") {
		t.Fatalf("shown: %q", words)
	}
	press(w, fyne.KeyEnd)
	press(w, fyne.KeyHome)
	press(w, fyne.KeyEscape)
	if look.Covered(w.Canvas()) {
		t.Error("Esc does not close the manual")
	}
	w.command(present.ActKeys)
	if words := over(w); !strings.Contains(words, "Ctrl+K") || !strings.Contains(words, "На този екран") {
		t.Errorf("shown: %q", words)
	}
}
