package preview

import (
	"os"
	"path/filepath"
	"time"
)

// Hurry makes a viewer give up earlier.
func (v *Viewer) Hurry(patience time.Duration) { v.patience = patience }

// Store says whether a folder for the compiled renderer could be used, and whether it held one that was whole.
func Store(folder string) (usable, whole bool) {
	s := openStore(folder)
	return s.usable, s.sealed
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
