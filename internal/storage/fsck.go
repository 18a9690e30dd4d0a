package storage

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"harta/internal/journal"
	"harta/internal/vault"
)

// Report is what [Fsck] found.
type Report struct {
	Journal journal.Report // of its damage only what stands in Damage too
	Slots   int
	Bundles int
	Blobs   int
	Torn    int64            // bytes at the ends of chains that the next Open cuts
	Damage  []journal.Damage // everything that is wrong, by file and offset
}

// Sound reports whether nothing is wrong.
func (r Report) Sound() bool { return len(r.Damage) == 0 }

// Progress is told how many bytes of how many are done.
type Progress func(done, total int64)

// Fsck checks a data folder or a backup without a password and without the lock: every record, and with full
// also every signature; the checksums of the content keys; that attachments are what their names say; and that
// nothing else lies there. An error means that it could not look.
func Fsck(dir string, full bool, progress Progress) (Report, error) {
	if !isStore(dir) {
		return Report{}, ErrNoStore
	}
	c := check{dir: dir}
	files, err := c.list()
	if err != nil {
		return Report{}, err
	}
	c.meter = newMeter(files, progress)
	sources := []journal.Source{}
	for _, f := range files {
		if s, ok := c.file(f); ok {
			sources = append(sources, s)
		}
	}
	c.Journal = journal.Verify(sources, journal.Check{Signatures: full})
	c.Damage = append(c.Damage, c.Journal.Damage...)
	c.chains()
	slices.SortStableFunc(c.Damage, func(a, b journal.Damage) int {
		return cmp.Or(strings.Compare(a.Source, b.Source), cmp.Compare(a.Offset, b.Offset))
	})
	return c.Report, c.err
}

// check is an Fsck under way.
type check struct {
	Report
	dir   string
	meter *meter
	last  map[string]uint64 // first seq of the last segment by folder
	named Desk              // what the desk file says
	err   error
}

// entry is a file in a data folder.
type entry struct {
	name string // relative, with slashes
	size int64
}

// list finds all files that mean something and blames those that do not.
func (c *check) list() ([]entry, error) {
	c.last = map[string]uint64{}
	files, err := walkFiles(c.dir)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		folder, name := splitName(f.name)
		if first, ok := segmentOf(name); ok && strings.HasPrefix(folder, journalDir+"/") {
			c.last[folder] = max(c.last[folder], first)
		}
	}
	return files, nil
}

func splitName(name string) (folder, base string) {
	i := strings.LastIndexByte(name, '/')
	return name[:max(i, 0)], name[i+1:]
}

// walkFiles lists the files of a data folder but those that a crash left unfinished.
func walkFiles(dir string) (files []entry, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // gone since its folder was read
		}
		if err != nil || d.IsDir() || strings.HasSuffix(path, partSuffix) {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		files = append(files, entry{filepath.ToSlash(rel), info.Size()})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list data folder: %w", err)
	}
	return files, nil
}

func (c *check) blame(name string, offset int64, err error) {
	c.Damage = append(c.Damage, journal.Damage{Source: name, Offset: offset, Err: err})
}

// file checks a file, or returns it as a source of records.
func (c *check) file(f entry) (journal.Source, bool) {
	folder, name := splitName(f.name)
	switch {
	case strings.HasPrefix(folder, journalDir+"/"):
		return c.segment(f, folder, name)
	case folder == blobDir:
		c.blob(f, name)
	case f.name == slotsPath:
		c.slots(f)
	case folder == keysDir+"/"+usersDir:
		c.bundle(f, name)
	case f.name == deskFile:
		c.desk(f)
	case folder == draftsDir && validName(name) == nil:
	case slices.Contains([]string{stateFile, stateFile + markSuffix, lockFile, commitFile}, f.name):
	default:
		c.blame(f.name, 0, ErrForeignFile)
	}
	c.meter.add(f.size)
	return journal.Source{}, false
}

