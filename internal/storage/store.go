package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"harta/internal/journal"
)

// Store is an open data folder. Its methods may be called from several goroutines.
type Store struct {
	dir     string
	options Options
	volume  volume
	lock    *os.File // nil in a reader

	findings Findings
	mark     string // how the last writer left the state

	mu       sync.Mutex // guards what follows
	office   journal.Ref
	lines    map[Line]*line
	slots    int      // how many content key slots there are
	keys     *os.File // they are read from it; nil until there are any
	anchor   *anchor
	identity identity
	desk     Desk
	settled  bool
	broken   error // why nothing can be written any more
	state    *state
}

// Create makes a store in dir, which must be absent, empty, or what an earlier Create has begun.
func Create(dir string, o Options) (*Store, error) {
	s, err := prepare(dir, o)
	if err != nil {
		return nil, err
	}
	if s.options.ReadOnly {
		return nil, ErrReadOnly
	}
	if err := s.vacant(); err != nil {
		return nil, err
	}
	if err := s.found(); err != nil {
		return nil, explain(err)
	}
	return Open(dir, o)
}

// vacant refuses a folder that holds anything but an unfinished store.
func (s *Store) vacant() error {
	names, err := list(s.dir)
	if err != nil {
		return err
	}
	if len(names) > 0 && !Begun(s.dir) {
		return ErrNotEmpty
	}
	return nil
}

// found lays out the folders, the desk file, an anchor and an empty state.
func (s *Store) found() error {
	if err := os.MkdirAll(s.dir, dirMode); err != nil {
		return fmt.Errorf("make data folder: %w", err)
	}
	for _, name := range folders {
		if err := s.volume.mkdir(s.path(name)); err != nil {
			return err
		}
	}
	if err := s.forsake(); err != nil {
		return err
	}
	machine, err := s.options.Fingerprint(s.dir)
	if err != nil {
		return err
	}
	zero := journal.ChainID{}.String()
	if err := s.writeIdentity(identity{Journal: zero, Access: zero, Fingerprint: machine}); err != nil {
		return err
	}
	return createState(s.volume, s.path(stateFile))
}

// forsake deletes the keys that an earlier Create has left: they open nothing.
func (s *Store) forsake() error {
	users := s.path(filepath.Join(keysDir, usersDir))
	names, err := list(users)
	if err != nil {
		return err
	}
	for _, name := range names {
		err = errors.Join(err, s.volume.remove(filepath.Join(users, name)))
	}
	return errors.Join(err, s.volume.remove(s.path(slotsPath)))
}

// prepare checks options and place, and knows nothing of the content yet.
func prepare(dir string, o Options) (*Store, error) {
	o, err := o.complete()
	if err != nil {
		return nil, err
	}
	if err := CheckPlace(dir, o.FileSystem); err != nil {
		return nil, err
	}
	dir, err = home(dir)
	if err != nil {
		return nil, err
	}
	return &Store{
		dir: dir, options: o, volume: volume{disk: o.disk, wait: o.Wait},
		lines: map[Line]*line{}, anchor: &anchor{}, settled: true,
	}, nil
}

// Open opens the store in dir. What is not as it should be comes with [Store.Findings]; an error means that the
// store cannot even be read, or with [*HeldError] that another process writes it.
func Open(dir string, o Options) (*Store, error) {
	s, err := prepare(dir, o)
	if err != nil {
		return nil, err
	}
	if !isStore(s.dir) {
		return nil, ErrNoStore
	}
	if err := s.open(); err != nil {
		return nil, errors.Join(explain(err), s.Close())
	}
	return s, nil
}

// open reads state before journal, so that beside a running writer the journal is never the older one.
func (s *Store) open() error {
	steps := []func() error{s.hold, s.readDesk, s.readAnchor, s.openState, s.openLines, s.openSlots, s.compare}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	s.settled = !s.findings.Unsettled()
	if s.options.ReadOnly {
		s.broken = ErrReadOnly
		return nil
	}
	return s.sweep()
}

