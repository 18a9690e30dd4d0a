package office

import (
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// SignIn opens the office to a user. The first one after Open also loads or rebuilds the folded state, begins a
// new chain when the data folder was restored, moved or copied, and finishes what was interrupted.
// vault.ErrWrongPassword says that the password is wrong, vault.ErrEpoch that the user does not have the newest keys
// yet: somebody who has them must sign in first.
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
	began := o.Now()
	id, _, err := vault.OpenBundle(f.Bundle, password)
	if err != nil {
		return err
	}
	opened := o.Now()
	defer func() {
		o.options.Log.Info("sign in", slog.Duration("password", opened.Sub(began)), slog.Duration("office", o.Now().Sub(opened)))
	}()
	first := o.keys == nil
	if first {
		if err := o.enter(id); err != nil {
			return err
		}
	}
	if err := o.admit(accounts[i], id); err != nil {
		if first {
			o.leave()
		}
		return err
	}
	return o.tidy()
}

// admit takes a user as the one who acts from here on. A bundle proves nothing: the key in it must be one that the
// journal gives to this user.
func (o *Office) admit(a Account, id vault.Identity) error {
	u, ok := o.book.office.User(a.User)
	switch {
	case !ok || !u.Removed.IsZero() || o.book.authors[journal.AuthorOf(id.Public())] != a.User:
		return domain.Refuse("sign_in", domain.UserRemovedEarlier)
	case o.options.Practice && !o.book.office.Demo:
		return ErrClock
	}
	o.signer, o.user, o.login = id, a.User, a.Login
	return nil
}

// tidy deals with what opening found, and with what was interrupted. Beside another process nothing is written.
func (o *Office) tidy() error {
	if o.options.Storage.ReadOnly || o.bulk != nil {
		return nil
	}
	if err := o.settle(); err != nil {
		return err
	}
	if err := o.finishErasures(); err != nil {
		return err
	}
	if err := o.dropBundles(); err != nil {
		return err
	}
	return o.shareEpochs()
}

// enter loads the folded state with the keys of an identity, or folds the journal anew.
func (o *Office) enter(id vault.Identity) error {
	err := o.load(id)
	if errors.Is(err, storage.ErrStateLost) || errors.Is(err, errPages) {
		o.options.Log.Warn("folded state is lost, it is rebuilt", slog.Any("error", err))
		err = o.rebuild(id)
	}
	if err != nil {
		o.leave()
	}
	return err
}

// Rebuild empties the folded state and folds the whole journal anew, for the signed-in user.
func (o *Office) Rebuild() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return ErrClosed
	}
	if err := o.rebuild(o.signer); err != nil {
		o.leave()
		return err
	}
	return nil
}

// MustChangePassword tells whether the signed-in user still has the temporary password, or keys that were replaced
// at another desk.
func (o *Office) MustChangePassword() bool {
	u := o.User()
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.keys != nil && (u.Provisional || u.Recipient != o.signer.Recipient())
}

// ChangePassword gives the signed-in user a new password. With the temporary one his own keys are made: from
// then on nobody else has known a key that signs in his name. A desk that has not exchanged since takes the old
// password until it does.
func (o *Office) ChangePassword(old, fresh string) error {
	if err := passwordFits(fresh); err != nil {
		return err
	}
	o.mu.Lock()
	if o.keys == nil {
		o.mu.Unlock()
		return ErrClosed
	}
	f, err := o.readBundle(o.user)
	o.mu.Unlock()
	if err != nil {
		return err
	}
	id, _, err := vault.OpenBundle(f.Bundle, old)
	if err != nil {
		return err
	}
	if o.MustChangePassword() {
		if fresh == old && !o.Settings().Demo {
			return domain.Refuse("change_password", domain.PasswordSame).On("password")
		}
		if id, err = o.takeKeys(); err != nil {
			return err
		}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.writeBundle(bundleOf{o.user, f.Login, f.Counter + 1}, fresh, id)
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
