package office_test

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"testing"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/office"
	"harta/internal/storage"
	"harta/internal/vault"
	"harta/internal/wire"
)

// forger writes records past the program, with keys that a user really has.
type forger struct {
	t      *testing.T
	store  *storage.Store
	signer vault.Identity
	epoch  vault.Epoch
	slots  map[journal.KeyID]vault.Slot
}

// forge lets f write to a desk whose office is closed, as one of its users.
func forge(t *testing.T, d *desk, user domain.UserID, f func(*forger)) {
	t.Helper()
	s, err := storage.Open(d.data, d.storage())
	must(t, err)
	defer func() { must(t, s.Close()) }()
	raw, err := s.ReadBundle(journal.AuthorID(user))
	must(t, err)
	var file struct{ Bundle []byte }
	must(t, json.Unmarshal(raw, &file))
	x := &forger{t: t, store: s, slots: map[journal.KeyID]vault.Slot{}}
	x.signer, _, err = vault.OpenBundle(file.Bundle, password)
	must(t, err)
	for _, tip := range s.Tips() {
		must(t, s.Scan(tip.Line, 1, func(r journal.Record, _ storage.Pos) error {
			if r.Kind != "office.keyed" {
				return nil
			}
			e, err := wire.Decode(r.Kind, r.KindVersion, r.Body)
			must(t, err)
			keyed, _ := e.(domain.OfficeKeyed)
			if epoch, err := vault.OpenEpoch(keyed.Sealed, x.signer); err == nil {
				x.epoch = epoch
			}
			return nil
		}))
	}
	all, err := s.Slots()
	must(t, err)
	for _, b := range all {
		slot, err := vault.DecodeSlot(b[:])
		must(t, err)
		x.slots[slot.KeyID] = slot
	}
	f(x)
}

// says writes an event.
func (x *forger) says(subject domain.ID, e domain.Event) {
	x.t.Helper()
	p, err := wire.Encode(e)
	must(x.t, err)
	x.writes(subject, p.Kind, p.Version, p.Body)
}

// writes appends a record of any kind about a case.
func (x *forger) writes(subject domain.ID, kind string, version uint64, body []byte) {
	x.t.Helper()
	tip := x.store.Tip(x.store.Desk().Journal)
	key, err := x.epoch.Unwrap(x.slots[journal.KeyID(subject)])
	must(x.t, err)
	r, err := journal.Seal(journal.Header{
		Office: tip.Office, Chain: tip.ID, Seq: tip.Tip.Seq + 1, Prev: tip.Tip.Hash, Clock: tip.Clock + 1,
		Subject: journal.SubjectID(subject), Kind: kind, KindVersion: version, Key: journal.KeyID(subject),
		Command: journal.CommandID{1, byte(tip.Tip.Seq)}, Part: 1, Parts: 1,
	}, body, key[:], x.signer.Signer(), rand.Reader)
	must(x.t, err)
	_, err = x.store.Append([]journal.Record{r})
	must(x.t, err)
}

// together writes events of one command, open to the whole office.
func (x *forger) together(all ...said) {
	x.t.Helper()
	tip := x.store.Tip(x.store.Desk().Journal)
	command, key := journal.CommandID{2, byte(tip.Tip.Seq)}, x.epoch.OfficeKey()
	var records []journal.Record
	for i, one := range all {
		p, err := wire.Encode(one.event)
		must(x.t, err)
		r, err := journal.Seal(journal.Header{
			Office: tip.Office, Chain: tip.ID, Seq: tip.Tip.Seq + 1, Prev: tip.Tip.Hash, Clock: tip.Clock + 1,
			Subject: journal.SubjectID(one.subject), Kind: p.Kind, KindVersion: p.Version, Key: x.epoch.OfficeKeyID(),
			Command: command, Part: uint64(i + 1), Parts: uint64(len(all)),
		}, p.Body, key[:], x.signer.Signer(), rand.Reader)
		must(x.t, err)
		records = append(records, r)
		tip, err = tip.Next(r)
		must(x.t, err)
	}
	_, err := x.store.Append(records)
	must(x.t, err)
}

// said is an event about a subject.
type said struct {
	subject domain.ID
	event   domain.Event
}

// TestARecordPastTheProgramHasNoEffect lets an author endorse his own letter, and a clerk sign it, with programs of
// their own: the records are kept and flagged, and the letter waits as before.
func TestARecordPastTheProgramHasNoEffect(t *testing.T) {
	a, b, here, there, id := pair(t)
	as(t, there, "executor")
	must(t, there.Decide(office.Command{}, id, domain.CaseDecided{Outcome: domain.Rejected, Findings: "не се потвърди"}))
	letter, err := there.Draft(office.Command{}, id, domain.LetterID{}, compose(there, opened(t, there, id), domain.TRejected, "Отговор."))
	must(t, err)
	must(t, there.Submit(office.Command{}, id, letter))
	file, _ := opened(t, there, id).Letter(letter)
	executor, clerk := userID(t, there, "executor"), userID(t, there, "clerk")
	must(t, there.Close())
	forge(t, b, executor, func(x *forger) {
		x.says(domain.ID(id), domain.LetterEndorsed{Letter: letter, Hash: file.Hash})
	})
	forge(t, b, clerk, func(x *forger) {
		x.says(domain.ID(id), domain.CaseResolved{Lead: clerk, As: domain.Mayor, Text: "за мен"})
	})
	if m := merge(t, here, b); m.Refused != 0 {
		t.Errorf("merged %+v: a signed record is never dropped", m)
	}
	as(t, here, "head")
	f, err := here.Case(id, office.Opened)
	must(t, err)
	got, _ := f.Case.Letter(letter)
	if got.State != domain.LetterWaiting || f.Case.Resolution.Lead != executor {
		t.Errorf("letter %s, lead %s", got.State, f.Case.Resolution.Lead)
	}
	for _, j := range f.History[len(f.History)-2:] {
		if j.Verdict != domain.WithoutAuthority {
			t.Errorf("%T has verdict %d", j.Event, j.Verdict)
		}
	}
	if !f.Case.Flags.Has(domain.FlagUnconfirmed) {
		t.Error("the case is not flagged")
	}
	there = b.open(t, "head")
	alike(t, a, b, here, there)
}

