package present

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// AccountRow is somebody who may sign in, as the list shows him. Before anybody has signed in only logins are known.
type AccountRow struct {
	Login string
	Name  string
	Role  string // empty while it is not known
}

// Login is who works here, and the password.
type Login struct {
	*Gate
	rows   []AccountRow
	chosen int
	wrong  string
	busy   bool
	until  time.Time // no password before
	typed  string
	tries  int // passwords that were wrong, so that the view empties its field
}

func newLogin(g *Gate) *Login { return &Login{Gate: g, chosen: -1} }

// Load reads who may sign in. Whoever did last is chosen.
func (l *Login) Load() {
	var all []office.Account
	var known facts
	var people map[domain.UserID]desk.Colleague
	var err error
	l.Go(func() {
		known, people = l.ask(), l.desk.Colleagues()
		all, err = l.desk.Accounts()
	}, func() {
		l.facts = known
		if err != nil {
			l.wrong = l.Tell(err)
			l.changed()
			return
		}
		l.rows = l.named(all, people)
		last := l.Habits(nil).LastLogin
		l.chosen = slices.IndexFunc(l.rows, func(r AccountRow) bool { return strings.EqualFold(r.Login, last) })
		if l.chosen < 0 && len(l.rows) > 0 {
			l.chosen = 0
		}
		l.changed()
	})
}

// named gives the rows of the accounts, by the names that were seen at this PC; whoever was removed is left out where
// that is known.
func (l *Login) named(all []office.Account, people map[domain.UserID]desk.Colleague) []AccountRow {
	var rows []AccountRow
	for _, a := range all {
		row := AccountRow{Login: a.Login, Name: orElse(people[a.User].Name, a.Login), Role: people[a.User].Title}
		if now := l.facts.office; now != nil {
			u, ok := now.User(a.User)
			if ok && !u.Removed.IsZero() {
				continue
			}
			row.Name, row.Role = orElse(u.Name, a.Login), l.function(now, u)
		}
		rows = append(rows, row)
	}
	return rows
}

// function says what somebody is: his title, or else his roles.
func (l *Login) function(o *domain.Office, u domain.User) string {
	if u.Title != "" {
		return u.Title
	}
	return roleWords(l.Env, o, u.ID)
}

// Rows gives who may sign in.
func (l *Login) Rows() []AccountRow { return l.rows }

// Chosen is the index of the row that is chosen, -1 for none.
func (l *Login) Chosen() int { return l.chosen }

// Row gives the chosen row.
func (l *Login) Row() AccountRow {
	if l.chosen < 0 || l.chosen >= len(l.rows) {
		return AccountRow{}
	}
	return l.rows[l.chosen]
}

// Choose chooses who signs in.
func (l *Login) Choose(i int) {
	if i == l.chosen || i < 0 || i >= len(l.rows) || l.busy {
		return
	}
	l.chosen, l.wrong, l.typed, l.until = i, "", "", time.Time{}
	l.tries++
	l.changed()
}

// Type hears what stands in the field of the password.
func (l *Login) Type(password string) {
	l.typed = password
	if l.until.IsZero() {
		l.wrong = ""
	}
	l.changed()
}

// Wrong is why the last try was refused.
func (l *Login) Wrong() string { return l.wrong }

// Tries counts what empties the field of the password.
func (l *Login) Tries() int { return l.tries }

// Busy tells whether a password is being tried.
func (l *Login) Busy() bool { return l.busy }

// Ready tells whether a password may be tried now.
func (l *Login) Ready() bool {
	return !l.busy && l.until.IsZero() && l.chosen >= 0 && l.typed != ""
}

// Hint helps with the keyboard, whose state a dotted field does not show.
func (l *Login) Hint() string {
	letters, upper, cyrillic := 0, 0, 0
	for _, r := range l.typed {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
			if unicode.Is(unicode.Cyrillic, r) {
				cyrillic++
			}
		}
	}
	switch {
	case letters >= 3 && upper == letters:
		return l.T("gate.caps")
	case letters > 0 && cyrillic == letters:
		return l.T("gate.cyrillic")
	case letters > 0 && cyrillic == 0:
		return l.T("gate.latin")
	default:
		return l.T("gate.password_hint")
	}
}

// Enter tries the password.
func (l *Login) Enter() {
	if !l.Ready() {
		return
	}
	login, password := l.Row().Login, l.typed
	l.busy, l.wrong = true, ""
	l.meter.Begin(l.T("gate.entering"))
	l.changed()
	var err error
	var as admission
	l.Go(func() {
		if err = l.desk.Enter(login, password); err == nil {
			as = l.admission(password)
		}
	}, func() {
		l.meter.End()
		l.busy, l.typed = false, ""
		l.tries++
		if err != nil {
			l.refused(err)
			return
		}
		l.Habits(func(h *desk.Habits) { h.LastLogin = login })
		l.entered(as)
	})
}

// waits is an error that says how long to wait for the next password.
type waits interface {
	error
	Wait() time.Duration
}

func (l *Login) refused(err error) {
	l.wrong = l.Tell(err)
	if w, ok := errors.AsType[waits](err); ok && w.Wait() > 0 {
		l.until = l.Now().Add(w.Wait())
		l.wait()
	}
	l.changed()
}

// wait counts the seconds until the next password down.
func (l *Login) wait() {
	until := l.until
	l.After(time.Second, func() {
		if l.until != until || l.gone.Load() {
			return
		}
		left := int((until.Sub(l.Now()) + time.Second - 1) / time.Second)
		if left <= 0 {
			l.until, l.wrong = time.Time{}, l.T("gate.again")
		} else {
			l.wrong = l.T("fault.wrong_password_wait", "n", left)
			l.wait()
		}
		l.changed()
	})
}
