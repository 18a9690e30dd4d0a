package gui

import (
	"crypto/rand"
	"image"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
	"harta/internal/vault"
)

const gatePassword = "вода и въздух 26"

// gateHouse is a PC with a window on it, and a clock that is moved by hand.
type gateHouse struct {
	*Window
	desk *desk.Desk
	now  time.Time
	due  []func()
}

// blind is a desk whose pages are grey: the renderer takes seconds to be made ready.
type blind struct{ *desk.Desk }

func (blind) Page([]byte, int, int) (image.Image, error) {
	return image.NewGray(image.Rect(0, 0, 9, 12)), nil
}

// newGateHouse opens the window of a PC on which there is nothing yet.
func newGateHouse(t *testing.T) *gateHouse {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	root := t.TempDir()
	h := &gateHouse{now: time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC)}
	d, err := desk.New(desk.Options{
		Data: filepath.Join(root, "data"), StateDir: filepath.Join(root, "state"), Env: func(string) string { return "" },
		Now: func() time.Time { return h.now }, Random: rand.Reader, Holder: "проба@тук", Cost: vault.TestCost(),
		View: func(string) error { return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	h.desk = d
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	h.open(t)
	return h
}

// open opens the window, as the program does when it starts.
func (h *gateHouse) open(t *testing.T) {
	t.Helper()
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1366, 768))
	h.Window = Open(w, Options{
		Program: blind{h.desk}, Say: h.desk.Screen, Now: func() time.Time { return h.now }, Go: inline,
		After: func(_ time.Duration, f func()) func() {
			h.due = append(h.due, f)
			return func() {}
		},
	})
	w.Resize(fyne.NewSize(1366, 768))
}

func (h *gateHouse) gate(t *testing.T) *gateScreen {
	t.Helper()
	s, ok := h.Window.gate.(*gateScreen)
	if !ok {
		t.Fatal("this is not the gate")
	}
	return s
}

func (h *gateHouse) login(t *testing.T) *loginPart {
	t.Helper()
	p, ok := h.gate(t).part.(*loginPart)
	if !ok {
		t.Fatal("this is not the login")
	}
	return p
}

func (h *gateHouse) press(key fyne.KeyName) {
	ev := &fyne.KeyEvent{Name: key}
	if f := h.Canvas().Focused(); f != nil {
		f.TypedKey(ev)
		return
	}
	h.typedKey(ev)
}

func (h *gateHouse) words() string { return strings.Join(wordsOf(h.Content()), " ") }

// found founds an office by the keyboard alone, as far as the recovery sheet.
func (h *gateHouse) found(t *testing.T) {
	t.Helper()
	h.press(fyne.KeyReturn) // Започни
	for _, words := range []string{"Община Примерно", "гр. Примерно", "област Примерна", "пл. „Образцов“ № 1"} {
		test.Type(h.Canvas().Focused(), words)
		h.Canvas().FocusNext()
	}
	h.press(look.CtrlEnter)
	for range 3 {
		h.typedKey(&fyne.KeyEvent{Name: look.CtrlEnter})
		if h.gate(t).model.Founding == nil {
			break
		}
		f := h.gate(t).model.Founding.Form()
		if x := f.Field("login"); !x.Hidden {
			f.Write(f.Field("name"), "Иван Колев")
			f.Write(x, "ikolev")
			f.Write(f.Field("password"), gatePassword)
			f.Write(f.Field("again"), gatePassword)
		}
	}
	if h.gate(t).model.Step() != present.GateSheet {
		t.Fatalf("step %d: %s", h.gate(t).model.Step(), h.words())
	}
}

// begin founds an office and goes on to its first day.
func (h *gateHouse) begin(t *testing.T) {
	t.Helper()
	h.found(t)
	g := h.gate(t).model
	g.Sheet.Form.Write(g.Sheet.Form.Field("code"), g.Sheet.Code())
	h.typedKey(&fyne.KeyEvent{Name: look.CtrlEnter})
	for range 3 {
		g.First.Later()
	}
	if h.frame == nil {
		t.Fatalf("step %d: %s", g.Step(), h.words())
	}
}

