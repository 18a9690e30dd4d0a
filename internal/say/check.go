package say

import (
	"strings"

	"harta/internal/domain"
)

// Check tells what was found out before the admissibility of a case was decided, each thing by itself.
func (s *Speaker) Check(k domain.Check) []string {
	var missing []string
	for _, m := range k.Missing {
		missing = append(missing, s.Missing(m))
	}
	var all []string
	for _, f := range []struct{ key, value string }{
		{"check.missing", strings.Join(missing, ", ")},
		{"check.no_danger", k.NoDanger},
		{"check.answerable", k.Answerable},
		{"check.competence", k.Competence},
		{"check.translation", k.Translation},
	} {
		if f.value != "" {
			all = append(all, s.T(f.key, "what", f.value))
		}
	}
	if k.Data != "" {
		all = append(all, s.T("check.data", "what", k.Data, "whose", s.Whose(k.Whose)))
	}
	for _, f := range []struct {
		key string
		is  bool
	}{
		{"check.illegible", k.Illegible},
		{"check.continuing", k.Continuing},
		{"check.new_facts", k.NewFacts},
		{"check.execution", k.Execution},
		{"check.contested", k.Contested},
		{"check.already", k.Already},
	} {
		if f.is {
			all = append(all, s.T(f.key))
		}
	}
	if k.Registry == "" && !k.HandedOn.IsZero() {
		all = append(all, s.T("check.handed_on", "on", k.HandedOn))
	}
	if k.Registry != "" {
		all = append(all, s.T("check.registry", "registry", k.Registry, "on", k.HandedOn, "who", k.HandedTo))
	}
	return all
}

// ownData says in a letter what becomes of a request for the sender's own data.
func (s *Speaker) ownData(values map[string]string, c domain.Case) {
	if c.Admitted.Ground == domain.GroundOwnData {
		values["Answer"] = s.T("letter.own_data", "data", c.Admitted.Check.Data, "on", c.Admitted.Check.HandedOn)
	}
}

// Missing returns the words for what is not known of a sender.
func (s *Speaker) Missing(m domain.Missing) string { return s.named("missing", string(m)) }

// Whose returns the words for whose personal data are asked for.
func (s *Speaker) Whose(w domain.Whose) string { return s.named("whose", string(w)) }

// Recipient returns the words for why somebody besides the sender is told of a decision.
func (s *Speaker) Recipient(r domain.RecipientAs) string { return s.named("recipient", string(r)) }

// Reopening returns the words for why a closed case is taken up again.
func (s *Speaker) Reopening(g domain.ReopenGround) string { return s.named("reopen", string(g)) }

// SurplusHow returns the words for what was done with surplus personal data.
func (s *Speaker) SurplusHow(h domain.SurplusHow) string { return s.named("surplus", string(h)) }

// Subject gives the subject of a line of the register. Where the text is obscene its words are not repeated in lists.
func (s *Speaker) Subject(e domain.Entry) string {
	if e.Flags.Has(domain.FlagObscene) {
		return s.T("check.obscene_subject")
	}
	return e.Subject
}
