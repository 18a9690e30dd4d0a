package storage_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"harta/internal/storage"
)

// smallDisk returns a folder on a disk of 12 MB: a real one where this process may mount it, else one that the
// options limit. The function makes it read-only and reports whether it could.
func smallDisk(t *testing.T, p *place) (readOnly func() bool) {
	t.Helper()
	home := t.TempDir()
	image, at := filepath.Join(home, "image"), filepath.Join(home, "disk")
	run := func(name string, args ...string) bool { return exec.Command(name, args...).Run() == nil }
	err := errors.Join(os.WriteFile(image, nil, 0o600), os.Truncate(image, 12<<20), os.Mkdir(at, 0o700))
	if err != nil {
		t.Fatal(err)
	}
	p.dir = filepath.Join(at, "data")
	if !run("mkfs.ext4", "-q", "-F", image) || !run("mount", "-o", "loop", image, at) {
		p.options = p.options.WithDisk(&faults{Disk: storage.SystemDisk, only: "nothing", limit: true, room: 6 << 20})
		return func() bool { return false }
	}
	t.Cleanup(func() {
		if !run("umount", at) {
			t.Error("the small disk cannot be unmounted")
		}
	})
	return func() bool { return run("mount", "-o", "remount,ro", at) }
}

// given a disk that is really full, then what was acknowledged is there, can be read, and is not written to.
func TestAFullDiskKeepsWhatWasAcknowledged(t *testing.T) {
	p := newPlace(t)
	readOnly := smallDisk(t, &p)
	s, w := p.founded(t, 1)
	line, acknowledged := storage.Line{Chain: w.chain.ID}, 1
	var err error
	for err == nil {
		if _, err = s.Append(w.group(t, 1, 60_000)); err == nil {
			acknowledged++
		}
	}
	if !errors.Is(err, storage.ErrDiskFull) || !errors.Is(err, storage.ErrOutcomeUnknown) {
		t.Fatalf("append to a full disk: %v", err)
	}
	_ = s.Close() // it has no room for its mark

	beside := p
	beside.options.ReadOnly = true
	reader := beside.open(t)
	all, damage := seqs(t, reader, line, 1)
	if len(all) < acknowledged || len(all) > acknowledged+1 || damage != nil {
		t.Fatalf("%d acknowledged, %d there, %v", acknowledged, len(all), damage)
	}
	shut(t, reader)
	if !readOnly() {
		return
	}
	if _, err := storage.Open(p.dir, p.options); !errors.Is(err, storage.ErrDiskReadOnly) {
		t.Errorf("open on a read-only disk: %v", err)
	}
	if got, _ := seqs(t, beside.open(t), line, 1); len(got) != len(all) {
		t.Errorf("read-only disk: %d records, %d before", len(got), len(all))
	}
}

func TestAReaderChangesNoFile(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	p := newPlace(t)
	s, _ := p.founded(t, 3)
	shut(t, s)
	before := contents(t, p.dir)
	p.options.ReadOnly = true
	shut(t, p.open(t))
	equal(t, before, contents(t, p.dir))
	left, err := os.ReadDir(temp)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
