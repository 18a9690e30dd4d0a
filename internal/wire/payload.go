package wire

import (
	"errors"
	"fmt"
	"slices"

	"harta/internal/domain"
)

// Payload is an event as a record carries it, before it is sealed.
type Payload struct {
	Kind    string
	Version uint64
	Body    []byte
	Sealing Sealing
}

// NewerError says that only a newer program understands an event: it has a kind, a version or a field that this
// one does not know.
type NewerError struct {
	Kind    string
	Version uint64
}

// Error names the kind and its version.
func (e NewerError) Error() string {
	return fmt.Sprintf("%s/%d was written by a newer program", e.Kind, e.Version)
}

// Encode returns the payload of an event. An event that Decode would refuse is refused here, so that nothing is
// written that cannot be read. Times count to the millisecond; the rest is lost.
func Encode(e domain.Event) (Payload, error) {
	for _, k := range kinds {
		body, ok := k.encode(e)
		if !ok {
			continue
		}
		p := Payload{Kind: k.name, Version: k.version(), Body: body, Sealing: k.sealing}
		if _, err := k.open(p.Version, body); err != nil {
			return Payload{}, fmt.Errorf("encode: %w", err)
		}
		return p, nil
	}
	return Payload{}, fmt.Errorf("encode: %T has no kind", e)
}

// Decode returns the event of a payload. It gives a [NewerError] for what a newer program wrote and [ErrDamaged]
// for what no program wrote; the body of an event that it returns is the only one that this event can have.
func Decode(name string, version uint64, body []byte) (domain.Event, error) {
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })
	if i < 0 {
		return nil, NewerError{name, version}
	}
	return kinds[i].open(version, body)
}

// open decodes a body of any version of the kind.
func (k kind) open(version uint64, body []byte) (domain.Event, error) {
	if version > k.version() {
		return nil, NewerError{k.name, version}
	}
	e, err := k.openKnown(version, body)
	switch {
	case errors.Is(err, errUnknownKey):
		return nil, NewerError{k.name, version}
	case err != nil:
		return nil, fmt.Errorf("%s/%d: %w", k.name, version, err)
	default:
		return e, nil
	}
}

func (k kind) openKnown(version uint64, body []byte) (domain.Event, error) {
	switch {
	case version == 0:
		return nil, fmt.Errorf("%w: no version", ErrDamaged)
	case len(body) > maxBody:
		return nil, fmt.Errorf("%w: %d bytes are too many", ErrDamaged, len(body))
	case version < k.version():
		var err error
		if body, err = upcast(body, k.upcasters[version-1:]); err != nil {
			return nil, err
		}
	}
	return k.decode(body)
}
