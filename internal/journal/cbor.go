package journal

import (
	"bytes"
	"sync"

	"github.com/fxamacker/cbor/v2"
)

// encoder writes the deterministic form. It and decoder are made at their first use and never change.
var encoder = sync.OnceValues(cbor.CoreDetEncOptions().EncMode)

// decoder refuses what the deterministic form cannot hold; its only limit of size is that of a record.
var decoder = sync.OnceValues(cbor.DecOptions{
	DupMapKey:        cbor.DupMapKeyEnforcedAPF,
	IndefLength:      cbor.IndefLengthForbidden,
	TagsMd:           cbor.TagsForbidden,
	UTF8:             cbor.UTF8RejectInvalid,
	MaxNestedLevels:  8,
	MaxArrayElements: MaxRecord,
	MaxMapPairs:      MaxRecord,
}.DecMode)

func encode(v any) ([]byte, error) {
	mode, err := encoder()
	if err != nil {
		return nil, err
	}
	return mode.Marshal(v)
}

// decode fills v from the item that b begins with and returns the bytes after it.
func decode(b []byte, v any) (rest []byte, err error) {
	mode, err := decoder()
	if err != nil {
		return nil, err
	}
	if rest, err = mode.UnmarshalFirst(b, v); err != nil {
		return nil, damaged(err.Error()) // not wrapped: its end of input is no torn tail
	}
	return rest, nil
}

// generic reads the map that b begins with, known keys and unknown ones, and returns the bytes after it. Whether
// they had the deterministic form is left to canonical.
func generic(b []byte) (m map[int64]any, rest []byte, err error) {
	if rest, err = decode(b, &m); err != nil {
		return nil, nil, err
	}
	if m == nil {
		return nil, nil, damaged("null for a map")
	}
	for _, v := range m {
		if !plain(v) {
			return nil, nil, damaged("value of a type that is not permitted")
		}
	}
	return m, rest, nil
}

// canonical checks that b is the deterministic form of m.
func canonical(m map[int64]any, b []byte) error {
	again, err := encode(m)
	if err != nil {
		return err
	}
	if !bytes.Equal(again, b) {
		return damaged("not in its one form")
	}
	return nil
}

// plain tells whether the format permits the value: the library reads floats and numbers of any size too.
func plain(v any) bool {
	switch v := v.(type) {
	case nil, bool, uint64, int64, string, []byte:
		return true
	case []any:
		for _, one := range v {
			if !plain(one) {
				return false
			}
		}
		return true
	case map[any]any:
		for key, one := range v {
			if !plainKey(key) || !plain(one) {
				return false
			}
		}
		return true
	default:
		return false
	}
}

func plainKey(key any) bool {
	switch key.(type) {
	case uint64, int64, string:
		return true
	default:
		return false
	}
}
