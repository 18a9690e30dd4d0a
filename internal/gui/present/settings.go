package present

// SettingsOffice is what Настройки asks of the office.
type SettingsOffice interface{}
