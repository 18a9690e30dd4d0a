package present

import "slices"

// ActionID names something that the window does wherever one is.
type ActionID string

// Actions that lead to no place of the rail; those that do are called as the place.
const (
	ActFind     ActionID = "find"
	ActFindHere ActionID = "find_here"
	ActBack     ActionID = "back"
	ActSave     ActionID = "save"
	ActPrint    ActionID = "print"
	ActCopy     ActionID = "copy"
	ActLock     ActionID = "lock"
	ActUnsaved  ActionID = "unsaved"
	ActBackup   ActionID = "backup"
	ActWarnings ActionID = "warnings" // of the narrow status line alone
	ActLight    ActionID = "light"
	ActDark     ActionID = "dark"
	ActContrast ActionID = "contrast"
	ActManual   ActionID = "manual"
	ActKeys     ActionID = "keys"
	ActFirst    ActionID = "first" // the chapters of the manual that are about no screen are called as their pages
	ActGate     ActionID = "gate"
	ActWindow   ActionID = "window"
	ActTrouble  ActionID = "trouble"
	ActLimits   ActionID = "limits"
)

// Action is something that the window does wherever one is. The main menu, the search over everything and the key sheet
// are drawn from the one table of actions.
type Action struct {
	ID    ActionID
	Words string
	Key   string // as it stands on a key cap; empty = none
	Place Place  // where it leads; empty = nowhere
	Menu  Menu
	Apart bool // a line stands before it in the menu
}

// Menu is a part of the main menu.
type Menu string

// Menus, in their order.
const (
	CaseMenu   Menu = "case"
	PlacesMenu Menu = "places"
	ViewMenu   Menu = "view"
	HelpMenu   Menu = "help"
)

// Menus gives the parts of the main menu with their names.
func (e Env) Menus() []Option {
	return []Option{
		{string(CaseMenu), e.T("menu.case")},
		{string(PlacesMenu), e.T("menu.places")},
		{string(ViewMenu), e.T("menu.view")},
		{string(HelpMenu), e.T("menu.help")},
	}
}

// actions is the table, in the order of the menus.
var actions = []struct {
	Action
	key string // of its words
}{
	{Action{Place: NewPlace, Key: "Ctrl+N", Menu: CaseMenu}, "menu.new"},
	{Action{ID: ActFind, Key: "Ctrl+K", Menu: CaseMenu}, "menu.find"},
	{Action{ID: ActFindHere, Key: "Ctrl+F", Menu: CaseMenu}, "menu.find_here"},
	{Action{ID: ActSave, Key: "Ctrl+S", Menu: CaseMenu, Apart: true}, "menu.save"},
	{Action{ID: ActPrint, Key: "Ctrl+P", Menu: CaseMenu}, "menu.print"},
	{Action{ID: ActCopy, Key: "F12", Menu: CaseMenu}, "menu.copy"},
	{Action{Place: ImportPlace, Menu: CaseMenu, Apart: true}, "menu.import"},
	{Action{ID: ActUnsaved, Menu: CaseMenu, Apart: true}, "menu.unsaved"},
	{Action{ID: ActBackup, Menu: CaseMenu}, "menu.backup"},
	{Action{ID: ActLock, Key: "Ctrl+L", Menu: CaseMenu, Apart: true}, "menu.lock"},
	{Action{Place: TodayPlace, Key: "Ctrl+1", Menu: PlacesMenu}, "place.today"},
	{Action{Place: NewPlace, Key: "Ctrl+2", Menu: PlacesMenu}, "place.new"},
	{Action{Place: RegisterPlace, Key: "Ctrl+3", Menu: PlacesMenu}, "place.register"},
	{Action{Place: LettersPlace, Key: "Ctrl+4", Menu: PlacesMenu}, "place.letters"},
	{Action{Place: ApprovalPlace, Key: "Ctrl+5", Menu: PlacesMenu}, "place.approval"},
	{Action{Place: DispatchPlace, Key: "Ctrl+6", Menu: PlacesMenu}, "place.dispatch"},
	{Action{Place: ReportsPlace, Key: "Ctrl+7", Menu: PlacesMenu}, "place.reports"},
	{Action{Place: CalendarPlace, Key: "Ctrl+8", Menu: PlacesMenu}, "place.calendar"},
	{Action{Place: JournalPlace, Key: "Ctrl+9", Menu: PlacesMenu}, "place.journal"},
	{Action{Place: SettingsPlace, Menu: PlacesMenu}, "place.settings"},
	{Action{Place: DestroyPlace, Menu: PlacesMenu, Apart: true}, "place.destroy"},
	{Action{Place: CalculatorPlace, Key: "F9", Menu: PlacesMenu}, "menu.calculator"},
	{Action{ID: ActBack, Key: "Esc", Menu: PlacesMenu, Apart: true}, "menu.back"},
	{Action{ID: ActLight, Menu: ViewMenu}, "menu.light"},
	{Action{ID: ActDark, Menu: ViewMenu}, "menu.dark"},
	{Action{ID: ActContrast, Menu: ViewMenu}, "menu.contrast"},
	{Action{ID: ActManual, Key: "F1", Menu: HelpMenu}, "menu.manual"},
	{Action{ID: ActKeys, Key: "Ctrl+/", Menu: HelpMenu}, "menu.keys"},
	{Action{ID: ActFirst, Menu: HelpMenu, Apart: true}, "menu.first_day"},
	{Action{ID: ActWindow, Menu: HelpMenu}, "menu.window"},
	{Action{ID: ActGate, Menu: HelpMenu}, "menu.gate"},
	{Action{ID: ActTrouble, Menu: HelpMenu}, "menu.trouble"},
	{Action{ID: ActLimits, Menu: HelpMenu}, "menu.limits"},
}

// Actions gives what the window does for whoever works; offers tells which places he has.
func (e Env) Actions(offers func(Place) bool) []Action {
	all := make([]Action, 0, len(actions))
	for _, a := range actions {
		if a.Place != "" && !offers(a.Place) {
			continue
		}
		if a.Place != "" {
			a.ID = ActionID(a.Place)
		}
		a.Words = e.T(a.key)
		all = append(all, a.Action)
	}
	return all
}

// KeyWords is a key, and what it does.
type KeyWords struct{ Key, Words string }

// KeySheet gives every shortcut that works wherever one is.
func (e Env) KeySheet(offers func(Place) bool) []KeyWords {
	var rows []KeyWords
	for _, a := range e.Actions(offers) {
		if a.Key != "" {
			rows = append(rows, KeyWords{a.Key, a.Words})
		}
	}
	return slices.Concat(rows, []KeyWords{
		{"F3", e.T("keys.find")},
		{"Tab", e.T("keys.next")},
		{"Ctrl+Enter", e.T("keys.finish")},
	})
}

// ListKeys gives what works in every list.
func (e Env) ListKeys() []KeyWords {
	return []KeyWords{
		{"↑ ↓", e.T("keys.row")},
		{"PgUp PgDn", e.T("keys.page")},
		{"Home End", e.T("keys.ends")},
		{"Enter", e.T("keys.open")},
	}
}
