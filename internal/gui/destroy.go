package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// destroyScreen is what is kept until when, and the lists of what is to be destroyed.
type destroyScreen struct {
	window *Window
	model  *present.Destroy

	tabs    *look.Tabs
	tools   *fyne.Container
	notice  *fyne.Container
	middle  *fyne.Container
	kept    *look.Table[present.KeptRow]
	propose *look.Button
	lists   *look.List[present.ListedRow]
	cases   *look.Table[present.ListedCase]
	detail  *fyne.Container
	content *fyne.Container
	below   *fyne.Container // under the tools

	panel  *formPanel
	form   *present.Form
	narrow bool
}

// destroyKept is what one finds again when one comes back.
type destroyKept struct {
	part   int
	filter present.DestroyFilter
}

func newDestroy(w *Window, to present.Route) screen {
	t := w.env.T
	s := &destroyScreen{
		window: w, model: present.NewDestroy(w.env, w.program, to.Arg),
		tools: look.Stack(), notice: look.Column(8), middle: look.Stack(), detail: look.Stack(),
	}
	s.tabs = look.NewTabs([]look.TabWords{{Words: t("destroy.kept"), Count: -1}, {Words: t("destroy.lists"), Count: -1}}, s.model.ShowPart)
	s.build()
	s.propose = look.NewButton("", look.Icon(theme.IconNameStorage), look.Primary, s.model.Propose)
	s.lists = look.NewList(listHigh, s.paintList)
	s.lists.OnChosen = s.model.Choose
	s.below = look.Tall(s.notice, s.middle)
	s.content = look.Tall(look.Sized(0, 44, look.Padded(0, 0, 16, 16, s.tools)), look.Padded(0, 12, 16, 16, s.below))
	s.model.Changed = s.redraw
	s.redraw()
	s.model.Load()
	return s
}

// build makes the tables, and says what a key and a press do in them.
func (s *destroyScreen) build() {
	s.kept = look.NewTable(keptColumns(s.window.env), func(r present.KeptRow) (look.Group, bool) {
		return look.Group{Words: r.Group, Count: r.Over}, r.Group != ""
	})
	s.cases = look.NewTable(listedColumns(s.window.env), nil)
	s.kept.Rows.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeySpace {
			s.model.Pick(s.kept.Rows.Chosen())
		}
		return ev.Name == fyne.KeySpace
	}
	s.kept.Rows.OnOpen = s.model.OpenRow
	s.kept.Rows.OnPress = func(i int, at fyne.Position) bool {
		const box = 36
		if at.X > box {
			return false
		}
		s.model.Pick(i)
		return true
	}
}

func keptColumns(env present.Env) []look.TableColumn[present.KeptRow] {
	column := fixedColumns[present.KeptRow](env, "destroy.col_")
	return []look.TableColumn[present.KeptRow]{
		{Key: "check", Width: 26, Fixed: true, Cell: func(r present.KeptRow) look.Cell {
			if !r.Ticks {
				return look.Cell{}
			}
			return look.Cell{Check: ticked(r.Picked)}
		}},
		column("number", 100, func(r present.KeptRow) string { return r.Number }),
		spare(1, column("kind", 160, func(r present.KeptRow) string { return r.Kind })),
		spare(3, column("received", 96, func(r present.KeptRow) string { return r.Received })),
		spare(2, column("ended", 96, func(r present.KeptRow) string { return r.Ended })),
		column("until", 96, func(r present.KeptRow) string { return r.Until }),
		{Key: "stands", Head: env.T("destroy.col_stands"), Fixed: true, Cell: func(r present.KeptRow) look.Cell {
			if r.May {
				return look.Cell{Words: r.Stands, Icon: look.Icon(theme.IconNameConfirm), Ink: look.InkOK}
			}
			return look.Cell{Words: r.Stands, Ink: look.InkSecond}
		}},
	}
}

func listedColumns(env present.Env) []look.TableColumn[present.ListedCase] {
	column := fixedColumns[present.ListedCase](env, "destroy.col_")
	return []look.TableColumn[present.ListedCase]{
		column("number", 96, func(r present.ListedCase) string { return r.Number }),
		spare(3, column("file", 110, func(r present.ListedCase) string { return r.Filing })),
		spare(1, column("kind", 170, func(r present.ListedCase) string { return r.Kind })),
		spare(2, column("until", 92, func(r present.ListedCase) string { return r.Until })),
		{Key: "stands", Head: env.T("destroy.col_stands"), Fixed: true, Cell: func(r present.ListedCase) look.Cell {
			switch {
			case r.Out:
				return look.Cell{Words: r.Stands, Icon: look.Icon(theme.IconNameWarning), Ink: look.InkSoon}
			case r.Gone:
				return look.Cell{Words: r.Stands, Icon: look.Icon(theme.IconNameDelete), Ink: look.InkSecond}
			default:
				return look.Cell{Words: r.Stands, Ink: look.InkSecond}
			}
		}},
	}
}

func (s *destroyScreen) paintList(r present.ListedRow, width float32, put func(look.Part)) {
	ink := look.InkSecond
	switch r.Stage {
	case domain.ErasureWaits:
		ink = look.InkSoon
	case domain.ErasureReady:
		ink = look.InkOK
	case domain.ErasureDone, domain.ErasureTakenBack: // nobody waits for them any more
	}
	put(look.Part{X: 12, Y: 5, W: width - 24, H: 18, Words: r.Words, Face: look.Body, Ink: look.Ink})
	put(look.Part{X: 12, Y: 23, W: width - 24, H: 16, Words: r.Second, Face: look.Second, Ink: ink})
	put(look.Part{X: 0, Y: listHigh - 1, W: width, H: 1, Fill: look.RowRule})
}

func (s *destroyScreen) head() head {
	head := head{title: s.window.env.T("place.destroy"), back: s.window.nav.CanBack()}
	if s.model.Part() == present.DestroyKept && s.model.MayPropose() {
		head.right = []fyne.CanvasObject{s.propose}
	}
	return head
}

func (s *destroyScreen) body() fyne.CanvasObject { return s.content }

func (s *destroyScreen) first() fyne.Focusable {
	switch {
	case s.panel != nil:
		return s.panel.first()
	case s.model.Part() == present.DestroyLists:
		return s.lists
	case len(s.model.Rows()) == 0:
		return nil
	default:
		return s.kept.Rows
	}
}

func (s *destroyScreen) reload() { s.model.Load() }

func (s *destroyScreen) leave() { s.model.CloseForm() }

func (s *destroyScreen) keep() any { return destroyKept{s.model.Part(), s.model.Filter()} }

func (s *destroyScreen) restore(kept any) {
	if k, ok := kept.(destroyKept); ok {
		s.tabs.Put(k.part)
		s.model.Restore(k.part, k.filter)
	}
}

func (s *destroyScreen) resized(width float32) {
	if small := width < narrow; small != s.narrow {
		s.narrow = small
		s.lay() // a form that is open lays nothing when it is drawn again
		s.redraw()
	}
}

// printNow prints the chosen list, see printer.
func (s *destroyScreen) printNow() { s.model.Print() }

func (s *destroyScreen) key(ev *fyne.KeyEvent) bool {
	switch {
	case s.panel != nil && s.panel.key(ev):
	case ev.Name == fyne.KeyEscape:
		return s.model.CloseForm()
	case ev.Name == look.CtrlEnter && s.model.Part() == present.DestroyKept:
		s.model.Propose()
	default:
		return false
	}
	return true
}
