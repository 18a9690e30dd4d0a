package present_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
	"harta/internal/wire"
)

// logOffice is an office with a journal in memory, the newest record first.
type logOffice struct {
	*yearOffice
	records    []office.Record
	accesses   []office.Access
	gaps       []domain.CounterKey
	collisions []office.Collision
	verdict    desk.Verdict
	steps      int // of the check
	asked      []int
	wrong      error
}

func (o *logOffice) Records(limit int, want func(office.Record) bool) ([]office.Record, error) {
	o.asked = append(o.asked, limit)
	var all []office.Record
	for _, r := range o.records {
		if len(all) < limit && want(r) {
			all = append(all, r)
		}
	}
	return all, o.wrong
}

func (o *logOffice) Accesses(domain.CaseID) ([]office.Access, error) { return o.accesses, o.wrong }
func (o *logOffice) Gaps() []domain.CounterKey                       { return o.gaps }
func (o *logOffice) Collisions() ([]office.Collision, error)         { return o.collisions, o.wrong }

func (o *logOffice) Verify(progress func(done, total int)) (desk.Verdict, error) {
	for i := range o.steps {
		progress(i+1, o.steps)
	}
	return o.verdict, o.wrong
}

func newLogOffice(role domain.Role, n int) *logOffice {
	o := &logOffice{yearOffice: newYearOffice(role)}
	for i := range n {
		o.records = append(o.records, office.Record{
			At: calmDay.Start().Add(9 * time.Hour).Add(-time.Duration(i) * time.Hour), By: domain.UserID{1}, Kind: "case.registered",
			Case: calmCase(byte(i + 1)), Number: domain.Number{Date: calmDay, Serial: n - i, Text: fmt.Sprintf("94-%d/23.11.2026", n-i)},
		})
	}
	return o
}

func newLog(t *testing.T, o *logOffice) (*present.Journal, *calmHeard) {
	t.Helper()
	env, h := calmEnv(t)
	env.After = func(_ time.Duration, f func()) func() { f(); return func() {} }
	return present.NewJournal(env, o, present.NewCheck(env, o)), h
}

func TestTheJournalStandsInDaysTheNewestFirst(t *testing.T) {
	o := newLogOffice(domain.Secretary, 12)
	j, h := newLog(t, o)
	j.Load()
	rows := j.Rows()
	if rows[0].Group != "23.11.2026, понеделник" || rows[11].Group != "22.11.2026, неделя" || j.Count() != 12 {
		t.Fatalf("%+v", rows)
	}
	want := present.JournalRow{Time: "09:00", Who: "М. Петрова", What: "Регистрирана", Number: "94-12", Case: calmCase(1)}
	if rows[1] != want {
		t.Errorf("%+v, want %+v", rows[1], want)
	}
	j.OpenRow(0)
	j.OpenRow(1)
	if !slices.Equal(h.routes, []present.Route{{Place: present.CasePlace, Case: calmCase(1)}}) {
		t.Errorf("opened %+v", h.routes)
	}
}

func TestNoMoreThanAPageIsRead(t *testing.T) {
	o := newLogOffice(domain.Secretary, 250)
	j, _ := newLog(t, o)
	j.Load()
	if j.Count() != 100 || !j.CanMore() || j.Summary() != "последните 100 записа" {
		t.Fatalf("%d, more %t, %s", j.Count(), j.CanMore(), j.Summary())
	}
	j.Choose(len(j.Rows()) - 1) // who comes to the end reads on
	if j.Count() != 200 || !j.CanMore() {
		t.Errorf("%d, more %t", j.Count(), j.CanMore())
	}
	chosen := j.Rows()[j.Chosen()]
	j.More()
	if j.Count() != 250 || j.CanMore() || j.Summary() != "250 записа" || j.Rows()[j.Chosen()] != chosen {
		t.Errorf("%d, more %t, %s, at %+v", j.Count(), j.CanMore(), j.Summary(), j.Rows()[j.Chosen()])
	}
	j.More()
	if !slices.Equal(o.asked, []int{101, 201, 301}) {
		t.Errorf("asked for %v", o.asked)
	}
}

