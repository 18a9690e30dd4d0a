package domain

import (
	"time"

	"harta/internal/calendar"
)

// LetterDrafted is a new or changed text of a letter. Any change voids an endorsement.
type LetterDrafted struct {
	Letter  LetterID
	Content Letter
	Hash    Digest // of the content, see Letter
}

// LetterSubmitted sends a letter for endorsement.
type LetterSubmitted struct {
	Letter LetterID
	Hash   Digest
	Chain  Chain // of approval as it stands now; it stays that of the letter until it is submitted again
	Fixed  bool  // the chain is told; older records left it to the settings
}

// LetterEndorsed approves exactly this content („Одобрявам“).
type LetterEndorsed struct {
	Letter LetterID
	Hash   Digest
	As     Role // whose word of the chain it is
	Waits  Role // whose word is next: the letter is not approved yet; empty = it is
}

// LetterReturned sends a letter back to its author.
type LetterReturned struct {
	Letter  LetterID
	Comment string
}

// LetterNumbered signs a letter and takes its outgoing number („Подпиши и изведи“). The PDF was rendered once
// and is kept; every later print is those bytes.
type LetterNumbered struct {
	Letter   LetterID
	Hash     Digest
	Number   Number
	SignedBy UserID // who signs, on paper too
	Title    string // the signer's title as printed
	PDF      Digest // SHA-256 of the rendered PDF
	Blob     Digest // of the sealed bytes
	Key      KeyID
	Size     int64
	At       time.Time
}

// LetterDispatched sends a numbered letter.
type LetterDispatched struct {
	Letter  LetterID
	Channel Channel
	On      calendar.Date
	Ref     string // barcode or delivery №
}

// LetterServed records that a letter reached its reader.
type LetterServed struct {
	Letter LetterID
	On     calendar.Date
	How    string
}

// LetterAnnulled strikes a numbered letter that will not be sent; its number stays listed.
type LetterAnnulled struct {
	Letter LetterID
	Reason string
}

func (LetterDrafted) action() Action    { return DoDraft }
func (LetterSubmitted) action() Action  { return DoSubmit }
func (LetterEndorsed) action() Action   { return DoEndorse }
func (LetterReturned) action() Action   { return DoReturn }
func (LetterNumbered) action() Action   { return DoSign }
func (LetterDispatched) action() Action { return DoDispatch }
func (LetterServed) action() Action     { return DoServe }
func (LetterAnnulled) action() Action   { return DoStrike }

func (e LetterDrafted) letter() LetterID    { return e.Letter }
func (e LetterSubmitted) letter() LetterID  { return e.Letter }
func (e LetterEndorsed) letter() LetterID   { return e.Letter }
func (e LetterReturned) letter() LetterID   { return e.Letter }
func (e LetterNumbered) letter() LetterID   { return e.Letter }
func (e LetterDispatched) letter() LetterID { return e.Letter }
func (e LetterServed) letter() LetterID     { return e.Letter }
func (e LetterAnnulled) letter() LetterID   { return e.Letter }
