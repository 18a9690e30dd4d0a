package domain

import "slices"

// ClaimMistake records that somebody whom the case names holds that to be a mistake. He sees nothing of the case by it:
// his words go to those who decide.
func (a Acting) ClaimMistake(c Case, text string) (CaseNoted, error) {
	op := string(DoNote)
	e := CaseNoted{Note: ClaimedMistake, Text: text}
	if !a.Office.NamedIn(a.User, c.Entry()) {
		return CaseNoted{}, Refuse(op, NoSuchCase)
	}
	if err := a.permit(c, LetterFile{}, e); err != nil {
		return CaseNoted{}, err
	}
	if n, waits := c.claim(a.User); waits {
		return CaseNoted{}, Refuse(op, ClaimedAlready).With("at", n.At)
	}
	return e, filled(DoNote, "text", text, MaxText)
}

// SettleMistake answers such a claim: whoever held it is rightly named. When he is not, the submission is corrected.
func (a Acting) SettleMistake(c Case, e CaseNoted) (CaseNoted, error) {
	op := string(DoNote)
	e.Note = SettledMistake
	if err := a.permit(c, LetterFile{}, e); err != nil {
		return CaseNoted{}, err
	}
	if no := a.maySettle(); no != nil {
		return CaseNoted{}, no
	}
	if _, waits := c.claim(e.To); !waits {
		return CaseNoted{}, Refuse(op, NobodyClaims)
	}
	if c.Intake.Sender.Contact.named(e.Text) { // he reads the answer, and nothing else of the case
		return CaseNoted{}, Refuse(op, NamesSender).On("text")
	}
	return e, filled(DoNote, "text", e.Text, MaxText)
}

// MaySettle tells whether the user answers those who hold it to be a mistake that the case names them.
func (a Acting) MaySettle(c Case) bool {
	return len(c.Claims()) > 0 && a.maySettle() == nil && a.May(c, LetterFile{}, DoNote) == nil && !a.Office.NamedIn(a.User, c.Entry())
}

func (a Acting) maySettle() *Refusal {
	if _, ok := a.Office.Seat(a.User, a.Today(), top); !ok {
		return Refuse(string(DoNote), NoRole).With("roles", top)
	}
	return nil
}

// Claims gives the claims of those whom the case names by mistake, as they hold, while nobody has answered. A correction of
// whom it names answers all.
func (c Case) Claims() []Note {
	var all []Note
	for _, n := range c.Notes[c.Heard:] {
		switch n.Note {
		case ClaimedMistake:
			all = append(all, n)
		case SettledMistake:
			all = slices.DeleteFunc(all, func(x Note) bool { return x.By == n.To })
		default:
		}
	}
	return all
}

func (c Case) claim(of UserID) (n Note, waits bool) {
	for _, n := range c.Claims() {
		if n.By == of {
			return n, true
		}
	}
	return Note{}, false
}

// Settled gives the last answer to a claim of somebody; ok is false when there is none.
func (c Case) Settled(of UserID) (n Note, ok bool) {
	for _, n := range slices.Backward(c.Notes[c.Heard:]) {
		if n.Note == SettledMistake && n.To == of {
			return n, true
		}
	}
	return Note{}, false
}
