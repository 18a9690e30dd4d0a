// Package wire turns events of the domain into payloads of the journal and back: a kind, a version and a body.
//
// It knows the frozen names and numbers under which meaning lies on disk. It refuses to know the rules that led
// to an event, the record around it, the keys that seal it and the disk.
//
// # The format
//
// A body is one CBOR map in deterministic form (RFC 8949 §4.2.1), at most 1 MiB. What this version reads, every
// later version reads.
//
//	struct            map with integer keys, one for each field
//	list              array
//	text, enumeration text string, UTF-8
//	id, digest, key   byte string of 16 or 32 bytes
//	day               integer: days since 1970-01-01 (RFC 8943)
//	instant           integer: milliseconds since 1970-01-01T00:00:00Z
//	term              text string: 2m, 7wd, ext3m
//	number, yes or no integer, boolean
//
// A value of zero is its empty form: 0, false, or a string, array or map of length 0; that is so for a zero id,
// instant and term as well. An entry with an empty form is left out of its map, so that every event has exactly
// one body. In a clear body key 0 holds the public keys that the record introduces, where package journal finds
// them; every other key is 1 or more.
//
// # How it grows
//
// A kind is never renamed and a key never gets another meaning. A field that older events do not have gets the
// next free key, and what its absence means is its zero value. Anything else is a new version of the kind with
// an upcaster. A program that meets a kind, a version or a key it does not know answers with a [NewerError]: an
// event is understood whole or not at all, because half of a decision is another decision.
package wire
