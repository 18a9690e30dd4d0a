package vault

import "io"

const draftLabel = "harta-draft-v1"

// SealDraft seals what a person is typing so that nobody else reads it: nonce ‖ AES-256-GCM, with a key that follows
// from the identity. The name is sealed with it, so that one draft cannot be put in the place of another.
func (id Identity) SealDraft(name string, plain []byte, random io.Reader) ([]byte, error) {
	return seal(derive(id.scalar[:], draftLabel), plain, []byte(draftLabel+"\x00"+name), random)
}

// OpenDraft opens what [Identity.SealDraft] sealed under the same name; [ErrDamaged] also stands for what another
// identity sealed.
func (id Identity) OpenDraft(name string, sealed []byte) ([]byte, error) {
	return open(derive(id.scalar[:], draftLabel), sealed, []byte(draftLabel+"\x00"+name))
}
