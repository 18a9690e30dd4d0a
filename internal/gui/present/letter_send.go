package present

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// LetterStep is what the main button of a letter does.
type LetterStep int

// Steps of a letter.
const (
	NoStep LetterStep = iota
	SubmitStep
	SignStep
	PrintStep
)

// judge looks the letter over after a change.
func (m *Letter) judge() {
	if len(m.blocks) == 0 {
		return
	}
	c := m.file.Case
	m.list = m.checks(checked{
		letter: m.content(), blocks: m.blocks, notice: m.template.Notice != "",
		late: m.template.ID.Reply() && c.LateOn(m.acting.Today()),
	})
	if m.unprintable != "" {
		m.list = append(m.list, LetterCheck{m.T("write.check_unprintable"), BadSign, -1})
	}
}

// Checks gives what was looked at, and what came out.
func (m *Letter) Checks() []LetterCheck { return m.list }

// probe is the case as it would be with the letter as it stands: the table is asked about that one.
func (m *Letter) probe() (domain.Case, domain.LetterFile) {
	c, l := m.file.Case, m.letter
	if l.ID == (domain.LetterID{}) {
		l = domain.LetterFile{ID: domain.LetterID{1}, Author: m.acting.User, Writers: []domain.UserID{m.acting.User}}
	}
	if l.State == "" || m.dirty() {
		l.State = domain.LetterDraft
	}
	l.Content = m.content()
	c.Letters = append(slices.DeleteFunc(slices.Clone(c.Letters), func(x domain.LetterFile) bool { return x.ID == l.ID }), l)
	return c, l
}

// MayWrite tells whether the text may be changed.
func (m *Letter) MayWrite() bool {
	return m.version == 0 && !issued(m.letter.State) && m.acting.Office != nil && m.closed() == ""
}

// closed says why the text cannot be changed; empty = it can.
func (m *Letter) closed() string {
	if m.ReadOnly {
		return m.T("fault.read_only")
	}
	if no := m.writable(); no != nil {
		return m.Tell(no)
	}
	return ""
}

func (m *Letter) writable() *domain.Refusal {
	l := m.letter
	if l.ID == (domain.LetterID{}) {
		l = domain.LetterFile{ID: domain.LetterID{1}, State: domain.LetterDraft}
	}
	return m.acting.May(m.file.Case, l, domain.DoDraft)
}

// Step gives the main button: what it does, its words, and why it cannot be pressed; nothing = it can.
func (m *Letter) Step() (step LetterStep, words, why string) {
	switch {
	case !m.loaded:
		return NoStep, "", ""
	case issued(m.letter.State):
		return PrintStep, m.T("write.print"), ""
	case m.letter.State == domain.LetterApproved && !m.dirty():
		if m.ReadOnly {
			return SignStep, m.T("write.sign"), m.closed()
		}
		c, l := m.probe()
		if no := m.acting.May(c, l, domain.DoSign); no != nil {
			return SignStep, m.T("write.sign"), m.Tell(no)
		}
		return SignStep, m.T("write.sign"), ""
	case m.letter.State == domain.LetterWaiting && !m.dirty():
		return SubmitStep, m.T("write.submit"), m.T("write.waits")
	default:
		return SubmitStep, m.T("write.submit"), m.unready()
	}
}

// unready says why the letter does not go on yet.
func (m *Letter) unready() string {
	for i := range m.blocks {
		if field, open := m.blocks[i].open(); open {
			return m.T("write.open_field", "field", m.fieldName(field))
		}
	}
	if i := slices.IndexFunc(m.list, func(c LetterCheck) bool { return c.Sign == BadSign }); i >= 0 {
		return m.list[i].Words
	}
	if why := m.closed(); why != "" {
		return why
	}
	c, l := m.probe()
	if _, err := m.acting.Submit(c, l.ID); err != nil {
		return m.Tell(err)
	}
	return ""
}

