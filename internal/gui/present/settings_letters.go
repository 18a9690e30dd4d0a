package present

import (
	"image"
	"slices"
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

// letterFields are the fields that a template may have.
var letterFields = []string{
	"InNo", "InDate", "InTime", "Kind", "Subject", "SenderName", "Department", "Due", "LegalDue", "CharterDue", "Contact", "Privacy",
	"Findings", "Reasons", "Decision", "Measures", "ExecutionDue", "Answer", "Actions", "OriginalDue", "FinalDate", "Reason",
	"Authority", "AuthorityDocument", "Source", "Body", "ForwardNo", "OldNo", "OldDate", "Violation", "Missing", "Until", "Part",
	"Danger", "Praised", "PraisedTo",
}

// templates is Писма.
type templates struct{ *Settings }

func (templates) newWords() string { return "" } // the program refers to its templates; none is added

func (t templates) rows() []ListRow {
	var rows []ListRow
	for _, x := range t.now.Templates {
		second := string(x.ID)
		if len(x.Kinds) > 0 {
			second = t.T("settings.template_row", "id", string(x.ID), "kinds", t.kinds(x.Kinds))
		}
		rows = append(rows, ListRow{string(x.ID), t.title(x), second, x.Closed})
	}
	return rows
}

func (t templates) title(x domain.Template) string { return orElse(x.Title, t.Say.Template(x.ID)) }

func (t templates) kinds(all []domain.Kind) string {
	var words []string
	for _, k := range all {
		words = append(words, t.Say.Kind(k))
	}
	return strings.Join(words, t.T("common.comma"))
}

func (t templates) form(key string) *Form {
	x := named(t.now.Templates, key, func(x domain.Template) string { return string(x.ID) })
	kinds := &Field{Key: "kinds", Label: t.T("settings.template_kinds"), Kind: ManyField, Hint: t.T("settings.template_kinds_hint")}
	for _, k := range domain.Kinds() {
		kinds.Options = append(kinds.Options, Option{string(k), t.Say.Kind(k)})
	}
	for _, k := range x.Kinds {
		kinds.Picked = append(kinds.Picked, string(k))
	}
	f := &Form{Env: t.Env, Title: t.title(x), Fields: []*Field{
		{Key: "title", Label: t.T("settings.template_title"), Text: t.title(x), Most: domain.MaxLine},
		{
			Key: "text", Label: t.T("settings.template_text"), Kind: TextField, Lines: 12, Text: strings.Join(x.Paragraphs, "\n\n"),
			Hint: t.T("settings.template_text_hint"),
		},
		{Key: "notice", Label: t.T("settings.template_notice"), Kind: TextField, Lines: 3, Text: x.Notice, Hint: t.T("settings.template_notice_hint"), Most: 4000},
		kinds,
		{Key: "closed", Label: t.T("settings.closed"), Kind: TickField, On: x.Closed, Hint: t.T("settings.template_closed_hint")},
	}}
	f.Check = func() {
		require(f, "title", "text")
		for _, key := range []string{"text", "notice"} {
			if name := strangeField(f.Field(key).Text); name != "" {
				f.Field(key).Wrong = t.T("settings.strange_field", "field", name)
			}
		}
	}
	f.Run = func() error { return t.office.SetTemplate(written(f, x)) }
	t.keep(f, "template-"+strings.ToLower(key))
	f.Edited = func(*Field) { t.Letters.show(written(f, x), false) }
	t.Letters.show(written(f, x), true)
	return f
}

// written gives the template as the form has it.
func written(f *Form, x domain.Template) domain.Template {
	x.Title, x.Notice, x.Closed = f.Text("title"), f.Text("notice"), f.On("closed")
	x.Paragraphs, x.Kinds = paragraphs(f.Field("text").Text), nil
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

// strangeField gives the first field of a text that nobody fills; empty = there is none.
func strangeField(text string) string {
	for rest := text; ; {
		_, after, ok := strings.Cut(rest, "{")
		if !ok {
			return ""
		}
		name, next, ok := strings.Cut(after, "}")
		if !ok || !slices.Contains(letterFields, name) {
			head, _, _ := strings.Cut(after, "\n")
			if ok {
				head = name
			}
			return "{" + string([]rune(head)[:min(len([]rune(head)), 20)]) + "}"
		}
		rest = next
	}
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

// FieldWords are the fields that a template may have, as they are written and with what fills them.
func (p *TemplatePage) FieldWords() []string {
	var all []string
	for _, name := range letterFields {
		all = append(all, p.settings.T("settings.field_row", "field", "{"+name+"}", "words", p.settings.T("field."+name)))
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
		if pdf, err = s.office.DraftPDF(s.office.Compose(domain.Case{}, t, nil)); err == nil {
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
