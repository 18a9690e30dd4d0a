package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"harta/internal/storage"
)

// dated makes the backups of some days.
func dated(t *testing.T, s *storage.Store, dir string, keep int, days ...string) {
	t.Helper()
	for _, day := range days {
		at, copied, err := s.BackupDated(storage.Dated{Dir: dir, Stamp: day, Keep: keep}, storage.Copying{})
		if err != nil || !copied.Report.Sound() || !strings.HasPrefix(filepath.Base(at), day+"-") {
			t.Fatalf("%s: %s, %+v, %v", day, at, copied.Report, err)
		}
	}
}

// daysIn gives the beginnings of the names in a folder.
func daysIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var days []string
	for _, e := range entries {
		days = append(days, strings.SplitN(e.Name(), "-", 2)[0])
	}
	return days
}

func TestOnlyTheLastBackupsOfAStoreStay(t *testing.T) {
	_, s, w, _ := furnished(t)
	dir := t.TempDir()
	for name, content := range map[string]string{"снимки/от сървъра.jpg": "чуждо", "20261101-00000000/бележка.txt": "чуждо"} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(content), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	dated(t, s, dir, 3, "20261120", "20261121")
	appendAll(t, s, w.group(t, 2, 50))
	dated(t, s, dir, 3, "20261122", "20261123")
	if got, want := daysIn(t, dir), []string{"20261101", "20261121", "20261122", "20261123", "снимки"}; !slices.Equal(got, want) {
		t.Errorf("there is %v, want %v", got, want)
	}
	dated(t, s, dir, 3, "20261123") // again in the same moment
	if got := daysIn(t, dir); len(got) != 5 {
		t.Errorf("there is %v", got)
	}
}

func TestWhatSomebodyHasPutIntoABackupStays(t *testing.T) {
	_, s, _, _ := furnished(t)
	dir := t.TempDir()
	dated(t, s, dir, 1, "20261120")
	old, err := filepath.Glob(filepath.Join(dir, "20261120-*"))
	if err != nil || len(old) != 1 {
		t.Fatal(old, err)
	}
	note := filepath.Join(old[0], "прочети ме.txt")
	if err := os.WriteFile(note, []byte("от Иван"), 0o600); err != nil {
		t.Fatal(err)
	}
	dated(t, s, dir, 1, "20261121")
	if left := contents(t, old[0]); len(left) != 1 || left["прочети ме.txt"] == "" {
		t.Errorf("what is left: %d files", len(left))
	}
}

func TestBackupsBeforeARestoreAreNeverRemovedByThoseAfterIt(t *testing.T) {
	p, s, _, _ := furnished(t)
	dir := filepath.Join(t.TempDir(), "архиви")
	dated(t, s, dir, 2, "20261120", "20261121")
	shut(t, s)
	again := newPlace(t)
	if _, err := storage.Restore(dir, again.dir, again.options, nil); err != nil { // the newest one of the folder
		t.Fatal(err)
	}
	equal(t, contents(t, p.dir, notKept...), contents(t, again.dir, append(notKept, "anchor")...))
	third := newPlace(t)
	if _, err := storage.Restore(filepath.Dir(dir), third.dir, third.options, nil); err != nil { // of the folder around it
		t.Fatal(err)
	}
	equal(t, contents(t, p.dir, notKept...), contents(t, third.dir, append(notKept, "anchor")...))
	r := again.open(t)
	dated(t, r, dir, 2, "20261122", "20261123") // nobody has signed in yet: it still stands in the chain of the backup
	if got := daysIn(t, dir); len(got) != 4 {
		t.Errorf("there is %v", got)
	}
}

func TestAnUnfinishedBackupIsNoBackupAndIsFinishedLater(t *testing.T) {
	_, s, _, _ := furnished(t)
	dir := t.TempDir()
	files := 0
	_, _, err := s.BackupDated(storage.Dated{Dir: dir, Stamp: "20261120"}, storage.Copying{Stopped: func() bool {
		files++
		return files > 8 // everything is copied, and not all of it read back
	}})
	if !errors.Is(err, storage.ErrStopped) || !slices.Equal(daysIn(t, dir), []string{"unfinished"}) {
		t.Fatalf("%v: %v", daysIn(t, dir), err)
	}
	other := newPlace(t)
	if _, err := storage.Restore(dir, other.dir, other.options, nil); !errors.Is(err, storage.ErrNoStore) {
		t.Errorf("restored from nothing whole: %v", err)
	}
	dated(t, s, dir, 7, "20261121")
	if got := daysIn(t, dir); !slices.Equal(got, []string{"20261121"}) {
		t.Errorf("there is %v", got)
	}
}

func TestWhatHasNotChangedTakesNoRoomTwice(t *testing.T) {
	_, s, _, _ := furnished(t)
	dir := t.TempDir()
	dated(t, s, dir, 7, "20261120")
	_, copied, err := s.BackupDated(storage.Dated{Dir: dir, Stamp: "20261121"}, storage.Copying{})
	if err != nil || copied.Files != 6 || copied.Fresh != 0 {
		t.Fatalf("%+v, %v", copied, err)
	}
	blobs, err := filepath.Glob(filepath.Join(dir, "*", "att", "*"))
	if err != nil || len(blobs) != 2 {
		t.Fatal(blobs, err)
	}
	one, err1 := os.Stat(blobs[0])
	two, err2 := os.Stat(blobs[1])
	if err1 != nil || err2 != nil || !os.SameFile(one, two) {
		t.Errorf("%v, %v: two files", err1, err2)
	}
	// a copy that has gone bad is not handed on
	if err := os.WriteFile(blobs[1], []byte("повредено"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, copied, err = s.BackupDated(storage.Dated{Dir: dir, Stamp: "20261122"}, storage.Copying{}); err != nil || copied.Fresh != 1 {
		t.Errorf("%+v, %v", copied, err)
	}
}
