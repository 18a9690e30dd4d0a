package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"harta/internal/journal"
)

const anchorMagic = "harta-anchor-v1\x00"

// anchor is what this machine acknowledged last in the chains that it writes. It lies outside the data folder
// and is not restored with it: a journal that has less was put back or cut.
//
// Two copies are written in turn, each with a checksum. They are not fsynced: one that is behind is harmless.
type anchor struct {
	names      [2]string
	files      [2]file
	generation uint64
	tips       map[journal.ChainID]journal.Tip
	known      bool  // a copy was read
	failed     error // of the last write
}

// anchorNames returns the files for a data folder on its volume.
func anchorNames(stateDir, volume, dir string) (names [2]string) {
	for i := range names {
		names[i] = filepath.Join(stateDir, fmt.Sprintf("anchor-%s.%d", digest(volume, dir), i))
	}
	return names
}

// readAnchor reads the newer of the copies that are sound.
func readAnchor(names [2]string) (*anchor, error) {
	a := &anchor{names: names, tips: map[journal.ChainID]journal.Tip{}}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("read anchor: %w", err)
		}
		generation, tips, ok := decodeAnchor(b)
		if ok && (!a.known || generation > a.generation) {
			a.generation, a.tips, a.known = generation, tips, true
		}
	}
	return a, nil
}

// open makes the anchor ready to be written.
func (a *anchor) open(d disk) error {
	if err := os.MkdirAll(filepath.Dir(a.names[0]), dirMode); err != nil {
		return fmt.Errorf("make state folder: %w", err)
	}
	for i, name := range a.names {
		f, err := d.Open(name, os.O_CREATE|os.O_RDWR)
		if err != nil {
			return errors.Join(fmt.Errorf("open anchor: %w", err), a.close())
		}
		a.files[i] = f
	}
	return nil
}

// note records what was acknowledged. A copy that cannot be written is no reason to doubt what is on the disk:
// the error is kept for close.
func (a *anchor) note(id journal.ChainID, tip journal.Tip) {
	a.tips[id] = tip
	a.failed = a.write()
}

// reset forgets every chain but those given and writes both copies.
func (a *anchor) reset(tips map[journal.ChainID]journal.Tip) error {
	a.tips = tips
	a.failed = errors.Join(a.write(), a.write())
	return a.failed
}

func (a *anchor) write() error {
	a.generation++
	_, err := a.files[a.generation%2].WriteAt(a.encode(), 0)
	return err
}

func (a *anchor) close() error {
	err := a.failed
	for _, f := range a.files {
		if f != nil {
			err = errors.Join(err, f.Close())
		}
	}
	return err
}

// encode returns magic, generation, number of chains, each chain with its tip, and the checksum of all that.
func (a *anchor) encode() []byte {
	b := binary.BigEndian.AppendUint64([]byte(anchorMagic), a.generation)
	b = binary.BigEndian.AppendUint32(b, uint32(len(a.tips)))
	for id, tip := range a.tips {
		b = append(b, id[:]...)
		b = binary.BigEndian.AppendUint64(b, tip.Seq)
		b = append(b, tip.Hash[:]...)
	}
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

// decodeAnchor is the inverse of encode. What follows a sound copy is the rest of a longer one before it.
func decodeAnchor(b []byte) (uint64, map[journal.ChainID]journal.Tip, bool) {
	const head, entry = len(anchorMagic) + 8 + 4, 16 + 8 + 32
	if len(b) < head || !bytes.HasPrefix(b, []byte(anchorMagic)) {
		return 0, nil, false
	}
	generation := binary.BigEndian.Uint64(b[len(anchorMagic):])
	n := int64(binary.BigEndian.Uint32(b[head-4:]))
	end := int64(head) + n*int64(entry)
	if int64(len(b)) < end+sha256.Size {
		return 0, nil, false
	}
	if sum := sha256.Sum256(b[:end]); !bytes.Equal(sum[:], b[end:end+sha256.Size]) {
		return 0, nil, false
	}
	tips := map[journal.ChainID]journal.Tip{}
	for e := range slices.Chunk(b[head:end], entry) {
		tips[journal.ChainID(e[:16])] = journal.Tip{Seq: binary.BigEndian.Uint64(e[16:]), Hash: journal.Hash(e[24:])}
	}
	return generation, tips, true
}
