package gui

import (
	"image"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
	"harta/internal/say"
)

// letterProgram is a program with one question that somebody answers.
type letterProgram struct {
	history []office.Judged
	Program
	say    *say.Speaker
	office domain.Office
	user   domain.UserID
	c      domain.Case
	did    []string
	drawn  int
}

var letterTime = time.Date(2026, time.November, 23, 8, 42, 0, 0, time.UTC)

func newLetterProgram(t *testing.T) *letterProgram {
	t.Helper()
	speaker, err := say.New("bg")
	if err != nil {
		t.Fatal(err)
	}
	templates, err := say.Templates()
	if err != nil {
		t.Fatal(err)
	}
	p := &letterProgram{say: speaker, office: domain.NewOffice(), user: domain.UserID{1}}
	p.office.Templates = templates
	p.office.Settings.Phone = "03561/70-01"
	from := calendar.DateOf(letterTime) - 100
	p.office.Users = []domain.User{
		{ID: domain.UserID{1}, Name: "Крум Русев", Grants: []domain.RoleGranted{{User: domain.UserID{1}, Role: domain.Executor, From: from}}},
		{ID: domain.UserID{2}, Name: "Биляна Кирова", Title: "Секретар", Grants: []domain.RoleGranted{{User: domain.UserID{2}, Role: domain.Secretary, From: from}}},
	}
	p.c = domain.Case{
		ID: domain.CaseID{7}, State: domain.InWork, RegisteredAt: letterTime, Number: domain.Number{Text: "94-1312/12.11.2026"},
		Resolution: domain.CaseResolved{Lead: domain.UserID{1}},
		Intake: domain.Intake{
			Kind: domain.Question, Subject: "Кога", ReceivedAt: letterTime,
			Sender: domain.Sender{Contact: domain.Contact{Name: "Елена Кръстева", Address: domain.ToMs, Street: "ул. „Рила“ 7"}},
		},
	}
	return p
}

func (p *letterProgram) Tell(err error) string { return "не стана: " + err.Error() }
func (p *letterProgram) Acting() domain.Acting {
	return domain.Acting{Office: &p.office, User: p.user, Now: letterTime}
}

func (p *letterProgram) Case(domain.CaseID, office.Looked) (office.File, error) {
	return office.File{Case: p.c, History: p.history}, nil
}

func (p *letterProgram) List(want func(domain.Entry) bool) []domain.Entry {
	if e := p.c.Entry(); want(e) {
		return []domain.Entry{e}
	}
	return nil
}

func (p *letterProgram) Compose(c domain.Case, t domain.Template, typed map[string]string) domain.Letter {
	a := p.Acting()
	return a.Office.Compose(c, t, p.say.Filling(say.Writing{Office: a.Office, Case: c, Today: a.Today(), Typed: typed}, t))
}
func (p *letterProgram) NewCommand() (office.Command, error) { return office.Command{1}, nil }

func (p *letterProgram) Draft(_ office.Command, _ domain.CaseID, _ domain.LetterID, l domain.Letter) (domain.LetterID, error) {
	p.did = append(p.did, "draft")
	p.history = append(p.history, office.Judged{Fact: domain.Fact{
		Event: domain.LetterDrafted{Letter: domain.LetterID{9}, Content: l}, By: p.user, At: letterTime,
	}})
	p.c.Letters = []domain.LetterFile{{ID: domain.LetterID{9}, Content: l, State: domain.LetterDraft, Author: p.user, Writers: []domain.UserID{p.user}}}
	return domain.LetterID{9}, nil
}

func (p *letterProgram) Submit(office.Command, domain.CaseID, domain.LetterID) error {
	p.did = append(p.did, "submit")
	return nil
}

func (p *letterProgram) Endorse(office.Command, domain.CaseID, domain.LetterID, domain.Digest) error {
	p.did = append(p.did, "endorse")
	return nil
}
func (p *letterProgram) Steps(domain.Deadline) []string         { return nil }
func (p *letterProgram) KeepDraft(string, []byte) error         { return nil }
func (p *letterProgram) ReadDraft(string) ([]byte, bool, error) { return nil, false, nil }
func (p *letterProgram) DropDraft(string) error                 { return nil }
func (p *letterProgram) Drafts() ([]string, error)              { return nil, nil }
func (p *letterProgram) DraftPDF(domain.Letter) ([]byte, error) {
	p.drawn++
	return []byte("%PDF"), nil
}

