package desk

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
)

// readNotes reads a small file of the state folder that keeps a value for each key; none, or a damaged one, is empty.
func readNotes[V any](path string) map[string]V {
	all := map[string]V{}
	if b, err := os.ReadFile(path); err != nil || json.Unmarshal(b, &all) != nil || all == nil {
		return map[string]V{}
	}
	return all
}

// writeNotes replaces a small file of the state folder.
func writeNotes(path string, content any) error {
	b, err := json.MarshalIndent(content, "", "  ")
	if err != nil {
		return about(path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return about(path, err)
	}
	return WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}
