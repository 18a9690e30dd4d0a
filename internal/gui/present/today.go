package present

// TodayOffice is what Днес asks of the office.
type TodayOffice interface{}
