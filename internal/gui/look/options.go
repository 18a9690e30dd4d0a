package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"harta/internal/script"
)

var (
	_ fyne.Focusable    = (*options)(nil)
	_ fyne.Tappable     = (*options)(nil)
	_ fyne.Scrollable   = (*options)(nil)
	_ desktop.Hoverable = (*options)(nil)
)

// options is the list under a choice. Fyne's menu has no border, so without a shadow it has no edge, and it does not
// find what is typed: here letters move to the next option that has them.
type options struct {
	widget.BaseWidget
	words   []string
	keys    []script.Key // of the words
	current int
	first   int // the option on top
	typed   string
	done    func(choice int) // -1 when nothing was chosen
}

const (
	optionHeight = 28
	mostOptions  = 12 // seen at once
	optionsEdge  = 8  // to the edge of the window: a border would fall behind it
)

// ShowOptions opens a list under an object with one option marked; chosen hears the index.
func ShowOptions(under fyne.CanvasObject, words []string, current int, chosen func(int)) {
	o := &options{words: words, current: max(0, current)}
	for _, w := range words {
		o.keys = append(o.keys, script.Fold(w))
	}
	o.ExtendBaseWidget(o)
	frame := Stack(NewBox(Surface).Bordered(Border, 1).Rounded(4), Padded(1, 1, 1, 1, o))
	c := canvasOf(under)
	popup := widget.NewPopUp(frame, c)
	o.done = func(choice int) {
		popup.Hide()
		if f, ok := under.(fyne.Focusable); ok {
			c.Focus(f)
		}
		if choice >= 0 {
			chosen(choice)
		}
	}
	size := fyne.NewSize(max(under.Size().Width, frame.MinSize().Width), frame.MinSize().Height)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under).AddXY(0, under.Size().Height+2)
	if at.Y+size.Height > c.Size().Height {
		at.Y = max(0, at.Y-under.Size().Height-size.Height-4)
	}
	at.X = max(0, min(at.X, c.Size().Width-size.Width-optionsEdge))
	popup.Resize(size)
	popup.ShowAtPosition(at)
	o.at(o.current)
	c.Focus(o)
}

func (o *options) seen() int { return min(len(o.words), mostOptions) }

// at moves the mark, stays within the list and keeps the mark in sight.
func (o *options) at(i int) {
	o.current = min(max(i, 0), len(o.words)-1)
	o.first = min(max(o.first, o.current-o.seen()+1), o.current)
	o.Refresh()
}

// TypedKey implements fyne.Focusable.
func (o *options) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		o.at(o.current + 1)
	case fyne.KeyUp:
		o.at(o.current - 1)
	case fyne.KeyPageDown:
		o.at(o.current + mostOptions - 1)
	case fyne.KeyPageUp:
		o.at(o.current - mostOptions + 1)
	case fyne.KeyHome:
		o.at(0)
	case fyne.KeyEnd:
		o.at(len(o.words) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		o.done(o.current)
	case fyne.KeySpace:
		if o.typed == "" {
			o.done(o.current)
		}
	case fyne.KeyEscape, fyne.KeyTab:
		o.done(-1)
	case fyne.KeyBackspace:
		o.typed = ""
	default:
	}
}

// TypedRune implements fyne.Focusable: what was typed so far is looked for from the start of each option, else from the
// start of any of its words, in either alphabet, else anywhere in it. A space that begins it is of the key that opened the
// list: it comes here as a letter after the list has taken the focus.
func (o *options) TypedRune(r rune) {
	if r == ' ' && o.typed == "" {
		return
	}
	o.typed += strings.ToLower(string(r))
	i := o.find(o.typed)
	if i < 0 {
		o.typed = strings.ToLower(string(r))
		i = o.find(o.typed)
	}
	if i >= 0 {
		o.at(i)
	}
}

// find gives the option that is meant by what was typed, -1 for none.
func (o *options) find(typed string) int {
	q := script.Ask(typed)
	for _, fits := range []func(i int) bool{
		func(i int) bool { return strings.HasPrefix(strings.ToLower(o.words[i]), typed) },
		func(i int) bool { return q.Begins(o.words[i]) },
		func(i int) bool { return q.Finds(o.keys[i]) },
		func(i int) bool { return strings.Contains(strings.ToLower(o.words[i]), typed) },
	} {
		for i := range o.words {
			if fits(i) {
				return i
			}
		}
	}
	return -1
}

// FocusGained implements fyne.Focusable.
func (*options) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (*options) FocusLost() {}

func (o *options) under(y float32) int { return o.first + int(y/optionHeight) }

// Tapped implements fyne.Tappable.
func (o *options) Tapped(ev *fyne.PointEvent) { o.done(min(o.under(ev.Position.Y), len(o.words)-1)) }

// Scrolled implements fyne.Scrollable.
func (o *options) Scrolled(ev *fyne.ScrollEvent) {
	by := 1
	if ev.Scrolled.DY > 0 {
		by = -1
	}
	o.first = min(max(o.first+by, 0), len(o.words)-o.seen())
	o.current = min(max(o.current, o.first), o.first+o.seen()-1)
	o.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (*options) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (o *options) MouseMoved(ev *desktop.MouseEvent) { o.at(o.under(ev.Position.Y)) }

// MouseOut implements desktop.Hoverable.
func (*options) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (o *options) CreateRenderer() fyne.WidgetRenderer {
	r := &optionsRenderer{options: o, mark: NewBox(Chosen), thumb: NewBox(theme.ColorNameScrollBar).Rounded(3)}
	for range o.seen() {
		r.lines = append(r.lines, NewText("", Body, Ink).Elided())
	}
	for _, w := range o.words {
		r.width = max(r.width, Body.Width(w))
	}
	r.Refresh()
	return r
}

type optionsRenderer struct {
	options *options
	mark    *Box
	thumb   *Box // says that there are more
	lines   []*Text
	width   float32
}

func (r *optionsRenderer) Destroy() {}

func (r *optionsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(min(r.width+24, 520), optionHeight*float32(max(1, len(r.lines))))
}

func (r *optionsRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.mark}
	for _, l := range r.lines {
		objects = append(objects, l)
	}
	return append(objects, r.thumb)
}

func (r *optionsRenderer) Refresh() {
	for i, l := range r.lines {
		l.Set(r.options.words[r.options.first+i], Ink)
	}
	r.mark.Hidden = len(r.lines) == 0
	r.thumb.Hidden = len(r.lines) == len(r.options.words)
	r.Layout(r.options.Size())
}

func (r *optionsRenderer) Layout(size fyne.Size) {
	put(r.mark, 0, float32(r.options.current-r.options.first)*optionHeight, size.Width, optionHeight)
	for i, l := range r.lines {
		put(l, 10, float32(i)*optionHeight, size.Width-20, optionHeight)
	}
	part := size.Height / float32(max(1, len(r.options.words))) // of one option
	put(r.thumb, size.Width-thumbWidth-2, part*float32(r.options.first), thumbWidth, part*float32(len(r.lines)))
}
