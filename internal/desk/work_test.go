package desk_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/report"
	"harta/internal/storage"
	"harta/internal/vault"
)

// plan is an office with one user.
func plan(t *testing.T) office.Plan {
	t.Helper()
	p, err := desk.BasicPlan()
	if err != nil {
		t.Fatal(err)
	}
	p.Settings.Municipality = "Община Х"
	p.Founder = office.UserPlan{Login: "ana", Name: "Ана Петрова", Password: password, Roles: []office.RolePlan{{Role: domain.Clerk}}}
	return p
}

// small is a desk with an office without cases, and its user signed in.
func small(t *testing.T, o desk.Options) *desk.Desk {
	t.Helper()
	d := open(t, o)
	if _, _, err := d.FoundOffice(plan(t)); err != nil {
		t.Fatal(err)
	}
	return d
}

// first gives the first case in a state.
func first(t *testing.T, d *desk.Desk, s domain.State) domain.Case {
	t.Helper()
	found := d.List(func(e domain.Entry) bool { return e.State == s })
	if len(found) == 0 {
		t.Fatalf("no case is %s", s)
	}
	file, err := d.Case(found[0].Case, office.Opened)
	if err != nil {
		t.Fatal(err)
	}
	return file.Case
}

func isPDF(t *testing.T, what string, pdf []byte, err error) {
	t.Helper()
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("%s: %d bytes, %v", what, len(pdf), err)
	}
}

