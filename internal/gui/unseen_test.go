package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

func TestWhatWasOutOfSightForAMinuteIsSeenAgain(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	for name, w := range map[string]fyne.Widget{
		"search": newSearchBox(nil), "view": newViewItem("Всички", "12", false, nil),
		"figure": newFigureCard(look.NewText("12", look.Title, look.Ink), nil, true),
		"status": newStatusItem(present.Note{Words: "Архивът е отпреди 9 дни"}, nil),
		"line":   newLinkRow(nil, "Сигнал", "94-12", nil),
	} {
		w.Resize(fyne.NewSize(200, 40))
		for _, o := range w.CreateRenderer().Objects() { // as it is made once more, when the first one has expired
			if o.Size().IsZero() {
				t.Errorf("%s: %T has no size", name, o)
			}
		}
	}
}
