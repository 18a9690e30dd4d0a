package preview_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"harta/internal/preview"
)

// compiled copies the folder of the compiled renderer and finds the file in it.
func compiled(t *testing.T) (folder, file string) {
	t.Helper()
	viewer(t)
	folder = t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(warm)); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(filepath.Join(folder, "pdfium"), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			file = path
		}
		return err
	})
	if err != nil || file == "" {
		t.Fatalf("no compiled renderer (%v)", err)
	}
	return folder, file
}

// The shared viewer began with a folder that was sealed and yet did not load.
func TestTheCompiledRendererIsKeptAfterOneThatDidNotLoad(t *testing.T) {
	folder, _ := compiled(t)
	if usable, whole := preview.Store(folder); !usable || !whole {
		t.Errorf("usable %v, whole %v", usable, whole)
	}
}

// A bit of its head that is not as it was makes the runtime fall with the program: it must never get so far.
func TestADamagedCompiledRendererIsThrownAway(t *testing.T) {
	for name, harm := range map[string]func(folder, file string) error{
		"a changed byte": func(_, file string) error {
			f, err := os.OpenFile(file, os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			_, err = f.WriteAt([]byte{0xff}, 20)
			return errors.Join(err, f.Close())
		},
		"cut":         func(_, file string) error { return os.Truncate(file, 100) },
		"gone":        func(_, file string) error { return os.Remove(file) },
		"no checksum": func(folder, _ string) error { return os.Remove(filepath.Join(folder, "pdfium.sum")) },
		"added to":    func(_, file string) error { return os.WriteFile(file+"0", nil, 0o600) },
	} {
		folder, file := compiled(t)
		if err := harm(folder, file); err != nil {
			t.Fatal(err)
		}
		if usable, whole := preview.Store(folder); !usable || whole {
			t.Errorf("%s: usable %v, whole %v", name, usable, whole)
		}
		if _, err := os.Stat(file); !os.IsNotExist(err) {
			t.Errorf("%s: still there (%v)", name, err)
		}
	}
}

func TestAFolderThatTakesNoFilesIsDoneWithout(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, folder := range map[string]string{"none": "", "a file": file, "below a file": filepath.Join(file, "cache")} {
		if usable, _ := preview.Store(folder); usable {
			t.Errorf("%s: usable", name)
		}
	}
}

func TestARendererOfAnOlderProgramIsThrownAway(t *testing.T) {
	folder, old := compiled(t)
	left, err := preview.Renew(folder, func() error { return os.WriteFile(old+"1", []byte("newer"), 0o600) })
	if err != nil || !slices.Equal(left, []string{old + "1"}) {
		t.Errorf("left %v (%v)", left, err)
	}
	if usable, whole := preview.Store(folder); !usable || !whole {
		t.Errorf("usable %v, whole %v", usable, whole)
	}
}
