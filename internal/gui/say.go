package gui

import (
	"fmt"

	"fyne.io/fyne/v2/lang"

	"harta/resources"
)

// Speak makes the toolkit's own words follow the language of the program, whatever the region of the system is: Fyne
// chooses by that and has no Bulgarian.
func Speak(language string) error {
	words, err := resources.FyneWords(language)
	if err != nil || words == nil {
		return err
	}
	if err := lang.AddTranslationsForLocale(words, lang.SystemLocale()); err != nil {
		return fmt.Errorf("words of the toolkit: %w", err)
	}
	return nil
}