// Press does what the main button says.
func (m *Letter) Press() {
	step, _, why := m.Step()
	if why != "" || m.Busy {
		return
	}
	switch step {
	case SubmitStep:
		m.save(m.submit)
	case SignStep:
		m.askSign()
	case PrintStep:
		m.Print()
	case NoStep:
	}
}

// Save records the text as a version.
func (m *Letter) Save() {
	if !m.MayWrite() || m.Busy {
		return
	}
	if !m.dirty() {
		m.Toast(Toast{Words: m.T("write.unchanged")})
		return
	}
	m.save(func() { m.Toast(Toast{Words: m.T("write.version_saved", "n", len(m.Versions()))}) })
}

// save records the text where it is not recorded yet, and goes on.
func (m *Letter) save(then func()) {
	if !m.dirty() {
		then()
		return
	}
	content, id := m.content(), m.letter.ID
	m.do("save", func(c office.Command) error {
		fresh, err := m.office.Draft(c, m.route.Case, id, content)
		id = fresh
		return err
	}, func() {
		m.keeper.Drop()
		m.route.Letter, m.Recovered = id, false
		m.again(func() {
			m.base.Author, m.over = m.letter.Content.Author, m.letter.Hash
			m.keepAs()
			then()
		})
	})
}

// again reads what the office has now, and goes on.
func (m *Letter) again(then func()) {
	var x opened
	m.Go(func() { x = m.read(office.Again) }, func() {
		if x.err != nil {
			m.Summary = m.Tell(x.err)
		} else {
			m.take(x)
			m.judge()
			then()
		}
		m.changed()
	})
}

func (m *Letter) submit() {
	m.do("submit", func(c office.Command) error {
		return m.office.Submit(c, m.route.Case, m.letter.ID)
	}, func() {
		m.Toast(Toast{Words: m.T("write.submitted", "number", m.file.Case.Number.Short())})
		m.Back()
	})
}

// askSign asks before the signature, which nobody can take back.
func (m *Letter) askSign() {
	content := m.letter.Content
	m.Ask(m.signQuestion(m.file.Case.Number.Short(), m.templateTitle(m.template), content.To.Name), func(yes bool) {
		if step, _, why := m.Step(); yes && step == SignStep && why == "" {
			m.sign()
		}
	})
}

func (m *Letter) sign() {
	var done domain.LetterNumbered
	m.do("sign", func(c office.Command) (err error) {
		done, err = m.office.SignLetter(c, m.route.Case, m.letter.ID)
		return err
	}, func() {
		m.Toast(Toast{Words: m.T("write.signed", "number", done.Number)})
		m.again(m.previewNow)
	})
}

// do carries out a wish off the screen's goroutine; done is called when it went well.
func (m *Letter) do(wish string, work func(office.Command) error, done func()) {
	m.Busy, m.Summary = true, ""
	m.changed()
	var err error
	m.Go(func() {
		var c office.Command
		if c, err = m.wishes.of(m.office, wish); err == nil {
			err = work(c)
		}
	}, func() {
		m.Busy = false
		m.wishes.met(wish, err)
		if err != nil {
			m.Summary = m.Tell(err)
			m.changed()
			return
		}
		done()
		m.changed()
	})
}

// Issued tells whether the letter was signed: there is only its paper to read.
func (m *Letter) Issued() bool { return m.loaded && issued(m.letter.State) }

// MayPrint tells whether there is paper to print: a letter that was signed. Before that the main button says what is
// missing.
func (m *Letter) MayPrint() bool { return m.pdf != nil }

// Print shows the signed letter where it can be printed.
func (m *Letter) Print() {
	if m.pdf == nil {
		return
	}
	var err error
	pdf := m.pdf
	m.Go(func() { err = m.office.Show("letter.pdf", pdf) }, func() {
		if err != nil {
			m.Summary = m.Tell(err)
			m.changed()
		}
	})
}
