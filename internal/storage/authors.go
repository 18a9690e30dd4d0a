package storage

import (
	"crypto/ed25519"
	"os"
	"path/filepath"

	"harta/internal/journal"
)

// authors finds the public keys that the journal itself introduces. A power cut can leave a record whose form is
// perfect and whose last bytes are zeros; only its signature tells. The journal is read as far as needed, and
// only after an end that was not in order.
type authors struct {
	dir    string
	unread []string // segments
	keys   map[journal.AuthorID]ed25519.PublicKey
}

func newAuthors(dir string, all []Line) *authors {
	a := &authors{dir: dir, keys: map[journal.AuthorID]ed25519.PublicKey{}}
	for _, l := range all {
		firsts, err := segments(dir, l)
		if err != nil {
			continue // whoever reads the line will say so
		}
		for _, first := range firsts {
			a.unread = append(a.unread, l.path(first))
		}
	}
	return a
}

// refute reports that a record was certainly not signed by its author. Nothing is said of unknown authors.
func (a *authors) refute(r journal.Record) bool {
	for {
		if pub, ok := a.keys[r.Author]; ok {
			return r.Verify(pub) != nil
		}
		if len(a.unread) == 0 {
			return false
		}
		a.read()
	}
}

// read learns from the next segment.
func (a *authors) read() {
	data, err := os.ReadFile(filepath.Join(a.dir, a.unread[0]))
	a.unread = a.unread[1:]
	if err != nil {
		return
	}
	for p := range pieces(data) {
		if p.err != nil {
			continue
		}
		for _, pub := range p.record.Introduced() {
			a.keys[journal.AuthorOf(pub)] = pub
		}
	}
}
