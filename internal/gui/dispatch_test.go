package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// sendingProgram is a program with letters to send.
type sendingProgram struct {
	*letterProgram
	letters []office.PendingLetter
	sent    []domain.LetterDispatched
	refuse  map[domain.LetterID]error
}

func newSendingProgram(t *testing.T) *sendingProgram {
	t.Helper()
	p := &sendingProgram{letterProgram: newLetterProgram(t), refuse: map[domain.LetterID]error{}}
	p.user = domain.UserID{2} // the secretary
	today := calendar.DateOf(letterTime)
	for n, to := range []string{"Мария Кънева", "Слави Бончев", "Цветана Лулчева", "Добри Йовчев"} {
		l := domain.Pending{
			Letter: domain.LetterID{byte(n + 1)}, Template: domain.TAnswer, State: domain.LetterSigned, To: to, Since: today,
			Number: domain.Number{Text: "94-" + string(rune('1'+n)) + "/23.11.2026", Date: today},
		}
		e := domain.Entry{Case: domain.CaseID{byte(n + 1)}, Number: l.Number, State: domain.Signed, Channel: domain.AtDesk, Sender: to}
		switch n {
		case 1:
			e.Channel = domain.ByEmail
		case 3:
			l.State, l.Via, l.SentOn, e.State = domain.LetterSent, domain.ByPost, today-21, domain.Dispatched
		}
		e.Pending = []domain.Pending{l}
		p.letters = append(p.letters, office.PendingLetter{Entry: e, Letter: l})
	}
	return p
}

func (*sendingProgram) Habits() desk.Habits { return desk.Habits{} }

func (p *sendingProgram) Letters(want func(domain.Entry, domain.Pending) bool) []office.PendingLetter {
	return slices.DeleteFunc(slices.Clone(p.letters), func(l office.PendingLetter) bool { return !want(l.Entry, l.Letter) })
}

func (p *sendingProgram) Dispatch(_ office.Command, id domain.CaseID, e domain.LetterDispatched) error {
	if err := p.refuse[e.Letter]; err != nil {
		return err
	}
	p.sent = append(p.sent, e)
	p.letters = slices.DeleteFunc(p.letters, func(l office.PendingLetter) bool { return l.Entry.Case == id })
	return nil
}

func openDispatchScreen(t *testing.T) (*Window, *dispatchScreen, *sendingProgram) {
	t.Helper()
	p := newSendingProgram(t)
	w, s := letterWindow(t, p.letterProgram, func(w *Window, to present.Route) screen {
		w.program = p
		return newDispatch(w, to)
	}, present.Route{Place: present.DispatchPlace})
	x, ok := s.(*dispatchScreen)
	if !ok {
		t.Fatal("no screen for sending")
	}
	return w, x, p
}

