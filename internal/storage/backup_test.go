package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"harta/internal/journal"
	"harta/internal/storage"
)

// furnished is a store with something of everything, and where its backup goes.
func furnished(t *testing.T) (place, *storage.Store, *writer, string) {
	t.Helper()
	p := newPlace(t)
	s, w := p.founded(t, 6)
	_, other := foreign(t, w, 5)
	_, err1 := s.Import(other)
	_, err2 := s.AddSlots(slots(256))
	_, err3 := s.PutBlob([]byte("an attachment"))
	err4 := s.WriteBundle(journal.AuthorID{1}, []byte("a bundle"))
	err5 := s.WriteDraft("case-1", []byte("a draft"))
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		t.Fatal(err)
	}
	return p, s, w, filepath.Join(t.TempDir(), "backup")
}

// contents reads all files of a folder but those named.
func contents(tb testing.TB, dir string, without ...string) map[string]string {
	tb.Helper()
	all := map[string]string{}
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() || slices.Contains(without, info.Name()) {
			return err
		}
		b, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// equal compares two folders.
func equal(tb testing.TB, a, b map[string]string) {
	tb.Helper()
	for name := range a {
		if a[name] != b[name] {
			tb.Errorf("%s differs", name)
		}
	}
	if len(a) != len(b) {
		tb.Errorf("%d files and %d", len(a), len(b))
	}
}

// What a backup leaves out, and the desk file, which it marks.
var notKept = []string{"lock", "commit.lock", "harta.db", "harta.db.mark", "case-1", "desk"}

func TestABackupRestoresToTheSameBytesOnAnotherMachine(t *testing.T) {
	p, s, w, backup := furnished(t)
	var done, total int64
	copied, err := s.Backup(backup, func(d, n int64) { done, total = d, n })
	if err != nil || !copied.Report.Sound() || copied.Files != 6 || copied.Fresh != 6 || done != total {
		t.Fatalf("copied %+v, %v, %d of %d bytes", copied, err, done, total)
	}
	equal(t, contents(t, p.dir, notKept...), contents(t, backup, "desk"))

	appendAll(t, s, w.group(t, 2, 50))
	if copied, err = s.Backup(backup, nil); err != nil || copied.Files != 6 || copied.Fresh != 1 {
		t.Fatalf("the second time: %+v, %v", copied, err)
	}
	shut(t, s)

	other := newPlace(t)
	other.options.Fingerprint = func(string) (string, error) { return "pc2", nil }
	if _, err := storage.Restore(backup, other.dir, other.options, nil); err != nil {
		t.Fatal(err)
	}
	equal(t, contents(t, p.dir, notKept...), contents(t, other.dir, "desk"))
	restored := other.open(t)
	f := restored.Findings()
	if !f.Restored || !f.StateLost || restored.Desk() != s.Desk() || restored.Tip(w.chain.ID) != w.chain {
		t.Fatalf("findings = %+v", f)
	}
	fresh := w.another(3)
	appendAll(t, restored, fresh.group(t, 1, 0))
	if err := errors.Join(restored.ResetState(), restored.Flush(), restored.Settle()); err != nil {
		t.Fatal(err)
	}
	shut(t, restored)
	if f := other.open(t).Findings(); f.Unsettled() || f.StateLost {
		t.Fatalf("after settling: %+v", f)
	}
}

// given a backup used as a data folder without a restore, then it is known for what it is all the same.
func TestABackupCopiedByHandIsKnownAsOne(t *testing.T) {
	p, s, _, backup := furnished(t)
	if _, err := s.Backup(backup, nil); err != nil {
		t.Fatal(err)
	}
	shut(t, s)
	if err := os.RemoveAll(p.state); err != nil {
		t.Fatal(err)
	}
	copyFolder(t, backup, p.dir)
	if f := p.open(t).Findings(); !f.Restored {
		t.Fatalf("findings = %+v", f)
	}
}

func TestDamageInABackupIsDetected(t *testing.T) {
	_, s, _, backup := furnished(t)
	if _, err := s.Backup(backup, nil); err != nil {
		t.Fatal(err)
	}
	sound := contents(t, backup)
	for name, content := range sound {
		if name == "keys/users/01000000000000000000000000000000" {
			continue // sealed, and of its password's own
		}
		for _, at := range []int{0, len(content) / 2, len(content) - 2} {
			path := filepath.Join(backup, filepath.FromSlash(name))
			edit(t, path, func(b []byte) []byte { b[at] ^= 4; return b })
			to := newPlace(t)
			_, err := storage.Restore(backup, to.dir, to.options, nil)
			if _, found := errors.AsType[*storage.DamageError](err); !found {
				t.Errorf("%s at %d: %v", name, at, err)
			}
			edit(t, path, func(b []byte) []byte { b[at] ^= 4; return b })
		}
	}
}

func TestABackupNeverOverwritesWhatItShouldNot(t *testing.T) {
	p, s, w, backup := furnished(t)
	strange := t.TempDir()
	if err := os.WriteFile(filepath.Join(strange, "letter.odt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	neighbour := newPlace(t)
	neighbour.founded(t, 1)
	for name, dir := range map[string]string{
		"something else": strange, "a store in use": neighbour.dir, "itself": p.dir, "inside itself": filepath.Join(p.dir, "att"),
	} {
		if _, err := s.Backup(dir, nil); !errors.Is(err, storage.ErrNotEmpty) {
			t.Errorf("%s: %v", name, err)
		}
	}
	shut(t, s)
	copyFolder(t, p.dir, p.dir+"-older")
	s = p.open(t)
	appendAll(t, s, w.group(t, 1, 10))
	if _, err := s.Backup(backup, nil); err != nil {
		t.Fatal(err)
	}
	shut(t, s)
	copyFolder(t, p.dir+"-older", p.dir)
	s = p.open(t)
	if _, err := s.Backup(backup, nil); !errors.Is(err, storage.ErrBackupAhead) {
		t.Errorf("a backup that holds more: %v", err)
	}
	if _, err := storage.Restore(backup, p.dir, p.options, nil); !errors.Is(err, storage.ErrNotEmpty) {
		t.Errorf("restore over a store: %v", err)
	}
	to := newPlace(t)
	to.options.Free = func(string) (uint64, error) { return 10, nil }
	if _, err := storage.Restore(backup, to.dir, to.options, nil); !errors.Is(err, storage.ErrDiskFull) {
		t.Errorf("restore without room: %v", err)
	}
}

func TestAStoreThatIsDamagedIsBackedUpAllTheSame(t *testing.T) {
	p, s, w, backup := furnished(t)
	*p.harmed = true
	edit(t, p.segment(storage.Line{Chain: w.chain.ID}, 1), func(b []byte) []byte { b[400] ^= 1; return b })
	copied, err := s.Backup(backup, nil)
	if err != nil || copied.Report.Sound() || copied.Files != 6 {
		t.Fatalf("copied %+v, %v", copied, err)
	}
}
