package gui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// todayScreen is the desk in the morning: six cards, the load of the days, and what was open lately.
type todayScreen struct {
	still
	window *Window
	model  *present.Today

	cards  [6]*todayCard
	load   *look.WeekLoad
	whose  *look.Text   // the load is
	unit   *look.Button // chooses that
	opened *look.List[present.TodayOpened]
	recent *fyne.Container
	banner *fyne.Container
	seats  *fyne.Container
	stand  []string // who stands in, as it is shown
	steps  *fyne.Container
	told   string // the banner that is shown
	done   []present.TodayStep
	grid   *todayGrid
	scroll *look.Scrolled // of a window that has no room for all cards
	body_  fyne.CanvasObject
}

func newToday(w *Window, _ present.Route) screen {
	s := &todayScreen{window: w, banner: look.Stack(), seats: look.Column(0), steps: look.Stack(), recent: look.Stack()}
	s.model = present.NewToday(w.env, w.program, w.nav.Opened)
	cards := make([]fyne.CanvasObject, 0, 8)
	for i := range s.cards {
		s.cards[i] = newTodayCard(s, i)
		cards = append(cards, s.cards[i].object)
	}
	s.load = look.NewWeekLoad(nil)
	s.whose = look.NewText("", look.Strong, look.Ink).Elided()
	s.unit = look.NewChip(w.env.T("register.chip.department"), true, s.chooseUnit)
	s.unit.Hide()
	s.opened = look.NewList(todayOpenedHeight, paintOpened)
	s.opened.OnOpen = func(i int) { s.model.OpenCase(s.model.Opened()[i].Case) }
	s.opened.OnRune = s.typed
	t := w.env.T
	head := func(key string) fyne.CanvasObject { return look.NewText(t(key), look.Strong, look.Ink) }
	cards = append(cards,
		look.NewCard(look.Edged(nil, nil, nil, look.Padded(0, 0, 8, 0, look.Centred(s.unit)), look.Middle(s.whose)), look.NewScrolled(look.Padded(8, 8, 13, 13, s.load)).Container),
		look.NewCard(head("today.opened"), look.Padded(4, 4, 1, 1, s.recent)))
	s.grid = &todayGrid{fit: s.model.Fit}
	s.scroll = look.NewScrolled(container.New(s.grid, cards...))
	s.body_ = look.Edged(look.Padded(12-sideAir, 0, 16, 16, look.Column(0, s.banner, s.seats, s.steps)), nil, nil, nil,
		look.Padded(0, 12-sideAir, 16-sideAir, 16-sideAir, s.scroll.Container))
	s.model.Changed = s.redraw
	s.redraw()
	s.model.Reload()
	return s
}

func (s *todayScreen) head() head {
	h := head{title: s.window.env.T("today.title"), note: s.model.Date()}
	if s.window.frame.model.Offers(present.NewPlace) {
		h.right = []fyne.CanvasObject{s.window.newCaseButton()}
	}
	return h
}

func (s *todayScreen) body() fyne.CanvasObject { return s.body_ }

func (s *todayScreen) first() fyne.Focusable {
	if !s.model.Ready() {
		return nil
	}
	return s.cards[s.model.Card].rows
}

// key brings what has the focus into view.
func (s *todayScreen) key(ev *fyne.KeyEvent) bool {
	if ev.Name != look.FocusMoved {
		return false
	}
	s.window.follow(s.scroll)
	return true
}

func (s *todayScreen) reload() { s.model.Reload() }

func (s *todayScreen) resized(width float32) {
	if folded := width < narrow; s.grid.folded != folded {
		s.grid.folded = folded
		s.body_.Refresh()
	}
}

// keep and restore find the chosen row again.
func (s *todayScreen) keep() any { return [2]int{s.model.Card, s.model.Row} }

func (s *todayScreen) restore(kept any) {
	if at, ok := kept.([2]int); ok {
		s.model.Choose(at[0], at[1])
		s.window.focus(s.first())
	}
}

// typed jumps to a card by its number.
func (s *todayScreen) typed(r rune) {
	if r < '1' || r > '6' {
		return
	}
	s.model.Jump(int(r - '1'))
	s.window.focus(s.first())
}

// across goes to the card beside.
func (s *todayScreen) across(by int) {
	s.model.Across(by)
	s.window.focus(s.first())
}

func (s *todayScreen) redraw() {
	if s.model.Ready() {
		begun := s.model.Begin() && s.window.screen == s && !look.Covered(s.window.Canvas())
		for i, c := range s.model.Cards() {
			s.cards[i].show(c)
		}
		if begun {
			s.window.focus(s.first())
		}
	}
	s.drawLoad()
	s.drawOpened()
	s.drawBanner()
	s.drawSeats()
	s.drawSteps()
}

