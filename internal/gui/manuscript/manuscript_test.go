package manuscript_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"harta/internal/gui/manuscript"
)

// wide is how wide a letter is here: small ones one, capitals two.
func wide(r rune) float32 {
	if unicode.IsUpper(r) {
		return 2
	}
	return 1
}

// ruler measures letters that stand closer before some others, as in print.
func ruler(letters []rune, widths []float32) {
	for i, r := range letters {
		widths[i] = wide(r)
		if i+1 < len(letters) && closer(r, letters[i+1]) {
			widths[i] /= 2
		}
	}
}

func closer(r, next rune) bool {
	return r == 'я' && (next == ' ' || next == 'я') || r == ' ' && next == 'я'
}

func written(words string, room float32) *manuscript.Text {
	t := manuscript.New(ruler)
	t.Fit(room)
	t.Begin(words)
	return t
}

// model is a text as a string, with the caret and where the marking began.
type model struct {
	letters       []rune
	caret, anchor int
}

func (m *model) replace(put string) {
	from, to := min(m.caret, m.anchor), max(m.caret, m.anchor)
	m.letters = slices.Concat(m.letters[:from], []rune(put), m.letters[to:])
	m.caret = from + len([]rune(put))
	m.anchor = m.caret
}

func (m *model) step(by int, mark bool) {
	from, to := min(m.caret, m.anchor), max(m.caret, m.anchor)
	switch {
	case from < to && !mark && by < 0:
		m.caret = from
	case from < to && !mark:
		m.caret = to
	default:
		m.caret = min(max(m.caret+by, 0), len(m.letters))
	}
	if !mark {
		m.anchor = m.caret
	}
}

func (m *model) erase(by int) {
	if m.caret == m.anchor {
		m.anchor = min(max(m.caret+by, 0), len(m.letters))
	}
	m.replace("")
}

// offset counts the letters before a place.
func offset(words string, p manuscript.Place) int {
	n := 0
	for _, paragraph := range strings.Split(words, "\n")[:p.Paragraph] {
		n += len([]rune(paragraph)) + 1
	}
	return n + p.Letter
}

func TestWhateverIsDoneTheTextIsThatOfAPlainString(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		room := float32(r.IntN(12))
		text, m := written("", room), &model{}
		pieces := []string{"а", "Я", " ", "\n", "дума ", "две думи", "\n\n", "дълга дума\nи ред", "я", "яя", "Ая бяя "}
		for range 150 {
			did := randomly(r, text, m, pieces)
			if got := text.String(); got != string(m.letters) {
				t.Fatalf("seed %d, after %s: %q, want %q", seed, did, got, string(m.letters))
			}
			if got := offset(text.String(), text.Caret()); got != m.caret {
				t.Fatalf("seed %d, after %s: the caret is at %d, want %d in %q", seed, did, got, m.caret, text.String())
			}
			from, to := min(m.caret, m.anchor), max(m.caret, m.anchor)
			if got := text.MarkedWords(); got != string(m.letters[from:to]) {
				t.Fatalf("seed %d, after %s: marked is %q, want %q", seed, did, got, string(m.letters[from:to]))
			}
			holdsTogether(t, text, room)
		}
		undoes(t, r, text, room)
	}
}

// randomly does one thing to both.
func randomly(r *rand.Rand, text *manuscript.Text, m *model, pieces []string) string {
	piece, mark := pieces[r.IntN(len(pieces))], r.IntN(3) == 0
	switch n := r.IntN(9); n {
	case 0, 1:
		text.Insert(piece)
		m.replace(piece)
		return "insert " + piece
	case 2, 3:
		letter := []rune(piece)[0]
		text.Type(letter)
		m.replace(string(letter))
		return "type " + string(letter)
	case 4:
		text.Erase(manuscript.Left)
		m.erase(-1)
		return "backspace"
	case 5:
		text.Erase(manuscript.Right)
		m.erase(1)
		return "delete"
	case 6:
		text.Move(manuscript.Left, mark)
		m.step(-1, mark)
		return "left"
	case 7:
		text.Move(manuscript.Right, mark)
		m.step(1, mark)
		return "right"
	default:
		text.MarkAll()
		m.anchor, m.caret = 0, len(m.letters)
		if r.IntN(4) > 0 { // not everything is lost every time
			text.Move(manuscript.Right, false)
			m.anchor = m.caret
		}
		return "mark all"
	}
}

