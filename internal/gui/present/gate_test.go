package present_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
	"harta/internal/storage"
)

func TestGateShowsWhoWorksHereWithTheLastLoginChosen(t *testing.T) {
	d := newGateDesk()
	r := newGateRoom(t)
	r.habits.LastLogin = "NZheleva"
	g := present.NewGate(r.Env, d)
	g.Begin()
	if g.Step() != present.GateSignIn || len(g.Login.Rows()) != 2 || g.Login.Row().Login != "nzheleva" {
		t.Fatalf("step %d, rows %+v, chosen %+v", g.Step(), g.Login.Rows(), g.Login.Row())
	}
	if g.Login.Rows()[0].Name != "mpetrova" || g.Login.Rows()[0].Role != "" {
		t.Errorf("before anybody has signed in only logins are known: %+v", g.Login.Rows())
	}
	if day, hour := g.Clock(); day != "понеделник, 23.11.2026" || hour != "08:24" {
		t.Errorf("%s %s", day, hour)
	}
}

func TestGateShowsTheNamesThatThisPCHasSeen(t *testing.T) {
	d := newGateDesk()
	d.seen = map[domain.UserID]desk.Colleague{{2}: {Name: "Невена Желева", Title: "деловодител, гише 2"}}
	g, _ := gateAt(t, d)
	rows := g.Login.Rows()
	if rows[0].Name != "mpetrova" || rows[1] != (present.AccountRow{Login: "nzheleva", Name: "Невена Желева", Role: "деловодител, гише 2"}) {
		t.Errorf("%+v", rows)
	}
}

func TestGateKnowsNamesAfterTheFirstSignIn(t *testing.T) {
	d := newGateDesk()
	d.opened, d.user = true, domain.User{ID: domain.UserID{1}}
	d.office.Settings.Municipality = "Община Примерно"
	d.office.Users = []domain.User{
		{ID: domain.UserID{1}, Name: "Мария Петрова", Title: "деловодител, гише 1"},
		{ID: domain.UserID{2}, Name: "Невена Желева", Removed: dayOf("2026-11-01")},
	}
	g, _ := gateAt(t, d)
	want := present.AccountRow{Login: "mpetrova", Name: "Мария Петрова", Role: "деловодител, гише 1"}
	if rows := g.Login.Rows(); len(rows) != 1 || rows[0] != want {
		t.Errorf("%+v", rows)
	}
	if !strings.HasPrefix(g.Office(), "Община Примерно") {
		t.Error(g.Office())
	}
	if foot := g.Foot(); len(foot) != 1 || !strings.Contains(foot[0].Words, "2026") {
		t.Errorf("an unconfirmed year is told of: %+v", foot)
	}
}

func TestGateTellsWhyTheDataCannotBeOpened(t *testing.T) {
	cases := []struct {
		name  string
		err   error
		step  present.GateStep
		words string
		mend  bool
	}{
		{"held since this morning", heldError{"М. Петрова на ПК-2", time.Date(2026, 11, 23, 7, 12, 0, 0, time.UTC)}, present.GateHeld, "от М. Петрова на ПК-2 от 09:12", false},
		{"held since another day", heldError{"М. Петрова", time.Date(2026, 11, 20, 7, 12, 0, 0, time.UTC)}, present.GateHeld, "20.11.2026", false},
		{"held by nobody knows whom", heldError{}, present.GateHeld, "току-що", false},
		{"records are lost", lostError{}, present.GateBroken, "lost", true},
		{"anything else", errors.New("повреда"), present.GateBroken, "повреда", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := newGateDesk()
			d.openErr = c.err
			g, _ := gateAt(t, d)
			if g.Step() != c.step || !strings.Contains(g.Trouble(), c.words) || g.CanMend() != c.mend {
				t.Errorf("step %d, %q, mend %v", g.Step(), g.Trouble(), g.CanMend())
			}
		})
	}
}

