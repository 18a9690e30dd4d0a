package preview_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/signintech/gopdf"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/preview"
)

// warm is the folder of the compiled renderer that the tests share.
var warm string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "preview")
	if err != nil {
		panic(err)
	}
	warm = dir
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}

var shared = sync.OnceValues(func() (*preview.Viewer, error) {
	if err := preview.Spoil(warm); err != nil {
		return nil, err
	}
	if usable, whole := preview.Store(warm); !usable || !whole {
		return nil, errors.New("what was spoilt does not look whole")
	}
	v := preview.New(warm)
	return v, v.Warm()
})

// viewer gives the one that the tests share.
func viewer(tb testing.TB) *preview.Viewer {
	tb.Helper()
	v, err := shared()
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

// another makes a viewer of the test's own, quick to start because the shared one has compiled.
func another(tb testing.TB) *preview.Viewer {
	tb.Helper()
	viewer(tb)
	v := preview.New(warm)
	tb.Cleanup(func() { _ = v.Close() })
	return v
}

// reply is a letter of ours, of so many pages or more.
func reply(tb testing.TB, paragraphs int) []byte {
	tb.Helper()
	press, err := letter.NewPress(letter.Words{
		Lang: "bg-BG", Outgoing: "Изх. №", To: "ДО", Subject: "ОТНОСНО", Page: "стр. {page} от {pages}",
	})
	if err != nil {
		tb.Fatal(err)
	}
	l := domain.Letter{
		Template: domain.TService,
		Head:     domain.Letterhead{Country: "РЕПУБЛИКА БЪЛГАРИЯ", Office: "ОБЩИНА ПРИМЕРНО", Place: "гр. Примерно"},
		To:       domain.Addressee{Name: "Елена Димова Кръстева"},
		Subject:  "Жалба за отказано обслужване",
		Signer:   domain.Signer{Name: "Ирена Стоянова", Title: "Кмет"},
	}
	for range paragraphs {
		l.Paragraphs = append(l.Paragraphs, domain.Paragraph{Text: strings.Repeat("Жалбата Ви е основателна. ", 20)})
	}
	pdf, err := press.Letter(l, domain.Issue{
		Number: domain.Number{Direction: domain.Outgoing, Serial: 2041, Text: "94-2041/20.11.2026"},
		Date:   calendar.NewDate(2026, time.November, 20), At: time.Date(2026, time.November, 20, 12, 5, 7, 0, time.UTC),
	})
	if err != nil {
		tb.Fatal(err)
	}
	return pdf
}

// locked is a document of one page that opens with the password "reader", or without one if it is empty.
func locked(tb testing.TB, password string) []byte {
	tb.Helper()
	var pdf gopdf.GoPdf
	pdf.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4, Protection: gopdf.PDFProtectionConfig{
		UseProtection: true, OwnerPass: []byte("owner"), UserPass: []byte(password),
	}})
	pdf.AddPage()
	return pdf.GetBytesPdf()
}

// paper builds a PDF of numbered objects; object 1 is the catalogue.
func paper(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func stream(dictionary, content string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dictionary, len(content), content)
}

// sheet is a document of one page of so many points, with what more its dictionary is to hold.
func sheet(width, height int, content, more string) []byte {
	return paper(
		"<</Type /Catalog /Pages 2 0 R>>",
		"<</Type /Pages /Kids [3 0 R] /Count 1>>",
		fmt.Sprintf("<</Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R %s>>", width, height, more),
		stream("", content),
	)
}

// pages is a document of so many empty pages.
func pages(n int) []byte {
	return paper(
		"<</Type /Catalog /Pages 2 0 R>>",
		fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d>>", strings.Repeat("3 0 R ", n), n),
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>",
	)
}

// endless is a document whose page draws a form that draws ten forms, and so on: 10¹² drawings.
func endless() []byte {
	const levels = 12
	objects := []string{
		"<</Type /Catalog /Pages 2 0 R>>",
		"<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources <</XObject <</F 5 0 R>>>>>>",
		stream("", "/F Do"),
	}
	const form = "/Type /XObject /Subtype /Form /BBox [0 0 100 100]"
	for i := range levels {
		objects = append(objects, stream(
			fmt.Sprintf("%s /Resources <</XObject <</F %d 0 R>>>>", form, 6+i), strings.Repeat("/F Do ", 10)))
	}
	return paper(append(objects, stream(form, "0 0 50 50 re f"))...)
}

// dark counts the dark pixels of a part of a picture, given in hundredths of it.
func dark(img image.Image, x0, y0, x1, y1 int) int {
	b := img.Bounds()
	n := 0
	for y := b.Dy() * y0 / 100; y < b.Dy()*y1/100; y++ {
		for x := b.Dx() * x0 / 100; x < b.Dx()*x1/100; x++ {
			if r, g, bl, _ := img.At(b.Min.X+x, b.Min.Y+y).RGBA(); r+g+bl < 3*0x6000 {
				n++
			}
		}
	}
	return n
}
