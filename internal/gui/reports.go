package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// reportsScreen is the figures of a year: headline figures, charts, and tables whose numbers open as lists.
type reportsScreen struct {
	still
	window *Window
	model  *present.Reports

	list    *look.List[present.ReportRow]
	which   *look.Choice // the same, where there is no room for the list
	narrow  *fyne.Container
	year    *look.Choice
	compare *look.Tick
	yearly  *look.Text // the label of the year
	excel   *look.Button
	bar     *look.Progress // of the workbook that is being written
	side    *fyne.Container
	notices *fyne.Container
	page    *fyne.Container
	scroll  *look.Scrolled
	content fyne.CanvasObject
	shown   int // version of the page that was built
}

// reportsKept is what one finds again when one comes back.
type reportsKept struct {
	report  string
	year    int
	compare bool
	offset  float32
}

func newReports(w *Window, to present.Route) screen {
	t := w.env.T
	s := &reportsScreen{window: w, model: present.NewReports(w.env, w.program, to.Arg), notices: look.Column(10), page: look.Column(10), shown: -1}
	s.list = look.NewList(48, paintReport)
	s.list.OnChosen = func(i int) { s.chosen(i, false) }
	s.list.OnOpen = func(i int) { s.chosen(i, true) }
	s.list.OnPress = func(i int, _ fyne.Position) bool { // the arrows only pass by; who presses wants to go there
		if !s.model.List()[i].Elsewhere() {
			return false
		}
		s.chosen(i, true)
		return true
	}
	names := make([]string, len(s.model.List()))
	for i, r := range s.model.List() {
		names[i] = r.Words
	}
	s.which = look.NewChoice("", names, func(i int) { s.chosen(i, true) })
	s.year = look.NewChoice("", nil, s.model.ShowYear)
	s.compare = look.NewTick("", s.model.SetCompare)
	s.excel = look.NewButton(t("reports.excel"), look.Icon(theme.IconNameDocumentSave), look.Primary, func() {
		w.saveAs(s.model.FileName(), s.model.Export)
	})
	s.bar = look.NewProgress("", t("import.stop"), s.model.Stop)
	s.narrow = look.Sized(176, 28, s.which)
	s.yearly = look.NewText(t("reports.year"), look.Second, look.InkSecond)
	tools := look.Edged(nil, nil, nil, s.excel, look.Row(12, s.narrow, s.yearly, look.Sized(92, 28, s.year), s.compare))
	bar := look.Stack(look.NewBox(look.Surface), look.Edged(nil, look.Line(look.Rule), nil, nil, look.Padded(8, 7, 16, 16, tools)))
	foot := look.Edged(look.Line(look.Rule), nil, nil, nil, look.Padded(12, 12, 12, 12, look.NewProse(t("reports.every_number"), look.Second, look.InkSecond)))
	s.side = look.Sized(204, 0, look.Stack(look.NewBox(look.Surface),
		look.Edged(nil, nil, nil, look.Line(look.Rule), look.Edged(nil, foot, nil, nil, look.Padded(6, 0, 0, 0, s.list)))))
	s.scroll = look.NewScrolled(look.Padded(12, 12, 16, 16, look.Column(10, s.notices, s.page)))
	s.content = look.Edged(look.Sized(0, 44, bar), nil, s.side, nil, s.scroll.Container)
	s.model.Changed = s.redraw
	s.redraw()
	s.model.Load()
	return s
}

// paintReport draws a report of the list.
func paintReport(r present.ReportRow, width float32, put func(look.Part)) {
	icon := map[string]fyne.Resource{
		present.ReportYearly: look.IconChart, present.ReportOverdue: look.Icon(theme.IconNameWarning),
		present.ReportUnits: look.IconPeople, present.ReportRegister: look.Icon(theme.IconNameList),
		present.ReportDestroy: look.Icon(theme.IconNameStorage),
	}[r.Key]
	put(look.Part{X: 12, Y: 16, W: 16, H: 16, Icon: icon, Ink: look.InkSecond})
	put(look.Part{X: 36, Y: 6, W: width - 44, H: 18, Words: r.Words, Face: look.Body, Ink: look.Ink})
	put(look.Part{X: 36, Y: 24, W: width - 44, H: 16, Words: r.Second, Face: look.Second, Ink: look.InkSecond})
}

// chosen shows a report; what leads to another place waits until it is opened or pressed.
func (s *reportsScreen) chosen(i int, opened bool) {
	all := s.model.List()
	if i >= 0 && i < len(all) && (opened || !all[i].Elsewhere()) {
		s.model.ShowReport(all[i].Key)
	}
}

func (s *reportsScreen) head() head { return head{title: s.model.Title()} }

func (s *reportsScreen) body() fyne.CanvasObject { return s.content }

func (s *reportsScreen) first() fyne.Focusable { return s.list }

func (s *reportsScreen) reload() { s.model.Outdated() }

func (s *reportsScreen) resized(width float32) {
	show(s.side, width >= narrow)
	show(s.narrow, width < narrow)
	show(s.yearly, width >= tiny)
	words := s.window.env.T("reports.excel")
	if width < tiny {
		words = s.window.env.T("register.excel")
	}
	s.excel.Say(words, s.excel.Icon, look.Primary)
	s.content.Refresh()
}

// reportsPage is how far PageDown scrolls.
const reportsPage = 320

func (s *reportsScreen) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyPageDown:
		s.scroll.ScrollTo(s.scroll.Offset() + reportsPage)
	case fyne.KeyPageUp:
		s.scroll.ScrollTo(max(0, s.scroll.Offset()-reportsPage))
	case look.FocusMoved:
		s.window.follow(s.scroll)
	case fyne.KeyEscape:
		if !s.model.Meter().Busy() {
			return false
		}
		s.model.Stop()
	case fyne.KeyF5:
		s.model.Load()
	default:
		return false
	}
	return true
}

func (s *reportsScreen) keep() any {
	_, compare, _ := s.model.Compare()
	return reportsKept{s.model.Report(), s.model.Year(), compare, s.scroll.Offset()}
}

func (s *reportsScreen) restore(kept any) {
	if k, ok := kept.(reportsKept); ok {
		s.model.Restore(k.report, k.year, k.compare)
		s.scroll.ScrollTo(k.offset)
	}
}

func (s *reportsScreen) redraw() {
	reports := s.model.List()
	for i, r := range reports {
		if r.Key == s.model.Report() {
			if len(s.list.Items()) == 0 {
				s.list.SetItems(reports, i)
			}
			s.which.Put(i)
		}
	}
	years, at := s.model.Years()
	s.year.SetOptions(years, at)
	words, on, can := s.model.Compare()
	s.compare.Say(words)
	s.compare.Put(on)
	s.compare.Allow(can)
	s.excel.Allow(s.model.Loaded() && !s.model.Meter().Busy())
	putMeter(s.bar, s.model.Meter())
	notices := s.drawNotices()
	look.Swap(s.notices, notices...)
	show(s.notices, len(notices) > 0)
	if s.shown != s.model.Version() {
		s.shown = s.model.Version()
		look.Swap(s.page, s.drawPage()...)
	}
	s.scroll.Refresh()
	if s.window.screen == s {
		s.window.retitle()
	}
}
