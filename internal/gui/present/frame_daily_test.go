package present_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// dailyDesk is a desk that makes backups, or does not.
type dailyDesk struct {
	due  bool
	err  error
	made []string
}

func (d *dailyDesk) BackupDue() bool { return d.due }

func (d *dailyDesk) BackUp(dir string, _ func(done, total int64), stopped func() bool) error {
	if stopped() {
		return errors.New("спряно")
	}
	d.made = append(d.made, dir)
	d.due = d.err != nil
	return d.err
}

func TestTheDailyBackupWaitsUntilNobodyIsTyping(t *testing.T) {
	r := newGateRoom(t)
	r.habits.BackupDir = "/usb/Harta-archive"
	d := &dailyDesk{due: true}
	b := present.NewDaily(r.Env, d)
	var heard []bool
	b.Copying = func(on bool) { heard = append(heard, on) }
	if b.Tick(time.Minute); len(d.made) != 0 {
		t.Fatal("made while somebody is at work")
	}
	b.Tick(3 * time.Minute)
	if len(d.made) != 1 || d.made[0] != "/usb/Harta-archive" || len(heard) != 2 || !heard[0] || heard[1] {
		t.Errorf("%v, heard %v", d.made, heard)
	}
	if b.Tick(3 * time.Minute); len(d.made) != 1 {
		t.Error("made twice")
	}
}

func TestAFailedBackupIsSaidAndTriedAgainAnHourLater(t *testing.T) {
	r := newGateRoom(t)
	d := &dailyDesk{due: true, err: errors.New("няма място")}
	b := present.NewDaily(r.Env, d)
	var said []string
	b.Failed = func(words string) { said = append(said, words) }
	b.Tick(time.Hour)
	r.pass(30 * time.Minute)
	b.Tick(time.Hour)
	if len(d.made) != 1 || len(said) != 1 || !strings.Contains(said[0], "няма място") {
		t.Fatalf("%v, said %q", d.made, said)
	}
	r.pass(31 * time.Minute)
	if b.Tick(time.Hour); len(d.made) != 2 {
		t.Errorf("not tried again: %v", d.made)
	}
}

func TestNoBackupIsBegunWhenOneHasLeftOrOnlyReads(t *testing.T) {
	r := newGateRoom(t)
	d := &dailyDesk{due: true}
	b := present.NewDaily(r.Env, d)
	b.Leave()
	b.Tick(time.Hour)
	r.ReadOnly = true
	present.NewDaily(r.Env, d).Tick(time.Hour)
	if len(d.made) != 0 {
		t.Errorf("%v", d.made)
	}
}

// frameOffice is an office behind the frame.
type frameOffice struct {
	acting domain.Acting
	note   desk.BackupNote
}

func (o *frameOffice) Acting() domain.Acting { return o.acting }
func (*frameOffice) Letters(func(domain.Entry, domain.Pending) bool) []office.PendingLetter {
	return nil
}

func (*frameOffice) LastMoment() time.Time                 { return time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC) }
func (o *frameOffice) LastBackup() (desk.BackupNote, bool) { return o.note, !o.note.At.IsZero() }

func TestTheStatusLineSaysByAgeHowItStandsWithTheBackup(t *testing.T) {
	r := newGateRoom(t)
	now := domain.NewOffice()
	for name, c := range map[string]struct {
		note desk.BackupNote
		demo bool
		sign present.Sign
		says string
	}{
		"none":             {desk.BackupNote{}, false, present.BadSign, "Още няма архив"},
		"none in practice": {desk.BackupNote{}, true, present.PlainSign, "Още няма архив"},
		"fresh":            {good(r.now.Add(-23 * time.Hour)), false, present.GoodSign, "проверен"},
		"a day old":        {good(r.now.Add(-25 * time.Hour)), false, present.WarnSign, "Архивът е от 22.11.2026"},
		"four days old":    {good(r.now.Add(-96 * time.Hour)), false, present.BadSign, "Архивът е от 19.11.2026"},
		"on the same disk": {desk.BackupNote{At: r.now, Good: r.now, OK: true, Same: true}, false, present.WarnSign, "на същия диск"},
		"failed":           {desk.BackupNote{At: r.now, Good: r.now.Add(-time.Hour)}, false, present.BadSign, "не успя"},
	} {
		t.Run(name, func(t *testing.T) {
			now.Demo = c.demo
			o := &frameOffice{acting: domain.Acting{Office: &now, Now: r.now}, note: c.note}
			f := present.NewFrame(r.Env, o)
			f.Load()
			for _, p := range f.Parts() {
				if p.Act == present.ActBackup {
					if p.Sign != c.sign || !strings.Contains(p.Words, c.says) {
						t.Errorf("%+v", p)
					}
					return
				}
			}
			t.Error("nothing is said")
		})
	}
}

func good(at time.Time) desk.BackupNote { return desk.BackupNote{At: at, Good: at, OK: true} }
