package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
)

// dispatchPanes puts the two lists beside each other, the left one with more room; one alone takes it all.
type dispatchPanes struct{}

const (
	dispatchGap   = 12
	dispatchBoth  = 1340  // width of the window under which one list goes behind a tab
	dispatchRight = 0.440 // of the room: what the right list needs in a window of 1366
)

// Widths of the column of addressees.
const (
	addresseeWidth = 138
	addresseeWide  = 220
)

// MinSize implements fyne.Layout.
func (dispatchPanes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 240) }

// Layout implements fyne.Layout.
func (dispatchPanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := objects[0], objects[1]
	if !left.Visible() || !right.Visible() {
		for _, o := range objects {
			o.Move(fyne.NewPos(0, 0))
			o.Resize(size)
		}
		return
	}
	width := float32(int((size.Width - dispatchGap) * dispatchRight))
	left.Move(fyne.NewPos(0, 0))
	left.Resize(fyne.NewSize(size.Width-dispatchGap-width, size.Height))
	right.Move(fyne.NewPos(size.Width-width, 0))
	right.Resize(fyne.NewSize(width, size.Height))
}

// underLayout puts something under a list: as high as it wants, but the list keeps a part of the room. Where one goes back
// to the list by closing what is under it, that takes all of a room that is too low for both.
type underLayout struct {
	want   func(width float32) float32
	closes bool
}

const (
	underPart = 0.68
	underLow  = 90 // the least of a list that is of use beside what is under it
)

// MinSize implements fyne.Layout.
func (underLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 160) }

// Layout implements fyne.Layout.
func (l underLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	want := l.want(size.Width - 2)
	low := float32(int(min(want, size.Height*underPart)))
	if l.closes && want > low && size.Height-low < underLow {
		low = size.Height
	}
	show(objects[0], low < size.Height)
	show(objects[1], low > 0)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-low))
	objects[1].Move(fyne.NewPos(1, size.Height-low))
	objects[1].Resize(fyne.NewSize(size.Width-2, max(0, low-1)))
}

// drawTools draws the filters and the sheets.
func (s *dispatchScreen) drawTools() fyne.CanvasObject {
	t := s.window.env.T
	chips := s.window.newFilterChips(s.model.Chips(), s.model.SetChip)
	book := look.NewButton(t("dispatch.book"), look.Icon(theme.IconNameDocumentPrint), look.Plain, s.model.Book)
	book.Allow(s.model.MayBook())
	list := look.NewButton(t("dispatch.list"), look.Icon(theme.IconNameContentPaste), look.Plain, s.model.List)
	list.Allow(s.model.MayList())
	return look.Edged(nil, nil, nil, look.Row(8, book, list), look.Padded(0, 0, 0, 8, look.Middle(chips)))
}

func (s *dispatchScreen) drawReadyHead() fyne.CanvasObject {
	t := s.window.env.T
	row := look.Row(8, look.NewGlyph(look.Icon(theme.IconNameMailSend), look.InkAccent, 16), look.NewText(t("dispatch.ready"), look.Strong, look.Ink), look.Spacer())
	if len(s.model.Ready()) > 1 {
		words := t("dispatch.tick_all")
		if s.model.AllTicked() {
			words = t("dispatch.tick_none")
		}
		row.Add(look.NewButton(words, nil, look.Quiet, s.model.TickAll))
	}
	row.Add(look.NewText(s.model.ReadyCount(), look.Subtitle, look.InkAccent))
	return row
}

func (s *dispatchScreen) drawSentHead() fyne.CanvasObject {
	return look.Row(8, look.NewGlyph(look.Icon(theme.IconNameMailReply), look.InkAccent, 16),
		look.NewText(s.window.env.T("dispatch.waits"), look.Strong, look.Ink), look.Spacer(), look.NewText(s.model.SentCount(), look.Subtitle, look.InkAccent))
}

