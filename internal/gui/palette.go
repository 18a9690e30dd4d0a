package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

const (
	paletteWidth  = 680
	paletteHeight = 504
	paletteTop    = 72
	paletteRow    = 34
)

// paletteView is the search over everything, as it lies over the window.
type paletteView struct {
	window *Window
	model  *present.Palette
	entry  *look.Entry
	count  *look.Text
	rows   *look.List[present.PaletteRow]
	hide   func()
}

// showPalette opens the search over everything, with something typed already.
func (w *Window) showPalette(typed string) {
	if w.palette != nil || w.frame == nil {
		return
	}
	w.hideToast()
	p := &paletteView{
		window: w, model: present.NewPalette(w.env, w.program, w.finder, w.frame.model.Offers),
		entry: look.NewEntry(w.env.T("palette.prompt")), count: look.NewText("", look.Second, look.InkSecond).Aligned(fyne.TextAlignTrailing).Elided(),
	}
	p.rows = look.NewList(paletteRow, p.paint)
	p.rows.Head = func(r present.PaletteRow) bool { return r.Head != "" }
	p.rows.OnChosen = p.model.Choose
	p.rows.OnOpen = p.take
	p.rows.OnPress = p.pressed
	p.rows.OnRune = p.goOn
	p.entry.OnChanged = p.model.Type
	p.entry.OnKey = p.entryKey
	p.entry.SetText(typed)
	p.entry.CursorColumn = len([]rune(typed))
	p.model.Changed = p.redraw
	p.hide = look.Sheet(w.Canvas(), p.content(), look.Pane{
		Width: paletteWidth, Height: paletteHeight, Top: paletteTop, OnEsc: p.close, OnKey: p.key, OnAside: p.close,
	})
	w.palette = p.close
	w.Canvas().Focus(p.entry)
	p.model.Open(typed)
}

func (p *paletteView) content() fyne.CanvasObject {
	t := p.window.env.T
	sign := look.NewGlyph(look.Icon(theme.IconNameSearch), look.InkAccent, 22)
	top := look.Edged(nil, nil, look.Padded(0, 0, 0, 8, look.Centred(sign)),
		look.Padded(0, 0, 12, 0, look.Edged(nil, nil, nil, look.Padded(0, 0, 12, 0, look.Centred(look.NewKeyCap("Esc"))), look.Middle(look.Sized(130, 0, p.count)))),
		look.Headline(p.entry))
	foot := look.Row(4, look.NewText(t("palette.narrow"), look.Second, look.InkSecond))
	for _, op := range p.window.env.Operators() {
		foot.Add(look.NewButton(op, nil, look.Quiet, func() { p.narrow(op) }))
	}
	foot.Add(look.Spacer())
	foot.Add(look.NewText(t("palette.choose"), look.Second, look.InkSecond))
	foot.Add(look.NewKeyCap("↑"))
	foot.Add(look.NewKeyCap("↓"))
	foot.Add(look.Padded(0, 0, 12, 0, look.NewText(t("palette.open"), look.Second, look.InkSecond)))
	foot.Add(look.NewKeyCap("Enter"))
	band := look.Stack(look.NewBox(look.Band).Rounded(6), look.Padded(0, 0, 16, 16, foot))
	return look.Edged(
		look.Sized(0, 52, look.Edged(nil, look.Line(look.Rule), nil, nil, look.Padded(0, 0, 16, 16, top))),
		look.Sized(0, 36, look.Edged(look.Line(look.Rule), nil, nil, nil, band)),
		nil, nil, look.Padded(2, 2, 0, 0, p.rows))
}

func (p *paletteView) close() {
	p.window.palette = nil
	p.model.Changed = nil
	p.hide()
}

func (p *paletteView) key(ev *fyne.KeyEvent) {
	if ev.Name == look.CtrlEnter {
		p.close()
		p.window.open(p.model.Everywhere())
	}
}

func (p *paletteView) entryKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		p.model.Step(1)
	case fyne.KeyUp:
		p.model.Step(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.take(p.model.Chosen())
	default:
		return false
	}
	return true
}

// goOn takes a letter that was typed while the list had the focus.
func (p *paletteView) goOn(r rune) {
	p.window.Canvas().Focus(p.entry)
	p.entry.TypedRune(r)
}

// narrow begins an operator.
func (p *paletteView) narrow(op string) {
	words := p.entry.Text
	if words != "" && words[len(words)-1] != ' ' {
		words += " "
	}
	p.window.Canvas().Focus(p.entry)
	p.entry.SetText(words + op)
	p.entry.CursorColumn = len([]rune(words + op))
	p.entry.Refresh()
}