func TestGateOpensHeldDataForReadingAlone(t *testing.T) {
	d := newGateDesk()
	d.openErr, d.must = heldError{}, true
	g, _ := gateAt(t, d)
	var entered bool
	g.Entered = func([]string) { entered = true }
	g.Open(true)
	if g.Step() != present.GateSignIn || !g.ReadOnly() || len(g.Foot()) != 1 {
		t.Fatalf("step %d, read only %v, %v", g.Step(), g.ReadOnly(), g.Foot())
	}
	g.Login.Type(goodWords)
	g.Login.Enter()
	if !entered {
		t.Error("nothing can be written, so no password is changed either")
	}
}

func TestGateGoesOnWithWhatIsLeftOnlyWhenSomebodyAgrees(t *testing.T) {
	d := newGateDesk()
	d.openErr = lostError{}
	g, r := gateAt(t, d)
	r.says(false)
	g.Mend()
	if g.Step() != present.GateBroken || d.opened {
		t.Fatal("it went on although somebody said no")
	}
	r.says(true)
	g.Mend()
	if g.Step() != present.GateSignIn || !r.asked[0].Danger {
		t.Errorf("step %d, asked %+v", g.Step(), r.asked)
	}
}

func TestLoginEntersAndRemembersWho(t *testing.T) {
	d := newGateDesk()
	d.warnings = []string{"часовникът е назад"}
	g, r := gateAt(t, d)
	var warned []string
	g.Entered = func(w []string) { warned = w }
	g.Login.Enter()
	if len(d.entered) != 0 {
		t.Fatal("an empty password was tried")
	}
	g.Login.Type(goodWords)
	g.Login.Enter()
	if strings.Join(warned, "") != "часовникът е назад" || r.habits.LastLogin != "mpetrova" || d.entered[0] != "mpetrova:"+goodWords {
		t.Errorf("%v %v %v", warned, r.habits, d.entered)
	}
}

func TestLoginWaitsAfterWrongPasswords(t *testing.T) {
	d := newGateDesk()
	d.enterErr = waitError{3 * time.Second}
	g, r := gateAt(t, d)
	l := g.Login
	l.Type("грешна")
	before := l.Tries()
	l.Enter()
	if l.Wrong() == "" || l.Ready() || l.Tries() == before {
		t.Fatalf("wrong %q, ready %v", l.Wrong(), l.Ready())
	}
	l.Type(goodWords)
	l.Enter()
	if len(d.entered) != 1 {
		t.Error("a password was tried too early")
	}
	r.pass(time.Second)
	if !strings.Contains(l.Wrong(), "2 секунди") {
		t.Errorf("after a second: %q", l.Wrong())
	}
	r.pass(2 * time.Second)
	if !l.Ready() {
		t.Errorf("after the wait nothing may be tried: %q", l.Wrong())
	}
	l.Choose(1)
	if l.Wrong() != "" || l.Row().Login != "nzheleva" {
		t.Error("what is wrong with one is shown of another")
	}
}

func TestLoginHelpsWithTheKeyboard(t *testing.T) {
	g, _ := gateAt(t, newGateDesk())
	for _, c := range []struct{ typed, want string }{
		{"", "След няколко"},
		{"ПАРОЛА", "главните букви"},
		{"PASS", "главните букви"},
		{"парола", "на кирилица"},
		{"pass", "на латиница"},
		{"12345", "След няколко"},
		{"па", "на кирилица"},
		{"па-pa", "След няколко"},
	} {
		g.Login.Type(c.typed)
		if !strings.Contains(g.Login.Hint(), c.want) {
			t.Errorf("%q: %q", c.typed, g.Login.Hint())
		}
	}
}

