package gui

import (
	"testing"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

func TestTheKeysOfApprovalAreThereOnEveryKeyboard(t *testing.T) {
	keys := present.ApprovalKeys()
	for name, typed := range map[string]string{
		"latin": "arespjkv ", "latin, shifted": "ARESPJKV ", "traditional": "ареспйкж ", "phonetic": "ареспйкв ", "standard": "ьиеязтнэ ",
	} {
		i := 0
		for _, r := range typed {
			if got := look.KeyAmong(r, keys...); got != i {
				t.Errorf("%s: %q is key %d, want %q", name, r, got, keys[i])
			}
			i++
		}
	}
}
