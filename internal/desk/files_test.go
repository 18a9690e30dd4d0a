package desk_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"harta/internal/desk"
)

func TestAFileAppearsWholeOrNotAtAll(t *testing.T) {
	d, dir := newDesk(t), t.TempDir()
	path := filepath.Join(dir, "report.xlsx")
	broken := errors.New("broken")
	if err := desk.WriteFile(path, func(w io.Writer) error {
		_, err := io.WriteString(w, "half")
		return errors.Join(err, broken)
	}); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if names, err := os.ReadDir(dir); err != nil || len(names) > 0 {
		t.Errorf("%v is left, %v", names, err)
	}
	if err := d.SaveCopy(dir, nil); !errors.Is(err, desk.ErrNotFile) {
		t.Errorf("a folder: %v", err)
	}
	if err := d.SaveCopy(os.DevNull, nil); !errors.Is(err, desk.ErrNotFile) {
		t.Errorf("a device: %v", err)
	}
	if _, err := d.ReadFile(dir, 0); !errors.Is(err, desk.ErrNotFile) {
		t.Errorf("read a folder: %v", err)
	}
	if err := d.SaveCopy(path, []byte("whole")); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "whole" {
		t.Errorf("%q, %v", b, err)
	}
}

func TestALinkStaysOne(t *testing.T) {
	d, dir := newDesk(t), t.TempDir()
	path, link := filepath.Join(dir, "letter.pdf"), filepath.Join(dir, "link.pdf")
	if err := d.SaveCopy(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := d.SaveCopy(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "new" {
		t.Errorf("%q, %v", b, err)
	}
	if to, err := os.Readlink(link); err != nil || to != path {
		t.Errorf("leads to %q, %v", to, err)
	}
}

func TestTheLogIsPutAsideWhenItIsLong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "harta.log")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.Repeat("x", desk.LogLimit+1)), 0o600); err != nil {
		t.Fatal(err)
	}
	l := desk.NewLog(path)
	if _, err := l.Write([]byte("line\n")); err != nil {
		t.Fatal(err)
	}
	l.Close()
	if b, err := os.ReadFile(path); err != nil || string(b) != "line\n" {
		t.Errorf("%q, %v", b, err)
	}
	if _, err := os.Stat(path + ".old"); err != nil {
		t.Error(err)
	}
}