func TestTemporaryPasswordIsReplacedAtOnce(t *testing.T) {
	d := newGateDesk()
	d.must, d.mustErr = true, errors.New("не е тази")
	g, _ := gateAt(t, d)
	entered := 0
	g.Entered = func([]string) { entered++ }
	g.Login.Type("k7m2-p9qx-4tra")
	g.Login.Enter()
	if g.Step() != present.GateFill || entered != 0 {
		t.Fatalf("step %d, entered %d", g.Step(), entered)
	}
	if len(g.Form.Fields) != 2 {
		t.Errorf("the temporary password is asked for again: %d fields", len(g.Form.Fields))
	}
	f := fillIn(g.Form, map[string]string{"password": "къса", "again": "къса"})
	f.Submit()
	if wrongs(f) != "password" {
		t.Errorf("short: %s", wrongs(f))
	}
	fillIn(f, map[string]string{"password": goodWords, "again": "вода и огън 26"}).Submit()
	if wrongs(f) != "again" {
		t.Errorf("not the same: %s", wrongs(f))
	}
	fillIn(f, map[string]string{"again": goodWords}).Submit()
	if wrongs(f) != "password" || entered != 0 {
		t.Errorf("not taken: %s", wrongs(f))
	}
	d.mustErr = nil
	f.Submit()
	if entered != 1 || d.changed != "k7m2-p9qx-4tra > "+goodWords {
		t.Errorf("entered %d, changed %s", entered, d.changed)
	}
}

func TestForgottenPasswordIsReplacedWithTheCode(t *testing.T) {
	g, r := gateAt(t, newGateDesk())
	entered := false
	g.Entered = func([]string) { entered = true }
	g.Forgot()
	g.Form.Submit()
	if wrongs(g.Form) != "code password" {
		t.Errorf("empty: %s", wrongs(g.Form))
	}
	fillIn(g.Form, map[string]string{"code": "друг", "password": goodWords, "again": goodWords}).Submit()
	if wrongs(g.Form) != "code" {
		t.Errorf("another code: %s", wrongs(g.Form))
	}
	fillIn(g.Form, map[string]string{"code": sheetCode}).Submit()
	if !entered || len(r.toasts) != 1 {
		t.Error("nobody has entered")
	}
	g.Forgot()
	g.Back()
	if g.Step() != present.GateSignIn || g.Form != nil {
		t.Errorf("given up it leads to step %d", g.Step())
	}
}

func TestGateAsksWhetherThePaperAgrees(t *testing.T) {
	for _, same := range []bool{true, false} {
		d := newGateDesk()
		_, r := gateAt(t, d)
		r.says(same)
		if got := d.paper(domain.Number{Text: "94-1312/12.11.2026"}); got != same {
			t.Errorf("answered %v, told %v", same, got)
		}
		if !strings.Contains(r.asked[0].Words, "94-1312/12.11.2026") {
			t.Error(r.asked[0].Words)
		}
	}
}

func TestGateThatIsLeftAnswersNo(t *testing.T) {
	d := newGateDesk()
	r := newGateRoom(t)
	answered := make(chan bool)
	asked := make(chan struct{})
	g := present.NewGate(present.Env{Say: r.Say, Go: r.Go, After: r.After, Now: r.Now, Ask: func(present.Question, func(bool)) { close(asked) }}, d)
	go func() { answered <- d.paper(domain.Number{}) }()
	<-asked
	g.Leave()
	if <-answered {
		t.Error("an open question was answered by yes")
	}
	if d.paper(domain.Number{}) {
		t.Error("nobody is there to be asked")
	}
}

func TestExerciseLiesBesideTheOffice(t *testing.T) {
	d := newGateDesk()
	g, r := gateAt(t, d)
	g.Practise()
	if g.Step() != present.GateFill || d.dir != "/data/harta-exercise" {
		t.Fatalf("step %d in %s", g.Step(), d.dir)
	}
	g.Back()
	if g.Step() != present.GateSignIn || d.dir != "/data/harta" {
		t.Fatalf("given up: step %d in %s", g.Step(), d.dir)
	}
	g.Practise()
	fillIn(g.Form, map[string]string{"password": goodWords, "again": goodWords}).Submit()
	if g.Step() != present.GateSignIn || !g.Practising() || r.habits.DataDir != "" {
		t.Fatalf("step %d in %s", g.Step(), d.dir)
	}
	g.LeavePractice()
	g.Practise()
	if g.Step() != present.GateSignIn || d.dir != "/data/harta-exercise" {
		t.Errorf("the second time it is opened: step %d in %s", g.Step(), d.dir)
	}
}

