package gui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// comparePane shows two versions of a letter laid over each other. What was removed is struck and has a minus, what was
// added is underlined and has a plus, so that nobody needs the colours.
type comparePane struct {
	*fyne.Container
	window   *Window
	from, to *look.Choice
	sum      *look.Text
	parts    *fyne.Container
	reader   *reader
	shown    string
	picked   string
}

// newComparePane makes a pane; from and to hear which versions are to be compared. Without to it is the present one.
func newComparePane(w *Window, from, to func(int)) *comparePane {
	t := w.env.T
	p := &comparePane{window: w, parts: look.Column(12), sum: look.NewText("", look.Second, look.InkSecond).Elided()}
	label := func(key string) fyne.CanvasObject {
		return look.Middle(look.NewText(t(key), look.Body, look.InkSecond))
	}
	p.from = look.NewChoice("", nil, from)
	row := look.Edged(nil, nil, look.Padded(0, 0, 0, 8, label("compare.title")), nil, p.from)
	if to != nil {
		p.to = look.NewChoice("", nil, to)
		second := look.Edged(nil, nil, look.Padded(0, 0, 8, 8, label("compare.to")), nil, p.to)
		row = container.NewGridWithColumns(2, row, second)
	}
	legend := newSpanText()
	legend.Set([]present.LetterSpan{
		signed(present.LetterSpan{Words: t("compare.removed") + " ", Kind: present.RemovedSpan}),
		{Words: "  ", Kind: present.PlainSpan},
		signed(present.LetterSpan{Words: t("compare.added"), Kind: present.AddedSpan}),
	}, false)
	legendWidth := look.Body.Width(removedSign+t("compare.removed")+"   "+addedSign+t("compare.added")) + 12
	second := look.Edged(nil, nil, nil, look.Sized(legendWidth, 0, look.Middle(legend)), look.Middle(p.sum))
	head := look.Padded(8, 8, 16, 16, look.Column(6, look.Sized(0, 28, row), look.Sized(0, 20, second)))
	p.reader = newReader(look.Padded(12, 16, 16, 16, p.parts))
	p.Container = look.Tall(look.Stack(look.NewBox(look.Surface), look.Tall(head, look.Line(look.Rule))), look.Stack(look.NewBox(look.Surface), p.reader))
	return p
}

// signed puts the sign of a change before its words.
func signed(s present.LetterSpan) present.LetterSpan {
	sign := map[present.SpanKind]string{present.RemovedSpan: removedSign, present.AddedSpan: addedSign}[s.Kind]
	words := strings.TrimLeft(s.Words, "\n")
	s.Words = s.Words[:len(s.Words)-len(words)] + sign + words
	return s
}

// offer gives the versions that can be compared, and those that are.
func (p *comparePane) offer(from []string, at int, to []string, with int) {
	now := fmt.Sprint(from, at, to, with)
	if now == p.picked {
		return
	}
	p.picked = now
	p.from.SetOptions(from, at)
	if p.to != nil {
		p.to.SetOptions(to, with)
	}
}

// put shows what has changed.
func (p *comparePane) put(c present.Comparison) {
	now := fmt.Sprint(c)
	if now == p.shown {
		return
	}
	p.shown = now
	p.sum.SetWords(c.Sum)
	all := make([]fyne.CanvasObject, len(c.Parts))
	for i, part := range c.Parts {
		text := newSpanText()
		spans := make([]present.LetterSpan, len(part.Spans))
		for j, s := range part.Spans {
			spans[j] = signed(s)
		}
		text.Set(spans, false)
		all[i] = look.Column(4, look.NewText(part.Label, look.Second, look.InkSecond), text)
	}
	if c.Rest != "" {
		all = append(all, look.NewProse(c.Rest, look.Second, look.InkSecond))
	}
	look.Swap(p.parts, all...)
	p.reader.scroll.ScrollTo(0)
	p.reader.scroll.Refresh()
	p.Refresh()
}
