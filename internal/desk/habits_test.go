package desk_test

import (
	"testing"

	"harta/internal/desk"
)

func TestAWindowKeepsItsSizeOnTheScreenWhenTheTextGrows(t *testing.T) {
	for name, c := range map[string]struct {
		habits desk.Habits
		scale  float32
		width  float32
		ok     bool
	}{
		"as before":              {desk.Habits{Width: 1366, Height: 720, Zoom: 1}, 1, 1366, true},
		"a text of 150 %":        {desk.Habits{Width: 1366, Height: 720, Zoom: 1}, 1.5, 1366 / 1.5, true},
		"back from 150 %":        {desk.Habits{Width: 900, Height: 480, Zoom: 1.5}, 1, 1350, true},
		"of an earlier program":  {desk.Habits{Width: 1200, Height: 700}, 1.5, 800, true},
		"too small for the text": {desk.Habits{Width: 800, Height: 600, Zoom: 1}, 1.8, 800 / 1.8, false},
		"none yet":               {desk.Habits{}, 1, 0, false},
	} {
		width, _, ok := c.habits.Size(c.scale)
		if width != c.width || ok != c.ok {
			t.Errorf("%s: %v, %v", name, width, ok)
		}
	}
}