func TestOfAHugeJournalTheOldestAreNotShown(t *testing.T) {
	o := newLogOffice(domain.Secretary, 6000)
	j, _ := newLog(t, o)
	j.Load()
	for range 100 {
		j.More()
	}
	if j.Count() != 5000 || j.CanMore() || j.Full() == "" {
		t.Errorf("%d, more %t, %q", j.Count(), j.CanMore(), j.Full())
	}
}

func TestTheJournalIsNarrowed(t *testing.T) {
	old := office.Record{At: calmDay.AddMonths(-14).Start(), By: domain.UserID{2}, Kind: "letter.dispatched", Number: domain.Number{Date: calmDay.AddMonths(-14), Serial: 7, Text: "94-7/23.09.2025"}}
	for name, c := range map[string]struct {
		do   func(*present.Journal)
		want int
	}{
		"everything":           {func(*present.Journal) {}, 61},
		"today":                {func(j *present.Journal) { j.SetChip("period", present.PeriodToday) }, 10},
		"this week":            {func(j *present.Journal) { j.SetChip("period", present.PeriodWeek) }, 10},
		"this month":           {func(j *present.Journal) { j.SetChip("period", present.PeriodMonth) }, 60},
		"last year":            {func(j *present.Journal) { j.SetChip("period", present.PeriodLastYear) }, 1},
		"letters":              {func(j *present.Journal) { j.SetChip("record", present.KindLetter) }, 1},
		"letters, and not":     {func(j *present.Journal) { j.SetChip("record", present.KindLetter); j.SetChip("record", "") }, 61},
		"a person":             {func(j *present.Journal) { j.SetChip("by", j.Chips()[0].Options[0].Key) }, 60},
		"a number":             {func(j *present.Journal) { j.Find("94-12") }, 1},
		"a number in full":     {func(j *present.Journal) { j.Find(" № 94-12/23.11.2026 ") }, 1},
		"a serial":             {func(j *present.Journal) { j.Find("7") }, 2}, // of two years
		"the end of a number":  {func(j *present.Journal) { j.Find("2026") }, 0},
		"a number there isn't": {func(j *present.Journal) { j.Find(strings.Repeat("9", 100_000)) }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			o := newLogOffice(domain.Secretary, 60)
			o.records = append(o.records, old)
			j, _ := newLog(t, o)
			j.Load()
			c.do(j)
			if j.Count() != c.want {
				t.Errorf("%d records, want %d", j.Count(), c.want)
			}
		})
	}
}

func TestEveryKindOfRecordHasWords(t *testing.T) {
	o := newLogOffice(domain.Secretary, 0)
	for _, kind := range wire.Kinds() {
		if kind != "access.viewed" {
			o.records = append(o.records, office.Record{At: calmDay.Start(), Kind: kind})
		}
	}
	for _, e := range []domain.Event{
		domain.OfficeFounded{},
		domain.OfficeKeyed{},
		domain.ChainOpened{},
		domain.UserAdded{Name: "Иван Петров"},
		domain.UserKeyed{User: domain.UserID{1}},
		domain.UserRemoved{},
		domain.RoleGranted{Role: domain.Clerk},
		domain.RoleRevoked{Role: domain.Clerk},
		domain.SettingsSet{},
		domain.CalendarSet{},
		domain.CalendarSet{Confirmed: []domain.ConfirmedYear{{Year: 2026}, {Year: 2027}}},
		domain.RulesSet{},
		domain.DepartmentSet{Name: "Отдел"},
		domain.TopicSet{Name: "Тема"},
		domain.FilingSet{Code: "1.2"},
		domain.TemplateSet{Template: domain.Template{ID: "T01"}},
		domain.ErasureProposed{Protocol: "12", Cases: make([]domain.ErasureLine, 2)},
		domain.ErasureConfirmed{},
		domain.ErasureWithdrawn{Reason: "рано е"},
		domain.ErasureExecuted{Left: make([]domain.ErasureLeft, 1)},
		domain.ParagraphSet{Paragraph: domain.Standard{Word: "проверка"}},
	} {
		o.records = append(o.records, office.Record{At: calmDay.Start(), Kind: "office.something", Event: e})
	}
	j, _ := newLog(t, o)
	j.Load()
	newer := 0
	for _, r := range j.Rows()[1:] {
		if r.What == "" || strings.ContainsAny(r.What, "[]{}") {
			t.Errorf("%q", r.What)
		}
		if strings.Contains(r.What, "по-нова програма") {
			newer++
		}
	}
	if newer != 20 { // the kinds of the office without their events
		t.Errorf("%d are said to be newer", newer)
	}
}

