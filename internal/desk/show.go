package desk

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

var (
	// ErrNoViewer says that nothing on this machine opens a file.
	ErrNoViewer = errors.New("no viewer")
	// ErrNotShown says that a file is of a kind that might run, or is not known.
	ErrNotShown = errors.New("kind of file is not opened")
)

// shownKinds are the files that are opened for a person: pages, pictures, tables, mail. Whatever could run on opening
// is none of them, whoever sent it.
func shownKinds() []string {
	return []string{
		".pdf", ".txt", ".csv", ".rtf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".eml", ".msg",
		".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".mp3", ".m4a", ".wav", ".mp4", ".mov",
	}
}

// shownDir is where files lie while somebody looks at them: in the user's own folder, one for each data folder.
func (d *Desk) shownDir() string { return filepath.Join(d.StateDir(), "shown", d.key()) }

// Show opens bytes in the viewer of this machine, without waiting for it. Of the name only the kind of file is used:
// what is shown lies under a random name, until the window is locked, or the desk closed or opened again.
func (d *Desk) Show(name string, content []byte) error {
	kind := strings.ToLower(filepath.Ext(name))
	if !slices.Contains(shownKinds(), kind) {
		return ErrNotShown
	}
	if err := os.MkdirAll(d.shownDir(), 0o700); err != nil {
		return about(d.shownDir(), err)
	}
	path := filepath.Join(d.shownDir(), strings.ToLower(rand.Text())+kind)
	if err := d.SaveCopy(path, content); err != nil {
		return err
	}
	if d.options.View != nil {
		return d.options.View(path)
	}
	return view(path)
}

// ShowFile opens a file or folder that lies where the user wanted it.
func (d *Desk) ShowFile(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return about(path, err)
	}
	if !info.IsDir() && !slices.Contains(shownKinds(), strings.ToLower(filepath.Ext(path))) {
		return ErrNotShown
	}
	if d.options.View != nil {
		return d.options.View(path)
	}
	return view(path)
}

// ForgetShown removes what was shown: whoever comes next shall not find it. What a viewer still holds goes the next time.
func (d *Desk) ForgetShown() { _ = os.RemoveAll(d.shownDir()) }
