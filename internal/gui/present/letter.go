package present

// LetterOffice is what Писмо asks of the office.
type LetterOffice interface{}
