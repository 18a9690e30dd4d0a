package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"harta/internal/storage"
)

func TestAStoreIsRefusedWhereOthersDecideWhatIsWritten(t *testing.T) {
	marked := t.TempDir()
	if err := os.Mkdir(filepath.Join(marked, ".dropbox"), 0o700); err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	for _, c := range []struct {
		dir, kind string
		want      storage.Reason
	}{
		{filepath.Join(home, "harta"), "ext4", 0},
		{filepath.Join(home, "harta"), "", 0},
		{filepath.Join(home, "harta"), "fuseblk", 0},
		{filepath.Join(home, "harta"), "nfs", storage.NetworkShare},
		{filepath.Join(home, "harta"), "cifs", storage.NetworkShare},
		{filepath.Join(home, "harta"), "9p", storage.NetworkShare},
		{filepath.Join(home, "harta"), "fuse.sshfs", storage.NetworkShare},
		{filepath.Join(home, "harta"), "remote", storage.NetworkShare},
		{filepath.Join(home, "OneDrive - Община Примерно", "harta"), "ext4", storage.CloudFolder},
		{filepath.Join(home, "Dropbox", "a", "b"), "ext4", storage.CloudFolder},
		{filepath.Join(home, "Nextcloud"), "ext4", storage.CloudFolder},
		{filepath.Join(marked, "harta"), "ext4", storage.CloudFolder},
	} {
		err := storage.CheckPlace(c.dir, func(string) (string, error) { return c.kind, nil })
		var unsuitable *storage.UnsuitableError
		switch {
		case c.want == 0 && err != nil:
			t.Errorf("%s on %s: %v", c.dir, c.kind, err)
		case c.want != 0 && (!errors.As(err, &unsuitable) || unsuitable.Reason != c.want):
			t.Errorf("%s on %s: %v, want reason %d", c.dir, c.kind, err, c.want)
		}
	}
}

func TestOpenAndCreateCheckThePlace(t *testing.T) {
	p := newPlace(t)
	p.options.FileSystem = func(string) (string, error) { return "smb2", nil }
	var unsuitable *storage.UnsuitableError
	if _, err := storage.Create(p.dir, p.options); !errors.As(err, &unsuitable) {
		t.Errorf("create: %v", err)
	}
	if _, err := storage.Open(p.dir, p.options); !errors.As(err, &unsuitable) {
		t.Errorf("open: %v", err)
	}
}

// The functions that ask this machine are replaced in every other test.
func TestThisMachineAnswers(t *testing.T) {
	p := newPlace(t)
	p.options.Free, p.options.FileSystem, p.options.Fingerprint, p.options.Wait = nil, nil, nil, nil
	s, err := storage.Create(p.dir, p.options)
	if unsuitable := (*storage.UnsuitableError)(nil); errors.As(err, &unsuitable) && unsuitable.Reason == storage.NetworkShare {
		return // the temporary folder of this machine is one
	}
	if err != nil {
		t.Fatal(err)
	}
	shut(t, s)
	if f := p.open(t).Findings(); f.Moved {
		t.Error("the same machine has another fingerprint")
	}
}
