package present

import (
	"image"
	"strings"
	"time"

	"harta/internal/domain"
)

// SettingsLetters shows a template as a page.
type SettingsLetters interface {
	Compose(c domain.Case, t domain.Template, typed map[string]string) domain.Letter
	DraftPDF(l domain.Letter) ([]byte, error)
	Page(pdf []byte, page, width int) (image.Image, error)
}

// templates is Писма.
type templates struct{ *Settings }

func (t templates) rows() []ListRow {
	var rows []ListRow
	for _, x := range t.now.Templates {
		second := t.T("settings.template_for_all")
		if len(x.Kinds) > 0 {
			second = t.kinds(x.Kinds)
		}
		rows = append(rows, ListRow{Key: string(x.ID), Words: t.templateTitle(x), Second: second, Off: x.Closed})
	}
	return rows
}

func (t templates) kinds(all []domain.Kind) string {
	var words []string
	for _, k := range all {
		words = append(words, t.Say.Kind(k))
	}
	return strings.Join(words, t.T("common.comma"))
}

// form is that of a letter; a new one comes only from the program, which refers to its letters.
func (t templates) form(key string) *Form {
	if key == "" {
		return t.stockForm()
	}
	x := named(t.now.Templates, key, func(x domain.Template) string { return string(x.ID) })
	kinds := &Field{Key: "kinds", Label: t.T("settings.template_kinds"), Kind: ManyField, Hint: t.T("settings.template_kinds_hint")}
	for _, k := range domain.Kinds() {
		kinds.Options = append(kinds.Options, Option{string(k), t.Say.Kind(k)})
	}
	for _, k := range x.Kinds {
		kinds.Picked = append(kinds.Picked, string(k))
	}
	fields := fieldBraces(t.Say)
	f := &Form{Env: t.Env, Title: t.templateTitle(x), Fields: []*Field{
		{Key: "title", Label: t.T("settings.template_title"), Text: t.templateTitle(x), Most: domain.MaxLine},
		{
			Key: "text", Label: t.T("settings.template_text"), Kind: TextField, Lines: 12, Text: fields.named(strings.Join(x.Paragraphs, "\n\n")),
			Hint: t.T("settings.template_text_hint"),
		},
		{
			Key: "notice", Label: t.T("settings.template_notice"), Kind: TextField, Lines: 3, Text: fields.named(x.Notice), Most: 4000,
			Hint: t.T("settings.template_notice_hint"),
		},
		kinds,
		{Key: "closed", Label: t.T("settings.closed"), Kind: TickField, On: x.Closed, Hint: t.T("settings.template_closed_hint")},
	}}
	f.Check = func() {
		require(f, "title", "text")
		for _, key := range []string{"text", "notice"} {
			if name := fields.strange(fields.keyed(f.Field(key).Text)); name != "" {
				f.Field(key).Wrong = t.T("settings.strange_field", "field", name)
			}
		}
	}
	f.Run = func() error { return t.office.SetTemplate(written(f, x, fields.keyed)) }
	t.keep(f, "template-"+draftKey(key))
	f.Edited = func(*Field) { t.Letters.show(written(f, x, fields.named), false) } // no case fills a field by its name
	t.Letters.show(written(f, x, fields.named), true)
	return f
}

// written gives the template as the form has it, with its texts as they are stored or shown.
func written(f *Form, x domain.Template, as func(string) string) domain.Template {
	x.Title, x.Notice, x.Closed = f.Text("title"), as(f.Text("notice")), f.On("closed")
	x.Paragraphs, x.Kinds = paragraphs(as(f.Field("text").Text)), nil
	for _, k := range f.Field("kinds").Picked {
		x.Kinds = append(x.Kinds, domain.Kind(k))
	}
	return x
}

// paragraphs are what empty lines divide.
func paragraphs(text string) []string {
	var all []string
	for p := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			all = append(all, p)
		}
	}
	return all
}

// TemplatePage shows the template that is being edited as a page.
type TemplatePage struct {
	settings *Settings
	page     image.Image
	wrong    string
	gen      int
	stop     func()
}

// Times and sizes of the preview.
const (
	pageAfter = 500 * time.Millisecond // after the last key
)

func newTemplatePage(s *Settings) *TemplatePage { return &TemplatePage{settings: s} }

// Page is the picture; nil while there is none.
func (p *TemplatePage) Page() image.Image { return p.page }

// Wrong says why there is no picture.
func (p *TemplatePage) Wrong() string { return p.wrong }

// FieldWords are the fields that a template may have, as they are written.
func (p *TemplatePage) FieldWords() []string {
	fields := fieldBraces(p.settings.Say)
	all := make([]string, len(letterFields))
	for i, key := range letterFields {
		all[i] = fields.word(key)
	}
	return all
}

// show draws a template, at once or when nothing was typed for a moment.
func (p *TemplatePage) show(t domain.Template, now bool) {
	p.gen++
	if p.stop != nil {
		p.stop()
	}
	if now {
		p.draw(t)
		return
	}
	p.stop = p.settings.After(pageAfter, func() { p.draw(t) })
}

func (p *TemplatePage) draw(t domain.Template) {
	s, gen := p.settings, p.gen
	var page image.Image
	var err error
	s.Go(func() {
		var pdf []byte
		l := s.office.Compose(domain.Case{}, t, nil).Named(func(field string) string { return s.T("settings.template_gap", "field", field) })
		if pdf, err = s.office.DraftPDF(l); err == nil {
			page, err = s.office.Page(pdf, 0, pageWidth)
		}
	}, func() {
		if gen != p.gen {
			return
		}
		p.page, p.wrong = page, ""
		if err != nil {
			p.page, p.wrong = nil, s.Tell(err)
		}
		s.changed()
	})
}
