package gui

import (
	"image"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// letterScreen is a letter being written: paragraphs to insert, the text, and the paper as it will be.
type letterScreen struct {
	still
	window *Window
	model  *present.Letter

	tools, strips, checks *fyne.Container
	paragraphs            *look.List[present.LibraryRow]
	none                  *fyne.Container // said in its place
	expired               *look.Prose     // how many are not shown
	expiredLine           *fyne.Container
	blocks                map[int]*letterBlock
	column                *fyne.Container
	scroll                *look.Scrolled
	compare               *comparePane // in the place of the text, while a version is looked at
	paper                 *look.PageView
	paperHead, printNote  *look.Text
	paperTop              *fyne.Container
	panes                 *fyne.Container
	tabs                  *look.Tabs
	tabLine               *fyne.Container
	content               *fyne.Container

	template, signer *look.Choice
	state            *look.Text
	versions         *look.Button
	why              *look.Prose
	whySign          *look.Glyph
	save, press      *look.Button
	add              fyne.CanvasObject

	width   float32
	tab     int
	shown   []int // ids of the blocks in the column
	strip   string
	check   string
	pages   []image.Image
	title   string
	reading bool   // it is signed: there is only paper to read
	picked  string // words of the template and signer choices
	begun   bool   // the focus was given to where one writes
}

const (
	libraryWidth = 212
	paperWidth   = 468
	paperRatio   = 1.4143 // of A4
	columnTop    = 12     // over the first block
	leastRoom    = 300    // that the text is given
)

func newLetter(w *Window, to present.Route) screen {
	s := &letterScreen{
		window: w, model: present.NewLetter(w.env, w.program, to), blocks: map[int]*letterBlock{},
		tools: look.Stack(), strips: look.Column(4), checks: look.Wrapped(16, 8), column: look.Column(10),
	}
	s.buildTools()
	s.scroll = look.NewScrolled(look.Padded(columnTop, 16, 16, 16, s.column))
	s.scroll.OnScroll(s.seeAll)
	s.buildPaper()
	s.compare = newComparePane(w, func(i int) { s.model.View(i + 1) }, s.model.Against)
	s.compare.Hide()
	text := look.Edged(nil, s.checkPane(), nil, nil, look.Stack(s.scroll.Container, s.compare.Container))
	s.panes = look.Panes(0, []float32{libraryWidth, 0, paperWidth}, s.paragraphsPane(), text, s.paperPane())
	t := w.env.T
	s.tabs = look.NewTabs([]look.TabWords{{Words: t("write.title_new"), Count: -1}, {Words: t("write.preview"), Count: -1}, {Words: t("write.paragraphs_tab"), Count: -1}}, s.turn)
	s.tabLine = look.Padded(0, 0, 12, 12, s.tabs)
	s.tabLine.Hide()
	s.content = look.Tall(look.Column(0, s.toolRow(), s.strips, s.tabLine), s.panes)
	s.model.Changed = s.redraw
	s.model.Load()
	s.redraw()
	return s
}

func (s *letterScreen) head() head {
	return head{title: s.model.Title(), note: s.model.Note(), back: true}
}

func (s *letterScreen) body() fyne.CanvasObject { return s.content }

// first is the first place that waits to be filled.
// first is what is missing, or the text. A letter that only waits to be signed is read: a letter typed into it by mistake
// would void what approved it.
func (s *letterScreen) first() fyne.Focusable {
	if step, _, _ := s.model.Step(); step == present.SignStep || step == present.PrintStep {
		return s.paper
	}
	for _, b := range s.model.Blocks() {
		if s.model.MayWrite() && s.model.Open(&b) {
			return s.blocks[b.ID].area.Editor
		}
	}
	if all := s.model.Blocks(); len(all) > 0 && s.model.MayWrite() {
		return s.blocks[all[0].ID].area.Editor
	}
	return nil
}

func (s *letterScreen) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case look.CtrlEnter:
		s.model.Press()
	case fyne.KeyEscape:
		version, _ := s.model.Viewed()
		if version == 0 {
			return false
		}
		s.model.View(0)
	case fyne.KeyF4:
		s.turn((s.tab + 1) % 3)
		s.tabs.Put(s.tab)
	default:
		return false
	}
	return true
}

func (s *letterScreen) saveNow()  { s.model.Save() }
func (s *letterScreen) printNow() { s.model.Print() }
func (s *letterScreen) reload()   { s.model.Reload() }
func (s *letterScreen) leave()    { s.model.Leave() }

