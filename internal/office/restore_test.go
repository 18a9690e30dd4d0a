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
	"harta/internal/vault"
)

const fresh = "нова парола след пожара"

// backedUp is an office with two cases and a backup of it, and its recovery code.
func backedUp(t *testing.T, d *desk) (backup, state string, code vault.RecoveryCode) {
	t.Helper()
	o, code, err := office.Found(d.data, plan(), d.options())
	must(t, err)
	inWork(t, o, intake(domain.Signal, "Дупка на пътя"))
	register(t, o, "Тъмна улица")
	backup, state = filepath.Join(t.TempDir(), "backup"), hash(t, o)
	must(t, o.Backup(backup, nil))
	must(t, o.Close())
	return backup, state, code
}

func TestARestoredOfficeIsTheSameOfficeOnANewChain(t *testing.T) {
	d := newDesk(t)
	backup, before, code := backedUp(t, d)
	must(t, os.RemoveAll(d.data))

	pc := newPC(t, "Б", d.clock)
	_, err := storage.Restore(backup, pc.data, pc.storage(), nil)
	must(t, err)
	o, err := office.Open(pc.data, pc.options())
	must(t, err)
	t.Cleanup(func() {
		must(t, o.Close())
		pc.fsck(t)
	})
	if f := o.Findings(); !f.Restored {
		t.Errorf("findings = %+v, want restored", f)
	}
	login, err := o.Recover(code, fresh)
	must(t, err)
	if login != "secretary" || o.User().Name != "Име secretary" {
		t.Errorf("recovered %q as %q", login, o.User().Name)
	}
	if after := hash(t, o); after != before {
		t.Errorf("state = %s, before the fire %s", after, before)
	}
	e := register(t, o, "След пожара")
	if e.Number.Text != "94-А1/23.11.2026" {
		t.Errorf("first number of the new chain = %s", e.Number.Text)
	}
	if err := o.SignIn("secretary", password); !errors.Is(err, vault.ErrWrongPassword) {
		t.Errorf("the old password gives %v", err)
	}
	must(t, o.SignIn("secretary", fresh))
	must(t, o.Rebuild())
	if gaps := o.Gaps(); len(gaps) > 0 {
		t.Errorf("gaps = %v", gaps)
	}
	if f := o.Settings(); len(f.Chains) != 2 || f.Chains[1].Continues.Seq == 0 {
		t.Errorf("chains = %+v", f.Chains)
	}
}

func TestAWrongRecoveryCodeOpensNothing(t *testing.T) {
	d := newDesk(t)
	backedUp(t, d)
	_, _, other := backedUp(t, newDesk(t))
	o, err := office.Open(d.data, d.options())
	must(t, err)
	t.Cleanup(func() { must(t, o.Close()) })
	if _, err := o.Recover(other, fresh); !errors.Is(err, vault.ErrNotRecipient) {
		t.Errorf("error = %v", err)
	}
	if _, err := o.Case(domain.CaseID{}, office.Opened); !errors.Is(err, office.ErrClosed) {
		t.Errorf("after it a case gives %v", err)
	}
}

func TestACodeRecoversWhereNobodyKnowsAPassword(t *testing.T) {
	d := newDesk(t)
	_, _, code := backedUp(t, d)
	o, err := office.Open(d.data, d.options())
	must(t, err)
	t.Cleanup(func() {
		must(t, o.Close())
		d.fsck(t)
	})
	_, err = o.Recover(code, fresh)
	must(t, err)
	if e := register(t, o, "На същия компютър"); e.Number.Text != "94-3/23.11.2026" {
		t.Errorf("number = %s, want the same series to go on", e.Number.Text)
	}
}

func TestACopiedFolderGoesOnInItsOwnSeries(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	register(t, o, "Първи")
	must(t, o.Close())
	clone := d.copied(t, "Б")
	there := clone.open(t, "clerk")
	if f := there.Findings(); !f.Moved {
		t.Errorf("findings = %+v, want moved", f)
	}
	here := d.open(t, "clerk")
	got := []string{register(t, here, "Тук").Number.Text, register(t, there, "Там").Number.Text}
	if want := []string{"94-2/23.11.2026", "94-А1/23.11.2026"}; !slices.Equal(got, want) {
		t.Errorf("numbers = %v, want %v", got, want)
	}
}

