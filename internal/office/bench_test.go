package office_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"harta/internal/domain"
	"harta/internal/office"
)

// text is as long as a usual submission.
var text = strings.Repeat("На улицата пред номер шест има дупка, в която колите падат. ", 8)

// team are the seats of the people who work on made-up cases.
type team struct {
	o                          *office.Office
	clerk, secretary, executor office.Seat
	unit                       domain.DepartmentID
	lead                       domain.UserID
	at                         *clock
	person                     int
}

func newTeam(t tb, o *office.Office, at *clock) *team {
	m := &team{o: o, unit: departmentID(o, "Кадри"), lead: userID(t, o, "executor"), at: at}
	seat := func(login string) office.Seat {
		as(t, o, login)
		return o.Seat()
	}
	m.clerk, m.secretary, m.executor = seat("clerk"), seat("secretary"), seat("executor")
	return m
}

func (m *team) intake() domain.Intake {
	m.person++
	in := intake(domain.Signal, fmt.Sprintf("Дупка № %d на улицата", m.person))
	in.Text = text
	in.Sender.Contact.Name = fmt.Sprintf("Стоян Иванов Примеров-%d", m.person%40_000)
	in.Sender.Contact.Street = fmt.Sprintf("ул. „Първа“ № %d", m.person%40_000)
	return in
}

// make takes a case the way of six events, from the desk to a decision; every fourth stays open.
func (m *team) make(t tb) {
	m.at.at = m.at.at.Add(7 * time.Minute)
	m.o.Take(m.clerk)
	e, err := m.o.Register(office.Command{}, m.intake())
	must(t, err)
	m.o.Take(m.secretary)
	_, err = m.o.Admit(office.Command{}, e.Case, domain.AdmissibilityDecided{Ground: domain.Admissible})
	must(t, err)
	must(t, m.o.Resolve(office.Command{}, e.Case, domain.CaseResolved{Department: m.unit, Lead: m.lead, Text: "за проверка и отговор"}))
	m.o.Take(m.executor)
	must(t, m.o.Accept(office.Command{}, e.Case))
	must(t, m.o.Note(office.Command{}, e.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "оглед на място"}))
	if m.person%4 == 0 {
		return
	}
	m.o.Take(m.secretary)
	must(t, m.o.Annul(office.Command{}, e.Case, "изпратена по погрешка"))
}

// made is an office with n cases, closed.
func made(b *testing.B, n int) *desk {
	b.Helper()
	d := newDesk(b)
	d.clock.set("2016-01-04")
	o, _, err := office.Found(d.data, plan(), d.options())
	must(b, err)
	m := newTeam(b, o, d.clock)
	must(b, o.Bulk(func() error {
		for range n {
			m.make(b)
		}
		return nil
	}))
	must(b, o.Close())
	return d
}

// at opens the office of a desk, without reading every signature when it is closed again.
func at(b *testing.B, d *desk) *office.Office {
	b.Helper()
	o, err := office.Open(d.data, d.options())
	must(b, err)
	b.Cleanup(func() { must(b, o.Close()) })
	as(b, o, "clerk")
	return o
}

// BenchmarkRegister registers, each acknowledged, beside a bare write and fsync of as many bytes.
func BenchmarkRegister(b *testing.B) {
	for _, n := range []int{0, 10_000} {
		d := made(b, n)
		b.Run(fmt.Sprintf("cases=%d", n), func(b *testing.B) {
			o := at(b, d)
			m := newTeam(b, o, d.clock)
			o.Take(m.clerk)
			before := journalSize(b, d)
			count := 0
			for b.Loop() {
				_, err := o.Register(office.Command{}, m.intake())
				must(b, err)
				count++
			}
			b.ReportMetric(float64(journalSize(b, d)-before)/float64(count), "bytes/op")
		})
	}
	b.Run("bare", func(b *testing.B) {
		f, err := os.Create(filepath.Join(b.TempDir(), "bare"))
		must(b, err)
		defer func() { must(b, f.Close()) }()
		record := make([]byte, 2_400)
		for b.Loop() {
			_, err := f.Write(record)
			must(b, err)
			must(b, f.Sync())
		}
	})
}

