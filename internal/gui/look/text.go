package look

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Face is one line of the type table: size, line height and weight.
type Face struct {
	Size, Line float32
	Bold       bool
}

// The type table.
var (
	Figure     = Face{24, 30, true}  // the due date, figures of a report
	Title      = Face{18, 24, true}  // of a screen
	Subtitle   = Face{15, 20, true}  // of a case, a person, a counter
	Body       = Face{13, 18, false} // everything
	Strong     = Face{13, 18, true}  // the one important word
	Second     = Face{12, 16, false} // second lines, labels, badges
	SecondBold = Face{12, 16, true}
	Hint       = Face{11, 14, false} // key caps, weekdays, axes
	HintBold   = Face{11, 14, true}
)

func (f Face) style() fyne.TextStyle { return fyne.TextStyle{Bold: f.Bold} }

// font names the font of words that need no other. A text that names its font is spared what Fyne reads beside the one
// of the theme, nil: one of signs, and one that it looks for among those of this computer.
func (f Face) font(words string) fyne.Resource {
	if strings.ContainsFunc(words, beyondFont) {
		return nil
	}
	return theme.DefaultTheme().Font(f.style())
}

// beyondFont tells of scripts and signs that Noto Sans may lack; it has Latin, Greek, Cyrillic and punctuation.
func beyondFont(r rune) bool { return r >= 0x0530 && r < 0x1E00 || r > 0x2122 }

// set sets words in the face.
func (f Face) set(t *canvas.Text, words string) {
	t.Text, t.TextSize, t.TextStyle, t.FontSource = words, f.Size, f.style(), f.font(words)
}

// room is what words take in the face, as the toolkit draws them.
func (f Face) room(words string) fyne.Size {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, f.Size, f.style(), f.font(words))
	return size
}

// Width is how wide words are in the face.
func (f Face) Width(words string) float32 { return f.room(words).Width }

// ReadFonts reads the fonts of the type table. Until it is done, nothing may be drawn or measured.
func ReadFonts() {
	for _, f := range []Face{Body, Strong} {
		f.Width("А")
	}
}

// Text makes bare words, which follow no change of theme.
func (f Face) Text(words string, name fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText("", theme.Color(name))
	f.set(t, words)
	return t
}

// Text is one line in a face. Unlike canvas.Text it follows a change of theme and cuts itself with an ellipsis where
// it is given less room than it needs; unlike widget.Label it has no padding and the exact line height of the table.
type Text struct {
	widget.BaseWidget
	face  Face
	color fyne.ThemeColorName
	words string
	align fyne.TextAlign
	elide bool
}

// NewText makes a line.
func NewText(words string, f Face, name fyne.ThemeColorName) *Text {
	t := &Text{face: f, color: name, words: words}
	t.ExtendBaseWidget(t)
	return t
}

// Aligned sets where the line stands in its room.
func (t *Text) Aligned(a fyne.TextAlign) *Text {
	t.align = a
	return t
}

// Elided lets the line be narrower than its words: it asks for no width and is cut where it must be.
func (t *Text) Elided() *Text {
	t.elide = true
	return t
}

// Set changes words and colour.
func (t *Text) Set(words string, name fyne.ThemeColorName) {
	if t.words != words || t.color != name {
		t.words, t.color = words, name
		t.Refresh()
	}
}

// SetWords changes the words alone.
func (t *Text) SetWords(words string) { t.Set(words, t.color) }

// Words gives what the line says.
func (t *Text) Words() string { return t.words }

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{text: t, line: t.face.Text(t.words, t.color)}
	r.line.Alignment = t.align
	return again(r, t.Size())
}

// again lays a renderer out for a widget that has its size already: Fyne drops the renderer of whatever was out of sight
// for a minute, and lays out a new one only when the size changes.
func again(r fyne.WidgetRenderer, size fyne.Size) fyne.WidgetRenderer {
	if !size.IsZero() {
		r.Layout(size)
	}
	return r
}

