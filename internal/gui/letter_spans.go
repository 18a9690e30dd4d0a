package gui

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// spanText is a text at rest, whose fields are chips in its lines. It breaks where its room ends, as an entry of the same
// width does.
type spanText struct {
	widget.BaseWidget
	spans []present.LetterSpan
	off   bool // the text cannot be written

	width       float32
	runs        []spanRun
	lines       int
	top, bottom float32 // the part that is seen
}

// spanRun is what stands in one line without a break.
type spanRun struct {
	words string
	kind  present.SpanKind
	x, w  float32
	line  int
}

const (
	chipAir  = 5   // on both sides of the words of a chip
	longLine = 300 // letters, more than any line holds

	wholeText = 1e6 // higher than any text is
)

func newSpanText() *spanText {
	t := &spanText{bottom: wholeText}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows other pieces.
func (t *spanText) Set(spans []present.LetterSpan, off bool) {
	t.spans, t.off, t.width = spans, off, 0
	t.Refresh()
}

// See says which part of the text is seen; lines beyond it are not drawn.
func (t *spanText) See(top, bottom float32) {
	if t.top != top || t.bottom != bottom {
		t.top, t.bottom = top, bottom
		t.Refresh()
	}
}

// HeightAt gives the height that the text takes in a width.
func (t *spanText) HeightAt(width float32) float32 {
	t.flow(width)
	return float32(t.lines) * look.LineOfBody()
}

// flow breaks the pieces into lines.
func (t *spanText) flow(width float32) {
	if t.width == width && t.width > 0 {
		return
	}
	t.width = width
	f := flowing{width: max(width, 1)}
	for _, s := range t.spans {
		if chip(s.Kind) {
			f.chip(s)
			continue
		}
		f.as(s.Kind)
		for i, line := range strings.Split(s.Words, "\n") {
			if i > 0 {
				f.next()
			}
			f.words(line)
		}
	}
	f.flush()
	t.runs, t.lines = f.runs, f.line+1
}

// flowing is a text being broken into lines.
type flowing struct {
	width float32
	runs  []spanRun
	line  int
	x     float32 // where the next piece begins
	run   string  // words of the line that are not put yet
	w     float32 // how wide they are
	kind  present.SpanKind
}

// as says what the words are that come next.
func (f *flowing) as(kind present.SpanKind) {
	f.flush()
	f.kind = kind
}

// chip tells whether a piece stands in a line as a whole.
func chip(k present.SpanKind) bool { return k == present.FilledSpan || k == present.OpenSpan }

// words puts plain words; a word that does not fit begins the next line.
func (f *flowing) words(text string) {
	for text != "" {
		n := strings.IndexByte(text[1:], ' ') + 1
		if n == 0 {
			n = len(text)
		}
		word := text[:n]
		text = text[n:]
		if (f.x > 0 || f.run != "") && f.x+f.w+look.Breadth(strings.TrimRight(word, " ")) > f.width {
			f.next()
			word = strings.TrimLeft(word, " ")
		}
		f.long(word)
	}
}

// long breaks a word that is wider than a line.
func (f *flowing) long(word string) {
	runes := []rune(word)
	for len(runes) > longLine || look.Breadth(string(runes)) > f.width {
		n := sort.Search(min(len(runes), longLine), func(i int) bool { return look.Breadth(string(runes[:i+1])) > f.width })
		if n == 0 {
			break
		}
		f.add(string(runes[:n]))
		f.next()
		runes = runes[n:]
	}
	f.add(string(runes))
}

func (f *flowing) add(words string) {
	f.run += words
	f.w += look.Breadth(words)
}

func (f *flowing) chip(s present.LetterSpan) {
	width := look.Breadth(s.Words) + 2*chipAir
	if f.x+f.w+width > f.width && (f.x > 0 || f.run != "") {
		f.next()
	}
	f.flush()
	f.runs = append(f.runs, spanRun{s.Words, s.Kind, f.x, min(width, f.width), f.line})
	f.x += width + 1
}

func (f *flowing) flush() {
	if f.run != "" {
		f.runs = append(f.runs, spanRun{f.run, f.kind, f.x, f.w, f.line})
		f.x, f.run, f.w = f.x+f.w, "", 0
	}
}

func (f *flowing) next() {
	f.flush()
	f.line++
	f.x = 0
}

// Resize implements fyne.CanvasObject.
func (t *spanText) Resize(size fyne.Size) {
	changed := size.Width != t.Size().Width
	t.BaseWidget.Resize(size)
	if changed {
		t.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (t *spanText) CreateRenderer() fyne.WidgetRenderer {
	r := &spanRenderer{text: t}
	r.build()
	return r
}

type spanRenderer struct {
	text    *spanText
	objects []fyne.CanvasObject
}

func (*spanRenderer) Destroy()                       {}
func (r *spanRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (*spanRenderer) Layout(fyne.Size)               {}

func (r *spanRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, r.text.HeightAt(max(1, r.text.Size().Width)))
}

func (r *spanRenderer) Refresh() {
	r.build()
	canvas.Refresh(r.text)
}

func (r *spanRenderer) build() {
	t := r.text
	t.flow(t.Size().Width)
	r.objects = nil
	height := look.LineOfBody()
	for _, run := range t.runs {
		y := float32(run.line) * height
		if y+height < t.top || y > t.bottom {
			continue
		}
		words := look.Body.Text(run.words, spanInk(run.kind, t.off))
		x := run.x
		if run.kind != present.PlainSpan {
			r.ground(run, y)
		}
		if chip(run.kind) {
			x += chipAir
			words.Text = look.Fit(run.words, look.Body, run.w-2*chipAir+1)
		}
		r.put(words, fyne.NewPos(x, y), fyne.NewSize(run.w, height))
		r.line(run, y)
	}
}

func (r *spanRenderer) put(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
	r.objects = append(r.objects, o)
}

// ground puts a colour under a piece that is not plain.
func (r *spanRenderer) ground(run spanRun, y float32) {
	ground := look.NewBox(spanGround(run.kind)).Rounded(3)
	if chip(run.kind) && (run.kind == present.OpenSpan || contrast()) {
		ground.Bordered(spanInk(run.kind, r.text.off), 1)
	}
	width := run.w
	if !chip(run.kind) {
		width = look.Body.Width(strings.TrimRight(run.words, " "))
	}
	r.put(ground, fyne.NewPos(run.x, y), fyne.NewSize(width, look.LineOfBody()))
}

// Signs before what was removed and what was added, so that nobody needs the colours.
const (
	removedSign = "–"
	addedSign   = "+"
	changeSigns = removedSign + addedSign
)

// line strikes what was removed and underlines what was added.
func (r *spanRenderer) line(run spanRun, y float32) {
	at := map[present.SpanKind]float32{present.RemovedSpan: 0.55, present.AddedSpan: 0.92}[run.kind]
	if at == 0 {
		return
	}
	words := strings.TrimRight(run.words, " ")
	bare := strings.TrimLeft(words, changeSigns) // a line through its sign would make it another one
	x := run.x + look.Body.Width(words[:len(words)-len(bare)])
	line := &canvas.Rectangle{FillColor: theme.Color(spanInk(run.kind, false))}
	r.put(line, fyne.NewPos(x, y+at*look.LineOfBody()), fyne.NewSize(look.Body.Width(bare), 1))
}

// contrast tells whether soft grounds are white, so that what stands on one needs a border.
func contrast() bool {
	t, ok := fyne.CurrentApp().Settings().Theme().(look.Theme)
	return ok && t.Variant == look.Contrast
}

func spanInk(k present.SpanKind, off bool) fyne.ThemeColorName {
	switch {
	case k == present.FilledSpan:
		return look.InkInfo
	case k == present.RemovedSpan:
		return look.InkOver
	case k == present.AddedSpan:
		return look.InkOK
	case k == present.OpenSpan:
		return look.InkToday
	case off:
		return look.InkSecond
	default:
		return look.Ink
	}
}

func spanGround(k present.SpanKind) fyne.ThemeColorName {
	switch k {
	case present.OpenSpan:
		return look.SoftToday
	case present.RemovedSpan:
		return look.SoftOver
	case present.AddedSpan:
		return look.SoftOK
	default:
		return look.SoftInfo
	}
}
