package present

import "harta/internal/domain"

// approvalKeys is the table of the letters that do something in За одобрение; each is meant on every keyboard in use.
var approvalKeys = []struct {
	letter rune
	act    domain.Action // that the key takes; empty = it does something else
	do     func(*Approval)
}{
	{'A', domain.DoEndorse, nil},
	{'R', domain.DoReturn, nil},
	{'E', domain.DoDraft, nil},
	{'S', domain.DoSign, nil},
	{'P', "", (*Approval).Print},
	{'J', "", func(m *Approval) { m.Step(1) }},
	{'K', "", func(m *Approval) { m.Step(-1) }},
	{'V', "", (*Approval).Turn},
	{' ', "", func(m *Approval) { m.Tick(m.Chosen()) }},
}

// ApprovalKeys gives the letters, as caps name them.
func ApprovalKeys() []rune {
	all := make([]rune, len(approvalKeys))
	for i, k := range approvalKeys {
		all[i] = k.letter
	}
	return all
}

// Press does what a key is for, by its place among the letters; while a form is open they are words.
func (m *Approval) Press(key int) {
	if m.form != nil || key < 0 || key >= len(approvalKeys) {
		return
	}
	if k := approvalKeys[key]; k.do != nil {
		k.do(m)
	} else {
		m.Do(k.act)
	}
}

// capOf names the key of an action; empty = it has none.
func capOf(a domain.Action) string {
	for _, k := range approvalKeys {
		if k.act == a {
			return string(k.letter)
		}
	}
	return ""
}
