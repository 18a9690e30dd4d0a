package office

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// absorb folds records that did not come from a command here: what the journal holds beyond the folded state,
// what other desks wrote, or everything. The records of a line come in the order of their seq, the lines in any.
func (o *Office) absorb(fresh []brief, progress Progress) error {
	o.book.refs = nil
	touched := map[journal.SubjectID]bool{}
	var about []brief
	for _, x := range fresh {
		o.book.append(o, x.place, x.subject)
		touched[x.subject] = true
		if x.subject == (journal.SubjectID{}) {
			about = append(about, x)
		}
	}
	err := o.lookAround(fresh)
	o.book.refs = nil
	if err != nil {
		return err
	}
	changed, err := o.takeFacts(about)
	if err != nil {
		return err
	}
	if changed {
		o.touchAll(touched) // what was judged by a role that turns out not to have been held
	}
	if err := o.touchUnseen(about, touched); err != nil {
		return err
	}
	if err := o.refoldAll(touched, progress); err != nil {
		return err
	}
	last := map[int]uint64{}
	for _, x := range fresh {
		last[x.line] = max(last[x.line], x.seq)
	}
	for line, seq := range last { // only now: until here a crash lets it all be absorbed again
		o.book.pages.Position(o.book.lines[line], seq)
	}
	o.book.follow(o)
	return nil
}

func (o *Office) touchAll(touched map[journal.SubjectID]bool) {
	for id := range o.book.register.byID {
		touched[journal.SubjectID(id)] = true
	}
	for id := range o.book.contacts.rows {
		touched[journal.SubjectID(id)] = true
	}
}

// touchUnseen adds what removed users wrote without the remover having seen it: those records are judged anew.
func (o *Office) touchUnseen(about []brief, touched map[journal.SubjectID]bool) error {
	for _, x := range about {
		removed, ok := x.said().(domain.UserRemoved)
		if !ok {
			continue
		}
		for _, t := range o.store.Tips() {
			if o.book.ofAccess(t.Line, nil) {
				continue
			}
			from := o.book.sight.limit(x.spot, o.book.line(t.Line)) + 1
			err := o.store.Scan(t.Line, from, func(r journal.Record, _ storage.Pos) error {
				if o.book.authors[r.Author] == removed.User {
					touched[r.Subject] = true
				}
				return nil
			})
			if err := o.survive(err); err != nil {
				return err
			}
		}
	}
	return nil
}

// takeFacts folds the events of the office itself, and says whether others are judged otherwise now.
func (o *Office) takeFacts(about []brief) (changed bool, err error) {
	arrivals := make([]arrival, 0, len(about))
	for _, x := range about {
		a, err := o.decode(o.book.lines[x.line], x.at, x.record)
		if err != nil {
			return false, err
		}
		o.book.learn(a) // all of them first: an author may be introduced by a later record of another chain
		arrivals = append(arrivals, a)
	}
	var fresh []officeFact
	for _, a := range arrivals {
		if a.event == nil {
			continue
		}
		p := spot{o.book.line(a.line), a.record.Seq}
		fresh = append(fresh, officeFact{spot: p, Fact: o.book.fact(p, a, nil), node: a.record.Node()})
	}
	if len(fresh) == 0 {
		return false, nil
	}
	changed = o.book.facts.add(fresh...)
	o.book.settled()
	o.chooseEpoch()
	return changed, nil
}

// lookAround takes what the authors of the records had seen of other lines. A record waits until what it names
// was taken.
func (o *Office) lookAround(fresh []brief) error {
	waiting := map[int][]brief{}
	for _, x := range fresh {
		if x.detail != nil || o.book.lines[x.line].Branch != (storage.Branch{}) {
			waiting[x.line] = append(waiting[x.line], x)
		}
	}
	for moved := true; moved; {
		moved = false
		for i := 0; i < len(o.book.lines); i++ { // naming a line may add it
			for len(waiting[i]) > 0 && o.ready(waiting, waiting[i][0]) {
				x := waiting[i][0]
				waiting[i] = waiting[i][1:]
				moved = true
				o.book.view(x.spot, o.book.named(o, x))
			}
		}
	}
	for _, left := range waiting {
		if len(left) > 0 {
			return fmt.Errorf("records name each other as seen: %w", journal.ErrMissingDep)
		}
	}
	return nil
}

// ready tells whether everything a record names was taken.
func (o *Office) ready(waiting map[int][]brief, x brief) bool {
	return !slices.ContainsFunc(o.book.named(o, x), func(n spot) bool {
		return len(waiting[n.line]) > 0 && waiting[n.line][0].seq <= n.seq
	})
}

// refoldAll folds subjects anew, in the order of their ids, which is the order of the folded state.
func (o *Office) refoldAll(subjects map[journal.SubjectID]bool, progress Progress) error {
	ids := slices.SortedFunc(maps.Keys(subjects), func(a, b journal.SubjectID) int { return bytes.Compare(a[:], b[:]) })
	for i, subject := range ids {
		o.book.write(o, subject)
		if subject != (journal.SubjectID{}) {
			s, err := o.book.refold(o, subject)
			if err != nil {
				return err
			}
			o.book.settle(o, subject, s)
		}
		if i%1000 == 999 {
			o.book.follow(o)
			progress.step(i+1, len(ids))
		}
	}
	progress.step(len(ids), len(ids))
	return nil
}

// rebuild folds the whole journal into an empty state.
func (o *Office) rebuild(id vault.Identity) error {
	o.keys, o.book = newKeychain(o.store), newBook()
	if err := o.store.ResetState(); err != nil {
		return fmt.Errorf("empty the folded state: %w", err)
	}
	all, err := o.gap(nil)
	if err != nil {
		return err
	}
	if err := o.openEpochs(id, all); err != nil {
		return err
	}
	settle, err := o.loadSlots()
	if err != nil {
		return err
	}
	defer settle()
	if err := o.absorb(all, o.options.Progress); err != nil {
		return err
	}
	if err := o.store.Flush(); err != nil {
		return fmt.Errorf("write the folded state: %w", err)
	}
	o.book.places, o.book.hot = map[journal.SubjectID][]place{}, map[journal.SubjectID]folded{} // large ones stay large when cleared
	return o.remember()
}
