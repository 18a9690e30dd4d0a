package present

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// findSurplusForm notes personal data that came without a ground.
func (c *Case) findSurplusForm() *Form {
	var f *Form
	files := &Field{Key: "file", Label: c.T("case.surplus_file"), Kind: ChoiceField, Options: []Option{{"", c.T("case.surplus_paper")}}}
	for _, d := range c.state.Case.Documents {
		if !c.state.Case.Shredded(d.Document) {
			files.Options = append(files.Options, Option{idKey(d.Document), d.Name})
		}
	}
	f = c.fill(domain.DoFindSurplus, func(id office.Command) error {
		_, err := c.office.FindSurplus(id, c.id, domain.SurplusFound{
			Item: f.Text("item"), Document: domain.ParseID[domain.DocumentID](f.Text("file")), Learned: f.Day("on"),
		})
		return err
	},
		&Field{Key: "item", Label: c.T("field.item"), Hint: c.T("case.surplus_item_hint"), Most: domain.MaxLine}, files,
		&Field{Key: "on", Label: c.T("case.surplus_learned"), Kind: DateField, Narrow: true})
	f.Lead = c.T("case.lead.find_surplus")
	c.preset(f)
	return f
}

// settleSurplusForm records that they are gone. An attachment that is erased cannot be brought back.
func (c *Case) settleSurplusForm() *Form {
	var f *Form
	item := &Field{Key: "item", Label: c.T("field.item"), Kind: ChoiceField}
	for _, s := range c.state.Case.Surplus {
		if s.Open() {
			item.Options = append(item.Options, Option{s.Item, s.Item})
		}
	}
	how := &Field{Key: "how", Label: c.T("field.how"), Kind: ChoiceField}
	for _, h := range domain.SurplusHows() {
		how.Options = append(how.Options, Option{string(h), capital(c.Say.SurplusHow(h))})
	}
	f = c.fill(domain.DoSettleSurplus, func(id office.Command) error {
		return c.office.SettleSurplus(id, c.id, domain.SurplusSettled{
			Item: f.Text("item"), How: domain.SurplusHow(f.Text("how")), On: f.Day("on"), Protocol: f.Text("protocol"),
		})
	}, item, how, &Field{Key: "on", Label: c.T("field.on"), Kind: DateField, Narrow: true},
		&Field{Key: "protocol", Label: c.T("field.protocol"), Narrow: true, Most: domain.MaxLine})
	if len(item.Options) == 1 && item.Text == "" {
		item.Text = item.Options[0].Key
	}
	c.preset(f)
	f.Edited = func(*Field) {
		f.Danger, f.Lead = false, ""
		if f.Text("how") == string(domain.SurplusErased) && c.holdsFile(f.Text("item")) {
			f.Danger, f.Lead = true, c.T("case.lead.settle_surplus")
		}
	}
	return f
}

// holdsFile tells whether a piece of surplus data is an attachment.
func (c *Case) holdsFile(item string) bool {
	return slices.ContainsFunc(c.state.Case.Surplus, func(s domain.Surplus) bool {
		return s.Item == item && s.Open() && s.Document != domain.DocumentID{}
	})
}
