package office

import (
	"fmt"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
)

// remembered is how many records and commands are searched for one that is repeated: a double click comes at once,
// and a command whose outcome was unknown is asked for right after the office was opened again.
const remembered = 1000

// receipts find what the last commands of this desk have written, so that the same command again finds its result.
type receipts struct {
	places map[journal.CommandID][]place
	order  []journal.CommandID // the latest last
}

func newReceipts() receipts { return receipts{places: map[journal.CommandID][]place{}} }

// note keeps where a record of a command lies.
func (r *receipts) note(c journal.CommandID, x place) {
	if _, known := r.places[c]; !known {
		r.order = append(r.order, c)
	}
	r.places[c] = append(r.places[c], x)
	if len(r.order) > remembered {
		delete(r.places, r.order[0])
		r.order = r.order[1:]
	}
}

// repeated gives the events that a command left when it was given before.
func (o *Office) repeated(c journal.CommandID) ([]domain.Event, bool, error) {
	if events := o.bulk.events(c); len(events) > 0 {
		return events, true, nil
	}
	places, again := o.done.places[c]
	if !again {
		return nil, false, nil
	}
	var events []domain.Event
	for _, x := range places {
		a, err := o.read(x)
		if err != nil {
			return nil, false, fmt.Errorf("read what a command has written: %w", err)
		}
		events = append(events, a.event)
	}
	return events, true, nil
}

// remember learns the last commands of this desk, so that one whose outcome was unknown is found.
func (o *Office) remember() error {
	line := storage.Line{Chain: o.store.Desk().Journal}
	from := uint64(1)
	if tip := o.store.Tip(line.Chain).Tip.Seq; tip > remembered {
		from = tip - remembered
	}
	i := o.book.line(line)
	err := o.store.Scan(line, from, func(r journal.Record, at storage.Pos) error {
		o.done.note(r.Command, place{spot{i, r.Seq}, at, r.Ref()})
		return nil
	})
	return o.survive(err)
}
