package present

// ApprovalOffice is what За одобрение asks of the office.
type ApprovalOffice interface{}
