package wire

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"github.com/fxamacker/cbor/v2"
)

// ErrDamaged marks bytes that no version of the program has written.
var ErrDamaged = errors.New("damaged payload")

// errUnknownKey marks a map with a key that this program does not know.
var errUnknownKey = errors.New("unknown key")

// maxBody is the most that a body may have; package journal has the same limits.
const maxBody = 1 << 20

// encoder writes the deterministic form. It and decoder are made at their first use and never change.
var encoder = sync.OnceValues(cbor.CoreDetEncOptions().EncMode)

var decoder = sync.OnceValues(cbor.DecOptions{
	DupMapKey:        cbor.DupMapKeyEnforcedAPF,
	IndefLength:      cbor.IndefLengthForbidden,
	TagsMd:           cbor.TagsForbidden,
	UTF8:             cbor.UTF8RejectInvalid,
	MaxNestedLevels:  8,
	MaxArrayElements: maxBody,
	MaxMapPairs:      maxBody,
}.DecMode)

func encode(v any) ([]byte, error) {
	mode, err := encoder()
	if err != nil {
		return nil, err
	}
	return mode.Marshal(v)
}

// decode reads all of b, known keys and unknown ones.
func decode[T any](b []byte) (v T, err error) {
	mode, err := decoder()
	if err != nil {
		return v, err
	}
	if err := mode.Unmarshal(b, &v); err != nil {
		return v, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return v, nil
}

// decodeStrict reads all of b, which must have the deterministic form.
func decodeStrict[T any](b []byte) (v T, err error) {
	if v, err = decode[T](b); err != nil {
		return v, err
	}
	again, err := encode(v)
	if err != nil {
		return v, err
	}
	if !bytes.Equal(again, b) {
		return v, fmt.Errorf("%w: not in the deterministic form", ErrDamaged)
	}
	return v, nil
}
