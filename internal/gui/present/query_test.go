package present_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/script"
)

// calmOffice is a register and a contact book in memory.
type calmOffice struct {
	acting  domain.Acting
	entries []domain.Entry
	persons []domain.Person
	asked   []string
}

func (o *calmOffice) Acting() domain.Acting { return o.acting }

func (o *calmOffice) List(want func(domain.Entry) bool) []domain.Entry {
	var all []domain.Entry
	for _, e := range o.entries {
		if want == nil || want(e) {
			all = append(all, e)
		}
	}
	return all
}

func (o *calmOffice) Entries(want func(*domain.Entry) bool) []*domain.Entry {
	var all []*domain.Entry
	for i := range o.entries {
		if e := &o.entries[i]; want == nil || want(e) {
			all = append(all, e)
		}
	}
	return all
}

func (o *calmOffice) FindPersons(typed string, limit int) []domain.Person {
	o.asked = append(o.asked, typed)
	q := script.Ask(typed)
	var found []domain.Person
	for _, p := range o.persons {
		if q.Words() > 0 && q.Rank(p.Key()) == q.Words() && len(found) < limit {
			found = append(found, p)
		}
	}
	return found
}

func newCalmOffice(entries ...domain.Entry) *calmOffice {
	office := domain.NewOffice()
	office.Confirmed = []domain.ConfirmedYear{{Year: 2026}, {Year: 2027}}
	return &calmOffice{acting: domain.Acting{Office: &office, Now: calmDay.Start().Add(10 * time.Hour)}, entries: entries}
}

// found opens the palette on what was typed and gives the numbers of the cases it shows.
func found(t *testing.T, o *calmOffice, typed string) []string {
	t.Helper()
	env, _ := calmEnv(t)
	p := present.NewPalette(env, o, present.NewFinder(env, o), func(present.Place) bool { return true })
	p.Open(typed)
	var numbers []string
	for _, r := range p.Rows() {
		if r.To.Place == present.CasePlace {
			number, _, _ := strings.Cut(r.Words, ",")
			numbers = append(numbers, number)
		}
	}
	return numbers
}

func TestWhatIsTypedFindsCases(t *testing.T) {
	complaint := calmEntry(1312, "Елена Кръстева", "Отказано обслужване на гише 3", calmDay.AddDays(21))
	complaint.Kind = domain.ComplaintStaff
	o := newCalmOffice(
		complaint,
		calmEntry(1304, "Кръстю Вълчев", "Такса за гробно място", calmDay),
		calmEntry(13, "Иван Петров", "Шум край кръстовището", calmDay.AddDays(-3)),
		calmEntry(131, "", "Счупена лампа, ул. 13", calmDay.AddDays(2)),
	)
	for typed, want := range map[string][]string{
		"кръст":               {"94-13", "94-1312", "94-1304"},
		"KRAST":               {"94-13", "94-1312", "94-1304"},
		"елена отк":           {"94-1312"},
		"отк елена":           {"94-1312"},
		"ръст":                nil, // words are found from their beginning
		"1312":                {"94-1312"},
		"94-1312":             {"94-1312"},
		complaint.Number.Text: {"94-1312"},
		"13":                  {"94-13", "94-1312", "94-131", "94-1304"}, // the number itself comes first
		"№131":                {"94-131", "94-1312"},
		"№ 131":               {"94-131", "94-1312"},
		"от:кръст":            {"94-1312", "94-1304"},
		"от: иван":            {"94-13"},
		"ОТ:ИВАН шум":         {"94-13"},
		"вид:жалба":           {"94-1312"},
		"вид:сигнал кръст":    {"94-13", "94-1304"},
		"вид:няма":            nil,
		"срок:днес":           {"94-1304"},
		"срок:просрочен":      {"94-13"},
		"срок:седмица":        {"94-131", "94-1304"},
		"срок:14.12.2026":     {"94-1312"},
		"срок:14.12":          {"94-1312"},
		"срок:няма":           nil,
		"от:кръст вид:жалба срок:14.12": {"94-1312"},
		"😀":               nil,
		"\u202eкръст\x01": {"94-13", "94-1312", "94-1304"},
	} {
		t.Run(typed, func(t *testing.T) {
			if got := found(t, o, typed); !slices.Equal(got, want) {
				t.Errorf("found %q, want %q", got, want)
			}
		})
	}
}

func TestAPageOfPastedTextBreaksNothing(t *testing.T) {
	o := newCalmOffice(calmEntry(1, "Елена Кръстева", "Шум", calmDay))
	for _, typed := range []string{strings.Repeat("кръст ", 20_000), strings.Repeat("😀", 30_000), strings.Repeat("от:", 40_000)} {
		if got := found(t, o, typed); len(got) > 1 {
			t.Errorf("found %q", got)
		}
	}
}

func TestWhatWasTypedIsShownInWhatWasFound(t *testing.T) {
	env, _ := calmEnv(t)
	for typed, c := range map[string]struct {
		text string
		hits []string
	}{
		"кръст":     {"94-1312, Елена Кръстева", []string{"Кръст"}},
		"1312 ел":   {"94-1312, Елена Кръстева", []string{"1312", "Ел"}},
		"от:ел":     {"94-1312, Елена Кръстева", []string{"Ел"}},
		"ел ел":     {"Елена Кръстева", []string{"Ел"}},
		"срок:днес": {"днес", nil},
	} {
		var got []string
		for _, h := range env.ParseQuery(typed).Hits(c.text) {
			if h[1] > h[0] {
				got = append(got, c.text[h[0]:h[1]])
			}
		}
		if !slices.Equal(got, c.hits) {
			t.Errorf("%q in %q: %q, want %q", typed, c.text, got, c.hits)
		}
	}
}

// BenchmarkPalette looks through 100,000 cases for what one key adds.
func BenchmarkPalette(b *testing.B) {
	names := []string{"Елена Кръстева", "Кръстю Вълчев", "Иван Петров", "Стоян Илиев Примеров", "Мария Георгиева"}
	subjects := []string{"Отказано обслужване на гише 3", "Такса за гробно място", "Шум край кръстовището на ул. „Рила“", "Счупена лампа"}
	entries := make([]domain.Entry, 100_000)
	for i := range entries {
		e := calmEntry(i+1, names[i%len(names)], subjects[i%len(subjects)]+" "+strconv.Itoa(i), calmDay.AddDays(i%60))
		e.Number.Date = calendar.NewDate(2016+i/10_000, time.May, 1)
		e.Case = domain.CaseID{13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)}
		entries[i] = e
	}
	o := newCalmOffice(entries...)
	env, _ := calmEnv(b)
	finder := present.NewFinder(env, o)
	p := present.NewPalette(env, o, finder, func(present.Place) bool { return true })
	p.Open("")
	for _, typed := range []string{"к", "кръст", "stoyan primerov", "1312", "от:иван вид:сигнал срок:днес", "няма такъв"} {
		b.Run(typed, func(b *testing.B) {
			for b.Loop() {
				p.Type("")
				p.Type(typed)
			}
		})
	}
}
