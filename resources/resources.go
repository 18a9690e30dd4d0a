// Package resources holds what the program ships besides its code: the words of every language, the letter
// templates, the days declared off, the crest, and the made-up office to practise in.
//
// It hands them out as they are and refuses to know anything else: what a key means, what a template is filled
// with, what a day off does to a term.
package resources

import (
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"io/fs"
)

//go:embed crest.svg icon.svg fyne.bg.json demo.json practice.json seed.json holidays.csv lang/*.json paragraphs/*.json templates/bg/*.json manual/*.md licences.txt.gz
var files embed.FS

// Languages lists the codes of the languages the program speaks, the product's own first.
func Languages() []string { return []string{"bg", "en"} }

// Words returns the files <theme>.<language>.json, each a flat object of keys and texts. A key stands in one
// theme only.
func Words() (fs.FS, error) { return folder("lang") }

// Templates returns the files <template>.json of the Bulgarian letters.
func Templates() (fs.FS, error) { return folder("templates/bg") }

// Paragraphs returns the standard paragraphs of Bulgarian letters: a list of topic, word and text.
func Paragraphs() ([]byte, error) { return read("paragraphs/bg.json") }

// Crest returns the neutral crest of an office that has not set its own: an SVG of filled paths that use only the
// absolute commands M, L, C and Z.
func Crest() ([]byte, error) { return read("crest.svg") }

func folder(dir string) (fs.FS, error) {
	sub, err := fs.Sub(files, dir)
	if err != nil {
		return nil, fmt.Errorf("embedded %s: %w", dir, err)
	}
	return sub, nil
}

func read(name string) ([]byte, error) {
	data, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("embedded %s: %w", name, err)
	}
	return data, nil
}

// Licences gives the texts of the licences of everything that the programs are built from.
func Licences() ([]byte, error) {
	f, err := files.Open("licences.txt.gz")
	if err != nil {
		return nil, fmt.Errorf("open licences: %w", err)
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("unpack licences: %w", err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("unpack licences: %w", err)
	}
	return text, nil
}
