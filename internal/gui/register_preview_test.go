package gui

import (
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

func TestThePreviewOfACaseIsNoWiderThanItsColumn(t *testing.T) {
	w, _ := wholeWindow(t, wide, present.Route{Place: present.RegisterPlace})
	s, ok := w.screen.(*registerScreen)
	if !ok {
		t.Fatal("another screen")
	}
	p := present.Preview{
		Number: "94-С-1312/25.11.2026", Subject: "Осем поредни стълба", Due: "25.11.2026", Weekday: "понеделник",
		Left: "просрочена с 13 дни: съобщаване на резултата", Urgency: domain.Late, Sender: "Марияна Ганчовска", Unit: "Строителство и инфраструктура",
	}
	if width := s.previewSheet(p).MinSize().Width; width > previewWidth-2 {
		t.Errorf("it wants %v", width)
	}
}
