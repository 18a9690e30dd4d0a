package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// A reader that asks whether a writer lives holds the lock for an instant, and a writer that was killed while it began a
// child may still hold it in that child until the child's program runs; these attempts outlast both.
const (
	lockTries = 50
	lockWait  = 20 * time.Millisecond
)

// holder is the content of the lock file.
type holder struct {
	Holder string    `json:"holder"`
	Since  time.Time `json:"since"`
	PID    int       `json:"pid"`
}

// acquire takes the one writer's lock. It is the system's, so that it ends with the process whatever happens;
// the content of the file only says who holds it.
func acquire(path string, h holder, wait func(time.Duration)) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, fileMode)
	if err != nil {
		return nil, fmt.Errorf("open lock: %w", err)
	}
	locked, err := tryLock(f, false)
	for try := 1; try < lockTries && !locked && err == nil; try++ {
		wait(lockWait)
		locked, err = tryLock(f, false)
	}
	if err == nil && !locked {
		err = held(f)
	}
	if err == nil {
		err = h.write(f)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// held reads who holds the lock.
func held(f *os.File) error {
	var h holder
	if b, err := io.ReadAll(f); err != nil || json.Unmarshal(b, &h) != nil {
		return &HeldError{} // its holder is only now writing who it is
	}
	return &HeldError{Holder: h.Holder, Since: h.Since, PID: h.PID}
}

func (h holder) write(f *os.File) error {
	b, err := json.Marshal(h)
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt(append(b, '\n'), 0)
	}
	if err != nil {
		return fmt.Errorf("write lock: %w", err)
	}
	return nil
}

// writerLives reports whether a process holds the writer's lock.
func writerLives(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer release(f)
	free, err := tryLock(f, true)
	return err == nil && !free
}

// gate is held while the state file changes and, shared, while it is copied.
type gate struct {
	f    *os.File
	wait func(time.Duration)
}

// A reader copies for seconds at most. A writer kept out longer goes on: the copy then notices that it is none.
const (
	gateTries = 2000
	gateWait  = 5 * time.Millisecond
)

// enter waits for the gate and returns what leaves it.
func (g gate) enter(shared bool) (leave func()) {
	if g.f == nil {
		return func() {}
	}
	for range gateTries {
		locked, err := tryLock(g.f, shared)
		if locked {
			return func() { _ = unlock(g.f) } // an unlock that fails ends with the process at the latest
		}
		if err != nil {
			break
		}
		g.wait(gateWait)
	}
	return func() {}
}
