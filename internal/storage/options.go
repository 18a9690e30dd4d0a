package storage

import (
	"fmt"
	"path/filepath"
	"time"
)

// DefaultReserve is the free space below which nothing is written.
const DefaultReserve = 256 << 20

// Options say how a store is opened. The functions replace the facts of this machine and are nil in a
// program; tests set them.
type Options struct {
	StateDir string           // where the anchor lies: per machine, outside every data folder
	Holder   string           // shown to a second opener, user@host
	Now      func() time.Time // the clock
	ReadOnly bool             // read beside a running writer; state is a private copy

	// Probe opens a suspect state file in a child process, where a damaged page may crash. The child calls
	// [CheckState]. When nil that is called in this process.
	Probe func(path string) error

	Free        func(dir string) (uint64, error) // free bytes of the volume
	FileSystem  func(dir string) (string, error) // kind of the file system, see [CheckPlace]
	Fingerprint func(dir string) (string, error) // machine and volume
	Wait        func(time.Duration)              // pause between attempts

	disk disk
}

// complete checks what must be given and fills in the rest.
func (o Options) complete() (Options, error) {
	if o.Now == nil || (o.StateDir == "" || o.Holder == "") && !o.ReadOnly {
		return o, ErrOptions
	}
	if o.Probe == nil {
		o.Probe = CheckState
	}
	if o.Free == nil {
		o.Free = freeSpace
	}
	if o.FileSystem == nil {
		o.FileSystem = fileSystem
	}
	if o.Fingerprint == nil {
		o.Fingerprint = fingerprint
	}
	if o.Wait == nil {
		o.Wait = pause
	}
	if o.disk == nil {
		o.disk = osDisk{}
	}
	return o, nil
}

// pause waits where there is no event to wait for: another program holds a file.
func pause(d time.Duration) { <-time.After(d) }

// home returns the folder as the anchor and the lock know it: absolute and without links.
func home(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("locate data folder: %w", err)
	}
	if linkless, err := filepath.EvalSymlinks(dir); err == nil {
		dir = linkless
	}
	return dir, nil
}
