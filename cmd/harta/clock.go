package main

import "harta/internal/calendar"

// today is the civil day by the clock of this run.
func (a *app) today() calendar.Date { return a.desk.Today() }
