package wire_test

import (
	"bytes"
	"reflect"
	"testing"

	"harta/internal/domain"
	"harta/internal/wire"
)

// What is read is written as the same bytes, so that nobody can hide a second form of an event.
func FuzzDecode(f *testing.F) {
	for _, e := range samples() {
		p, err := wire.Encode(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(p.Kind, p.Version, p.Body)
	}
	f.Fuzz(func(t *testing.T, kind string, version uint64, body []byte) {
		e, err := wire.Decode(kind, version, body)
		if err != nil {
			return
		}
		p, err := wire.Encode(e)
		if err != nil {
			t.Fatalf("%+v is read and cannot be written: %v", e, err)
		}
		if p.Kind != kind || p.Version == version && !bytes.Equal(p.Body, body) {
			t.Errorf("%s %x\nwritten as %s %x", kind, body, p.Kind, p.Body)
		}
	})
}

// A row has one meaning, whatever its form.
func FuzzReadEntry(f *testing.F) {
	f.Add(wire.EncodeEntry(sampleEntry()))
	f.Fuzz(func(t *testing.T, row []byte) {
		var e, again domain.Entry
		if wire.ReadEntry(row, &e) != nil {
			return
		}
		err := wire.ReadEntry(wire.EncodeEntry(e), &again)
		if err != nil || !reflect.DeepEqual(again, e) {
			t.Errorf("%x is read as %+v\nand then as %+v, %v", row, e, again, err)
		}
	})
}
