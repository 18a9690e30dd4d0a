package present

import (
	"slices"
	"strings"

	"harta/internal/domain"
)

// chainList is Одобрение: through whose hands a reply goes before it leaves, for every kind and for some of their own.
type chainList struct{ *Settings }

func (l chainList) newWords() string { return l.T("chains.new") }

// refusing marks the key of a chain that is for refusals alone.
const refusing = "refusals"

func chainKey(k domain.Kind, refusals bool) string {
	if refusals {
		return string(k) + " " + refusing
	}
	return string(k) + " "
}

func chainOf(key string) (k domain.Kind, refusals bool) {
	kind, more, _ := strings.Cut(key, " ")
	return domain.Kind(kind), more == refusing
}

// rows begins with what holds for every kind; below stand those that have a way of their own.
func (l chainList) rows() []ListRow {
	var rows []ListRow
	for _, k := range append([]domain.Kind{""}, domain.Kinds()...) {
		for _, refusals := range []bool{false, true} {
			x, own := l.chain(k, refusals)
			if k == "" || own {
				rows = append(rows, ListRow{Key: chainKey(k, refusals), Words: l.of(k, refusals), Second: l.Say.Chain(x, l.third(x))})
			}
		}
	}
	return rows
}

// chain gives a chain as the form shows it, and whether it is there: older settings named only the kinds that a third
// person signs.
func (l chainList) chain(k domain.Kind, refusals bool) (x domain.Chain, own bool) {
	s := &l.now.Settings
	third := !refusals && slices.Contains(s.ThirdPerson, k)
	i := slices.IndexFunc(s.Chains, func(x domain.Chain) bool { return x.Kind == k && x.Refusals == refusals })
	if i < 0 {
		return domain.Chain{Kind: k, Refusals: refusals, Third: third}, third
	}
	x = s.Chains[i]
	x.Third = x.Third || third
	return x, true
}

// third tells whether another one signs: a refusal always needs one.
func (chainList) third(x domain.Chain) bool { return x.Third || x.Refusals }

// of says for which replies a chain is.
func (l chainList) of(k domain.Kind, refusals bool) string {
	switch {
	case k == "" && refusals:
		return l.T("chains.refusals")
	case k == "":
		return l.T("chains.all")
	case refusals:
		return l.T("chains.refusals_of", "kind", capital(l.Say.Kind(k)))
	default:
		return capital(l.Say.Kind(k))
	}
}

func (l chainList) form(key string) *Form {
	k, refusals := chainOf(key)
	x, _ := l.chain(k, refusals)
	title := l.T("chains.new")
	if key != "" {
		title = l.of(k, refusals)
	}
	f := &Form{Env: l.Env, Title: title, Lead: l.T("chains.lead"), Fields: []*Field{
		{Key: "kind", Label: l.T("chains.kind"), Kind: ChoiceField, Hidden: key != "", Text: string(k)},
		{Key: "refusals", Label: l.T("chains.only_refusals"), Kind: TickField, Hidden: key != "", On: refusals},
		{Key: "steps", Label: l.T("field.steps"), Kind: OrderField, Hint: l.T("chains.steps_hint")},
		{Key: "signs", Label: l.T("field.signs"), Kind: ChoiceField, Text: string(x.Signs), Options: []Option{{"", l.T("chains.signs_any")}}},
		{Key: "third", Label: l.T("chains.third"), Kind: TickField, On: x.Third, Hint: l.T("chains.third_hint"), Hidden: refusals},
	}}
	for _, kind := range domain.Kinds() {
		f.Field("kind").Options = append(f.Field("kind").Options, Option{string(kind), capital(l.Say.Kind(kind))})
	}
	for _, r := range domain.ChainRoles() {
		f.Field("steps").Options = append(f.Field("steps").Options, Option{string(r), l.Say.Step(r)})
	}
	for _, r := range x.Steps {
		f.Field("steps").Picked = append(f.Field("steps").Picked, string(r))
	}
	for _, r := range domain.SignRoles() {
		f.Field("signs").Options = append(f.Field("signs").Options, Option{string(r), l.T("chains.signs_" + string(r))})
	}
	f.Check = func() {
		if key == "" {
			require(f, "kind")
			l.untaken(f)
		}
	}
	f.Run = func() error { return l.set(func(s *domain.Settings) { put(s, typedChain(f)) }) }
	l.keep(f, "chain-"+draftKey(key))
	others := f.Notices
	f.Edited = func(*Field) {
		f.Field("third").Hidden = f.On("refusals")
		f.Notices = append(slices.Clone(others), l.reads(f)...)
		f.Field("steps").Note = l.gap(f)
	}
	f.Edited(&Field{})
	return f
}

// untaken holds a new chain to replies that have none yet: saved over another one, it would end what that one asks for.
func (l chainList) untaken(f *Form) {
	x := typedChain(f)
	if _, own := l.chain(x.Kind, x.Refusals); own && x.Kind != "" {
		f.Field("kind").Wrong = l.T("chains.exists", "of", l.of(x.Kind, x.Refusals))
	}
}

// typedChain is the chain that the form asks for.
func typedChain(f *Form) domain.Chain {
	x := domain.Chain{
		Kind: domain.Kind(f.Text("kind")), Refusals: f.On("refusals"), Signs: domain.Role(f.Text("signs")),
		Third: f.On("third") && !f.On("refusals"),
	}
	for _, step := range f.Field("steps").Picked {
		x.Steps = append(x.Steps, domain.Role(step))
	}
	return x
}

// put lets a chain stand in the place of the one for the same replies; an empty one asks for nothing of its own.
func put(s *domain.Settings, x domain.Chain) {
	s.Chains = slices.DeleteFunc(slices.Clone(s.Chains), func(y domain.Chain) bool { return y.Kind == x.Kind && y.Refusals == x.Refusals })
	if !x.Refusals {
		s.ThirdPerson = slices.DeleteFunc(slices.Clone(s.ThirdPerson), func(k domain.Kind) bool { return k == x.Kind })
	}
	if !x.Empty() {
		s.Chains = append(s.Chains, x)
	}
}

// reads says how the chain reads.
func (l chainList) reads(f *Form) []Notice {
	x := typedChain(f)
	if x.Kind == "" && !f.Field("kind").Hidden {
		return nil
	}
	return []Notice{{Sign: InfoSign, Words: l.T("chains.reads", "of", l.of(x.Kind, x.Refusals), "way", l.Say.Chain(x, l.third(x)))}}
}

// gap says whose word is missing while the people of the office cannot pass the chain; empty = they can.
func (l chainList) gap(f *Form) string {
	next := l.now.Settings
	put(&next, typedChain(f))
	if _, err := l.acting.SetSettings(next); err != nil {
		return l.Tell(err)
	}
	return ""
}
