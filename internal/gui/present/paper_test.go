package present_test

import (
	"crypto/sha256"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

// longPaper is a letter whose every paragraph is a page.
type longPaper struct {
	*letterOffice
	asked []int // pages, in the order in which they were drawn
	while func()
}

func (o *longPaper) DraftPages(l domain.Letter) (pdf []byte, looks []domain.Digest, err error) {
	for _, p := range l.Paragraphs {
		looks = append(looks, sha256.Sum256([]byte(p.Text)))
	}
	return fmt.Append(nil, len(looks)), looks, nil
}

func (o *longPaper) Page(_ []byte, page, width int) (image.Image, error) {
	o.asked = append(o.asked, page)
	if o.while != nil {
		do := o.while
		o.while = nil
		do()
	}
	return image.NewNRGBA(image.Rect(0, 0, width, width+page)), nil
}

// longLetter opens a letter of several pages and gives the blocks of its text.
func longLetter(t *testing.T) (m *present.Letter, o *longPaper, e *letterEnv, texts []int) {
	t.Helper()
	o = &longPaper{letterOffice: newLetterOffice(t, domain.Proposal)}
	e = newLetterEnv(t)
	m = present.NewLetter(e.Env, o, present.Route{Place: present.LetterPlace, Case: letterCase})
	m.Load()
	m.Look(400)
	for _, b := range m.Blocks() {
		if b.Part == present.TextPart {
			texts = append(texts, b.ID)
		}
	}
	if pages, count := m.Paper(); len(texts) < 4 || len(pages) != count || count < 4 {
		t.Fatalf("%d texts on %d pages", len(texts), count)
	}
	o.asked = nil
	return m, o, e, texts
}

func TestOnlyThePageThatHasChangedIsDrawnAnew(t *testing.T) {
	m, o, e, texts := longLetter(t)
	before, _ := m.Paper()
	m.Edit(texts[2], "Друго.")
	e.pass()
	after, _ := m.Paper()
	if !slices.Equal(o.asked, []int{2}) || after[2] == before[2] || after[1] != before[1] {
		t.Errorf("drawn were %v", o.asked)
	}
	o.asked = nil
	m.Edit(texts[2], "Друго.")
	e.pass()
	if len(o.asked) > 0 {
		t.Errorf("without a change %v were drawn", o.asked)
	}
	m.Look(500)
	if pages, count := m.Paper(); len(o.asked) != count || pages[count-1].Bounds().Dx() != 500 {
		t.Errorf("in another width %v were drawn", o.asked)
	}
}

func TestThePageInViewIsDrawnFirst(t *testing.T) {
	m, o, e, texts := longLetter(t)
	m.LookAt(2)
	for _, id := range []int{texts[0], texts[1], texts[2]} {
		m.Edit(id, "Друго "+strings.Repeat("!", id)+".")
	}
	var shown []int
	m.Changed = func() { shown = append(shown, len(o.asked)) }
	e.pass()
	if !slices.Equal(o.asked, []int{2, 0, 1}) || !slices.Contains(shown, 1) {
		t.Errorf("drawn were %v, seen after %v", o.asked, shown)
	}
}

func TestWhatIsTypedMeanwhileIsDrawnAfterThePageInView(t *testing.T) {
	m, o, e, texts := longLetter(t)
	for i, id := range texts[:4] {
		m.Edit(id, fmt.Sprintf("Друго %d.", i))
	}
	o.while = func() { // on the first page
		m.Edit(texts[0], "Трето.")
		e.pass()
	}
	e.pass()
	if pages, count := m.Paper(); !slices.Equal(o.asked[:2], []int{0, 0}) || len(pages) != count {
		t.Errorf("drawn were %v", o.asked)
	}
}

func TestAShorterLetterHasFewerPages(t *testing.T) {
	m, _, e, texts := longLetter(t)
	_, before := m.Paper()
	m.LookAt(before - 1)
	m.Remove(texts[1])
	e.pass()
	if pages, after := m.Paper(); after != before-1 || len(pages) != after {
		t.Errorf("%d pages of %d, before %d", len(pages), after, before)
	}
}
