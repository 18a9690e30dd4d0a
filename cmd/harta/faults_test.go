package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/storage"
)

// latin are the words that stand in a Bulgarian sentence as they are typed: names of programs, options, formats.
var latin = []string{
	"harta", "Usage", "csv", "xlsx", "CSV", "UTF", "HARTA", "PASSWORD", "NOW", "bg", "en", "data", "help", "d", "wd", "m", "list", "T",
}

var latinWord = regexp.MustCompile(`\p{Latin}+`)

// inBulgarian fails when a sentence has foreign words that the test did not bring along itself.
func inBulgarian(t *testing.T, text string, own ...string) {
	t.Helper()
	if strings.TrimSpace(text) == "" {
		t.Error("nothing was said")
	}
	slices.SortFunc(own, func(a, b string) int { return len(b) - len(a) })
	for _, path := range own {
		text = strings.ReplaceAll(text, path, "")
	}
	for _, word := range latinWord.FindAllString(text, -1) {
		if !slices.Contains(latin, word) {
			t.Errorf("%q in %q", word, text)
		}
	}
}

// TestWhatCanGoWrongIsSaidInASentence goes through what a machine, a folder or a hand can do to the program.
func TestWhatCanGoWrongIsSaidInASentence(t *testing.T) {
	for _, test := range []struct {
		name string
		do   func(c *console) *console // what happens before
		args []string
		code int
		says []string
	}{
		{"no office in the folder", nil, []string{"list", "--data", "ROOT/none"}, exitFailed, []string{"няма данни на програмата"}},
		{"an office is there already", nil, []string{"init", "--demo", "--sheet", "ROOT/x.pdf"}, exitFailed, []string{"не е празна"}},
		{"the sheet is there already", nil, []string{"init", "--demo", "--data", "ROOT/other", "--sheet", "ROOT/sheet.pdf"}, exitFailed, []string{"Вече има файл"}},
		{"a synchronised folder", nil, []string{"init", "--demo", "--data", "ROOT/Dropbox/x", "--sheet", "ROOT/x.pdf"}, exitFailed, []string{"синхронизира"}},
		{"a network share", func(c *console) *console {
			c.facts = func(o *storage.Options) { o.FileSystem = func(string) (string, error) { return "cifs", nil } }
			return c
		}, []string{"list"}, exitFailed, []string{"мрежов диск"}},
		{"a full disk", func(c *console) *console {
			c.facts = func(o *storage.Options) { o.Free = func(string) (uint64, error) { return 1 << 20, nil } }
			return c
		}, []string{"register", "--kind", "question", "--subject", "?", "--sender", "А"}, exitFailed, []string{"няма достатъчно място"}},
		{"no password", func(c *console) *console { return c.with(envPassword + "=") }, []string{"list"}, exitFailed, []string{"HARTA_PASSWORD"}},
		{"a wrong password", func(c *console) *console { return c.with(envPassword + "=не е тази") }, []string{"list"}, exitFailed, []string{"Паролата не е вярна"}},
		{"nobody named among several", func(c *console) *console { return c.with(envUser + "=") }, []string{"list"}, exitFailed, []string{"clerk, executor, head", "--user"}},
		{"an unknown user", nil, []string{"list", "--user", "никой"}, exitFailed, []string{"Няма такъв потребител"}},
		{"a clock that is no day", func(c *console) *console { return c.with(desk.EnvNow + "=утре") }, []string{"list"}, exitFailed, []string{"не е дата"}},
		{"an unknown language", nil, []string{"list", "--lang=xx"}, exitFailed, []string{"не е познат"}},
		{"an unknown command", nil, []string{"пиши"}, exitFailed, []string{"Няма команда „пиши“"}},
		{"an unknown option", nil, []string{"list", "--цвят"}, exitFailed, []string{"Няма опция „цвят“"}},
		{"an option without a value", nil, []string{"list", "--kind"}, exitFailed, []string{"иска стойност"}},
		{"an option with a wrong value", nil, []string{"due", "--received", "вчера"}, exitFailed, []string{"„вчера“"}},
		{"too few arguments", nil, []string{"show"}, exitFailed, []string{"иска още нещо", "НОМЕР"}},
		{"too many arguments", nil, []string{"show", "1", "2"}, exitFailed, []string{"„2“ е в повече"}},
		{"a report without a file", nil, []string{"report", "--year", "2026"}, exitFailed, []string{"Липсва --out"}},
		{"a file that is not there", nil, []string{"import", "ROOT/none.csv"}, exitFailed, []string{"Няма такъв файл"}},
		{"a folder to verify that is not there", nil, []string{"verify", "ROOT/none"}, exitFailed, []string{"Няма такъв файл"}},
		{"no recovery code", func(c *console) *console { return c.with(envPassword + "=") }, []string{"recover"}, exitFailed, []string{"Няма код за възстановяване"}},
		{"a recovery code that is too short", func(c *console) *console {
			c.write("code", "АВЕК-МНОР")
			return c
		}, []string{"recover", "--recovery-code-file", "ROOT/code"}, exitFailed, []string{"не е пълен"}},
		{"an undated submission of tomorrow", nil, []string{
			"register", "--kind", "question", "--subject", "?", "--sender", "А", "--received", "24.11.2026",
		}, exitRefused, []string{"в бъдещето"}},
		{"a department that is not there", nil, []string{
			"register", "--kind", "question", "--subject", "?", "--sender", "А", "--department", "Няма",
		}, exitRefused, []string{"„Няма“ не е позната"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := demo(t)
			if test.do != nil {
				c = test.do(c)
			}
			for i, arg := range test.args {
				test.args[i] = strings.Replace(arg, "ROOT", c.root, 1)
			}
			said := c.fails(test.code, test.args...)
			contains(t, said, test.says...)
			inBulgarian(t, said, append(test.args, c.root, "cifs", "show", "report", "out", "recovery-code-file", "password-file", "xx", "Dropbox", "kind", "received", "clerk", "executor", "head2", "head", "mayor", "secretary", "user", "USER")...)
			log, _ := os.ReadFile(filepath.Join(c.env["XDG_STATE_HOME"], "harta", "harta.log")) // none is none
			if strings.Contains(string(log), "level=ERROR") || strings.Contains(string(log), "level=WARN") {
				t.Error("what can be expected was logged as a fault")
			}
		})
	}
}

