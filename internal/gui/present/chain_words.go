package present

import (
	"strings"

	"harta/internal/domain"
)

// mostNames is how many people are named who could do something; of the others it is said how many they are.
const mostNames = 4

// waits says what a letter waits for – which word of its chain, or the signature – and who may give it; empty when it waits
// for neither.
func (e Env) waits(a domain.Acting, c domain.Case, l domain.LetterFile) string {
	switch l.State {
	case domain.LetterWaiting:
		names := e.names(whoMay(a, c, l, domain.DoEndorse))
		if step := e.stepWords(a.Office, c, l); step != "" {
			return e.T("chain.waits_step", "step", step, "names", names)
		}
		return e.T("chain.waits", "names", names)
	case domain.LetterApproved:
		return e.T("chain.waits_sign", "names", e.names(whoMay(a, c, l, domain.DoSign)))
	default:
		return ""
	}
}

// stepWords says which word of its chain a letter waits for; empty when one word is enough.
func (e Env) stepWords(o *domain.Office, c domain.Case, l domain.LetterFile) string {
	left, all := o.StepsLeft(c, l), o.ChainOf(c, l).Steps
	if len(left) == 0 {
		return ""
	}
	return e.T("chain.step", "n", len(all)-len(left)+1, "of", len(all), "step", e.Say.Step(left[0]))
}

// afterwards says what comes after the word that a letter waits for.
func (e Env) afterwards(o *domain.Office, c domain.Case, l domain.LetterFile) string {
	left := o.StepsLeft(c, l)
	if len(left) < 2 {
		return ""
	}
	return e.T("chain.after", "step", e.Say.Step(left[1]))
}

// whoMay gives those who may take an action on a letter: the table is asked for each.
func whoMay(a domain.Acting, c domain.Case, l domain.LetterFile, do domain.Action) []domain.User {
	var all []domain.User
	for _, u := range a.Office.Users {
		if (domain.Acting{Office: a.Office, User: u.ID, Now: a.Now}).May(c, l, do) == nil {
			all = append(all, u)
		}
	}
	return all
}

// names lists people as screens show them.
func (e Env) names(all []domain.User) string {
	if len(all) == 0 {
		return e.T("chain.nobody")
	}
	var names []string
	for _, u := range all[:min(mostNames, len(all))] {
		names = append(names, ShortName(u.Name))
	}
	words := strings.Join(names, ", ")
	if more := len(all) - mostNames; more > 0 {
		words = e.T("chain.and_more", "names", words, "n", more)
	}
	return words
}