func TestAMissingAnchorIsAskedAbout(t *testing.T) {
	for _, c := range []struct {
		name   string
		answer func(domain.Number) bool
		want   string
	}{
		{"paper agrees", func(n domain.Number) bool { return n.Text == "94-1/23.11.2026" }, "94-2/23.11.2026"},
		{"paper differs", func(domain.Number) bool { return false }, "94-А1/23.11.2026"},
		{"nobody to ask", nil, "94-А1/23.11.2026"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			o := d.founded(t)
			register(t, o, "Първи")
			must(t, o.Close())
			must(t, os.RemoveAll(d.state))
			d.samePaper = c.answer
			o = d.open(t, "clerk")
			if f := o.Findings(); !f.AnchorUnknown {
				t.Errorf("findings = %+v", f)
			}
			if got := register(t, o, "Втори").Number.Text; got != c.want {
				t.Errorf("number = %s, want %s", got, c.want)
			}
			o = d.reopen(t, o, "clerk")
			if o.Findings().Unsettled() {
				t.Error("asked twice")
			}
		})
	}
}

func TestLostRecordsAreSaidAndTheRegisterShowsOnlyWhatIsProven(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	register(t, o, "Първи")
	must(t, o.Close())
	journal := filepath.Join(d.data, "journal")
	kept := t.TempDir()
	must(t, os.CopyFS(kept, os.DirFS(journal)))
	o = d.open(t, "clerk")
	register(t, o, "Втори")
	must(t, o.Close())
	must(t, os.RemoveAll(journal))
	must(t, os.CopyFS(journal, os.DirFS(kept)))

	o = d.open(t, "clerk")
	if f := o.Findings(); len(f.Lost) == 0 || !f.Restored {
		t.Errorf("findings = %+v", f)
	}
	if got := numbers(o); !slices.Equal(got, []string{"94-1/23.11.2026"}) {
		t.Errorf("numbers = %v", got)
	}
	if got := register(t, o, "Втори пак").Number.Text; got != "94-А1/23.11.2026" {
		t.Errorf("number = %s", got)
	}
}

// TestADamagedRecordLeavesTheRest flips a byte of a case's record: the office opens, fsck names the place.
func TestADamagedRecordLeavesTheRest(t *testing.T) {
	d := newDesk(t)
	o, _, err := office.Found(d.data, plan(), d.options())
	must(t, err)
	first := register(t, o, "Пада")
	register(t, o, "Остава")
	must(t, o.Close())
	segment := onlySegmentWith(t, d, "case.registered")
	data, err := os.ReadFile(segment)
	must(t, err)
	at := strings.Index(string(data), "case.registered")
	data[at+60] ^= 1
	must(t, os.WriteFile(segment, data, 0o600))
	must(t, os.Remove(filepath.Join(d.data, "harta.db")))

	report, err := storage.Fsck(d.data, true, nil)
	must(t, err)
	if report.Sound() || report.Damage[0].Seq == 0 {
		t.Errorf("damage = %v", report.Damage)
	}
	o, err = office.Open(d.data, d.options())
	must(t, err)
	t.Cleanup(func() { must(t, o.Close()) })
	as(t, o, "clerk")
	if got := numbers(o); !slices.Equal(got, []string{"94-2/23.11.2026"}) {
		t.Errorf("numbers = %v", got)
	}
	if gaps := o.Gaps(); len(gaps) != 1 {
		t.Errorf("gaps = %v, want that of %s", gaps, first.Number.Text)
	}
}

// onlySegmentWith finds the segment in which a kind stands.
func onlySegmentWith(t *testing.T, d *desk, kind string) string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(d.data, "journal", "*", "*.seg"))
	must(t, err)
	for _, name := range all {
		data, err := os.ReadFile(name)
		must(t, err)
		if strings.Contains(string(data), kind) {
			return name
		}
	}
	t.Fatalf("no segment holds %s", kind)
	return ""
}
