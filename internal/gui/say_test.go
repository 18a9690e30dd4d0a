package gui

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"harta/internal/gui/look"
	"harta/resources"
)

// spoken marks a run of this test that a region of the system was chosen for: Fyne reads it once, at the beginning.
const spoken = "HARTA_TEST_SPOKEN"

func TestTheToolkitSpeaksBulgarianInEveryRegion(t *testing.T) {
	if os.Getenv(spoken) != "" {
		speaksBulgarian(t)
		return
	}
	for _, region := range []string{"C", "en_US.UTF-8", "bg_BG.UTF-8", "de_DE.UTF-8", "ru_RU.UTF-8", ""} {
		t.Run(region, func(t *testing.T) {
			run := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestTheToolkitSpeaksBulgarianInEveryRegion$")
			run.Env = append(os.Environ(), spoken+"=1", "LANG="+region, "LC_ALL="+region, "LANGUAGE="+region)
			if out, err := run.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}

// speaksBulgarian looks at every word of the toolkit, and at the menu of a field as a person sees it.
func speaksBulgarian(t *testing.T) {
	t.Helper()
	if err := Speak("bg"); err != nil {
		t.Fatal(err)
	}
	content, err := resources.FyneWords("bg")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(content, &words); err != nil {
		t.Fatal(err)
	}
	for key, want := range words {
		if one, ok := want.(string); ok && lang.X(key, "missing") != one {
			t.Errorf("%s is %q, want %q", key, lang.X(key, "missing"), one)
		}
	}
	test.NewTempApp(t)
	e := look.NewEntry("")
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(600, 400))
	test.TapSecondary(e)
	menu := over(&Window{Window: w})
	for _, word := range []string{"Изрежи", "Копирай", "Постави", "Избери всичко"} {
		if !strings.Contains(menu, word) {
			t.Errorf("the menu of a field is %q", menu)
		}
	}
	if latinWords.MatchString(menu) {
		t.Errorf("foreign words in %q", menu)
	}
}
