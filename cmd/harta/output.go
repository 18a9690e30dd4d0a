package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
)

// json writes a value as programs read it.
func (a *app) json(v any) error {
	w := bufio.NewWriter(a.stdout)
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write json: %w", err)
	}
	return w.Flush()
}

// lines writes lines of text.
func (a *app) lines(lines ...string) error {
	_, err := io.WriteString(a.stdout, strings.Join(lines, "\n")+"\n")
	return err
}

// done writes one line about what was carried out.
func (a *app) done(key string, args ...any) error {
	_, err := fmt.Fprintln(a.stdout, a.say.T(key, args...))
	return err
}

// rows writes rows of cells, one under the other.
func (a *app) rows(rows [][]string) error {
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		if _, err := fmt.Fprintln(w, strings.Join(row, "\t")); err != nil {
			return err
		}
	}
	return w.Flush()
}

// errNotFile says that what was named as a file is a folder or a device.
var errNotFile = errors.New("no regular file")

// writeFile makes a file whole or not at all: it appears under its name when its last byte is on the disk. A link
// stays one, and what is no file stays what it is.
func writeFile(path string, write func(io.Writer) error) error {
	path, err := writable(path)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".harta-*")
	if err != nil {
		return about(path, err)
	}
	w := bufio.NewWriter(f)
	err = write(w)
	if err == nil {
		err = errors.Join(w.Flush(), f.Sync())
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return about(path, os.Rename(f.Name(), path))
}

// writable gives the file that a path means: one that is not there yet, or the regular one that it leads to.
func writable(path string) (string, error) {
	target, err := filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, nil
	}
	if err != nil {
		return "", about(path, err)
	}
	info, err := os.Stat(target)
	if err == nil && !info.Mode().IsRegular() {
		err = errNotFile
	}
	return target, about(path, err)
}

// readFile reads a file of the user's choice. A folder is told apart, because its error says nothing to him.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		err = errNotFile
	}
	if err != nil {
		return nil, about(path, err)
	}
	data, err := os.ReadFile(path)
	return data, about(path, err)
}

// writePDF keeps a rendered page.
func writePDF(path string, pdf []byte) error {
	return writeFile(path, func(w io.Writer) error {
		_, err := w.Write(pdf)
		return err
	})
}

// cell keeps a text of people from being taken for a formula when the file is opened in a spreadsheet.
func cell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
