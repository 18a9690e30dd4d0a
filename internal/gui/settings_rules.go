package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// rulesPart is Срокове: the deadline rules as a table, and the form of the one that is chosen.
type rulesPart struct {
	window *Window
	model  *present.Listing

	rows  *look.Table[present.RuleRow]
	hold  *fyne.Container
	moves *fyne.Container // the terms that the change would move
	left  *fyne.Container
	body  fyne.CanvasObject
	panel *formPanel
	form  *present.Form
}

const rulesForm = 372

func newRulesPart(w *Window, m *present.Listing, small bool) settingsPart {
	t := w.env.T
	p := &rulesPart{window: w, model: m, hold: look.Stack(), moves: look.Stack()}
	column := func(key string, width float32, of func(present.RuleRow) string) look.TableColumn[present.RuleRow] {
		return look.TableColumn[present.RuleRow]{Key: key, Head: t("rules.col_" + key), Width: width, Fixed: true, Cell: func(r present.RuleRow) look.Cell {
			c := look.Cell{Words: of(r)}
			if r.Over {
				c.Ink = look.InkHint
			}
			return c
		}}
	}
	columns := []look.TableColumn[present.RuleRow]{
		column("for", 0, func(r present.RuleRow) string { return r.For }),
		spare(1, column("term", 98, func(r present.RuleRow) string { return r.Term })),
		spare(2, column("max", 100, func(r present.RuleRow) string { return r.Max })),
		column("source", 160, func(r present.RuleRow) string { return r.Source }),
		column("holds", 112, func(r present.RuleRow) string { return r.Holds }),
		column("owner", 78, func(r present.RuleRow) string { return r.Owner }),
	}
	if small {
		columns = columns[:3]
	}
	p.rows = look.NewTable(columns, nil)
	p.rows.Rows.OnChosen = m.Choose
	p.rows.Rows.OnOpen = func(int) { w.focus(p.panel.first()) }
	list := look.NewCard(nil, look.Padded(1, 1, 1, 1, p.rows.Container))
	p.left = look.Edged(nil, p.moves, nil, nil, list)
	p.body = look.YieldingPanes(12, listLeast, []float32{0, rulesForm}, p.left, p.hold)
	p.redraw()
	return p
}

func (p *rulesPart) object() fyne.CanvasObject  { return p.body }
func (p *rulesPart) first() fyne.Focusable      { return p.rows.Rows }
func (p *rulesPart) key(ev *fyne.KeyEvent) bool { return p.panel != nil && p.panel.key(ev) }

func (p *rulesPart) redraw() {
	p.rows.Rows.SetItems(p.model.Rules(), p.model.Chosen())
	if p.model.Form != p.form {
		p.form = p.model.Form
		p.panel = newFormPanel(p.window, p.form)
		look.Swap(p.hold, p.panel.Container)
	}
	p.drawTried()
}

// movesHeight is the room for the terms that would move, under the table of the rules.
const movesHeight = 236

// drawTried lists what the change would move, while it is being written.
func (p *rulesPart) drawTried() {
	w := p.model.Tried()
	look.Swap(p.moves)
	if w.Has {
		list := look.Column(0)
		drawMoves(list, w)
		head := look.Row(8, look.NewText(w.Head, look.Strong, look.Ink), look.Spacer(), look.NewText(w.Of, look.Second, look.InkSecond))
		card := look.NewCard(head, look.NewScrolled(look.Padded(8, 8, 13, 13, list)).Container)
		look.Swap(p.moves, look.Padded(12, 0, 0, 0, look.Sized(0, movesHeight, card)))
	}
	p.left.Refresh()
}
