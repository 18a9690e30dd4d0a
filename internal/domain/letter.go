package domain

import (
	"time"

	"harta/internal/calendar"
)

// TemplateID names a letter template: T01 … T28 of the catalogue, or the office's own.
type TemplateID string

// Templates the program itself refers to.
const (
	TReceipt       TemplateID = "T01"
	TClarify       TemplateID = "T02"
	TForwardBody   TemplateID = "T03"
	TForwardSender TemplateID = "T04"
	TAnonymous     TemplateID = "T05"
	TTooOld        TemplateID = "T06"
	TRepeated      TemplateID = "T07"
	TDeclined      TemplateID = "T08"
	TPersonalData  TemplateID = "T09"
	TSurplus       TemplateID = "T09a" // surplus personal data were returned or erased
	TExtension     TemplateID = "T10"
	TUpheld        TemplateID = "T11"
	TRejected      TemplateID = "T12"
	TProposal      TemplateID = "T13"
	TAnswer        TemplateID = "T14"
	TThanks        TemplateID = "T15"
	TService       TemplateID = "T16"
	TExecution     TemplateID = "T17" // the measures, or more time for them
	TProsecutor    TemplateID = "T18" // data of a crime
	TAsk           TemplateID = "T19" // an opinion or explanations of somebody who is asked
	TOthers        TemplateID = "T22" // to whose rights are affected, and to the referrer
	TOtherOrder    TemplateID = "T24"
)

// Reply tells whether a letter of this template answers the submission, so that it carries the case through
// endorsement and signature.
func (t TemplateID) Reply() bool {
	switch t {
	case TForwardSender, TAnonymous, TTooOld, TRepeated, TDeclined, TPersonalData, TUpheld, TRejected, TProposal, TAnswer,
		TThanks, TService, TOtherOrder:
		return true
	default:
		return false
	}
}

// decides tells whether a letter of this template gives a decision on the merits, which must then be recorded.
func (t TemplateID) decides() bool {
	return t == TUpheld || t == TRejected || t == TProposal || t == TService
}

// Template is a letter to be filled: paragraphs with {fields}. A line that begins with „# “ is a heading, one that
// begins with „- “ a numbered item.
type Template struct {
	ID         TemplateID
	Title      string
	Kinds      []Kind // for which it is offered; empty = all
	Paragraphs []string
	Notice     string // notice about appeal; empty = none
	Closed     bool
}

// Letter is the content of a letter: what is approved. Number, date and QR are not part of it, they are taken
// when it is signed. ContentHash is the SHA-256 of its deterministic encoding in package wire.
type Letter struct {
	Template   TemplateID
	Case       CaseID
	Head       Letterhead
	To         Addressee
	Copies     []string // „Копие до“
	YourRef    string   // „На Ваш №“
	OurRef     string   // our incoming number
	Subject    string
	Salutation string
	Paragraphs []Paragraph
	Notice     string // about appeal
	Enclosures []string
	Closing    string // „С уважение,“
	Signer     Signer
	Author     string // „Изготвил“
	Apology    bool
	Exercise   bool // watermark of a demo office
}

// Paragraph is a piece of text; a heading stands alone and bold, an item is numbered.
type Paragraph struct {
	Text  string
	Style ParagraphStyle
}

// ParagraphStyle says how a paragraph is set.
type ParagraphStyle string

// Styles of a paragraph.
const (
	Body    ParagraphStyle = "" // justified, first line indented
	Heading ParagraphStyle = "heading"
	Item    ParagraphStyle = "item"
)

// Letterhead is the office as the letter shows it.
type Letterhead struct {
	Country string // „РЕПУБЛИКА БЪЛГАРИЯ“; empty = left out
	Office  string // „ОБЩИНА …“
	Address string
	Contact string // telephone, e-mail, site
	Crest   []byte // SVG or PNG; empty = none
	Place   string // „гр. …“, before the date
}

// Addressee is to whom the letter goes.
type Addressee struct {
	Name  string
	Lines []string // address
}

// Signer is who will sign.
type Signer struct {
	Name  string
	Title string
	// For is the holder of the office when the signer stands in („За кмет“), with the № of the order.
	For   string
	Order string
}

// Issue is what signing adds to a letter: everything a rendering needs besides the content.
type Issue struct {
	Number Number        // zero in a draft
	Date   calendar.Date // zero in a draft
	At     time.Time     // creation date of the PDF
	ID     Digest        // seeds the PDF's /ID, so that a rendering is repeatable
	QR     string        // text of the QR code; empty = none
	Draft  bool          // watermark „ПРОЕКТ“
}
