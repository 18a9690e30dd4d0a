// Package journal is the proof: records, chains, hashes, signatures and their order.
//
// A record is one signed statement. Records of one writer form a chain, each carrying the hash of the one
// before it, so that nothing can be altered, removed or inserted unseen. A stranger who holds the files of
// an office can check all of that with this package alone, without a password.
//
// The package does not know what an event means, nor where the bytes lie.
//
// # The format
//
// It is frozen. What this version reads, every later version reads; new fields get new integer keys.
//
//	record = u32 big-endian length of (map + signature) | map | 64-byte Ed25519 signature
//	map    = deterministic CBOR (RFC 8949 §4.2.1) with integer keys
//	signature over SHA-256("harta-sign-v1\0" ‖ map), by the author
//	hash   = SHA-256("harta-record-v1\0" ‖ map ‖ signature); a reference is its first 16 bytes
//
//	 1 envelope version       uint, 1
//	 2 office                 16 bytes: reference of the founding record, zero in it
//	 3 chain                  16 bytes: reference of the chain's genesis, zero in it
//	 4 seq                    uint from 1, gapless
//	 5 prev                   32 bytes: hash of the chain's previous record, zero in a genesis
//	 6 hybrid logical clock   uint: 48 bits of milliseconds, 16 bits of counter
//	 7 author                 first 16 bytes of SHA-256 of the public key
//	 8 subject                16 bytes, zero = the office
//	 9 kind                   text
//	10 kind version           uint from 1
//	11 content key            16 bytes, zero = clear body
//	12 body                   bytes: clear, or nonce(12) ‖ AES-256-GCM; AAD = the map without key 12
//	13 deps                   array of at most 8 references
//	14 command                16 bytes
//	15 group                  array [i, n]: record i of n of one command
//
// All fifteen are present. Later keys are integers too, of 64 bits with a sign; they are kept and covered by hash
// and signature even by a program that does not know them. Values are integers, byte and text strings, arrays, maps, booleans
// and null; floats, tags and indefinite lengths are refused, and so is anything not in its shortest form.
//
// # Keys of authors
//
// A clear body is itself a CBOR map in the same form. Its key 0, when present, is an array of the 32-byte
// Ed25519 public keys that the record introduces. The founding record introduces the key of its own author
// and, second, the recovery key. Any other key is trusted only when a record of a trusted author introduces
// it. The recovery key may sign only [RecoveryKinds].
package journal
