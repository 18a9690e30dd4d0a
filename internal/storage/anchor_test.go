package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"harta/internal/storage"
)

// copyFolder copies a folder as a person would.
func copyFolder(tb testing.TB, from, to string) {
	tb.Helper()
	if err := os.RemoveAll(to); err != nil {
		tb.Fatal(err)
	}
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		tb.Fatal(err)
	}
}

func (p place) anchors(tb testing.TB) []string {
	tb.Helper()
	names, err := filepath.Glob(filepath.Join(p.state, "anchor-*"))
	if err != nil || len(names) != 2 {
		tb.Fatalf("anchors = %v, %v", names, err)
	}
	return names
}

// Each case harms what lies beside the journal; want is what Open must find, and after Settle no more.
func TestOpenFindsThatTheFolderIsNotTheOneItWas(t *testing.T) {
	remove := func(names ...string) error {
		for _, name := range names {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
		return nil
	}
	for _, c := range []struct {
		name string
		harm func(t *testing.T, p *place) error
		want func(storage.Findings) bool
	}{
		{
			"both anchors missing",
			func(t *testing.T, p *place) error { t.Helper(); return remove(p.anchors(t)...) },
			func(f storage.Findings) bool { return f.AnchorUnknown },
		},
		{
			"both anchors torn",
			func(t *testing.T, p *place) error {
				t.Helper()
				return errors.Join(os.Truncate(p.anchors(t)[0], 40), os.Truncate(p.anchors(t)[1], 0))
			},
			func(f storage.Findings) bool { return f.AnchorUnknown },
		},
		{
			"cloned to another path",
			func(t *testing.T, p *place) error {
				t.Helper()
				copyFolder(t, p.dir, p.dir+"-clone")
				p.dir += "-clone"
				return nil
			},
			func(f storage.Findings) bool { return f.AnchorUnknown },
		},
		{
			"another machine",
			func(_ *testing.T, p *place) error {
				p.options.Fingerprint = func(string) (string, error) { return "pc2", nil }
				return nil
			},
			func(f storage.Findings) bool { return f.Moved },
		},
		{
			"desk missing",
			func(_ *testing.T, p *place) error { return remove(filepath.Join(p.dir, "desk")) },
			func(f storage.Findings) bool { return f.DeskLost },
		},
		{
			"an older copy put back",
			func(t *testing.T, p *place) error {
				t.Helper()
				copyFolder(t, p.dir+"-older", p.dir)
				return nil
			},
			func(f storage.Findings) bool { return f.Restored },
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			s, w := p.founded(t, 3)
			shut(t, s)
			copyFolder(t, p.dir, p.dir+"-older")
			s = p.open(t)
			appendAll(t, s, w.group(t, 1, 10))
			shut(t, s)
			if err := c.harm(t, &p); err != nil {
				t.Fatal(err)
			}

			s = p.open(t)
			if f := s.Findings(); !c.want(f) || !f.Unsettled() {
				t.Fatalf("findings = %+v", f)
			}
			w.chain = s.Tip(w.chain.ID)
			next := w.group(t, 1, 10)
			if _, err := s.Append(next); !errors.Is(err, storage.ErrUnsettled) {
				t.Fatalf("append to the old chain: %v", err)
			}
			fresh := w.another(2)
			appendAll(t, s, fresh.group(t, 1, 0))
			appendAll(t, s, fresh.group(t, 2, 10))
			if err := s.SetDesk(storage.Desk{ID: "desk-2", Journal: fresh.chain.ID, Series: "Б"}); err != nil {
				t.Fatal(err)
			}
			if err := s.Settle(); err != nil {
				t.Fatal(err)
			}
			appendAll(t, s, next)
			shut(t, s)

			s = p.open(t)
			if f := s.Findings(); f.Unsettled() || s.Desk().ID != "desk-2" || s.Desk().Journal != fresh.chain.ID {
				t.Fatalf("after settling: %+v, %+v", f, s.Desk())
			}
		})
	}
}

func TestOneCopyOfTheAnchorIsEnough(t *testing.T) {
	for i := range 2 {
		p := newPlace(t)
		s, _ := p.founded(t, 4)
		shut(t, s)
		if err := os.Truncate(p.anchors(t)[i], 30); err != nil {
			t.Fatal(err)
		}
		if f := p.open(t).Findings(); f.Unsettled() {
			t.Errorf("copy %d torn: %+v", i, f)
		}
	}
}

func TestAnAnchorThatCannotBeWrittenStopsNothing(t *testing.T) {
	p := newPlace(t)
	p.options = p.options.WithDisk(&faults{Disk: storage.SystemDisk, only: "anchor", from: 3})
	s, err := storage.Create(p.dir, p.options)
	if err != nil {
		t.Fatal(err)
	}
	w := newWriter(1)
	for range 5 {
		appendAll(t, s, w.group(t, 1, 10))
	}
	if err := s.Close(); !errors.Is(err, errDisk) {
		t.Errorf("close: %v", err)
	}
}
