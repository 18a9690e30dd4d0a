package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// path is how a case goes from the desk to its file: who does what. A walk takes cases along it as far as they are needed.
var path = []struct {
	by   string
	args string // N is the number, F a file with the text of a letter, S who signs it
}{
	{"clerk", "register --kind complaint_service --subject Опашка --sender Мария --settlement Примерно --street Първа --email m@primerno.example --department Човешки_ресурси"},
	{"secretary", "admit N --ground admissible"},
	{"secretary", "resolve N --department Човешки_ресурси --lead executor --text отговор"},
	{"executor", "accept N"},
	{"executor", "decide N --outcome upheld --findings Проверихме --nothing Направено"},
	{"executor", "letter draft N --template T16 --file F --signer S"},
	{"executor", "letter submit N 1"},
	{"head", "letter endorse N 1"},
	{"mayor", "letter sign N 1"},
	{"clerk", "letter dispatch N 1 --channel post"},
	{"clerk", "close N"},
}

// Places on the path, by what was done last.
const (
	registered = iota + 1
	inResolution
	assigned
	inWork
	decided
	drafted
	submitted
	endorsed
	signed
	sent
	closed
)

// consoleWalk are the commands for the actions of the workflow: where on the path each begins, and how it is given. What
// has no command cannot be done here by anybody.
var consoleWalk = map[domain.Action]struct {
	at   int
	args string
	more string // what the clerk does first
}{
	domain.DoPropose:       {registered, "propose N --ground obscene --reason Обиди", ""},
	domain.DoAdmit:         {registered, "admit N --ground admissible", ""},
	domain.DoResolve:       {inResolution, "resolve N --department Човешки_ресурси --lead executor --text отговор", ""},
	domain.DoAccept:        {assigned, "accept N", ""},
	domain.DoGiveBack:      {inWork, "give-back N --reason Чужда", ""},
	domain.DoReassign:      {inWork, "reassign N --lead executor --reason Отпуск", ""},
	domain.DoNote:          {inWork, "note N Обади_се", ""},
	domain.DoAttach:        {inWork, "attach N F", ""},
	domain.DoDecide:        {inWork, "decide N --outcome upheld --findings Проверихме --nothing Направено", ""},
	domain.DoFindSurplus:   {inWork, "surplus found N --item карта", ""},
	domain.DoExtend:        {inWork, "extend N --clock charter --until 15.01.2027 --reason Справка --actions Справка --authority Кмет --letter 1", "letter draft N --template T10 --file T"},
	domain.DoDraft:         {decided, "letter draft N --template T16 --file F", ""},
	domain.DoSubmit:        {drafted, "letter submit N 1", ""},
	domain.DoEndorse:       {submitted, "letter endorse N 1", ""},
	domain.DoReturn:        {submitted, "letter return N 1 --comment Кратко", ""},
	domain.DoSign:          {endorsed, "letter sign N 1", ""},
	domain.DoDispatch:      {signed, "letter dispatch N 1 --channel post", ""},
	domain.DoStrike:        {signed, "letter strike N 1 --reason Грешка", ""},
	domain.DoServe:         {sent, "letter serve N 1 --how разписка", ""},
	domain.DoClose:         {sent, "close N", ""},
	domain.DoReopen:        {closed, "reopen N --ground error --due 15.01.2027 --reason Грешка", ""},
	domain.DoWithdraw:      {inWork, "withdraw N --reason Отказа_се --document Молба", ""},
	domain.DoAnnul:         {registered, "annul N --reason Грешка", ""},
	domain.DoSeal:          {registered, "seal N --ground classified --seal 7 --to Регистратурата --yes", ""},
	domain.DoSettleSurplus: {inWork, "surplus settled N --item карта --how returned --protocol 1", "surplus found N --item карта"},
}

// ofAHead is how a head decides on the admissibility: he handles a danger, and nothing else.
const ofAHead = "admit N --ground ex_officio --danger Шахта --danger-kind road --danger-place Първа --danger-told 112 --reason Опасно"

// walker gives commands in an office that stays open.
type walker struct {
	*console
	app   *app
	desk  *desk.Desk
	by    string
	texts map[string]string // words of the path that stand for others
	last  int               // number that was given

	signers map[int]string // of cases that somebody else than the mayor signs
}