func (s *letterScreen) resized(width float32) {
	if s.width == width {
		return
	}
	s.width = width
	s.turn(s.tab)
	s.draw()
}

// turn opens a pane where there is room for one alone.
func (s *letterScreen) turn(tab int) {
	s.tab = tab
	reading := s.model.Issued()
	folded := s.width > 0 && s.width < narrow && !reading
	order := []int{1, 2, 0} // of the panes behind the tabs
	for i, pane := range order {
		show(s.panes.Objects[pane], (!folded || i == tab) && (!reading || pane == 2))
	}
	widths := []float32{libraryWidth, 0, paperWidth}
	if folded || reading {
		widths = []float32{0, 0, 0}
	}
	s.panes.Layout = look.Panes(0, widths).Layout
	show(s.tabLine, folded)
	s.content.Refresh()
	s.draw()
}

// draw asks for the paper as wide as it is shown, in pixels.
func (s *letterScreen) draw() {
	if s.paper.Size().Width < 50 {
		return
	}
	room := s.paper.Size()
	width := min(room.Width, room.Height/paperRatio) - 32
	if s.model.Issued() {
		width = min(readingWidth, room.Width-32)
	}
	s.paper.SetWidth(width)
	s.model.Look(int(s.paper.PageWidth() * s.window.Canvas().Scale()))
}

// redraw shows what has changed.
func (s *letterScreen) redraw() {
	s.redrawBlocks()
	s.redrawCompare()
	s.begin()
	s.redrawTools()
	s.redrawStrips()
	s.redrawChecks()
	s.redrawPaper()
	s.redrawLibrary()
	if reading := s.model.Issued(); reading != s.reading {
		s.reading = reading
		s.turn(s.tab)
	}
	if title := s.model.Title() + s.model.Note(); title != s.title {
		s.title = title
		s.window.retitle()
	}
}

// begin gives the focus to where one writes, once the letter is there.
func (s *letterScreen) begin() {
	if s.begun || len(s.shown) == 0 || s.window.screen != s {
		return
	}
	s.begun = true
	if f := s.first(); f != nil && s.window.Canvas().Focused() == nil {
		s.window.focus(f)
	}
}

// redrawBlocks keeps a widget for each block, so that the focus stays where it is.
func (s *letterScreen) redrawBlocks() {
	var ids []int
	for _, b := range s.model.Blocks() {
		ids = append(ids, b.ID)
	}
	if slices.Equal(ids, s.shown) {
		for _, b := range s.model.Blocks() {
			s.blocks[b.ID].show(&b)
		}
		return
	}
	s.shown = ids
	blocks := map[int]*letterBlock{}
	var objects []fyne.CanvasObject
	for _, b := range s.model.Blocks() {
		v := s.blocks[b.ID]
		if v == nil {
			v = newLetterBlock(s, &b)
		}
		v.show(&b)
		blocks[b.ID] = v
		objects = append(objects, v)
	}
	s.blocks = blocks
	look.Swap(s.column, append(objects, s.add)...)
	s.scroll.Refresh()
}

// redrawCompare shows the version that is looked at in the place of the text.
func (s *letterScreen) redrawCompare() {
	version, against := s.model.Viewed()
	if version > 0 {
		with := s.model.CompareWith()
		s.compare.offer(with[1:], version-1, with, against)
		s.compare.put(s.model.Compared())
	}
	show(s.scroll.Container, version == 0)
	show(s.compare.Container, version > 0)
}

// fit lays the column out anew when a block has become higher or lower.
func (s *letterScreen) fit(v *letterBlock) {
	if height := v.HeightAt(v.Size().Width); height != v.height {
		v.height = height
		s.scroll.Refresh()
		s.see(v)
	}
}

// reveal scrolls a block into sight.
func (s *letterScreen) reveal(v *letterBlock) {
	top, room := v.Position().Y, s.scroll.Size().Height
	switch {
	case room < 50 || v.Size().Height > room-24: // of one that is higher the caret is followed
	case top < s.scroll.Offset():
		s.scroll.ScrollTo(max(0, top-8))
	case top+v.Size().Height > s.scroll.Offset()+room-24:
		s.scroll.ScrollTo(max(0, min(top-8, top+v.Size().Height-room+48)))
	}
}

