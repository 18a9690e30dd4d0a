package present

import (
	"slices"

	"harta/internal/domain"
)

// intakeMore are the fields that few submissions need: who passed it on, and whose rights it touches besides. They stand
// folded under one line. Where something is typed into one of them they are open, so that nothing is kept out of sight.
var intakeMore = []string{IntakeReferrer, IntakeReferrerRef, IntakeReferrerDate, IntakeReferrerAt, IntakeAffected}

// moreTyped tells whether something stands in the folded fields.
func (n *Intake) moreTyped() bool {
	return slices.ContainsFunc(intakeMore, func(key string) bool { return n.Field(key).Text != "" || n.Field(key).Date != 0 })
}

func (n *Intake) unfolded() bool { return n.More || n.moreTyped() }

// Fold tells how the line of the folded fields stands: whether it is there at all, and open.
func (n *Intake) Fold() (shown, open bool) { return n.Kind() != domain.Whistleblower, n.unfolded() }

// ShowMore opens the folded fields, or folds them while they are empty.
func (n *Intake) ShowMore() {
	if n.moreTyped() {
		return
	}
	n.More = !n.More
	n.follow()
	n.changed()
}

// moreHints puts the sentences under the folded fields that say how they are typed.
func (n *Intake) moreHints() {
	for key, words := range map[string]string{IntakeReferrerAt: "intake.referrer_hint", IntakeAffected: "case.affected_hint"} {
		if x := n.Field(key); x.Hint == "" {
			x.Hint = n.T(words)
		}
	}
}

// others reads who is told of the decision besides the sender, and where.
func (n *Intake) others(in *domain.Intake) {
	in.Sender.Referrer, in.Sender.ReferrerRef = n.Text(IntakeReferrer), n.Text(IntakeReferrerRef)
	in.Sender.ReferrerOn = n.Field(IntakeReferrerDate).Date
	in.Sender.ReferrerAt = referrerOf(n.Text(IntakeReferrerAt))
	in.Affected = contactsOf(n.Text(IntakeAffected))
}

// othersHint says who will be told of a decision besides the sender.
func (n *Intake) othersHint(in domain.Intake, say func(Sign, string)) {
	told := 0
	if in.Sender.Referrer != "" {
		told++
	}
	if told += len(in.Affected); told > 0 && (in.Kind == domain.Signal || in.Kind.Complaint()) {
		say(InfoSign, n.T("intake.rule_others", "n", told, "source", n.Say.Source(domain.RecipientsSource)))
	}
}
