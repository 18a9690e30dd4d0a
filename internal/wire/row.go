package wire

import (
	"fmt"

	"harta/internal/domain"
)

// rowVersion begins every row of the cache. Unlike events, rows are not kept: a change of the tables below, or of
// a struct they use, takes the next number, and a cache with another one is folded anew.
const rowVersion = 8

// EncodeEntry returns the row of a line of the register.
func EncodeEntry(e domain.Entry) []byte { return writeRow(&e, registerEntry) }

// ReadEntry fills the line of the register that EncodeEntry of this version of the program was given. It keeps nothing
// of the bytes, and neither does DecodePerson.
func ReadEntry(b []byte, e *domain.Entry) error { return readRow(b, e, registerEntry) }

// EncodePerson returns the row of a person.
func EncodePerson(p domain.Person) []byte { return writeRow(&p, person) }

// DecodePerson returns the person that EncodePerson of this version of the program was given.
func DecodePerson(b []byte) (p domain.Person, err error) {
	err = readRow(b, &p, person)
	return p, err
}

func writeRow[T any](v *T, fields func(*coder, *T)) []byte {
	return append([]byte{rowVersion}, write(v, fields)...)
}

func readRow[T any](b []byte, v *T, fields func(*coder, *T)) error {
	if len(b) == 0 || b[0] != rowVersion {
		return fmt.Errorf("%w: row of another version", ErrDamaged)
	}
	return fillRow(b[1:], v, fields)
}

func registerEntry(c *coder, e *domain.Entry) {
	at(c, 1, &e.Case, id)
	sub(c, 2, &e.Number, number)
	at(c, 3, &e.Kind, word)
	at(c, 4, &e.State, word)
	at(c, 5, &e.Channel, word)
	at(c, 6, &e.Subject, text)
	at(c, 7, &e.Sender, text)
	at(c, 8, &e.Person, id)
	at(c, 9, &e.SenderType, word)
	at(c, 10, &e.Settlement, shared)
	at(c, 11, &e.Topic, id)
	at(c, 12, &e.Department, id)
	at(c, 13, &e.Lead, id)
	subs(c, 14, &e.Respondents, respondent)
	at(c, 15, &e.ReceivedOn, day)
	at(c, 16, &e.RegisteredAt, instant)
	subs(c, 17, &e.Deadlines, deadline)
	at(c, 18, &e.DecidedOn, day)
	at(c, 19, &e.AnsweredOn, day)
	at(c, 20, &e.ForwardedOn, day)
	at(c, 21, &e.ClosedOn, day)
	at(c, 22, &e.Outcome, word)
	at(c, 23, &e.Ground, word)
	at(c, 24, &e.LateReason, text)
	at(c, 25, &e.LateUnit, id)
	at(c, 26, &e.Measures, integer)
	at(c, 27, &e.ExecutedOn, day)
	at(c, 28, &e.Returns, integer)
	at(c, 29, &e.Flags, count)
	subs(c, 30, &e.Pending, pending)
	each(c, 31, &e.Recused, id)
	at(c, 32, &e.WaitsUntil, day)
	subs(c, 33, &e.Links, link)
	at(c, 34, &e.SurplusDue, day)
	at(c, 35, &e.InternalDue, day)
	at(c, 36, &e.ExecuteUntil, day)
	at(c, 37, &e.ExecuteTold, day)
	at(c, 38, &e.Filing, shared)
	at(c, 39, &e.EndedOn, day)
}

func pending(c *coder, p *domain.Pending) {
	at(c, 1, &p.Letter, id)
	at(c, 2, &p.Template, word)
	at(c, 3, &p.State, word)
	at(c, 4, &p.Author, id)
	sub(c, 5, &p.Number, number)
	at(c, 6, &p.Since, day)
	each(c, 7, &p.Others, id)
	each(c, 8, &p.Endorsed, id)
	at(c, 9, &p.Signer, shared)
	at(c, 10, &p.Returned, truth)
	at(c, 11, &p.Via, word)
	at(c, 12, &p.SentOn, day)
	at(c, 13, &p.To, text)
	at(c, 14, &p.Ref, text)
	each(c, 15, &p.EndorsedAs, word)
	sub(c, 16, &p.Chain, chain)
	at(c, 17, &p.Fixed, truth)
}

func person(c *coder, p *domain.Person) {
	at(c, 1, &p.ID, id)
	sub(c, 2, &p.Contact, contact)
	at(c, 3, &p.EraseAct, text)
}