func TestAnotherOfficesRecoveryCodeIsRefused(t *testing.T) {
	c, other := newConsole(t), newConsole(t)
	c.founded()
	code := c.write("code", other.founded())
	said := c.with(envPassword+"=нов компютър 26").fails(exitFailed, "recover", "--recovery-code-file", code)
	contains(t, said, "не е за тази служба")
	inBulgarian(t, said)
}

func TestARealOfficeRefusesASetClock(t *testing.T) {
	c := newConsole(t)
	found := []string{
		"init", "--municipality", "Община Х", "--founder-name", "Ана Петрова", "--login", "ana", "--role", "secretary,clerk",
		"--department", "Кадри",
	}
	contains(t, c.fails(exitFailed, found...), "само в служба за упражнение")
	genuine := c.with(desk.EnvNow + "=")
	contains(t, genuine.does(found...), "Община Х", "data-recovery.pdf")
	contains(t, c.fails(exitFailed, "list"), "само в служба за упражнение")
	contains(t, genuine.does("register", "--kind", "proposal", "--subject", "Пейки", "--sender", "Иван Петров", "--department", "кадри"), "94-1/23.11.2026")
	contains(t, genuine.fails(exitFailed, "stress", "--count", "1"), "само за служба за упражнение")
	contains(t, genuine.does("list"), "1 преписка")
	contains(t, genuine.fails(exitFailed, "init", "--data", c.path("x")), "Липсва --municipality")
}

func TestASecondCopyIsToldWhoHoldsTheData(t *testing.T) {
	c := demo(t)
	register(c)
	a, err := newApp(c.world(os.Stdout, os.Stderr), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.desk.Open(false); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.desk.Close(); err != nil {
			t.Error(err)
		}
	})
	said := c.fails(exitFailed, "note", "1", "бележка")
	contains(t, said, "отворени от проба@тук от 23.11.2026 10:00. Затворете")
	inBulgarian(t, said)
	contains(t, c.does("list"), "1 преписка")
	contains(t, c.does("backup", c.path("backup")), "проверен")
	_, notice, code := c.run("show", "1")
	if code != exitOK {
		t.Errorf("exit %d", code)
	}
	contains(t, notice, "само четене")
}

