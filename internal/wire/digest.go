package wire

import (
	"crypto/sha256"
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"harta/internal/domain"
)

// Digest returns a hash of the exported fields of a folded state, to tell whether two foldings in this process
// agree. Equal states have equal digests: nil and empty lists count as equal, the order of a map does not
// matter, and times count as instants to the second. It is no format and must not be stored.
func Digest(state any) (domain.Digest, error) {
	options := cbor.CoreDetEncOptions()
	options.NilContainers = cbor.NilContainerAsEmpty
	options.Time = cbor.TimeUnix
	mode, err := options.EncMode()
	if err != nil {
		return domain.Digest{}, err
	}
	h := sha256.New()
	if err := mode.NewEncoder(h).Encode(state); err != nil {
		return domain.Digest{}, fmt.Errorf("digest of %T: %w", state, err)
	}
	return domain.Digest(h.Sum(nil)), nil
}
