package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/office"
	"harta/internal/storage"
)

// founded founds a small office and gives its recovery code.
func founded(t *testing.T, o desk.Options) (*desk.Desk, string) {
	t.Helper()
	d := open(t, o)
	plan, err := d.NewPlan()
	if err != nil {
		t.Fatal(err)
	}
	plan.Settings.Municipality = "Община Примерно"
	plan.Founder = office.UserPlan{Login: "ikolev", Name: "Иван Колев", Password: password}
	code, sheet, err := d.FoundOffice(plan)
	if err != nil || len(sheet) == 0 {
		t.Fatal(err)
	}
	return d, code
}

func TestNewPlanHasANomenclature(t *testing.T) {
	d, _ := founded(t, pc(t))
	if now := d.Settings(); len(now.Filing) == 0 || len(now.Templates) == 0 || now.Demo || !d.Opened() {
		t.Errorf("%+v", now.Filing)
	}
}

func TestTemporaryPasswordsAreGoodAndDiffer(t *testing.T) {
	d := newDesk(t)
	seen := map[string]bool{}
	for range 5000 { // the odd one of a thousand is little but digits and must not be given
		p, err := d.TemporaryPassword()
		if err != nil || d.CheckPassword(p) != nil || seen[p] {
			t.Fatalf("%q, %v, seen %v", p, err, seen[p])
		}
		seen[p] = true
	}
	if err := d.CheckPassword("къса"); err == nil {
		t.Error("a short password is taken")
	}
}

func TestRecoveryCodeIsComparedAsItIsTyped(t *testing.T) {
	d, code := founded(t, pc(t))
	for typed, want := range map[string]error{
		code: nil, strings.ToLower(strings.ReplaceAll(code, "-", " ")): nil, strings.NewReplacer("A", "А", "B", "В", "C", "С", "E", "Е").Replace(code): nil,
	} {
		if err := d.SameCode(typed, code); !errors.Is(err, want) {
			t.Errorf("%q: %v", typed, err)
		}
	}
	_, other := founded(t, pc(t))
	if err := d.SameCode(other, code); !errors.Is(err, desk.ErrOtherCode) || d.Tell(err) == "" {
		t.Errorf("another code: %v", err)
	}
	if err := d.SameCode("123", code); err == nil {
		t.Error("half a code is taken")
	}
}

func TestStoppedBackupIsFinishedByTheNext(t *testing.T) {
	d, _ := founded(t, pc(t))
	dir := filepath.Join(t.TempDir(), "copy")
	files := 0
	err := d.BackUp(dir, func(int64, int64) {}, func() bool {
		files++
		return files > 2
	})
	if _, ok := d.LastBackup(); !errors.Is(err, storage.ErrStopped) || ok {
		t.Fatalf("%v, remembered %v", err, ok)
	}
	if _, known := d.Expected(err); !known {
		t.Error("there is no sentence for a backup that was stopped")
	}
	if err := d.BackUp(dir, nil, nil); err != nil {
		t.Fatal(err)
	}
	if note, ok := d.LastBackup(); !ok || !note.OK || filepath.Dir(note.Dir) != dir || note.Files == 0 {
		t.Errorf("%+v", note)
	}
}

func TestBackupIsRestoredIntoTheChosenFolder(t *testing.T) {
	d, code := founded(t, pc(t))
	dir := filepath.Join(t.TempDir(), "copy")
	if err := d.BackUp(dir, nil, nil); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if err := d.Restore(dir, nil); err == nil {
		t.Error("restored over an office")
	}
	d.Choose(filepath.Join(t.TempDir(), "again"))
	if err := d.Restore(filepath.Join(t.TempDir(), "nothing"), nil); err == nil {
		t.Error("restored from nothing")
	}
	if err := d.Restore(dir, nil); err != nil {
		t.Fatal(err)
	}
	if err := d.Open(false); err != nil {
		t.Fatal(err)
	}
	login, err := d.EnterByCode(code, "сребро и вода 26")
	if err != nil || login != "ikolev" {
		t.Fatalf("%s %v", login, err)
	}
	if len(d.Warnings()) == 0 {
		t.Error("nothing is said of the new series")
	}
}

