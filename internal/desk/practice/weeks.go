package practice

import "time"

// WeeksBefore is the moment at which an office must be founded that Weeks is to fill.
func WeeksBefore(until time.Time) time.Time { return until.AddDate(0, -4, 0) }

// Weeks lets the office live until today.
func (t *Town) Weeks() error { return nil }
