package present

// CalendarOffice is what Календар asks of the office.
type CalendarOffice interface{}
