package office

import (
	"fmt"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
)

// series are the letters of the chains after the first: none looks like a digit.
var series = []rune("АБВГДЕЖИКЛМНПРСТУФХЦЧШЩЮЯ")

// settle deals with what opening found. A data folder that was restored, moved or copied goes on in a new chain
// with a new letter; where nothing vouches for the journal a person is asked first.
func (o *Office) settle() error {
	found := o.store.Findings()
	if o.settled || !found.Unsettled() {
		return nil
	}
	certain := found.Restored || found.Moved || found.DeskLost || len(found.Lost) > 0
	if !certain && o.options.SameAsPaper != nil && o.options.SameAsPaper(o.lastNumber()) {
		if err := o.store.Settle(); err != nil {
			return fmt.Errorf("confirm the journal: %w", err)
		}
		o.settled = true
		return nil
	}
	return o.newChains()
}

// newChains begins a new journal chain that continues the old one, with what has to be said first in it, and a new
// access chain.
func (o *Office) newChains(first ...stated) error {
	desk := o.store.Desk()
	if parseDesk(desk.ID) == (domain.DeskID{}) {
		id, err := o.newID()
		if err != nil {
			return fmt.Errorf("name a desk: %w", err)
		}
		desk.ID = journal.Ref(id).String()
	}
	tip := o.furthest(desk.Journal)
	opened := domain.ChainOpened{
		Desk: parseDesk(desk.ID), Purpose: domain.JournalChain, Series: o.nextSeries(),
		Continues: domain.ChainPoint{Chain: domain.ChainID(tip.ID), Seq: tip.Tip.Seq, Hash: domain.Digest(tip.Tip.Hash)},
	}
	var err error
	if desk.Journal, err = o.begins(append([]stated{{event: opened}}, first...)...); err != nil {
		return err
	}
	if desk.Access, err = o.begins(stated{event: domain.ChainOpened{Desk: opened.Desk, Purpose: domain.AccessChain}}); err != nil {
		return err
	}
	desk.Series = opened.Series
	if err := o.store.SetDesk(desk); err != nil {
		return fmt.Errorf("write which desk this is: %w", err)
	}
	if err := o.store.Settle(); err != nil {
		return fmt.Errorf("settle the new chain: %w", err)
	}
	o.settled = true
	return nil
}

// begins writes the first group of a chain.
func (o *Office) begins(group ...stated) (journal.ChainID, error) {
	command, err := o.NewCommand()
	if err != nil {
		return journal.ChainID{}, fmt.Errorf("name a command: %w", err)
	}
	return o.write(journal.ChainID{}, journal.CommandID(command), group)
}

// moveOn begins new chains when an exchange has shown that another desk writes this one's chain or has its letter:
// from a copy of this folder, or a restored one. What both have written stays.
func (o *Office) moveOn() error {
	desk := o.store.Desk()
	forked := slices.ContainsFunc(o.store.Tips(), func(t storage.Tip) bool {
		return t.Line.Branch != storage.Branch{} && (t.Line.Chain == desk.Journal || t.Line.Chain == desk.Access)
	})
	if forked || o.contested(desk.Series) {
		return o.newChains()
	}
	return nil
}

// contested tells whether more than one chain has a letter.
func (o *Office) contested(letter string) bool {
	n := 0
	for _, c := range o.book.office.Chains {
		if c.Purpose == domain.JournalChain && c.Series == letter {
			n++
		}
	}
	return n > 1
}

// furthest gives the end of a chain as it lies here; of the office's longest one when the desk is not known.
func (o *Office) furthest(id journal.ChainID) journal.Chain {
	if t := o.store.Tip(id); id != (journal.ChainID{}) && t.Tip.Seq > 0 {
		return t
	}
	var found journal.Chain
	for _, t := range o.store.Tips() {
		if !o.book.ofAccess(t.Line, nil) && t.Chain.Tip.Seq > found.Tip.Seq {
			found = t.Chain
		}
	}
	return found
}

// nextSeries gives the first letter that no chain of the office has taken.
func (o *Office) nextSeries() string {
	for i := range len(series) * (len(series) + 1) {
		letter := string(series[i%len(series)])
		if i >= len(series) {
			letter = string(series[i/len(series)-1]) + letter
		}
		taken := slices.ContainsFunc(o.book.office.Chains, func(c domain.ChainOpened) bool { return c.Series == letter })
		if !taken {
			return letter
		}
	}
	return "Я"
}

// lastNumber gives the last number given out on this desk's chain.
func (o *Office) lastNumber() domain.Number {
	for _, e := range slices.Backward(o.book.register.all()) {
		if n := e.Number; n.Serial > 0 && n.Series == o.store.Desk().Series {
			return n
		}
	}
	return domain.Number{}
}

// parseDesk reads a desk id; what is none gives the zero desk.
func parseDesk(s string) domain.DeskID {
	id, err := journal.ParseRef(s)
	if err != nil {
		return domain.DeskID{}
	}
	return domain.DeskID(id)
}
