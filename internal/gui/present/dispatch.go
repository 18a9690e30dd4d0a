package present

// DispatchOffice is what Изпращане asks of the office.
type DispatchOffice interface{}
