package present_test

import (
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

func anywhere(present.Place) bool { return true }

// heads gives the groups of the palette with their counts.
func heads(p *present.Palette) []string {
	var all []string
	for _, r := range p.Rows() {
		if r.Head != "" {
			all = append(all, strings.TrimSpace(r.Head+" "+r.Count))
		}
	}
	return all
}

func newPalette(t *testing.T, o *calmOffice, offers func(present.Place) bool) (*present.Palette, *present.Finder) {
	t.Helper()
	env, _ := calmEnv(t)
	f := present.NewFinder(env, o)
	return present.NewPalette(env, o, f, offers), f
}

func TestResultsStandInGroupsWithTheirCounts(t *testing.T) {
	var entries []domain.Entry
	for i := range 12 {
		e := calmEntry(i+1, "Елена Кръстева", "Шум", calmDay)
		e.Person = domain.PersonID{9}
		entries = append(entries, e)
	}
	o := newCalmOffice(entries...)
	o.persons = []domain.Person{
		{ID: domain.PersonID{9}, Contact: domain.Contact{Name: "Елена Кръстева", Settlement: "гр. Примерно"}},
		{ID: domain.PersonID{8}, Contact: domain.Contact{Name: "Кръстю без преписки"}},
	}
	p, _ := newPalette(t, o, anywhere)
	p.Open("кръст")
	if got, want := heads(p), []string{"Преписки 12", "Лица 1", "Още"}; !slices.Equal(got, want) {
		t.Errorf("groups %q, want %q", got, want)
	}
	rows := p.Rows()
	if all := rows[9]; all.Words != "Всички 12 в регистъра" || all.To != (present.Route{Place: present.RegisterPlace, Arg: "=кръст"}) {
		t.Errorf("the way to all: %+v", all)
	}
	if person := rows[11]; person.Right != "12 преписки" || person.To.Arg != present.ViewOf(domain.PersonID{9}) {
		t.Errorf("person: %+v", person)
	}
	if p.Summary() != "13 резултата" {
		t.Errorf("summary %q", p.Summary())
	}
}

func TestTheChoiceGoesPastHeadsAndStaysAtTheEnds(t *testing.T) {
	p, _ := newPalette(t, newCalmOffice(calmEntry(1, "Иван", "Шум", calmDay)), anywhere)
	p.Open("шум")
	if p.Chosen() != 1 {
		t.Fatalf("the choice begins at %d", p.Chosen())
	}
	p.Step(-1)
	p.Step(1)
	if row, _ := p.Take(); row.Words != "Нова преписка за „шум“" || row.To != (present.Route{Place: present.NewPlace, Arg: "шум"}) {
		t.Errorf("the second is %+v", row)
	}
	for range 5 {
		p.Step(1)
	}
	if row, ok := p.Take(); !ok || row.Key != "Ctrl+Enter" || row.To != p.Everywhere() {
		t.Errorf("the last is %+v", row)
	}
	p.Choose(0)
	if p.Chosen() == 0 {
		t.Error("a head was chosen")
	}
}

func TestActionsAreFoundByTheBeginningOfAWord(t *testing.T) {
	p, _ := newPalette(t, newCalmOffice(), anywhere)
	for typed, want := range map[string]present.ActionID{"тъм": present.ActDark, "тема кон": present.ActContrast, "кален": present.ActionID(present.CalendarPlace), "ключ": present.ActLock + "?", "заклю": present.ActLock, "клав": present.ActKeys} {
		p.Open(typed)
		found := slices.ContainsFunc(p.Rows(), func(r present.PaletteRow) bool { return r.Action == want })
		if found == strings.HasSuffix(string(want), "?") {
			t.Errorf("%q: found %t", typed, found)
		}
	}
	p.Open("нова")
	var actions []present.ActionID
	for _, r := range p.Rows() {
		if r.Action != "" {
			actions = append(actions, r.Action)
		}
	}
	if !slices.Equal(actions, []present.ActionID{present.ActionID(present.NewPlace)}) {
		t.Errorf("„нова“ gives %q", actions)
	}
}

func TestWhoRegistersNothingIsOfferedNoNewCase(t *testing.T) {
	p, _ := newPalette(t, newCalmOffice(), func(place present.Place) bool { return place != present.NewPlace })
	p.Open("шум")
	for _, r := range p.Rows() {
		if r.To.Place == present.NewPlace || r.Action == present.ActionID(present.NewPlace) {
			t.Errorf("offered %q", r.Words)
		}
	}
	if heads(p)[0] != "Нищо не е намерено" {
		t.Errorf("groups %q", heads(p))
	}
}

func TestAnEmptyPaletteShowsTheCasesOpenedLast(t *testing.T) {
	o := newCalmOffice(calmEntry(1, "А", "Б", calmDay), calmEntry(2, "В", "Г", calmDay), calmEntry(3, "Д", "Е", calmDay))
	p, f := newPalette(t, o, anywhere)
	for _, n := range []byte{1, 3, 0, 1} {
		if n == 0 {
			f.Visit(domain.CaseID{})
			continue
		}
		f.Visit(calmCase(n))
	}
	p.Open("  ")
	rows := p.Rows()
	if rows[0].Head != "Последно отваряни" || rows[1].To.Case != calmCase(1) || rows[2].To.Case != calmCase(3) || rows[3].Head != "Действия" || p.Summary() != "" {
		t.Errorf("%+v", rows[:4])
	}
	if p.Everywhere() != (present.Route{Place: present.RegisterPlace, Arg: present.ViewAll}) {
		t.Errorf("everywhere is %+v", p.Everywhere())
	}
}

func TestAChangeIsFoundAfterItIsTold(t *testing.T) {
	o := newCalmOffice(calmEntry(1, "Иван", "Шум", calmDay))
	p, f := newPalette(t, o, anywhere)
	p.Open("шум")
	o.entries = append(o.entries, calmEntry(2, "Петър", "Шум пак", calmDay))
	if p.Open("шум "); heads(p)[0] != "Преписки 1" {
		t.Errorf("read again without need: %q", heads(p))
	}
	f.Forget()
	if p.Open("шум"); heads(p)[0] != "Преписки 2" {
		t.Errorf("groups %q", heads(p))
	}
}

func TestASearchThatWasOvertakenIsForgotten(t *testing.T) {
	env, _ := calmEnv(t)
	jobs := &lateJobs{}
	o := newCalmOffice(calmEntry(1, "Иван", "Шум", calmDay), calmEntry(2, "Петър", "Дупка", calmDay))
	f := present.NewFinder(env, o)
	first := present.NewPalette(env, o, f, anywhere)
	first.Open("") // reads the register
	env.Go = jobs.run
	p := present.NewPalette(env, o, f, anywhere)
	p.Open("шум")
	p.Type("дупка")
	slices.Reverse(jobs.jobs)
	for _, job := range jobs.jobs {
		job()
	}
	if rows := p.Rows(); len(rows) < 2 || rows[1].To.Case != calmCase(2) {
		t.Errorf("%+v", rows)
	}
}

func TestATabOfTheSettingsIsFoundByItsNameByWhoeverHasIt(t *testing.T) {
	tab := func(typed string, offers func(present.Place) bool) string {
		p, _ := newPalette(t, newCalmOffice(), offers)
		p.Open(typed)
		for _, r := range p.Rows() {
			if r.To.Place == present.SettingsPlace {
				return r.Words + " → " + r.To.Arg
			}
		}
		return ""
	}
	if got := tab("парола", anywhere); got != "Настройки: Парола → password" {
		t.Errorf("the password of anybody: %q", got)
	}
	if got := tab("номенклатура", anywhere); got != "" {
		t.Errorf("what only an administrator may change: %q", got)
	}
	if got := tab("парола", func(p present.Place) bool { return p != present.SettingsPlace }); got != "" {
		t.Errorf("where there are no settings: %q", got)
	}
}
