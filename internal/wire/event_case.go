package wire

import "harta/internal/domain"

func caseRegistered(c *coder, e *domain.CaseRegistered) {
	at(c, 1, &e.Case, id)
	sub(c, 2, &e.Number, number)
	sub(c, 3, &e.Intake, intake)
	at(c, 4, &e.RegisteredAt, instant)
	subs(c, 5, &e.Deadlines, deadline)
}

func caseImported(c *coder, e *domain.CaseImported) {
	at(c, 1, &e.Case, id)
	sub(c, 2, &e.Number, number)
	sub(c, 3, &e.Intake, intake)
	at(c, 4, &e.RegisteredAt, instant)
	subs(c, 5, &e.Deadlines, deadline)
	at(c, 6, &e.State, word)
	at(c, 7, &e.Outcome, word)
	at(c, 8, &e.AnsweredOn, day)
	at(c, 9, &e.Officer, text)
	at(c, 10, &e.Parent, text)
	at(c, 11, &e.Source, text)
}

func caseCorrected(c *coder, e *domain.CaseCorrected) {
	each(c, 1, &e.Fields, word)
	sub(c, 2, &e.Intake, intake)
	subs(c, 3, &e.Deadlines, deadline)
	at(c, 4, &e.Reason, text)
}

func caseAnnulled(c *coder, e *domain.CaseAnnulled) {
	at(c, 1, &e.Reason, text)
}

func admissibilityDecided(c *coder, e *domain.AdmissibilityDecided) {
	at(c, 1, &e.Ground, word)
	at(c, 2, &e.Result, word)
	at(c, 3, &e.Reason, text)
	at(c, 4, &e.Body, text)
	at(c, 5, &e.Into, id)
	sub(c, 6, &e.Danger, danger)
	at(c, 7, &e.Seal, text)
	at(c, 8, &e.Basis, text)
	at(c, 9, &e.Decided, day)
	sub(c, 10, &e.Check, check)
}

func admissibilityProposed(c *coder, e *domain.AdmissibilityProposed) {
	at(c, 1, &e.Ground, word)
	at(c, 2, &e.Reason, text)
	at(c, 3, &e.Body, text)
	at(c, 4, &e.Into, id)
	sub(c, 5, &e.Danger, danger)
	sub(c, 6, &e.Check, check)
}

func caseResolved(c *coder, e *domain.CaseResolved) {
	at(c, 1, &e.Department, id)
	at(c, 2, &e.Lead, id)
	each(c, 3, &e.Others, id)
	at(c, 4, &e.Text, text)
	at(c, 5, &e.Due, day)
	at(c, 6, &e.On, day)
	at(c, 7, &e.As, word)
}

func caseAccepted(*coder, *domain.CaseAccepted) {} // that it happened is all there is to say

func caseReturned(c *coder, e *domain.CaseReturned) {
	at(c, 1, &e.Reason, text)
}

func caseReassigned(c *coder, e *domain.CaseReassigned) {
	at(c, 1, &e.Lead, id)
	each(c, 2, &e.Others, id)
	at(c, 3, &e.Reason, text)
}

func caseNoted(c *coder, e *domain.CaseNoted) {
	at(c, 1, &e.Note, word)
	at(c, 2, &e.Text, text)
	at(c, 3, &e.To, id)
	at(c, 4, &e.Due, day)
	subs(c, 5, &e.Told, toldTerm)
}

func toldTerm(c *coder, t *domain.ToldTerm) {
	at(c, 1, &t.Clock, word)
	at(c, 2, &t.Due, day)
}

func caseDecided(c *coder, e *domain.CaseDecided) {
	at(c, 1, &e.Outcome, word)
	at(c, 2, &e.Findings, text)
	at(c, 3, &e.On, day)
	subs(c, 4, &e.Measures, measure)
	at(c, 5, &e.Apology, truth)
	at(c, 6, &e.Nothing, text)
	at(c, 7, &e.Crime, truth)
}

func caseExecuted(c *coder, e *domain.CaseExecuted) {
	at(c, 1, &e.On, day)
	at(c, 2, &e.Evidence, text)
}

func caseWithdrawn(c *coder, e *domain.CaseWithdrawn) {
	at(c, 1, &e.Reason, text)
	at(c, 2, &e.Document, text)
	at(c, 3, &e.ExOfficio, truth)
}

func caseClosed(c *coder, e *domain.CaseClosed) {
	at(c, 1, &e.On, day)
	at(c, 2, &e.Note, text)
	at(c, 3, &e.LateReason, text)
	at(c, 4, &e.LateUnit, id)
}

func caseReopened(c *coder, e *domain.CaseReopened) {
	at(c, 1, &e.Reason, text)
	at(c, 2, &e.Ground, word)
	at(c, 3, &e.Due, day)
}

func caseArchived(c *coder, e *domain.CaseArchived) {
	at(c, 1, &e.Filing, text)
	at(c, 2, &e.Volume, text)
}

func caseErased(c *coder, e *domain.CaseErased) {
	at(c, 1, &e.Case, id)
	sub(c, 2, &e.Residue, residue)
	at(c, 3, &e.Act, text)
}

func documentAdded(c *coder, e *domain.DocumentAdded) {
	at(c, 1, &e.Document, id)
	at(c, 2, &e.Name, text)
	at(c, 3, &e.Type, text)
	at(c, 4, &e.Size, integer)
	at(c, 5, &e.Blob, digest)
	at(c, 6, &e.Key, id)
	at(c, 7, &e.Sheets, integer)
}

func surplusFound(c *coder, e *domain.SurplusFound) {
	at(c, 1, &e.Item, text)
	at(c, 2, &e.Document, id)
	at(c, 3, &e.Learned, day)
	at(c, 4, &e.Due, day)
}

func surplusSettled(c *coder, e *domain.SurplusSettled) {
	at(c, 1, &e.Item, text)
	at(c, 2, &e.How, word)
	at(c, 3, &e.On, day)
	at(c, 4, &e.Protocol, text)
	at(c, 5, &e.Document, id)
}

func caseTakenOut(c *coder, e *domain.CaseTakenOut) {
	at(c, 1, &e.Case, id)
	at(c, 2, &e.Ground, word)
	sub(c, 3, &e.Residue, residue)
	at(c, 4, &e.Seal, text)
	at(c, 5, &e.HandedTo, text)
	at(c, 6, &e.At, instant)
}
