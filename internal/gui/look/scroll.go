package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Scrolled lets content be higher than its room. The content gets the width of the room, so prose breaks there.
type Scrolled struct {
	*fyne.Container
	scroll *container.Scroll
}

// NewScrolled makes a scrolled content.
func NewScrolled(content fyne.CanvasObject) *Scrolled {
	s := container.NewVScroll(content)
	return &Scrolled{Container: container.New(scrolledLayout{}, s), scroll: s}
}

// Offset is how far the content is scrolled.
func (s *Scrolled) Offset() float32 { return s.scroll.Offset.Y }

// ScrollTo scrolls to an offset.
func (s *Scrolled) ScrollTo(y float32) {
	s.scroll.ScrollToOffset(fyne.NewPos(0, y))
	if heard := s.scroll.OnScrolled; heard != nil { // the toolkit tells only of the wheel and the bar
		heard(s.scroll.Offset)
	}
}

// OnScroll sets what hears that the content is scrolled.
func (s *Scrolled) OnScroll(f func()) { s.scroll.OnScrolled = func(fyne.Position) { f() } }

type scrolledLayout struct{}

// MinSize implements fyne.Layout. The content is not asked: it takes the width that there is, and to ask it is to ask all
// that is in it. Fyne would do so at each frame, and once more for whatever lies around.
func (scrolledLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, scrollHigh) }

// scrollHigh is the least that is seen of what is scrolled.
const scrollHigh = 32

func (scrolledLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if s, ok := objects[0].(*container.Scroll); ok {
		// The content learns its width first: the scroll asks only then how high it is.
		s.Content.Resize(fyne.NewSize(size.Width, max(size.Height, heightAt(s.Content, size.Width))))
	}
	put(objects[0], 0, 0, size.Width, size.Height)
}

// Clipped cuts what does not fit into its room and asks for no width. Around it is air for the frames of the focus.
func Clipped(o fyne.CanvasObject) fyne.CanvasObject {
	air := Padded(clippedAir, clippedAir, clippedAir, clippedAir, o)
	return Middle(Padded(-clippedAir, -clippedAir, -clippedAir, -clippedAir, container.New(clippedLayout{air}, newClip(air))))
}

const clippedAir = 4

// newClip makes a clip that is drawn when it is laid out: what is in it can have the focus before the first frame.
func newClip(o fyne.CanvasObject) *container.Clip {
	c := container.NewClip(o)
	c.ExtendBaseWidget(c)
	return c
}

// clippedLayout is as high as what is clipped, which a clip does not say itself.
type clippedLayout struct{ content fyne.CanvasObject }

func (l clippedLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.content.MinSize().Height)
}

func (clippedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, size.Height)
}