func TestARestoreIsRehearsedWithoutATrace(t *testing.T) {
	d, _ := founded(t, pc(t))
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	t.Setenv("TMP", tmp)
	dir := filepath.Join(t.TempDir(), "copy")
	if err := d.BackUp(dir, nil, nil); err != nil {
		t.Fatal(err)
	}
	note, _ := d.LastBackup()
	r, err := d.Rehearse(dir, nil, nil)
	if err != nil || r.From != note.Dir || r.Records != note.Records || r.Records == 0 || r.Files != note.Files || r.Bytes != note.Bytes {
		t.Fatalf("%+v of %+v: %v", r, note, err)
	}
	if _, err := d.Rehearse(dir, nil, func() bool { return true }); !errors.Is(err, storage.ErrStopped) {
		t.Errorf("stopped: %v", err)
	}
	if _, err := d.Rehearse(filepath.Join(tmp, "nothing"), nil, nil); !errors.Is(err, storage.ErrNoStore) || !strings.Contains(d.Tell(err), "още няма копие") {
		t.Errorf("of nothing: %v: %s", err, d.Tell(err))
	}
	segments, err := filepath.Glob(filepath.Join(note.Dir, "journal", "*", "*"))
	if err != nil || len(segments) == 0 {
		t.Fatalf("no segment: %v", err)
	}
	content, err := os.ReadFile(segments[0])
	if err != nil {
		t.Fatal(err)
	}
	content[len(content)/2] ^= 0xff
	if err := os.WriteFile(segments[0], content, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Rehearse(dir, nil, nil); err == nil || d.Tell(err) == "" {
		t.Errorf("of a damaged backup: %v", err)
	}
	if left, err := os.ReadDir(tmp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if len(d.Warnings()) > 0 {
		t.Errorf("the office is warned: %v", d.Warnings())
	}
}

func TestChosenFolderIsFoundAgain(t *testing.T) {
	o := pc(t)
	env := o.Env
	o.Env = func(name string) string {
		if name == desk.EnvData {
			return ""
		}
		return env(name)
	}
	d := open(t, o)
	other := filepath.Join(t.TempDir(), "other")
	h := d.Habits()
	h.DataDir = other
	if err := d.KeepHabits(h); err != nil {
		t.Fatal(err)
	}
	if again := open(t, o); again.Dir() != other {
		t.Errorf("%s", again.Dir())
	}
	if told := open(t, pc(t)); told.Dir() == other {
		t.Error("the environment says another folder")
	}
}

func TestCrestIsRefusedInWords(t *testing.T) {
	d := newDesk(t)
	path := filepath.Join(t.TempDir(), "crest.svg")
	if err := os.WriteFile(path, []byte("това не е рисунък"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{path, filepath.Dir(path), path + ".none"} {
		if _, err := d.ReadCrest(p); err == nil || strings.Contains(d.Tell(err), "Код за поддръжката") {
			t.Errorf("%s: %v, %s", filepath.Base(p), err, d.Tell(err))
		}
	}
}

func TestRoomKnowsTheDiskOfTheData(t *testing.T) {
	d, _ := founded(t, pc(t))
	same, free, err := d.Room(filepath.Join(filepath.Dir(d.Dir()), "not", "there", "yet"))
	if err != nil || !same || free == 0 {
		t.Errorf("%v %d %v", same, free, err)
	}
	d.EachDisk(func(dir, _ string, free uint64) {
		if same, _, err := d.Room(dir); same || err != nil || free == 0 {
			t.Errorf("%s is offered: %v %v", dir, same, err)
		}
	})
}

func TestWaitAndLossTellWhatScreensAsk(t *testing.T) {
	if w := (&desk.WaitError{Left: time.Second}); w.Wait() != time.Second {
		t.Error(w.Wait())
	}
	if !(&desk.LostError{}).CanMend() {
		t.Error("nothing can be done")
	}
	held := &storage.HeldError{Holder: "проба@тук", Since: today}
	if who, since := held.HeldBy(); who != "проба@тук" || !since.Equal(today) {
		t.Error(who, since)
	}
}
