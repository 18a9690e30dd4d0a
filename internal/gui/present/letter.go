package present

import (
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// LetterOffice is what Писмо asks of the office.
type LetterOffice interface {
	Drafts
	Pages
	Drafts() ([]string, error)
	Acting() domain.Acting
	Case(id domain.CaseID, how office.Looked) (office.File, error)
	NewCommand() (office.Command, error)
	Compose(c domain.Case, t domain.Template, typed map[string]string) domain.Letter
	Draft(c office.Command, id domain.CaseID, letter domain.LetterID, content domain.Letter) (domain.LetterID, error)
	Submit(c office.Command, id domain.CaseID, letter domain.LetterID) error
	SignLetter(c office.Command, id domain.CaseID, letter domain.LetterID) (domain.LetterNumbered, error)
	PDF(id domain.CaseID, letter domain.LetterID) ([]byte, error)
	Show(name string, content []byte) error
}

// Letter is the presenter of a letter that is being written, or was signed.
type Letter struct {
	Env
	watched
	office LetterOffice

	route  Route
	loaded bool
	Failed string // why there is nothing to show
	Busy   bool   // something is being recorded

	acting    domain.Acting
	file      office.File
	letter    domain.LetterFile // as the office has it; zero = not written yet
	template  domain.Template
	templates []domain.Template
	base      domain.Letter // the content that the blocks are laid over
	saved     domain.Letter // the content that the office has
	over      domain.Digest // the version that the text was laid over
	apology   string        // as the letter would say it; empty = none is due
	blocks    []LetterBlock
	lastID    int
	focused   int // block
	typed     map[string]string
	signers   []domain.Signer

	expired     []expired // standard paragraphs that are not to be used any more
	values      []string  // of the case, as they stand in the text
	list        []LetterCheck
	unprintable string
	pdf         []byte // of a signed letter
	version     int    // that is looked at; 0 = the text itself
	against     int    // that it is compared with; 0 = the text itself
	compared    Comparison
	Summary     string // what went wrong and belongs to no block
	Recovered   bool   // what is typed was found again

	preview preview
	keeper  *Keeper
	Kept    string // when it was kept, or why it could not be
	wishes  wishes

	Library *Library
}

// NewLetter makes the presenter of the letter of a route; the argument of a route to a new letter is its template.
func NewLetter(env Env, o LetterOffice, r Route) *Letter {
	m := &Letter{Env: env, office: o, route: r, typed: map[string]string{}, focused: -1}
	m.Library = &Library{}
	return m
}

// opened is what opening a letter reads.
type opened struct {
	acting domain.Acting
	file   office.File
	pdf    []byte
	drafts []string
	err    error
}

// Load reads the case and what was typed before.
func (m *Letter) Load() {
	var x opened
	m.Go(func() { x = m.read(office.Opened) }, func() {
		if x.err != nil {
			m.Failed = m.Tell(x.err)
			m.changed()
			return
		}
		m.take(x)
		m.begin(x.drafts)
		m.loaded = true
		m.judge()
		m.changed()
		m.previewNow()
	})
}

func (m *Letter) read(how office.Looked) (x opened) {
	x.acting = m.office.Acting()
	if x.file, x.err = m.office.Case(m.route.Case, how); x.err != nil {
		return x
	}
	if l, ok := x.file.Case.Letter(m.route.Letter); ok && issued(l.State) && m.pdf == nil {
		x.pdf, x.err = m.office.PDF(m.route.Case, l.ID)
		return x
	}
	x.drafts, x.err = m.office.Drafts()
	return x
}

// issued tells whether a letter has a number, so that its text is what it is.
func issued(s domain.LetterState) bool {
	switch s {
	case domain.LetterSigned, domain.LetterSent, domain.LetterDelivered, domain.LetterStruck:
		return true
	default:
		return false
	}
}

// Reload takes over what became of the case; what is typed stays.
func (m *Letter) Reload() {
	if !m.loaded || m.Busy {
		return
	}
	var x opened
	m.Go(func() { x = m.read(office.Again) }, func() {
		if x.err != nil || m.Busy {
			return
		}
		clean := !m.dirty()
		m.take(x)
		if clean && m.over != m.letter.Hash {
			m.over = m.letter.Hash
			m.lay(m.letter.Content)
			m.previewSoon()
		}
		m.recompare()
		m.judge()
		m.changed()
	})
}

// take keeps what was read.
func (m *Letter) take(x opened) {
	m.acting, m.file = x.acting, x.file
	m.letter, _ = x.file.Case.Letter(m.route.Letter)
	if x.pdf != nil {
		m.pdf = x.pdf
	}
	m.saved = m.letter.Content
	m.templates = m.offered()
	m.signers = m.possibleSigners()
	m.stock()
}

// offered are the templates, those for the kind of the case first.
func (m *Letter) offered() []domain.Template {
	kind := m.file.Case.Intake.Kind
	all := slices.DeleteFunc(slices.Clone(m.acting.Office.Templates), func(t domain.Template) bool { return t.Closed })
	var others []domain.Template
	fits := slices.DeleteFunc(all, func(t domain.Template) bool {
		if !forKind(t, kind) {
			others = append(others, t)
		}
		return !forKind(t, kind)
	})
	return append(fits, others...)
}

// begin lays out the letter: as it was written, else by the template that was asked for, was being typed, or fits.
func (m *Letter) begin(drafts []string) {
	if m.letter.ID != (domain.LetterID{}) {
		m.template, _ = m.acting.Office.Template(m.letter.Content.Template)
		m.template.ID = m.letter.Content.Template
		m.stock()
		m.apology = m.proposedApology()
		m.over = m.letter.Hash
		m.lay(m.letter.Content)
		m.fillDecided()
	} else {
		m.start(m.firstTemplate(drafts))
	}
	m.keepAs()
	m.recover()
}

// start begins a new letter by a template. What was typed into a field stays.
func (m *Letter) start(t domain.Template) {
	m.template = t
	m.stock()
	m.apology = m.proposedApology()
	m.lay(m.compose(t))
	for i := range m.blocks {
		if b := &m.blocks[i]; b.Field != "" && b.Text == "" {
			b.Text = m.typed[b.Field]
		}
	}
}

// compose fills a template. The letter with which a case is passed on goes to the competent body, not to its sender.
func (m *Letter) compose(t domain.Template) domain.Letter {
	c := m.file.Case
	l := m.office.Compose(c, t, nil)
	if body := c.Admitted.Body; t.ID == domain.TForwardBody && body != "" {
		c.Intake.Sender.Contact = domain.Contact{}
		l.Salutation = m.office.Compose(c, t, nil).Salutation
		l.To = domain.Addressee{Name: body}
	}
	return l
}

// lay shows a content as blocks.
func (m *Letter) lay(l domain.Letter) {
	m.base = l
	m.values = m.valuesOf(l)
	m.blocks = blocksOf(l, m.expects(), m.apology)
	for i := range m.blocks {
		m.lastID++
		m.blocks[i].ID = m.lastID
	}
}

// expects gives what the template says for the case.
func (m *Letter) expects() []expected {
	var all []expected
	for _, p := range m.template.Paragraphs {
		if start, end := domain.OpenField(p); start == 0 && end == len(p) {
			all = append(all, expected{field: p[1 : len(p)-1]})
			continue
		}
		var x expected
		for _, line := range m.office.Compose(m.file.Case, domain.Template{Paragraphs: []string{p}}, nil).Paragraphs {
			x.lines = append(x.lines, lineOf(line))
		}
		all = append(all, x)
	}
	return all
}

// shownValues are the fields whose values are shown as given by the case.
var shownValues = []string{"InNo", "InDate", "LegalDue", "CharterDue", "Decision", "ExecutionDue", "SenderName", "Body", "Violation"}

// valuesOf gives the values of the case that may stand in the text, and the name by which it addresses its reader.
func (m *Letter) valuesOf(l domain.Letter) []string {
	var all []string
	add := func(v string) {
		if n := len([]rune(v)); n > 3 && n < 60 && !strings.HasPrefix(v, "{") && !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	for _, f := range shownValues {
		add(m.fill("{" + f + "}"))
	}
	contact := m.file.Case.Intake.Sender.Contact
	if family := contact.Family(); family != "" && strings.Contains(l.Salutation, family) {
		add(family)
	}
	return all
}

// fill puts what the case knows into a text.
func (m *Letter) fill(text string) string {
	return m.office.Compose(m.file.Case, domain.Template{ID: m.template.ID, Notice: text}, nil).Notice
}

// proposedApology is the apology that the letter would carry; empty where none is due.
func (m *Letter) proposedApology() string {
	l := m.office.Compose(m.file.Case, domain.Template{ID: m.template.ID}, nil)
	if !l.Apology || len(l.Paragraphs) == 0 {
		return ""
	}
	return l.Paragraphs[len(l.Paragraphs)-1].Text
}

// firstTemplate chooses where a new letter begins.
func (m *Letter) firstTemplate(drafts []string) domain.Template {
	if t, ok := m.templateBy(domain.TemplateID(m.route.Arg)); ok {
		return t
	}
	for _, t := range m.templates {
		if slices.Contains(drafts, draftName(m.route.Case, domain.LetterID{}, t.ID)) {
			return t
		}
	}
	if t, ok := m.templateBy(fitting(m.file.Case)); ok {
		return t
	}
	if len(m.templates) > 0 {
		return m.templates[0]
	}
	return domain.Template{}
}

func (m *Letter) templateBy(id domain.TemplateID) (domain.Template, bool) {
	i := slices.IndexFunc(m.templates, func(t domain.Template) bool { return t.ID == id })
	if i < 0 {
		return domain.Template{}, false
	}
	return m.templates[i], true
}

// fitting is the template that answers a case as it stands. Before it is decided nothing is said of how it was: what is
// missing is asked for.
func fitting(c domain.Case) domain.TemplateID {
	if rule, ok := domain.RuleOf(c.Admitted.Ground); ok && c.State.Side() && rule.Template != "" {
		return rule.Template
	}
	switch c.Intake.Kind {
	case domain.Question:
		return domain.TAnswer
	case domain.Praise, domain.Opinion:
		return domain.TThanks
	case domain.Proposal:
		return domain.TProposal
	case domain.ComplaintService:
		return domain.TService
	default:
		return decided(c.Outcome.Value)
	}
}

func decided(o domain.Outcome) domain.TemplateID {
	switch o {
	case "":
		return domain.TClarify
	case domain.Rejected:
		return domain.TRejected
	default:
		return domain.TUpheld
	}
}

// draftName is the name under which what is typed is kept.
func draftName(c domain.CaseID, l domain.LetterID, t domain.TemplateID) string {
	what := domain.ID(l).String()[:16]
	if l == (domain.LetterID{}) {
		what = draftKey(string(t))
	}
	return "letter-" + domain.ID(c).String() + "-" + what
}
