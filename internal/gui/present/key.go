package present

import (
	"slices"

	"harta/internal/domain"
)

// idKey is an identifier as the key of an option, a row or a draft; none is empty. domain.ParseID reads it.
func idKey[T ~[16]byte](id T) string {
	if domain.ID(id).IsZero() {
		return ""
	}
	return domain.ID(id).String()
}

// idsOf reads the keys of identifiers.
func idsOf[T ~[16]byte](keys []string) []T {
	var all []T
	for _, k := range keys {
		all = append(all, domain.ParseID[T](k))
	}
	return all
}

// named finds something in a list by the key of its line.
func named[T any](all []T, key string, of func(T) string) (found T) {
	if i := slices.IndexFunc(all, func(x T) bool { return of(x) == key }); i >= 0 {
		return all[i]
	}
	return found
}
