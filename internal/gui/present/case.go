package present

// CaseOffice is what Преписка asks of the office.
type CaseOffice interface{}
