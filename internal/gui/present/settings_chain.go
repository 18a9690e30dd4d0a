package present

import (
	"slices"

	"harta/internal/domain"
)

// chainFields ask which replies a legal adviser approves too, after a head: by kind, and every refusal.
func (s *Settings) chainFields() []*Field {
	lawyer := &Field{Key: "lawyer", Label: s.T("settings.lawyer"), Kind: ManyField, Hint: s.T("settings.lawyer_hint")}
	for _, k := range domain.Kinds() {
		lawyer.Options = append(lawyer.Options, Option{string(k), s.Say.Kind(k)})
	}
	refusals := &Field{Key: "lawyerRefusals", Label: s.T("settings.lawyer_refusals"), Kind: TickField}
	for _, x := range s.now.Settings.Chains {
		switch {
		case !slices.Contains(x.Steps, domain.Adviser):
		case x.Refusals:
			refusals.On = true
		default:
			lawyer.Picked = append(lawyer.Picked, string(x.Kind))
		}
	}
	return []*Field{lawyer, refusals}
}

// chains gives the chains that the form asks for, beside those that it does not show.
func chains(f *Form, now []domain.Chain) []domain.Chain {
	all := slices.DeleteFunc(slices.Clone(now), func(x domain.Chain) bool { return slices.Contains(x.Steps, domain.Adviser) })
	steps := []domain.Role{domain.Head, domain.Adviser}
	for _, k := range f.Field("lawyer").Picked {
		all = append(all, domain.Chain{Kind: domain.Kind(k), Steps: steps})
	}
	if f.On("lawyerRefusals") {
		all = append(all, domain.Chain{Refusals: true, Steps: steps, Third: true})
	}
	return all
}
