package domain

import "harta/internal/calendar"

// Ground is why a submission is not considered in the ordinary way, or why it is.
type Ground string

// Grounds of the admissibility decision.
const (
	Admissible         Ground = "admissible"
	GroundAnonymous    Ground = "anonymous"     // чл. 111, ал. 4 АПК; CH-6
	GroundExOfficio    Ground = "ex_officio"    // anonymous or old, but health or safety is threatened (CH-6)
	GroundTooOld       Ground = "too_old"       // чл. 111, ал. 4 АПК: signals only
	GroundRepeated     Ground = "repeated"      // чл. 116 АПК
	GroundDuplicate    Ground = "duplicate"     // joined before the decision
	GroundObscene      Ground = "obscene"       // CH-7
	GroundObscenePart  Ground = "obscene_part"  // CH-7: the rest is answered
	GroundUnreasoned   Ground = "unreasoned"    // CH-7: unmotivated, disparaging
	GroundPersonal     Ground = "personal_data" // CH-8
	GroundPersonalPart Ground = "personal_part" // CH-8: the rest is answered
	GroundOwnData      Ground = "own_data"      // чл. 15 ОРЗД: who asks for his own data has the right of access
	GroundClassified   Ground = "classified"    // CH-8
	GroundNotOurs      Ground = "not_competent" // чл. 112 АПК
	GroundOtherOrder   Ground = "other_order"   // чл. 107 АПК
	GroundSealed       Ground = "whistleblower" // чл. 28 ЗЗЛПСПОИН
)

// GroundRule is one ground as data: what it leads to, from which source, with which letter.
type GroundRule struct {
	Ground   Ground
	Result   State
	Source   string     // key of the article or charter statement
	Template TemplateID // the letter to the sender; empty = none
	Kinds    []Kind     // for which kinds; empty = all
	Roles    []Role     // who decides
}

// GroundRules is the admissibility table (АПК ch. 8, the charter, ЗЗЛД, ЗЗЛПСПОИН).
func GroundRules() []GroundRule {
	clerkToo := append([]Role{Clerk}, top...)
	return []GroundRule{
		{Admissible, InResolution, "law.apk_108_1", "", nil, clerkToo},
		{GroundAnonymous, StateNotOpened, "law.apk_111_4_charter", TAnonymous, nil, top},
		{GroundExOfficio, InResolution, "charter.danger", TAnonymous, nil, chiefs},
		{GroundTooOld, StateNotOpened, "law.apk_111_4", TTooOld, []Kind{Signal, ComplaintStaff, ComplaintService}, top},
		{GroundRepeated, StateJoined, "law.apk_116", TRepeated, nil, top},
		{GroundDuplicate, StateJoined, "practice.duplicate", TReceipt, nil, clerkToo},
		{GroundObscene, StateReplyDeclined, "charter.obscene", TDeclined, nil, top},
		{GroundObscenePart, InResolution, "charter.obscene", "", nil, top},
		{GroundUnreasoned, StateReplyDeclined, "charter.unreasoned", TDeclined, nil, top},
		{GroundPersonal, StateReplyDeclined, "charter.personal_data", TPersonalData, nil, top},
		{GroundPersonalPart, InResolution, "charter.personal_data", "", nil, top},
		{GroundOwnData, StateRerouted, "law.gdpr_15", TOtherOrder, nil, top},
		{GroundClassified, StateReplyDeclined, "charter.classified", TPersonalData, nil, top},
		{GroundNotOurs, StateForwarded, "law.apk_112", TForwardSender, nil, top},
		{GroundOtherOrder, StateRerouted, "law.apk_107", TOtherOrder, nil, top},
		{GroundSealed, StateSealed, "law.whistleblower_28", "", []Kind{Whistleblower}, clerkToo},
	}
}

// likelyGround is the ground that what is known at the registration speaks for.
func (c *Case) likelyGround() Ground {
	in := &c.Intake
	anonymous := in.Sender.Contact.Type == Anonymous
	switch {
	case in.Kind == Whistleblower:
		return GroundSealed
	case in.Kind.OtherOrder():
		return GroundOtherOrder
	case anonymous && in.Danger.Exists():
		return GroundExOfficio
	case anonymous:
		return GroundAnonymous
	default:
		return Admissible
	}
}

// RuleOf gives the rule of a ground.
func RuleOf(g Ground) (GroundRule, bool) {
	for _, r := range GroundRules() {
		if r.Ground == g {
			return r, true
		}
	}
	return GroundRule{}, false
}

// TooOld tells whether a violation lies more than two years before the receipt; exactly two years is still
// admissible (чл. 111, ал. 4 АПК).
func TooOld(violation, received calendar.Date) bool {
	return !violation.IsZero() && violation.AddMonths(24) < received
}