func TestASenderWhoseNameCannotBePrintedIsNotRegistered(t *testing.T) {
	d := demo(t, pc(t), "clerk")
	for field, change := range map[string]func(*domain.Contact){
		"sender": func(c *domain.Contact) { c.Name += " 🙂" },
		"street": func(c *domain.Contact) { c.Street = "ул. „Роза“ ☐ 5" },
		"":       func(c *domain.Contact) { c.Name = "Зоуи Núñez – „Őrs“" },
	} {
		in := domain.Intake{
			Kind: domain.Signal, Channel: domain.AtDesk, Subject: "Тъмна улица", Text: "Не свети 🙂.",
			Sender: domain.Sender{Contact: domain.Contact{Type: domain.NaturalPerson, Name: "Зоя Янева", Settlement: "с. Пример"}},
		}
		change(&in.Sender.Contact)
		before := len(d.List(all))
		e, err := d.Register(office.Command{}, in)
		if field == "" {
			if err != nil {
				t.Errorf("a name with foreign letters: %v", err)
			} else {
				pdf, err := d.Slip(e)
				isPDF(t, "its slip", pdf, err)
			}
			continue
		}
		no, is := errors.AsType[*domain.Refusal](err)
		if !is || no.Reason != domain.UnprintableRune || no.Field != field || len(d.List(all)) != before {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestWhatIsSealedIsHandedOverWithAProtocol(t *testing.T) {
	d := demo(t, pc(t), "clerk")
	open := first(t, d, domain.Registered)
	_, err := d.Handover(open.ID)
	if no, is := errors.AsType[*domain.Refusal](err); !is || no.Reason != domain.NothingSealed {
		t.Errorf("of a case that hides nothing: %v", err)
	}
	if err := d.Seal(office.Command{}, open.ID, domain.CaseTakenOut{Ground: domain.GroundSealed, Seal: "П-4", HandedTo: "Анна Борисова"}); err != nil {
		t.Fatal(err)
	}
	pdf, err := d.Handover(open.ID)
	isPDF(t, "the protocol", pdf, err)
}

func TestADraftNamesWhatIsOpenInWords(t *testing.T) {
	d := demo(t, pc(t), "mayor")
	l := d.Named(domain.Letter{Notice: "{SurplusItem}, {нещо свое}", Paragraphs: []domain.Paragraph{{Text: "До {FinalDate} г."}}})
	if l.Notice != "[ Излишни данни: празно ], [ нещо свое: празно ]" || l.Paragraphs[0].Text != "До [ Окончателен срок: празно ] г." {
		t.Errorf("shown as %q and %q", l.Notice, l.Paragraphs[0].Text)
	}
}

func TestACorrectionBringsInNothingThatCannotBePrinted(t *testing.T) {
	d := demo(t, pc(t), "clerk")
	in := domain.Intake{
		Kind: domain.Signal, Channel: domain.AtDesk, Subject: "Тъмна улица",
		Sender: domain.Sender{Contact: domain.Contact{Type: domain.NaturalPerson, Name: "Зоя 🙂 Янева", Settlement: "с. Пример"}},
	}
	e, err := d.Office.Register(office.Command{}, in) // by an older program
	if err != nil {
		t.Fatal(err)
	}
	for field, change := range map[string]func(*domain.Intake){
		"sender":   func(in *domain.Intake) { in.Sender.Contact.Name = "Зоя 🙂 Янева-Първа" },
		"subject":  func(in *domain.Intake) { in.Subject = "Тъмна ☐ улица" },
		"affected": func(in *domain.Intake) { in.Affected = []domain.Contact{{Name: "Иван 🙂"}} },
		"referrer": func(in *domain.Intake) { in.Sender.Referrer = "Омбудсманът 🙂" },
	} {
		fresh := e.Intake
		change(&fresh)
		_, err := d.Correct(office.Command{}, e.Case, fresh, "Поправка.")
		if no, is := errors.AsType[*domain.Refusal](err); !is || no.Reason != domain.UnprintableRune || no.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	fresh := e.Intake
	fresh.Text = "Не свети 🙂."
	if _, err := d.Correct(office.Command{}, e.Case, fresh, "Поправка."); err != nil {
		t.Errorf("what stood there before is in the way: %v", err)
	}
}

func TestWhatIsPrinted(t *testing.T) {
	d := demo(t, pc(t), "mayor")
	waiting := first(t, d, domain.ForSignature)
	reply, _ := waiting.Reply()
	pdf, err := d.DraftPDF(reply.Content)
	isPDF(t, "a draft", pdf, err)
	if err := d.CheckLetter(reply.Content); err != nil {
		t.Errorf("a letter that waits for signature: %v", err)
	}
	e, err := d.SignLetter(office.Command{}, waiting.ID, reply.ID)
	if err != nil || e.Number.IsZero() {
		t.Fatalf("signed as %v, %v", e.Number, err)
	}
	pdf, err = d.PDF(waiting.ID, reply.ID)
	isPDF(t, "a letter", pdf, err)
	pdf, err = d.Receipt(waiting.ID)
	isPDF(t, "a receipt", pdf, err)
	if words, err := desk.ReceiptWords(d, waiting.ID); err != nil || !strings.Contains(words, "Законов срок") && !strings.Contains(words, "Срок по Хартата") {
		t.Errorf("its terms do not begin as the other lines do: %v, %v", words, err)
	}
	entries := d.List(all)
	pdf, err = d.PrintRegister("Всички преписки", entries, nil)
	isPDF(t, "the register", pdf, err)
	parcels := []desk.Parcel{{Number: "94-1/23.11.2026", To: "Мария Кънева", Place: "гр. Примерно", Way: domain.ByPost, Ref: "PS 1"}}
	pdf, err = d.CourierBook(d.Today(), parcels)
	isPDF(t, "the courier book", pdf, err)
	pdf, err = d.PostList(d.Today(), parcels)
	isPDF(t, "the list of the post", pdf, err)
	if _, err := d.PostList(d.Today(), make([]desk.Parcel, desk.MaxPrinted+1)); !errors.Is(err, desk.ErrLongList) {
		t.Errorf("a long list of parcels: %v", err)
	}
	if _, err := d.PrintRegister("Твърде много", make([]domain.Entry, desk.MaxPrinted+1), nil); !errors.Is(err, desk.ErrLongList) {
		t.Errorf("a long list: %v", err)
	}
	for _, dl := range waiting.Deadlines {
		if len(d.Steps(dl)) < 3 {
			t.Errorf("steps of %s: %v", dl.Clock, d.Steps(dl))
		}
	}
	draft := first(t, d, domain.ReplyDraft)
	var open *domain.Refusal
	if l, _ := draft.Reply(); !errors.As(d.CheckLetter(l.Content), &open) && l.Returned == "" {
		t.Error("a draft with an open field passes")
	}
}

func TestListsAreWrittenAndNoted(t *testing.T) {
	d := demo(t, pc(t), "secretary")
	dir := t.TempDir()
	before, err := d.Accesses(domain.CaseID{})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.WriteRegister("Всички преписки", d.List(all), filepath.Join(dir, "list.xlsx"), nil); err != nil {
		t.Error(err)
	}
	if err := d.WriteYearly(2026, filepath.Join(dir, "year.xlsx"), nil); err != nil {
		t.Error(err)
	}
	after, err := d.Accesses(domain.CaseID{})
	if err != nil || len(after) != len(before)+2 {
		t.Errorf("%d lines were noted, %v", len(after)-len(before), err)
	}
	for _, name := range []string{"list.xlsx", "year.xlsx"} {
		if b, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.HasPrefix(b, []byte("PK")) {
			t.Errorf("%s: %d bytes, %v", name, len(b), err)
		}
	}
}

func TestAnOfficeIsFoundedWithItsSheet(t *testing.T) {
	d := newDesk(t)
	code, sheet, err := d.FoundOffice(plan(t))
	isPDF(t, "the recovery sheet", sheet, err)
	if d.User().Name != "Ана Петрова" || d.Settings().Demo {
		t.Errorf("%q is signed in", d.User().Name)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if err := d.Open(false); err != nil {
		t.Fatal(err)
	}
	if login, err := d.EnterByCode(strings.ToLower(code), password+"7"); err != nil || login != "ana" {
		t.Errorf("%q, %v", login, err)
	}
	if got := d.Warnings(); len(got) > 0 {
		t.Errorf("warns %v", got)
	}
}

func TestWrongPasswordsWait(t *testing.T) {
	o, now := pc(t), today
	o.Now = func() time.Time { return now }
	d := small(t, o)
	for range 3 {
		if err := d.Enter("ana", "не е тази"); !errors.Is(err, vault.ErrWrongPassword) {
			t.Fatalf("got %v", err)
		}
	}
	var wait *desk.WaitError
	if err := d.Enter("ana", password); !errors.As(err, &wait) || wait.Left != time.Second {
		t.Fatalf("at once: %v", err)
	}
	if got := d.Tell(wait); !strings.Contains(got, "след 1 секунда") {
		t.Error(got)
	}
	now = now.Add(time.Second)
	if err := d.Enter("ana", password); err != nil {
		t.Error(err)
	}
	if err := d.Ready("ana"); err != nil {
		t.Error(err)
	}
}

func TestABackupIsRememberedAndTheJournalIsSound(t *testing.T) {
	d := demo(t, pc(t), "secretary")
	if _, ok := d.LastBackup(); ok {
		t.Error("a backup that nobody made")
	}
	dir := filepath.Join(t.TempDir(), "backup")
	if _, err := d.Copy(dir, nil); err != nil {
		t.Fatal(err)
	}
	if note, ok := d.LastBackup(); !ok || !note.OK || note.Records < 400 || note.Dir != dir || !note.At.Equal(today) {
		t.Errorf("%+v", note)
	}
	var steps int
	v, err := d.Verify(func(_, _ int) { steps++ })
	if err != nil || !v.Sound || v.First != "" || v.Records < 400 || v.Chains != 2 || steps == 0 {
		t.Errorf("%+v, %v", v, err)
	}
	segment := largest(t, filepath.Join(dir, "journal"))
	data, err := os.ReadFile(segment)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(segment, data, 0o600); err != nil {
		t.Fatal(err)
	}
	d.Choose(dir)
	if v, err = d.Verify(nil); err != nil || v.Sound || v.Damages == 0 || !strings.Contains(v.First, filepath.Base(segment)+", ") {
		t.Errorf("%+v, %v", v, err)
	}
}

func largest(t *testing.T, dir string) string {
	t.Helper()
	var path string
	var size int64
	err := filepath.Walk(dir, func(p string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() && info.Size() > size {
			path, size = p, info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestASecondDeskReadsBesideTheFirst(t *testing.T) {
	o := pc(t)
	first := small(t, o)
	second := open(t, o)
	var held *storage.HeldError
	if err := second.Open(false); !errors.As(err, &held) || !strings.Contains(second.Tell(err), "проба@тук") {
		t.Fatalf("got %v", err)
	}
	if err := second.Open(true); err != nil {
		t.Fatal(err)
	}
	if err := second.Enter("ana", password); err != nil {
		t.Fatal(err)
	}
	if first.User().ID != second.User().ID {
		t.Errorf("%q and %q", first.User().Name, second.User().Name)
	}
}

func TestWhatIsShownGoesAgain(t *testing.T) {
	o := pc(t)
	var shown []string
	o.View = func(path string) error {
		shown = append(shown, path)
		return nil
	}
	d := small(t, o)
	if err := d.Show("Иван Петров, жалба.PDF", []byte("страница")); err != nil {
		t.Fatal(err)
	}
	if err := d.Show("Иван Петров.exe", nil); !errors.Is(err, desk.ErrNotShown) {
		t.Errorf("a program: %v", err)
	}
	if len(shown) != 1 || strings.Contains(shown[0], "Иван") || filepath.Ext(shown[0]) != ".pdf" {
		t.Fatalf("shown %v", shown)
	}
	if b, err := os.ReadFile(shown[0]); err != nil || string(b) != "страница" {
		t.Errorf("%q, %v", b, err)
	}
	d.ForgetShown() // the window is locked
	gone := func() {
		t.Helper()
		if _, err := os.Stat(shown[len(shown)-1]); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("it is still there: %v", err)
		}
	}
	gone()
	if err := d.Show("още.pdf", []byte("страница")); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	gone()
}

func TestHabitsAreKeptAndDamageIsForgotten(t *testing.T) {
	d := newDesk(t)
	if h := d.Habits(); h.Theme != "" || h.Columns != nil {
		t.Errorf("%+v", h)
	}
	kept := desk.Habits{Theme: "dark", Scale: 125, Width: 1200, Height: 800, Columns: map[string]float32{"subject": 420}, LastLogin: "clerk"}
	if err := d.KeepHabits(kept); err != nil {
		t.Fatal(err)
	}
	if h := d.Habits(); h.Theme != kept.Theme || h.Columns["subject"] != 420 || h.LastLogin != "clerk" {
		t.Errorf("%+v", h)
	}
	if err := os.WriteFile(filepath.Join(d.StateDir(), "habits.json"), []byte(`{"theme":"dark","scale":"x"`), 0o600); err != nil {
		t.Fatal(err)
	}
	if h := d.Habits(); h.Theme != "" {
		t.Errorf("%+v", h)
	}
}

func TestEveryErrorIsASentence(t *testing.T) {
	o := pc(t)
	for _, lang := range []string{"bg", "en"} {
		o.Lang = lang
		d := open(t, o)
		for _, known := range desk.ExpectedFaults() {
			text, ok := d.Expected(desk.About("/tmp/x", known))
			if !ok || !strings.HasSuffix(text, ".") || strings.ContainsAny(text, "[{") {
				t.Errorf("%v: %q", known, text)
			}
		}
		for _, err := range []error{
			&desk.LostError{Seq: 41}, desk.About("/tmp/x", &desk.SizeError{Limit: 5 << 20}), domain.Refuse("open", domain.NoSuchCase),
			d.SaveCopy(filepath.Join(t.TempDir(), "няма", "писмо.pdf"), nil),
		} {
			if text, ok := d.Expected(err); !ok || strings.ContainsAny(text, "[{") {
				t.Errorf("%v: %q", err, text)
			}
		}
		if got := d.Tell(nil); got != "" {
			t.Errorf("of nothing it says %q", got)
		}
		if _, err := os.Stat(filepath.Join(d.StateDir(), "harta.log")); err == nil && lang == "bg" {
			t.Error("what can be expected was logged")
		}
		if got := d.Tell(syscall.EIO); !strings.Contains(got, "-") {
			t.Errorf("no incident in %q", got)
		}
	}
	log, err := os.ReadFile(filepath.Join(open(t, o).StateDir(), "harta.log"))
	if err != nil || strings.Count(string(log), "incident=") != 2 {
		t.Errorf("%q, %v", log, err)
	}
}

func TestAFileThatIsTooLargeIsRefused(t *testing.T) {
	d, path := newDesk(t), filepath.Join(t.TempDir(), "scan.pdf")
	if err := d.SaveCopy(path, make([]byte, 11)); err != nil {
		t.Fatal(err)
	}
	var size *desk.SizeError
	if _, err := d.ReadFile(path, 10); !errors.As(err, &size) {
		t.Errorf("got %v", err)
	}
	if b, err := d.ReadFile(path, 11); err != nil || len(b) != 11 {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}

func TestAClockSetByHandIsForPracticeOnly(t *testing.T) {
	o := pc(t)
	env := o.Env
	set := "2026-11-23"
	o.Env = func(name string) string {
		if name == desk.EnvNow {
			return set
		}
		return env(name)
	}
	d := open(t, o)
	if d.Today().String() != set || !d.Practising() {
		t.Errorf("today is %s", d.Today())
	}
	if _, _, err := d.FoundOffice(plan(t)); !errors.Is(err, office.ErrClock) {
		t.Errorf("got %v", err)
	}
	set = "утре"
	d, err := desk.New(o)
	if !errors.Is(err, desk.ErrNow) || !strings.Contains(d.Tell(err), "не е дата") {
		t.Errorf("got %v", err)
	}
}

func TestAWorkbookThatIsGivenUpLeavesNothing(t *testing.T) {
	d := demo(t, pc(t), "secretary")
	dir := t.TempDir()
	given := filepath.Join(dir, "given-up.xlsx")
	err := d.WriteYearly(2026, given, func(done, _ int) bool { return done < 5 })
	if said, known := d.Expected(err); !errors.Is(err, report.ErrStopped) || !known || !strings.Contains(said, "отказано") {
		t.Errorf("%v: %s", err, said)
	}
	all := d.List(func(domain.Entry) bool { return true })
	if err := d.WriteRegister("Всички", all, given, func(int, int) bool { return false }); !errors.Is(err, report.ErrStopped) {
		t.Errorf("the list: %v", err)
	}
	if pdf, err := d.PrintRegister("Всички", all, func(done, _ int) bool { return done < 3 }); !errors.Is(err, report.ErrStopped) || pdf != nil {
		t.Errorf("the sheet: %d bytes, %v", len(pdf), err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("half a workbook is left: %v, %v", left, err)
	}
}
