package calendar

import (
	"strconv"
	"strings"
)

// ParseHour reads a time of the day as people write it: 9, 930, 9:30, 9.30.
func ParseHour(typed string) (hour, minute int, ok bool) {
	h, m := splitTime(strings.TrimSpace(typed))
	hour, errH := strconv.Atoi(h)
	minute, errM := strconv.Atoi(m)
	ok = errH == nil && errM == nil && len(h) <= 2 && len(m) <= 2 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60
	if !ok {
		return 0, 0, false
	}
	return hour, minute, true
}

func splitTime(s string) (hour, minute string) {
	switch i := strings.IndexAny(s, ":., "); {
	case i >= 0:
		return s[:i], s[i+1:]
	case len(s) > 2:
		return s[:len(s)-2], s[len(s)-2:]
	default:
		return s, "0"
	}
}
