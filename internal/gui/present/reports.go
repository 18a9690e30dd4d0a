package present

// ReportsOffice is what Отчети asks of the office.
type ReportsOffice interface{}
