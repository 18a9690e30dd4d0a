package present

import (
	"harta/internal/domain"
	"harta/internal/office"
)

// settleForm answers whoever holds that the case names him by mistake. When he is right, the submission is corrected instead.
func (c *Case) settleForm() *Form {
	var who []Option
	for _, n := range c.state.Case.Claims() {
		who = append(who, Option{idKey(n.By), c.user(n.By)})
	}
	var f *Form
	f = c.fill(doSettle, func(id office.Command) error {
		return c.office.SettleMistake(id, c.id, domain.CaseNoted{To: domain.ParseID[domain.UserID](f.Text("to")), Text: f.Text("text")})
	},
		&Field{Key: "to", Label: c.T("case.settle_to"), Kind: ChoiceField, Options: who, Hidden: len(who) == 1},
		&Field{Key: "text", Label: c.T("case.settle_text"), Kind: TextField, Lines: 5, Hint: c.T("case.settle_hint")})
	if len(who) > 0 && f.Text("to") == "" {
		f.Field("to").Text = who[0].Key
	}
	for _, n := range c.state.Case.Claims() {
		f.Notices = append(f.Notices, Notice{Sign: InfoSign, Words: c.T("case.warn_claimed", "name", c.user(n.By), "text", n.Text)})
	}
	if c.may(domain.DoCorrect) {
		f.Notices = append(f.Notices, Notice{
			Sign: WarnSign, Words: c.T("case.settle_correct"), Do: c.act(domain.DoCorrect).Words, Go: func() { c.Start(domain.DoCorrect) },
		})
	}
	return f
}