// segment returns a segment as a source that goes on behind damage. A torn end of a last one is no damage.
func (c *check) segment(f entry, folder, name string) (journal.Source, bool) {
	l, ok := lineOf(strings.TrimPrefix(folder, journalDir+"/"))
	first, named := segmentOf(name)
	if !ok || !named {
		c.meter.add(f.size)
		c.blame(f.name, 0, ErrForeignFile)
		return journal.Source{}, false
	}
	return journal.Source{Name: f.name, Frames: func(yield func(journal.Frame, error) bool) {
		data, err := c.read(f)
		if err != nil {
			yield(journal.Frame{}, err)
			return
		}
		all := slices.Collect(pieces(data))
		if c.last[folder] == first {
			kept := whole(all, first, 0)
			if len(kept) < len(all) {
				c.Torn += int64(len(data) - all[len(kept)].offset)
			}
			all = kept
		}
		c.name(f.name, l, first, all)
		for frame, err := range frames(data, all) {
			if !yield(frame, err) {
				return
			}
		}
	}}, true
}

// name checks that a segment lies where its records say.
func (c *check) name(name string, l Line, first uint64, all []piece) {
	if len(all) == 0 || all[0].err != nil {
		return
	}
	r := all[0].record
	if r.ChainOf() != l.Chain || r.Seq != first {
		c.blame(name, 0, journal.ErrForeign)
	}
}

// frames gives pieces to the verifier.
func frames(data []byte, all []piece) iter.Seq2[journal.Frame, error] {
	return func(yield func(journal.Frame, error) bool) {
		for _, p := range all {
			f := journal.Frame{Offset: int64(p.offset), Bytes: data[p.offset : p.offset+p.length]}
			if !yield(f, p.err) {
				return
			}
		}
	}
}

// read reads a file as long as it was when all were listed: of a store in use, one moment.
func (c *check) read(f entry) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(c.dir, filepath.FromSlash(f.name)))
	c.meter.add(f.size)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return data[:min(int64(len(data)), f.size)], nil
}

func (c *check) blob(f entry, name string) {
	c.Blobs++
	id, err := journal.ParseHash(name)
	if err != nil {
		c.blame(f.name, 0, ErrForeignFile)
		return
	}
	data, err := os.ReadFile(filepath.Join(c.dir, filepath.FromSlash(f.name)))
	if err == nil && sha256.Sum256(data) != id {
		err = ErrUnequal
	}
	if err != nil {
		c.blame(f.name, 0, err)
	}
}

func (c *check) slots(f entry) {
	all, err := readSlots(filepath.Join(c.dir, filepath.FromSlash(f.name)))
	if err != nil {
		c.blame(f.name, 0, err)
	}
	c.Slots = len(all)
	for i, slot := range all {
		if _, err := vault.DecodeSlot(slot[:]); err != nil {
			c.blame(f.name, int64(i)*vault.SlotSize, err)
		}
	}
}

func (c *check) bundle(f entry, name string) {
	c.Bundles++
	if _, ok := authorOf(name); !ok {
		c.blame(f.name, 0, ErrForeignFile)
	}
}

func (c *check) desk(f entry) {
	data, err := os.ReadFile(filepath.Join(c.dir, deskFile))
	if err == nil {
		_, c.named, err = decodeIdentity(data)
	}
	if err != nil {
		c.blame(f.name, 0, err)
	}
}

// chains looks for the chains that the desk writes: one that is missing as a whole leaves no gap of its own.
func (c *check) chains() {
	for _, id := range []journal.ChainID{c.named.Journal, c.named.Access} {
		there := slices.ContainsFunc(c.Journal.Chains, func(r journal.ChainReport) bool { return r.ID == id })
		if id != (journal.ChainID{}) && !there {
			c.Damage = append(c.Damage, journal.Damage{Source: deskFile, Chain: id, Err: journal.ErrGap})
		}
	}
}

// meter adds up progress.
type meter struct {
	done, total int64
	tell        Progress
}

func newMeter(files []entry, tell Progress) *meter {
	m := &meter{tell: tell}
	for _, f := range files {
		m.total += f.size
	}
	return m
}

func (m *meter) add(n int64) {
	m.done += n
	if m.tell != nil {
		m.tell(min(m.done, m.total), m.total)
	}
}

// part returns the progress of a step of the whole.
func (m *meter) part() Progress {
	before := m.done
	return func(done, _ int64) { m.add(before + done - m.done) }
}