func TestOfficeIsFoundedByTheKeyboard(t *testing.T) {
	h := newGateHouse(t)
	if h.gate(t).model.Step() != present.GateStart || !strings.Contains(h.words(), "Ново деловодство") {
		t.Fatalf("%s", h.words())
	}
	h.begin(t)
	now := h.desk.Settings()
	if now.Settings.Municipality != "Община Примерно" || len(now.Departments) < 5 || len(now.Topics) < 5 || len(now.Filing) == 0 || now.Demo {
		t.Errorf("%+v", now.Settings)
	}
	if !strings.Contains(h.words(), "Потребителят е само един") {
		t.Error("what was put off is not told of")
	}
	h.session.warnings = nil
}

func TestTheGateHasAPageOfTheManual(t *testing.T) {
	h := newGateHouse(t)
	asked := func(when string) {
		h.press(fyne.KeyF1)
		if words := over(h.Window); !strings.Contains(words, "Вход и ново деловодство") || !strings.Contains(words, h.env.T("menu.trouble")+"\n") {
			t.Errorf("%s: %q", when, words)
		}
		h.press(fyne.KeyEscape)
	}
	asked("before there is an office")
	h.begin(t)
	h.lock()
	asked("in the field of the password")
}

func TestLoginIsReachedByTab(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	h.lock()
	p := h.login(t)
	if h.Canvas().Focused() != fyne.Focusable(p.entry) {
		t.Fatalf("the focus is at %T", h.Canvas().Focused())
	}
	p.entry.SetText("нещо")
	var way []fyne.Focusable
	for range 6 {
		way = append(way, h.Canvas().Focused())
		h.Canvas().FocusNext()
	}
	for _, want := range []fyne.Focusable{p.entry, p.eye, p.enter, p.forgot, p.rows} {
		if !slices.Contains(way, want) {
			t.Errorf("Tab does not reach %T", want)
		}
	}
}

func TestAWrongPasswordIsSeenInALowWindow(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	h.lock()
	h.Resize(fyne.NewSize(585, 343))
	p := h.login(t)
	test.Type(p.entry, "не е тази")
	p.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d := fyne.CurrentApp().Driver()
	top, at := d.AbsolutePositionForObject(p.scroll.Container).Y, d.AbsolutePositionForObject(p.error).Y
	if low := p.scroll.Size().Height; !p.error.Visible() || at < top || at+p.error.Size().Height > top+low {
		t.Errorf("it is from %v, %v high, and seen is from %v, %v high", at, p.error.Size().Height, top, low)
	}
}

func TestWhatWasOpenedOutsideGoesWhenTheWindowIsLocked(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	if err := h.desk.Show("жалба.pdf", []byte("страница")); err != nil {
		t.Fatal(err)
	}
	shown := func() int {
		files, err := filepath.Glob(filepath.Join(h.desk.StateDir(), "shown", "*", "*"))
		if err != nil {
			t.Fatal(err)
		}
		return len(files)
	}
	if shown() != 1 {
		t.Fatalf("%d files are shown", shown())
	}
	h.lock()
	if shown() != 0 {
		t.Error("who comes next finds what was opened")
	}
}

func TestLockedWindowOpensWhereItWas(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	h.Window.open(present.Route{Place: present.SettingsPlace, Arg: string(present.TopicsTab)})
	h.lock()
	if h.frame != nil || h.Window.gate == nil {
		t.Fatal("it is not locked")
	}
	p := h.login(t)
	if p.model.Row().Name != "Иван Колев" || p.model.Row().Login != "ikolev" {
		t.Errorf("%+v", p.model.Row())
	}
	test.Type(p.entry, "грешна парола")
	h.press(fyne.KeyReturn)
	if h.frame != nil || p.entry.Text != "" || !strings.Contains(h.words(), "Паролата не е вярна") {
		t.Fatalf("%q %s", p.entry.Text, h.words())
	}
	h.now = h.now.Add(time.Hour)
	test.Type(p.entry, gatePassword)
	h.press(fyne.KeyReturn)
	s, ok := h.screen.(*settingsScreen)
	if h.frame == nil || !ok || h.nav.Now().Arg != string(present.TopicsTab) || s.model.Tab() != present.TopicsTab {
		t.Fatalf("it opens at %+v: %s", h.nav.Now(), h.words())
	}
}

