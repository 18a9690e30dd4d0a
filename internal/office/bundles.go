package office

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/vault"
)

// Account is what the list of users shows before anybody is signed in. Names are sealed; the login is not.
type Account struct {
	User    domain.UserID
	Login   string
	Counter uint64 // grows with every new password
}

// bundleFile is a password bundle with what desks must know of it without the password: the login by which it is
// found, the counter that is sealed with it, and whose key is in it.
type bundleFile struct {
	Login   string `json:"login"`
	Counter uint64 `json:"counter"`
	Author  []byte `json:"author"`
	Bundle  []byte `json:"bundle"`
}

// bundleOf says whose bundle is written.
type bundleOf struct {
	user    domain.UserID
	login   string
	counter uint64
}

// Accounts lists who may sign in on this desk, by login.
func (o *Office) Accounts() ([]Account, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	var all []Account
	ids, err := o.store.Bundles()
	if err != nil {
		return nil, fmt.Errorf("list password bundles: %w", err)
	}
	for _, id := range ids {
		f, err := o.readBundle(domain.UserID(id))
		if err != nil { // the others still work
			o.options.Log.Error("a password bundle cannot be read", slog.Any("error", err))
			continue
		}
		all = append(all, Account{User: domain.UserID(id), Login: f.Login, Counter: f.Counter})
	}
	slices.SortFunc(all, func(a, b Account) int { return strings.Compare(a.Login, b.Login) })
	return all, nil
}

func (o *Office) readBundle(u domain.UserID) (bundleFile, error) {
	return readBundle(o.store, u)
}

func readBundle(from Source, u domain.UserID) (f bundleFile, err error) {
	b, err := from.ReadBundle(journal.AuthorID(u))
	if err == nil {
		err = json.Unmarshal(b, &f)
	}
	if err != nil {
		return f, fmt.Errorf("read a password bundle: %w", err)
	}
	return f, nil
}

func (o *Office) writeBundle(of bundleOf, password string, id vault.Identity) error {
	sealed, err := vault.SealBundle(id, password, o.options.Cost, of.counter, o.options.Random)
	if err != nil {
		return fmt.Errorf("seal a password bundle: %w", err)
	}
	author := journal.AuthorOf(id.Public())
	return o.keepBundle(of.user, bundleFile{of.login, of.counter, author[:], sealed})
}

func (o *Office) keepBundle(u domain.UserID, f bundleFile) error {
	b, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("write a password bundle: %w", err)
	}
	return o.store.WriteBundle(journal.AuthorID(u), b)
}

// mergeBundles takes the bundles of users that are not here yet, and those that supersede the one that is. One whose
// key the journal here does not give to its user, not yet or never, is left.
func (o *Office) mergeBundles(from Source) error {
	ids, err := from.Bundles()
	if err != nil {
		return fmt.Errorf("list password bundles: %w", err)
	}
	for _, id := range ids {
		theirs, err := readBundle(from, domain.UserID(id))
		if err != nil {
			o.options.Log.Warn("a password bundle of another desk cannot be read", slog.Any("error", err))
			continue
		}
		u, known := o.book.office.User(domain.UserID(id))
		if !known || !u.Removed.IsZero() || o.book.authors[theirs.author()] != u.ID {
			continue
		}
		if ours, err := o.readBundle(u.ID); err == nil && !theirs.supersedes(ours, o.presentKey(u.ID)) {
			continue
		}
		if err := o.keepBundle(u.ID, theirs); err != nil {
			return fmt.Errorf("keep a password bundle: %w", err)
		}
	}
	return o.dropBundles()
}

// author gives whose key is in a bundle.
func (f bundleFile) author() (id journal.AuthorID) {
	copy(id[:], f.Author)
	return id
}

// supersedes tells which of two bundles of a user every desk keeps in the end: the one with the present key, then
// the one with the newer password. Of two passwords that were changed at once one is chosen, the same everywhere.
func (f bundleFile) supersedes(other bundleFile, present journal.AuthorID) bool {
	if ours, theirs := other.author() == present, f.author() == present; ours != theirs {
		return theirs
	}
	return cmp.Or(cmp.Compare(f.Counter, other.Counter), bytes.Compare(f.Bundle, other.Bundle)) > 0
}

// presentKey gives the author id of the key that a user was given last.
func (o *Office) presentKey(u domain.UserID) (id journal.AuthorID) {
	for _, x := range o.book.facts.all {
		switch e := x.Event.(type) {
		case domain.OfficeFounded:
			if e.Founder == u && len(e.Keys) > 0 {
				id = journal.AuthorOf(e.Keys[0][:])
			}
		case domain.UserKeyed:
			if e.User == u && len(e.Keys) > 0 && x.verdict == domain.Effective {
				id = journal.AuthorOf(e.Keys[0][:])
			}
		}
	}
	return id
}

// dropBundles deletes the bundles of removed users.
func (o *Office) dropBundles() error {
	for _, u := range o.book.office.Users {
		if u.Removed.IsZero() {
			continue
		}
		if err := o.store.DeleteBundle(journal.AuthorID(u.ID)); err != nil {
			return fmt.Errorf("delete a password bundle: %w", err)
		}
	}
	return nil
}
