package look

import "fyne.io/fyne/v2"

// Progress says how far something is: words, a bar 8 high, and a button to give it up.
type Progress struct {
	composed
	bar    *drawn
	words  *Text
	share  *Text
	cancel *Button
	done   float64
}

const progressBar = 8

// NewProgress makes a bar at the beginning; cancel may be nil, which leaves the button out.
func NewProgress(words, cancelWords string, cancel func()) *Progress {
	p := &Progress{words: NewText(words, Body, Ink).Elided(), share: NewText("", Second, InkSecond)}
	p.bar = newDrawn(func() fyne.Size { return fyne.NewSize(80, progressBar) }, p.draw)
	var right fyne.CanvasObject
	if cancel != nil {
		p.cancel = NewButton(cancelWords, nil, Plain, cancel)
		right = Middle(Padded(0, 0, 12, 0, p.cancel))
	}
	line := Edged(nil, nil, nil, Padded(0, 0, 8, 0, p.share), p.words)
	p.body = Edged(nil, nil, nil, right, Middle(Column(6, line, p.bar)))
	p.ExtendBaseWidget(p)
	return p
}

// Put says how far it is, from 0 to 1; below 0 says that nobody knows. Words such as „214 от 1 204“ stand at the right.
func (p *Progress) Put(done float64, share string) {
	p.done = min(done, 1)
	p.share.SetWords(share)
	p.bar.Refresh()
	p.Refresh()
}

// Say changes the words.
func (p *Progress) Say(words string) { p.words.SetWords(words) }

// Cancel is the button to give up, nil where there is none.
func (p *Progress) Cancel() *Button { return p.cancel }

func (p *Progress) draw(size fyne.Size, put func(Part)) {
	put(Part{W: size.Width, H: size.Height, Fill: Off, Stroke: Border, Line: 1, Radius: progressBar / 2})
	if p.done > 0 {
		put(Part{W: max(progressBar, size.Width*float32(p.done)), H: size.Height, Fill: Accent, Radius: progressBar / 2})
	}
}

// skeleton holds the widths of what rows are made of, as shares of the room.
var skeleton = [][3]float32{{0.12, 0.43, 0.14}, {0.12, 0.32, 0.14}, {0.12, 0.49, 0.14}}

// NewSkeleton stands for rows that are being read: grey bars that do not move.
func NewSkeleton(rows int) fyne.CanvasObject {
	const (
		pitch  = 24
		height = 10
		gap    = 12
	)
	return newDrawn(
		func() fyne.Size { return fyne.NewSize(120, float32(rows)*pitch) },
		func(size fyne.Size, put func(Part)) {
			for i := range rows {
				x := float32(0)
				for _, share := range skeleton[i%len(skeleton)] {
					bar := Part{X: x, Y: float32(i)*pitch + (pitch-height)/2, W: size.Width * share, H: height, Fill: Band, Radius: 2}
					if stark() {
						bar.Fill = DayOff
					}
					put(bar)
					x += bar.W + gap
				}
			}
		})
}