// undoes takes everything back and does it again.
func undoes(t *testing.T, r *rand.Rand, text *manuscript.Text, room float32) {
	t.Helper()
	last := text.String()
	for text.CanUndo() {
		text.Undo()
		holdsTogether(t, text, room)
		if r.IntN(4) == 0 {
			was := text.String()
			text.Redo()
			text.Undo()
			if text.String() != was {
				t.Fatalf("again and back gives %q, want %q", text.String(), was)
			}
		}
	}
	if !text.Empty() {
		t.Fatalf("with everything taken back there is %q", text.String())
	}
	for text.CanRedo() {
		text.Redo()
	}
	if text.String() != last {
		t.Fatalf("with everything done again there is %q, want %q", text.String(), last)
	}
}

// holdsTogether holds the lines to the text, and the caret to where it is seen.
func holdsTogether(t *testing.T, text *manuscript.Text, room float32) {
	t.Helper()
	var b strings.Builder
	paragraph, count := 0, 0
	for n, l := range text.From(0) {
		if l.Paragraph != paragraph {
			b.WriteByte('\n')
			paragraph = l.Paragraph
		}
		b.WriteString(text.Words(l))
		if n != count {
			t.Fatalf("line %d is numbered %d", count, n)
		}
		count++
	}
	if b.String() != text.String() || count != text.Lines() {
		t.Fatalf("%d of %d lines say %q, the text %q", count, text.Lines(), b.String(), text.String())
	}
	afresh := manuscript.New(ruler)
	afresh.Fit(room)
	afresh.Begin(text.String())
	for n, l := range text.From(0) {
		_, want := afresh.Spot(manuscript.Place{Paragraph: l.Paragraph, Letter: l.To})
		if _, got := text.Spot(manuscript.Place{Paragraph: l.Paragraph, Letter: l.To}); got != want {
			t.Fatalf("line %d of %q is %v long, and %v when it is measured afresh", n, text.String(), got, want)
		}
	}
	line, x := text.Spot(text.Caret())
	if got := text.At(line, x); got != text.Caret() {
		words, from, to := []rune(text.String()), offset(text.String(), got), offset(text.String(), text.Caret())
		if l, _ := text.Spot(got); l != line || strings.Trim(string(words[min(from, to):max(from, to)]), " ") != "" { // spaces hang over a line
			t.Fatalf("at %d %v there is %v, want %v in %q", line, x, got, text.Caret(), text.String())
		}
	}
}

// naive breaks a paragraph as one would do by hand.
func naive(words string, room float32) []string {
	width := func(s string) float32 {
		n := float32(0)
		for _, r := range s {
			n += wide(r)
		}
		return n
	}
	var lines []string
	line := ""
	for _, w := range strings.SplitAfter(words, " ") {
		if line != "" && width(line+strings.TrimRight(w, " ")) > room && strings.Trim(w, " ") != "" {
			lines, line = append(lines, line), ""
		}
		for _, r := range w {
			if r != ' ' && line != "" && width(line+string(r)) > room {
				lines, line = append(lines, line), ""
			}
			line += string(r)
		}
	}
	return append(lines, line)
}

func TestLinesBreakWhereOneWouldBreakThem(t *testing.T) {
	letters := []rune("абвАБ      ")
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 2))
		words := make([]rune, r.IntN(60))
		for i := range words {
			words[i] = letters[r.IntN(len(letters))]
		}
		room := float32(2 + r.IntN(12))
		text := written("", 7)
		text.Insert(string(words))
		text.Fit(room)
		var got []string
		for _, l := range text.From(0) {
			got = append(got, text.Words(l))
		}
		if want := naive(string(words), room); !slices.Equal(got, want) {
			t.Fatalf("seed %d, %v wide: %q, want %q", seed, room, got, want)
		}
	}
}

func TestEveryPlaceIsFoundWhereItIsSeen(t *testing.T) {
	text := written("Едно две три четири пет\n\nдългадългадума и Още", 9)
	for n, paragraph := range strings.Split(text.String(), "\n") {
		for i := range len([]rune(paragraph)) + 1 {
			p := manuscript.Place{Paragraph: n, Letter: i}
			line, x := text.Spot(p)
			if got := text.At(line, x); got != p {
				t.Errorf("%v is seen at %d %v, where %v is", p, line, x, got)
			}
			if got := text.At(line, x+0.4); got != p {
				t.Errorf("a little right of %v is %v", p, got)
			}
		}
	}
}

