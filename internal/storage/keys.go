package storage

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"harta/internal/journal"
	"harta/internal/vault"
)

// Slot is a content key as it lies in its place; vault encodes and decodes it.
type Slot = [vault.SlotSize]byte

const slotsPath = keysDir + "/" + slotsFile

// openSlots counts the slots and cuts what a crash has left behind the last one.
func (s *Store) openSlots() error {
	f, err := os.Open(s.path(slotsPath))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open content keys: %w", err)
	}
	s.keys = f
	n, torn, err := countSlots(f)
	s.slots = n
	if err != nil || !torn || s.options.ReadOnly {
		return err
	}
	return s.writeSlots(func(f file) error { return f.Truncate(int64(s.slots) * vault.SlotSize) })
}

// countSlots counts the slots of a file; zeros at the end, and less than a slot, are torn.
func countSlots(f *os.File) (n int, torn bool, err error) {
	info, err := f.Stat()
	if err != nil {
		return 0, false, fmt.Errorf("read content keys: %w", err)
	}
	for n = int(info.Size() / vault.SlotSize); n > 0; n-- {
		last, err := slotAt(f, n-1)
		if err != nil {
			return 0, false, err
		}
		if last != (Slot{}) {
			break
		}
	}
	return n, int64(n)*vault.SlotSize < info.Size(), nil
}

func slotAt(f io.ReaderAt, i int) (slot Slot, err error) {
	if _, err := f.ReadAt(slot[:], int64(i)*vault.SlotSize); err != nil {
		return slot, fmt.Errorf("read content key %d: %w", i, err)
	}
	return slot, nil
}

// readSlots reads all slots.
func readSlots(name string) (all []Slot, err error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read content keys: %w", err)
	}
	defer release(f)
	n, _, err := countSlots(f)
	if err != nil {
		return nil, err
	}
	all = make([]Slot, n)
	in := bufio.NewReaderSize(f, 1<<16) // not the whole file beside the slots: there are as many as cases
	for i := range all {
		if _, err := io.ReadFull(in, all[i][:]); err != nil {
			return nil, fmt.Errorf("read content keys: %w", err)
		}
	}
	return all, nil
}

// Slot returns one content key slot.
func (s *Store) Slot(i int) (slot Slot, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if errors.Is(s.broken, ErrClosed) {
		return slot, ErrClosed
	}
	if s.keys == nil {
		if s.keys, err = os.Open(s.path(slotsPath)); err != nil {
			s.keys = nil
			return slot, fmt.Errorf("open content keys: %w", err)
		}
	}
	return slotAt(s.keys, i)
}

// Slots returns all content key slots by index.
func (s *Store) Slots() ([]Slot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return readSlots(s.path(slotsPath))
}

// AddSlots appends slots and returns the index of the first. They are fsynced when AddSlots returns.
func (s *Store) AddSlots(slots []Slot) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return 0, err
	}
	first := s.slots
	err := s.writeSlots(func(f file) error {
		_, err := f.WriteAt(slices.Concat(flat(slots)...), int64(first)*vault.SlotSize)
		return err
	})
	if err != nil {
		return 0, s.fail(err)
	}
	s.slots += len(slots)
	return first, nil
}

// OverwriteSlot replaces a slot in its place, so that nothing of the old one is left in the file. It is
// fsynced when OverwriteSlot returns.
func (s *Store) OverwriteSlot(i int, slot Slot) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return err
	}
	if i < 0 || i >= s.slots {
		return fmt.Errorf("slot %d of %d: %w", i, s.slots, fs.ErrNotExist)
	}
	err := s.writeSlots(func(f file) error {
		_, err := f.WriteAt(slot[:], int64(i)*vault.SlotSize)
		return err
	})
	if err != nil {
		return s.fail(err)
	}
	return nil
}

// writeSlots opens the file of slots, changes it and fsyncs it, and with the first slots its folder too.
func (s *Store) writeSlots(change func(file) error) error {
	f, err := s.options.disk.Open(s.path(slotsPath), os.O_CREATE|os.O_RDWR)
	if err != nil {
		return fmt.Errorf("open content keys: %w", err)
	}
	err = change(f)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil && s.slots == 0 {
		err = s.options.disk.SyncDir(s.path(keysDir))
	}
	if err != nil {
		return fmt.Errorf("write content keys: %w", err)
	}
	return nil
}

func flat(slots []Slot) [][]byte {
	all := make([][]byte, len(slots))
	for i := range slots {
		all[i] = slots[i][:]
	}
	return all
}

// Bundles returns the users that have a password bundle.
func (s *Store) Bundles() ([]journal.AuthorID, error) {
	names, err := list(s.path(filepath.Join(keysDir, usersDir)))
	if err != nil {
		return nil, err
	}
	var ids []journal.AuthorID
	for _, name := range names {
		if id, ok := authorOf(name); ok {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// authorOf reads the name of a bundle. A chain id is spelled in the same way.
func authorOf(name string) (journal.AuthorID, bool) {
	id, err := journal.ParseChainID(name)
	return journal.AuthorID(id), err == nil
}

// ReadBundle returns a user's password bundle.
func (s *Store) ReadBundle(id journal.AuthorID) ([]byte, error) {
	b, err := os.ReadFile(s.bundle(id))
	if err != nil {
		return nil, fmt.Errorf("read password bundle: %w", err)
	}
	return b, nil
}

// WriteBundle replaces a user's password bundle; a crash leaves the old one or the new one.
func (s *Store) WriteBundle(id journal.AuthorID, bundle []byte) error {
	return s.place(s.bundle(id), bundle)
}

// DeleteBundle deletes a user's password bundle.
func (s *Store) DeleteBundle(id journal.AuthorID) error { return s.delete(s.bundle(id)) }

func (s *Store) bundle(id journal.AuthorID) string {
	return s.path(filepath.Join(keysDir, usersDir, id.String()))
}

// place writes a whole file. What it replaces stays until the new one is safe, so that a failure leaves the
// rest of the store usable.
func (s *Store) place(name string, data []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return err
	}
	return explain(s.volume.replace(name, data))
}

func (s *Store) delete(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil {
		return s.broken
	}
	return s.volume.remove(name)
}
