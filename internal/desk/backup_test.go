package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"harta/internal/desk"
)

// kept gives the days of the backups in a folder.
func keptDays(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var days []string
	for _, e := range entries {
		days = append(days, e.Name()[8:10])
	}
	return strings.Join(days, " ")
}

func TestTheDailyBackupIsDueOnceADay(t *testing.T) {
	o := pc(t)
	now := today
	o.Now = func() time.Time { return now }
	d := small(t, o)
	place := t.TempDir()
	dir := filepath.Join(place, "Harta-archive")
	if d.BackupDue() {
		t.Error("due although nobody has chosen a place")
	}
	if err := d.KeepHabits(desk.Habits{BackupDir: dir, BackupKeep: 2}); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if !d.BackupDue() {
			t.Fatalf("not due on %v", now)
		}
		if err := d.BackUp(dir, nil, nil); err != nil {
			t.Fatal(err)
		}
		if d.BackupDue() {
			t.Errorf("due twice on %v", now)
		}
		now = now.Add(24 * time.Hour)
	}
	if got := keptDays(t, dir); got != "27 28" {
		t.Errorf("there is %s", got)
	}
	if err := d.KeepHabits(desk.Habits{BackupDir: dir, BackupByHand: true}); err != nil || d.BackupDue() {
		t.Errorf("%v; due although it is made by hand", err)
	}
}

func TestAnExerciseMakesNoBackupByItself(t *testing.T) {
	d := demo(t, pc(t), "clerk")
	if err := d.KeepHabits(desk.Habits{BackupDir: filepath.Join(t.TempDir(), "x")}); err != nil || d.BackupDue() {
		t.Errorf("%v, due", err)
	}
}

func TestTheBackupAfterClosingLeavesTheFolderToOthers(t *testing.T) {
	o := pc(t)
	d := small(t, o)
	dir := filepath.Join(t.TempDir(), "Harta-archive")
	if err := d.KeepHabits(desk.Habits{BackupDir: dir}); err != nil {
		t.Fatal(err)
	}
	if !d.BackupDue() {
		t.Fatal("not due")
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	next := open(t, o) // somebody opens it again meanwhile
	if err := next.Open(false); err != nil {
		t.Fatal(err)
	}
	if err := d.BackUpClosed(time.Minute); err != nil {
		t.Fatal(err)
	}
	if note, ok := next.LastBackup(); !ok || !note.OK || note.Records == 0 || keptDays(t, dir) != "26" {
		t.Errorf("%+v", note)
	}
}

func TestAPlaceThatIsGoneIsSaidAndTheLastGoodBackupIsRemembered(t *testing.T) {
	d := small(t, pc(t))
	place := t.TempDir()
	dir := filepath.Join(place, "Harta-archive")
	if err := d.BackUp(dir, nil, nil); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(place); err != nil {
		t.Fatal(err)
	}
	err := d.BackUp(dir, nil, nil)
	if said := d.Tell(err); !errors.Is(err, desk.ErrNoPlace) || !strings.Contains(said, "Включете диска") || !strings.Contains(said, place) {
		t.Errorf("%v: %s", err, said)
	}
	if _, err := os.Stat(place); err == nil {
		t.Error("the place was made on another disk")
	}
	if note, _ := d.LastBackup(); note.OK || !note.LastGood().Equal(today) || note.Files == 0 {
		t.Errorf("%+v", note)
	}
}

func TestTheLicencesOfEverythingBuiltInAreShown(t *testing.T) {
	o := pc(t)
	shown := ""
	o.View = func(path string) error {
		text, err := os.ReadFile(path)
		shown = string(text)
		return err
	}
	if err := open(t, o).ShowLicences(); err != nil || !strings.Contains(shown, "The PDFium Authors") {
		t.Errorf("%d bytes, %v", len(shown), err)
	}
}
