package office

import (
	"fmt"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
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

// newChains begins a new journal chain that continues the old one, and a new access chain.
func (o *Office) newChains(first ...stated) error {
	old := o.store.Desk()
	tip := o.furthest(old.Journal)
	letter := o.nextSeries()
	desk := domain.DeskID(parseDesk(old.ID))
	opened := domain.ChainOpened{
		Desk: desk, Purpose: domain.JournalChain, Series: letter,
		Continues: domain.ChainPoint{Chain: domain.ChainID(tip.ID), Seq: tip.Tip.Seq, Hash: domain.Digest(tip.Tip.Hash)},
	}
	chain, err := o.openChain(opened)
	if err != nil {
		return err
	}
	if len(first) > 0 {
		command, err := o.NewCommand()
		if err != nil {
			return err
		}
		if err := o.write(chain, journal.CommandID(command), first); err != nil {
			return err
		}
	}
	access, err := o.openChain(domain.ChainOpened{Desk: desk, Purpose: domain.AccessChain})
	if err != nil {
		return err
	}
	if err := o.store.SetDesk(storage.Desk{ID: old.ID, Journal: chain, Access: access, Series: letter}); err != nil {
		return fmt.Errorf("write which desk this is: %w", err)
	}
	if err := o.store.Settle(); err != nil {
		return fmt.Errorf("settle the new chain: %w", err)
	}
	o.settled = true
	return nil
}

// openChain writes the genesis of a chain.
func (o *Office) openChain(e domain.ChainOpened) (journal.ChainID, error) {
	command, err := o.NewCommand()
	if err != nil {
		return journal.ChainID{}, err
	}
	tip := journal.Chain{}
	r, err := o.seal(&tip, stated{event: e}, journal.Header{Command: journal.CommandID(command), Part: 1, Parts: 1})
	if err != nil {
		return journal.ChainID{}, fmt.Errorf("seal a new chain: %w", err)
	}
	at, err := o.store.Append([]journal.Record{r})
	if err != nil {
		return journal.ChainID{}, fmt.Errorf("begin a chain: %w", err)
	}
	o.book.take(o, arrival{line: storage.Line{Chain: r.ChainOf()}, at: at[0], record: r, event: e})
	o.book.follow(o)
	return r.ChainOf(), nil
}

// furthest gives the end of a chain as it lies here; of the office's longest one when the desk is not known.
func (o *Office) furthest(id journal.ChainID) journal.Chain {
	if t := o.store.Tip(id); t.Tip.Seq > 0 {
		return t
	}
	var found journal.Chain
	for _, t := range o.store.Tips() {
		if !slices.Contains(o.book.access, t.Line) && t.Chain.Tip.Seq > found.Tip.Seq {
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
	var last domain.Entry
	for _, e := range o.book.entries {
		if e.Number.Serial > 0 && e.Number.Series == o.store.Desk().Series && e.RegisteredAt.After(last.RegisteredAt) {
			last = e
		}
	}
	return last.Number
}

// parseDesk reads a desk id; what is none gives the zero desk.
func parseDesk(s string) (id [16]byte) {
	parsed, err := journal.ParseRef(s)
	if err != nil {
		return id
	}
	return parsed
}

// Recover signs in with the recovery code alone: the first administrator gets new keys and the given password.
// The recovery key signs them; nothing else is done with it.
func (o *Office) Recover(code vault.RecoveryCode, password string) (login string, err error) {
	if err := passwordFits(password); err != nil {
		return "", err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	recovery, err := code.Identity()
	if err != nil {
		return "", fmt.Errorf("read the recovery code: %w", err)
	}
	if err := o.enter(recovery); err != nil {
		return "", err
	}
	admin, err := o.firstAdmin()
	if err != nil {
		return "", err
	}
	fresh, err := vault.NewIdentity(o.options.Random)
	if err != nil {
		return "", fmt.Errorf("make keys: %w", err)
	}
	if err := o.rekey(admin, recovery, fresh); err != nil {
		return "", err
	}
	login = "admin"
	if f, err := o.readBundle(admin); err == nil {
		login = f.Login
	}
	return login, o.writeBundle(admin, login, password, fresh, 1<<32)
}

// firstAdmin gives the longest-serving administrator who works here.
func (o *Office) firstAdmin() (domain.UserID, error) {
	today := o.acting().Today()
	for _, u := range o.book.office.Users {
		if o.book.office.Holds(u.ID, domain.Admin, today) {
			return u.ID, nil
		}
	}
	return domain.UserID{}, domain.Refuse("recover", domain.NoSuchUser)
}

// rekey gives a user new keys, signed by the recovery key, in a new chain that he opens himself.
func (o *Office) rekey(u domain.UserID, recovery, fresh vault.Identity) error {
	o.user, o.signer = u, fresh
	keyed := stated{event: domain.UserKeyed{
		Keys: []domain.PublicKey{domain.PublicKey(fresh.Public())}, User: u, Recipient: fresh.Recipient(),
	}, signer: recovery.Signer()}
	group, err := o.withEpochs([]stated{keyed}, []domain.UserID{u}, fresh.Recipient())
	if err != nil {
		return err
	}
	o.book.authors[journal.AuthorOf(fresh.Public())] = u
	if o.store.Findings().Unsettled() && !o.settled {
		return o.newChains(group...)
	}
	command, err := o.NewCommand()
	if err != nil {
		return err
	}
	return o.write(o.store.Desk().Journal, journal.CommandID(command), group)
}
