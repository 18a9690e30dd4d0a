package present

import (
	"slices"

	"harta/internal/domain"
)

// Keys of the chips of Изпращане, and values of the second.
const (
	chipWay    = "way"
	chipIssued = "issued"

	issuedToday   = "today"
	issuedWeek    = "week"
	issuedEarlier = "earlier"
)

// sendingWays are the ways in which a letter leaves, in the order people see.
func sendingWays() []domain.Channel {
	return []domain.Channel{
		domain.ByPost, domain.ByCourier, domain.AtDesk, domain.ByEmail, domain.ByDelivery, domain.ByFax, domain.OtherWay,
	}
}

// Chips gives the filters over both lists.
func (d *Dispatch) Chips() []FilterChip {
	ways := make([]Option, 0, len(sendingWays()))
	for _, w := range sendingWays() {
		ways = append(ways, Option{string(w), d.wayWords(w)})
	}
	issued := []Option{
		{issuedToday, d.T("dispatch.issued.today")}, {issuedWeek, d.T("dispatch.issued.week")}, {issuedEarlier, d.T("dispatch.issued.earlier")},
	}
	return []FilterChip{
		d.chip(chipWay, d.T("dispatch.chip.way"), string(d.way), ways), d.chip(chipIssued, d.T("dispatch.chip.issued"), d.issued, issued),
	}
}

// SetChip sets a filter to one of its options; the empty key takes it off.
func (d *Dispatch) SetChip(key, option string) {
	switch key {
	case chipWay:
		d.way = domain.Channel(option)
	case chipIssued:
		d.issued = option
	}
	d.refilter()
}

func (d *Dispatch) wants(l parcelLetter, way domain.Channel) bool {
	if d.way != "" && d.way != way {
		return false
	}
	on, today := l.Letter.Number.Date, d.Today()
	switch d.issued {
	case issuedToday:
		return on == today
	case issuedWeek:
		return weekOf(on) == weekOf(today)
	case issuedEarlier:
		return weekOf(on) < weekOf(today)
	default:
		return true
	}
}

// wayWords is a way of sending as lists say it. A letter of an old register may have left in another one.
func (d *Dispatch) wayWords(way domain.Channel) string {
	if slices.Contains(sendingWays(), way) {
		return d.T("dispatch.way." + string(way))
	}
	return d.Say.Channel(way)
}
