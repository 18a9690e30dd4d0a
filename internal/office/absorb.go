package office

import (
	"bytes"
	"errors"
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
	touched := map[journal.SubjectID]bool{}
	var about []brief
	foreign := false
	for _, x := range fresh {
		o.book.append(o, place{spot{o.book.line(x.line), x.seq}, x.at, x.ref}, x.subject)
		o.book.pages.Position(x.line, x.seq)
		touched[x.subject] = true
		if x.subject == (journal.SubjectID{}) {
			about = append(about, x)
			foreign = foreign || x.line.Chain != o.store.Desk().Journal
		}
	}
	if err := o.lookAround(fresh); err != nil {
		return err
	}
	if err := o.takeFacts(about); err != nil {
		return err
	}
	if foreign {
		o.touchAll(touched) // a role may have changed before what was judged
	}
	return o.refoldAll(touched, progress)
}

func (o *Office) touchAll(touched map[journal.SubjectID]bool) {
	for id := range o.book.entries {
		touched[journal.SubjectID(id)] = true
	}
	for id := range o.book.persons {
		touched[journal.SubjectID(id)] = true
	}
}

// lookAround takes what the authors of the records had seen of other lines. A record waits until what it names
// was taken.
func (o *Office) lookAround(fresh []brief) error {
	waiting := map[int][]brief{}
	for _, x := range fresh {
		if len(x.deps) > 0 || x.seq == 1 || x.line.Branch != (storage.Branch{}) {
			i := o.book.line(x.line)
			waiting[i] = append(waiting[i], x)
		}
	}
	for moved := true; moved; {
		moved = false
		for i := 0; i < len(o.book.lines); i++ { // naming a line may add it
			for len(waiting[i]) > 0 && o.ready(waiting, waiting[i][0]) {
				x := waiting[i][0]
				waiting[i] = waiting[i][1:]
				moved = true
				p := spot{i, x.seq}
				o.book.view(p, o.book.named(o, p, x))
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
	p := spot{o.book.line(x.line), x.seq}
	return !slices.ContainsFunc(o.book.named(o, p, x), func(n spot) bool {
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
			o.book.markUsed(s)
		}
		if i%1000 == 999 {
			o.book.follow(o)
			progress.step(i+1, len(ids))
		}
	}
	o.book.follow(o)
	progress.step(len(ids), len(ids))
	return nil
}

// markUsed notes the content keys of a case's attachments, so that none is taken twice.
func (b *book) markUsed(s folded) {
	for _, d := range s.c.Documents {
		b.pages.Put(bucketUsed, slices.Clone(d.Key[:]), nil)
	}
	for _, l := range s.c.Letters {
		if l.Key != (domain.KeyID{}) {
			b.pages.Put(bucketUsed, slices.Clone(l.Key[:]), nil)
		}
	}
}

// append notes where a record lies, without writing it yet.
func (b *book) append(o *Office, x place, subject journal.SubjectID) {
	b.places[subject] = append(b.placesOf(o, subject), x)
}

// write lets folded state follow where the records of a subject lie.
func (b *book) write(o *Office, subject journal.SubjectID) {
	b.pages.Put(bucketPlaces, slices.Clone(subject[:]), encodePlaces(b.placesOf(o, subject)))
}

// rebuild folds the whole journal into an empty state.
func (o *Office) rebuild(id vault.Identity) error {
	if err := o.store.ResetState(); err != nil {
		return fmt.Errorf("empty the folded state: %w", err)
	}
	all, err := o.gap(nil)
	if err != nil {
		return err
	}
	if err := errors.Join(o.openEpochs(id, all), o.loadSlots()); err != nil {
		return err
	}
	if err := o.absorb(all, o.options.Progress); err != nil {
		return err
	}
	if err := o.store.Flush(); err != nil {
		return fmt.Errorf("write the folded state: %w", err)
	}
	used := map[journal.KeyID]bool{}
	if err := o.store.View(func(s storage.State) error {
		return s.Each(bucketUsed, nil, func(k, _ []byte) error {
			used[journal.KeyID(k)] = true
			return nil
		})
	}); err != nil {
		return err
	}
	o.findFree(used)
	clear(o.book.places)
	clear(o.book.hot)
	return o.remember()
}
