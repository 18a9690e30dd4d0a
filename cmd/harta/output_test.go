package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
)

func TestTextsOfPeopleAreNeverFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"=HYPERLINK(1)": "'=HYPERLINK(1)", "+359": "'+359", "-1": "'-1", "@x": "'@x", "\tx": "'\tx", "\rx": "'\rx",
		"Нова година": "Нова година", "": "", "2m": "2m",
	} {
		if got := cell(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestAFileAppearsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.xlsx")
	broken := errors.New("broken")
	if err := writeFile(path, func(w io.Writer) error {
		_, err := io.WriteString(w, "half")
		return errors.Join(err, broken)
	}); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if names, err := os.ReadDir(dir); err != nil || len(names) > 0 {
		t.Errorf("%v is left, %v", names, err)
	}
	if err := writePDF(dir, nil); !errors.Is(err, errNotFile) {
		t.Errorf("a folder: %v", err)
	}
	if err := writePDF(os.DevNull, nil); !errors.Is(err, errNotFile) {
		t.Errorf("a device: %v", err)
	}
	if _, err := readFile(dir); !errors.Is(err, errNotFile) {
		t.Errorf("read a folder: %v", err)
	}
	if err := writePDF(path, []byte("whole")); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "whole" {
		t.Errorf("%q, %v", b, err)
	}
}

func TestALinkStaysOne(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "letter.pdf"), filepath.Join(dir, "link.pdf")
	if err := writePDF(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := writePDF(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "new" {
		t.Errorf("%q, %v", b, err)
	}
	if to, err := os.Readlink(link); err != nil || to != path {
		t.Errorf("leads to %q, %v", to, err)
	}
}

func TestASubjectIsOneLine(t *testing.T) {
	if got := oneLined(" Вода\r\nи\tток\x1b[2J\u2028тук\x00 "); got != "Вода и ток [2J тук" {
		t.Errorf("%q", got)
	}
}

func TestMomentsAreReadAsPeopleWriteThem(t *testing.T) {
	today := calendar.NewDate(2026, time.November, 23)
	for typed, want := range map[string]string{
		"":                 "0001-01-01T00:00:00Z",
		"23.11.2026":       "0001-01-01T00:00:00Z", // today without an hour is now
		"20.11.2026":       "2026-11-20T10:00:00+02:00",
		"20.11.2026 15:04": "2026-11-20T15:04:00+02:00",
		"2026-07-01T08:30": "2026-07-01T08:30:00+03:00",
	} {
		var m momentValue
		if err := m.Set(typed); typed != "" && err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		if got := m.at(today).Format(time.RFC3339); got != want {
			t.Errorf("%q: %s, want %s", typed, got, want)
		}
	}
	for _, wrong := range []string{"вчера", "31.02.2026", "20.11.2026 25:00"} {
		if err := new(momentValue).Set(wrong); err == nil {
			t.Errorf("%q was read", wrong)
		}
	}
}

func TestTheLogIsPutAsideWhenItIsLong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "harta.log")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.Repeat("x", logLimit+1)), 0o600); err != nil {
		t.Fatal(err)
	}
	l := &logFile{path: path, fallback: io.Discard}
	if _, err := l.Write([]byte("line\n")); err != nil {
		t.Fatal(err)
	}
	l.close()
	if b, err := os.ReadFile(path); err != nil || string(b) != "line\n" {
		t.Errorf("%q, %v", b, err)
	}
	if _, err := os.Stat(path + ".old"); err != nil {
		t.Error(err)
	}
}
