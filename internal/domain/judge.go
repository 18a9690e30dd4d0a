package domain

import "harta/internal/calendar"

// Verdict says whether an event has effect. What has none stays in the history, flagged.
type Verdict uint8

// Verdicts.
const (
	Effective        Verdict = iota
	WithoutAuthority         // the author lacked the role, or the four eyes were two, or he was the respondent
	AfterRemoval             // the author had been removed, as far as the remover could see
)

// History is what Judge needs to know of the office around a fact: the office as the author saw it, and whether
// somebody removed the author without having seen this fact. No clock decides this.
type History struct {
	Office  *Office
	Removed func(UserID) bool // nil = nobody was removed
}

// Judge says whether a fact about a case, a person or the office has effect.
func Judge(h History, c Case, f Fact) Verdict {
	if h.Removed != nil && f.By != (UserID{}) && h.Removed(f.By) {
		return AfterRemoval
	}
	if h.Office.authorised(c, f) {
		return Effective
	}
	return WithoutAuthority
}

func (o *Office) authorised(c Case, f Fact) bool {
	day := calendar.DateOf(f.At)
	action := f.Event.action()
	if action == "" {
		return o.AuthorityOver(f.Event, f.By, day) == nil
	}
	s := Situation{Case: c, By: f.By, Event: f.Event}
	if e, ok := f.Event.(letterEvent); ok {
		s.Letter, _ = c.Letter(e.letter())
	}
	return o.Authority(s, action, day) == nil
}

// AuthorityOver answers whether a user may record an event of the office itself; nil means yes. The zero user is
// the recovery key: it may only give keys and roles.
func (o *Office) AuthorityOver(e Event, by UserID, on calendar.Date) *Refusal {
	if by == (UserID{}) {
		switch e.(type) {
		case UserKeyed, RoleGranted:
			return nil
		default:
			return Refuse("change_office", NotSignedIn)
		}
	}
	if _, founding := e.(OfficeFounded); founding && o.FoundedAt.IsZero() {
		return nil
	}
	if u, known := o.User(by); !known || u.gone(on) {
		return Refuse("change_office", UserRemovedEarlier)
	}
	roles, anybody := overseers(e, by)
	if _, ok := o.Seat(by, on, roles); !ok && !anybody {
		return Refuse("change_office", NoRole).With("roles", roles)
	}
	return nil
}

// overseers gives the roles that may record an event of the office, or that everybody who works here may.
func overseers(e Event, by UserID) (roles []Role, anybody bool) {
	switch e := e.(type) {
	case ChainOpened, OfficeKeyed, AccessViewed:
		return nil, true
	case UserKeyed:
		return []Role{Admin}, e.User == by
	case PersonRecorded, PersonCorrected:
		return desk, false
	case CalendarSet, SettingsSet, TemplateSet, ParagraphSet, TopicSet, FilingSet, DepartmentSet:
		return []Role{Admin, Secretary}, false
	case RulesSet:
		return []Role{Secretary, Mayor}, false
	default:
		return []Role{Admin}, false
	}
}