func TestAnotherFolderIsRemembered(t *testing.T) {
	d := newGateDesk()
	delete(d.offices, "/data/harta")
	d.offices["/other"] = true
	g, r := gateAt(t, d)
	if g.Step() != present.GateStart {
		t.Fatalf("step %d", g.Step())
	}
	g.OtherFolder()
	for typed, want := range map[string]string{"": "dir", "relative/path": "dir"} {
		fillIn(g.Form, map[string]string{"dir": typed}).Submit()
		if wrongs(g.Form) != want {
			t.Errorf("%q: %s", typed, wrongs(g.Form))
		}
	}
	fillIn(g.Form, map[string]string{"dir": "/other/"}).Submit()
	if g.Step() != present.GateSignIn || d.dir != "/other" || r.habits.DataDir != "/other" {
		t.Errorf("step %d in %s, kept %s", g.Step(), d.dir, r.habits.DataDir)
	}
}

func TestBackupIsRestoredBesideDamagedData(t *testing.T) {
	d := newGateDesk()
	d.openErr = lostError{}
	g, r := gateAt(t, d)
	g.Restore()
	if g.Form.Text("into") != "/data/harta-restored" {
		t.Errorf("into %q", g.Form.Text("into"))
	}
	d.restore = errors.New("не е архив")
	fillIn(g.Form, map[string]string{"from": "/media/usb"}).Submit()
	if wrongs(g.Form) != "from" || d.dir != "/data/harta" {
		t.Errorf("%s in %s", wrongs(g.Form), d.dir)
	}
	d.restore = fmt.Errorf("restore: %w", storage.ErrNotEmpty)
	if g.Form.Submit(); wrongs(g.Form) != "into" {
		t.Errorf("a full folder is said at %q", wrongs(g.Form))
	}
	d.restore, d.openErr = nil, nil
	g.Form.Submit()
	if g.Step() != present.GateSignIn || r.habits.DataDir != "/data/harta-restored" || d.restored[2] != "/media/usb → /data/harta-restored" {
		t.Errorf("step %d, kept %s, %v", g.Step(), r.habits.DataDir, d.restored)
	}
}

// founded goes through the steps of a new office.
func founded(t *testing.T) (*present.Gate, *gateDesk, *gateRoom) {
	t.Helper()
	d := newGateDesk()
	delete(d.offices, d.dir)
	d.disks = []string{"/media/usb"}
	g, r := gateAt(t, d)
	g.Found()
	fillIn(g.Founding.Form(), map[string]string{
		"municipality": "Община Примерно", "settlement": "гр. Примерно", "address": "пл. „Образцов“ № 1", "email": "a@b.bg",
	}).Submit()
	fillIn(g.Founding.Form(), map[string]string{"name": "Иван Колев", "login": "ikolev", "password": goodWords, "again": goodWords}).Submit()
	return g, d, r
}

func TestNewOfficeIsRefusedStepByStep(t *testing.T) {
	d := newGateDesk()
	delete(d.offices, d.dir)
	g, _ := gateAt(t, d)
	g.Found()
	first := g.Founding.Form()
	fillIn(first, map[string]string{"email": "няма адрес"}).Submit()
	if wrongs(first) != "municipality settlement address email" || g.Founding.Form() != first {
		t.Errorf("the office: %s", wrongs(first))
	}
	fillIn(first, map[string]string{"municipality": "Община", "settlement": "гр.", "address": "пл.", "email": ""}).Submit()
	you := g.Founding.Form()
	fillIn(you, map[string]string{"login": "иван колев", "password": "къса"}).Submit()
	if you == first || wrongs(you) != "name login password" {
		t.Errorf("the founder: %s", wrongs(you))
	}
	g.Back()
	if g.Founding.Form() != first || !g.Founding.Steps()[0].Now {
		t.Error("Back does not lead a step back")
	}
	g.Back()
	if g.Step() != present.GateStart {
		t.Error("Back on the first step does not lead to the start")
	}
}

