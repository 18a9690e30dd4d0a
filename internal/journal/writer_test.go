package journal_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"iter"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"

	"harta/internal/journal"
)

var morning = time.Date(2026, 3, 3, 8, 0, 0, 0, time.UTC)

// random is a source of bytes that are the same in every run.
func random(seed byte) io.Reader { return rand.NewChaCha8([32]byte{seed}) }

func newKey(seed byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, 32))
}

func public(key ed25519.PrivateKey) ed25519.PublicKey { return key.Public().(ed25519.PublicKey) }

// introduces is a clear body that introduces keys.
func introduces(tb testing.TB, keys ...ed25519.PrivateKey) []byte {
	tb.Helper()
	body := map[int]any{1: "desk"}
	if len(keys) > 0 {
		var public []ed25519.PublicKey
		for _, k := range keys {
			public = append(public, k.Public().(ed25519.PublicKey))
		}
		body[0] = public
	}
	return encode(tb, body)
}

func encode(tb testing.TB, v any) []byte {
	tb.Helper()
	mode, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		tb.Fatal(err)
	}
	b, err := mode.Marshal(v)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// writer writes one chain.
type writer struct {
	tb     testing.TB
	key    ed25519.PrivateKey
	chain  journal.Chain
	random io.Reader
}

// found begins an office: its founder's key is newKey(1), its recovery key newKey(2).
func found(tb testing.TB) (*writer, journal.Record) {
	tb.Helper()
	w := &writer{tb: tb, key: newKey(1), random: random(1)}
	return w, w.write("office.founded", introduces(tb, newKey(1), newKey(2)))
}

// open begins another chain of the office.
func (w *writer) open(key ed25519.PrivateKey) (*writer, journal.Record) {
	w.tb.Helper()
	other := &writer{tb: w.tb, key: key, random: random(9), chain: journal.Chain{Office: w.chain.Office}}
	return other, other.write("chain.opened", introduces(w.tb))
}

// header is that of the next record, a command of its own.
func (w *writer) header(kind string) journal.Header {
	var command journal.CommandID
	if _, err := io.ReadFull(w.random, command[:]); err != nil {
		w.tb.Fatal(err)
	}
	return journal.Header{
		Office: w.chain.Office, Chain: w.chain.ID, Seq: w.chain.Tip.Seq + 1, Prev: w.chain.Tip.Hash,
		Clock: journal.Tick(w.chain.Clock, 0, morning), Command: command, Part: 1, Parts: 1,
		Kind: kind, KindVersion: 1,
	}
}

// after continues the chain of the records by another hand.
func after(tb testing.TB, key ed25519.PrivateKey, records ...journal.Record) *writer {
	tb.Helper()
	w := &writer{tb: tb, key: key, random: random(7)}
	for _, r := range records {
		var err error
		if w.chain, err = w.chain.Next(r); err != nil {
			tb.Fatal(err)
		}
	}
	return w
}

// seal seals h and moves on.
func (w *writer) seal(h journal.Header, body, key []byte) journal.Record {
	w.tb.Helper()
	r := w.loose(h, body, key)
	var err error
	if w.chain, err = w.chain.Next(r); err != nil {
		w.tb.Fatal(err)
	}
	return r
}

// loose seals h wherever it belongs.
func (w *writer) loose(h journal.Header, body, key []byte) journal.Record {
	w.tb.Helper()
	r, err := journal.Seal(h, body, key, w.key, w.random)
	if err != nil {
		w.tb.Fatal(err)
	}
	return r
}

func (w *writer) write(kind string, body []byte, deps ...journal.Ref) journal.Record {
	w.tb.Helper()
	h := w.header(kind)
	h.Deps = deps
	return w.seal(h, body, nil)
}

// group writes the first written of parts records of one command.
func (w *writer) group(written, parts int) []journal.Record {
	w.tb.Helper()
	var out []journal.Record
	command := w.header("").Command
	for i := range written {
		h := w.header("case.registered")
		h.Command, h.Part, h.Parts = command, uint64(i+1), uint64(parts)
		out = append(out, w.seal(h, []byte{0xa0}, nil))
	}
	return out
}

// sealed writes n sealed records under contentKey.
func (w *writer) sealed(n int) []journal.Record {
	w.tb.Helper()
	var out []journal.Record
	for i := range n {
		h := w.header("case.registered")
		h.Key, h.Subject = journal.KeyID{7}, journal.SubjectID{byte(i), 1}
		out = append(out, w.seal(h, []byte("a request for access to public data"), contentKey))
	}
	return out
}

var contentKey = bytes.Repeat([]byte{5}, 32)

// file concatenates records as they lie in a file.
func file(records ...journal.Record) []byte {
	var b []byte
	for _, r := range records {
		b = append(b, r.Frame()...)
	}
	return b
}

func frames(b []byte) iter.Seq2[journal.Frame, error] { return journal.Frames(bytes.NewReader(b)) }

// sign frames and signs any bytes as if they were the map of a record.
func sign(m []byte, key ed25519.PrivateKey) []byte {
	digest := sha256.Sum256(append([]byte("harta-sign-v1\x00"), m...))
	frame := binary.BigEndian.AppendUint32(nil, uint32(len(m)+ed25519.SignatureSize))
	return append(append(frame, m...), ed25519.Sign(key, digest[:])...)
}

// mapOf cuts the map out of a frame.
func mapOf(frame []byte) []byte { return frame[4 : len(frame)-ed25519.SignatureSize] }

// sealBody encrypts as the format says, with the library of Go and a fixed nonce.
func sealBody(tb testing.TB, body string, aad []byte) string {
	tb.Helper()
	block, err := aes.NewCipher(contentKey)
	if err != nil {
		tb.Fatal(err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		tb.Fatal(err)
	}
	nonce := make([]byte, 12)
	return string(encode(tb, aead.Seal(nonce, nonce, []byte(body), aad)))
}
