package office

// CheckPassword refuses a password that is too short or that everybody tries: the same that every command which sets
// one refuses, asked ahead of it.
func CheckPassword(password string) error { return passwordFits(password) }
