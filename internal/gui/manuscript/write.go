package manuscript

import "slices"

// Type puts a letter in the place of what is marked.
func (t *Text) Type(r rune) { t.write([]rune{r}, typing) }

// Insert puts words in the place of what is marked.
func (t *Text) Insert(words string) { t.write([]rune(words), apart) }

func (t *Text) write(letters []rune, as manner) {
	from, to, marked := t.Marked()
	if marked {
		as |= fresh
	}
	t.change(from, to, letters, as)
}

// Erase takes out what is marked, and else what lies on the way of a step. It tells whether there was anything.
func (t *Text) Erase(s Step) bool {
	from, to, marked := t.Marked()
	as := apart
	if !marked {
		if to = t.stepped(s); to.Before(from) {
			from, to = to, from
		}
		if s == Left || s == Right {
			as = erasing
		}
	}
	if from == to {
		return false
	}
	t.change(from, to, nil, as)
	return true
}

// Begin is a text that comes from elsewhere: nothing of it can be taken back, and the caret stands behind it.
func (t *Text) Begin(words string) {
	t.replace(Place{}, t.end(), []rune(words))
	t.past = history{}
	t.Go(t.end(), false)
}

// Rewrite changes the text to other words, of which the caret keeps its place where they are the same. It can be taken
// back; with what was done before, when it mends that.
func (t *Text) Rewrite(words string, mends bool) {
	now, then := []rune(words), t.between(Place{}, t.end())
	if slices.Equal(now, then) {
		return
	}
	head := 0
	for head < len(now) && head < len(then) && now[head] == then[head] {
		head++
	}
	tail := 0
	for tail < len(now)-head && tail < len(then)-head && now[len(now)-1-tail] == then[len(then)-1-tail] {
		tail++
	}
	from, caret := Place{}.after(then[:head]), t.caret
	to := from.after(then[head : len(then)-tail])
	as := apart
	if mends {
		as = mending
	}
	t.change(from, to, now[head:len(now)-tail], as)
	switch {
	case caret.Before(from):
		t.place(caret)
	case to.Before(caret):
		t.place(moved(caret, to, t.caret))
	}
}

// place puts the caret where it belongs after a change.
func (t *Text) place(at Place) {
	t.caret, t.anchor, t.goal = at, at, -1
	t.past.ended(at)
}

// moved gives where a place is when what ended at one place ends at another now.
func moved(p, was, now Place) Place {
	if p.Paragraph == was.Paragraph {
		p.Letter += now.Letter - was.Letter
	}
	p.Paragraph += now.Paragraph - was.Paragraph
	return p
}

// change is every change of the text by somebody: it puts letters in the place of others, and remembers that.
func (t *Text) change(from, to Place, put []rune, as manner) {
	c := change{from, t.between(from, to), slices.Clone(put)}
	before := marks{t.caret, t.anchor}
	t.caret = t.replace(from, to, put)
	t.anchor, t.goal = t.caret, -1
	t.past.add(c, as, before, t.caret)
}
