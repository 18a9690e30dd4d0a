package present

// IntakeOffice is what Нова преписка asks of the office.
type IntakeOffice interface{}