func (p *letterProgram) DraftPages(l domain.Letter) (pdf []byte, looks []domain.Digest, err error) {
	pdf, err = p.DraftPDF(l)
	return pdf, []domain.Digest{{1}}, err
}
func (p *letterProgram) CheckLetter(domain.Letter) error { return nil }
func (p *letterProgram) Pages([]byte) (int, error)       { return 1, nil }
func (p *letterProgram) Show(string, []byte) error       { return nil }
func (p *letterProgram) Page([]byte, int, int) (image.Image, error) {
	return image.NewNRGBA(image.Rect(0, 0, 70, 99)), nil
}

// letterWindow shows a screen in a window without a frame; what is to happen soon happens at once.
func letterWindow(t *testing.T, p *letterProgram, build func(*Window, present.Route) screen, r present.Route) (*Window, screen) {
	t.Helper()
	w := bareWindow(t, p)
	w.env.Now, w.env.Tell = func() time.Time { return letterTime }, p.Tell
	w.env.After = func(_ time.Duration, f func()) func() { f(); return func() {} }
	s := build(w, r)
	w.screen = s
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { s.key(ev) })
	w.Canvas().SetOnTypedRune(w.typedRune)
	w.SetContent(s.body())
	w.Resize(fyne.NewSize(1202, 680))
	s.resized(1366)
	w.focus(s.first())
	return w, s
}

func openLetterScreen(t *testing.T) (*Window, *letterScreen, *letterProgram) {
	t.Helper()
	p := newLetterProgram(t)
	w, s := letterWindow(t, p, newLetter, present.Route{Case: domain.CaseID{7}})
	x, ok := s.(*letterScreen)
	if !ok {
		t.Fatal("no letter screen")
	}
	return w, x, p
}

// written gives the block that has the focus.
func written(t *testing.T, w *Window, s *letterScreen) *letterBlock {
	t.Helper()
	for _, b := range s.blocks {
		if fyne.Focusable(b.area.Editor) == w.Canvas().Focused() {
			return b
		}
	}
	t.Fatal("nothing is being written")
	return nil
}

func TestALetterBeginsAtWhatIsMissing(t *testing.T) {
	w, s, p := openLetterScreen(t)
	b := written(t, w, s)
	if s.model.Block(b.id).Field != "Answer" || b.cover.Visible() {
		t.Fatalf("focus is in %+v", s.model.Block(b.id))
	}
	if !s.press.Disabled() || s.why.Words() != "Празно поле: Отговор по същество" {
		t.Errorf("the button says %q", s.why.Words())
	}
	drawn := p.drawn
	test.Type(b.area.Editor, "Вторник.")
	if s.press.Disabled() || s.why.Words() != "" || p.drawn == drawn {
		t.Errorf("after typing %q, drawn %d times", s.why.Words(), p.drawn-drawn)
	}
	b.area.Editor.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	w.Canvas().FocusNext()
	if !b.cover.Visible() || written(t, w, s) == b {
		t.Error("the block stays open")
	}
}

func TestAPaperThatIsLongInComingIsAnnounced(t *testing.T) {
	_, s, _ := openLetterScreen(t)
	s.paperSoon()
	if got := s.paperHead.Words(); got != "1 страница" {
		t.Errorf("of a paper that is there: %q", got)
	}
	s.paperHead.SetWords("")
	s.paperSoon()
	if got := s.paperHead.Words(); got != "Прегледът се подготвя…" {
		t.Errorf("of one that is not: %q", got)
	}
}

func TestWhatDrawsPagesIsSeenToOnceAfterTheSignIn(t *testing.T) {
	w, p := wholeWindow(t, fyne.NewSize(1366, 768), present.Route{Place: present.TodayPlace})
	if p.warmed != 0 {
		t.Fatal("at once")
	}
	w.warmed = false
	w.env.After = func(d time.Duration, f func()) func() {
		if d < 5*time.Second {
			t.Errorf("after %v there is no calm yet", d)
		}
		f()
		return func() {}
	}
	w.warm()
	w.warm()
	if p.warmed != 1 {
		t.Errorf("%d times", p.warmed)
	}
}

func TestTabGoesThroughTheLetter(t *testing.T) {
	w, s, _ := openLetterScreen(t)
	start := written(t, w, s)
	blocks := map[*letterBlock]bool{start: true}
	for range 40 {
		w.Canvas().FocusNext()
		for _, b := range s.blocks {
			if fyne.Focusable(b.area.Editor) == w.Canvas().Focused() {
				blocks[b] = true
			}
		}
	}
	if len(blocks) != len(s.model.Blocks()) {
		t.Errorf("Tab reaches %d of %d blocks", len(blocks), len(s.model.Blocks()))
	}
}