func (s *todayScreen) drawLoad() {
	days := make([]look.DayLoad, 0, len(s.model.Load()))
	for i, d := range s.model.Load() {
		days = append(days, look.DayLoad{Label: d.Day, Count: d.Count, Ink: urgencyFill(d.Urgency), Today: d.Urgency == domain.Today, Apart: d.First && i > 0})
	}
	s.load.Put(days)
	s.whose.SetWords(s.model.LoadTitle())
	show(s.unit, len(s.model.Units()) > 0)
}

// chooseUnit lists the units whose load can be shown by itself.
func (s *todayScreen) chooseUnit() {
	units := s.model.Units()
	look.ShowOptions(s.unit, wordsOfOptions(units), max(0, optionAt(units, s.model.Unit())), func(i int) { s.model.ShowUnit(units[i].Key) })
}

// urgencyFill is the colour of a bar.
func urgencyFill(u domain.Urgency) fyne.ThemeColorName {
	switch u {
	case domain.Late:
		return look.FillOver
	case domain.Today:
		return look.FillToday
	case domain.Soon:
		return look.FillSoon
	default:
		return look.FillOK
	}
}

func (s *todayScreen) drawOpened() {
	rows := s.model.Opened()
	s.opened.SetItems(rows, -1)
	if len(rows) > 0 {
		look.Swap(s.recent, s.opened)
		return
	}
	look.Swap(s.recent, look.AtTop(look.Padded(8, 8, 12, 12, look.NewProse(s.window.env.T("today.no_opened"), look.Second, look.InkHint))))
}

func (s *todayScreen) drawBanner() {
	words := s.model.Banner()
	if words == s.told {
		return
	}
	s.told = words
	if words == "" {
		look.Swap(s.banner)
	} else {
		confirm := look.NewButton(s.model.ConfirmWords(), nil, look.Plain, s.model.Confirm)
		look.Swap(s.banner, look.Padded(sideAir, 12-sideAir, 0, 0, look.NewBanner(look.Icon(theme.IconNameWarning), words, look.ToneSoon, confirm)))
	}
	s.body_.Refresh()
}

// drawSeats says to both who stands in for whom.
func (s *todayScreen) drawSeats() {
	words := s.model.Substitutions()
	if slices.Equal(words, s.stand) {
		return
	}
	s.stand = words
	s.seats.RemoveAll()
	for _, w := range words {
		line := look.Edged(nil, nil, look.AtTop(look.Padded(1, 0, 0, 8, look.NewGlyph(look.IconPeople, look.InkAccent, 16))), nil, look.NewProse(w, look.Body, look.Ink))
		s.seats.Add(look.Padded(sideAir, 12-sideAir, 1, 1, line))
	}
	s.body_.Refresh()
}

// drawSteps shows what is done first, with ticks.
func (s *todayScreen) drawSteps() {
	steps := s.model.Steps()
	if slices.Equal(steps, s.done) {
		return
	}
	s.done = steps
	line := look.Wrapped(6, 6, look.Padded(0, 0, 0, 8, look.Sized(0, 28, look.NewText(s.window.env.T("today.first"), look.Strong, look.Ink))))
	for _, step := range steps {
		icon, l := look.Icon(theme.IconNameRadioButton), look.Plain
		if step.Done {
			icon, l = look.Icon(theme.IconNameConfirm), look.Quiet
		}
		b := look.NewButton(step.Words, icon, l, func() { s.window.open(step.To) })
		line.Add(b)
	}
	look.Swap(s.steps)
	if len(steps) > 0 {
		look.Swap(s.steps, look.Padded(sideAir, 12-sideAir, 0, 0, look.NewCard(nil, look.Padded(8, 8, 13, 13, line))))
	}
	s.body_.Refresh()
}

// todayCard is one of the six cards.
type todayCard struct {
	screen *todayScreen
	index  int
	object *fyne.Container
	title  *look.Text
	count  *look.Text
	rows   *look.List[present.TodayRow]
	middle *fyne.Container
	more   *look.Button
	half   *look.Button // what is past half of its term
	empty  string       // what is said instead of rows; "-" at first
}

// todaySigns are icon and colour of the cards.
var todaySigns = [6]struct {
	icon fyne.Resource
	ink  fyne.ThemeColorName
}{
	{look.Icon(theme.IconNameError), look.InkOver},
	{look.Icon(theme.IconNameWarning), look.InkToday},
	{look.IconClock, look.InkSoon},
	{look.Icon(theme.IconNameAccount), look.InkAccent},
	{look.IconPeople, look.InkAccent},
	{look.Icon(theme.IconNameMailSend), look.InkAccent},
}

