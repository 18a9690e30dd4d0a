package letter

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"harta/internal/domain"
)

// errRaw says that gopdf wrote something else than archive knows.
var errRaw = errors.New("unexpected pdf structure")

// file is a PDF file as a list of objects; object n is objects[n-1].
type file struct {
	objects [][]byte
	zip     *zlib.Writer // one for all streams: it is large
}

// parse reads what gopdf wrote: objects in order, one plain cross-reference table.
func parse(pdf []byte) (*file, error) {
	at := bytes.LastIndex(pdf, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("%w: no startxref", errRaw)
	}
	first, _, _ := bytes.Cut(pdf[at+len("startxref\n"):], []byte("\n"))
	xref, err := strconv.Atoi(string(first))
	if err != nil || xref >= at {
		return nil, fmt.Errorf("%w: startxref %q", errRaw, first)
	}
	lines := strings.Split(string(pdf[xref:at]), "\n")
	f := &file{zip: zlib.NewWriter(nil)}
	end := xref
	for _, line := range slices.Backward(lines) {
		offset, used := strings.CutSuffix(line, " 00000 n ")
		start, err := strconv.Atoi(offset)
		if !used {
			continue
		}
		if err != nil || start > end {
			return nil, fmt.Errorf("%w: offset %q", errRaw, line)
		}
		_, object, _ := bytes.Cut(pdf[start:end], []byte(" 0 obj\n"))
		object, ok := bytes.CutSuffix(object, []byte("endobj\n\n"))
		if !ok {
			return nil, fmt.Errorf("%w: object at %d", errRaw, start)
		}
		f.objects = append(f.objects, object)
		end = start
	}
	slices.Reverse(f.objects)
	return f, nil
}

// add appends an object and gives its number.
func (f *file) add(object []byte) int {
	f.objects = append(f.objects, object)
	return len(f.objects)
}

// packed makes a compressed stream object.
func (f *file) packed(extra string, data []byte) []byte {
	var b bytes.Buffer
	f.zip.Reset(&b)
	_, _ = f.zip.Write(data) // a bytes.Buffer takes everything
	_ = f.zip.Close()
	return stream(extra+" /Filter /FlateDecode", b.Bytes())
}

// stream makes a stream object; extra goes into its dictionary.
func stream(extra string, data []byte) []byte {
	return fmt.Appendf(nil, "<< %s /Length %d >>\nstream\n%s\nendstream\n", extra, len(data), data)
}

// dict is the part of an object before its stream.
func dict(object []byte) string {
	d, _, _ := bytes.Cut(object, []byte("stream\n"))
	return string(d)
}

// streamData is the data of a stream object.
func streamData(object []byte) []byte {
	_, data, _ := bytes.Cut(object, []byte("stream\n"))
	return bytes.TrimSuffix(data, []byte("endstream\n"))
}

// bytes writes the file anew.
func (f *file) bytes(trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(f.objects))
	for i, object := range f.objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n", i+1)
		b.Write(object)
		b.WriteString("endobj\n")
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, trailer, xref)
	return b.Bytes()
}

// archive makes PDF/A-1b of what gopdf wrote: it adds the graphics of the pages, the metadata and the colour
// profile, and mends the fonts.
func (p *Press) archive(raw []byte, graphics [][]byte, a about) ([]byte, error) {
	f, err := parse(raw)
	if err != nil {
		return nil, err
	}
	for n := range len(f.objects) {
		switch d := dict(f.objects[n]); {
		case strings.Contains(d, "/Type /Page\n"):
			if len(graphics) == 0 {
				return nil, fmt.Errorf("%w: too many pages", errRaw)
			}
			err = f.overlay(n, graphics[0])
			graphics = graphics[1:]
		case strings.Contains(d, "/Subtype /Type0"):
			err = f.mendFont(n)
		}
		if err != nil {
			return nil, err
		}
	}
	meta := f.add(stream("/Type /Metadata /Subtype /XML", a.xmp()))
	icc := f.add(f.packed("/N 3", p.icc))
	intent := f.add(fmt.Appendf(nil, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "+
		"/Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R >>\n", icc))
	f.objects[0] = fmt.Appendf(nil, "<< /Type /Catalog /Pages 2 0 R /Metadata %d 0 R /OutputIntents [%d 0 R] "+
		"/Lang (%s) /ViewerPreferences << /DisplayDocTitle true >> >>\n", meta, intent, p.words.Lang)
	info := f.add(a.info())
	return f.bytes(fmt.Sprintf("/Info %d 0 R /ID [%s]", info, fileID(a.id, raw))), nil
}

// overlay puts graphics over the content of a page.
func (f *file) overlay(page int, graphics []byte) error {
	before, rest, ok := strings.Cut(string(f.objects[page]), "/Contents ")
	contents, after, ok2 := strings.Cut(rest, "\n")
	if !ok || !ok2 {
		return fmt.Errorf("%w: page without contents", errRaw)
	}
	n := f.add(f.packed("", graphics))
	f.objects[page] = fmt.Appendf(nil, "%s/Contents [%s %d 0 R]\n%s", before, strings.TrimSpace(contents), n, after)
	return nil
}

// fileID names the file: by the seed, or without one by the content.
func fileID(seed domain.Digest, raw []byte) string {
	if seed == (domain.Digest{}) {
		seed = sha256.Sum256(raw)
	}
	return fmt.Sprintf("<%x> <%x>", seed[:16], seed[:16])
}