func TestLettersAreTickedSentAndScannedByKeysAlone(t *testing.T) {
	w, s, p := openDispatchScreen(t)
	if w.Canvas().Focused() != fyne.Focusable(s.ready.Rows) {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	for range 3 {
		s.ready.Rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		s.ready.Rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if len(s.form.order) != 3 {
		t.Fatalf("%d letters are ticked", len(s.form.order))
	}
	first, second := s.form.known[domain.LetterID{1}], s.form.known[domain.LetterID{3}]
	if s.form.known[domain.LetterID{2}].code.Visible() {
		t.Error("a letter by e-mail asks for a barcode")
	}
	w.focus(first.code.Entry)
	test.Type(first.code.Entry, "PS 4400")
	first.code.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.Canvas().Focused() != fyne.Focusable(second.code.Entry) {
		t.Fatalf("after the scanner's Enter the focus is on %T", w.Canvas().Focused())
	}
	test.Type(second.code.Entry, "ПС 4401")
	second.code.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	if w.Canvas().Focused() != fyne.Focusable(s.form.mark) {
		t.Fatalf("after the last barcode the focus is on %T", w.Canvas().Focused())
	}
	p.refuse[domain.LetterID{2}] = domain.Refuse("dispatch_letter", domain.WrongState)
	s.key(&fyne.KeyEvent{Name: look.CtrlEnter})
	if len(p.sent) != 2 || p.sent[0].Ref != "PS 4400" || p.sent[1].Ref != "ПС 4401" {
		t.Fatalf("sent %+v", p.sent)
	}
	if line := s.form.known[domain.LetterID{2}]; len(s.form.order) != 1 || !line.wrong.Visible() || line.wrong.Words() == "" {
		t.Error("what was refused does not say why")
	}
}

func TestTheFocusGoesBackToTheListWhenTheFormIsGone(t *testing.T) {
	w, s, p := openDispatchScreen(t)
	s.ready.Rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	w.focus(s.form.known[domain.LetterID{1}].code.Entry)
	s.key(&fyne.KeyEvent{Name: look.CtrlEnter})
	if len(p.sent) != 1 || w.Canvas().Focused() != fyne.Focusable(s.ready.Rows) {
		t.Errorf("sent %d; with the form gone the focus is on %T", len(p.sent), w.Canvas().Focused())
	}
}

func TestTabGoesThroughTheFormInItsOrder(t *testing.T) {
	w, s, _ := openDispatchScreen(t)
	s.model.Tick(0)
	s.model.ChooseReady(0)
	line := s.form.known[domain.LetterID{1}]
	w.focus(s.ready.Rows)
	var way []string
	for range 7 {
		w.Canvas().FocusNext()
		for name, f := range map[string]fyne.Focusable{
			"unsent": s.form.unsent, "print": s.form.print, "day": s.form.day.Entry(), "way": s.form.way, "its way": line.way,
			"code": line.code.Entry, "mark": s.form.mark,
		} {
			if w.Canvas().Focused() == f || name == "way" && w.Canvas().Focused() == fyne.Focusable(s.form.way) ||
				name == "its way" && w.Canvas().Focused() == fyne.Focusable(line.way) {
				way = append(way, name)
			}
		}
	}
	if got := strings.Join(way, " "); got != "unsent print day way its way code mark" {
		t.Errorf("Tab goes %q", got)
	}
}

func TestHugeAndOddBarcodesDoNoHarm(t *testing.T) {
	_, s, _ := openDispatchScreen(t)
	s.model.Tick(0)
	entry := s.form.known[domain.LetterID{1}].code.Entry
	entry.SetText(strings.Repeat("😀\u202eעברית\x00", 10_000))
	if n := len([]rune(entry.Text)); n > 60 || strings.Contains(entry.Text, "\x00") {
		t.Errorf("%d characters stay", n)
	}
}

func TestServiceIsAskedUnderTheList(t *testing.T) {
	w, s, _ := openDispatchScreen(t)
	s.model.ChooseSent(0)
	s.model.Serve()
	if s.panel == nil || w.Canvas().Focused() != s.panel.first() {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.panel != nil || w.Canvas().Focused() != fyne.Focusable(s.sent.Rows) {
		t.Errorf("after Esc the focus is on %T", w.Canvas().Focused())
	}
}

func TestANarrowWindowShowsOneListAtATime(t *testing.T) {
	w, s, _ := openDispatchScreen(t)
	w.Resize(fyne.NewSize(859, 442))
	s.resized(911)
	if !s.tabs.Visible() || s.panes.Objects[1].Visible() {
		t.Error("both lists are shown")
	}
	s.tabs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if s.panes.Objects[0].Visible() || !s.panes.Objects[1].Visible() {
		t.Error("the tab does not change the list")
	}
	kept := s.keep()
	s.resized(1366)
	if s.tabs.Visible() || !s.panes.Objects[0].Visible() {
		t.Error("a wide window shows one list")
	}
	s.restore(kept)
	if s.tabs.Current() != 1 {
		t.Error("the tab is forgotten")
	}
}

// figuresProgram is a program with the figures of a year.
type figuresProgram struct {
	*letterProgram
	years []int
}

func (p *figuresProgram) Report(year int) (domain.Yearly, error) {
	p.years = append(p.years, year)
	return domain.Yearly{
		Year: year, AsOf: calendar.DateOf(letterTime), Received: 3, Closed: 1, Open: 2, Target: 95, Charter: domain.Kept{OnTime: 1, Late: 1},
		Kinds: []domain.KindYear{{Kind: domain.Signal, Received: 3, Closed: 1, Open: 2}},
	}, nil
}

func TestTheNumbersOfAReportAreOpenedByKeys(t *testing.T) {
	p := &figuresProgram{letterProgram: newLetterProgram(t)}
	var opened []present.Route
	w, s := letterWindow(t, p.letterProgram, func(w *Window, to present.Route) screen {
		w.program = p
		w.env.Open = func(r present.Route) { opened = append(opened, r) }
		return newReports(w, to)
	}, present.Route{Place: present.ReportsPlace})
	x, ok := s.(*reportsScreen)
	if !ok || w.Canvas().Focused() != fyne.Focusable(x.list) {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	for range 12 {
		if f, ok := w.Canvas().Focused().(*look.Figures); ok {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			break
		}
		w.Canvas().FocusNext()
	}
	if len(opened) != 1 || opened[0].Arg != "figure:closed/2026/0/signal/" {
		t.Errorf("opened %+v", opened)
	}
	x.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if x.model.Report() != present.ReportOverdue {
		t.Errorf("the arrow shows %s", x.model.Report())
	}
	x.reload()
	if !x.model.Stale() || len(p.years) != 1 {
		t.Errorf("stale %v, computed %v", x.model.Stale(), p.years)
	}
	x.key(&fyne.KeyEvent{Name: fyne.KeyF5})
	x.key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if len(p.years) != 2 {
		t.Errorf("computed %v", p.years)
	}
	kept := x.keep()
	x.model.ShowReport(present.ReportUnits)
	x.restore(kept)
	if x.model.Report() != present.ReportOverdue {
		t.Errorf("comes back to %s", x.model.Report())
	}
	x.resized(911)
	if x.side.Visible() || !x.narrow.Visible() {
		t.Error("a narrow window shows the list beside the page")
	}
}

func TestTheFocusStaysInViewInASmallWindow(t *testing.T) {
	w, s, _ := openDispatchScreen(t)
	w.Resize(fyne.NewSize(859, 360))
	s.resized(911)
	s.model.TickAll()
	w.Resize(fyne.NewSize(859, 361))
	d := fyne.CurrentApp().Driver()
	last := s.form.known[domain.LetterID{3}].code
	w.focus(last.Entry)
	top, room := d.AbsolutePositionForObject(s.form.scroll.Container).Y, s.form.scroll.Size().Height
	if y := d.AbsolutePositionForObject(last.Entry).Y; y < top || y+last.Entry.Size().Height > top+room {
		t.Errorf("the barcode is at %v, the room goes from %v to %v", y, top, top+room)
	}
}
