package present_test

import (
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

// drafts is a memory of what is being typed.
type drafts map[string][]byte

func (d drafts) KeepDraft(name string, content []byte) error {
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
