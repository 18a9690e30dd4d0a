package present

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"harta/internal/script"
)

// Shelf is where files lie: the disk, or a made-up one in tests.
type Shelf interface {
	// Read gives what lies in a folder, by name.
	Read(dir string) ([]fs.DirEntry, error)
	// Stat tells what lies at a path.
	Stat(path string) (fs.FileInfo, error)
}

// Wanted is what a person is asked for.
type Wanted struct {
	Kind       WantedKind
	Dir        string   // where to begin
	Proposed   string   // name of a file to be written
	Extensions []string // of the files that can be opened, such as ".png"; none = all
}

// WantedKind is a file to be read, one to be written, or a folder.
type WantedKind int

// Kinds of what is wanted.
const (
	WantFile WantedKind = iota
	WantPlace
	WantFolder
)

// ChooserRow is a line of a folder: the way up, a folder or a file.
type ChooserRow struct {
	Name   string
	Up     bool
	Folder bool
}

// Chooser asks for a file or a folder where the system has no dialog of its own: a path that can be typed, and under it
// what lies in its folder.
type Chooser struct {
	Env
	// Path is what stands in the field, Wrong what is wrong with it.
	Path, Wrong string
	// Changed is set by the view and called when there is something to redraw; Took is called with what was chosen.
	Changed func()
	Took    func(path string)

	want   Wanted
	shelf  Shelf
	dir    string
	rows   []ChooserRow
	chosen int
	turn   int // of what is asked of the disk: the last one counts
}

// NewChooser makes the presenter; Start begins.
func NewChooser(env Env, shelf Shelf, want Wanted) *Chooser {
	return &Chooser{Env: env, shelf: shelf, want: want, chosen: -1}
}

// Start shows the folder where it begins.
func (c *Chooser) Start() { c.enter(c.want.Dir, "") }

// Title says what is asked for, and Do is the button that takes it.
func (c *Chooser) Title() string {
	switch c.want.Kind {
	case WantPlace:
		return c.T("pick.place")
	case WantFolder:
		return c.T("pick.folder")
	default:
		return c.T("pick.file")
	}
}

// Do is the word of the button that takes what is chosen.
func (c *Chooser) Do() string {
	if c.want.Kind == WantPlace {
		return c.T("pick.do_save")
	}
	return c.T("pick.do_take")
}

// Dir is the folder that is shown, Rows what lies in it, Chosen the line that is marked.
func (c *Chooser) Dir() string { return c.dir }

// Rows are the lines of the folder.
func (c *Chooser) Rows() []ChooserRow { return c.rows }

// Chosen is the marked line; -1 = none.
func (c *Chooser) Chosen() int { return c.chosen }

// Type hears what is typed into the field.
func (c *Chooser) Type(path string) {
	c.Path, c.Wrong = path, ""
	c.changed()
}

// Choose marks a line; what can be taken stands in the field then.
func (c *Chooser) Choose(i int) {
	c.chosen = i
	if r := c.rows[i]; !r.Up && r.Folder == (c.want.Kind == WantFolder) {
		c.Path = filepath.Join(c.dir, r.Name)
	}
	c.Wrong = ""
	c.changed()
}

// Open goes into a folder, or takes a file.
func (c *Chooser) Open(i int) {
	switch r := c.rows[i]; {
	case r.Up:
		c.Up()
	case r.Folder:
		c.enter(filepath.Join(c.dir, r.Name), "")
	default:
		c.Choose(i)
		c.Take()
	}
}

// Up goes to the folder above, and marks where one came from.
func (c *Chooser) Up() { c.enter(filepath.Dir(c.dir), filepath.Base(c.dir)) }

// Jump marks the next line that begins with a letter, of either alphabet.
func (c *Chooser) Jump(letter rune) {
	q := script.Ask(string(letter))
	for n := range c.rows {
		i := (max(c.chosen, 0) + 1 + n) % len(c.rows)
		if r := c.rows[i]; !r.Up && q.Begins(r.Name) {
			c.Choose(i)
			return
		}
	}
}