func (p *paletteView) pressed(i int, _ fyne.Position) bool {
	if p.model.Rows()[i].Head == "" {
		p.take(i)
	}
	return true
}

// take follows a line.
func (p *paletteView) take(i int) {
	p.model.Choose(i)
	row, ok := p.model.Take()
	if !ok {
		return
	}
	p.close()
	if row.Action != "" {
		p.window.act(row.Action)
		return
	}
	p.window.open(row.To)
}

func (p *paletteView) redraw() {
	p.count.SetWords(p.model.Summary())
	p.rows.SetItems(p.model.Rows(), p.model.Chosen())
	if p.model.Chosen() <= 1 {
		p.rows.ScrollToTop()
	} else {
		p.rows.Choose(p.model.Chosen())
	}
}

// paint draws a line: what was typed is bold in it.
func (p *paletteView) paint(r present.PaletteRow, width float32, put func(look.Part)) {
	const (
		inset = 17
		words = 45
		end   = 16
	)
	if r.Head != "" {
		put(look.Part{X: inset, W: width - 2*inset, H: paletteRow, Words: r.Head, Face: look.SecondBold, Ink: look.InkSecond})
		put(look.Part{X: inset, W: width - inset - end, H: paletteRow, Words: r.Count, Face: look.Second, Ink: look.InkSecond, Align: fyne.TextAlignTrailing})
		return
	}
	put(look.Part{X: inset, Y: (paletteRow - 16) / 2, W: 16, H: 16, Icon: paletteSign(r.Sign), Ink: look.InkSecond})
	right := width - end
	if r.Key != "" {
		right -= putCap(r.Key, right, put) + 8
	}
	if r.Right != "" {
		icon, ink := urgencySign(r.Urgency)
		if r.Sign != present.CaseFound {
			icon, ink = nil, look.InkSecond
		}
		w := look.Second.Width(r.Right) + 1
		put(look.Part{X: right - w, W: w, H: paletteRow, Words: r.Right, Face: look.Second, Ink: ink})
		if icon != nil {
			put(look.Part{X: right - w - 18, Y: (paletteRow - 14) / 2, W: 14, H: 14, Icon: icon, Ink: ink})
			w += 18
		}
		right -= w + 12
	}
	room := right - words
	if r.More != "" {
		room = min(room, max(room*0.6, room-look.Second.Width(r.More)-12))
	}
	x := putHits(look.Part{X: words, W: room, H: paletteRow, Words: r.Words, Face: look.Body, Ink: look.Ink}, r.Hits, put)
	if r.More != "" {
		putHits(look.Part{X: x + 12, W: right - x - 12, H: paletteRow, Words: r.More, Face: look.Second, Ink: look.InkSecond}, r.MoreHits, put)
	}
}

// putCap draws the key cap that ends at x, and gives its width.
func putCap(key string, x float32, put func(look.Part)) float32 {
	const pad = 6
	w := look.Hint.Width(key) + 2*pad
	put(look.Part{X: x - w, Y: (paletteRow - 18) / 2, W: w, H: 18, Fill: look.Surface, Stroke: look.Rule, Line: 1, Radius: 3})
	put(look.Part{X: x - w + pad, W: w, H: paletteRow, Words: key, Face: look.Hint, Ink: look.InkHint})
	return w
}

// putHits draws a text in which what was typed is bold, and gives where it ends.
func putHits(p look.Part, hits present.Hits, put func(look.Part)) float32 {
	x, end := p.X, p.X+p.W
	bold := p.Face
	bold.Bold = true
	write := func(words string, f look.Face, ink fyne.ThemeColorName) {
		if words == "" || x >= end {
			return
		}
		w := f.Width(words)
		put(look.Part{X: x, Y: p.Y, W: min(w+1, end-x), H: p.H, Words: words, Face: f, Ink: ink})
		x = min(x+w, end)
	}
	from := 0
	for _, h := range hits {
		if h[1] <= h[0] || h[1] > len(p.Words) {
			break
		}
		write(p.Words[from:h[0]], p.Face, p.Ink)
		write(p.Words[h[0]:h[1]], bold, look.InkAccent)
		from = h[1]
	}
	write(p.Words[from:], p.Face, p.Ink)
	return x
}

func paletteSign(s present.PaletteSign) fyne.Resource {
	switch s {
	case present.CaseFound:
		return look.Icon(theme.IconNameDocument)
	case present.PersonFound:
		return look.Icon(theme.IconNameAccount)
	case present.NewFound:
		return look.Icon(theme.IconNameContentAdd)
	case present.MoreFound:
		return look.Icon(theme.IconNameSearch)
	default:
		return look.Icon(theme.IconNameNavigateNext)
	}
}
