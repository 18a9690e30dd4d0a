package vault

import (
	"strings"

	"filippo.io/age"
)

// ageIdentity makes an age identity of a scalar. The age library takes one only in its written form, which is
// Bech32 (BIP 173) under the prefix AGE-SECRET-KEY-.
func ageIdentity(scalar [keySize]byte) (*age.X25519Identity, error) {
	return age.ParseX25519Identity(strings.ToUpper(bech32("age-secret-key-", scalar[:])))
}

const bech32Charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

func bech32(prefix string, data []byte) string {
	digits := fiveBits(data)
	var out strings.Builder
	out.WriteString(prefix + "1")
	for _, d := range append(digits, bech32Checksum(prefix, digits)...) {
		out.WriteByte(bech32Charset[d])
	}
	return out.String()
}

// fiveBits regroups bytes into digits of five bits, the last filled with zeros.
func fiveBits(data []byte) []byte {
	var out []byte
	acc, bits := 0, 0
	for _, b := range data {
		acc, bits = acc<<8|int(b), bits+8
		for ; bits >= 5; bits -= 5 {
			out = append(out, byte(acc>>(bits-5)&31))
		}
		acc &= 31
	}
	if bits > 0 {
		out = append(out, byte(acc<<(5-bits)&31))
	}
	return out
}

func bech32Checksum(prefix string, digits []byte) []byte {
	var all []byte
	for _, c := range []byte(prefix) {
		all = append(all, c>>5)
	}
	all = append(all, 0)
	for _, c := range []byte(prefix) {
		all = append(all, c&31)
	}
	all = append(append(all, digits...), 0, 0, 0, 0, 0, 0)
	rest := bech32Polymod(all) ^ 1
	out := make([]byte, 6)
	for i := range out {
		out[i] = byte(rest >> (5 * (5 - i)) & 31)
	}
	return out
}

func bech32Polymod(digits []byte) uint32 {
	rest := uint32(1)
	for _, d := range digits {
		top := rest >> 25
		rest = rest&0x1ffffff<<5 ^ uint32(d)
		for i, g := range [...]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
			if top>>i&1 == 1 {
				rest ^= g
			}
		}
	}
	return rest
}
