package office

import (
	"errors"
	"fmt"
	"log/slog"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/vault"
)

// openEpochs takes the office's secrets that were sealed to an identity. Who lacks one of them cannot fold what was
// sealed under it, and folds nothing.
func (o *Office) openEpochs(id vault.Identity, records []brief) error {
	var last uint32
	for _, x := range records {
		keyed, ok := x.said().(domain.OfficeKeyed)
		if !ok {
			continue
		}
		last = max(last, keyed.Epoch)
		if err := o.openEpoch(id, x.ref, keyed); err != nil {
			return err
		}
	}
	if len(o.keys.epochs) == 0 {
		return vault.ErrNotRecipient
	}
	for n := range last {
		if len(o.keys.epochs[n+1]) == 0 {
			return fmt.Errorf("epoch %d was not sealed to this user: %w", n+1, vault.ErrEpoch)
		}
	}
	return nil
}

func (o *Office) openEpoch(id vault.Identity, ref journal.Ref, e domain.OfficeKeyed) error {
	epoch, err := vault.OpenEpoch(e.Sealed, id)
	if errors.Is(err, vault.ErrNotRecipient) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open an epoch: %w", err)
	}
	o.keys.addEpoch(ref, epoch)
	return nil
}

// takeEpoch takes an epoch that the signed-in user has just given the office.
func (o *Office) takeEpoch(a arrival) {
	keyed, ok := a.event.(domain.OfficeKeyed)
	if !ok {
		return
	}
	if err := o.openEpoch(o.signer, a.record.Ref(), keyed); err != nil {
		o.options.Log.Error("take a new epoch", slog.Any("error", err))
	}
	o.chooseEpoch()
}

// chooseEpoch makes the newest epoch the one under which new keys are wrapped. One that a removed user made is
// never chosen: he would know it.
func (o *Office) chooseEpoch() {
	for _, x := range o.book.facts.all {
		if keyed, ok := x.Event.(domain.OfficeKeyed); ok && x.verdict == domain.Effective {
			o.keys.choose(journal.Ref(x.Record), keyed.Epoch)
		}
	}
	if all := o.keys.all(); o.keys.current.Number == 0 && len(all) > 0 {
		o.keys.current = all[len(all)-1]
	}
}

// withEpochs adds to a group every epoch known here, sealed to the recipients.
func (o *Office) withEpochs(group []stated, users []domain.UserID, recipients ...string) ([]stated, error) {
	for _, e := range o.keys.all() {
		sealed, err := e.SealTo(recipients...)
		if err != nil {
			return nil, fmt.Errorf("seal an epoch: %w", err)
		}
		group = append(group, stated{event: domain.OfficeKeyed{Epoch: e.Number, Sealed: sealed, Users: users}})
	}
	return group, nil
}

// nextEpoch makes a new epoch for everybody but one. Content keys made from now on are wrapped under it.
func (o *Office) nextEpoch(without domain.UserID) (domain.OfficeKeyed, error) {
	var users []domain.UserID
	recipients := []string{o.book.recovery}
	for _, u := range o.book.office.Users {
		if u.ID != without && u.Keyed && u.Removed.IsZero() {
			users = append(users, u.ID)
			recipients = append(recipients, u.Recipient)
		}
	}
	epoch, err := vault.NewEpoch(o.keys.current.Number+1, o.options.Random)
	if err != nil {
		return domain.OfficeKeyed{}, fmt.Errorf("make an epoch: %w", err)
	}
	sealed, err := epoch.SealTo(recipients...)
	if err != nil {
		return domain.OfficeKeyed{}, fmt.Errorf("seal an epoch: %w", err)
	}
	return domain.OfficeKeyed{Epoch: epoch.Number, Sealed: sealed, Users: users}, nil
}

// shareEpochs mends what desks could not know of each other: it seals epochs to users who were added, or took keys
// of their own, while another desk made the epoch; and an administrator makes a new one when somebody was removed
// while another desk still sealed the newest to him.
func (o *Office) shareEpochs() error {
	var group []stated
	for _, u := range o.book.office.Users {
		if !u.Keyed || !u.Removed.IsZero() || !o.lacksEpochs(u.ID) {
			continue
		}
		var err error
		if group, err = o.withEpochs(group, []domain.UserID{u.ID}, u.Recipient); err != nil {
			return err
		}
	}
	if o.epochLeaked() && o.acting().Office.Holds(o.user, domain.Admin, o.acting().Today()) {
		next, err := o.nextEpoch(domain.UserID{})
		if err != nil {
			return err
		}
		group = append(group, stated{event: next})
	}
	if len(group) == 0 {
		return nil
	}
	_, _, err := o.carryOut(Command{}, func() ([]stated, error) { return group, nil })
	return err
}

// lacksEpochs tells whether fewer epochs were sealed to the present key of a user than there are.
func (o *Office) lacksEpochs(u domain.UserID) bool {
	keyed := o.keyedAt(u)
	sealed := map[uint32]int{}
	for _, x := range o.book.facts.all {
		e, ok := x.Event.(domain.OfficeKeyed)
		if ok && slices.Contains(e.Users, u) && x.verdict == domain.Effective && o.book.sight.sees(x.spot, keyed) {
			sealed[e.Epoch]++
		}
	}
	for n, epochs := range o.keys.epochs {
		if sealed[n] < len(epochs) {
			return true
		}
	}
	return false
}

// keyedAt gives where a user got the present key.
func (o *Office) keyedAt(u domain.UserID) (keyed spot) {
	for _, x := range o.book.facts.all {
		switch e := x.Event.(type) {
		case domain.OfficeFounded:
			if e.Founder == u {
				keyed = x.spot
			}
		case domain.UserKeyed:
			if e.User == u && x.verdict == domain.Effective {
				keyed = x.spot
			}
		}
	}
	return keyed
}

// epochLeaked tells whether a removed user was given the newest epoch.
func (o *Office) epochLeaked() bool {
	newest := o.keys.current.Number
	return slices.ContainsFunc(o.book.facts.all, func(x officeFact) bool {
		e, ok := x.Event.(domain.OfficeKeyed)
		return ok && e.Epoch == newest && slices.ContainsFunc(e.Users, func(id domain.UserID) bool {
			u, _ := o.book.office.User(id)
			return !u.Removed.IsZero()
		})
	})
}