func TestWrongPasswordsWaitLongerAndLonger(t *testing.T) {
	c := demo(t)
	wrong := c.with(envPassword + "=не е тази парола")
	for range 2 {
		contains(t, wrong.fails(exitFailed, "list"), "опитайте пак")
	}
	contains(t, wrong.fails(exitFailed, "list"), "след 1 секунда")
	contains(t, c.fails(exitFailed, "list"), "Имаше грешни пароли", "след 1 секунда")
	c.now = c.now.Add(time.Second)
	c.does("list")
	contains(t, wrong.fails(exitFailed, "list"), "Проверете езика")
}

func TestALostStateIsRebuiltAndADamagedOneReadInAChild(t *testing.T) {
	c := demo(t)
	register(c)
	db := filepath.Join(c.env[desk.EnvData], "harta.db")
	data, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(data); i++ {
		data[i] = byte(i * 7)
	}
	for name, damage := range map[string]func() error{
		"damaged": func() error { return os.WriteFile(db, data, 0o600) },
		"empty":   func() error { return os.Truncate(db, 0) },
		"missing": func() error { return os.Remove(db) },
	} {
		if err := damage(); err != nil {
			t.Fatal(err)
		}
		out, notice, code := c.run("show", "1")
		if code != exitOK {
			t.Errorf("%s: exit %d", name, code)
		}
		contains(t, out, "Кога ще има вода")
		contains(t, notice, "построени наново")
	}
}

func TestDamageIsNamedByRecord(t *testing.T) {
	c := demo(t)
	for range 5 {
		register(c)
	}
	segment := largest(t, filepath.Join(c.env[desk.EnvData], "journal"))
	data, err := os.ReadFile(segment)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(segment, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, _, code := c.run("verify", "--full")
	if code != exitRefused {
		t.Errorf("exit %d", code)
	}
	contains(t, out, ".seg, запис ", "Повреди: ")
	contains(t, c.with(envLang+"=en").fails(exitRefused, "restore", c.env[desk.EnvData], "--data", c.path("new")), "record ")
}

// largest finds the largest file below a folder.
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

func TestAnUnexpectedFaultIsLoggedOnceWithItsIncident(t *testing.T) {
	c := newConsole(t)
	var said strings.Builder
	a, err := newApp(c.world(&said, &said), nil)
	if err != nil {
		t.Fatal(err)
	}
	if code := a.tell(syscall.EIO); code != exitFailed {
		t.Errorf("exit %d", code)
	}
	if err := a.desk.Close(); err != nil {
		t.Fatal(err)
	}
	incident := regexp.MustCompile(`\d{4}-\d{4}`).FindString(said.String())
	inBulgarian(t, said.String())
	log, err := os.ReadFile(filepath.Join(a.desk.StateDir(), "harta.log"))
	if err != nil || incident == "" || strings.Count(string(log), incident) != 1 {
		t.Errorf("incident %q, log %q, %v", incident, log, err)
	}
}

func TestWhateverIsLeftUnansweredHasASentence(t *testing.T) {
	c := newConsole(t)
	var said strings.Builder
	a, err := newApp(c.world(&said, &said), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, known := range unanswered {
		said.Reset()
		if code := a.tell(known.cause); code != exitFailed {
			t.Errorf("%v: exit %d", known.cause, code)
		}
		inBulgarian(t, said.String(), "recovery-code-file", "new-password-file", "password-file", "HARTA_NEW_PASSWORD")
		if strings.ContainsAny(said.String(), "[{") {
			t.Errorf("%v: %q", known.cause, said.String())
		}
	}
	said.Reset()
	if code := a.tell(&desk.LostError{Seq: 41}); code != exitRefused {
		t.Errorf("exit %d", code)
	}
	contains(t, said.String(), "след запис 41")
}

func TestAFolderThatCannotBeWrittenIsSaid(t *testing.T) {
	c := newConsole(t)
	c.write("file", "")
	said := c.fails(exitFailed, "init", "--demo", "--data", c.path("data"), "--sheet", filepath.Join(c.path("file"), "sheet.pdf"))
	inBulgarian(t, said, c.path("file"), "sheet", "pdf")
}
