package office_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/office"
	"harta/internal/storage"
)

// run is one run of rapid with folders of its own.
type run struct {
	*rapid.T
	root string
}

// TempDir makes a folder that goes with the test.
func (r run) TempDir() string {
	dir, err := os.MkdirTemp(r.root, "")
	if err != nil {
		r.Fatal(err)
	}
	return dir
}

// walk is a random walk of some desks of one office.
type walk struct {
	run
	desks []*desk
	open  []*office.Office
	given map[string]int // numbers acknowledged, with their direction
}

// random makes a run repeatable, but for the keys that age makes itself.
func (w *walk) random() io.Reader {
	var seed [32]byte
	binary.BigEndian.PutUint64(seed[:], rapid.Uint64().Draw(w.T, "seed"))
	return rand.NewChaCha8(seed)
}

func (w *walk) among(what string, n int) int { return rapid.IntRange(0, n-1).Draw(w.T, what) }

// sit signs a random user in, if he still works here.
func (w *walk) sit(o *office.Office) bool {
	login := rapid.SampledFrom([]string{"secretary", "clerk", "executor", "head", "mayor"}).Draw(w.T, "login")
	err := o.SignIn(login, password)
	if errors.Is(err, office.ErrNoUser) {
		return false
	}
	must(w, err)
	return true
}

// allowed passes what rules refuse, and nothing else.
func (w *walk) allowed(err error) bool {
	if _, no := errors.AsType[*domain.Refusal](err); no {
		return false
	}
	must(w, err)
	return true
}

func (w *walk) gave(n domain.Number) { w.given[string(n.Direction)+n.Text]++ }

func (w *walk) register(o *office.Office) {
	kind := rapid.SampledFrom([]domain.Kind{domain.Signal, domain.Praise, domain.ComplaintStaff}).Draw(w.T, "kind")
	if !w.sit(o) {
		return
	}
	if e, err := o.Register(office.Command{}, intake(kind, "Случайна")); w.allowed(err) {
		w.gave(e.Number)
	}
}

// work takes a step that a screen would offer.
func (w *walk) work(o *office.Office) {
	if !w.sit(o) {
		return
	}
	all := o.List(nil)
	if len(all) == 0 {
		return
	}
	id := all[w.among("case", len(all))].Case
	c := opened(w, o, id)
	a := o.Acting()
	var steps []func() error
	for _, l := range append(c.Letters, domain.LetterFile{}) {
		for _, rule := range domain.Workflow() {
			step := w.step(o, c, l, rule.Action)
			if step != nil && a.Office.Possible(domain.Situation{Case: c, Letter: l, By: a.User}, rule.Action, a.Today()) == nil {
				steps = append(steps, step)
			}
		}
	}
	if len(steps) > 0 {
		w.allowed(steps[w.among("step", len(steps))]())
	}
}

// step gives the command of an action, nil when the walk has none.
func (w *walk) step(o *office.Office, c domain.Case, l domain.LetterFile, a domain.Action) func() error {
	var once office.Command
	switch a {
	case domain.DoAdmit:
		return func() error {
			_, err := o.Admit(once, c.ID, domain.AdmissibilityDecided{Ground: domain.Admissible})
			return err
		}
	case domain.DoResolve:
		return func() error {
			return o.Resolve(once, c.ID, domain.CaseResolved{
				Department: departmentID(o, "Кадри"), Lead: o.Settings().Users[w.among("lead", 5)].ID, Text: "за отговор",
			})
		}
	case domain.DoAccept:
		return func() error { return o.Accept(once, c.ID) }
	case domain.DoGiveBack:
		return func() error { return o.GiveBack(once, c.ID, "не е наше") }
	case domain.DoNote:
		return func() error {
			return o.Note(once, c.ID, domain.CaseNoted{Note: domain.PlainNote, Text: "бележка"})
		}
	case domain.DoDecide:
		return func() error {
			return o.Decide(once, c.ID, domain.CaseDecided{Outcome: domain.Rejected, Findings: "не се потвърди"})
		}
	case domain.DoClose:
		return func() error { return o.CloseCase(once, c.ID, domain.CaseClosed{Note: "край"}) }
	case domain.DoAnnul:
		return func() error { return o.Annul(once, c.ID, "грешка") }
	case domain.DoErase:
		return func() error {
			settings := o.Settings()
			x, _, _ := settings.ErasureOf(c.ID)
			_, err := o.Erase(once, x.Erasure)
			return err
		}
	default:
		return w.letterStep(o, c, l, a)
	}
}