func TestWhatHasNoEffectIsFlagged(t *testing.T) {
	o := newLogOffice(domain.Secretary, 3)
	o.records[0].Verdict, o.records[1].Verdict = domain.WithoutAuthority, domain.AfterRemoval
	j, _ := newLog(t, o)
	j.Load()
	rows := j.Rows()
	if !rows[1].Marked || !rows[2].Marked || rows[3].Marked || rows[1].What != "Регистрирана – без действие: авторът е нямал право" {
		t.Errorf("%+v", rows)
	}
}

func TestWhatSomebodyDidInTheCaseAgainstHimIsFlagged(t *testing.T) {
	o := newLogOffice(domain.Secretary, 2)
	o.records[0].Named = true
	o.accesses = []office.Access{{AccessViewed: domain.AccessViewed{Case: calmCase(7), What: string(office.Opened)}, By: domain.UserID{1}, At: calmDay.Start(), Named: true}}
	j, _ := newLog(t, o)
	j.Load()
	if rows := j.Rows(); !rows[1].Marked || rows[2].Marked || rows[1].What != "Регистрирана – преписката е срещу този служител" {
		t.Errorf("%+v", rows)
	}
	j.ShowPart(present.JournalAccess)
	if rows := j.Rows(); !rows[1].Marked || rows[1].What != "Отворена преписка – преписката е срещу този служител" {
		t.Errorf("%+v", rows)
	}
}

func TestWhoLookedAtWhatIsForAuditors(t *testing.T) {
	for role, may := range map[domain.Role]bool{domain.Clerk: false, domain.Secretary: true, domain.Auditor: true, domain.Admin: true} {
		j, _ := newLog(t, newLogOffice(role, 1))
		if j.MayAudit() != may {
			t.Errorf("%s may: %t", role, j.MayAudit())
		}
	}
	o := newLogOffice(domain.Secretary, 1)
	o.entries = []domain.Entry{calmEntry(7, "А", "Б", calmDay)}
	for i := range 150 {
		o.accesses = append(o.accesses, office.Access{
			AccessViewed: domain.AccessViewed{Case: calmCase(7), What: string(office.Opened)}, By: domain.UserID{1}, At: calmDay.Start().Add(-time.Duration(i) * time.Minute),
		})
	}
	o.accesses[1].Case, o.accesses[1].What, o.accesses[1].Note = domain.CaseID{}, string(office.Exported), "12"
	j, _ := newLog(t, o)
	j.ShowPart(present.JournalAccess)
	if j.Count() != 100 || !j.CanMore() {
		t.Fatalf("%d, more %t", j.Count(), j.CanMore())
	}
	if rows := j.Rows(); rows[1].What != "Отворена преписка" || rows[1].Number != "94-7" || rows[3].What != "Изнесен списък от 12 реда" || rows[3].Number != "" {
		t.Errorf("%+v", rows[:4])
	}
	j.More()
	if j.Count() != 150 || j.CanMore() {
		t.Errorf("%d, more %t", j.Count(), j.CanMore())
	}
	j.Find("94-8")
	if j.Count() != 0 {
		t.Errorf("%d of another case", j.Count())
	}
}

