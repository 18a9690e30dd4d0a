package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
)

// How long another program may hold the state file, and how often a copy is begun again.
const (
	stateTimeout = time.Second
	copyTries    = 5
)

// openState opens the state file. One that is missing or damaged is a finding and is begun anew.
func (s *Store) openState() error {
	if s.options.ReadOnly {
		return s.openCopy()
	}
	f, err := os.OpenFile(s.path(commitFile), os.O_CREATE|os.O_RDWR, fileMode)
	if err != nil {
		return fmt.Errorf("open commit lock: %w", err)
	}
	st := &state{volume: s.volume, path: s.path(stateFile), gate: gate{f: f, wait: s.options.Wait}}
	s.findings.StateLost = !sound(st.path, s.mark, s.options.Probe)
	err = st.mark(markOpen)
	if err == nil {
		err = s.launch(st)
	}
	if err != nil {
		return errors.Join(err, f.Close())
	}
	return nil
}

// openCopy gives a reader its own copy of the state, which it may change as it likes.
func (s *Store) openCopy() error {
	home, err := os.MkdirTemp("", "harta-read-")
	if err != nil {
		return fmt.Errorf("make folder for a copy: %w", err)
	}
	st := &state{volume: s.volume, path: filepath.Join(home, stateFile), reader: true}
	err = copyState(s.path(stateFile), st.path, s.options.Wait)
	if err == nil {
		s.findings.StateLost = !sound(st.path, s.mark, s.options.Probe)
		err = s.launch(st)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(home))
	}
	_ = os.Remove(st.path) // where the system can, nothing stays behind even if the reader is killed
	return nil
}

// launch opens the file of a state, a new one if it was lost, and starts the commits.
func (s *Store) launch(st *state) error {
	var err error
	if !s.findings.StateLost {
		if err = st.open(); err != nil {
			s.findings.StateLost = true
		}
	}
	if s.findings.StateLost {
		err = st.renew()
	}
	if err != nil {
		return err
	}
	s.state = st
	st.start()
	return nil
}

// createState makes an empty state file that is whole as soon as it has its name.
func createState(v volume, path string) error {
	part := path + partSuffix
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("create state file: %w", err)
	}
	db, err := bolt.Open(part, fileMode, &bolt.Options{Timeout: stateTimeout})
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		return fmt.Errorf("create state file: %w", err)
	}
	if err := v.rename(part, path); err != nil {
		return err
	}
	return v.disk.SyncDir(filepath.Dir(path))
}

// open opens the file. When bbolt breaks over it the handle is closed all the same, so that it can be deleted.
func (s *state) open() error {
	var opened *os.File
	options := &bolt.Options{
		Timeout: stateTimeout, FreelistType: bolt.FreelistMapType, NoStatistics: true, NoSync: s.bulk || s.reader,
		OpenFile: func(name string, flag int, mode os.FileMode) (f *os.File, err error) {
			opened, err = os.OpenFile(name, flag, mode)
			return opened, err
		},
	}
	err := guard(always, func() (err error) {
		s.db, err = bolt.Open(s.path, fileMode, options)
		return err
	})
	if err != nil {
		s.db = nil
		if opened != nil {
			_ = opened.Close() // closed already unless bbolt broke
		}
		return fmt.Errorf("open state file: %w", err)
	}
	return nil
}

// renew puts an empty file in place of the one there is.
func (s *state) renew() error {
	if err := s.volume.remove(s.path); err != nil {
		return err
	}
	if err := createState(s.volume, s.path); err != nil {
		return err
	}
	return s.open()
}

// reset begins a rebuild.
func (s *state) reset() error {
	s.use.Lock()
	defer s.use.Unlock()
	defer s.gate.enter(false)()
	if err := s.mark(markBuilding); err != nil {
		return err
	}
	if s.db != nil && !errors.Is(s.failed, ErrStateLost) { // else bbolt may hold its own locks for ever
		if err := guard(always, s.db.Close); err != nil {
			return fmt.Errorf("close state file: %w", err)
		}
	}
	s.db, s.bulk = nil, true
	s.failed = s.renew()
	return s.failed
}

// copyState copies the state file while no commit is under way. One that is not there is not copied.
func copyState(from, to string, wait func(time.Duration)) error {
	in, err := os.Open(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open state file: %w", err)
	}
	defer release(in)
	g := gate{wait: wait}
	if f, err := os.Open(filepath.Join(filepath.Dir(from), commitFile)); err == nil {
		defer release(f)
		g.f = f
	}
	defer g.enter(true)()
	for range copyTries {
		unchanged, err := copyOnce(in, to)
		if err != nil || unchanged {
			return err
		}
	}
	return fmt.Errorf("copy state file: %w", ErrUnequal)
}

// copyOnce copies and reports whether no commit has come in between. A commit never touches the pages of the
// one before it, and shows itself by a new meta page; both of these lie in the first 128 KiB whatever the page
// size.
func copyOnce(in *os.File, to string) (bool, error) {
	const metas = 128 << 10
	before, err := io.ReadAll(io.NewSectionReader(in, 0, metas))
	if err != nil {
		return false, fmt.Errorf("copy state file: %w", err)
	}
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, fileMode)
	if err != nil {
		return false, fmt.Errorf("copy state file: %w", err)
	}
	_, err = in.Seek(0, io.SeekStart)
	if err == nil {
		_, err = io.Copy(out, in)
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return false, fmt.Errorf("copy state file: %w", err)
	}
	after, err := io.ReadAll(io.NewSectionReader(in, 0, metas))
	return string(before) == string(after), err
}

// compare holds what was opened against what is remembered elsewhere.
func (s *Store) compare() error {
	if err := s.inspect(); err != nil {
		return err
	}
	err := s.View(func(t State) error {
		return t.Each(PositionsBucket, nil, func(key, value []byte) error {
			return s.compareLine(key, value)
		})
	})
	if errors.Is(err, ErrStateLost) {
		s.findings.StateLost, s.findings.Lost = true, nil
		return s.ResetState()
	}
	return err
}

// compareLine notes that folded state has come further than the journal.
func (s *Store) compareLine(key, value []byte) error {
	var l Line
	if len(key) != len(l.Chain)+len(l.Branch) || len(value) != 8 {
		return fmt.Errorf("%w: position of an unknown form", ErrStateLost)
	}
	copy(l.Chain[:], key)
	copy(l.Branch[:], key[len(l.Chain):])
	folded, tip := binary.BigEndian.Uint64(value), uint64(0)
	if open, ok := s.lines[l]; ok {
		tip = open.end.Tip.Seq
	}
	if folded > tip {
		s.findings.Lost = append(s.findings.Lost, Gap{Line: l, Folded: folded, Tip: tip})
	}
	return nil
}
