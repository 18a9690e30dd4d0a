package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// letterBlock is a piece of a letter: an entry, and over it, while nobody writes, the same text with its fields as chips.
// The cover takes no pointer and no focus, so Tab and a press reach the entry under it.
type letterBlock struct {
	widget.BaseWidget
	id    int
	owner *letterScreen

	label  *look.Text
	remove *look.FieldIcon
	area   *look.Area
	cover  *look.Box
	rest   *spanText
	note   *look.Prose

	focused bool
	height  float32 // that it took last
	drawn   blockState
}

// blockState is all that a block shows, so that it is drawn again only when that changes.
type blockState struct {
	block              present.LetterBlock
	may, open, focused bool
	values             int
}

// What lies around the text of a block; the entry has it too.
const (
	blockTop  = 6
	blockLeft = 9
	labelLine = 16
	labelGap  = 4
)

func newLetterBlock(s *letterScreen, b *present.LetterBlock) *letterBlock {
	v := &letterBlock{
		id: b.ID, owner: s, label: look.NewText("", look.Second, look.InkSecond).Elided(),
		cover: look.NewBox(look.Surface).Rounded(4), rest: newSpanText(), note: look.NewProse("", look.Second, look.InkToday),
	}
	e := look.NewEditor("").Growing()
	e.OnChanged, e.OnKey = v.typed, v.key
	e.OnCaret = func(top, bottom float32) { s.follow(v, top, bottom) }
	e.OnFocus(v.mark)
	v.area = look.NewArea(e, 1)
	v.remove = look.NewFieldIcon(look.Icon(theme.IconNameCancel), func() { s.removeBlock(v.id) })
	v.ExtendBaseWidget(v)
	e.See(0, 0)
	v.show(b)
	return v
}

// typed hands what was typed to the presenter and shows what it made of it.
func (v *letterBlock) typed(text string) {
	if now := v.owner.model.Edit(v.id, text); now != text {
		v.area.Editor.Put(now)
	}
	v.owner.fit(v)
}

// key takes a paragraph out when somebody deletes in what is empty already; a place to be filled stays.
func (v *letterBlock) key(ev *fyne.KeyEvent) bool {
	empty := v.area.Editor.Text() == "" && (ev.Name == fyne.KeyBackspace || ev.Name == fyne.KeyDelete)
	if b := v.owner.model.Block(v.id); empty && b != nil && b.Field == "" && v.owner.model.Removable(b) {
		v.owner.removeBlock(v.id)
		return true
	}
	return false
}

// mark is told when the entry gains or loses the focus.
func (v *letterBlock) mark(has bool) {
	v.focused = has
	if has {
		v.owner.model.Focus(v.id)
		v.owner.reveal(v)
	}
	v.owner.see(v)
	if b := v.owner.model.Block(v.id); b != nil {
		v.show(b)
	}
	v.owner.fit(v)
}

// show draws the block as it is now.
func (v *letterBlock) show(b *present.LetterBlock) {
	m := v.owner.model
	open, may := m.Open(b), m.MayWrite()
	now := blockState{*b, may, open, v.focused, len(m.Values())}
	if now == v.drawn {
		return
	}
	v.drawn = now
	ink := look.InkSecond
	if open {
		ink = look.InkToday
	}
	v.label.Set(m.Label(b), ink)
	show(v.label, v.label.Words() != "")
	show(v.remove, m.Removable(b) && v.focused)
	v.area.Allow(may)
	v.area.Wrong(b.Wrong != "")
	v.area.Editor.SetPlaceHolder(m.Prompt(b))
	v.area.Editor.Put(m.Typed(b))
	v.note.Set(noteOf(b))
	show(v.note, v.note.Words() != "")
	if !v.focused { // it is not seen while somebody writes
		v.rest.Set(m.Spans(b), !may)
	}
	v.paintCover(b, open, may)
	show(v.cover, !v.focused)
	show(v.rest, !v.focused)
	v.Refresh()
}

func noteOf(b *present.LetterBlock) (string, fyne.ThemeColorName) {
	if b.Wrong != "" {
		return b.Wrong, look.InkOver
	}
	return b.Hint, look.InkToday
}

func (v *letterBlock) paintCover(b *present.LetterBlock, open, may bool) {
	v.cover.Bordered(look.Rule, 1)
	switch {
	case b.Wrong != "":
		v.cover.Bordered(look.InkOver, 2)
	case open:
		v.cover.Bordered(look.InkToday, 2)
	}
	ground := look.Surface
	if !may {
		ground = look.Off
	}
	v.cover.Fill(ground)
	v.cover.Refresh()
}

// HeightAt gives the height that the block takes in a width; the column asks for it.
func (v *letterBlock) HeightAt(width float32) float32 {
	height := v.boxHeight(width)
	if v.label.Visible() {
		height += labelLine + labelGap
	}
	if v.note.Visible() {
		height += 4 + v.note.HeightAt(width)
	}
	return height
}

// boxHeight is the height of the text with what lies around it.
func (v *letterBlock) boxHeight(width float32) float32 {
	if v.focused {
		return v.area.Editor.HeightAt(width-2*look.AreaSide) + 2*look.AreaTop
	}
	return max(look.LineOfBody(), v.rest.HeightAt(width-2*blockLeft)) + 2*blockTop
}

// editorTop is how far the editor is from the upper edge of the block.
func (v *letterBlock) editorTop() float32 {
	if v.label.Visible() {
		return labelLine + labelGap + look.AreaTop
	}
	return look.AreaTop
}

// MinSize implements fyne.CanvasObject.
func (v *letterBlock) MinSize() fyne.Size {
	return fyne.NewSize(120, v.HeightAt(max(120, v.Size().Width)))
}

// CreateRenderer implements fyne.Widget.
func (v *letterBlock) CreateRenderer() fyne.WidgetRenderer { return &blockRenderer{v} }

type blockRenderer struct{ v *letterBlock }

func (blockRenderer) Destroy()             {}
func (r blockRenderer) MinSize() fyne.Size { return r.v.MinSize() }
func (r blockRenderer) Refresh()           { r.Layout(r.v.Size()) }

func (r blockRenderer) Objects() []fyne.CanvasObject {
	v := r.v
	return []fyne.CanvasObject{v.label, v.area.Container, v.cover, v.rest, v.note, v.remove}
}

func (r blockRenderer) Layout(size fyne.Size) {
	v := r.v
	at := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	y := float32(0)
	at(v.remove, size.Width-24, -4, 24, 24)
	if v.label.Visible() {
		at(v.label, 0, 0, size.Width-28, labelLine)
		y += labelLine + labelGap
	} else {
		at(v.remove, size.Width-26, 4, 24, 24)
	}
	box := v.boxHeight(size.Width)
	at(v.area.Container, 0, y, size.Width, box)
	at(v.cover, 0, y, size.Width, box)
	at(v.rest, blockLeft, y+blockTop, size.Width-2*blockLeft, box-2*blockTop)
	at(v.note, 0, y+box+4, size.Width, v.note.HeightAt(size.Width))
	v.owner.see(v)
}