func journalSize(b *testing.B, d *desk) int64 {
	b.Helper()
	var n int64
	all, err := filepath.Glob(filepath.Join(d.data, "journal", "*", "*.seg"))
	must(b, err)
	for _, name := range all {
		info, err := os.Stat(name)
		must(b, err)
		n += info.Size()
	}
	return n
}

// BenchmarkOffice measures an office of some size: -bench Office/100000/open. A case is six events.
func BenchmarkOffice(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			d := made(b, n)
			b.Run("open", func(b *testing.B) { benchOpen(b, d) })
			b.Run("memory", func(b *testing.B) { benchMemory(b, d) })
			b.Run("ask", func(b *testing.B) { benchAsk(b, d, n) })
			b.Run("rebuild", func(b *testing.B) { benchRebuild(b, d) })
			b.Run("merge", func(b *testing.B) { benchMerge(b, d) })
		})
	}
}

// benchOpen goes from the password to the duties of the day.
func benchOpen(b *testing.B, d *desk) {
	b.Helper()
	for b.Loop() {
		o, err := office.Open(d.data, d.options())
		must(b, err)
		as(b, o, "clerk")
		if len(o.Duties()) == 0 {
			b.Fatal("nothing to do")
		}
		b.StopTimer()
		must(b, o.Close())
		b.StartTimer()
	}
}

// benchMemory reports what an open office holds.
func benchMemory(b *testing.B, d *desk) {
	b.Helper()
	for b.Loop() {
		o, err := office.Open(d.data, d.options())
		must(b, err)
		as(b, o, "clerk")
		b.ReportMetric(float64(resident(b))/(1<<20), "MB-peak-resident")
		debug.FreeOSMemory()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc)/(1<<20), "MB-heap")
		b.ReportMetric(float64(resident(b))/(1<<20), "MB-resident")
		must(b, o.Close())
	}
}

// resident reads from Linux how much memory the process holds.
func resident(b *testing.B) int64 {
	b.Helper()
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	pages, err := strconv.ParseInt(strings.Fields(string(data))[1], 10, 64)
	must(b, err)
	return pages * int64(os.Getpagesize())
}

func benchAsk(b *testing.B, d *desk, n int) {
	b.Helper()
	o := at(b, d)
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			if got := len(o.List(nil)); got < n {
				b.Fatal(got)
			}
		}
	})
	b.Run("find", func(b *testing.B) {
		for b.Loop() {
			o.Find("94-" + strconv.Itoa(n/2))
		}
	})
	b.Run("duties", func(b *testing.B) {
		for b.Loop() {
			o.Duties()
		}
	})
	b.Run("case", func(b *testing.B) {
		all := o.List(nil)
		for i := 0; b.Loop(); i++ {
			_, err := o.Case(all[i*7919%len(all)].Case, office.Opened)
			must(b, err)
		}
	})
}

func benchRebuild(b *testing.B, d *desk) {
	b.Helper()
	o := at(b, d)
	for b.Loop() {
		must(b, o.Rebuild())
	}
}

// benchMerge takes over what another desk has written: half as many cases again, 50,000 records at most.
func benchMerge(b *testing.B, d *desk) {
	b.Helper()
	other := d.copied(b, "Б")
	o := at(b, other)
	m := newTeam(b, o, other.clock)
	must(b, o.Bulk(func() error {
		for range min(m.size()/2, 50_000/6) {
			m.make(b)
		}
		return nil
	}))
	must(b, o.Close())
	for b.Loop() {
		b.StopTimer()
		into := d.copied(b, "В")
		o, err := office.Open(into.data, into.options())
		must(b, err)
		as(b, o, "clerk")
		b.StartTimer()
		got := merge(b, o, other)
		b.ReportMetric(float64(got.Records), "records")
		b.StopTimer()
		must(b, o.Close())
		must(b, os.RemoveAll(into.data))
		b.StartTimer()
	}
}

func (m *team) size() int { return len(m.o.List(nil)) }
