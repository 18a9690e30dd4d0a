package domain

import (
	"slices"

	"harta/internal/calendar"
)

// MaxSteps is how many words a chain may ask for.
const MaxSteps = 6

// ChainRoles lists the roles whose words a chain may ask for.
func ChainRoles() []Role { return []Role{Head, Adviser, Secretary, DeputyMayor, Mayor} }

// SignRoles lists the roles to which a chain may leave the signature.
func SignRoles() []Role { return slices.Clone(top) }

// SetSettings replaces the settings of the office. A chain that is new must be one that somebody can pass.
func (a Acting) SetSettings(s Settings) (SettingsSet, error) {
	if err := s.NumberTemplate.Check(); err != nil {
		return SettingsSet{}, err
	}
	for _, x := range s.Chains {
		if slices.ContainsFunc(a.Office.Settings.Chains, x.same) {
			continue // whoever has left since is not a reason to refuse a change of the address
		}
		if err := a.checkChain(x); err != nil {
			return SettingsSet{}, err
		}
	}
	return SettingsSet{Settings: s}, nil
}

func (a Acting) checkChain(x Chain) error {
	const op = "set_chain"
	if len(x.Steps) > MaxSteps {
		return Refuse(op, TooLong).On("steps").With("limit", MaxSteps)
	}
	for _, step := range x.Steps {
		if !slices.Contains(ChainRoles(), step) {
			return Refuse(op, UnknownValue).On("steps").With("value", string(step))
		}
	}
	if x.Signs != "" && !slices.Contains(SignRoles(), x.Signs) {
		return Refuse(op, UnknownValue).On("signs").With("value", string(x.Signs))
	}
	return a.passable(op, x, nil)
}

// passable refuses a chain that the people of the office cannot pass without some of them, and names whose word is
// missing.
func (a Acting) passable(op string, x Chain, without []UserID) error {
	gap, ok := a.Office.chainGap(x, a.Today(), without)
	switch {
	case ok:
		return nil
	case gap < len(x.Steps):
		return Refuse(op, ChainGap).On("steps").With("role", x.Steps[gap])
	default:
		return Refuse(op, ChainUnsigned).On("signs")
	}
}

// chainGap tells whether the people of the office can pass a chain without some of them: each word is somebody else's.
// When they cannot it gives the step that nobody is left for; after the last one it is the signature.
func (o *Office) chainGap(x Chain, on calendar.Date, without []UserID) (gap int, ok bool) {
	w := chainWords{o, x, on, without, map[UserID]int{}}
	for step := range len(x.Steps) + 1 {
		if step == len(x.Steps) && !x.Third {
			clear(w.said) // whoever has said a word signs too
		}
		if !w.find(step, map[UserID]bool{}) {
			return step, false
		}
	}
	return 0, true
}

// chainWords looks for somebody for each step of a chain.
type chainWords struct {
	office  *Office
	chain   Chain
	on      calendar.Date
	without []UserID
	said    map[UserID]int // the step of each who was found
}

// find gives a step to somebody, and when all who can have another one, lets them hand theirs on. So nobody is asked
// twice for a step, however many there are.
func (w *chainWords) find(step int, asked map[UserID]bool) bool {
	for i := range w.office.Users {
		id := w.office.Users[i].ID
		if asked[id] || slices.Contains(w.without, id) || !w.office.fills(w.chain, step, id, w.on) {
			continue
		}
		asked[id] = true
		if other, taken := w.said[id]; !taken || w.find(other, asked) {
			w.said[id] = step
			return true
		}
	}
	return false
}

// fills tells whether somebody can say the word of a step; the one after the last is the signature.
func (o *Office) fills(x Chain, step int, id UserID, on calendar.Date) bool {
	for g := range o.held(id, on) {
		switch {
		case step < len(x.Steps):
			if slices.Contains(ChainRoles(), g.Role) && g.Role.speaksFor(x.Steps[step]) {
				return true
			}
		case g.Role == Head && g.Order == "", !slices.Contains(chiefs, g.Role), x.Signs != "" && g.Role.rank() < x.Signs.rank():
		default:
			return true
		}
	}
	return false
}

// wordsThere refuses a letter whose chain nobody could pass besides those who wrote it.
func (a Acting) wordsThere(x Chain, l LetterFile) error {
	if x.Empty() {
		return nil
	}
	return a.passable(string(DoSubmit), x, l.Writers)
}
