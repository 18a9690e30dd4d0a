package letter

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// mapping is a line of the ToUnicode map that gopdf writes.
var mapping = regexp.MustCompile(`(?m)^<([0-9A-F]+)><[0-9A-F]+><([0-9A-F]+)>$`)

// named is where a dictionary names its font.
var named = regexp.MustCompile(`(/BaseFont /|/FontName /)`)

// mendFont makes the font whose Type0 dictionary is object n (from 0) a subset as PDF/A-1 wants it: named with
// the tag of a subset, with the set of its CIDs, the identity map, and a ToUnicode map within the limits.
func (f *file) mendFont(n int) error {
	cid, err := f.follow(n, `/DescendantFonts \[`)
	if err != nil {
		return err
	}
	unicode, err := f.follow(n, `/ToUnicode `)
	if err != nil {
		return err
	}
	descriptor, err := f.follow(cid, `/FontDescriptor `)
	if err != nil {
		return err
	}
	program, err := f.follow(descriptor, `/FontFile2 `)
	if err != nil {
		return err
	}
	glyphs := mappings(streamData(f.objects[unicode]))
	set, err := cidSet(streamData(f.objects[program]), glyphs)
	if err != nil {
		return err
	}
	subset := tag(f.objects[program]) + "+"
	for _, i := range []int{n, cid, descriptor} {
		f.objects[i] = named.ReplaceAll(f.objects[i], []byte("${1}"+subset))
	}
	f.objects[cid] = insert(f.objects[cid], "/CIDToGIDMap /Identity")
	f.objects[descriptor] = insert(f.objects[descriptor], fmt.Sprintf("/CIDSet %d 0 R", f.add(f.packed("", set))))
	f.objects[unicode] = f.packed("", toUnicode(glyphs))
	return nil
}

// follow gives the index of the object that object n refers to under a key.
func (f *file) follow(n int, key string) (int, error) {
	m := regexp.MustCompile(key + `(\d+) 0 R`).FindStringSubmatch(dict(f.objects[n]))
	if m == nil {
		return 0, fmt.Errorf("%w: no %s in object %d", errRaw, key, n+1)
	}
	to, err := strconv.Atoi(m[1])
	if err != nil || to < 1 || to > len(f.objects) {
		return 0, fmt.Errorf("%w: %s refers to %s", errRaw, key, m[1])
	}
	return to - 1, nil
}

// insert adds an entry at the start of a dictionary.
func insert(object []byte, entry string) []byte {
	return bytes.Replace(object, []byte("<<"), []byte("<< "+entry), 1)
}

// tag is the mark of a subset: six capitals, the same for the same subset.
func tag(program []byte) string {
	sum := sha256.Sum256(program)
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + sum[i]%26
	}
	return string(letters)
}

// glyph is a glyph of a subset and the rune it shows.
type glyph struct {
	id uint16
	r  rune
}

// mappings reads gopdf's ToUnicode map; a glyph that shows several runes keeps the first.
func mappings(cmap []byte) []glyph {
	var glyphs []glyph
	seen := map[uint16]bool{}
	for _, m := range mapping.FindAllSubmatch(cmap, -1) {
		id, err := strconv.ParseUint(string(m[1]), 16, 16)
		r, err2 := strconv.ParseUint(string(m[2]), 16, 32)
		if err != nil || err2 != nil || seen[uint16(id)] {
			continue
		}
		seen[uint16(id)] = true
		glyphs = append(glyphs, glyph{uint16(id), rune(r)})
	}
	return glyphs
}

// toUnicode writes the map by which a reader of the file finds the text: two-byte codes, at most a hundred in
// a block, as the CMap format wants it and gopdf does not.
func toUnicode(glyphs []glyph) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(glyphs) > 0 {
		block := glyphs[:min(100, len(glyphs))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, g := range block {
			fmt.Fprintf(&b, "<%04X> <%s>\n", g.id, utf16Hex(string(g.r)))
		}
		b.WriteString("endbfchar\n")
		glyphs = glyphs[len(block):]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

func utf16Hex(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// cidSet gives the bits of the glyphs that a compressed font program holds: those mapped, those with an
// outline, and glyph 0.
func cidSet(compressed []byte, mapped []glyph) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(compressed))
	if err != nil {
		return nil, fmt.Errorf("read font program: %w", err)
	}
	program, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("read font program: %w", err)
	}
	offsets, err := loca(program)
	if err != nil {
		return nil, err
	}
	set := make([]byte, (len(offsets)+6)/8)
	mark := func(id int) { set[id/8] |= 0x80 >> (id % 8) }
	mark(0)
	for id := range len(offsets) - 1 {
		if offsets[id] != offsets[id+1] {
			mark(id)
		}
	}
	for _, g := range mapped {
		if int(g.id) < len(offsets)-1 {
			mark(int(g.id))
		}
	}
	return set, nil
}

// loca reads where the glyphs of a TrueType font begin.
func loca(program []byte) ([]uint32, error) {
	head, ok := table(program, "head")
	data, ok2 := table(program, "loca")
	if !ok || !ok2 || len(head) < 52 {
		return nil, fmt.Errorf("%w: font program without glyphs", errRaw)
	}
	var offsets []uint32
	if long := binary.BigEndian.Uint16(head[50:]) == 1; long {
		for ; len(data) >= 4; data = data[4:] {
			offsets = append(offsets, binary.BigEndian.Uint32(data))
		}
		return offsets, nil
	}
	for ; len(data) >= 2; data = data[2:] {
		offsets = append(offsets, 2*uint32(binary.BigEndian.Uint16(data)))
	}
	return offsets, nil
}

// table finds a table of a TrueType font.
func table(program []byte, name string) ([]byte, bool) {
	for at := 12; at+16 <= len(program); at += 16 {
		if string(program[at:at+4]) != name {
			continue
		}
		start := binary.BigEndian.Uint32(program[at+8:])
		length := binary.BigEndian.Uint32(program[at+12:])
		if uint64(start)+uint64(length) > uint64(len(program)) {
			return nil, false
		}
		return program[start : start+length], true
	}
	return nil, false
}