func newTodayCard(s *todayScreen, i int) *todayCard {
	sign := todaySigns[i]
	c := &todayCard{
		screen: s, index: i, empty: "-", middle: look.Stack(),
		title: look.NewText("", look.Strong, look.Ink).Elided(), count: look.NewText("", look.Subtitle, sign.ink),
	}
	c.rows = look.NewList(todayRowHeight, paintToday)
	look.Swap(c.middle, c.rows, look.Padded(8, 8, 13, 13, look.AtTop(look.NewSkeleton(3)))) // the list takes the focus before it is filled
	c.rows.OnChosen = func(row int) { s.model.Choose(i, row) }
	c.rows.OnOpen = func(row int) { s.model.OpenRow(i, row) }
	c.rows.OnRune = s.typed
	c.rows.OnKey = func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyRight:
			s.across(1)
		case fyne.KeyLeft:
			s.across(-1)
		default:
			return false
		}
		return true
	}
	c.more = look.NewButton("", nil, look.Quiet, func() { s.model.OpenList(present.TodayKind(i)) })
	c.more.Hide()
	c.half = look.NewButton("", look.IconHalf, look.Quiet, s.model.OpenHalf)
	c.half.Hide()
	head := look.Edged(nil, nil, look.Padded(0, 0, 0, 8, look.Centred(look.NewGlyph(sign.icon, sign.ink, 18))),
		look.Padded(0, 0, 8, 0, look.Row(8, c.count, look.NewKeyCap(strconv.Itoa(i+1)))), look.Middle(c.title))
	foot := look.Padded(0, 2, 1, 1, look.Row(0, c.more, look.Spacer(), c.half))
	c.object = look.NewCard(head, look.Edged(nil, foot, nil, nil, look.Padded(0, 0, 1, 1, c.middle)))
	return c
}

// show draws a card; only the chosen row of the chosen card is marked.
func (c *todayCard) show(card present.TodayCard) {
	c.title.SetWords(card.Title)
	c.count.SetWords(strconv.Itoa(card.Count))
	chosen := -1
	if c.screen.model.Card == c.index {
		chosen = c.screen.model.Row
	}
	c.rows.SetItems(card.Rows, chosen)
	c.more.Say(card.More, nil, look.Quiet)
	show(c.more, card.More != "")
	c.half.Say(card.Half, look.IconHalf, look.Quiet)
	show(c.half, card.Half != "")
	if said := card.Empty + card.Next; said != c.empty {
		c.empty = said
		if card.Count > 0 {
			look.Swap(c.middle, c.rows)
		} else {
			look.Swap(c.middle, c.rows, look.NewEmpty(look.Icon(theme.IconNameConfirm), look.InkOK, card.Empty, card.Next, nil))
		}
	}
	c.object.Refresh()
}

// todayGrid places the cards: three beside each other in two lines with the load at the right; where that is too
// narrow two beside each other, and all of it scrolls.
type todayGrid struct {
	folded bool
	fit    func(rows int) // is told how many rows a card has room for
}

const (
	todaySide   = 228
	todayGap    = 12
	todayLow    = 200     // a card is not lower
	todayAround = 36 + 31 // of the rows: the header and the link
	todayFolded = 36 + 5*todayRowHeight + 32
)

// MinSize implements fyne.Layout.
func (g *todayGrid) MinSize([]fyne.CanvasObject) fyne.Size {
	if g.folded {
		return fyne.NewSize(2*240+todayGap, 4*todayFolded+3*todayGap+2*sideAir)
	}
	return fyne.NewSize(3*240+todaySide+3*todayGap, 2*todayLow+todayGap+2*sideAir)
}

// Layout implements fyne.Layout.
func (g *todayGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	size = size.SubtractWidthHeight(2*sideAir, 2*sideAir)
	at := func(i int, x, y, w, h float32) {
		objects[i].Move(fyne.NewPos(sideAir+float32(int(x)), sideAir+float32(int(y))))
		objects[i].Resize(fyne.NewSize(float32(int(w)), float32(int(h))))
	}
	if g.folded {
		g.fit(int((todayFolded - todayAround) / todayRowHeight))
		width := (size.Width - todayGap) / 2
		for i := range objects {
			at(i, float32(i%2)*(width+todayGap), float32(i/2)*(todayFolded+todayGap), width, todayFolded)
		}
		return
	}
	width := (size.Width - todaySide - 3*todayGap) / 3
	height := (size.Height - todayGap) / 2
	g.fit(int((height - todayAround) / todayRowHeight))
	for i := range 6 {
		at(i, float32(i%3)*(width+todayGap), float32(i/3)*(height+todayGap), width, height)
	}
	for i := range 2 {
		at(6+i, size.Width-todaySide, float32(i)*(height+todayGap), todaySide, height)
	}
}
