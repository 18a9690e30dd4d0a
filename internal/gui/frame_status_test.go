package gui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/desk"
	"harta/internal/gui/present"
)

// pressStatus presses the part of the status line that says something.
func (h *gateHouse) pressStatus(t *testing.T, words string) {
	t.Helper()
	var found *statusItem
	walkCanvas(h.Canvas(), func(o fyne.CanvasObject, _ place) bool {
		if it, ok := o.(*statusItem); ok && strings.Contains(strings.Join(wordsOf(it), " "), words) {
			found = it
		}
		return true
	})
	if found == nil {
		t.Fatalf("no part of the status line says %q", words)
	}
	test.Tap(found)
}

func TestThePartsOfTheStatusLineOpenWhatTheySpeakOf(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	h.pressStatus(t, "Още няма архив")
	if s, ok := h.screen.(*settingsScreen); !ok || s.model.Tab() != present.BackupTab {
		t.Errorf("the backup opens %T", h.screen)
	}
	h.pressStatus(t, "Записано")
	if words := over(h.Window); !strings.Contains(words, "Всичко написано е записано в регистъра") {
		t.Errorf("what is not recorded: %q", words)
	}
	h.press(fyne.KeyEscape)
	if err := h.desk.KeepDraft("dispatch", []byte("{}")); err != nil {
		t.Fatal(err)
	}
	h.act(present.ActUnsaved)
	h.press(fyne.KeyReturn)
	if h.place() != present.DispatchPlace {
		t.Errorf("what is not recorded opens %s", h.place())
	}
	h.pressStatus(t, "Празниците за")
	if h.place() != present.CalendarPlace {
		t.Errorf("the calendar opens %s", h.place())
	}
	h.pressStatus(t, "И. Колев")
	if h.frame != nil {
		t.Error("a press on the user locks nothing")
	}
}

func TestTheBackupIsMadeByItselfWhenNobodyIsTyping(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	dir := filepath.Join(t.TempDir(), "Harta-archive")
	h.likes(func(x *desk.Habits) { x.BackupDir = dir })
	h.now = h.now.Add(3 * time.Minute)
	h.idle()
	if note, ok := h.desk.LastBackup(); !ok || !note.OK || filepath.Dir(note.Dir) != dir {
		t.Fatalf("%+v", note)
	}
	if !strings.Contains(h.words(), "на същия диск") {
		t.Error("the status line does not say that the copy lies on the same disk")
	}
	h.now = h.now.Add(24 * time.Hour)
	h.touch()
	h.likes(func(x *desk.Habits) { x.BackupDir = filepath.Join(dir, "изваден", "диск") })
	h.now = h.now.Add(3 * time.Minute)
	h.idle()
	if words := h.words(); !strings.Contains(words, "Днешният архив не е направен.") || !strings.Contains(words, "Включете диска") || !strings.Contains(words, "Копието не успя") {
		t.Errorf("%s", words)
	}
}

func TestANarrowStatusLineShowsWholePartsAndTheWarningsFirst(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	h.Resize(small)
	right, parts := float32(0), 0
	walkCanvas(h.Canvas(), func(o fyne.CanvasObject, p place) bool {
		if it, ok := o.(*statusItem); ok {
			parts++
			right = max(right, p.at.X+it.Size().Width)
		}
		return true
	})
	if parts < 2 || right > small.Width {
		t.Errorf("%d parts end at %v", parts, right)
	}
	h.pressStatus(t, h.env.T("status.warnings", "n", h.frame.model.Warnings()))
	if words := over(h.Window); !strings.Contains(words, "не са потвърдени") {
		t.Errorf("the warnings are %q", words)
	}
}