func TestNewOfficeIsFoundedWithWhatWasTyped(t *testing.T) {
	g, d, _ := founded(t)
	lists := g.Founding.Form()
	fillIn(lists, map[string]string{"departments": "Данъци\n\n данъци \nЕкология", "topics": "Сметосъбиране – Чистота"}).Submit()
	if wrongs(lists) != "topics" || !strings.Contains(lists.Field("topics").Wrong, "Чистота") {
		t.Fatalf("%s: %s", wrongs(lists), lists.Field("topics").Wrong)
	}
	fillIn(lists, map[string]string{"topics": "Сметосъбиране - екология\nДруго"}).Submit()
	if g.Step() != present.GateSheet {
		t.Fatalf("step %d: %s", g.Step(), wrongs(lists))
	}
	p := d.plan
	if len(p.Departments) != 2 || len(p.Topics) != 2 || p.Topics[0] != (office.TopicPlan{Name: "Сметосъбиране", Department: "Екология"}) {
		t.Errorf("%+v %+v", p.Departments, p.Topics)
	}
	if p.Founder.Login != "ikolev" || len(p.Founder.Roles) != 1 || p.Founder.Roles[0].Role != domain.Clerk || p.Founder.Password != goodWords {
		t.Errorf("%+v", p.Founder)
	}
	if s := p.Settings; s.Municipality != "Община Примерно" || s.Country == "" || s.Email != "a@b.bg" {
		t.Errorf("%+v", s)
	}
}

func TestUsualListsAgree(t *testing.T) {
	g, _, _ := founded(t)
	g.Founding.Form().Submit()
	if g.Step() != present.GateSheet {
		t.Error("a proposed topic names a department that is not proposed")
	}
}

func TestRecoveryCodeIsTypedBack(t *testing.T) {
	g, d, r := founded(t)
	g.Founding.Form().Submit()
	s := g.Sheet
	if s.Page() == nil || s.Kept() {
		t.Error("the sheet is not shown")
	}
	s.Print()
	s.Save("")
	if !s.Kept() || s.Wrong() == "" || len(d.shown) != 1 {
		t.Errorf("kept %v, wrong %q, %v", s.Kept(), s.Wrong(), d.shown)
	}
	fillIn(s.Form, map[string]string{"code": "друг"}).Submit()
	if wrongs(s.Form) != "code" {
		t.Error(wrongs(s.Form))
	}
	r.says(false)
	s.Form.Cancel()
	if g.Step() != present.GateSheet {
		t.Fatal("left although somebody thought better of it")
	}
	fillIn(s.Form, map[string]string{"code": sheetCode}).Submit()
	if g.Step() != present.GateFirst {
		t.Errorf("step %d", g.Step())
	}
}

func TestCodeThatWasNotTypedBackStaysAsAWarning(t *testing.T) {
	g, _, r := founded(t)
	g.Founding.Form().Submit()
	var warned []string
	g.Entered = func(w []string) { warned = w }
	r.says(true)
	g.Sheet.Form.Cancel()
	for range 3 {
		g.First.Later()
	}
	if len(warned) != 2 || !strings.Contains(warned[0], "Кодът") || !strings.Contains(warned[1], "един") {
		t.Errorf("%q", warned)
	}
}

