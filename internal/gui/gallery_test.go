//go:build !race

// One goroutine draws every screen here: there is nothing to race, and the detector makes it ten times as long.

package gui

import (
	"crypto/rand"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/gui/look"
	"harta/internal/vault"
)

const galleryPassword = "pictures-of-the-demo-office"

// demoGallery is the gallery of a demo office.
func demoGallery(tb testing.TB, units fyne.Size) Gallery {
	tb.Helper()
	dir := tb.TempDir()
	at := desk.WorkingHour(calendar.NewDate(2026, 11, 23)).Add(42 * time.Minute)
	d, err := desk.New(desk.Options{
		Data: filepath.Join(dir, "data"), StateDir: filepath.Join(dir, "state"), Lang: "bg", Holder: "проба@тук", Env: func(string) string { return "" },
		Now: func() time.Time { return at }, Practice: true, Random: rand.Reader, Cost: vault.TestCost(), View: func(string) error { return nil },
	})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := d.Close(); err != nil {
			tb.Error(err)
		}
	})
	if err := d.FoundDemo(galleryPassword, 1); err != nil {
		tb.Fatal(err)
	}
	return Gallery{
		Options: Options{Program: d, Say: d.Screen, Now: d.Now, Go: func(work, done func()) { work(); done() }},
		SignIn:  func(login string) error { return d.Enter(login, galleryPassword) }, Size: units, Scale: 1,
	}
}

// TestEveryScreenIsBulgarianAndFitsItsWindow goes through all states of all screens, in the room that a screen of
// 1366×768 leaves and where the text is enlarged to 150 %, and through each of them by Tab.
func TestEveryScreenIsBulgarianAndFitsItsWindow(t *testing.T) {
	for _, pass := range []struct {
		name  string
		units fyne.Size
		only  func(picture string) bool
	}{
		{"whole", fyne.NewSize(1366, 768), func(string) bool { return true }},
		{"enlarged", fyne.NewSize(911, 512), func(picture string) bool { return strings.Count(picture, "-") == 1 }}, // at rest
	} {
		t.Run(pass.name, func(t *testing.T) {
			units := pass.units
			a := test.NewTempApp(t)
			a.Settings().SetTheme(look.Theme{})
			g := demoGallery(t, units)
			for _, s := range shots() {
				if !pass.only(s.name) {
					continue
				}
				w, err := g.show(s)
				if err != nil {
					t.Fatal(s.name, err)
				}
				if size := w.Canvas().Size(); size != units {
					t.Errorf("%s makes the window grow to %v", s.name, size)
				}
				for _, wrong := range wrongTexts(w.Canvas()) {
					t.Errorf("%s: %v", s.name, wrong)
				}
				if words := underToast(w); words != "" {
					t.Errorf("%s: a message in passing covers „%s“", s.name, words)
				}
				for _, wrong := range focusWalk(w.Canvas()) {
					t.Errorf("%s: %v", s.name, wrong)
				}
				w.Close()
			}
		})
	}
}

// wrongTexts are the texts that are foreign, or that a person does not see whole.
func wrongTexts(c fyne.Canvas) []error {
	var all []error
	walkCanvas(c, func(o fyne.CanvasObject, p place) bool {
		t, ok := o.(*canvas.Text)
		if !ok || strings.TrimSpace(t.Text) == "" {
			return true
		}
		for _, word := range latinWords.FindAllString(ownNames.ReplaceAllString(t.Text, " "), -1) {
			if !slices.Contains(ownWords, word) {
				all = append(all, errors.New("a foreign word: "+word+" in "+t.Text))
			}
		}
		if err := misplaced(t, p, c.Size()); err != nil {
			all = append(all, err)
		}
		return true
	})
	return all
}

// misplaced tells why a text is not seen whole, although nothing scrolls it.
func misplaced(t *canvas.Text, p place, window fyne.Size) error {
	const slack = 1
	need := t.MinSize().Width
	switch {
	case t.Size().Width <= 0:
		return errors.New("a text without room: " + t.Text)
	case need > t.Size().Width+slack && t.Alignment != fyne.TextAlignCenter:
		return errors.New("a text that is longer than its room: " + t.Text)
	case p.room == window && (p.at.X < -slack || p.at.X+need > window.Width+slack || p.at.Y < -slack || p.at.Y+t.Size().Height > window.Height+slack):
		return errors.New("a text outside the window: " + t.Text)
	default:
		return nil
	}
}
