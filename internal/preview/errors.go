package preview

import (
	"context"
	"errors"
	"fmt"

	pdferrors "github.com/klippa-app/go-pdfium/errors"
)

// What the viewer may refuse. None of them says anything of what the document holds.
var (
	// ErrTooLarge marks a document or a picture beyond the limits of this package.
	ErrTooLarge = errors.New("document is too large to show")
	// ErrNotReadable marks bytes that are damaged, locked, or no document of the kind asked for.
	ErrNotReadable = errors.New("document is not readable")
	// ErrLocked marks a document that wants a password; it is an ErrNotReadable too.
	ErrLocked = fmt.Errorf("%w: locked with a password", ErrNotReadable)
	// ErrTooSlow marks a document that was given up because it took too long.
	ErrTooSlow = errors.New("document takes too long to show")
	// ErrNoPage marks a page that the document does not have.
	ErrNoPage = errors.New("no such page")
	// ErrClosed marks the use of a closed viewer.
	ErrClosed = errors.New("viewer is closed")
)

// unread gives an error of the renderer the meaning it has for the caller.
func unread(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return ErrLocked
	case errors.Is(err, ErrTooLarge), errors.Is(err, ErrNoPage), errors.Is(err, ErrNotReadable):
		return err
	}
	return fmt.Errorf("%w: %w", ErrNotReadable, err)
}

// interrupted says why work was given up before its end.
func interrupted(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return ErrTooSlow
	}
	return ErrClosed
}
