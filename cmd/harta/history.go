package main

import (
	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/wire"
)

// event puts an event of a case into words: what happened, and what people want to know of it at a glance.
func (a *app) event(j office.Judged) string {
	if j.Newer || j.Event == nil {
		return a.say.T("event.newer")
	}
	title, more := a.say.Event(j.Event)
	if more == "" {
		return title
	}
	return title + ": " + more
}

// kindOf is the name of an event on disk.
func kindOf(e domain.Event) string {
	p, err := wire.Encode(e)
	if err != nil {
		return "unknown"
	}
	return p.Kind
}
