package office

import (
	"harta/internal/domain"
	"harta/internal/vault"
)

// Seat is a user who has signed in, so that several who share a PC can take turns without their passwords.
type Seat struct {
	signer vault.Identity
	user   domain.UserID
	login  string
}

// Seat gives the signed-in user.
func (o *Office) Seat() Seat {
	o.mu.Lock()
	defer o.mu.Unlock()
	return Seat{o.signer, o.user, o.login}
}

// Take lets a user work who has signed in before.
func (o *Office) Take(s Seat) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.signer, o.user, o.login = s.signer, s.user, s.login
}

// User gives who sits there.
func (s Seat) User() domain.UserID { return s.user }
