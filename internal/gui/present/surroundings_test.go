package present_test

import (
	"regexp"
	"testing"

	"harta/internal/say"
)

// speaker gives the words of the screens.
func speaker(tb testing.TB) *say.Speaker {
	tb.Helper()
	s, err := say.New("bg")
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// inline runs work at once.
func inline(work, done func()) {
	work()
	done()
}

// drafts is a memory of what is being typed. The names are held to those that the office takes.
type drafts map[string][]byte

var draftName = regexp.MustCompile(`^[a-z0-9-]{1,60}$`)

func (d drafts) KeepDraft(name string, content []byte) error {
	if !draftName.MatchString(name) {
		panic("no draft can be called " + name)
	}
	d[name] = content
	return nil
}

func (d drafts) ReadDraft(name string) ([]byte, bool, error) {
	content, ok := d[name]
	return content, ok, nil
}

func (d drafts) DropDraft(name string) error {
	delete(d, name)
	return nil
}
