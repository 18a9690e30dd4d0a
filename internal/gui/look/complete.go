package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Suggestion is a line under an entry that completes what was typed.
type Suggestion struct {
	Key   string
	Words string
	Bold  [][2]int // bytes of Words that were hit, from and to, in order
	Right string   // at the right end, such as a count
}

// Completion is an entry with a list under it while somebody types: ↓ and ↑ move, Enter takes, Esc and leaving close.
// The list floats in the Layer of the window, or of the Modal, and never takes the focus.
type Completion struct {
	composed
	Field *Field
	// OnTyped hears what is typed, before the list is asked for; may be nil.
	OnTyped func(string)

	find   func(typed string) []Suggestion
	chosen func(Suggestion)
	more   string
	key    string
	add    func(typed string)
	list   *suggestions
	hide   func() // nil = the list is closed
}

// NewCompletion makes an empty entry. Find gives what fits to what is typed; nil = the owner calls Offer when it knows.
// Chosen hears what a person takes.
func NewCompletion(find func(typed string) []Suggestion, chosen func(Suggestion)) *Completion {
	c := &Completion{find: find, chosen: chosen}
	c.list = newSuggestions(c)
	e := NewEntry("")
	e.OnChanged = c.typed
	e.OnKey = c.keyed
	e.OnFocus(func(has bool) {
		if !has && !c.list.hovered {
			c.Close()
		}
	})
	c.Field = NewField(e, nil, nil)
	c.body = Stack(c.Field.Container)
	c.ExtendBaseWidget(c)
	return c
}

// Sign puts an icon before the entry. It is for building: the field must not be shown yet.
func (c *Completion) Sign(res fyne.Resource) *Completion {
	c.Field = NewField(c.Field.Entry, NewGlyph(res, Ink, 16), nil)
	c.body = Stack(c.Field.Container)
	return c
}

// Prompt is what the empty entry says.
func (c *Completion) Prompt(words string) *Completion {
	c.Field.Entry.SetPlaceHolder(words)
	return c
}

// WithNew adds a last line for what is not in the list yet; Insert, shown as the key cap, takes it too. Add hears what
// was typed.
func (c *Completion) WithNew(words, key string, add func(typed string)) *Completion {
	c.more, c.key, c.add = words, key, add
	return c
}

// Entry is what takes the focus.
func (c *Completion) Entry() *Entry { return c.Field.Entry }

// Put shows text from the program: nobody is told and the list stays closed.
func (c *Completion) Put(text string) {
	c.Field.Entry.Put(text)
	c.Close()
}

// Text is what the entry says.
func (c *Completion) Text() string { return c.Field.Entry.Text }

// Offer shows suggestions for what was typed; where there are none and nothing can be added, the list closes.
func (c *Completion) Offer(found []Suggestion) {
	c.list.put(found)
	if len(found) == 0 && c.more == "" || c.Text() == "" {
		c.Close()
		return
	}
	if c.hide != nil {
		c.list.layer.Refresh()
		return
	}
	l := layerOf(canvasOf(c.Field.Entry))
	if l == nil {
		return
	}
	c.list.layer = l
	frame := Stack(NewBox(Surface).Bordered(Rule, 1).Rounded(4), Padded(1, 1, 1, 1, c.list))
	c.hide = l.Float(frame, under(l, c.Field.Container, frame.MinSize))
}

// Close closes the list.
func (c *Completion) Close() {
	if c.hide != nil {
		c.hide()
		c.hide = nil
	}
	c.list.hovered = false
}

// Open tells whether the list is seen.
func (c *Completion) Open() bool { return c.hide != nil }

func (c *Completion) typed(text string) {
	if c.OnTyped != nil {
		c.OnTyped(text)
	}
	switch {
	case text == "":
		c.Close()
	case c.find != nil:
		c.Offer(c.find(text))
	}
}

func (c *Completion) keyed(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyInsert && c.add != nil {
		c.take(len(c.list.found))
		return true
	}
	if !c.Open() {
		if ev.Name == fyne.KeyDown && c.Text() != "" && c.find != nil {
			c.Offer(c.find(c.Text()))
			return true
		}
		return false
	}
	switch ev.Name {
	case fyne.KeyDown:
		c.list.at(c.list.current + 1)
	case fyne.KeyUp:
		c.list.at(c.list.current - 1)
	case fyne.KeyEscape:
		c.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		c.take(c.list.current)
	default:
		return false
	}
	return true
}

// take closes the list and gives a line to its owner; the one after the last suggestion is the line for a new one.
func (c *Completion) take(i int) {
	typed, found := c.Text(), c.list.found
	c.Close()
	if i < len(found) {
		c.Field.Entry.Put(found[i].Words)
		c.Field.Entry.CursorColumn = len([]rune(found[i].Words))
		c.Field.Entry.Refresh()
		if c.chosen != nil {
			c.chosen(found[i])
		}
		return
	}
	if c.add != nil {
		c.add(typed)
	}
}

// suggestions is the list. It takes no focus: its keys are those of the entry.
type suggestions struct {
	drawn
	owner   *Completion
	layer   *Layer
	found   []Suggestion
	current int
	first   int // the suggestion on top
	hovered bool
}

const mostSuggestions = 8 // seen at once

var (
	_ fyne.Tappable     = (*suggestions)(nil)
	_ fyne.Scrollable   = (*suggestions)(nil)
	_ desktop.Hoverable = (*suggestions)(nil)
)

func newSuggestions(owner *Completion) *suggestions {
	s := &suggestions{owner: owner}
	s.size, s.paint = s.least, s.draw
	s.extend(s)
	return s
}

func (s *suggestions) put(found []Suggestion) {
	s.found, s.current, s.first = found, 0, 0
	s.Refresh()
}

func (s *suggestions) seen() int { return min(len(s.found), mostSuggestions) }

func (s *suggestions) lines() int {
	if s.owner.more == "" {
		return s.seen()
	}
	return s.seen() + 1
}

func (s *suggestions) least() fyne.Size {
	return fyne.NewSize(0, float32(s.lines())*optionHeight)
}

func (s *suggestions) at(i int) {
	last := len(s.found) - 1
	if s.owner.more != "" {
		last++
	}
	s.current = min(max(i, 0), last)
	if s.current < len(s.found) {
		s.first = min(max(s.first, s.current-s.seen()+1), s.current)
	}
	s.Refresh()
}

func (s *suggestions) under(y float32) int {
	line := int(y / optionHeight)
	if line >= s.seen() {
		return len(s.found)
	}
	return s.first + line
}

// Tapped implements fyne.Tappable: the focus goes back to the entry, which the press took it from.
func (s *suggestions) Tapped(ev *fyne.PointEvent) {
	if c := canvasOf(s.owner.Field.Entry); c != nil {
		c.Focus(s.owner.Field.Entry)
	}
	s.owner.take(s.under(ev.Position.Y))
}

// Scrolled implements fyne.Scrollable.
func (s *suggestions) Scrolled(ev *fyne.ScrollEvent) {
	by := 1
	if ev.Scrolled.DY > 0 {
		by = -1
	}
	s.first = min(max(s.first+by, 0), len(s.found)-s.seen())
	s.Refresh()
}

// MouseIn implements desktop.Hoverable: while the pointer is over the list, a press there does not close it.
func (s *suggestions) MouseIn(*desktop.MouseEvent) { s.hovered = true }

// MouseMoved implements desktop.Hoverable.
func (s *suggestions) MouseMoved(ev *desktop.MouseEvent) {
	if i := s.under(ev.Position.Y); i != s.current {
		s.current = i
		s.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (s *suggestions) MouseOut() { s.hovered = false }
