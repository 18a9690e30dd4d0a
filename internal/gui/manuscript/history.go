package manuscript

import (
	"slices"
	"unicode"
)

// history is what can be taken back, the last one at the end, and what was taken back.
type history struct {
	done, undone []step
	letters      int // that both hold
}

// Limits of what is remembered.
const (
	mostSteps   = 1000
	mostLetters = 400_000
)

// step is what is taken back at once.
type step struct {
	changes []change
	as      manner
	before  marks
	after   Place
	closed  bool // nothing belongs to it any more
}

// change put letters in the place of others.
type change struct {
	at           Place
	removed, put []rune
}

// marks are the caret and where the marking began.
type marks struct{ caret, anchor Place }

// manner says how a change came about, and so whether it belongs to the step before.
type manner int

const (
	apart   manner = iota // a step of its own
	typing                // letter by letter
	erasing               // letter by letter
	mending               // it belongs to whatever was before
	fresh   manner = 8    // it begins a step, and others go on with it
)

// add remembers a change.
func (h *history) add(c change, as manner, before marks, after Place) {
	for _, s := range h.undone { // it cannot be done again any more
		h.letters -= s.weight()
	}
	h.undone = nil
	begins := as&fresh != 0
	as &^= fresh
	h.letters += len(c.removed) + len(c.put)
	if last := len(h.done) - 1; last >= 0 && !begins && h.done[last].takes(c, as, before) {
		s := &h.done[last]
		s.after, s.closed = after, as == mending
		if as == mending || !s.changes[len(s.changes)-1].join(c) {
			s.changes = append(s.changes, c)
		}
		return
	}
	h.done = append(h.done, step{changes: []change{c}, as: as, before: before, after: after})
	for len(h.done) > mostSteps || h.letters > mostLetters && len(h.done) > 1 {
		h.letters -= h.done[0].weight()
		h.done = slices.Delete(h.done, 0, 1)
	}
}

// takes tells whether a change belongs to the step: typing goes on to the end of a word and of the spaces behind it.
func (s *step) takes(c change, as manner, before marks) bool {
	if as == mending {
		return true
	}
	if s.closed || as == apart || s.as != as || before.caret != s.after {
		return false
	}
	last := s.changes[len(s.changes)-1]
	if as == typing {
		return len(last.put) > 0 && goesOn(last.put[len(last.put)-1], c.put[0])
	}
	return !slices.Contains(c.removed, '\n')
}

// goesOn tells whether a letter belongs to the word of the letter before, or to the spaces behind it.
func goesOn(before, r rune) bool { return unicode.IsSpace(r) || !unicode.IsSpace(before) }

// join puts a change into the one that it goes on from.
func (c *change) join(d change) bool {
	switch {
	case len(d.removed) == 0 && c.at.after(c.put) == d.at:
		c.put = append(c.put, d.put...)
	case len(c.put) > 0 || len(d.put) > 0:
		return false
	case d.at.after(d.removed) == c.at:
		c.at, c.removed = d.at, append(d.removed, c.removed...)
	case d.at == c.at:
		c.removed = append(c.removed, d.removed...)
	default:
		return false
	}
	return true
}

func (s *step) weight() int {
	n := 0
	for _, c := range s.changes {
		n += len(c.removed) + len(c.put)
	}
	return n
}

// close ends the last step: the caret has gone elsewhere.
func (h *history) close() {
	if last := len(h.done) - 1; last >= 0 {
		h.done[last].closed = true
	}
}

// ended says where the caret is after the last step.
func (h *history) ended(at Place) {
	if last := len(h.done) - 1; last >= 0 {
		h.done[last].after = at
	}
}

// CanUndo tells whether there is anything to take back.
func (t *Text) CanUndo() bool { return len(t.past.done) > 0 }

// CanRedo tells whether something was taken back.
func (t *Text) CanRedo() bool { return len(t.past.undone) > 0 }

// Undo takes the last step back, with the caret and the marking as they were.
func (t *Text) Undo() {
	h := &t.past
	if !t.CanUndo() {
		return
	}
	s := h.done[len(h.done)-1]
	s.closed = true
	for _, c := range slices.Backward(s.changes) {
		t.replace(c.at, c.at.after(c.put), c.removed)
	}
	h.done, h.undone = h.done[:len(h.done)-1], append(h.undone, s)
	t.caret, t.anchor, t.goal = t.clamped(s.before.caret), t.clamped(s.before.anchor), -1
}

// Redo does again what was taken back last.
func (t *Text) Redo() {
	h := &t.past
	if !t.CanRedo() {
		return
	}
	s := h.undone[len(h.undone)-1]
	for _, c := range s.changes {
		t.replace(c.at, c.at.after(c.removed), c.put)
	}
	h.undone, h.done = h.undone[:len(h.undone)-1], append(h.done, s)
	t.caret, t.goal = t.clamped(s.after), -1
	t.anchor = t.caret
}

// Forget ends all that could be taken back.
func (t *Text) Forget() { t.past = history{} }
