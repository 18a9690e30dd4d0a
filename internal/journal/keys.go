package journal

import (
	"crypto/ed25519"
	"crypto/sha256"
	"slices"
)

// AuthorOf returns the author id of a public key.
func AuthorOf(pub ed25519.PublicKey) AuthorID {
	h := sha256.Sum256(pub)
	return AuthorID(h[:16])
}

// RecoveryKinds returns the kinds that the recovery key may sign: enough to let a new administrator in, and
// to open the chain in which that is written.
func RecoveryKinds() []string { return []string{"chain.opened", "user.keyed", "role.granted"} }

// Introduced returns the public keys that a clear body introduces under its key 0. A body of any other form
// introduces none.
func (r Record) Introduced() []ed25519.PublicKey {
	if !r.Clear() {
		return nil
	}
	m, rest, err := generic(r.Body)
	if err != nil || len(rest) > 0 || canonical(m, r.Body) != nil {
		return nil
	}
	all, _ := m[0].([]any)
	var keys []ed25519.PublicKey
	for _, one := range all {
		key, ok := one.([]byte)
		if !ok || len(key) != ed25519.PublicKeySize {
			return nil
		}
		keys = append(keys, key)
	}
	return keys
}

// Keyring knows the public keys of one office's authors. It begins empty and learns them from the records
// it admits: the founding record first, then whatever trusted authors introduce.
type Keyring struct {
	keys     map[AuthorID]ed25519.PublicKey
	office   Ref
	recovery AuthorID
}

// NewKeyring returns a keyring that waits for the founding record of the office, or of any office when zero.
func NewKeyring(office Ref) *Keyring {
	return &Keyring{keys: map[AuthorID]ed25519.PublicKey{}, office: office}
}

// Key returns the public key of a trusted author.
func (k *Keyring) Key(author AuthorID) (ed25519.PublicKey, bool) {
	pub, ok := k.keys[author]
	return pub, ok
}

// Admit checks that a trusted author signed the record and was allowed to, and learns the keys that the
// record introduces. After [ErrUnknownAuthor] the caller may try again when other records were admitted.
func (k *Keyring) Admit(r Record) error {
	c := claimOf(r)
	pub, err := k.judge(c)
	if err != nil {
		return err
	}
	if !c.holds(pub) {
		return ErrSignature
	}
	k.learn(c)
	return nil
}

// claim is what a record says about its authorship, without the rest of it.
type claim struct {
	office     Ref // zero unless the record founds it
	author     AuthorID
	kind       string
	introduced []ed25519.PublicKey
	digest     [32]byte
	signature  [ed25519.SignatureSize]byte
}

func claimOf(r Record) claim {
	c := claim{
		author: r.Author, kind: r.Kind, introduced: r.Introduced(),
		digest: signed(r.signedMap()), signature: [ed25519.SignatureSize]byte(r.signature()),
	}
	if (r.Office == Ref{}) {
		c.office = r.Ref()
	}
	return c
}

func (c claim) founds() bool { return c.office != Ref{} }

func (c claim) holds(pub ed25519.PublicKey) bool {
	return ed25519.Verify(pub, c.digest[:], c.signature[:])
}

// judge returns the key that must have signed the claim.
func (k *Keyring) judge(c claim) (ed25519.PublicKey, error) {
	if c.founds() {
		return k.founder(c)
	}
	pub, ok := k.keys[c.author]
	switch {
	case !ok:
		return nil, ErrUnknownAuthor
	case c.author == k.recovery && !slices.Contains(RecoveryKinds(), c.kind):
		return nil, ErrRecovery
	}
	return pub, nil
}

// founder returns the key that a founding record introduces for its own author.
func (k *Keyring) founder(c claim) (ed25519.PublicKey, error) {
	if (k.office != Ref{}) && k.office != c.office {
		return nil, ErrForeign
	}
	if len(c.introduced) == 0 || AuthorOf(c.introduced[0]) != c.author {
		return nil, ErrUnknownAuthor
	}
	return c.introduced[0], nil
}

// learn trusts the keys that a proven claim introduces.
func (k *Keyring) learn(c claim) {
	if c.founds() {
		k.office = c.office
		if len(c.introduced) > 1 {
			k.recovery = AuthorOf(c.introduced[1])
		}
	}
	for _, pub := range c.introduced {
		k.keys[AuthorOf(pub)] = pub
	}
}