func (w *walk) letterStep(o *office.Office, c domain.Case, l domain.LetterFile, a domain.Action) func() error {
	var once office.Command
	switch {
	case a == domain.DoDraft && len(c.Letters) < 2:
		return func() error {
			_, err := o.Draft(once, c.ID, l.ID, compose(o, c, domain.TAnswer, fmt.Sprint("Текст ", w.among("text", 9))))
			return err
		}
	case l.ID == domain.LetterID{}:
		return nil
	}
	switch a {
	case domain.DoSubmit:
		return func() error { return o.Submit(once, c.ID, l.ID) }
	case domain.DoEndorse:
		return func() error { return o.Endorse(once, c.ID, l.ID, l.Hash) }
	case domain.DoReturn:
		return func() error { return o.Return(once, c.ID, l.ID, "поправете") }
	case domain.DoSign:
		return func() error {
			e, err := o.Sign(once, c.ID, l.ID, render)
			if err == nil {
				w.gave(e.Number)
			}
			return err
		}
	case domain.DoDispatch:
		return func() error {
			return o.Dispatch(once, c.ID, domain.LetterDispatched{Letter: l.ID, Channel: domain.ByPost})
		}
	case domain.DoStrike:
		return func() error { return o.Strike(once, c.ID, l.ID, "няма да се изпрати") }
	default:
		return nil
	}
}

// list takes a step towards the destruction of an annulled case: its term is over two years later.
func (w *walk) list(d *desk, o *office.Office) {
	if !w.sit(o) {
		return
	}
	if lists, err := o.Erasures(); w.allowed(err) && len(lists) > 0 {
		x := lists[w.among("list", len(lists))]
		if w.among("confirm", 4) > 0 {
			w.allowed(o.ConfirmErasure(office.Command{}, x.Erasure.Erasure))
		} else {
			w.allowed(o.WithdrawErasure(office.Command{}, x.Erasure.Erasure, "рано е"))
		}
	}
	kept, err := o.Keeping()
	if !w.allowed(err) || len(kept) == 0 {
		return
	}
	w.allowed(o.SetFiling(domain.FilingSet{Code: "94", Title: "Преписки", Years: 1}))
	if d.clock.at.Year() < 2029 {
		d.clock.at = d.clock.at.AddDate(3, 0, 0)
	}
	_, err = o.ProposeErasure(office.Command{}, domain.ErasureProposed{Protocol: "1", Of: calendar.DateOf(o.Now())},
		[]domain.CaseID{kept[w.among("kept", len(kept))].Case}, "94")
	w.allowed(err)
}

// people changes who works in the office.
func (w *walk) people(o *office.Office) {
	as(w, o, "secretary")
	users := o.Settings().Users
	u := users[1+w.among("user", len(users)-1)]
	switch w.among("change", 4) {
	case 0:
		w.allowed(o.RemoveUser(u.ID))
	case 1:
		w.allowed(o.Grant(domain.RoleGranted{User: u.ID, Role: domain.Clerk}))
	case 2:
		w.allowed(o.Revoke(u.ID, domain.Clerk, domain.DepartmentID{}))
	default:
		if w.sit(o) && o.MustChangePassword() {
			must(w, o.ChangePassword(password, password))
		}
	}
}

// copy makes another desk of the folder of one: on another machine, or so that no program can tell.
func (w *walk) copy(i int, unseen bool) {
	if len(w.desks) > 3 {
		return
	}
	must(w, w.open[i].Close())
	other := w.desks[i].copied(w, fmt.Sprint("машина ", len(w.desks)))
	if unseen {
		other = w.desks[i].imaged(w)
		other.samePaper = func(domain.Number) bool { return true }
	}
	w.desks = append(w.desks, other)
	w.open[i] = w.enter(w.desks[i])
	w.open = append(w.open, w.enter(other))
}

func (w *walk) enter(d *desk) *office.Office {
	o, err := office.Open(d.data, d.options())
	must(w, err)
	as(w, o, "secretary")
	return o
}

// exchange takes over what another desk has, or the beginnings of it.
func (w *walk) exchange(into, from int, whole bool) office.Merged {
	s := w.desks[from].source(w)
	defer func() { must(w, s.Close()) }()
	var source office.Source = s
	if !whole {
		source = w.partly(s)
	}
	as(w, w.open[into], "secretary")
	m, err := w.open[into].Merge(source)
	must(w, err)
	return m
}

// partly is a desk of whose lines only the beginnings have arrived.
type partly struct {
	*storage.Store
	tips []storage.Tip
}

func (w *walk) partly(s *storage.Store) partly {
	p := partly{Store: s}
	for _, t := range rapid.Permutation(s.Tips()).Draw(w.T, "arrival") {
		var first uint64
		must(w, s.Scan(t.Line, 1, func(r journal.Record, _ storage.Pos) error {
			if first == 0 {
				first = r.Seq
			}
			return nil
		}))
		end := rapid.Uint64Range(first, t.Chain.Tip.Seq).Draw(w.T, "arrived")
		must(w, s.Scan(t.Line, 1, func(r journal.Record, _ storage.Pos) error {
			if r.Seq == end {
				t.Chain.Tip = journal.Tip{Seq: end, Hash: r.Hash()}
			}
			return nil
		}))
		p.tips = append(p.tips, t)
	}
	return p
}

// Tips gives the lines as far as they have arrived.
func (p partly) Tips() []storage.Tip { return p.tips }

