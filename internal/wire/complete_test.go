package wire_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/wire"
)

func TestEveryEventOfTheDomainHasAKind(t *testing.T) {
	have := map[string]bool{}
	for _, e := range samples() {
		have[reflect.TypeOf(e).Name()] = true
	}
	declared := eventsOfTheDomain(t)
	for _, name := range declared {
		if !have[name] {
			t.Errorf("event %s has no kind", name)
		}
	}
	if len(declared) != len(wire.Kinds()) {
		t.Errorf("%d events, %d kinds", len(declared), len(wire.Kinds()))
	}
}

// eventsOfTheDomain reads the source for the types that have the method of domain.Event.
func eventsOfTheDomain(t *testing.T) (names []string) {
	t.Helper()
	files, err := filepath.Glob("../domain/event*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "action" {
				names = append(names, f.Recv.List[0].Type.(*ast.Ident).Name)
			}
		}
	}
	return names
}

func TestEveryFieldSurvives(t *testing.T) {
	for name, sample := range samples() {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(1, 2))
			for round := range 200 {
				e := reflect.New(reflect.TypeOf(sample)).Elem()
				f := filler{skip: func() bool { return round > 0 && random.IntN(2) == 0 }}
				f.fill(e)
				roundTrip(t, withHash(e.Interface().(domain.Event)))
			}
		})
	}
}

func TestEveryFieldOfARowSurvives(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 500 {
		f := filler{skip: func() bool { return round > 0 && random.IntN(2) == 0 }}
		var e, gotEntry domain.Entry
		var p, gotPerson domain.Person
		f.fill(reflect.ValueOf(&e).Elem())
		f.fill(reflect.ValueOf(&p).Elem())
		err := wire.ReadEntry(wire.EncodeEntry(e), &gotEntry)
		if err != nil || !reflect.DeepEqual(gotEntry, e) {
			t.Fatalf("entry %+v, %v\nwant %+v", gotEntry, err, e)
		}
		gotPerson, err = wire.DecodePerson(wire.EncodePerson(p))
		if err != nil || !reflect.DeepEqual(gotPerson, p) {
			t.Fatalf("person %+v, %v\nwant %+v", gotPerson, err, p)
		}
	}
}

// withHash gives a drafted letter the hash that it must have.
func withHash(e domain.Event) domain.Event {
	if drafted, ok := e.(domain.LetterDrafted); ok {
		drafted.Hash = wire.LetterHash(drafted.Content)
		return drafted
	}
	return e
}

func roundTrip(t *testing.T, e domain.Event) {
	t.Helper()
	p, err := wire.Encode(e)
	if err != nil {
		t.Fatalf("%+v: %v", e, err)
	}
	got, err := wire.Decode(p.Kind, p.Version, p.Body)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, e) {
		t.Fatalf("got  %+v\nwant %+v", got, e)
	}
}

// filler gives each field another value than zero, unless it skips the field.
type filler struct {
	n    int
	skip func() bool
}

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch v.Interface().(type) {
	case time.Time:
		f.set(v, time.UnixMilli(1_700_000_000_000+int64(f.n)).UTC())
		return
	case calendar.Term:
		f.set(v, calendar.Term{N: f.n, Unit: calendar.Unit(f.n % 5), Extended: f.n%2 == 0})
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, field := range v.Fields() {
			f.fill(field)
		}
	case reflect.Slice:
		if f.skip() {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fill(v.Index(0))
		f.fill(v.Index(1))
	case reflect.Array:
		if !f.skip() {
			v.Index(f.n % v.Len()).SetUint(uint64(f.n%255 + 1))
		}
	case reflect.String:
		f.set(v, strings.Repeat("я", f.n%300+1))
	case reflect.Bool:
		f.set(v, true)
	case reflect.Int, reflect.Int32, reflect.Int64:
		f.set(v, f.n*(1-f.n%2*2)<<(f.n%20))
	default: // an unknown kind of field panics here, and wants a codec
		f.set(v, uint32(f.n))
	}
}

func (f *filler) set(v reflect.Value, to any) {
	if !f.skip() {
		v.Set(reflect.ValueOf(to).Convert(v.Type()))
	}
}

func TestBodiesAreSealedAsTheDesignSays(t *testing.T) {
	clearOnes := []string{
		"office.founded", "chain.opened", "user.keyed", "user.removed", "role.granted", "role.revoked", "office.keyed",
	}
	officeWide := []string{
		"user.added", "department.set", "settings.set", "calendar.set", "rules.set", "topic.set", "filing.set", "template.set", "paragraph.set",
		"access.viewed", "case.erased", "person.erased", "case.taken_out",
		"erasure.proposed", "erasure.confirmed", "erasure.withdrawn", "erasure.executed",
	}
	for name, e := range samples() {
		p, err := wire.Encode(e)
		if err != nil {
			t.Fatal(err)
		}
		want := wire.OwnKey
		switch {
		case slices.Contains(clearOnes, p.Kind):
			want = wire.Clear
		case slices.Contains(officeWide, p.Kind):
			want = wire.OfficeWide
		}
		if p.Sealing != want {
			t.Errorf("%s is sealed %d, want %d", name, p.Sealing, want)
		}
	}
}

func TestTheJournalFindsTheKeysThatABodyIntroduces(t *testing.T) {
	for name, e := range samples() {
		p, err := wire.Encode(e)
		if err != nil {
			t.Fatal(err)
		}
		var want []domain.PublicKey
		switch e := e.(type) {
		case domain.OfficeFounded:
			want = e.Keys
		case domain.UserKeyed:
			want = e.Keys
		}
		var got []domain.PublicKey
		for _, key := range (journal.Record{Body: p.Body}).Introduced() {
			got = append(got, domain.PublicKey(key))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s introduces %x, want %x", name, got, want)
		}
	}
}