func TestTheEndOfALineIsBehindAWordThatIsBrokenThere(t *testing.T) {
	text := written("дългадумаведнъж", 6)
	text.Move(manuscript.Start, false)
	text.Move(manuscript.LineEnd, false)
	seen := func(when string, line int, x float32) {
		t.Helper()
		if gotLine, gotX := text.Seen(); gotLine != line || gotX != x {
			t.Errorf("%s the caret is seen at %d %v, want %d %v", when, gotLine, gotX, line, x)
		}
	}
	seen("at the end", 0, 6)
	text.Move(manuscript.LineEnd, false)
	seen("at the end again", 0, 6)
	text.Move(manuscript.Down, false)
	seen("below", 1, 5)
	text.Move(manuscript.Up, false)
	seen("above", 0, 5)
	text.Move(manuscript.LineEnd, false)
	text.Move(manuscript.LineStart, false)
	seen("at the beginning", 0, 0)
	text.Move(manuscript.LineEnd, false)
	text.Move(manuscript.Right, false)
	seen("a letter further", 1, 1)
	text.Move(manuscript.Start, false)
	text.Move(manuscript.LineEnd, false)
	text.Fit(20)
	seen("in a wider line", 0, 6)
	text.Insert("-")
	if got := text.String(); got != "дългад-умаведнъж" {
		t.Errorf("written is %q", got)
	}
	text.Fit(7)
	seen("behind what was typed", 1, 0)
}

func TestTheCaretGoesByWordsLinesAndPages(t *testing.T) {
	const words = "Едно, две\nтри  четири пет шест\n\nседем"
	for _, c := range []struct {
		from  int
		steps []manuscript.Step
		want  int
	}{
		{0, []manuscript.Step{manuscript.WordRight}, 4},
		{0, []manuscript.Step{manuscript.WordRight, manuscript.WordRight}, 6},
		{6, []manuscript.Step{manuscript.WordRight, manuscript.WordRight}, 10},
		{10, []manuscript.Step{manuscript.WordRight}, 15},
		{15, []manuscript.Step{manuscript.WordLeft}, 10},
		{10, []manuscript.Step{manuscript.WordLeft, manuscript.WordLeft}, 6},
		{6, []manuscript.Step{manuscript.WordLeft, manuscript.WordLeft}, 0},
		{12, []manuscript.Step{manuscript.LineStart}, 10},
		{12, []manuscript.Step{manuscript.LineEnd}, 14}, // before the space that the line breaks at
		{17, []manuscript.Step{manuscript.LineStart}, 15},
		{17, []manuscript.Step{manuscript.End}, 37},
		{17, []manuscript.Step{manuscript.Start}, 0},
		{7, []manuscript.Step{manuscript.Up}, 1},
		{7, []manuscript.Step{manuscript.Down}, 11},
		{36, []manuscript.Step{manuscript.Up, manuscript.Up}, 26}, // it keeps its column over an empty line
		{36, []manuscript.Step{manuscript.Down}, 37},
	} {
		text := written(words, 9)
		text.Move(manuscript.Start, false)
		for range c.from {
			text.Move(manuscript.Right, false)
		}
		for _, s := range c.steps {
			text.Move(s, false)
		}
		if got := offset(text.String(), text.Caret()); got != c.want {
			t.Errorf("from %d by %v: %d, want %d", c.from, c.steps, got, c.want)
		}
	}
}

func TestAWordAndAParagraphAreMarkedAsAWhole(t *testing.T) {
	text := written("Уважаема госпожо, моля.\nВтори ред", 100)
	for _, c := range []struct {
		at   int
		want string
	}{
		{0, "Уважаема"},
		{8, "Уважаема"},
		{9, "госпожо"},
		{16, "госпожо"},
		{18, "моля"},
		{23, "."},
	} {
		text.MarkWord(manuscript.Place{Letter: c.at})
		if got := text.MarkedWords(); got != c.want {
			t.Errorf("at %d: %q, want %q", c.at, got, c.want)
		}
	}
	text.MarkParagraph(manuscript.Place{Letter: 3})
	if got := text.MarkedWords(); got != "Уважаема госпожо, моля." {
		t.Errorf("the paragraph is %q", got)
	}
}

