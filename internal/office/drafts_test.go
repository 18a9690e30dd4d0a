package office_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/storage"
)

func TestADraftIsKeptForItsAuthorAlone(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	must(t, o.KeepDraft("new-case", []byte("първи опит")))
	must(t, o.KeepDraft("new-case", []byte("Стоян Примеров се оплаква")))
	must(t, o.KeepDraft("a-note", nil))
	o = d.reopen(t, o, "clerk")
	got, ok, err := o.ReadDraft("new-case")
	must(t, err)
	if !ok || string(got) != "Стоян Примеров се оплаква" {
		t.Errorf("draft %q, %t", got, ok)
	}
	if names, err := o.Drafts(); err != nil || !slices.Equal(names, []string{"a-note", "new-case"}) {
		t.Errorf("drafts %q, %v", names, err)
	}
	for _, file := range draftFiles(t, d) {
		content, err := os.ReadFile(file)
		must(t, err)
		if name := filepath.Base(file); strings.Contains(string(content), "Примеров") || strings.Contains(name, "clerk") {
			t.Errorf("%s can be read", name)
		}
	}

	as(t, o, "head")
	if _, ok, err := o.ReadDraft("new-case"); ok || err != nil {
		t.Errorf("somebody else finds it: %t, %v", ok, err)
	}
	if names, err := o.Drafts(); err != nil || len(names) != 0 {
		t.Errorf("somebody else lists %q, %v", names, err)
	}
	must(t, o.DropDraft("new-case"))

	as(t, o, "clerk")
	must(t, o.DropDraft("a-note"))
	must(t, o.DropDraft("a-note"))
	if names, err := o.Drafts(); err != nil || !slices.Equal(names, []string{"new-case"}) {
		t.Errorf("left %q, %v", names, err)
	}
}

func draftFiles(t tb, d *desk) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(d.data, "drafts", "*"))
	must(t, err)
	return files
}

func TestADraftThatCannotBeOpenedIsSaidToBeSo(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	must(t, o.KeepDraft("new-case", []byte("текст")))
	whole, err := os.ReadFile(draftFiles(t, d)[0])
	must(t, err)
	flipped := slices.Clone(whole)
	flipped[len(flipped)-1] ^= 1
	for name, content := range map[string][]byte{"empty": nil, "cut": whole[:9], "flipped": flipped} {
		must(t, os.WriteFile(draftFiles(t, d)[0], content, 0o600))
		if got, ok, err := o.ReadDraft("new-case"); !ok || got != nil || !errors.Is(err, office.ErrDraft) {
			t.Errorf("%s: %q, %t, %v", name, got, ok, err)
		}
	}
	must(t, o.KeepDraft("new-case", []byte("отново")))
	if got, _, err := o.ReadDraft("new-case"); err != nil || string(got) != "отново" {
		t.Errorf("written again %q, %v", got, err)
	}

	must(t, o.KeepDraft("of-another", []byte("чужд")))
	as(t, o, "head")
	must(t, o.KeepDraft("new-case", []byte("мой")))
	files := draftFiles(t, d)
	must(t, os.Rename(files[slices.IndexFunc(files, func(f string) bool { return strings.HasSuffix(f, "of-another") })],
		files[slices.IndexFunc(files, func(f string) bool {
			return strings.HasSuffix(f, "new-case") && strings.Contains(f, domain.ID(o.User().ID).String())
		})]))
	if _, _, err := o.ReadDraft("new-case"); !errors.Is(err, office.ErrDraft) {
		t.Errorf("put in the place of another: %v", err)
	}
}

func TestADraftIsRefusedWhereNothingIsWritten(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	must(t, o.KeepDraft("new-case", []byte("текст")))
	for _, name := range []string{"", "Преписка", "../desk", strings.Repeat("a", 61)} {
		if err := o.KeepDraft(name, nil); !errors.Is(err, storage.ErrName) {
			t.Errorf("%q: %v", name, err)
		}
	}
	reader := *d
	reader.readOnly = true
	r := reader.open(t, "clerk")
	if err := r.KeepDraft("new-case", nil); !errors.Is(err, storage.ErrReadOnly) {
		t.Errorf("a reader keeps: %v", err)
	}
	if err := r.DropDraft("new-case"); !errors.Is(err, storage.ErrReadOnly) {
		t.Errorf("a reader drops: %v", err)
	}
	if got, ok, err := r.ReadDraft("new-case"); err != nil || !ok || string(got) != "текст" {
		t.Errorf("a reader reads %q, %t, %v", got, ok, err)
	}

	closed, err := office.Open(d.data, reader.options())
	must(t, err)
	t.Cleanup(func() { must(t, closed.Close()) })
	_, _, err1 := closed.ReadDraft("new-case")
	_, err2 := closed.Drafts()
	for _, err := range []error{err1, err2, closed.KeepDraft("new-case", nil), closed.DropDraft("new-case")} {
		if !errors.Is(err, office.ErrClosed) {
			t.Errorf("nobody signed in: %v", err)
		}
	}
}

func TestADraftIsKeptOnADiskThatIsNearlyFull(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	o, free := d.filling(t, "clerk")
	*free = 1 << 20
	_, err := o.Register(office.Command{}, intake(domain.Signal, "Няма място"))
	if !errors.Is(err, storage.ErrDiskFull) {
		t.Fatalf("registered: %v", err)
	}
	must(t, o.KeepDraft("new-case", []byte("Няма място")))
}

func TestWhatWasTypedAboutAnErasedCaseIsForgotten(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := register(t, o, "Изпратена по погрешка")
	must(t, o.KeepDraft("note-"+domain.ID(e.Case).String(), []byte("думи")))
	must(t, o.KeepDraft("new-case", []byte("други думи")))
	as(t, o, "secretary")
	must(t, o.Annul(office.Command{}, e.Case, "грешка"))
	erased(t, d, o, e.Case)
	as(t, o, "clerk")
	if names, err := o.Drafts(); err != nil || !slices.Equal(names, []string{"new-case"}) {
		t.Errorf("left %q, %v", names, err)
	}
}
