package present

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// Act is something that may be done with the chosen letter, or why it may not.
type Act struct {
	Action domain.Action
	Words  string
	Key    string // as it stands on its cap
	Why    string // empty = it may be done
}

// Acts gives what is offered for the chosen letter, the main one last: the table is asked for each.
func (m *Approval) Acts() []Act {
	if !m.detail.Loaded {
		return nil
	}
	main, words := domain.DoEndorse, m.T("approval.approve")
	if m.detail.letter.State == domain.LetterApproved {
		main, words = domain.DoSign, m.T("approval.sign")
	}
	all := []Act{{Action: domain.DoReturn, Words: m.T("approval.return")}}
	if main == domain.DoEndorse {
		all = append(all, Act{Action: domain.DoDraft, Words: m.T("approval.edit")})
	}
	all = append(all, Act{Action: main, Words: words})
	for i := range all {
		all[i].Key = capOf(all[i].Action)
		all[i].Why = m.whyNot(all[i].Action)
	}
	if last := all[len(all)-1]; last.Why != "" && main == domain.DoEndorse {
		all[1].Why = last.Why // who may not approve does not do it by an edit either
	}
	return all
}

// whyNot says why an action cannot be taken on the chosen letter; empty = it can.
func (m *Approval) whyNot(do domain.Action) string {
	if m.ReadOnly {
		return m.T("fault.read_only")
	}
	if no := m.acting.May(m.detail.file.Case, m.detail.letter, do); no != nil {
		return m.Tell(no)
	}
	return ""
}

// Reason says why the main thing cannot be done, and who may do it; else to what a word applies.
func (m *Approval) Reason() (words string, no bool) {
	acts := m.Acts()
	if len(acts) == 0 {
		return "", false
	}
	main := acts[len(acts)-1]
	if main.Why == "" {
		if main.Action == domain.DoSign {
			return m.T("approval.applies_sign", "n", m.detail.Version), false
		}
		c, l := m.detail.file.Case, m.detail.letter
		return sentences(m.stepWords(m.acting.Office, c, l), m.afterwards(m.acting.Office, c, l), m.T("approval.applies", "n", m.detail.Version)), false
	}
	if m.ReadOnly {
		return main.Why, true
	}
	return main.Why + " " + m.waits(m.acting, m.detail.file.Case, m.detail.letter), true
}

// may tells whether an action is offered now.
func (m *Approval) may(do domain.Action) bool {
	for _, a := range m.Acts() {
		if a.Action == do {
			return a.Why == ""
		}
	}
	return false
}

// Do does what is offered; what is not, it leaves.
func (m *Approval) Do(action domain.Action) {
	if !m.may(action) {
		return
	}
	switch action {
	case domain.DoEndorse:
		m.approve()
	case domain.DoSign:
		m.askSign()
	case domain.DoReturn:
		m.askComment()
	case domain.DoDraft:
		m.askEdit()
	default: // nothing else is offered here
	}
}

func (m *Approval) approve() {
	seen := m.detail.letter.Hash
	m.give("endorse", func(c office.Command, x ApprovalRow) error {
		return m.office.Endorse(c, x.Case, x.Letter, seen)
	}, func(x ApprovalRow) string { return m.T("approval.approved", "number", x.Number) })
}

// askSign asks before the signature, which nobody can take back.
func (m *Approval) askSign() {
	asked, row := m.chosen, m.rows[m.Chosen()]
	l := m.detail.letter.Content
	m.Ask(m.signQuestion(row.Number, m.letterTitle(m.acting.Office, l.Template), l.To.Name), func(yes bool) {
		if yes && m.chosen == asked && m.may(domain.DoSign) {
			m.sign()
		}
	})
}

func (m *Approval) sign() {
	var done domain.LetterNumbered
	m.give("sign", func(c office.Command, x ApprovalRow) (err error) {
		done, err = m.office.SignLetter(c, x.Case, x.Letter)
		return err
	}, func(x ApprovalRow) string { return m.T("approval.signed", "number", x.Number, "issued", done.Number) })
}

// give gives a word about the chosen letter. The next one is chosen at once; when the word cannot be recorded the
// letter comes back.
func (m *Approval) give(wish string, work func(office.Command, ApprovalRow) error, said func(ApprovalRow) string) {
	i := m.Chosen()
	row := m.rows[i]
	names := m.wishes[row.Letter]
	if names == nil {
		names = &wishes{}
		m.wishes[row.Letter] = names
	}
	m.done[row.Letter] = true
	m.Summary = ""
	m.closeForm()
	m.next(i)
	var err error
	m.Go(func() {
		var c office.Command
		if c, err = names.of(m.office, wish); err == nil {
			err = work(c, row)
		}
	}, func() {
		names.met(wish, err)
		if err != nil {
			delete(m.done, row.Letter)
			m.chosen = row.Letter
			m.refilter()
			m.fail(err)
			return
		}
		m.last = m.T("approval.today_at", "time", m.Say.Time(m.Now()))
		m.Toast(Toast{Words: said(row)})
		m.Load()
	})
}