func TestTypingIsTakenBackByTheWord(t *testing.T) {
	text := written("", 20)
	typed := func(words string) {
		for _, r := range words {
			text.Type(r)
		}
	}
	typed("Едно две  три")
	for range 2 {
		text.Erase(manuscript.Left)
	}
	var seen []string
	for text.CanUndo() {
		text.Undo()
		seen = append(seen, text.String())
	}
	if want := []string{"Едно две  три", "Едно две  ", "Едно ", ""}; !slices.Equal(seen, want) {
		t.Errorf("back by %q, want %q", seen, want)
	}
	text.Redo()
	typed("пет")
	if text.CanRedo() || text.String() != "Едно пет" {
		t.Errorf("%q, and again is possible: %v", text.String(), text.CanRedo())
	}
	text.Move(manuscript.Left, false)
	text.Move(manuscript.Right, false)
	typed("а")
	if text.Undo(); text.String() != "Едно пет" {
		t.Errorf("typed after a move, it is no step of its own: %q", text.String())
	}
}

func TestWhatIsTakenBackForGoodMakesRoomForOthers(t *testing.T) {
	text := written("Едно", 0)
	text.Insert(" две")
	for range 5 { // more in all than is remembered
		text.Insert(strings.Repeat("я", 100_000))
		text.Undo()
	}
	text.Insert(" три")
	text.Undo()
	text.Undo()
	if got := text.String(); got != "Едно" {
		t.Errorf("taken back, there are %d letters left", len([]rune(got)))
	}
}

func TestWhatReplacedMarkedWordsIsTakenBackWithThem(t *testing.T) {
	text := written("стара дума", 20)
	text.MarkWord(manuscript.Place{})
	for _, r := range "нова" {
		text.Type(r)
	}
	if text.Undo(); text.String() != "стара дума" || text.MarkedWords() != "стара" {
		t.Errorf("%q with %q marked", text.String(), text.MarkedWords())
	}
}

func TestWhatTheProgramChangesLeavesTheCaretWhereItWas(t *testing.T) {
	for _, c := range []struct {
		name, was, now string
		caret, want    int
	}{
		{"before it", "Абв где", "Абвв где", 6, 7},
		{"behind it", "Абв где", "Абв г", 3, 3},
		{"around it", "Вижте ::обр тук", "Вижте обръщението тук", 11, 17},
		{"lines before it", "а\nб", "в\nг\nб", 3, 5},
		{"nothing", "абв", "абв", 1, 1},
	} {
		text := written(c.was, 20)
		text.Move(manuscript.Start, false)
		for range c.caret {
			text.Move(manuscript.Right, false)
		}
		text.Rewrite(c.now, false)
		if got := offset(text.String(), text.Caret()); got != c.want || text.String() != c.now {
			t.Errorf("%s: %q with the caret at %d, want %d", c.name, text.String(), got, c.want)
		}
		if text.Undo(); text.String() != c.was {
			t.Errorf("%s: taken back it is %q", c.name, text.String())
		}
	}
}

func TestWhatTheProgramMendsIsTakenBackWithWhatWasTyped(t *testing.T) {
	text := written("Моля ", 20)
	for _, r := range "::край" {
		text.Type(r)
	}
	text.Type(' ')
	text.Rewrite("Моля С уважение", true)
	if text.Undo(); text.String() != "Моля " {
		t.Errorf("taken back it is %q", text.String())
	}
	if text.Redo(); text.String() != "Моля С уважение" {
		t.Errorf("done again it is %q", text.String())
	}
}

func TestMarksOverALetterGoWithIt(t *testing.T) {
	text := written("и\u0300 да", 20)
	text.Move(manuscript.Start, false)
	text.Move(manuscript.Right, false)
	if got := text.Caret().Letter; got != 2 {
		t.Errorf("the caret is at %d", got)
	}
	text.Erase(manuscript.Left)
	if text.String() != " да" {
		t.Errorf("%q", text.String())
	}
}

func TestOnlyMarkedPartsOfALineAreShownAsMarked(t *testing.T) {
	text := written("едно две\nтри", 6)
	text.Mark(manuscript.Place{Letter: 2}, manuscript.Place{Paragraph: 1, Letter: 1})
	var got []string
	for _, l := range text.From(0) {
		from, to, some := text.MarkedIn(l)
		got = append(got, fmt.Sprint(from, to, some))
	}
	if want := []string{"2 5 true", "0 7 true", "0 1 true"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// BenchmarkKey types a letter into the middle of a text of one paragraph and takes it back.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{1000, 20_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			text := written(strings.Repeat("На гише 3 чаках дълго. ", n/23), 100)
			text.Go(manuscript.Place{Letter: n / 2}, false)
			for b.Loop() {
				text.Type('а')
				text.Erase(manuscript.Left)
			}
		})
	}
}