func TestTheCheckSaysWhatItFoundAndRemembersIt(t *testing.T) {
	for name, c := range map[string]struct {
		verdict desk.Verdict
		wrong   error
		want    present.CheckResult
	}{
		"sound":   {desk.Verdict{Sound: true, Records: 567}, nil, present.CheckResult{Words: "Журналът е проверен в 10:00 ч.: 567 записа, без разлики.", Sound: true}},
		"damaged": {desk.Verdict{Records: 9, Damages: 2, First: "запис 5"}, nil, present.CheckResult{Words: "Проверката в 10:00 ч. намери 2 повреди. Първата: запис 5. Не пишете в папката с данни и потърсете поддръжка."}},
		"wrong":   {desk.Verdict{}, fmt.Errorf("read: %w", errors.New("няма диск")), present.CheckResult{Words: "няма диск"}},
	} {
		t.Run(name, func(t *testing.T) {
			o := newLogOffice(domain.Clerk, 1)
			o.verdict, o.wrong, o.steps = c.verdict, c.wrong, 200
			j, _ := newLog(t, o)
			if _, ok := j.Check.Result(); ok {
				t.Error("there is a result before it ran")
			}
			j.Check.Run()
			got, ok := j.Check.Result()
			if _, _, running := j.Check.Running(); got != c.want || !ok || running {
				t.Errorf("%+v, running %t", got, running)
			}
		})
	}
}

func TestTheCheckRunsOnceAtATimeAndSaysHowFarItIs(t *testing.T) {
	env, _ := calmEnv(t)
	jobs := &lateJobs{}
	env.Go = jobs.run
	o := newLogOffice(domain.Clerk, 1)
	o.verdict, o.steps = desk.Verdict{Sound: true, Records: 1}, 4
	c := present.NewCheck(env, o)
	heard := 0
	c.Changed = func() { heard++ }
	c.Run()
	c.Run()
	if _, _, running := c.Running(); len(jobs.jobs) != 1 || !running {
		t.Fatalf("%d jobs, running %t", len(jobs.jobs), running)
	}
	for i := 0; i < len(jobs.jobs); i++ {
		jobs.jobs[i]()
	}
	if _, ok := c.Result(); !ok || heard < 2 {
		t.Errorf("result %t, heard %d", ok, heard)
	}
}

func TestMissingAndDoubledNumbersAreShown(t *testing.T) {
	o := newLogOffice(domain.Clerk, 1)
	o.gaps = []domain.CounterKey{{Direction: domain.Incoming, Year: 2026}, {Direction: domain.Incoming, Series: "Б", Year: 2026}}
	o.collisions = []office.Collision{{Number: domain.Number{Text: "94-5/01.02.2026"}, Cases: []domain.CaseID{calmCase(1), calmCase(2)}}}
	j, _ := newLog(t, o)
	j.Survey()
	w := j.Warnings()
	if len(w) != 3 || w[0].Words != "В номерата за 2026 г. има пропуск." || w[2].Words != "Номер 94-5/01.02.2026 е даден на 2 преписки." || len(w[2].Links) != 2 {
		t.Errorf("%+v", w)
	}
	for range 10 {
		o.gaps = append(o.gaps, o.gaps[0])
	}
	if j.Survey(); len(j.Warnings()) != 6 {
		t.Errorf("%d warnings", len(j.Warnings()))
	}
}

func TestAJournalThatCannotBeReadSaysWhy(t *testing.T) {
	o := newLogOffice(domain.Clerk, 5)
	o.wrong = fmt.Errorf("read: %w", errors.New("няма право"))
	j, _ := newLog(t, o)
	if j.Load(); j.Wrong() != "няма право" || j.Count() != 0 {
		t.Errorf("%q, %d", j.Wrong(), j.Count())
	}
}

func TestAnOvertakenReadingIsForgotten(t *testing.T) {
	env, _ := calmEnv(t)
	jobs := &lateJobs{}
	env.Go = jobs.run
	o := newLogOffice(domain.Secretary, 30)
	j := present.NewJournal(env, o, present.NewCheck(env, o))
	j.Load()
	j.SetChip("period", present.PeriodToday)
	j.Load()
	for i := 0; i < len(jobs.jobs); i++ {
		jobs.jobs[i]()
	}
	if j.Count() != 10 || len(jobs.jobs) != 2 {
		t.Errorf("%d records after %d readings", j.Count(), len(jobs.jobs))
	}
}
