package gui

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// What is measured here is what the program does before the toolkit draws; scripts/bench-window.sh measures both in
// the real window.

// frameTime is the time for one frame of 60 in a second.
const frameTime = 16 * time.Millisecond

// manyEntries makes a register: a tenth of it is open.
func manyEntries(n int) []domain.Entry {
	senders := []string{"Елена Кръстева", "Кръстю Вълчев", "Иван Петров", "Стоян Илиев Примеров", ""}
	subjects := []string{"Отказано обслужване на гише 3 на 23.10.2026", "Такса за гробно място в парцел 14", "Шум край кръстовището на ул. „Рила“"}
	today := calendar.DateOf(caseNow())
	all := make([]domain.Entry, n)
	for i := range all {
		on := today.AddDays(-(n - i) * 3650 / n)
		number := domain.Number{Serial: i + 1, Date: on}
		number.Text = domain.NumberTemplate("").Render("94", number)
		e := domain.Entry{
			Case: domain.CaseID{12: byte(i >> 24), 13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)}, Number: number,
			Kind: domain.Signal, State: domain.Closed, Sender: senders[i%len(senders)], Subject: subjects[i%len(subjects)], ReceivedOn: on,
			RegisteredAt: on.Start(), Deadlines: []domain.Deadline{{Clock: domain.LegalClock, Start: on, Due: on.AddDays(30)}}, ClosedOn: on.AddDays(20),
		}
		if i%10 == 0 {
			e.State, e.ClosedOn = domain.InWork, 0
		}
		all[i] = e
	}
	return all
}

// manyWindow opens a place over a register of n cases.
func manyWindow(b *testing.B, n int, to present.Route) *Window {
	b.Helper()
	w, p := wholeWindow(b, fyne.NewSize(1366, 768), present.Route{Place: present.TodayPlace})
	p.entries = manyEntries(n)
	w.open(to)
	w.Resize(fyne.NewSize(1366, 768))
	return w
}

// report says how many frames of 60 in a second one operation takes.
func report(b *testing.B) {
	b.Helper()
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(frameTime), "frames")
}

// BenchmarkScrollRegister goes down a register of which every row is shown.
func BenchmarkScrollRegister(b *testing.B) {
	for _, n := range []int{10_000, 200_000} {
		w := manyWindow(b, n, present.Route{Place: present.RegisterPlace, Arg: present.ViewAll})
		s, ok := w.screen.(*registerScreen)
		if !ok {
			b.Fatal("another screen")
		}
		rows := s.table.Rows
		for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown} {
			b.Run(strconv.Itoa(n)+"/"+string(key), func(b *testing.B) {
				for b.Loop() {
					rows.TypedKey(&fyne.KeyEvent{Name: key})
				}
				report(b)
			})
			rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		}
	}
}

// BenchmarkTypeIntoNewCase types into the longest form of the window, where the text of the case is so long already. One
// operation is a letter and the key that takes it back.
func BenchmarkTypeIntoNewCase(b *testing.B) {
	_, s, _ := intakeWindow(b, newIntakeProgram(), fyne.NewSize(1366, 768))
	fillIntake(s.model)
	for _, size := range []int{100, 5000, 20_000} {
		entry := s.inputs[present.IntakeText]
		retype(entry, string([]rune(strings.Repeat("На гише 3 чаках дълго. ", size))[:size-1]))
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			for b.Loop() {
				entry.TypedRune('а')
				entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
			report(b)
		})
	}
}

// BenchmarkOpenScreen goes to a place.
func BenchmarkOpenScreen(b *testing.B) {
	places := []present.Place{
		present.TodayPlace, present.NewPlace, present.RegisterPlace, present.LettersPlace, present.CalendarPlace, present.JournalPlace, present.SettingsPlace,
	}
	w := manyWindow(b, 100, present.Route{Place: present.TodayPlace})
	for _, place := range places {
		b.Run(string(place), func(b *testing.B) {
			for b.Loop() {
				w.open(present.Route{Place: place})
			}
			report(b)
		})
	}
}

// BenchmarkLoadRegister reads a register, counts its views and draws its rows.
func BenchmarkLoadRegister(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 200_000} {
		w := manyWindow(b, n, present.Route{Place: present.RegisterPlace})
		for _, view := range []string{present.ViewOpen, present.ViewAll} {
			b.Run(strconv.Itoa(n)+"/"+view, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					present.NewRegister(w.env, w.program, view).Load()
				}
			})
		}
	}
}
