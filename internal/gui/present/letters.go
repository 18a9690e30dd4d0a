package present

// LettersOffice is what Писма asks of the office.
type LettersOffice interface{}
