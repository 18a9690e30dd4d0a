package office

import (
	"fmt"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

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
	if o.options.Storage.ReadOnly {
		return "", storage.ErrReadOnly
	}
	if err := o.enter(recovery); err != nil {
		return "", err
	}
	if login, err = o.reenter(recovery, password); err != nil {
		o.leave()
		return "", err
	}
	return login, o.tidy()
}

// reenter gives an administrator new keys and a password, and signs him in.
func (o *Office) reenter(recovery vault.Identity, password string) (login string, err error) {
	admin, err := o.firstAdmin()
	if err != nil {
		return "", err
	}
	if o.options.Practice && !o.book.office.Demo {
		return "", ErrClock
	}
	fresh, err := vault.NewIdentity(o.options.Random)
	if err != nil {
		return "", fmt.Errorf("make keys: %w", err)
	}
	if err := o.rekey(admin, recovery, fresh); err != nil {
		return "", err
	}
	f, err := o.readBundle(admin)
	if err != nil {
		f.Login = "admin"
	}
	o.login = f.Login
	return f.Login, o.writeBundle(bundleOf{admin, f.Login, f.Counter + 1}, password, fresh)
}

// firstAdmin gives the longest-serving administrator who works here.
func (o *Office) firstAdmin() (domain.UserID, error) {
	admins := o.book.office.Holders(domain.Admin, o.acting().Today())
	if len(admins) == 0 {
		return domain.UserID{}, domain.Refuse("recover", domain.NoSuchUser)
	}
	return admins[0].ID, nil
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
	if o.store.Findings().Unsettled() && !o.settled { // which nobody can vouch for whose keys are lost
		return o.newChains(group...)
	}
	command, err := o.NewCommand()
	if err != nil {
		return err
	}
	_, err = o.write(o.store.Desk().Journal, journal.CommandID(command), group)
	return err
}
