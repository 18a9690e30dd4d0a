package letter_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/letter"
)

func render(tb testing.TB, p *letter.Press, l domain.Letter, i domain.Issue) []byte {
	tb.Helper()
	pdf, err := p.Letter(l, i)
	if err != nil {
		tb.Fatal(err)
	}
	return pdf
}

func TestTheSameLetterIsTheSameBytes(t *testing.T) {
	for name, sample := range samples(t) {
		first, err := sample(newPress(t))
		if err != nil {
			t.Fatal(err)
		}
		p := newPress(t)
		for range 2 {
			again, err := sample(p)
			if err != nil || !bytes.Equal(first, again) {
				t.Errorf("%s: other bytes (%v)", name, err)
			}
		}
	}
	here, there := issue(), issue()
	there.At = there.At.In(time.FixedZone("", -5*60*60))
	if p := newPress(t); !bytes.Equal(render(t, p, reply(), here), render(t, p, reply(), there)) {
		t.Error("the caller's time zone changes the bytes")
	}
}

func TestAPressIsUsedByManyAtOnce(t *testing.T) {
	p := newPress(t)
	want := render(t, p, reply(), issue())
	other := reply()
	other.Head.Crest = pngCrest(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, l := range []domain.Letter{other, reply()} {
				pdf, err := p.Letter(l, issue())
				if err != nil {
					t.Error(err)
				}
				if l.Subject == reply().Subject && len(l.Head.Crest) == len(shield) && !bytes.Equal(pdf, want) {
					t.Error("other bytes")
				}
			}
		})
	}
	wg.Wait()
}

func TestEveryReferenceLeadsToItsObject(t *testing.T) {
	pdf := render(t, newPress(t), long(3), issue())
	at := bytes.LastIndex(pdf, []byte("startxref\n"))
	xref, err := strconv.Atoi(strings.Fields(string(pdf[at:]))[1])
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(pdf[xref:at]), "\n")
	if lines[0] != "xref" || lines[2] != "0000000000 65535 f " {
		t.Fatalf("cross-reference table begins %q", lines[:3])
	}
	objects := 0
	for n, line := range lines[3:] {
		offset, ok := strings.CutSuffix(line, " 00000 n ")
		if !ok {
			break
		}
		start, err := strconv.Atoi(offset)
		if err != nil || !bytes.HasPrefix(pdf[start:], fmt.Appendf(nil, "%d 0 obj\n", n+1)) {
			t.Errorf("object %d is not at %s", n+1, offset)
		}
		objects++
	}
	for _, m := range regexp.MustCompile(`\b(\d+) 0 R\b`).FindAllSubmatch(pdf, -1) {
		if n, err := strconv.Atoi(string(m[1])); err != nil || n < 1 || n > objects {
			t.Errorf("%s leads nowhere", m[0])
		}
	}
	for _, m := range regexp.MustCompile(`/Length (\d+) >>\nstream\n`).FindAllSubmatchIndex(pdf, -1) {
		n, _ := strconv.Atoi(string(pdf[m[2]:m[3]]))
		if !bytes.HasPrefix(pdf[m[1]+n:], []byte("\nendstream")) {
			t.Errorf("the stream at %d is not %d bytes long", m[1], n)
		}
	}
}

func TestTheMetadataSayTheSameTwice(t *testing.T) {
	l, i := reply(), issue()
	l.Subject = "„А & Б“ <\u00adв>"
	pdf := string(render(t, newPress(t), l, i))
	title, author := "94-2041/20.11.2026 „А & Б“ <в>", "ОБЩИНА ПРИМЕРНО"
	for _, want := range []string{
		"/Title <FEFF" + hex16(title) + ">", "94-2041/20.11.2026 „А &amp; Б“ &lt;в&gt;</rdf:li>",
		"/Author <FEFF" + hex16(author) + ">", author + "</rdf:li>",
		"/CreationDate (D:20261120140507+02'00')", "<xmp:CreateDate>2026-11-20T14:05:07+02:00<",
		"/Producer (harta-desktop)", "<pdf:Producer>harta-desktop<",
		"<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>",
		"/ID [<01020300000000000000000000000000> <01020300000000000000000000000000>]",
		"/Lang (bg-BG)", "/GTS_PDFA1",
	} {
		if !strings.Contains(pdf, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestAFontIsNamedAsTheSubsetItIs(t *testing.T) {
	pdf := render(t, newPress(t), reply(), issue())
	for _, name := range []string{"LiberationSerif", "LiberationSerif-Bold"} {
		found := regexp.MustCompile(`/(?:BaseFont|FontName) /[A-Z]{6}\+`+name+"\n").FindAll(pdf, -1)
		if len(found) != 3 || !bytes.Equal(found[0][10:], found[1][10:]) {
			t.Errorf("%s is named %q", name, found)
		}
	}
	for _, want := range []string{"/CIDSet ", "/CIDToGIDMap /Identity"} {
		if bytes.Count(pdf, []byte(want)) != 2 {
			t.Errorf("not two %s", want)
		}
	}
	if bytes.Contains(pdf, []byte("LiberationMono")) {
		t.Error("a font is embedded that no text uses")
	}
}

func TestADraftWithoutDatesAndIDIsAFileToo(t *testing.T) {
	pdf := render(t, newPress(t), domain.Letter{}, domain.Issue{Draft: true})
	if bytes.Contains(pdf, []byte("CreationDate")) || bytes.Contains(pdf, []byte("/ID [<0000")) {
		t.Error("a date or an ID out of nothing")
	}
}

func TestANumberWithoutItsDateIsFollowedByIt(t *testing.T) {
	i := issue()
	i.Number.Text, i.Date = "РД-41", calendar.NewDate(2026, time.November, 3)
	marks, _, err := newPress(t).Marks(reply(), i)
	if err != nil || !has(marks, 1, "Изх. № РД-41/03.11.2026 г.") {
		t.Errorf("no number with its date (%v)", err)
	}
}

func TestAQRCodeTooLongIsAFault(t *testing.T) {
	i := issue()
	i.QR = strings.Repeat("я", 4000)
	if _, err := newPress(t).Letter(reply(), i); err == nil {
		t.Error("8000 bytes fitted")
	}
}

func TestTheProfileIsAsLongAsItSays(t *testing.T) {
	icc := letter.Profile()
	if n := binary.BigEndian.Uint32(icc); int(n) != len(icc) {
		t.Fatalf("%d bytes say %d", len(icc), n)
	}
	for i := range int(binary.BigEndian.Uint32(icc[128:])) {
		entry := icc[132+12*i:]
		at, n := binary.BigEndian.Uint32(entry[4:]), binary.BigEndian.Uint32(entry[8:])
		if at%4 != 0 || int(at+n) > len(icc) {
			t.Errorf("%s lies at %d, %d bytes", entry[:4], at, n)
		}
	}
}

func hex16(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

func BenchmarkLetterOnePage(b *testing.B) {
	p := newPress(b)
	l, i := reply(), issue()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Letter(l, i); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLetterTenPages(b *testing.B) {
	p := newPress(b)
	l, i := long(14), issue()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Letter(l, i); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewPress(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newPress(b)
	}
}