// hold makes this process the writer, and finds out how the last one ended.
func (s *Store) hold() (err error) {
	if !s.options.ReadOnly {
		h := holder{Holder: s.options.Holder, Since: s.options.Now(), PID: os.Getpid()}
		if s.lock, err = acquire(s.path(lockFile), h, s.options.Wait); err != nil {
			return err
		}
	}
	s.mark, err = readMark(s.path(stateFile))
	if s.options.ReadOnly && writerLives(s.path(lockFile)) {
		s.mark = markVouched
	}
	return err
}

func (s *Store) readAnchor() error {
	if s.options.StateDir == "" {
		return nil
	}
	volume, err := volumeID(s.dir)
	if err != nil {
		return err
	}
	s.anchor, err = readAnchor(anchorNames(s.options.StateDir, volume, s.dir))
	if err != nil || s.options.ReadOnly {
		return err
	}
	return s.anchor.open(s.options.disk)
}

// openLines finds the end of every line and cuts what is torn.
func (s *Store) openLines() error {
	all, err := lines(s.dir)
	if err != nil {
		return err
	}
	ends := tailReader{dir: s.dir}
	if s.mark == "" || s.mark == markOpen || s.mark == markBuilding {
		ends.authors = newAuthors(s.dir, all)
	}
	for _, l := range all {
		acked := journal.Tip{}
		if l.Branch == (Branch{}) {
			acked = s.anchor.tips[l.Chain]
		}
		t, err := ends.read(l, acked)
		if err != nil {
			return err
		}
		if err := s.adopt(t); err != nil {
			return err
		}
	}
	return nil
}

// adopt takes a line as it was found.
func (s *Store) adopt(t tail) error {
	s.findings.Torn += t.torn
	s.findings.Damage = append(s.findings.Damage, t.damage...)
	s.findings.Restored = s.findings.Restored || t.altered
	if !s.options.ReadOnly && t.torn > 0 {
		if err := s.cut(t); err != nil {
			return err
		}
	}
	if t.end.Tip.Seq == 0 {
		return s.forget(t)
	}
	if s.office == (journal.Ref{}) {
		s.office = t.end.Office
	}
	s.lines[t.Line] = &t.line
	return nil
}

// forget drops a line whose first record was never acknowledged.
func (s *Store) forget(t tail) error {
	if s.options.ReadOnly || t.size > 0 || len(t.segments) > 1 {
		return nil
	}
	if err := os.RemoveAll(s.path(filepath.Join(journalDir, t.folder()))); err != nil {
		return fmt.Errorf("delete unfinished chain: %w", err)
	}
	return nil
}

// cut ends the last segment of a line where acknowledged records end.
func (s *Store) cut(t tail) error {
	f, err := s.options.disk.Open(s.path(t.path(t.segments[len(t.segments)-1])), os.O_RDWR)
	if err != nil {
		return fmt.Errorf("open segment: %w", err)
	}
	err = f.Truncate(t.size)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("cut torn tail: %w", err)
	}
	return nil
}

// sweep deletes files that were never finished.
func (s *Store) sweep() error {
	var errs []error
	for _, name := range append(slices.Clone(folders), ".") {
		errs = append(errs, s.volume.sweep(s.path(name)))
	}
	return errors.Join(errs...)
}

// writable says why nothing can be written, if so. The caller holds the mutex.
func (s *Store) writable() error {
	if s.broken != nil {
		return s.broken
	}
	free, err := s.options.Free(s.dir)
	if err != nil {
		return err
	}
	if free < DefaultReserve {
		return ErrDiskFull
	}
	return nil
}

// fail marks a write whose outcome is unknown; nothing is written after it. The caller holds the mutex.
func (s *Store) fail(err error) error {
	s.broken = ErrOutcomeUnknown
	return fmt.Errorf("%w: %w", ErrOutcomeUnknown, explain(err))
}

func (s *Store) path(name string) string { return filepath.Join(s.dir, name) }

// Close commits folded state, gives the folder free and ends the use of the store. It may be called again.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if errors.Is(s.broken, ErrClosed) {
		return nil
	}
	s.broken = ErrClosed
	var errs []error
	if s.state != nil {
		errs = append(errs, s.state.close())
	}
	for _, l := range s.lines {
		errs = append(errs, l.close())
	}
	errs = append(errs, s.anchor.close())
	if s.keys != nil {
		errs = append(errs, s.keys.Close())
		s.keys = nil
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Close())
	}
	return errors.Join(errs...)
}
