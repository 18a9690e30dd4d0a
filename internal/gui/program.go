package gui

import (
	"harta/internal/desk"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// Program is all that the screens ask of the program behind them. Every presenter declares the part it needs.
type Program interface {
	// Tell gives one calm sentence for whatever went wrong.
	Tell(error) string
	// Listen calls back after every acknowledged change, on any goroutine.
	Listen(func(office.Change))
	// ForgetShown removes what was opened outside the window.
	ForgetShown()
	// Habits are how somebody at this PC likes the window.
	Habits() desk.Habits
	KeepHabits(desk.Habits) error
	// WarmPages sees to it that this PC can draw pages; the first time takes seconds.
	WarmPages() error

	present.Drafts
	present.GateDesk
	present.FrameOffice
	present.DailyDesk
	present.UnsavedOffice
	present.ImportOffice
	present.TodayOffice
	present.IntakeOffice
	present.RegisterOffice
	present.CaseOffice
	present.ExplainOffice
	present.LettersOffice
	present.LetterOffice
	present.ApprovalOffice
	present.DispatchOffice
	present.ReportsOffice
	present.DestroyOffice
	present.CalendarOffice
	present.CalculatorOffice
	present.JournalOffice
	present.SettingsOffice
	present.PaletteOffice
}
