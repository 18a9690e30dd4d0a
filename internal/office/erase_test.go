package office_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/office"
	"harta/internal/storage"
	"harta/internal/vault"
)

// secrets are the words of the case that is erased, and of its letter and its document.
var secrets = []string{"Тайна дума за заличаване", "Благодарим за тайната", "тайни пиксели", "Секретан Тайнов"}

// answered registers a praise full of secrets, answers and closes it.
func answered(t *testing.T, o *office.Office) domain.CaseRegistered {
	t.Helper()
	as(t, o, "clerk")
	in := intake(domain.Praise, secrets[0])
	in.Sender.Contact.Name = secrets[3]
	e, err := o.Register(office.Command{}, in)
	must(t, err)
	_, err = o.Attach(office.Command{}, e.Case, domain.DocumentAdded{Name: "снимка.jpg", Type: "image/jpeg"}, []byte(secrets[2]))
	must(t, err)
	l, err := o.Draft(office.Command{}, e.Case, domain.LetterID{}, compose(o, opened(t, o, e.Case), domain.TThanks, secrets[1]))
	must(t, err)
	must(t, o.Submit(office.Command{}, e.Case, l))
	as(t, o, "secretary")
	file, _ := opened(t, o, e.Case).Letter(l)
	must(t, o.Endorse(office.Command{}, e.Case, l, file.Hash))
	as(t, o, "mayor")
	_, err = o.Sign(office.Command{}, e.Case, l, render)
	must(t, err)
	as(t, o, "clerk")
	must(t, o.Dispatch(office.Command{}, e.Case, domain.LetterDispatched{Letter: l, Channel: domain.ByPost}))
	must(t, o.CloseCase(office.Command{}, e.Case, domain.CaseClosed{}))
	return e
}

// erased takes closed or annulled cases to their end: they are put in a file of five years, proposed when these are over, by
// the secretary, who is the administrator here, confirmed by the mayor, and destroyed.
func erased(t tb, d *desk, o *office.Office, cases ...domain.CaseID) {
	t.Helper()
	list := confirmedList(t, d, o, cases...)
	as(t, o, "secretary")
	e, err := o.Erase(office.Command{}, list)
	must(t, err)
	if len(e.Left) > 0 {
		t.Fatalf("left out %v", e.Left)
	}
}

// confirmedList is erased without the last step.
func confirmedList(t tb, d *desk, o *office.Office, cases ...domain.CaseID) domain.ErasureID {
	t.Helper()
	list := proposedList(t, d, o, cases...)
	as(t, o, "mayor")
	must(t, o.ConfirmErasure(office.Command{}, list))
	return list
}

func proposedList(t tb, d *desk, o *office.Office, cases ...domain.CaseID) domain.ErasureID {
	t.Helper()
	as(t, o, "secretary")
	must(t, o.SetFiling(domain.FilingSet{Code: "94-02", Title: "Преписки", Years: 5}))
	d.clock.at = d.clock.at.AddDate(0, 2, 0)
	as(t, o, "clerk")
	for _, id := range cases {
		if opened(t, o, id).State == domain.Closed {
			must(t, o.Archive(office.Command{}, id, domain.CaseArchived{Filing: "94-02"}))
		}
	}
	d.clock.at = d.clock.at.AddDate(6, 0, 0)
	as(t, o, "secretary")
	e, err := o.ProposeErasure(office.Command{}, domain.ErasureProposed{Protocol: "12", Of: calendar.DateOf(d.clock.at)}, cases, "94-02")
	must(t, err)
	return e.Erasure
}

// gone holds that no secret is in any file of a desk, and that nothing is left that could open one.
func gone(t *testing.T, d *desk, id domain.CaseID) {
	t.Helper()
	for _, root := range []string{d.data, d.state} {
		must(t, filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			for _, secret := range secrets {
				if strings.Contains(string(data), secret) {
					t.Errorf("%s holds %q", path, secret)
				}
			}
			return err
		}))
	}
	if left, err := os.ReadDir(filepath.Join(d.data, "att")); err != nil || len(left) > 0 {
		t.Errorf("attachments left: %v %v", left, err)
	}
	s := d.source(t)
	defer func() { must(t, s.Close()) }()
	slots, err := s.Slots()
	must(t, err)
	erased := 0
	for _, b := range slots {
		slot, err := vault.DecodeSlot(b[:])
		must(t, err)
		if slot.State == vault.SlotErased {
			erased++
		} else if slot.KeyID == [16]byte(id) {
			t.Error("the key of the case is still there")
		}
	}
	if erased != 4 { // case, person, document, letter
		t.Errorf("%d keys erased", erased)
	}
}

func TestErasedWordsAreNowhere(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := answered(t, o)
	erased(t, d, o, e.Case)
	after := hash(t, o)
	must(t, o.Rebuild())
	if got := hash(t, o); got != after {
		t.Error("a rebuild brings back something else than the residue")
	}
	if got := o.Find(e.Number.Text); len(got) != 1 || got[0].Subject != "" || got[0].Kind != domain.Praise {
		t.Errorf("register shows %+v", got)
	}
	y, err := o.Report(2026)
	must(t, err)
	if y.Received != 1 || y.Balance() != 0 {
		t.Errorf("received %d, balance %d", y.Received, y.Balance())
	}
	for _, p := range o.Persons() {
		if p.Contact.Name != "" {
			t.Errorf("contact book shows %+v", p)
		}
	}
	as(t, o, "clerk")
	in := intake(domain.Praise, secrets[0])
	in.Sender = e.Intake.Sender
	again, err := o.Register(office.Command{}, in)
	must(t, err)
	if again.Intake.Sender.Person == e.Intake.Sender.Person {
		t.Error("an erased person is found again")
	}
	if again.Number.Serial != 1 { // the first of its year
		t.Errorf("number %s", again.Number.Text)
	}
	must(t, o.Close())
	gone(t, d, e.Case)
}