func TestWindowLocksItselfWhenNobodyIsThere(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	minute := func() {
		h.now = h.now.Add(time.Minute)
		due := h.due
		h.due = nil
		for _, f := range due {
			f()
		}
	}
	for range 9 {
		minute()
	}
	if h.frame == nil {
		t.Fatal("locked too early")
	}
	h.touch()
	for range 9 {
		minute()
	}
	if h.frame == nil {
		t.Fatal("locked although somebody is at work")
	}
	minute()
	if h.frame != nil {
		t.Fatal("not locked")
	}
}

func TestALockedWindowHearsItsKeysAlthoughSomethingLayOverIt(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	h.Window.open(present.Route{Place: present.NewPlace})
	answered := false
	h.env.Ask(present.Question{Title: "Анулиране", Yes: "Да", No: "Не", Danger: true}, func(bool) { answered = true })
	h.lock()
	h.Canvas().Unfocus()
	h.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
	if words := over(h.Window); !strings.Contains(words, "Вход и ново деловодство") || answered {
		t.Errorf("F1 at the gate shows %q, answered %v", words, answered)
	}
}

func TestWindowNeverLocksWhereSomebodySaidSo(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	h.likes(func(x *desk.Habits) { x.IdleLock = -1 })
	h.now = h.now.Add(time.Hour)
	h.idle()
	if h.frame == nil {
		t.Error("locked")
	}
}

func TestWarningsStandAboveEveryScreenUntilPutAway(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	before := len(h.session.warnings)
	h.Window.open(present.Route{Place: present.SettingsPlace, Arg: string(present.AboutTab)})
	if before != 1 || !strings.Contains(h.words(), "Потребителят е само един") {
		t.Fatalf("%d: %s", before, h.words())
	}
	var put *look.Button
	for _, b := range buttonsIn(h.notices()) {
		put = b
	}
	put.OnTapped()
	if len(h.session.warnings) != 0 {
		t.Error("it stands there still")
	}
}

// buttonsIn gives the buttons inside something.
func buttonsIn(o fyne.CanvasObject) []*look.Button {
	switch o := o.(type) {
	case *look.Button:
		return []*look.Button{o}
	case *fyne.Container:
		var all []*look.Button
		for _, child := range o.Objects {
			all = append(all, buttonsIn(child)...)
		}
		return all
	}
	return nil
}

func TestHeldDataIsReadWithABanner(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	other := &gateHouse{now: h.now}
	var err error
	other.desk, err = desk.New(desk.Options{
		Data: h.desk.Dir(), StateDir: t.TempDir(), Env: func(string) string { return "" }, Now: func() time.Time { return h.now },
		Random: rand.Reader, Holder: "друг@там", Cost: vault.TestCost(),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := other.desk.Close(); err != nil {
			t.Error(err)
		}
	})
	other.open(t)
	if other.gate(t).model.Step() != present.GateHeld || !strings.Contains(other.words(), "проба@тук") {
		t.Fatalf("%s", other.words())
	}
	other.gate(t).model.Open(true)
	p := other.login(t)
	test.Type(p.entry, gatePassword)
	other.press(fyne.KeyReturn)
	if other.frame == nil || !strings.Contains(other.words(), "отворени само за четене") {
		t.Fatalf("%s", other.words())
	}
	other.Window.open(present.Route{Place: present.SettingsPlace})
	if s, ok := other.screen.(*settingsScreen); !ok || slices.Contains(s.model.Tabs(), present.OfficeTab) {
		t.Error("settings can be changed although nothing can be written")
	}
}

func TestWindowClosesFromEveryStep(t *testing.T) {
	for _, c := range []struct {
		name string
		go_  func(*testing.T, *gateHouse)
	}{
		{"the start", func(*testing.T, *gateHouse) {}},
		{"a form", func(t *testing.T, h *gateHouse) {
			t.Helper()
			h.gate(t).model.Restore()
		}},
		{"a new office", func(t *testing.T, h *gateHouse) {
			t.Helper()
			h.gate(t).model.Found()
		}},
		{"the recovery sheet", func(t *testing.T, h *gateHouse) {
			t.Helper()
			h.found(t)
		}},
		{"the screens", func(t *testing.T, h *gateHouse) {
			t.Helper()
			h.begin(t)
		}},
		{"the lock", func(t *testing.T, h *gateHouse) {
			t.Helper()
			h.begin(t)
			h.lock()
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newGateHouse(t)
			c.go_(t, h)
			h.Closing()
		})
	}
}