// next chooses the row after one that goes.
func (m *Approval) next(gone int) {
	switch {
	case gone+1 < len(m.rows):
		m.chosen = m.rows[gone+1].Letter
	case gone > 0:
		m.chosen = m.rows[gone-1].Letter
	}
	m.refilter()
}

// askComment opens the form for what is to be changed in a letter.
func (m *Approval) askComment() {
	row := m.rows[m.Chosen()]
	f := &Form{
		Env: m.Env, Title: m.T("approval.return_title", "number", row.Number), Do: m.T("approval.return_do"),
		Fields: []*Field{{Key: "comment", Label: m.Say.Field("comment"), Kind: TextField, Lines: 3, Hint: m.T("approval.return_hint")}},
	}
	f.Run = func() error {
		if f.Text("comment") == "" {
			return domain.Refuse(string(domain.DoReturn), domain.FieldMissing).On("comment").With("field", "comment")
		}
		return nil
	}
	f.Done = func() {
		comment := f.Text("comment")
		m.give("return", func(c office.Command, x ApprovalRow) error {
			return m.office.Return(c, x.Case, x.Letter, comment)
		}, func(x ApprovalRow) string { return m.T("approval.returned", "number", x.Number) })
	}
	f.KeepAs(m.office, "return-"+domain.ID(row.Case).String()+"-"+domain.ID(row.Letter).String()[:16])
	m.open(f)
}

func (m *Approval) open(f *Form) {
	f.Closed = func(bool) {
		if m.form == f {
			m.form = nil
			m.changed()
		}
	}
	m.form = f
	m.changed()
}

// askEdit tells, before somebody becomes an author of the letter, what that means, and who approves it then.
func (m *Approval) askEdit() {
	row, l := m.rows[m.Chosen()], m.detail.letter
	f := &Form{
		Env: m.Env, Title: m.T("approval.edit_title", "number", row.Number), Lead: m.T("approval.edit_words"), Do: m.T("approval.edit_do"),
		Run: func() error { return nil },
	}
	say := func(s Sign, words string) { f.Notices = append(f.Notices, Notice{Sign: s, Words: words}) }
	me := m.acting.User
	l.State, l.Author, l.Writers = domain.LetterWaiting, me, append(slices.Clip(l.Writers), me)
	if all := whoMay(m.acting, m.detail.file.Case, l, domain.DoEndorse); len(all) > 0 {
		say(InfoSign, m.T("approval.edit_approves", "names", m.names(all)))
	} else {
		say(WarnSign, m.T("approval.edit_nobody"))
		f.Run = func() error { return domain.Refuse(string(domain.DoDraft), domain.NobodyToEndorse) }
	}
	if u, _ := m.acting.Office.User(me); u.Name == l.Content.Signer.Name {
		say(WarnSign, m.T("approval.edit_signer"))
	}
	f.Done = func() { m.Open(Route{Place: LetterPlace, Case: row.Case, Letter: row.Letter}) }
	m.open(f)
}

// Form is the form that is open; nil = none is.
func (m *Approval) Form() *Form { return m.form }

func (m *Approval) closeForm() {
	if f := m.form; f != nil {
		m.form = nil
		f.Cancel()
	}
}

// ApproveTicked approves the ticked letters of thanks together.
func (m *Approval) ApproveTicked() {
	var rows []ApprovalRow
	for _, r := range m.rows {
		if r.Ticked && r.Tickable {
			rows = append(rows, r)
			m.done[r.Letter] = true
		}
	}
	if len(rows) == 0 {
		return
	}
	m.refilter()
	failed := map[domain.LetterID]error{}
	m.Go(func() {
		for _, r := range rows {
			if err := m.approveOne(r); err != nil {
				failed[r.Letter] = err
			}
		}
	}, func() {
		for _, r := range rows {
			delete(m.ticked, r.Letter)
			if err := failed[r.Letter]; err != nil {
				delete(m.done, r.Letter)
				m.Summary = m.T("approval.not_all", "number", r.Number, "why", m.Tell(err))
			}
		}
		if n := len(rows) - len(failed); n > 0 {
			m.last = m.T("approval.today_at", "time", m.Say.Time(m.Now()))
			m.Toast(Toast{Words: m.T("approval.approved_many", "n", n)})
		}
		m.Load()
	})
}

// approveOne approves a letter as it stands.
func (m *Approval) approveOne(r ApprovalRow) error {
	file, err := m.office.Case(r.Case, office.Opened)
	if err != nil {
		return err
	}
	l, _ := file.Case.Letter(r.Letter)
	c, err := m.office.NewCommand()
	if err != nil {
		return err
	}
	return m.office.Endorse(c, r.Case, r.Letter, l.Hash)
}
