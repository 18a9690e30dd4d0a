package storage_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// slots returns n slots that differ.
func slots(n int) []storage.Slot {
	all := make([]storage.Slot, n)
	for i := range all {
		all[i] = vault.EncodeSlot(vault.Slot{State: vault.SlotFree, Wrap: vault.WrapEpoch, KeyID: [16]byte{byte(i), byte(i >> 8)}})
	}
	return all
}

func TestSlotsAreAddedAndOverwrittenInPlace(t *testing.T) {
	p := newPlace(t)
	s := p.create(t)
	all := slots(300)
	for i, part := range [][]storage.Slot{all[:256], all[256:]} {
		if first, err := s.AddSlots(part); err != nil || first != i*256 {
			t.Fatalf("first = %d, %v", first, err)
		}
	}
	old, err := vault.DecodeSlot(all[7][:])
	if err != nil {
		t.Fatal(err)
	}
	all[7] = vault.EncodeSlot(vault.ErasedSlot(old))
	if err := s.OverwriteSlot(7, all[7]); err != nil {
		t.Fatal(err)
	}
	if err := s.OverwriteSlot(300, all[7]); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("beyond the last: %v", err)
	}
	for _, i := range []int{0, 7, 299} {
		if got, err := s.Slot(i); err != nil || got != all[i] {
			t.Errorf("slot %d: %v", i, err)
		}
	}
	if _, err := s.Slot(300); !errors.Is(err, io.EOF) {
		t.Errorf("beyond the last: %v", err)
	}
	shut(t, s)
	if _, err := s.Slot(0); !errors.Is(err, storage.ErrClosed) {
		t.Errorf("after the end: %v", err)
	}
	if got, err := p.open(t).Slots(); err != nil || !slices.Equal(got, all) {
		t.Fatalf("%d slots, %v", len(got), err)
	}
}

func TestSlotsThatWereNeverAcknowledgedAreCut(t *testing.T) {
	p := newPlace(t)
	s := p.create(t)
	if _, err := s.AddSlots(slots(4)); err != nil {
		t.Fatal(err)
	}
	shut(t, s)
	name := filepath.Join(p.dir, "keys", "content.keys")
	edit(t, name, func(b []byte) []byte { return append(b, make([]byte, 300)...) })
	s = p.open(t)
	if first, err := s.AddSlots(slots(5)[4:]); err != nil || first != 4 {
		t.Fatalf("first = %d, %v", first, err)
	}
	if got, err := s.Slots(); err != nil || !slices.Equal(got, slots(5)) {
		t.Fatalf("%d slots, %v", len(got), err)
	}
	*p.harmed = true
	edit(t, name, func(b []byte) []byte { b[200] ^= 1; return b })
}

func TestBlobsAreFoundByTheirHashAndChecked(t *testing.T) {
	p := newPlace(t)
	s := p.create(t)
	id, err := s.PutBlob([]byte("ciphertext"))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := s.PutBlob([]byte("ciphertext")); err != nil || again != id {
		t.Errorf("put twice: %v, %v", again, err)
	}
	if b, err := s.Blob(id); err != nil || string(b) != "ciphertext" {
		t.Errorf("blob = %q, %v", b, err)
	}
	if _, err := s.PutBlob(make([]byte, storage.MaxBlob+1)); !errors.Is(err, storage.ErrTooLarge) {
		t.Errorf("too large: %v", err)
	}
	edit(t, filepath.Join(p.dir, "att", id.String()), func(b []byte) []byte { b[0] ^= 1; return b })
	*p.harmed = true
	p.fsck(t)
	*p.harmed = false
	var damage *storage.DamageError
	if _, err := s.Blob(id); !errors.As(err, &damage) || damage.Damage[0].Source != "att/"+id.String() {
		t.Errorf("damaged blob: %v", err)
	}
	for range 2 {
		if err := s.DeleteBlob(id); err != nil {
			t.Errorf("delete: %v", err)
		}
	}
	if _, err := s.Blob(id); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("deleted blob: %v", err)
	}
}