// enter shows a folder, with a line of it marked.
func (c *Chooser) enter(dir, marked string) {
	var entries []fs.DirEntry
	var err error
	c.ask(func() { entries, err = c.shelf.Read(dir) }, func() {
		if err != nil {
			c.Wrong = c.T("pick.unreadable")
			return
		}
		c.dir, c.rows, c.Wrong = dir, c.read(dir, entries), ""
		c.chosen = min(max(0, slices.IndexFunc(c.rows, func(r ChooserRow) bool { return !r.Up && r.Name == marked })), len(c.rows)-1)
		c.Path = c.in(dir)
	})
}

// in gives what stands in the field when a folder is shown.
func (c *Chooser) in(dir string) string {
	switch {
	case c.want.Kind == WantFolder:
		return dir
	case c.want.Kind == WantPlace && c.Path != "":
		return filepath.Join(dir, filepath.Base(c.Path))
	case c.want.Kind == WantPlace:
		return filepath.Join(dir, c.want.Proposed)
	default:
		return strings.TrimSuffix(dir, string(filepath.Separator)) + string(filepath.Separator)
	}
}

// read gives the lines of a folder: the way up, the folders, the files that may be wanted. What is hidden stays so.
func (c *Chooser) read(dir string, entries []fs.DirEntry) []ChooserRow {
	var above, folders, files []ChooserRow
	if filepath.Dir(dir) != dir {
		above = []ChooserRow{{Name: c.T("pick.up"), Up: true, Folder: true}}
	}
	for _, e := range entries {
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			folders = append(folders, ChooserRow{Name: e.Name(), Folder: true})
		case c.want.Kind != WantFolder && c.wanted(e.Name()):
			files = append(files, ChooserRow{Name: e.Name()})
		}
	}
	return slices.Concat(above, folders, files)
}

func (c *Chooser) wanted(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return len(c.want.Extensions) == 0 || slices.Contains(c.want.Extensions, ext)
}

// Take takes what stands in the field, or goes where it leads.
func (c *Chooser) Take() {
	path := strings.TrimSpace(c.Path)
	if !filepath.IsAbs(path) {
		path = filepath.Join(c.dir, path)
	}
	path = filepath.Clean(path)
	if ext := filepath.Ext(c.want.Proposed); c.want.Kind == WantPlace && filepath.Ext(path) == "" {
		path += ext
	}
	var at, above fs.FileInfo
	c.ask(func() {
		at, _ = c.shelf.Stat(path) // what cannot be seen is not there
		above, _ = c.shelf.Stat(filepath.Dir(path))
	}, func() { c.judge(path, at, above) })
}

func (c *Chooser) judge(path string, at, above fs.FileInfo) {
	folder := at != nil && at.IsDir()
	switch {
	case c.want.Kind == WantFolder && folder, c.want.Kind == WantFile && at != nil && !folder:
		c.Took(path)
	case c.want.Kind == WantFolder:
		c.Wrong = c.T("pick.no_folder")
	case folder:
		c.enter(path, "")
	case c.want.Kind == WantFile:
		c.Wrong = c.T("pick.no_file")
	default:
		c.judgePlace(path, at != nil, above)
	}
}

// judgePlace takes the place of a file that is to be written; one that is there already is asked about.
func (c *Chooser) judgePlace(path string, taken bool, above fs.FileInfo) {
	switch {
	case above == nil || !above.IsDir():
		c.Wrong = c.T("pick.no_folder")
	case !taken:
		c.Took(path)
	default:
		c.Ask(Question{
			Title: c.T("pick.over_title"), Words: c.T("pick.over_words", "name", filepath.Base(path)),
			Yes: c.T("pick.over_yes"), No: c.T("form.cancel"), Danger: true,
		}, func(yes bool) {
			if yes {
				c.Took(path)
			}
		})
	}
}

// ask asks the disk, which may be slow; only the last answer is heard.
func (c *Chooser) ask(work, done func()) {
	c.turn++
	turn := c.turn
	c.Go(work, func() {
		if turn == c.turn {
			done()
			c.changed()
		}
	})
}

func (c *Chooser) changed() {
	if c.Changed != nil {
		c.Changed()
	}
}