// follow scrolls a part of an editor into sight.
func (s *letterScreen) follow(v *letterBlock, top, bottom float32) {
	room := s.scroll.Size().Height
	above := columnTop + v.Position().Y + v.editorTop()
	if room < 50 || v.Size().Height == 0 {
		return
	}
	const air = 8
	offset := s.scroll.Offset()
	if to := max(0, min(offset, above+top-air), above+bottom+air-room); to != offset {
		s.scroll.ScrollTo(to)
	}
	s.see(v)
}

// see tells a block which part of it is seen: its editor while it is being written, and else the text over it. Of one that
// is much higher than the room it is a part of some rooms, which changes seldom.
func (s *letterScreen) see(v *letterBlock) {
	top, bottom := float32(0), float32(wholeText)
	if room := max(s.scroll.Size().Height, leastRoom); v.Size().Height > 3*room {
		above := s.scroll.Offset() - columnTop - v.Position().Y - v.editorTop()
		top = room * float32(int(above/room)-1)
		bottom = top + 4*room
	}
	if v.focused {
		v.area.Editor.Page = s.scroll.Size().Height
		v.area.Editor.See(top, bottom)
		return
	}
	v.area.Editor.See(0, 0)
	v.rest.See(top, bottom)
}

// seeAll tells the blocks what is seen of them.
func (s *letterScreen) seeAll() {
	for _, v := range s.blocks {
		s.see(v)
	}
}

// write puts the cursor at the end of a block.
func (s *letterScreen) write(id int) {
	v := s.blocks[id]
	if v == nil {
		return
	}
	s.window.focus(v.area.Editor)
	s.reveal(v)
	v.area.Editor.ToEnd()
}

func (s *letterScreen) removeBlock(id int) {
	s.window.focus(nil)
	before := -1
	for _, b := range s.model.Blocks() {
		if b.ID == id {
			break
		}
		before = b.ID
	}
	s.model.Remove(id)
	s.write(before)
}

func (s *letterScreen) buildPaper() {
	s.paper = look.NewPageView()
	s.paper.OnZoom = func(float32) { s.draw() }
	s.paper.OnView = s.model.LookAt
	s.paper.Empty(look.NewSkeleton(12))
	s.paperHead = look.NewText("", look.Strong, look.Ink)
}

// paperLate is when it is said that the paper is still to come: the first time on a PC it takes seconds.
const paperLate = 800 * time.Millisecond

func (s *letterScreen) paperPane() fyne.CanvasObject {
	zoom := look.NewButton("", look.Icon(theme.IconNameViewZoomIn), look.Plain, func() {
		if s.paper.SetZoom(s.paper.Zoom() * 1.25); s.paper.Zoom() >= 2 {
			s.paper.SetZoom(1)
		}
		s.draw()
	})
	s.printNote = look.NewText(s.window.env.T("write.print_after"), look.Second, look.InkHint)
	s.paperTop = look.Padded(8, 8, 16, 16, look.Row(8, s.paperHead, look.Spacer(), s.printNote, look.NewKeyCap("Ctrl+P"), zoom))
	s.window.env.After(paperLate, s.paperSoon)
	return look.Stack(look.NewBox(look.Band), look.Edged(nil, nil, look.Sized(1, 0, look.NewBox(look.Rule)), nil, look.Tall(s.paperTop, s.paper)))
}

// paperSoon says that the paper is still to come, where nothing else is said about it.
func (s *letterScreen) paperSoon() {
	if s.paperHead.Words() == "" && s.model.PaperTrouble() == "" && s.model.Failed == "" {
		s.paperHead.SetWords(s.window.env.T("write.paper_soon"))
		s.paperTop.Objects[0].Refresh()
	}
}

func (s *letterScreen) redrawPaper() {
	t := s.window.env.T
	if s.model.Failed != "" {
		s.paper.Empty(look.NewEmpty(look.Icon(theme.IconNameWarning), look.InkToday, s.model.Failed, "", nil))
	}
	if trouble := s.model.PaperTrouble(); trouble != "" {
		s.paperHead.SetWords("")
		s.paper.Empty(look.NewEmpty(look.Icon(theme.IconNameWarning), look.InkToday, t("write.paper_fail"), trouble, nil))
	}
	pages, count := s.model.Paper()
	show(s.printNote, !s.model.MayPrint())
	if count > 0 {
		s.paperHead.SetWords(t("write.page_count", "n", count))
		s.paperTop.Objects[0].Refresh()
	}
	if slices.Equal(pages, s.pages) {
		return
	}
	s.paper.Renew(pages)
	s.pages = pages
}
