package wire

import "harta/internal/domain"

// Upcaster lets tests make up a step from one version to the next.
type Upcaster = upcaster

// DecodeGrown decodes a body of case.annulled as if its form had changed with the given steps.
func DecodeGrown(version uint64, body []byte, steps ...Upcaster) (domain.Event, error) {
	return of("case.annulled", OwnKey, caseAnnulled, steps...).open(version, body)
}
