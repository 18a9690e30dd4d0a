package wire

import (
	"bytes"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// upcaster turns the body of one version into that of the next. It is pure and stays for ever. It gets its own
// map, with nested maps as map[any]any, and leaves no empty forms in what it returns.
type upcaster func(map[uint64]any) map[uint64]any

func upcast(body []byte, steps []upcaster) ([]byte, error) {
	m, err := generic(body)
	if err != nil {
		return nil, err
	}
	for _, step := range steps {
		m = step(m)
	}
	return canonical(m)
}

// generic reads a body without knowing its fields, as strictly as one whose fields are known.
func generic(body []byte) (map[uint64]any, error) {
	mode, err := cbor.DecOptions{
		DupMapKey:       cbor.DupMapKeyEnforcedAPF,
		IndefLength:     cbor.IndefLengthForbidden,
		MaxNestedLevels: maxNesting,
		TagsMd:          cbor.TagsForbidden,
	}.DecMode()
	if err != nil {
		return nil, err
	}
	var m map[uint64]any
	if err := mode.Unmarshal(body, &m); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	again, err := canonical(m)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(again, body) {
		return nil, fmt.Errorf("%w: not in the deterministic form", ErrDamaged)
	}
	return m, nil
}

func canonical(v any) ([]byte, error) {
	mode, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		return nil, err
	}
	return mode.Marshal(v)
}
