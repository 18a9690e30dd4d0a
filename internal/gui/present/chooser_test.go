package present_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"harta/internal/gui/present"
)

// boards is a made-up disk.
type boards struct{ fstest.MapFS }

func (b boards) Read(dir string) ([]fs.DirEntry, error) { return b.ReadDir(inside(dir)) }
func (b boards) Stat(path string) (fs.FileInfo, error)  { return b.MapFS.Stat(inside(path)) }

func inside(path string) string {
	if path = strings.Trim(filepath.ToSlash(path), "/"); path == "" {
		return "."
	}
	return path
}

type chooserPage struct {
	*present.Chooser
	took  []string
	asked int
	yes   bool
}

func newChooserPage(tb testing.TB, want present.Wanted) *chooserPage {
	tb.Helper()
	disk := boards{fstest.MapFS{
		"дом/скан/жалба.pdf": {}, "дом/скан/.скрит": {}, "дом/герб.png": {}, "дом/писмо.txt": {}, "дом/архив/отчет.xlsx": {},
	}}
	p := &chooserPage{}
	env := present.Env{
		Say: speaker(tb), Go: func(work, done func()) { work(); done() },
		Ask: func(_ present.Question, answered func(bool)) { p.asked++; answered(p.yes) },
	}
	want.Dir = "/дом"
	p.Chooser = present.NewChooser(env, disk, want)
	p.Took = func(path string) { p.took = append(p.took, filepath.ToSlash(path)) }
	p.Start()
	return p
}

func names(p *chooserPage) []string {
	var all []string
	for _, r := range p.Rows() {
		if !r.Up {
			all = append(all, r.Name)
		}
	}
	return all
}

func TestAFileIsFoundByItsFolders(t *testing.T) {
	p := newChooserPage(t, present.Wanted{Extensions: []string{".pdf"}})
	if got := names(p); !slices.Equal(got, []string{"архив", "скан"}) {
		t.Fatalf("there are %q: folders, and files of the kind that is wanted", got)
	}
	p.Jump('С')
	p.Open(p.Chosen())
	if got := names(p); !slices.Equal(got, []string{"жалба.pdf"}) || filepath.ToSlash(p.Dir()) != "/дом/скан" {
		t.Fatalf("in %s there are %q", p.Dir(), got)
	}
	p.Up()
	if p.Rows()[p.Chosen()].Name != "скан" {
		t.Errorf("above, %+v is marked", p.Rows()[p.Chosen()])
	}
	p.Open(p.Chosen())
	p.Open(1)
	if !slices.Equal(p.took, []string{"/дом/скан/жалба.pdf"}) {
		t.Errorf("took %q", p.took)
	}
}

func TestWhatIsTypedIsTakenOrRefusedInWords(t *testing.T) {
	for name, tt := range map[string]struct {
		kind  present.WantedKind
		typed string
		took  string
		wrong string
	}{
		"a file by its name":            {present.WantFile, "герб.png", "/дом/герб.png", ""},
		"a file by its path":            {present.WantFile, "/дом/скан/жалба.pdf", "/дом/скан/жалба.pdf", ""},
		"no file":                       {present.WantFile, "няма.png", "", "Няма такъв файл"},
		"nothing":                       {present.WantFile, "  ", "", ""},
		"a folder":                      {present.WantFolder, "архив", "/дом/архив", ""},
		"a file for a folder":           {present.WantFolder, "герб.png", "", "Няма такава папка"},
		"a place":                       {present.WantPlace, "архив/нов.xlsx", "/дом/архив/нов.xlsx", ""},
		"a place without its extension": {present.WantPlace, "нов", "/дом/нов.xlsx", ""},
		"a place in no folder":          {present.WantPlace, "няма/нов.xlsx", "", "Няма такава папка"},
	} {
		p := newChooserPage(t, present.Wanted{Kind: tt.kind, Proposed: "справка.xlsx"})
		p.Type(tt.typed)
		p.Take()
		if got := strings.Join(p.took, ","); got != tt.took || !strings.HasPrefix(p.Wrong, tt.wrong) || (tt.wrong == "") != (p.Wrong == "") {
			t.Errorf("%s: took %q, says %q", name, got, p.Wrong)
		}
	}
}

func TestAFileThatIsThereIsReplacedOnlyWhenSomebodySaysSo(t *testing.T) {
	p := newChooserPage(t, present.Wanted{Kind: present.WantPlace, Proposed: "отчет.xlsx"})
	if filepath.ToSlash(p.Path) != "/дом/отчет.xlsx" {
		t.Errorf("%q is proposed", p.Path)
	}
	p.Open(slices.IndexFunc(p.Rows(), func(r present.ChooserRow) bool { return r.Name == "архив" }))
	if filepath.ToSlash(p.Path) != "/дом/архив/отчет.xlsx" {
		t.Errorf("in another folder %q is proposed", p.Path)
	}
	p.Take()
	if p.asked != 1 || len(p.took) != 0 {
		t.Errorf("asked %d times, took %q", p.asked, p.took)
	}
	p.yes = true
	p.Take()
	if len(p.took) != 1 {
		t.Error("it is not replaced")
	}
}

func TestAFolderThatCannotBeReadLeavesOneWhereOneWas(t *testing.T) {
	p := newChooserPage(t, present.Wanted{})
	before := names(p)
	p.Type("/никъде")
	p.Take()
	if p.Wrong == "" || !slices.Equal(names(p), before) {
		t.Errorf("it says %q and shows %q", p.Wrong, names(p))
	}
	bad := present.NewChooser(p.Env, failing{}, present.Wanted{Dir: "/"})
	bad.Start()
	if bad.Wrong == "" || bad.Chosen() != -1 {
		t.Errorf("it says %q", bad.Wrong)
	}
	bad.Jump('а')
}

type failing struct{}

func (failing) Read(string) ([]fs.DirEntry, error) { return nil, errors.New("no") }
func (failing) Stat(string) (fs.FileInfo, error)   { return nil, errors.New("no") }