// Scan gives the records that have arrived.
func (p partly) Scan(l storage.Line, from uint64, f func(journal.Record, storage.Pos) error) error {
	i := slices.IndexFunc(p.tips, func(t storage.Tip) bool { return t.Line == l })
	return p.Store.Scan(l, from, func(r journal.Record, at storage.Pos) error {
		if r.Seq > p.tips[i].Chain.Tip.Seq {
			return nil
		}
		return f(r, at)
	})
}

// turn is one step of the walk.
func (w *walk) turn() {
	i := w.among("desk", len(w.desks))
	o := w.open[i]
	switch rapid.SampledFrom([]string{
		"work", "work", "work", "work", "register", "register", "list", "part", "part", "merge", "copy", "image", "people", "restart",
	}).Draw(w.T, "turn") {
	case "work":
		w.work(o)
	case "register":
		w.register(o)
	case "part":
		w.exchange(i, w.among("from", len(w.desks)), false)
	case "merge":
		w.exchange(i, w.among("from", len(w.desks)), true)
	case "copy":
		w.copy(i, false)
	case "image":
		w.copy(i, true)
	case "people":
		w.people(o)
	case "list":
		w.list(w.desks[i], o)
	case "restart":
		must(w, o.Close())
		w.open[i] = w.enter(w.desks[i])
	}
}

// meet lets every desk hear everything, in random order, until there is nothing new.
func (w *walk) meet() {
	for range 10 {
		fresh := 0
		for _, i := range rapid.Permutation(indices(len(w.desks))).Draw(w.T, "order") {
			for j := range w.desks {
				fresh += w.exchange(i, j, true).Records
			}
		}
		if fresh == 0 {
			return
		}
	}
	w.Error("the desks never come to rest")
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// TestDesksAgreeInAnyOrder lets desks work, exchange, be copied and restart at random. In the end all know the
// same, live and folded anew; every number that was given is there, and those given twice are listed.
func TestDesksAgreeInAnyOrder(t *testing.T) {
	first := newDesk(t)
	must(t, first.founded(t).Close())
	root := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		w := &walk{run: run{rt, root}, given: map[string]int{}}
		w.desks = []*desk{first.copied(w, "машина")}
		w.desks[0].random = w.random()
		w.open = []*office.Office{w.enter(w.desks[0])}
		for range rapid.IntRange(5, 25).Draw(rt, "turns") {
			w.turn()
		}
		w.meet()
		w.agree()
	})
}

func (w *walk) agree() {
	want := ""
	for i, o := range w.open {
		as(w, o, "secretary")
		live := hash(w, o)
		want = max(want, live)
		if live != want {
			w.Errorf("desk %d knows %s, another %s", i, live, want)
		}
		must(w, o.Rebuild())
		if got := hash(w, o); got != live {
			w.Errorf("desk %d folds anew %s, live was %s", i, got, live)
		}
		w.counted(o)
		must(w, o.Close())
		w.desks[i].fsck(w)
	}
}

// counted holds the numbers of a desk against those that were given.
func (w *walk) counted(o *office.Office) {
	incoming := map[string]int{}
	for _, n := range numbers(o) {
		incoming[string(domain.Incoming)+n]++
	}
	twice := map[string]int{}
	for key, n := range w.given {
		if n > 1 {
			twice[key] = n
		}
		if key[:2] == string(domain.Incoming) && incoming[key] != n {
			w.Errorf("number %s was given %d times and is listed %d times", key, n, incoming[key])
		}
	}
	collisions, err := o.Collisions()
	must(w, err)
	listed := map[string]int{}
	for _, c := range collisions {
		listed[string(c.Number.Direction)+c.Number.Text] = len(c.Cases)
	}
	if !maps.Equal(twice, listed) {
		w.Errorf("collisions are %v, listed %v", twice, listed)
	}
	if gaps := o.Gaps(); len(gaps) > 0 {
		w.Errorf("gaps %v", gaps)
	}
}

// TestRandomWorkFoldsAnewToTheSame lets one desk work at random, also in bulk.
func TestRandomWorkFoldsAnewToTheSame(t *testing.T) {
	first := newDesk(t)
	must(t, first.founded(t).Close())
	root := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		w := &walk{run: run{rt, root}, given: map[string]int{}}
		w.desks = []*desk{first.copied(w, first.machine)}
		w.desks[0].random = w.random()
		must(w, os.CopyFS(w.desks[0].state, os.DirFS(first.state)))
		w.desks[0].samePaper = func(domain.Number) bool { return true }
		o := w.enter(w.desks[0])
		w.open = []*office.Office{o}
		some := func() error {
			for range rapid.IntRange(3, 15).Draw(rt, "steps") {
				if w.among("what", 4) == 0 {
					w.register(o)
				} else {
					w.work(o)
				}
			}
			return nil
		}
		if rapid.Bool().Draw(rt, "in bulk") {
			must(w, o.Bulk(some))
		}
		must(w, some())
		w.agree()
	})
}
