package desk

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// logLimit is the size at which the log is put aside, for the one before it to go.
const logLimit = 1 << 20

// logFile is made with the first line that is written to it: most runs write none. A line written after close opens
// it again.
type logFile struct {
	mu       sync.Mutex
	path     string
	fallback io.Writer // when the file cannot be opened
	open     *os.File
}

// Write appends a line.
func (l *logFile) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open == nil {
		if err := l.begin(); err != nil {
			if l.fallback == nil {
				return 0, err
			}
			return l.fallback.Write(line)
		}
	}
	return l.open.Write(line)
}

func (l *logFile) begin() error {
	if err := os.MkdirAll(filepath.Dir(l.path), 0o700); err != nil {
		return err
	}
	if info, err := os.Stat(l.path); err == nil && info.Size() > logLimit {
		if err := os.Rename(l.path, l.path+".old"); err != nil {
			return err
		}
	}
	f, err := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	l.open = f
	return err
}

// close ends the log; a line that did not reach the disk is not worth a word to the user.
func (l *logFile) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open != nil {
		_ = errors.Join(l.open.Sync(), l.open.Close())
		l.open = nil
	}
}
