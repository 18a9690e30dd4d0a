package office

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// AddUser lets somebody work with the program: the password of the plan is temporary, with it he makes his own
// keys at the first sign-in. The bundle is written before the event, so that whoever is in the journal can sign in.
func (o *Office) AddUser(plan UserPlan) (domain.UserID, error) {
	if err := passwordFits(plan.Password); err != nil {
		return domain.UserID{}, err
	}
	if err := o.loginFree(plan.Login); err != nil {
		return domain.UserID{}, err
	}
	id, err := o.newID()
	if err != nil {
		return domain.UserID{}, err
	}
	user := domain.UserID(id)
	keys, err := vault.NewIdentity(o.options.Random)
	if err != nil {
		return user, fmt.Errorf("make keys: %w", err)
	}
	_, err = o.record(Command{}, func() ([]stated, error) {
		group, err := o.introduce(user, plan, keys)
		if err != nil {
			return nil, err
		}
		return group, o.writeBundle(bundleOf{user, strings.TrimSpace(plan.Login), 1}, plan.Password, keys)
	})
	if err != nil && !errors.Is(err, storage.ErrOutcomeUnknown) {
		err = errors.Join(err, o.store.DeleteBundle(journal.AuthorID(user)))
	}
	return user, err
}

// introduce gives the events by which the office learns of a user.
func (o *Office) introduce(u domain.UserID, plan UserPlan, keys vault.Identity) ([]stated, error) {
	a := o.acting()
	units := o.book.unitsByName()
	added := domain.UserAdded{User: u, Name: plan.Name, Title: plan.Title, Department: units[plan.Department]}
	if err := a.MayOffice(added); err != nil {
		return nil, err
	}
	if strings.TrimSpace(plan.Name) == "" {
		return nil, domain.Refuse("add_user", domain.FieldMissing).On("name").With("field", "name")
	}
	group := []stated{{event: added}, {event: domain.UserKeyed{
		Keys: []domain.PublicKey{domain.PublicKey(keys.Public())}, User: u, Recipient: keys.Recipient(), Provisional: true,
	}}}
	for _, r := range plan.Roles {
		group = append(group, stated{event: r.grant(u, units, a.Today())})
	}
	return o.withEpochs(group, []domain.UserID{u}, keys.Recipient())
}

func (o *Office) loginFree(login string) error {
	login = strings.TrimSpace(login)
	if login == "" || strings.ContainsAny(login, " \t\n/\\") {
		return domain.Refuse("add_user", domain.FieldMissing).On("login").With("field", "login")
	}
	all, err := o.Accounts()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(all, func(a Account) bool { return strings.EqualFold(a.Login, login) }) {
		return domain.Refuse("add_user", domain.LoginTaken).On("login")
	}
	return nil
}

func (b *book) unitsByName() map[string]domain.DepartmentID {
	units := map[string]domain.DepartmentID{}
	for _, d := range b.office.Departments {
		units[d.Name] = d.ID
	}
	return units
}

// RemoveUser ends a user's right to sign and gives the office a new epoch, which he does not get. The last
// administrator stays.
func (o *Office) RemoveUser(u domain.UserID) error {
	_, err := o.record(Command{}, func() ([]stated, error) {
		a := o.acting()
		e := domain.UserRemoved{User: u, From: a.Today()}
		if err := a.MayOffice(e); err != nil {
			return nil, err
		}
		if x, ok := a.Office.User(u); !ok || !x.Removed.IsZero() {
			return nil, domain.Refuse("remove_user", domain.NoSuchUser)
		}
		admins := a.Office.Holders(domain.Admin, a.Today())
		if len(admins) == 1 && admins[0].ID == u {
			return nil, domain.Refuse("remove_user", domain.LastAdmin)
		}
		next, err := o.nextEpoch(u)
		if err != nil {
			return nil, err
		}
		return []stated{{event: next}, {event: e}}, nil // in this order he may remove himself
	})
	if err != nil {
		return err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if u == o.user {
		o.user = domain.UserID{}
	}
	return o.dropBundles()
}

// Grant gives a user a role for dates.
func (o *Office) Grant(e domain.RoleGranted) error {
	return o.aboutOffice(func(a domain.Acting) (domain.Event, error) { return a.Grant(e) })
}

// Revoke ends a role of a user from today on.
func (o *Office) Revoke(u domain.UserID, r domain.Role, d domain.DepartmentID) error {
	return o.aboutOffice(func(a domain.Acting) (domain.Event, error) { return a.Revoke(u, r, d) })
}

// ChangeUser gives a user another name, title or department.
func (o *Office) ChangeUser(u domain.UserID, name, title string, unit domain.DepartmentID) error {
	return o.aboutOffice(func(a domain.Acting) (domain.Event, error) {
		return a.ChangeUser(domain.UserAdded{User: u, Name: name, Title: title, Department: unit})
	})
}

// ResetPassword gives a user who has forgotten his password a temporary one, with which he makes keys of his own again
// at the next sign-in. What he had signed stays his; what he was typing cannot be opened any more. The event is
// acknowledged first: until the new password is written the old one is good. A desk that has not exchanged since takes
// the old one until it does.
func (o *Office) ResetPassword(u domain.UserID, temporary string) error {
	if err := passwordFits(temporary); err != nil {
		return err
	}
	keys, err := vault.NewIdentity(o.options.Random)
	if err != nil {
		return fmt.Errorf("make keys: %w", err)
	}
	var f bundleFile
	_, err = o.record(Command{}, func() ([]stated, error) {
		if err := o.acting().MayResetPassword(u); err != nil {
			return nil, err
		}
		if f, err = o.readBundle(u); err != nil { // whose login nobody knows could not sign in
			return nil, err
		}
		group := []stated{{event: domain.UserKeyed{
			Keys: []domain.PublicKey{domain.PublicKey(keys.Public())}, User: u, Recipient: keys.Recipient(), Provisional: true,
		}}}
		return o.withEpochs(group, []domain.UserID{u}, keys.Recipient())
	})
	if err != nil {
		return err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.writeBundle(bundleOf{u, f.Login, f.Counter + 1}, temporary, keys)
}
