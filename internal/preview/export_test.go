package preview

import (
	"os"
	"path/filepath"
	"time"
)

// Hurry makes a viewer give up earlier.
func (v *Viewer) Hurry(patience time.Duration) { v.patience = patience }

// Loaded says whether the renderer is in memory.
func (v *Viewer) Loaded() bool { return v.engine != nil }

// Store says whether a folder for the compiled renderer could be used, and whether it held one that was whole.
func Store(folder string) (usable, whole bool) {
	s := openStore(folder)
	return s.usable, s.whole()
}

// Spoil fills a folder with what looks whole and cannot be loaded.
func Spoil(folder string) error {
	s := store{dir: filepath.Join(folder, "pdfium"), sum: filepath.Join(folder, "pdfium.sum")}
	if err := os.WriteFile(s.dir, nil, 0o600); err != nil {
		return err
	}
	s.seal()
	return nil
}

// Renew does what follows a load that wrote into a folder that was whole, and gives the files left there.
func Renew(folder string, write func() error) ([]string, error) {
	s := openStore(folder)
	if err := write(); err != nil {
		return nil, err
	}
	s.seal()
	return files(s.dir)
}
