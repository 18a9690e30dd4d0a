package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/present"
)

// head is what a screen puts into the top bar, left of the search.
type head struct {
	title string
	note  string              // beside the title
	right []fyne.CanvasObject // buttons
	back  bool                // an arrow before the title
}

// screen is one place of the window.
type screen interface {
	// head gives the top bar; it is asked again after [Window.retitle].
	head() head
	// body gives what stands under the top bar. It is built once.
	body() fyne.CanvasObject
	// first is what has the focus when the screen is shown; nil = nothing.
	first() fyne.Focusable
	// key is told of function keys, Escape and Ctrl+Enter; true says that it was used up.
	key(*fyne.KeyEvent) bool
	// reload is told that the office has changed.
	reload()
	// resized is told of the width of the window, in units: under narrow the side panes go.
	resized(width float32)
	// keep gives what the screen wants to find again when one comes back; restore takes it.
	keep() any
	restore(kept any)
	// leave is told that the screen goes away: what is typed is kept now.
	leave()
}

// narrow is the width of the window under which the rail folds and side panes go behind a tab.
const narrow = 1000

// roomy is the width from which on what lists cut in a smaller window has more room.
const roomy = 1600

// tiny is the width under which lines of tools say less: that of 1024 pixels where text is enlarged to 150 % and more.
const tiny = 700

// still is a screen that does nothing of what a screen may do beyond showing itself; views embed it.
type still struct{}

func (still) key(*fyne.KeyEvent) bool { return false }
func (still) reload()                 {}
func (still) resized(float32)         {}
func (still) keep() any               { return nil }
func (still) restore(any)             {}
func (still) leave()                  {}

// build makes the screen of a place.
func (w *Window) build(to present.Route) screen {
	return map[present.Place]func(*Window, present.Route) screen{
		present.TodayPlace:    newToday,
		present.NewPlace:      newIntake,
		present.RegisterPlace: newRegister,
		present.CasePlace:     newCase,
		present.ExplainPlace:  newExplain,
		present.LettersPlace:  newLetters,
		present.LetterPlace:   newLetter,
		present.ApprovalPlace: newApproval,
		present.DispatchPlace: newDispatch,
		present.ReportsPlace:  newReports,
		present.CalendarPlace: newCalendar,
		present.JournalPlace:  newJournal,
		present.SettingsPlace: newSettings,
		present.ImportPlace:   newImport,
		present.DestroyPlace:  newDestroy,

		present.CalculatorPlace: newCalculator,
	}[to.Place](w, to)
}

// show shows an object or hides it, when that is a change.
func show(o fyne.CanvasObject, yes bool) {
	switch {
	case yes == o.Visible():
	case yes:
		o.Show()
	default:
		o.Hide()
	}
}
