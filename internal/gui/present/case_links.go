package present

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// doLink ties the case to another one, or unties it: a correction of one field.
const doLink domain.Action = "link"

// linkForm corrects what the case belongs to. Whatever is no longer ticked is untied; a number ties another case. What was
// and what is both stay in the history, with the reason.
func (c *Case) linkForm() *Form {
	t := c.T
	in := c.state.Case.Intake
	kept := &Field{Key: "links", Label: t("case.linked_with"), Kind: ManyField, Hint: t("case.linked_hint"), Hidden: len(in.Links) == 0}
	for _, l := range in.Links {
		key := linkKey(l.How, l.Case)
		kept.Options = append(kept.Options, Option{key, c.linkWords(l)})
		kept.Picked = append(kept.Picked, key)
	}
	var hows []Option
	for _, how := range []domain.LinkKind{domain.RelatedTo, domain.RepeatOf, domain.DuplicateOf, domain.SplitFrom} {
		hows = append(hows, Option{string(how), capital(c.Say.Link(how))})
	}
	var f *Form
	f = c.fill(doLink, func(id office.Command) error {
		fresh := in
		var err error
		if fresh.Links, err = c.linksOf(f); err != nil {
			return err
		}
		_, err = c.office.Correct(id, c.id, fresh, f.Text("reason"))
		return err
	},
		kept,
		&Field{Key: "how", Label: t("case.link_how"), Kind: ChoiceField, Options: hows, Narrow: true},
		&Field{Key: "into", Label: t("case.link_number"), Hint: t("case.into_hint"), Most: 60, Narrow: true},
		&Field{Key: "reason", Label: t("field.reason")},
	)
	if f.Text("how") == "" {
		f.Field("how").Text = string(domain.RelatedTo)
	}
	f.First = "into"
	if len(in.Links) > 0 {
		f.Lead = t("case.lead.link")
	}
	return f
}

// linksOf gives what the case belongs to, as the form says it. It is run off the screen's goroutine.
func (c *Case) linksOf(f *Form) ([]domain.Link, error) {
	var all []domain.Link
	for _, l := range c.state.Case.Intake.Links {
		if slices.Contains(f.Field("links").Picked, linkKey(l.How, l.Case)) {
			all = append(all, l)
		}
	}
	if f.Text("into") == "" {
		return all, nil
	}
	other, err := c.another(doLink, f.Text("into"))
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(l domain.Link) bool { return l.Case == other }) // the same case in another way
	return append(all, domain.Link{Case: other, How: domain.LinkKind(f.Text("how"))}), nil
}

// another finds the other case that a number means. Of several the latest is meant.
func (c *Case) another(do domain.Action, typed string) (domain.CaseID, error) {
	found := slices.DeleteFunc(c.office.Find(typed), func(x domain.Entry) bool { return x.Case == c.id })
	if len(found) == 0 {
		return domain.CaseID{}, domain.Refuse(string(do), domain.NoSuchCase).On("into")
	}
	return found[len(found)-1].Case, nil
}

// linkWords names a link, as far as whoever reads may see the other case.
func (c *Case) linkWords(l domain.Link) string {
	e, ok := c.state.nearby[l.Case]
	if !ok {
		return capital(c.Say.Link(l.How)) + " " + c.T("case.link_unseen")
	}
	return listed(capital(c.Say.Link(l.How))+" "+c.ShortNumber(e.Number), e.Subject)
}

// everLinked gives the cases that this one names, or has named before a correction.
func everLinked(file office.File) []domain.CaseID {
	all := linked(file.Case)
	note := func(in domain.Intake) {
		for _, l := range in.Links {
			if !slices.Contains(all, l.Case) {
				all = append(all, l.Case)
			}
		}
	}
	for _, j := range file.History {
		switch e := j.Event.(type) {
		case domain.CaseRegistered:
			note(e.Intake)
		case domain.CaseCorrected:
			note(e.Intake)
		}
	}
	return all
}
