package wire

import "harta/internal/domain"

// vocabulary holds the words that occur in every line of the register, so that 100,000 lines share them.
var vocabulary = gather()

func gather() map[string]string {
	all := map[string]string{}
	learn(all, domain.Kinds()...)
	learn(all, domain.Channels()...)
	learn(all, domain.Outcomes()...)
	learn(all, domain.States()...)
	learn(all, domain.Roles()...)
	learn(all, domain.Incoming, domain.Outgoing)
	learn(all, domain.NaturalPerson, domain.Organisation, domain.Group, domain.Ombudsman, domain.Anonymous)
	learn(all, domain.LetterDraft, domain.LetterWaiting, domain.LetterApproved, domain.LetterSigned, domain.LetterSent)
	for _, r := range domain.DefaultRules() {
		learn(all, r.ID)
		learn(all, r.Clock)
	}
	for _, r := range domain.GroundRules() {
		learn(all, r.Ground)
		learn(all, r.Template)
	}
	return all
}

func learn[T ~string](all map[string]string, words ...T) {
	for _, w := range words {
		all[string(w)] = string(w)
	}
}
