package present

// JournalOffice is what Журнал asks of the office.
type JournalOffice interface{}