// drawReady draws the letters to be sent, or says why there are none.
func (s *dispatchScreen) drawReady() fyne.CanvasObject {
	t := s.window.env.T
	switch {
	case !s.model.Loaded():
		return look.Padded(12, 0, 12, 12, look.AtTop(look.NewSkeleton(4)))
	case s.model.Wrong() != "":
		banner := look.NewBanner(look.Icon(theme.IconNameError), s.model.Wrong(), look.ToneOver, nil)
		return look.Tall(look.Padded(8, 8, 12, 12, banner), s.ready.Bare())
	case len(s.model.Ready()) > 0:
		return s.ready.Bare()
	case s.model.Filtered():
		return look.NewEmpty(look.Icon(theme.IconNameSearch), look.InkHint, t("dispatch.filtered"), t("dispatch.filtered_next"), nil)
	default:
		return look.NewEmpty(look.Icon(theme.IconNameConfirm), look.InkOK, t("dispatch.empty"), t("dispatch.empty_next"), nil)
	}
}

// drawSent draws the letters that were sent.
func (s *dispatchScreen) drawSent() fyne.CanvasObject {
	t := s.window.env.T
	switch {
	case !s.model.Loaded():
		return look.Padded(12, 0, 12, 12, look.AtTop(look.NewSkeleton(4)))
	case len(s.model.Sent()) > 0:
		return s.sent.Bare()
	case s.model.Filtered():
		return look.NewEmpty(look.Icon(theme.IconNameSearch), look.InkHint, t("dispatch.filtered"), t("dispatch.filtered_next"), nil)
	default:
		return look.NewEmpty(look.Icon(theme.IconNameConfirm), look.InkOK, t("dispatch.empty_sent"), t("dispatch.empty_sent_next"), nil)
	}
}

// drawForm builds the panel of a form when one is opened, and brings the focus there and back.
func (s *dispatchScreen) drawForm() {
	f, onSent := s.model.Form()
	if f == s.of {
		return
	}
	s.of = f
	if f == nil {
		s.panel = nil
		s.next = s.list(s.sentForm)
		return
	}
	s.panel = newFormPanel(s.window, f)
	s.sentForm = onSent
	s.next = s.panel.first()
}

func (s *dispatchScreen) list(sent bool) fyne.Focusable {
	if sent {
		return s.sent.Rows
	}
	return s.ready.Rows
}

// panelHeight is what a form takes under a list.
const panelHeight = 230

// drawReadyLow draws the form to send letters, or that to annul one.
func (s *dispatchScreen) drawReadyLow() fyne.CanvasObject {
	if s.panel != nil && !s.sentForm {
		return s.panel.Container
	}
	return s.form.Container
}

// readyHeight is what stands under the letters to be sent wants.
func (s *dispatchScreen) readyHeight(width float32) float32 {
	if s.panel != nil && !s.sentForm {
		return panelHeight
	}
	return s.form.height(width)
}

// sentHeight is what stands under the letters that were sent wants.
func (s *dispatchScreen) sentHeight(width float32) float32 {
	if s.panel != nil && s.sentForm {
		return panelHeight
	}
	return look.HeightAt(s.sentLow.Objects[0], width) // of what is in it: without anything it is hidden itself
}

// drawSentLow draws what can be done about the chosen letter, and what is overdue.
func (s *dispatchScreen) drawSentLow() fyne.CanvasObject {
	if s.panel != nil && s.sentForm {
		return s.panel.Container
	}
	t := s.window.env.T
	low := look.Column(0)
	if words, ok := s.model.OverdueWords(); ok {
		action := look.NewButton(t("dispatch.show_late"), nil, look.Plain, func() {
			s.model.ChooseOverdue()
			s.window.focus(s.sent.Rows)
		})
		low.Add(look.Padded(12, 12, 12, 12, look.NewBanner(look.Icon(theme.IconNameError), words, look.ToneOver, action)))
	}
	if line, more, ok := s.model.SentLine(); ok {
		words := look.Middle(look.Column(0, look.NewText(line, look.Strong, look.Ink).Elided(), look.NewText(more, look.Second, look.InkSecond).Elided()))
		serve := look.NewButton(t("dispatch.serve"), look.Icon(theme.IconNameConfirm), look.Plain, s.model.Serve)
		serve.Allow(s.model.MayServe())
		low.Add(look.Line(look.Rule))
		low.Add(look.Sized(0, 55, look.Padded(0, 0, 16, 16, look.Edged(nil, nil, nil, look.Padded(0, 0, 12, 0, look.Centred(serve)), words))))
	}
	return low
}