func TestBundlesAndDraftsAreReplacedWhole(t *testing.T) {
	p := newPlace(t)
	s := p.create(t)
	user := journal.AuthorID{1, 2, 3}
	for _, content := range []string{"the first, which is longer", "second"} {
		if err := errors.Join(s.WriteBundle(user, []byte(content)), s.WriteDraft("case-1", []byte(content))); err != nil {
			t.Fatal(err)
		}
		bundle, err1 := s.ReadBundle(user)
		draft, err2 := s.ReadDraft("case-1")
		if err := errors.Join(err1, err2); err != nil || string(bundle) != content || string(draft) != content {
			t.Fatalf("bundle = %q, draft = %q, %v", bundle, draft, err)
		}
	}
	if ids, err := s.Bundles(); err != nil || !slices.Equal(ids, []journal.AuthorID{user}) {
		t.Errorf("bundles = %v, %v", ids, err)
	}
	if names, err := s.Drafts(); err != nil || !slices.Equal(names, []string{"case-1"}) {
		t.Errorf("drafts = %v, %v", names, err)
	}
	if err := errors.Join(s.DeleteBundle(user), s.DeleteDraft("case-1"), s.DeleteDraft("case-1")); err != nil {
		t.Errorf("delete: %v", err)
	}
	for _, name := range []string{"", "../desk", "A", "a b", "a.part"} {
		if err := s.WriteDraft(name, nil); !errors.Is(err, storage.ErrName) {
			t.Errorf("draft %q: %v", name, err)
		}
	}
}

func TestWhatACrashLeftUnfinishedIsSweptAway(t *testing.T) {
	p := newPlace(t)
	s := p.create(t)
	shut(t, s)
	left := filepath.Join(p.dir, "att", "x.part")
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.fsck(t)
	p.open(t)
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("unfinished file: %v", err)
	}
}

func TestAFileThatIsNoPartOfAStoreIsReported(t *testing.T) {
	for _, name := range []string{"letter.odt", "journal/letter.odt", "att/letter.odt", "keys/users/x", "drafts/X"} {
		p := newPlace(t)
		shut(t, p.create(t))
		if err := os.WriteFile(filepath.Join(p.dir, filepath.FromSlash(name)), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		*p.harmed = true
		if r := p.fsck(t); len(r.Damage) != 1 || r.Damage[0].Source != name || !errors.Is(r.Damage[0], storage.ErrForeignFile) {
			t.Errorf("%s: %v", name, r.Damage)
		}
	}
}

// held is a disk on which another program holds a file for some renames.
type held struct {
	storage.Disk
	times int
}

var errHeld = errors.New("sharing violation")

func (d *held) Rename(from, to string) error {
	if d.times--; d.times >= 0 {
		return errHeld
	}
	return d.Disk.Rename(from, to)
}

func (d *held) Busy(err error) bool { return errors.Is(err, errHeld) }

func TestARenameIsTriedAgainWhileAnotherProgramHoldsTheFile(t *testing.T) {
	for _, c := range []struct {
		times int
		want  string
		err   error
	}{{0, "new", nil}, {10, "new", nil}, {11, "old", errHeld}} {
		name := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		var waited time.Duration
		wait := func(d time.Duration) { waited += d }
		err := storage.Replace(&held{storage.SystemDisk, c.times}, wait, name, []byte("new"))
		got, readErr := os.ReadFile(name)
		if !errors.Is(err, c.err) || readErr != nil || !bytes.Equal(got, []byte(c.want)) {
			t.Errorf("held %d times: %v, %q", c.times, err, got)
		}
		if most := 2 * time.Second; waited > most {
			t.Errorf("held %d times: waited %v, more than %v", c.times, waited, most)
		}
	}
}
