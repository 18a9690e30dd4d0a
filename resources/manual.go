package resources

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Manual returns the pages of the manual, in Bulgarian, by the place of the window they are about. A page is Markdown of
// few means: one heading ##, sections ###, paragraphs, lists of - and 1., and keys in backticks.
func Manual() (map[string]string, error) {
	names, err := fs.Glob(files, "manual/*.md")
	if err != nil {
		return nil, fmt.Errorf("embedded manual: %w", err)
	}
	pages := make(map[string]string, len(names))
	for _, name := range names {
		data, err := read(name)
		if err != nil {
			return nil, err
		}
		pages[strings.TrimSuffix(path.Base(name), ".md")] = string(data)
	}
	return pages, nil
}
