package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"harta/internal/gui/present"
)

// TestATabThatIsOpenedFromElsewhereShowsWhatItSays opens a tab of the settings while the office takes its time.
func TestATabThatIsOpenedFromElsewhereShowsWhatItSays(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	h.Resize(fyne.NewSize(780, 438)) // the text is enlarged: the screen hears of its room before of the office
	var late []func()
	h.env.Go = func(work, done func()) { late = append(late, func() { work(); done() }) }
	h.act(present.ActBackup)
	if words := h.words(); strings.Contains(words, h.env.T("about.what")) {
		t.Error("before anything is known another tab is shown")
	}
	for len(late) > 0 {
		next := late[0]
		late = late[1:]
		next()
	}
	if words := h.words(); !strings.Contains(words, h.env.T("backup.daily")) || strings.Contains(words, h.env.T("about.what")) {
		t.Errorf("%s", words)
	}
}
