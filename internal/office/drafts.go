package office

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"strings"

	"harta/internal/domain"
	"harta/internal/storage"
	"harta/internal/vault"
)

// ErrDraft marks a draft that cannot be opened: it is damaged, or was sealed with keys that its author has no more.
// Only DropDraft helps.
var ErrDraft = errors.New("draft cannot be opened")

// KeepDraft keeps what the signed-in user is typing, sealed to him, in the place of what was kept under that name. The
// name is made of small Latin letters, digits and dashes, at most 60 of them. It stands on the disk in clear, so it
// names kinds and ids only; a draft about a case has the id of the case in its name and goes when the case is erased.
// It is kept also when the disk is nearly full, or has failed to confirm a record.
func (o *Office) KeepDraft(name string, content []byte) error {
	seat, err := o.author()
	if err != nil {
		return err
	}
	if o.options.Storage.ReadOnly {
		return storage.ErrReadOnly
	}
	file, err := seat.draft(name)
	if err != nil {
		return err
	}
	sealed, err := seat.signer.SealDraft(file, content, o.options.Random)
	if err != nil {
		return fmt.Errorf("seal a draft: %w", err)
	}
	if err := o.store.WriteDraft(file, sealed); err != nil {
		return fmt.Errorf("keep a draft: %w", err)
	}
	return nil
}

// ReadDraft gives back what the signed-in user was typing; ok is false when nothing is kept under that name. ErrDraft
// says that it cannot be opened.
func (o *Office) ReadDraft(name string) (content []byte, ok bool, err error) {
	seat, err := o.author()
	if err != nil {
		return nil, false, err
	}
	file, err := seat.draft(name)
	if err != nil {
		return nil, false, err
	}
	sealed, err := o.store.ReadDraft(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	content, err = seat.signer.OpenDraft(file, sealed)
	if errors.Is(err, vault.ErrDamaged) {
		err = fmt.Errorf("%w: %w", ErrDraft, err)
	}
	return content, true, err
}

// Drafts gives the names of the drafts that the signed-in user has, in their order.
func (o *Office) Drafts() ([]string, error) {
	seat, err := o.author()
	if err != nil {
		return nil, err
	}
	all, err := o.store.Drafts()
	if err != nil {
		return nil, fmt.Errorf("list drafts: %w", err)
	}
	var own []string
	for _, file := range all {
		if name, ok := strings.CutPrefix(file, seat.prefix()); ok {
			own = append(own, name)
		}
	}
	return own, nil
}

// DropDraft forgets what the signed-in user was typing, kept or not.
func (o *Office) DropDraft(name string) error {
	seat, err := o.author()
	if err != nil {
		return err
	}
	file, err := seat.draft(name)
	if err != nil {
		return err
	}
	if err := o.store.DeleteDraft(file); err != nil {
		return fmt.Errorf("drop a draft: %w", err)
	}
	return nil
}

// author gives the signed-in user with his keys.
func (o *Office) author() (Seat, error) {
	seat := o.Seat()
	if seat.user == (domain.UserID{}) {
		return seat, ErrClosed
	}
	return seat, nil
}

// maxDraftName leaves room for the id of the author in the name of the file.
const maxDraftName = 60

// draft gives the file of a draft.
func (s Seat) draft(name string) (string, error) {
	if name == "" || len(name) > maxDraftName {
		return "", storage.ErrName
	}
	return s.prefix() + name, nil
}

func (s Seat) prefix() string { return hex.EncodeToString(s.user[:]) + "-" }

// dropDraftsAbout forgets what anybody was typing about an erased case. What cannot be deleted stays sealed to its
// author.
func (o *Office) dropDraftsAbout(id domain.CaseID) {
	all, err := o.store.Drafts()
	for _, file := range all {
		if strings.Contains(file, domain.ID(id).String()) {
			err = errors.Join(err, o.store.DeleteDraft(file))
		}
	}
	if err != nil {
		o.options.Log.Error("drop drafts about an erased case", slog.Any("error", err))
	}
}