type textRenderer struct {
	text *Text
	line *canvas.Text
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

func (r *textRenderer) MinSize() fyne.Size {
	size := fyne.NewSize(0, r.text.face.Line)
	if !r.text.elide {
		size.Width = r.text.face.Width(r.text.words)
	}
	return size
}

func (r *textRenderer) Layout(size fyne.Size) {
	if r.text.elide {
		r.text.face.set(r.line, Fit(r.text.words, r.text.face, size.Width))
	}
	line := r.text.face.Line
	place(r.line, 0, (size.Height-line)/2, size.Width, line)
}

func (r *textRenderer) Refresh() {
	r.text.face.set(r.line, r.text.words)
	r.line.Color, r.line.Alignment = theme.Color(r.text.color), r.text.align
	r.Layout(r.text.Size())
	r.line.Refresh()
}

// rise lifts text a little: Fyne rounds the ascent up, so a centred text would look low.
const rise = 0.7

// place centres a text in a line; canvas.Text does so itself only where the line is the taller one.
func place(t *canvas.Text, x, y, width, height float32) {
	h := t.MinSize().Height
	t.Resize(fyne.NewSize(width, h))
	t.Move(fyne.NewPos(x, y+(height-h)/2-rise))
}

type fitKey struct {
	words string
	face  Face
	width float32
}

// fits is owned by the UI goroutine; it is dropped as a whole before it grows out of hand.
var fits = map[fitKey]string{}

const maxFits = 20_000

// Fit cuts words to a width and marks the cut with an ellipsis.
func Fit(words string, f Face, width float32) string {
	key := fitKey{words, f, width}
	if s, ok := fits[key]; ok {
		return s
	}
	if len(fits) >= maxFits {
		clear(fits)
	}
	fits[key] = cut(words, f, width)
	return fits[key]
}

// longest is more than any line on any screen holds: what lies beyond is never measured.
const longest = 400

func cut(words string, f Face, width float32) string {
	runes := []rune(words)
	if words == "" || len(runes) <= longest && f.Width(words) <= width { // nothing needs no room
		return words
	}
	low, high := 0, min(len(runes), longest)
	for low < high {
		mid := (low + high + 1) / 2
		if f.Width(string(runes[:mid])+"…") <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + "…"
}

// wrap breaks words into lines of a width. A line break in the words stands; a word wider than a line is broken.
func wrap(words string, f Face, width float32) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(words, "\n") {
		lines = append(lines, wrapLine(paragraph, f, width)...)
	}
	return lines
}

// atJoint takes back the end of a cut word as far as a space or a joint of an address, where there is one.
func atJoint(head string) string {
	if i := strings.LastIndexAny(head, " @./\\_"); i > 0 && i < len(head)-1 {
		return head[:i]
	}
	return head
}

// bound joins what no line may end within: „№ 21“, „чл. 113“, „ул. „Рила““, „И. Калчев“.
func bound(words string) []string {
	var all []string
	binds := false
	for word := range strings.FieldsSeq(words) {
		if n := len(all) - 1; binds {
			all[n] += " " + word
		} else {
			all = append(all, word)
		}
		binds = word == "№" || abbreviated(strings.TrimLeft(word, "(„"))
	}
	return all
}

// mostAbbreviated are the letters of an abbreviation that stands before what it is about.
const mostAbbreviated = 3

// abbreviated tells whether a word is a few letters with a dot that begin something: the initial of a name is a capital
// one, and „г.“, „ч.“ and the like end what stands before them.
func abbreviated(word string) bool {
	head, ok := strings.CutSuffix(word, ".")
	if !ok || head == "" || utf8.RuneCountInString(head) > mostAbbreviated {
		return false
	}
	first, size := utf8.DecodeRuneInString(head)
	return size == len(head) && unicode.IsUpper(first) || slices.Contains(leading, head)
}

// leading are abbreviations that something follows.
var leading = []string{"ал", "бл", "бр", "бул", "вх", "гр", "изх", "кв", "пл", "раб", "с", "т", "тел", "ул", "чл"}

func wrapLine(words string, f Face, width float32) []string {
	var lines []string
	line := ""
	for _, word := range bound(words) {
		for f.Width(word) > width && len([]rune(word)) > 1 {
			head := atJoint(strings.TrimSuffix(cut(word, f, width), "…"))
			if head == "" {
				break
			}
			if line != "" {
				lines, line = append(lines, line), ""
			}
			lines, word = append(lines, head), strings.TrimLeft(strings.TrimPrefix(word, head), " ")
		}
		if next := strings.TrimSpace(line + " " + word); line == "" || f.Width(next) <= width {
			line = next
			continue
		}
		lines, line = append(lines, line), word
	}
	return append(lines, line)
}