// TestANewerProgramsRecordsMakeOneCaseReadOnly reads records of a kind and of a version that do not exist yet.
func TestANewerProgramsRecordsMakeOneCaseReadOnly(t *testing.T) {
	for _, c := range []struct {
		kind    string
		version uint64
	}{{"case.noted", 99}, {"case.mediated", 1}} {
		t.Run(c.kind, func(t *testing.T) {
			a, b, here, there, id := pair(t)
			clerk := userID(t, there, "clerk")
			other := register(t, there, "Другата")
			must(t, there.Close())
			forge(t, b, clerk, func(x *forger) { x.writes(domain.ID(id), c.kind, c.version, []byte{0xa0}) })
			merge(t, here, b)
			err := here.Note(office.Command{}, id, domain.CaseNoted{Note: domain.PlainNote, Text: "нещо"})
			refusedBy(t, err, domain.CaseReadOnly)
			must(t, here.Note(office.Command{}, other.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "нещо"}))
			f, err := here.Case(id, office.Opened)
			must(t, err)
			if !f.Case.Flags.Has(domain.FlagNewer) || !f.History[len(f.History)-1].Newer {
				t.Errorf("flags %b", f.Case.Flags)
			}
			alike(t, a, b, here, b.open(t, "clerk"))
		})
	}
}

// TestACaseBegunByANewerProgramIsListed reads a registration that nobody here can read.
func TestACaseBegunByANewerProgramIsListed(t *testing.T) {
	_, b, here, there, _ := pair(t)
	clerk := userID(t, there, "clerk")
	must(t, there.Close())
	forge(t, b, clerk, func(x *forger) {
		var id domain.ID
		_, err := rand.Read(id[:])
		must(t, err)
		key, err := vault.NewContentKey(rand.Reader)
		must(t, err)
		slot, err := x.epoch.Wrap(id, key, rand.Reader)
		must(t, err)
		_, err = x.store.AddSlots([]storage.Slot{vault.EncodeSlot(slot)})
		must(t, err)
		x.slots[journal.KeyID(id)] = slot
		x.writes(id, "case.registered", 99, []byte{0xa0})
	})
	merge(t, here, b)
	newer := here.List(func(e domain.Entry) bool { return e.Flags.Has(domain.FlagNewer) })
	if len(newer) != 1 || newer[0].Number.Text != "" {
		t.Errorf("listed: %+v", newer)
	}
	refusedBy(t, here.Note(office.Command{}, newer[0].Case, domain.CaseNoted{Note: domain.PlainNote, Text: "нещо"}), domain.CaseReadOnly)
}

// TestABundleOpensOnlyWithKeysOfItsUser puts a bundle of one's own under the name of another.
func TestABundleOpensOnlyWithKeysOfItsUser(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	clerk, mayor := userID(t, o, "clerk"), userID(t, o, "mayor")
	must(t, o.Close())
	s, err := storage.Open(d.data, d.storage())
	must(t, err)
	raw, err := s.ReadBundle(journal.AuthorID(clerk))
	must(t, err)
	var file map[string]any
	must(t, json.Unmarshal(raw, &file))
	file["login"] = "mayor"
	raw, err = json.Marshal(file)
	must(t, err)
	must(t, s.WriteBundle(journal.AuthorID(mayor), raw))
	must(t, s.Close())
	o, err = office.Open(d.data, d.options())
	must(t, err)
	t.Cleanup(func() { must(t, o.Close()) })
	refusedBy(t, o.SignIn("mayor", password), domain.UserRemovedEarlier)
	if _, err := o.Register(office.Command{}, intake(domain.Signal, "от чуждо име")); !errors.Is(err, office.ErrClosed) {
		t.Errorf("after it a command gives %v", err)
	}
	as(t, o, "clerk")
}

// TestASenselessRecordKeepsNobodyFromTheOthers reads a record whose author signed what no program writes.
func TestASenselessRecordKeepsNobodyFromTheOthers(t *testing.T) {
	a, b, here, there, id := pair(t)
	clerk := userID(t, there, "clerk")
	must(t, there.Close())
	forge(t, b, clerk, func(x *forger) { x.writes(domain.ID(id), "case.noted", 1, []byte("бележка")) })
	merge(t, here, b)
	if c := opened(t, here, id); !c.Flags.Has(domain.FlagUnconfirmed) || c.Intake.Subject == "" {
		t.Errorf("case %+v", c)
	}
	register(t, here, "Работата продължава")
	alike(t, a, b, here, b.open(t, "clerk"))
}

// TestADamagedBundleIsOneUsersTrouble writes over a bundle.
func TestADamagedBundleIsOneUsersTrouble(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	clerk := userID(t, o, "clerk")
	must(t, o.Close())
	s, err := storage.Open(d.data, d.storage())
	must(t, err)
	must(t, s.WriteBundle(journal.AuthorID(clerk), []byte("{")))
	must(t, s.Close())
	o, err = office.Open(d.data, d.options())
	must(t, err)
	t.Cleanup(func() { must(t, o.Close()) })
	as(t, o, "mayor")
	if err := o.SignIn("clerk", password); !errors.Is(err, office.ErrNoUser) {
		t.Errorf("his bundle gives %v", err)
	}
}