func newWalker(t *testing.T) *walker {
	t.Helper()
	c := demo(t)
	w := &walker{console: c, signers: map[int]string{}, texts: map[string]string{
		"F": c.write("reply.txt", "Проверихме и направихме каквото поискахте."),
		"T": c.write("longer.txt", "Ще отговорим до 15.01.2027 г., защото чакаме справка."),
	}}
	a, err := newApp(c.world(&bytes.Buffer{}, &bytes.Buffer{}), nil)
	if err != nil {
		t.Fatal(err)
	}
	w.app, w.desk = a, a.desk
	if err := w.desk.Open(false); err != nil {
		t.Fatal(err)
	}
	a.inside = w.desk.Office
	t.Cleanup(func() {
		if err := w.desk.Close(); err != nil {
			t.Error(err)
		}
	})
	w.as("secretary")
	for _, role := range []domain.Role{domain.DeputyMayor, domain.Adviser, domain.Admin, domain.Auditor} {
		_, err := w.desk.AddUser(office.UserPlan{
			Login: string(role), Name: "Служител " + string(role), Password: demoPassword, Roles: []office.RolePlan{{Role: role}},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func (w *walker) as(login string) {
	w.t.Helper()
	if w.by == login {
		return
	}
	w.by = login
	if err := w.desk.Enter(login, demoPassword); err != nil {
		w.t.Fatal(err)
	}
}

// gives gives a command about a case and tells how it ended.
func (w *walker) gives(args string, number int) (code int, said string) {
	w.t.Helper()
	var out, errs bytes.Buffer
	w.app.stdout, w.app.stderr = &out, &errs
	var words []string
	for word := range strings.FieldsSeq(args) {
		switch text, is := w.texts[word]; {
		case is:
			word = text
		case word == "N":
			word = "94-" + strconv.Itoa(number)
		case word == "S":
			word = cmp.Or(w.signers[number], "mayor")
		}
		if strings.ContainsFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) { // words for people
			word = strings.ReplaceAll(word, "_", " ")
		}
		words = append(words, word)
	}
	root := w.app.root()
	root.SetArgs(words)
	code = w.app.tell(root.Execute())
	return code, out.String() + errs.String()
}

// takes takes cases along the path, each as far as is wanted of it, one step of all after the other.
func (w *walker) takes(wanted []int) (numbers []int) {
	w.t.Helper()
	for range wanted {
		w.last++
		numbers = append(numbers, w.last)
	}
	for i, step := range path {
		w.as(step.by)
		for j, at := range wanted {
			if at <= i {
				continue
			}
			if code, said := w.gives(step.args, numbers[j]); code != exitOK {
				w.t.Fatalf("%s by %s: %s", step.args, step.by, said)
			}
		}
	}
	return numbers
}

// allowedTo gives who may take each action on a case that does not name him.
func allowedTo(t *testing.T) map[domain.Action][]domain.Role {
	t.Helper()
	file, err := os.Open("../../internal/domain/testdata/permissions.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	all := map[domain.Action][]domain.Role{}
	for _, r := range rows[1:] {
		if r[2] == "no" && r[3] == "other" && r[4] == "one" {
			all[domain.Action(r[0])] = append(all[domain.Action(r[0])], domain.Role(r[1]))
		}
	}
	return all
}

// trial is one command by one role on a case of its own, or on one that is there for all refusals.
type trial struct {
	do      domain.Action
	role    domain.Role
	allowed bool
	number  int
}

// TestTheConsoleRefusesExactlyWhatTheTableForbids gives every command as every role: whom the table allows it, it obeys;
// to anybody else it is refused, and nothing of the case changes.
func TestTheConsoleRefusesExactlyWhatTheTableForbids(t *testing.T) {
	w := newWalker(t)
	table := allowedTo(t)
	var trials []trial
	var wanted []int
	shared := map[domain.Action]int{}
	for _, do := range slices.Sorted(maps.Keys(consoleWalk)) {
		shared[do] = len(wanted)
		wanted = append(wanted, consoleWalk[do].at)
		for _, role := range domain.Roles() {
			x := trial{do, role, slices.Contains(table[do], role), shared[do]}
			if x.allowed {
				x.number = len(wanted)
				if do == domain.DoSign {
					w.signers[x.number+1] = string(role) // the first number is 1
				}
				wanted = append(wanted, consoleWalk[do].at)
			}
			trials = append(trials, x)
		}
	}
	numbers := w.takes(wanted)
	w.as("clerk")
	for _, x := range trials {
		if more := consoleWalk[x.do].more; more != "" && x.allowed {
			if code, said := w.gives(more, numbers[x.number]); code != exitOK {
				t.Fatal(said)
			}
		}
	}
	before := w.histories(shared, numbers)
	slices.SortStableFunc(trials, func(a, b trial) int { return strings.Compare(string(a.role), string(b.role)) })
	for _, x := range trials {
		w.as(string(x.role))
		want := exitRefused
		if x.allowed {
			want = exitOK
		}
		args := consoleWalk[x.do].args
		if x.do == domain.DoAdmit && x.role == domain.Head {
			args = ofAHead
		}
		if code, said := w.gives(args, numbers[x.number]); code != want {
			t.Errorf("%s by %s: exit %d, want %d: %s", x.do, x.role, code, want, said)
		}
	}
	for do, n := range w.histories(shared, numbers) {
		if n != before[do] {
			t.Errorf("%s was refused, and left %d records", do, n-before[do])
		}
	}
}

// histories counts the records of the cases on which commands are refused.
func (w *walker) histories(shared map[domain.Action]int, numbers []int) map[domain.Action]int {
	w.t.Helper()
	w.as("secretary")
	all := map[domain.Action]int{}
	for do, i := range shared {
		found := w.desk.Find("94-" + strconv.Itoa(numbers[i]))
		if len(found) != 1 {
			w.t.Fatalf("94-%d: %d cases", numbers[i], len(found))
		}
		file, err := w.desk.Case(found[0].Case, office.Again)
		if err != nil {
			w.t.Fatal(err)
		}
		all[do] = len(file.History)
	}
	return all
}

// TestNoCommandReachesACaseThatNamesWhoeverGivesIt gives every command to those whom the case names, in every role.
func TestNoCommandReachesACaseThatNamesWhoeverGivesIt(t *testing.T) {
	w := newWalker(t)
	for _, role := range domain.Roles() {
		w.as("clerk")
		w.last++
		named := strings.Replace(path[0].args, "complaint_service", "complaint_staff", 1) + " --respondent " + string(role)
		if code, said := w.gives(named, w.last); code != exitOK {
			t.Fatal(said)
		}
		w.as(string(role))
		for do, x := range consoleWalk {
			if code, said := w.gives(x.args, w.last); code != exitRefused || !strings.Contains(said, "Няма такава преписка") {
				t.Errorf("%s by the %s whom it names: exit %d: %s", do, role, code, said)
			}
		}
		if _, said := w.gives("list", 0); strings.Contains(said, "94-"+strconv.Itoa(w.last)+"/") {
			t.Errorf("a %s finds the case that names him:\n%s", role, said)
		}
	}
}
