package present

// RegisterOffice is what Регистър asks of the office.
type RegisterOffice interface{}