func TestFirstStepsConfirmAddAndBackUp(t *testing.T) {
	g, d, r := founded(t)
	g.Founding.Form().Submit()
	fillIn(g.Sheet.Form, map[string]string{"code": sheetCode}).Submit()
	s := g.First
	s.Tick(0, false)
	if s.Allowed() {
		t.Error("no year is confirmed by a tick")
	}
	s.Tick(0, true)
	s.Next()
	if s.Step() != present.FirstUsers || len(d.calendar.Confirmed) != 1 || d.calendar.Confirmed[0].Year != 2026 {
		t.Fatalf("step %d, %+v", s.Step(), d.calendar)
	}
	if s.Allowed() {
		t.Error("with one user nothing can be approved")
	}
	s.AddUser()
	fillIn(s.User, map[string]string{"name": "Мария Петрова", "login": "mpetrova"}).Submit()
	if s.User == nil || wrongs(s.User) != "login" {
		t.Fatal("a login that is taken is not refused beside its field")
	}
	fillIn(s.User, map[string]string{"login": "maria"}).Submit()
	if s.User != nil || len(s.Users()) != 1 || s.Users()[0].Password == "" || d.added[0].Password != s.Users()[0].Password {
		t.Fatalf("%+v", s.Users())
	}
	s.Next()
	if s.Step() != present.FirstBackup || s.Backup.Place().Dir != "/media/usb/Harta-archive" {
		t.Fatalf("step %d, place %+v", s.Step(), s.Backup.Place())
	}
	entered := false
	g.Entered = func([]string) { entered = true }
	s.Next()
	if entered || !s.Backup.Done() || d.backups[0] != "/media/usb/Harta-archive" || r.habits.BackupDir != d.backups[0] {
		t.Fatalf("%v %v", d.backups, r.habits)
	}
	s.Next()
	if !entered {
		t.Error("nobody has entered")
	}
}

func TestBackupTellsOfRiskAndOfTrouble(t *testing.T) {
	d := newGateDesk()
	r := newGateRoom(t)
	b := present.NewBackup(r.Env, d)
	made := 0
	b.Made = func() { made++ }
	b.Load()
	if len(b.Places()) != 2 || b.Chosen() != -1 || b.Allowed() || b.Last().Sign != present.BadSign {
		t.Fatalf("%+v, chosen %d", b.Places(), b.Chosen())
	}
	b.Pick("/data/copies")
	if p := b.Place(); p.Dir != "/data/copies/Harta-archive" || !p.Risky {
		t.Errorf("on the same disk: %+v", p)
	}
	b.Pick("/media/usb/Harta-archive")
	if p := b.Place(); p.Dir != "/media/usb/Harta-archive" || p.Risky || !strings.Contains(p.Second, "3 ГБ") {
		t.Errorf("on another disk: %+v", p)
	}
	d.backupErr = errors.New("дискът е пълен")
	b.Make()
	if b.Done() || !strings.Contains(b.Wrong(), "дискът е пълен") || b.Busy() || r.habits.BackupDir != "/media/usb/Harta-archive" {
		t.Errorf("%q %q", b.Result(), b.Wrong())
	}
	d.backupErr = nil
	b.Make()
	if !b.Done() || b.Wrong() != "" || b.Last().Sign != present.GoodSign || made != 1 {
		t.Errorf("%q %q %+v", b.Result(), b.Wrong(), b.Last())
	}
	if b.Rehearse(); !strings.Contains(b.Result(), "2026-11-22-172800") || !strings.Contains(b.Result(), "628 записа") || b.Busy() || made != 1 {
		t.Errorf("rehearsed: %q %q", b.Result(), b.Wrong())
	}
	d.backupErr = errors.New("повреда")
	if b.Rehearse(); b.Done() || b.Wrong() == "" || b.Busy() {
		t.Errorf("rehearsed in vain: %q %q", b.Result(), b.Wrong())
	}
	d.backupErr = nil
	again := present.NewBackup(r.Env, d)
	again.Load()
	if again.Place().Dir != "/media/usb/Harta-archive" {
		t.Errorf("the place is not found again: %+v", again.Place())
	}
}

func TestMeterShowsHowFarWorkHasCome(t *testing.T) {
	r := newGateRoom(t)
	seen := 0
	m := present.NewMeter(r.Env, func() { seen++ })
	m.Begin("Прави се…")
	if _, ok := m.Share(); ok || !m.Busy() {
		t.Error("nothing is known at the beginning")
	}
	m.Count(1, 4)
	r.pass(time.Second)
	if share, ok := m.Share(); !ok || share != 0.25 || m.Percent() != "25 %" || seen == 0 {
		t.Errorf("%v %v %s, seen %d", share, ok, m.Percent(), seen)
	}
	m.End()
	was := seen
	r.pass(time.Second)
	if m.Busy() || seen != was {
		t.Error("it goes on after the end")
	}
}
