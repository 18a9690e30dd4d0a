package office

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// Account is what the list of users shows before anybody is signed in. Names are sealed; the login is not.
type Account struct {
	User    domain.UserID `json:"-"`
	Login   string        `json:"login"`
	Counter uint64        `json:"-"`
}

// bundleFile is a password bundle with the login by which it is found.
type bundleFile struct {
	Login  string `json:"login"`
	Bundle []byte `json:"bundle"`
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
		if err != nil {
			return nil, err
		}
		all = append(all, Account{User: domain.UserID(id), Login: f.Login})
	}
	slices.SortFunc(all, func(a, b Account) int { return strings.Compare(a.Login, b.Login) })
	return all, nil
}

func (o *Office) readBundle(u domain.UserID) (f bundleFile, err error) {
	b, err := o.store.ReadBundle(journal.AuthorID(u))
	if err != nil {
		return f, fmt.Errorf("read a password bundle: %w", err)
	}
	if err := json.Unmarshal(b, &f); err != nil {
		return f, fmt.Errorf("read a password bundle: %w", err)
	}
	return f, nil
}

func (o *Office) writeBundle(u domain.UserID, login, password string, id vault.Identity, counter uint64) error {
	sealed, err := vault.SealBundle(id, password, o.options.Cost, counter, o.options.Random)
	if err != nil {
		return fmt.Errorf("seal a password bundle: %w", err)
	}
	b, err := json.Marshal(bundleFile{Login: login, Bundle: sealed})
	if err != nil {
		return fmt.Errorf("write a password bundle: %w", err)
	}
	return o.store.WriteBundle(journal.AuthorID(u), b)
}

// SignIn opens the office to a user. The first one after Open also loads or rebuilds the folded state, and begins
// a new chain when the data folder was restored, moved or copied. vault.ErrWrongPassword says that the password
// is wrong.
func (o *Office) SignIn(login, password string) error {
	accounts, err := o.Accounts()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(accounts, func(a Account) bool { return strings.EqualFold(a.Login, strings.TrimSpace(login)) })
	if i < 0 {
		return ErrNoUser
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	f, err := o.readBundle(accounts[i].User)
	if err != nil {
		return err
	}
	id, _, err := vault.OpenBundle(f.Bundle, password)
	if err != nil {
		return err
	}
	if o.keys == nil {
		if err := o.enter(id); err != nil {
			return err
		}
	}
	o.signer, o.user, o.login = id, accounts[i].User, accounts[i].Login
	if u, ok := o.book.office.User(o.user); !ok || !u.Removed.IsZero() {
		o.user = domain.UserID{}
		return domain.Refuse("sign_in", domain.UserRemovedEarlier)
	}
	if o.options.Practice && !o.book.office.Demo {
		return ErrClock
	}
	if o.options.Storage.ReadOnly {
		return nil
	}
	return o.settle()
}

// enter opens the epochs with an identity and loads the folded state.
func (o *Office) enter(id vault.Identity) error {
	o.keys, o.book = newKeychain(), newBook()
	err := o.load(id)
	if errors.Is(err, storage.ErrStateLost) || errors.Is(err, errPages) {
		o.options.Log.Warn("folded state is lost, it is rebuilt", "error", err)
		o.keys, o.book = newKeychain(), newBook()
		err = o.rebuild(id)
	}
	if err != nil {
		o.keys, o.book = nil, nil
		return err
	}
	return nil
}

// Rebuild empties the folded state and folds the whole journal anew, for the signed-in user.
func (o *Office) Rebuild() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return ErrClosed
	}
	o.keys, o.book = newKeychain(), newBook()
	return o.rebuild(o.signer)
}

// openEpochs takes the office's secrets that were sealed to an identity.
func (o *Office) openEpochs(id vault.Identity, records []brief) error {
	for _, x := range records {
		keyed, ok := x.clear.(domain.OfficeKeyed)
		if !ok {
			continue
		}
		epoch, err := vault.OpenEpoch(keyed.Sealed, id)
		if errors.Is(err, vault.ErrNotRecipient) {
			continue
		}
		if err != nil {
			return fmt.Errorf("open an epoch: %w", err)
		}
		o.keys.addEpoch(epoch)
	}
	if o.keys.newest == 0 {
		return vault.ErrNotRecipient
	}
	return nil
}

// MustChangePassword tells whether the signed-in user still has the temporary password.
func (o *Office) MustChangePassword() bool { return o.User().Provisional }

// ChangePassword gives the signed-in user a new password. With the temporary one his own keys are made: from
// then on nobody else has known a key that signs in his name.
func (o *Office) ChangePassword(old, fresh string) error {
	if err := passwordFits(fresh); err != nil {
		return err
	}
	o.mu.Lock()
	f, err := o.readBundle(o.user)
	o.mu.Unlock()
	if err != nil {
		return err
	}
	id, counter, err := vault.OpenBundle(f.Bundle, old)
	if err != nil {
		return err
	}
	if o.MustChangePassword() {
		if id, err = o.takeKeys(); err != nil {
			return err
		}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.writeBundle(o.user, f.Login, fresh, id, counter+1)
}

func passwordFits(password string) error {
	switch err := vault.CheckPassword(password); {
	case errors.Is(err, vault.ErrPasswordShort):
		return domain.Refuse("change_password", domain.PasswordShort).On("password").With("min", vault.MinPassword)
	case err != nil:
		return domain.Refuse("change_password", domain.PasswordCommon).On("password")
	default:
		return nil
	}
}

// takeKeys makes the user's own keys, signed by the provisional ones, and seals the epochs to them.
func (o *Office) takeKeys() (vault.Identity, error) {
	fresh, err := vault.NewIdentity(o.options.Random)
	if err != nil {
		return fresh, fmt.Errorf("make keys: %w", err)
	}
	_, err = o.record(Command{}, func() ([]stated, error) {
		group := []stated{{event: domain.UserKeyed{
			Keys: []domain.PublicKey{domain.PublicKey(fresh.Public())}, User: o.user, Recipient: fresh.Recipient(),
		}}}
		return o.withEpochs(group, []domain.UserID{o.user}, fresh.Recipient())
	})
	if err != nil {
		return fresh, err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.signer = fresh
	return fresh, nil
}

// withEpochs adds to a group every epoch known here, sealed to the recipients.
func (o *Office) withEpochs(group []stated, users []domain.UserID, recipients ...string) ([]stated, error) {
	for n := uint32(1); n <= o.keys.newest; n++ {
		e, ok := o.keys.epochs[n]
		if !ok {
			continue
		}
		sealed, err := e.SealTo(recipients...)
		if err != nil {
			return nil, fmt.Errorf("seal an epoch: %w", err)
		}
		group = append(group, stated{event: domain.OfficeKeyed{Epoch: n, Sealed: sealed, Users: users}})
	}
	return group, nil
}
