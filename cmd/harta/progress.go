package main

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"
)

// barWidth is how many characters a bar is long.
const barWidth = 30

// bar shows on a terminal how far long work has come; anywhere else it says nothing. It may be told from any
// goroutine.
type bar struct {
	a    *app
	text string
	mu   sync.Mutex
	last int // per cent shown
	open bool
}

// bar makes a bar with the words of a key.
func (a *app) bar(key string) *bar { return &bar{a: a, text: a.say.T(key), last: -1} }

// step tells how much of how much is done.
func (b *bar) step(done, total int) { b.bytes(int64(done), int64(total)) }

// bytes is step for work that is counted in bytes.
func (b *bar) bytes(done, total int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if total <= 0 || !terminal(b.a.stderr) {
		return
	}
	percent := int(min(done, total) * 100 / total)
	if percent == b.last {
		return
	}
	b.last = percent
	if percent == 100 {
		b.clear()
		return
	}
	full := percent * barWidth / 100
	b.draw(fmt.Sprintf("%s [%s%s] %3d %%", b.text, strings.Repeat("#", full), strings.Repeat(" ", barWidth-full), percent))
	b.open = true
}

// end leaves the line to what follows, when the work ended early.
func (b *bar) end() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.clear()
}

func (b *bar) clear() {
	if b.open {
		b.draw(strings.Repeat(" ", utf8.RuneCountInString(b.text)+barWidth+8) + "\r")
		b.open = false
	}
}

// draw writes over the line. A bar that nobody sees stops no work.
func (b *bar) draw(line string) { _, _ = fmt.Fprint(b.a.stderr, "\r", line) }