// TestAnErasureInterruptedIsFinished brings back what a crash between acknowledgement and overwriting leaves.
func TestAnErasureInterruptedIsFinished(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := answered(t, o)
	list := confirmedList(t, d, o, e.Case)
	must(t, o.Close())
	keys, att := t.TempDir(), t.TempDir()
	must(t, os.CopyFS(keys, os.DirFS(filepath.Join(d.data, "keys"))))
	must(t, os.CopyFS(att, os.DirFS(filepath.Join(d.data, "att"))))
	o = d.open(t, "secretary")
	_, err := o.Erase(office.Command{}, list)
	must(t, err)
	after := hash(t, o)
	must(t, o.Close())
	for from, to := range map[string]string{keys: "keys", att: "att"} {
		must(t, os.RemoveAll(filepath.Join(d.data, to)))
		must(t, os.CopyFS(filepath.Join(d.data, to), os.DirFS(from)))
	}
	o = d.open(t, "clerk") // whoever signs in
	if got := hash(t, o); got != after {
		t.Error("another state than before the crash")
	}
	must(t, o.Close())
	gone(t, d, e.Case)
}

// TestErasureWinsEverywhere erases at one desk while the other still works on the case, and exchanges old copies.
func TestErasureWinsEverywhere(t *testing.T) {
	a := newDesk(t)
	o := a.founded(t)
	e := answered(t, o)
	must(t, o.Close())
	old, b := a.copied(t, "стар"), a.copied(t, "Б")
	here, there := a.open(t, "secretary"), b.open(t, "clerk")
	must(t, there.Note(office.Command{}, e.Case, domain.CaseNoted{Note: domain.PlainNote, Text: secrets[0]}))
	erased(t, a, here, e.Case)
	as(t, here, "secretary")
	merge(t, there, a)
	merge(t, here, b)
	merge(t, here, old)
	merge(t, there, old)
	as(t, there, "secretary")
	alike(t, a, b, here, there)
	must(t, here.Close())
	must(t, there.Close())
	gone(t, a, e.Case)
	gone(t, b, e.Case)
}

// TestACopyOfOldKeysErasesNothing merges a folder that lost its keys: only an event erases.
func TestACopyOfOldKeysErasesNothing(t *testing.T) {
	_, b, here, there, id := pair(t)
	must(t, there.Close())
	forge(t, b, userID(t, here, "clerk"), func(x *forger) {
		slots, err := x.store.Slots()
		must(t, err)
		for i, raw := range slots {
			slot, err := vault.DecodeSlot(raw[:])
			must(t, err)
			if journal.KeyID(slot.KeyID) == journal.KeyID(id) {
				must(t, x.store.OverwriteSlot(i, vault.EncodeSlot(vault.ErasedSlot(slot))))
			}
		}
	})
	merge(t, here, b)
	must(t, here.Rebuild())
	as(t, here, "clerk")
	if opened(t, here, id).Intake.Subject == "" {
		t.Error("the words are gone")
	}
}

// TestAnAnnulledCaseIsErasedToo erases what stays in the register as annulled.
func TestAnAnnulledCaseIsErasedToo(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := register(t, o, secrets[0])
	as(t, o, "secretary")
	must(t, o.Annul(office.Command{}, e.Case, "грешка"))
	erased(t, d, o, e.Case)
	live := hash(t, o)
	o = d.reopen(t, o, "secretary")
	must(t, o.Rebuild())
	if hash(t, o) != live || o.Find(e.Number.Text)[0].Subject != "" {
		t.Error("the words are back")
	}
	s := d.source(t)
	defer func() { must(t, s.Close()) }()
	slots, err := s.Slots()
	must(t, err)
	if !slices.ContainsFunc(slots, func(b storage.Slot) bool {
		slot, err := vault.DecodeSlot(b[:])
		return err == nil && slot.State == vault.SlotErased && slot.KeyID == [16]byte(e.Case)
	}) {
		t.Error("its key is still there")
	}
}

// TestAnErasureThatCannotBeWrittenDestroysNothing fills the disk before the erasure.
func TestAnErasureThatCannotBeWrittenDestroysNothing(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := answered(t, o)
	list := confirmedList(t, d, o, e.Case)
	must(t, o.Close())
	o, free := d.filling(t, "secretary")
	*free = 1 << 20
	if _, err := o.Erase(office.Command{}, list); !errors.Is(err, storage.ErrDiskFull) {
		t.Fatalf("error = %v", err)
	}
	*free = 1 << 40
	as(t, o, "clerk")
	c := opened(t, o, e.Case)
	if _, err := o.PDF(e.Case, c.Letters[0].ID); err != nil || c.Intake.Subject != secrets[0] {
		t.Errorf("after a failed erasure: %v", err)
	}
}

func TestAReaderBesideAnErasureSeesThatTheWordsAreGone(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := register(t, o, "Улица без лампи")
	as(t, o, "secretary")
	must(t, o.Annul(office.Command{}, e.Case, "грешка"))
	list := confirmedList(t, d, o, e.Case)
	as(t, o, "secretary")
	beside := *d
	beside.readOnly = true
	reader := beside.open(t, "secretary")
	_, err := o.Erase(office.Command{}, list)
	must(t, err)
	if f, err := reader.Case(e.Case, office.Opened); err != nil || f.Case.Intake.Subject != "" {
		t.Errorf("%q, %v", f.Case.Intake.Subject, err)
	}
}