func TestCtrlEnterSendsOnlyWhatIsReady(t *testing.T) {
	w, s, p := openLetterScreen(t)
	s.key(&fyne.KeyEvent{Name: look.CtrlEnter})
	if len(p.did) > 0 {
		t.Fatalf("did %v", p.did)
	}
	test.Type(written(t, w, s).area.Editor, "Вторник.")
	s.key(&fyne.KeyEvent{Name: look.CtrlEnter})
	if strings.Join(p.did, " ") != "draft submit" {
		t.Errorf("did %v", p.did)
	}
}

func TestAWordOfTheLibraryIsInsertedByKeys(t *testing.T) {
	w, s, _ := openLetterScreen(t)
	b := written(t, w, s)
	test.Type(b.area.Editor, "::обучение ")
	if !strings.HasPrefix(b.area.Editor.Text(), "Служителите от звеното") {
		t.Errorf("the entry says %q", b.area.Editor.Text())
	}
	w.focus(s.paragraphs)
	s.paragraphs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if now := written(t, w, s); now != b || !strings.Contains(b.area.Editor.Text(), "\n") {
		t.Errorf("after the library %q", b.area.Editor.Text())
	}
}

func TestAnInsertedParagraphIsTakenBackAsWhatIsTyped(t *testing.T) {
	w, s, _ := openLetterScreen(t)
	b := written(t, w, s)
	insert := func() {
		w.focus(s.paragraphs)
		s.paragraphs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	back := func(want string) {
		t.Helper()
		b.area.Editor.TypedShortcut(&fyne.ShortcutUndo{})
		if b.area.Editor.Text() != want || s.model.Block(b.id).Text != want {
			t.Errorf("taken back there is %q, and %q in the letter, want %q", b.area.Editor.Text(), s.model.Block(b.id).Text, want)
		}
	}
	insert()
	first := b.area.Editor.Text()
	test.Type(b.area.Editor, "Още")
	insert()
	if first == "" || !strings.HasSuffix(b.area.Editor.Text(), "\n"+first) {
		t.Fatalf("inserted is %q", b.area.Editor.Text())
	}
	back(first + "Още")
	back(first)
	back("")
	test.Type(b.area.Editor, "::обучение ")
	if b.area.Editor.Text() == "::обучение " {
		t.Fatal("the word is not known")
	}
	back("")
}

func TestAVersionStandsInThePlaceOfTheTextUntilEsc(t *testing.T) {
	w, s, _ := openLetterScreen(t)
	b := written(t, w, s)
	test.Type(b.area.Editor, "Да, утре.")
	s.saveNow()
	retype(b.area.Editor, "Да, днес.")
	s.model.View(1)
	if s.scroll.Visible() || !s.compare.Visible() {
		t.Fatal("the changes are not shown")
	}
	if got := s.compare.sum.Words(); got != "Добавени: 1 дума, махнати: 1 дума" {
		t.Errorf("says %q", got)
	}
	if !s.key(&fyne.KeyEvent{Name: fyne.KeyEscape}) || !s.scroll.Visible() || s.compare.Visible() {
		t.Error("Esc does not go back to the text")
	}
	if s.key(&fyne.KeyEvent{Name: fyne.KeyEscape}) {
		t.Error("Esc is taken from the window")
	}
}

func TestStrangeInputBreaksNothing(t *testing.T) {
	w, s, _ := openLetterScreen(t)
	b := written(t, w, s)
	for _, text := range []string{"🙂 емоджи", "نص من اليمين", "а\x00\x07б\tв\r\nг", "{Отговор по същество} {нищо}", strings.Repeat("дума ", 20_000), strings.Repeat("я", 100_000)} {
		retype(b.area.Editor, text)
		if n := len([]rune(s.model.Block(b.id).Text)); n > 20_000 {
			t.Errorf("%d characters stay", n)
		}
	}
	if !strings.Contains(b.note.Words(), "съкратен") {
		t.Errorf("beside it stands %q", b.note.Words())
	}
	w.focus(nil)
}

func TestAnApprovalGoesByLettersOfBothAlphabets(t *testing.T) {
	for _, r := range []rune{'a', 'A', 'а', 'А'} {
		p := newLetterProgram(t)
		p.user = domain.UserID{2}
		p.c.State = domain.InEndorsement
		p.c.Letters = []domain.LetterFile{{
			ID: domain.LetterID{9}, State: domain.LetterWaiting, Author: domain.UserID{1}, Writers: []domain.UserID{{1}},
			Content: domain.Letter{Template: domain.TAnswer},
		}}
		w, s := letterWindow(t, p, newApproval, present.Route{})
		x, ok := s.(*approvalScreen)
		if !ok || w.Canvas().Focused() != fyne.Focusable(x.list) {
			t.Fatal("the list has no focus")
		}
		x.list.TypedRune(r)
		if strings.Join(p.did, " ") != "endorse" {
			t.Errorf("%c did %v", r, p.did)
		}
	}
}

func TestAReturnAsksForItsCommentAndEscGivesItUp(t *testing.T) {
	p := newLetterProgram(t)
	p.user = domain.UserID{2}
	p.c.State = domain.InEndorsement
	p.c.Letters = []domain.LetterFile{{
		ID: domain.LetterID{9}, State: domain.LetterWaiting, Author: domain.UserID{1}, Writers: []domain.UserID{{1}},
		Content: domain.Letter{Template: domain.TAnswer},
	}}
	w, s := letterWindow(t, p, newApproval, present.Route{})
	x, _ := s.(*approvalScreen)
	x.list.TypedRune('р')
	if x.panel == nil || w.Canvas().Focused() != x.panel.first() {
		t.Fatal("no form has the focus")
	}
	s.key(&fyne.KeyEvent{Name: look.CtrlEnter})
	if x.model.Form().Field("comment").Wrong == "" || len(p.did) > 0 {
		t.Errorf("without a comment: did %v", p.did)
	}
	s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if x.panel != nil || w.Canvas().Focused() != fyne.Focusable(x.list) {
		t.Error("the form stays, or the focus is lost")
	}
}

func TestDeletingInAnEmptyParagraphTakesItOut(t *testing.T) {
	w, s, _ := openLetterScreen(t)
	n := len(s.model.Blocks())
	answer := written(t, w, s)
	answer.area.Editor.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if len(s.model.Blocks()) != n {
		t.Fatal("the place to be filled is gone")
	}
	s.write(s.model.Add())
	if written(t, w, s) == answer || len(s.model.Blocks()) != n+1 {
		t.Fatal("no paragraph was added")
	}
	written(t, w, s).area.Editor.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if len(s.model.Blocks()) != n || written(t, w, s) != answer {
		t.Error("the empty paragraph stays, or the one before it has no focus")
	}
}

func TestAnApprovedLetterIsReadAndNotTypedInto(t *testing.T) {
	p := newLetterProgram(t)
	p.user = domain.UserID{2}
	p.c.State = domain.ForSignature
	p.c.Letters = []domain.LetterFile{{
		ID: domain.LetterID{9}, State: domain.LetterApproved, Author: domain.UserID{1}, Writers: []domain.UserID{{1}},
		Content: domain.Letter{Template: domain.TAnswer},
	}}
	w, s := letterWindow(t, p, newLetter, present.Route{Case: domain.CaseID{7}, Letter: domain.LetterID{9}})
	x, ok := s.(*letterScreen)
	if !ok || w.Canvas().Focused() != fyne.Focusable(x.paper) {
		t.Errorf("the focus is on %T", w.Canvas().Focused())
	}
	test.Type(w.Canvas().Focused(), "а")
	if step, _, _ := x.model.Step(); step != present.SignStep {
		t.Error("a letter typed in passing takes the approval away")
	}
}

func TestOfALongParagraphOnlyWhatIsSeenIsDrawn(t *testing.T) {
	w, s, _ := openLetterScreen(t)
	b := written(t, w, s)
	retype(b.area.Editor, strings.TrimSpace(strings.Repeat("На гише 3 чаках дълго, а после ме върнаха.\n", 400)))
	drawn := func(o fyne.Widget) (n int) {
		for _, x := range test.WidgetRenderer(o).Objects() {
			if l, ok := x.(*canvas.Text); ok && l.Visible() {
				n++
			}
		}
		return n
	}
	if b.Size().Height < 400*15 {
		t.Fatalf("the paragraph is %v high", b.Size().Height)
	}
	if top := s.scroll.Offset(); top < 400*15-s.scroll.Size().Height {
		t.Errorf("scrolled by %v, the caret is not seen", top)
	}
	if n := drawn(b.area.Editor); n < 20 || n > 250 {
		t.Errorf("%d lines are drawn while it is written", n)
	}
	w.Canvas().FocusNext()
	if n := drawn(b.rest); n < 20 || n > 250 {
		t.Errorf("%d lines are drawn while it rests", n)
	}
	if n := drawn(b.area.Editor); n > 0 {
		t.Errorf("%d lines are drawn under them", n)
	}
	s.scroll.ScrollTo(0)
	first := func() float32 {
		for _, x := range test.WidgetRenderer(b.rest).Objects() {
			return x.Position().Y
		}
		return -1
	}
	if y := first(); y != 0 {
		t.Errorf("at its beginning the first line drawn is at %v", y)
	}
}
