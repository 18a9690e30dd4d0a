package wire_test

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/fxamacker/cbor/v2"

	"harta/internal/domain"
	"harta/internal/wire"
)

var update = flag.Bool("update", false, "add the missing files of the golden corpus")

const corpus = "testdata/golden"

var escape = regexp.MustCompile(`\\u[0-9a-f]{4}`)

// identity reads the name of a sample.
func identity(t *testing.T, name string) (kind string, version uint64) {
	t.Helper()
	name, _, _ = strings.Cut(name, "+")
	i := strings.LastIndexByte(name, '.')
	version, err := strconv.ParseUint(name[i+1:], 10, 64)
	if err != nil {
		t.Fatalf("%s has no version", name)
	}
	return name[:i], version
}

func TestWhatWasOnceWrittenIsReadForEver(t *testing.T) {
	for name, want := range samples() {
		t.Run(name, func(t *testing.T) {
			body := golden(t, name, want)
			kind, version := identity(t, name)
			got, err := wire.Decode(kind, version, body)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("decoded %+v\nwant %+v", got, want)
			}
			p, err := wire.Encode(got)
			if err != nil {
				t.Fatal(err)
			}
			if p.Version == version && !bytes.Equal(p.Body, body) {
				t.Errorf("encoded again: %x\nwant %x", p.Body, body)
			}
		})
	}
}

// golden gives the stored body of a sample. It adds a missing file only when asked to, and never changes one.
func golden(t *testing.T, name string, e domain.Event) []byte {
	t.Helper()
	path := filepath.Join(corpus, name)
	body, err := os.ReadFile(path + ".cbor")
	if errors.Is(err, fs.ErrNotExist) && *update {
		p, err := wire.Encode(e)
		if err != nil {
			t.Fatal(err)
		}
		body = p.Body
		if err := os.WriteFile(path+".cbor", body, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if err != nil {
		t.Fatal(err)
	}
	diagnose(t, path+".diag", body)
	return body
}

// diagnose holds the notation for people, which stands beside each body, to the body.
func diagnose(t *testing.T, path string, body []byte) {
	t.Helper()
	want, err := cbor.Diagnose(body)
	if err != nil {
		t.Fatal(err)
	}
	want = escape.ReplaceAllStringFunc(want, func(hex string) string {
		code, err := strconv.ParseUint(hex[2:], 16, 16)
		if err != nil {
			t.Fatal(err)
		}
		return string(rune(code))
	}) + "\n"
	got, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if err != nil || string(got) != want {
		t.Errorf("%s: %v, it does not describe its body", path, err)
	}
}

func TestTheCorpusIsWhole(t *testing.T) {
	all := samples()
	files, err := filepath.Glob(filepath.Join(corpus, "*.cbor"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if name := strings.TrimSuffix(filepath.Base(file), ".cbor"); all[name] == nil {
			t.Errorf("%s has no sample", name)
		}
	}
	full := map[string]bool{}
	for name, e := range all {
		if kind, _ := identity(t, name); filled(reflect.ValueOf(e)) {
			full[kind] = true
		}
	}
	for _, kind := range wire.Kinds() {
		if !full[kind] {
			t.Errorf("no sample of %s has all its fields", kind)
		}
	}
}

// filled tells whether every field holds something; one element of a list is enough.
func filled(v reflect.Value) bool {
	switch {
	case v.Kind() == reflect.Struct && v.Type().PkgPath() == reflect.TypeFor[domain.Event]().PkgPath():
		for _, f := range v.Fields() {
			if !filled(f) {
				return false
			}
		}
		return true
	case v.Kind() == reflect.Slice:
		return slices.ContainsFunc(slices.Collect(elementsOf(v)), filled)
	default:
		return !v.IsZero()
	}
}

func elementsOf(v reflect.Value) func(func(reflect.Value) bool) {
	return func(yield func(reflect.Value) bool) {
		for i := range v.Len() {
			if !yield(v.Index(i)) {
				return
			}
		}
	}
}