func TestGateBearsWhatPeoplePaste(t *testing.T) {
	h := newGateHouse(t)
	h.press(fyne.KeyReturn)
	f := h.gate(t).model.Founding.Form()
	for _, pasted := range []string{strings.Repeat("я", 100_000), "\u202eобратно\u0007\x00", "👩‍👩‍👧‍👦 община", "два\nреда\tи табулация"} {
		entry, ok := h.Canvas().Focused().(*look.Entry)
		if !ok {
			t.Fatalf("the focus is at %T", h.Canvas().Focused())
		}
		entry.SetText(pasted)
		if kept := f.Field("municipality").Text; len([]rune(kept)) > 300 || strings.ContainsAny(kept, "\n\t\x00\x07") {
			t.Errorf("kept %d characters", len([]rune(kept)))
		}
	}
}

func TestGateIsUsableInASmallWindow(t *testing.T) {
	h := newGateHouse(t)
	h.found(t)
	for _, size := range []fyne.Size{{Width: 911, Height: 512}, {Width: 1920, Height: 1080}, {Width: 640, Height: 400}} {
		h.Resize(size)
		card := h.gate(t).card
		if bottom := card.Position().Y + card.Size().Height; bottom > size.Height-statusHeight+1 || card.Size().Height < 150 {
			t.Errorf("%v: the card ends at %v of %v", size, bottom, size.Height)
		}
	}
}

// signIn signs somebody in with a password that he types.
func (h *gateHouse) signIn(t *testing.T, login, password string) {
	t.Helper()
	p := h.login(t)
	i := slices.IndexFunc(p.model.Rows(), func(r present.AccountRow) bool { return r.Login == login })
	p.model.Choose(i)
	p.entry.SetText(password)
	h.press(fyne.KeyReturn)
}

// own gives somebody who has signed in with a temporary password one of his own.
func (h *gateHouse) own(t *testing.T, password string) {
	t.Helper()
	f := h.gate(t).model.Form
	if f == nil || len(f.Fields) != 2 {
		t.Fatalf("nobody is asked for a password of his own, or for more: %s", h.words())
	}
	f.Write(f.Field("password"), password)
	f.Write(f.Field("again"), password)
	h.typedKey(&fyne.KeyEvent{Name: look.CtrlEnter})
}

func TestATemporaryPasswordIsTypedOnceAndThenGoneForGood(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	temporary, err := h.desk.TemporaryPassword()
	if err != nil {
		t.Fatal(err)
	}
	id, err := h.desk.AddUser(office.UserPlan{Login: "mpetrova", Name: "Мария Петрова", Password: temporary, Roles: []office.RolePlan{{Role: domain.Clerk}}})
	if err != nil {
		t.Fatal(err)
	}
	const mine, next = "своя дума и път 7", "друга дума и път 8"
	h.lock()
	h.signIn(t, "mpetrova", temporary)
	h.own(t, mine)
	if h.frame == nil || h.desk.User().ID != id {
		t.Fatalf("she is not at work: %s", h.words())
	}
	h.lock()
	h.signIn(t, "mpetrova", temporary)
	if h.frame != nil {
		t.Fatal("the temporary password still opens")
	}
	h.now = h.now.Add(time.Minute)
	h.lock()
	h.showGate()
	h.signIn(t, "mpetrova", mine)
	if h.frame == nil {
		t.Fatalf("her own password does not open: %s", h.words())
	}
	h.lock() // she forgets it, and the administrator gives her another
	h.signIn(t, "ikolev", gatePassword)
	again, err := h.desk.TemporaryPassword()
	if err != nil {
		t.Fatal(err)
	}
	if err := h.desk.ResetPassword(id, again); err != nil {
		t.Fatal(err)
	}
	h.lock()
	h.signIn(t, "mpetrova", again)
	h.own(t, next)
	if h.frame == nil || h.desk.MustChangePassword() {
		t.Fatalf("she is not at work again: %s", h.words())
	}
}
