package gui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// orderInput is some of the options one after another: each line is a choice with what moves it up, down and away, and
// under them is a choice that adds a line.
type orderInput struct {
	field  *formField
	body   *fyne.Container
	adder  *look.Choice
	lines  []orderLine
	picked []string
	drawn  bool
}

type orderLine struct {
	choice         *look.Choice
	up, down, away *look.Button
}

const orderWide = 220

func newOrderInput(f *formField) *orderInput {
	in := &orderInput{field: f, body: look.Column(6)}
	in.adder = look.NewChoice(f.panel.window.env.T("form.add"), nil, func(i int) {
		in.edit(append(slices.Clone(in.picked), in.field.field.Options[i].Key))
		in.adder.Put(-1)
		in.focus(in.adder)
	})
	in.draw(f.field)
	return in
}

func (in *orderInput) object() fyne.CanvasObject { return in.body }

func (in *orderInput) stop() fyne.Focusable {
	if len(in.lines) > 0 {
		return in.lines[0].choice
	}
	return in.adder
}

func (in *orderInput) focus(what fyne.Focusable) { in.field.panel.window.focus(what) }

func (in *orderInput) edit(picked []string) {
	x := in.field.field
	x.Picked = picked
	in.field.panel.form.Edit(x)
}

// move puts a line by so many places further; the focus goes along.
func (in *orderInput) move(i, by int) {
	to := i + by
	if to < 0 || to >= len(in.picked) {
		return
	}
	moved := slices.Clone(in.picked)
	moved[i], moved[to] = moved[to], moved[i]
	in.edit(moved)
	line := in.lines[to]
	switch {
	case by < 0 && to > 0:
		in.focus(line.up)
	case by > 0 && to < len(in.lines)-1:
		in.focus(line.down)
	default: // it is at the end, and goes no further that way
		in.focus(line.choice)
	}
}

func (in *orderInput) take(i int) {
	in.edit(slices.Delete(slices.Clone(in.picked), i, i+1))
	if n := len(in.lines); n > 0 {
		in.focus(in.lines[min(i, n-1)].away)
	} else {
		in.focus(in.adder)
	}
}

func (in *orderInput) put(x *present.Field) {
	if !in.drawn || len(in.picked) != len(x.Picked) {
		in.draw(x)
	} else if !slices.Equal(in.picked, x.Picked) {
		in.picked = slices.Clone(x.Picked)
		for i, key := range in.picked {
			in.lines[i].choice.Put(optionAt(x.Options, key))
		}
	}
	in.adder.Wrong(x.Wrong != "")
}

func (in *orderInput) draw(x *present.Field) {
	words := wordsOfOptions(x.Options)
	in.picked, in.lines, in.body.Objects, in.drawn = slices.Clone(x.Picked), nil, nil, true
	for i, key := range in.picked {
		choice := look.NewChoice("", nil, func(to int) {
			changed := slices.Clone(in.picked)
			changed[i] = in.field.field.Options[to].Key
			in.edit(changed)
			in.focus(in.lines[i].choice)
		})
		choice.SetOptions(words, optionAt(x.Options, key))
		line := orderLine{
			choice: choice,
			up:     look.NewButton("", look.Icon(theme.IconNameMoveUp), look.Plain, func() { in.move(i, -1) }),
			down:   look.NewButton("", look.Icon(theme.IconNameMoveDown), look.Plain, func() { in.move(i, 1) }),
			away:   look.NewButton("", look.Icon(theme.IconNameCancel), look.Plain, func() { in.take(i) }),
		}
		line.up.Allow(i > 0)
		line.down.Allow(i < len(in.picked)-1)
		in.lines = append(in.lines, line)
		number := look.Sized(18, 28, look.Middle(look.NewText(strconv.Itoa(i+1)+".", look.Body, look.InkSecond)))
		in.body.Add(look.Row(6, number, look.Sized(orderWide, 28, choice), line.up, line.down, line.away))
	}
	in.adder.SetOptions(words, -1)
	in.body.Add(look.Row(6, look.Sized(18, 28, look.Stack()), look.Sized(orderWide, 28, in.adder)))
	in.body.Refresh()
}
