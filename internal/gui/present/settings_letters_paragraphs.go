package present

import (
	"slices"
	"strings"

	"harta/internal/domain"
)

// standardList is Параграфи: those that came with the program, which the office takes over by saving them, and its own.
type standardList struct{ *Settings }

func (standardList) key(x domain.Standard) string { return string(x.ID) }

func (l standardList) newWords() string { return l.T("settings.new_paragraph") }

func (l standardList) rows() []ListRow {
	var rows []ListRow
	for _, x := range standards(&l.now) {
		until, off := "", x.Expired(l.Today())
		if !x.Until.IsZero() {
			until = l.T("settings.paragraph_until_row", "until", x.Until)
		}
		if off {
			until = l.T("settings.paragraph_expired", "until", x.Until)
		}
		row := ListRow{Key: l.key(x), Words: orElse(x.Title, insertMark+x.Word), Second: joined(", ", x.Topic, l.owner(x), until), Off: off}
		if off {
			row.Mark = until
		}
		rows = append(rows, row)
	}
	return rows
}

// owner says which unit keeps a paragraph, and of one that nobody has changed that it came with the program.
func (l standardList) owner(x domain.Standard) string {
	if d, ok := l.now.Department(x.Owner); ok {
		return d.Name
	}
	if !l.taken(x.ID) {
		return l.T("settings.paragraph_given")
	}
	return ""
}

// taken tells whether the office has written the paragraph, or taken it over.
func (l standardList) taken(id domain.ParagraphID) bool {
	return slices.ContainsFunc(l.now.Paragraphs, func(s domain.Standard) bool { return s.ID == id })
}

func (l standardList) form(key string) *Form {
	all := standards(&l.now)
	x := named(all, key, l.key)
	fields := fieldBraces(l.Say)
	f := &Form{Env: l.Env, Title: orElse(orElse(x.Title, x.Word), l.newWords()), Fields: []*Field{
		{Key: "name", Label: l.T("settings.paragraph_title"), Text: x.Title, Most: domain.MaxLine, Hint: l.T("settings.paragraph_title_hint")},
		{Key: "word", Label: l.T("settings.paragraph_word"), Text: x.Word, Most: 40, Narrow: true},
		{Key: "topic", Label: l.T("settings.paragraph_topic"), Text: x.Topic, Most: domain.MaxLine, Narrow: true},
		{
			Key: "text", Label: l.T("settings.paragraph_text"), Kind: TextField, Lines: 6, Text: fields.named(x.Text), Most: 5000,
			Hint: l.T("settings.paragraph_text_hint"),
		},
		{Key: "until", Label: l.T("settings.paragraph_until"), Kind: DateField, Narrow: true, Date: x.Until, Hint: l.T("settings.paragraph_until_hint")},
		{
			Key: "template", Label: l.T("settings.paragraph_template"), Kind: ChoiceField, Narrow: true, Text: string(x.Template),
			Options: l.letters(x.Template),
		},
		{
			Key: "department", Label: l.T("settings.paragraph_owner"), Kind: ChoiceField, Text: idKey(x.Owner),
			Options: departmentOptions(l.Env, &l.now, x.Owner), Hint: l.T("settings.paragraph_owner_hint"),
		},
	}}
	if key != "" && !l.taken(x.ID) {
		f.Lead = l.T("settings.paragraph_take")
	}
	f.Check = func() {
		require(f, "word", "topic", "text")
		if name := fields.strange(fields.keyed(f.Field("text").Text)); name != "" {
			f.Field("text").Wrong = l.T("settings.strange_field", "field", name)
		}
		fresh := l.written(f, x, fields.keyed)
		if !fresh.Expired(l.Today()) && slices.ContainsFunc(all, func(s domain.Standard) bool {
			return s.ID != x.ID && s.Word == strings.ToLower(fresh.Word) && !s.Expired(l.Today())
		}) {
			f.Field("word").Wrong = l.T("settings.paragraph_taken", "word", fresh.Word)
		}
	}
	f.Run = func() error {
		_, err := l.office.SetParagraph(l.written(f, x, fields.keyed))
		return err
	}
	l.keep(f, "paragraph-"+draftKey(key))
	return f
}

// written gives the paragraph as the form has it.
func (standardList) written(f *Form, x domain.Standard, stored func(string) string) domain.Standard {
	x.Title, x.Word, x.Topic, x.Text = f.Text("name"), f.Text("word"), f.Text("topic"), stored(f.Text("text"))
	x.Template, x.Owner = domain.TemplateID(f.Text("template")), domain.ParseID[domain.DepartmentID](f.Text("department"))
	x.Until = f.Day("until")
	return x
}

// letters are the letters that a paragraph may be for.
func (l standardList) letters(chosen domain.TemplateID) []Option {
	all := []Option{{"", l.T("settings.paragraph_all")}}
	for _, t := range l.now.Templates {
		if !t.Closed || t.ID == chosen {
			all = append(all, Option{string(t.ID), l.letterTitle(&l.now, t.ID)})
		}
	}
	return all
}
