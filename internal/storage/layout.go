package storage

import (
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"harta/internal/journal"
)

// The names in a data folder, frozen like the record.
const (
	journalDir  = "journal"
	keysDir     = "keys"
	slotsFile   = "content.keys"
	usersDir    = "users"
	blobDir     = "att"
	draftsDir   = "drafts"
	deskFile    = "desk"
	stateFile   = "harta.db"
	lockFile    = "lock"        // held by the one writer
	commitFile  = "commit.lock" // held while the state file changes or is copied
	segmentExt  = ".seg"
	segmentName = "%012d" + segmentExt
)

// folders lists what Create makes, parents first.
var folders = []string{journalDir, keysDir, filepath.Join(keysDir, usersDir), blobDir, draftsDir}

// folder returns the name of a line's folder inside the journal folder.
func (l Line) folder() string {
	if l.Branch == (Branch{}) {
		return l.Chain.String()
	}
	return l.Chain.String() + "-" + hex.EncodeToString(l.Branch[:])
}

// lineOf is the inverse of folder.
func lineOf(name string) (l Line, ok bool) {
	chain, branch, forked := strings.Cut(name, "-")
	id, err := journal.ParseChainID(chain)
	if err != nil {
		return l, false
	}
	l.Chain = id
	if forked {
		b, err := hex.DecodeString(branch)
		if err != nil || len(b) != len(l.Branch) {
			return l, false
		}
		copy(l.Branch[:], b)
	}
	return l, l.folder() == name && (!forked || l.Branch != Branch{})
}

// segmentOf reads the first seq from the name of a segment.
func segmentOf(name string) (uint64, bool) {
	first, err := strconv.ParseUint(strings.TrimSuffix(name, segmentExt), 10, 64)
	return first, err == nil && first > 0 && fmt.Sprintf(segmentName, first) == name
}

// path returns the file of a segment relative to the data folder.
func (l Line) path(first uint64) string {
	return filepath.Join(journalDir, l.folder(), fmt.Sprintf(segmentName, first))
}

// validName admits only names that are the same file on every system.
func validName(name string) error {
	const allowed = "abcdefghijklmnopqrstuvwxyz0123456789-"
	if name == "" || len(name) > 100 || strings.Trim(name, allowed) != "" {
		return ErrName
	}
	return nil
}
