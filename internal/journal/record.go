package journal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/fxamacker/cbor/v2"
)

const (
	signLabel = "harta-sign-v1\x00"
	hashLabel = "harta-record-v1\x00"
	lenSize   = 4
)

// Record is one record as it was signed. Its bytes never change: what Header and Body show is a reading of
// them, and the slices it hands out must not be written to.
type Record struct {
	Header
	Body []byte // as stored: clear, or nonce ‖ ciphertext

	frame []byte // length | map | signature
	hash  Hash
}

// Seal makes the record that says h and body, signed by signer. When h.Key is zero the body stays clear and
// contentKey must be nil; otherwise contentKey is the 32-byte key that h.Key names. Seal sets h.Version and
// h.Author and takes a nonce from random.
func Seal(h Header, body, contentKey []byte, signer ed25519.PrivateKey, random io.Reader) (Record, error) { //nolint:revive // five unlike things, none optional: a struct would only name them again
	h.Version = version
	h.Author = AuthorOf(signer.Public().(ed25519.PublicKey))
	if err := h.check(); err != nil {
		return Record{}, err
	}
	if len(body) == 0 {
		return Record{}, errors.New("record without a body")
	}
	if h.Clear() != (contentKey == nil) {
		return Record{}, errors.New("content key and its id do not go together")
	}
	entries := map[int64]any{}
	h.put(entries)
	if !h.Clear() {
		aad, err := encode(entries)
		if err != nil {
			return Record{}, err
		}
		if body, err = encrypt(body, contentKey, aad, random); err != nil {
			return Record{}, err
		}
	}
	entries[bodyKey] = body
	m, err := encode(entries)
	if err != nil {
		return Record{}, err
	}
	digest := signed(m)
	frame := binary.BigEndian.AppendUint32(nil, uint32(len(m)+ed25519.SignatureSize))
	return Decode(slices.Concat(frame, m, ed25519.Sign(signer, digest[:])))
}

// Decode reads one whole frame and keeps a copy of it. It accepts only the one form in which the record can
// have been written, but does not check the signature: see [Record.Verify].
func Decode(frame []byte) (Record, error) {
	switch {
	case len(frame) < lenSize+ed25519.SignatureSize:
		return Record{}, damaged("too short")
	case len(frame) > lenSize+MaxRecord:
		return Record{}, damaged("too long")
	case uint64(binary.BigEndian.Uint32(frame)) != uint64(len(frame)-lenSize):
		return Record{}, damaged("length does not match")
	}
	r := Record{frame: slices.Clone(frame)}
	rest, err := r.read(r.signedMap())
	switch {
	case err != nil:
		return Record{}, err
	case len(rest) > 0:
		return Record{}, damaged("bytes after the map")
	}
	if err := r.check(); err != nil {
		return Record{}, err
	}
	r.hash = sum(hashLabel, r.frame[lenSize:])
	return r, nil
}

// read reads the map that b begins with and returns the bytes after it. The form is checked on the whole map,
// in which the known fields are first replaced by what was understood of them.
func (r *Record) read(b []byte) (rest []byte, err error) {
	m, rest, err := generic(b)
	if err != nil {
		return nil, err
	}
	if v, ok := m[1].(uint64); ok && v != version {
		return nil, ErrNewer
	}
	r.take(m)
	r.Body, _ = m[bodyKey].([]byte)
	r.put(m)
	if err := canonical(m, b[:len(b)-len(rest)]); err != nil {
		return nil, err
	}
	if len(r.Body) == 0 || !r.Clear() && len(r.Body) < nonceSize+tagSize {
		return nil, damaged("body too short")
	}
	return rest, nil
}

// Frame returns the record as it is written: length, map, signature.
func (r Record) Frame() []byte { return r.frame }

// Hash returns the hash that the chain's next record carries.
func (r Record) Hash() Hash { return r.hash }

// Ref returns the reference by which other records point at this one.
func (r Record) Ref() Ref { return r.hash.Ref() }

// OfficeID returns the office of the record, which is the founding record itself when it says zero.
func (r Record) OfficeID() Ref {
	if (r.Office == Ref{}) {
		return r.Ref()
	}
	return r.Office
}

// ChainOf returns the chain of the record, which is the record itself when it says zero.
func (r Record) ChainOf() ChainID {
	if (r.Chain == ChainID{}) {
		return ChainID(r.Ref())
	}
	return r.Chain
}

// Verify checks that the owner of the public key is the author and signed exactly these bytes.
func (r Record) Verify(pub ed25519.PublicKey) error {
	digest := signed(r.signedMap())
	if len(pub) != ed25519.PublicKeySize || AuthorOf(pub) != r.Author || !ed25519.Verify(pub, digest[:], r.signature()) {
		return ErrSignature
	}
	return nil
}

// Open returns the payload: the body itself when it is clear, else what the content key opens.
func (r Record) Open(contentKey []byte) ([]byte, error) {
	if r.Clear() {
		return r.Body, nil
	}
	aead, err := cipherOf(contentKey)
	if err != nil {
		return nil, err
	}
	aad, err := r.additional()
	if err != nil {
		return nil, err
	}
	body, err := aead.Open(nil, r.Body[:nonceSize], r.Body[nonceSize:], aad)
	if err != nil {
		return nil, ErrContentKey
	}
	return body, nil
}

// additional is the map without its body, fields of later versions included.
func (r Record) additional() ([]byte, error) {
	var m map[int64]cbor.RawMessage
	if _, err := decode(r.signedMap(), &m); err != nil {
		return nil, err
	}
	delete(m, bodyKey)
	return encode(m)
}

func (r Record) signedMap() []byte { return r.frame[lenSize : len(r.frame)-ed25519.SignatureSize] }

func (r Record) signature() []byte { return r.frame[len(r.frame)-ed25519.SignatureSize:] }

func encrypt(body, contentKey, aad []byte, random io.Reader) ([]byte, error) {
	aead, err := cipherOf(contentKey)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, nonceSize, nonceSize+len(body)+tagSize)
	if _, err := io.ReadFull(random, nonce); err != nil {
		return nil, fmt.Errorf("nonce of a record: %w", err)
	}
	return aead.Seal(nonce, nonce, body, aad), nil
}

func cipherOf(contentKey []byte) (cipher.AEAD, error) {
	if len(contentKey) != 32 {
		return nil, ErrContentKey // AES would take shorter keys too
	}
	block, err := aes.NewCipher(contentKey)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// signed is what the author signs.
func signed(m []byte) [32]byte { return sum(signLabel, m) }

// sum hashes under a label, so that no hash of one purpose can serve another.
func sum(label string, b []byte) (out [32]byte) {
	h := sha256.New()
	h.Write([]byte(label))
	h.Write(b)
	h.Sum(out[:0])
	return out
}
