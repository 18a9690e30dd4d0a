package preview

import (
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// store is the folder of the compiled renderer. The runtime checks only a part of what it loads from there and
// falls with the whole program over the rest, so the folder is used only as it was sealed: with the checksum of
// all its files beside it. That guards against damage, not against malice.
type store struct {
	dir, sum string
	usable   bool
	sealed   []string // the files it was found to hold, if they are whole
}

// openStore gives the folder as it was sealed, or else an empty one that can be written; failing that, none.
func openStore(folder string) store {
	if folder == "" {
		return store{}
	}
	s := store{dir: filepath.Join(folder, "pdfium"), sum: filepath.Join(folder, "pdfium.sum")}
	if want, err := os.ReadFile(s.sum); err == nil {
		found, err := files(s.dir)
		if sum, fault := checksum(found); err == nil && fault == nil && sum == string(want) {
			s.sealed = found
		}
	}
	s.usable = s.whole() || s.empty()
	return s
}

// whole says whether the folder was found as it was sealed.
func (s store) whole() bool { return len(s.sealed) > 0 }

// seal notes what the folder holds after the renderer was loaded. When that added to it, what was there before
// belongs to an older renderer and goes. Without the note the next start compiles again.
func (s store) seal() {
	found, err := files(s.dir)
	if err != nil || slices.Equal(found, s.sealed) {
		return
	}
	for _, old := range s.sealed {
		err = errors.Join(err, os.Remove(old))
	}
	found = slices.DeleteFunc(found, func(file string) bool { return slices.Contains(s.sealed, file) })
	if sum, fault := checksum(found); err == nil && fault == nil {
		_ = os.WriteFile(s.sum, []byte(sum), 0o600)
	}
}

// empty makes the folder anew, without a seal, and says whether it takes files: better to know that before the
// renderer was compiled for it, which takes long on a slow PC.
func (s store) empty() bool {
	if errors.Join(os.RemoveAll(s.sum), os.RemoveAll(s.dir), os.MkdirAll(s.dir, 0o700)) != nil {
		return false
	}
	f, err := os.CreateTemp(s.dir, "probe")
	if err != nil {
		return false
	}
	return errors.Join(f.Close(), os.Remove(f.Name())) == nil
}

// files lists the files of a folder and of those in it.
func files(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found = append(found, path)
		}
		return err
	})
	return found, err
}

// checksum sums up names and contents.
func checksum(files []string) (string, error) {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	for _, path := range files {
		if err := add(sum, path); err != nil {
			return "", fmt.Errorf("sum up the renderer's cache: %w", err)
		}
	}
	return strconv.FormatUint(uint64(sum.Sum32()), 16), nil
}

func add(sum hash.Hash, path string) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err = io.WriteString(sum, filepath.Base(path)+"\n"); err != nil {
		return err
	}
	_, err = io.Copy(sum, f)
	return err
}
