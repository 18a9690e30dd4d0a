package calendar

// ZoneByRule is the zone of a machine without a zone database.
var ZoneByRule = zoneByRule
