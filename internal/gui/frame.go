package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

const (
	railWidth    = 164
	foldedWidth  = 44
	topHeight    = 44
	statusHeight = 26
	searchWidth  = 340
	narrowSearch = 220
	searchSign   = 34
	topGap       = 12
)

// frame is what every screen shares: top bar with the search, rail, status line.
type frame struct {
	*fyne.Container
	window *Window
	model  *present.Frame

	top, content *fyne.Container
	rail, status *fyne.Container
	notices      *fyne.Container // what must be known about the data
	search       *searchBox
	folded       bool
}

// newFrame builds the parts in the order in which Tab reaches them: Fyne has no other way to say it.
func newFrame(w *Window) *frame {
	f := &frame{
		window: w, model: present.NewFrame(w.env, w.program),
		notices: w.notices(),
		top:     look.Stack(), content: look.Stack(), rail: look.Stack(), status: look.Stack(),
	}
	f.search = newSearchBox(w)
	f.Container = container.New(frameLayout{f},
		look.Stack(look.NewBox(look.Surface), look.Edged(nil, look.Line(look.Rule), nil, nil, look.Padded(8, 7, 16, 16, f.top))),
		look.Tall(f.notices, f.content), // on the ground of the window, which costs nothing
		f.rail,
		f.status,
	)
	f.model.Changed = f.redraw
	return f
}

type frameLayout struct{ frame *frame }

func (l frameLayout) width() float32 {
	if l.frame.folded {
		return foldedWidth
	}
	return railWidth
}

func (l frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(640, topHeight+statusHeight+200)
}

func (l frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if folded := size.Width < narrow; folded != l.frame.folded {
		l.frame.folded = folded
		l.frame.redraw()
	}
	rail := l.width()
	width, bottom := size.Width-rail, size.Height-statusHeight
	at := func(i int, x, y, w, h float32) {
		objects[i].Move(fyne.NewPos(x, y))
		objects[i].Resize(fyne.NewSize(w, h))
	}
	at(0, rail, 0, width, topHeight)
	at(1, rail, topHeight, width, bottom-topHeight)
	at(2, 0, 0, rail, bottom)
	at(3, 0, bottom, size.Width, statusHeight)
	if s := l.frame.window.screen; s != nil {
		s.resized(size.Width)
	}
}

// show puts a screen into the frame.
func (f *frame) show(s screen) {
	look.Swap(f.content, s.body())
	f.retitle(s.head())
	f.redraw()
}

// retitle fills the top bar.
func (f *frame) retitle(h head) {
	f.window.SetTitle(f.window.env.T("window.title_of", "screen", h.title))
	var back fyne.CanvasObject
	if h.back {
		back = look.Padded(0, 0, -7, topGap, look.NewButton("", look.Icon(theme.IconNameNavigateBack), look.Quiet, f.window.back))
	}
	lead := look.Edged(nil, nil, back, nil, look.Middle(look.NewText(h.title, look.Title, look.Ink).Elided()))
	note := look.NewText(h.note, look.Body, look.InkSecond).Elided()
	look.Swap(f.top, container.New(topLayout{f, h.title, h.note}, lead, look.Middle(note), look.Row(topGap, h.right...), f.search))
}

// topLayout gives the search what the title, the note and the buttons leave: a field, a short one, or only its sign. Where
// that is too much too, the note is cut, and at last the title.
type topLayout struct {
	frame       *frame
	title, note string
}

func (topLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[3].MinSize().Height)
}

func (l topLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spaced := func(width float32) float32 {
		if width > 0 {
			width += topGap
		}
		return width
	}
	lead, note, right := objects[0].MinSize().Width+look.Title.Width(l.title)+1, look.Body.Width(l.note)+1, objects[2].MinSize().Width
	if l.note == "" {
		note = 0
	}
	width, words := float32(searchWidth), "frame.search"
	room := size.Width - spaced(lead) - spaced(note) - spaced(right)
	if l.frame.folded || room < width {
		width, words = narrowSearch, "frame.search_short"
	}
	if room < width {
		width = searchSign
	}
	l.frame.search.say(l.frame.window.env.T(words), width == searchSign)
	at := func(i int, x, wide float32) {
		objects[i].Resize(fyne.NewSize(max(0, wide), size.Height))
		objects[i].Move(fyne.NewPos(x, 0))
	}
	lead = min(lead, size.Width-spaced(width)-spaced(right))
	at(0, 0, lead)
	at(1, spaced(lead), min(note, note+room-width))
	at(2, size.Width-width-spaced(right), right)
	at(3, size.Width-width, width)
}

// renotice draws the banners anew.
func (f *frame) renotice() {
	look.Swap(f.notices, f.window.notices().Objects...)
	f.Refresh()
}

// redraw draws rail and status line.
func (f *frame) redraw() {
	look.Swap(f.rail, f.drawRail())
	look.Swap(f.status, f.drawStatus())
}

func (f *frame) drawRail() fyne.CanvasObject {
	items := container.New(railLayout{})
	group := 0
	for _, it := range f.model.Items() {
		if it.Group != group {
			group = it.Group
			items.Add(look.Padded(0, 0, 12, 12, look.Middle(look.Line(look.Rule))))
		}
		items.Add(newRailItem(it, f.folded, it.Place == f.window.place(), func() { f.window.open(present.Route{Place: it.Place}) }))
	}
	edge := look.Edged(nil, nil, nil, look.Line(look.Rule), nil)
	return look.Stack(look.NewBox(look.Band), edge, look.Padded(8, 0, 0, 1, items))
}

// railIcons are the signs of the places.
var railIcons = map[present.Place]fyne.Resource{
	present.TodayPlace:    look.Icon(theme.IconNameHome),
	present.NewPlace:      look.Icon(theme.IconNameDocumentCreate),
	present.RegisterPlace: look.Icon(theme.IconNameList),
	present.LettersPlace:  look.Icon(theme.IconNameMailCompose),
	present.ApprovalPlace: look.IconStamp,
	present.DispatchPlace: look.Icon(theme.IconNameMailSend),
	present.ReportsPlace:  look.IconChart,
	present.CalendarPlace: look.Icon(theme.IconNameCalendar),
	present.JournalPlace:  look.Icon(theme.IconNameHistory),
	present.SettingsPlace: look.Icon(theme.IconNameSettings),
}

// sign gives icon and colour of a message.
func sign(s present.Sign) (fyne.Resource, fyne.ThemeColorName) {
	switch s {
	case present.DeskSign:
		return look.Icon(theme.IconNameComputer), look.InkSecond
	case present.PersonSign:
		return look.Icon(theme.IconNameAccount), look.InkSecond
	case present.GoodSign:
		return look.Icon(theme.IconNameConfirm), look.InkOK
	case present.WarnSign:
		return look.Icon(theme.IconNameWarning), look.InkSoon
	case present.BadSign:
		return look.Icon(theme.IconNameError), look.InkOver
	case present.InfoSign:
		return look.Icon(theme.IconNameInfo), look.InkInfo
	default:
		return look.Icon(theme.IconNameInfo), look.InkSecond
	}
}
