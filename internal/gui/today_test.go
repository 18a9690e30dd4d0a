package gui

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// todayProgram is an office with two late cases, none of today, and one that is due soon.
type todayProgram struct {
	*intakeProgram
	duties []office.Due
}

func newTodayProgram() *todayProgram {
	p := &todayProgram{intakeProgram: newIntakeProgram()}
	p.office.Confirmed = []domain.ConfirmedYear{{Year: 2026}}
	for i, day := range []int{18, 19, 25} {
		e := domain.Entry{
			Case: domain.CaseID{byte(i + 1)}, Kind: domain.Question, State: domain.InWork, Subject: fmt.Sprintf("Случай %d", i+1), Sender: "Иван Иванов",
			Number:    domain.Number{Text: fmt.Sprintf("94-%d/02.11.2026", i+1), Serial: i + 1, Date: calendar.NewDate(2026, 11, 2)},
			Deadlines: []domain.Deadline{{Clock: domain.CharterClock, Start: calendar.NewDate(2026, 11, 2), Due: calendar.NewDate(2026, 11, day)}},
		}
		p.duties = append(p.duties, office.Due{Entry: e, Reminder: p.office.Remind(e, calendar.NewDate(2026, 11, 23))})
	}
	return p
}

func (p *todayProgram) Duties() []office.Due                        { return p.duties }
func (*todayProgram) Invitations() ([]office.Invitation, error)     { return nil, nil }
func (*todayProgram) LastBackup() (note desk.BackupNote, ok bool)   { return desk.BackupNote{}, true }
func (p *todayProgram) List(func(domain.Entry) bool) []domain.Entry { return nil }

func todayWindow(t *testing.T, p Program, size fyne.Size) (*Window, *todayScreen, *[]present.Route) {
	t.Helper()
	opened := &[]present.Route{}
	w := bareWindow(t, p)
	w.env.Now = func() time.Time { return time.Date(2026, time.November, 23, 8, 42, 0, 0, time.UTC) }
	w.env.Open = func(r present.Route) { *opened = append(*opened, r) }
	s, ok := newToday(w, present.Route{}).(*todayScreen)
	if !ok {
		t.Fatal("no morning")
	}
	w.screen = s
	w.Canvas().SetContent(look.Stack(s.body(), w.layer))
	w.Resize(size)
	s.resized(size.Width)
	w.focus(s.first())
	return w, s, opened
}

func TestMorningIsWorkedByKeys(t *testing.T) {
	w, s, opened := todayWindow(t, newTodayProgram(), fyne.NewSize(1202, 698))
	press := func(names ...fyne.KeyName) {
		for _, n := range names {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	press(fyne.KeyDown, fyne.KeyReturn)
	if len(*opened) != 1 || (*opened)[0].Case != (domain.CaseID{2}) {
		t.Fatalf("opened %+v", *opened)
	}
	press(fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	if len(*opened) != 2 || (*opened)[1].Case != (domain.CaseID{3}) {
		t.Errorf("two cards on opened %+v", *opened)
	}
	w.Canvas().Focused().TypedRune('1')
	press(fyne.KeyReturn)
	if len(*opened) != 3 || (*opened)[2].Case != (domain.CaseID{1}) {
		t.Errorf("1 opened %+v", *opened)
	}
	w.Canvas().Unfocus()
	s.typed('3')
	if w.Canvas().Focused() != fyne.Focusable(s.cards[2].rows) {
		t.Error("a number does not lead to its card while nothing has the focus")
	}
	marked := 0
	for _, c := range s.cards {
		if c.rows.Chosen() >= 0 {
			marked++
		}
	}
	if marked != 1 {
		t.Errorf("%d rows are marked", marked)
	}
	test.Tap(s.cards[0].more)
	if last := (*opened)[len(*opened)-1]; last.Place != present.RegisterPlace || last.Arg != present.ViewLate {
		t.Errorf("the list of the late ones is %+v", last)
	}
}

func TestChosenRowIsFoundAgain(t *testing.T) {
	_, s, _ := todayWindow(t, newTodayProgram(), fyne.NewSize(1202, 698))
	s.model.Choose(0, 1)
	kept := s.keep()
	_, again, _ := todayWindow(t, newTodayProgram(), fyne.NewSize(1202, 698))
	again.restore(kept)
	if again.cards[0].rows.Chosen() != 1 {
		t.Errorf("row %d is chosen", again.cards[0].rows.Chosen())
	}
}

func TestCardsKeepTheirRoomInEveryWindow(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1756, Height: 1010}, {Width: 1202, Height: 698}, {Width: 1202, Height: 627}, {Width: 867, Height: 442}} {
		_, s, _ := todayWindow(t, newTodayProgram(), size)
		for i, c := range s.cards {
			if got := c.object.Size(); got.Width < 240 || got.Height < todayLow {
				t.Errorf("in %v card %d is %v", size, i+1, got)
			}
		}
	}
}

func TestUnconfirmedYearHasItsBanner(t *testing.T) {
	p := newTodayProgram()
	_, s, opened := todayWindow(t, p, fyne.NewSize(1202, 698))
	if s.told == "" || len(s.banner.Objects) != 1 {
		t.Fatal("there is no banner")
	}
	s.model.Confirm()
	if (*opened)[0].Place != present.CalendarPlace {
		t.Errorf("it leads to %+v", *opened)
	}
	p.office.Confirmed = append(p.office.Confirmed, domain.ConfirmedYear{Year: 2027})
	s.reload()
	if s.told != "" || len(s.banner.Objects) != 0 {
		t.Error("the banner stays")
	}
}

func TestAKeyBringsTheFocusBackToTheScreen(t *testing.T) {
	w, s, opened := todayWindow(t, newTodayProgram(), fyne.NewSize(1202, 698))
	s.model.Choose(0, 0)
	w.Canvas().Unfocus() // as by a press on empty ground
	w.recall(s, &fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.Canvas().Focused() != fyne.Focusable(s.cards[0].rows) || len(*opened) != 0 {
		t.Errorf("Enter leads to %T and opens %v", w.Canvas().Focused(), *opened)
	}
	w.Canvas().Unfocus()
	w.recall(s, &fyne.KeyEvent{Name: fyne.KeyDown})
	if s.model.Row != 1 {
		t.Errorf("Down chooses row %d", s.model.Row)
	}
	w.Canvas().Unfocus()
	w.recall(s, &fyne.KeyEvent{Name: fyne.KeyDelete})
	if w.Canvas().Focused() != nil {
		t.Error("a key that needs no focus takes it")
	}
}
