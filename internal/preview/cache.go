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
	"strconv"
)

// store is the folder of the compiled renderer. The runtime checks only a part of what it loads from there and
// falls with the whole program over the rest, so the folder is used only as it was sealed: with the checksum of
// all its files beside it. That guards against damage, not against malice.
type store struct {
	dir, sum string
	usable   bool
	sealed   bool
}

// openStore gives the folder as it was sealed, or else an empty one that can be written; failing that, none.
func openStore(folder string) store {
	if folder == "" {
		return store{}
	}
	s := store{dir: filepath.Join(folder, "pdfium"), sum: filepath.Join(folder, "pdfium.sum")}
	want, err := os.ReadFile(s.sum)
	if err == nil {
		found, err := checksum(s.dir)
		s.sealed = err == nil && found == string(want)
	}
	s.usable = s.sealed || s.empty()
	return s
}

// seal notes what the folder holds now. Without the note the next start compiles again.
func (s store) seal() {
	if s.sealed {
		return
	}
	if sum, err := checksum(s.dir); err == nil {
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

// checksum sums up names and contents of all files of a folder; that there are none is an error.
func checksum(dir string) (string, error) {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	files := 0
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		return add(sum, path)
	})
	if err == nil && files == 0 {
		err = fs.ErrNotExist
	}
	if err != nil {
		return "", fmt.Errorf("sum up the renderer's cache: %w", err)
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
